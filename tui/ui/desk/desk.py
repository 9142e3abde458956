"""One folder and the screens on it: what has changed is told to the one in front."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Set
from typing import TYPE_CHECKING, Protocol

from textual.app import App
from textual.notifications import Notify
from textual.worker import get_current_worker

from tui.plain import plain
from tui.ui.actions import remapped, shown
from tui.ui.desk.deciding import Deciding, Work
from tui.ui.desk.filtering import Filtering
from tui.ui.desk.reading import Reading
from tui.ui.frames import Frames
from tui.ui.passing import Passing

if TYPE_CHECKING:  # what only annotations name
    from tui.ui.glyphs import Glyphs
    from tui.workbench import LeftOut, Renewed, Session, Workbench

_LOOK_SECONDS = 1.0
_REST_SECONDS = 0.5


class OnDesk(Protocol):
    """A screen of the desk, as the desk knows it."""

    def list_again(self) -> None:
        """Notes were read, or changed, or are gone."""

    def acted(self) -> None:
        """Something is decided here; it is not on disk yet."""

    def redraw(self, paths: set[str]) -> None:
        """Something was decided on sessions, or on their tasks."""

    def show_waiting(self, subjects: Set[str]) -> None:
        """Whether decisions on tasks or sessions wait for the disk is another thing now."""

    def show_facts(self) -> None:
        """What the header says may be another."""


class Desk:
    """What the screens of a folder share, one of each.

    Only the screen in front is told what has changed; one that comes to the front is told whether
    it is behind.

    `has_begun` is set once the first frame stands; what reads files waits for it. `is_read` tells
    whether the folder was looked through since it was opened; `problem` says why not whole, "" if
    it was.

    Args:
        app: runs what is under way beside the screens.
        bench: the workbench of the folder.
        glyphs: the signs to draw with.
        keys: the keys that the config file sets, by the name of the action.
    """

    def __init__(
        self, app: App[None], bench: Workbench, glyphs: Glyphs, keys: dict[str, str]
    ) -> None:
        self.bench = bench
        self.glyphs = glyphs
        self.actions = remapped(keys)
        self.filtering = Filtering(bench)
        self.deciding = Deciding(
            bench,
            run=self._run,
            acted=lambda: self._tell(lambda front: front.acted()),
            redraw=self._redraw,
            show_waiting=lambda subjects: self._tell(lambda front: front.show_waiting(subjects)),
            say=self.say,
            complain=self.complain,
            undo_key=self.key_of("undo"),
            move_key=self.key_of("move_store"),
        )
        self.reading = Reading(
            bench,
            list_again=self.list_again,
            ended=self._reading_ended,
            show=lambda: self._tell(lambda front: front.show_facts()),
            complain=self.complain,
        )
        self.frames = Frames(app)
        self.has_begun = asyncio.Event()
        self.is_read = False
        self.problem = ""
        self._app = app
        self._front: OnDesk | None = None
        self._said: Passing | None = None
        self._changes = 0
        self._knows: dict[OnDesk, int] = {}

    @property
    def screens(self) -> list[OnDesk]:
        """Those that were in front since the folder was opened."""
        return list(self._knows)

    def key_of(self, name: str) -> str:
        """Return the first key of an action, by its name, as people write it."""
        return next(shown(action.keys[0]) for action in self.actions if action.name == name)

    # The screen in front -----------------------------------------------------------------

    def come_to_front(self, screen: OnDesk) -> bool:
        """Tell a screen from now on what changes; returns whether it is behind already."""
        is_behind = self._knows.get(screen) != self._changes
        self._front = screen
        self._knows[screen] = self._changes
        return is_behind

    def forget(self, screen: OnDesk) -> None:
        """A screen is closed for good; another one will come to the front."""
        self._knows.pop(screen, None)
        if self._front is screen:
            self._front = None

    def changed(self) -> None:
        """The screen in front has changed what is shown, and knows it: the others are behind."""
        self._changes += 1
        if self._front is not None:
            self._knows[self._front] = self._changes

    def _tell(self, tell: Callable[[OnDesk], None]) -> None:
        if self._front is not None:
            tell(self._front)

    def list_again(self) -> None:
        """Notes have changed: have them listed anew."""
        self.changed()
        self._tell(lambda front: front.list_again())

    def _redraw(self, paths: set[str]) -> None:
        self.changed()
        self._tell(lambda front: front.redraw(paths))

    # What is under way -------------------------------------------------------------------

    def begin(self) -> None:
        """Once the first frame stands: read the folder, watch it, look for what others decide."""
        self.has_begun.set()
        self._read_folder()
        self._app.run_worker(self._watch_folder, thread=True, group="watch")
        self._app.set_interval(_LOOK_SECONDS, self.look)

    def close(self) -> None:
        """Whatever still reads or watches ends."""
        self.bench.stop_reading()

    async def leave(self) -> None:
        """Quit, once everything decided is on disk."""
        self._app.workers.cancel_all()
        self.close()
        await self.deciding.drain()
        self._app.exit()

    async def look(self) -> None:
        """See what others decided and read, and whether the index was found damaged meanwhile."""
        await self.deciding.look()
        if not self.reading.is_over or self.reading.waiting:
            return
        if self.bench.must_read:
            self.reading.begin_again()
            self._read_folder()
        elif self.bench.is_behind:
            self.take_changes()

    def _run(self, saving: Work) -> None:
        self._app.run_worker(saving, group="decide")

    def _read_folder(self) -> None:
        self._app.run_worker(self._read, thread=True, group="read")

    def _read(self) -> None:
        worker = get_current_worker()
        self.reading.run(self._app.call_from_thread, lambda: worker.is_cancelled)

    def _watch_folder(self) -> None:
        """Carry what other programs do to the notes to the screen; to be run in a thread."""
        worker = get_current_worker()
        for _ in self.bench.watch():
            if worker.is_cancelled:
                return
            self._app.call_from_thread(self.take_changes)

    def _warm_up(self) -> None:
        """Have done what the first key of a kind would wait for, before it is pressed.

        And what holds is written down for the next start, where that is slow without.
        """
        write_down = self.bench.to_write_down()

        def warm_up() -> None:
            import tui.ui.desk.saying  # noqa: F401

            self.bench.warm_up()
            if write_down is not None:
                write_down()

        self._app.run_worker(warm_up, thread=True, group="warm", exit_on_error=False)

    async def renew(self, path: str) -> Session | LeftOut:
        """Read a note anew, whole, and take it in if it is not what was known of it.

        Whoever asked may leave before it is read: it is taken in nevertheless.
        """
        renewing = asyncio.create_task(asyncio.to_thread(self.bench.renew, path))
        renewing.add_done_callback(self._renewed)
        return (await asyncio.shield(renewing)).note

    def _renewed(self, renewing: asyncio.Task[Renewed]) -> None:
        if renewing.cancelled() or renewing.exception() or not self._app.is_running:
            return
        if renewing.result().is_news:
            self.take_changes()

    def take_changes(self) -> None:
        """Take in notes that were read anew, and show them."""
        self.bench.refresh()
        self.list_again()
        self._tell(lambda front: front.show_facts())

    def _reading_ended(self, problem: str) -> None:
        self.is_read, self.problem = True, problem
        self.list_again()
        self._app.set_timer(_REST_SECONDS, self._warm_up)
        if problem:
            self.complain(f"The folder is not read whole: {problem}.")

    # Telling -----------------------------------------------------------------------------

    def say(self, message: str) -> None:
        """Tell what came of a key, in the place of what was told before.

        What it quotes is text, never markup.
        """
        if self._said:
            self._said.end()
        self._said = Passing(plain(message), markup=False)
        self._app.post_message(Notify(self._said))

    def complain(self, message: str) -> None:
        """Say what went wrong."""
        self._app.notify(plain(message), severity="error", markup=False)
