"""The tasks that say nearly the same as the one under the cursor."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from tui.ui.desk import Work
from tui.ui.inline import inline
from tui.workbench import OPEN, Row, Superseded, Task, TaskKey, TaskListing, Workbench

_REST_SECONDS = 0.05  # longer than a key that is held down takes to come again
_MOST_SHOWN = 12
_AT_ONCE = 500


class Around(NamedTuple):
    """A task whose similar ones are listed, and what their group is called."""

    task: TaskKey
    label: str


class SimilarGroup(NamedTuple):
    """The similar tasks of one, that one among them, as far as they are listed.

    `first` are some of them, without that one, to be shown.
    """

    task: TaskKey
    among: TaskListing
    listing: TaskListing
    first: Sequence[tuple[Row, Task]]

    def open_ones(self) -> list[TaskKey]:
        """Return those that are open, and that one; may be done in a thread."""
        found = {self.task: None}
        for start in range(0, len(self.listing), _AT_ONCE):
            end = min(start + _AT_ONCE, len(self.listing))
            for entry, one in enumerate(self.listing.tasks(start, end), start):
                if one and not self.listing.is_closed(entry):
                    found[TaskKey(one[0].path, one[1].id)] = None
        return list(found)


class Similar:
    """Finds the tasks that are similar to the one under a cursor, once it rests there.

    Only those of a list are of interest, which is what the filter leaves. They are looked for in a
    thread; a key waits for none of it.

    Args:
        bench: what knows of tasks.
        run: lets them be looked for; if others were being looked for, nobody waits for these.
        found: is called when they are there.
    """

    def __init__(
        self,
        bench: Workbench,
        *,
        run: Callable[[Work], object],
        found: Callable[[], object],
    ) -> None:
        self._bench = bench
        self._run = run
        self._tell_found = found
        self._group: SimilarGroup | None = None
        self._wanted: tuple[TaskKey, TaskListing] | None = None
        self._decided = 0

    def follow(self, task: TaskKey | None, among: TaskListing | None) -> None:
        """Look for the tasks of a list that are similar to one, unless they are known.

        Those that were found in an earlier list stand until then.
        """
        wanted = None if task is None or among is None else (task, among)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if self._group is not None and self._group.task != task:
            self._group = None
        if wanted is not None:
            self._run(partial(self._look, *wanted))

    async def _look(self, task: TaskKey, among: TaskListing) -> None:
        await asyncio.sleep(_REST_SECONDS)
        await self.of(task, among)

    async def of(self, task: TaskKey, among: TaskListing) -> SimilarGroup | None:
        """Return the tasks of a list that are similar to one; None if the cursor left it."""
        group = self._group
        if group is None or group.task != task or group.among is not among:
            seen, group = -1, None
            while seen != self._decided:  # what is decided meanwhile is counted, too
                seen = self._decided
                with suppress(Superseded):
                    group = await asyncio.to_thread(self._find, task, among)
            if group is None or not self._is_wanted(task):
                return None
            self._group = group
            self._tell_found()
        return group

    def _find(self, task: TaskKey, among: TaskListing) -> SimilarGroup:
        listing = self._bench.list_similar(task, among, wanted=lambda: self._is_wanted(task))
        some = listing.tasks(0, min(len(listing), _MOST_SHOWN + 1))
        others = [one for one in some if one and one[1].id != task.task]
        return SimilarGroup(task, among, listing, others[:_MOST_SHOWN])

    def _is_wanted(self, task: TaskKey) -> bool:
        return self._wanted is not None and self._wanted[0] == task

    def group_of(self, task: TaskKey | None) -> SimilarGroup | None:
        """Return the similar tasks of one, if they are known."""
        return self._group if self._group is not None and self._group.task == task else None

    def count(self, found: tuple[Row, Task]) -> tuple[int, int]:
        """Return how many tasks similar to one are open, and how many closed, as far as known."""
        row, task = found
        group = self.group_of(TaskKey(row.path, task.id))
        if group is None or not len(group.listing):
            return 0, 0
        is_open = self._bench.status(task) in OPEN
        closed = group.listing.closed_tasks
        return max(0, len(group.listing) - closed - is_open), max(0, closed - (not is_open))

    def recount(self, paths: set[str]) -> None:
        """Take in what was decided in some sessions."""
        self._decided += 1
        if self._group is not None:
            self._bench.recount(self._group.listing, paths)


def around(key: TaskKey, task: Task, sign: str) -> Around:
    """Return what the similar tasks of one are listed as."""
    return Around(key, f"{sign} {inline(task.text).plain}")
