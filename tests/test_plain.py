"""The gate between a note and the terminal."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import example, given, strategies as st
from rich.cells import cell_len

from tui.plain import plain, plain_json, plain_lines

# Said again and otherwise than in the program: what a terminal, or the eye, could be led by.
ACTING = frozenset(
    chr(code)
    for first, last in [
        (0x00, 0x1F),
        (0x7F, 0x9F),
        (0x061C, 0x061C),
        (0x200E, 0x200F),
        (0x2028, 0x202E),
        (0x2066, 0x2069),
        (0xD800, 0xDFFF),
        (0xE0000, 0xE007F),
    ]
    for code in range(first, last + 1)
)
ANY_TEXT = st.text(st.one_of(st.characters(exclude_categories=()), st.sampled_from(sorted(ACTING))))
TEXT_OF_FILES = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(sorted(char for char in ACTING if not "\ud800" <= char <= "\udfff")),
    )
)


@given(ANY_TEXT)
@example("\x1b]52;c;aGk=\x07")
@example("\u202egpj.exe")
def test_nothing_acts_and_no_character_is_lost(text: str) -> None:
    shown = plain(text)
    assert not ACTING & set(shown)
    assert len(shown) == len(text)
    assert all(
        after in (before, "\ufffd")
        for before, after in zip(text, shown, strict=True)
        if before not in ACTING
    )
    assert len(text) > 30 or [char for char in text if char not in ACTING] == [
        after for before, after in zip(text, shown, strict=True) if before not in ACTING
    ]
    shown.encode()


@pytest.mark.parametrize(
    ("first", "more"),
    [
        ("a", "\u0301"),
        ("a", "\u0301\u0316\u0489"),
        ("", "\u200b"),
        ("x", "\u2060\ufeff"),
        ("❤", "\ufe0f"),
        ("A", "\U000e0100\U000e01ef"),
        ("👩", "\u200d👩"),
        ("👍", "🏿"),
        ("\u1100", "\u11a8"),
        ("", "\u3164"),
        ("क", "\u094d"),
    ],
    ids=ascii,
)
def test_marks_without_end_do_not_stand_in_one_cell(first: str, more: str) -> None:
    text = first + more * (30_000 // len(more))
    shown = plain(text)
    assert len(shown) == len(text)
    assert cell_len(shown) >= len(text) - 32
    assert shown.startswith(text[:30])
    assert plain_lines(text) == plain(shown) == shown


@pytest.mark.parametrize(
    "text",
    [
        "क्षत्रिय" * 50,
        "👨‍👩‍👧‍👦" * 50,
        "👍🏿🏳️‍🌈1️⃣" * 50,
        "ห้องน้ำอยู่ที่ไหน" * 20,
        "བོད་སྐད་" * 20,
        "ཧྐྵྨླྺྼྻྂ" * 5,
        "q̇̈́́̂̃̄̅̆̇̈̉̊̋̌̍̎" * 5,
        "각" * 50,
        "─" * 300,
        "▰▱" * 100,
        "⠿" * 300,
    ],
)
def test_the_marks_of_scripts_and_pictures_stay(text: str) -> None:
    assert plain(text) == text


@given(ANY_TEXT)
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    shown = plain(text)
    assert plain(shown) == shown
    assert plain_lines(shown) == shown


@given(ANY_TEXT)
@example("one\r\ntwo\rthree\n")
def test_lines_stay_lines(text: str) -> None:
    lines = text.replace("\r\n", "\n").split("\n")
    assert plain_lines(text).split("\n") == [plain(line) for line in lines]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("as it is — señal 📅 it’s", "as it is — señal 📅 it’s"),
        ("a\tb", "a b"),
        ("\x1b[1mbold", "␛[1mbold"),
        ("\x07\x00\x7f", "␇␀␡"),
        ("one\ntwo\r\n", "one␊two␍␊"),
        ("\x9b1m\x85", "\ufffd1m\ufffd"),
        ("\u202eabc\u2066", "\ufffdabc\ufffd"),
        ("\u2028\u2029", "\ufffd\ufffd"),
        ("caf\udce9", "caf\ufffd"),
        ("x\U000e0041y", "x\ufffdy"),
        ("👩\u200d💻 ⭐\ufe0f", "👩\u200d💻 ⭐\ufe0f"),
        ("[bold] [@click=app.quit]x[/]", "[bold] [@click=app.quit]x[/]"),
    ],
)
def test_a_mark_for_each_acting_character(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_no_control_character_of_unicode_gets_through() -> None:
    acting = [chr(code) for code in range(0x110000) if _acts(chr(code))]
    assert len(acting) > 2000
    assert [char for char in acting if char in plain(char)] == []


def _acts(char: str) -> bool:
    """Whether Unicode itself says that a character controls, reorders or breaks the line."""
    reorders = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return (
        unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(char) in reorders
    )


# JSON ------------------------------------------------------------------------------------

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT_OF_FILES,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT_OF_FILES, inner),
    max_leaves=8,
)


@given(VALUES)
@example("\U000e0041 \u202e \x9b \x7f")
@example({"\x7f": ["\x85"]})
def test_json_says_the_same_and_nothing_in_it_acts(value: object) -> None:
    bare = json.dumps(value, ensure_ascii=False, indent=1).encode()
    escaped = plain_json(bare)
    assert json.loads(escaped) == value
    assert not (ACTING - {"\n"}) & set(escaped.decode())


def test_json_that_needs_nothing_stays_as_it_is() -> None:
    for bare in (b'{"a": "plain"}', '["señal 📅"]'.encode()):
        assert plain_json(bare) == bare


def test_escapes_beyond_the_first_plane_are_pairs() -> None:
    assert plain_json('"\U000e0041"'.encode()) == rb'"\udb40\udc41"'
    assert re.fullmatch(rb'"(\\u[0-9a-f]{4}){3}"', plain_json('"\x7f\x9b\u2028"'.encode()))
