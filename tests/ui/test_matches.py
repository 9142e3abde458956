"""Where a filter's words are shown: the places of pieces, cut and laid over what they look like."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content, Span

from tests.samples import note
from tests.ui.conftest import Open
from tests.ui.driver import Driver
from tui.ui.inline import inline, parts
from tui.ui.matches import NONE, Matches, marked
from tui.workbench import parse_filter


def looking_for(text: str) -> Matches:
    return Matches(parse_filter(text))


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ([], [("one two", "dim")]),
        ([(0, 3)], [("one", "dim match"), (" two", "dim")]),
        ([(0, 1), (4, 7)], [("o", "dim match"), ("ne ", "dim"), ("two", "dim match")]),
        ([(4, 99)], [("one ", "dim"), ("two", "dim match")]),
        ([(99, 100)], [("one two", "dim")]),
    ],
)
def test_a_piece_is_cut_where_its_places_are(
    places: list[tuple[int, int]], found: list[tuple[str, str]]
) -> None:
    assert list(marked(("one two", "dim"), places)) == found


def test_a_match_is_laid_over_the_looks_of_a_line() -> None:
    line = looking_for('"or tea" mil').on(inline("Coffee **or** tea, `milk`"), "text")
    assert list(parts(line)) == [
        ("Coffee ", ""),
        ("or", "strong match"),
        (" tea", "match"),
        (", ", ""),
        ("milk", "code match"),
    ]
    assert line.plain == "Coffee or tea, milk"


def test_a_letter_that_two_stand_for_is_marked_as_the_one_it_is() -> None:
    line = looking_for("oeuvre lodz").on(inline("An œuvre, **Łódź**."), "text")
    assert list(parts(line)) == [
        ("An ", ""),
        ("œuvre", "match"),
        (", ", ""),
        ("Łódź", "strong match"),
        (".", ""),
    ]


async def test_letters_without_a_mark_of_their_own_are_found_and_marked_everywhere(
    open_workbench: Open, notes: Path
) -> None:
    (notes / "polish.md").write_text(
        note("Write to Łódź about the œuvre.", title="Plans for Łódź"), encoding="utf-8"
    )
    async with open_workbench() as at:
        at.app.theme = "ansi-dark"
        await at.press("slash")
        await at.type("lodz oeuvre")
        await at.press("enter")
        assert matches(at).count("Łódź") >= 3  # in the list, the text and the checklist
        assert "œuvre" in matches(at)


def test_what_is_not_asked_for_stays_as_it_is() -> None:
    content = Content("one two", [Span(0, 3, "strong")])
    assert looking_for("three").on(content, "text") is content
    assert looking_for("title:one").on(content, "text") is content
    assert looking_for("text:one").on(content, "anywhere") is content


def test_filters_without_words_are_alike() -> None:
    assert looking_for("is:open") == NONE == looking_for("")
    assert looking_for("a") != looking_for("b")
    assert looking_for("a") == looking_for("A")


def matches(at: Driver) -> list[str]:
    """What is drawn as a match, which in sixteen colours is bold and underlined."""
    return [text for text, style in at.styled if style.bold and style.underline]


async def test_matches_stand_in_list_text_and_tasks(open_workbench: Open) -> None:
    async with open_workbench() as at:
        at.app.theme = "ansi-dark"
        await at.press()
        assert matches(at) == []
        await at.press("slash")
        await at.type("graphviz minist")
        await at.press("enter")
        found = matches(at)
        assert {"Graphviz", "Ministry"} <= set(found)
        await at.press("escape")
        assert matches(at) == []


async def test_in_other_colours_a_match_has_a_ground_of_its_own(open_workbench: Open) -> None:
    async with open_workbench() as at:
        ground = {text: style.bgcolor for text, style in at.styled}["SESSION GOAL"]
        await at.press("slash")
        await at.type("goal")
        marked = [style.bgcolor for text, style in at.styled if text == "goal"]
        assert marked
        assert ground not in marked


async def test_without_colours_a_match_is_underlined(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_workbench(no_color=True) as at:
        await at.press("slash")
        await at.type("strateg")
        assert {"strategies", "strategic"} & set(matches(at))


async def test_matches_further_down_are_found_when_they_come_into_view(
    open_workbench: Open,
) -> None:
    async with open_workbench(size=(80, 24)) as at:
        at.app.theme = "ansi-dark"
        await at.press("j", "slash")
        await at.type("safety")
        await at.press("enter", "enter", "G")
        assert "safety" in matches(at)
        await at.pilot.resize_terminal(60, 24)
        await at.press("G")
        assert "safety" in matches(at)
