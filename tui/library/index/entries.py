"""The entries of a list of tasks: numbers of tasks, at hand or found when they are looked at."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, Protocol, overload

from msgspec import Struct

_WIDTH = 8
_FEW = 16
_FIRST_LOOK = 1024


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
        self.end = end
        self._starts, self._closed, self._label = starts, closed, label

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
        start, end = self.span(at)
        return Group(self._label(at), start, end - start, self._closed[at])

    @property
    def starts(self) -> "array[int]":
        """Where each group begins."""
        return self._starts

    def span(self, group: int) -> tuple[int, int]:
        """Where a group begins, and where the next one does."""
        after = group + 1
        return self._starts[group], self._starts[after] if after < len(self) else self.end

    def at(self, entry: int) -> int:
        """Which group an entry of the list stands in."""
        return bisect_right(self._starts, entry) - 1

    def count_closed(self, group: int, by: int) -> None:
        """Count so many more closed tasks in a group."""
        self._closed[group] += by


NO_GROUPS = Groups(array("q"), array("q"), 0, str)


class Place(NamedTuple):
    """Where a task stands: its number, the groups it is in, and its entries known so far."""

    number: int
    groups: Sequence[int]
    entries: Sequence[int]


class Entries(Protocol):
    """Numbers of tasks, in order and in groups."""

    groups: Groups

    def __len__(self) -> int:
        """How many there are."""
        ...

    def part(self, start: int, end: int) -> Sequence[int]:
        """Those from `start` on, up to `end`."""
        ...

    def places(self, numbers: Collection[int]) -> Iterator[Place]:
        """Yield where some tasks stand, those that are listed at all; each once."""
        ...

    def entry_of(self, number: int, near: int = 0) -> int | None:
        """The entry of a task: of several the first from `near` on, else the first."""
        ...

    def among(self, numbers: Collection[int]) -> "array[int]":
        """Those of some tasks that are listed, each once, in order."""
        ...


class AtHand:
    """Entries that are all there; a task has one of them."""

    def __init__(self, ids: "array[int]", groups: Groups) -> None:
        self.groups = groups
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    def part(self, start: int, end: int) -> Sequence[int]:
        """Those from `start` on, up to `end`."""
        return self._ids[start:end]

    def places(self, numbers: Collection[int]) -> Iterator[Place]:
        """Yield where some tasks stand."""
        for number, entry in find(self._ids, numbers):
            yield Place(number, [self.groups.at(entry)] if self.groups else [], [entry])

    def entry_of(self, number: int, near: int = 0) -> int | None:
        """The entry of a task."""
        return next((entry for _, entry in find(self._ids, [number])), None)

    def among(self, numbers: Collection[int]) -> "array[int]":
        """Those of some tasks that are listed, in order."""
        return _among(self._ids, numbers)


class OnDemand:
    """Entries of groups; those of a group are found as far as it is looked at.

    Args:
        ids: the tasks, each once, in the order that they have in each group.
        groups: the groups.
        fill: returns the numbers of the tasks of a group, in order, as they are found.
        groups_of: returns the groups that a task belongs to, by its number, in order.
        apart: whether each task belongs to one of them; else they share tasks.
    """

    def __init__(
        self,
        ids: "array[int]",
        groups: Groups,
        fill: Callable[[int], Iterator[int]],
        groups_of: Callable[[int], Sequence[int]],
        *,
        apart: bool = False,
    ) -> None:
        self.groups = groups
        self._apart = apart
        self._ids, self._fill, self._groups_of = ids, fill, groups_of
        self._filled: dict[int, _Filling] = {}

    def __len__(self) -> int:
        return self.groups.end

    def part(self, start: int, end: int) -> Sequence[int]:
        """Those from `start` on, up to `end`."""
        start, end, _ = slice(start, end).indices(len(self))
        found: list[int] = []
        while start < end:
            group = self.groups.at(start)
            first, after = self.groups.span(group)
            found += self._held(group).part(start - first, end - first)
            start = after
        return found

    def places(self, numbers: Collection[int]) -> Iterator[Place]:
        """Yield where some tasks stand; entries are told as far as groups were looked at."""
        for number, _ in find(self._ids, numbers):
            groups = self._groups_of(number)
            known = (self._known_entry(number, group) for group in groups)
            yield Place(number, groups, [entry for entry in known if entry is not None])

    def entry_of(self, number: int, near: int = 0) -> int | None:
        """The entry of a task: of several the first from `near` on, else the first.

        As few groups as can be are looked at.
        """
        if not any(True for _ in find(self._ids, [number])):
            return None
        groups = self._groups_of(number)
        after = [group for group in groups if self.groups.span(group)[1] > near]
        for group in after:
            entry = self._entry(number, group)
            if entry >= near:
                return entry
        return self._entry(number, groups[0]) if groups else None

    def among(self, numbers: Collection[int]) -> "array[int]":
        """Those of some tasks that are listed, each once, in the order that they have in groups."""
        found = _among(self._ids, numbers)
        return (
            array("q", sorted(found, key=lambda n: [*self._groups_of(n)])) if self._apart else found
        )

    def _entry(self, number: int, group: int) -> int:
        return self.groups.span(group)[0] + self._held(group).index(number)

    def _known_entry(self, number: int, group: int) -> int | None:
        at = self._filled[group].known(number) if group in self._filled else None
        return None if at is None else self.groups.span(group)[0] + at

    def _held(self, group: int) -> "_Filling":
        if group not in self._filled:
            first, after = self.groups.span(group)
            self._filled[group] = _Filling(self._fill(group), after - first)
        return self._filled[group]


class _Filling:
    """The numbers of a group, found as far as they were asked for.

    Args:
        more: finds them, in order.
        count: how many there are.
    """

    def __init__(self, more: Iterator[int], count: int) -> None:
        self._more, self._count = more, count
        self._found = array("q")

    def part(self, start: int, end: int) -> "array[int]":
        """Those from `start` on, up to `end`."""
        self._find(min(end, self._count) - len(self._found))
        return self._found[start:end]

    def known(self, number: int) -> int | None:
        """Where a number stands; None if it was not found yet."""
        return next((entry for _, entry in find(self._found, [number])), None)

    def index(self, number: int) -> int:
        """Where a number stands.

        Raises:
            ValueError: it is not there.
        """
        start = 0
        while True:
            try:
                return self._found.index(number, start)
            except ValueError:
                start = len(self._found)
                self._find(min(self._count - start, max(start, _FIRST_LOOK)))
                if len(self._found) == start:
                    raise

    def _find(self, count: int) -> None:
        if count > 0:
            self._found.extend(islice(self._more, count))


def find(ids: "array[int]", numbers: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield where some numbers stand in an array, each after the number."""
    if len(numbers) > _FEW:
        yield from ((n, entry) for entry, n in enumerate(ids) if n in numbers)
    elif numbers:
        held = ids.tobytes()
        yield from ((n, entry) for n in numbers for entry in _find(held, n))


def _among(ids: "array[int]", numbers: Collection[int]) -> "array[int]":
    found = sorted((entry, number) for number, entry in find(ids, numbers))
    return array("q", (number for _, number in found))


def _find(held: bytes, number: int) -> Iterator[int]:
    """Where a number stands among the bytes of an array; there they are found the fastest."""
    sought = array("q", [number]).tobytes()
    at = held.find(sought)
    while at >= 0:
        if at % _WIDTH == 0:
            yield at // _WIDTH
        at = held.find(sought, at + 1)
