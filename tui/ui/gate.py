"""The last gate before the terminal: nothing the app draws may act on it."""

from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.plain import plain
from tui.ui.cells import EMOJI_FORM, in_cells


class PlainFilter(LineFilter):
    """Replaces what a terminal could act on by visible marks, in every line of every widget.

    Widgets make text plain themselves, before they measure it; this holds for what they, and
    Textual's own, may have missed. Signs that terminals draw in different widths are drawn in one.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with their text made plain, and of a width that is certain."""
        if all(
            segment.text.isprintable() and EMOJI_FORM not in segment.text for segment in segments
        ):
            return segments
        return [
            segment if segment.control else Segment(in_cells(plain(segment.text)), segment.style)
            for segment in segments
        ]


class _InTurn(LineFilter):
    """Several filters as one: after each filter Textual makes every line anew."""

    def __init__(self, filters: Sequence[LineFilter]) -> None:
        super().__init__()
        self._filters = filters

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments after all of them."""
        for each in self._filters:
            segments = each.apply(segments, background)
        return segments


@lru_cache(maxsize=8)
def gated(*filters: LineFilter) -> LineFilter:
    """Return the gate, and after it other filters, as one; the same for the same ones."""
    return _InTurn((PlainFilter(), *filters))
