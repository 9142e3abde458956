"""Projects, labels, priorities and months, with counts; the list is narrowed by one of them."""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from tui.ui.cells import WIDE, fit
from tui.ui.glyphs import Glyphs
from tui.ui.looks import look
from tui.ui.narrowing import term
from tui.ui.screens.over import OverLines
from tui.ui.widgets.facet_list import FacetLine, FacetList
from tui.ui.widgets.line_list import LineList
from tui.workbench import FACETS, Facet, FacetKind, words_of

_NAMES: dict[FacetKind, str] = {
    "project": "Projects", "label": "Labels", "priority": "Priorities", "month": "Months",
}  # fmt: skip
_KEYS = "enter narrow  tab next kind  esc back"


class FacetTabs(Widget):
    """The kinds, of which one is shown, and the words that are looked for among its values."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._kind: FacetKind = FACETS[0]
        self._typed = ""

    def show(self, kind: FacetKind, typed: str) -> None:
        """Show another kind, or other words."""
        self._kind, self._typed = kind, typed
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line (the line API): kinds above, words below."""
        base = self.rich_style
        if y:
            said = f" / {self._typed}" if self._typed else " / type to look for one"
            pieces = [(fit(said, self.size.width), "key" if self._typed else "dim")]
        else:
            pieces = [
                (f" {name} ", "heading range" if kind == self._kind else "dim")
                for kind, name in _NAMES.items()
            ]
        return Strip(
            [Segment(text, look(self, name, base)) for text, name in pieces]
        ).adjust_cell_length(self.size.width, base)

    def kind_at(self, x: int) -> FacetKind | None:
        """The kind whose name stands at a column."""
        end = 0
        for kind, name in _NAMES.items():
            end += len(name) + 2
            if x < end:
                return kind
        return None


class FacetScreen(OverLines[tuple[FacetKind, str] | None]):
    """Asks for a value to narrow the list by; the answer is its kind and the value, or None.

    Args:
        kind: what is shown first.
        ask: counts the values of a kind, in a thread.
        glyphs: the signs to draw with.
    """

    MOVES_BY_CTRL = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False, priority=True),
        Binding("enter", "choose", show=False, priority=True),
        Binding("tab,right", "kind(1)", show=False, priority=True),
        Binding("shift+tab,left", "kind(-1)", show=False, priority=True),
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("pagedown,ctrl+d", "page(1)", show=False, priority=True),
        Binding("pageup,ctrl+u", "page(-1)", show=False, priority=True),
        Binding("home", "top", show=False, priority=True),
        Binding("end", "bottom", show=False, priority=True),
        Binding("backspace", "rub_out", show=False, priority=True),
    ]

    def __init__(
        self, kind: FacetKind, ask: Callable[[FacetKind], Sequence[Facet]], glyphs: Glyphs
    ) -> None:
        super().__init__()
        self.kind = kind
        self._ask = ask
        self._typed = ""
        self._lines: dict[FacetKind, dict[str, FacetLine]] = {}
        self._words: dict[FacetKind, dict[str, str]] = {}
        self._tabs = FacetTabs(id="kinds")
        self.moves_in = self._list = FacetList(self._line_of, glyphs, id="values")

    def compose(self) -> ComposeResult:
        """Kinds above, values below."""
        box = Vertical(self._tabs, self._list, id="box")
        box.border_title = Content("Narrow by")
        box.border_subtitle = Content(_KEYS)
        yield box

    def on_mount(self) -> None:
        """Count what is shown first."""
        self._list.focus()
        self._show_kind()

    def on_resize(self) -> None:
        """All of the terminal where there is little of it."""
        self.set_class(self.size.width < WIDE, "-narrow")

    # What is shown -----------------------------------------------------------------------

    def _line_of(self, value: str) -> FacetLine:
        return self._lines[self.kind][value]

    def _show_kind(self) -> None:
        self._typed = ""
        self._list.forget_cursor()
        if self.kind not in self._lines:
            self._list.empty_text = ("Counting.",)
            self._list.show(())
            self._count(self.kind)
        self._show()

    @work(exclusive=True)
    async def _count(self, kind: FacetKind) -> None:
        found = await asyncio.to_thread(self._ask, kind)
        most = max((facet.sessions for facet in found), default=1)
        self._lines[kind] = {
            facet.text: FacetLine(*facet, share=facet.sessions / most) for facet in found
        }
        self._show()

    def _show(self) -> None:
        """Show the values that have a word for each word typed."""
        self._tabs.show(self.kind, self._typed)
        lines = self._lines.get(self.kind)
        if lines is None:
            return
        wanted = words_of(self._typed).split()
        if wanted:
            words = self._words.setdefault(self.kind, {value: words_of(value) for value in lines})
            keys = [v for v, said in words.items() if all(f" {word}" in said for word in wanted)]
        else:
            keys = list(lines)
        self._list.empty_text = ("Nothing here." if lines else "No session has one.",)
        self._list.show(keys)

    # Keys --------------------------------------------------------------------------------

    def take_letter(self, key: events.Key) -> bool:
        """Letters look for values."""
        if key.is_printable and key.character:
            self._type(self._typed + key.character)
            return True
        return False

    def _type(self, text: str) -> None:
        self._typed = text.lstrip()
        self._list.forget_cursor()
        self._show()

    def action_rub_out(self) -> None:
        """Take back the last letter."""
        self._type(self._typed[:-1])

    def action_back(self) -> None:
        """Back, one a press: from the words, to the review."""
        if self._typed:
            self._type("")
        else:
            self.dismiss(None)

    def action_kind(self, by: int) -> None:
        """Show the next kind."""
        self._turn_to(FACETS[(FACETS.index(self.kind) + by) % len(FACETS)])

    def _turn_to(self, kind: FacetKind) -> None:
        self.kind = kind
        self._show_kind()

    def action_choose(self) -> None:
        """Answer."""
        value = self._list.cursor_key
        if value is None:
            return
        if term(self.kind, value):
            self.dismiss((self.kind, value))
        else:
            self.notify("No filter asks for sessions that have none.", markup=False)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Two clicks answer, too."""
        event.stop()
        self.action_choose()

    def on_click(self, event: events.Click) -> None:
        """A click on a kind shows it."""
        if event.widget is self._tabs and event.get_content_offset(self._tabs):
            offset = event.get_content_offset(self._tabs)
            kind = self._tabs.kind_at(offset.x) if offset and not offset.y else None
            if kind:
                self._turn_to(kind)
