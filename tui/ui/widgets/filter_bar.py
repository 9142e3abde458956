"""The filter: a line to type in, how many sessions it leaves, and where it is mistaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.strip import Strip
from textual.widget import AwaitMount, Widget

from tui.ui.cells import fit, fold
from tui.ui.looks import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.ui.widgets.filter_field import FilterField

_ROLE_LOOKS = {"hint": "dim", "text": "key"}
_PROMPT = " / "
_CARET = "^"
_MOST_LINES = 3


class Mistake(Struct, frozen=True):
    """What is wrong with a filter, already plain, and which of its characters are."""

    says: str
    start: int
    end: int


class Said(Struct, frozen=True):
    """What the line says, already plain: a text, its role (hint or text), and one at the right."""

    text: str = ""
    role: str = "hint"
    right: str = ""


def _drawn(widget: Widget, said: Said) -> Strip:
    width, base = widget.size.width, widget.rich_style
    right = f" {said.right} " if said.right else ""
    return Strip(
        [
            Segment(fit(said.text, width - len(right)), look(widget, _ROLE_LOOKS[said.role], base)),
            Segment(right, look(widget, "dim", base)),
        ]
    ).adjust_cell_length(width, base)


class FilterLine(Widget):
    """The filter as it stands, and what it leaves."""

    def __init__(self, said: Said, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._said = said

    def show(self, said: Said) -> None:
        """Say something else."""
        if said != self._said:
            self._said = said
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line (the line API)."""
        return _drawn(self, self._said)


class MistakeLines(Widget):
    """Points at what is wrong with the filter above, and says what; as high as it must be.

    It lies over the panes, so that nothing moves while a filter is half typed.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._mistake: Mistake | None = None
        self._text = ""
        self._scrolled = 0
        self._height = 1

    def show(self, text: str, mistake: Mistake | None, scrolled: int) -> None:
        """Show what is wrong with a text, of which so many cells are out of view at the left."""
        shown = (text, mistake, scrolled)
        if shown != (self._text, self._mistake, self._scrolled):
            self._text, self._mistake, self._scrolled = shown
            self._fit(self.app.size.width)
            self.refresh()
        self.display = mistake is not None

    def on_resize(self, event: Resize) -> None:
        """Fold the lines anew where their width is another one."""
        self._fit(event.size.width)

    def _fit(self, width: int) -> None:
        """Be as high as there are lines to show; each other height has the screen laid out."""
        lines = max(1, len(self._lines(width)))
        if lines != self._height:
            self._height = self.styles.height = lines

    def _lines(self, width: int) -> list[str]:
        """Carets under what is wrong, and the sentence behind them or, if it is long, below."""
        if self._mistake is None or width <= 0:
            return []
        says, start, end = self._mistake.says, self._mistake.start, self._mistake.end
        first = len(_PROMPT) + cell_len(self._text[:start]) - self._scrolled
        last = first + max(1, cell_len(self._text[start:end]))
        first = max(0, min(first, width - 1))
        carets = " " * first + _CARET * max(1, min(last, width) - first)
        if cell_len(carets) + 1 + cell_len(says) < width:
            return [f"{carets} {says}"]
        room = max(1, width - len(_PROMPT) - 1)
        folded = [" " * len(_PROMPT) + says[a:b] for a, b in fold(says, room)]
        return [carets, *folded][:_MOST_LINES]

    def render_line(self, y: int) -> Strip:
        """Return a line (the line API)."""
        width, base = self.size.width, self.rich_style
        lines = self._lines(width)
        said = fit(lines[y], width) if y < len(lines) else ""
        return Strip([Segment(said, look(self, "error", base))]).adjust_cell_length(width, base)


class FilterBar(Vertical):
    """Becomes an input when it is opened; every keystroke is told. Mistakes stand under it.

    Until it is first typed in, or mistaken, it has nothing in it and draws its line itself, so
    that no screen waits for widgets that are not in view.

    Args:
        hint: what can be typed.
        typed: is told the text at every keystroke that makes it another one.
        closed: is told that typing has ended, and the text is kept.
        id: the id of the widget.
    """

    def __init__(
        self,
        hint: str,
        typed: Callable[[str], None],
        closed: Callable[[], None],
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self._hint = hint
        self._typed = typed
        self._tell_closed = closed
        self._text = ""
        self._said = Said()
        self._inside: tuple[FilterLine, MistakeLines] | None = None
        self._field: FilterField | None = None
        self._is_open = False

    @property
    def is_open(self) -> bool:
        """Whether the text is being typed."""
        return self._is_open

    def show(self, text: str, right: str, mistake: Mistake | None) -> None:
        """Show the filter, what it leaves, and what is wrong with it."""
        if self._is_open:
            said = Said("", "hint", right)
        elif text:
            said = Said(f"{_PROMPT}{text}", "text", right)
        else:
            said = Said(f"{_PROMPT}{self._hint}", "hint", right)
        if said != self._said:
            self._said = said
            self.refresh()
        if mistake and not self._inside:
            self._furnish()
        if self._inside:
            line, mistakes = self._inside
            line.show(said)
            scrolled = self._field.scroll_offset.x if self._field and self._is_open else 0
            mistakes.show(text, mistake, scrolled)

    def render_line(self, y: int) -> Strip:
        """Return the line, while nothing is inside to draw it (the line API)."""
        return _drawn(self, self._said)

    def _furnish(self) -> AwaitMount:
        line, mistakes = FilterLine(self._said, id="filter-line"), MistakeLines(id="filter-mistake")
        self._inside = line, mistakes
        self.add_class("-furnished")
        return self.mount(Horizontal(line, id="filter-row"), mistakes)

    async def open(self, text: str) -> Widget:
        """Let the text be typed, into the field that is returned.

        The field comes once, and is hidden when it is left: a widget that is taken out waits for
        all that is on its way to it, while keys arrive that are meant for what comes after it.
        """
        from tui.ui.widgets.filter_field import FilterField  # not before a filter is typed

        self._is_open = True
        self._text = text
        if not self._inside:
            await self._furnish()
        if self._field is None:
            self._field = FilterField(self._tell, self._end, id="filter-input")
            prompt = FilterLine(Said(_PROMPT, "text"), id="filter-prompt")
            await self.query_one("#filter-row").mount(prompt, self._field, before=0)
        self._field.can_focus = True
        self._field.value = text
        self._field.cursor_position = len(text)
        self.add_class("-typing")
        return self._field

    def close(self) -> None:
        """Show the text as a line again."""
        self._is_open = False
        if self._field:
            self._field.can_focus = False  # hidden, it would take what is typed
        self.remove_class("-typing")

    def _tell(self, text: str) -> None:
        if self._is_open and text != self._text:
            self._text = text
            self._typed(text)

    def _end(self) -> None:
        if self._is_open:
            self._tell_closed()
