"""A page over the review screen: something to read and scroll, closed with esc."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from tui.ui.document import Block
from tui.ui.looks import LOOKS
from tui.ui.widgets.detail import Detail


class PageScreen(ModalScreen[None]):
    """Shows blocks under a title.

    Args:
        title: what the page is.
        blocks: what it says.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark,R", "close", "back", show=False, priority=True),
        Binding("j,down", "scroll(1)", show=False, priority=True),
        Binding("k,up", "scroll(-1)", show=False, priority=True),
        Binding("pagedown,space,ctrl+d", "page(1)", show=False, priority=True),
        Binding("pageup,ctrl+u", "page(-1)", show=False, priority=True),
        Binding("g,home", "top", show=False, priority=True),
        Binding("G,end", "bottom", show=False, priority=True),
    ]

    COMPONENT_CLASSES = LOOKS

    def __init__(self, title: str, blocks: Sequence[Block]) -> None:
        super().__init__()
        self._title = title
        self._blocks = blocks

    def compose(self) -> ComposeResult:
        """One pane, nearly as large as the terminal."""
        detail = Detail(id="page")
        detail.border_title = Content(self._title)
        detail.border_subtitle = "esc back"
        yield detail

    def on_mount(self) -> None:
        """Fill it."""
        self.query_one(Detail).show(self._blocks)

    def action_close(self) -> None:
        """Back to where we were."""
        self.dismiss()

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(Detail).move(by)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self.query_one(Detail).page(by)

    def action_top(self) -> None:
        """Scroll to the top."""
        self.query_one(Detail).move_to(0)

    def action_bottom(self) -> None:
        """Scroll to the bottom."""
        self.query_one(Detail).move_to_end()
