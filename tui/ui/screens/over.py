"""What every screen over the review screen has in common."""

from contextlib import suppress
from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.events import Key
from textual.screen import ModalScreen
from textual.worker import WorkerCancelled

from tui.ui.widgets.line_pane import LinePane

Answer = TypeVar("Answer")


class Over(ModalScreen[Answer]):
    """A screen over another one, which is left once, and not before it is all there.

    Keys come faster than a screen comes and goes: what was on its way to it when it was left would
    else leave the screen below, too, and Textual ends the program when the last one is left.

    `MOVES_BY_CTRL` says that ctrl+n and ctrl+p move by lines, beside what is typed.
    """

    MOVES_BY_CTRL: ClassVar[bool] = False

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Leave with an answer; nothing happens if it was left already."""
        if self.app.screen is not self:
            return AwaitComplete()
        if self.is_mounted:
            return super().dismiss(result)
        self.call_later(self._dismiss_now, result)
        return AwaitComplete()

    def take_letter(self, key: Key) -> bool:
        """Take what was typed, if it is a letter; tells whether it was.

        It is asked before the next key is looked at, which would overtake a letter that is handed
        on to a widget, as keys with priority do.
        """
        return False

    async def searches_ended(self) -> None:
        """Wait for what it looks for in workers, so that enter takes what was typed."""
        searches = [each for each in self.workers if each.node is self and each.is_running]
        if not searches:  # Textual would take all workers of the program for them
            return
        with suppress(WorkerCancelled):
            await self.workers.wait_for_complete(searches)

    def _dismiss_now(self, result: Answer | None) -> None:
        self.dismiss(result)  # not handed on, as no screen may wait for its own end


class OverLines(Over[Answer]):
    """A screen over another one in which keys move through one pane, `moves_in`."""

    moves_in: LinePane

    def action_move(self, by: int) -> None:
        """Move by lines."""
        self.moves_in.move(by)

    def action_page(self, by: int) -> None:
        """Move by pages."""
        self.moves_in.page(by)

    def action_top(self) -> None:
        """Go to the first line."""
        self.moves_in.move_to(0)

    def action_bottom(self) -> None:
        """Go to the last line."""
        self.moves_in.move_to_end()
