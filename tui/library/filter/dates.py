"""Dates in a filter: years, months, days, and so long ago."""

import re
from datetime import date, timedelta
from typing import NamedTuple

FORMS = "2024, 2024-02, 2024-02-13, today, yesterday, -30d, -2w, -6m or -1y"

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGO = re.compile(r"-(\d{1,5})([dwmy])", re.IGNORECASE)


class Span(NamedTuple):
    """Some days: the first one, and the one after the last ("" where the calendar ends)."""

    first: str
    end: str


def span_of(value: str, today: date) -> Span | None:
    """Return the days that a value means; None if it means none.

    A year means all its days, and so does a month. `-30d` is the one day 30 days before today;
    a month ago is the same day of the month before, or that month's last.
    """
    word = value.strip().lower()
    if word in {"today", "yesterday"}:
        return _day(today - timedelta(days=word == "yesterday"))
    try:
        if ago := _AGO.fullmatch(word):
            return _day(_back(today, int(ago[1]), ago[2]))
        if match := _DAY.fullmatch(word):
            return _named(*(int(part) if part else None for part in match.groups()))
    except (ValueError, OverflowError):  # no such day, or before the year 1
        return None
    return None


def _named(year: int | None, month: int | None, day: int | None) -> Span:
    first = date(year or 0, month or 1, day or 1)
    if day is not None:
        return _day(first)
    months = 1 if month is not None else 12
    last_year, last_month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return Span(first.isoformat(), date(last_year, last_month + 1, 1).isoformat()
                if last_year < 10_000 else "")  # fmt: skip


def _day(day: date) -> Span:
    return Span(day.isoformat(), (day + timedelta(days=1)).isoformat() if day < date.max else "")


def _back(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    year, month = divmod(today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1), 12)
    for day in range(today.day, 27, -1):  # 31 May, a month ago: 30 April
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, min(today.day, 28))
