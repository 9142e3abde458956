"""A note that another program saves while it is open: it is read beside the screen."""

from __future__ import annotations

import gc
import threading
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ui.conftest import Open
from tests.ui.driver import Driver, on_top, settled, until
from tui.library import found, reading
from tui.library.index import Index
from tui.notes import read_note
from tui.ui.screens.tasks import TasksScreen


def rewrite(at: Driver, notes: Path, title: str) -> None:
    """Give the note under the cursor another title, as another program does."""
    assert at.session is not None
    note = (
        "## 2031-01-01 — Session: {}\n\n### Session Goal\nA day.\n\n### Pending Tasks\n- Go on.\n"
    )
    (notes / at.session).write_text(note.format(title), encoding="utf-8")


def titles(at: Driver) -> list[str]:
    return [row.title for row in at.review.desk.bench.index.rows()]


async def test_nothing_of_it_is_read_or_written_where_keys_are_answered(
    open_workbench: Open, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, threading.Thread]] = []

    def told(what: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def tell(*arguments: Any) -> Any:
            done.append((what, threading.current_thread()))
            return work(*arguments)

        return tell

    async with open_workbench() as at:
        rewrite(at, notes, "Another day")
        monkeypatch.setattr(reading, "read_note", told("read_note", read_note))
        for name in ("row_of", "texts_of"):
            monkeypatch.setattr(found, name, told(name, getattr(found, name)))
        monkeypatch.setattr(Index, "put", told("put", Index.put))
        at.review.following.read_again()
        await until(at.pilot, lambda: "Another day" in at.shown, "it is shown")
        await settled(at.pilot)
        assert "Another day" in titles(at)
    assert {what for what, _ in done} == {"read_note", "row_of", "texts_of", "put"}
    assert threading.main_thread() not in {where for _, where in done}


async def test_it_is_taken_in_though_the_cursor_went_on_before_it_was_read(
    open_workbench: Open, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    async with open_workbench() as at:
        rewrite(at, notes, "Another day")
        here = at.session

        def read_late(path: str, data: bytes) -> Any:
            if path == here:
                begun.set()
                go_on.wait()
            return read_note(path, data)

        monkeypatch.setattr(reading, "read_note", read_late)
        try:
            at.review.following.read_again()
            await until(at.pilot, begun.is_set, "it is being read")
            await at.press("j")
            assert at.session != here
        finally:
            go_on.set()
        await until(at.pilot, lambda: "Another day" in at.shown, "it is listed anew")
        assert at.session != here
        assert "Another day" in titles(at)


async def test_what_is_given_up_before_it_began_leaves_nothing_behind(
    open_workbench: Open,
) -> None:
    def give_up(begin: Callable[[], object]) -> None:
        """Begin twice, so that the first time is given up before it had a turn."""
        begin()
        begin()

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        async with open_workbench() as at:
            give_up(at.review.following.read_again)
            await settled(at.pilot)
            await at.press("2")
            screen = on_top(at)
            assert isinstance(screen, TasksScreen)
            give_up(screen.following.read_again)
            give_up(screen.action_mark_similar)
            await settled(at.pilot)
        gc.collect()
    assert [str(one.message) for one in caught if "never awaited" in str(one.message)] == []
