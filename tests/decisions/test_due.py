"""The day by which a task is to be done, as it is written and as it is kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from tui.decisions import read_due
from tui.decisions.due import is_due

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-22"),
        ("tomorrow", "2026-11-23"),
        (" Tomorrow ", "2026-11-23"),
        ("+0d", "2026-11-22"),
        ("+3d", "2026-11-25"),
        ("+2w", "2026-12-06"),
        ("+2W", "2026-12-06"),
        ("mon", "2026-11-23"),
        ("fri", "2026-11-27"),
        ("FRIDAY", "2026-11-27"),
        ("thurs", "2026-11-26"),
        ("sun", "2026-11-29"),
        ("2024-02-29", "2024-02-29"),
        ("none", ""),
        ("", ""),
        ("  ", ""),
    ],
)
def test_what_may_be_written(text: str, day: str) -> None:
    assert read_due(text, SUNDAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-29", "2026-13-01", "2026-2-1", "20260201", "2026-W01-1", "0000-01-01", "soon",
        "f", "fr", "fridays", "d", "+d", "3d", "-3d", "+3m", "+99999w", "+99999d", "+٣d",
        "٢٠٢٦-٠١-٠١", "2026-01-01T00:00", "nones",
    ],
)  # fmt: skip
def test_what_means_no_day_is_said_with_what_does(text: str) -> None:
    with pytest.raises(ValueError, match="no day is written so; write 2026-12-31, today") as said:
        read_due(text, SUNDAY)
    assert str(said.value).startswith(f"{text}: ")


def test_beyond_the_calendar_is_no_day() -> None:
    with pytest.raises(ValueError, match="no day is written so"):
        read_due("tomorrow", date.max)


@given(st.dates())
def test_every_day_is_kept_as_it_is(day: date) -> None:
    assert is_due(day.isoformat())
    assert read_due(day.isoformat(), SUNDAY) == day.isoformat()


@given(
    st.dates(max_value=date(9999, 12, 1)),
    st.sampled_from(list(enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))),
)
def test_a_weekday_is_the_next_one_never_today(today: date, weekday: tuple[int, str]) -> None:
    number, name = weekday
    day = date.fromisoformat(read_due(name, today))
    assert day.weekday() == number
    assert timedelta(0) < day - today <= timedelta(7)


@given(st.text(max_size=12))
def test_whatever_is_written_is_a_day_or_is_refused(text: str) -> None:
    try:
        day = read_due(text, SUNDAY)
    except ValueError:
        return
    assert day == "" or is_due(day)
