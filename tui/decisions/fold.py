"""The journal folded into what holds now.

The last writer wins, for each subject and field by itself. Decisions may come in any order and
more than once: the result is the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tui.decisions.decision import FIELDS, Decision, Field, Setting, setting_of
from tui.notes import Status


class State:
    """What was decided, by the id of a task or of a session."""

    def __init__(self) -> None:
        self._last: dict[str, dict[Field, Decision]] = {}

    def add(self, decisions: Iterable[Decision]) -> set[str]:
        """Fold decisions in; returns the subjects on which something changed."""
        changed = set()
        for decision in decisions:
            subject = decision.subject
            for field in decision.set.fields:
                fields = self._last.setdefault(subject, {})
                last = fields.get(field)
                if last is None or decision.follows(last):
                    fields[field] = decision
                    changed.add(subject)
        return changed

    def __len__(self) -> int:
        return len(self._last)

    def subjects(self) -> Iterable[str]:
        """The ids of everything that was ever decided on."""
        return self._last.keys()

    def last(self, subjects: Iterable[str], field: Field) -> Decision | None:
        """The decision that holds for a field, among subjects known to be one and the same."""
        found: Decision | None = None
        for subject in subjects:
            decision = self._last.get(subject, {}).get(field)
            if decision and (found is None or decision.follows(found)):
                found = decision
        return found

    def latest(self, subject: str) -> Decision | None:
        """The newest decision on a subject, whatever it set."""
        decisions = self._last.get(subject, {}).values()
        return max(decisions, key=lambda decision: decision.order, default=None)

    def holding(self, field: Field) -> Iterator[Decision]:
        """Yield the decisions that hold for a field, whatever they are on."""
        for fields in self._last.values():
            if field in fields:
                yield fields[field]

    def value(self, subjects: Iterable[str], field: Field, default: Any) -> Any:
        """What a field is set to."""
        decision = self.last(subjects, field)
        return default if decision is None else getattr(decision.set, field)

    def values(self, field: Field) -> list[Any]:
        """What a field is set to, anywhere; what it is set to most often comes first."""
        counts = Counter(getattr(decision.set, field) for decision in self.holding(field))
        return [value for value, _ in counts.most_common()]

    def holds(self, subjects: Iterable[str]) -> Setting:
        """All that is set; None is a field on which nobody decided."""
        standing = self.standing(subjects)
        return setting_of({field: getattr(one.set, field) for field, one in standing.items()})

    def standing(self, subjects: Iterable[str]) -> Mapping[Field, Decision]:
        """Return the decision that holds for each field on which anybody decided."""
        names = tuple(subjects)
        if len(names) == 1:  # nearly always
            return self._last.get(names[0], {})
        found = {field: self.last(names, field) for field in FIELDS}
        return {field: decision for field, decision in found.items() if decision}

    def status(self, subjects: Iterable[str], mark: Status) -> Status:
        """The status of a task; `mark` is what its note says, which holds until decided."""
        status: Status = self.value(subjects, "status", mark)
        return status
