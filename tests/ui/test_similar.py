"""Tasks that say nearly the same: counted, shown, marked, listed by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import note
from tests.ui.conftest import Open
from tests.ui.test_marking import done, steps
from tests.ui.test_tasks import texts
from tui.ui.screens.shared import tasking

SAYING = (
    "Further testing and validation of the updated scripts.",
    "Further validation and testing of updated scripts",
    "Further testing and validation of the updated script",
)
OTHER = ("Migrate server 1 to the new network.", "Migrate server 2 to the new network.")


@pytest.fixture
def repeated(tmp_path: Path) -> Path:
    """Five sessions: three that say nearly the same first, and two that do not."""
    folder = tmp_path / "repeated"
    folder.mkdir()
    for day, text in enumerate([*SAYING, *OTHER], 1):
        more = f"Note number {day}."
        (folder / f"{day}.md").write_text(
            note(text, more, title=f"Day {day}", day=f"2024-01-{day:02}"), encoding="utf-8"
        )
    return folder


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Sixty sessions that say the same."""
    folder = tmp_path / "many"
    folder.mkdir()
    for day in range(60):
        text = note(SAYING[day % 3], title=f"Day {day}", day=f"2024-01-{day % 28 + 1:02}")
        (folder / f"{day}.md").write_text(text, encoding="utf-8")
    return folder


ON_FIRST = ("2", "G", "k")  # the task of the oldest session, which says it first


async def test_the_line_and_the_card_say_how_many(open_workbench: Open, repeated: Path) -> None:
    async with open_workbench(repeated) as at:
        await at.press(*ON_FIRST)
        assert "≈ 2 similar" in at.line
        assert "≈ 2 similar (= marks, S lists them)" in at.shown
        assert at.shown.count("2024-01-03 Further testing and validation of the updated") == 1
        await at.press("k")
        assert "similar" not in at.shown
        await at.press("g", "g")
        assert "similar" not in at.shown  # another number is another task


async def test_there_is_room_for_it_in_a_narrow_terminal(
    open_workbench: Open, repeated: Path
) -> None:
    async with open_workbench(repeated, size=(80, 24)) as at:
        await at.press(*ON_FIRST)
        here = next(line for line in at.shown.split("\n") if "▸" in line)
        assert here.split()[-5:-1] == ["scripts.", "≈", "2", "2024-01-01"]
        await at.press("enter")
        assert "≈ 2 similar (= marks, S lists them)" in at.shown


async def test_only_ascii(open_workbench: Open, repeated: Path) -> None:
    async with open_workbench(repeated, only_ascii=True) as at:
        await at.press(*ON_FIRST)
        assert "= 2 similar" in at.line
        assert at.shown.isascii()


async def test_they_are_marked_and_taken_as_one_step(open_workbench: Open, repeated: Path) -> None:
    async with open_workbench(repeated) as at:
        await at.press(*ON_FIRST, "equals_sign")
        assert "2 similar tasks marked, and this one." in at.toasts
        assert "3 marked" in at.shown
        await at.press("g", "g", "space")
        assert at.closed == 3
        assert at.line.startswith("☐")
        await at.press("u")
        assert at.closed == 0
    assert done(repeated) == 0
    assert steps(repeated) == 2


async def test_escape_unmarks(open_workbench: Open, repeated: Path) -> None:
    async with open_workbench(repeated) as at:
        await at.press(*ON_FIRST, "equals_sign", "escape")
        assert "marked" not in at.shown.split("\n")[2]


async def test_a_key_at_once_after_a_move_finds_them_too(
    open_workbench: Open, repeated: Path
) -> None:
    async with open_workbench(repeated) as at:
        await at.press("2")
        await at.pilot.press("G", "k", "equals_sign")
        await at.press()
        assert "3 marked" in at.shown


async def test_closed_ones_are_not_marked(open_workbench: Open, repeated: Path) -> None:
    async with open_workbench(repeated) as at:
        await at.press("2", "slash")
        await at.type("validation")
        await at.press("enter", "j", "j", "space", "G", "k")
        assert "≈ 1 similar" in at.line
        assert "≈ 1 similar, 1 closed (= marks, S lists them)" in at.shown
        await at.press("equals_sign")
        assert "1 similar task marked, and this one." in at.toasts
        assert "2 marked" in at.shown
        await at.press("escape", "g", "g", "space", "G", "k", "equals_sign")
        assert "marked" not in at.shown.split("\n")[2]
        assert "Those that say nearly the same are closed." in at.toasts


