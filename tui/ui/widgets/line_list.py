"""A list drawn line by line: a hundred thousand rows cost what twenty cost."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any, Generic, TypeVar

from textual import events
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

    A subclass paints rows. Only the rows in view are ever painted; with `wraps`, rows may be of
    several lines, and `measure` is asked for all of them, so that is for short lists.

    Args:
        shown_of: what is shown of the row with a key; asked for when the row is drawn.
        glyphs: the signs to draw with.
        id: the id of the widget.
    """

    wraps = False

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
        self._lost: str | None = None
        self._anchor: int | None = None
        self._resting = 0
        self.was_moved = False
        self.empty_text: Sequence[str] = ()

    # For subclasses ----------------------------------------------------------------------

    def shown(self, index: int) -> Shown:
        """What is shown of a row, as it is now."""
        return self._shown_of(self._keys[index])

    def pointer(self, index: int) -> Part:
        """What points at the cursor's row, a cell wide, and stands before the others too."""
        return (self._glyphs.cursor if index == self._cursor else " "), "primary"

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
        wanted = self.cursor_key or self._lost
        where = self._cursor or 0
        self._keys = keys
        self._anchor = None
        self._cursor = self._find(wanted, where) if wanted is not None else None
        if wanted is None and keys:
            self._cursor = 0
        self._lost = wanted if self._cursor is None else None
        self._resting = min(where, max(0, len(keys) - 1))
        self._measure_all()
        self.refresh()
        self._reveal()

    def beside(self) -> Sequence[str]:
        """The keys of the rows below and above the cursor."""
        if self._cursor is None:
            return ()
        below, above = self._cursor + 1, self._cursor - 1
        return [*self._keys[below : below + 1], *self._keys[max(0, above) : max(0, above + 1)]]

    def _find(self, key: str, near: int) -> int | None:
        if near < len(self._keys) and self._keys[near] == key:
            return near
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    @property
    def cursor_key(self) -> str | None:
        """The key of the row under the cursor."""
        return None if self._cursor is None else self._keys[self._cursor]

    @property
    def cursor(self) -> int | None:
        """The index of the row under the cursor."""
        return self._cursor

    def forget_cursor(self) -> None:
        """Let the next rows begin at the top."""
        self._cursor = self._lost = self._anchor = None

    # The range ---------------------------------------------------------------------------

    @property
    def has_range(self) -> bool:
        """Whether a range was started."""
        return self._anchor is not None

    def toggle_range(self) -> None:
        """Start a range at the cursor, or end it."""
        self._anchor = self._cursor if self._anchor is None else None
        self.refresh()

    def chosen(self) -> list[int]:
        """The rows an action takes: the range if there is one, else the cursor's row."""
        if self._cursor is None:
            return []
        anchor = self._cursor if self._anchor is None else self._anchor
        return list(range(min(anchor, self._cursor), max(anchor, self._cursor) + 1))

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

    def refresh_key(self, key: str) -> None:
        """Draw one row again, if it is there."""
        self.refresh_row(self._find(key, self._cursor or 0))

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

    def render_line(self, y: int) -> Strip:
        """Return a line of what is in view (the line API)."""
        line = y + self.scroll_offset.y
        if line >= self.line_total:
            return self.message_strip(() if self._keys else self.empty_text, y)
        index = self._row_at(line)
        top, _ = self._span(index)
        brush = self.brush
        painted = self.paint(index, brush.width)
        parts = painted[line - top] if line - top < len(painted) else []
        row_style = brush.base
        if index == self._cursor:
            row_style = brush.look("cursor" if self.has_focus else "cursor-blurred", row_style)
        elif self._anchor is not None and index in self.chosen():
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
