"""A page or a question that is left, or answered, before it is all there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from textual.screen import ModalScreen
from textual.widgets import Input

from tests.ui.conftest import Open
from tests.ui.driver import settled, until
from tui.ui.screens.ask import AskScreen
from tui.ui.screens.choose import ChooseScreen
from tui.ui.screens.confirm import ConfirmScreen
from tui.ui.screens.orphans import OrphanScreen
from tui.ui.screens.pick_task import PickTaskScreen
from tui.ui.screens.review import ReviewScreen

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


async def test_a_palette_that_is_left_looks_for_nothing_more(open_workbench: Open) -> None:
    async with open_workbench() as at:
        for turns in range(MOST_TURNS):
            at.review.app.action_command_palette()
            await until(at.pilot, lambda: bool(at.app.screen.query(Input)), "the palette is open")
            at.app.screen.query_one(Input).value = "the"
            for _ in range(turns):
                await asyncio.sleep(0)
            at.app.simulate_key("escape")
            await settled(at.pilot)
            assert at.app.screen is at.review
