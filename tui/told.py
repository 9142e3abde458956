"""What a filter asks of a decision: where the language and the journal meet."""

from collections.abc import Callable
from functools import lru_cache

from tui.decisions import Past, local
from tui.library import DECISION_FIELDS, Query, parse_filter, picks
from tui.library.filter.tree import FlagName
from tui.notes import Status

__all__ = ["DECISION_FIELDS", "Told", "local", "parse_decision_filter", "picks"]


def parse_decision_filter(text: str) -> Query:
    """Read a filter of decisions: the same language, with fields of its own.

    Raises:
        FilterError: it cannot be understood.
    """
    return parse_filter(text, fields=DECISION_FIELDS)


class Told:
    """A decision, as a filter asks for it (see `tui.library.filter.telling.Told`).

    Args:
        past: the decision.
        is_lost: whether an id stands in no note.
    """

    __slots__ = ("_is_lost", "_past")

    def __init__(self, past: Past, is_lost: Callable[[str], bool]) -> None:
        self._past = past
        self._is_lost = is_lost

    @property
    def text(self) -> tuple[str, ...]:
        """What its task says, and what was noted."""
        decision = self._past.decision
        return decision.text, decision.set.note or ""

    @property
    def title(self) -> str:
        """The title of the session."""
        return self._past.decision.title

    @property
    def by(self) -> str:
        """Who decided."""
        return self._past.decision.by

    @property
    def day(self) -> str:
        """When it was decided, in local time; "" if that cannot be told."""
        return _day(self._past.decision.at[:16])  # the minute tells the day

    @property
    def to(self) -> str | None:
        """To whom it assigned."""
        return self._past.decision.set.to

    @property
    def due(self) -> str | None:
        """The day it set as due."""
        return self._past.decision.set.due

    @property
    def noted(self) -> bool:
        """Whether it set a note."""
        return bool(self._past.decision.set.note)

    @property
    def status(self) -> Status | None:
        """The status it set."""
        return self._past.decision.set.status

    def is_so(self, flag: FlagName) -> bool:
        """Whether it is undone, of something lost, or signs a session off."""
        match flag:
            case "undone":
                return self._past.undone
            case "lost":
                return self._is_lost(self._past.subject)
            case "reviewed":
                return bool(self._past.decision.set.reviewed)
        return False


@lru_cache(maxsize=1 << 16)
def _day(minute: str) -> str:
    at = local(f"{minute}Z")
    return f"{at:%Y-%m-%d}" if at else ""
