"""The decisions that are listed, and what is shown of each."""

from collections.abc import Sequence

from tui.ui.desk import Desk
from tui.ui.desk.filtering import Filtering
from tui.ui.desk.saying import did_said
from tui.ui.widgets.decision_list import DecisionLine
from tui.workbench import Past, local


class Decisions:
    """The decisions that the filter leaves, newest first.

    Args:
        desk: what knows of decisions.
        filtering: the filter.
    """

    def __init__(self, desk: Desk, filtering: Filtering) -> None:
        self._bench = desk.bench
        self._filtering = filtering
        self._past: dict[str, Past] = {}

    def select(self) -> dict[str, Past]:
        """Return the decisions to list, by id; may be run in a thread."""
        past = self._bench.history(self._filtering.query)
        return {one.decision.id: one for one in past}

    def take(self, past: dict[str, Past]) -> list[str]:
        """List others; returns their ids, in order."""
        self._past = past
        return list(past)

    def past(self, decision_id: str | None) -> Past | None:
        """A decision that is listed."""
        return self._past.get(decision_id) if decision_id is not None else None

    def line_of(self, decision_id: str) -> DecisionLine:
        """What the list shows of a decision."""
        past = self._past[decision_id]
        decision, setting = past.decision, past.decision.set
        return DecisionLine(
            when_said(decision.at),
            decision.by,
            did_said(decision),
            setting.status,
            bool(setting.reviewed),
            bool(setting.note),
            decision.text or decision.title,
            decision.title if decision.text else "",
            past.undone,
            self._bench.is_orphan(past.subject),
        )

    def why_empty(self) -> Sequence[str]:
        """Say, in lines, why nothing is listed, and what to do."""
        if self._filtering.filter:
            return "No decision matches.", "", "esc clears the filter."
        return "Nothing was decided yet.", "", "Tick a task off, and it stands here."


def when_said(at: str) -> str:
    """Say when something was decided, in local time; "?" where the journal does not say."""
    moment = local(at)
    return f"{moment:%Y-%m-%d %H:%M}" if moment else "?"
