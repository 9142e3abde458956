"""A session signed off by key: who, when, whether it has changed since, and what."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import decision
from tests.test_deciding import opened
from tests.ui.conftest import Open
from tests.ui.driver import Driver, on_top
from tui.decisions import Journal, Setting
from tui.ui.screens.page import SignedScreen

NOTE = "000_f6b27d4923622a3f.txt"
BEFORE, AFTER = "processes.", "processes and of people."


def change(at: Driver, notes: Path) -> None:
    """Another program changes the note."""
    path = notes / NOTE
    path.write_bytes(path.read_bytes().replace(BEFORE.encode(), AFTER.encode()))
    at.review.desk.bench.read_again([NOTE])
    at.review.desk.take_changes()


def line_with(at: Driver, text: str) -> str:
    return next(line for line in at.shown.split("\n") if text in line)


@pytest.mark.parametrize("size", [(160, 50), (100, 30)])
async def test_the_detail_says_who_and_whether_it_has_changed(
    open_workbench: Open, notes: Path, size: tuple[int, int]
) -> None:
    async with open_workbench(size=size) as at:
        await at.press("r")
        assert "✔ signed off by Ana, 2" in at.shown
        assert "✔" in line_with(at, "▸")
        change(at, notes)
        await at.press()
        assert "Δ" in line_with(at, "▸")
        assert "Δ signed off by Ana, 2" in at.shown
        assert "something else since" in at.shown
        await at.press("r")
        assert "signed off by" not in at.shown
        await at.press("r")
        assert "✔ signed off by Ana, 2" in at.shown


async def test_it_is_compared_with_what_was_signed(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("r")
        change(at, notes)
        await at.press("D")
        assert isinstance(on_top(at), SignedScreen)
        assert "1 line changed" in at.shown
        assert "as signed off" in at.shown
        await at.press("n")
        lines = at.shown.split("\n")
        assert any(line.count("Develop specific training modules") == 2 for line in lines)
        assert "misread" not in at.shown
        await at.press("N", "G", "D")
        assert at.focus == "sessions"


async def test_in_a_narrow_terminal_one_stands_under_the_other(
    open_workbench: Open, notes: Path
) -> None:
    async with open_workbench(size=(80, 24)) as at:
        await at.press("r")
        change(at, notes)
        await at.press("D", "n")
        lines = at.shown.split("\n")
        minus = next(i for i, line in enumerate(lines) if "- - Develop" in line)
        plus = next(i for i, line in enumerate(lines) if "+ - Develop" in line)
        assert minus < plus


async def test_unchanged_it_says_so_and_unsigned_too(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("D")
        assert any("not signed off; r does that" in toast for toast in at.toasts)
        await at.press("r", "D")
        assert "as it was signed off" in at.shown


async def test_signed_off_without_its_text(open_workbench: Open, notes: Path) -> None:
    bench = opened(notes)
    row = next(row for row in bench.index.rows() if row.path == NOTE)
    Journal(bench.store).append(
        lambda seq: [
            decision(seq=seq, session=row.id, task="", text="", set=Setting(reviewed=True))
        ]
    )
    async with open_workbench() as at:
        await at.press("D")
        assert "The text that was signed off was not kept." in at.shown


async def test_the_filter_asks_for_what_has_changed(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("r", "j", "r", "k")
        change(at, notes)
        await at.press("slash")
        await at.type("is:changed")
        await at.press("enter")
        assert list(at.sessions.keys) == [NOTE]
        await at.press("r")
        await at.press("slash", "space", "enter")
        assert list(at.sessions.keys) == []


async def test_keys_faster_than_the_note_is_read_are_taken_in_turn(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("r", "u", "r", "r", "r")
        assert "signed off by Ana" in at.shown
