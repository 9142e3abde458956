"""Where decisions and notes meet: what was decided is laid over the notes that are there.

Decisions whose ids are gone are found again by what they say, or counted as lost; and of a long
journal, what came of it is there before it was read.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from tui.decisions.journal import JournalError
from tui.library.index.decided import Decided

if TYPE_CHECKING:  # what only some starts need is imported when it is asked for
    from tui.decisions import Decision, Ledger
    from tui.decisions.matching import Place
    from tui.library import Folder, Index
    from tui.recalling import Recalling


class Meeting:
    """The decisions on a folder, over its notes.

    `look` may be called in another thread; everything else is quick and belongs to one thread.

    Args:
        folder: the notes.
        ledger: what was decided on them.
    """

    def __init__(self, folder: Folder, ledger: Ledger) -> None:
        self.ledger = ledger
        self.is_recalled = False
        """Whether what holds is answered before the journal was read (see `recall`)."""
        self._folder = folder
        self._settled = False
        self._matched: int | None = None
        self._completing = threading.RLock()

    @property
    def _index(self) -> Index:
        return self._folder.index

    # Before the journal was read ---------------------------------------------------------

    @property
    def opens_at_once(self) -> bool:
        """Whether what is known of the folder, and was decided, is there before a first frame."""
        return self._folder.is_known and (not self.ledger.is_long or self.recall())

    def begin_recalling(self) -> None:
        """Begin, in a thread, what `recall` takes longest for."""
        if self._folder.is_known and self.ledger.is_long:
            self._recalling.begin()

    def recall(self) -> bool:
        """Answer what holds from what was written down of a long journal at the last start.

        To be called before the journal is read, which `look` does, and `accept` takes in. What
        needs all of the journal, as deciding does, waits for it.

        Returns:
            Whether that could be done: the journal begins with what it was, the index is the same.
        """
        if not self.is_recalled:
            recalled = self._recalling.recall()
            if recalled is None:
                return False
            self.is_recalled = self._settled = True
            self._matched = recalled.state
            self._lay(decision.subject for decision in recalled.gained)
        return True

    def to_write_down(self) -> Callable[[], None] | None:
        """Return what writes down for the next start what holds; to be run in any thread."""
        is_settled = self._settled and self._matched == self._index.state
        return self._recalling.to_write_down() if is_settled else None

    @cached_property
    def _recalling(self) -> Recalling:
        from tui.recalling import Recalling

        known = weakref.ref(self)  # the index, which is told to ask, must not keep all this alive
        return Recalling(self.ledger, self._index, lambda: _all_decided(known()))

    def read_whole(self) -> set[str]:
        """Take in the whole journal, where what holds was only recalled.

        Returns:
            The paths of sessions of which something else may hold than was recalled.

        Raises:
            JournalError: it cannot be read.
        """
        with self._completing:
            whole = self.ledger.read_whole() if self.is_recalled else None
            if whole is None:
                return set()
            self.ledger.take_in(whole)
            self.is_recalled = False
        touched: set[str] = set()
        if not whole.is_same:
            self._index.lay_nothing()
            touched.update(self.ledger.subjects())
            self._lay(touched)
        if not whole.is_same or self._matched != self._index.state:
            touched |= self._match_lost()
        return self._index.cards.where(touched) | self._add(whole.after)

    @property
    def whole_ledger(self) -> Ledger:
        """All that was decided; if it cannot be read now, what was taken in so far."""
        with suppress(JournalError):  # told by whoever looks at the journal, each second
            self.read_whole()
        return self.ledger

    # What is new -------------------------------------------------------------------------

    def look(self) -> list[Decision]:
        """Return the decisions that are new in the journal, for `accept`.

        Raises:
            JournalError: the journal cannot be read.
        """
        if self.is_recalled:
            self.ledger.read_whole()
            self._index.own()
            return []
        return self.ledger.look()

    def accept(self, decisions: list[Decision]) -> set[str]:
        """Take in decisions that are on disk; returns the paths of the sessions they touch.

        Raises:
            JournalError: the journal cannot be read (see `recall`).
        """
        return self.read_whole() | self._add(decisions)

    def _add(self, decisions: list[Decision]) -> set[str]:
        changed = self.ledger.add(decisions)
        self._lay(changed)
        touched = {self.ledger.stands_on(subject) for subject in changed}
        if self._settled and self._index.cards.missing(changed):
            touched |= self._match_lost() | {self.ledger.stands_on(subject) for subject in changed}
        return self._index.cards.where(touched)

    def settle(self) -> None:
        """Once everything is read: find the tasks of decisions whose ids are gone."""
        if not self._settled or self._matched != self._index.state:
            self._settled = True
            self._match_lost()

    @property
    def is_behind(self) -> bool:
        """Whether notes were read anew, perhaps by another workbench, since tasks were found."""
        return self._settled and self._matched != self._index.state

    def refresh(self) -> None:
        """After notes were read anew: find the tasks of decisions whose ids are gone now."""
        if self._settled:
            self._match_lost()

    # What holds, for the index -----------------------------------------------------------

    def signed(self, session: str) -> str:
        """What a session said when it was signed off, as `changed_since` takes it."""
        last = self.ledger.last(session, "reviewed")
        if last is None:
            return ""
        return (last.signed.said or last.signed.content) if last.signed else last.content

    def all_decided(self) -> list[Decided]:
        """All that holds by decision."""
        ledger = self.whole_ledger
        return [self._decided_on(one) for one in set(map(ledger.stands_on, ledger.subjects()))]

    def _lay(self, subjects: Iterable[str]) -> None:
        """Let the index know what holds for tasks and sessions, under the ids they have now."""
        now = {self.ledger.stands_on(subject) for subject in subjects}
        self._index.decide(map(self._decided_on, now))

    def _decided_on(self, subject: str) -> Decided:
        holds = self.ledger.holds(subject)
        return Decided(
            subject,
            holds.status,
            holds.reviewed,
            self.ledger.reviewers(subject),
            holds.due or "",
            holds.to or "",
            holds.note or "",
            self.signed(subject) if holds.reviewed else "",
        )

    # What is lost ------------------------------------------------------------------------

    def _match_lost(self) -> set[str]:
        """Returns the ids, as they are now, of which what holds may have changed.

        Nothing is matched as long as notes cannot be recognised by what they say.
        """
        if self._index.cards.lacks_prints():
            self._matched = None
            return set()
        self._matched = self._index.state
        lost = self._index.cards.missing(self.whole_ledger.subjects())
        latest = self.ledger.latest(lost)
        found = self._found_again(latest) if latest else {}
        touched = self.ledger.rename(lost, found)
        self._lay(touched)
        return touched

    def _found_again(self, latest: list[Decision]) -> dict[str, str]:
        from tui.decisions.matching import Matcher

        return Matcher(self._places_of(latest)).match(latest)

    def _places_of(self, decisions: Iterable[Decision]) -> Iterator[Place]:
        """The notes that may be those decided on: all that share a clue with one of them."""
        cards = self._index.cards
        paths = {
            path
            for one in decisions
            for path in cards.alike(
                session=one.session,
                content=one.content,
                date=one.date,
                path=one.note,
                traces=one.traces,
            )
        }
        from tui.decisions.matching import Place

        for row in filter(None, map(cards.row, sorted(paths))):
            yield Place(row.id, row.path, row.date, row.title, row.content, row.tasks, row.traces)


def _all_decided(meeting: Meeting | None) -> list[Decided]:
    return meeting.all_decided() if meeting is not None else []
