"""The tasks of the session under the cursor, in the checklist."""

from tui.ui.desk import Desk
from tui.ui.screens.shared.following import Following
from tui.ui.widgets.checklist import Checklist, TaskLine
from tui.workbench import Row, Task


class Checking:
    """Keeps the checklist at the session that is followed.

    Args:
        desk: what knows of tasks.
        following: the session.
    """

    def __init__(self, desk: Desk, following: Following) -> None:
        self.tasks = Checklist(self._line_of, desk.glyphs, id="tasks")
        self._desk = desk
        self._following = following
        self._row: Row | None = None

    def follow(self) -> None:
        """Show the tasks of the session, if they are not shown already."""
        before, self._row = self._row, self._following.row
        row = self._row
        if row is None or before is None or before.path != row.path:
            self.tasks.forget_cursor()
        elif before == row:
            return
        self.tasks.empty_text = ("No pending tasks in this session.",) if row else ()
        self.tasks.show([task.id for task in row.tasks] if row else ())

    def chosen(self) -> list[tuple[Row, Task]]:
        """The tasks an action takes: those of the range, else the one under the cursor."""
        row = self._row
        return [(row, row.tasks[index]) for index in self.tasks.chosen()] if row else []

    @property
    def counts(self) -> tuple[int, int] | None:
        """How many tasks of the session are closed, of how many."""
        if self._row is None:
            return None
        tasks = len(self._row.tasks)
        return tasks - self._desk.bench.open_count(self._row), tasks

    def _line_of(self, task_id: str) -> TaskLine:
        bench = self._desk.bench
        tasks = self._row.tasks if self._row else ()
        task = next(task for task in tasks if task.id == task_id)
        decision = bench.decided(task)
        decided = ""
        if decision:
            decided = f"{decision.set.status} by {decision.by}, {decision.at[:10]}"
        doubts = self._following.doubts
        return TaskLine(
            task.text,
            bench.status(task),
            task.from_prose,
            self._desk.deciding.is_saving(task.id),
            decided,
            doubts.in_line(task.line) if doubts else None,
        )
