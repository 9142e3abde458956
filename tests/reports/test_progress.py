"""What a report counts, and in which order it lists."""

from __future__ import annotations

import pytest

from tests.reports.values import facts, session, task
from tui.notes import STATUSES
from tui.reports.progress import Share, report_of


def test_tasks_are_counted_by_status() -> None:
    found = report_of(facts(*(task(id=status, status=status) for status in STATUSES)), "2024-01-01")
    assert found.total == Share("all", 1, dict.fromkeys(STATUSES, 1))
    assert (found.total.tasks, found.total.closed, found.total.open) == (5, 2, 3)
    assert found.total.percent == 40
    assert [share.name for share in found.projects] == ["Business"]
    assert {share.name for share in found.labels} == {"Home", "Plans"}


def test_a_hundred_percent_is_nothing_less() -> None:
    counts = dict.fromkeys(STATUSES, 0)
    assert Share("", 1, counts).percent == 0
    assert Share("", 1, counts | {"done": 999, "pending": 1}).percent == 99
    assert Share("", 1, counts | {"done": 999, "dropped": 1}).percent == 100


def test_nothing_at_all_is_a_report_too() -> None:
    found = report_of(facts(), "2024-01-01")
    assert (found.total.sessions, found.total.tasks, found.total.percent) == (0, 0, 0)
    assert not any((found.open, found.closed, found.projects, found.labels, found.periods))


def test_what_differs_in_case_is_one_in_its_most_usual_spelling() -> None:
    one = session(path="1", labels=("it", "IT"), project="dev")
    two = session(path="2", labels=("IT",), project="Dev")
    three = session(path="3", labels=(), project="Dev")
    found = report_of(facts(*(task(id=s.path, session=s) for s in (one, two, three))), "2024-01-01")
    assert [(share.name, share.sessions) for share in found.labels] == [("IT", 2), ("", 1)]
    assert [(share.name, share.sessions) for share in found.projects] == [("Dev", 3)]


def test_most_open_comes_first() -> None:
    many = session(path="1", project="many", labels=())
    few = session(path="2", project="few", labels=())
    found = report_of(
        facts(
            task(id="1", session=few),
            task(id="2", session=few, status="done"),
            task(id="3", session=few, status="done"),
            task(id="4", session=many),
            task(id="5", session=many, status="blocked"),
        ),
        "2024-01-01",
    )
    assert [share.name for share in found.projects] == ["many", "few"]


def test_open_tasks_of_the_oldest_sessions_come_first_those_of_no_day_last() -> None:
    days = ("2024-02-13", "", "2023-12-15")
    tasks = [task(id=day, session=session(path=day or "none", date=day)) for day in days]
    found = report_of(facts(*tasks, task(id="done", status="done")), "2024-01-01")
    assert [one.id for one in found.open] == ["2023-12-15", "2024-02-13", ""]
    assert [(month, number) for month, number, _ in found.open_by_month] == [
        ("2023-12", 1), ("2024-02", 1), ("", 1),
    ]  # fmt: skip


def test_what_was_closed_since_a_day_counts_from_that_day_to_today() -> None:
    days = ("2024-01-31", "2024-02-01", "2024-03-01", "2024-03-02", "")
    tasks = [task(id=day, on=day, status="done") for day in days]
    reopened = task(id="reopened", on="2024-02-02")
    found = report_of(facts(*tasks, reopened), "2024-02-01")
    assert [one.id for one in found.closed] == ["2024-03-01", "2024-02-01"]


def test_what_is_overdue_is_open_and_was_due_before_today() -> None:
    found = report_of(
        facts(
            task(id="1", due="2024-02-29"),
            task(id="2", due="2024-03-01"),
            task(id="3", due="2024-02-29", status="done"),
        ),
        "2024-01-01",
    )
    assert found.overdue == 1


@pytest.mark.parametrize(
    ("days", "names"),
    [
        (["2024-02-13", "2023-12-15"], ["2023-12", "2024-02"]),
        ([f"{2020 + m // 12}-{m % 12 + 1:02}-01" for m in range(19)],
         [f"202{y} Q{q}" for y in range(2) for q in range(1, 5)][:7]),
        ([f"{2000 + q // 4}-{q % 4 * 3 + 1:02}-01" for q in range(19)],
         ["2000", "2001", "2002", "2003", "2004"]),
        ([""], []),
    ],
    ids=["months", "quarters", "years", "none"],
)  # fmt: skip
def test_time_is_divided_into_no_more_than_can_be_shown(days: list[str], names: list[str]) -> None:
    tasks = [task(id=day, session=session(path=day, date=day)) for day in days]
    found = report_of(facts(*tasks), "2024-01-01")
    assert [share.name for share in found.periods] == names
    assert sum(share.tasks for share in found.periods) == len([day for day in days if day])
