"""One decision after the other onto the disk, without holding up the screen."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Draft, Workbench


class Saved(Struct, frozen=True):
    """What was saved (None: there was nothing to save), and the sessions that changed."""

    draft: Draft | None
    paths: set[str]


class Saver:
    """Saves in the order of the keys; knows which subjects are not on disk yet."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._turn = asyncio.Lock()
        self._under_way: set[asyncio.Task[Saved]] = set()
        self._waiting: Counter[str] = Counter()

    def is_saving(self, subject: str) -> bool:
        """Whether a decision on a task or a session is on its way to the disk."""
        return self._waiting[subject] > 0

    def submit(
        self,
        make: Callable[[], Draft | None],
        subjects: Iterable[str] = (),
        first: Callable[[], object] | None = None,
    ) -> asyncio.Task[Saved]:
        """Save a draft that is made when its turn comes, so that it sees all before it saved.

        Args:
            make: makes the draft.
            subjects: what is known to wait meanwhile.
            first: what is done in a thread before, as reading a note.

        Returns:
            The saving. It raises JournalError if it failed, and then nothing has changed.
        """
        about = list(subjects)
        self._waiting.update(about)
        task = asyncio.create_task(self._save(make, about, first))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task

    async def _save(
        self,
        make: Callable[[], Draft | None],
        about: list[str],
        first: Callable[[], object] | None,
    ) -> Saved:
        try:
            async with self._turn:
                if first is not None:
                    await asyncio.to_thread(first)
                draft = make()
                if draft is None or not draft.decisions:
                    return Saved(draft, set())
                news = await asyncio.to_thread(self._bench.save, draft)
                return Saved(draft, self._bench.accept(news))
        finally:
            self._waiting.subtract(about)

    async def move(self) -> Path:
        """Save in another place from now on (see `Workbench.move_store`); returns the journal.

        Raises:
            RefusedError: there is none.
            JournalError: the journal cannot be read.
        """
        async with self._turn:
            return self._bench.move_store()

    async def look(self) -> set[str] | None:
        """Take in what other workbenches saved; returns the paths of the sessions that changed.

        None if they saved nothing: what they did save may be on tasks that are in no note.

        Raises:
            JournalError: the journal cannot be read.
        """
        async with self._turn:
            news = await asyncio.to_thread(self._bench.look)
            # Usually there is none; taking in nothing would wait for whoever counts meanwhile.
            return self._bench.accept(news) if news or self._bench.is_recalled else None

    async def drain(self) -> None:
        """Wait until everything that was decided is on disk, or was refused."""
        await asyncio.gather(*self._under_way, return_exceptions=True)
