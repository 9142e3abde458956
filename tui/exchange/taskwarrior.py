"""Taskwarrior's JSON, as `task import` reads it and `task export` writes it.

A task's UUID is made of its id, so that Taskwarrior knows it again. What Taskwarrior has no place
for is kept in attributes that begin with `wb`, which it hands on as they are.
"""

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

import msgspec

from tui.exchange.task import Incoming, NotRead, Outgoing, read_setting
from tui.notes import Status

_NAMESPACE = uuid.UUID("6f1c7a2e-98b4-4d0b-9a55-3f0e5c1f7d21")  # of this program's tasks
_PRIORITIES = {"HIGH": "H", "MEDIUM": "M", "LOW": "L"}
_NOT_OF_A_TAG = re.compile(r"\W+")
# How it writes `[`, `]` and `"` in its own files, and reads them back wherever they stand.
_ITS_OWN = re.compile(r"&((?:amp;)*)(open|close|dquot);")
_ITS_OWN_MARKED = re.compile(r"&amp;((?:amp;)*)(open|close|dquot);")

_FIRST_DAY = "1980-01-02"  # Taskwarrior 2.6 breaks down over earlier ones

_Native = tuple[str, bool]
"""What Taskwarrior itself knows of a status: its word for it, and whether it was started."""
_NATIVE: dict[Status, _Native] = {
    "pending": ("pending", False),
    "doing": ("pending", True),
    "blocked": ("pending", False),
    "done": ("completed", False),
    "dropped": ("deleted", False),
}
_STATUSES: dict[_Native, Status] = {
    ("pending", False): "pending",
    ("pending", True): "doing",
    ("completed", False): "done",
    ("deleted", False): "dropped",
}


class _Task(msgspec.Struct):
    """What we ask of a task that Taskwarrior exports; more is passed over."""

    uuid: str = ""
    description: str = ""
    status: str = ""
    start: str = ""
    due: str = ""
    wbid: str = ""
    wbstatus: str = ""
    wbdue: str = ""
    wbto: str = ""
    wbnote: str = ""
    wbwas: str = ""


_array = msgspec.json.Decoder(list[_Task])
_object = msgspec.json.Decoder(_Task)


def uuid_of(task: str) -> str:
    """Return the UUID that a task has in Taskwarrior, always the same."""
    return str(uuid.uuid5(_NAMESPACE, task))


def write(tasks: Iterable[Outgoing], left_out: int = 0, zone: tzinfo | None = None) -> str:
    """Return a JSON array, a task a line.

    Args:
        tasks: what is exported.
        left_out: not told here.
        zone: in which a day begins at midnight; None is where this machine is.
    """
    lines = [msgspec.json.encode(_attributes(task, zone)).decode() for task in tasks]
    return "[\n" + ",\n".join(lines) + ("\n]\n" if lines else "]\n")


def _attributes(task: Outgoing, zone: tzinfo | None) -> dict[str, Any]:
    status, started = _NATIVE[task.status]
    closed = status != "pending"
    since = task.decided or task.date
    values: dict[str, Any] = {
        "uuid": uuid_of(task.id),
        "description": _marked(task.text),
        "status": status,
        "entry": _moment(task.date, zone),
        "start": _moment(since or _FIRST_DAY, zone) if started else "",
        "end": _moment(since, zone) if closed else "",
        "due": _moment(task.due, zone),
        "wbdue": task.due if task.due < _FIRST_DAY else "",
        "project": task.project,
        "priority": _PRIORITIES.get(task.priority.upper(), ""),
        "tags": _tags(task),
        "wbid": task.id,
        "wbstatus": task.status,
        "wbto": _marked(task.to),
        "wbnote": _marked(task.note),
        "wbsession": _marked(task.session),
        "wbpublish": "false" if task.is_unpublished else "",
        "wbwas": task.was,
    }
    return {name: value for name, value in values.items() if value}


def _tags(task: Outgoing) -> list[str]:
    """Taskwarrior has tags of its own, in capitals, that mean something."""
    labels = [*task.labels, *(["unpublished"] if task.is_unpublished else [])]
    tags = (_NOT_OF_A_TAG.sub("_", label).strip("_").lower() for label in labels)
    return list(dict.fromkeys(filter(None, tags)))


def read(text: str, zone: tzinfo | None = None) -> list[Incoming]:
    """Return what each task says: of an array, or of objects a line each (`rc.json.array=off`).

    The id of a task that has no `wbid` is its UUID, for the caller to compare (`uuid_of`).

    Raises:
        NotRead: it is not such JSON, or a task of ours has a due date that is none.
    """
    return [_read_task(f"task {number}", task, zone) for number, task in enumerate(_all(text), 1)]


def _all(text: str) -> list[_Task]:
    stripped = text.strip()
    try:
        if stripped.startswith("["):
            return _array.decode(stripped)
        lines = (line.strip().removesuffix(",") for line in stripped.split("\n"))
        return [_object.decode(line) for line in lines if line]
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        reason = str(error) if isinstance(error, msgspec.DecodeError) else "it cannot be decoded"
        raise NotRead(f"not what `task export` writes ({reason})") from None


def _read_task(place: str, task: _Task, zone: tzinfo | None) -> Incoming:
    said = _unmarked(task.description)
    if task.wbid and uuid_of(task.wbid) != task.uuid:  # a copy, made with `task duplicate`
        return Incoming(place, "", said)
    due = _day(place, task.due, zone)
    closed = task.status in ("completed", "deleted")  # else it may be waiting, too, or recurring
    native = (task.status, False) if closed else ("pending", bool(task.start))
    own = next((status for status in _NATIVE if status == task.wbstatus), None)
    says = read_setting(
        place,
        status=own if own and _NATIVE[own] == native else _STATUSES[native],
        due=task.wbdue if task.wbdue and due == _FIRST_DAY else due,
        to=_unmarked(task.wbto),
        note=_unmarked(task.wbnote),
    )
    return Incoming(place, task.wbid or task.uuid, said, says, task.wbwas)


def _moment(day: str, zone: tzinfo | None) -> str:
    """Return when a day begins, as Taskwarrior writes it."""
    if not day:
        return ""
    midnight = datetime.combine(date.fromisoformat(max(day, _FIRST_DAY)), time(), zone)
    try:
        return midnight.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    except OverflowError:  # in the year 9999
        return f"{day.replace('-', '')}T000000Z"


def _day(place: str, moment: str, zone: tzinfo | None) -> str:
    """Return the day on which a moment is, where we are."""
    if not moment:
        return ""
    try:
        return datetime.fromisoformat(moment).astimezone(zone).date().isoformat()
    except OverflowError:
        return datetime.fromisoformat(moment).date().isoformat()
    except ValueError:
        raise NotRead(f"{place}: due “{moment[:40]}” is no date") from None


def _marked(text: str) -> str:
    return _ITS_OWN.sub(r"&amp;\1\2;", text)


def _unmarked(text: str) -> str:
    return _ITS_OWN_MARKED.sub(r"&\1\2;", text)
