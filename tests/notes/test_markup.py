"""Markup inside a line: what is marked, and that a line of beginnings alone is no trap."""

from __future__ import annotations

import pytest

from tui.notes.markup import Role, pieces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("`code` and **bold**", [("code", "code"), (" and ", ""), ("bold", "strong")]),
        ("[[a|b]] [[c]]", [("b", "link"), (" ", ""), ("c", "link")]),
        ("**a *b* c**", [("a *b* c", "strong")]),
        ("***a***", [("*a", "strong"), ("*", "")]),
        ("__a__ *b*", [("a", "strong"), (" ", ""), ("b", "stress")]),
        ("**a **b**", [("**a ", ""), ("b", "strong")]),
        ("[[a [[b]]", [("[[a ", ""), ("b", "link")]),
        ("** a **", [("** a **", "")]),
    ],
)
def test_what_is_marked(text: str, found: list[tuple[str, Role]]) -> None:
    roles = {"strong2": "strong"}
    assert [(piece, roles.get(role, role)) for piece, role in pieces(text)] == found


@pytest.mark.parametrize("begins", ["[[", "[[a ", "[[a|", "**a ", "__a ", "*a ", "`a "])
def test_no_mark_is_looked_for_beyond_the_next_beginning(begins: str) -> None:
    """Else a line of 20,000 signs would be read ten thousand times."""
    text = f"{begins * 3}`b**__*]]"
    assert all(begins not in piece for piece, role in pieces(text) if role)
