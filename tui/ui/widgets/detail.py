"""One session in full, drawn line by line and scrolled like a page."""

from collections.abc import Iterator, Sequence

from textual.geometry import Size
from textual.strip import Strip

from tui.ui.document import Block
from tui.ui.inline import parts
from tui.ui.looks import Part
from tui.ui.widgets.line_pane import LinePane


class Detail(LinePane):
    """Shows blocks, wrapped to its width."""

    def __init__(
        self,
        blocks: Sequence[Block] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self._blocks = blocks
        self._lines: list[list[Part]] = []
        self._wrapped_at = 0
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

    def move_to_end(self) -> None:
        """Scroll to the last line."""
        self.move_to(self.line_count)

    @property
    def line_count(self) -> int:
        """How many lines there are at this width."""
        return len(self._lines)

    def on_resize(self) -> None:
        """Text wraps anew where the width is another one."""
        if self.room != self._wrapped_at:
            self._wrap(False)

    def _wrap(self, from_top: bool) -> None:
        width = self._wrapped_at = self.room
        if width <= 0:
            return
        self._lines = list(wrapped(self._blocks, width))
        self.virtual_size = Size(0, len(self._lines))
        if from_top:
            self.scroll_to(y=0, animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line of what is in view (the line API)."""
        if self._message:
            return self.message_strip(self._message, y)
        line = y + self.scroll_offset.y
        return self.strip(self._lines[line] if line < len(self._lines) else ())


def wrapped(blocks: Sequence[Block], width: int) -> Iterator[list[Part]]:
    """Yield the lines of a document at a width, in cells, as pieces of text with their roles."""
    for block in blocks:
        room = max(8, width - len(block.first))
        lines = block.content.wrap(room) if block.content.plain else [block.content]
        for number, line in enumerate(lines):
            before = block.rest if number else block.first
            yield (
                [(before, block.role), *parts(line.rstrip())] if before else [*parts(line.rstrip())]
            )
