"""What every screen of the desk has: header, filter and keys, and what is done from all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker, WorkerCancelled

from tui.plain import plain
from tui.ui.actions import BAR, ScreenName, actions_on
from tui.ui.cells import counted
from tui.ui.config import View
from tui.ui.desk import Desk, Work
from tui.ui.screens.shared.panes import PaneGroup
from tui.ui.widgets.filter_bar import FilterBar
from tui.ui.widgets.header import Header, HeaderFacts
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.line_pane import LinePane
from tui.workbench import Query

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Facet, FacetKind, FilterField, NameKind

GoTo = Callable[[ScreenName], Awaitable[None]]
"""Brings another screen of the desk to the front."""

_G_SECONDS = 1.0
_PATIENCE_SECONDS = 0.2
_TYPING_KEYS = ((" enter", " keep the filter "), (" esc", " leave it as it was "))


class DeskScreen(Screen[None]):
    """A screen of the desk; a subclass says which, what stands in its panes, and lists.

    Args:
        desk: what it shares with the others.
        go_to: brings another one to the front.
    """

    NAME: ScreenName
    BLANK = True  # its widgets cover it
    AUTO_FOCUS = ""  # Textual would give it to what is not in view, too

    BAR: Sequence[str] = BAR
    """What the key bar shows."""

    HINT: ClassVar[str] = "filter: words, project:, label:, is:open"
    VIEW_HAS: ClassVar[str] = "the filter and the order"
    """What of it a saved view keeps."""
    LISTS_SESSIONS: ClassVar[bool] = True
    """Whether its filter is of sessions, as that of most screens is."""

    panes: PaneGroup
    """Its panes, the first of which is its list."""

    def __init__(self, desk: Desk, go_to: GoTo) -> None:
        super().__init__()
        self.desk = desk
        self.filtering = desk.filtering
        self._go_to = go_to
        self.actions = actions_on(self.NAME, desk.actions)
        self._header = Header(desk.glyphs, self.NAME, id="header")
        self._filter_bar = FilterBar(self.HINT, self._filter_by, self._keep_filter, id="filter")
        self._key_bar = KeyBar(self.actions, self.BAR, id="keys")
        self._g_at = 0.0

    # For subclasses ----------------------------------------------------------------------

    @property
    def fields(self) -> Mapping[str, FilterField]:
        """What its filter knows."""
        from tui.workbench import FIELDS

        return FIELDS

    def compose_body(self) -> Iterator[Widget]:
        """Yield what stands between the filter and the keys."""
        raise NotImplementedError

    def list_again(self) -> None:
        """List anew, as notes were read, or changed, or are gone."""
        raise NotImplementedError

    def list_filtered(self, *, from_top: bool = True) -> Worker[None]:
        """List what another filter, or order, asks for."""
        raise NotImplementedError

    def acted(self) -> None:
        """Something is decided here; it is not on disk yet."""

    def redraw(self, paths: set[str]) -> None:
        """Draw what was decided on sessions, or on their tasks."""
        raise NotImplementedError

    def show_waiting(self, subjects: Set[str]) -> None:
        """Draw what waits for the disk, or has ceased to."""

    def update_titles(self) -> None:
        """Say in the titles what is listed."""
        raise NotImplementedError

    def listed(self) -> str:
        """Say in a few words how much is listed, for the filter."""
        raise NotImplementedError

    def follow(self) -> None:
        """Show what the cursor stands on."""

    def end_selection(self) -> bool:
        """Select nothing any more; tells whether anything was selected."""
        return False

    def leave_part(self) -> bool:
        """List all again where only a part of it is listed; tells whether that was so."""
        return False

    async def leave_entered(self) -> bool:
        """Go back to where this was entered from, if anything was; tells whether that was so."""
        return False

    # The frame ---------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Header, filter, panes, keys."""
        yield self._header
        yield self._filter_bar
        yield from self.compose_body()
        yield self._key_bar

    async def come_to_front(self) -> None:
        """Be told what changes from now on, and catch up with what has changed meanwhile."""
        self.show_facts()
        if self.desk.come_to_front(self):
            listed = self.list_filtered(from_top=False).wait()
            with suppress(TimeoutError, WorkerCancelled):  # it is shown later, or another one is
                await asyncio.wait_for(asyncio.shield(listed), _PATIENCE_SECONDS)

    def on_screen_resume(self) -> None:
        """What has the focus may have lost it, to nothing, while something lay over it."""
        if self.is_mounted and self.app.app_focus and self.focused is None:
            self.set_focus(self.panes.here)

    def on_resize(self) -> None:
        """One pane at a time where there is no room for all."""
        self.panes.lay_out()
        self.update_titles()

    def show_facts(self) -> None:
        """Show in the header how much there is, and what is to be known."""
        bench, notices = self.desk.bench, self._notices()
        self._header.show(
            HeaderFacts(
                plain(bench.folder.name or str(bench.folder)),
                *bench.totals(),
                self.desk.reading.progress,
                plain(notices[0]) if notices else "",
                len(notices[1:]),
                self.desk.key_of("left_out"),
            )
        )

    def _notices(self) -> list[str]:
        """What is to be known, a sentence each; the header says the first, a page all of them."""
        bench = self.desk.bench
        notices = bench.notices()
        if waiting := self.desk.reading.waiting:
            notices.insert(0, f"words of {waiting:,} more to come")
        if orphans := bench.orphans():
            key = self.desk.key_of("orphans")
            notices.append(f"{counted(orphans, 'decided task')} in no note any more ({key})")
        return notices

    def show_filter(self) -> None:
        """Show the filter, what it leaves, and what is wrong with it."""
        filtering = self.filtering
        self._filter_bar.show(plain(filtering.filter), self.listed(), filtering.mistake)

    async def on_header_wanted(self, event: Header.Wanted) -> None:
        """The name of a screen was clicked."""
        await self.action_go(event.screen_name)

    async def action_go(self, name: ScreenName) -> None:
        """Go to another screen."""
        if name != self.NAME:
            await self._go_to(name)

    async def go_to_task(self, path: str, task: str) -> None:
        """Go to a session, by its path, and to a task in it, by its id."""
        from tui.ui.screens.review import ReviewScreen

        await self.action_go("review")
        review = self.app.screen
        if isinstance(review, ReviewScreen):
            await review.find_task(path, task)

    # Panes and lines ---------------------------------------------------------------------

    def go_to_pane(self, pane: LinePane) -> None:
        """Go to a pane, with what the cursor stands on now."""
        self.follow()
        self.panes.go_to(pane)

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self.go_to_pane(self.panes.next_to_here(1))

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self.go_to_pane(self.panes.next_to_here(-1))

    async def action_back(self) -> None:
        """Go back, one a press: from typing, the selection, the pane, the filter."""
        if self._filter_bar.is_open:
            self._close_filter(self.filtering.kept_filter)
        elif self.end_selection():
            self.update_titles()
        elif self.panes.here is not self.panes.first:
            self.action_previous_pane()
        elif self.leave_part() or await self.leave_entered():
            pass
        elif self.filtering.filter:
            self._close_filter("")

    def action_move(self, by: int) -> None:
        """Move in the pane that has the focus; the detail follows in the same frame."""
        self.panes.here.move(by)
        self.follow()

    def action_page(self, by: int) -> None:
        """Move by pages."""
        self.panes.here.page(by)
        self.follow()

    def action_first(self) -> None:
        """Go to the first line."""
        self.panes.here.move_to(0)

    def action_last(self) -> None:
        """Go to the last line."""
        self.panes.here.move_to_end()

    def action_g_prefix(self) -> None:
        """A second g, soon, goes to the first line."""
        if monotonic() - self._g_at < _G_SECONDS:
            self.action_first()
            self._g_at = 0.0
        else:
            self._g_at = monotonic()

    # Filter ------------------------------------------------------------------------------

    @property
    def is_typing(self) -> bool:
        """Whether a filter is being typed."""
        return self._filter_bar.is_open

    async def action_filter(self) -> None:
        """Type a filter."""
        await self.type_filter("")

    async def type_filter(self, more: str) -> None:
        """Type a filter that goes on with a few letters."""
        filtering = self.filtering
        filtering.begin_typing()
        self.go_to_pane(self.panes.first)
        begun = f"{filtering.filter} {more}".strip() if more else filtering.filter
        self.set_focus(await self._filter_bar.open(begun))
        self._key_bar.show_instead(_TYPING_KEYS)
        self.update_titles()
        if begun != filtering.filter:
            self._filter_by(begun)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a filter is typed, letters are letters."""
        if self._filter_bar.is_open:
            return action == "back"
        return super().check_action(action, parameters)

    def _keep_filter(self) -> None:
        """Back to the list, with the filter."""
        self._close_filter(self.filtering.filter)

    def _close_filter(self, text: str) -> None:
        self.set_focus(self.panes.first)
        self._filter_bar.close()
        self._key_bar.show_instead(())
        self._filter_by(text)

    def _filter_by(self, text: str) -> None:
        """Every keystroke narrows the list; a mistake keeps the last good one."""
        was_mistaken = self.filtering.mistake is not None
        if self.filtering.take(text):
            self.list_filtered()
            if was_mistaken:  # what the mistake lay over is drawn with the list
                self.show_filter()
        else:
            self.call_later(self.update_titles)  # once the field has scrolled to what was typed

    def action_facets(self) -> None:
        """Choose a project, a label, a priority or a month to narrow the list by."""
        from tui.ui.screens.facets import FacetScreen

        filtering = self.filtering
        facets = FacetScreen(filtering.facet, filtering.facets, self.desk.glyphs)

        def answered(answer: tuple[FacetKind, str] | None) -> None:
            filtering.facet = facets.kind
            if answer:
                self.narrow(*answer)

        self.app.push_screen(facets, answered)

    def count_all(self, kind: FacetKind) -> Sequence[Facet]:
        """Count the values of a kind in the whole folder; may be run in a thread."""
        return self.desk.bench.facets(kind, Query())

    def count_names(self, kind: NameKind) -> Sequence[Facet]:
        """Count who decided, or is to do something, in the whole folder, as `count_all` does."""
        return self.desk.bench.count_names(kind)

    def count_choices(self) -> dict[str, Facet]:
        """Count what the choices of the filter's fields pick, as `count_all` does."""
        return self.desk.bench.count_choices()

    @property
    def view(self) -> View:
        """What is listed, to be saved."""
        return View(self.filtering.filter, self.filtering.sort.name)

    async def open_view(self, view: View) -> None:
        """List what was saved, in its order and its groups, where such things are listed."""
        if view.of == "tasks" or self.NAME == "tasks":
            await self.action_go("tasks" if view.of == "tasks" else "review")
        screen = self.app.screen
        if isinstance(screen, DeskScreen):
            screen.go_to_pane(screen.panes.first)
            screen.take_view(view)
            screen.list_filtered()

    def take_view(self, view: View) -> None:
        """Take the filter and the order of a view, from the next listing on."""
        self.filtering.open(view.filter, view.sort)

    def narrow(self, kind: FacetKind, value: str) -> None:
        """List only sessions that have a value, of those that are listed."""
        self.go_to_pane(self.panes.first)
        self._filter_by(self.filtering.narrowed(kind, value))

    # Undo, pages, the program ------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back the last step."""
        self.desk.deciding.undo()

    def action_redo(self) -> None:
        """Take up again what was undone."""
        self.desk.deciding.redo()

    def action_move_store(self) -> None:
        """Have decisions kept in the user's data folder, as where they are they cannot be saved."""
        from tui.ui.screens.confirm import ConfirmScreen

        def answered(is_meant: bool | None) -> None:
            if is_meant:
                self.run_worker(self.desk.deciding.move(), group="decide")

        asks = "Keep decisions in your data folder from now on?"
        about = "Those so far stay where they are, and count as before. For a full or broken disk."
        self.app.clear_notifications()  # what could not be saved is told over the question
        self.app.push_screen(ConfirmScreen(asks, about), answered)

    def action_left_out(self) -> None:
        """Show problems, and files that are not sessions."""
        from tui.ui.pages import left_out_page
        from tui.ui.screens.page import TextScreen
        from tui.workbench import parse_filter

        bench = self.desk.bench
        rows = bench.rows(parse_filter("has:problem"))
        page = left_out_page(rows, bench.index.cards.left_out(), self._notices(), bench.kept())
        self.app.push_screen(TextScreen("Problems, and files that are not sessions", page))

    async def action_orphans(self) -> None:
        """Show what was decided on and is in no note any more."""
        await self.show_orphans()

    async def show_orphans(self, subject: str = "") -> None:
        """Show what was decided on and is in no note any more; begin at one of it, by its id."""
        from tui.ui.screens.orphans import OrphanScreen

        await self.app.push_screen(OrphanScreen(self.desk, subject), lambda _: self.come_to_front())

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from tui.ui.pages import help_page
        from tui.ui.screens.page import TextScreen

        page = help_page(
            self.actions,
            str(self.desk.bench.store),
            self.desk.glyphs,
            of_decisions=not self.LISTS_SESSIONS,
        )
        self.app.push_screen(TextScreen("Help", page))

    def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        doing: Work = partial(self.run_action, event.action)
        self.run_worker(doing)

    async def action_leave(self) -> None:
        """Quit, once everything decided is on disk."""
        await self.desk.leave()
