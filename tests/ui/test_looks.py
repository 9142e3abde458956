"""What lines are drawn with: as few pieces as look the same, and no cell that looks another."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from rich.segment import Segment
from rich.style import Style

from tests.ui.conftest import Open
from tui.ui.looks import Brush, Part
from tui.ui.widgets.session_list import SessionList

BASE = Style(color="#d5d9e0", bgcolor="#171c24")
STYLES = {
    "": BASE,
    "dim": BASE + Style(color="#808080"),
    "accent": BASE + Style(color="#e5b673", bold=True),
    "match": BASE + Style(bgcolor="#505050"),
    "link": BASE + Style(color="#00ff00", underline=True),
    "cursor": BASE + Style(color="#00ff00", reverse=True),
}


class Plain(Brush):
    """A brush with looks of its own, which needs no widget."""

    def __init__(self) -> None:
        self._grounds = {}

    def look(self, name: str, base: Style) -> Style:
        return STYLES[name]


def cells(segments: list[Segment]) -> list[tuple[object, ...]]:
    """What is seen of each cell: of one that nothing is drawn in, its ground."""
    seen: list[tuple[object, ...]] = []
    for text, style, _ in segments:
        assert style is not None
        for sign in text:
            is_ground = sign == " " and not (style.underline or style.reverse)
            seen.append((sign, style.bgcolor if is_ground else style))
    return seen


pieces = st.lists(
    st.tuples(st.sampled_from([" ", "  ", "a", "b c", " d ", ""]), st.sampled_from([*STYLES]))
)


@given(pieces)
def test_every_cell_looks_as_its_part_does(parts: list[Part]) -> None:
    drawn = Plain().segments(parts, BASE)
    assert cells(drawn) == cells([Segment(text, STYLES[name]) for text, name in parts])
    assert all(segment.text for segment in drawn)


@pytest.mark.parametrize(
    ("parts", "drawn"),
    [
        ([(" ", "accent"), ("● ", "accent"), ("title", ""), (" ", "dim"), (" ", "accent")], 2),
        ([(" ", "dim"), ("a", "accent")], 1),
        ([("a", ""), (" ", "match"), ("b", "")], 3),
        ([("a", ""), (" ", "link")], 2),
        ([(" ", "cursor"), (" ", "")], 2),
        ([("a", ""), ("b", "dim")], 2),
    ],
)
def test_a_blank_goes_with_what_stands_beside_it(parts: list[Part], drawn: int) -> None:
    assert len(Plain().segments(parts, BASE)) == drawn


async def test_a_row_of_the_list_is_drawn_in_few_pieces(open_workbench: Open) -> None:
    async with open_workbench() as at:
        sessions = at.app.screen.query_one(SessionList)
        row = sessions.render_lines(sessions.size.region)[1]
        assert len(list(row)) < 9
