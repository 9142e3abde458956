"""Keys that come faster than they can be acted on, and what is drawn meanwhile."""

from __future__ import annotations

import asyncio
from itertools import count

import pytest
from textual.events import Key

from tests.ui.conftest import Open
from tests.ui.driver import settled
from tui.ui import app
from tui.ui.breaths import FRAME_SECONDS, Breaths
from tui.ui.screens.review import ReviewScreen
from tui.ui.widgets.session_list import SessionList

MANY = 60


async def test_one_is_taken_after_a_while_without() -> None:
    times = iter([0.0, 0.1, 0.2, 0.3, 1.0, 1.1])
    breaths = Breaths(lambda: next(times))
    assert [breaths.are_due() for _ in range(6)] == [False, False, False, True, False, False]


async def test_none_is_taken_where_others_had_their_turn() -> None:
    times = count()
    breaths = Breaths(lambda: float(next(times)))
    assert not breaths.are_due()
    await asyncio.sleep(2 * FRAME_SECONDS)
    assert not breaths.are_due()


async def test_of_many_keys_at_once_something_is_drawn_on_the_way(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    tenths = count()
    monkeypatch.setattr(app, "Breaths", lambda: Breaths(lambda: next(tenths) / 10))
    moves, drawn = [], set()
    move, draw = ReviewScreen.action_move, SessionList.render_lines

    def moved(screen: ReviewScreen, by: int) -> None:
        moves.append(by)
        move(screen, by)

    def drew(sessions: SessionList, *crop: object) -> object:
        drawn.add(len(moves))
        return draw(sessions, *crop)  # type: ignore[arg-type]

    monkeypatch.setattr(ReviewScreen, "action_move", moved)
    monkeypatch.setattr(SessionList, "render_lines", drew)
    async with open_workbench() as at:
        for number in range(MANY):
            key = "jk"[number % 2]
            at.app.post_message(Key(key, key))
        await settled(at.pilot)
        assert len(moves) == MANY
        assert drawn - {0, MANY}
