"""Tables read backwards: what they find is what UTF-8 allows, and no table is asked for nothing."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, strategies as st

from tui.notes.repair import alphabet, cells, survey
from tui.notes.repair.cells import NO_LOSSES, Losses
from tui.notes.repair.tables import NAMES, Table, pairing, table, tables

EVERY = "".join(sorted({char for by in tables() for char in by.chars[0x80:]}))


def texts(by: Table) -> st.SearchStrategy[str]:
    """Texts of what a table shows, a mark, and some that it does not."""
    return st.text(st.sampled_from(by.chars[0x80:] + "\ufffd?a \nЖé"), max_size=40)


def plainly(by: Table) -> re.Pattern[str]:
    """Return what finds a lead with as many continuations as UTF-8 allows, lead by lead."""
    conts = re.escape(by.chars[0x80:0xC0]) + "\ufffd"
    ways = [
        f"[{re.escape(by.chars[low:high])}][{conts}]{{0,{most}}}"
        for low, high, most in ((0xC2, 0xE0, 1), (0xE0, 0xF0, 2), (0xF0, 0xF5, 3))
    ]
    if 0xF0 in by.lost:
        ways.append(f"{re.escape(by.chars[0x9F])}[{conts}]{{1,2}}")
    return re.compile("|".join(ways))


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_a_cell_ends_where_utf_8_lets_it_end(name: str, data: st.DataObject) -> None:
    by = table(name)
    text = data.draw(texts(by))
    found = [(start, cell) for start, cell, _ in by.found(text)]
    assert found == [(match.start(), match[0]) for match in plainly(by).finditer(text)]
    for _, cell, gap in by.found(text):
        assert gap == by.missing(cell) >= 0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("char", "é’📅")
def test_a_cell_lacks_what_was_cut_from_it(name: str, char: str) -> None:
    by = table(name)
    shown = by.show(char)
    for length in range(1, len(shown) + 1):
        assert list(by.found(shown[:length])) == [(0, shown[:length], len(shown) - length)]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_table_shows_lacks_the_bytes_that_are_dropped(name: str) -> None:
    by = table(name)
    text = "\n".join(alphabet.common())
    for drop in (set(), by.lost, by.undefined):
        left = [by.chars[byte] for byte in text.encode() if byte not in drop]
        assert by.show(text, drop=drop) == "".join(left)


@given(st.text(st.sampled_from(EVERY + "a \ufffd"), max_size=12))
def test_no_other_table_explains_anything_where_no_byte_is_lost(text: str) -> None:
    pairs = pairing(text)
    for by in tables():
        continued = any(len(cell) > 1 and cell[0] in by.leads for _, cell, _ in by.found(text))
        assert (by in pairs) == continued
        if by not in pairs:
            assert not cells.shows(by, text)
            marked = "?" in text or "\ufffd" in text
            assert marked or not list(cells.cells(text, by, NO_LOSSES))


@given(st.text(st.sampled_from(EVERY + "a "), min_size=1, max_size=12))
def test_a_table_that_begins_nothing_of_a_text_is_not_weighed(text: str) -> None:
    losses = Losses(controls=True, hyphens=True, spaces=True)
    votes: Counter[str] = Counter()
    weighed = survey.survey([text], [[]], tables(), votes, losses, head_clean=False)
    for by in tables():
        if by.name not in weighed:
            assert not list(cells.cells(text, by, losses))


@pytest.mark.parametrize("number", [2, 5, 90])
def test_lines_are_read_alike_however_often(number: int) -> None:
    by = table("windows-1252")
    line = by.show("Él llegó — “más” ✅ ") * number
    assert cells.cells_of(line, by, NO_LOSSES) == tuple(cells.cells(line, by, NO_LOSSES))
