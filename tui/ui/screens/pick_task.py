"""A task chosen out of all, with a filter."""

import asyncio
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.plain import plain
from tui.ui.cells import WIDE, counted, fit
from tui.ui.desk import Desk
from tui.ui.desk.filtering import Filtering
from tui.ui.screens.over import OverLines
from tui.ui.screens.tasks.listing import Tasks
from tui.ui.screens.tasks.rows import Rows
from tui.ui.widgets.line_list import LineList
from tui.ui.widgets.task_list import TaskList
from tui.workbench import Row, Task

_MOST_LOOKED_AT = 200


class PickTaskScreen(OverLines[tuple[Row, Task] | None]):
    """Asks for a task; the answer is the task with its session, or None if it was left.

    Args:
        desk: what knows of tasks.
        title: what it is asked for, already plain.
        about: what for, already plain.
        begin: the filter to begin with, if it leaves any task.
    """

    MOVES_BY_CTRL = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, title: str, about: str, begin: str = "") -> None:
        super().__init__()
        self._filtering = Filtering(desk.bench)
        self._filtering.take(begin)
        self._listing = Tasks(desk, self._filtering)
        self.moves_in = self._lines = TaskList(
            self._listing.shown_at, self._listing.find, desk.glyphs, id="candidates"
        )
        self._lines.can_focus = False
        self._input = Input(
            self._filtering.filter,
            placeholder="words, project:, on:, is:open",
            id="answer",
            compact=True,
            select_on_focus=True,
        )
        self._said = Static(id="said", markup=False)
        self._begin = begin
        self._title = title
        self._about = about

    def compose(self) -> ComposeResult:
        """A line to type in, what it comes to, and the tasks."""
        box = Vertical(
            self._input,
            self._said,
            self._lines,
            id="box",
        )
        box.border_title = Content(fit(f"{self._title}: {self._about}", 90).rstrip())
        box.border_subtitle = Content("enter choose  esc back")
        yield box

    def on_mount(self) -> None:
        """Begin to type."""
        self._input.focus()
        self._list()

    def on_resize(self) -> None:
        """All of the terminal where there is little of it."""
        self.set_class(self.size.width < WIDE, "-narrow")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every keystroke narrows the list; a mistake keeps the last good one."""
        event.stop()
        if event.value == self._filtering.filter:
            return
        if self._filtering.take(event.value):
            self._list()
        else:
            self._say()

    @work(exclusive=True, group="filter")
    async def _list(self) -> None:
        rows = await asyncio.to_thread(self._listing.select)
        if not self.is_running:  # it was left meanwhile
            return
        self._listing.take(rows)
        self._lines.matches = self._filtering.matches
        self._lines.empty_text = ("No task matches.",)
        self._lines.forget_cursor()
        self._lines.show(rows)
        self._lines.move_to(self._likeliest(rows))
        self._say()
        if self._begin and not len(rows) and self._filtering.filter == self._begin:
            self._input.value = ""  # which lists all of them
        self._begin = ""

    def _likeliest(self, rows: Rows) -> int:
        """The line of the first task that itself says most of what the filter asks for."""
        found = rows.listing.tasks(0, min(len(rows.listing), _MOST_LOOKED_AT))
        places = self._filtering.matches.places
        hits = [len(places(one[1].text, "text")) if one else 0 for one in found]
        return hits.index(max(hits)) if hits else 0

    def _say(self) -> None:
        mistake, found = self._filtering.mistake, len(self._lines.keys)
        self._said.update(Content(plain(mistake.says) if mistake else counted(found, "task")))
        self._said.set_class(mistake is not None, "-mistaken")

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer, once what was typed is found."""
        event.stop()
        await self.searches_ended()
        self._choose()

    def _choose(self) -> None:
        """Answer, unless there is none under the cursor, or the filter is mistaken."""
        found = self._listing.task(self._lines.cursor)
        if found is None or self._filtering.mistake is not None:
            self.app.bell()
        else:
            self.dismiss(found)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Two clicks answer, too."""
        event.stop()
        self._choose()
