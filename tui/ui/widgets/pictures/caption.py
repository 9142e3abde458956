"""The line that says what is marked."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.ui.cells import fit
from tui.ui.glyphs import Glyphs
from tui.ui.looks import Part, look


class Caption(Widget):
    """A name, what is said of it, and what enter does."""

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._glyphs = glyphs
        self._said = ("", "", "")

    @property
    def text(self) -> str:
        """What stands there."""
        return "".join(text for text, _ in self._parts(10_000)).strip()

    def show(self, name: str, says: str, lists: str) -> None:
        """Say something else, all of it plain.

        Args:
            name: of what is marked, "" if nothing is.
            says: what is said of it.
            lists: what enter lists, "" if nothing.
        """
        if (name, says, lists) != self._said:
            self._said = name, says, lists
            self.refresh()

    def _parts(self, width: int) -> list[Part]:
        name, says, lists = self._said
        if not name:
            return []
        right = f" lists {lists} " if lists else ""
        if not right or cell_len(name) + cell_len(says) + len(right) + 14 > width:
            right = ""
        room = max(0, width - len(f" {self._glyphs.dash} enter") - len(right)) if right else width
        name = fit(name, min(cell_len(name), max(8, room // 2)), self._glyphs.ellipsis)
        said = f": {says}"
        said = fit(said, min(cell_len(said), room - cell_len(name) - 1), self._glyphs.ellipsis)
        parts: list[Part] = [(f" {name}", "strong"), (said, "")]
        if right:
            parts += [(f" {self._glyphs.dash} ", "dim"), ("enter", "key"), (right, "dim")]
        return parts

    def render_line(self, y: int) -> Strip:
        """Return the line (the line API)."""
        base, width = self.rich_style, self.size.width
        parts = self._parts(width)
        return Strip(
            [Segment(text, look(self, name, base)) for text, name in parts]
        ).adjust_cell_length(width, base)
