"""Dates in a filter: years, months, days, and so long ago or ahead."""

import re
from datetime import date, timedelta
from typing import NamedTuple

FORMS = "2024, 2024-02, 2024-02-13, today, yesterday, tomorrow, -30d, -2w, -6m, -1y or +3d"

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AWAY = re.compile(r"([-+])(\d{1,5})([dwmy])", re.IGNORECASE)
_DAYS_AWAY = {"yesterday": -1, "today": 0, "tomorrow": 1}


class Span(NamedTuple):
    """Some days: the first one, and the one after the last ("" where the calendar ends)."""

    first: str
    end: str


def span_of(value: str, today: date) -> Span | None:
    """Return the days that a value means; None if it means none.

    A year means all its days, and so does a month. `-30d` is the one day 30 days before today;
    a month ago is the same day of the month before, or that month's last. `+` is ahead.
    """
    word = value.strip().lower()
    try:
        if word in _DAYS_AWAY:
            return day_of(today + timedelta(days=_DAYS_AWAY[word]))
        if away := _AWAY.fullmatch(word):
            return day_of(_away(today, int(away[1] + away[2]), away[3]))
        if match := _DAY.fullmatch(word):
            return _named(*(int(part) if part else None for part in match.groups()))
    except (ValueError, OverflowError):  # no such day, or before the year 1
        return None
    return None


def _named(year: int | None, month: int | None, day: int | None) -> Span:
    first = date(year or 0, month or 1, day or 1)
    if day is not None:
        return day_of(first)
    months = 1 if month is not None else 12
    last_year, last_month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return Span(first.isoformat(), date(last_year, last_month + 1, 1).isoformat()
                if last_year < 10_000 else "")  # fmt: skip


def day_of(day: date) -> Span:
    """One day."""
    return Span(day.isoformat(), (day + timedelta(days=1)).isoformat() if day < date.max else "")


def week_of(today: date) -> Span:
    """The week that a day is in, from Monday on."""
    monday = today.toordinal() - today.weekday()
    first = date.fromordinal(max(monday, date.min.toordinal()))
    after = monday + 7
    end = date.fromordinal(after).isoformat() if after <= date.max.toordinal() else ""
    return Span(first.isoformat(), end)


def month_of(today: date) -> Span:
    """The month that a day is in."""
    return _named(today.year, today.month, None)


def _away(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    year, month = divmod(today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1), 12)
    for day in range(today.day, 27, -1):  # 31 May, a month ago: 30 April
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, min(today.day, 28))
