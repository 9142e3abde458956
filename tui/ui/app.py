"""The program in the terminal: themes, the gate, and the screens of a folder."""

import asyncio
import gc
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.command import Provider
from textual.driver import Driver
from textual.events import Event, Key, Resize
from textual.filter import LineFilter
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme

from tui.plain import plain
from tui.resources import copy_samples, stylesheet
from tui.ui.breaths import FRAME_SECONDS, Breaths
from tui.ui.config import View, config_path, read_config
from tui.ui.continuing import listening_once
from tui.ui.desk import Desk
from tui.ui.fields import take_key
from tui.ui.gate import gated
from tui.ui.glyphs import ASCII, UNICODE
from tui.ui.hearing import hearing_keys
from tui.ui.places import forget_places
from tui.ui.remains import forget_drawings, forget_remains, forget_toasts
from tui.ui.screens.switching import Switching
from tui.ui.theme import THEMES
from tui.workbench import Workbench

_LET_GO_SECONDS = 2.0  # what is kept too long is let go of
_SIZED_SECONDS = 0.2


def _offers() -> type[Provider]:
    """The palette's provider, imported when the palette is first opened."""
    from tui.ui.palette import Offers

    return Offers


def _collect_garbage() -> None:
    """From now on; what is there after the first frame stays, and is left out of it."""
    gc.freeze()
    gc.enable()


_ALL_THEMES = {**BUILTIN_THEMES, **{theme.name: theme for theme in THEMES}}  # asked for per line


