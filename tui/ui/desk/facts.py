"""What holds for a task, as it is shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.workbench import OPEN

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Status, Task, Workbench


class TaskFacts(Struct, frozen=True):
    """What holds for a task; what nobody decided is "".

    `decided` says by whom it has its status, and since when; `due` is a day (YYYY-MM-DD), and
    `is_overdue` tells that it has passed while the task is open; `to` is who is to do it.
    """

    status: Status
    due: str
    is_overdue: bool
    to: str
    note: str
    decided: str

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.status in OPEN


def facts_of(bench: Workbench, task: Task, today: date) -> TaskFacts:
    """Return what holds for a task."""
    holds, decision = bench.holds(task), bench.decided(task)
    status, due = holds.status or task.mark, holds.due or ""
    return TaskFacts(
        status,
        due,
        bool(due) and status in OPEN and due < today.isoformat(),
        holds.to or "",
        holds.note or "",
        f"{decision.set.status} by {decision.by}, {decision.at[:10]}" if decision else "",
    )
