"""A page or a question that is left, or answered, before it is all there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from textual.command import Hit
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input

from tests.ui.conftest import Open
from tests.ui.driver import Driver, settled, until
from tui.ui.palette import Offers
from tui.ui.screens.ask import AskScreen
from tui.ui.screens.choose import ChooseScreen
from tui.ui.screens.confirm import ConfirmScreen
from tui.ui.screens.orphans import OrphanScreen
from tui.ui.screens.page import TextScreen
from tui.ui.screens.pick_task import PickTaskScreen
from tui.ui.screens.review import ReviewScreen
from tui.ui.widgets.session_list import SessionList

OPENERS: dict[str, Callable[[ReviewScreen], object]] = {
    "status": lambda review: review.action_choose_status(),
    "sort": lambda review: review.action_sort(),
    "facets": lambda review: review.action_facets(),
    "problems": lambda review: review.action_left_out(),
    "stored": lambda review: review.action_stored(),
    "help": lambda review: review.action_help(),
    "palette": lambda review: review.app.action_command_palette(),
    "question": lambda review: review.app.push_screen(AskScreen("What", "for")),
    "confirmation": lambda review: review.app.push_screen(ConfirmScreen("Really?", "for")),
    "assign": lambda review: review.action_assign(),
    "lost": lambda review: review.app.push_screen(OrphanScreen(review.desk)),
    "candidates": lambda review: review.app.push_screen(PickTaskScreen(review.desk, "One", "for")),
}
MOST_TURNS = 16
"""So many turns of the loop, at the most, lie between opening it and leaving it."""


@pytest.mark.parametrize("opener", OPENERS)
async def test_it_can_be_left_at_any_moment(open_workbench: Open, opener: str) -> None:
    async with open_workbench() as at:
        await at.press("tab", "tab")
        for turns in range(MOST_TURNS):
            OPENERS[opener](at.review)
            for _ in range(turns):
                await asyncio.sleep(0)
            opened = at.app.screen
            assert isinstance(opened, ModalScreen)
            opened.dismiss(None)
            opened.dismiss(None)  # a second key that was on its way
            await settled(at.pilot)
            assert at.app.screen is at.review


async def test_a_choice_can_be_made_before_it_is_drawn(open_workbench: Open) -> None:
    async with open_workbench() as at:
        answers: list[str | None] = []
        choices = [("a", "First"), ("b", "Second"), ("c", "Third")]
        screen = ChooseScreen("Which", choices, "b")
        screen.action_down()
        at.app.push_screen(screen, answers.append)
        screen.action_up()
        await at.press("down", "enter")
        assert answers == ["c"]


async def test_a_palette_that_is_left_looks_for_nothing_more(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def find_without_end(_: Offers, query: str) -> AsyncIterator[Hit]:
        while True:
            yield Hit(1.0, "Found", lambda: None, text=query, help="it")
            await asyncio.sleep(0)

    monkeypatch.setattr(Offers, "search", find_without_end)
    async with open_workbench() as at:
        for turns in range(MOST_TURNS // 2):
            at.app.action_command_palette()
            palette = at.app.screen
            await until(at.pilot, lambda: bool(at.app.screen.query(Input)), "the palette is open")
            palette.query_one(Input).value = "found"
            for _ in range(turns):
                await asyncio.sleep(0)
            await palette.run_action("escape")
            await settled(at.pilot)
            assert at.app.screen is at.review


async def test_escape_leaves_a_palette_that_is_not_there_yet(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("f")
        at.app.simulate_key("ctrl+p")
        at.app.simulate_key("escape")
        at.app.simulate_key("escape")
        await settled(at.pilot)
        assert at.app.screen is at.review


@pytest.mark.parametrize("size", [(160, 50), (60, 16)])
async def test_keys_reach_the_pane_in_view_though_nothing_had_the_focus(
    open_workbench: Open, size: tuple[int, int]
) -> None:
    async with open_workbench(size=size) as at:
        await at.press("slash", *"the", "enter", "tab", "tab")
        here = at.focus
        at.review.set_focus(None)  # as a click does where the terminal has just become smaller
        await at.press("o", "escape")
        assert at.app.screen is at.review
        assert at.focus == (here if size[0] < 100 else "sessions")
        await at.press("question_mark")
        assert isinstance(at.app.screen, TextScreen)


def at_once(at: Driver, *keys: str) -> None:
    """Press keys so fast that all of them wait when the first one is looked at."""
    for key in keys:
        at.app.post_message(Key(key, key if len(key) == 1 else None))


async def test_enter_does_not_overtake_letters_that_narrow(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("f", "tab")
        at_once(at, *"innov", "enter")
        await settled(at.pilot)
        assert at.app.screen is at.review
        assert at.review.filtering.filter == "label:=Innovation"


async def test_enter_does_not_overtake_letters_that_look_for_a_task(open_workbench: Open) -> None:
    async with open_workbench() as at:
        answers: list[str] = []
        pick = PickTaskScreen(at.review.desk, "One", "for")
        at.app.push_screen(pick, lambda chosen: answers.append(chosen[1].text if chosen else ""))
        await settled(at.pilot)
        at_once(at, *"modules", "enter")
        await settled(at.pilot)
        assert [answer[:32] for answer in answers] == ["Develop specific training module"]


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        ([*"abcd", "backspace", "e"], "abce"),
        ([*"zz", "ctrl+u", *"budget"], "budget"),
        ([*"bcd", "home", "a"], "abcd"),
        ([*"ab", "left", "x", "delete", "y"], "axy"),
    ],
)
async def test_letters_do_not_overtake_what_changes_them(
    open_workbench: Open, keys: list[str], typed: str
) -> None:
    async with open_workbench() as at:
        await at.press("slash")
        at_once(at, *keys)
        await settled(at.pilot)
        assert at.review.query_one("#filter-input", Input).value == typed
        await at.press("escape", "ctrl+p")
        at_once(at, *keys)
        await settled(at.pilot)
        assert at.app.screen.query_one(Input).value == typed


async def test_keys_after_enter_are_no_letters_of_the_filter(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("slash")
        at_once(at, *"plan", "enter", "j")
        await settled(at.pilot)
        assert at.review.filtering.filter == "plan"
        assert at.review.query_one(SessionList).was_moved
