"""The line at the bottom: the keys that matter most, each one a button for the mouse."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.ui.actions import BAR, Action, shown
from tui.ui.looks import look


class KeyBar(Widget):
    """As many keys as there is room for; the help key never gives way."""

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(
        self,
        actions: Sequence[Action],
        names: Sequence[str] = BAR,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        named = {action.name: action for action in actions}
        self._shown = [named[name] for name in names if name in named]
        self._others: Sequence[tuple[str, str]] = ()

    def show_instead(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show other keys, with what they do; () shows the usual ones again."""
        self._others = keys
        self.refresh()

    def _fitting(self) -> list[tuple[Action, str, str]]:
        width = self.size.width
        pieces = [(a, f" {shown(a.keys[0])}", f" {a.bar} ") for a in self._shown]
        while len(pieces) > 2 and sum(cell_len(k + w) for _, k, w in pieces) > width:
            pieces.pop(-3)  # help and quit stand last, and stay
        return pieces

    def render_line(self, y: int) -> Strip:
        """Return the line (the line API)."""
        base = self.rich_style
        key = look(self, "key", base)
        word = look(self, "dim", base)
        segments = []
        usual = [(name, says) for _, name, says in self._fitting()]
        for name, says in self._others or usual:
            segments += [Segment(name, key), Segment(says, word)]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if self._others:
            return
        end = 0
        for action, name, says in self._fitting():
            end += cell_len(name + says)
            if event.x < end:
                self.post_message(self.Pressed(action.action))
                return
