"""Notes that vanish or are half there, and a folder that is unmounted while decisions are made."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.faults.saving import begun, keep, standing
from tests.samples import note
from tests.ui.conftest import Open
from tests.ui.driver import Driver, until
from tui.decisions import Journal, JournalError, Setting
from tui.library import crew
from tui.ui.widgets.header import Header
from tui.workbench import Workbench


def unmount(folder: Path) -> Path:
    """Leave an empty folder where one was, as the place of a mounted drive is without it."""
    away = folder.with_name("away")
    folder.rename(away)
    folder.mkdir()
    return away


def mount(folder: Path, away: Path) -> None:
    """Bring it back."""
    shutil.rmtree(folder)
    away.rename(folder)


def listing(folder: Path) -> list[str]:
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one note of two tasks."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text(note("Hire a van.", "Label the boxes."))
    return tmp_path / "notes"


def opened(folder: Path) -> Workbench:
    bench = Workbench(folder, by="ana")
    bench.load()
    return bench


def decide(bench: Workbench, task: int = 0) -> None:
    (row,) = bench.index.rows()
    bench.decide(bench.drafts.setting([(row, row.tasks[task])], Setting(status="done")))


@pytest.mark.parametrize("decided", [True, False], ids=["decided before", "nothing decided yet"])
def test_nothing_is_begun_where_a_drive_was_unmounted(folder: Path, decided: bool) -> None:
    bench = opened(folder)
    if decided:
        decide(bench)
    away = unmount(folder)
    with pytest.raises(JournalError, match=r"not saved, .*bring"):
        decide(bench, 1)
    assert listing(folder) == []
    (row,) = bench.index.rows()
    assert bench.statuses(row) == ["done" if decided else "pending", "pending"]
    assert bench.look() == []  # what was decided holds, though it cannot be read now
    assert bench.statuses(row)[0] == ("done" if decided else "pending")
    mount(folder, away)
    decide(bench, 1)
    (row,) = opened(folder).index.rows()
    assert opened(folder).statuses(row) == ["done" if decided else "pending", "done"]


def test_nothing_is_begun_where_the_folder_is_gone(folder: Path) -> None:
    bench = opened(folder)
    away = folder.with_name("away")
    folder.rename(away)
    with pytest.raises(JournalError, match="not saved"):
        decide(bench)
    assert not folder.exists()
    away.rename(folder)
    decide(bench)
    assert len(Journal(bench.store).read_new()) == 1


def test_a_link_that_leads_nowhere_now(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    bench = opened(tmp_path / "link")
    away = folder.with_name("away")
    folder.rename(away)
    with pytest.raises(JournalError, match="not saved"):
        decide(bench)
    assert not folder.exists()
    away.rename(folder)
    decide(bench)
    assert len(Journal(bench.store).read_new()) == 1


def test_unmounted_between_the_lock_and_the_write(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal was there when it was last looked at: what is not there now is not made."""
    begun(path, "before")
    journal = Journal(path)
    assert len(journal.read_new()) == 1
    read = Journal._read_new

    def read_then_gone(self: Journal) -> object:
        found = read(self)
        if path.exists():
            path.rename(path.with_name("away"))
        return found

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "_read_new", read_then_gone)
        with pytest.raises(JournalError, match="the journal is gone"):
            journal.append(lambda _: [])
    assert not path.exists()
    path.with_name("away").rename(path)
    keep(path, "after")
    assert standing(path) == ["before", "after"]


def test_a_journal_deleted_on_purpose_is_begun_again_by_the_next(path: Path) -> None:
    begun(path, "before")
    journal = Journal(path)
    journal.read_new()
    shutil.rmtree(path.parent)
    with pytest.raises(JournalError, match="start the workbench anew to begin another"):
        journal.append(lambda _: [])
    assert not path.parent.exists()
    keep(path, "after")
    assert standing(path) == ["after"]


def take_in(bench: Workbench) -> None:
    if bench.renew("a.md").is_news:
        bench.refresh()


