"""A short list to choose one thing from."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.ui.screens.over import Over


class ChooseScreen(Over[str | None]):
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
        # Made here: the next key may come before it is mounted, or leave before it ever is.
        self._list = OptionList(*(Option(Content(says), id=None) for _, says in choices))
        values = [value for value, _ in choices]
        self._list.highlighted = values.index(chosen) if chosen in values else 0

    def compose(self) -> ComposeResult:
        """A box in the middle."""
        box = Vertical(self._list, id="box")
        box.border_title = Content(self._title)
        yield box

    def on_mount(self) -> None:
        """Keys go to the list."""
        self._list.focus()

    def action_down(self) -> None:
        """Move as in every list."""
        self._list.action_cursor_down()

    def action_up(self) -> None:
        """Move as in every list."""
        self._list.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer."""
        self.dismiss(self._choices[event.option_index][0])
