"""Where the words of a filter stand in a text."""

from __future__ import annotations

import pytest

from tui.library.filter import highlights, parse_filter


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("Hire a van for the move", "van", ["van"]),
        ("La Policía; POLICIAL, apolicía", "policia", ["Policía", "POLICIAL"]),
        ("Hire a van, hire avant", '"a va"', ["a van"]),
        ("ﬁne-grained Straße", "fine strass", ["ﬁne", "Straße"]),
        ("W Łodzi: une œuvre, Ærø", "lodz oeuv aero", ["Łodzi", "œuvre", "Ærø"]),
        ("the œuvre of Łódź", '"oeuvre of lod"', ["œuvre of Łódź"]),
        ("会議は続く", "議", ["議"]),
        ("会議は続く", "会議", ["会議"]),
        ("one two", "-one two", ["two"]),
        ("one two", "project:one", []),
        ("one two", "title:one text:two", ["two"]),
        ("one two", "", []),
        ("aa ab", "a ab", ["aa", "ab"]),
        ("", "a", []),
    ],
)
def test_they_are_found(text: str, asked: str, found: list[str]) -> None:
    places = highlights(text, parse_filter(asked))
    assert [text[start:end] for start, end in places] == found


def test_in_a_title_what_is_asked_of_titles() -> None:
    assert highlights("one two", parse_filter("title:one text:two"), "title") == [(0, 3)]