def test_a_note_half_there_while_it_is_read_drops_no_decision(folder: Path) -> None:
    bench = opened(folder)
    decide(bench, 0)
    decide(bench, 1)
    store = bench.store.read_bytes()
    path = folder / "a.md"
    whole = path.read_bytes()
    for cut in range(0, len(whole), 37):
        path.write_bytes(whole[:cut])
        half = opened(folder)  # whatever is there
        take_in(bench)  # and as the one that is open sees it
        assert half.store.read_bytes() == store
    path.unlink()
    assert opened(folder).orphans() == 2
    take_in(bench)
    path.write_bytes(whole)
    take_in(bench)
    for one in (bench, opened(folder)):
        (row,) = one.index.rows()
        assert one.statuses(row) == ["done", "done"]
        assert one.orphans() == 0
    assert bench.store.read_bytes() == store


async def test_the_screen_goes_on_while_the_folder_is_away(
    open_workbench: Open, notes: Path
) -> None:
    async with open_workbench() as at:
        await at.press("space")
        assert at.closed == 1
        away = unmount(notes)
        await at.press("u")
        assert at.closed == 1
        assert any("not saved" in toast for toast in at.toasts)
        assert listing(notes) == []
        mount(notes, away)
        await at.press("u")
        assert at.closed == 0
    assert len(Journal(notes / ".workbench" / "tasks.jsonl").read_new()) == 2


def test_a_note_is_not_forgotten_while_the_folder_is_gone(folder: Path) -> None:
    bench = opened(folder)
    decide(bench)
    away = folder.with_name("away")
    folder.rename(away)
    assert not bench.renew("a.md").is_news
    assert bench.read_again(["a.md"]) == 0
    (row,) = bench.index.rows()
    assert bench.statuses(row) == ["done", "pending"]
    away.rename(folder)
    (folder / "a.md").unlink()
    assert bench.renew("a.md").is_news
    assert list(bench.index.rows()) == []


def test_a_folder_that_vanishes_while_its_notes_are_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = opened(folder)
    (folder / "a.md").write_text(note("Hire a boat."))
    read_all = crew.read_all

    def gone_then_read(files: Any, at: Path) -> Any:
        at.rename(at.with_name("away"))
        return read_all(files, at)

    monkeypatch.setattr(crew, "read_all", gone_then_read)
    assert bench.read_again(["a.md"]) == 0
    (row,) = bench.index.rows()
    assert [task.text for task in row.tasks] == ["Hire a van.", "Label the boxes."]


def totals(at: Driver) -> tuple[int, int]:
    facts = at.front.query_one(Header).facts
    return facts.sessions, facts.tasks


def is_said(at: Driver) -> bool:
    notice = at.front.query_one(Header).facts.notice
    return "folder" in notice and "is there and may be read" in notice


@pytest.mark.parametrize("way", ["moved", "deleted", "a file is there"])
async def test_a_folder_that_vanishes_is_said_and_the_list_stays(
    open_workbench: Open, notes: Path, tmp_path: Path, way: str
) -> None:
    away = tmp_path / "away"
    async with open_workbench(watched=True) as at:
        keys, counted = list(at.sessions.keys), totals(at)
        shutil.copytree(notes, away)
        if way == "moved":
            notes.rename(tmp_path / "elsewhere")
        else:
            shutil.rmtree(notes)
        if way == "a file is there":
            notes.write_text("")
        await until(at.pilot, lambda: is_said(at), "the header says that the folder is gone")
        await at.press("j", "j", "k")
        await until(at.pilot, lambda: "cannot be shown" in at.shown, "the note is asked for")
        assert list(at.sessions.keys) == keys
        assert totals(at) == counted
        await at.press("p")
        assert "isthereandmayberead" in at.page
        assert "".join(str(notes).split()) in at.page
        assert "Noproblems" not in at.page
        await at.press("escape")
        (away / "new.md").write_text(note("Buy tea."))
        if way == "a file is there":
            notes.unlink()
        away.rename(notes)
        await until(at.pilot, lambda: not is_said(at), "the folder is there again")
        await until(at.pilot, lambda: "new.md" in at.sessions.keys, "and is read")
        await until(at.pilot, lambda: "cannot be shown" not in at.shown, "with what is shown")
        assert set(at.sessions.keys) == {*keys, "new.md"}
        await at.press("p")
        assert "isthereandmayberead" not in at.page


async def test_an_empty_folder_in_its_place_is_an_empty_list(
    open_workbench: Open, notes: Path
) -> None:
    async with open_workbench(watched=True) as at:
        unmount(notes)
        await until(at.pilot, lambda: not at.sessions.keys, "nothing is listed")
        assert not is_said(at)
