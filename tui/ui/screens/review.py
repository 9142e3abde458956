"""The review screen: sessions at the left, one in full at the right, its tasks below."""

import asyncio
from collections.abc import Callable, Sequence
from time import monotonic

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.plain import plain
from tui.ui.actions import ACTIONS, bindings, remapped
from tui.ui.document import document
from tui.ui.glyphs import Glyphs
from tui.ui.looks import LOOKS
from tui.ui.saving import Saved, Saver
from tui.ui.widgets.checklist import Checklist, TaskLine
from tui.ui.widgets.detail import Detail
from tui.ui.widgets.filter_bar import FilterBar
from tui.ui.widgets.header import Header, HeaderFacts
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.line_list import LineList
from tui.ui.widgets.session_list import SessionLine, SessionList
from tui.workbench import (
    SORTS,
    Batch,
    Draft,
    FilterError,
    JournalError,
    LeftOut,
    Listing,
    Query,
    Row,
    Setting,
    Sort,
    Status,
    Task,
    Workbench,
    parse_filter,
)

_LIST_SECONDS = 0.4
_LOOK_SECONDS = 1.0
_WIDE = 100
_G_SECONDS = 1.0
_STATUS_WORDS: tuple[tuple[Status, str], ...] = (
    ("pending", "pending"),
    ("doing", "doing, someone is on it"),
    ("blocked", "blocked, waiting for something"),
    ("done", "done"),
    ("dropped", "dropped, will not be done"),
)


