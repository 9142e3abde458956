"""A terminal that is given another size while the workbench has no processor."""

from __future__ import annotations

import sys
from functools import partial
from weakref import WeakKeyDictionary

import pytest
from textual import _time
from textual.geometry import Size
from textual.timer import Timer
from textual.widget import Widget

from tests.ui.conftest import Open
from tests.ui.driver import until


class Stalled:
    """A clock that stands still for a second for each timer that begins, right after it began.

    So does a program that is stopped there, or kept from its processor.
    """

    def __init__(self) -> None:
        self._time = _time.get_time
        self._begun = WeakKeyDictionary[Timer, int]()

    def __call__(self) -> float:
        timer = sys._getframe(1).f_locals.get("self")
        if not isinstance(timer, Timer):
            return self._time()
        self._begun[timer] = self._begun.get(timer, 0) + 1
        return self._time() + (self._begun[timer] > 1)


def has(screen: Widget, size: Size) -> bool:
    """Whether a screen is laid out for a size."""
    return screen.outer_size == size


async def test_a_size_is_taken_though_the_timer_that_waits_for_it_was_missed(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_workbench(size=(160, 50)) as at:
        monkeypatch.setattr(_time, "get_time", Stalled())
        for size in (Size(220, 60), Size(100, 30)):
            await at.pilot.resize_terminal(*size)
            await until(at.pilot, partial(has, at.review, size), f"it has {size}")
            assert len(at.shown.split("\n")) == size.height


async def test_a_page_over_the_screen_is_as_large_as_the_terminal(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_workbench(size=(160, 50)) as at:
        await at.press("f1")
        monkeypatch.setattr(_time, "get_time", Stalled())
        await at.pilot.resize_terminal(100, 30)
        await until(at.pilot, partial(has, at.app.screen, Size(100, 30)), "the page has it")
        await until(at.pilot, partial(has, at.review, Size(100, 30)), "so has what lies below")
