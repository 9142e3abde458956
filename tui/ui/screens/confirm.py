"""Yes or no."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.ui.screens.over import Over


class ConfirmScreen(Over[bool]):
    """Asks whether something is meant; only `y` is yes.

    Args:
        asks: the question, already plain.
        about: what follows from a yes, already plain.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", "yes", show=False, priority=True),
        Binding("n,q,escape", "dismiss(False)", "no", show=False, priority=True),
    ]

    def __init__(self, asks: str, about: str) -> None:
        super().__init__()
        self._asks = asks
        self._about = about

    def compose(self) -> ComposeResult:
        """A box in the middle."""
        box = Vertical(Static(Content(self._about), id="about", markup=False), id="box")
        box.border_title = Content(self._asks)
        box.border_subtitle = Content("y yes  n no")
        yield box