async def test_a_task_of_its_own_has_none(open_workbench: Open, repeated: Path) -> None:
    async with open_workbench(repeated) as at:
        await at.press("2", "equals_sign")
        assert "No other task that is listed says nearly the same." in at.toasts
        await at.press("S")
        assert len(texts(at)) == 10


async def test_they_are_listed_by_themselves(open_workbench: Open, repeated: Path) -> None:
    async with open_workbench(repeated) as at:
        await at.press(*ON_FIRST, "S")
        assert texts(at)[0].startswith("▾ ≈ Further testing")
        assert len(texts(at)) == 4
        assert "Similar 3" in at.shown
        assert "3 of 10 tasks" in at.shown
        assert "Day 1" in at.shown  # the cursor stays on its task
        assert at.line.startswith("☐ Further testing and validation of the updated scripts.")
        await at.press("escape")
        assert len(texts(at)) == 10
        assert "Tasks 10" in at.shown
        assert at.line.startswith("☐ Further testing and validation of the updated scripts.")


async def test_the_line_over_them_stands_for_all(open_workbench: Open, repeated: Path) -> None:
    async with open_workbench(repeated) as at:
        await at.press(*ON_FIRST, "S", "g", "g", "space")
        assert at.closed == 3
        assert "3/3" in at.shown
        await at.press("u", "z")
        assert at.closed == 0
        assert len(texts(at)) == 1
        for key in ("equals_sign", "S"):
            at.app.clear_notifications()
            await at.press(key)
            assert at.toasts == ["The cursor stands on no task."]


async def test_under_a_filter_only_what_it_leaves_is_similar(
    open_workbench: Open, repeated: Path
) -> None:
    async with open_workbench(repeated) as at:
        await at.press("2", "slash")
        await at.type("before:2024-01-03")
        await at.press("enter", "G", "k")
        assert "≈ 1 similar" in at.line
        await at.press("equals_sign")
        assert "2 marked" in at.shown
        await at.press("escape", "S")
        assert len(texts(at)) == 3
        await at.press("slash")
        await at.type(" or title:3")
        await at.press("enter")
        assert "Similar 3" in at.shown
        await at.press("escape")  # back to the list, then the filter
        assert "Tasks 6" in at.shown
        await at.press("escape")
        assert len(texts(at)) == 10


async def test_in_groups_they_are_found_as_well(open_workbench: Open, repeated: Path) -> None:
    async with open_workbench(repeated) as at:
        await at.press("2", "b", "j", "j", "enter", "G", "k")  # by label: twice each
        assert "≈ 2 similar" in at.line
        await at.press("equals_sign")
        assert "3 marked" in at.shown
        await at.press("escape", "S")
        assert "Similar 3" in at.shown
        await at.press("escape")
        assert "by label" in at.shown
        await at.press("S", "b", "home", "enter")  # another grouping is of all tasks
        assert "Tasks 10" in at.shown


async def test_many_are_taken_after_a_yes(open_workbench: Open, many: Path) -> None:
    async with open_workbench(many) as at:
        await at.press("2", "equals_sign")
        assert "60 marked" in at.shown
        await at.press("space")
        assert "60 tasks: done?" in at.shown
        await at.press("y")
        assert at.closed == 60
        await at.press("u")
        assert at.closed == 0


async def test_too_many_are_refused(
    open_workbench: Open, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasking, "MOST_AT_ONCE", 59)
    async with open_workbench(many) as at:
        await at.press("2", "equals_sign")
        assert any("60 tasks are too many for one step" in toast for toast in at.toasts)
        assert "marked" not in at.shown.split("\n")[2]


async def test_a_note_that_changes_is_compared_again(open_workbench: Open, repeated: Path) -> None:
    async with open_workbench(repeated) as at:
        await at.press(*ON_FIRST)
        (repeated / "2.md").write_text(note("Something else.", title="Day 2", day="2024-01-02"))
        (repeated / "6.md").write_text(note(SAYING[0], title="Day 6", day="2024-01-06"))
        (repeated / "7.md").write_text(note(SAYING[1], title="Day 7", day="2024-01-07"))
        at.front.desk.bench.read_again(["2.md", "6.md", "7.md"])
        at.front.desk.take_changes()
        await at.press()
        assert "≈ 3 similar" in at.line


async def test_what_was_listed_is_listed_no_more_once_its_task_is_gone(
    open_workbench: Open, repeated: Path
) -> None:
    async with open_workbench(repeated) as at:
        await at.press(*ON_FIRST, "S")
        (repeated / "1.md").write_text(note("Something else.", title="Day 1", day="2024-01-01"))
        at.front.desk.bench.read_again(["1.md"])
        at.front.desk.take_changes()
        await at.press()
        assert "Tasks 9" in at.shown
        assert at.lines.cursor is None
