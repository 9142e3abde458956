"""What a note says, in prints that tell whether it changed."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tests.samples import note, read
from tui.notes.saying import changed_since, saying_of
from tui.notes.session import Section, Session


def part(body: str, name: str = "Remarks") -> tuple[Section, ...]:
    return (Section(name, "other", body, 10),)


def said(intro: str, parts: tuple[Section, ...], *uncertain: int) -> str:
    return saying_of(Session(id="", path="", intro=intro, sections=parts, uncertain=uncertain)).said


def changed(one: str, other: str, *uncertain: int) -> bool:
    return changed_since(said("", part(one), *uncertain), "", said("", part(other)))


@given(st.text(), st.lists(st.integers(0, 30)))
def test_a_text_says_what_it_says(text: str, uncertain: list[int]) -> None:
    assert not changed(text, text, *uncertain)


@given(st.text(alphabet="aáäñ. ", max_size=8), st.text(alphabet="aáäñ. ", max_size=8))
def test_every_sign_but_spaces_counts(one: str, other: str) -> None:
    assert changed(one, other) == (one.split() != other.split())


def test_where_healing_had_to_guess_only_bones_count() -> None:
    one, other = "The old town of Córdoba, again", "The old town of C\ufffdrdoba, again"
    assert not changed(one, other)
    assert changed("Córdoba", "Cördoba")
    assert not changed("The town of Córdoba", "The town of Cördoba", 10)
    assert changed("The town of Córdoba", "The city of Córdoba", 10)


def test_what_is_unknown_is_not_changed_and_older_journals_are_read() -> None:
    session = read(note("A one."))
    content, now = session.content, saying_of(session).said
    assert not changed_since("", content, now)
    assert not changed_since(now, content, "")
    assert not changed_since(content, content, now)
    assert changed_since("0123456789abcdef", content, now)
    assert changed_since("1 rubbish", content, now)


def test_a_part_more_or_less_is_a_change() -> None:
    assert changed_since(said("", part("x")), "", said("", part("x") * 2))
    assert changed_since(said("", part("x")), "", said("before", part("x")))


def test_traces_are_of_what_is_long_and_no_task() -> None:
    one, other = note("A one."), note("B two.", title="X", day="2025-01-01")
    traces = saying_of(read(one)).traces
    assert traces == saying_of(read(other)).traces
    assert len(traces) == 2
    assert saying_of(Session(id="", path="", sections=part("short"))).traces == ()
