"""A list of tasks: their numbers, in order and in groups; what they are is fetched when in view.

A task is known by one number, that of its session and its place in it (see
`tui.library.index.sql`), for as long as its note is not read anew.
"""

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import overload

from tui.library.index.entries import NO_GROUPS, AtHand, Entries, Groups
from tui.library.index.keys import TaskKey, number_of
from tui.library.index.sql import PLACE_BITS
from tui.library.row import Row
from tui.notes import Task

_FIRST_STEP = 64
_PLACE = (1 << PLACE_BITS) - 1


class TaskListing:
    """Tasks in order, and in groups.

    An entry is a task in a group: where a task belongs to several (to all labels of its session),
    each has an entry of it. Holds eight bytes a task.

    A list is a thing of one moment. Tasks keep their places until it is made again, whatever is
    decided, and so do those of a note that was read anew meanwhile or is gone. Only what is
    closed is kept up (`mark`).

    Args:
        entries: the numbers of the tasks, in groups or not.
        distinct: how many tasks there are.
        closed: the numbers of all tasks that are closed, whether they are listed or not.
        closed_tasks: how many of those listed are.
        fetch: returns the rows of sessions by number.
        number: returns the number of the session at a path.
    """

    def __init__(
        self,
        entries: Entries,
        distinct: int,
        closed: set[int],
        closed_tasks: int,
        *,
        fetch: Callable[[Sequence[int]], dict[int, Row]],
        number: Callable[[str], int | None],
    ) -> None:
        self.groups = entries.groups
        self.distinct, self.closed_tasks = distinct, closed_tasks
        self._entries, self._closed = entries, closed
        self._fetch, self._number = fetch, number

    def __len__(self) -> int:
        return len(self._entries)

    def numbers(self, start: int, end: int) -> Sequence[int]:
        """The numbers of the tasks of some entries."""
        return self._entries.part(start, end)

    def tasks(self, start: int, end: int) -> list[tuple[Row, Task] | None]:
        """Return the tasks of some entries, with their sessions.

        None stands for a task whose note was read anew since, or is gone; the list is to be made
        again then.
        """
        numbers = self.numbers(start, end)
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
        number = self._number_of(key)
        if number is None:
            raise ValueError(key)
        if 0 <= near < len(self) and self.numbers(near, near + 1)[0] == number:
            return near
        found = self._entries.entry_of(number, near)
        if found is None:
            raise ValueError(key)
        return found

    def mark(self, closed: Mapping[int, bool]) -> set[int]:
        """Take down of some tasks, by number, whether each is closed now.

        The counts of their groups follow. Of a few tasks each takes less than a millisecond in a
        list of 180,000, and many take no longer than to look through the list once.

        Returns:
            The entries that changed, as far as their groups were looked at.
        """
        changed: set[int] = set()
        for number, groups, entries in self._entries.places(closed.keys()):
            if (number in self._closed) == closed[number]:
                continue
            by = 1 if closed[number] else -1
            self._closed ^= {number}
            self.closed_tasks += by
            for group in groups:
                self.groups.count_closed(group, by)
            changed.update(entries)
        return changed

    def part(self, numbers: Collection[int], label: str) -> "TaskListing":
        """Return those of some tasks, by number, that are listed, as a list with one group.

        They keep their order; a task that has several entries here has one there. May be done in
        a thread.
        """
        wanted = set(numbers)
        ids = self._entries.among(wanted)
        closed = self._closed & wanted
        shut = sum(number in closed for number in ids)
        groups = Groups(array("q", [0]), array("q", [shut]), len(ids), lambda _: label)
        return TaskListing(
            AtHand(ids, groups if ids else NO_GROUPS),
            len(ids),
            closed,
            shut,
            fetch=self._fetch,
            number=self._number,
        )

    def sessions(self) -> "_Sessions":
        """The numbers of the sessions of all entries, worked out as they are asked for."""
        return _Sessions(self)

    def next_open(self, entry: int, by: int) -> int | None:
        """Return the next entry with an open task, after an entry (`by` 1) or before it (-1)."""
        at, step = entry + by, _FIRST_STEP
        while 0 <= at < len(self):
            start, end = (at, min(at + step, len(self))) if by > 0 else (max(0, at - step), at + 1)
            numbers = self.numbers(start, end)[::by]
            found = next((n for n, one in enumerate(numbers) if one not in self._closed), None)
            if found is not None:
                return at + by * found
            at, step = end if by > 0 else start - 1, 2 * step
        return None

    def is_closed(self, entry: int) -> bool:
        """Whether the task of an entry is closed, as far as the list knows."""
        return self.numbers(entry, entry + 1)[0] in self._closed

    def _number_of(self, key: TaskKey) -> int | None:
        session = self._number(key.path)
        row = self._fetch([session]).get(session) if session is not None else None
        if session is None or row is None:
            return None
        return next(
            (number_of(session, n) for n, task in enumerate(row.tasks) if task.id == key.task), None
        )


class _Sessions(Sequence[int]):
    """The number of the session of each entry."""

    def __init__(self, listing: TaskListing) -> None:
        self._listing = listing

    def __len__(self) -> int:
        return len(self._listing)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return [number >> PLACE_BITS for number in self._listing.numbers(start, end)]
        return self._listing.numbers(at, at + 1)[0] >> PLACE_BITS


def _task_of(row: Row | None, place: int) -> tuple[Row, Task] | None:
    return (row, row.tasks[place]) if row is not None and place < len(row.tasks) else None
