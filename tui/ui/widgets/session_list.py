"""The list of sessions, a line each."""

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from tui.ui.cells import fit
from tui.ui.glyphs import Glyphs
from tui.ui.widgets.line_list import LineList, Part

_ROOM_FOR_PROJECT = 76


class SessionLine(NamedTuple):
    """What the list shows of a session."""

    date: str
    title: str
    project: str
    closed: int
    tasks: int
    reviewed: bool
    healed: bool
    problem: bool


class SessionList(LineList):
    """Sessions by path; what a line shows is asked for when it is drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "session-list--open",
        "session-list--closed",
        "session-list--none",
        "session-list--date",
        "session-list--title",
        "session-list--project",
        "session-list--flag",
        "session-list--reviewed",
        "session-list--problem",
    }

    def __init__(
        self,
        look: Callable[[str], SessionLine],
        glyphs: Glyphs,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._look = look
        self._glyphs = glyphs

    def paint(self, index: int, width: int) -> list[list[Part]]:
        """Return the one line of a session: mark, date, title, flags, tasks closed of all."""
        glyphs = self._glyphs
        line = self._look(self.keys[index])
        pointer = glyphs.cursor if index == self.cursor else " "
        mark, style = self._mark(line)
        counts = f"{line.closed}/{line.tasks}".rjust(5)
        project_width = 14 if width >= _ROOM_FOR_PROJECT else 0
        title_width = max(4, width - 3 - 11 - project_width - 4 - len(counts) - 1)
        return [
            [
                (pointer, "session-list--flag"),
                (f"{mark} ", style),
                (fit(line.date, 11, glyphs.ellipsis), "session-list--date"),
                (fit(line.title or "(no title)", title_width, glyphs.ellipsis), style_of(line)),
                (fit(f" {line.project}", project_width, glyphs.ellipsis), "session-list--project"),
                (" ", ""),
                (glyphs.problem if line.problem else " ", "session-list--problem"),
                (glyphs.healed if line.healed else " ", "session-list--flag"),
                (glyphs.reviewed if line.reviewed else " ", "session-list--reviewed"),
                (counts, style),
                (" ", ""),
            ]
        ]

    def _mark(self, line: SessionLine) -> tuple[str, str]:
        if not line.tasks:
            return self._glyphs.no_tasks, "session-list--none"
        if line.closed == line.tasks:
            return self._glyphs.all_closed, "session-list--closed"
        return self._glyphs.partly if line.closed else self._glyphs.all_open, "session-list--open"


def style_of(line: SessionLine) -> str:
    """Titles with nothing open step back."""
    return "session-list--title" if line.closed < line.tasks else "session-list--none"
