"""The values of a kind, a line each: how many sessions have it, and how many open tasks these."""

from typing import NamedTuple

from tui.plain import plain
from tui.ui.cells import fit
from tui.ui.looks import Part
from tui.ui.widgets.line_list import LineList

_BAR = 12
_ROOM_FOR_BAR = 60


class FacetLine(NamedTuple):
    """What is shown of a value; `share` is its part of what the largest one has, 0 to 1."""

    text: str
    sessions: int
    open_tasks: int
    share: float


class FacetList(LineList[FacetLine]):
    """Values, by themselves."""

    def paint(self, index: int, width: int) -> list[list[Part]]:
        """Return the one line of a value."""
        line = self.shown(index)
        counts = f"{_sessions(line.sessions):>16}"
        tasks = f"{line.open_tasks:,} open".rjust(13)
        bar = _BAR if width >= _ROOM_FOR_BAR else 0
        full = max(1, round(line.share * bar)) if bar else 0
        room = max(4, width - 3 - bar - len(counts) - len(tasks) - 1)
        text = plain(line.text) or "(none)"
        return [
            [
                self.pointer(index),
                (" ", ""),
                (fit(text, room, self._glyphs.ellipsis), "" if line.text else "dim"),
                (" ", ""),
                (self._glyphs.bar_full * full, "primary"),
                (" " * (bar - full), ""),
                (counts, "dim"),
                (tasks, "accent" if line.open_tasks else "dim"),
                (" ", ""),
            ]
        ]


def _sessions(count: int) -> str:
    return "1 session " if count == 1 else f"{count:,} sessions"
