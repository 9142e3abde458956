"""The pending tasks of a session, as a checklist; long ones wrap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.message import Message

from tui.ui.cells import fit
from tui.ui.glyphs import Glyphs
from tui.ui.inline import inline, parts
from tui.ui.looks import Part
from tui.ui.matches import NONE, Matches
from tui.ui.widgets.line_list import LineList

if TYPE_CHECKING:  # what only annotations name
    from tui.ui.damage import Doubt
    from tui.ui.desk.facts import TaskFacts
    from tui.workbench import Status

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


def asides(facts: TaskFacts, glyphs: Glyphs, *, from_prose: bool) -> Iterator[Part]:
    """Yield the lines that stand under a task, each with its look: due, assignee, note, who."""
    to_do = []
    if facts.due:
        to_do.append(f"due {facts.due}" + (", overdue" if facts.is_overdue else ""))
    if facts.to:
        to_do.append(f"assigned to {facts.to}")
    if to_do:
        yield f" {glyphs.dot} ".join(to_do), "error" if facts.is_overdue else "accent"
    if facts.note:
        yield f"{glyphs.note} {facts.note}", ""
    said = [f"{glyphs.from_prose} read from prose"] if from_prose else []
    said += [facts.decided] if facts.decided else []
    if said:
        yield f" {glyphs.dot} ".join(said), "aside"


class TaskLine(Struct, frozen=True):
    """What the checklist shows of a task.

    `saving` until its decision is on disk; `doubt` is what of its text still looks damaged.
    """

    text: str
    facts: TaskFacts
    from_prose: bool
    saving: bool
    doubt: Doubt = None


class Checklist(LineList[TaskLine]):
    """Tasks by id, as a rule each on as many lines as it takes.

    `matches` finds what the filter asks for in those that are in view.
    """

    wraps = True
    matches: Matches = NONE

    class Ticked(Message):
        """A box was clicked: the task under the cursor."""

    def find(self, matches: Matches) -> None:
        """Show from now on what a filter asks for."""
        if matches != self.matches:
            self.matches = matches
            self.refresh()

    @property
    def _box_width(self) -> int:
        """How far the text stands in: pointer, box and a space."""
        return 2 + cell_len(self._glyphs.boxes["pending"])

    def paint(self, index: int, width: int) -> list[list[Part]]:
        """Return the lines of a task: pointer, box, text; then what was decided."""
        return self._paint(index, width, self.matches)

    def measure(self, index: int, width: int) -> int:
        """Return how many lines a task takes; asked of all of them, so nothing is searched."""
        return len(self._paint(index, width, NONE))

    def _paint(self, index: int, width: int, matches: Matches) -> list[list[Part]]:
        line = self.shown(index)
        status = line.facts.status
        box = self._glyphs.saving if line.saving else self._glyphs.boxes[status]
        box_style = "warning" if line.saving else STATUS_LOOKS[status]
        before: list[Part] = [self.pointer(index), (box, box_style), (" ", "")]
        room = max(8, width - self._box_width - 1)
        said = line.text if self.wraps else fit(line.text, room, self._glyphs.ellipsis)
        text = inline(said, "" if line.facts.is_open else "dim", line.doubt)
        text = matches.on(text, "text")
        if not self.wraps:
            return [[*before, *parts(text)]]
        under: Part = (" " * self._box_width, "")
        painted = [
            [*([under] if number else before), *parts(piece.rstrip())]
            for number, piece in enumerate(text.wrap(room) if text.plain else [text])
        ]
        for said, look in asides(line.facts, self._glyphs, from_prose=line.from_prose):
            painted += [[under, (piece.plain, look)] for piece in inline(said).wrap(room)]
        return painted

    def on_click(self, event: events.Click) -> None:
        """A click on a box ticks it, elsewhere it moves the cursor."""
        super().on_click(event)
        offset = event.get_content_offset(self)
        if offset is not None and offset.x < self._box_width and self.cursor is not None:
            top, _ = self._span(self.cursor)
            if offset.y + self.scroll_offset.y == top:
                self.post_message(self.Ticked())
        event.stop()
