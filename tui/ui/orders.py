"""The orders of lists as they are chosen: by what, and which way round."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from tui.workbench import SORTS, TASK_SORTS, Sort, TaskSort

S = TypeVar("S", bound=Sort | TaskSort)


class Order(NamedTuple, Generic[S]):
    """What is listed by, and which way round: the usual one, and the other.

    `ways` says in a few words which is which.
    """

    by: str
    sorts: tuple[S, S]
    ways: tuple[str, str]

    def next_way(self, now: S) -> int:
        """Return which way choosing this means: 0, the usual one; 1 where that holds already."""
        return int(now.name == self.sorts[0].name)


_NEWEST = ("newest first", "oldest first")
_A_TO_Z = ("A to Z", "Z to A")
_SESSION_ORDERS = (
    ("date", "newest first", "oldest first", _NEWEST),
    ("title", "title", "title, last first", _A_TO_Z),
    ("project", "project", "project, last first", _A_TO_Z),
    ("open tasks", "most open tasks", "fewest open tasks", ("most first", "fewest first")),
    (
        "age of the oldest open task",
        "oldest open task",
        "newest open task",
        ("oldest first", "newest first"),
    ),
)
_TASK_ORDERS = (
    ("date", "newest first", "oldest first", _NEWEST),
    ("due date", "due", "due, last first", ("soonest first", "latest first")),
    ("project", "project", "project, last first", _A_TO_Z),
    ("text", "text", "text, last first", _A_TO_Z),
)


def _orders(
    sorts: Sequence[S], named: Sequence[tuple[str, str, str, tuple[str, str]]]
) -> tuple[Order[S], ...]:
    known = {sort.name: sort for sort in sorts}
    return tuple(
        Order(by, (known[usual], known[reverse]), ways) for by, usual, reverse, ways in named
    )


ORDERS: tuple[Order[Sort], ...] = _orders(SORTS, _SESSION_ORDERS)
TASK_ORDERS: tuple[Order[TaskSort], ...] = _orders(TASK_SORTS, _TASK_ORDERS)
