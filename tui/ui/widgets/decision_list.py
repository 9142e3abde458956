"""The list of decisions, a line each."""

from typing import NamedTuple

from rich.cells import cell_len

from tui.plain import plain
from tui.ui.cells import WIDE, fit
from tui.ui.looks import Part
from tui.ui.matches import NONE, Matches, marked
from tui.ui.widgets.checklist import STATUS_LOOKS
from tui.ui.widgets.line_list import LineList
from tui.workbench import Status


class DecisionLine(NamedTuple):
    """What the list shows of a decision.

    `when` is local time; `what` what was set, in words; `status` the one it set, if it set one;
    `undone` tells that it was taken back, `lost` that what it is on stands in no note.
    """

    when: str = ""
    by: str = ""
    what: str = ""
    status: Status | None = None
    reviewed: bool = False
    noted: bool = False
    text: str = ""
    session: str = ""
    undone: bool = False
    lost: bool = False
    saving: bool = False


class DecisionList(LineList[DecisionLine]):
    """Decisions by id; what a line shows is asked for when it is drawn.

    `matches` finds what the filter asks for.
    """

    matches: Matches = NONE

    def paint(self, index: int, width: int) -> list[list[Part]]:
        """Return the one line of a decision: when, who, what, on what, in which session."""
        line, dots = self.shown(index), self._glyphs.ellipsis
        is_wide = width >= WIDE - 4
        sign, look = self._sign(line)
        who, what = (14, max(30, min(44, width // 4))) if is_wide else (8, 24)
        said = f"undone: {line.what}" if line.undone else line.what
        session = min(44, width // 5) if is_wide else 0
        sign = fit(sign, cell_len(self._glyphs.boxes["pending"]) + 1)
        room = max(4, width - 2 - 17 - who - 1 - cell_len(sign) - what - 1 - session - 2)
        base = "dim" if line.undone else ""
        text, by, title = plain(line.text), plain(line.by), plain(line.session)
        return [
            [
                self.pointer(index),
                (fit(line.when, 17, dots), "dim"),
                *marked((fit(by, who, dots), base), self.matches.places(by, "anywhere")),
                (" ", ""),
                (sign, "dim" if line.undone else look),
                (fit(plain(said), what, dots), "dim" if line.undone else look),
                (" ", ""),
                (f"{self._glyphs.problem} " if line.lost else "  ", "warning"),
                *marked((fit(text, room, dots), base), self.matches.places(text, "text")),
                *self._session(title, session, dots),
                (" ", ""),
            ]
        ]

    def _session(self, title: str, width: int, dots: str) -> list[Part]:
        if not width:
            return []
        places = self.matches.places(title, "title")
        return [(" ", ""), *marked((fit(title, width - 1, dots), "dim"), places)]

    def _sign(self, line: DecisionLine) -> Part:
        glyphs = self._glyphs
        if line.saving:
            return glyphs.saving, "warning"
        if line.status is not None:
            return glyphs.boxes[line.status], STATUS_LOOKS[line.status]
        if line.reviewed:
            return glyphs.reviewed, "success"
        return (glyphs.note if line.noted else glyphs.dot), "accent"
