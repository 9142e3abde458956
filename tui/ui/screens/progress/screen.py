"""The progress screen: five pictures of how far the tasks are."""

import asyncio
from collections.abc import Iterator
from datetime import date

from textual import work
from textual.widget import Widget
from textual.worker import Worker

from tui.ui.actions import BAR_OF_PICTURES, bindings
from tui.ui.desk import Desk
from tui.ui.screens.progress.board import Board
from tui.ui.screens.shared.base import DeskScreen, GoTo

_COUNTING = ("Counting.",)


class ProgressScreen(DeskScreen):
    """Counts what the filter asks for, shows it, and narrows the filter to what is entered.

    Args:
        desk: what it shares with the other screens.
        go_to: brings another one to the front.
    """

    NAME = "progress"
    BINDINGS = bindings(NAME)
    BAR = BAR_OF_PICTURES

    panes: Board

    def __init__(self, desk: Desk, go_to: GoTo) -> None:
        super().__init__(desk, go_to)
        self.panes = Board(desk.glyphs)
        self._sessions = 0

    def compose_body(self) -> Iterator[Widget]:
        """The pictures."""
        yield self.panes

    def on_mount(self) -> None:
        """Say that it is being counted."""
        self.panes.wait(_COUNTING)
        self.panes.lay_out()
        self.panes.go_to(self.panes.here)

    # What is shown -----------------------------------------------------------------------

    def list_filtered(self, *, from_top: bool = True) -> Worker[None]:
        """Count what another filter asks for."""
        self.desk.changed()
        return self._count()

    def list_again(self) -> None:
        """Count anew."""
        self._count()

    def redraw(self, paths: set[str]) -> None:
        """Count what was decided."""
        self._count()
        self.show_facts()

    @work(exclusive=True, group="count")
    async def _count(self) -> None:
        desk = self.desk
        of, query = desk.filtering.good, desk.filtering.query
        progress = await asyncio.to_thread(desk.bench.progress, query)
        has_filter = bool(desk.filtering.filter)
        why_empty = ("No session matches.",) if has_filter else ("No sessions in this folder.",)
        self._sessions = progress.sessions
        self.panes.show(progress, date.today(), of, why_empty)
        self.show_filter()

    def update_titles(self) -> None:
        """Say what there is, and what is marked."""
        self.panes.update_titles()
        self.show_filter()

    def listed(self) -> str:
        """How many sessions the filter leaves."""
        return f"{self._sessions:,} of {len(self.desk.bench.index):,} sessions"

    # Keys --------------------------------------------------------------------------------

    def action_turn(self, by: int) -> None:
        """Mark what stands to the right."""
        self.panes.turn(by)

    async def action_enter(self) -> None:
        """List what the marked element stands for, among the tasks."""
        element = self.panes.element
        if element is None:
            return
        text = element.narrow(self.desk.filtering.good)
        if text:
            self.panes.keep_marks(self.desk.filtering.good)
            self.desk.filtering.enter(text)
            self.desk.changed()
            self.list_again()
            await self.action_go("tasks")
        elif element.lists:
            self.desk.say("No filter asks for sessions that have none.")
        else:
            self.desk.say("There is nothing to list.")

    async def on_board_entered(self) -> None:
        """Two clicks enter an element, too."""
        await self.action_enter()

    async def action_back(self) -> None:
        """Back to typing nothing, else to the sessions."""
        if self.is_typing:
            await super().action_back()
        else:
            await self.action_go("review")
