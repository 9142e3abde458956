"""Decisions whose tasks were given their ids by the rules of an earlier version.

What was one task by those may be two by the rules of today: the text that was decided on tells
which of them was meant. The line in the journal stays as it is.
"""

from msgspec.structs import replace

from tui.decisions.decision import Decision, Onto
from tui.notes.identity import renewed_id


def renewed(decision: Decision) -> Decision:
    """Return a decision with the ids that its tasks have by the rules of today."""
    task, onto = _task_of(decision), decision.onto
    if task != decision.task:
        decision = replace(decision, task=task)
    if onto is not None and (now := _task_of(onto)) != onto.task:
        stands_on = decision.set.stands_on
        if stands_on == onto.task:
            decision = replace(decision, set=replace(decision.set, stands_on=now))
        decision = replace(decision, onto=replace(onto, task=now))
    return decision


def _task_of(of: Decision | Onto) -> str:
    return renewed_id(of.task, of.session, of.text, of.n) if of.task else ""
