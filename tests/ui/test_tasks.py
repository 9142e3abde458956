"""The tasks screen: all tasks in one list, in groups or not, decided on as in the review."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.samples import note
from tests.ui.conftest import Open
from tests.ui.driver import Driver, until
from tests.ui.test_review import statuses
from tui.ui.screens.review import ReviewScreen
from tui.workbench import Query, Setting, TaskSort, Workbench


@pytest.fixture
def homes(tmp_path: Path) -> Path:
    """Three sessions with two tasks each, the newest first: C, B, A."""
    folder = tmp_path / "homes"
    folder.mkdir()
    for number, name in enumerate("ABC", 1):
        text = note(f"{name} one.", f"{name} two.", title=f"Day {name}", day=f"2024-01-0{number}")
        if name == "B":
            text = text.replace("Business", "Garden").replace("Plans", "Roses")
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def texts(at: Driver) -> list[str]:
    """Every line of the list, without its date."""
    lines = at.lines
    painted = ["".join(t for t, _ in lines.paint(n, 60)[0]) for n in range(len(lines.keys))]
    return [" ".join(line.replace("▸", " ").split()[:-1]) for line in painted]


ALL = ["☐ C one.", "☐ C two.", "☐ B one.", "☐ B two.", "☐ A one.", "☐ A two."]


async def test_all_tasks_stand_in_one_list(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("2")
        assert texts(at) == ALL
        assert "Tasks 6 · newest first" in at.shown
        assert "6 of 6 tasks" in at.shown
        assert "Day C" in at.shown  # the session of the task, beside it
        await at.press("j", "j")
        assert at.line.startswith("☐ B one.")
        assert "Day B" in at.shown


async def test_each_screen_keeps_its_cursor(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("j", "2", "G", "1")
        assert at.session == "B.md"
        await at.press("2", "2")
        assert at.line.startswith("☐ A two.")
        await at.press("1", "1", "2", "1")
        assert isinstance(at.front, ReviewScreen)


async def test_a_click_on_its_name_goes_to_a_screen(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        x = at.shown.split("\n")[0].index("Tasks")
        await at.pilot.click("#header", offset=(x, 0))
        await at.press()
        assert texts(at) == ALL
        await at.pilot.click("#header", offset=(x - 6, 0))
        await at.press()
        assert at.session == "C.md"


async def test_a_tick_on_one_screen_is_on_the_other(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "space", "1")
        assert at.boxes == ["☑ C one.", "☐ C two."]
        await at.press("enter", "enter", "j", "space", "2")
        assert texts(at)[:3] == ["☑ C one.", "☑ C two.", "☐ B one."]
        await at.press("u", "u", "1")
        assert at.boxes == ["☐ C one.", "☐ C two."]
        assert at.closed == 0
    assert set(statuses(homes).values()) == {"pending"}


async def test_the_filter_is_one_for_all_screens(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("slash")
        await at.type("project:garden")
        await at.press("enter", "2")
        assert texts(at) == ["☐ B one.", "☐ B two."]
        assert "2 of 6 tasks" in at.shown
        await at.press("slash")
        await at.type(" zzz")
        assert "No task matches." in at.shown
        await at.press("escape", "1")
        assert list(at.sessions.keys) == ["B.md"]
        await at.press("escape", "2")
        assert texts(at) == ALL


async def test_digits_typed_into_the_filter_are_no_keys(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "slash")
        await at.type("1 2 zb")
        assert at.typing == "1 2 zb"


async def test_what_was_ticked_stays_until_the_cursor_moves(
    open_workbench: Open, homes: Path
) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "slash")
        await at.type("is:pending")
        await at.press("enter", "j", "space")
        assert texts(at)[:3] == ["☐ C one.", "☑ C two.", "☐ B one."]
        await at.press("u")
        assert texts(at) == ALL
        await at.press("space", "j")
        assert texts(at) == [*ALL[:1], *ALL[2:]]
        assert at.line.startswith("☐ B one.")


async def test_what_is_undone_comes_back_where_nothing_was_left(
    open_workbench: Open, homes: Path
) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "slash")
        await at.type("is:pending")
        await at.press("enter", "ctrl+a", "space")
        assert texts(at) == [line.replace("☐", "☑") for line in ALL]
        await at.press("j")
        assert texts(at) == []
        await at.press("u")
        assert texts(at) == ALL
        assert at.line.startswith("☐ C two.")  # the cursor is on its task again


@pytest.mark.parametrize(
    ("down", "labels"),
    [
        (1, ["Business 0/4", "Garden 0/2"]),
        (2, ["Home 0/6", "Plans 0/4", "Roses 0/2"]),
        (3, ["2024-01 0/6"]),
        (5, ["2024-01-03 Day C 0/2", "2024-01-02 Day B 0/2", "2024-01-01 Day A 0/2"]),
        (6, ["(none) 0/6"]),
        (7, ["pending 0/6"]),
    ],
)
async def test_tasks_are_grouped(
    open_workbench: Open, homes: Path, down: int, labels: list[str]
) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "b", *["j"] * down, "enter", "Z")
        assert [line.removeprefix("▹ ") for line in texts(at)] == labels
        await at.press("Z")
        assert len(at.lines.keys) > 6
        await at.press("b", *["k"] * down, "enter")
        assert texts(at) == ALL


async def test_groups_fold_and_count(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "b", "j", "enter")
        assert at.line.startswith("☐ C one.")  # the cursor stays on its task
        await at.press("left")
        assert at.line.startswith("▹ Business")
        assert len(at.lines.keys) == 4
        await at.press("left", "right", "j", "space")
        assert texts(at)[0] == "▾ Business 1/4"
        await at.press("z", "enter", "enter", "z", "z")
        assert at.line.startswith("▹ Business")
        assert (at.focus, texts(at)[0]) == ("lines", "▹ Business 1/4")


async def test_an_action_on_a_group_takes_all_of_it(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "b", "j", "enter", "g", "g", "space")
        assert at.closed == 4
        assert texts(at)[0] == "▾ Business 4/4"
        assert any("4 tasks: done. u takes it back." in toast for toast in at.toasts)
        await at.press("u")
        assert at.closed == 0
        assert any("Undone: 4 tasks: done." in toast for toast in at.toasts)


async def test_a_range_over_a_folded_group_takes_what_is_folded_up(
    open_workbench: Open, homes: Path
) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "b", "j", "enter", "Z", "g", "g", "v", "j", "space")
        assert at.closed == 6
        await at.press("u", "Z", "g", "g", "v", "j", "space")
        assert at.closed == 1  # the first line of an open group stands for nothing in a range


async def test_next_open_and_next_not_reviewed(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "j", "space", "n")
        assert at.line.startswith("☐ B one.")
        await at.press("N")
        assert at.line.startswith("☐ C one.")
        await at.press("N")
        assert any("further up" in toast for toast in at.toasts)
        await at.press("j", "j", "r", "g", "g", "ctrl+n")
        assert at.line.startswith("☐ A one.")
        await at.press("ctrl+n")
        assert at.line.startswith("☐ A one.")
        await at.press("1", "g", "g", "ctrl+n")
        assert at.session == "A.md"
        await at.press("ctrl+n")
        assert any("that is not reviewed" in toast for toast in at.toasts)


async def test_next_open_unfolds_what_it_finds(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "b", "j", "enter", "Z", "g", "g", "j", "n")
        assert at.line.startswith("☐ B one.")
        assert texts(at)[0].startswith("▹ Business")


async def test_a_click_on_a_box_ticks_and_on_a_group_folds(
    open_workbench: Open, homes: Path
) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "b", "j", "enter")
        await at.pilot.click("#lines", offset=(5, 2))
        await at.press()
        assert (at.closed, texts(at)[0]) == (1, "▾ Business 1/4")
        await at.pilot.click("#lines", offset=(20, 3))
        await at.press()
        assert (at.closed, at.line[:8]) == (1, "☐ C two.")
        await at.pilot.click("#lines", offset=(2, 1))
        await at.press()
        assert texts(at)[:2] == ["▹ Business 1/4", "▾ Garden 0/2"]


async def test_orders_of_tasks(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "o", "end", "enter")
        assert texts(at) == sorted(ALL)
        assert "Tasks 6 · text" in at.shown
        await at.press("o", "enter")
        assert texts(at) == sorted(ALL, reverse=True)
        await at.press("G", "d")
        await at.type("2030-01-01")
        await at.press("enter")
        await at.press("o", "home", "j", "enter")
        assert texts(at)[0].startswith("☐ A one.")


async def test_a_narrow_terminal_shows_list_then_task_then_session(
    open_workbench: Open, homes: Path
) -> None:
    async with open_workbench(homes, size=(80, 24)) as at:
        await at.press("2")
        assert at.shown.split("\n")[0].startswith(" Tasks ")
        assert (at.focus, at.detail.display) == ("lines", False)
        await at.press("enter")
        assert (at.focus, at.lines.display) == ("card", False)
        assert "☐ C one." in at.shown
        await at.press("space")
        assert at.closed == 1
        await at.press("enter")
        assert at.focus == "detail"
        assert "SESSION GOAL" in at.shown
        await at.press("space")  # what is decided on is to be seen first
        assert (at.focus, at.closed) == ("card", 1)
        await at.press("escape", "escape", "escape")
        assert at.focus == "lines"


async def test_notes_that_change_are_listed_anew(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("2", "j", "j")
        (homes / "D.md").write_text(note("D one.", title="Day D", day="2024-01-04"))
        (homes / "B.md").write_text(note("B two.", "B new.", title="Day B", day="2024-01-02"))
        at.front.desk.bench.read_again(["D.md", "B.md"])
        at.front.desk.take_changes()
        await at.press()
        assert texts(at) == [
            "☐ D one.", "☐ C one.", "☐ C two.", "☐ B two.", "☐ B new.", "☐ A one.", "☐ A two."
        ]  # fmt: skip
        assert at.lines.cursor is None  # its task is gone: no key acts until it is moved
        await at.press("space")
        assert at.closed == 0
        await at.press("1")
        assert list(at.sessions.keys) == ["D.md", "C.md", "B.md", "A.md"]


async def test_another_reviewer_s_tick_appears(open_workbench: Open, homes: Path) -> None:
    async with open_workbench(homes) as at:
        await at.press("2")
        other = Workbench(homes, by="Luis")
        other.load()
        row = other.index.cards.row("B.md")
        assert row
        other.decide(other.drafts.setting([(row, row.tasks[1])], Setting(status="done")))
        await until(at.pilot, lambda: at.closed == 1, "the tick is seen")
        assert texts(at)[3] == "☑ B two."


async def test_an_empty_list_takes_every_key(open_workbench: Open, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with open_workbench(empty) as at:
        await at.press("2")
        assert "No tasks in this folder." in at.shown
        keys = (
            "space s d a t m v ctrl+a r n N ctrl+n u ctrl+r z Z left right j k G g g enter e R h l"
        )
        await at.press(*keys.split())
        assert "No tasks in this folder." in at.shown
        await at.press("b", "j", "enter", "Z", "space", "1", "ctrl+a", "v", "m", "2")
        assert "No tasks in this folder." in at.shown
        assert len(at.app.screen_stack) == 2
    assert not (empty / ".workbench").exists()


async def test_samples_have_screens_of_their_own(open_workbench: Open, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with open_workbench(empty) as at:
        await at.press("2", "1", "x")
        await until(at.pilot, lambda: len(at.sessions.keys) == 3, "the samples are open")
        await at.press("2")
        assert len(at.lines.keys) == 6
        await at.press("space", "1")
        assert at.closed == 1
    assert list(empty.iterdir()) == []


async def test_what_groups_are_made_of_is_worked_out_while_one_is_chosen(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    list_tasks = Workbench.list_tasks

    def noted(bench: Workbench, query: Query, sort: TaskSort, *more: Any, **named: Any) -> Any:
        asked.append(more[0])
        return list_tasks(bench, query, sort, *more, **named)

    async with open_workbench() as at:
        await at.press("2")
        before = texts(at)
        monkeypatch.setattr(Workbench, "list_tasks", noted)
        await at.press("b")
        assert asked == ["label", "age", "session", "month", "project"]
        await at.press("escape")
        assert texts(at) == before
        await at.press("b", "down", "enter")
        assert asked[5:] == ["project"]
