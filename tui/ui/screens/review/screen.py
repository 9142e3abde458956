"""The review screen: sessions at the left, one in full at the right, its tasks below."""

import asyncio
from collections.abc import Sequence
from functools import partial
from time import monotonic

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.plain import plain
from tui.ui.actions import ACTIONS, bindings, remapped
from tui.ui.config import View
from tui.ui.glyphs import Glyphs
from tui.ui.looks import LOOKS
from tui.ui.screens.review.deciding import Chosen, Deciding
from tui.ui.screens.review.filtering import Filtering
from tui.ui.screens.review.following import Following
from tui.ui.screens.review.panes import Panes
from tui.ui.screens.review.reading import Reading
from tui.ui.widgets.checklist import STATUS_WORDS
from tui.ui.widgets.filter_bar import FilterBar
from tui.ui.widgets.header import Header, HeaderFacts
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.line_list import LineList
from tui.ui.widgets.line_pane import LinePane
from tui.ui.widgets.session_list import SessionList
from tui.workbench import Facet, FacetKind, NameKind, Query, Row, Workbench, parse_filter

_LOOK_SECONDS = 1.0
_G_SECONDS = 1.0
_TYPING_KEYS = ((" enter", " keep the filter "), (" esc", " leave it as it was "))


class Body(Horizontal):
    """The panes side by side; with nothing of its own to draw."""

    BLANK = True


class Shelf(Vertical):
    """The detail over the checklist; with nothing of its own to draw."""

    BLANK = True


