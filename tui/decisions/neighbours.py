"""What decisions say again that others have said is in memory once.

A reviewer goes from task to task, and from session to session: most of a decision, which carries
what it takes to find its task again, is what one of the last few said.
"""

from tui.decisions.decision import Decision

_SESSIONS = 64


class Neighbours:
    """The decisions that came last: one of each of some sessions."""

    def __init__(self) -> None:
        self._by_session: dict[str, Decision] = {}
        self._last: Decision | None = None

    def beside(self, decision: Decision, before: Decision | None) -> Decision:
        """Return a decision that comes in, with what it has in common with others.

        Args:
            decision: the decision.
            before: the last one on the same subject.
        """
        near = (before, self._by_session.pop(decision.session, None), self._last)
        for other in filter(None, near):
            decision = decision.beside(other)
        self._by_session[decision.session] = self._last = decision
        if len(self._by_session) > _SESSIONS:
            del self._by_session[next(iter(self._by_session))]
        return decision
