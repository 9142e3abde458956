"""Decisions, and tasks in other tools, whose ids are by the rules of an earlier version.

What was one task by those may be two by the rules of today: the text that was decided on tells
which of them was meant. The line in the journal stays as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from tui.decisions.decision import Decision, Onto
from tui.notes import Task
from tui.notes.identity import fold, renewed_id
from tui.notes.signs import may_have_signs


def renewed(decision: Decision) -> Decision:
    """Return a decision with the ids that its tasks have by the rules of today."""
    task, onto = _task_of(decision), decision.onto
    if task != decision.task:
        decision = replace(decision, task=task)
    if onto is not None and (now := _task_of(onto)) != onto.task:
        stands_on = decision.set.stands_on
        if stands_on == onto.task:
            decision = replace(decision, set=replace(decision.set, stands_on=now))
        decision = replace(decision, onto=replace(onto, task=now))
    return decision


def _task_of(of: Decision | Onto) -> str:
    return renewed_id(of.task, of.session, of.text, of.n) if of.task else ""


class Renewing:
    """Finds the tasks of ids by earlier rules where only the id and the text are known.

    Args:
        tasks: all there are, each after the id of its session.
    """

    def __init__(self, tasks: Iterable[tuple[str, Task]]) -> None:
        self._saying: dict[str, list[tuple[str, Task]]] = defaultdict(list)
        self._counts: Counter[str] = Counter()
        for session, task in tasks:
            self._counts[session] += 1
            if may_have_signs(task.text):
                self._saying[fold(task.text)].append((session, task))

    def now(self, task: str, text: str) -> str:
        """Return the id that a task has today; the same one, if earlier rules did not give it.

        By those rules, tasks that are two today were numbered as one that is said twice: of those
        that say the same today, the one with the nearest number is taken.

        Args:
            task: the id.
            text: what the task says.
        """
        if not may_have_signs(text):
            return task
        found = [
            (abs(known.n - n), known.id)
            for session, known in self._saying.get(fold(text), ())
            for n in range(self._counts[session])
            if renewed_id(task, session, known.text, n) != task
        ]
        return min(found)[1] if found else task
