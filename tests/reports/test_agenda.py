"""What stands on an agenda, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from tests.reports.values import change, facts, session, task
from tui.reports.agenda import Agenda, Party, agenda_of
from tui.reports.facts import Change, TaskFact

BOTH = session(id="both", path="both.md", date="2024-02-04")
OLDER = session(id="older", path="older.md", date="2023-12-15")
OURS = session(id="ours", path="ours.md", date="2024-02-13")
THEIRS = session(id="theirs", path="theirs.md", unpublished=True)


def agenda(
    *parties: tuple[TaskFact, ...], since: str = "", most: int = 20, **values: frozenset[str]
) -> Agenda:
    def changes(tasks: Sequence[TaskFact], day: str) -> list[Change]:
        return [change(one, day=day) for one in tasks if one.status == "done"]

    found = [Party(f"P{at}", f"p{at}", facts(*tasks, **values)) for at, tasks in enumerate(parties)]
    return agenda_of(found, since=since, most=most, changes_since=changes)


def parts(found: Agenda) -> dict[str, list[str]]:
    return {part.heading: [one.id for one in part.tasks] for part in found.parts}


def test_what_both_have_is_theirs_together() -> None:
    shared = task(id="shared", session=BOTH)
    found = agenda(
        (shared, task(id="ours", session=OURS)), (shared, task(id="theirs", session=THEIRS))
    )
    assert parts(found) == {
        "Open for both": ["shared"],
        "Open for P0 only": ["ours"],
        "Open for P1 only": ["theirs"],
    }
    assert found.unpublished == 1


def test_one_party_has_one_list() -> None:
    assert parts(agenda((task(id="a"), task(id="b", status="dropped")))) == {"Open": ["a"]}


def test_blocked_then_overdue_then_doing_then_the_oldest() -> None:
    found = agenda(
        (
            task(id="new", session=BOTH),
            task(id="old", session=OLDER),
            task(id="doing", status="doing", session=BOTH),
            task(id="overdue", due="2024-02-29", session=BOTH),
            task(id="due", due="2024-03-01", session=BOTH),
            task(id="blocked", status="blocked", session=BOTH),
            task(id="stuck", status="blocked", session=OLDER),
        )
    )
    order = ["stuck", "blocked", "overdue", "doing", "old", "new", "due"]
    assert parts(found) == {"Open": order}


def test_no_more_than_asked_for_and_the_rest_is_counted() -> None:
    found = agenda(tuple(task(id=str(n)) for n in range(5)), most=2)
    assert [(len(part.tasks), part.more) for part in found.parts] == [(2, 3)]


def test_the_last_meeting_is_the_last_session_of_both_before_today() -> None:
    today = session(path="today.md", date="2024-03-01")
    ours = (task(id="a", session=BOTH), task(id="b", session=OURS), task(id="c", session=today))
    theirs = (task(id="a", session=BOTH), task(id="c", session=today))
    found = agenda(ours, theirs)
    assert (found.since, found.why_since) == ("2024-02-04", "the last session of both")
    found = agenda(ours)
    assert (found.since, found.why_since) == ("2024-02-13", "the last session")
    found = agenda(ours, theirs, since="2024-01-01")
    assert (found.since, found.why_since) == ("2024-01-01", "")
    assert agenda((task(session=OURS),), (task(session=THEIRS),)).since == ""


def test_decisions_are_those_on_the_tasks_of_all() -> None:
    found = agenda((task(id="a", status="done", session=OURS),), (task(id="b", session=THEIRS),))
    assert [one.task.id for one in found.changes] == ["a"]


def test_what_is_left_out_of_both_is_counted_once() -> None:
    found = agenda((task(),), (task(),), left_out=frozenset({"x", "y"}))
    assert found.left_out == 2
