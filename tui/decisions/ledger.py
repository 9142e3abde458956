"""All that was decided on a folder: its journals, what holds after them, what can be undone.

A task or a session whose id is gone, and that was found again under another, goes by both.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.decisions.attaching import follow, lost_among
from tui.decisions.decision import FIELDS, OF_TASKS, UNDECIDED, Setting
from tui.decisions.fold import State
from tui.decisions.history import History
from tui.decisions.journal import Journal
from tui.decisions.neighbours import Neighbours

if TYPE_CHECKING:  # what only annotations name
    from tui.decisions.decision import Decision, Field
    from tui.decisions.early import Early, Find, Whole
    from tui.decisions.history import Past, Step
    from tui.decisions.journal import Kept, Point
    from tui.decisions.places import Places
    from tui.notes import Status, Task

_LONG = 250_000  # bytes of journals, which take some 40 ms
_FEW = 100  # decisions, as they come in one by one; of a whole journal, to compare them takes long


class Draft(Struct, frozen=True):
    """Decisions about to be saved as one step.

    `kept` counts those that an undo leaves alone, wholly or in part, because someone else decided
    since.
    """

    decisions: tuple[Decision, ...]
    kept: int = 0


class Orphan(Struct, frozen=True):
    """A task, or a session as a whole, that was decided on and is in no note any more.

    `last` is the newest decision on it, which knows its text and session; `holds` is what all of
    them come to.
    """

    subject: str
    last: Decision
    holds: Setting

    @property
    def is_archived(self) -> bool:
        """Whether nobody need look for it."""
        return bool(self.holds.archived)


class RefusedError(ValueError):
    """Something cannot be decided; says why, in a sentence."""


class Ledger:
    """What reviewers decided on one folder.

    Writing and looking may be done in another thread; everything else is quick and belongs to
    one thread.
    """

    def __init__(self, places: Places) -> None:
        """Nothing is read or written yet."""
        self.store = places.store
        self._is_fallback = places.is_fallback
        self._other = places.other
        self._journal = Journal(places.store)
        self._inherited = Journal(places.inherited) if places.inherited else None
        self._state = State()
        self._history = History()
        self._neighbours = Neighbours()
        self._before: dict[str, tuple[str, ...]] = {}
        self._now: dict[str, str] = {}
        self._orphans: set[str] = set()
        self._archived: set[str] = set()
        self._early: Early | None = None
        self._taken = 0
        self._version = 0
        self._past: tuple[int, list[Past]] = (0, [])

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
            if self._inherited:
                self._inherited.refuse_read_only(draft.decisions)
            first = max(seq, self._inherited.next_seq if self._inherited else 0)
            return [replace(d, seq=first + i, at=at) for i, d in enumerate(draft.decisions)]

        return self._journal.append(stamp)

    def move(self) -> Path:
        """Keep decisions in the user's data folder from now on, as the folder of notes takes none.

        Those so far go on counting, here and wherever the folder is opened on this machine. The
        journal was read whole.

        Returns:
            The journal that takes them now.

        Raises:
            RefusedError: they have no other place.
        """
        if self._other is None:
            raise RefusedError(f"decisions are kept in {self.store}, and have no other place")
        instead = self._inherited or Journal(self._other)
        self._journal, self._inherited = instead, self._journal
        self.store, self._other, self._is_fallback = self._other, None, True
        return self.store

    def look(self) -> list[Decision]:
        """Return the decisions that are new in the journals, for `add`.

        Raises:
            JournalError: a journal cannot be read.
        """
        if self._inherited is None and self._other and self._other.exists():
            self._inherited = Journal(self._other)  # another workbench had to move there
        inherited = self._inherited.read_new() if self._inherited else []
        return inherited + self._journal.read_new()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was ever decided."""
        return not self._size

    @property
    def is_long(self) -> bool:
        """Whether so much was decided that taking it in is noticed."""
        return self._size > _LONG

    @property
    def _size(self) -> int:
        """How many bytes the journals have."""
        return sum(journal.size for journal in filter(None, (self._journal, self._inherited)))

    # Before the journal was read ---------------------------------------------------------

    @property
    def point(self) -> Point | None:
        """How far the journal was taken in; None if that is not certain, or not all there is."""
        if self._early is not None or self._inherited:
            return None
        return self._journal.point_of(self._taken)

    @property
    def now(self) -> dict[str, str]:
        """The ids that things have now which were decided on under others."""
        return dict(self._now)

    @property
    def lost(self) -> dict[str, bool]:
        """The ids of what is in no note any more, and whether each is archived."""
        return {orphan: orphan in self._archived for orphan in self._orphans}

    def standing(self) -> list[Decision]:
        """The decisions that hold, for any field."""
        held = (self._state.holding(field) for field in FIELDS)
        return list({id(one): one for some in held for one in some}.values())

    def gained_since(self, point: Point) -> list[Decision] | None:
        """Return what was decided after a point of the journal (see `Journal.gained_since`)."""
        return None if self._inherited else self._journal.gained_since(point)

    def recall(
        self,
        point: Point,
        find: Find,
        gained: Iterable[Decision],
        now: Mapping[str, str],
        lost: Mapping[str, bool],
    ) -> None:
        """Answer what holds before the journal is read, from what was written down of it.

        Args:
            point: how far the journal was read then.
            find: returns the decisions that held for some ids then.
            gained: the decisions made since.
            now: the ids that things had then which were decided on under others.
            lost: the ids of what was in no note then, and whether each was archived.
        """
        from tui.decisions.early import Early

        self._early = Early(self._journal, point, find, gained)
        self._rename(dict(now))
        self._orphans = set(lost)
        self._archived = {orphan for orphan, is_archived in lost.items() if is_archived}

    def read_whole(self) -> Whole | None:
        """Read the journal after `recall`, in whatever thread; None if it is taken in.

        Raises:
            JournalError: it cannot be read.
        """
        early = self._early
        return early.read_whole() if early is not None else None

    def take_in(self, whole: Whole) -> None:
        """From now on, answer from the journal, and not from what was written down of it.

        What stands after the point is still to be added.
        """
        self._early = None
        self._taken, self._state, self._history = whole.before
        self._version += 1
        if not whole.is_same:
            self._rename({})
            self._orphans, self._archived = set(), set()

    def _state_of(self, names: Iterable[str]) -> State:
        return self._early.of(names) if self._early is not None else self._state

    # On disk, as it goes on --------------------------------------------------------------

    def add(self, decisions: list[Decision]) -> set[str]:
        """Take in decisions that are on disk; returns the subjects on which something changed."""
        if len(decisions) <= _FEW:
            decisions = [
                self._neighbours.beside(one, self._state.latest(one.subject)) for one in decisions
            ]
        self._history.add(decisions)
        self._taken += len(decisions)
        self._version += 1
        changed = self._state.add(decisions)
        self._archive(changed & self._orphans)
        return changed

    def notices(self) -> list[str]:
        """What a reviewer should know about the journals, a sentence each."""
        found = []
        if self._is_fallback:
            kept = f"they are kept in {self.store}"
            found.append(f"decisions cannot be saved beside the notes; {kept}")
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

    def kept(self) -> list[tuple[Path, Kept]]:
        """The lines that could not be read, each with the journal it stands in."""
        journals = filter(None, (self._journal, self._inherited))
        return [(journal.path, one) for journal in journals for one in journal.kept]

    # What holds --------------------------------------------------------------------------

    def status(self, subject: str, mark: Status) -> Status:
        """The status of a task; `mark` is what its note says, which holds until decided."""
        names = self.names(subject)
        return self._state_of(names).status(names, mark)

    def last(self, subject: str, field: Field) -> Decision | None:
        """The decision that holds for a field of a task or a session."""
        names = self.names(subject)
        return self._state_of(names).last(names, field)

    def holds(self, subject: str) -> Setting:
        """All that is set of a task or a session; None is a field on which nobody decided."""
        names = self.names(subject)
        return self._state_of(names).holds(names)

    def holds_for(self, task: Task) -> Setting:
        """What holds for a task: its status, the day it is due, who is to do it, what was noted."""
        mark = Setting(status=task.mark).over(UNDECIDED.only(OF_TASKS))
        return self.holds(task.id).only(OF_TASKS).over(mark)

    def assignees(self) -> list[str]:
        """Who is to do something; who is to do most comes first."""
        return [name for name in self._state.values("to") if name]

    def reviewers(self, subject: str) -> tuple[str, ...]:
        """Who made the decisions that hold."""
        names = self.names(subject)
        standing = self._state_of(names).standing(names)
        return tuple(standing[field].by for field in FIELDS if field in standing)

    def closed_on(self, subject: str) -> str:
        """The moment since which a task is closed by decisions (see `History.closed_on`)."""
        return self._history.closed_on(self.names(subject))

    def count(self) -> int:
        """How many decisions there are."""
        return len(self._history)

    def history(self) -> list[Past]:
        """Every decision of every reviewer, newest first; may be asked in another thread."""
        version = self._version
        known, past = self._past
        if known != version:
            past = self._history.all(self.stands_on)
            self._past = version, past
        return list(past)

    # Names -------------------------------------------------------------------------------

    def subjects(self) -> Iterable[str]:
        """The ids of everything that was ever decided on, or that a lost task was attached to."""
        return {*self._state.subjects(), *self._attached().values()}

    def latest(self, subjects: Iterable[str]) -> list[Decision]:
        """The newest decision on each of some ids; of one attached to only, as if it were on it."""
        found = {subject: self._state.latest(subject) for subject in subjects}
        bare = [subject for subject, decision in found.items() if decision is None]
        attached = lost_among(self._state.holding("stands_on"), bare) if bare else []
        return [*filter(None, found.values()), *attached]

    def _attached(self) -> dict[str, str]:
        """The tasks that were attached by hand, with those they were attached to."""
        held = self._state.holding("stands_on")
        return {one.subject: one.set.stands_on for one in held if one.task and one.set.stands_on}

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
        gone = set(lost)
        found = follow(self._attached(), gone.__contains__, found)
        touched = self._rename(found)
        self._orphans = {one for one in gone if one not in found and self._state.latest(one)}
        self._archived = set()
        self._archive(self._orphans)
        return touched

    def _rename(self, found: dict[str, str]) -> set[str]:
        before: dict[str, tuple[str, ...]] = {}
        for old, new in found.items():
            before[new] = (*before.get(new, ()), old)
        touched = {
            subject
            for subject in before.keys() | self._before.keys()
            if before.get(subject) != self._before.get(subject)
        }
        self._before, self._now = before, found
        self._version += 1
        return touched

    def _archive(self, orphans: Iterable[str]) -> None:
        for orphan in orphans:
            if self._state_of([orphan]).value([orphan], "archived", default=False):
                self._archived.add(orphan)
            else:
                self._archived.discard(orphan)

    def is_orphan(self, subject: str) -> bool:
        """Whether a task or a session, by its id, was decided on and is in no note any more."""
        return subject in self._orphans

    def count_orphans(self) -> int:
        """How many tasks and sessions that were decided on are in no note, and not archived."""
        return len(self._orphans) - len(self._archived)

    def orphans(self) -> list[Orphan]:
        """The tasks and sessions that were decided on and are in no note, newest decision first.

        Those that are archived are among them.
        """
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
                return replace(draft, kept=kept)
        return Draft((), kept) if kept else None

    def draft_redo(self, by: str) -> Draft | None:
        """Return what takes up again the step that was undone last; None if there is none."""
        step = self._history.next_redo(by)
        return self._draft_again(step, by, undo=False) if step else None

    def draft_reversal(self, decision_id: str, by: str) -> Draft:
        """Return what sets back what held before a decision, anybody's, as a step of its own.

        What someone has decided on since is left as it is.

        Raises:
            RefusedError: there is nothing left of it to set back.
        """
        decision = self._history.find(decision_id)
        if decision is None or not decision.set.fields:
            raise RefusedError("there is no such decision")
        names = self.names(self.stands_on(decision.subject))
        fields, since = self._history.in_force(decision, names)
        if not fields and since is None:
            raise RefusedError("this is reversed already")
        if since is not None and not fields:
            raise RefusedError(
                f"{since.by} has decided on this since ({since.at[:10]}); reverse that first"
            )
        new, old = decision.set.only(fields), decision.was.over(UNDECIDED).only(fields)
        back = replace(
            decision, id=new_id(), step=new_id(), by=by, set=old, was=new,
            undoes="", redoes="", reverses=decision.id,
        )  # fmt: skip
        return Draft((back,), int(fields != decision.set.fields))

    def _draft_again(self, step: Step, by: str, *, undo: bool) -> Draft:
        new_step = new_id()
        decisions, kept = [], 0
        for decision in step.decisions:
            fields = self._not_overruled(decision)
            kept += fields != decision.set.fields
            if not fields:
                continue
            new, old = decision.set.only(fields), decision.was.over(UNDECIDED).only(fields)
            again = replace(
                decision, id=new_id(), step=new_step, by=by, undoes="", redoes="", reverses=""
            )
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
    return os.urandom(8).hex()
