"""The screens of a desk, of which one is in front; each is made when it is first wanted."""

from collections.abc import Callable

from textual.app import App

from tui.ui.actions import ScreenName
from tui.ui.desk import Desk
from tui.ui.screens.review import ReviewScreen
from tui.ui.screens.shared.base import DeskScreen, GoTo

_ROOMS: dict[ScreenName, Callable[[Desk, GoTo], DeskScreen]] = {"review": ReviewScreen}


class Switching:
    """Brings the screens of a desk to the front; those behind stay as they were left.

    Args:
        app: what shows screens.
        desk: what the screens share.
    """

    def __init__(self, app: App[None], desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self._screens: dict[ScreenName, DeskScreen] = {}

    def screen(self, name: ScreenName) -> DeskScreen:
        """A screen, which is made if it has not been wanted before."""
        known = self._screens.get(name)
        if known is None:
            known = self._screens[name] = _ROOMS[name](self._desk, self._go_to)
            # What is installed is kept when it is behind another one.
            self._app.install_screen(known, f"{name} {id(self._desk)}")
        return known

    async def _go_to(self, name: ScreenName) -> None:
        screen = self.screen(name)
        await self._app.switch_screen(screen)
        screen.come_to_front()
