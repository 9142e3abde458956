"""The filter: a line to type in, how many sessions it leaves, and where it is mistaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.ui.cells import fit
from tui.ui.looks import look

if TYPE_CHECKING:
    from textual.widgets import Input

_ROLE_LOOKS = {"hint": "dim", "text": "key", "mistake": "error"}


class FilterLine(Widget):
    """The filter as it stands, and what it leaves."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._left: tuple[str, str] = ("", "dim")
        self._right = ""

    def show(self, text: str, role: str, right: str) -> None:
        """Show a text in a role (hint, text or mistake), and one at the right."""
        shown = (text, _ROLE_LOOKS[role]), right
        if shown != (self._left, self._right):
            self._left, self._right = shown
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line (the line API)."""
        width = self.size.width
        text, role = self._left
        right = f" {self._right} " if self._right else ""
        base = self.rich_style
        return Strip(
            [
                Segment(fit(text, width - len(right)), look(self, role, base)),
                Segment(right, look(self, "dim", base)),
            ]
        ).adjust_cell_length(width, base)


class FilterBar(Vertical):
    """Becomes an input when it is opened; every keystroke is told. Mistakes stand under it."""

    class Changed(Message):
        """The text is another one."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Closed(Message):
        """Typing has ended, and the text is kept."""

    def compose(self) -> ComposeResult:
        """A line, and one for mistakes; the input is mounted when it is first wanted."""
        with Horizontal(id="filter-row"):
            yield FilterLine(id="filter-line")
        yield FilterLine(id="filter-mistake")

    @property
    def is_open(self) -> bool:
        """Whether the text is being typed."""
        return bool(self.query("#filter-input"))

    def show(self, text: str, right: str, mistake: str = "", place: int = 0) -> None:
        """Show the filter, what it leaves, and what is wrong with it at which character."""
        line = self.query_one("#filter-line", FilterLine)
        under = self.query_one("#filter-mistake", FilterLine)
        under.display = bool(mistake)
        if mistake:
            under.show(f"{' ' * (3 + min(place, 40))}^ {mistake}", "mistake", "")
        if self.is_open:
            line.show("", "hint", right)
        elif text:
            line.show(f" / {text}", "text", right)
        else:
            line.show(" / filter: words, project:, label:, is:open", "hint", right)

    async def open(self, text: str) -> Widget:
        """Let the text be typed, into the field that is returned."""
        from textual.widgets import Input  # not before a filter is typed

        field = Input(text, id="filter-input", compact=True, select_on_focus=False)
        prompt = FilterLine(id="filter-prompt")
        prompt.show(" / ", "text", "")
        await self.query_one("#filter-row").mount(prompt, field, before=0)
        self.add_class("-typing")
        return field

    async def close(self) -> None:
        """Show the text as a line again."""
        self.remove_class("-typing")
        await self.query("#filter-prompt, #filter-input").remove()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell every keystroke."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps the filter."""
        event.stop()
        self.post_message(self.Closed())
