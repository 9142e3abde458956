"""The line at the top: where we are, how much there is, how far it is."""

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.ui.cells import counted, fit
from tui.ui.glyphs import Glyphs
from tui.ui.looks import look

_BAR = 10


class HeaderFacts(NamedTuple):
    """What the header says. `reading` is (files read, files to read) while a folder is read."""

    folder: str = ""
    sessions: int = 0
    tasks: int = 0
    closed: int = 0
    reading: tuple[int, int] | None = None
    notice: str = ""


class Header(Widget):
    """One line; shortened from the middle where the terminal is narrow."""

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._glyphs = glyphs
        self._facts = HeaderFacts(reading=(0, 0))

    @property
    def facts(self) -> HeaderFacts:
        """What is shown."""
        return self._facts

    def show(self, facts: HeaderFacts) -> None:
        """Show other facts."""
        if facts != self._facts:
            self._facts = facts
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line (the line API)."""
        width = self.size.width
        name = " Session Workbench "
        right = self._right(width - cell_len(name) - 2)
        room = max(0, width - cell_len(name) - sum(cell_len(text) for text, _ in right))
        facts = self._facts
        pieces = [(name, "heading")]
        if facts.notice and room > 12:
            pieces.append((fit(f" {facts.folder}   {self._glyphs.problem} {facts.notice}", room,
                               self._glyphs.ellipsis), "warning"))  # fmt: skip
        else:
            pieces.append((fit(f" {facts.folder}", room, self._glyphs.ellipsis), ""))
        base = self.rich_style
        return Strip(
            [Segment(text, look(self, style, base)) for text, style in [*pieces, *right]]
        ).adjust_cell_length(width, base)

    def _right(self, room: int) -> list[tuple[str, str]]:
        facts, glyphs = self._facts, self._glyphs
        if facts.reading:
            done, of = facts.reading
            share = done / of if of else 0.0
            said = f" reading {done:,}/{of:,} " if of else " reading "
        else:
            share = facts.closed / facts.tasks if facts.tasks else 0.0
            said = (
                f" {counted(facts.sessions, 'session')} {glyphs.dot} {counted(facts.tasks, 'task')}"
                f" {glyphs.dot} {facts.closed:,} done "
            )
        full = min(_BAR, int(share * _BAR + 0.5)) if share < 1 else _BAR
        bar = [(glyphs.bar_full * full, "success"),
               (glyphs.bar_empty * (_BAR - full), "faint"),
               (f" {_percent(share)} ", "")]  # fmt: skip
        short = [(said, "")]
        whole = short + bar
        return whole if sum(cell_len(text) for text, _ in whole) <= room else short


def _percent(share: float) -> str:
    """Never 100 % before all is done, nor 0 % after the first."""
    percent = round(share * 100)
    return f"{min(99, max(1, percent)) if 0 < share < 1 else percent}%".rjust(4)
