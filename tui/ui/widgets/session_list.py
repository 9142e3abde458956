"""The list of sessions, a line each."""

from collections.abc import Iterable

from msgspec import Struct

from tui.plain import plain
from tui.ui.cells import fit
from tui.ui.looks import Part
from tui.ui.matches import NONE, Matches, marked
from tui.ui.widgets.line_list import LineList

_ROOM_FOR_PROJECT = 76
_LONGEST = 1_000  # characters of a title or a project; no terminal is as wide


class SessionLine(Struct, frozen=True):
    """What the list shows of a session."""

    date: str = ""
    title: str = ""
    project: str = ""
    closed: int = 0
    tasks: int = 0
    reviewed: bool = False
    changed: bool = False
    healed: bool = False
    uncertain: bool = False
    problem: bool = False


class SessionList(LineList[SessionLine]):
    """Sessions by path; what a line shows is asked for when it is drawn.

    `matches` finds what the filter asks for in the titles.
    """

    matches: Matches = NONE

    def paint(self, index: int, width: int) -> list[list[Part]]:
        """Return the one line of a session: mark, date, title, flags, tasks closed of all."""
        glyphs = self._glyphs
        line = self.shown(index)
        mark, style = self._mark(line)
        counts = f"{line.closed}/{line.tasks}".rjust(4)
        project_width = 14 if width >= _ROOM_FOR_PROJECT else 0
        title = plain(line.title[:_LONGEST] or "(no title)")
        title_width = max(4, width - 3 - 11 - project_width - 4 - len(counts) - 1)
        return [
            [
                self.pointer(index),
                (f"{mark} ", style),
                (fit(line.date, 11, glyphs.ellipsis), "dim"),
                *marked(
                    (fit(title, title_width, glyphs.ellipsis), style_of(line)),
                    self.matches.places(title, "title"),
                ),
                *self._project(line, project_width),
                (" ", ""),
                (glyphs.problem if line.problem else " ", "warning"),
                self._damage(line),
                self._signed(line),
                (counts, style),
                (" ", ""),
            ]
        ]

    def _project(self, line: SessionLine, width: int) -> Iterable[Part]:
        if not width:
            return ()
        project = plain(f" {line.project[:_LONGEST]}")
        places = self.matches.places(project, "anywhere")
        return marked((fit(project, width, self._glyphs.ellipsis), "dim"), places)

    def _mark(self, line: SessionLine) -> tuple[str, str]:
        if not line.tasks:
            return self._glyphs.no_tasks, "dim"
        if line.closed == line.tasks:
            return self._glyphs.all_closed, "success"
        return self._glyphs.partly if line.closed else self._glyphs.all_open, "accent"

    def _signed(self, line: SessionLine) -> Part:
        """Whether it is signed off, and still says what was signed."""
        if line.changed:
            return self._glyphs.changed, "warning"
        return (self._glyphs.reviewed if line.reviewed else " "), "success"

    def _damage(self, line: SessionLine) -> Part:
        """What still looks damaged matters more than what was healed."""
        if line.uncertain:
            return self._glyphs.uncertain, "warning"
        return (self._glyphs.healed if line.healed else " "), "primary"


def style_of(line: SessionLine) -> str:
    """Titles with nothing open step back."""
    return "" if line.closed < line.tasks else "dim"
