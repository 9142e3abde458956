"""Saved views: in the config file, of which all else stays as it is, and from the palette."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from textual.command import CommandList

from tests.ui.conftest import Open
from tests.ui.driver import Driver, until
from tui.ui.config import View, read_config
from tui.ui.views import ViewError, edited, forget_view, save_view

MINE = '# mine\ntheme = "nord"   # dark\n\n[keys]\ntoggle_done = "d"\n'
OPEN = View("is:open", "oldest open task")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_a_view_is_saved_and_read_again(config: Path) -> None:
    save_view(config, "Open", OPEN)
    save_view(config, 'All "of" it', View())
    assert read_config(config) == ("", {}, "", {"Open": OPEN, 'All "of" it': View()})
    save_view(config, "Open", View("is:done"))
    assert list(read_config(config).views) == ["Open", 'All "of" it']
    forget_view(config, "Open")
    assert read_config(config).views == {'All "of" it': View()}


def test_a_view_of_tasks_keeps_their_groups(config: Path) -> None:
    late = View("due:overdue", "due", "tasks", "project")
    save_view(config, "Late", late)
    save_view(config, "Open", OPEN)
    assert config.read_text() == (
        '[views]\n"Late" = { of = "tasks", filter = "due:overdue", sort = "due",'
        ' group = "project" }\n"Open" = { filter = "is:open", sort = "oldest open task" }\n'
    )
    assert read_config(config) == ("", {}, "", {"Late": late, "Open": OPEN})


def test_what_a_view_does_not_say_is_as_usual(config: Path) -> None:
    config.write_text('[views]\na = {}\nb = { of = "tasks" }\nc = { of = "sessions" }\n')
    assert read_config(config) == ("", {}, "", {"a": View(), "b": View(of="tasks"), "c": View()})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[views]\n"a" = 1\n'),
        (MINE, f'{MINE}\n[views]\n"a" = 1\n'),
        ('theme = "x"', 'theme = "x"\n\n[views]\n"a" = 1\n'),
        ('theme = "x"\r\n', 'theme = "x"\r\n\r\n[views]\r\n"a" = 1\r\n'),
        ("[views]", '[views]\n"a" = 1\n'),
        ("[views]\n\n[keys]\n", '[views]\n"a" = 1\n\n[keys]\n'),
        (
            '[views] # v\nb = {} # b\n# more\n\n[keys]\nq = "q"\n',
            '[views] # v\nb = {} # b\n# more\n"a" = 1\n\n[keys]\nq = "q"\n',
        ),
        ("[views]\na = {}\nb = {}\n", '[views]\n"a" = 1\nb = {}\n'),
        ("[views]\r\n'a' = {}\r\nb = {}\r\n", '[views]\r\n"a" = 1\r\nb = {}\r\n'),
        ('[views.a]\nfilter = "x"\n[keys]\n', '[keys]\n\n[views]\n"a" = 1\n'),
        ('views.a.filter = "x"\nviews.b = {}\n', 'views.b = {}\n\n[views]\n"a" = 1\n'),
    ],
)
def test_only_the_line_of_the_view_is_another(before: str, after: str) -> None:
    assert edited(before, "a", '"a" = 1') == after


def test_brackets_without_end_are_told(config: Path) -> None:
    config.write_text(f"x = {'[' * 20_000}{']' * 20_000}\n")
    before = config.read_bytes()
    assert "cannot be read (brackets within brackets" in read_config(config).problem
    with pytest.raises(ViewError, match="cannot be read"):
        save_view(config, "Open", OPEN)
    assert config.read_bytes() == before


def test_what_is_forgotten_leaves_no_trace() -> None:
    before = f'{MINE}\n[views]\n# kept\n"a" = {{}}\nb = {{}}\n\n[views.a]\nfilter = ""\n'
    assert edited(before, "a", "") == f"{MINE}\n[views]\n# kept\nb = {{}}\n"


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@settings(deadline=None)  # a disk may be slow
@given(st.lists(st.tuples(NAMES, NAMES, st.booleans()), max_size=6))
def test_whatever_views_are_called_the_rest_stays(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, bool]]
) -> None:
    config = tmp_path_factory.mktemp("config") / "config.toml"
    config.write_bytes(MINE.encode())
    expected: dict[str, View] = {}
    for name, text, is_kept in steps:
        save_view(config, name, View(text))
        expected[name] = View(text)
        if not is_kept:
            forget_view(config, name)
            del expected[name]
    assert read_config(config) == ("nord", {"toggle_done": "d"}, "", expected)
    assert config.read_bytes().startswith(MINE.encode())


@pytest.mark.parametrize(
    ("before", "says"),
    [
        ("theme = [", "cannot be read"),
        ("views = 3\n", "views is no table"),
        ('[views]\na = { filter = """\nx""" }\n', "only you can change"),
        ("views = { a = {}, b = {} }\n", "only you can change"),
        ('note = """\n[views]\na = 1\n"""\n[views]\na = {}\n', "only you can change"),
    ],
)
def test_a_file_that_cannot_be_changed_line_by_line_is_left_alone(
    config: Path, before: str, says: str
) -> None:
    config.write_text(before)
    with pytest.raises(ViewError, match=says):
        save_view(config, "a", OPEN)
    assert config.read_text() == before
    assert list(config.parent.iterdir()) == [config]


def test_a_link_stays_a_link_and_a_mode_a_mode(config: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "workbench.toml"
    real.parent.mkdir()
    real.write_text(MINE)
    real.chmod(0o600)
    config.symlink_to(real)
    save_view(config, "a", OPEN)
    assert config.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o600
    assert tomllib.loads(real.read_text())["views"]["a"]["sort"] == "oldest open task"


def test_where_there_can_be_no_file_it_says_so(config: Path) -> None:
    config.mkdir()
    with pytest.raises(ViewError, match="cannot be read"):
        save_view(config, "a", OPEN)
    below = config.parent / "file" / "config.toml"
    below.parent.write_text("in the way")
    with pytest.raises(ViewError, match="cannot be written"):
        save_view(below, "a", OPEN)


@pytest.mark.parametrize(
    ("views", "problem"),
    [
        ("views = 3", "wants to be a table"),
        ('[views]\na = "x"\nb = {}', "the view a wants"),
        ("[views]\na = { filter = 3 }\nb = {}", "the view a wants"),
        ('[views]\na = { sort = "no such" }\nb = {}', "has a sort that is none of newest first"),
        ('[views]\na = { sort = "due" }\nb = {}', "project, last first, as sessions have them"),
        ('[views]\na = { of = "notes" }\nb = {}', "has an of that is none of sessions, tasks"),
        ('[views]\na = { of = "tasks", sort = "title" }\nb = {}', "as tasks have them"),
        ('[views]\na = { of = "tasks", group = "day" }\nb = {}', "none of none, project, label"),
        ('[views]\na = { group = "month" }\nb = {}', "has a group, which only tasks have"),
        ('[views]\na = { of = "tasks", grup = "month" }\nb = {}', "the view a knows no grup"),
        ("[views]\na = { sort = 3 }\nb = {}", "the view a wants {"),
    ],
)
def test_a_mistaken_view_is_named_and_passed_over(config: Path, views: str, problem: str) -> None:
    config.write_text(views)
    found = read_config(config)
    assert problem in found.problem
    assert list(found.views) in ([], ["b"])


async def from_the_palette(at: Driver, *typed: str, finds: str) -> None:
    """Run the first thing that the palette finds."""

    def is_found() -> bool:
        found = at.app.screen.query(CommandList)
        first = found.first().get_option_at_index(0) if found and found.first().options else None
        return first is not None and finds in str(first.prompt)

    await at.pilot.press("ctrl+p", *typed)
    await until(at.pilot, is_found, "the search is done")
    await at.pilot.press("enter")
    await until(at.pilot, lambda: not at.app.screen.query(CommandList), "the palette is closed")
    await at.press()


async def test_a_view_is_saved_opened_and_forgotten(open_workbench: Open, config: Path) -> None:
    config.write_text(MINE)
    async with open_workbench() as at:
        await at.press("o", "enter", "slash")
        await at.type("graphviz")
        await at.press("enter")
        await from_the_palette(at, *"savethis", finds="Save this view…")
        assert "graphviz, oldest first" in at.shown
        await at.press("escape")
        await from_the_palette(at, *"savethis", finds="Save this view…")
        await at.press(*"Graphs", "enter")
        assert "View Graphs saved." in at.toasts
        assert config.read_text().startswith(MINE)
        await at.press("escape", "o", "enter")
        assert "Sessions 3 · newest first" in at.shown
    async with open_workbench() as at:
        found = "Open view Graphs: graphviz, oldest first"
        await from_the_palette(at, *"openview", finds=found)
        assert "/ graphviz " in at.shown
        assert "Sessions 1 · oldest first" in at.shown
        await from_the_palette(at, *"forget", finds="Forget view Graphs")
        await until(at.pilot, lambda: "View Graphs forgotten." in at.toasts, "it is forgotten")
    assert read_config(config).views == {}


async def test_a_view_of_tasks_is_opened_as_it_was_saved(
    open_workbench: Open, config: Path
) -> None:
    async with open_workbench() as at:
        await at.press("2", "b", *["down"] * 3, "enter", "o", "enter", "slash")
        await at.type("is:open")
        await at.press("enter")
        assert "Tasks 6 · oldest first · by month" in at.shown
        await from_the_palette(at, *"savethis", finds="Save this view…")
        assert "tasks, is:open, oldest first, by month" in at.shown
        await at.press(*"Months", "enter")
        assert "View Months saved." in at.toasts
    view = View("is:open", "oldest first", "tasks", "month")
    assert read_config(config).views == {"Months": view}
    async with open_workbench() as at:
        found = "Open view Months: tasks, is:open, oldest first, by month"
        await from_the_palette(at, *"openview", finds=found)
        await until(at.pilot, lambda: "Tasks 6 · oldest first · by month" in at.shown, "it is open")
        assert "/ is:open " in at.shown
        await at.press("b", "home", "enter", "o", "enter", "escape")
        assert "Tasks 6 · newest first " in at.shown
        await from_the_palette(at, *"openview", finds=found)
        await until(at.pilot, lambda: "Tasks 6 · oldest first · by month" in at.shown, "it is open")


async def test_a_view_of_sessions_is_opened_among_the_sessions(
    open_workbench: Open, config: Path
) -> None:
    save_view(config, "Open", OPEN)
    async with open_workbench() as at:
        await at.press("2")
        await from_the_palette(at, *"openview", finds="Open view Open: is:open, oldest open task")
        await until(at.pilot, lambda: "Sessions 3 · oldest open task" in at.shown, "it is open")
        assert "/ is:open " in at.shown


async def test_a_view_that_cannot_be_saved_says_why(open_workbench: Open, config: Path) -> None:
    async with open_workbench() as at:
        config.write_text("theme = [")
        await from_the_palette(at, *"savethis", finds="Save this view…")
        await at.press("a", "enter")
        assert any("mend it, then try again" in toast for toast in at.toasts)
    assert config.read_text() == "theme = ["


async def test_hostile_views_are_only_text(open_workbench: Open, config: Path) -> None:
    save_view(config, "[red]\x1b[2J", View("[/nonsense] \u202e", "title"))
    async with open_workbench() as at:
        await at.pilot.press("ctrl+p", *"view")
        await until(at.pilot, lambda: "Forget view [red]" in at.shown, "the search is done")
        assert "[/nonsense]" in at.shown
        assert not any(char in at.shown for char in "\x1b\u202e")


async def test_the_palette_finds_values_with_counts(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await from_the_palette(at, *"Business", finds="3 sessions, 6 open")
        assert "/ project:=Business " in at.shown
        await from_the_palette(at, *"label", "space", *"innov", finds="label:=Innovation")
        assert "project:=Business label:=" in at.shown
        assert len(at.sessions.keys) == 1


async def test_the_palette_counts_choices_and_who_decided(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await from_the_palette(at, *"is:healed", finds="3 sessions, 6 open")
        await until(at.pilot, lambda: at.typing == "is:healed", "it can be typed on")
        await at.press("escape", "escape", "space")
        await from_the_palette(at, *"by:=", finds="1 session, ")
        await until(at.pilot, lambda: (at.typing or "").startswith("by:="), "it can be typed on")
        await at.press("enter")
        assert len(at.sessions.keys) == 1


async def test_the_palette_waits_for_its_own_searches_only(open_workbench: Open) -> None:
    async with open_workbench(watched=True) as at:  # which goes on for as long as the program does
        await from_the_palette(at, *"Business", finds="3 sessions, 6 open")
        assert "/ project:=Business " in at.shown


async def test_the_palette_offers_fields(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await from_the_palette(at, *"is:reviewed", finds="is:reviewed")
        await until(at.pilot, lambda: at.typing == "is:reviewed", "it can be typed on")
        await at.press("enter")
        assert "0 of 3 sessions" in at.shown
        await from_the_palette(at, *"before:", finds="before:")
        await until(at.pilot, lambda: at.typing == "is:reviewed before:", "it goes on")


async def test_hostile_values_in_the_palette(open_workbench: Open, notes: Path) -> None:
    (notes / "evil.md").write_text(
        "## 2030-01-01 — Session: Evil\n\n**📂 Project**: [red]evil\x1b[2J[/x]\n\n"
        "### Pending Tasks\n- One\n"
    )
    async with open_workbench() as at:
        await at.pilot.press("ctrl+p", *"evil")
        await until(at.pilot, lambda: "1 session, 1 open" in at.shown, "the search is done")
        assert 'project:="[red]evil' in at.shown
        assert "\x1b" not in at.shown
