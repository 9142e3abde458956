"""The history of what was decided, and undo and redo, read off the journal: nothing else is kept.

A decision that sets no field we know, as a newer program may write, is no step that could be taken
back here; and one that was to take back such a field, by a program that does not know it, has taken
nothing back.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tui.decisions.decision import Decision, Field
from tui.notes import OPEN


class Step(NamedTuple):
    """The decisions of one key press, in order."""

    id: str
    decisions: tuple[Decision, ...]


class Past(NamedTuple):
    """A decision that was made; `undone` if all that it set was taken back, and not redone.

    `subject` is the id that the task or session has now.
    """

    decision: Decision
    subject: str
    undone: bool


class History:
    """The steps of every reviewer: what each could undo next, and redo next."""

    def __init__(self) -> None:
        self._seen: dict[str, Decision] = {}
        self._about: dict[str, list[str]] = defaultdict(list)

    def add(self, decisions: Iterable[Decision]) -> None:
        """Take in decisions, in any order, repeated or not."""
        for decision in decisions:
            if decision.id not in self._seen:
                self._about[decision.subject].append(decision.id)
            self._seen[decision.id] = decision

    def __len__(self) -> int:
        return len(self._seen)

    def all(self, stands_on: Callable[[str], str]) -> list[Past]:
        """Every decision, newest first.

        Args:
            stands_on: tells which id what was decided on has now.
        """
        in_order = sorted(self._known(), key=lambda decision: decision.order)
        taken_back: dict[tuple[str, str], set[Field]] = defaultdict(set)
        for decision in in_order:
            fields = decision.set.fields
            if decision.undoes:
                taken_back[decision.undoes, decision.subject].update(fields)
            elif decision.redoes:
                taken_back[decision.redoes, decision.subject].difference_update(fields)
        return [
            Past(
                decision,
                stands_on(decision.subject),
                taken_back.get((decision.step, decision.subject), set()) >= {*decision.set.fields},
            )
            for decision in reversed(in_order)
        ]

    def overruled(self, decision: Decision, field: Field, names: Iterable[str]) -> bool:
        """Whether someone else decided on the same field later.

        Also if the reviewer has decided on it since: what was below that is not theirs to undo.

        Args:
            decision: a reviewer's.
            field: one that it set.
            names: the ids under which its subject was decided on.
        """
        return any(
            other.by != decision.by
            and getattr(other.set, field) is not None
            and other.follows(decision)
            for name in names
            for other in map(self._seen.__getitem__, self._about.get(name, ()))
        )

    def closed_on(self, names: Iterable[str]) -> str:
        """The moment since which a task is closed by decisions, as its decision has it (UTC).

        "" if it is not. May be asked in another thread than the rest.

        Args:
            names: the ids under which the task was decided on.
        """
        ids = [id_ for name in names for id_ in tuple(self._about.get(name, ()))]
        known = [
            decision for id_ in ids if (decision := self._seen.get(id_)) and decision.set.status
        ]
        since = ""
        for decision in sorted(known, key=lambda decision: decision.order):
            since = "" if decision.set.status in OPEN else since or decision.at
        return since

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
        mine = (decision for decision in self._known() if decision.by == by)
        for decision in sorted(mine, key=lambda decision: decision.order):
            steps.setdefault(decision.step, []).append(decision)
        return [Step(step, tuple(decisions)) for step, decisions in steps.items()]

    def _known(self) -> Iterator[Decision]:
        return (decision for decision in self._seen.values() if decision.set.fields)


def _take(steps: list[Step], wanted: str) -> list[Step]:
    """Remove the step of that id from a stack, and return it."""
    for place in range(len(steps) - 1, -1, -1):  # it is the uppermost, or near it
        if steps[place].id == wanted:
            return [steps.pop(place)]
    return []
