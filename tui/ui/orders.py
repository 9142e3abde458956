"""The orders of the list as they are chosen: by what, and which way round."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.workbench import SORTS, Sort


class Order(NamedTuple):
    """What sessions are listed by, and which way round: the usual one, and the other.

    `ways` says in a few words which is which.
    """

    by: str
    sorts: tuple[Sort, Sort]
    ways: tuple[str, str]

    def next_way(self, now: Sort) -> int:
        """Return which way choosing this means: 0, the usual one; 1 where that holds already."""
        return int(now.name == self.sorts[0].name)


def _orders() -> Iterator[Order]:
    named = {sort.name: sort for sort in SORTS}
    for by, usual, reverse, ways in (
        ("date", "newest first", "oldest first", ("newest first", "oldest first")),
        ("title", "title", "title, last first", ("A to Z", "Z to A")),
        ("project", "project", "project, last first", ("A to Z", "Z to A")),
        ("open tasks", "most open tasks", "fewest open tasks", ("most first", "fewest first")),
        (
            "age of the oldest open task",
            "oldest open task",
            "newest open task",
            ("oldest first", "newest first"),
        ),
    ):
        yield Order(by, (named[usual], named[reverse]), ways)


ORDERS: tuple[Order, ...] = tuple(_orders())
