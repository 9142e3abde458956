r"""iCalendar to-dos (RFC 5545), as calendars, Nextcloud, tasks.org and todoman keep them.

The UID holds a task's id. What the standard has no place for is in properties that begin with
`X-WORKBENCH-`, which programs hand on as they are. What would have to be escaped there, which they
do in different ways, is written as its bytes (`=2C`); and so is a whole note with a backslash, for
some programs take `C:\\new` for two lines.
"""

import contextlib
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

from icalendar import Calendar, Component, Todo, vText

from tui.exchange.percent import decoded, encoder
from tui.exchange.task import Incoming, NotRead, Outgoing, read_setting
from tui.notes import Status

_UID = re.compile(r"([0-9a-f]{16})@session-workbench")
_ESCAPED = re.compile(r"[\\;,]")
_MISTAKEN = re.compile(r"[\\nN\s]")
_encoded = encoder(r"\\;,:%\"\x00-\x1f", "=")
_PRIORITIES = {"HIGH": 1, "MEDIUM": 5, "LOW": 9}
_NATIVE: dict[Status, str] = {
    "pending": "NEEDS-ACTION",
    "doing": "IN-PROCESS",
    "blocked": "NEEDS-ACTION",
    "done": "COMPLETED",
    "dropped": "CANCELLED",
}
_STATUSES: dict[str, Status] = {
    "NEEDS-ACTION": "pending",
    "IN-PROCESS": "doing",
    "COMPLETED": "done",
    "CANCELLED": "dropped",
}


class _Text(vText):
    r"""A text that is written as it is: the package takes `\N` in it for a line feed."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        """Return it with the escapes of RFC 5545, section 3.3.11."""
        return _ESCAPED.sub(r"\\\g<0>", self).replace("\n", r"\n").encode()


def write(tasks: Iterable[Outgoing], left_out: int = 0) -> str:
    """Return a calendar of to-dos."""
    calendar = Calendar()
    calendar.add("prodid", "-//session-workbench//tasks//EN")
    calendar.add("version", "2.0")
    for task in tasks:
        calendar.add_component(_todo(task))
    text: bytes = calendar.to_ical()
    return text.decode()


def file_name(task: Outgoing) -> str:
    """Return the name of a task's file where each has one of its own (a "vdir")."""
    return f"{task.id}.ics"


def _todo(task: Outgoing) -> Todo:
    todo = Todo()
    todo.add("uid", f"{task.id}@session-workbench")
    since = _moment(task.decided or task.date)
    todo.add("dtstamp", since or datetime(1970, 1, 1, tzinfo=UTC))
    todo.add("summary", _Text(task.text))
    todo.add("status", _NATIVE[task.status])
    if task.date:
        todo.add("created", _moment(task.date))
    if task.due:
        todo.add("due", date.fromisoformat(task.due))
    if task.status == "done":
        todo.add("percent-complete", 100)
        if since:
            todo.add("completed", since)
    if task.note:
        todo.add("description", _Text(task.note))
    if "\\" in task.note:
        todo.add("x-workbench-note", _encoded(task.note))
    if priority := _PRIORITIES.get(task.priority.upper()):
        todo.add("priority", priority)
    if categories := [name for name in (task.project, *task.labels) if name.strip()]:
        todo.add("categories", categories)
    if task.session:
        todo.add("comment", _Text(" ".join(filter(None, [task.date, task.session]))))
    if task.is_unpublished:
        todo.add("class", "PRIVATE")
    todo.add("x-workbench-status", task.status)
    if task.to:
        todo.add("x-workbench-to", _encoded(task.to))
    todo.add("x-workbench-was", task.was)
    return todo


def _moment(day: str) -> datetime | None:
    return datetime.combine(date.fromisoformat(day), time(), UTC) if day else None


def read(text: str, zone: tzinfo | None = None) -> list[Incoming]:
    """Return what each to-do says, of one calendar or several after one another.

    Args:
        text: the calendars.
        zone: where the day of a moment is looked up; None is where this machine is.

    Raises:
        NotRead: it is no iCalendar 2.0, is cut off, or a to-do of ours has a due date that is none.
    """
    _refuse_what_is_cut(text)
    try:
        calendars = Calendar.from_ical(text, multiple=True)
        todos = [todo for calendar in calendars for todo in calendar.walk("VTODO")]
    except (ValueError, IndexError, KeyError, TypeError, RecursionError) as error:
        reason = " ".join(str(error).split())[:120]
        raise NotRead(f"not iCalendar ({reason or type(error).__name__})") from None
    for calendar in calendars:
        if (version := str(calendar.get("version", "2.0"))) != "2.0":
            raise NotRead(f"iCalendar of version {version[:20]}, and this program reads 2.0")
    return [_read_todo(f"to-do {number}", todo, zone) for number, todo in enumerate(todos, 1)]


def _refuse_what_is_cut(text: str) -> None:
    every = (line.strip().upper() for line in text.split("\n") if line[:1] in {*"BbEe"})
    lines = [line for line in every if line.startswith(("BEGIN:", "END:"))]
    if "BEGIN:VCALENDAR" not in lines:
        raise NotRead("not iCalendar (no BEGIN:VCALENDAR)")
    begun = sum(line.startswith("BEGIN:") for line in lines)
    if begun * 2 != len(lines):
        raise NotRead("cut off (not all that begins in it ends)")


def _read_todo(place: str, todo: Component, zone: tzinfo | None) -> Incoming:
    said = _text(todo, "summary")
    uid = _UID.fullmatch(_text(todo, "uid"))
    if uid is None:
        return Incoming(place, "", said)
    native = _text(todo, "status").upper() or ("COMPLETED" if "completed" in todo else "")
    native = native if native in _STATUSES else "NEEDS-ACTION"
    own = next((each for each in _NATIVE if each == _text(todo, "x-workbench-status")), None)
    says = read_setting(
        place,
        status=own if own and _NATIVE[own] == native else _STATUSES[native],
        due=_day(place, todo.get("due"), zone),
        to=decoded(_text(todo, "x-workbench-to"), "="),
        note=_note(todo),
    )
    return Incoming(place, uid[1], said, says, _text(todo, "x-workbench-was"))


def _note(todo: Component) -> str:
    """Return the description, or what it was before a program mistook its backslashes."""
    shown = _text(todo, "description")
    whole = decoded(_text(todo, "x-workbench-note"), "=")
    is_it = whole and _MISTAKEN.sub("", whole) == _MISTAKEN.sub("", shown)
    return whole if is_it else shown


def _text(todo: Component, name: str) -> str:
    value: Any = todo.get(name, "")
    return str(value[0] if isinstance(value, list) and value else value)


def _day(place: str, due: Any, zone: tzinfo | None) -> str:
    """Return the day that is meant: a moment with a zone is looked up where we are."""
    if due is None:
        return ""
    moment = getattr(due, "dt", None)
    if isinstance(moment, datetime):
        with contextlib.suppress(OverflowError):  # in the year 1 or 9999
            moment = moment.astimezone(zone) if moment.tzinfo else moment
        return moment.date().isoformat()
    if isinstance(moment, date):
        return moment.isoformat()
    raise NotRead(f"{place}: its due date is none")
