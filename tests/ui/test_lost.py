"""What is in no note any more: listed, attached and archived by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import note
from tests.test_deciding import holds, opened, put
from tests.ui.conftest import Open
from tests.ui.driver import Driver, on_top
from tests.ui.test_history import MODULES
from tui.ui.screens.orphans import OrphanScreen
from tui.ui.screens.pick_task import PickTaskScreen
from tui.ui.screens.review import ReviewScreen
from tui.ui.widgets.decision_list import DecisionList

PLANS, MAP = "Ask the ministry for the old plans.", "Print forty copies of the map."


@pytest.fixture
def notes(notes: Path) -> Path:
    """The samples; two tasks were decided on in a note that is gone."""
    path = notes / "gone.md"
    path.write_text(note(PLANS, MAP, title="Planned the archive", day="2024-02-13"))
    bench = opened(notes, "Eva")
    put(bench, PLANS, status="done")
    put(bench, MAP, to="Luis")
    path.unlink()
    return notes


def lost(at: Driver) -> int:
    found = at.app.screen.query(DecisionList)
    return len(found.first().keys) if found else 0


async def test_the_header_says_how_many_and_the_key(open_workbench: Open) -> None:
    async with open_workbench() as at:
        assert "2 decided tasks in no note any more (O)" in at.shown
        await at.press("O")
        assert isinstance(on_top(at), OrphanScreen)
        assert lost(at) == 2
        assert "assigned to Luis" in at.shown
        await at.press("j", "k", "G", "g", "pagedown", "pageup", "escape")
        assert isinstance(on_top(at), ReviewScreen)


async def test_of_what_is_lost_only_what_holds_is_told(open_workbench: Open, notes: Path) -> None:
    path = notes / "kept.md"
    path.write_text(note("Feed the cat.", "Water the fern.", title="Kept", day="2024-02-15"))
    bench = opened(notes, "Eva")
    put(bench, "Feed the cat.", status="done", due="2026-12-31")
    put(bench, "Feed the cat.", due="")
    put(bench, "Water the fern.", to="Eva")
    put(bench, "Water the fern.", to="")
    path.unlink()
    async with open_workbench() as at:
        await at.press("O")
        assert lost(at) == 4
        assert "done, without" not in at.shown
        assert "assigned to nobody" in at.shown


async def test_what_another_workbench_read_first_is_taken_in(
    open_workbench: Open, notes: Path
) -> None:
    path = notes / "kept.md"
    path.write_text(note(PLANS, title="Kept", day="2024-02-15"))
    put(opened(notes, "Eva"), PLANS, status="blocked")
    async with open_workbench() as at:
        assert len(at.sessions.keys) == 4
        assert "2 decided tasks in no note any more (O)" in at.shown
        path.write_text(note("Feed the cat.", title="Kept", day="2024-02-15"))
        opened(notes, "Eva").stop_reading()  # into the index that they share
        await at.front.desk.look()
        await at.press()
        assert "3 decided tasks in no note any more (O)" in at.shown
        assert not at.front.desk.bench.is_behind


async def test_a_task_is_looked_for_and_it_is_that(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("O", "j", "a")
        assert isinstance(on_top(at), PickTaskScreen)
        assert "2 tasks" in at.shown  # those of its day
        await at.type("modules")
        await at.press("enter")
        assert isinstance(on_top(at), OrphanScreen)
        assert lost(at) == 1
        assert any("attached to another task. u takes it back" in toast for toast in at.toasts)
        await at.press("escape")
        assert at.boxes[1].startswith("☑ Develop specific training modules")
        assert "1 decided task in no note any more" in at.shown
    assert holds(opened(notes), MODULES).status == "done"


async def test_undo_and_redo_from_the_page(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("O", "x")
        assert lost(at) == 1
        await at.press("u")
        assert lost(at) == 2
        await at.press("ctrl+r")
        assert lost(at) == 1
    assert opened(notes).orphans() == 1


async def test_a_range_is_archived_as_one_step(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("O", "v", "j", "x")
        assert "Nothing is lost" in at.shown
        await at.press("x", "a", "v")
        await at.press("u")
        assert lost(at) == 2


async def test_a_mistaken_filter_and_none_chosen(open_workbench: Open) -> None:
    async with open_workbench(size=(80, 24)) as at:
        await at.press("O", "a")
        await at.type("nothing:x")
        assert "there is no field nothing:" in at.shown
        await at.press("enter")
        assert isinstance(on_top(at), PickTaskScreen)
        await at.press("down", "up", "pagedown", "pageup", "escape")
        assert lost(at) == 2


async def test_where_its_day_has_no_task_all_are_listed(open_workbench: Open, notes: Path) -> None:
    for path in notes.glob("000*"):
        path.unlink()
    async with open_workbench() as at:
        await at.press("O", "a")
        assert "4 tasks" in at.shown


async def test_a_session_as_a_whole_is_only_archived(open_workbench: Open, notes: Path) -> None:
    bench = opened(notes)
    row = next(row for row in bench.index.rows() if row.path.startswith("000"))
    bench.decide(bench.drafts.review(row, reviewed=True))
    (notes / row.path).unlink()
    async with open_workbench() as at:
        await at.press("O", "a")
        assert isinstance(on_top(at), OrphanScreen)
        assert any("can only be archived" in toast for toast in at.toasts)
        await at.press("x")
        assert lost(at) == 2


async def test_what_is_there_again_leaves_the_page(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("O")
        text = note(PLANS, MAP, title="Planned the archive", day="2024-02-13")
        (notes / "gone.md").write_text(text)
        at.review.desk.bench.read_again(["gone.md"])
        at.review.desk.take_changes()
        await at.press()
        assert lost(at) == 0
