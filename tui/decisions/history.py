"""The history of what was decided, and undo and redo, read off the journal: nothing else is kept.

A decision that sets no field we know, as a newer program may write, is no step that could be taken
back here; and one that was to take back such a field, by a program that does not know it, has taken
nothing back.
"""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from tui.decisions.decision import Decision, Field
from tui.notes import OPEN

_DEEPEST = 1000  # decisions that take one another back; more than these are nobody's meaning


class Step(Struct, frozen=True):
    """The decisions of one key press, in order."""

    id: str
    decisions: tuple[Decision, ...]


class Past(Struct, frozen=True):
    """A decision that was made; `undone` if all that it set was taken back, and not taken up again.

    `subject` is the id that the task or session has now.
    """

    decision: Decision
    subject: str
    undone: bool


class History:
    """The steps of every reviewer: what each could undo next, and redo next.

    `all` may be asked in another thread.
    """

    def __init__(self) -> None:
        self._seen: dict[str, Decision] = {}
        self._about: dict[str, list[str]] = defaultdict(list)
        self._fresh: list[Decision] = []
        self._timeline = Timeline()
        self._guard = threading.Lock()

    def add(self, decisions: Iterable[Decision]) -> None:
        """Take in decisions, in any order, repeated or not."""
        with self._guard:
            for decision in decisions:
                if decision.id not in self._seen:
                    self._about[decision.subject].append(decision.id)
                    self._seen[decision.id] = decision
                    self._fresh.append(decision)

    def __len__(self) -> int:
        return len(self._seen)

    def all(self, stands_on: Callable[[str], str]) -> list[Past]:
        """Every decision, newest first.

        Args:
            stands_on: tells which id what was decided on has now.
        """
        with self._guard:
            timeline = self._in_timeline()
            return [
                Past(
                    decision,
                    stands_on(decision.subject),
                    timeline.is_undone(decision),
                )
                for decision in reversed(timeline)
            ]

    def find(self, decision_id: str) -> Decision | None:
        """Return the decision with an id."""
        return self._seen.get(decision_id)

    def in_force(
        self, decision: Decision, names: Iterable[str]
    ) -> tuple[tuple[Field, ...], Decision | None]:
        """Return what of a decision still holds, and the first that has come over the rest.

        A later decision that was taken back has come over nothing, nor has what took it back.

        Args:
            decision: anybody's.
            names: the ids under which its subject was decided on.
        """
        with self._guard:
            timeline = self._in_timeline()
            taken_back = timeline.taken_back(decision)
            others = [self._seen[id_] for name in names for id_ in self._about.get(name, ())]
            later = sorted((d for d in others if d.follows(decision)), key=lambda d: d.order)
            over: dict[Field, Decision] = {}
            for other in later:
                target = timeline.target(other)
                if target is not None and not decision.follows(target):
                    continue
                for field in other.set.fields:
                    if field not in timeline.taken_back(other):
                        over.setdefault(field, other)
        asked = [field for field in decision.set.fields if field not in taken_back]
        first = next((over[field] for field in asked if field in over), None)
        return tuple(field for field in asked if field not in over), first

    def _in_timeline(self) -> "Timeline":
        """All decisions in order; those that came since the last time, at its end if they can."""
        if self._fresh:
            fresh = sorted(_known(self._fresh), key=_order)
            if fresh and not self._timeline.takes(fresh[0]):
                fresh = sorted(_known(self._seen.values()), key=_order)
                self._timeline = Timeline()
            self._timeline.extend(fresh)
            self._fresh = []
        return self._timeline

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
        mine = (decision for decision in _known(self._seen.values()) if decision.by == by)
        for decision in sorted(mine, key=_order):
            steps.setdefault(decision.step, []).append(decision)
        return [Step(step, tuple(decisions)) for step, decisions in steps.items()]


class Timeline:
    """Decisions in order, and which fields of each were taken back by later ones."""

    def __init__(self) -> None:
        self._decisions: list[Decision] = []
        self._by_id: dict[str, Decision] = {}
        self._of_step: dict[tuple[str, str], Decision] = {}
        self._taken_back: dict[tuple[str, str], set[Field]] = {}

    def __len__(self) -> int:
        return len(self._decisions)

    def __reversed__(self) -> Iterator[Decision]:
        return reversed(self._decisions)

    def takes(self, decision: Decision) -> bool:
        """Whether a decision stands after all that are here."""
        return not self._decisions or decision.follows(self._decisions[-1])

    def extend(self, decisions: Iterable[Decision]) -> None:
        """Add decisions that stand after all that are here, in order."""
        for decision in decisions:
            self._decisions.append(decision)
            self._by_id[decision.id] = decision
            self._of_step.setdefault(_place(decision), decision)
            self._turn(decision)

    def taken_back(self, decision: Decision) -> set[Field]:
        """The fields of a decision that were taken back, and not taken up again."""
        return self._taken_back.get(_place(decision), set())

    def is_undone(self, decision: Decision) -> bool:
        """Whether all that a decision set was taken back."""
        taken = self._taken_back.get(_place(decision))
        return taken is not None and taken >= {*decision.set.fields}

    def target(self, decision: Decision) -> Decision | None:
        """The decision that one takes back, or takes up again; None if there is none before it."""
        if decision.reverses:
            found = self._by_id.get(decision.reverses)
        elif step := decision.undoes or decision.redoes:
            found = self._of_step.get((step, decision.subject))
        else:
            return None
        return found if found is not None and decision.follows(found) else None

    def _turn(self, decision: Decision) -> None:
        """Take down what a decision does to an earlier one, and so to what that one did."""
        fields, acts = decision.set.fields, True
        for _ in range(_DEEPEST):
            target = self.target(decision)
            if target is None:
                return
            taken = self._taken_back.setdefault(_place(target), set())
            if acts == bool(decision.redoes):
                taken.difference_update(fields)
                acts = True
            else:
                taken.update(fields)
                acts = False
            decision = target


def _place(decision: Decision) -> tuple[str, str]:
    return decision.step, decision.subject


def _order(decision: Decision) -> tuple[int, str, str]:
    return decision.seq, decision.at, decision.id


def _known(decisions: Iterable[Decision]) -> Iterator[Decision]:
    return (decision for decision in decisions if decision.set.fields)


def _take(steps: list[Step], wanted: str) -> list[Step]:
    """Remove the step of that id from a stack, and return it."""
    for place in range(len(steps) - 1, -1, -1):  # it is the uppermost, or near it
        if steps[place].id == wanted:
            return [steps.pop(place)]
    return []
