"""Exchange with other tools: tasks to text, and text to what another tool says of tasks.

A module a format, each with `write` and `read`; none touches the disk or knows the workbench.
`merging` lays what is read over what holds. A format is imported when it is asked for.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from tui.exchange.merging import Change, change, one_each
from tui.exchange.task import CARRIED, Incoming, NotRead, Outgoing, canonical
from tui.exchange.text import text_of

__all__ = [
    "CARRIED",
    "FORMATS",
    "Change",
    "Format",
    "Incoming",
    "NotRead",
    "Outgoing",
    "canonical",
    "change",
    "format_of",
    "one_each",
    "text_of",
]

_MODULES = {
    "todotxt": "todo_txt",
    "taskwarrior": "taskwarrior",
    "icalendar": "vtodo",
    "obsidian": "obsidian",
    "csv": "csv_table",
    "json": "json_list",
}
FORMATS = tuple(_MODULES)


class Format(NamedTuple):
    """How tasks are written and read.

    Attributes:
        write: of tasks, and the number of those that were left out, makes a text.
        read: of a text makes what it says of tasks; raises `NotRead`.
        name_of: the name by which the format knows a task, if it is not its id.
        file_name: how a task's file is called, where each may have one of its own.
    """

    write: Callable[[Sequence[Outgoing], int], str]
    read: Callable[[str], list[Incoming]]
    name_of: Callable[[str], str] | None = None
    file_name: Callable[[Outgoing], str] | None = None


def format_of(name: str) -> Format:
    """Return one of `FORMATS`."""
    module = import_module(f"tui.exchange.{_MODULES[name]}")
    return Format(
        module.write,
        module.read,
        getattr(module, "uuid_of", None),
        getattr(module, "file_name", None),
    )
