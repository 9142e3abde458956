"""Undo and redo, read off the journal: it is the history, nothing else is kept."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.decisions.decision import Decision


class Step(NamedTuple):
    """The decisions of one key press, in order."""

    id: str
    decisions: tuple[Decision, ...]


class History:
    """The steps of every reviewer: what each could undo next, and redo next."""

    def __init__(self) -> None:
        self._seen: dict[str, Decision] = {}

    def add(self, decisions: Iterable[Decision]) -> None:
        """Take in decisions, in any order, repeated or not."""
        self._seen.update((decision.id, decision) for decision in decisions)

    def __len__(self) -> int:
        return len(self._seen)

    def undoable(self, by: str) -> list[Step]:
        """The steps of a reviewer that are not taken back, newest first."""
        done, _ = self._stacks(by)
        return done[::-1]

    def next_redo(self, by: str) -> Step | None:
        """The step that the reviewer's last undo took back, unless something new came since."""
        _, undone = self._stacks(by)
        return undone[-1] if undone else None

    def _stacks(self, by: str) -> tuple[list[Step], list[Step]]:
        done: list[Step] = []
        undone: list[Step] = []
        for step in self._steps(by):
            first = step.decisions[0]
            if first.undoes:
                undone += _take(done, first.undoes)
            elif first.redoes:
                done += _take(undone, first.redoes)
            else:
                done.append(step)
                undone.clear()
        return done, undone

    def _steps(self, by: str) -> list[Step]:
        steps: dict[str, list[Decision]] = {}
        mine = (decision for decision in self._seen.values() if decision.by == by)
        for decision in sorted(mine, key=lambda decision: decision.order):
            steps.setdefault(decision.step, []).append(decision)
        return [Step(step, tuple(decisions)) for step, decisions in steps.items()]


def _take(steps: list[Step], wanted: str) -> list[Step]:
    """Remove the step of that id from a stack, and return it."""
    found = [step for step in steps if step.id == wanted]
    steps[:] = [step for step in steps if step.id != wanted]
    return found
