"""Projects or labels, a bar each: what is open, done and dropped."""

from tui.library.progress import Share, Tally
from tui.plain import plain
from tui.ui.cells import fit
from tui.ui.looks import Part
from tui.ui.widgets.line_list import LineList

_LONGEST_NAME = 28
_ROOM_FOR_CLOSED = 48
_ROOM_FOR_DROPPED = 84


class Bars(LineList[Share]):
    """Shares by their text, a line each; the longest bar is that of the largest.

    `most` is how many tasks the largest has; `only_open` leaves out what is closed.
    """

    most = 0
    only_open = False

    def paint(self, index: int, width: int) -> list[list[Part]]:
        """Return the one line of a share: name, bar, counts."""
        share = self.shown(index)
        counts = self._counts(share.tasks, width)
        name = max(8, min(_LONGEST_NAME, width // 4))
        room = max(0, width - 4 - name - sum(len(text) for text, _ in counts))
        text = plain(share.text) or "(none)"
        bar = self._bar(share.tasks, room)
        return [
            [
                self.pointer(index),
                (" ", ""),
                (fit(text, name, self._glyphs.ellipsis), "" if share.text else "dim"),
                (" ", ""),
                *bar,
                (" " * (room - sum(len(text) for text, _ in bar)), ""),
                *counts,
            ]
        ]

    def _counts(self, tasks: Tally, width: int) -> list[Part]:
        counts = [(f"{tasks.open:>7,} open", "accent" if tasks.open else "dim")]
        if not self.only_open and width >= _ROOM_FOR_CLOSED:
            counts.append((f"{tasks.done:>7,} done", "success" if tasks.done else "dim"))
        if not self.only_open and width >= _ROOM_FOR_DROPPED:
            counts.append((f"{tasks.dropped:>5,} dropped", "dim"))
        return [*counts, (" ", "")]

    def _bar(self, tasks: Tally, room: int) -> list[Part]:
        glyphs = self._glyphs.picture
        pieces = [(tasks.open, glyphs.open, "accent")]
        if not self.only_open:
            pieces += [(tasks.done, glyphs.done, "success"), (tasks.dropped, glyphs.dropped, "dim")]
        bar, sum_, end = [], 0, 0
        for count, glyph, name in pieces:
            sum_ += count
            # What there is at all is seen, if there is room for it.
            start, end = end, max(end + (count > 0), round(sum_ / max(1, self.most) * room))
            end = min(end, room)
            bar.append((glyph * (end - start), name))
        return bar
