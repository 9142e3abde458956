"""Words: folded the same whoever wrote them, in many scripts."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tui.library.words import spans_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hire a van!", " hire a van"),
        ("Policía, ÑANDÚ; Łódź", " policia nandu lodz"),
        ("Øresund ŒUVRE œuf Ærø þing", " oresund oeuvre oeuf aero thing"),
        ("Đà Nẵng Ħal Ŧ ŋ Ɓala ĸ Ðe", " da nang hal t n bala q de"),
        ("ǿ Ǽ ǣ", " o ae ae"),
        ("snake_case-and.dots", " snake case and dots"),
        ("Straße ﬁne ＡＢＣ", " strasse fine abc"),
        ("Ελλάδα Σίσυφος Обновить Йод", " ελλαδα σισυφοσ обновить иод"),
        ("ILGAZ Ilgaz ılgaz İstanbul", " ilgaz ilgaz ilgaz istanbul"),
        ("עִבְרִית", " עברית"),
        ("مُحَمَّد أحمد", " محمد احمد"),
        ("हिन्दी क़लम", " हिन्दी कलम"),
        ("会議は", " 会 議 は"),
        ("ไทย", " ไ ท ย"),
        ("co\u00adoperate a\u200bb", " cooperate a b"),
        ("  \n\t ", " "),
        ("", " "),
        ("10:30 v1.2", " 10 30 v1 2"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert words_of(text) == words


def test_hangul_is_found_by_its_first_letters() -> None:
    assert words_of("한국어").startswith(words_of("하"))


@given(st.text())
def test_words_of_words_are_the_same(text: str) -> None:
    once = words_of(text)
    assert words_of(once) == once
    assert once.startswith(" ")
    assert "  " not in once


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_has_the_same_words_beside_an_accent(text: str) -> None:
    assert words_of(f"{text} é") == f"{words_of(text).rstrip()} e"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x3100), max_size=20))
def test_words_one_by_one_are_the_words_and_know_their_place(text: str) -> None:
    spans = spans_of(text)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
    starts = [span.start for span in spans]
    assert starts == sorted(starts)
    if text.isascii():
        assert " ".join(span.word for span in spans) == words_of(text).strip()


@pytest.mark.parametrize(
    "text", ["Policía ñandú", "Łódź œuvre Ærø ÞING", "Straße ﬁne", "会議は が", "हिन्दी क़लम x"]
)
def test_words_one_by_one_are_the_words(text: str) -> None:
    assert [span.word for span in spans_of(text)] == words_of(text).split()
