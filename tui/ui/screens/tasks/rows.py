"""The lines of a list of tasks: a task each, and one over each group, which may be folded up."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, count
from operator import add, sub
from typing import NamedTuple, overload

from tui.ui.screens.tasks.similar import Around
from tui.workbench import Grouping, TaskKey, TaskListing

_APART = "\0"  # in no path, and in no id
_GROUP, _TASK, _GONE = "g", "t", "?"


class Rows(Sequence[str]):
    """The keys of all lines, in order; where groups are folded up, only their first line is there.

    A key stands for the same task or group in every list that is grouped alike.

    Args:
        listing: the tasks.
        grouping: what they are grouped by.
        folded: the names of the groups that are folded up.
        around: the task that all others are similar to, in one group; None where there is none.
    """

    def __init__(
        self,
        listing: TaskListing,
        grouping: Grouping = "none",
        folded: Set[str] = frozenset(),
        around: Around | None = None,
    ) -> None:
        self.listing = listing
        self.grouping = grouping
        self.around = around
        self._groups = listing.groups
        self._sessions = listing.sessions()
        self._folded = bytearray(len(self._groups))
        if folded:
            for group in range(len(self._groups)):
                self._folded[group] = self.name(group) in folded
        self._tops = self._laid_out()
        self._named: dict[str, int] | None = None

    def _laid_out(self) -> "array[int]":
        """Where each group begins, and, last, how many lines there are."""
        bounds = self._groups.starts[:]
        bounds.append(len(self.listing))
        if not any(self._folded):
            return array("q", map(add, bounds, count()))
        sizes = map(sub, bounds[1:], bounds)
        heights = (
            1 if is_folded else 1 + n for n, is_folded in zip(sizes, self._folded, strict=True)
        )
        return array("q", accumulate(heights, initial=0))

    # Groups ------------------------------------------------------------------------------

    def group_at(self, line: int) -> int | None:
        """Return the group that a line stands in; None where nothing is grouped."""
        return bisect_right(self._tops, line) - 1 if self._groups else None

    def is_group(self, line: int) -> bool:
        """Whether a line is the first of a group."""
        group = self.group_at(line)
        return group is not None and self._tops[group] == line

    def is_folded(self, group: int) -> bool:
        """Whether a group is folded up."""
        return bool(self._folded[group])

    def top(self, group: int) -> int:
        """Return the first line of a group."""
        return self._tops[group]

    def name(self, group: int) -> str:
        """Return what tells a group from all others, in every list that is grouped alike."""
        if self.grouping == "session":  # two may have one title
            return str(self._sessions[self._groups.starts[group]])
        return self._groups[group].label

    def names(self) -> Iterator[str]:
        """Yield the names of all groups."""
        return map(self.name, range(len(self._groups)))

    # Tasks -------------------------------------------------------------------------------

    def entry(self, line: int) -> int | None:
        """Return the entry of the listing on a line; None if that is the first of a group."""
        group = self.group_at(line)
        if group is None:
            return line
        below = line - self._tops[group] - 1
        return None if below < 0 else self._groups.starts[group] + below

    def line(self, entry: int) -> int:
        """Return the line of an entry; if that is folded up, the first of its group."""
        if not self._groups:
            return entry
        group = self._groups.at(entry)
        top = self._tops[group]
        return top if self._folded[group] else top + 1 + entry - self._groups.starts[group]

    def entries(self, lines: Sequence[int]) -> list[range]:
        """Return the entries on some lines, in runs.

        The first line of a group stands for all of it where it is folded up, or is alone.
        """
        if len(lines) == len(self):
            return [range(len(self.listing))]
        runs: list[range] = []
        for line in lines:
            entry = self.entry(line)
            if entry is not None:
                run = range(entry, entry + 1)
            else:
                group = self.group_at(line) or 0
                if not self._folded[group] and len(lines) > 1:
                    continue
                start, count = self._groups[group].start, self._groups[group].count
                run = range(start, start + count)
            if runs and runs[-1].stop == run.start:
                runs[-1] = range(runs[-1].start, run.stop)
            else:
                runs.append(run)
        return runs

    # As keys -----------------------------------------------------------------------------

    def __len__(self) -> int:
        return self._tops[-1] if self._groups else len(self.listing)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[line] for line in range(*at.indices(len(self)))]
        line = range(len(self))[at]
        entry = self.entry(line)
        if entry is None:
            return f"{_GROUP}{_APART}{self.name(self.group_at(line) or 0)}"
        key = self.listing.key(entry)
        if key is None:
            return f"{_GONE}{_APART}{self.listing.numbers(entry, entry + 1)[0]}"
        group = self.group_at(line) if self.grouping == "label" else None
        name = "" if group is None else self.name(group)
        return _APART.join((_TASK, key.path, key.task, name))

    def nearest(self, key: str, near: int) -> int | None:
        """Return the line of a key; of a task that has several, the one in the same group."""
        if 0 <= near < len(self) and self[near] == key:
            return near
        parts = _parts_of(key)
        if parts.task is None:
            group = self._group_named(parts.group) if key.startswith(_GROUP) else None
            return None if group is None else self._tops[group]
        group = self._group_named(parts.group) if self.grouping == "label" else None
        start = self._groups.starts[group] if group is not None else 0
        try:
            return self.line(self.listing.index(parts.task, start))
        except ValueError:
            return None

    def index(self, key: str, start: int = 0, stop: int | None = None) -> int:
        """Return where a key stands.

        Raises:
            ValueError: it is not in the list.
        """
        found = self.nearest(key, start)
        if found is None or found < start or (stop is not None and found >= stop):
            raise ValueError(key)
        return found

    def _group_named(self, name: str) -> int | None:
        if self._named is None:
            self._named = {known: group for group, known in enumerate(self.names())}
        return self._named.get(name)


class _Parts(NamedTuple):
    """What a key says: a task, or none, and the name of a group."""

    task: TaskKey | None
    group: str


def task_of(key: str | None) -> TaskKey | None:
    """Return the task that a key stands for; None if it is that of a group, or of what is gone."""
    return _parts_of(key).task if key else None


def _parts_of(key: str) -> _Parts:
    kind, _, rest = key.partition(_APART)
    if kind != _TASK:
        return _Parts(None, rest)
    path, task, group = rest.split(_APART, 2)
    return _Parts(TaskKey(path, task), group)
