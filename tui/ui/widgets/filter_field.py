"""The field in which a filter is typed."""

from collections.abc import Callable

from textual.geometry import Size
from textual.widgets import Input


class FilterField(Input):
    """Tells every change at once, not by a message that waits behind a frame.

    Args:
        told: is told the text, while the key is still being handled.
        ended: is told, as soon, that what was typed is kept.
        id: the id of the widget.
    """

    def __init__(
        self,
        told: Callable[[str], None],
        ended: Callable[[], None],
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        # Textual's own validation would style the field anew with the first letter.
        super().__init__(id=id, compact=True, select_on_focus=False, validate_on=())
        self._told = told
        self._ended = ended
        self.disable_messages(Input.Changed)

    def watch_value(self, value: str) -> None:
        """Tell the text, whenever it is another one."""
        self._told(value)

    async def action_submit(self) -> None:
        """Enter keeps the text; the next key is not for the field any more."""
        self._ended()

    @property
    def content_width(self) -> int:
        """How wide the text is; at least as wide as the field.

        For every other width Textual lays out the whole screen anew.
        """
        return max(super().content_width, self.size.width)

    def on_resize(self) -> None:
        """Be as wide as that from the first letter on."""
        self.set_reactive(FilterField.virtual_size, Size(self.content_width, 1))
