"""The filter language asked of decisions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.samples import decision
from tui.decisions import Past, Setting
from tui.library import FilterError, picks
from tui.told import Told, parse_decision_filter

NOON = "2024-02-13T12:00:00.000Z"  # the 13th in all but the farthest time zones


def past(undone: bool = False, subject: str = "t1", **values: Any) -> Past:
    usual = {"at": NOON, "title": "Planned the move", "text": "Hire a van.", "by": "Ana Ñandú"}
    return Past(decision(**{**usual, **values}), subject, undone)


def picked(text: str, one: Past) -> bool:
    query = parse_decision_filter(text)
    found = picks(query, Told(one, {"lost"}.__contains__))
    if text:
        assert picks(parse_decision_filter(f"-({text})"), Told(one, {"lost"}.__contains__)) != found
    return found


DONE = past()
SET = past(set=Setting(due="2026-12-31", to="Eva Luz", note="Ask the ministry."))
TAKEN = past(set=Setting(due="", to=""))


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("", DONE),
        ("hire va", DONE),
        ('"a van"', DONE),
        ("planned", DONE),
        ("nandu", DONE),
        ("minis", SET),
        ("luz", SET),
        ("title:move", DONE),
        ("text:van -text:move -title:van", DONE),
        ("text:ministry", SET),
        ("by:ana by:=\"ana nandu\" -by:=ana", DONE),
        ("to:eva to:=\"Eva Luz\" -to:=eva", SET),
        ("status:done is:done -is:pending -status:doing", DONE),
        ("-status:done", SET),
        ("on:2024-02-13 on:2024 before:2024-03 after:2024-02-01 -after:2024", DONE),
        ("due:2026-12 has:due has:note -due:none", SET),
        ("due:none -has:due -has:note -due:2026", TAKEN),
        ("-on:2024", past(at="no time at all")),
        ("is:undone", past(undone=True)),
        ("is:lost", past(subject="lost")),
        ("is:reviewed", past(task="", set=Setting(reviewed=True))),
        ("-is:reviewed", past(task="", set=Setting(reviewed=False))),
        ("by:eva or (van is:done)", DONE),
    ],
)  # fmt: skip
def test_it_picks(text: str, one: Past) -> None:
    assert picked(text, one)


@pytest.mark.parametrize("text", ["ministry", "title:van", "is:undone is:lost", "to:eva", "by:eva"])
def test_it_does_not_pick(text: str) -> None:
    assert not picked(text, DONE)


@pytest.mark.parametrize("text", ["project:x", "is:open", "is:changed", "has:problem", "on:soon"])
def test_what_is_of_sessions_only_is_a_mistake(text: str) -> None:
    with pytest.raises(FilterError):
        parse_decision_filter(text)
