"""The history screen, by its keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import decision, note
from tests.test_deciding import opened, put, task, undo
from tests.ui.conftest import Open
from tests.ui.driver import Driver, on_top
from tui.decisions import Journal
from tui.ui.screens.history import HistoryScreen
from tui.ui.screens.review import ReviewScreen
from tui.ui.widgets.decision_list import DecisionList
from tui.workbench import Workbench

PHASES = "Further detail the implementation phases for the proposed digital transformation ideas."
MODULES = "Develop specific training modules for change management processes."


def rows(at: Driver) -> list[str]:
    """The lines of the list, newest first."""
    found = at.app.screen.query_one(DecisionList)
    return [
        " ".join("".join(text for text, _ in found.paint(line, 150)[0]).strip(" ▸").split()[2:])
        for line in range(len(found.keys))
    ]


def told(at: Driver) -> list[str]:
    """What was set, newest first, with who did."""
    return [row.split(" Further")[0].split(" Develop")[0] for row in rows(at)]


@pytest.fixture
def bench(notes: Path) -> Workbench:
    """Another reviewer at work on the same folder."""
    return opened(notes, "Eva")


async def test_every_decision_stands_there_newest_first(
    open_workbench: Open, bench: Workbench
) -> None:
    put(bench, PHASES, status="done")
    put(bench, MODULES, due="2026-12-31", to="Li")
    async with open_workbench() as at:
        await at.press("4")
        assert isinstance(on_top(at), HistoryScreen)
        assert told(at) == ["Eva · due 2026-12-31, assigned to Li", "Eva ☑ done"]
        assert "2 of 2 decisions" in at.shown
        assert "before: without a due date, assigned to nobody" in at.shown
        await at.press("1")
        assert isinstance(on_top(at), ReviewScreen)


async def test_nothing_decided_says_so(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("4", "U", "enter", "j", "tab", "escape")
        assert "Nothing was decided yet." in at.shown


async def test_what_is_undone_is_dimmed_and_said(open_workbench: Open, bench: Workbench) -> None:
    put(bench, PHASES, status="done")
    undo(bench)
    async with open_workbench() as at:
        await at.press("4")
        assert told(at) == ["Eva ☐ undo: pending", "Eva ☑ undone: done"]
        looks = {look for _, look in at.app.screen.query_one(DecisionList).paint(1, 150)[0]}
        assert looks <= {"", "dim", "primary", "accent", "warning"}
        await at.press("j")
        assert "It was taken back since." in at.shown


async def test_it_is_filtered_by_the_same_language(open_workbench: Open, bench: Workbench) -> None:
    put(bench, PHASES, status="done")
    put(bench, MODULES, status="blocked", note="Ask the ministry.")
    undo(bench)
    async with open_workbench() as at:
        await at.press("4", "slash")
        await at.type("is:undone")
        assert told(at) == ["Eva ⊠ undone: blocked, with a note"]
        assert "1 of 3 decisions" in at.shown
        await at.press("enter", "escape", "slash")
        await at.type("phases by:eva -by:ana on:today")
        assert told(at) == ["Eva ☑ done"]
        await at.press("escape", "slash")
        await at.type("project:x")
        assert "there is no field project:" in at.shown
        await at.press("escape", "1")
        assert at.review.desk.filtering.filter == ""


async def test_the_filter_of_sessions_is_another_one(
    open_workbench: Open, bench: Workbench
) -> None:
    put(bench, PHASES, status="done")
    async with open_workbench() as at:
        await at.press("slash")
        await at.type("interoperability")
        await at.press("enter", "4")
        assert len(rows(at)) == 1
        assert "interoperability" not in at.shown


async def test_enter_goes_to_the_task(open_workbench: Open, bench: Workbench) -> None:
    put(bench, MODULES, status="done")
    async with open_workbench() as at:
        await at.press("G", "4", "enter")
        assert isinstance(on_top(at), ReviewScreen)
        assert (at.session, at.focus) == ("000_f6b27d4923622a3f.txt", "tasks")
        assert at.tasks.cursor_key == task(bench, MODULES)[1].id


async def test_a_filter_that_leaves_the_session_out_is_cleared(
    open_workbench: Open, bench: Workbench
) -> None:
    put(bench, MODULES, status="done")
    async with open_workbench(size=(80, 24)) as at:
        await at.press("slash")
        await at.type("on:2023")
        await at.press("enter")
        assert len(at.sessions.keys) == 1
        await at.press("4", "enter")
        assert at.session == "000_f6b27d4923622a3f.txt"
        assert len(at.sessions.keys) == 3
        assert any("filter is cleared" in toast for toast in at.toasts)
        await at.press("space")
        assert opened(bench.folder).status(task(bench, MODULES)[1]) == "pending"


async def test_a_sign_off_goes_to_its_session(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("j", "r")
        await at.press("k", "4", "enter")
        assert at.focus == "sessions"
        assert at.session == at.sessions.keys[1]


async def test_anybodys_decision_is_reversed_and_undo_takes_that_back(
    open_workbench: Open, bench: Workbench
) -> None:
    put(bench, PHASES, status="doing")
    put(bench, PHASES, status="done")
    async with open_workbench() as at:
        await at.press("4", "U")
        assert told(at) == ["Ana ◪ reversed: doing", "Eva ☑ undone: done", "Eva ◪ doing"]
        assert any("doing again. u takes it back" in toast for toast in at.toasts)
        await at.press("u")
        assert told(at)[:2] == ["Ana ☑ undo: done", "Ana ◪ undone: reversed: doing"]
        await at.press("ctrl+r")
        assert told(at)[0] == "Ana ◪ redo: doing"


async def test_what_cannot_be_reversed_says_why(open_workbench: Open, bench: Workbench) -> None:
    put(bench, PHASES, status="doing")
    put(bench, PHASES, status="done")
    async with open_workbench() as at:
        await at.press("4", "j", "U")
        assert any("Eva has decided on this since" in toast for toast in at.toasts)
        await at.press("k", "U")
        await at.press("U")
        assert any("reversed already" in toast for toast in at.toasts)


async def test_what_others_decide_appears(open_workbench: Open, bench: Workbench) -> None:
    put(bench, PHASES, status="done")
    async with open_workbench() as at:
        deciding = at.review.desk.deciding
        await at.press("4")
        put(bench, MODULES, status="dropped")
        await deciding.look()
        await at.press()
        assert told(at) == ["Eva ☒ dropped", "Eva ☑ done"]
        await at.press("j")
        put(bench, MODULES, status="doing")
        await deciding.look()
        await at.press()
        assert "▸" in next(
            line for line in at.shown.split("\n") if "Eva" in line and "done" in line
        )


async def test_only_what_is_in_view_is_drawn(
    open_workbench: Open, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = opened(notes)
    journal = Journal(bench.store)
    journal.append(
        lambda seq: [decision(id=f"d{n}", seq=seq + n, task=f"t{n}") for n in range(20_000)]
    )
    painted: list[int] = []
    paint = DecisionList.paint

    def counting(self: DecisionList, index: int, width: int) -> object:
        painted.append(index)
        return paint(self, index, width)

    monkeypatch.setattr(DecisionList, "paint", counting)
    async with open_workbench(size=(100, 30)) as at:
        await at.press("4", "G", "k")
        assert "20,000 of 20,000 decisions" in at.shown
        assert 0 < len(set(painted)) < 200


async def test_a_hostile_journal_is_only_read(open_workbench: Open, notes: Path) -> None:
    bench = opened(notes)
    evil = "\x1b]0;x\x07[red]\u202e"
    Journal(bench.store).append(
        lambda seq: [decision(seq=seq, text=evil, title=evil, by=evil, at=evil, note=evil)]
    )
    async with open_workbench() as at:
        await at.press("4")
        assert "[red]" in at.shown
        assert not {"\x1b", "\x07", "\u202e"} & set(at.shown)
        await at.press("O")
        assert not {"\x1b", "\x07", "\u202e"} & set(at.shown)


async def test_the_help_tells_of_decisions(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("4", "question_mark")
        assert "reverse a decision" in at.shown
        await at.press("G")
        assert "Decisions are kept in" in at.shown


async def test_what_is_lost_goes_to_the_page_of_the_lost(open_workbench: Open, notes: Path) -> None:
    path = notes / "gone.md"
    path.write_text(note("Ask the ministry.", title="Gone", day="2024-01-01"))
    put(opened(notes), "Ask the ministry.", status="done")
    path.unlink()
    async with open_workbench() as at:
        await at.press("4", "enter")
        assert "In no note any more 1" in at.shown
        await at.press("escape")
        assert isinstance(on_top(at), HistoryScreen)


async def test_the_palette_offers_what_there_is_here(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("4", "f")
        assert isinstance(on_top(at), HistoryScreen)
        await at.press("ctrl+p")
        assert "Reverse a decision" in at.shown
        assert "Save this view" not in at.shown
        await at.type("undon")
        await at.press("enter")
        assert at.typing == "is:undone"
        await at.press("escape")
        assert at.typing is None
