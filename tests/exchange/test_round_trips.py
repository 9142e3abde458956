"""Every format: exported and imported again nothing has changed, whatever the tasks say."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings, strategies as st

from tests.exchange.tasks import MANY, NOTES, TASKS, setting, written
from tui.exchange import FORMATS, NotRead, Outgoing, change, format_of, taskwarrior, text_of
from tui.formulas import harmless, unharmed
from tui.notes import NotASession, read_note

ZONES = ["UTC", "America/Havana", "Asia/Kolkata", "Pacific/Kiritimati", "Africa/Cairo"]


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=60, deadline=None)
@given(tasks=MANY)
def test_export_then_import_changes_nothing(form: str, tasks: list[Outgoing]) -> None:
    found = format_of(form).read(text_of(written(form, *tasks).encode()))
    assert [(one.id, one.says, one.was) for one in found] == [
        (task.id, setting(task), task.was) for task in tasks
    ]
    for task, one in zip(tasks, found, strict=True):
        assert change(one, setting(task)).setting.fields == ()


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=20, deadline=None)
@given(task=TASKS)
def test_an_export_is_the_same_each_time_and_only_text(form: str, task: Outgoing) -> None:
    text = written(form, task)
    assert text == written(form, task)
    assert not {*text} & {*map(chr, (*range(9), 11, 12, *range(14, 32), *range(127, 160)))}


PIECES = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["\n", "\r", ":", ";", '"', "\\", "=", "BEGIN:VTODO\n", "END:VTODO\n", "DUE:", "T", "Z",
         "%", "TZID=", "DUE;VALUE=PERIOD:", "RRULE:FREQ=", "[", "]", "{", "}", "0", "9999999999",
         "null"]
    ),
)  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=80, deadline=None)
@given(
    tasks=st.lists(TASKS, min_size=1, max_size=2),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), PIECES), min_size=1, max_size=4),
)
def test_whatever_a_file_holds_is_read_or_refused(
    form: str, tasks: list[Outgoing], cuts: list[tuple[float, int, str]]
) -> None:
    text = written(form, *tasks)
    for where, length, piece in cuts:
        place = int(where * len(text))
        text = text[:place] + piece + text[place + length :]
    try:
        found = format_of(form).read(text)
    except NotRead:
        return
    assert all(one.id or one.says.fields == () for one in found)


@pytest.mark.parametrize("zone", ZONES)
@settings(max_examples=20, deadline=None)
@given(tasks=MANY)
def test_a_day_is_the_same_in_every_zone(zone: str, tasks: list[Outgoing]) -> None:
    here = ZoneInfo(zone)
    found = taskwarrior.read(taskwarrior.write(tasks, 0, here), here)
    assert [one.says for one in found] == [setting(task) for task in tasks]


@settings(max_examples=60, deadline=None)
@given(tasks=MANY)
def test_a_page_for_obsidian_is_no_session(tasks: list[Outgoing]) -> None:
    assert isinstance(read_note("a.md", written("obsidian", *tasks).encode()), NotASession)


@given(cell=st.one_of(NOTES, st.text("'=+-@; a\n＝", max_size=8)))
def test_a_cell_that_acts_is_made_harmless_and_read_back(cell: str) -> None:
    made = harmless(cell)
    assert unharmed(made) == cell
    assert not any(
        part.lstrip()[:1] in {*"=+-@＝＋－＠"} for part in made.split(";") if part.strip()
    )
