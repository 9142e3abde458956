"""JSON: all that is known of each task, in a form of our own with a version."""

import re
from collections.abc import Iterable
from typing import TypeVar

import msgspec

from tui.exchange.task import Incoming, NotRead, Outgoing, read_setting
from tui.plain import plain_json

FORMAT, VERSION = "session-workbench tasks", 1
_T = TypeVar("_T")
_ID = re.compile(r"[0-9a-f]{16}")


class _Head(msgspec.Struct):
    """What tells whether we can read the rest."""

    format: str
    version: int


class _Task(msgspec.Struct):
    """What we ask of a task; what is left out it does not say."""

    id: str
    text: str = ""
    status: str | None = None
    due: str | None = None
    to: str | None = None
    note: str | None = None
    was: str = ""


class _Tasks(msgspec.Struct):
    tasks: list[_Task]


def write(tasks: Iterable[Outgoing], left_out: int = 0) -> str:
    """Return one object, a task a line; `left_out` counts unpublished tasks that are not in it."""
    lines = [
        plain_json(msgspec.json.encode(msgspec.structs.asdict(task) | {"was": task.was}))
        for task in tasks
    ]
    head = {"format": FORMAT, "version": VERSION, "left_out": left_out}
    begin = msgspec.json.encode(head).decode().removesuffix("}")
    inside = "\n" + ",\n".join(line.decode() for line in lines) + "\n" if lines else ""
    return f'{begin},"tasks":[{inside}]}}\n'


def read(text: str) -> list[Incoming]:
    """Return what each task says.

    Raises:
        NotRead: it is not such JSON, is of another version, or has a status or a due date that is
            none.
    """
    head = _decode(text, _Head)
    if head.format != FORMAT:
        raise NotRead("its `format` is not that of exported tasks")
    if head.version != VERSION:
        raise NotRead(f"of version {head.version}, and this program reads version {VERSION}")
    tasks = enumerate(_decode(text, _Tasks).tasks, 1)
    return [_read_task(f"task {number}", task) for number, task in tasks]


def _decode(text: str, type_: type[_T]) -> _T:
    try:
        return msgspec.json.decode(text, type=type_)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        reason = str(error) if isinstance(error, msgspec.DecodeError) else "it cannot be decoded"
        raise NotRead(f"not what `workbench export json` writes ({reason})") from None


def _read_task(place: str, task: _Task) -> Incoming:
    if not _ID.fullmatch(task.id):
        return Incoming(place, "", task.text or task.id)
    says = read_setting(place, status=task.status, due=task.due, to=task.to, note=task.note)
    return Incoming(place, task.id, task.text, says, task.was)
