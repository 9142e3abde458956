"""Many tasks at once, and more than a tick: on both screens, in the right order and the wrong."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.samples import note
from tests.ui.conftest import Open
from tui.ui.screens.shared import tasking
from tui.workbench import Workbench


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """One session with sixty tasks, and an older one with two."""
    folder = tmp_path / "many"
    folder.mkdir()
    tasks = [f"Task {number:02}." for number in range(60)]
    (folder / "many.md").write_text(note(*tasks, title="Many", day="2024-01-02"))
    (folder / "few.md").write_text(note("Few one.", "Few two.", title="Few", day="2024-01-01"))
    return folder


def held(folder: Path) -> dict[str, Any]:
    """What was set of every task that was decided on, by its text."""
    bench = Workbench(folder)
    bench.load()
    found = {}
    for row in bench.index.rows():
        for task in row.tasks:
            holds = bench.holds(task)
            found[task.text] = (holds.status, holds.due, holds.to, holds.note)
    return found


def done(folder: Path) -> int:
    return [status for status, *_ in held(folder).values()].count("done")


def steps(folder: Path) -> int:
    """How many steps the journal holds."""
    lines = (folder / ".workbench/tasks.jsonl").read_text(encoding="utf-8").splitlines()
    return len({json.loads(line)["step"] for line in lines})


TASKS = ("2",)
REVIEW = ("enter", "enter")
ON_BOTH = pytest.mark.parametrize("into", [REVIEW, TASKS], ids=["review", "tasks"])


@ON_BOTH
async def test_marked_tasks_are_taken_together(
    open_workbench: Open, many: Path, into: tuple[str, ...]
) -> None:
    async with open_workbench(many) as at:
        await at.press(*into, "m", "j", "j", "m", "j")
        assert "2 marked" in at.shown
        await at.press("space")
        assert at.closed == 2
        assert "marked" not in at.shown
        assert "2 tasks: done. u takes it back." in at.toasts
        await at.press("u")
        assert at.closed == 0
        assert "Undone: 2 tasks: done." in at.toasts
        await at.press("ctrl+r")
        assert at.closed == 2
        assert "Redone: 2 tasks: done." in at.toasts
    assert steps(many) == 3


@ON_BOTH
async def test_m_twice_unmarks(open_workbench: Open, many: Path, into: tuple[str, ...]) -> None:
    async with open_workbench(many) as at:
        await at.press(*into, "m", "m")
        assert "marked" not in at.shown
        await at.press("j", "space")
        assert at.closed == 1


@ON_BOTH
async def test_ranges_and_marks_add_up(
    open_workbench: Open, many: Path, into: tuple[str, ...]
) -> None:
    async with open_workbench(many) as at:
        await at.press(*into, "v", "j", "v", "j", "j", "j", "m", "j", "v", "j", "j")
        assert "3 marked + range of 3" in at.shown
        await at.press("space")
        assert at.closed == 6


@ON_BOTH
async def test_escape_ends_the_range_then_unmarks(
    open_workbench: Open, many: Path, into: tuple[str, ...]
) -> None:
    async with open_workbench(many) as at:
        await at.press(*into)
        focus = at.focus
        await at.press("m", "v", "j", "escape")
        assert ("1 marked" in at.shown, "range" in at.shown.split("\n")[2]) == (True, False)
        await at.press("escape")
        assert "marked" not in at.shown
        assert at.focus == focus


@ON_BOTH
async def test_many_are_taken_after_a_yes(
    open_workbench: Open, many: Path, into: tuple[str, ...]
) -> None:
    async with open_workbench(many) as at:
        await at.press(*into, "v", "G") if into == REVIEW else await at.press(*into, "ctrl+a")
        await at.press("space")
        assert "tasks: done?" in at.shown
        await at.press("enter", "space", "u")  # only y is yes
        assert at.closed == 0
        await at.press("n")
        assert ("range of 60" if into == REVIEW else "62 marked") in at.shown
        assert at.closed == 0
        await at.press("space", "escape", "space", "y")
        assert at.closed == (60 if into == REVIEW else 62)
        await at.press("u")
        assert at.closed == 0
    assert steps(many) == 2


async def test_all_marked_twice_is_none_marked(open_workbench: Open, many: Path) -> None:
    async with open_workbench(many) as at:
        await at.press("2", "m", "ctrl+a")
        assert "62 marked" in at.shown
        await at.press("ctrl+a")
        assert "marked" not in at.shown


async def test_all_listed_is_what_the_filter_leaves(open_workbench: Open, many: Path) -> None:
    async with open_workbench(many) as at:
        await at.press("2", "slash")
        await at.type("title:few")
        await at.press("enter", "ctrl+a", "escape", "escape")
        assert "marked" not in at.shown
        await at.press("ctrl+a", "space", "y")
        assert at.closed == 62


async def test_marks_stay_whatever_is_listed(open_workbench: Open, many: Path) -> None:
    async with open_workbench(many) as at:
        await at.press("2", "m", "G", "m", "slash")
        await at.type("title:few")
        await at.press("enter")
        assert "2 marked" in at.shown
        await at.press("b", "j", "enter", "o", "j", "enter", "1", "2", "space")
        assert at.closed == 2
    assert [text for text, (status, *_) in held(many).items() if status == "done"] == [
        "Task 00.", "Few two."
    ]  # fmt: skip


async def test_marks_and_a_range_survive_notes_that_change(
    open_workbench: Open, many: Path
) -> None:
    async with open_workbench(many) as at:
        await at.press("2", "j", "m", "j", "v", "j")
        (many / "new.md").write_text(note("New.", title="New", day="2024-01-03"))
        text = (many / "many.md").read_text(encoding="utf-8")
        (many / "many.md").write_text(text.replace("- Task 00.\n", ""), encoding="utf-8")
        at.front.desk.bench.read_again(["new.md", "many.md"])
        at.front.desk.take_changes()
        await at.press()
        assert "1 marked + range of 2" in at.shown
        await at.press("space")
    assert [text for text, (status, *_) in held(many).items() if status == "done"] == [
        "Task 01.", "Task 02.", "Task 03."
    ]  # fmt: skip


async def test_each_screen_marks_for_itself(open_workbench: Open, many: Path) -> None:
    async with open_workbench(many) as at:
        await at.press("2", "v", "j", "1")
        assert "range" not in at.shown.split("\n")[2]
        await at.press("enter", "enter", "G", "space")
        assert at.closed == 1
        await at.press("2")
        assert "range of 2" in at.shown
        await at.press("space")
        assert at.closed == 3


async def test_too_many_are_refused(
    open_workbench: Open, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasking, "MOST_AT_ONCE", 61)
    async with open_workbench(many) as at:
        await at.press("2", "ctrl+a")
        assert any("62 tasks are too many for one step" in toast for toast in at.toasts)
        await at.press("v", "G", "space")
        assert at.closed == 0


@ON_BOTH
@pytest.mark.parametrize(
    ("keys", "typed", "place", "value", "shows"),
    [
        ("d", "2030-02-01", 1, "2030-02-01", "due 2030-02-01"),
        ("d", "2020-02-01", 1, "2020-02-01", "overdue"),
        ("a", "Eva Lang", 2, "Eva Lang", "assigned to Eva Lang"),
        ("t", "Ask first", 3, "Ask first", "✎ Ask first"),
    ],
)
async def test_more_than_a_tick(
    open_workbench: Open,
    many: Path,
    into: tuple[str, ...],
    keys: str,
    typed: str,
    place: int,
    value: str,
    shows: str,
) -> None:
    async with open_workbench(many) as at:
        await at.press(*into, keys)
        await at.type(typed)
        await at.press("enter")
        assert shows in at.shown
        assert any("u takes it back" in toast for toast in at.toasts)
        await at.press(keys, *["backspace"] * len(typed), "enter")
        assert shows not in at.shown
        await at.press("u")
        assert shows in at.shown
        await at.press("m", "j", "m", keys)
        await at.type(typed)
        await at.press("enter")
    values = [fields[place] for fields in held(many).values()]
    assert values.count(value) == 2


async def test_the_day_that_is_meant_is_said_and_so_is_a_mistake(
    open_workbench: Open, many: Path
) -> None:
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    async with open_workbench(many) as at:
        await at.press("2", "d")
        assert "no due date" in at.shown
        await at.type("tomorro")
        assert "no day is written so" in at.shown
        await at.press("enter")
        assert "no day is written so" in at.shown  # nothing happens until it is a day
        await at.type("w")
        assert f"{tomorrow}, tomorrow" in at.shown
        await at.press("enter", "j", "d", "escape", "d")
        await at.type("fri")
        await at.press("escape")
        assert f"due {tomorrow}" in at.shown
    assert [due for _, due, *_ in held(many).values()].count("") == 61


async def test_names_used_before_are_offered(open_workbench: Open, many: Path) -> None:
    async with open_workbench(many) as at:
        await at.press("2", "a")
        await at.type("Eva Lang")
        await at.press("enter", "j", "a")
        await at.type("Luis")
        await at.press("enter", "j", "a", "down")
        assert "Eva Lang" in at.shown
        await at.press("up")
        await at.type("lu")
        await at.press("down", "enter")
        assert at.line.startswith("☐ Task 02.")
        assert "@Luis" in at.line


async def test_a_tick_by_the_mouse_takes_no_marks(open_workbench: Open, many: Path) -> None:
    async with open_workbench(many) as at:
        await at.press("enter", "enter", "m", "j", "m")
        await at.pilot.click("#tasks", offset=(2, 4))
        await at.press()
        assert at.closed == 1
        assert "2 marked" in at.shown


async def test_marks_in_ascii_and_without_colours(open_workbench: Open, many: Path) -> None:
    async with open_workbench(many, only_ascii=True, no_color=True) as at:
        await at.press("2", "m", "j", "b", "j", "enter", "d")
        assert at.shown.isascii()
        await at.press("escape")
        line = next(line for line in at.shown.split("\n") if "Task 00." in line)
        assert line.replace("|", "", 1).lstrip().startswith("|")


async def test_what_others_decide_while_a_question_is_open(
    open_workbench: Open, many: Path
) -> None:
    async with open_workbench(many) as at:
        await at.press("2", "ctrl+a", "space")
        (many / "few.md").unlink()
        at.front.desk.bench.read_again(["few.md"])
        at.front.desk.take_changes()
        await at.press("y")
        assert at.closed == 60  # what is gone from the folder is decided on all the same
        await at.press("1", "2")
        assert len(at.lines.keys) == 60
