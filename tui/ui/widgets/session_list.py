"""The list of sessions, a line each."""

from typing import NamedTuple

from tui.ui.cells import fit
from tui.ui.looks import Part
from tui.ui.widgets.line_list import LineList

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


class SessionList(LineList[SessionLine]):
    """Sessions by path; what a line shows is asked for when it is drawn."""

    def paint(self, index: int, width: int) -> list[list[Part]]:
        """Return the one line of a session: mark, date, title, flags, tasks closed of all."""
        glyphs = self._glyphs
        line = self.shown(index)
        mark, style = self._mark(line)
        counts = f"{line.closed}/{line.tasks}".rjust(5)
        project_width = 14 if width >= _ROOM_FOR_PROJECT else 0
        title_width = max(4, width - 3 - 11 - project_width - 4 - len(counts) - 1)
        return [
            [
                self.pointer(index),
                (f"{mark} ", style),
                (fit(line.date, 11, glyphs.ellipsis), "dim"),
                (fit(line.title or "(no title)", title_width, glyphs.ellipsis), style_of(line)),
                (fit(f" {line.project}", project_width, glyphs.ellipsis), "dim"),
                (" ", ""),
                (glyphs.problem if line.problem else " ", "warning"),
                (glyphs.healed if line.healed else " ", "primary"),
                (glyphs.reviewed if line.reviewed else " ", "success"),
                (counts, style),
                (" ", ""),
            ]
        ]

    def _mark(self, line: SessionLine) -> tuple[str, str]:
        if not line.tasks:
            return self._glyphs.no_tasks, "dim"
        if line.closed == line.tasks:
            return self._glyphs.all_closed, "success"
        return self._glyphs.partly if line.closed else self._glyphs.all_open, "accent"


def style_of(line: SessionLine) -> str:
    """Titles with nothing open step back."""
    return "" if line.closed < line.tasks else "dim"
