"""The filter: what it picks, and what it says of a mistake."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import head, note, read, sections
from tui.library import FilterError, Row, parse_filter, row_of
from tui.notes import Status

TEXT = note(
    "Valide la política de Seguridad.", "Hire a van.", title="Policía: first draft"
).replace("publish: false", "publish: true")


class Facts:
    """What was decided, said outright."""

    def __init__(self, *statuses: Status, reviewed: bool = False) -> None:
        self._statuses, self._reviewed = list(statuses), reviewed

    def statuses(self, row: Row) -> list[Status]:
        assert len(row.tasks) == len(self._statuses)
        return self._statuses

    def reviewed(self, row: Row) -> bool:
        assert row.id
        return self._reviewed


ROW = row_of(read(TEXT))
OPEN = Facts("pending", "done")


def picks(text: str, facts: Facts = OPEN, row: Row = ROW) -> bool:
    return parse_filter(text).picks(row, facts)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "van", "VAN", "valid", "validé", "policia", "policía", "seguridad", "hire van",
     '"hire a van"', '"Hire a va"', "2024-02-13", "business", "plans", "-cake", '-"a cake"',
     "rooms", "rooms -cellar", "project:Business", "project:bus", "PROJECT:business",
     "label:plans", 'label:"plans"', "-label:work", "priority:medium", "title:policia",
     'title:"first dr"', "is:open", "is:pending", "is:done", "-is:blocked", "is:published",
     "-is:unpublished", "-is:reviewed", "-is:healed", "has:task", "has:label", "-has:problem",
     "status:done", "IS:Pending", "is:PENDING hire label:home", "-"],
)  # fmt: skip
def test_it_picks(text: str) -> None:
    assert picks(text)


@pytest.mark.parametrize(
    "text",
    ["cake", "an", "ire", "ocument", '"van hire"', "van cake", "-van", "project:usiness",
     "project:Dev", "label:work", "title:van", "priority:high", "is:blocked", "is:reviewed",
     "is:healed", "is:unpublished", "has:problem", "-is:open", "-has:task", "status:dropped",
     "-project:business"],
)  # fmt: skip
def test_it_leaves_out(text: str) -> None:
    assert not picks(text)


def test_what_was_decided_counts() -> None:
    facts = Facts("doing", "dropped", reviewed=True)
    assert picks("is:reviewed is:doing is:dropped is:open", facts)
    assert not picks("is:pending", facts)
    assert not picks("is:open", Facts("done", "dropped"))


def test_problems_and_healing_count() -> None:
    row = row_of(read(head() + sections("- Buy café.\n")))
    assert picks("has:problem", Facts("pending"), row)
    damaged = row_of(read(TEXT.replace("📅", "ðŸ“…")))
    assert picks("is:healed", OPEN, damaged)


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        ("", ["pending", "doing", "blocked", "done", "dropped"]),
        ("van project:x", ["pending", "doing", "blocked", "done", "dropped"]),
        ("is:open", ["pending", "doing", "blocked"]),
        ("is:done", ["done"]),
        ("status:dropped", ["dropped"]),
        ("-is:open", ["done", "dropped"]),
        ("is:open -is:blocked", ["pending", "doing"]),
    ],
)
def test_it_picks_tasks_by_their_status(text: str, picked: list[Status]) -> None:
    every: list[Status] = ["pending", "doing", "blocked", "done", "dropped"]
    assert [status for status in every if parse_filter(text).picks_task(status)] == picked


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("van projct:x", (4, 12), "did you mean project:?"),
        ("lable:x", (0, 7), "did you mean label:?"),
        ("zzz:x", (0, 5), "known are project, label"),
        ("is:pendng", (0, 9), "did you mean pending?"),
        ("hire is:qqq", (5, 11), "known are open, pending"),
        ("has:tasks", (0, 9), "did you mean task?"),
        ("status:open2", (0, 12), "status: knows no open2"),
        ("project:", (0, 8), "project: wants a value"),
        ('project:""', (0, 10), "project: wants a value"),
        ('project:"?!"', (0, 12), "project: wants a value"),
        ('van "never closed', (4, 17), "a quotation mark is missing"),
        ('label:"a', (0, 8), "a quotation mark is missing"),
        ('-"', (0, 2), "a quotation mark is missing"),
    ],
)
def test_a_mistake_names_its_place_and_what_was_meant(
    text: str, place: tuple[int, int], said: str
) -> None:
    with pytest.raises(FilterError) as mistake:
        parse_filter(text)
    assert (mistake.value.start, mistake.value.end) == place
    assert said in mistake.value.message
    assert str(mistake.value) == mistake.value.message


@given(st.text('abis:has"- \u00e9()[]{}\\*?|', max_size=30))
def test_any_text_is_a_filter_or_a_mistake_with_a_place(text: str) -> None:
    try:
        query = parse_filter(text)
    except FilterError as mistake:
        place, said = (mistake.start, mistake.end), mistake.message
    else:
        assert query.picks(ROW, OPEN) == all(term.holds(ROW, OPEN) for term in query.terms)
        return
    assert 0 <= place[0] < place[1] <= len(text)
    assert said


@given(st.text("abcdefgh é", max_size=30))
def test_a_session_is_found_by_its_own_words(words: str) -> None:
    row = row_of(read(note(f"Buy {words} x")))
    assert parse_filter(words).picks(row, Facts("pending"))
