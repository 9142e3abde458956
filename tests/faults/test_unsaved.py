"""What the reviewer sees of a decision that cannot be saved, and what can be done about it."""

from __future__ import annotations

import errno
import os
from typing import NoReturn

import pytest

from tests.program import Desk
from tests.ui.conftest import Open
from tui.workbench import Workbench


@pytest.mark.parametrize(
    ("call", "number"),
    [("open", errno.EROFS), ("write", errno.ENOSPC), ("fsync", errno.EIO)],
)
async def test_the_box_stays_empty_until_it_is_saved(
    open_workbench: Open,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    async with open_workbench() as at:
        await at.press("l", "l")
        assert at.focus == "tasks"
        before, boxes = at.closed, at.boxes
        with monkeypatch.context() as patch:
            patch.setattr(os, call, refuse)
            await at.press("space")
            assert (at.closed, at.boxes) == (before, boxes)
        assert any(f"not saved ({os.strerror(number)})" in toast for toast in at.toasts)
        await at.press("j", "k")  # the reviewer goes on
        await at.review.desk.look()
        assert (at.closed, at.boxes) == (before, boxes)
        await at.press("space")  # and tries again
        assert at.closed == before + 1


def test_a_command_that_cannot_save_fails_and_another_place_takes_it(desk: Desk) -> None:
    task = desk.run("tasks").rows[0][0]
    desk.store.mkdir(parents=True)  # no file can be there
    refused = desk.run("done", task)
    assert (refused.status, refused.out) == (3, b"")
    assert desk.run("done", task, "--store", desk.home / "mine.jsonl").status == 0
    bench = Workbench(desk.notes, desk.home / "mine.jsonl")
    bench.load()
    assert bench.totals().closed == 1
