"""Terms of a kind in the text of a filter: put in, put in the place of another, taken out."""

from __future__ import annotations

from typing import Literal, get_args

import pytest
from hypothesis import given, strategies as st

from tui.library.filter import Exactly
from tui.library.filter.exact import same
from tui.plain import plain
from tui.ui.narrowing import narrowed, term, widened
from tui.workbench import FacetKind, FilterError, parse_filter

Kind = Literal["project", "label", "priority"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@pytest.mark.parametrize(
    ("text", "kind", "value", "found"),
    [
        ("", "project", "Dev", "project:=Dev"),
        ("", "project", "", 'project:=""'),
        ("plan", "project", "Dev", "plan project:=Dev"),
        (" plan  is:open ", "label", "Data security", 'plan  is:open label:="Data security"'),
        ("", "month", "2024-02", "on:2024-02"),
        ("project:Dev plan", "project", "Teaching", "project:=Teaching plan"),
        ("project:=Dev plan", "project", "Teaching", "project:=Teaching plan"),
        ('PROJECT:"a b"plan', "project", "Dev", "project:=Dev plan"),
        ('project:="a ""b"plan', "project", "Dev", "project:=Dev plan"),
        ("project:a x project:b", "project", "c", "project:=c x"),
        ("-project:a", "project", "b", "-project:a project:=b"),
        ("label:a", "project", "b", "label:a project:=b"),
        ("a or b", "project", "c", "(a or b) project:=c"),
        ("(a or b) project:c", "project", "d", "(a or b) project:=d"),
        ("(project:a or b)", "project", "c", "(project:a or b) project:=c"),
        ('"project:a"', "project", "c", '"project:a" project:=c'),
        ("", "label", 'say "hi"', 'label:="say ""hi"""'),
        ("", "label", "f(x", 'label:="f(x"'),
        ("", "label", "-dash", 'label:="-dash"'),
        ("", "label", "C++", 'label:="C++"'),
        ("", "label", "???", 'label:="???"'),
        ("on:2024", "month", "2024-02", "on:2024-02"),
    ],
)
def test_a_value_is_asked_for_besides(text: str, kind: FacetKind, value: str, found: str) -> None:
    assert narrowed(text, kind, value) == found
    parse_filter(found)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", ""),
        ("plan", "plan"),
        ("project:a plan", "plan"),
        ("plan project:a is:open project:b", "plan is:open"),
        ("project:a or b", "project:a or b"),
        ("-project:a", "-project:a"),
    ],
)
def test_a_kind_is_asked_for_no_more(text: str, left: str) -> None:
    assert widened(text, "project") == left


@pytest.mark.parametrize("value", ["", " ", "\u200e"])
def test_no_label_and_no_date_cannot_be_asked_for(value: str) -> None:
    assert term("label", value) == ""
    assert term("month", "") == ""


@given(st.text(), st.sampled_from(KINDS))
def test_a_term_asks_for_exactly_its_value(value: str, kind: Kind) -> None:
    asked = term(kind, value)
    assert bool(asked) == (kind != "label" or bool(same(value)))
    if asked:
        assert parse_filter(asked).root == Exactly(kind, same(value))
        assert plain(asked) == asked  # it can be shown, and written again


@given(st.text('ab()"-: or\tproject:"', max_size=30), st.sampled_from(["x", "x y"]))
def test_a_filter_that_can_be_read_still_can_be(text: str, value: str) -> None:
    try:
        parse_filter(text)
    except FilterError:
        return
    again = narrowed(text, "project", value)
    assert Exactly("project", same(value)) in [node for node, _ in parse_filter(again).leaves()]
    assert narrowed(again, "project", value).split() == again.split()
    parse_filter(widened(text, "project"))
    assert widened(again, "project") == widened(widened(again, "project"), "project")
