"""What the pictures have in common whose elements are not lines of a list."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.ui.glyphs import Glyphs
from tui.ui.looks import Part
from tui.ui.widgets.line_pane import LinePane


class Picture(LinePane):
    """Elements in a row, by number, as months are; one of them is marked.

    The mark is held by number: when what is shown changes, it stays where it was.

    Args:
        glyphs: the signs to draw with.
        id: the id of the widget.
    """

    class Moved(Message):
        """Another element is marked."""

    class Chosen(Message):
        """An element was entered."""

    across = 1
    """How many elements a step to the left or right passes."""

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._glyphs = glyphs
        self._first = self._last = 0
        self._marked: int | None = None
        self.empty_text: Sequence[str] = ()

    # For subclasses ----------------------------------------------------------------------

    def show_numbers(self, first: int, last: int, marked: int) -> None:
        """Show elements from one number to another; none, if the last is before the first.

        Args:
            first: the first number.
            last: the last one.
            marked: what is marked, if nothing was, or what is not there any more.
        """
        self._first, self._last = first, last
        if last < first:
            self._marked = None
        elif self._marked is None or not first <= self._marked <= last:
            self._marked = marked
        self.refresh()

    def number_at(self, x: int, y: int) -> int | None:
        """The element at a column and a line."""
        raise NotImplementedError

    def draw(self, y: int) -> Strip:
        """Return a line of the picture, of which there are elements."""
        raise NotImplementedError

    # The mark ----------------------------------------------------------------------------

    @property
    def marked(self) -> int | None:
        """The number of the element that is marked."""
        return self._marked

    def mark_again(self, number: int | None) -> None:
        """Mark the element that was marked before; nothing is told, and one that is gone is not."""
        if number is not None and self._first <= number <= self._last:
            self._marked = number
            self.refresh()

    def forget_mark(self) -> None:
        """Let what is shown next begin anew."""
        self._marked = None

    def move(self, by: int) -> None:
        """Mark the element so many further."""
        if self._marked is not None:
            self._mark(self._marked + by)

    def turn(self, by: int) -> None:
        """Mark what stands so many steps to the right."""
        self.move(by * self.across)

    def page(self, by: int) -> None:
        """Mark what is a page further; pages are what a year is to months."""
        self.move(by * 12)

    def move_to(self, line: int) -> None:
        """Mark an element by its place from the first."""
        self._mark(self._first + line)

    def move_to_end(self) -> None:
        """Mark the last element."""
        self._mark(self._last)

    def _mark(self, number: int) -> None:
        if self._marked is None:
            return
        number = max(self._first, min(number, self._last))
        if number != self._marked:
            self._marked = number
            self.refresh()
            self.post_message(self.Moved())

    @property
    def mark_look(self) -> str:
        """How the marked element is drawn."""
        return "cursor" if self.has_focus else "cursor-blurred"

    # Drawing, and the mouse --------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return a line (the line API)."""
        return self.message_strip(self.empty_text, y) if self._marked is None else self.draw(y)

    def on_click(self, event: events.Click) -> None:
        """A click marks an element, a second one enters it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        self.focus()
        number = self.number_at(offset.x, offset.y) if self._marked is not None else None
        if number is None:
            return
        self._mark(number)
        if event.chain == 2:
            self.post_message(self.Chosen())


def merged(cells: Iterable[Part]) -> list[Part]:
    """Return the same line in fewer pieces: neighbours of one look become one."""
    return [("".join(text for text, _ in run), name) for name, run in groupby(cells, itemgetter(1))]


def captions(texts: Sequence[tuple[int, str]], width: int, strong: int | None) -> list[Part]:
    """Return a line of captions under a picture, as many as there is room for.

    Args:
        texts: in which column the middle of each stands, from the left; "" is none.
        width: the columns.
        strong: which of them stands out, and is there in any case.
    """
    cells: list[Part] = [(" ", "")] * width
    taken = [False] * (width + 1)
    first = [] if strong is None else [strong]
    for index in [*first, *range(len(texts))]:
        middle, text = texts[index]
        if not text:
            continue
        start = max(0, min(middle - len(text) // 2, width - len(text)))
        end = start + len(text)
        if end > width or any(taken[max(0, start - 1) : end + 1]):
            continue
        taken[start:end] = [True] * (end - start)
        cells[start:end] = [(char, "strong" if index == strong else "dim") for char in text]
    return merged(cells)
