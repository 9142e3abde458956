"""The field in which a filter is typed."""

from collections.abc import Callable

from textual.widgets import Input


class FilterField(Input):
    """Tells every change at once, not by a message that waits behind a frame.

    Args:
        told: is told the text, while the key is still being handled.
        id: the id of the widget.
    """

    def __init__(self, told: Callable[[str], None], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, select_on_focus=False)
        self._told = told
        self.disable_messages(Input.Changed)

    def watch_value(self, value: str) -> None:
        """Tell the text, whenever it is another one."""
        self._told(value)

    @property
    def content_width(self) -> int:
        """How wide the text is; at least as wide as the field.

        For every other width Textual lays out the whole screen anew.
        """
        return max(super().content_width, self.size.width)
