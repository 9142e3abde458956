"""A page over the review screen: something to read and scroll, closed with esc."""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.plain import plain
from tui.ui.cells import WIDE, counted
from tui.ui.document import Block
from tui.ui.glyphs import Glyphs
from tui.ui.looks import LOOKS
from tui.ui.screens.over import Over
from tui.ui.widgets.comparison import Comparison
from tui.ui.widgets.detail import Detail
from tui.ui.widgets.line_pane import LinePane
from tui.workbench import StoredLine


class PageScreen(Over[None]):
    """Shows one pane under a title, nearly as large as the terminal.

    Args:
        title: what the page is.
        pane: what it shows.
        keys: what keys of its own it has, for people.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark,R", "close", "back", show=False, priority=True),
        Binding("j,down", "move(1)", show=False, priority=True),
        Binding("k,up", "move(-1)", show=False, priority=True),
        Binding("pagedown,space,ctrl+d", "page(1)", show=False, priority=True),
        Binding("pageup,ctrl+u", "page(-1)", show=False, priority=True),
        Binding("g,home", "top", show=False, priority=True),
        Binding("G,end", "bottom", show=False, priority=True),
    ]

    COMPONENT_CLASSES = LOOKS

    def __init__(self, title: str, pane: LinePane, keys: str = "") -> None:
        super().__init__()
        self._pane = pane
        pane.entitle(title, f"{keys}  esc back".strip())

    def compose(self) -> ComposeResult:
        """One pane."""
        yield self._pane

    def on_resize(self) -> None:
        """All of the terminal where there is little of it."""
        self.set_class(self.size.width < WIDE, "-narrow")

    def action_close(self) -> None:
        """Back to where we were."""
        self.dismiss()

    def action_move(self, by: int) -> None:
        """Scroll by lines."""
        self._pane.move(by)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self._pane.page(by)

    def action_top(self) -> None:
        """Scroll to the top."""
        self._pane.move_to(0)

    def action_bottom(self) -> None:
        """Scroll to the bottom."""
        self._pane.move_to_end()


class TextScreen(PageScreen):
    """A page of text.

    Args:
        title: what the page is.
        blocks: what it says.
    """

    def __init__(self, title: str, blocks: Sequence[Block]) -> None:
        super().__init__(title, Detail(blocks, id="page"))


class StoredScreen(PageScreen):
    """A note as stored, beside as healed; it is there at once, and filled when the note is read.

    Args:
        title: what note it is.
        read: reads its lines, in a thread; none if it cannot be read.
        glyphs: the signs to draw with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "find(1)", show=False, priority=True),
        Binding("N", "find(-1)", show=False, priority=True),
    ]

    def __init__(
        self, title: str, read: Callable[[], Sequence[StoredLine]], glyphs: Glyphs
    ) -> None:
        self._comparison = Comparison(glyphs, id="page")
        super().__init__(title, self._comparison, "n N next change ")
        self._title = title
        self._read = read

    def on_mount(self) -> None:
        """Begin to read."""
        self._comparison.show_message(("Reading the note.",))
        self._fill()

    @work(exclusive=True)
    async def _fill(self) -> None:
        lines = await asyncio.to_thread(self._read)
        if not lines:
            self._comparison.show_message(("This note cannot be read any more.",))
            return
        self._comparison.show(lines)
        healed = sum(line.stored != line.healed for line in lines)
        uncertain = sum(line.uncertain for line in lines)
        said = f"{healed:,} of {counted(len(lines), 'line')} healed" if healed else "as stored"
        said += f", {uncertain:,} uncertain" if uncertain else "" if healed else "; nothing to heal"
        self._comparison.border_title = Content(f"{plain(self._title)}: {said}")

    def action_find(self, by: int) -> None:
        """Scroll to the next line that was healed or is uncertain."""
        if not self._comparison.find(by):
            self.notify("No change further down." if by > 0 else "No change further up.")
