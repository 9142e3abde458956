"""What the reviewer sees of a decision that cannot be saved, and what can be done about it."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from tests.program import Desk
from tests.ui.conftest import Open
from tests.ui.driver import until
from tui.workbench import JournalError, RefusedError, Setting, Workbench


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


async def test_what_cannot_be_saved_is_kept_elsewhere_and_counts_from_then_on(
    open_workbench: Open, notes: Path
) -> None:
    async with open_workbench() as at:
        await at.press("l", "l", "space")
        ticked, boxes = at.closed, at.boxes
        before = (notes / ".workbench" / "tasks.jsonl").read_bytes()
        (notes / ".workbench").rename(notes / "away")
        (notes / ".workbench").write_text("a file where the folder of the journal was")
        await at.press("j", "space")
        assert (at.closed, at.boxes) == (ticked, boxes)
        assert any("W keeps them elsewhere" in toast for toast in at.toasts)
        await at.press("W", "n", "space")
        assert at.closed == ticked
        await at.press("W", "y")
        await until(at.pilot, lambda: "are kept in" in " ".join(at.toasts), "it is said where")
        await at.press("space")
        assert at.closed == ticked + 1
        await at.press("u", "space")  # and what is decided there is taken back as anywhere
        assert at.closed == ticked + 1
        await at.press("W", "y")
        await until(at.pilot, lambda: "no other place" in " ".join(at.toasts), "it is refused")
    (notes / ".workbench").unlink()
    (notes / "away").rename(notes / ".workbench")
    assert (notes / ".workbench" / "tasks.jsonl").read_bytes() == before
    bench = Workbench(notes)
    bench.load()
    assert bench.totals().closed == ticked + 1


def test_what_one_workbench_keeps_elsewhere_the_others_that_are_open_take_in(notes: Path) -> None:
    one, other = Workbench(notes, by="ana"), Workbench(notes, by="eva")
    for bench in (one, other):
        bench.load()
        bench.accept(bench.look())
    row = next(row for row in one.index.rows() if len(row.tasks) > 1)
    first, second = row.tasks[:2]
    other.decide(other.drafts.setting([(row, first)], Setting(status="done")))
    one.accept(one.look())
    kept = one.move_store()
    # The folder could be written; of what is wrong no more is said than is known.
    assert one.notices() == [f"decisions cannot be saved beside the notes; they are kept in {kept}"]
    one.decide(one.drafts.setting([(row, first)], Setting(status="dropped")))
    other.accept(other.look())
    assert other.status(first) == "dropped"
    other.decide(other.drafts.setting([(row, first), (row, second)], Setting(status="doing")))
    one.accept(one.look())
    assert [one.status(task) for task in (first, second)] == ["doing", "doing"]


def test_a_journal_that_was_named_has_no_other_place(notes: Path, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"mine\.jsonl, and have no other place"):
        Workbench(notes, store=tmp_path / "mine.jsonl").move_store()
    with pytest.raises(RefusedError, match="opened read-only"):
        Workbench(notes, read_only=True).move_store()


def test_what_a_newer_version_decided_on_stays_read_only_elsewhere(notes: Path) -> None:
    bench = Workbench(notes)
    bench.load()
    row = next(row for row in bench.index.rows() if row.tasks)
    newer = f'{{"v":99,"task":"{row.tasks[0].id}"}}\n'
    (notes / ".workbench").mkdir()
    (notes / ".workbench" / "tasks.jsonl").write_text(newer)
    bench = Workbench(notes)
    bench.load()
    bench.move_store()
    tick = bench.drafts.setting([(row, row.tasks[0])], Setting(status="done"))
    with pytest.raises(JournalError, match="newer version"):
        bench.decide(tick)


def test_a_command_that_cannot_save_fails_and_another_place_takes_it(desk: Desk) -> None:
    task = desk.run("tasks").rows[0][0]
    desk.store.mkdir(parents=True)  # no file can be there
    refused = desk.run("done", task)
    assert (refused.status, refused.out) == (3, b"")
    assert desk.run("done", task, "--store", desk.home / "mine.jsonl").status == 0
    bench = Workbench(desk.notes, desk.home / "mine.jsonl")
    bench.load()
    assert bench.totals().closed == 1
