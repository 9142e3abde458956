"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, strategies as st

from tests.samples import note, read, refused
from tui.notes.decode import NotText, decode

TEXT = "Año, “Ελλάδα” – 📅\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 le", "utf-16 be"],
)
def test_unicode_is_read_without_a_word(data: bytes) -> None:
    assert decode(data) == (TEXT, "")


def test_anything_else_is_windows_1252_and_said() -> None:
    text, problem = decode(b"one\ntwo\nit\x92s a caf\xe9 \x80\n")
    assert text == "one\ntwo\nit’s a café €\n"
    assert problem == "encoding: not UTF-8, first in line 3; such bytes were read as Windows-1252"


def test_bytes_that_windows_1252_leaves_undefined_are_kept() -> None:
    text, _ = decode(b"\x81\x8d\x8f\x90\x9d\xff")
    assert text == "\x81\x8d\x8f\x90\x9dÿ"


def test_a_broken_utf_16_file_is_read_as_far_as_it_goes() -> None:
    text, problem = decode(codecs.BOM_UTF16_LE + "whole".encode("utf-16-le") + b"\x00\xd8")
    assert text.startswith("whole")
    assert problem == "encoding: the UTF-16 text is damaged at byte 12"


def test_nul_bytes_are_no_text() -> None:
    with pytest.raises(NotText):
        decode(b"PNG\0\0")
    assert refused(b"PNG\0\0") == "not a text file (it holds NUL bytes)"


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"") == ("", "")
    assert refused(b"") == "it is empty"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_change_nothing_but_the_text(ending: str) -> None:
    text = note("Hire a van.", "Label the boxes.").replace("\n", ending)
    session = read(text)
    assert session.text == text
    assert [task.text for task in session.tasks] == ["Hire a van.", "Label the boxes."]
    assert (session.date, session.start, session.project) == ("2024-02-13", "03:55", "Business")


def test_a_windows_1252_note_is_a_session_with_a_problem() -> None:
    session = read(b"2024-02-13 - Session: Caf\xe9\n\nPending Tasks:\n- Buy caf\xe9.\n")
    assert (session.title, session.tasks[0].text) == ("Café", "Buy café.")
    assert (
        "encoding: not UTF-8, first in line 1; such bytes were read as Windows-1252"
        in session.problems
    )


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode()) == (text.removeprefix("\ufeff"), "")


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, problem = decode(data)
    except NotText:
        assert b"\0" in data
    else:
        assert problem or text.encode().endswith(data[-1:]) or data.startswith(b"\xff\xfe")
