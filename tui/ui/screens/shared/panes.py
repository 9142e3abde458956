"""Which panes are in view, and which of them has the focus."""

from collections.abc import Sequence
from typing import Protocol

from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget

from tui.ui.cells import WIDE
from tui.ui.widgets.line_pane import LinePane


class Body(Horizontal):
    """The panes side by side; with nothing of its own to draw."""

    BLANK = True


class Shelf(Vertical):
    """Panes one over the other; with nothing of its own to draw."""

    BLANK = True


class PaneGroup(Protocol):
    """The panes of a screen, of which one has the focus."""

    @property
    def first(self) -> LinePane:
        """The pane that all others are reached from."""

    @property
    def here(self) -> LinePane:
        """The pane that has the focus."""

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one pane only."""

    def lay_out(self) -> None:
        """Show what there is room for."""

    def go_to(self, pane: LinePane) -> None:
        """Give a pane the focus."""

    def next_to_here(self, by: int) -> LinePane:
        """The pane so many after the one that has the focus."""


class Panes:
    """All panes where there is room for them; else one at a time.

    Args:
        screen: the screen they are on.
        panes: the panes, in the order of going in.
        shelf: what holds all of them but the first.
    """

    def __init__(self, screen: Screen[None], panes: Sequence[LinePane], shelf: Widget) -> None:
        self._screen = screen
        self._panes = panes
        self._shelf = shelf

    @property
    def first(self) -> LinePane:
        """The pane that all others are reached from."""
        return self._panes[0]

    @property
    def here(self) -> LinePane:
        """The pane that has the focus; the first in view, where none of them has it."""
        focused = self._screen.focused
        in_view = (pane for pane in self._panes if pane.display)
        return next(
            (pane for pane in self._panes if pane is focused), next(in_view, self._panes[0])
        )

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self._screen.app.size.width < WIDE

    def lay_out(self) -> None:
        """Show what there is room for, and the pane that has the focus in any case."""
        self._lay_out(self.here)

    def go_to(self, pane: LinePane) -> None:
        """Give a pane the focus, and bring it into view."""
        self._lay_out(pane)
        self._screen.set_focus(pane)

    def next_to_here(self, by: int) -> LinePane:
        """The pane so many after the one that has the focus; after the last comes the first."""
        return self._panes[(self._panes.index(self.here) + by) % len(self._panes)]

    def _lay_out(self, shown: LinePane) -> None:
        wide = not self.is_narrow
        self._screen.set_class(not wide, "-narrow")
        for pane in self._panes:
            pane.display = wide or pane is shown
        self._shelf.display = wide or shown is not self._panes[0]
