"""A line to type in: what it comes to is said under it, and a mistake, too."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.plain import plain
from tui.ui.cells import fit
from tui.ui.screens.over import Over
from tui.workbench import words_of

_MOST_LETTERS = 500
_MOST_OFFERED = 6
_WIDTH = 56


class EntryScreen(Over[str | None]):
    """Asks for a line; the answer is what was typed ("" takes away what holds), or None if left.

    Args:
        title: what is asked for, already plain.
        about: what it is for, already plain.
        value: what holds now.
        read: says in a few words what a text comes to; raises ValueError with a sentence if it
            comes to nothing.
        offered: what may be chosen instead of typed, the usual first.
    """

    MOVES_BY_CTRL = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", show=False, priority=True),
        Binding("down,ctrl+n", "offer(1)", show=False, priority=True),
        Binding("up,ctrl+p", "offer(-1)", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        about: str,
        value: str,
        read: Callable[[str], str],
        offered: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._value = value
        self._read = read
        self._offered = offered
        self._fitting: list[str] = []

    def compose(self) -> ComposeResult:
        """A box in the middle: the line, what may be chosen, what it comes to."""
        box = Vertical(
            Input(self._value, id="answer", compact=True, max_length=_MOST_LETTERS),
            OptionList(id="offered"),
            Static(id="said", markup=False),
            id="box",
        )
        box.border_title = Content(self._title)
        box.border_subtitle = Content(fit(self._about, _WIDTH).rstrip())
        yield box

    def on_mount(self) -> None:
        """Begin to type."""
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        self._show(self._value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what it comes to, with every letter."""
        event.stop()
        self._show(event.value)

    def _show(self, text: str) -> None:
        words = [f" {word}" for word in words_of(text).split()]
        self._fitting = [
            name for name in self._offered if all(word in words_of(name) for word in words)
        ][:_MOST_OFFERED]
        names = self.query_one(OptionList)
        names.clear_options()
        names.add_options([Option(Content(plain(name))) for name in self._fitting])
        names.display = bool(self._fitting)
        said = self.query_one("#said", Static)
        try:
            said.update(Content(plain(self._read(text))))
            said.remove_class("-mistaken")
        except ValueError as error:
            said.update(Content(plain(str(error))))
            said.add_class("-mistaken")

    def action_offer(self, by: int) -> None:
        """Go to the next of what may be chosen; before the first is what was typed."""
        names = self.query_one(OptionList)
        if self._fitting:
            at = -1 if names.highlighted is None else names.highlighted
            at = (at + by + 1) % (len(self._fitting) + 1) - 1
            names.highlighted = None if at < 0 else at

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click answers, too."""
        event.stop()
        self.dismiss(self._fitting[event.option_index])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer, unless it is mistaken."""
        event.stop()
        at = self.query_one(OptionList).highlighted
        answer = event.value.strip() if at is None else self._fitting[at]
        try:
            self._read(answer)
        except ValueError:
            self.app.bell()
        else:
            self.dismiss(answer)
