"""CSV: whole, and nothing in a cell is a formula."""

from __future__ import annotations

import csv
import io
from itertools import chain

from hypothesis import given, settings

from tests.reports.values import TEXTS, everywhere, facts, task
from tui.formulas import unharmed
from tui.plain import plain
from tui.reports import sheet

COMPUTES = ("=", "+", "-", "@")
SPACES = ("\t", "\r", "\n")


def cells(written: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written, newline="")))


@settings(deadline=None)  # a machine may be busy
@given(TEXTS)
def test_no_cell_begins_a_formula_and_every_line_is_whole(text: str) -> None:
    rows = cells(sheet.tasks(everywhere(text)))
    assert [len(row) for row in rows] == [len(sheet.COLUMNS)] * 4
    for cell in chain.from_iterable(rows):
        assert not cell.startswith(SPACES)
        for piece in cell.split(";"):  # some read a cell after each of them, too
            assert not piece.lstrip().startswith(COMPUTES)
    assert unharmed(rows[1][4]) == plain(text).lstrip("\t\r\n")


def test_what_stands_in_a_line() -> None:
    found = facts(task(due="2024-03-05", to="Eva", note="-1", by="Ana", on="2024-02-20"))
    assert cells(sheet.tasks(found)) == [
        list(sheet.COLUMNS),
        ["2024-02-13", "Business", "Home, Plans", "Planned the move", "Hire a van.", "pending",
         "2024-03-05", "Eva", "'-1", "Ana", "2024-02-20", "no", "a.md", "t1"],
    ]  # fmt: skip