class ReviewScreen(Screen[None]):
    """Turns keys into what the workbench does, and what it answers into what widgets show."""

    BINDINGS = bindings(ACTIONS)
    COMPONENT_CLASSES = LOOKS
    BLANK = True  # its widgets cover it

    def __init__(self, bench: Workbench, glyphs: Glyphs, keys: dict[str, str]) -> None:
        super().__init__()
        self._bench = bench
        self._glyphs = glyphs
        self._actions = remapped(keys)
        self._reading = Reading(
            bench,
            list_again=self._list_again,
            ended=self._reading_ended,
            show=self._update_header,
            complain=self._complain,
        )
        self._deciding = Deciding(
            bench,
            run=lambda saving: self.run_worker(saving, group="decide"),
            redraw=self._redraw,
            show_waiting=lambda: self._tasks.remeasure(),
            say=self._say,
            complain=self._complain,
        )
        self._filtering = Filtering(bench)
        self._following = Following(
            bench, glyphs, read=self._read_session, is_saving=self._deciding.is_saving
        )
        self._header = Header(glyphs, id="header")
        self._filter_bar = FilterBar(id="filter")
        self._sessions = SessionList(self._filtering.line_of, glyphs, id="sessions")
        self._tasks = self._following.tasks
        self._shelf = Shelf(self._following.detail, self._tasks, id="session")
        self._panes = Panes(
            self, (self._sessions, self._following.detail, self._tasks), self._shelf
        )
        self._key_bar = KeyBar(self._actions, id="keys")
        self._g_at = 0.0

    def compose(self) -> ComposeResult:
        """Header, filter, the three panes, keys."""
        yield self._header
        yield self._filter_bar
        yield Body(self._sessions, self._shelf, id="body")
        yield self._key_bar

    def on_mount(self) -> None:
        """Begin to read once the first frame is drawn."""
        self._sessions.empty_text = ("Reading the folder.",)
        self._panes.arrange()  # so that the first frame is in its final shape
        if self._bench.is_known:
            self._reading.list_known()
        self._update_titles()
        self._update_header()
        self._sessions.focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._read_folder()
        self._watch_folder()
        self.set_interval(_LOOK_SECONDS, self._look)

    async def _look(self) -> None:
        """See what others decided, and whether the index was found damaged meanwhile."""
        await self._deciding.look()
        if self._bench.must_read and self._reading.is_over:
            self._reading.begin_again()
            self._read_folder()

    # What is under way -------------------------------------------------------------------

    @work(thread=True)
    def _read_folder(self) -> None:
        worker = get_current_worker()
        self._reading.run(self.app.call_from_thread, lambda: worker.is_cancelled)

    @work(thread=True, group="watch")
    def _watch_folder(self) -> None:
        """Carry what other programs do to the notes to the screen."""
        worker = get_current_worker()
        for _ in self._bench.watch():
            if worker.is_cancelled:
                return
            self.app.call_from_thread(self._take_changes)

    def _take_changes(self) -> None:
        self._bench.refresh()
        self._list_again()
        self._update_header()

    @work(exclusive=True, group="filter")
    async def _list_in_thread(self, *, from_top: bool = True) -> None:
        """Every keystroke begins anew; the last one wins."""
        worker = get_current_worker()
        paths = await asyncio.to_thread(self._filtering.select, lambda: not worker.is_cancelled)
        if from_top:
            self._sessions.forget_cursor()
        if self._reading.is_over:
            self._sessions.empty_text = self._filtering.why_empty()
        self._show_list(paths)
        if self._following.row is None:  # what is still being read is wanted no more
            self.workers.cancel_group(self, "session")

    @work(exclusive=True, group="session")
    async def _read_session(self, path: str) -> None:
        session = await asyncio.to_thread(self._bench.session, path)
        if self._bench.renew(session):
            self._list_again()
        self._following.take(session)
        for near in self._sessions.beside():
            if not self._following.is_kept(near):
                self._following.keep(await asyncio.to_thread(self._bench.session, near))

    def _reading_ended(self, problem: str) -> None:
        self._sessions.empty_text = self._filtering.why_empty(problem)
        self._list_again()
        if problem:
            self._complain(f"The folder is not read whole: {problem}.")

    # What is shown -----------------------------------------------------------------------

    def _list_again(self) -> None:
        """List anew; while notes still arrive, a cursor nobody has moved stays at the top."""
        if not self._sessions.was_moved and not self._reading.is_over:
            self._sessions.forget_cursor()
        self._show_list(self._filtering.select())

    def _show_list(self, paths: Sequence[str]) -> None:
        self._sessions.matches = self._filtering.matches
        self._following.find(self._filtering.matches)
        self._sessions.show(paths)
        self._follow()

    def _follow(self) -> None:
        self._following.follow(self._sessions)
        self._update_titles()

    def _row_here(self) -> Row | None:
        """The session under the cursor now, though the last move may not have been drawn yet."""
        self._follow()
        return self._following.row

    def _redraw(self, paths: set[str]) -> None:
        """Draw what decisions have changed."""
        for path in paths:
            self._sessions.refresh_key(path)
        self._tasks.remeasure()
        self._update_titles()
        self._update_header()

    def _update_titles(self) -> None:
        sessions, filtering = self._sessions, self._filtering
        listed, total = len(sessions.keys), len(self._bench.index)
        sorted_by = f"Sessions {listed:,} {self._glyphs.dot} {filtering.sort.name}"
        sessions.entitle(sorted_by if listed else "Sessions")
        counts = self._following.counts
        done = f"{counts[0]} of {counts[1]} done" if counts else ""
        row, place = self._following.row, ""
        if self._panes.is_narrow and row and sessions.cursor is not None:
            # A pane that is alone on the screen says of which session it is.
            self._following.detail.entitle(f"Session {sessions.cursor + 1:,} of {listed:,}")
            place = f": {plain(row.title or row.path)}"
        else:
            self._following.detail.entitle("Session")
        self._tasks.entitle(f"Pending tasks{place}", done)
        right = f"{listed:,} of {total:,} sessions"
        self._filter_bar.show(plain(filtering.filter), right, filtering.mistake)

    def _update_header(self) -> None:
        notices = self._bench.notices()
        if orphans := self._bench.orphans():
            notices.append(f"{orphans:,} decided task(s) are in no note any more")
        self._header.show(
            HeaderFacts(
                plain(self._bench.folder.name or str(self._bench.folder)),
                *self._bench.totals(),
                self._reading.progress,
                plain(notices[0]) if notices else "",
            )
        )

    def _say(self, message: str) -> None:
        """Tell something in passing; what it quotes is text, never markup."""
        self.notify(plain(message), markup=False)

    def _complain(self, message: str) -> None:
        """Say what went wrong."""
        self.notify(plain(message), severity="error", markup=False)

    # Panes -------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """One pane at a time where there is no room for three."""
        self._panes.arrange()
        self._update_titles()

    def _go_to(self, pane: LinePane) -> None:
        self._follow()
        self._panes.go_to(pane)

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._go_to(self._panes.next_to_here(1))

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._go_to(self._panes.next_to_here(-1))

    def action_enter(self) -> None:
        """Go one pane further in."""
        if self._row_here() and self._panes.here is not self._tasks:
            self.action_next_pane()

    async def action_back(self) -> None:
        """Go back, one a press: from typing, from the range, from the pane, from the filter."""
        if self._filter_bar.is_open:
            await self._close_filter(self._filtering.kept_filter)
        elif self._tasks.has_range:
            self._tasks.toggle_range()
        elif self._panes.here is not self._sessions:
            self.action_previous_pane()
        elif self._filtering.filter:
            await self._close_filter("")

    # Moving ------------------------------------------------------------------------------

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """The detail follows the list."""
        event.stop()
        if event.lines is self._sessions:
            self._follow()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Two clicks enter a session."""
        event.stop()
        if event.lines is self._sessions:
            self.action_enter()

    def action_move(self, by: int) -> None:
        """Move in the pane that has the focus; the detail follows in the same frame."""
        self._panes.here.move(by)
        self._follow()

    def action_page(self, by: int) -> None:
        """Move by pages."""
        self._panes.here.page(by)
        self._follow()

    def action_first(self) -> None:
        """Go to the first line."""
        self._panes.here.move_to(0)

    def action_last(self) -> None:
        """Go to the last line."""
        self._panes.here.move_to_end()

    def action_g_prefix(self) -> None:
        """A second g, soon, goes to the first line."""
        if monotonic() - self._g_at < _G_SECONDS:
            self.action_first()
            self._g_at = 0.0
        else:
            self._g_at = monotonic()

    def action_next_open(self) -> None:
        """Go to the next session with open tasks."""
        self._find_open(1, "No session with open tasks further down.")

    def action_previous_open(self) -> None:
        """Go to the session with open tasks before."""
        self._find_open(-1, "No session with open tasks further up.")

    def _find_open(self, by: int, if_none: str) -> None:
        found = self._filtering.next_open(self._sessions.keys, self._sessions.cursor, by)
        if found is None:
            self._say(if_none)
        else:
            self._sessions.move_to(found)

    # Deciding ----------------------------------------------------------------------------

    def _chosen_tasks(self) -> Chosen:
        """The tasks an action takes; none while they cannot be seen."""
        if self._row_here() is None:
            return ()
        if not self._tasks.display:
            self._go_to(self._tasks)
            return ()
        self.set_focus(self._tasks)
        return self._following.chosen()

    def _end_range(self) -> None:
        if self._tasks.has_range:
            self._tasks.toggle_range()

    def on_checklist_ticked(self) -> None:
        """A box was clicked."""
        self.action_toggle_done()

    def action_toggle_done(self) -> None:
        """Tick tasks off; if all of them are done, make them pending again."""
        if chosen := self._chosen_tasks():
            self._end_range()
            self._deciding.toggle_done(chosen)

    def action_choose_status(self) -> None:
        """Choose one of the five statuses."""
        chosen = self._chosen_tasks()
        if not chosen:
            return
        from tui.ui.screens.choose import ChooseScreen

        boxes = self._glyphs.boxes
        words = [(status, f"{boxes[status]} {says}") for status, says in STATUS_WORDS]
        held = self._bench.status(chosen[0][1])

        def answered(answer: str | None) -> None:
            status = next((status for status, _ in STATUS_WORDS if status == answer), None)
            if status:
                self._end_range()
                self._deciding.set_status(chosen, status)

        self.app.push_screen(ChooseScreen("Status", words, held), answered)

    def action_toggle_reviewed(self) -> None:
        """Sign the session off, or take that back."""
        if row := self._row_here():
            self._deciding.toggle_reviewed(row)

    def action_undo(self) -> None:
        """Take back the last step."""
        self._deciding.undo()

    def action_redo(self) -> None:
        """Take up again what was undone."""
        self._deciding.redo()

    def action_range(self) -> None:
        """Start or end a range of tasks."""
        if self._chosen_tasks():
            self._tasks.toggle_range()

    # Filter and order --------------------------------------------------------------------

    async def action_filter(self) -> None:
        """Type a filter."""
        await self.type_filter("")

    async def type_filter(self, more: str) -> None:
        """Type a filter that goes on with a few letters."""
        self._filtering.begin_typing()
        self._go_to(self._sessions)
        begun = f"{self._filtering.filter} {more}".strip() if more else self._filtering.filter
        self.set_focus(await self._filter_bar.open(begun))
        self._key_bar.show_instead(_TYPING_KEYS)
        self._update_titles()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a filter is typed, letters are letters."""
        if self._filter_bar.is_open:
            return action == "back"
        return super().check_action(action, parameters)

    def on_filter_bar_changed(self, event: FilterBar.Changed) -> None:
        """Every keystroke narrows the list; a mistake keeps the last good one."""
        self._filter_by(event.text)

    async def on_filter_bar_closed(self) -> None:
        """Back to the list, with the filter."""
        await self._close_filter(self._filtering.filter)

    async def _close_filter(self, text: str) -> None:
        self.set_focus(self._sessions)
        await self._filter_bar.close()
        self._key_bar.show_instead(())
        self._filter_by(text)

    def _filter_by(self, text: str) -> None:
        if self._filtering.take(text):
            self._list_in_thread()
        else:
            self._update_titles()

    def action_facets(self) -> None:
        """Choose a project, a label, a priority or a month to narrow the list by."""
        from tui.ui.screens.facets import FacetScreen

        facets = FacetScreen(self._filtering.facet, self._filtering.facets, self._glyphs)

        def answered(answer: tuple[FacetKind, str] | None) -> None:
            self._filtering.facet = facets.kind
            if answer:
                self.narrow(*answer)

        self.app.push_screen(facets, answered)

    def count_all(self, kind: FacetKind) -> Sequence[Facet]:
        """Count the values of a kind in the whole folder; may be run in a thread."""
        return self._bench.facets(kind, Query())

    def count_names(self, kind: NameKind) -> Sequence[Facet]:
        """Count who decided, or is to do something, in the whole folder, as `count_all` does."""
        return self._bench.count_names(kind)

    def count_choices(self) -> dict[str, Facet]:
        """Count what the choices of the filter's fields pick, as `count_all` does."""
        return self._bench.count_choices()

    @property
    def view(self) -> View:
        """What is listed, to be saved."""
        return View(self._filtering.filter, self._filtering.sort.name)

    def open_view(self, view: View) -> None:
        """List what was saved, in its order."""
        self._go_to(self._sessions)
        self._filtering.open(view.filter, view.sort)
        self._list_in_thread()

    def narrow(self, kind: FacetKind, value: str) -> None:
        """List only sessions that have a value, of those that are listed."""
        self._go_to(self._sessions)
        self._filter_by(self._filtering.narrowed(kind, value))

    def action_sort(self) -> None:
        """Choose an order; the one that holds is turned round."""
        from tui.ui.orders import ORDERS
        from tui.ui.screens.choose import ChooseScreen

        now = self._filtering.sort
        choices = [(o.by, f"{o.by:<28} {o.ways[o.next_way(now)]}") for o in ORDERS]
        held = next(order.by for order in ORDERS if now in order.sorts)

        def answered(by: str | None) -> None:
            for order in ORDERS:
                if order.by == by:
                    self._filtering.sort = order.sorts[order.next_way(now)]
                    self._list_in_thread(from_top=False)

        self.app.push_screen(ChooseScreen("Sort by", choices, held), answered)

    # Pages, and other programs -----------------------------------------------------------

    def action_edit(self) -> None:
        """Open the note in the reviewer's editor, then read it again."""
        row = self._row_here()
        if row is None:
            return
        from tui.ui.editor import edit

        problem = edit(self.app, self._bench.location(row.path))
        if problem:
            self.notify(plain(problem), severity="warning", markup=False)
        else:
            self._read_session(row.path)

    def action_stored(self) -> None:
        """Show the note as stored, beside as healed."""
        row = self._row_here()
        if row is None:
            return
        from tui.ui.screens.page import StoredScreen

        read = partial(self._bench.stored_lines, row.path)
        self.app.push_screen(StoredScreen(plain(row.path), read, self._glyphs))

    def action_left_out(self) -> None:
        """Show problems, and files that are not sessions."""
        from tui.ui.pages import left_out_page
        from tui.ui.screens.page import TextScreen

        rows = self._bench.rows(parse_filter("has:problem"))
        page = left_out_page(rows, self._bench.index.left_out(), self._bench.notices())
        self.app.push_screen(TextScreen("Problems, and files that are not sessions", page))

    def action_help(self) -> None:
        """Show the keys."""
        from tui.ui.pages import help_page
        from tui.ui.screens.page import TextScreen

        page = help_page(self._actions, str(self._bench.store), self._glyphs)
        self.app.push_screen(TextScreen("Help", page))

    async def action_samples(self) -> None:
        """Open a throwaway copy of the sample documents, where there is nothing to open."""
        if self._reading.is_over and not len(self._bench.index) and not self._filtering.filter:
            await self.app.run_action("open_samples")

    # The program -------------------------------------------------------------------------

    def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        self.run_worker(self.run_action(event.action))

    def on_unmount(self) -> None:
        """Whatever still reads or watches ends with the screen."""
        self._bench.stop_reading()

    async def action_leave(self) -> None:
        """Quit, once everything decided is on disk."""
        self.workers.cancel_all()
        self._bench.stop_reading()
        await self._deciding.drain()
        self.app.exit()
