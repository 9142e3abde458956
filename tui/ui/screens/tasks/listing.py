"""The tasks that are listed, in groups or not, and what is shown of each."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date

from tui.ui.desk import Desk, Filtering
from tui.ui.desk.facts import facts_of
from tui.ui.screens.tasks.rows import Rows
from tui.ui.screens.tasks.similar import Around
from tui.ui.widgets.task_list import GroupRow, TaskRow
from tui.workbench import (
    GROUPINGS,
    TASK_SORTS,
    Grouping,
    Row,
    Superseded,
    Task,
    TaskKey,
    TaskSort,
)

_BY_DECISIONS: set[Grouping] = {"age", "assignee", "status"}
_PREPARED: Sequence[Grouping] = ("label", "age", "session", "month", "project")  # dearest first


class Tasks:
    """The tasks that the filter leaves, their order, and which groups are folded up.

    `rows` are the lines that are shown, None before the first were asked for. `around` is the task
    of which only the similar ones are listed, None where all are. `is_behind` tells that a decision
    may have moved tasks, or taken them out, since.

    Args:
        desk: what knows the folder.
        filtering: the filter.
    """

    def __init__(self, desk: Desk, filtering: Filtering) -> None:
        self.sort: TaskSort = TASK_SORTS[0]
        self.grouping: Grouping = "none"
        self.rows: Rows | None = None
        self.around: Around | None = None
        self.is_behind = False
        self._desk = desk
        self._filtering = filtering
        self._bench = desk.bench
        self._folded: set[str] = set()
        self._prepared: int | None = None

    # Listing -----------------------------------------------------------------------------

    def select(self, wanted: Callable[[], bool] | None = None) -> Rows:
        """Return the lines to show; may be run in a thread.

        Where none of the similar tasks is left that are asked for, all are listed.

        Raises:
            Superseded: it took long, others asked meanwhile, and it is not `wanted` any more.
        """
        grouping, folded = self.grouping, frozenset(self._folded)
        query, around = self._filtering.query, self.around
        if around is not None:
            all_ = self._bench.list_tasks(query, self.sort, wanted=wanted)
            part = self._bench.list_similar(around.task, all_, around.label, wanted)
            if len(part):
                return Rows(part, "none", folded, around)
        listing = self._bench.list_tasks(query, self.sort, grouping, wanted)
        return Rows(listing, grouping, folded)

    def prepare(self, wanted: Callable[[], bool]) -> None:
        """Work out, once for a state of the index, what is kept of groups until sessions change.

        May be run in a thread; it makes way for every other question.

        Args:
            wanted: whether it is still of use.
        """
        state = self._bench.index.state
        if self._prepared == state:
            return
        with suppress(Superseded):
            for grouping in _PREPARED:
                if not wanted():
                    return
                self._bench.list_tasks(
                    self._filtering.query, self.sort, grouping, wanted=lambda: False
                )
            self._prepared = state

    def take(self, rows: Rows) -> None:
        """Show other lines from now on."""
        self.rows, self.around = rows, rows.around
        self.is_behind = False

    def group_by(self, grouping: str) -> None:
        """Group from the next listing on, by the name of a grouping, and fold nothing."""
        self.grouping = next((known for known in GROUPINGS if known == grouping), self.grouping)
        self.around = None
        self._folded.clear()

    def arrange(self, sort: str, grouping: str) -> None:
        """From the next listing on, have an order and a grouping, by their names."""
        self.sort = next((known for known in TASK_SORTS if known.name == sort), self.sort)
        self.group_by(grouping)

    def list_around(self, around: Around) -> None:
        """From the next listing on, list only the tasks that are similar to one."""
        self.around = around
        self._folded.discard(around.label)

    def leave_part(self) -> None:
        """From the next listing on, list all tasks."""
        self.around = None

    def recount(self, paths: set[str]) -> None:
        """Take in what was decided in some sessions; tasks stay where they are."""
        if self.rows is not None:
            self._bench.recount(self.rows.listing, paths)
        asks = self._filtering.query.root is not None or self.sort.by == "due"
        self.is_behind = self.is_behind or asks or self.grouping in _BY_DECISIONS

    # Folding -----------------------------------------------------------------------------

    def fold(self, line: int | None, folded: bool | None = None) -> bool:
        """Fold up the group that a line stands in, or unfold it; tells whether that changes it.

        Args:
            line: the line; None for all groups.
            folded: whether it is to be folded up; None for what it is not now.
        """
        rows = self.rows
        if rows is None or not rows.listing.groups:
            return False
        before = set(self._folded)
        if line is None:
            self._folded = set() if before else set(rows.names())
        else:
            group = rows.group_at(line) or 0
            name = rows.name(group)
            if folded is None:
                folded = not rows.is_folded(group)
            self._folded = before | {name} if folded else before - {name}
        if self._folded == before:
            return False
        self.rows = Rows(rows.listing, rows.grouping, self._folded, rows.around)
        return True

    # Lines -------------------------------------------------------------------------------

    def task(self, line: int | None) -> tuple[Row, Task] | None:
        """Return the task on a line, with its session; None if there is none."""
        if self.rows is None or line is None or line >= len(self.rows):
            return None
        entry = self.rows.entry(line)
        return None if entry is None else self.rows.listing.tasks(entry, entry + 1)[0]

    def group(self, line: int | None) -> GroupRow | None:
        """Return the group that a line stands in; None where nothing is grouped."""
        if self.rows is None or line is None:
            return None
        group = self.rows.group_at(line)
        if group is None:
            return None
        found = self.rows.listing.groups[group]
        return GroupRow(found.label, found.count, found.closed, self.rows.is_folded(group))

    def shown_at(self, line: int) -> TaskRow | GroupRow | None:
        """What the list shows on a line; None if that is gone."""
        if self.rows is not None and self.rows.is_group(line):
            return self.group(line)
        found = self.task(line)
        if found is None:
            return None
        row, task = found
        return TaskRow(
            task.text,
            facts_of(self._bench, task, date.today()),
            row.date,
            "" if self.rows and self.rows.grouping == "project" else row.project,
            self._desk.deciding.is_saving(task.id),
            bool(self.rows and self.rows.listing.groups),
        )

    def find(self, key: str, near: int) -> int | None:
        """Return where a key stands now, of one that stood on a line."""
        return self.rows.nearest(key, near) if self.rows is not None else None

    def count_on(self, lines: Sequence[int]) -> int:
        """Return how many tasks some lines stand for."""
        if self.rows is None:
            return 0
        if len(lines) == len(self.rows):
            return self.rows.listing.distinct
        return sum(map(len, self.rows.entries(lines)))

    def tasks_on(self, lines: Sequence[int]) -> list[TaskKey]:
        """Return the tasks that some lines stand for; those that are gone stay out."""
        if self.rows is None:
            return []
        found = [
            TaskKey(each[0].path, each[1].id)
            for run in self.rows.entries(lines)
            for each in self.rows.listing.tasks(run.start, run.stop)
            if each
        ]
        return list(dict.fromkeys(found))

    def next_open(self, line: int | None, by: int) -> int | None:
        """Return the next line with an open task; one that is folded up is unfolded."""
        if self.rows is None or not len(self.rows):
            return None
        return self._unfolded(self.rows.listing.next_open(self._entry_near(line, by), by))

    def next_unreviewed(self, line: int | None) -> int | None:
        """Return the next line with a task of another session, one that is not reviewed."""
        if self.rows is None or not len(self.rows):
            return None
        listing, entry = self.rows.listing, self._entry_near(line, 1)
        sessions = listing.sessions()
        here = sessions[entry] if entry >= 0 else None
        found = self._bench.next_unreviewed(listing, entry, 1)
        while found is not None and sessions[found] == here:
            found = self._bench.next_unreviewed(listing, found, 1)
        return self._unfolded(found)

    def _entry_near(self, line: int | None, by: int) -> int:
        """The entry on a line; of the first of a group, the one before what is below it."""
        if self.rows is None:
            return -1
        if line is None:
            return -1 if by > 0 else len(self.rows.listing)
        entry = self.rows.entry(line)
        if entry is not None:
            return entry
        start = self.rows.listing.groups[self.rows.group_at(line) or 0].start
        return start - 1 if by > 0 else start

    def _unfolded(self, entry: int | None) -> int | None:
        """The line of an entry, which is not folded up any more."""
        if self.rows is None or entry is None:
            return None
        line = self.rows.line(entry)
        if self.rows.is_group(line) and self.fold(line, folded=False):
            line = self.rows.line(entry)
        return line

    def why_empty(self) -> Sequence[str]:
        """Say, in lines, why nothing is listed, and what to do."""
        desk = self._desk
        if self.rows is None:
            return ("Listing the tasks.",)
        if self._filtering.filter:
            return "No task matches.", "", "esc clears the filter."
        if not desk.is_read:
            return ("Reading the folder.",)
        return "No tasks in this folder.", "", "Press 1 for the sessions."
