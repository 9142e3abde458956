"""The progress screen: five pictures of how far the tasks are."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.plain import plain
from tui.ui.actions import BAR_ON_PROGRESS, ON_PROGRESS, bindings, remapped
from tui.ui.glyphs import Glyphs
from tui.ui.looks import LOOKS
from tui.ui.screens.progress.board import Board
from tui.ui.widgets.filter_bar import FilterBar
from tui.ui.widgets.header import Header, HeaderFacts
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.line_pane import LinePane
from tui.workbench import Workbench, parse_filter

_COUNTING = ("Counting.",)


class ProgressScreen(Screen[None]):
    """Counts what a filter asks for, shows it, and narrows the filter to what is entered.

    Args:
        bench: the workbench of the folder.
        glyphs: the signs to draw with.
        keys: the keys that the config file sets, by the name of the action.
        text: the filter, which can be read.
        narrow: takes the filter of what was entered.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(ON_PROGRESS),
        Binding("left", "turn(-1)", show=False, priority=True),
        Binding("right", "turn(1)", show=False, priority=True),
    ]
    COMPONENT_CLASSES = LOOKS
    BLANK = True  # its widgets cover it

    def __init__(
        self,
        bench: Workbench,
        glyphs: Glyphs,
        keys: dict[str, str],
        text: str,
        narrow: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._bench = bench
        self._glyphs = glyphs
        self._text = text
        self._narrow = narrow
        self._actions = tuple(a for a in remapped(keys) if a.name in {b.name for b in ON_PROGRESS})
        self._header = Header(glyphs, id="header")
        self._filter_bar = FilterBar(id="filter")
        self._board = Board(glyphs)
        self._key_bar = KeyBar(self._actions, BAR_ON_PROGRESS, id="keys")
        self._counted_at: tuple[int, int, int] | None = None

    def compose(self) -> ComposeResult:
        """Header, filter, pictures, keys."""
        yield self._header
        yield self._filter_bar
        yield self._board
        yield self._key_bar

    def on_mount(self) -> None:
        """Begin to count."""
        self._board.wait(_COUNTING)
        self._board.lay_out()
        self._board.go_to(self._board.here)
        self._look()
        self.set_interval(1.0, self._look)

    def _look(self) -> None:
        """Count anew once there are other sessions, or something was decided."""
        totals = self._bench.totals()
        if totals != self._counted_at:
            self._counted_at = totals
            self._header.show(HeaderFacts(plain(self._bench.folder.name), *totals))
            self._count()

    @work(exclusive=True, group="count")
    async def _count(self) -> None:
        query = parse_filter(self._text)
        progress = await asyncio.to_thread(self._bench.progress, query)
        why_empty = ("No session matches.",) if self._text else ("No sessions in this folder.",)
        self._board.show(progress, date.today(), why_empty)
        right = f"{progress.sessions:,} of {len(self._bench.index):,} sessions"
        self._filter_bar.show(plain(self._text), right, None)

    # Keys --------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """One picture at a time where there is no room for all."""
        self._board.lay_out()

    def _go_to(self, pane: LinePane) -> None:
        self._board.go_to(pane)

    def action_next_pane(self) -> None:
        """Go to the next picture."""
        self._go_to(self._board.next_to_here(1))

    def action_previous_pane(self) -> None:
        """Go to the picture before."""
        self._go_to(self._board.next_to_here(-1))

    def action_move(self, by: int) -> None:
        """Mark the next element."""
        self._board.here.move(by)

    def action_turn(self, by: int) -> None:
        """Mark what stands to the right."""
        self._board.turn(by)

    def action_page(self, by: int) -> None:
        """Mark what is a page further."""
        self._board.here.page(by)

    def action_first(self) -> None:
        """Mark the first element."""
        self._board.here.move_to(0)

    def action_last(self) -> None:
        """Mark the last element."""
        self._board.here.move_to_end()

    def action_enter(self) -> None:
        """List what the marked element stands for."""
        element = self._board.element
        if element is None:
            return
        text = element.narrow(self._text)
        if text:
            self._narrow(text)
        elif element.lists:
            self.notify("No filter asks for sessions that have none.", markup=False)
        else:
            self.notify("There is nothing to list.", markup=False)

    def on_board_entered(self) -> None:
        """Two clicks enter an element, too."""
        self.action_enter()

    def action_back(self) -> None:
        """Back to the sessions."""
        self.dismiss()

    def action_leave(self) -> None:
        """Quit, as from the sessions."""
        self.app.pop_screen()
        self.app.screen.run_worker(self.app.screen.run_action("leave"))

    def action_help(self) -> None:
        """Show the keys."""
        from tui.ui.pages import help_page
        from tui.ui.screens.page import TextScreen

        page = help_page(self._actions, str(self._bench.store), self._glyphs)
        self.app.push_screen(TextScreen("Help", page))

    def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        self.run_worker(self.run_action(event.action))
