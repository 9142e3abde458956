"""Narrowing the list by a project, a label, a priority or a month, and looking for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandPalette

from tests.samples import frontmatter, sections
from tests.ui.conftest import Open
from tests.ui.driver import Driver
from tui.ui.screens.facets import FacetScreen
from tui.ui.widgets.facet_list import FacetList

FIRST = "000_f6b27d4923622a3f.txt"


def write(folder: Path, name: str, day: str, project: str, *labels: str) -> None:
    """Add a session with two open tasks."""
    head = f"## {day} — Session: {name}\n\n**🏷️ Labels**: {', '.join(labels)}  \n"
    head += f"**📂 Project**: {project}  \n" if project else ""
    text = frontmatter(name, "[]", day) + head + sections("- One\n- Two\n")
    (folder / f"{name}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def some(tmp_path: Path) -> Path:
    """Four sessions of three projects, one of them without any."""
    folder = tmp_path / "some"
    folder.mkdir()
    write(folder, "a", "2024-01-05", "Dev", "Data Security", "Policía")
    write(folder, "b", "2024-01-06", "Dev", "data security")
    write(folder, "c", "2024-02-07", "Teaching", "Data security")
    write(folder, "d", "2023-12-24", "", "Other")
    return folder


def values(at: Driver) -> list[str]:
    """The values on the screen, in order, each with what it counts."""
    screen = at.app.screen
    assert isinstance(screen, FacetScreen)
    lines = screen.query_one(FacetList)
    return [
        " ".join("".join(text for text, _ in lines.paint(i, 50)[0]).replace("▸", "").split())
        for i in range(len(lines.keys))
    ]


async def test_every_kind_is_counted(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("f")
        assert values(at) == [
            "Dev 2 sessions 4 open", "(none) 1 session 2 open", "Teaching 1 session 2 open",
        ]  # fmt: skip
        await at.press("tab")
        assert [value.casefold() for value in values(at)] == [
            "data security 3 sessions 6 open", "other 1 session 2 open", "policía 1 session 2 open",
        ]  # fmt: skip
        await at.press("right")
        assert len(values(at)) == 1
        await at.press("tab")
        assert values(at) == [
            "2024-02 1 session 2 open", "2024-01 2 sessions 4 open", "2023-12 1 session 2 open",
        ]  # fmt: skip
        await at.press("left", "left", "shift+tab")
        assert values(at)[0].startswith("Dev")
        await at.press("escape")
        assert at.focus == "sessions"


async def test_enter_narrows_the_list_and_another_takes_its_place(
    open_workbench: Open, some: Path
) -> None:
    async with open_workbench(some) as at:
        await at.press("f", "enter")
        assert "/ project:=Dev " in at.shown
        assert list(at.sessions.keys) == ["b.md", "a.md"]
        await at.press("f")
        assert len(values(at)) == 3
        await at.press("end", "enter")
        assert "/ project:=Teaching " in at.shown
        assert list(at.sessions.keys) == ["c.md"]
        await at.press("f", "tab", "enter")
        assert list(at.sessions.keys) == ["c.md"]
        assert "project:=Teaching label:=" in at.shown
        await at.press("f")
        assert values(at)[0].endswith("1 session 2 open")
        await at.press("escape", "escape")
        assert len(at.sessions.keys) == 4


async def test_a_month_narrows(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some, size=(80, 24)) as at:
        await at.press("enter", "f", "left", "down", "enter")
        assert "/ on:2024-01 " in at.shown
        assert list(at.sessions.keys) == ["b.md", "a.md"]
        assert at.focus == "sessions"


async def test_letters_look_for_a_value(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("f", "tab", *"policix")
        assert values(at) == []
        assert "Nothing here." in at.shown
        await at.press("backspace")
        assert [value.split()[0] for value in values(at)] == ["Policía"]
        await at.press("escape")
        assert len(values(at)) == 3
        await at.press(*"sec", "space", *"data", "enter")
        assert len(at.sessions.keys) == 3


async def test_what_no_filter_asks_for_says_so(open_workbench: Open, some: Path) -> None:
    undated = "### Session Goal\nTea.\n\n### Pending Tasks\n- Buy tea.\n"
    (some / "undated.md").write_text(undated, encoding="utf-8")
    async with open_workbench(some) as at:
        await at.press("f", "left", "end", "enter")
        assert isinstance(at.app.screen, FacetScreen)
        assert any("have none" in toast for toast in at.toasts)


async def test_sessions_of_no_project_can_be_asked_for(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("f", "down", "enter")
        assert '/ project:="" ' in at.shown
        assert list(at.sessions.keys) == ["d.md"]


async def test_a_value_does_not_bring_those_that_begin_so(open_workbench: Open, some: Path) -> None:
    write(some, "e", "2024-01-09", "DevOps", "Other")
    async with open_workbench(some) as at:
        await at.press("f", "enter")
        assert list(at.sessions.keys) == ["b.md", "a.md"]


async def test_moving_and_the_mouse(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("f", "end", "up", "home", "pagedown", "pageup", "ctrl+d", "ctrl+u", "down")
        assert at.app.screen.query_one(FacetList).cursor == 1
        await at.pilot.click("#kinds", offset=(14, 0))
        await at.press()
        assert values(at)[0].casefold().startswith("data security")
        await at.pilot.click("#values", offset=(5, 2), times=2)
        await at.press()
        assert list(at.sessions.keys) == ["a.md"]


async def test_ctrl_moves_by_lines_and_opens_no_palette(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("f")
        facets = at.app.screen
        lines = facets.query_one(FacetList)
        await at.press("ctrl+n", "ctrl+n")
        assert lines.cursor == 2
        await at.press("ctrl+p")
        assert (at.app.screen, lines.cursor) == (facets, 1)
        await at.press("escape", "ctrl+p")
        assert isinstance(at.app.screen, CommandPalette)


async def test_where_nothing_is_listed_there_is_nothing_to_choose(
    open_workbench: Open, some: Path
) -> None:
    async with open_workbench(some) as at:
        await at.press("slash", *"zzz", "enter", "f", "enter", "down", "tab", "enter")
        assert "No session has one." in at.shown
        await at.press("escape")
        assert at.focus == "sessions"


async def test_hostile_values_are_only_text(open_workbench: Open, some: Path) -> None:
    write(some, "evil", "2030-01-01", "[red]\x1b[2J \u202ex", "[@click=app.quit]y", "\x9b]z")
    async with open_workbench(some) as at:
        await at.press("f", *"red")
        assert "[red]" in at.shown
        await at.press("enter")
        assert list(at.sessions.keys) == ["evil.md"]
        await at.press("f", "tab", "slash", "escape", "escape")
        assert not any(char in at.shown for char in "\x1b\x9b\u202e")


async def test_the_seeds_in_ascii(open_workbench: Open) -> None:
    async with open_workbench(only_ascii=True) as at:
        await at.press("f", "tab")
        assert at.shown.isascii()
