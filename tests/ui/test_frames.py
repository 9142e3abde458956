"""A key and what comes of it, drawn together."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from textual.app import App

from tests.ui.conftest import Open
from tui.ui.frames import Frames, not_held
from tui.ui.widgets.session_list import SessionList

PATIENCE = 60.0


class Drawing:
    """What draws, and tells whether it is held back."""

    def __init__(self) -> None:
        self.screen_stack: list[Any] = []
        self.held = 0
        self._free = asyncio.Event()

    @contextmanager
    def batch_update(self) -> Iterator[None]:
        """Hold back, as Textual's app does."""
        self.held += 1
        yield
        self.held -= 1
        self._free.set()

    async def is_free(self) -> None:
        """Wait until nothing is held back any more that was."""
        await asyncio.wait_for(self._free.wait(), PATIENCE)
        self._free.clear()


def held_by(drawing: Drawing, *times: float) -> Frames:
    told = iter(times)
    return Frames(cast("App[Any]", drawing), lambda: next(told))


async def test_a_frame_is_held_until_all_have_let_go() -> None:
    drawing = Drawing()
    frames = held_by(drawing, 0.0, 0.001, 0.002, 0.003)
    one, other = frames.hold(), frames.hold()
    assert drawing.held == 1
    one()
    one()
    assert drawing.held == 1
    other()
    await drawing.is_free()
    assert drawing.held == 0


async def test_what_changes_as_a_frame_is_let_go_is_drawn_with_it() -> None:
    drawing = Drawing()
    frames = held_by(drawing, 0.0, 0.001)
    frames.hold()()
    told: list[str] = []
    asyncio.get_running_loop().call_soon(told.append, "a widget has changed")
    assert drawing.held == 1
    await drawing.is_free()
    assert told


async def test_a_frame_that_is_held_again_as_it_is_let_go_stays_held() -> None:
    drawing = Drawing()
    frames = held_by(drawing, 0.0, 0.001, 0.002, 0.003)
    frames.hold()()
    release = frames.hold()
    for _ in range(10):
        await asyncio.sleep(0)
    assert drawing.held
    release()
    await drawing.is_free()
    assert drawing.held == 0


async def test_a_frame_nobody_lets_go_is_drawn_soon() -> None:
    drawing = Drawing()
    held_by(drawing, 0.0, 1.0).hold()
    assert drawing.held == 1
    await drawing.is_free()
    assert drawing.held == 0


async def test_keys_that_repeat_do_not_hold_a_frame_for_ever() -> None:
    drawing = Drawing()
    frames = held_by(drawing, 0.0, 0.010, 0.012, 0.038, 0.042, 0.070)
    frames.hold()()
    frames.hold()()
    late = frames.hold()
    await drawing.is_free()
    assert drawing.held == 0
    late()
    frames.hold()
    assert drawing.held == 1


async def test_what_was_not_held_can_be_let_go() -> None:
    not_held()


async def test_a_letter_in_the_filter_moves_nothing_on_the_screen(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("j", "j", "k", "k")  # a pane gets its scroll bar when it first needs one
        for _ in range(2):
            await at.press("slash")
            laid_out: list[object] = []
            signal = at.app.screen.screen_layout_refresh_signal
            signal.subscribe(at.app.screen, laid_out.append)
            await at.type("valid")
            assert at.front.filtering.filter == "valid"
            assert not laid_out
            signal.unsubscribe(at.app.screen)
            await at.press("escape")


async def test_to_type_at_a_filter_again_lists_nothing_anew(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("slash", "a", "enter", "escape", "j", "j")
        assert at.review.query_one(SessionList).cursor == 2
        await at.press("slash")
        assert at.review.query_one(SessionList).cursor == 2
