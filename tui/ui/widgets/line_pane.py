"""What every pane that is drawn line by line has in common."""

from collections.abc import Iterable, Sequence

from rich.style import Style
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.ui.cells import fit
from tui.ui.looks import Brush, Part


class LinePane(ScrollView, can_focus=True):
    """Draws lines made of parts, and a message where there are none."""

    _brush: Brush | None = None
    _titles = ("", "")
    _line_total = 0

    @property
    def room(self) -> int:
        """How many cells a line may take."""
        return self.scrollable_content_region.width

    @property
    def brush(self) -> Brush:
        """The width and the looks of the lines; while many are drawn, they are worked out once."""
        return self._brush or Brush(self, self.room)

    @property
    def line_total(self) -> int:
        """How many lines there are."""
        return self._line_total

    def lay_out(self, lines: int) -> None:
        """Let so many lines be scrolled to, in a pane that grows with them if its style says so.

        For every other height of what is scrolled, Textual lays out the whole screen anew and draws
        all scroll bars, a frame later. So a scroll bar that was there stays, and but for a pane
        that grows nothing else is told; lines that fit are as many as there is room for.
        """
        self._line_total = lines
        room = self.scrollable_content_region.height
        if lines > (room or self.app.size.height) and self.styles.overflow_y == "auto":
            self.styles.overflow_y = "scroll"
        is_kept = lines <= room and not self._has_grown_to(room)
        size = Size(0, room if is_kept else lines)
        if is_kept or not self.styles.is_auto_height:
            self._scroll_through(size)
        else:
            self.virtual_size = size

    def _scroll_through(self, size: Size) -> None:
        """Let another size be scrolled through, with the scroll bar that is there, if one is."""
        if size == self.virtual_size:
            return
        self.set_reactive(LinePane.virtual_size, size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
        self.refresh()

    def _has_grown_to(self, room: int) -> bool:
        least = self.styles.min_height
        return bool(
            self.styles.is_auto_height and least and room > least.value - self.gutter.height
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how high a pane wants to be that grows with its lines."""
        return self._line_total

    def on_resize(self) -> None:
        """What fits is another number now."""
        self.lay_out(self._line_total)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the pane; what is blank below them is drawn but once."""
        self._brush = Brush(self, self.room)
        draw = super().render_lines
        top, end = self.gutter.top, self.gutter.top + self.size.height
        blank, below = max(crop.y, top + self.drawn_lines()), min(crop.bottom, end)
        try:
            if below - blank <= 1:
                return draw(crop)
            drawn = draw(Region(crop.x, crop.y, crop.width, blank + 1 - crop.y))
            drawn += [drawn[-1]] * (below - blank - 1)
            if crop.bottom > below:
                drawn += draw(Region(crop.x, below, crop.width, crop.bottom - below))
            return drawn
        finally:
            self._brush = None

    def drawn_lines(self) -> int:
        """Return after how many lines of those in view nothing but blank ones come."""
        return self.size.height

    def entitle(self, title: str, subtitle: str = "") -> None:
        """Set the titles in the border; with them all of the pane is drawn, so only if need be.

        Args:
            title: plain text, as the other one, never markup.
            subtitle: stands at the bottom.
        """
        if (title, subtitle) != self._titles:
            self._titles = (title, subtitle)
            self.border_title, self.border_subtitle = Content(title), Content(subtitle)

    def move(self, by: int) -> None:
        """Move by lines."""
        raise NotImplementedError

    def page(self, by: int) -> None:
        """Move by pages."""
        raise NotImplementedError

    def move_to(self, line: int) -> None:
        """Move to a line."""
        raise NotImplementedError

    def move_to_end(self) -> None:
        """Move to the last line."""
        raise NotImplementedError

    def strip(self, parts: Iterable[Part], style: Style | None = None) -> Strip:
        """Return a line of the pane's width, over a style of its own if it has one."""
        brush = self.brush
        base = brush.base if style is None else style
        return Strip(brush.segments(parts, base)).adjust_cell_length(brush.width, base)

    def message_strip(self, message: Sequence[str], y: int) -> Strip:
        """Return a line of a message, which stands in the upper middle of the pane."""
        width = self.brush.width
        said = y - self._message_top(message)
        if not 0 <= said < len(message):
            return self.strip(())
        return self.strip([(fit(message[said].center(width), width), "dim")])

    def message_end(self, message: Sequence[str]) -> int:
        """Return after how many lines a message ends; 0 where there is none."""
        return self._message_top(message) + len(message) if message else 0

    def _message_top(self, message: Sequence[str]) -> int:
        return max(0, (self.size.height - len(message)) // 3)
