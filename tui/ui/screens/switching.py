"""The screens of a desk, of which one is in front; each is made when it is first wanted."""

from collections.abc import Callable

from textual.app import App

from tui.ui.actions import ScreenName
from tui.ui.desk import Desk
from tui.ui.screens.review import ReviewScreen
from tui.ui.screens.shared.base import DeskScreen, GoTo


def _tasks(desk: Desk, go_to: GoTo) -> DeskScreen:
    from tui.ui.screens.tasks import TasksScreen

    return TasksScreen(desk, go_to)


def _progress(desk: Desk, go_to: GoTo) -> DeskScreen:
    from tui.ui.screens.progress import ProgressScreen

    return ProgressScreen(desk, go_to)


def _history(desk: Desk, go_to: GoTo) -> DeskScreen:
    from tui.ui.screens.history import HistoryScreen

    return HistoryScreen(desk, go_to)


# Each is imported when it is first wanted; the review screen is the first.
_ROOMS: dict[ScreenName, Callable[[Desk, GoTo], DeskScreen]] = {
    "tasks": _tasks,
    "progress": _progress,
    "history": _history,
}


class Switching:
    """Brings the screens of a desk to the front; those behind stay as they were left.

    The first stands on the stack of screens for good, and one of the others at most over it.

    Args:
        app: what shows screens.
        desk: what the screens share.
    """

    def __init__(self, app: App[None], desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self.first: DeskScreen = ReviewScreen(desk, self._go_to)
        self._screens: dict[ScreenName, DeskScreen] = {self.first.NAME: self.first}

    async def _go_to(self, name: ScreenName) -> None:
        screen = self._screens.get(name) or self._made(name)
        with self._app.batch_update():  # what is not listed yet is not drawn
            if screen is self.first:
                await self._app.pop_screen()
            elif self._app.screen is self.first:
                await self._app.push_screen(screen)
            else:
                await self._app.switch_screen(screen)
            await screen.come_to_front()
        screen.refresh()  # what it asked for meanwhile is not drawn by itself afterwards

    def _made(self, name: ScreenName) -> DeskScreen:
        screen = self._screens[name] = _ROOMS[name](self._desk, self._go_to)
        # What is installed is kept when it is taken off the stack.
        self._app.install_screen(screen, f"{name} {id(self._desk)}")
        return screen
