"""What was decided on and is in no note any more: attached to a task by hand, or archived."""

from collections.abc import Set
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from tui.plain import plain
from tui.ui.cells import WIDE
from tui.ui.desk import Desk
from tui.ui.screens.history.listing import when_said
from tui.ui.screens.over import OverLines
from tui.ui.widgets.decision_list import DecisionLine, DecisionList
from tui.ui.widgets.line_list import LineList
from tui.workbench import Orphan, Row, Task, setting_told

_KEYS = "a attach to a task  x archive  u undo  esc back"
_NONE = (
    "Nothing is lost: all that was decided on",
    "stands in a note, or is archived.",
)


class OrphanScreen(OverLines[None]):
    """Lists what is lost; while it is open, it is told what changes on the desk.

    Args:
        desk: what knows of decisions.
        subject: what to begin at, by its id; "" for the newest.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,O", "dismiss", show=False, priority=True),
        Binding("enter,a", "attach", show=False, priority=True),
        Binding("x", "archive", show=False, priority=True),
        Binding("u", "undo", show=False, priority=True),
        Binding("ctrl+r", "redo", show=False, priority=True),
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("pagedown,ctrl+d", "page(1)", show=False, priority=True),
        Binding("pageup,ctrl+u", "page(-1)", show=False, priority=True),
        Binding("home,g", "top", show=False, priority=True),
        Binding("end,G", "bottom", show=False, priority=True),
        Binding("v", "range", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, subject: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._begin_at = subject
        self._orphans: dict[str, Orphan] = {}
        self.moves_in = self._lines = DecisionList(self._line_of, desk.glyphs, id="orphans")

    def compose(self) -> ComposeResult:
        """One list."""
        box = Vertical(self._lines, id="box")
        box.border_subtitle = Content(_KEYS)
        yield box

    def on_mount(self) -> None:
        """List what is lost, and begin where it was asked."""
        self._desk.come_to_front(self)
        self._lines.focus()
        self._show()
        if self._begin_at in self._orphans:
            self._lines.move_to(list(self._orphans).index(self._begin_at))

    def on_unmount(self) -> None:
        """The desk tells the screen below again."""
        self._desk.forget(self)

    def on_resize(self) -> None:
        """All of the terminal where there is little of it."""
        self.set_class(self.size.width < WIDE, "-narrow")

    # What the desk tells -----------------------------------------------------------------

    def list_again(self) -> None:
        """Notes were read: something may be lost now, or found again."""
        self._show()

    def redraw(self, paths: set[str]) -> None:
        """Something was decided."""
        self._show()

    def acted(self) -> None:
        """Something is decided here; it is not on disk yet."""

    def show_waiting(self, subjects: Set[str]) -> None:
        """Draw what waits for the disk, or has ceased to."""
        for subject in subjects:
            self._lines.refresh_key(subject)

    def show_facts(self) -> None:
        """Nothing here says how far the reading is."""

    # What is shown -----------------------------------------------------------------------

    def _show(self) -> None:
        found = [orphan for orphan in self._desk.bench.list_orphans() if not orphan.is_archived]
        self._orphans = {orphan.subject: orphan for orphan in found}
        self._lines.empty_text = _NONE if self._desk.is_read else ("Reading the folder.",)
        self._lines.show(list(self._orphans))
        title = f"In no note any more {len(found):,}" if found else "In no note any more"
        self.query_one("#box").border_title = Content(title)

    def _line_of(self, subject: str) -> DecisionLine:
        orphan = self._orphans[subject]
        last, holds = orphan.last, orphan.holds
        told = [f for f in holds.fields if f not in ("stands_on", "archived")]
        said = setting_told(holds.only([f for f in told if getattr(holds, f)] or told))
        return DecisionLine(
            when_said(last.at),
            last.by,
            said,
            holds.status,
            bool(holds.reviewed),
            bool(holds.note),
            last.text or last.title,
            last.title if last.text else "",
            saving=self._desk.deciding.is_saving(subject),
        )

    # Keys --------------------------------------------------------------------------------

    def _chosen(self) -> list[str]:
        return [self._lines.keys[line] for line in self._lines.chosen()]

    async def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Two clicks look for a task."""
        event.stop()
        await self.action_attach()

    async def action_attach(self) -> None:
        """Look for the task that the chosen ones are."""
        chosen = self._chosen()
        if not chosen:
            return
        from tui.ui.screens.pick_task import PickTaskScreen

        first = self._orphans[chosen[0]].last
        if not first.task:
            self._desk.say("This is a session as a whole; it can only be archived.")
            return

        def answered(answer: tuple[Row, Task] | None) -> None:
            if answer:
                self._end_range()
                self._desk.deciding.attach(chosen, *answer)

        begin = f"on:{first.date}" if first.date else ""
        pick = PickTaskScreen(self._desk, "Attach to a task", plain(first.text), begin)
        await self.app.push_screen(pick, answered)

    def action_archive(self) -> None:
        """Decide that nobody need look for the chosen ones."""
        if chosen := self._chosen():
            self._end_range()
            self._desk.deciding.archive(chosen)

    def _end_range(self) -> None:
        if self._lines.has_range:
            self._lines.toggle_range()

    def action_range(self) -> None:
        """Start a range, or end it."""
        self._lines.toggle_range()

    def action_undo(self) -> None:
        """Take back the last step."""
        self._desk.deciding.undo()

    def action_redo(self) -> None:
        """Take up again what was undone."""
        self._desk.deciding.redo()
