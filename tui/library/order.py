"""The orders in which sessions are listed."""

from collections.abc import Callable
from typing import Any, NamedTuple

from tui.library.index import Row


class Sort(NamedTuple):
    """An order: its name, and what of a row and its number of open tasks it compares."""

    name: str
    key: Callable[[Row, int], Any]
    descending: bool = False


SORTS: tuple[Sort, ...] = (
    Sort("newest first", lambda row, _: (row.date, row.start), descending=True),
    Sort("oldest first", lambda row, _: (row.date or "9999", row.start)),
    Sort("most open tasks", lambda row, open_tasks: (open_tasks, row.date), descending=True),
    Sort("title", lambda row, _: row.title.casefold()),
    Sort("project", lambda row, _: (row.project.casefold(), row.date, row.start)),
)
