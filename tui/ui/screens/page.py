"""A page over the review screen: something to read and scroll, closed with esc."""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.library.pairing import LinePair
from tui.plain import plain
from tui.ui.cells import WIDE, counted
from tui.ui.document import Block
from tui.ui.glyphs import Glyphs
from tui.ui.screens.over import OverLines
from tui.ui.widgets.comparison import Comparison
from tui.ui.widgets.detail import Detail
from tui.ui.widgets.line_pane import LinePane
from tui.workbench import StoredLine

_UNREADABLE = "This note cannot be read any more."


class PageScreen(OverLines[None]):
    """Shows one pane under a title, nearly as large as the terminal.

    Args:
        title: what the page is.
        pane: what it shows.
        keys: what keys of its own it has, for people.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark,R,D", "close", "back", show=False, priority=True),
        Binding("j,down", "move(1)", show=False, priority=True),
        Binding("k,up", "move(-1)", show=False, priority=True),
        Binding("pagedown,space,ctrl+d", "page(1)", show=False, priority=True),
        Binding("pageup,ctrl+u", "page(-1)", show=False, priority=True),
        Binding("g,home", "top", show=False, priority=True),
        Binding("G,end", "bottom", show=False, priority=True),
    ]

    def __init__(self, title: str, pane: LinePane, keys: str = "") -> None:
        super().__init__()
        self.moves_in = pane
        pane.entitle(title, f"{keys}  esc back".strip())

    def compose(self) -> ComposeResult:
        """One pane."""
        yield self.moves_in

    def on_resize(self) -> None:
        """All of the terminal where there is little of it."""
        self.set_class(self.size.width < WIDE, "-narrow")

    def action_close(self) -> None:
        """Back to where we were."""
        self.dismiss()


class TextScreen(PageScreen):
    """A page of text.

    Args:
        title: what the page is.
        blocks: what it says.
    """

    def __init__(self, title: str, blocks: Sequence[Block]) -> None:
        super().__init__(title, Detail(blocks, id="page"))


class ComparisonScreen(PageScreen):
    """A note twice, side by side; it is there at once, and filled when the note is read.

    Args:
        title: what note it is.
        comparison: what shows it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "find(1)", show=False, priority=True),
        Binding("N", "find(-1)", show=False, priority=True),
    ]

    def __init__(self, title: str, comparison: Comparison) -> None:
        super().__init__(title, comparison, "n N next change ")
        self._comparison = comparison
        self._title = title

    def lines(self) -> Sequence[StoredLine] | str:
        """Return what to show, or why there is nothing; run in a thread."""
        raise NotImplementedError

    def said(self, lines: Sequence[StoredLine]) -> str:
        """Say in a few words how much differs."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin to read."""
        self._comparison.show_message(("Reading the note.",))
        self._fill()

    @work(exclusive=True)
    async def _fill(self) -> None:
        lines = await asyncio.to_thread(self.lines)
        if isinstance(lines, str):
            self._comparison.show_message((lines,))
            return
        self._comparison.show(lines)
        self._comparison.border_title = Content(f"{plain(self._title)}: {self.said(lines)}")

    def action_find(self, by: int) -> None:
        """Scroll to the next line that differs, or is uncertain."""
        if not self._comparison.find(by):
            self.notify("No change further down." if by > 0 else "No change further up.")


class StoredScreen(ComparisonScreen):
    """A note as stored, beside as healed.

    Args:
        title: what note it is.
        read: reads its lines, in a thread; none if it cannot be read.
        glyphs: the signs to draw with.
    """

    def __init__(
        self, title: str, read: Callable[[], Sequence[StoredLine]], glyphs: Glyphs
    ) -> None:
        super().__init__(title, Comparison(glyphs, id="page"))
        self._read = read

    def lines(self) -> Sequence[StoredLine] | str:
        """Return the lines of the note."""
        return self._read() or _UNREADABLE

    def said(self, lines: Sequence[StoredLine]) -> str:
        """Say how many lines were healed."""
        healed = sum(line.stored != line.healed for line in lines)
        uncertain = sum(line.uncertain for line in lines)
        said = f"{healed:,} of {counted(len(lines), 'line')} healed" if healed else "as stored"
        return said + (
            f", {uncertain:,} uncertain" if uncertain else "" if healed else "; nothing to heal"
        )


class SignedScreen(ComparisonScreen):
    """A session as it was signed off, beside as it is.

    Args:
        title: what session it is.
        read: reads both, in a thread; None if what was signed was not kept.
        glyphs: the signs to draw with.
    """

    def __init__(
        self, title: str, read: Callable[[], Sequence[LinePair] | None], glyphs: Glyphs
    ) -> None:
        names = "as signed off", "as it is"
        super().__init__(title, Comparison(glyphs, names=names, id="page"))
        self._read = read

    def lines(self) -> Sequence[StoredLine] | str:
        """Return the lines of both."""
        pairs = self._read()
        if pairs is None:
            return "The text that was signed off was not kept."
        return [StoredLine(*pair, codec="", uncertain=False) for pair in pairs] or _UNREADABLE

    def said(self, lines: Sequence[StoredLine]) -> str:
        """Say how many lines differ."""
        changed = sum(line.stored != line.healed for line in lines)
        return f"{counted(changed, 'line')} changed" if changed else "as it was signed off"
