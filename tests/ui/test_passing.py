"""What is told in passing: it goes by itself, and nothing waits for it."""

from __future__ import annotations

from time import time

import pytest
from textual.events import MouseDown
from textual.widgets._toast import Toast

from tests.ui.conftest import Open
from tests.ui.driver import until
from tui.ui.passing import Passing


@pytest.mark.parametrize(("ago", "is_over"), [(0.0, False), (5.0, True), (3600.0, True)])
def test_a_timer_over_what_is_left_of_it_always_rings(ago: float, is_over: bool) -> None:
    told = Passing("Told.", timeout=5, raised_at=time() - ago)
    assert 0 < told.time_left <= 5
    assert told.has_expired is is_over


async def test_whatever_is_told_is_of_that_kind_and_goes(open_workbench: Open) -> None:
    async with open_workbench(toasts=True) as at:
        at.app.notify("One.", timeout=0.01, markup=False)
        at.review.notify("Two.", timeout=60, markup=False)
        await until(at.pilot, lambda: "Two." in at.shown, "it is told")
        told = list(at.app._notifications)
        assert {type(one) for one in told} == {Passing}
        await until(at.pilot, lambda: at.toasts == ["Two."], "the first is gone")


async def test_one_whose_time_ran_out_as_it_was_made_holds_up_nothing(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_workbench(toasts=True) as at:
        monkeypatch.setattr(Passing, "has_expired", False)
        at.app.notify("Late.", timeout=-1, markup=False)
        await until(at.pilot, lambda: "Late." in at.shown, "it is told")
        await until(at.pilot, lambda: "Late." not in at.shown, "it is gone")


async def test_a_click_on_one_that_goes_at_that_moment_ends_nothing(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_workbench(toasts=True) as at:
        at.app.notify("Told.", timeout=60, markup=False)
        await until(at.pilot, lambda: "Told." in at.shown, "it is told")
        left, top = at.review.query_one(Toast).region.offset
        x, y = left + 2, top + 1
        down = MouseDown(None, x, y, 0, 0, 1, False, False, False, x, y)
        with monkeypatch.context() as patch:
            patch.setattr(Toast, "parent", None)  # as of one that was just removed
            at.review._forward_event(down)
        assert at.review.get_widget_at(x, y)[0] is at.review.query_one(Toast)
        await at.press("j")
        assert at.app.is_running


async def test_what_comes_of_a_key_stands_in_the_place_of_what_came_before(
    open_workbench: Open,
) -> None:
    async with open_workbench(toasts=True) as at:
        at.app.notify("Report written.", timeout=60, markup=False)
        at.review.desk.say("One.")
        await until(at.pilot, lambda: "One." in at.shown, "the first is told")
        at.review.desk.say("Two.")
        await until(at.pilot, lambda: "Two." in at.shown, "the second is told")
        assert "One." not in at.shown
        assert at.toasts == ["Report written.", "Two."]
        await until(at.pilot, lambda: len(at.review.query("ToastHolder")) == 2, "no more is held")
