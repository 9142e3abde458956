"""What pictures are made of: dots, axes and captions."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tui.ui.narrowing import besides
from tui.ui.plot import ACROSS, BLANK, area, line
from tui.ui.widgets.pictures.axis import axis_of
from tui.ui.widgets.pictures.lines import month_number, month_text
from tui.ui.widgets.pictures.picture import captions, merged
from tui.workbench import parse_filter

HEIGHTS = st.lists(st.floats(0, 1), min_size=1, max_size=40)


def points(heights: list[float], width: int) -> list[tuple[int, float]]:
    return [
        (int((index + 0.5) * width * ACROSS / len(heights)), height)
        for index, height in enumerate(heights)
    ]


@given(HEIGHTS, st.integers(1, 60), st.integers(1, 20))
def test_a_line_is_in_one_piece_from_its_first_point_to_its_last(
    heights: list[float], width: int, height: int
) -> None:
    rows = line(points(heights, width), width, height)
    assert (len(rows), {len(row) for row in rows}) == (height, {width})
    drawn = [any(row[x] != BLANK for row in rows) for x in range(width)]
    first, last = (points(heights, width)[at][0] // ACROSS for at in (0, -1))
    assert all(drawn[first : last + 1])
    assert not any(drawn[:first]) and not any(drawn[last + 1 :])  # noqa: PT018


@given(HEIGHTS, st.integers(1, 60), st.integers(1, 20))
def test_an_area_stands_on_the_floor(heights: list[float], width: int, height: int) -> None:
    rows = area(points(heights, width), width, height)
    assert (len(rows), {len(row) for row in rows}) == (height, {width})
    for x in range(width):
        column = [row[x] != BLANK for row in rows]
        assert column == sorted(column)


def test_nothing_has_no_area_and_everything_fills_it() -> None:
    assert area([(0, 0.0), (7, 0.0)], 4, 2) == [BLANK * 4] * 2
    assert area([(0, 1.0), (7, 1.0)], 4, 2) == ["⣿⣿⣿⣿"] * 2
    assert area([(2, 1.0)], 2, 1) == [BLANK + "⡇"]
    assert line([(0, 0.0), (7, 0.0)], 4, 2) == [BLANK * 4, "⣀⣀⣀⣀"]


@given(st.integers(0, 10**9), st.integers(1, 200), st.integers(1, 50))
def test_an_axis_reaches_up_to_a_round_number(most: int, width: int, height: int) -> None:
    axis = axis_of(most, width, height)
    assert axis.top >= most
    assert axis.top <= max(2, 2 * most)
    assert set(str(axis.top)[1:]) <= {"0"}
    assert axis.left + axis.width == max(axis.left, width)
    labels = ["".join(text for text, _ in axis.beside(y, "|")) for y in range(height)]
    assert {len(label) for label in labels} == {axis.left}
    assert labels[0].split() == [f"{axis.top:,}", "|"]


@given(st.lists(st.tuples(st.integers(0, 99), st.text("abc", max_size=9)), max_size=30), st.data())
def test_captions_do_not_touch_and_the_strong_one_is_there(
    texts: list[tuple[int, str]], data: st.DataObject
) -> None:
    texts = sorted(texts)
    strong = data.draw(st.none() | st.integers(0, len(texts) - 1)) if texts else None
    parts = captions(texts, 100, strong)
    said = "".join(text for text, _ in parts)
    assert len(said) == 100
    assert set(said.split()) <= {text for _, text in texts}
    if strong is not None and texts[strong][1]:
        assert (texts[strong][1], "strong") in parts


def test_captions_wider_than_all_there_is_are_left_out() -> None:
    assert captions([(1, "2024-02")], 3, 0) == [("   ", "")]
    assert captions([], 0, None) == []


def test_neighbours_of_one_look_are_one_piece() -> None:
    assert merged([("a", "x"), ("b", "x"), ("c", ""), ("d", "x")]) == [
        ("ab", "x"), ("c", ""), ("d", "x"),
    ]  # fmt: skip


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_are_numbered_without_a_gap(year: int, month: int) -> None:
    text = f"{year:04}-{month:02}"
    assert month_text(month_number(text)) == text
    assert month_text(month_number(text) + 12)[-2:] == text[-2:]


@pytest.mark.parametrize(
    ("text", "besides_it"),
    [
        ("", "is:open on:2024"),
        ("is:open", "is:open on:2024"),
        ("plan or budget", "(plan or budget) is:open on:2024"),
        ("on:2024 plan", "on:2024 plan is:open"),
        ("is:open or plan", "(is:open or plan) is:open on:2024"),
        ("(is:open or plan)", "(is:open or plan) is:open on:2024"),
    ],
)
def test_terms_are_asked_for_besides(text: str, besides_it: str) -> None:
    assert besides(text, ("is:open", "on:2024")) == besides_it
    assert parse_filter(besides_it).root is not None
