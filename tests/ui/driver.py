"""What a person at the keyboard does and sees, in a few words."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from rich.style import Style
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from tui.ui.screens.review import ReviewScreen
from tui.ui.screens.shared.base import DeskScreen
from tui.ui.widgets.checklist import Checklist
from tui.ui.widgets.detail import Detail
from tui.ui.widgets.header import Header
from tui.ui.widgets.session_list import SessionList
from tui.ui.widgets.task_list import TaskList

_PATIENCE_SECONDS = 60.0


def desk_screens(pilot: Pilot[None]) -> list[DeskScreen]:
    """The screens in front: one, and over it one of the samples."""
    return [screen for screen in pilot.app.screen_stack if isinstance(screen, DeskScreen)]


async def until(pilot: Pilot[None], holds: Callable[[], bool], what: str) -> None:
    """Let the app work until something holds; fails, naming it, if it never does."""
    deadline = monotonic() + _PATIENCE_SECONDS
    while not holds():
        assert monotonic() < deadline, f"never happened: {what}"
        await pilot.pause(0.01)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the folder is read and nothing is under way."""

    def idle() -> bool:
        screen = desk_screens(pilot)[-1]
        is_read = screen.desk.is_read and screen.query_one(Header).facts.reading is None
        return is_read and not any(
            worker.is_running for worker in pilot.app.workers if worker.group != "watch"
        )

    await until(pilot, idle, "the folder is read")
    await pilot.pause()


def on_top(at: Driver) -> Screen[object]:
    """The screen on top of all, a page among them."""
    return at.app.screen


class Driver:
    """Presses keys, and says what stands on the screen."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.app = pilot.app

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait until all they began has ended."""
        for key in keys:
            await self.pilot.press(key)
        await settled(self.pilot)

    async def type(self, text: str) -> None:
        """Type into the field that has the focus."""
        names = {" ": "space", ":": "colon", '"': "quotation_mark", "-": "minus"}
        await self.press(*(names.get(char, char) for char in text))

    @property
    def front(self) -> DeskScreen:
        """The screen of the desk that is in front."""
        return desk_screens(self.pilot)[-1]

    @property
    def review(self) -> ReviewScreen:
        """The review screen, which is in front."""
        assert isinstance(self.front, ReviewScreen)
        return self.front

    @property
    def lines(self) -> TaskList:
        """The list of all tasks."""
        return self.front.query_one(TaskList)

    @property
    def line(self) -> str:
        """What stands on the cursor's line of that list."""
        lines = self.lines
        assert lines.cursor is not None
        return "".join(text for text, _ in lines.paint(lines.cursor, 200)[0]).strip(" ▸")

    @property
    def sessions(self) -> SessionList:
        """The session list."""
        return self.review.query_one(SessionList)

    @property
    def tasks(self) -> Checklist:
        """The checklist."""
        return self.review.query_one(Checklist)

    @property
    def detail(self) -> Detail:
        """The detail pane."""
        return self.front.query_one("#detail", Detail)

    @property
    def session(self) -> str | None:
        """The note under the cursor of the list."""
        return self.sessions.cursor_key

    @property
    def focus(self) -> str | None:
        """The id of what has the focus."""
        focused = self.app.screen.focused
        return focused.id if focused else None

    @property
    def closed(self) -> int:
        """How many tasks the header counts as closed."""
        return self.front.query_one(Header).facts.closed

    @property
    def typing(self) -> str | None:
        """What stands in the filter's field, None if it is not open."""
        return next((each.value for each in self.front.query(Input) if each.display), None)

    @property
    def boxes(self) -> list[str]:
        """The first line of every task: box and text."""
        checklist = self.tasks
        return [
            "".join(text for text, _ in checklist.paint(i, 200)[0]).strip(" ▸")
            for i in range(len(checklist.keys))
        ]

    @property
    def shown(self) -> str:
        """Everything on the screen, as text, line by line."""
        width, height = self.app.size
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text[:width] for strip in lines[:height])

    @property
    def page(self) -> str:
        """What stands on the page on top, without any space: paths are wrapped as they are long."""
        x, y, width, height = self.app.screen.query_one(Detail).content_region
        lines = self.shown.split("\n")[y : y + height]
        return "".join("".join(line[x : x + width].split()) for line in lines)

    @property
    def styled(self) -> list[tuple[str, Style]]:
        """Everything on the screen, piece by piece, and how each is drawn."""
        strips = self.app.screen._compositor.render_strips()
        return [(text, style) for strip in strips for text, style, _ in strip if style]

    @property
    def toasts(self) -> list[str]:
        """The messages that were shown in passing."""
        return [note.message for note in self.app._notifications]
