"""Markdown as the Tasks plugin of Obsidian reads it: a task a line, signs and values at its end.

`[to:: …]` and `[note:: …]` are Dataview's inline fields, in which `%`, brackets and line feeds are
written as in addresses. The comment (`%%…%%`), which Obsidian does not show, ends the words.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from tui.exchange.percent import decoded, encoder
from tui.exchange.task import Incoming, NotRead, Outgoing, read_setting
from tui.exchange.text import words_in_one
from tui.notes import Status

_MARKS: dict[Status, str] = {
    "pending": " ", "doing": "/", "blocked": "!", "done": "x", "dropped": "-",
}  # fmt: skip
_STATUSES: dict[str, Status] = {mark: status for status, mark in _MARKS.items()} | {"X": "done"}
_ENDS: dict[Status, str] = {"done": "✅", "dropped": "❌"}
_PRIORITIES = {"HIGH": "⏫", "MEDIUM": "🔼", "LOW": "🔽"}
_TASK = re.compile(r"[\s>]*(?:[-*+]|\d{1,9}[.)])\s+\[(.)\]\s+(.*)")
_WAS = re.compile(r"%%([a-z0-9/-]+)%%")
_ID = re.compile("🆔\ufe0f? *([0-9a-f]{16})(?![0-9A-Za-z_-])")
_DUE = re.compile("[📅📆🗓]\ufe0f? *([0-9]{4}-[0-9]{2}-[0-9]{2})")
_INLINE = re.compile(r"\[(to|note)::([^\[\]]*)\]")
_NOT_OF_A_TAG = re.compile(r"[^\w/-]+")
_encoded = encoder(r"\[\]\x00-\x1f\x7f-\x9f\u2028\u2029")


def write(tasks: Iterable[Outgoing], left_out: int = 0) -> str:
    """Return a page with a heading for each session; it is no session's note itself."""
    parts = ["# Tasks\n"]
    for (date, session, path), of_session in groupby(
        tasks, key=lambda task: (task.date, task.session, task.path)
    ):
        first, *_ = group = list(of_session)
        named = " · ".join(filter(None, [date or "no date", session or path]))
        tags = " ".join(_tag(label) for label in first.labels if label.strip())
        project = first.project and f"Project: {first.project}"
        about = " · ".join(filter(None, [project, tags]))
        parts += [f"\n## {named}\n\n", f"{about}\n\n" if about else ""]
        parts += [f"{_line(task)}\n" for task in group]
    return "".join(parts)


def _line(task: Outgoing) -> str:
    end = _ENDS.get(task.status)
    signs = [
        f"[to:: {_encoded(task.to)}]" if task.to else "",
        f"[note:: {_encoded(task.note)}]" if task.note else "",
        "#unpublished" if task.is_unpublished else "",
        _PRIORITIES.get(task.priority.upper(), ""),
        f"➕ {task.date}" if task.date else "",
        f"📅 {task.due}" if task.due else "",
        f"{end} {task.decided}" if end and task.decided else "",
        f"🆔 {task.id}",
    ]
    words = [f"- [{_MARKS[task.status]}]", task.text.replace("%%", "% %"), f"%%{task.was}%%"]
    return " ".join(filter(None, [*words, *signs]))


def _tag(label: str) -> str:
    return f"#{_NOT_OF_A_TAG.sub('', words_in_one(label))}"


def read(text: str) -> list[Incoming]:
    """Return what each line with a box says; others are none of ours.

    Raises:
        NotRead: a line of ours has a mark or a due date that is none.
    """
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if match := _TASK.fullmatch(line.rstrip()):
            found.append(_read_line(f"line {number}", match[1], match[2]))
    return found


def _read_line(place: str, mark: str, rest: str) -> Incoming:
    was = _last(_WAS, rest)
    words, end = (rest[: was.start()], rest[was.end() :]) if was else (rest, rest)
    signs = _INLINE.sub("", end)
    task, due = _last(_ID, signs), _last(_DUE, signs)
    if task is None:
        return Incoming(place, "", words.strip())
    if mark not in _STATUSES:
        raise NotRead(f"{place}: [{mark}] is no status ({' '.join(f'[{m}]' for m in _STATUSES)})")
    inline = {match[1]: decoded(match[2].strip()) for match in _INLINE.finditer(end)}
    says = read_setting(
        place,
        status=_STATUSES[mark],
        due=due[1] if due else "",
        to=inline.get("to", ""),
        note=inline.get("note", ""),
    )
    return Incoming(place, task[1], words.strip(), says, was[1] if was else "")


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = [*pattern.finditer(text)]
    return found[-1] if found else None
