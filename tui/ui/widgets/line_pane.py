"""What every pane that is drawn line by line has in common."""

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.ui.cells import fit
from tui.ui.looks import Part, look


class LinePane(ScrollView, can_focus=True):
    """Draws lines made of parts, and a message where there are none."""

    @property
    def room(self) -> int:
        """How many cells a line may take."""
        return self.scrollable_content_region.width

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
        base = self.rich_style if style is None else style
        segments = [Segment(text, look(self, name, base)) for text, name in parts]
        return Strip(segments).adjust_cell_length(self.room, base)

    def message_strip(self, message: Sequence[str], y: int) -> Strip:
        """Return a line of a message, which stands in the upper middle of the pane."""
        width = self.room
        said = y - max(0, (self.size.height - len(message)) // 3)
        if not 0 <= said < len(message):
            return self.strip(())
        return self.strip([(fit(message[said].center(width), width), "dim")])