class ReviewScreen(Screen[None]):
    """Turns keys into what the workbench does, and what it answers into what widgets show."""

    BINDINGS = bindings(ACTIONS)
    COMPONENT_CLASSES = LOOKS

    def __init__(self, bench: Workbench, glyphs: Glyphs, keys: dict[str, str]) -> None:
        super().__init__()
        self._bench = bench
        self._glyphs = glyphs
        self._actions = remapped(keys)
        self._saver = Saver(bench)
        self._query, self._filter, self._kept_filter = Query(), "", ""
        self._mistake = "", 0
        self._sort: Sort = SORTS[0]
        self._reading: tuple[int, int] | None = (0, 0)
        self._is_settled = False
        self._row: Row | None = None
        self._g_at = 0.0
        self._next_refresh = 0.0

    def compose(self) -> ComposeResult:
        """Header, filter, the three panes, keys."""
        yield Header(self._glyphs, id="header")
        yield FilterBar(id="filter")
        with Horizontal(id="body"):
            yield SessionList(self._session_line, self._glyphs, id="sessions")
            with Vertical(id="session"):
                yield Detail(id="detail")
                yield Checklist(self._task_line, self._glyphs, id="tasks")
        yield KeyBar(self._actions, id="keys")

    def on_mount(self) -> None:
        """Begin to read once the first frame is drawn."""
        self._sessions.empty_text = ("Reading the folder.",)
        self._arrange(self._sessions)
        if self._bench.is_known:
            self._show_known()
        self._update_titles()
        self._update_header()
        self._sessions.focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._read_folder()
        self._watch_folder()
        self.set_interval(_LOOK_SECONDS, self._look)

    # The widgets -------------------------------------------------------------------------

    @property
    def _sessions(self) -> SessionList:
        return self.query_one("#sessions", SessionList)

    @property
    def _detail(self) -> Detail:
        return self.query_one("#detail", Detail)

    @property
    def _tasks(self) -> Checklist:
        return self.query_one("#tasks", Checklist)

    @property
    def _panes(self) -> tuple[SessionList, Detail, Checklist]:
        return self._sessions, self._detail, self._tasks

    @property
    def _pane(self) -> SessionList | Detail | Checklist:
        return next((pane for pane in self._panes if pane is self.focused), self._sessions)

    # Reading -----------------------------------------------------------------------------

    @work(thread=True)
    def _read_folder(self) -> None:
        """Carry batches from the reading process to the screen."""
        worker = get_current_worker()
        tell = self.app.call_from_thread
        try:
            tell(self._bench.accept, self._bench.look())
        except JournalError as error:
            tell(self._say, str(error), "error")
        problem = ""
        for batch in self._bench.batches():
            if worker.is_cancelled:
                return
            problem = batch.error
            tell(self._take, batch)
        if not worker.is_cancelled:
            tell(self._stop_reading, problem)

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

    def _show_known(self) -> None:
        """List what is known of the folder; whether it still holds is looked up meanwhile."""
        try:
            self._bench.accept(self._bench.look())
        except JournalError as error:
            self._say(str(error), "error")
        self._bench.settle()
        self._reading = None
        self._list_again()

    def _take(self, batch: Batch) -> None:
        """Rows are listed anew at growing intervals, so that reading stays linear."""
        if batch.of or self._reading:
            self._reading = (batch.done, batch.of)
        if batch.news and batch.done < batch.of and monotonic() >= self._next_refresh:
            began = monotonic()
            self._list_again()
            self._next_refresh = monotonic() + max(_LIST_SECONDS, 10 * (monotonic() - began))
        self._update_header()

    def _stop_reading(self, error: str) -> None:
        self._bench.settle()
        self._reading = None
        self._sessions.empty_text = self._why_empty(error)
        self._list_again()
        self._is_settled = True
        if error:
            self._say(f"The folder is not read whole: {error}.", "error")
        self._update_header()

    def _why_empty(self, error: str) -> Sequence[str]:
        if error:
            return "The folder cannot be read.", "", plain(error)
        left_out = len(self._bench.index.left_out())
        if left_out:
            files = "1 file" if left_out == 1 else f"{left_out:,} files"
            return f"No session among {files}.", "", "Press p to see why."
        return (
            "No notes in this folder.",
            "",
            "Notes are files that end in .md, .markdown or .txt.",
            "",
            "Press x to try the sample documents",
            "(a throwaway copy, gone when you quit).",
        )

    async def _look(self) -> None:
        """See what other workbenches decided."""
        try:
            changed = await self._saver.look()
        except JournalError as error:
            self._say(str(error), "error")
            return
        if changed:
            self._redraw(changed)
        if self._bench.must_read and self._reading is None:
            self._reading = (0, 0)
            self._read_folder()

    # Listing -----------------------------------------------------------------------------

    def _list_again(self) -> None:
        """List anew; while notes still arrive, a cursor nobody has moved stays at the top."""
        if not self._sessions.was_moved and not self._is_settled:
            self._sessions.forget_cursor()
        self._show_list(self._bench.select(self._query, self._sort))

    def _show_list(self, paths: Sequence[str]) -> None:
        self._sessions.show(paths)
        self._show_session()

    @work(exclusive=True, group="filter")
    async def _list_in_thread(self) -> None:
        """Every keystroke begins anew; the last one wins."""
        paths = await asyncio.to_thread(self._bench.select, self._query, self._sort)
        self._sessions.forget_cursor()
        if not paths and self._filter and self._reading is None:
            self._sessions.empty_text = ("No session matches.", "", "esc clears the filter.")
        elif self._reading is None:
            self._sessions.empty_text = self._why_empty("")
        self._show_list(paths)

    def _session_line(self, path: str) -> SessionLine:
        row = self._bench.index.row(path)
        if row is None:
            return SessionLine("", "(gone)", "", 0, 0, reviewed=False, healed=False, problem=True)
        tasks = len(row.tasks)
        return SessionLine(
            row.date,
            row.title,
            row.project,
            tasks - self._bench.open_count(row),
            tasks,
            self._bench.reviewed(row),
            row.healed,
            bool(row.problems),
        )

    def _task_line(self, task_id: str) -> TaskLine:
        task = self._task_of(task_id)
        decision = self._bench.decided(task)
        decided = ""
        if decision:
            decided = f"{decision.set.status} by {decision.by}, {decision.at[:10]}"
        return TaskLine(
            task.text,
            self._bench.status(task),
            task.from_prose,
            self._saver.is_saving(task.id),
            decided,
        )

    def _task_of(self, task_id: str) -> Task:
        row = self._row
        return next(task for task in (row.tasks if row else ()) if task.id == task_id)

    # The session under the cursor --------------------------------------------------------

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """The detail follows the list."""
        event.stop()
        if event.lines is self._sessions:
            self._show_session()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Two clicks enter a session."""
        event.stop()
        if event.lines is self._sessions:
            self.action_enter()

    def on_checklist_ticked(self) -> None:
        """A box was clicked."""
        self.action_toggle_done()

    def _show_session(self) -> None:
        """Tasks at once; the text as soon as the note is read, unless the cursor moved on."""
        path = self._sessions.cursor_key
        row = self._bench.index.row(path) if path else None
        before, self._row = self._row, row
        if row is None:
            self._detail.show_message(("No session chosen.",) if self._sessions.keys else ())
            self._tasks.empty_text = ()
            self._tasks.forget_cursor()
            self._tasks.show(())
        elif before is None or before.path != row.path:
            self._show_tasks(row, anew=True)
            self._read_session(row.path)
        elif before != row:
            self._show_tasks(row, anew=False)
            self._read_session(row.path)
        self._update_titles()

    def _show_tasks(self, row: Row, *, anew: bool) -> None:
        if anew:
            self._tasks.forget_cursor()
        self._tasks.empty_text = ("No pending tasks in this session.",)
        self._tasks.show([task.id for task in row.tasks])

    @work(exclusive=True, group="session")
    async def _read_session(self, path: str) -> None:
        session = await asyncio.to_thread(self._bench.session, path)
        if self._bench.renew(session):
            self._list_again()
        if isinstance(session, LeftOut):
            self._detail.show_message(("This note cannot be shown:", session.reason, session.path))
        else:
            self._detail.show(document(session, self._glyphs))

    def _redraw(self, paths: set[str]) -> None:
        """Draw what decisions have changed."""
        for path in paths:
            self._sessions.refresh_key(path)
        self._tasks.remeasure()
        self._update_titles()
        self._update_header()

    def _update_titles(self) -> None:
        sessions, tasks = self._sessions, self._tasks
        listed, total = len(sessions.keys), len(self._bench.index)
        at = "" if sessions.cursor is None else f" {sessions.cursor + 1:,} of {listed:,}"
        sessions.border_title = f"Sessions{at}"
        sessions.border_subtitle = "" if self._sort is SORTS[0] else self._sort.name
        self._detail.border_title = "Session"
        row = self._row
        closed = len(row.tasks) - self._bench.open_count(row) if row else 0
        tasks.border_title = "Pending tasks"
        tasks.border_subtitle = f"{closed} of {len(row.tasks)} done" if row else ""
        right = f"{listed:,} of {total:,} sessions"
        self.query_one(FilterBar).show(plain(self._filter), right, *self._mistake)

    def _update_header(self) -> None:
        notices = self._bench.notices()
        if orphans := self._bench.orphans():
            notices.append(f"{orphans:,} decided task(s) are in no note any more")
        self.query_one(Header).show(
            HeaderFacts(
                plain(self._bench.folder.name or str(self._bench.folder)),
                *self._bench.totals(),
                self._reading,
                plain(notices[0]) if notices else "",
            )
        )

    # Panes -------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """One pane at a time where there is no room for three."""
        self._arrange(self._pane)

    def _arrange(self, shown: SessionList | Detail | Checklist) -> None:
        wide = self.app.size.width >= _WIDE
        self.set_class(not wide, "-narrow")
        for pane in self._panes:
            pane.display = wide or pane is shown
        self.query_one("#session").display = wide or shown is not self._sessions

    def _go_to(self, pane: SessionList | Detail | Checklist) -> None:
        self._show_session()
        self._arrange(pane)
        self.set_focus(pane)

    def _step_pane(self, by: int) -> None:
        panes = self._panes
        self._go_to(panes[(panes.index(self._pane) + by) % len(panes)])

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._step_pane(-1)

    def action_enter(self) -> None:
        """Go one pane further in."""
        if self._row_here() and self._pane is not self._tasks:
            self._step_pane(1)

    async def action_back(self) -> None:
        """Go back, one a press: from typing, from the range, from the pane, from the filter."""
        if self.query_one(FilterBar).is_open:
            await self._close_filter(self._kept_filter)
        elif self._tasks.has_range:
            self._tasks.toggle_range()
        elif self._pane is not self._sessions:
            self._step_pane(-1)
        elif self._filter:
            await self._close_filter("")

    # Moving ------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move in the pane that has the focus."""
        self._pane.move(by)

    def action_page(self, by: int) -> None:
        """Move by pages."""
        self._pane.page(by)

    def action_first(self) -> None:
        """Go to the first line."""
        self._pane.move_to(0)

    def action_last(self) -> None:
        """Go to the last line."""
        pane = self._pane
        pane.move_to(pane.line_count if isinstance(pane, Detail) else len(pane.keys) - 1)

    def action_g_prefix(self) -> None:
        """A second g, soon, goes to the first line."""
        if monotonic() - self._g_at < _G_SECONDS:
            self.action_first()
            self._g_at = 0.0
        else:
            self._g_at = monotonic()

    def action_next_open(self) -> None:
        """Go to the next session with open tasks."""
        self._find_open(1)

    def action_previous_open(self) -> None:
        """Go to the session with open tasks before."""
        self._find_open(-1)

    def _find_open(self, by: int) -> None:
        paths, start = self._sessions.keys, self._sessions.cursor
        if start is None:
            start = -1 if by > 0 else len(paths)
        found = self._bench.next_open(paths, start, by) if isinstance(paths, Listing) else None
        if found is not None:
            self._sessions.move_to(found)
            return
        self._say("No session with open tasks further down." if by > 0 else
                  "No session with open tasks further up.")  # fmt: skip

    # Deciding ----------------------------------------------------------------------------

    def _row_here(self) -> Row | None:
        """The session under the cursor now, though the last move may not have been drawn yet."""
        self._show_session()
        return self._row

    def _chosen_tasks(self) -> list[tuple[Row, Task]]:
        """The tasks an action takes; none while they cannot be seen."""
        row = self._row_here()
        if row is None:
            return []
        if not self._tasks.display:
            self._go_to(self._tasks)
            return []
        self.set_focus(self._tasks)
        return [(row, row.tasks[index]) for index in self._tasks.chosen()]

    def action_toggle_done(self) -> None:
        """Tick tasks off; if all of them are done, make them pending again."""
        chosen = self._chosen_tasks()

        def make() -> Draft:
            all_done = all(self._bench.status(task) == "done" for _, task in chosen)
            return self._bench.draft(chosen, Setting(status="pending" if all_done else "done"))

        self._decide_on(chosen, make)

    def action_choose_status(self) -> None:
        """Choose one of the five statuses."""
        chosen = self._chosen_tasks()
        if not chosen:
            return
        from tui.ui.screens.choose import ChooseScreen

        boxes = self._glyphs.boxes
        words = [(status, f"{boxes[status]} {says}") for status, says in _STATUS_WORDS]
        held = self._bench.status(chosen[0][1])

        def answered(answer: str | None) -> None:
            status = next((status for status, _ in _STATUS_WORDS if status == answer), None)
            if status:
                setting = Setting(status=status)
                self._decide_on(chosen, lambda: self._bench.draft(chosen, setting))

        self.app.push_screen(ChooseScreen("Status", words, held), answered)

    def _decide_on(self, chosen: list[tuple[Row, Task]], make: Callable[[], Draft]) -> None:
        if not chosen:
            return
        if self._tasks.has_range:
            self._tasks.toggle_range()

        def tell(draft: Draft | None) -> None:
            if draft and len(draft.decisions) > 1:
                status = draft.decisions[0].set.status
                self._say(f"{len(draft.decisions)} tasks {status}. u takes it back.")

        self._decide(make, tell, [task.id for _, task in chosen])

    def action_toggle_reviewed(self) -> None:
        """Sign the session off, or take that back."""
        row = self._row_here()
        if row is None:
            return

        def tell(draft: Draft | None) -> None:
            reviewed = bool(draft and draft.decisions[0].set.reviewed)
            self._say("Session reviewed." if reviewed else "Session not reviewed any more.")

        self._decide(
            lambda: self._bench.draft_review(row, reviewed=not self._bench.reviewed(row)), tell
        )

    def action_undo(self) -> None:
        """Take back the last step."""
        self._decide(self._bench.draft_undo, lambda draft: self._say(again("undo", draft)))

    def action_redo(self) -> None:
        """Take up again what was undone."""
        self._decide(self._bench.draft_redo, lambda draft: self._say(again("redo", draft)))

    def _decide(
        self,
        make: Callable[[], Draft | None],
        tell: Callable[[Draft | None], None],
        subjects: Sequence[str] = (),
    ) -> None:
        """Save in its turn; the screen goes on, and shows the change once it is on disk."""
        saving = self._saver.submit(make, subjects)
        self._tasks.remeasure()
        self.run_worker(self._finish(saving, tell), group="decide")

    async def _finish(
        self, saving: "asyncio.Task[Saved]", tell: Callable[[Draft | None], None]
    ) -> None:
        try:
            saved = await asyncio.shield(saving)
        except JournalError as error:
            self._tasks.remeasure()
            self._say(f"{error}. Nothing was changed; try again.", "error")
            return
        self._redraw(saved.paths)
        tell(saved.draft)

    def action_range(self) -> None:
        """Start or end a range of tasks."""
        if self._chosen_tasks():
            self._tasks.toggle_range()

    # Looking -----------------------------------------------------------------------------

    async def action_filter(self) -> None:
        """Type a filter."""
        self._kept_filter = self._filter
        self._go_to(self._sessions)
        self.set_focus(await self.query_one(FilterBar).open(self._filter))
        self._update_titles()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a filter is typed, letters are letters."""
        if self.query_one(FilterBar).is_open:
            return action == "back"
        return super().check_action(action, parameters)

    def on_filter_bar_changed(self, event: FilterBar.Changed) -> None:
        """Every keystroke narrows the list; a mistake keeps the last good one."""
        self._filter = event.text
        try:
            query = parse_filter(event.text)
        except FilterError as error:
            self._mistake = plain(error.message), error.start
            self._update_titles()
            return
        self._mistake = "", 0
        self._query = query
        self._list_in_thread()

    async def on_filter_bar_closed(self) -> None:
        """Back to the list, with the filter."""
        await self._close_filter(self._filter)

    async def _close_filter(self, text: str) -> None:
        self.set_focus(self._sessions)
        await self.query_one(FilterBar).close()
        self.on_filter_bar_changed(FilterBar.Changed(text))

    def action_sort(self) -> None:
        """Choose an order."""
        from tui.ui.screens.choose import ChooseScreen

        names = [(sort.name, sort.name) for sort in SORTS]

        def answered(name: str | None) -> None:
            if name:
                self._sort = next(sort for sort in SORTS if sort.name == name)
                self._list_again()

        self.app.push_screen(ChooseScreen("Sort", names, self._sort.name), answered)

    def action_edit(self) -> None:
        """Open the note in the reviewer's editor, then read it again."""
        row = self._row_here()
        if row is None:
            return
        from tui.ui.editor import edit

        problem = edit(self.app, self._bench.location(row.path))
        if problem:
            self._say(problem, "warning")
        else:
            self._read_session(row.path)

    async def action_stored(self) -> None:
        """Show the note as stored, beside as healed."""
        row = self._row_here()
        if row is None:
            return
        from tui.ui.pages import stored_page
        from tui.ui.screens.page import PageScreen

        lines = await asyncio.to_thread(self._bench.stored_lines, row.path)
        page = stored_page(lines, self._glyphs)
        self.app.push_screen(PageScreen(plain(row.path), page))

    def action_left_out(self) -> None:
        """Show problems, and files that are not sessions."""
        from tui.ui.pages import left_out_page
        from tui.ui.screens.page import PageScreen

        rows = self._bench.rows(parse_filter("has:problem"))
        page = left_out_page(rows, self._bench.index.left_out(), self._bench.notices())
        self.app.push_screen(PageScreen("Problems, and files that are not sessions", page))

    def action_help(self) -> None:
        """Show the keys."""
        from tui.ui.pages import help_page
        from tui.ui.screens.page import PageScreen

        self.app.push_screen(PageScreen("Help", help_page(self._actions, str(self._bench.store))))

    async def action_samples(self) -> None:
        """Open a throwaway copy of the sample documents, where there is nothing to open."""
        if self._reading is None and not len(self._bench.index) and not self._filter:
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
        await self._saver.drain()
        self.app.exit()

    def _say(self, message: str, severity: SeverityLevel = "information") -> None:
        """Tell something in passing; what it quotes is text, never markup."""
        self.notify(plain(message), severity=severity, markup=False)


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
