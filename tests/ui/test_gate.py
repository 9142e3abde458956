"""What is drawn is as wide in every terminal as it is reckoned."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from tests.samples import note
from tests.ui.conftest import Open
from tui.ui.cells import in_cells
from tui.ui.gate import PlainFilter

SELECTOR = "\ufe0f"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("🏷\ufe0f Labels", "🏷  Labels"),
        ("⭐\ufe0f ⭐ 日", "⭐ ⭐ 日"),
        ("press 1\ufe0f\u20e3 now", "press 1\u20e3  now"),
        ("🏳\ufe0f\u200d🌈!", "🏳\u200d🌈 !"),
        ("🤷\u200d♀\ufe0f!", "🤷\u200d♀!"),
        ("a\ufe0fb", "ab"),
        ("\ufe0f", ""),
        ("🏷 é", "🏷 é"),
    ],
)
def test_a_sign_is_drawn_without_what_asks_for_an_emoji(text: str, drawn: str) -> None:
    assert in_cells(text) == drawn


@given(st.text(st.sampled_from("a1 é日🏷⭐❤\u200d\ufe0f\u20e3\u0301🤷♀🏽"), max_size=30))
def test_it_takes_the_cells_that_were_reckoned(text: str) -> None:
    drawn = in_cells(text)
    assert SELECTOR not in drawn
    assert cell_len(drawn) == cell_len(text)
    assert in_cells(drawn) == drawn


def test_it_is_so_in_every_piece_of_a_line() -> None:
    line = PlainFilter().apply([Segment("a"), Segment("🏷\ufe0f\x1b")], Color(0, 0, 0))
    assert [segment.text for segment in line] == ["a", "🏷 ␛"]


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_wherever_such_a_sign_stands_the_lines_are_as_wide_as_the_screen(
    open_workbench: Open, notes: Path, size: tuple[int, int]
) -> None:
    text = note("Order ❤\ufe0f and 🏷\ufe0f labels.", title="Plan 🏷\ufe0f ❤\ufe0f", day="2026-01-01")
    (notes / "signs.md").write_text(text.replace("plan", "plan 🏷\ufe0f"), encoding="utf-8")
    async with open_workbench(size=size, toasts=True) as at:
        seen = 0
        for keys in (["space"], ["enter"], ["R"], ["escape", "2"], ["ctrl+p"]):
            await at.press(*keys)
            lines = at.app.screen._compositor.render_strips()
            seen += sum("🏷" in line.text or "❤" in line.text for line in lines)
            assert not any(SELECTOR in line.text for line in lines)
            assert {cell_len(line.text) for line in lines} == {size[0]}
        assert seen >= 5
