"""Normal forms: Unicode's own for what people write, and never dear for what they do not."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given, strategies as st

from tests.samples import note, read
from tui.library.words import words_of
from tui.notes import normal
from tui.notes.identity import fold, skeleton
from tui.notes.normal import normalized

Form = Literal["NFC", "NFKC", "NFKD"]
FORMS: tuple[Form, ...] = ("NFC", "NFKC", "NFKD")
MARKS = "\u0301\u0316\u0323\u05b0\u0f73\uff9e"
LETTERS = "aé가कーA \n─\u09c7\u09be"


@pytest.mark.parametrize("form", FORMS)
@given(text=st.text(st.one_of(st.characters(), st.sampled_from(MARKS + LETTERS)), max_size=60))
def test_it_is_the_normal_form_of_what_people_write(form: Form, text: str) -> None:
    marks = longest = 0
    for char in unicodedata.normalize("NFKD", text):
        marks = marks + 1 if unicodedata.combining(char) else 0
        longest = max(longest, marks)
    if longest <= 30:
        assert normalized(form, text) == unicodedata.normalize(form, text)


@pytest.mark.parametrize("form", FORMS)
@given(
    before=st.sampled_from(LETTERS),
    marks=st.text(st.sampled_from(MARKS), min_size=31, max_size=200),
)
def test_of_marks_without_end_none_is_lost(form: Form, before: str, marks: str) -> None:
    shown = normalized(form, f"{before}{marks}b")
    assert sorted(unicodedata.normalize("NFKD", shown)) == sorted(
        unicodedata.normalize("NFKD", f"{before}{marks}b")
    )
    assert normalized(form, f"{before}{marks}b") == shown


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("marks", ["\u0301\u0316", "\uff9e\u0316", "\u0301\uff9f\u0316"])
def test_no_more_than_thirty_marks_are_put_in_order_at_once(
    form: Form, marks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    longest = 0

    class Watched:
        combining = staticmethod(unicodedata.combining)

        @staticmethod
        def normalize(form: Form, text: str) -> str:
            nonlocal longest
            longest = max(longest, len(text))
            return unicodedata.normalize(form, text)

    monkeypatch.setattr(normal, "unicodedata", Watched)
    normalized(form, "a" + marks * 10_000)
    assert 0 < longest <= 31


def test_a_line_of_signs_is_not_cut() -> None:
    line = "─" * 200 + "é" * 200
    assert normalized("NFC", line) == line


def test_marks_without_end_are_read_everywhere() -> None:
    marks = "\u0301\u0316" * 120_000
    session = read(note(f"Buy a{marks}", title=f"Tea a{marks}"))
    assert session.tasks[0].text == f"Buy a{marks}"
    assert fold(f"Buy a{marks}").startswith("buy ")
    assert skeleton("b" * 9 + marks)
    assert words_of(f"a{marks}") == " a"
