"""The tasks of the session under the cursor, in the checklist."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from tui.ui.desk import Desk
from tui.ui.desk.facts import facts_of
from tui.ui.screens.shared.following import Following
from tui.ui.screens.shared.selection import Selection
from tui.ui.widgets.checklist import Checklist, TaskLine
from tui.workbench import Row, Task, TaskKey

_MOST_WRAPPED = 250_000  # characters; of more tasks than that, each is drawn on one line


class Counts(Struct, frozen=True):
    """How many tasks of a session are done, how many dropped, and how many there are."""

    done: int
    dropped: int
    tasks: int


class Checking:
    """Keeps the checklist at the session that is followed.

    Args:
        desk: what knows of tasks.
        following: the session.
        selection: which tasks are marked.
    """

    def __init__(self, desk: Desk, following: Following, selection: Selection) -> None:
        self.tasks = Checklist(self._line_of, desk.glyphs, id="tasks")
        self._desk = desk
        self._following = following
        self._selection = selection
        self.tasks.marks = self._is_marked
        self._row: Row | None = None
        self._by_id: dict[str, Task] = {}

    def follow(self) -> None:
        """Show the tasks of the session, if they are not shown already."""
        before, self._row = self._row, self._following.row
        row = self._row
        if row is None or before is None or before.path != row.path:
            self.tasks.forget_cursor()
        elif before == row:
            return
        self.tasks.empty_text = ("No pending tasks in this session.",) if row else ()
        tasks = row.tasks if row else ()
        self._by_id = {task.id: task for task in tasks}
        self.tasks.wraps = sum(len(task.text) for task in tasks) <= _MOST_WRAPPED
        self.tasks.show(list(self._by_id))

    def tasks_on(self, lines: Sequence[int]) -> list[TaskKey]:
        """Return the tasks on some lines."""
        row = self._row
        return [TaskKey(row.path, row.tasks[line].id) for line in lines] if row else []

    @property
    def counts(self) -> Counts | None:
        """How far the tasks of the session are; None where there is no session."""
        if self._row is None:
            return None
        statuses = list(self._desk.bench.statuses(self._row))
        return Counts(statuses.count("done"), statuses.count("dropped"), len(statuses))

    def _is_marked(self, line: int) -> bool:
        row = self._row
        return row is not None and (row.path, row.tasks[line].id) in self._selection

    def _line_of(self, task_id: str) -> TaskLine:
        bench = self._desk.bench
        task = self._by_id[task_id]
        doubts = self._following.doubts
        return TaskLine(
            task.text,
            facts_of(bench, task, date.today()),
            task.from_prose,
            self._desk.deciding.is_saving(task.id),
            doubts.in_line(task.line) if doubts else None,
        )
