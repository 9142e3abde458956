"""What is done on every screen that lists tasks: mark them, decide on them, open their note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.plain import plain
from tui.ui.cells import counted
from tui.ui.desk import Chosen, Desk
from tui.ui.screens.shared.base import DeskScreen, GoTo
from tui.ui.screens.shared.following import Following
from tui.ui.screens.shared.selection import Selection, tasks_of
from tui.ui.widgets.checklist import STATUS_WORDS
from tui.ui.widgets.line_list import LineList
from tui.workbench import Setting, setting_of

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Field, Row, TaskKey

MOST_UNASKED = 50
"""More tasks than these are decided on only after a yes."""
MOST_AT_ONCE = 10_000
"""More tasks than these are not taken in one step."""


class TaskScreen(DeskScreen):
    """A screen with a list of tasks; a subclass says which, and where the cursor stands.

    Args:
        desk: what it shares with the others.
        go_to: brings another one to the front.
    """

    following: Following
    """The session that is shown."""
    tasks: LineList[Any]
    """The list of tasks."""

    def __init__(self, desk: Desk, go_to: GoTo) -> None:
        super().__init__(desk, go_to)
        self.selection = Selection()

    # For subclasses ----------------------------------------------------------------------

    def count_on(self, lines: Sequence[int]) -> int:
        """Return how many tasks stand on some lines of the list, or are folded up in them."""
        raise NotImplementedError

    def tasks_on(self, lines: Sequence[int]) -> list[TaskKey]:
        """Return the tasks on some lines."""
        raise NotImplementedError

    def can_see_tasks(self) -> bool:
        """Whether what an action takes is in view; if not, go there."""
        raise NotImplementedError

    # What an action takes ----------------------------------------------------------------

    def _take(self, lines: Sequence[int], beside: int = 0) -> list[TaskKey]:
        """Return the tasks on some lines; none if, with others, they are too many; that is said."""
        return [] if self.is_too_many(self.count_on(lines) + beside) else self.tasks_on(lines)

    def is_too_many(self, count: int) -> bool:
        """Whether so many tasks are too many for one step; that is said."""
        if count > MOST_AT_ONCE:
            self.desk.complain(
                f"{count:,} tasks are too many for one step, which takes {MOST_AT_ONCE:,}; "
                "narrow the list first."
            )
        return count > MOST_AT_ONCE

    def _chosen(self) -> Chosen:
        """The tasks an action takes: those marked and of the range, else the cursor's.

        None while they cannot be seen.
        """
        self.follow()
        if not self.can_see_tasks():
            return ()
        taken = list(self.selection)
        if self.tasks.has_range or not taken:
            more = self._take(self.tasks.chosen(), len(taken))
            taken = [*taken, *more] if more else []
        return tasks_of(taken, self.desk.bench)

    def action_range(self) -> None:
        """Start a range of tasks at the cursor; or end it, and mark what is in it."""
        if not self.can_see_tasks():
            return
        if self.tasks.has_range:
            self.selection.add(self._take(self.tasks.chosen(), len(self.selection)))
        self.tasks.toggle_range()
        self.update_titles()

    def action_mark(self) -> None:
        """Mark the task under the cursor, or unmark it."""
        if self.can_see_tasks():
            self._mark(self.tasks.chosen())

    def action_mark_all(self) -> None:
        """Mark all tasks that are listed; if they are, unmark them."""
        if self.can_see_tasks():
            self._mark(range(len(self.tasks.keys)))

    def _mark(self, lines: Sequence[int]) -> None:
        if self.tasks.has_range:
            self.tasks.toggle_range()
        self.selection.toggle(self._take(lines))
        self.tasks.refresh()
        self.update_titles()

    def mark(self, tasks: Sequence[TaskKey]) -> None:
        """Mark tasks, whether they are listed or not."""
        self.selection.add(tasks)
        self.tasks.refresh()
        self.update_titles()

    def end_selection(self) -> bool:
        """End the range, else unmark all; tells whether there was either."""
        if self.tasks.has_range:
            self.tasks.toggle_range()
            self.update_titles()
            return True
        had = bool(len(self.selection))
        self._unmark()
        return had

    def marked_said(self) -> str:
        """Say in a few words what the next action takes, "" if that is the cursor's."""
        said = [f"{len(self.selection):,} marked"] if len(self.selection) else []
        if self.tasks.has_range:
            said.append(f"range of {self.count_on(self.tasks.chosen()):,}")
        return " + ".join(said)

    def _unmark(self) -> None:
        if self.tasks.has_range:
            self.tasks.toggle_range()
        if len(self.selection):
            self.selection.clear()
            self.tasks.refresh()
        self.update_titles()

    # Deciding ----------------------------------------------------------------------------

    def _decide(self, chosen: Chosen, setting: Setting | None) -> None:
        """Set something of tasks, or tick them off; of many, after a yes."""

        def answered(is_meant: bool | None) -> None:
            if not is_meant:
                return
            self._unmark()
            if setting is None:
                self.desk.deciding.toggle_done(chosen)
            else:
                self.desk.deciding.set(chosen, setting)

        if len(chosen) <= MOST_UNASKED:
            answered(True)
            return
        from tui.ui.screens.confirm import ConfirmScreen
        from tui.workbench import setting_told

        means = setting or Setting(status=self.desk.deciding.would_toggle_to(chosen))
        asks = f"{counted(len(chosen), 'task')}: {plain(setting_told(means))}?"
        about = "It is one step, which one undo takes back."
        self.app.push_screen(ConfirmScreen(asks, about), answered)

    def action_toggle_done(self) -> None:
        """Tick tasks off; if all of them are done, make them pending again."""
        if chosen := self._chosen():
            self._decide(chosen, None)

    def tick_here(self) -> None:
        """Tick the task under the cursor, marked or not, and no other."""
        if chosen := tasks_of(self.tasks_on(self.tasks.chosen()[:1]), self.desk.bench):
            self.desk.deciding.toggle_done(chosen)

    def action_choose_status(self) -> None:
        """Choose one of the five statuses."""
        chosen = self._chosen()
        if not chosen:
            return
        from tui.ui.screens.choose import ChooseScreen

        boxes = self.desk.glyphs.boxes
        words = [(status, f"{boxes[status]} {says}") for status, says in STATUS_WORDS]
        held = self.desk.bench.status(chosen[0][1])

        def answered(answer: str | None) -> None:
            status = next((status for status, _ in STATUS_WORDS if status == answer), None)
            if status:
                self._decide(chosen, Setting(status=status))

        self.app.push_screen(ChooseScreen(_on("Status", chosen), words, held), answered)

    def action_due(self) -> None:
        """Set the day by which tasks are to be done."""
        self._ask("due")

    def action_assign(self) -> None:
        """Say who is to do tasks."""
        self._ask("to", self.desk.bench.assignees())

    def action_note(self) -> None:
        """Write a note on tasks."""
        self._ask("note")

    def _ask(self, field: Field, offered: Sequence[str] = ()) -> None:
        """Ask for what a field of tasks is to be set to."""
        chosen = self._chosen()
        if not chosen:
            return
        from tui.ui.screens.entry import EntryScreen
        from tui.workbench import TYPED

        entry = TYPED[field]

        def answered(said: str | None) -> None:
            if said is not None:
                self._decide(chosen, setting_of({field: entry.read(said, date.today())}))

        about = plain(chosen[0][1].text) if len(chosen) == 1 else ""
        held = {getattr(self.desk.bench.holds(task), field) for _, task in chosen}
        asked = EntryScreen(
            _on(entry.title, chosen),
            about,
            held.pop() if len(held) == 1 else "",  # what they have in common, else nothing
            lambda said: entry.comes_to(said, date.today()),
            offered,
        )
        self.app.push_screen(asked, answered)

    # The session -------------------------------------------------------------------------

    def row_here(self) -> Row | None:
        """The session under the cursor now, though the last move may not have been drawn yet."""
        self.follow()
        return self.following.row

    def action_toggle_reviewed(self) -> None:
        """Sign the session off, or take that back."""
        if row := self.row_here():
            self.desk.deciding.toggle_reviewed(row)

    def action_edit(self) -> None:
        """Open the note in the reviewer's editor, then read it again."""
        row = self.row_here()
        if row is None:
            return
        from tui.ui.editor import edit

        problem = edit(self.app, self.desk.bench.location(row.path))
        if problem:
            self.notify(plain(problem), severity="warning", markup=False)
        else:
            self.following.read_again()

    def action_stored(self) -> None:
        """Show the note as stored, beside as healed."""
        row = self.row_here()
        if row is None:
            return
        from tui.ui.screens.page import StoredScreen

        read = partial(self.desk.bench.stored_lines, row.path)
        self.app.push_screen(StoredScreen(plain(row.path), read, self.desk.glyphs))

    async def action_signed(self) -> None:
        """Show the session as it was signed off, beside as it is."""
        row = self.row_here()
        await self.desk.deciding.drain()  # it may be signed off in this moment
        if row is None:
            return
        if self.desk.bench.sign_off(row) is None:
            self.desk.say("This session is not signed off; r does that.")
            return
        from tui.ui.screens.page import SignedScreen

        read = partial(self.desk.bench.signed_lines, row)
        self.app.push_screen(SignedScreen(plain(row.title or row.path), read, self.desk.glyphs))


def _on(title: str, chosen: Chosen) -> str:
    return title if len(chosen) == 1 else f"{title}: {counted(len(chosen), 'task')}"
