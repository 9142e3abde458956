"""The pending tasks of a session, as a checklist; long ones wrap."""

from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.message import Message

from tui.ui.cells import fit
from tui.ui.damage import Doubt
from tui.ui.inline import inline, parts
from tui.ui.looks import Part
from tui.ui.matches import NONE, Matches
from tui.ui.widgets.line_list import LineList
from tui.workbench import OPEN, Status

STATUS_LOOKS: dict[Status, str] = {
    "pending": "", "doing": "primary", "blocked": "error", "done": "success", "dropped": "dim",
}  # fmt: skip
STATUS_WORDS: tuple[tuple[Status, str], ...] = (
    ("pending", "pending"),
    ("doing", "doing, someone is on it"),
    ("blocked", "blocked, waiting for something"),
    ("done", "done"),
    ("dropped", "dropped, will not be done"),
)


class TaskLine(NamedTuple):
    """What the checklist shows of a task.

    `saving` until its decision is on disk; `doubt` is what of its text still looks damaged.
    """

    text: str
    status: Status
    from_prose: bool
    saving: bool
    decided: str
    doubt: Doubt = None


class Checklist(LineList[TaskLine]):
    """Tasks by id, as a rule each on as many lines as it takes.

    `matches` finds what the filter asks for in those that are in view.
    """

    wraps = True
    matches: Matches = NONE

    class Ticked(Message):
        """A box was clicked: the task under the cursor."""

    @property
    def _box_width(self) -> int:
        """How far the text stands in: pointer, box and a space."""
        return 2 + cell_len(self._glyphs.boxes["pending"])

    def paint(self, index: int, width: int) -> list[list[Part]]:
        """Return the lines of a task: pointer, box, text; then who decided, when."""
        return self._paint(index, width, self.matches)

    def measure(self, index: int, width: int) -> int:
        """Return how many lines a task takes; asked of all of them, so nothing is searched."""
        return len(self._paint(index, width, NONE))

    def _paint(self, index: int, width: int, matches: Matches) -> list[list[Part]]:
        line = self.shown(index)
        box = self._glyphs.saving if line.saving else self._glyphs.boxes[line.status]
        box_style = "warning" if line.saving else STATUS_LOOKS[line.status]
        before: list[Part] = [self.pointer(index), (box, box_style), (" ", "")]
        room = max(8, width - self._box_width - 1)
        said = line.text if self.wraps else fit(line.text, room, self._glyphs.ellipsis)
        text = inline(said, "" if line.status in OPEN else "dim", line.doubt)
        text = matches.on(text, "text")
        if not self.wraps:
            return [[*before, *parts(text)]]
        under: Part = (" " * self._box_width, "")
        painted = [
            [*([under] if number else before), *parts(piece.rstrip())]
            for number, piece in enumerate(text.wrap(room) if text.plain else [text])
        ]
        for note in self._notes(line):
            painted += [[under, (piece.plain, "aside")] for piece in inline(note).wrap(room)]
        return painted

    def _notes(self, line: TaskLine) -> list[str]:
        said = []
        if line.from_prose:
            said.append(f"{self._glyphs.from_prose} read from prose")
        if line.decided:
            said.append(line.decided)
        return [f" {self._glyphs.dot} ".join(said)] if said else []

    def on_click(self, event: events.Click) -> None:
        """A click on a box ticks it, elsewhere it moves the cursor."""
        super().on_click(event)
        offset = event.get_content_offset(self)
        if offset is not None and offset.x < self._box_width and self.cursor is not None:
            top, _ = self._span(self.cursor)
            if offset.y + self.scroll_offset.y == top:
                self.post_message(self.Ticked())
        event.stop()