class WorkbenchApp(App[None]):
    """Session Workbench.

    Args:
        bench: the workbench of the folder to open.
        only_ascii: draw with ASCII characters only.
    """

    TITLE = "Session Workbench"
    ALLOW_SELECT = False  # our lines cannot be; Textual ends where a toast is clicked as it goes
    CSS_PATH: ClassVar[str | Path] = stylesheet()
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {
        *App.COMMANDS,
        _offers,
    }
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, bench: Workbench, *, only_ascii: bool = False) -> None:
        self._config = read_config(config_path())
        # The theme is there before the stylesheet is: changing it later reads the whole anew.
        known = self._config.theme in self.available_themes
        self.set_reactive(WorkbenchApp.theme, self._config.theme if known else THEMES[0].name)
        super().__init__()
        self._bench = bench
        self._glyphs = ASCII if only_ascii else UNICODE
        self._desks: list[Desk] = []
        self._samples: tempfile.TemporaryDirectory[str] | None = None
        self._breaths = Breaths()
        self.set_class(only_ascii, "-ascii")
        self.set_keymap(self._config.keys)

    @property
    def views(self) -> dict[str, View]:
        """The saved views, by name."""
        return self._config.views

    async def save_view(self, name: str, view: View) -> None:
        """Save a view in the config file, and say so."""
        from tui.ui import views

        said = f"View {name} saved."
        await self._change_views(said, partial(views.save_view, config_path(), name, view))

    async def forget_view(self, name: str) -> None:
        """Take a view out of the config file, and say so."""
        from tui.ui import views

        said = f"View {name} forgotten."
        await self._change_views(said, partial(views.forget_view, config_path(), name))

    async def _change_views(self, said: str, change: Callable[[], None]) -> None:
        from tui.ui.views import ViewError

        if self._bench.read_only:
            self.notify("Opened read-only; no view is saved.", severity="warning", markup=False)
            return
        try:
            await asyncio.to_thread(change)
        except ViewError as error:
            self.notify(plain(str(error)), severity="error", markup=False, timeout=10)
            return
        saved = await asyncio.to_thread(read_config, config_path())
        self._config = self._config._replace(views=saved.views)
        self.notify(plain(said), markup=False)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and ours."""
        return _ALL_THEMES

    def get_default_screen(self) -> Screen[None]:
        """The review screen comes first."""
        return self._first_screen_of(self._bench)

    def _first_screen_of(self, bench: Workbench) -> Screen[None]:
        desk = Desk(self, bench, self._glyphs, self._config.keys)
        self._desks.append(desk)
        return Switching(self, desk).first

    def on_mount(self) -> None:
        """Say what is wrong with the config file, if anything is."""
        self.call_after_refresh(_collect_garbage)
        self.set_interval(_LET_GO_SECONDS, self._let_go)
        problem = self._config.problem
        if self._config.theme and self._config.theme not in self.available_themes:
            problem = f"{config_path()}: there is no theme {self._config.theme}"
        if problem:
            self.notify(problem, severity="warning", markup=False, timeout=10)

    def on_resize(self) -> None:
        """See to it that the screen gets the size of the terminal, whatever happens meanwhile.

        Textual 8.2 waits a moment for further sizes, with a timer that never fires where the
        process is kept from its processor just as it begins; no size would be taken after that.
        """
        asyncio.get_running_loop().call_later(_SIZED_SECONDS, self._fit_screen)

    def _fit_screen(self) -> None:
        if self.is_running and self.screen_stack and self.screen.outer_size != self.size:
            self.screen.post_message(Resize(self.size, self.size))

    def get_driver_class(self) -> type[Driver]:
        """Keys are read as Textual does, but for what a terminal says of itself, and but once."""
        hearing = hearing_keys(super().get_driver_class())
        return listening_once(hearing, self._take_terminal_again)

    def _take_terminal_again(self) -> None:
        if self.is_running:
            with self.suspend():
                pass

    async def on_event(self, event: Event) -> None:
        """Keys are handled as Textual does, but for those of a field, or of a screen with letters.

        While keys wait, Textual takes one after the other, and what they do is drawn when none is
        left; of many, as of a text that is pasted by mistake, something is drawn now and then.
        """
        is_taken = (
            isinstance(event, Key)
            and not event.is_forwarded
            and (self._takes_letter(event) or await take_key(self, event))
        )
        if not is_taken:
            await super().on_event(event)
        if isinstance(event, Key) and self._breaths.are_due():
            await asyncio.sleep(FRAME_SECONDS)

    def _takes_letter(self, key: Key) -> bool:
        from tui.ui.screens.over import Over

        over = self.screen
        return isinstance(over, Over) and over.take_letter(key)

    def pop_screen(self) -> AwaitComplete:
        """Leave the screen on top, as Textual does, and keep nothing of what was drawn of it."""
        left = super().pop_screen()
        forget_remains()
        return left

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something in passing, as Textual does, but of a kind that cannot hold it up."""
        from tui.ui.passing import Passing

        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self.post_message(Notify(Passing(message, title, severity, seconds, markup)))

    def _let_go(self) -> None:
        kept = [screen for desk in self._desks for screen in desk.screens]
        forget_drawings(kept, self.screen_stack)
        for screen in self.screen_stack:
            forget_toasts(screen)
        forget_remains()
        forget_places()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Everything that is drawn goes through the gate first."""
        return [gated(*super().get_line_filters())]

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open no link, whoever asks for it."""

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Of Textual's own commands, the one for the theme."""
        yield SystemCommand("Theme", "Change how the workbench looks", self.action_change_theme)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where ctrl+p is a line up, it opens no palette."""
        from tui.ui.screens.over import Over

        over = self.screen if self.screen_stack else None
        if action == "command_palette" and isinstance(over, Over) and over.MOVES_BY_CTRL:
            return False
        return super().check_action(action, parameters)

    def action_command_palette(self) -> None:
        """Open the palette."""
        from tui.ui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def search_themes(self) -> None:
        """Choose a theme, in a palette of its own."""
        from textual.theme import ThemeProvider

        from tui.ui.palette import Palette

        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Theme"))

    async def action_open_samples(self) -> None:
        """Open a throwaway copy of the sample documents; it is gone when the program ends."""
        self._samples = tempfile.TemporaryDirectory(prefix="workbench-samples-")
        folder = Path(self._samples.name)
        copy_samples(folder)
        await self.push_screen(self._first_screen_of(Workbench(folder, throwaway=True)))

    def on_unmount(self) -> None:
        """Whatever still reads or watches ends; the copy is thrown away."""
        for desk in self._desks:
            desk.close()
        if self._samples:
            self._samples.cleanup()
