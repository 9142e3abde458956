"""The session under the cursor: its text in the detail pane, its tasks in the checklist."""

from collections.abc import Callable

from tui.ui.damage import Doubts
from tui.ui.document import document
from tui.ui.glyphs import Glyphs
from tui.ui.matches import Matches
from tui.ui.widgets.checklist import Checklist, TaskLine
from tui.ui.widgets.detail import Detail
from tui.ui.widgets.session_list import SessionList
from tui.workbench import LeftOut, Row, Session, Task, Workbench

_KEPT = 16
_LARGE = 20_000  # characters
_MOST_WRAPPED = 250_000  # characters; of more tasks than that, each is drawn on one line


class Following:
    """Follows the cursor of the list: tasks at once, the text as soon as the note is read.

    The notes beside the cursor are read ahead. One of them is shown as it was when the cursor
    comes to it, and again if it has changed since.

    `row` is the session that is shown, None where there is none.

    Args:
        bench: what knows of sessions.
        glyphs: the signs to draw with.
        read: begins to read a note, for `show_text`.
        is_saving: whether a decision on a task is on its way to the disk.
    """

    def __init__(
        self,
        bench: Workbench,
        glyphs: Glyphs,
        *,
        read: Callable[[str], object],
        is_saving: Callable[[str], bool],
    ) -> None:
        self.row: Row | None = None
        self.detail = Detail(id="detail")
        self.tasks = Checklist(self._line_of, glyphs, id="tasks")
        self._bench = bench
        self._glyphs = glyphs
        self._read = read
        self._is_saving = is_saving
        self._doubts: Doubts | None = None
        self._shown: Session | LeftOut | None = None
        self._ahead: dict[str, Session] = {}
        self._by_id: dict[str, Task] = {}

    def follow(self, sessions: SessionList) -> None:
        """Show the session under the cursor of a list, if it is not shown already."""
        path = sessions.cursor_key
        row = self._bench.index.row(path) if path else None
        before, self.row = self.row, row
        if row is None:
            self._shown = None
            self.detail.show_message(("No session chosen.",) if sessions.keys else ())
            self._show_tasks(None, anew=True)
        elif before is None or before.path != row.path:
            self._show_tasks(row, anew=True)
            if known := self._ahead.get(row.path):
                self.show_text(known)
            self._read(row.path)
        elif before != row:
            self._show_tasks(row, anew=False)
            self._read(row.path)

    def find(self, matches: Matches) -> None:
        """Show from now on, in text and tasks, what a filter asks for."""
        self.detail.find(matches)
        if matches != self.tasks.matches:
            self.tasks.matches = matches
            self.tasks.refresh()

    def take(self, session: Session | LeftOut) -> None:
        """Show the text of a note that was read anew, if it is not what is shown already."""
        self.keep(session)
        if session != self._shown:
            self.show_text(session)

    def keep(self, session: Session | LeftOut) -> None:
        """Remember a note that the cursor may come to next, so that it is drawn with the cursor."""
        self._ahead.pop(session.path, None)
        if isinstance(session, LeftOut) or len(session.text) > _LARGE:
            return  # drawing a large one would hold up the next key
        self._ahead[session.path] = session
        if len(self._ahead) > _KEPT:
            del self._ahead[next(iter(self._ahead))]

    def is_kept(self, path: str) -> bool:
        """Whether a note is remembered."""
        return path in self._ahead

    def show_text(self, session: Session | LeftOut) -> None:
        """Show the text of a note that was read, or why there is none."""
        self._shown = session
        if isinstance(session, LeftOut):
            self.detail.show_message(("This note cannot be shown:", session.reason, session.path))
            return
        self._doubts = Doubts(session)
        self.detail.show(document(session, self._glyphs))
        self.tasks.refresh()

    def chosen(self) -> list[tuple[Row, Task]]:
        """The tasks an action takes: those of the range, else the one under the cursor."""
        row = self.row
        return [(row, row.tasks[index]) for index in self.tasks.chosen()] if row else []

    @property
    def counts(self) -> tuple[int, int] | None:
        """How many tasks of the session are closed, of how many."""
        if self.row is None:
            return None
        tasks = len(self.row.tasks)
        return tasks - self._bench.open_count(self.row), tasks

    def _show_tasks(self, row: Row | None, *, anew: bool) -> None:
        if anew:
            self._doubts = None
            self.tasks.forget_cursor()
        self.tasks.empty_text = ("No pending tasks in this session.",) if row else ()
        tasks = row.tasks if row else ()
        self._by_id = {task.id: task for task in tasks}
        self.tasks.wraps = sum(len(task.text) for task in tasks) <= _MOST_WRAPPED
        self.tasks.show(list(self._by_id))

    def _line_of(self, task_id: str) -> TaskLine:
        task = self._by_id[task_id]
        decision = self._bench.decided(task)
        decided = ""
        if decision:
            decided = f"{decision.set.status} by {decision.by}, {decision.at[:10]}"
        return TaskLine(
            task.text,
            self._bench.status(task),
            task.from_prose,
            self._is_saving(task.id),
            decided,
            self._doubts.in_line(task.line) if self._doubts else None,
        )
