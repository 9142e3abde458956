"""Tasks counted by project, label, day, month and age, against a plain model."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, strategies as st

from tests.library.shelf import decide
from tui.library import Found, Index, Row, parse_filter
from tui.library.files import Stamp
from tui.library.found import Texts
from tui.library.index import progress as counting
from tui.library.progress import (
    UNITS,
    Counted,
    Counts,
    Day,
    Month,
    Progress,
    Share,
    Tally,
    ages,
    day_of,
    progress_of,
)
from tui.notes import OPEN, STATUSES, Status, Task

TODAY = date(2025, 6, 15)
PROJECTS = ("Dev", "dev", "DEV", "Business", "", "Straße")
LABELS = ("Data", "data", "Linux", "LINUX", "AI", "Policía", "")
MARKS: tuple[Status, ...] = ("pending", "pending", "pending", "done", "dropped")


def dice(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a folder needs no secrets


def row(rng: Random, number: int) -> Row:
    """A session of the kind that folders are full of, or a strange one."""
    day = rng.choice(["", "2024-02-29", "0001-01-01", "9999-12-31"])
    if rng.random() < 0.8:
        day = (TODAY - timedelta(days=rng.randrange(400))).isoformat()
    labels = {text.casefold(): text for text in rng.sample(LABELS, rng.randrange(4))}
    return Row(
        id=f"s{number}",
        path=f"{number}.md",
        title="",
        date=day,
        start="",
        project=rng.choice(PROJECTS),
        priority="",
        labels=tuple(labels.values()),
        publish=None,
        tasks=tuple(
            Task(f"t{rng.randrange(99)}.{number}", "", 1, mark=rng.choice(MARKS))
            for _ in range(rng.randrange(4))
        ),
        healed=False,
        uncertain=False,
        problems=(),
        content="",
    )


def shelf(rows: Iterable[Row]) -> Index:
    index = Index()
    index.put(Found(row, Stamp(1, 2, 3, row.path.encode()), b"", Texts()) for row in rows)
    return index


def closed_on(task: str) -> str:
    """A day that depends on the task alone; some are not known."""
    place = sum(map(ord, task)) % 90
    return "" if place < 20 else (TODAY - timedelta(days=place)).isoformat()


def progress(index: Index, text: str) -> Progress:
    return progress_of(index.count_progress(parse_filter(text)), closed_on)


class Model:
    """The same, with loops."""

    def __init__(
        self,
        rows: list[Row],
        decided: dict[str, Status],
        picks: Callable[[Row], bool] = lambda _: True,
        asks: Callable[[Status], bool] = lambda _: True,
    ) -> None:
        self.rows = [row for row in rows if picks(row)]
        self.decided, self.asks = decided, asks

    def status(self, task: Task) -> Status:
        return self.decided.get(task.id, task.mark)

    def tally(self, rows: Iterable[Row]) -> Tally:
        found = [self.status(task) for row in rows for task in row.tasks]
        found = [status for status in found if self.asks(status)]
        done, dropped = found.count("done"), found.count("dropped")
        return Tally(len(found) - done - dropped, done, dropped)

    def shares(self, values: Callable[[Row], Iterable[str]]) -> dict[str, tuple[int, Tally]]:
        folds = {value.casefold() for row in self.rows for value in values(row)}
        having = {
            fold: [row for row in self.rows if fold in map(str.casefold, values(row))]
            for fold in folds
        }
        return {fold: (len(rows), self.tally(rows)) for fold, rows in having.items()}

    def days(self) -> list[Day]:
        return [
            Day(day, len(rows), self.tally(rows))
            for day in sorted({row.date for row in self.rows})
            for rows in [[row for row in self.rows if row.date == day]]
        ]

    def months(self) -> dict[str, tuple[int, int]]:
        found: dict[str, list[int]] = {}
        for row in self.rows:
            for task in row.tasks:
                status = self.status(task)
                if not self.asks(status):
                    continue
                if row.date:
                    found.setdefault(row.date[:7], [0, 0])[0] += 1
                if task.id in self.decided and status not in OPEN and closed_on(task.id):
                    found.setdefault(closed_on(task.id)[:7], [0, 0])[1] += 1
        return {month: (opened, closed) for month, (opened, closed) in found.items()}


def folder(seed: int) -> tuple[list[Row], dict[str, Status], Index]:
    rng = dice(seed)
    rows = [row(rng, number) for number in range(rng.choice([1, 3, 40, 400]))]
    index = shelf(rows)
    tasks = sorted({task.id for row in rows for task in row.tasks})
    decided: dict[str, Status] = {
        task: rng.choice(STATUSES) for task in tasks if rng.random() < 0.4
    }
    for status in STATUSES:
        decide(index, [task for task, given in decided.items() if given == status], status)
    return rows, decided, index


FILTERS: dict[str, tuple[Callable[[Row], bool], Callable[[Status], bool]]] = {
    "": (lambda _: True, lambda _: True),
    "project:dev": (lambda row: row.project.casefold() == "dev", lambda _: True),
    "label:data": (lambda row: "data" in map(str.casefold, row.labels), lambda _: True),
    "after:2025": (lambda row: row.date >= "2026", lambda _: True),
    "on:2025": (lambda row: row.date.startswith("2025"), lambda _: True),
    "project:zzz": (lambda _: False, lambda _: True),
}


@pytest.mark.parametrize("text", FILTERS)
@pytest.mark.parametrize("seed", range(8))
def test_what_is_counted_is_what_a_plain_model_counts(seed: int, text: str) -> None:
    rows, decided, index = folder(seed)
    model = Model(rows, decided, *FILTERS[text])
    compare(progress(index, text), model)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("asked", ["open", "done", "dropped", "blocked"])
def test_a_filter_on_status_counts_only_the_tasks_it_asks_for(seed: int, asked: str) -> None:
    rows, decided, index = folder(seed)

    def asks(status: Status) -> bool:
        return status in OPEN if asked == "open" else status == asked

    every = Model(rows, decided)

    def picks(row: Row) -> bool:
        return any(asks(every.status(task)) for task in row.tasks)

    compare(progress(index, f"is:{asked}"), Model(rows, decided, picks, asks))


def compare(found: Progress, model: Model) -> None:
    assert found.sessions == len(model.rows)
    assert found.tasks == model.tally(model.rows)
    for shares, wanted in (
        (found.projects, model.shares(lambda row: [row.project])),
        (found.labels, model.shares(lambda row: row.labels)),
    ):
        assert {s.text.casefold(): (s.sessions, s.tasks) for s in shares} == wanted
        assert [s.tasks.open for s in shares] == sorted(
            (s.tasks.open for s in shares), reverse=True
        )
    days = model.days()
    assert list(found.days) == [day for day in days if day.day]
    assert [found.undated] == ([day for day in days if not day.day] or [Day("", 0, Tally())])
    assert {month: (opened, closed) for month, opened, closed in found.months} == model.months()
    assert [month.month for month in found.months] == sorted(month.month for month in found.months)
    assert found.closed_elsewhen == found.tasks.closed - sum(m.closed for m in found.months)


def test_a_copy_of_a_note_counts_as_in_every_list() -> None:
    one = row(dice(3), 1)
    index = shelf(
        [one, Row(**{**{f: getattr(one, f) for f in one.__struct_fields__}, "path": "b"})]
    )
    assert progress(index, "").tasks.all == 2 * len(one.tasks)


def test_a_spelling_is_the_most_usual_one() -> None:
    one = Tally(1, 0, 0)
    labels = [Counted("data", "data", 2, one), Counted("Data", "data", 3, one)]
    found = progress_of(Counts([], [], labels, []), closed_on)
    assert found.labels == (Share("Data", 5, Tally(2, 0, 0)),)


def test_an_empty_folder_has_nothing() -> None:
    assert progress(Index(), "") == Progress()


def test_more_tasks_in_one_session_than_two_bytes_can_count() -> None:
    rng = dice(1)
    one = row(rng, 1)
    tasks = tuple(Task(f"t{i}", "", 1, mark="done") for i in range(70_000))
    many = Row(**{**{f: getattr(one, f) for f in one.__struct_fields__}, "tasks": tasks})
    assert progress(shelf([many]), "").tasks == Tally(0, 70_000, 0)


def test_sessions_that_came_after_the_first_look_are_in_no_label() -> None:
    """What another workbench puts in between two questions is left for the next time."""
    rows = [row(dice(n), n) for n in range(40)]
    index = shelf(rows)
    late = Row(**{**{f: getattr(rows[0], f) for f in rows[0].__struct_fields__},
                  "path": "late.md", "labels": ("Late",)})  # fmt: skip

    def ask(sql: str, values: tuple[object, ...]) -> list[tuple[object, ...]]:
        if "labelled" in sql:
            index.put([Found(late, Stamp(1, 2, 3, b"late"), b"", Texts())])
        return index._lists.ask(sql, values)

    found = counting.count_progress(ask, parse_filter(""))
    assert sum(day.sessions for day in found.days) == len(rows)
    assert "Late" not in {label.text for label in found.labels}


# Ages --------------------------------------------------------------------------------------

DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))
LEFT = st.lists(st.tuples(DAYS, st.integers(0, 50)), max_size=30, unique_by=lambda pair: pair[0])


def days_of(left: Iterable[tuple[date, int]]) -> list[Day]:
    return [Day(day.isoformat(), 1, Tally(count, 3, 1)) for day, count in left]


@given(LEFT, st.dates(date(2000, 1, 1), date(2026, 1, 1)), st.integers(1, 60))
def test_every_open_task_is_in_the_one_column_that_its_day_falls_in(
    left: list[tuple[date, int]], today: date, most: int
) -> None:
    found = ages(days_of(left), today, most)
    assert len(found) <= most
    assert not found or found[-1].open
    assert [age.least for age in found] == list(range(len(found)))
    for age in found:
        first, last = age.first or "0000", age.last or "9999"
        assert age.open == sum(n for day, n in left if first <= day.isoformat() <= last)
    assert sum(age.open for age in found) == sum(count for _, count in left)
    for younger, older in pairwise(found):
        assert date.fromisoformat(younger.first) == date.fromisoformat(older.last) + timedelta(1)


@pytest.mark.parametrize(
    ("oldest", "most", "unit"),
    [(5, 20, "day"), (60, 20, "week"), (400, 20, "month"), (1500, 20, "quarter"),
     (3000, 20, "half-year"), (5000, 20, "year"), (90_000, 20, "year")],
)  # fmt: skip
def test_columns_are_of_the_smallest_unit_that_reaches(oldest: int, most: int, unit: str) -> None:
    left = [(TODAY - timedelta(days=age), 1) for age in range(0, oldest + 1, max(1, oldest // 30))]
    found = ages(days_of(left), TODAY, most)
    assert found[0].unit.name == unit
    assert len(found) <= most


def test_one_note_of_long_ago_does_not_flatten_the_rest() -> None:
    left = [(TODAY - timedelta(days=age), 10) for age in range(100)] + [(date(1970, 1, 1), 1)]
    found = ages(days_of(left), TODAY, 20)
    assert found[0].unit.name == "week"
    assert (found[-1].first, found[-1].open > 0) == ("", True)


def test_a_month_ago_from_the_end_of_a_long_month_is_the_end_of_a_short_one() -> None:
    left = [(date(2024, 2, 29), 1), (date(2024, 3, 1), 2), (date(2023, 5, 31), 1)]
    found = ages(days_of(left), date(2024, 3, 31), 24)
    assert [(age.first, age.last, age.open) for age in found[:2]] == [
        ("2024-03-01", "", 2), ("2024-02-01", "2024-02-29", 1),
    ]  # fmt: skip


def test_days_before_the_calendar_and_no_days_at_all() -> None:
    assert ages([], TODAY, 10) == []
    assert ages([Day("2024-02-30", 1, Tally(1))], TODAY, 10) == []
    found = ages([Day("0001-01-01", 1, Tally(1)), Day("9999-12-31", 1, Tally(1))], TODAY, 3)
    assert [age.open for age in found] == [1, 0, 1]
    assert {unit.name for unit in UNITS} >= {found[0].unit.name}


@pytest.mark.parametrize(
    "moment", ["", "yesterday", "2024-13-01T00:00:00Z", "9999-12-31T23:59:59-14:00"]
)
def test_a_moment_that_is_none_is_no_day(moment: str) -> None:
    assert day_of(moment) == ""


def test_a_moment_is_of_the_day_that_it_is_here() -> None:
    assert day_of("2024-02-13T12:00:00.000Z")[:8] == "2024-02-"
    assert Month("2024-02", 1, 0).month == day_of("2024-02-13T12:00:00Z")[:7]
