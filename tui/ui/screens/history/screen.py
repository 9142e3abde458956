"""The history screen: turns keys into what the workbench does, and answers into what is shown."""

import asyncio
from collections.abc import Callable, Iterator, Mapping

from textual import work
from textual.widget import Widget
from textual.worker import Worker

from tui.told import DECISION_FIELDS, parse_decision_filter
from tui.ui.actions import bindings
from tui.ui.desk import Desk
from tui.ui.desk.filtering import Filtering
from tui.ui.frames import not_held
from tui.ui.screens.history.card import decision_card
from tui.ui.screens.history.listing import Decisions
from tui.ui.screens.shared.base import DeskScreen, GoTo
from tui.ui.screens.shared.panes import Panes, Shelf
from tui.ui.widgets.decision_list import DecisionList
from tui.ui.widgets.detail import Detail
from tui.ui.widgets.line_list import LineList
from tui.workbench import FilterField, Past


class HistoryScreen(DeskScreen):
    """Every decision, and the one under the cursor in full.

    Args:
        desk: what it shares with the other screens; not the filter, which is of decisions here.
        go_to: brings another one to the front.
    """

    NAME = "history"
    BINDINGS = bindings(NAME)
    HINT = "filter: words, by:, on:, is:undone"
    LISTS_SESSIONS = False

    def __init__(self, desk: Desk, go_to: GoTo) -> None:
        super().__init__(desk, go_to)
        self.filtering = Filtering(desk.bench, parse_decision_filter)
        self._listing = Decisions(desk, self.filtering)
        self._lines = DecisionList(self._listing.line_of, desk.glyphs, id="decisions")
        self._card = Detail(id="decision")
        self._shelf = Shelf(self._card, id="told")
        self.panes = Panes(self, (self._lines, self._card), self._shelf)
        self._is_listing = self._is_outdated = False

    @property
    def fields(self) -> Mapping[str, FilterField]:
        """What its filter knows."""
        return DECISION_FIELDS

    def compose_body(self) -> Iterator[Widget]:
        """The list, and under it one decision."""
        yield self._lines
        yield self._shelf

    def on_mount(self) -> None:
        """Show that the list is on its way."""
        self._lines.empty_text = ("Reading the journal.",)
        self.panes.lay_out()
        self.update_titles()
        self._lines.focus()

    # What is listed ----------------------------------------------------------------------

    def list_filtered(self, *, from_top: bool = True) -> Worker[None]:
        """List what another filter asks for; no other screen is behind for that."""
        return self._list_in_thread(from_top, self.desk.frames.hold())

    def list_again(self) -> None:
        """List anew, after what is under way."""
        if self._is_listing:
            self._is_outdated = True
        else:
            self._list_in_thread(not self._lines.was_moved)

    def redraw(self, paths: set[str]) -> None:
        """Something was decided, which stands on top of the list now."""
        self.list_again()
        self.show_facts()

    @work(exclusive=True, group="filter")
    async def _list_in_thread(self, from_top: bool, release: Callable[[], None] = not_held) -> None:
        """Every keystroke begins anew; the last one wins."""
        self._is_listing, self._is_outdated = True, False
        try:
            found = await asyncio.to_thread(self._listing.select)
        finally:
            self._is_listing = False
        if from_top:
            self._lines.forget_cursor()
        self._lines.matches = self.filtering.matches
        self._card.find(self.filtering.matches)
        self._lines.empty_text = self._listing.why_empty()
        self._lines.show(self._listing.take(found))
        self.follow()
        release()
        if self._is_outdated:
            self.list_again()

    def follow(self) -> None:
        """Show the decision under the cursor."""
        past = self._past_here()
        if past is None:
            self._card.show_message(("No decision chosen.",) if self._lines.keys else ())
        else:
            is_lost = self.desk.bench.is_orphan(past.subject)
            self._card.show([*decision_card(past, self.desk.glyphs, is_lost=is_lost)])
        self.update_titles()

    def update_titles(self) -> None:
        """Say how much is listed."""
        listed = len(self._lines.keys)
        self._lines.entitle(f"Decisions {listed:,}" if listed else "Decisions")
        self._card.entitle("Decision")
        self.show_filter()

    def listed(self) -> str:
        """How many decisions the filter leaves."""
        return f"{len(self._lines.keys):,} of {self.desk.bench.count_decisions():,} decisions"

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """The card follows the list."""
        event.stop()
        self.follow()

    async def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Two clicks go to the task."""
        event.stop()
        await self.action_enter()

    def _past_here(self) -> Past | None:
        return self._listing.past(self._lines.cursor_key)

    # Acting ------------------------------------------------------------------------------

    async def action_enter(self) -> None:
        """Go to what was decided on: the session, and the task in it."""
        past = self._past_here()
        if past is None:
            return
        if self.desk.bench.is_orphan(past.subject):
            await self.show_orphans(past.subject)
            return
        paths = self.desk.bench.index.cards.paths_of(past.subject)
        if not paths:
            self.desk.say("The note it is in was not read yet.")
            return
        note = past.decision.note
        await self.go_to_task(note if note in paths else paths[0], past.subject)

    def action_reverse(self) -> None:
        """Set back what held before the decision under the cursor."""
        if past := self._past_here():
            self.desk.deciding.reverse(past.decision.id)
