"""Folding text into the cells of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len

from tui.ui.cells import _NARROW, fold


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in fold(text, width)]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("abc def ghi jkl", ["abc def", "ghi jkl"]),
        ("aaaaaaaaaaaaa", ["aaaaaaaaaa", "aaa"]),
        ("x x éééééééééééé y", ["x x", "éééééééééé", "éé y"]),
        ("日本語テキスト長い", ["日本語テキ", "スト長い"]),
        ("    indented far", ["    indent", "ed far"]),
    ],
)
def test_lines_break_between_words_where_they_can(text: str, folded: list[str]) -> None:
    assert lines(text, 10) == folded


def test_what_is_taken_for_narrow_is_a_cell_wide() -> None:
    narrow = [chr(code) for code in range(0x2200) if _NARROW.fullmatch(chr(code))]
    assert len(narrow) > 700
    assert [char for char in narrow if cell_len(char) != 1] == []


@given(
    st.text(st.sampled_from("ab é—日\ufe0f🏷 "), max_size=80),
    st.integers(min_value=2, max_value=20),
)
def test_no_line_is_too_wide_and_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    folded = lines(text, width)
    assert folded
    assert all(cell_len(line.rstrip()) <= width for line in folded)
    assert "".join(folded).replace(" ", "") == text.replace(" ", "")
