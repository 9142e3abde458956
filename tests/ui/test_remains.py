"""What is gone from the screen is gone from memory, and all that was drawn of it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from weakref import ReferenceType, ref

import pytest
from textual._styles_cache import StylesCache
from textual.cache import FIFOCache
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tests.ui.conftest import Open
from tests.ui.driver import Driver, on_top, settled, until
from tests.ui.test_hasty import OPENERS
from tui.ui import app as app_module
from tui.ui.screens.review import ReviewScreen

TIMES = 4
PAGES: dict[str, Callable[[ReviewScreen], object]] = {
    **OPENERS,
    "theme": lambda review: review.app.search_themes(),
}


@pytest.fixture(autouse=True)
def looking_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for seconds."""
    monkeypatch.setattr(app_module, "_LET_GO_SECONDS", 0.01)


def lines_drawn() -> int:
    """How many lines of all that was drawn are in memory."""
    gc.collect()
    return sum(isinstance(each, Strip) for each in gc.get_objects())


def drawing() -> int:
    """How many widgets something is kept for that draws them."""
    gc.collect()
    return sum(isinstance(each, StylesCache) for each in gc.get_objects())


async def leave_behind(at: Driver, opener: str) -> list[ReferenceType[Widget]]:
    """Open something over the screen and leave it; returns all that it was made of."""
    PAGES[opener](at.review)
    await settled(at.pilot)
    opened = on_top(at)
    assert opened is not at.review
    widgets = [ref(widget) for widget in opened.walk_children(Widget, with_self=True)]
    await at.press("escape")
    assert on_top(at) is at.review
    return widgets


@pytest.mark.parametrize("opener", PAGES)
async def test_nothing_is_left_of_a_page(open_workbench: Open, opener: str) -> None:
    async with open_workbench() as at:
        await at.press("tab", "tab")
        await leave_behind(at, opener)  # what is made once is there from now on
        before = lines_drawn()
        widgets = [one for _ in range(TIMES) for one in await leave_behind(at, opener)]

        def all_gone() -> bool:
            gc.collect()
            return not any(widget() for widget in widgets)

        await until(at.pilot, all_gone, "its widgets are gone")
        assert lines_drawn() < before + TIMES


async def test_nothing_is_left_of_what_drew_it(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await leave_behind(at, "help")
        before = drawing()
        for _ in range(TIMES):
            await leave_behind(at, "help")
        await until(at.pilot, lambda: drawing() <= before, "what drew the pages is gone")


async def test_nothing_is_left_of_toasts(open_workbench: Open) -> None:
    async with open_workbench(toasts=True) as at:
        for number in range(20):
            at.app.notify(f"Said {number}.", timeout=600)
        await until(at.pilot, lambda: len(at.review.query("Toast")) == 20, "all are said")
        toasts = [*at.review.query("Toast"), *at.review.query("ToastHolder")]
        in_view = [toast for toast in toasts if toast.region.overlaps(at.review.region)]
        drawn = lines_drawn()
        await at.review.query("ToastHolder").remove()
        await until(at.pilot, lambda: lines_drawn() <= drawn - len(in_view), "their lines are gone")


def lines_of(screen: Screen[None]) -> list[Strip]:
    """The lines of the widgets of a screen that are kept as they were drawn."""
    widgets = screen.walk_children(Widget)
    return [line for widget in widgets for line in widget._styles_cache._cache.values()]


async def test_nothing_is_kept_of_screens_behind(open_workbench: Open) -> None:
    async with open_workbench() as at:
        review = at.review
        assert len(lines_of(review)) > 20
        await at.press("2")
        tasks = at.front
        await until(at.pilot, lambda: not lines_of(review), "what was drawn is gone")
        assert len(lines_of(tasks)) > 20
        before = at.shown
        await at.press("question_mark")
        await settled(at.pilot)
        assert len(lines_of(tasks)) > 20, "it is seen behind the page"
        await at.press("escape", "1", "2")
        await until(at.pilot, lambda: at.shown == before, "it is drawn as before")


async def test_nothing_is_kept_of_what_was_cut_from_lines(open_workbench: Open) -> None:
    def cuts() -> int:
        return sum(
            isinstance(each, FIFOCache) and len(each) > 0
            for line in lines_of(at.review)
            for each in (getattr(line, name) for name in Strip.__slots__)
        )

    async with open_workbench() as at:
        for line in lines_of(at.review):
            for end in range(1, 9):
                line.crop(0, end).divide([1])
        assert cuts() > 20
        before = at.shown
        await until(at.pilot, lambda: not cuts(), "what was cut is gone")
        at.review.refresh()
        await settled(at.pilot)
        assert at.shown == before
