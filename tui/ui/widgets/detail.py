"""One session in full, drawn line by line and scrolled like a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.ui.inline import parts
from tui.ui.looks import Part
from tui.ui.matches import NONE, Matches
from tui.ui.widgets.line_pane import LinePane

if TYPE_CHECKING:  # what only annotations name
    from tui.ui.document import Block


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
        self._tops: list[int] = []
        self._wrapped_at = 0
        self._message: Sequence[str] = ()
        self._matches = NONE
        self._drawn_with: dict[int, Matches] = {}

    def find(self, matches: Matches) -> None:
        """Show from now on what a filter asks for."""
        if matches != self._matches:
            self._matches = matches
            self.refresh()

    def show(self, blocks: Sequence[Block], *, from_top: bool = True) -> None:
        """Show a document; the one that is shown already is not drawn again."""
        if not self._message and self._wrapped_at == self.room and _alike(blocks, self._blocks):
            if from_top:
                self.move_to(0)
            return
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
        self.move_to(self.line_total)

    def on_resize(self) -> None:
        """Text wraps anew where the width is another one."""
        if self.room != self._wrapped_at:
            self._wrap(False)

    def _wrap(self, from_top: bool) -> None:
        width = self._wrapped_at = self.room
        self._lines, self._tops, self._drawn_with = [], [], {}
        if width <= 0:  # in a pane that is hidden; it is wrapped when it is shown
            return
        for block in self._blocks:
            self._tops.append(len(self._lines))
            self._lines += wrapped(block, width)
        self.lay_out(len(self._lines))
        if from_top:
            self.scroll_to(y=0, animate=False)
        self.refresh()

    def drawn_lines(self) -> int:
        """Return after how many lines of those in view nothing but blank ones come."""
        if self._message:
            return self.message_end(self._message)
        return max(0, len(self._lines) - self.scroll_offset.y)

    def render_line(self, y: int) -> Strip:
        """Return a line of what is in view (the line API)."""
        if self._message:
            return self.message_strip(self._message, y)
        line = y + self.scroll_offset.y
        return self.strip(self._line(line) if line < len(self._lines) else ())

    def _line(self, line: int) -> Iterable[Part]:
        """A line with its matches, which are looked for when a block comes into view."""
        number = bisect_right(self._tops, line) - 1
        block, top = self._blocks[number], self._tops[number]
        if block.where and self._drawn_with.get(number, NONE) != self._matches:
            self._drawn_with[number] = self._matches
            found = self._matches.on(block.content, block.where)
            again = list(wrapped(block._replace(content=found), self._wrapped_at))
            self._lines[top : top + len(again)] = again
        return self._lines[line]


def _alike(blocks: Sequence[Block], others: Sequence[Block]) -> bool:
    """Whether two documents look alike; contents are equal by what they say alone."""
    return len(blocks) == len(others) and all(
        block == other and block.content.spans == other.content.spans
        for block, other in zip(blocks, others, strict=True)
    )


def wrapped(block: Block, width: int) -> Iterator[list[Part]]:
    """Yield the lines of a block at a width, in cells, as pieces of text with their roles."""
    room = max(8, width - len(block.first))
    lines = block.content.wrap(room) if block.content.plain else [block.content]
    for number, line in enumerate(lines):
        before = block.rest if number else block.first
        yield [(before, block.role), *parts(line.rstrip())] if before else [*parts(line.rstrip())]
