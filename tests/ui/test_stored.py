"""The page that shows a note as stored beside as healed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tui.ui.widgets.comparison as comparison
from tests.ui.conftest import Open
from tests.ui.driver import Driver
from tui.ui.damage import changes

HEAD = "## ğŸ“… 2030-01-01 â€” Session: Long\n\n**10:00â€“11:00**\n\n### Session Goal\n"


def line_with(at: Driver, text: str) -> str:
    return next(line for line in at.shown.split("\n") if text in line)


def marked(at: Driver) -> list[str]:
    """The text on the screen that is underlined."""
    return [text for text, style in at.styled if style.underline]


async def test_where_there_is_room_both_stand_side_by_side(open_workbench: Open) -> None:
    async with open_workbench(size=(160, 50)) as at:
        await at.press("R")
        both = line_with(at, "üìÖ 2024-02-13")
        assert "📅 2024-02-13 — Session" in both
        assert both.index("‚Äî Session") < both.index("— Session")
        assert "misread as Mac Roman" in at.shown
        assert "5 of 34 lines healed" in at.shown


async def test_in_a_narrow_terminal_one_stands_under_the_other(open_workbench: Open) -> None:
    async with open_workbench(size=(80, 24)) as at:
        await at.press("R", "n")
        lines = at.shown.split("\n")
        stored = next(i for i, line in enumerate(lines) if "üìÖ 2024-02-13" in line)
        healed = next(i for i, line in enumerate(lines) if "📅 2024-02-13" in line)
        assert stored < healed
        assert "- ## " in lines[stored]
        assert "+ ## " in lines[healed]


@pytest.mark.parametrize("size", [(160, 50), (80, 24)])
async def test_what_differs_is_underlined_on_both_sides(
    open_workbench: Open, size: tuple[int, int]
) -> None:
    async with open_workbench(size=size) as at:
        await at.press("R", "n")
        assert {"‚Äî", "—"} <= set(marked(at))
        assert not any("Session" in text for text in marked(at))


async def test_uncertain_lines_say_so(open_workbench: Open, notes: Path) -> None:
    (notes / "lost.md").write_text(HEAD + "They did not \ufffd\ufffd meet.\n", encoding="utf-8")
    async with open_workbench(size=(120, 40)) as at:
        await at.press("R")
        assert "1 uncertain" in at.shown
        assert "uncertain: it still looks damaged" in at.shown
        assert "\ufffd\ufffd" in marked(at)


async def test_n_points_at_change_after_change(open_workbench: Open) -> None:
    async with open_workbench(size=(80, 16)) as at:
        pointed = []
        await at.press("R")
        for key in ("n", "n", "n", "n", "n", "n", "N"):
            await at.press(key)
            pointed.append(line_with(at, "▸").split("▸")[1].split()[:2])
        assert pointed == [[line, "-"] for line in ("8", "10", "11", "12", "13", "13", "12")]
        assert any("further down" in toast for toast in at.toasts)


async def test_every_line_can_be_reached_whatever_it_holds(
    open_workbench: Open, notes: Path
) -> None:
    odd = ["日本語" * 90, "\tindented\ttab", "Ã©" * 700, "x" * 50_000, "", "ends â€” here"]
    note = "\r\n".join([*HEAD.split("\n"), *odd, "the very last line"])
    (notes / "odd.md").write_bytes(note.encode())
    async with open_workbench(size=(160, 50)) as at:
        await at.press("R")
        assert "Session: Long" in at.shown
        assert "␍" not in at.shown
        await at.press("G")
        assert "30,000 more characters" in at.shown
        assert "ends — here" in at.shown
        assert "the very last line" in at.shown
        await at.pilot.resize_terminal(80, 24)
        await at.press("G")
        assert "the very last line" in at.shown


async def test_resizing_keeps_the_line_at_the_top(open_workbench: Open, notes: Path) -> None:
    lines = "".join(f"- â€œitem {n}â€\x9d {'and so on ' * 12}\n" for n in range(100))
    (notes / "long.md").write_text(HEAD + lines)
    async with open_workbench(size=(160, 30)) as at:
        await at.press("R", *("n",) * 20)
        assert re.findall(r"▸ +(\d+)", at.shown) == ["23"]
        await at.pilot.resize_terminal(80, 24)
        await at.press()
        assert re.findall(r"▸ +(\d+)", at.shown) == ["23"]


@pytest.mark.parametrize("sizes", [[(160, 50), (30, 8), (1, 1), (100, 30)], [(10, 4), (99, 30)]])
async def test_resizing_at_any_place_draws(
    open_workbench: Open, sizes: list[tuple[int, int]]
) -> None:
    async with open_workbench() as at:
        await at.press("R", "G")
        for size in sizes:
            await at.pilot.resize_terminal(*size)
            await at.press("n", "G")
        await at.press("home", "n")
        assert "misread as" in at.shown


async def test_only_lines_in_view_are_compared(
    open_workbench: Open, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def counting(stored: str, healed: str) -> object:
        compared.append(stored)
        return changes(stored, healed)

    monkeypatch.setattr(comparison, "changes", counting)
    (notes / "long.md").write_text(HEAD + "- itâ€™s one line of very many\n" * 3_000)
    async with open_workbench(size=(160, 50)) as at:
        await at.press("R")
        assert "3,002 of 3,006 lines healed" in at.shown
        assert 0 < len(compared) <= 50


async def test_a_note_that_is_gone_is_told(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        (notes / "000_f6b27d4923622a3f.txt").unlink()
        await at.press("R")
        assert "This note cannot be read any more." in at.shown
        await at.press("j", "n", "G", "escape")
        assert at.focus == "sessions"
