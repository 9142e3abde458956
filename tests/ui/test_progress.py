"""The progress screen: what is marked is told, and enter, or a click, lists it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from tests.program import ROOT
from tests.samples import decision, frontmatter, sections
from tests.ui.conftest import Open
from tests.ui.driver import Driver, settled
from tui.decisions import Journal, Setting
from tui.ui.app import WorkbenchApp
from tui.ui.screens.progress import ProgressScreen
from tui.ui.screens.progress.board import Board
from tui.ui.screens.tasks import TasksScreen
from tui.ui.widgets.line_pane import LinePane
from tui.ui.widgets.pictures import Calendar, Columns, Lines, Picture
from tui.ui.widgets.pictures.caption import Caption
from tui.workbench import Workbench

TASKS = "- {0} one\n- {0} two\n"
PROJECTS = ("Dev", "Business", "Teaching", "Public Safety")
LABELS = ("Data Security", "Planning", "Budget", "Training", "Procurement", "Maps")


class June(date):
    """A calendar on which it is always the same day."""

    @classmethod
    def today(cls) -> June:
        return cls(2025, 6, 15)


def write(folder: Path, name: str, day: str, project: str = "Dev", *labels: str) -> None:
    """Add a session with two tasks."""
    head = f"## {day} — Session: {name}\n\n" if day else f"# Session: {name}\n\n"
    head += f"**🏷️ Labels**: {', '.join(labels)}  \n" if labels else ""
    head += f"**📂 Project**: {project}  \n" if project else ""
    top = frontmatter(name, "[]", day) if day else ""
    text = top + head + sections(TASKS.format(name))
    (folder / f"{name}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def some(tmp_path: Path) -> Path:
    """Four sessions of three projects; of one, one task was done the month after."""
    folder = tmp_path / "some"
    folder.mkdir()
    write(folder, "a", "2024-01-05", "Dev", "Data Security", "Policía")
    write(folder, "b", "2024-01-06", "Dev", "data security")
    write(folder, "c", "2024-02-07", "Public Safety", "Data security")
    write(folder, "d", "2023-12-24", "", "Other")
    decide(folder, "a one", "2024-02-20T12:00:00.000Z")
    return folder


def decide(folder: Path, text: str, at: str, status: str = "done") -> None:
    """Give a task a status, at a moment."""
    bench = Workbench(folder, by="Ana")
    bench.load()
    (row, task), *_ = [
        (row, task) for row in bench.index.rows() for task in row.tasks if task.text == text
    ]
    made = decision(
        id=f"{text} {at}", task=task.id, session=row.id, note=row.path, text=text, at=at,
        set=Setting(status="done" if status == "done" else "dropped"),
    )  # fmt: skip
    Journal(bench.store).append(lambda seq: [decision(**{**fields(made), "seq": seq})])


def fields(made: object) -> dict[str, object]:
    return {name: getattr(made, name) for name in made.__struct_fields__}  # type: ignore[attr-defined]


def screen_of(at: Driver) -> ProgressScreen:
    screen = at.app.screen
    assert isinstance(screen, ProgressScreen)
    return screen


def caption(at: Driver) -> str:
    """The line that says what is marked."""
    return screen_of(at).query_one(Caption).text


def titles(at: Driver) -> list[str]:
    """What stands in the borders of the pictures."""
    return [
        f"{pane.border_title} / {pane.border_subtitle}".removesuffix(" / ")
        for pane in screen_of(at).query(LinePane)
    ]


def filter_of(at: Driver) -> str:
    """The filter of the Tasks screen, where what was entered is listed."""
    tasks = at.app.screen
    assert isinstance(tasks, TasksScreen)
    return tasks.view.filter


async def sessions_of(at: Driver) -> list[str]:
    """The sessions that the same filter lists in the review."""
    await at.press("1")
    return list(at.sessions.keys)


async def test_every_picture_has_a_title_that_counts(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("3")
        found = titles(at)
        assert found[3].startswith("Age of 7 open tasks, in ")
        assert [*found[:3], found[4]] == [
            "Projects 3 / 7 of 8 tasks open",
            "By month · 8 tasks opened, 1 closed",
            "Calendar · 4 sessions on 4 days / ██ 1 a day",
            "Labels 3 · by open tasks",
        ]
        assert "4 of 4 sessions" in at.shown
        await at.press("escape")
        assert at.focus == "sessions"


async def test_projects_are_entered(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("3")
        assert caption(at) == "Dev: 3 open, 1 done – enter lists the open ones"
        await at.press("enter")
        assert filter_of(at) == "project:=Dev is:open"
        assert await sessions_of(at) == ["b.md", "a.md"]
        assert at.focus == "sessions"
        await at.press("3")
        assert titles(at)[0] == "Projects 1 / 3 of 3 tasks open"
        await at.press("escape", "escape", "3", "G")
        assert caption(at).startswith("Public Safety: 2 open")
        await at.press("enter")
        assert filter_of(at) == 'project:="Public Safety" is:open'


async def test_what_has_no_project_is_entered(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("3", "down")
        assert caption(at).startswith("(no project): 2 open")
        await at.press("enter")
        assert filter_of(at) == 'project:="" is:open'
        assert await sessions_of(at) == ["d.md"]


async def test_months_are_entered(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("3", "tab")
        assert caption(at) == "2024-02: 2 tasks opened, 1 closed – enter lists those opened"
        await at.press("left")
        assert caption(at).startswith("2024-01: 4 tasks opened, 0 closed")
        await at.press("enter")
        assert filter_of(at) == "on:2024-01"
        assert await sessions_of(at) == ["b.md", "a.md"]


async def test_a_month_that_left_nothing_is_there_and_lists_nothing(
    open_workbench: Open, some: Path
) -> None:
    decide(some, "b one", "2024-05-20T12:00:00.000Z", "dropped")
    async with open_workbench(some) as at:
        await at.press("3", "tab", "right")
        assert caption(at) == "2024-03: 0 tasks opened, 0 closed"
        await at.press("end", "enter")
        assert caption(at) == "2024-05: 0 tasks opened, 1 closed"
        assert any("nothing to list" in toast for toast in at.toasts)


async def test_days_are_entered(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("3", "tab", "tab")
        assert caption(at) == "Wed 2024-02-07: 1 session; 2 open – enter lists its tasks"
        await at.press("left")
        assert caption(at) == "Wed 2024-01-31: no session"
        await at.press("left", "left", "left", "up", "up", "up", "up", "up")
        assert caption(at).startswith("Fri 2024-01-05: 1 session; 1 open, 1 done")
        await at.press("enter")
        assert filter_of(at) == "on:2024-01-05"
        assert await sessions_of(at) == ["a.md"]


async def test_ages_are_entered_and_list_as_many_as_they_say(
    open_workbench: Open, tmp_path: Path
) -> None:
    folder = tmp_path / "aged"
    folder.mkdir()
    for number, age in enumerate((0, 1, 5, 5, 40, 100, 500)):
        write(folder, str(number), (date.today() - timedelta(days=age)).isoformat())
    async with open_workbench(folder) as at:
        seen: list[str] = []
        await at.press("3", "shift+tab", "shift+tab")
        for column in (0, 1, 2, 3, 16):
            await at.press("3")
            screen_of(at).query_one(Columns).move_to(column)
            await at.press()
            said = caption(at).split(": ")[1]
            await at.press("enter")
            if said.startswith("0"):
                await at.press("escape")
                continue
            listed = await sessions_of(at)
            assert f"{2 * len(listed)} open tasks" in said
            seen += listed
            await at.press("escape")
        assert sorted(seen) == [f"{number}.md" for number in range(7)]


async def test_labels_are_entered(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("slash")
        await at.type("project:dev or project:public")
        await at.press("enter", "3", "shift+tab")
        assert caption(at).casefold().startswith("data security: 5 open, 1 done")
        await at.press("enter")
        assert filter_of(at).casefold() == (
            '(project:dev or project:public) label:="data security" is:open'
        )
        assert await sessions_of(at) == ["c.md", "b.md", "a.md"]


async def test_what_is_entered_takes_the_place_of_what_was(
    open_workbench: Open, some: Path
) -> None:
    async with open_workbench(some) as at:
        await at.press("3", "enter", "3", "tab", "home", "enter")
        assert filter_of(at) == "project:=Dev is:open on:2024-01"
        await at.press("3", "tab", "home", "enter")
        assert filter_of(at) == "project:=Dev is:open on:2024-01-05"


async def test_clicks_mark_and_enter(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("3")
        months = screen_of(at).query_one(Lines)
        await at.pilot.click(months, offset=(12, 5))
        await at.press()
        assert (at.focus, caption(at)[:7]) == ("months", "2023-12")
        await at.pilot.click(months, offset=(2, 1), times=2)
        await at.press()
        assert isinstance(at.app.screen, ProgressScreen)
        calendar = screen_of(at).query_one(Calendar)
        await at.pilot.click(calendar, offset=(7, 8))
        await at.press()
        assert caption(at).startswith("Sun 2023-12-24: 1 session")
        await at.pilot.click("#labels", offset=(9, 1), times=2)
        await at.press()
        assert filter_of(at).casefold() == 'label:="data security" is:open'
        await at.press("3")
        await at.pilot.click(screen_of(at).query_one(Calendar), offset=(7, 6), times=2)
        await at.press()
        assert filter_of(at).endswith("is:open on:2024-01-05")


async def test_narrow_terminals_show_one_picture_at_a_time(
    open_workbench: Open, some: Path
) -> None:
    async with open_workbench(some, size=(80, 24)) as at:
        await at.press("3")
        for number, name in enumerate(["Projects", "By month", "Calendar", "Age of", "Labels"], 1):
            shown = [pane for pane in screen_of(at).query(LinePane) if pane.display]
            assert len(shown) == 1
            assert name in at.shown
            assert f"{number} of 5" in at.shown
            assert caption(at).split(":")[0] in at.shown
            await at.press("tab")
        assert "1 of 5" in at.shown
        await at.pilot.resize_terminal(160, 50)
        await at.press()
        assert all(pane.display for pane in screen_of(at).query(LinePane))
        await at.press("right", "l", "h", "left")
        assert at.focus == "projects" or isinstance(at.app.screen.focused, Picture)


async def test_moving_never_leaves_the_pictures(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("3")
        for _ in range(5):
            for keys in ("end down", "home up", "pagedown G j", "pageup k"):
                await at.press(*keys.split())
                assert caption(at), keys
            await at.press("tab")


async def test_what_is_decided_meanwhile_is_counted(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("3", "escape", "enter", "enter", "space", "3")
        assert titles(at)[0].endswith("6 of 8 tasks open")
        assert titles(at)[1].startswith("By month · 8 tasks opened, 2 closed")


@pytest.mark.parametrize("size", [(160, 50), (80, 24), (30, 10), (101, 35)])
async def test_nothing_to_show_says_so(open_workbench: Open, tmp_path: Path,
                                       size: tuple[int, int]) -> None:  # fmt: skip
    folder = tmp_path / "none"
    folder.mkdir()
    async with open_workbench(folder, size=size) as at:
        await at.press("3")
        assert "No sessions in this folder." in at.shown or size[0] < 40
        for _ in range(5):
            await at.press("tab", "enter", "end")
        assert caption(at) == ""


async def test_a_filter_that_picks_nothing_says_so(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("slash", *"zzz", "enter", "3")
        assert "No session matches." in at.shown
        assert "0 of 4 sessions" in at.shown


async def test_sessions_without_a_date_are_told(open_workbench: Open, tmp_path: Path) -> None:
    folder = tmp_path / "undated"
    folder.mkdir()
    write(folder, "a", "")
    async with open_workbench(folder) as at:
        await at.press("3")
        assert "No session has a date." in at.shown
        assert any("1 without a date" in title for title in titles(at))
        await at.press("enter")
        assert filter_of(at) == "project:=Dev is:open"


@pytest.mark.parametrize("size", [(160, 50), (80, 24), (44, 12)])
async def test_one_session_is_enough(open_workbench: Open, tmp_path: Path,
                                     size: tuple[int, int]) -> None:  # fmt: skip
    folder = tmp_path / "one"
    folder.mkdir()
    write(folder, "a", "2024-02-13", "Dev", "Data")
    async with open_workbench(folder, size=size) as at:
        await at.press("3")
        for _ in range(5):
            assert caption(at)
            await at.press("right", "down", "tab")


async def test_days_at_the_ends_of_the_calendar(open_workbench: Open, tmp_path: Path) -> None:
    folder = tmp_path / "ends"
    folder.mkdir()
    write(folder, "a", "0001-01-01", "Dev", "First")
    write(folder, "b", "9999-12-31")
    write(folder, "c", "2024-02-13")
    async with open_workbench(folder) as at:
        await at.press("3")
        for _ in range(5):
            for key in ("home", "end"):
                await at.press(key, "pageup")
                assert caption(at)
            await at.press("tab")
        await at.press("tab", "tab", "home", "enter")
        assert await sessions_of(at) == ["a.md"]


async def test_hostile_names_are_only_text(open_workbench: Open, some: Path) -> None:
    write(some, "evil", "2030-01-01", "[red]\x1b[2J \u202ex", "[@click=app.quit]y", "\x9b]z")
    write(some, "wide", "2030-01-02", "計画" * 40, "👩‍👩‍👧 x" * 9)
    write(some, "long", "2030-01-03", "x" * 5000)
    for size in ((160, 50), (80, 24)):
        async with open_workbench(some, size=size) as at:
            await at.press("3")
            for _ in range(6):
                assert not any(char in at.shown for char in "\x1b\x9b\u202e")
                width = at.app.size.width
                assert all(len(line) <= width for line in at.shown.split("\n"))
                await at.press("down")
            await at.press("home")
            while "[red]" not in caption(at):
                await at.press("down")
            await at.press("enter")
            assert await sessions_of(at) == ["evil.md"]


async def test_ascii_draws_nothing_else(open_workbench: Open, some: Path) -> None:
    (some / "a.md").unlink()
    for size in ((160, 50), (80, 24)):
        async with open_workbench(some, size=size, only_ascii=True) as at:
            await at.press("3")
            for _ in range(5):
                assert [line for line in at.shown.split("\n") if not line.isascii()] == []
                await at.press("tab")


def looks_at(at: Driver, picture: Widget) -> Iterator[str]:
    """The lines of a picture as text."""
    region = picture.content_region
    lines = at.shown.split("\n")[region.y : region.bottom]
    return (line[region.x : region.right] for line in lines)


async def test_without_colours_the_mark_has_signs(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some, no_color=True) as at:
        await at.press("3", "tab")
        screen = screen_of(at)
        for picture, signs in ((Lines, "▴"), (Columns, "▴"), (Calendar, "▸▾")):
            drawn = "".join(looks_at(at, screen.query_one(picture)))
            assert all(drawn.count(sign) == 1 for sign in signs)
        assert "▸ Dev" in at.shown
        line = "".join(looks_at(at, screen.query_one("#projects")))
        assert "━" in line
        assert "─" in line


@pytest.mark.parametrize("theme", ["workbench", "workbench-paper", "ansi-dark", "ansi-light"])
async def test_no_text_is_drawn_in_the_colour_behind_it(
    open_workbench: Open, some: Path, theme: str
) -> None:
    async with open_workbench(some) as at:
        at.app.theme = theme
        await at.press("3")
        for _ in range(5):
            for text, style in at.styled:
                assert not text.strip() or style.color != style.bgcolor or style.color.is_default  # type: ignore[union-attr]
            await at.press("tab")


async def test_what_was_entered_is_left_for_the_pictures_with_the_filter_of_then(
    open_workbench: Open, some: Path
) -> None:
    async with open_workbench(some) as at:
        await at.press("slash")
        await at.type("is:open")
        await at.press("enter", "3", "enter")
        assert filter_of(at) == "is:open project:=Dev"
        await at.press("tab", "escape")  # first from one pane to the other
        assert filter_of(at) == "is:open project:=Dev"
        await at.press("escape")
        assert isinstance(at.app.screen, ProgressScreen)
        assert at.app.screen.filtering.filter == "is:open"
        assert titles(at)[0].startswith("Projects 3")
        await at.press("2")
        assert filter_of(at) == "is:open"
        await at.press("escape")
        assert filter_of(at) == ""


async def test_a_filter_that_was_changed_since_is_cleared_as_any_other(
    open_workbench: Open, some: Path
) -> None:
    async with open_workbench(some) as at:
        await at.press("3", "enter", "slash")
        await at.type(" a")
        await at.press("enter", "escape")
        assert filter_of(at) == ""


async def test_help_and_quitting(open_workbench: Open, some: Path) -> None:
    async with open_workbench(some) as at:
        await at.press("3", "question_mark")
        assert "next pane" in at.shown
        await at.press("escape")
        assert isinstance(at.app.screen, ProgressScreen)
        await at.pilot.press("q")
        await at.pilot.pause()
        assert not at.app.is_running or at.app._exit


async def test_keys_of_the_config_hold_here(
    open_workbench: Open, some: Path, tmp_path: Path
) -> None:
    (tmp_path / "config.toml").write_text('[keys]\nprogress = "ctrl+g"\nenter = "i"\n')
    async with open_workbench(some) as at:
        await at.press("ctrl+g", "i")
        assert filter_of(at) == "project:=Dev is:open"


def test_the_board_is_not_loaded_before_it_is_wanted() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import sys, tui.ui.app; print(*sys.modules)"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert "tui.ui.screens.review.screen" in said
    assert not {name for name in said if name.startswith(("plotille", "tui.ui.screens.progress"))}
    assert Board.__module__ not in said


@pytest.mark.parametrize(
    ("name", "size", "keys", "only_ascii"),
    [("wide", (160, 50), ("down",), False), ("narrow", (80, 24), ("tab", "left"), False),
     ("ascii", (120, 40), ("tab", "tab", "left"), True)],
)  # fmt: skip
def test_look(
    snap_compare: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    size: tuple[int, int],
    keys: tuple[str, ...],
    only_ascii: bool,
) -> None:
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setattr("tui.ui.screens.progress.screen.date", June)
    folder = tmp_path / "year"
    folder.mkdir()
    for n in range(60):
        day = date(2024, 1, 8) + timedelta(days=n * n % 331)
        labels = [label for at, label in enumerate(LABELS) if n % (at + 2) == 0]
        write(folder, f"n{n}", day.isoformat(), PROJECTS[n * n % 7 % 4], *labels)
    for n in range(0, 60, 4):
        at = date(2024, 3, 1) + timedelta(days=n * 4)
        decide(folder, f"n{n} one", f"{at}T12:00:00.000Z", "dropped" if n % 16 == 0 else "done")

    async def drive(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await Driver(pilot).press("3", *keys)

    app = WorkbenchApp(Workbench(folder), only_ascii=only_ascii)
    assert snap_compare(app, terminal_size=size, run_before=drive)
