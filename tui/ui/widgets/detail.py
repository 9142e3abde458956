"""One session in full, drawn line by line and scrolled like a page."""

from collections.abc import Iterator, Sequence

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.ui.cells import fit
from tui.ui.document import Block
from tui.ui.inline import parts
from tui.ui.looks import look


class Detail(ScrollView, can_focus=True):
    """Shows blocks, wrapped to its width."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._blocks: Sequence[Block] = ()
        self._lines: list[list[tuple[str, str]]] = []
        self._message: Sequence[str] = ()

    def show(self, blocks: Sequence[Block], *, from_top: bool = True) -> None:
        """Show a document."""
        self._blocks, self._message = blocks, ()
        self._wrap(from_top)

    def show_message(self, lines: Sequence[str]) -> None:
        """Show, instead of a document, why there is none."""
        self._blocks, self._message = (), lines
        self._wrap(True)

    def move(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False)

    def page(self, by: int) -> None:
        """Scroll by pages."""
        self.move(by * max(1, self.scrollable_content_region.height - 2))

    def move_to(self, line: int) -> None:
        """Scroll to a line."""
        self.scroll_to(y=line, animate=False)

    @property
    def line_count(self) -> int:
        """How many lines there are at this width."""
        return len(self._lines)

    def on_resize(self) -> None:
        """Text wraps anew."""
        self._wrap(False)

    def _wrap(self, from_top: bool) -> None:
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        self._lines = list(wrapped(self._blocks, width))
        self.virtual_size = Size(0, len(self._lines))
        if from_top:
            self.scroll_to(y=0, animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line of what is in view (the line API)."""
        width = self.scrollable_content_region.width
        base = self.rich_style
        line = y + self.scroll_offset.y
        if self._message:
            first = max(0, (self.size.height - len(self._message)) // 3)
            said = y - first
            if not 0 <= said < len(self._message):
                return Strip.blank(width, base)
            text = fit(self._message[said].center(width), width)
            pieces = [(text, "dim")]
        elif line < len(self._lines):
            pieces = self._lines[line]
        else:
            return Strip.blank(width, base)
        strip = Strip([Segment(text, look(self, name, base)) for text, name in pieces])
        return strip.adjust_cell_length(width, base)


def wrapped(blocks: Sequence[Block], width: int) -> Iterator[list[tuple[str, str]]]:
    """Yield the lines of a document at a width, in cells, as pieces of text with their roles."""
    for block in blocks:
        room = max(8, width - len(block.first))
        lines = block.content.wrap(room) if block.content.plain else [block.content]
        for number, line in enumerate(lines):
            before = block.rest if number else block.first
            yield (
                [(before, block.role), *parts(line.rstrip())] if before else [*parts(line.rstrip())]
            )
