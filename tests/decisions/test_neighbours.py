"""What decisions have in common with those before them is in memory once, and changes nothing."""

from __future__ import annotations

import msgspec
from hypothesis import given, strategies as st

from tests.samples import decision
from tui.decisions import Decision, Setting
from tui.decisions.neighbours import Neighbours

read = msgspec.json.Decoder(Decision).decode


def as_read(**said: object) -> Decision:
    """A decision as it comes from a journal: what it holds is in no other."""
    return read(msgspec.json.encode(decision(**said)))


@given(
    st.lists(
        st.tuples(st.sampled_from("st"), st.sampled_from(["", "1", "2"]), st.sampled_from("xy")),
        max_size=8,
    )
)
def test_it_says_what_it_said(made: list[tuple[str, str, str]]) -> None:
    neighbours = Neighbours()
    before: dict[str, Decision] = {}
    for number, (session, task, said) in enumerate(made):
        one = as_read(
            id=f"d{number}",
            session=session,
            task=task,
            text=said,
            traces=(said, "trace"),
            set=Setting(status="done" if said == "x" else "pending"),
        )
        kept = neighbours.beside(one, before.get(one.subject))
        assert kept == one
        before[one.subject] = kept


def test_what_is_said_again_of_a_session_is_one_and_the_same() -> None:
    neighbours = Neighbours()
    same = {"note": "a.md", "title": "A title", "traces": ("0123abcd", "4567ef01")}
    one = neighbours.beside(as_read(id="d1", task="t1", **same), None)
    neighbours.beside(as_read(id="d2", session="other", task="t2", note="b.md"), None)
    other = neighbours.beside(as_read(id="d3", task="t3", **same), None)
    assert one.traces is other.traces
    assert one.note is other.note
    assert one.set is other.set


def test_of_many_sessions_the_last_are_remembered() -> None:
    neighbours = Neighbours()
    first = neighbours.beside(as_read(id="d", session="s", traces=("0123abcd",)), None)
    for number in range(100):
        neighbours.beside(as_read(id=f"d{number}", session=f"s{number}"), None)
    again = neighbours.beside(as_read(id="e", session="s", traces=("0123abcd",)), None)
    assert again.traces == first.traces
    assert again.traces is not first.traces
