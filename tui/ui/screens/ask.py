"""A line to type in."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tui.ui.screens.over import Over


class AskScreen(Over[str | None]):
    """Asks for a few words; the answer is what was typed, or None if it was left.

    Args:
        title: what is asked for.
        about: what it is for, below.
        value: what to begin with.
        most: how many letters there may be.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", show=False, priority=True),
    ]

    def __init__(self, title: str, about: str, value: str = "", most: int = 60) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._input = Input(value, id="answer", compact=True, max_length=most)

    def compose(self) -> ComposeResult:
        """A box in the middle."""
        box = Vertical(self._input, id="box")
        box.border_title = Content(self._title)
        box.border_subtitle = Content(self._about)
        yield box

    def on_mount(self) -> None:
        """Begin to type."""
        self._input.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer, if there is anything to say."""
        event.stop()
        self.dismiss(event.value.strip() or None)
