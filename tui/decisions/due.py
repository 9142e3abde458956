"""The day by which a task is to be done, as a reviewer writes it and as the journal keeps it."""

import re
from datetime import date, timedelta

FORMS = "2026-12-31, today, tomorrow, fri, +3d, +2w, or none"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_AHEAD = re.compile(r"\+([0-9]{1,4})([dw])")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 3  # of a weekday's letters


def is_due(text: str) -> bool:
    """Whether a text is a day of the calendar, as the journal keeps it (YYYY-MM-DD)."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def read_due(text: str, today: date) -> str:
    """Return the day that is meant, as YYYY-MM-DD; "" if none is to be.

    A weekday (its first three letters will do) is the next such day after today.

    Args:
        text: one of `FORMS`, in either case; "" is "none".
        today: the day from which is counted.

    Raises:
        ValueError: it means no day; says what may be written.
    """
    word = text.strip().lower()
    if word in {"", "none"}:
        return ""
    if is_due(word):
        return word
    days = _days_ahead(word, today)
    try:
        if days is not None:
            return (today + timedelta(days=days)).isoformat()
    except OverflowError:  # beyond the year 9999
        pass
    raise ValueError(f"{text}: no day is written so; write {FORMS}")


def told_due(text: str, today: date) -> str:
    """Say which day a text means, and how far ahead it is.

    Args:
        text: as `read_due` takes it.
        today: the day from which is counted.

    Raises:
        ValueError: it means no day; says what may be written.
    """
    day = read_due(text, today)
    if not day:
        return "no due date" if text.strip() else "no due date; fri, +2w or 2026-12-31 sets one"
    ahead = (date.fromisoformat(day) - today).days
    when = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(ahead)
    when = when or (f"in {ahead:,} days" if ahead > 0 else f"{-ahead:,} days ago")
    return f"{date.fromisoformat(day):%A}, {day}, {when}"


def _days_ahead(word: str, today: date) -> int | None:
    if word in {"today", "tomorrow"}:
        return int(word == "tomorrow")
    if ahead := _AHEAD.fullmatch(word):
        return int(ahead[1]) * (7 if ahead[2] == "w" else 1)
    for number, name in enumerate(_WEEKDAYS):
        if len(word) >= _SHORTEST and name.startswith(word):
            return (number - today.weekday() - 1) % 7 + 1
    return None
