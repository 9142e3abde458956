"""The table of fields: nothing is set that it does not know, and what is typed is told."""

from __future__ import annotations

from datetime import date

import pytest

from tui.decisions import OF_TASKS, TYPED, UNDECIDED, Field, Setting, setting_of, setting_told
from tui.decisions.decision import FIELDS
from tui.decisions.fields import ROWS

TODAY = date(2026, 11, 23)  # a Monday


def test_every_field_has_a_row() -> None:
    assert sorted(row.name for row in ROWS) == sorted(FIELDS)
    assert OF_TASKS == ("status", *TYPED) == ("status", "due", "to", "note")
    assert UNDECIDED.only(OF_TASKS).fields == OF_TASKS


@pytest.mark.parametrize(
    ("field", "typed", "stored", "told"),
    [
        ("due", "fri", "2026-11-27", "due 2026-11-27"),
        ("due", " none ", "", "without a due date"),
        ("to", " Eva ", "Eva", "assigned to Eva"),
        ("to", " ", "", "assigned to nobody"),
        ("note", " Ask\nfirst. ", "Ask\nfirst.", "with a note"),
        ("note", "", "", "without a note"),
    ],
)
def test_what_is_typed_is_stored_and_told(field: Field, typed: str, stored: str, told: str) -> None:
    setting = setting_of({field: TYPED[field].read(typed, TODAY)})
    assert getattr(setting, field) == stored
    assert setting_told(setting) == told
    assert TYPED[field].comes_to(typed, TODAY)


def test_several_fields_are_told_in_one_order() -> None:
    all_ = Setting(note="x", to="Eva {}", due="2026-12-31", status="done")
    assert setting_told(all_) == "done, due 2026-12-31, assigned to Eva {}, with a note"
    assert setting_told(Setting()) == ""
    assert setting_told(Setting(archived=True, stands_on="")) == "attached to no other, archived"
    assert setting_told(Setting(reviewed=False)) == "not reviewed"


@pytest.mark.parametrize(
    ("typed", "says"),
    [("+3d", "Thursday, 2026-11-26, in 3 days"), ("today", "Monday, 2026-11-23, today"),
     ("2026-11-22", "Sunday, 2026-11-22, yesterday"), ("none", "no due date"),
     ("", "no due date; fri, +2w or 2026-12-31 sets one")],
)  # fmt: skip
def test_a_day_is_told_before_it_is_kept(typed: str, says: str) -> None:
    assert TYPED["due"].comes_to(typed, TODAY) == says


def test_what_is_no_day_is_refused_with_what_may_be_written() -> None:
    with pytest.raises(ValueError, match="soon: no day is written so; write 2026-12-31, today"):
        TYPED["due"].comes_to("soon", TODAY)
