"""The tasks screen: turns keys into what the workbench does, and answers into what is shown."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence, Set
from functools import partial

from textual import work
from textual.widget import Widget
from textual.worker import Worker, get_current_worker

from tui.plain import plain
from tui.ui.actions import bindings
from tui.ui.cells import counted
from tui.ui.desk import Desk, Work
from tui.ui.frames import not_held
from tui.ui.screens.shared.base import GoTo
from tui.ui.screens.shared.following import Following
from tui.ui.screens.shared.panes import Body, Panes, Shelf
from tui.ui.screens.tasks.grouped import GroupedScreen
from tui.ui.screens.tasks.listing import Tasks
from tui.ui.screens.tasks.pane import TaskPane
from tui.ui.screens.tasks.rows import Rows, task_of
from tui.ui.screens.tasks.similar import Similar, SimilarGroup, around
from tui.ui.screens.tasks.titles import list_title, place
from tui.ui.widgets.line_list import LineList
from tui.ui.widgets.task_list import GroupRow, TaskList, TaskRow
from tui.workbench import Task, TaskKey, TaskListing


class TasksScreen(GroupedScreen):
    """Tasks, one in full, its session.

    Args:
        desk: what it shares with the other screens.
        go_to: brings another one to the front.
    """

    NAME = "tasks"
    BINDINGS = bindings(NAME)

    tasks: TaskList

    def __init__(self, desk: Desk, go_to: GoTo) -> None:
        super().__init__(desk, go_to)
        self.listing = Tasks(desk, desk.filtering)
        self.tasks = TaskList(self._shown_at, self.listing.find, desk.glyphs, id="lines")
        self.tasks.marks = self._is_marked
        self.following = Following(
            desk,
            run=lambda reading: self.run_worker(reading, exclusive=True, group="session"),
            beside=self._beside,
            shown=self._show_card,
        )
        self._similar = Similar(
            desk.bench,
            run=lambda looking: self.run_worker(looking, exclusive=True, group="similar"),
            found=self._show_similar,
        )
        self._card = TaskPane(desk, self.listing, self.following, self._similar)
        shelf = Shelf(self._card.detail, self.following.detail, id="session")
        self._body = Body(self.tasks, shelf, id="body")
        self.panes = Panes(self, (self.tasks, self._card.detail, self.following.detail), shelf)
        self._lister: Worker[None] | None = None
        self._is_outdated = False
        self._acted_at: str | None = None
        self._followed: str | None = None

    def compose_body(self) -> Iterator[Widget]:
        """The three panes."""
        yield self._body

    def on_mount(self) -> None:
        """Show that the list is on its way."""
        self.tasks.empty_text = self.listing.why_empty()
        self.panes.lay_out()
        self.update_titles()
        self.tasks.focus()

    # What is listed ----------------------------------------------------------------------

    def list_filtered(self, *, from_top: bool = True) -> Worker[None]:
        """List what another filter, order or grouping asks for."""
        self.desk.changed()
        release = self.desk.frames.hold()
        return self._list_in_thread(from_top, was_asked_for=True, release=release)

    def list_again(self) -> None:
        """List anew, after what is under way: notes may arrive faster than they are listed."""
        if self._lister:
            self._is_outdated = True
        else:
            is_new = not self.tasks.was_moved and not self.desk.reading.is_over
            self._list_in_thread(is_new)

    @work(exclusive=True, group="filter")
    async def _list_in_thread(
        self,
        from_top: bool,
        was_asked_for: bool = False,
        release: Callable[[], None] = not_held,
    ) -> None:
        """Every keystroke begins anew; the last one wins."""
        worker = get_current_worker()
        self._lister, self._is_outdated = worker, False
        try:
            rows = await asyncio.to_thread(self.listing.select, lambda: not worker.is_cancelled)
        finally:
            if self._lister is worker:
                self._lister = None
        if from_top:
            self.tasks.forget_cursor()
        self._show(rows)
        if self.tasks.cursor is None and was_asked_for:
            self.tasks.move_to(0)  # the reviewer wanted another list, so it is no loss
        release()
        if self._is_outdated:
            self.list_again()

    def _show(self, rows: Rows) -> None:
        matches = self.desk.filtering.matches
        self.listing.take(rows)
        self.tasks.matches = matches
        self.tasks.empty_text = self.listing.why_empty()
        self._card.detail.find(matches)
        self.following.find(matches)
        self.tasks.show(rows)
        self.follow()

    def redraw(self, paths: set[str]) -> None:
        """Draw what was decided; tasks stay where they are until the cursor moves."""
        self.listing.recount(paths)
        self._similar.recount(paths)
        for line in self.tasks.rows_in_view():
            found = self.listing.task(line)
            if found is None or found[0].path in paths:
                self.tasks.refresh_row(line)
        self._show_card()
        self.following.redraw()
        self.update_titles()
        self.show_facts()
        if self.tasks.cursor is None or self._acted_at not in (None, self.tasks.cursor_key):
            self._catch_up()  # it has moved while that was on its way to the disk, or cannot
        self._acted_at = None

    def acted(self) -> None:
        """Remember where the cursor was when something was decided."""
        self._acted_at = self.tasks.cursor_key

    def show_waiting(self, subjects: Set[str]) -> None:
        """Draw what waits for the disk, or has ceased to."""
        for line in self.tasks.rows_in_view() if subjects else ():
            found = self.listing.task(line)
            if found is not None and found[1].id in subjects:
                self.tasks.refresh_row(line)

    def follow(self) -> None:
        """Show the task under the cursor, and its session."""
        self._followed = self.tasks.cursor_key
        key = task_of(self._followed)
        if_none = ("No task chosen.",) if self.tasks.keys else ()
        self.following.follow(key.path if key else None, if_none)
        rows = self.listing.rows
        self._similar.follow(key, rows.listing if rows is not None else None)
        self._show_card()
        self.update_titles()

    def _is_marked(self, line: int) -> bool:
        return bool(len(self.selection)) and task_of(self.tasks.keys[line]) in self.selection

    def _show_card(self) -> None:
        self._card.show(self.tasks.cursor, len(self.selection))

    def _shown_at(self, line: int) -> TaskRow | GroupRow | None:
        """What the list shows on a line; on the cursor's, how many tasks are similar, too."""
        shown = self.listing.shown_at(line)
        if line != self.tasks.cursor or not isinstance(shown, TaskRow):
            return shown
        found = self.listing.task(line)
        return shown._replace(similar=self._similar.count(found)[0]) if found else shown

    def _show_similar(self) -> None:
        """Draw how many tasks are similar to the one under the cursor, which is known now."""
        self.tasks.refresh_row(self.tasks.cursor)
        self._show_card()

    def _beside(self) -> Sequence[str]:
        """The notes of the tasks around the cursor."""
        keys = map(task_of, self.tasks.beside())
        return list(dict.fromkeys(key.path for key in keys if key))

    def update_titles(self) -> None:
        """Say how much is listed, how, and what is marked."""
        dot = f" {self.desk.glyphs.dot} "
        marked = [said] if (said := self.marked_said()) else []
        where = place(self.listing, self.tasks.cursor)
        self.tasks.entitle(dot.join(list_title(self.listing, marked)), dot.join(where))
        row = self.following.row
        at = f": {plain(row.title or row.path)}" if row and self.panes.is_narrow else ""
        self._card.detail.entitle(dot.join(["Task", *marked]) + at)
        self.following.detail.entitle(f"Session{at}")
        self.show_filter()

    def listed(self) -> str:
        """How many tasks the filter leaves."""
        rows = self.listing.rows
        found = rows.listing.distinct if rows is not None else 0
        return f"{found:,} of {self.desk.bench.totals().tasks:,} tasks"

    # Moving ------------------------------------------------------------------------------

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """What was decided on may move, or be gone, once the cursor has left it."""
        event.stop()
        if self.tasks.cursor_key != self._followed:  # a key has done that already
            self.follow()
        self._catch_up()

    def _catch_up(self) -> None:
        if self.listing.is_behind and not self._lister:
            self._list_in_thread(False)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Two clicks enter a task, or fold a group."""
        event.stop()
        self.action_enter()

    def on_task_list_ticked(self) -> None:
        """A box was clicked, or the sign of a group."""
        if self.listing.task(self.tasks.cursor) is None:
            self.action_toggle_fold()
        else:
            self.tick_here()

    def action_enter(self) -> None:
        """Go one pane further in; on the first line of a group, fold it up or unfold it."""
        self.follow()
        rows, line = self.listing.rows, self.tasks.cursor
        if self.panes.here is self.tasks and rows is not None and line is not None:
            if rows.is_group(line):
                self.fold(line)
            else:
                self.action_next_pane()
        elif self.panes.here is self._card.detail and self.following.row:
            self.action_next_pane()

    def action_next_open(self) -> None:
        """Go to the next open task."""
        found = self.listing.next_open(self.tasks.cursor, 1)
        self._go_to_line(found, "No open task further down.")

    def action_previous_open(self) -> None:
        """Go to the open task before."""
        found = self.listing.next_open(self.tasks.cursor, -1)
        self._go_to_line(found, "No open task further up.")

    def action_next_unreviewed(self) -> None:
        """Go to the next task of a session that is not reviewed."""
        found = self.listing.next_unreviewed(self.tasks.cursor)
        self._go_to_line(found, "No task further down of another session that is not reviewed.")

    def _go_to_line(self, line: int | None, if_none: str) -> None:
        if line is None or self.listing.rows is None:
            self.desk.say(if_none)
            return
        if self.tasks.keys is not self.listing.rows:  # something was unfolded on the way
            self.tasks.show(self.listing.rows)
        self.tasks.move_to(line)

    # What is similar ---------------------------------------------------------------------

    def action_mark_similar(self) -> None:
        """Mark the task under the cursor, and the open ones that are similar to it."""
        self._with_similar(self._mark_group)

    def action_similar(self) -> None:
        """List only the task under the cursor, and those that are similar to it."""
        self._with_similar(self._list_group)

    def leave_part(self) -> bool:
        """List all tasks again."""
        if self.listing.around is None:
            return False
        self.listing.leave_part()
        self.list_filtered(from_top=False)
        return True

    async def leave_entered(self) -> bool:
        """Go back to the pictures, of which one was entered, and to the filter of then."""
        if not self.filtering.leave():
            return False
        self.desk.changed()
        self.list_filtered()
        await self.action_go("progress")
        return True

    def _with_similar(self, act: Callable[[SimilarGroup, Task], Awaitable[None]]) -> None:
        """Do something with the tasks that are similar to the cursor's, once they are known."""
        if not self.can_see_tasks():
            return
        self.follow()
        found, rows = self.listing.task(self.tasks.cursor), self.listing.rows
        if found is None or rows is None:
            self.desk.say("The cursor stands on no task.")
            return

        async def do(path: str, task: Task, among: TaskListing) -> None:
            group = await self._similar.of(TaskKey(path, task.id), among)
            if group is not None and len(group.listing) > 1:
                await act(group, task)
            elif group is not None:
                self.desk.say("No other task that is listed says nearly the same.")

        doing: Work = partial(do, found[0].path, found[1], rows.listing)
        self.run_worker(doing, exclusive=True, group="act")

    async def _mark_group(self, group: SimilarGroup, _: Task) -> None:
        count = len(group.listing) - group.listing.closed_tasks
        if self.is_too_many(count + len(self.selection)):
            return
        tasks = await asyncio.to_thread(group.open_ones)
        others = len(tasks) - 1
        if not others:
            self.desk.say("Those that say nearly the same are closed.")
            return
        self.mark(tasks)
        self.desk.say(f"{counted(others, 'similar task')} marked, and this one.")

    async def _list_group(self, group: SimilarGroup, task: Task) -> None:
        self.listing.list_around(around(group.task, task, self.desk.glyphs.similar))
        self.list_filtered(from_top=False)

    # What an action takes ----------------------------------------------------------------

    def count_on(self, lines: Sequence[int]) -> int:
        """Return how many tasks stand on some lines, or are folded up in them."""
        return self.listing.count_on(lines)

    def tasks_on(self, lines: Sequence[int]) -> list[TaskKey]:
        """Return the tasks on some lines."""
        return self.listing.tasks_on(lines)

    def can_see_tasks(self) -> bool:
        """Whether the list, or the task itself, is in view; if not, it is now."""
        if self.panes.is_narrow and self.panes.here is self.following.detail:
            self.go_to_pane(self._card.detail)
            return False
        return bool(self.tasks.keys)
