"""All that was decided on a folder: its journals, what holds after them, what can be undone.

A task or a session whose id is gone, and that was found again under another, goes by both.
"""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from msgspec.structs import replace

from tui.decisions.decision import FIELDS, UNDECIDED, Decision, Field, Setting
from tui.decisions.fold import State
from tui.decisions.history import History, Past, Step
from tui.decisions.journal import Journal
from tui.decisions.places import Places
from tui.notes import Status


class Draft(NamedTuple):
    """Decisions about to be saved as one step.

    `kept` counts those that an undo leaves alone, wholly or in part, because someone else decided
    since.
    """

    decisions: tuple[Decision, ...]
    kept: int = 0


class Orphan(NamedTuple):
    """A task, or a session as a whole, that was decided on and is in no note any more.

    `last` is the newest decision on it, which knows its text and session; `holds` is what all of
    them come to.
    """

    subject: str
    last: Decision
    holds: Setting


class Ledger:
    """What reviewers decided on one folder.

    Writing and looking may be done in another thread; everything else is quick and belongs to
    one thread.
    """

    def __init__(self, places: Places) -> None:
        """Nothing is read or written yet."""
        self.store = places.store
        self._is_fallback = places.is_fallback
        self._journal = Journal(places.store)
        self._inherited = Journal(places.inherited) if places.inherited else None
        self._state = State()
        self._history = History()
        self._before: dict[str, tuple[str, ...]] = {}
        self._now: dict[str, str] = {}
        self._orphans: set[str] = set()

    # On disk -----------------------------------------------------------------------------

    def save(self, draft: Draft) -> list[Decision]:
        """Write a draft to the journal; it is on disk when this returns.

        Returns:
            All decisions that are new since the journal was last looked at, for `add`.

        Raises:
            JournalError: it could not be saved.
        """

        def stamp(seq: int) -> list[Decision]:
            at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
            first = max(seq, self._inherited.next_seq if self._inherited else 0)
            return [replace(d, seq=first + i, at=at) for i, d in enumerate(draft.decisions)]

        return self._journal.append(stamp)

    def look(self) -> list[Decision]:
        """Return the decisions that are new in the journals, for `add`.

        Raises:
            JournalError: a journal cannot be read.
        """
        inherited = self._inherited.read_new() if self._inherited else []
        return inherited + self._journal.read_new()

    def add(self, decisions: list[Decision]) -> set[str]:
        """Take in decisions that are on disk; returns the subjects on which something changed."""
        self._history.add(decisions)
        return self._state.add(decisions)

    def notices(self) -> list[str]:
        """What a reviewer should know about the journals, a sentence each."""
        found = []
        if self._is_fallback:
            found.append(f"this folder cannot be written; decisions are kept in {self.store}")
        if self._journal.warning:
            found.append(self._journal.warning)
        for journal in filter(None, (self._journal, self._inherited)):
            if journal.kept:
                first = journal.kept[0]
                found.append(
                    f"{len(journal.kept)} line(s) of {journal.path} cannot be read and are kept "
                    f"as they are (line {first.line}: {first.reason})"
                )
            if journal.torn:
                found.append(f"{journal.path} ends in an unfinished line, set aside")
        return found

    # What holds --------------------------------------------------------------------------

    def status(self, subject: str, mark: Status) -> Status:
        """The status of a task; `mark` is what its note says, which holds until decided."""
        return self._state.status(self.names(subject), mark)

    def last(self, subject: str, field: Field) -> Decision | None:
        """The decision that holds for a field of a task or a session."""
        return self._state.last(self.names(subject), field)

    def holds(self, subject: str) -> Setting:
        """All that is set of a task or a session; None is a field on which nobody decided."""
        return self._state.holds(self.names(subject))

    def assignees(self) -> list[str]:
        """Who is to do something; who is to do most comes first."""
        return [name for name in self._state.values("to") if name]

    def reviewers(self, subject: str) -> tuple[str, ...]:
        """Who made the decisions that hold."""
        decisions = (self.last(subject, field) for field in FIELDS)
        return tuple(decision.by for decision in decisions if decision)

    def closed_on(self, subject: str) -> str:
        """The moment since which a task is closed by decisions (see `History.closed_on`)."""
        return self._history.closed_on(self.names(subject))

    def history(self) -> list[Past]:
        """Every decision of every reviewer, newest first."""
        return self._history.all(self.stands_on)

    # Names -------------------------------------------------------------------------------

    def subjects(self) -> Iterable[str]:
        """The ids of everything that was ever decided on."""
        return self._state.subjects()

    def latest(self, subjects: Iterable[str]) -> list[Decision]:
        """The newest decision on each of some ids."""
        return list(filter(None, map(self._state.latest, subjects)))

    def names(self, subject: str) -> tuple[str, ...]:
        """The id of a task or session, and those under which it was decided on before."""
        return (subject, *self._before.get(subject, ()))

    def stands_on(self, subject: str) -> str:
        """The id that a task or session has now which was decided on under another."""
        return self._now.get(subject, subject)

    def rename(self, lost: Iterable[str], found: dict[str, str]) -> set[str]:
        """Take in under which ids things stand now.

        Args:
            lost: ids that were decided on and are in no note.
            found: those of them that were found again, with the ids they have now.

        Returns:
            The ids, as they are now, of which what holds may have changed.
        """
        before: dict[str, tuple[str, ...]] = {}
        for old, new in found.items():
            before[new] = (*before.get(new, ()), old)
        touched = {
            subject
            for subject in before.keys() | self._before.keys()
            if before.get(subject) != self._before.get(subject)
        }
        self._before, self._now = before, found
        self._orphans = set(lost) - found.keys()
        return touched

    def is_orphan(self, subject: str) -> bool:
        """Whether a task or a session, by its id, was decided on and is in no note any more."""
        return subject in self._orphans

    def count_orphans(self) -> int:
        """How many tasks and sessions that were decided on are in no note any more."""
        return len(self._orphans)

    def orphans(self) -> list[Orphan]:
        """The tasks and sessions that were decided on and are in no note, newest decision first."""
        found = [
            Orphan(subject, last, self._state.holds([subject]))
            for subject in self._orphans
            if (last := self._state.latest(subject))
        ]
        return sorted(found, key=lambda orphan: orphan.last.order, reverse=True)

    # Undo and redo -----------------------------------------------------------------------

    def draft_undo(self, by: str) -> Draft | None:
        """Return what takes back a reviewer's last step; None if there is none.

        What someone else decided since is left as it is; a step of which nothing else is left
        is passed over.
        """
        kept = 0
        for step in self._history.undoable(by):
            draft = self._draft_again(step, by, undo=True)
            kept += draft.kept
            if draft.decisions:
                return draft._replace(kept=kept)
        return Draft((), kept) if kept else None

    def draft_redo(self, by: str) -> Draft | None:
        """Return what takes up again the step that was undone last; None if there is none."""
        step = self._history.next_redo(by)
        return self._draft_again(step, by, undo=False) if step else None

    def _draft_again(self, step: Step, by: str, *, undo: bool) -> Draft:
        new_step = new_id()
        decisions, kept = [], 0
        for decision in step.decisions:
            fields = self._not_overruled(decision)
            kept += fields != decision.set.fields
            if not fields:
                continue
            new, old = decision.set.only(fields), decision.was.over(UNDECIDED).only(fields)
            again = replace(decision, id=new_id(), step=new_step, by=by, undoes="", redoes="")
            if undo:
                again = replace(again, set=old, was=new, undoes=step.id)
            else:
                again = replace(again, set=new, was=old, redoes=step.id)
            decisions.append(again)
        return Draft(tuple(decisions), kept)

    def _not_overruled(self, decision: Decision) -> tuple[Field, ...]:
        """The fields that a decision set and on which nobody else decided since."""
        names = self.names(self.stands_on(decision.subject))
        return tuple(
            field
            for field in decision.set.fields
            if not self._history.overruled(decision, field, names)
        )


def new_id() -> str:
    """Return an id for a decision or a step, which nobody else will ever give."""
    return uuid.uuid4().hex[:16]
