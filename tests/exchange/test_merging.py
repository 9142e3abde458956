"""What another tool says, beside what was exported and what holds here now."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.exchange.tasks import DAYS, ID, NAMES, NOTES
from tui.decisions import Setting
from tui.exchange import Incoming, NotRead, Outgoing, change, one_each
from tui.exchange.task import prints, read_setting
from tui.notes import STATUSES

SETTINGS = st.builds(Setting, status=st.sampled_from(STATUSES), due=DAYS, to=NAMES, note=NOTES)
EXPORTED = Setting(status="pending", due="2024-12-31", to="Eva", note="")


def exported(holds: Setting) -> str:
    return Outgoing(
        id=ID, text="x", status=holds.status or "pending", due=holds.due or "",
        to=holds.to or "", note=holds.note or "",
    ).was  # fmt: skip


def said(says: Setting, was: str = "") -> Incoming:
    return Incoming("line 1", ID, "x", says, was)


def over(base: Setting, **values: str) -> Setting:
    return Setting(**values).over(base)  # type: ignore[arg-type]


@given(base=SETTINGS, there=SETTINGS, here=SETTINGS)
def test_only_what_was_changed_there_counts(base: Setting, there: Setting, here: Setting) -> None:
    made = change(said(there, exported(base)), here)
    after = made.setting.over(here)
    for field in ("status", "due", "to", "note"):
        moved = getattr(there, field) != getattr(base, field)
        assert getattr(after, field) == getattr(there if moved else here, field)
    assert all(
        len({getattr(each, field) for each in (base, there, here)}) == 3 for field in made.overruled
    )


def test_what_was_decided_here_since_stays() -> None:
    was = exported(EXPORTED)
    here = over(EXPORTED, status="done", note="Called her.")
    assert change(said(EXPORTED, was), here).setting.fields == ()
    made = change(said(over(EXPORTED, due=""), was), here)
    assert (made.setting, made.overruled) == (Setting(due=""), ())


def test_both_changed_is_named_and_the_import_holds() -> None:
    made = change(
        said(over(EXPORTED, status="dropped"), exported(EXPORTED)), over(EXPORTED, status="done")
    )
    assert (made.setting, made.overruled) == (Setting(status="dropped"), ("status",))


@pytest.mark.parametrize("was", ["", "finished", "pending/a/b/c/d", "🙂"])
def test_without_what_was_exported_only_what_is_said_counts(was: str) -> None:
    assert prints(was) is None
    made = change(said(Setting(status="done", due="", to="Ana", note=""), was), EXPORTED)
    assert (made.setting, made.overruled) == (Setting(status="done", to="Ana"), ())


def test_a_field_that_a_text_does_not_carry_stays() -> None:
    assert change(said(Setting(status="done"), exported(EXPORTED)), EXPORTED).setting == Setting(
        status="done"
    )


def test_what_holds_is_compared_as_it_was_written() -> None:
    here = over(EXPORTED, to=" a\x1bb ")
    made = change(said(over(EXPORTED, to="a␛b"), exported(over(EXPORTED, to="a␛b"))), here)
    assert made.setting.fields == ()


def test_one_task_said_twice() -> None:
    one, other = said(Setting(status="done")), said(Setting(status="doing"))
    assert one_each([one, one._replace(place="line 2")]) == [one]
    with pytest.raises(NotRead, match="line 1 and line 9 say different things of one task"):
        one_each([one, other._replace(place="line 9")])


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"status": "finished"}, "line 3: “finished” is no status (pending, doing, blocked, "),
        ({"status": ""}, "line 3: “” is no status"),
        ({"due": "31/12/2024"}, "line 3: “31/12/2024” is no day (YYYY-MM-DD)"),
        ({"due": "2024-02-30"}, "line 3: “2024-02-30” is no day"),
        ({"due": "9" * 1000}, "…” is no day"),
    ],
)
def test_what_is_none_is_named(values: dict[str, str], reason: str) -> None:
    with pytest.raises(NotRead) as refusal:
        read_setting("line 3", **values)
    assert reason in str(refusal.value)
    assert len(str(refusal.value)) < 120


def test_what_acts_is_made_readable() -> None:
    assert read_setting("x", to="\x1b]0;x\x07\n", note="a\r\nb\x9b\n") == Setting(
        to="␛]0;x␇␊".strip(), note="a\nb\ufffd"
    )
