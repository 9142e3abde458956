"""What a key decides: drafted, saved in its turn, told, taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence, Set
from functools import partial
from typing import TYPE_CHECKING

from tui.ui.desk.saving import Saved, Saver
from tui.workbench import JournalError, ReadOnlyError, RefusedError, Row, Setting, Task

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Draft, Signed, Status, Workbench

_SOON_SECONDS = 0.02  # a disk takes less; what it takes longer to save is drawn as waiting for it

Chosen = Sequence[tuple[Row, Task]]
"""The tasks that a decision is on, each with its session."""

Work = Callable[[], Awaitable[None]]
"""Something to be done beside the screen; it is not begun where nobody comes to it any more."""


class Deciding:
    """Decides on tasks and sessions; nothing is shown as decided before it is on disk.

    Args:
        bench: what drafts and takes in decisions.
        run: has something done while the screen goes on.
        acted: is called when something is decided, before it is on disk.
        redraw: draws sessions whose state has changed.
        show_waiting: draws subjects that wait for the disk, or have ceased to.
        say: tells something in passing.
        complain: says what went wrong.
        undo_key: the key that takes a step back, as people write it.
        move_key: the key that has decisions kept in another place.
    """

    def __init__(
        self,
        bench: Workbench,
        *,
        run: Callable[[Work], object],
        acted: Callable[[], None],
        redraw: Callable[[set[str]], None],
        show_waiting: Callable[[Set[str]], None],
        say: Callable[[str], None],
        complain: Callable[[str], None],
        undo_key: str,
        move_key: str,
    ) -> None:
        self._bench = bench
        self._saver = Saver(bench)
        self._run = run
        self._acted = acted
        self._redraw = redraw
        self._show_waiting = show_waiting
        self._say = say
        self._complain = complain
        self._undo_key, self._move_key = undo_key, move_key
        self._last_error = ""

    def is_saving(self, subject: str) -> bool:
        """Whether a decision on a task or a session is on its way to the disk."""
        return self._saver.is_saving(subject)

    def would_toggle_to(self, chosen: Chosen) -> Status:
        """What ticking tasks off makes of them: pending, if all of them are done."""
        all_done = all(self._bench.status(task) == "done" for _, task in chosen)
        return "pending" if all_done else "done"

    def toggle_done(self, chosen: Chosen) -> None:
        """Tick tasks off; if all of them are done, make them pending again."""
        self._decide_on(chosen, lambda: Setting(status=self.would_toggle_to(chosen)))

    def set(self, chosen: Chosen, setting: Setting) -> None:
        """Give tasks a status, a due date, an assignee or a note."""
        self._decide_on(chosen, lambda: setting)

    def toggle_reviewed(self, row: Row) -> None:
        """Sign a session off, or take that back."""
        signed: list[Signed | None] = []

        def read() -> None:
            signed.append(self._bench.drafts.to_sign(row.path))

        def make() -> Draft:
            reviewed = not self._bench.reviewed(row)
            return self._bench.drafts.review(row, reviewed=reviewed, signed=signed[0])

        def tell(draft: Draft | None) -> None:
            reviewed = bool(draft and draft.decisions[0].set.reviewed)
            self._say("Session reviewed." if reviewed else "Session not reviewed any more.")

        self._decide(make, tell, first=read)

    def reverse(self, decision: str) -> None:
        """Set back what held before a decision, by its id, whoever made it."""
        from tui.ui.desk.saying import reversed_said

        self._attempt(
            lambda: self._bench.drafts.reversal(decision),
            lambda draft: reversed_said(draft, self._undo_key),
        )

    def archive(self, orphans: Sequence[str]) -> None:
        """Decide that nobody need look for some lost tasks."""
        self._attempt(lambda: self._bench.drafts.archiving(orphans), self._done_said, orphans)

    def attach(self, orphans: Sequence[str], row: Row, task: Task) -> None:
        """Decide that lost tasks are another one."""
        self._attempt(
            lambda: self._bench.drafts.attachment(orphans, row, task), self._done_said, orphans
        )

    def _done_said(self, draft: Draft) -> str:
        from tui.ui.desk.saying import done_said

        return done_said(draft, self._undo_key)

    def _attempt(
        self,
        make: Callable[[], Draft],
        said: Callable[[Draft], str],
        subjects: Sequence[str] = (),
    ) -> None:
        """Decide what may turn out to be refused when its turn comes."""
        refused: list[str] = []

        def attempt() -> Draft | None:
            try:
                return make()
            except RefusedError as error:
                refused.append(str(error))
                return None

        def tell(draft: Draft | None) -> None:
            if draft is None:
                self._complain(f"Not decided: {refused[0]}.")
            else:
                self._say(said(draft))

        self._decide(attempt, tell, subjects)

    def undo(self) -> None:
        """Take back the last step."""
        from tui.ui.desk.saying import again_said

        self._decide(
            lambda: self._bench.drafts.undo(), lambda draft: self._say(again_said("undo", draft))
        )

    def redo(self) -> None:
        """Take up again what was undone."""
        from tui.ui.desk.saying import again_said

        self._decide(
            lambda: self._bench.drafts.redo(), lambda draft: self._say(again_said("redo", draft))
        )

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
        if changed is not None:
            self._redraw(changed)

    async def move(self) -> None:
        """Keep decisions in the user's data folder from now on."""
        try:
            store = await self._saver.move()
        except (RefusedError, JournalError) as error:
            self._complain(f"Nothing was changed: {error}.")
        else:
            self._say(f"Decisions are kept in {store} from now on; those so far count as before.")

    async def drain(self) -> None:
        """Wait until everything that was decided is on disk, or was refused."""
        await self._saver.drain()

    def _decide_on(self, chosen: Chosen, ask: Callable[[], Setting]) -> None:
        """Decide on tasks; what, is asked when those before it are decided.

        A status that one task was given is seen in its box, and not told.
        """
        from tui.ui.desk.saying import done_said

        def make() -> Draft:
            return self._bench.drafts.setting(chosen, ask())

        def tell(draft: Draft | None) -> None:
            if draft is None:
                return
            is_seen = len(chosen) == 1 and all(d.set.status for d in draft.decisions)
            if not is_seen:
                self._say(done_said(draft, self._undo_key))

        self._decide(make, tell, [task.id for _, task in chosen])

    def _decide(
        self,
        make: Callable[[], Draft | None],
        tell: Callable[[Draft | None], None],
        subjects: Sequence[str] = (),
        first: Callable[[], object] | None = None,
    ) -> None:
        """Save in its turn; the screen goes on, and shows the change once it is on disk."""
        waiting = frozenset(subjects)
        saving = self._saver.submit(make, waiting, first)
        self._acted()
        self._run(partial(self._finish, saving, tell, waiting))

    async def _finish(
        self,
        saving: asyncio.Task[Saved],
        tell: Callable[[Draft | None], None],
        waiting: Set[str],
    ) -> None:
        # After one drawing, the next comes a frame or two later. So usually there is but one, of
        # what is on disk.
        await asyncio.wait({saving}, timeout=_SOON_SECONDS)
        if not saving.done():
            self._show_waiting(waiting)
        try:
            saved = await asyncio.shield(saving)
        except JournalError as error:
            self._show_waiting(waiting)
            again = f" Nothing was changed; try again, or {self._move_key} keeps them elsewhere."
            self._complain(f"{error}.{'' if isinstance(error, ReadOnlyError) else again}")
            return
        self._redraw(saved.paths)
        if saved.draft is None or len(saved.draft.decisions) < len(waiting):
            self._show_waiting(waiting)  # some of it held already
        tell(saved.draft)
