"""Tasks that were marked, for the next action to take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Row, Task, TaskKey, Workbench


class Selection:
    """TaskKey tasks, by id, so that they stay marked whatever is listed."""

    def __init__(self) -> None:
        self._marked: dict[TaskKey, None] = {}

    def __len__(self) -> int:
        return len(self._marked)

    def __iter__(self) -> Iterator[TaskKey]:
        return iter(self._marked)

    def __contains__(self, task: object) -> bool:
        return task in self._marked

    def add(self, tasks: Iterable[TaskKey]) -> None:
        """Mark tasks."""
        self._marked.update(dict.fromkeys(tasks))

    def toggle(self, tasks: Iterable[TaskKey]) -> None:
        """Mark tasks; if all of them are marked, unmark them."""
        asked = dict.fromkeys(tasks)
        if asked.keys() <= self._marked.keys():
            for task in asked:
                del self._marked[task]
        else:
            self._marked.update(asked)

    def clear(self) -> None:
        """Mark nothing."""
        self._marked.clear()


def tasks_of(marked: Iterable[TaskKey], bench: Workbench) -> list[tuple[Row, Task]]:
    """Return the tasks that there are, each once, though two notes may be copies of one."""
    found: dict[str, tuple[Row, Task]] = {}
    known: dict[str, dict[str, tuple[Row, Task]]] = {}
    for path, task_id in marked:
        if path not in known:
            row = bench.index.cards.row(path)
            known[path] = {task.id: (row, task) for task in row.tasks} if row else {}
        if task_id in known[path]:
            found[task_id] = known[path][task_id]
    return list(found.values())
