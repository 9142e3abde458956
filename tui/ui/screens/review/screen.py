"""The review screen: turns keys into what the workbench does, and answers into what is shown."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from textual import work
from textual.widget import Widget
from textual.worker import Worker, get_current_worker

from tui.plain import plain
from tui.ui.actions import bindings
from tui.ui.cells import with_dropped
from tui.ui.desk import Desk
from tui.ui.frames import not_held
from tui.ui.screens.review.checking import Checking
from tui.ui.screens.review.sessions import Sessions
from tui.ui.screens.shared.base import GoTo
from tui.ui.screens.shared.following import Following
from tui.ui.screens.shared.panes import Body, Panes, Shelf
from tui.ui.screens.shared.tasking import TaskScreen
from tui.ui.widgets.checklist import Checklist
from tui.ui.widgets.line_list import LineList
from tui.ui.widgets.session_list import SessionList

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Sort, TaskKey


class ReviewScreen(TaskScreen):
    """Sessions, one in full, its tasks.

    Args:
        desk: what it shares with the other screens.
        go_to: brings another one to the front.
    """

    NAME = "review"
    BINDINGS = bindings(NAME)

    tasks: Checklist

    def __init__(self, desk: Desk, go_to: GoTo) -> None:
        super().__init__(desk, go_to)
        self._bench = desk.bench
        self._listing = Sessions(desk)
        self._sessions = SessionList(self._listing.line_of, desk.glyphs, id="sessions")
        self.following = Following(
            desk,
            run=lambda reading: self.run_worker(reading, exclusive=True, group="session"),
            beside=self._sessions.beside,
            shown=lambda: self.tasks.refresh(),
        )
        self._checking = Checking(desk, self.following, self.selection)
        self.tasks = self._checking.tasks
        self._shelf = Shelf(self.following.detail, self.tasks, id="session")
        self.panes = Panes(self, (self._sessions, self.following.detail, self.tasks), self._shelf)

    def compose_body(self) -> Iterator[Widget]:
        """The three panes."""
        yield Body(self._sessions, self._shelf, id="body")

    def on_mount(self) -> None:
        """Let the first frame show what is known."""
        self.desk.come_to_front(self)
        self._sessions.empty_text = self._listing.why_empty()
        self.panes.lay_out()  # so that the first frame is in its final shape
        if self._bench.opens_at_once:
            self.desk.reading.list_known()
        self.update_titles()
        self.show_facts()
        self._sessions.focus()
        self.call_after_refresh(self._begin_once)

    def on_screen_resume(self) -> None:
        """Begin to read once the first frame is drawn, which Textual does on this event, too.

        It draws it twice more before it takes the screen for refreshed.
        """
        if self.is_mounted:
            self.call_next(self._begin_once)

    def _begin_once(self) -> None:
        if not self.desk.has_begun.is_set():
            self._begin()

    def _begin(self) -> None:
        if self._bench.is_known and not self.desk.reading.is_over:
            self.desk.reading.list_known()
            self.show_facts()
        self.desk.begin()

    # What is shown -----------------------------------------------------------------------

    def list_filtered(self, *, from_top: bool = True) -> Worker[None]:
        """List what another filter, or order, asks for."""
        self.desk.changed()
        return self._list_in_thread(from_top, self.desk.frames.hold())

    @work(exclusive=True, group="filter")
    async def _list_in_thread(self, from_top: bool, release: Callable[[], None] = not_held) -> None:
        """Every keystroke begins anew; the last one wins."""
        worker = get_current_worker()
        paths = await asyncio.to_thread(self._listing.select, lambda: not worker.is_cancelled)
        if from_top:
            self._sessions.forget_cursor()
        self._show_list(paths)
        if self._sessions.cursor is None:  # the reviewer asked for another list, so it is no loss
            self._sessions.move_to(0)
        release()

    def list_again(self) -> None:
        """List anew; while notes still arrive, a cursor nobody has moved stays at the top."""
        if not self._sessions.was_moved and not self.desk.reading.is_over:
            self._sessions.forget_cursor()
        self._show_list(self._listing.select())

    def _show_list(self, paths: Sequence[str]) -> None:
        matches = self.desk.filtering.matches
        self._sessions.matches = matches
        self._sessions.empty_text = self._listing.why_empty()
        self.following.find(matches)
        self.tasks.find(matches)
        self._sessions.show(paths)
        self.follow()

    def follow(self) -> None:
        """Show the session under the cursor."""
        sessions = self._sessions
        self.following.follow(sessions.cursor_key, ("No session chosen.",) if sessions.keys else ())
        self._checking.follow()
        self.update_titles()

    def redraw(self, paths: set[str]) -> None:
        """Draw what decisions have changed."""
        for path in paths:
            self._sessions.refresh_key(path)
        self.tasks.remeasure()
        self.following.redraw()
        self.update_titles()
        self.show_facts()

    def show_waiting(self, subjects: Set[str]) -> None:
        """Draw what waits for the disk, or has ceased to."""
        if not subjects.isdisjoint(self.tasks.keys):
            self.tasks.remeasure()

    def update_titles(self) -> None:
        """Say how much is listed, and of which session the panes are."""
        sessions, detail = self._sessions, self.following.detail
        listed, sort = len(sessions.keys), self.desk.filtering.sort
        sorted_by = f"Sessions {listed:,} {self.desk.glyphs.dot} {sort.name}"
        sessions.entitle(sorted_by if listed else "Sessions")
        counts = self._checking.counts
        done = ""
        if counts is not None:
            said = f"{counts.done} of {counts.tasks} done"
            done = with_dropped(said, counts.dropped, self.desk.glyphs.dot)
        row, place = self.following.row, ""
        if self.panes.is_narrow and row and sessions.cursor is not None:
            # A pane that is alone on the screen says of which session it is.
            detail.entitle(f"Session {sessions.cursor + 1:,} of {listed:,}")
            place = f": {plain(row.title or row.path)}"
        else:
            detail.entitle("Session")
        marked = self.marked_said()
        dot = f" {self.desk.glyphs.dot} "
        self.tasks.entitle(f"Pending tasks{dot if marked else ''}{marked}{place}", done)
        self.show_filter()

    def listed(self) -> str:
        """How many sessions the filter leaves."""
        return f"{len(self._sessions.keys):,} of {len(self._bench.index):,} sessions"

    # Moving ------------------------------------------------------------------------------

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """The detail follows the list."""
        event.stop()
        if event.lines is self._sessions:
            self.follow()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Two clicks enter a session."""
        event.stop()
        if event.lines is self._sessions:
            self.action_enter()

    def action_enter(self) -> None:
        """Go one pane further in."""
        if self.row_here() and self.panes.here is not self.tasks:
            self.action_next_pane()

    def action_next_open(self) -> None:
        """Go to the next session with open tasks."""
        self._find_open(1, "No session with open tasks further down.")

    def action_previous_open(self) -> None:
        """Go to the session with open tasks before."""
        self._find_open(-1, "No session with open tasks further up.")

    def _find_open(self, by: int, if_none: str) -> None:
        found = self._listing.next_open(self._sessions.keys, self._sessions.cursor, by)
        if found is None:
            self.desk.say(if_none)
        else:
            self._sessions.move_to(found)

    def action_next_unreviewed(self) -> None:
        """Go to the next session that is not reviewed."""
        found = self._listing.next_unreviewed(self._sessions.keys, self._sessions.cursor)
        if found is None:
            self.desk.say("No session further down that is not reviewed.")
        else:
            self._sessions.move_to(found)

    async def find_task(self, path: str, task: str) -> None:
        """Go to a session, and to a task in it; a filter that leaves it out is cleared."""
        if self._sessions.index_of(path, self._sessions.cursor or 0) is None:
            self.filtering.take("")
            self.desk.say("The filter is cleared: it left this session out.")
        self.desk.changed()
        await self._list_in_thread(False).wait()
        found = self._sessions.index_of(path, self._sessions.cursor or 0)
        if found is None:
            return
        self._sessions.move_to(found)
        self.follow()
        if task in self.tasks.keys:
            self.go_to_pane(self.tasks)
            self.tasks.move_to(self.tasks.keys.index(task))
        else:
            self.go_to_pane(self._sessions)

    # Tasks -------------------------------------------------------------------------------

    def count_on(self, lines: Sequence[int]) -> int:
        """A task a line."""
        return len(lines)

    def tasks_on(self, lines: Sequence[int]) -> list[TaskKey]:
        """Return the tasks on some lines."""
        return self._checking.tasks_on(lines)

    def can_see_tasks(self) -> bool:
        """Whether the checklist is in view, with something in it; if not, it is now."""
        if self.following.row is None:
            return False
        if not self.tasks.display:
            self.go_to_pane(self.tasks)
            return False
        self.set_focus(self.tasks)
        return bool(self.tasks.keys)

    def on_checklist_ticked(self) -> None:
        """A box was clicked."""
        self.tick_here()

    # Order, and where there is nothing ----------------------------------------------------

    def action_sort(self) -> None:
        """Choose an order; the one that holds is turned round."""
        from tui.ui.orders import ORDERS
        from tui.ui.screens.shared.ordering import choose_order

        def answered(sort: Sort) -> None:
            self.desk.filtering.sort = sort
            self.list_filtered(from_top=False)

        choose_order(self.app, ORDERS, self.desk.filtering.sort, answered)

    async def action_samples(self) -> None:
        """Open a throwaway copy of the sample documents, where there is nothing to open."""
        is_empty = not len(self._bench.index) and not self.desk.filtering.filter
        if self.desk.reading.is_over and is_empty:
            await self.app.run_action("open_samples")
