"""A short list to choose one thing from."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class ChooseScreen(ModalScreen[str | None]):
    """Asks for one of a few values; the answer is the value, or None if it was left.

    Args:
        title: what is being chosen.
        choices: pairs of a value and what is shown for it.
        chosen: the value that holds now.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "back", show=False, priority=True),
        Binding("j", "down", show=False, priority=True),
        Binding("k", "up", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """A box in the middle."""
        box = Vertical(
            OptionList(*(Option(Content(says), id=None) for _, says in self._choices)), id="box"
        )
        box.border_title = Content(self._title)
        yield box

    def on_mount(self) -> None:
        """Begin at what holds now."""
        values = [value for value, _ in self._choices]
        choices = self.query_one(OptionList)
        choices.highlighted = values.index(self._chosen) if self._chosen in values else 0
        choices.focus()

    def action_down(self) -> None:
        """Move as in every list."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Move as in every list."""
        self.query_one(OptionList).action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer."""
        self.dismiss(self._choices[event.option_index][0])
