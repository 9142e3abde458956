"""The list of tasks, a line each, and a line over each group."""

from collections.abc import Callable
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.message import Message

from tui.plain import plain
from tui.ui.cells import fit
from tui.ui.desk.facts import TaskFacts
from tui.ui.glyphs import Glyphs
from tui.ui.inline import inline
from tui.ui.looks import Part
from tui.ui.matches import NONE, Matches, marked
from tui.ui.widgets.checklist import STATUS_LOOKS
from tui.ui.widgets.line_list import LineList

_ROOM_FOR_PROJECT = 84
_PROJECT = 14
_DATE = 11
_MOST_NAME = 12
_BAR = 10


class TaskRow(NamedTuple):
    """What the list shows of a task; `saving` until its decision is on disk.

    `similar` is how many open ones say nearly the same; it is told of the cursor's task alone.
    """

    text: str
    facts: TaskFacts
    date: str
    project: str
    saving: bool
    is_in_group: bool
    similar: int = 0


class GroupRow(NamedTuple):
    """What the list shows of a group."""

    label: str
    tasks: int
    closed: int
    is_folded: bool


class TaskList(LineList[TaskRow | GroupRow | None]):
    """Tasks and groups by key; `matches` finds what the filter asks for in the texts.

    Args:
        shown_at: what is shown on a line; None if it is gone.
        find: where a key stands now, of one that stood on a line.
        glyphs: the signs to draw with.
        id: the id of the widget.
    """

    matches: Matches = NONE

    class Ticked(Message):
        """The box of a task, or the sign of a group, was clicked: that under the cursor."""

    def __init__(
        self,
        shown_at: Callable[[int], TaskRow | GroupRow | None],
        find: Callable[[str, int], int | None],
        glyphs: Glyphs,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(lambda key: shown_at(self.keys.index(key)), glyphs, id=id)
        self._shown_at = shown_at
        self._find = find

    def shown(self, index: int) -> TaskRow | GroupRow | None:
        """What is shown of a line, as it is now."""
        return self._shown_at(index)

    def index_of(self, key: str, near: int) -> int | None:
        """Return where a key stands now."""
        return self._find(key, near)

    def on_click(self, event: events.Click) -> None:
        """A click on a box ticks it, on the sign of a group folds it; else it moves the cursor."""
        super().on_click(event)
        event.stop()
        offset = event.get_content_offset(self)
        if offset is None or self.cursor != offset.y + self.scroll_offset.y or event.chain > 1:
            return
        shown = self.shown(self.cursor)
        stands_in = 2 if isinstance(shown, TaskRow) and shown.is_in_group else 0
        if shown and offset.x < stands_in + 2 + cell_len(self._glyphs.boxes["pending"]):
            self.post_message(self.Ticked())

    def paint(self, index: int, width: int) -> list[list[Part]]:
        """Return the one line of a task, or of a group."""
        shown = self.shown(index)
        if shown is None:
            return [[self.pointer(index), ("   (changed or gone; it is listed anew)", "dim")]]
        if isinstance(shown, GroupRow):
            return [self._paint_group(index, shown, width)]
        return [self._paint_task(index, shown, width)]

    def _paint_task(self, index: int, row: TaskRow, width: int) -> list[Part]:
        """Pointer, box, text; then due, assignee, note, project and date, as far as there are."""
        glyphs, facts = self._glyphs, row.facts
        box = glyphs.saving if row.saving else glyphs.boxes[facts.status]
        look = "warning" if row.saving else STATUS_LOOKS[facts.status]
        before: list[Part] = [
            self.pointer(index),
            ("  " if row.is_in_group else "", ""),
            (box, look),
            (" ", ""),
        ]
        after = [*self._similar(row, width), *self._extras(facts), *self._project(row, width)]
        after += [(" ", ""), (fit(row.date, _DATE, glyphs.ellipsis), "dim")]
        room = max(4, width - _cells(before) - _cells(after))
        text = inline(row.text).plain
        return [
            *before,
            *marked(
                (fit(text, room, glyphs.ellipsis), "" if facts.is_open else "dim"),
                self.matches.places(text, "text"),
            ),
            *after,
        ]

    def _similar(self, row: TaskRow, width: int) -> list[Part]:
        if not row.similar:
            return []
        word = " similar" if width >= _ROOM_FOR_PROJECT else ""
        return [(f" {self._glyphs.similar} {row.similar:,}{word}", "primary")]

    def _extras(self, facts: TaskFacts) -> list[Part]:
        extras: list[Part] = []
        if facts.note:
            extras.append((f" {self._glyphs.note}", "accent"))
        if facts.to:
            name = plain(facts.to)
            short = fit(name, min(cell_len(name), _MOST_NAME), self._glyphs.ellipsis)
            extras.append((f" @{short}", "primary"))
        if facts.due:
            look = "error" if facts.is_overdue else "accent" if facts.is_open else "dim"
            late = self._glyphs.problem if facts.is_overdue else ""
            extras.append((f" {late}due {facts.due}", look))
        return extras

    def _project(self, row: TaskRow, width: int) -> list[Part]:
        if width < _ROOM_FOR_PROJECT or not row.project:
            return []
        project = plain(row.project)
        return [(" ", ""), *marked(
            (fit(project, _PROJECT, self._glyphs.ellipsis), "dim"),
            self.matches.places(project, "anywhere"),
        )]  # fmt: skip

    def _paint_group(self, index: int, group: GroupRow, width: int) -> list[Part]:
        """Pointer, fold, name; then how many are closed of how many, and a bar."""
        glyphs = self._glyphs
        counts = f" {group.closed:,}/{group.tasks:,} "
        full = _BAR * group.closed // group.tasks if group.tasks else 0
        if group.closed and not full:
            full = 1
        sign = glyphs.folded if group.is_folded else glyphs.unfolded
        room = max(4, width - 3 - len(counts) - _BAR - 1)
        label = plain(group.label) or "(none)"
        return [
            self.pointer(index),
            (f"{sign} ", "primary"),
            (fit(label, room, glyphs.ellipsis), "heading" if group.label else "dim"),
            (counts, "success" if group.closed == group.tasks else "dim"),
            (glyphs.bar_full * full, "success"),
            (glyphs.bar_empty * (_BAR - full), "faint"),
            (" ", ""),
        ]


def _cells(parts: list[Part]) -> int:
    return sum(cell_len(text) for text, _ in parts)
