"""The months over the calendar: of each it can be told which year it is of."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from textual.app import App, ComposeResult

from tui.library.progress import Day, Tally
from tui.ui.glyphs import UNICODE
from tui.ui.widgets.pictures.calendar import Calendar

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SAID = re.compile(r"(?P<month>[A-Z][a-z]{2})(?: +(?P<year>\d{4}))?|(?P<alone>\d{4})")


class Shown(App[None]):
    """Nothing but a calendar."""

    def compose(self) -> ComposeResult:
        yield Calendar(UNICODE)


def months_said(line: str) -> list[tuple[int, str]]:
    """In which column each month begins, and which it is, read from the left as people do."""
    found, year = [], ""
    for said in SAID.finditer(line):
        year = said["alone"] or said["year"] or year
        month = MONTHS.index(said["month"]) + 1 if said["month"] else 1
        found.append((said.start(), f"{year}-{month:02}"))
    return found


def every_day(first: date, count: int) -> list[Day]:
    return [Day((first + timedelta(n)).isoformat(), 1, Tally(1)) for n in range(count)]


@pytest.mark.parametrize("width", [24, 50, 100])
async def test_every_month_says_its_year_or_has_it_from_the_one_before(width: int) -> None:
    app = Shown()
    seen = 0
    async with app.run_test(size=(width, 8)):
        calendar = app.query_one(Calendar)
        for start in range(0, 380, 11):
            first = date(2022, 9, 3) + timedelta(start)
            calendar.forget_mark()
            calendar.show(every_day(first, 560))
            for _ in range(4):
                line = calendar.draw(0).text
                for column, month in months_said(line):
                    days = filter(None, (calendar.number_at(column, y) for y in range(1, 8)))
                    assert month in {f"{date.fromordinal(day):%Y-%m}" for day in days}, line
                    seen += 1
                calendar.page(-1)
    assert seen > 200


async def test_a_month_of_the_next_year_has_it_where_january_had_no_room() -> None:
    app = Shown()
    async with app.run_test(size=(60, 8)):
        calendar = app.query_one(Calendar)
        calendar.show(every_day(date(2023, 12, 11), 100))
        line = calendar.draw(0).text
    assert line.split()[:2] == ["Dec", "2023"]
    assert re.search(r"(?:Jan|Feb|Mar) 2024", line)
