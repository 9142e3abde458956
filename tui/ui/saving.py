"""One decision after the other onto the disk, without holding up the screen."""

import asyncio

from tui.workbench import Draft, Workbench


class Saver:
    """Saves drafts in the order of the keys; knows which subjects are not on disk yet."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._turn = asyncio.Lock()
        self._waiting: dict[str, int] = {}

    def is_saving(self, subject: str) -> bool:
        """Whether a decision on a task or a session is on its way to the disk."""
        return subject in self._waiting

    async def save(self, draft: Draft) -> set[str]:
        """Save a draft; returns the paths of the sessions that changed.

        Raises:
            JournalError: it is not saved, and nothing has changed.
        """
        subjects = [decision.subject for decision in draft.decisions]
        for subject in subjects:
            self._waiting[subject] = self._waiting.get(subject, 0) + 1
        try:
            async with self._turn:
                news = await asyncio.to_thread(self._bench.save, draft)
                return self._bench.accept(news)
        finally:
            for subject in subjects:
                self._waiting[subject] -= 1
                if not self._waiting[subject]:
                    del self._waiting[subject]

    async def look(self) -> set[str]:
        """Take in what other workbenches saved; returns the paths of the sessions that changed.

        Raises:
            JournalError: the journal cannot be read.
        """
        async with self._turn:
            return self._bench.accept(await asyncio.to_thread(self._bench.look))

    async def drain(self) -> None:
        """Wait until everything that was decided is on disk, or was refused."""
        async with self._turn:
            return
