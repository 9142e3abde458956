"""A list of tasks: their numbers, in order and in groups; what they are is fetched when in view.

A task is known by one number, that of its session and its place in it (see
`tui.library.index.sql`), for as long as its note is not read anew.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args, overload

from msgspec import Struct

from tui.library.index.sql import PLACE_BITS
from tui.library.row import Row
from tui.notes import Task

Grouping = Literal["none", "project", "label", "month", "age", "session", "assignee", "status"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

_PLACE = (1 << PLACE_BITS) - 1
_WIDTH = 8
_FEW = 16


def number_of(session: int, place: int) -> int:
    """The number of a task, from that of its session and its place in it, from 0."""
    return session << PLACE_BITS | place


class TaskKey(NamedTuple):
    """A task in a list, whatever list it is: the path of its session, and its id."""

    path: str
    task: str


class Group(Struct, frozen=True):
    """Tasks that stand together: those from `start` on, and how many of them are closed.

    `label` is "" where they have none of what is grouped by.
    """

    label: str
    start: int
    count: int
    closed: int


class Groups(Sequence[Group]):
    """The groups of a list, one after the other, without a gap; there may be very many.

    Args:
        starts: where each begins.
        closed: how many tasks of each are closed.
        end: where the last one ends.
        label: returns what the n-th is called.
    """

    def __init__(
        self, starts: "array[int]", closed: "array[int]", end: int, label: Callable[[int], str]
    ) -> None:
        self._starts, self._closed, self._end, self._label = starts, closed, end, label

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Group: ...
    @overload
    def __getitem__(self, at: slice) -> list[Group]: ...
    def __getitem__(self, at: int | slice) -> Group | list[Group]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        start = self._starts[at]
        end = self._starts[at + 1] if at + 1 < len(self) else self._end
        return Group(self._label(at), start, end - start, self._closed[at])

    @property
    def starts(self) -> "array[int]":
        """Where each group begins."""
        return self._starts

    def at(self, entry: int) -> int:
        """Which group an entry of the list stands in."""
        return bisect_right(self._starts, entry) - 1

    def count_closed(self, group: int, by: int) -> None:
        """Count so many more closed tasks in a group."""
        self._closed[group] += by


NO_GROUPS = Groups(array("q"), array("q"), 0, str)


class TaskListing:
    """Tasks in order, and in groups.

    An entry is a task in a group: where a task belongs to several (to all labels of its session),
    each has an entry of it. Holds nine bytes an entry.

    A list is a thing of one moment. Tasks keep their places until it is made again, whatever is
    decided, and so do those of a note that was read anew meanwhile or is gone. Only what is
    closed is kept up (`mark`).

    Args:
        ids: the numbers of the tasks.
        closed: one byte an entry, 1 if the task is closed.
        groups: none, or all entries in groups.
        distinct: how many tasks there are.
        closed_tasks: how many of them are closed.
        fetch: returns the rows of sessions by number.
        number: returns the number of the session at a path.
    """

    def __init__(
        self,
        ids: "array[int]",
        closed: bytearray,
        groups: Groups,
        distinct: int,
        closed_tasks: int,
        *,
        fetch: Callable[[Sequence[int]], dict[int, Row]],
        number: Callable[[str], int | None],
    ) -> None:
        self.ids, self.groups = ids, groups
        self.distinct, self.closed_tasks = distinct, closed_tasks
        self._closed = closed
        self._fetch, self._number = fetch, number

    def __len__(self) -> int:
        return len(self.ids)

    def tasks(self, start: int, end: int) -> list[tuple[Row, Task] | None]:
        """Return the tasks of some entries, with their sessions.

        None stands for a task whose note was read anew since, or is gone; the list is to be made
        again then.
        """
        numbers = self.ids[start:end]
        rows = self._fetch(list(dict.fromkeys(n >> PLACE_BITS for n in numbers)))
        return [_task_of(rows.get(n >> PLACE_BITS), n & _PLACE) for n in numbers]

    def key(self, entry: int) -> TaskKey | None:
        """Return what tells the task of an entry from all others, in every list."""
        found = self.tasks(entry, entry + 1)[0]
        return TaskKey(found[0].path, found[1].id) if found else None

    def index(self, key: TaskKey, near: int = 0) -> int:
        """Return the entry of a task: of several the first from `near` on, else the first.

        Raises:
            ValueError: it is not in the list.
        """
        session = self._number(key.path)
        row = self._fetch([session]).get(session) if session is not None else None
        if session is not None and row is not None:
            for place, task in enumerate(row.tasks):
                if task.id == key.task:
                    number = number_of(session, place)
                    if 0 <= near < len(self.ids) and self.ids[near] == number:
                        return near
                    found = [entry for _, entry in self._entries([number])]
                    if found:
                        return next((entry for entry in found if entry >= near), found[0])
        raise ValueError(key)

    def mark(self, closed: Mapping[int, bool]) -> set[int]:
        """Take down of some tasks whether each is closed now; returns the entries that changed.

        The counts of their groups follow. Of a few tasks each takes less than a millisecond in a
        list of 180,000, and many take no longer than to look through the list once.
        """
        changed: dict[int, int] = {}
        for number, entry in self._entries(closed):
            if self._closed[entry] != closed[number]:
                self._closed[entry] = closed[number]
                changed[entry] = number
                if self.groups:
                    self.groups.count_closed(self.groups.at(entry), 1 if closed[number] else -1)
        self.closed_tasks += sum(1 if closed[number] else -1 for number in set(changed.values()))
        return set(changed)

    def sessions(self) -> "_Sessions":
        """The numbers of the sessions of all entries, worked out as they are asked for."""
        return _Sessions(self.ids)

    def next_open(self, entry: int, by: int) -> int | None:
        """Return the next entry with an open task, after an entry (`by` 1) or before it (-1)."""
        if by > 0:
            found = self._closed.find(0, entry + 1)
        else:
            found = self._closed.rfind(0, 0, max(0, entry))
        return found if found >= 0 else None

    def is_closed(self, entry: int) -> bool:
        """Whether the task of an entry is closed, as far as the list knows."""
        return bool(self._closed[entry])

    def _entries(self, numbers: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield the entries of some tasks, each after the task's number."""
        if len(numbers) > _FEW:
            yield from ((n, entry) for entry, n in enumerate(self.ids) if n in numbers)
        elif numbers:
            held = self.ids.tobytes()
            yield from ((n, entry) for n in numbers for entry in _find(held, n))


class _Sessions(Sequence[int]):
    """The number of the session of each entry."""

    def __init__(self, ids: "array[int]") -> None:
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            return [number >> PLACE_BITS for number in self._ids[at]]
        return self._ids[at] >> PLACE_BITS


def _find(held: bytes, number: int) -> Iterator[int]:
    """Where a number stands among the bytes of an array."""
    sought = array("q", [number]).tobytes()
    at = held.find(sought)
    while at >= 0:
        if at % _WIDTH == 0:
            yield at // _WIDTH
        at = held.find(sought, at + 1)


def _task_of(row: Row | None, place: int) -> tuple[Row, Task] | None:
    return (row, row.tasks[place]) if row is not None and place < len(row.tasks) else None
