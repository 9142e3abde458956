"""todo.txt: a task a line (https://github.com/todotxt/todo.txt).

A line ends in what the format leaves to programs, `key:value`, the id last, so that a line that
was cut off has none. Values have no spaces: these, and line feeds, are written `%20` and `%0A`.
"""

import re
from collections.abc import Iterable, Iterator

from tui.exchange.percent import decoded, encoder
from tui.exchange.task import Incoming, Outgoing, read_setting
from tui.exchange.text import words_in_one
from tui.notes import OPEN, STATUSES

_KEYS = ("due", "to", "note", "status", "publish", "pri", "was", "wb")
_KEY = re.compile(rf"({'|'.join(_KEYS)}):(\S+)")
_TAKEN_FOR_KEY = re.compile(rf"(?<!\S)({'|'.join(_KEYS)}):(?=\S)", re.IGNORECASE)
_TAKEN_FOR_MARK = re.compile(r"(?:x|\([A-Z]\))\s")
_BEGIN = re.compile(r"\A(?:x )?(?:\([A-Z]\) )?(?:\d{4}-\d\d-\d\d ){0,2}")
_ID = re.compile(r"[0-9a-f]{16}")
_PRIORITIES = {"HIGH": "A", "MEDIUM": "B", "LOW": "C"}
_encoded = encoder(r"\s\x00-\x1f\x7f-\x9f")


def write(tasks: Iterable[Outgoing], left_out: int = 0) -> str:
    """Return a line a task."""
    return "".join(f"{_line(task)}\n" for task in tasks)


def _line(task: Outgoing) -> str:
    closed = task.status not in OPEN
    priority = _PRIORITIES.get(task.priority.upper(), "")
    if closed:
        begin = ["x", *([task.decided, task.date] if task.decided else [])]
    else:
        begin = [f"({priority})" if priority else "", task.date]
    text = _TAKEN_FOR_KEY.sub(r"\1: ", task.text)
    if not any(begin) and _TAKEN_FOR_MARK.match(text):
        text = f"– {text}"
    keys = {
        "pri": priority if closed else "",
        "due": task.due,
        "to": task.to,
        "note": task.note,
        "status": "" if task.status in ("pending", "done") else task.status,
        "publish": "false" if task.is_unpublished else "",
        "was": task.was,
        "wb": task.id,
    }
    words = [
        *begin,
        text,
        *(f"{sign}{words_in_one(name)}" for sign, name in _places(task)),
        *(f"{key}:{_encoded(value)}" for key, value in keys.items() if value),
    ]
    return " ".join(filter(None, words))


def _places(task: Outgoing) -> Iterator[tuple[str, str]]:
    if task.project.strip():
        yield "+", task.project
    yield from (("@", label) for label in task.labels if label.strip())


def read(text: str) -> list[Incoming]:
    """Return what each line says.

    Raises:
        NotRead: a line of ours has a status or a due date that is none.
    """
    lines = enumerate(text.split("\n"), 1)
    return [_read_line(f"line {number}", line) for number, line in lines if line.strip()]


def _read_line(place: str, line: str) -> Incoming:
    words = line.split()
    keys = {match[1]: match[2] for word in words if (match := _KEY.fullmatch(word))}
    said = " ".join(word for word in words if not _KEY.fullmatch(word))
    task = keys.get("wb", "")
    if not _ID.fullmatch(task):
        return Incoming(place, "", said)
    closed = words[0] == "x"
    status = decoded(keys.get("status", ""))
    if not status or (status in STATUSES and (status not in OPEN) != closed):
        status = "done" if closed else "pending"
    says = read_setting(
        place,
        status=status,
        due=decoded(keys.get("due", "")),
        to=decoded(keys.get("to", "")),
        note=decoded(keys.get("note", "")),
    )
    return Incoming(place, task, _text_of(said), says, keys.get("was", ""))


def _text_of(said: str) -> str:
    """What a line of ours calls the task: without mark, priority and days, project and labels."""
    words = _BEGIN.sub("", said).split(" ")
    while len(words) > 1 and words[-1].startswith(("+", "@")):
        words.pop()
    return " ".join(words)
