"""What holds, as far as it is asked for, before a long journal was read.

It was written down when the journal had been read up to a point, and holds as long as nothing else
stands before that point.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tui.decisions.decision import Decision
from tui.decisions.fold import State
from tui.decisions.history import History
from tui.decisions.journal import Journal, Point

Find = Callable[[Sequence[str]], Iterable[Decision]]


class Folded(NamedTuple):
    """Decisions of a journal: how many they are, and what they come to."""

    many: int
    state: State
    history: History

    @classmethod
    def of(cls, decisions: list[Decision]) -> "Folded":
        """Fold decisions, which of very many takes a while."""
        state, history = State(), History()
        state.add(decisions)
        history.add(decisions)
        return cls(len(decisions), state, history)


class Whole(NamedTuple):
    """All decisions of a journal, in two parts: up to a point, and after it.

    `is_same` tells whether what stands before the point is what stood there.
    """

    before: Folded
    after: list[Decision]
    is_same: bool


class Early:
    """Decisions that are looked up by what they are on, and folded as all are.

    Args:
        journal: the journal; nothing was read of it yet.
        point: how far it was read when the decisions were written down.
        find: returns the decisions that held for some ids then.
        gained: those that were made since.
    """

    def __init__(
        self, journal: Journal, point: Point, find: Find, gained: Iterable[Decision]
    ) -> None:
        self._journal = journal
        self._point = point
        self._find = find
        self._state = State()
        self._state.add(gained)
        self._known: set[str] = set()
        self._whole: Whole | None = None
        self._reading = threading.Lock()

    def of(self, names: Iterable[str]) -> State:
        """Return what holds, with all that was ever decided on some ids in it."""
        missing = [name for name in names if name not in self._known]
        if missing:
            self._known.update(missing)
            self._state.add(self._find(missing))
        return self._state

    def read_whole(self) -> Whole:
        """Read the journal, and fold it; once, whoever asks, in whatever thread.

        Raises:
            JournalError: it cannot be read.
        """
        with self._reading:
            if self._whole is None:
                before = self._journal.read_new(until=self._point.length)
                is_same = self._journal.point == self._point
                after = self._journal.read_new()
                self._whole = Whole(Folded.of(before), after, is_same)
            return self._whole
