"""What a key decides: drafted, saved in its turn, told, taken back."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence

from tui.ui.saving import Saved, Saver
from tui.workbench import Draft, JournalError, ReadOnlyError, Row, Setting, Status, Task, Workbench

Chosen = Sequence[tuple[Row, Task]]
"""The tasks that a decision is on, each with its session."""


class Deciding:
    """Decides on tasks and sessions; nothing is shown as decided before it is on disk.

    Args:
        bench: what drafts and takes in decisions.
        run: lets a coroutine run while the screen goes on.
        redraw: draws sessions whose state has changed.
        show_waiting: draws what waits for the disk, or has ceased to.
        say: tells something in passing.
        complain: says what went wrong.
    """

    def __init__(
        self,
        bench: Workbench,
        *,
        run: Callable[[Coroutine[None, None, None]], object],
        redraw: Callable[[set[str]], None],
        show_waiting: Callable[[], None],
        say: Callable[[str], None],
        complain: Callable[[str], None],
    ) -> None:
        self._bench = bench
        self._saver = Saver(bench)
        self._run = run
        self._redraw = redraw
        self._show_waiting = show_waiting
        self._say = say
        self._complain = complain
        self._last_error = ""

    def is_saving(self, subject: str) -> bool:
        """Whether a decision on a task or a session is on its way to the disk."""
        return self._saver.is_saving(subject)

    def toggle_done(self, chosen: Chosen) -> None:
        """Tick tasks off; if all of them are done, make them pending again."""

        def make() -> Draft:
            all_done = all(self._bench.status(task) == "done" for _, task in chosen)
            return self._bench.draft(chosen, Setting(status="pending" if all_done else "done"))

        self._decide_on(chosen, make)

    def set_status(self, chosen: Chosen, status: Status) -> None:
        """Give tasks a status."""
        self._decide_on(chosen, lambda: self._bench.draft(chosen, Setting(status=status)))

    def toggle_reviewed(self, row: Row) -> None:
        """Sign a session off, or take that back."""

        def make() -> Draft:
            return self._bench.draft_review(row, reviewed=not self._bench.reviewed(row))

        def tell(draft: Draft | None) -> None:
            reviewed = bool(draft and draft.decisions[0].set.reviewed)
            self._say("Session reviewed." if reviewed else "Session not reviewed any more.")

        self._decide(make, tell)

    def undo(self) -> None:
        """Take back the last step."""
        self._decide(self._bench.draft_undo, lambda draft: self._say(again("undo", draft)))

    def redo(self) -> None:
        """Take up again what was undone."""
        self._decide(self._bench.draft_redo, lambda draft: self._say(again("redo", draft)))

    async def look(self) -> None:
        """See what other workbenches decided."""
        try:
            changed = await self._saver.look()
        except JournalError as error:
            if str(error) != self._last_error:  # it is looked at every second
                self._complain(str(error))
            self._last_error = str(error)
            return
        self._last_error = ""
        if changed:
            self._redraw(changed)

    async def drain(self) -> None:
        """Wait until everything that was decided is on disk, or was refused."""
        await self._saver.drain()

    def _decide_on(self, chosen: Chosen, make: Callable[[], Draft]) -> None:
        def tell(draft: Draft | None) -> None:
            if draft and len(draft.decisions) > 1:
                status = draft.decisions[0].set.status
                self._say(f"{len(draft.decisions)} tasks {status}. u takes it back.")

        self._decide(make, tell, [task.id for _, task in chosen])

    def _decide(
        self,
        make: Callable[[], Draft | None],
        tell: Callable[[Draft | None], None],
        subjects: Sequence[str] = (),
    ) -> None:
        """Save in its turn; the screen goes on, and shows the change once it is on disk."""
        saving = self._saver.submit(make, subjects)
        self._show_waiting()
        self._run(self._finish(saving, tell))

    async def _finish(
        self, saving: "asyncio.Task[Saved]", tell: Callable[[Draft | None], None]
    ) -> None:
        try:
            saved = await asyncio.shield(saving)
        except JournalError as error:
            self._show_waiting()
            again = "" if isinstance(error, ReadOnlyError) else " Nothing was changed; try again."
            self._complain(f"{error}.{again}")
            return
        self._redraw(saved.paths)
        tell(saved.draft)


def again(word: str, draft: Draft | None) -> str:
    """Say what undo or redo did."""
    if draft is None:
        return f"Nothing to {word}."
    kept = f"{draft.kept} left alone: decided since by someone else." if draft.kept else ""
    about = [decision.text or decision.title for decision in draft.decisions]
    if not about:
        return kept
    what = about[0].rstrip(".") if len(about) == 1 else f"{len(about)} decisions"
    said = "Undone" if word == "undo" else "Redone"
    return f"{said}: {what}. {kept}".rstrip()
