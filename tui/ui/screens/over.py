"""What every screen over the review screen has in common."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Over(ModalScreen[Answer]):
    """A screen over another one, which is left once, and not before it is all there.

    Keys come faster than a screen comes and goes: what was on its way to it when it was left would
    else leave the screen below, too, and Textual ends the program when the last one is left.
    """

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Leave with an answer; nothing happens if it was left already."""
        if self.app.screen is not self:
            return AwaitComplete()
        if self.is_mounted:
            return super().dismiss(result)
        self.call_later(self._dismiss_now, result)
        return AwaitComplete()

    def _dismiss_now(self, result: Answer | None) -> None:
        self.dismiss(result)  # not handed on, as no screen may wait for its own end
