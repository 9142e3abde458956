"""A list drawn line by line: a hundred thousand rows cost what twenty cost."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any, Generic, TypeVar

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from tui.ui.glyphs import Glyphs
from tui.ui.looks import Part
from tui.ui.widgets.line_pane import LinePane

Shown = TypeVar("Shown")
"""What a list shows of a row."""


class _OfList(Message):
    """What a list has to tell, and which list it is."""

    def __init__(self, lines: "LineList[Any]") -> None:
        super().__init__()
        self.lines = lines

    @property
    def control(self) -> "LineList[Any]":
        """The list."""
        return self.lines


class LineList(LinePane, Generic[Shown]):
    """Rows with a cursor, held by key: when rows change under it, it stays on its own.

    So does the other end of a range, and its line stays where it is on the screen.

    A subclass paints rows. Only the rows in view are ever painted; where it `wraps`, rows may be
    of several lines, and `measure` is asked for all of them, so that is for short lists.

    `marks` tells of a row whether it is marked.

    Args:
        shown_of: what is shown of the row with a key; asked for when the row is drawn.
        glyphs: the signs to draw with.
        id: the id of the widget.
    """

    wraps = False
    _painted: tuple[int, list[list[Part]]] | None = None

    class Moved(_OfList):
        """The cursor stands on another row, or on none."""

    class Chosen(_OfList):
        """A row was entered."""

    def __init__(
        self,
        shown_of: Callable[[str], Shown],
        glyphs: Glyphs,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self._shown_of = shown_of
        self._glyphs = glyphs
        self._keys: Sequence[str] = ()
        self._tops: list[int] = [0]
        self._measured_at = 0
        self._cursor: int | None = None
        self._key: str | None = None
        self._lost: str | None = None
        self._anchor: int | None = None
        self._anchor_key: str | None = None
        self._resting = 0
        self.marks: Callable[[int], bool] | None = None
        self.was_moved = False
        self.empty_text: Sequence[str] = ()

    # For subclasses ----------------------------------------------------------------------

    def shown(self, index: int) -> Shown:
        """What is shown of a row, as it is now."""
        return self._shown_of(self._keys[index])

    def is_marked(self, index: int) -> bool:
        """Whether a row is marked."""
        return self.marks is not None and self.marks(index)

    def index_of(self, key: str, near: int) -> int | None:
        """Return where a key stands now.

        Args:
            key: one that a row had, or has.
            near: where it stood before.
        """
        if near < len(self._keys) and self._keys[near] == key:
            return near
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    def pointer(self, index: int) -> Part:
        """What points at the cursor's row, or at marked ones; a cell wide, before all rows."""
        is_marked = self.is_marked(index)
        if index == self._cursor:
            return self._glyphs.cursor, "accent" if is_marked else "primary"
        return (self._glyphs.marked if is_marked else " "), "accent"

    def paint(self, index: int, width: int) -> list[list[Part]]:
        """Return the lines of a row, each a list of parts no wider than `width` together."""
        raise NotImplementedError

    def measure(self, index: int, width: int) -> int:
        """Return how many lines a row takes; asked only of a list that `wraps`."""
        return len(self.paint(index, width))

    # Rows --------------------------------------------------------------------------------

    @property
    def keys(self) -> Sequence[str]:
        """The keys of all rows, in order."""
        return self._keys

    def show(self, keys: Sequence[str]) -> None:
        """Show other rows. The cursor stays on its key.

        If its key is gone, it stands on no row, and no key acts, until it is moved.
        """
        wanted = self._key if self._key is not None else self._lost  # a key may be ""
        where, anchored = self._cursor or 0, self._anchor or 0
        self._keys = keys
        self._cursor = self.index_of(wanted, where) if wanted is not None else None
        if wanted is None and keys:
            self._cursor = 0
        self._key = None if self._cursor is None else keys[self._cursor]
        self._lost = wanted if self._cursor is None else None
        self._resting = min(where, max(0, len(keys) - 1))
        if self._anchor_key is not None:
            self._anchor = self.index_of(self._anchor_key, anchored)
            if self._anchor is None or self._cursor is None:
                self._end_range()
        self._measure_all()
        self.refresh()
        if self._cursor is not None and not self.wraps and wanted is not None:
            self._stay(self._cursor - where)
        self._reveal()

    def _stay(self, moved: int) -> None:
        """Scroll as far as the cursor's row was moved, so that it stays where it is seen."""
        if moved and self.scroll_offset.y:
            self.scroll_to(y=self.scroll_offset.y + moved, animate=False)

    def beside(self) -> Sequence[str]:
        """The keys of the rows below and above the cursor."""
        if self._cursor is None:
            return ()
        below, above = self._cursor + 1, self._cursor - 1
        return [*self._keys[below : below + 1], *self._keys[max(0, above) : max(0, above + 1)]]

    @property
    def cursor_key(self) -> str | None:
        """The key of the row under the cursor."""
        return self._key

    @property
    def cursor(self) -> int | None:
        """The index of the row under the cursor."""
        return self._cursor

    def forget_cursor(self) -> None:
        """Let the next rows begin at the top."""
        self._cursor = self._key = self._lost = None
        self._end_range()

    # The range ---------------------------------------------------------------------------

    @property
    def has_range(self) -> bool:
        """Whether a range was started."""
        return self._anchor is not None

    def toggle_range(self) -> None:
        """Start a range at the cursor, or end it."""
        if self._anchor is None:
            self._anchor, self._anchor_key = self._cursor, self._key
        else:
            self._end_range()
        self.refresh()

    def _end_range(self) -> None:
        self._anchor = self._anchor_key = None

    def chosen(self) -> list[int]:
        """The rows an action takes: the range if there is one, else the cursor's row."""
        if self._cursor is None:
            return []
        anchor = self._cursor if self._anchor is None else self._anchor
        return list(range(min(anchor, self._cursor), max(anchor, self._cursor) + 1))

    def _is_in_range(self, index: int) -> bool:
        if self._anchor is None or self._cursor is None:
            return False
        return min(self._anchor, self._cursor) <= index <= max(self._anchor, self._cursor)

    # Moving ------------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Move the cursor by so many rows; a cursor that had lost its row is back on one."""
        start = self._resting if self._cursor is None else self._cursor + by
        self.move_to(start)

    def page(self, by: int) -> None:
        """Move the cursor by so many pages."""
        height = max(1, self.scrollable_content_region.height - 1)
        if self.wraps and self._cursor is not None:
            line = self._tops[self._cursor] + by * height
            self.move_to(self._row_at(max(0, min(line, self._tops[-1] - 1))))
        else:
            self.move(by * height)

    def move_to(self, index: int) -> None:
        """Move the cursor to a row, as near as there is one."""
        if not self._keys:
            return
        index = max(0, min(index, len(self._keys) - 1))
        before, self._cursor, self._lost = self._cursor, index, None
        self._key = self._keys[index]
        self.was_moved = True
        if before == index:
            return
        if self._anchor is None:
            for row in {before, index} - {None}:
                self.refresh_row(row)
        else:
            self.refresh()
        self._reveal()
        self.post_message(self.Moved(self))

    def move_to_end(self) -> None:
        """Move the cursor to the last row."""
        self.move_to(len(self._keys) - 1)

    def remeasure(self) -> None:
        """Draw again after what the rows show has changed, and with it perhaps their height."""
        self._measure_all()
        self.refresh()

    def refresh_row(self, index: int | None) -> None:
        """Draw one row again."""
        if index is not None:
            top, end = self._span(index)
            self.refresh_lines(top, end - top)

    def rows_in_view(self) -> range:
        """The rows that can be seen."""
        first = self.scroll_offset.y
        last = min(first + self.scrollable_content_region.height, self.line_total) - 1
        return range(self._row_at(first), self._row_at(last) + 1) if last >= first else range(0)

    def refresh_key(self, key: str) -> None:
        """Draw one row again, if it is there."""
        self.refresh_row(self.index_of(key, self._cursor or 0))

    def _reveal(self) -> None:
        if self._cursor is None or not self.size.height:
            return
        top, end = self._span(self._cursor)
        height = self.scrollable_content_region.height
        offset = self.scroll_offset.y
        if top < offset:
            self.scroll_to(y=top, animate=False)
        elif end > offset + height:
            self.scroll_to(y=min(top, end - height), animate=False)

    # Geometry ----------------------------------------------------------------------------

    def _span(self, index: int) -> tuple[int, int]:
        if not self.wraps:
            return index, index + 1
        return self._tops[index], self._tops[index + 1]

    def _row_at(self, line: int) -> int:
        return bisect_right(self._tops, line) - 1 if self.wraps else line

    def _measure_all(self) -> None:
        width = self._measured_at = self.room
        if self.wraps:
            count = len(self._keys)
            # Without a width, as in a pane that is hidden, each row is taken for one line.
            heights = (self.measure(i, width) if width > 0 else 1 for i in range(count))
            self._tops = [0, *accumulate(heights)]
        self.lay_out(self._tops[-1] if self.wraps else len(self._keys))

    def on_resize(self) -> None:
        """Rows wrap anew where the width is another one."""
        if self.room != self._measured_at:
            self._measure_all()
        self._reveal()

    # Drawing -----------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the list; a row of many of them is painted once."""
        self._painted = None
        return super().render_lines(crop)

    def drawn_lines(self) -> int:
        """Return after how many lines of those in view nothing but blank ones come."""
        if not self._keys:
            return self.message_end(self.empty_text)
        return max(0, self.line_total - self.scroll_offset.y)

    def render_line(self, y: int) -> Strip:
        """Return a line of what is in view (the line API)."""
        line = y + self.scroll_offset.y
        if line >= self.line_total:
            return self.message_strip(() if self._keys else self.empty_text, y)
        index = self._row_at(line)
        top, _ = self._span(index)
        brush = self.brush
        if self._painted is None or self._painted[0] != index:
            self._painted = index, self.paint(index, brush.width)
        painted = self._painted[1]
        parts = painted[line - top] if line - top < len(painted) else []
        row_style = brush.base
        if index == self._cursor:
            row_style = brush.look("cursor" if self.has_focus else "cursor-blurred", row_style)
        elif self._is_in_range(index) or self.is_marked(index):
            row_style = brush.look("range", row_style)
        return self.strip(parts, row_style)

    # The mouse ---------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one enters the row."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = offset.y + self.scroll_offset.y
        if 0 <= line < self.line_total:
            self.focus()
            self.move_to(self._row_at(line))
            if event.chain == 2:
                self.post_message(self.Chosen(self))
