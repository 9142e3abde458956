"""The workbench: a real folder, a real journal, and every way a tick must survive."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from msgspec.structs import replace

from tests.samples import decision, misread, note
from tui.decisions import Journal, Ledger, places_of
from tui.library import NoteFile, Reader
from tui.library.files import Stamp, read_stamped
from tui.library.updating import update
from tui.library.watch import Watch
from tui.workbench import (
    Draft,
    FolderError,
    JournalError,
    LeftOut,
    Row,
    Session,
    Setting,
    Status,
    Task,
    Totals,
    Workbench,
    parse_filter,
)

A, B = "Hire a van for the move.", "Label every box with its room."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    write(folder, "Business/a.md", note(A, B))
    write(folder, "Dev/b.md", note("Write the report.", title="Other", day="2024-03-01"))
    write(folder, "index.md", "# Index\n")
    return folder


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def opened(folder: Path, by: str = "ana", store: Path | None = None) -> Workbench:
    bench = Workbench(folder, store=store, by=by)
    bench.load()
    return bench


def task(bench: Workbench, text: str, n: int = 0) -> tuple[Row, Task]:
    (found,) = (
        (row, task)
        for row in bench.index.rows()
        for task in row.tasks
        if (task.text, task.n) == (text, n)
    )
    return found


def status(bench: Workbench, text: str, n: int = 0) -> Status:
    return bench.status(task(bench, text, n)[1])


def set_to(bench: Workbench, status: Status, *texts: str) -> None:
    bench.decide(
        bench.drafts.setting([task(bench, text) for text in texts], Setting(status=status))
    )


def undo(bench: Workbench) -> Draft:
    draft = bench.drafts.undo()
    assert draft is not None
    bench.decide(draft)
    return draft


def redo(bench: Workbench) -> Draft:
    draft = bench.drafts.redo()
    assert draft is not None
    bench.decide(draft)
    return draft


def everywhere(bench: Workbench) -> dict[str, Status]:
    return {task.text: bench.status(task) for row in bench.index.rows() for task in row.tasks}


# Opening -----------------------------------------------------------------------------------


def test_a_folder_is_opened_and_counted(folder: Path) -> None:
    bench = opened(folder)
    assert bench.totals() == Totals(sessions=2, tasks=3, closed=0, dropped=0)
    assert list(bench.select(parse_filter(""))) == ["Dev/b.md", "Business/a.md"]
    assert list(bench.select(parse_filter("report"))) == ["Dev/b.md"]
    assert [file.path for file in bench.index.cards.left_out()] == ["index.md"]
    assert (bench.notices(), bench.orphans()) == ([], 0)
    assert not (folder / ".workbench").exists()


def test_what_is_no_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="no such folder"):
        Workbench(tmp_path / "missing")
    (tmp_path / "file.md").write_text("x")
    with pytest.raises(FolderError, match="this is a file"):
        Workbench(tmp_path / "file.md")


def test_a_folder_that_vanishes_is_said(folder: Path, tmp_path: Path) -> None:
    bench = Workbench(folder, by="ana")
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(FolderError, match="cannot be listed"):
        bench.load()


def test_the_child_process_finds_what_reading_here_finds(folder: Path) -> None:
    write(folder, "damaged.md", misread(note("Año", title="Third"), "mac_roman"))
    bench = Workbench(folder, by="ana")
    for batch in bench.batches():
        assert batch.error == ""
    bench.settle()
    here = opened(folder)
    assert {row.path: row for row in bench.index.rows()} == {
        row.path: row for row in here.index.rows()
    }
    assert bench.index.cards.left_out() == here.index.cards.left_out()
    assert bench.totals() == here.totals()


def test_a_line_is_shown_as_stored_and_as_healed(folder: Path) -> None:
    write(folder, "damaged.md", misread(note("Año", title="Third"), "mac_roman"))
    bench = opened(folder)
    lines = bench.stored_lines("damaged.md")
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    changed = [line for line in lines if line.stored != line.healed]
    assert {line.codec for line in changed} == {"mac-roman"}
    assert "- Año" in [line.healed for line in changed]
    assert bench.stored_lines("missing.md") == []


# Deciding ----------------------------------------------------------------------------------


def test_a_tick_is_on_disk_when_it_is_saved_and_counts_when_it_is_taken_in(folder: Path) -> None:
    bench = opened(folder)
    draft = bench.drafts.setting([task(bench, A)], Setting(status="done"))
    assert not bench.store.exists()
    news = bench.save(draft)
    assert len(Journal(bench.store).read_new()) == 1
    assert status(bench, A) == "pending"
    assert bench.accept(news) == {"Business/a.md"}
    assert status(bench, A) == "done"
    assert bench.totals().closed == 1
    assert everywhere(opened(folder)) == everywhere(bench)


@pytest.mark.parametrize(
    ("chosen", "closed"), [("done", 2), ("dropped", 2), ("doing", 0), ("blocked", 0)]
)
def test_every_status_is_kept(folder: Path, chosen: Status, closed: int) -> None:
    bench = opened(folder)
    set_to(bench, chosen, A, B)
    for one in (bench, opened(folder)):
        assert everywhere(one) == {A: chosen, B: chosen, "Write the report.": "pending"}
        assert one.totals() == Totals(2, 3, closed, 2 if chosen == "dropped" else 0)
        row = one.index.cards.row("Business/a.md")
        assert row is not None
        assert one.open_count(row) == 2 - closed


def test_what_has_the_status_already_is_not_decided_again(folder: Path) -> None:
    bench = opened(folder)
    set_to(bench, "done", A)
    draft = bench.drafts.setting([task(bench, A), task(bench, B)], Setting(status="done"))
    assert [one.text for one in draft.decisions] == [B]
    assert bench.drafts.setting([task(bench, A)], Setting(status="done")).decisions == ()


def test_a_box_ticked_in_the_note_holds_until_someone_decides(folder: Path) -> None:
    write(folder, "Business/a.md", note(f"[x] {A}", B))
    bench = opened(folder)
    assert (status(bench, A), bench.totals().closed) == ("done", 1)
    set_to(bench, "pending", A)
    assert (status(bench, A), bench.totals().closed) == ("pending", 0)
    undo(bench)
    assert (status(bench, A), bench.totals().closed) == ("done", 1)


def test_who_and_when_is_known(folder: Path) -> None:
    bench = opened(folder, by="eva")
    assert bench.decided(task(bench, A)[1]) is None
    set_to(bench, "done", A)
    decided = bench.decided(task(bench, A)[1])
    assert decided is not None
    assert (decided.by, decided.text, decided.note) == ("eva", A, "Business/a.md")
    assert decided.at.endswith("Z")


def test_a_session_is_signed_off(folder: Path) -> None:
    bench = opened(folder)
    row = bench.index.cards.row("Business/a.md")
    assert row is not None
    bench.decide(bench.drafts.review(row, reviewed=True))
    assert bench.reviewed(row)
    assert list(opened(folder).select(parse_filter("is:reviewed"))) == ["Business/a.md"]
    undo(bench)
    assert not bench.reviewed(row)


def test_a_task_is_found_by_the_beginning_of_its_id(folder: Path) -> None:
    bench = opened(folder)
    row, one = task(bench, A)
    assert bench.find_task(one.id) == [(row, one)]
    assert (row, one) in bench.find_task(one.id[:4])
    assert bench.find_task("zz") == []
    assert bench.find_task(row.id) == []


# Undo and redo -----------------------------------------------------------------------------


def test_undo_and_redo(folder: Path) -> None:
    bench = opened(folder)
    assert bench.drafts.undo() is None
    assert bench.drafts.redo() is None
    set_to(bench, "doing", A)
    set_to(bench, "done", A, B)
    states = [everywhere(bench)]
    undo(bench)
    assert (status(bench, A), status(bench, B)) == ("doing", "pending")
    undo(bench)
    assert set(everywhere(bench).values()) == {"pending"}
    assert bench.drafts.undo() is None
    redo(bench)
    assert (status(bench, A), status(bench, B)) == ("doing", "pending")
    redo(bench)
    assert everywhere(bench) == states[0]
    assert bench.drafts.redo() is None
    assert everywhere(opened(folder)) == states[0]


def test_undo_survives_closing(folder: Path) -> None:
    set_to(opened(folder), "done", A)
    undo(opened(folder))
    bench = opened(folder)
    assert status(bench, A) == "pending"
    redo(bench)
    assert status(opened(folder), A) == "done"


def test_undo_appends_and_never_deletes(folder: Path) -> None:
    bench = opened(folder)
    set_to(bench, "done", A)
    before = bench.store.read_bytes()
    undo(bench)
    redo(bench)
    after = bench.store.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == 3


def test_undo_leaves_what_another_decided_since(folder: Path) -> None:
    ana, eva = opened(folder, by="ana"), opened(folder, by="eva")
    set_to(ana, "done", A, B)
    eva.accept(eva.look())
    set_to(eva, "blocked", A)
    ana.accept(ana.look())
    assert undo(ana).kept == 1
    assert (status(ana, A), status(ana, B)) == ("blocked", "pending")


def test_undo_finds_a_task_whose_title_was_edited_since(folder: Path) -> None:
    set_to(opened(folder), "done", A)
    write(folder, "Business/a.md", note(A, B, title="Another title"))
    bench = opened(folder)
    assert status(bench, A) == "done"
    undo(bench)
    assert status(bench, A) == "pending"
    assert status(opened(folder), A) == "pending"
    redo(bench)
    assert status(opened(folder), A) == "done"


# Two at once -------------------------------------------------------------------------------


def test_two_workbenches_never_lose_each_others_decisions(folder: Path) -> None:
    ana, eva = opened(folder, by="ana"), opened(folder, by="eva")
    set_to(ana, "done", A)
    set_to(eva, "doing", B)
    set_to(ana, "dropped", "Write the report.")
    assert ana.accept(ana.look()) == set()
    assert eva.accept(eva.look()) == {"Dev/b.md"}
    assert everywhere(ana) == everywhere(eva) == everywhere(opened(folder))
    assert everywhere(ana) == {A: "done", B: "doing", "Write the report.": "dropped"}
    assert ana.totals() == eva.totals() == Totals(2, 3, 2, 1)


def test_the_later_of_two_decisions_on_a_task_holds_for_both(folder: Path) -> None:
    ana, eva = opened(folder, by="ana"), opened(folder, by="eva")
    set_to(ana, "done", A)
    set_to(eva, "blocked", A)
    ana.accept(ana.look())
    assert everywhere(ana) == everywhere(eva)
    assert status(ana, A) == "blocked"


def test_two_journals_joined_in_any_order_say_the_same(folder: Path, tmp_path: Path) -> None:
    stores = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    set_to(opened(folder, "ana", stores[0]), "done", A)
    eva = opened(folder, "eva", stores[1])
    set_to(eva, "doing", A)
    set_to(eva, "blocked", A)
    one, two = (store.read_bytes() for store in stores)
    joined = []
    for name, data in (("12", one + two), ("21", two + one), ("121", one + two + one)):
        store = tmp_path / f"{name}.jsonl"
        store.write_bytes(data)
        joined.append(everywhere(opened(folder, store=store)))
    assert joined[0] == joined[1] == joined[2]
    assert joined[0][A] == "blocked"


def test_a_journal_with_strange_lines_is_noticed_and_used(folder: Path) -> None:
    bench = opened(folder)
    set_to(bench, "done", A)
    with bench.store.open("ab") as file:
        file.write(b"<<<<<<< HEAD\n" + b'{"v":1,"torn')
    again = opened(folder)
    assert status(again, A) == "done"
    kept, torn = again.notices()
    assert "1 line(s)" in kept
    assert "line 2" in kept
    assert "unfinished" in torn


def test_what_cannot_be_saved_is_not_shown_as_done(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = opened(folder)

    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(JournalError, match="No space left"):
            set_to(bench, "done", A)
    assert status(bench, A) == "pending"
    set_to(bench, "done", A)
    assert status(opened(folder), A) == "done"


# Where decisions are kept ------------------------------------------------------------------


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_data_path", lambda name: tmp_path / "data" / name)
    return tmp_path / "data"


def shut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every folder one that may not be written: as root no permission does."""
    monkeypatch.setattr(os, "access", lambda *_: False)


def test_decisions_travel_with_the_notes(folder: Path) -> None:
    bench = opened(folder)
    assert bench.store == folder / ".workbench" / "tasks.jsonl"
    set_to(bench, "done", A)
    assert bench.store.exists()


def test_a_store_of_ones_own(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "deep" / "mine.jsonl"
    set_to(opened(folder, store=store), "done", A)
    assert store.exists()
    assert not (folder / ".workbench").exists()
    assert status(opened(folder), A) == "pending"
    assert status(opened(folder, store=store), A) == "done"


def test_beside_a_folder_that_may_not_be_written(
    folder: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_to(opened(folder), "done", A)
    brought = (folder / ".workbench" / "tasks.jsonl").read_bytes()
    shut(monkeypatch)
    bench = opened(folder)
    assert bench.store.is_relative_to(data)
    kept = f"decisions cannot be saved beside the notes; they are kept in {bench.store}"
    assert bench.notices()[0] == kept
    assert status(bench, A) == "done"
    set_to(bench, "dropped", A)
    set_to(bench, "doing", B)
    again = opened(folder)
    assert (status(again, A), status(again, B)) == ("dropped", "doing")
    assert (folder / ".workbench" / "tasks.jsonl").read_bytes() == brought


def test_two_such_folders_of_one_name_are_kept_apart(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut(monkeypatch)
    places = set()
    for parent in ("one", "two"):
        write(tmp_path / parent / "notes", "a.md", note(A))
        places.add(opened(tmp_path / parent / "notes").store)
    assert len(places) == 2
    assert all(place.is_relative_to(data) for place in places)


# A task's identity, end to end -------------------------------------------------------------


def check_tick(folder: Path, was: str, now: str | None = None) -> None:
    bench = opened(folder)
    now = now or was
    assert status(bench, now) == "done"
    done = [text for text, status in everywhere(bench).items() if status == "done"]
    assert done == [now]
    assert (bench.totals().closed, bench.orphans()) == (1, 0)


def test_a_tick_survives_reordering(folder: Path) -> None:
    set_to(opened(folder), "done", A)
    write(folder, "Business/a.md", note(B, "A new one.", A))
    check_tick(folder, A)


def test_a_tick_survives_renaming_and_moving(folder: Path) -> None:
    set_to(opened(folder), "done", A)
    (folder / "Elsewhere").mkdir()
    (folder / "Business/a.md").rename(folder / "Elsewhere" / "z.markdown")
    check_tick(folder, A)


def test_a_tick_survives_another_title_at_another_place(folder: Path) -> None:
    set_to(opened(folder), "done", A)
    (folder / "Business/a.md").unlink()
    write(folder, "Dev/z.md", note(A, B, title="Another title", day="2024-02-14"))
    check_tick(folder, A)


def test_a_tick_survives_rewording(folder: Path) -> None:
    set_to(opened(folder), "done", A)
    new = "Hire a big van for the move on Friday."
    write(folder, "Business/a.md", note(B, new))
    check_tick(folder, A, new)


def test_a_tick_on_one_of_two_that_say_the_same_stays_one(folder: Path) -> None:
    write(folder, "Business/a.md", note("Same.", A, "Same."))
    bench = opened(folder)
    bench.decide(bench.drafts.setting([task(bench, "Same.", 1)], Setting(status="done")))
    write(folder, "Business/a.md", note(A, "Same.", "Same."))
    again = opened(folder)
    assert (status(again, "Same.", 0), status(again, "Same.", 1)) == ("pending", "done")
    assert again.totals().closed == 1


@pytest.mark.parametrize("first", ["damaged", "clean"])
@pytest.mark.parametrize("codec", ["mac_roman", "cp437"])
def test_a_tick_survives_damage_and_healing(folder: Path, first: str, codec: str) -> None:
    text = "Revisión técnica del año – “fin”"
    clean = note(text, B)
    damaged = "\n".join(misread(line, codec) for line in clean.split("\n"))
    write(folder, "Business/a.md", damaged if first == "damaged" else clean)
    bench = opened(folder)
    (row,) = (row for row in bench.index.rows() if row.path == "Business/a.md")
    bench.decide(bench.drafts.setting([(row, row.tasks[0])], Setting(status="done")))
    write(folder, "Business/a.md", clean if first == "damaged" else damaged)
    again = opened(folder)
    (row,) = (row for row in again.index.rows() if row.path == "Business/a.md")
    assert again.statuses(row) == ["done", "pending"]
    assert again.orphans() == 0


def test_a_tick_survives_damage_beyond_repair(folder: Path) -> None:
    was, now = "The Ministry’s plan: send it", "The Ministryâs plan: send it"
    write(folder, "Business/a.md", note(was, B))
    set_to(opened(folder), "done", was)
    write(folder, "Business/a.md", note(now, B))
    check_tick(folder, was, now)


def test_a_tick_survives_deleting_and_restoring(folder: Path) -> None:
    set_to(opened(folder), "done", A)
    text = (folder / "Business/a.md").read_text(encoding="utf-8")
    (folder / "Business/a.md").unlink()
    bench = opened(folder)
    assert (bench.orphans(), bench.totals()) == (1, Totals(1, 1, 0, 0))
    write(folder, "Business/a.md", text)
    check_tick(folder, A)


def test_a_sibling_never_takes_the_tick_of_a_deleted_task(folder: Path) -> None:
    cctv = "Develop a training module for CCTV operators."
    suad = "Develop a training module for SUAD operators."
    write(folder, "Business/a.md", note(cctv, suad))
    set_to(opened(folder), "done", cctv)
    write(folder, "Business/a.md", note(suad))
    bench = opened(folder)
    assert (status(bench, suad), bench.orphans()) == ("pending", 1)
    write(folder, "Business/a.md", note(suad, "Develop a training module for GIS operators."))
    bench = opened(folder)
    assert (bench.totals().closed, bench.orphans()) == (0, 1)


def test_a_note_edited_while_it_is_open(folder: Path) -> None:
    bench = opened(folder)
    set_to(bench, "done", A)
    write(folder, "Business/a.md", note(A, B, "Third.", title="Another title"))
    assert bench.renew("Business/a.md").is_news
    assert not bench.renew("Business/a.md").is_news
    bench.refresh()
    assert (status(bench, A), bench.totals()) == ("done", Totals(2, 4, 1, 0))
    (folder / "Business/a.md").unlink()
    assert bench.renew("Business/a.md").is_news
    bench.refresh()
    assert (bench.totals(), bench.orphans()) == (Totals(1, 1, 0, 0), 1)
    assert bench.index.cards.left_out()[0].failed


def test_decisions_that_arrive_for_a_task_with_a_new_id(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write(other, "Business/a.md", note(A, B, title="Another title"))
    eva = opened(other, by="eva", store=tmp_path / "shared.jsonl")
    ana = opened(folder, by="ana", store=tmp_path / "shared.jsonl")
    set_to(eva, "done", A)
    assert ana.accept(ana.look()) == {"Business/a.md"}
    assert (status(ana, A), ana.totals().closed) == ("done", 1)


def test_a_decision_on_nothing_we_know_is_an_orphan(folder: Path) -> None:
    bench = opened(folder)
    stranger = replace(decision(), session="x", note="x.md", task="y", text="Other words.")
    Journal(bench.store).append(lambda seq: [replace(stranger, seq=seq)])
    assert bench.accept(bench.look()) == set()
    assert (bench.orphans(), bench.totals().closed) == (1, 0)


def test_copies_of_a_note_share_their_ticks(folder: Path) -> None:
    write(folder, "copy.md", note(A, B))
    bench = opened(folder)
    row = bench.index.cards.row("copy.md")
    assert row is not None
    bench.decide(bench.drafts.setting([(row, row.tasks[0])], Setting(status="done")))
    assert bench.totals() == Totals(3, 5, 2, 0)


# What is known of a folder, and what changes in it -----------------------------------------


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the notes that are read from now on."""
    read: list[str] = []
    whole = read_stamped

    def noted(file: NoteFile) -> tuple[bytes, Stamp]:
        read.append(file.path)
        return whole(file)

    monkeypatch.setattr("tui.library.reading.read_stamped", noted)
    return read


def long_ago(folder: Path) -> None:
    """Let every note look as if it was written long before it is read."""
    for path in folder.rglob("*.md"):
        os.utime(path, ns=(10**18, 10**18))


def test_a_folder_that_is_known_is_not_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago(folder)
    set_to(opened(folder), "done", A)
    read = reads(monkeypatch)
    bench = Workbench(folder, by="ana")
    assert bench.is_known
    bench.accept(bench.look())
    bench.settle()
    assert list(bench.select(parse_filter("is:done"))) == ["Business/a.md"]
    assert bench.totals() == Totals(2, 3, 1, 0)
    assert everywhere(opened(folder))[A] == "done"
    assert read == []


def test_of_a_known_folder_only_what_changed_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago(folder)
    opened(folder)
    write(folder, "new.md", note("New.", title="New"))
    read = reads(monkeypatch)
    assert opened(folder).totals().sessions == 3
    assert read == ["new.md"]


def test_notes_written_moved_and_removed_are_read_again(folder: Path) -> None:
    bench = opened(folder)
    set_to(bench, "done", A)
    write(folder, "Business/a.md", note(A, B, "Third."))
    (folder / "Dev").rename(folder / "Home")
    write(folder, "Home/deep/c.md", note("Deep.", title="Deep"))
    assert bench.read_again(["Business/a.md", "Dev", "Home", "nothing.md"]) == 4
    bench.refresh()
    assert bench.totals() == Totals(3, 5, 1, 0)
    assert set(bench.select(parse_filter(""))) == {"Business/a.md", "Home/b.md", "Home/deep/c.md"}
    assert bench.read_again(["Business/a.md", "Home"]) == 0
    (folder / "Business" / "a.md").unlink()
    assert bench.read_again(["Business/a.md"]) == 1
    bench.refresh()
    assert (bench.totals(), bench.orphans()) == (Totals(2, 2, 0, 0), 1)


def test_what_is_hidden_or_no_note_is_not_read_again(folder: Path) -> None:
    bench = opened(folder)
    write(folder, ".trash/x.md", note("x", title="x"))
    write(folder, "picture.png", "x")
    assert bench.read_again([".trash/x.md", ".trash", "picture.png", ""]) == 0
    assert bench.read_again(["/", "..", "../notes/Dev", "Dev//b.md", "./Dev", "/etc"]) == 0


def test_what_others_change_is_noticed(folder: Path) -> None:
    bench = opened(folder)
    news: list[int] = []

    def watch() -> None:
        for count in bench.watch():
            news.append(count)
            bench.stop_reading()

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    for n in range(400):
        if not thread.is_alive():
            break
        write(folder, ".b.md", note(f"Task {n}.", title="Other", day="2024-03-01"))
        (folder / ".b.md").replace(folder / "Dev/b.md")  # never half a note
        thread.join(0.05)
    assert news[0] == 1
    assert not thread.is_alive()
    assert list(bench.select(parse_filter("task report"))) == []
    assert list(bench.select(parse_filter("task title:other"))) == ["Dev/b.md"]


@pytest.mark.parametrize("known", [False, True])
def test_a_folder_is_not_watched_before_it_was_listed_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    if known:
        opened(folder)
    happened: list[str] = []

    def changes(_: Watch, *, missed: bool) -> Iterator[set[str] | None]:
        happened.append(f"watched, {missed=}")
        write(folder, "late.md", note("x", title="Late"))
        yield None if missed else {"late.md"}

    monkeypatch.setattr(Watch, "changes", changes)
    bench = Workbench(folder)
    bench.begin_reading()
    news: list[int] = []
    watching = threading.Thread(target=lambda: news.extend(bench.watch()))
    watching.start()
    if known:
        watching.join()
    for batch in bench.batches():
        happened.append("listed" if batch.is_last else "read")
        if not (known or batch.is_last):
            assert "watched" not in " ".join(happened)
    watching.join()
    assert f"watched, missed={not known}" in happened
    assert (news, bench.totals().sessions) == ([1], 3)


def test_a_decision_is_found_again_though_it_was_made_before_the_prints_of_its_note(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.updating._SOME", 1)
    bench = Workbench(folder, by="ana")
    assert Ledger(places_of(folder, None)).is_blank
    reading = update(folder, bench.index, prints=False)
    next(progress for progress in reading if progress.waiting)
    bench.settle()
    set_to(bench, "done", A)
    assert not bench.renew("Business/a.md").is_news
    (decided,) = (one for one in Journal(bench.store).read_new() if one.set.status)
    again = opened(folder)
    now = again.index.cards.row("Business/a.md")
    assert now is not None
    assert decided.traces == now.traces != ()
    assert not Ledger(places_of(folder, None)).is_blank


def test_nothing_is_matched_as_long_as_prints_are_to_come(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.updating._SOME", 0)
    set_to(opened(folder), "done", A)
    write(folder, "Business/a.md", note(A, B, title="Called otherwise"))
    bench = Workbench(folder, by="ana")
    bench.accept(bench.look())
    reading = update(folder, bench.index, prints=False)
    next(progress for progress in reading if progress.waiting)
    bench.settle()
    assert (status(bench, A), bench.is_behind) == ("pending", True)
    list(reading)
    bench.refresh()
    assert (status(bench, A), bench.is_behind) == ("done", False)


def test_a_folder_that_is_left_while_it_is_read_is_watched_by_nobody(folder: Path) -> None:
    bench = Workbench(folder)
    bench.begin_reading()
    watching = threading.Thread(target=lambda: list(bench.watch()))
    watching.start()
    bench.stop_reading()
    watching.join(60)
    assert not watching.is_alive()


def test_a_cache_that_cannot_be_written_is_said_and_nothing_else_changes(
    folder: Path, cache: Path
) -> None:
    cache.rmdir()
    cache.write_text("in the way")
    set_to(opened(folder), "done", A)
    bench = opened(folder)
    assert "kept in memory" in bench.notices()[-1]
    assert (status(bench, A), bench.totals()) == ("done", Totals(2, 3, 1, 0))
    again = Workbench(folder, by="ana")
    assert not again.is_known
    assert sum(batch.news for batch in again.batches()) == 3
    assert again.totals().sessions == 2


def test_a_cache_that_is_full_is_said_while_the_folder_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = Workbench(folder, by="ana")
    path = bench.index.path
    assert path is not None
    paths = iter([path.parent])  # which is no file

    def reader(folder: Path, index: Path | None, *, follow: bool) -> Reader:
        return Reader(folder, next(paths, index), follow=follow)

    monkeypatch.setattr("tui.library.reader.Reader", reader)
    batches = list(bench.batches())
    bench.settle()
    assert not any(batch.error for batch in batches)
    assert "kept in memory" in bench.notices()[-1]
    assert bench.totals() == Totals(2, 3, 0, 0)


def test_an_index_that_is_damaged_meanwhile_is_made_anew(folder: Path) -> None:
    bench = opened(folder)
    set_to(bench, "done", A)
    path = bench.index.path
    assert path is not None
    data = path.read_bytes()
    path.with_name(f"{path.name}-wal").write_bytes(b"")
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    assert list(bench.select(parse_filter("is:done"))) == ["Business/a.md"]
    assert bench.totals() == Totals(2, 3, 1, 0)


def test_two_workbenches_with_journals_of_their_own_share_what_is_known(
    folder: Path, tmp_path: Path
) -> None:
    ana = opened(folder, "ana", tmp_path / "ana.jsonl")
    eva = opened(folder, "eva", tmp_path / "eva.jsonl")
    assert ana.index.path == eva.index.path
    set_to(ana, "done", A)
    assert list(ana.select(parse_filter("is:done by:ana"))) == ["Business/a.md"]
    assert list(eva.select(parse_filter("is:done"))) == []


def test_tasks_and_facets(folder: Path) -> None:
    bench = opened(folder)
    set_to(bench, "done", A)
    found = bench.select_tasks(parse_filter("is:open"))
    assert [task.text for _, task in found] == ["Write the report.", B]
    assert [facet[1:] for facet in bench.facets("project", parse_filter(""))] == [(2, 2)]
    listing = bench.select(parse_filter(""))
    assert bench.next_open(listing, 0, 1) == 1


@pytest.mark.skipif(os.name == "nt", reason="speaks of Unix files")
def test_a_link_out_of_the_folder_is_read_only_if_links_are_followed(
    folder: Path, tmp_path: Path
) -> None:
    write(tmp_path, "elsewhere.md", note("Outside.", title="Outside"))
    (folder / "out.md").symlink_to(tmp_path / "elsewhere.md")
    refused = opened(folder).session("out.md")
    assert isinstance(refused, LeftOut)
    assert "--follow" in refused.reason
    bench = Workbench(folder, by="ana", follow=True)
    bench.load()
    assert list(bench.select(parse_filter("outside"))) == ["out.md"]
    assert isinstance(bench.session("out.md"), Session)


def test_many_decisions_are_laid_over_the_sessions_at_once(folder: Path) -> None:
    write(folder, "many.md", note(*(f"Task number {n}." for n in range(300)), title="Many"))
    bench = opened(folder)
    row = bench.index.cards.row("many.md")
    assert row is not None
    bench.decide(bench.drafts.setting([(row, one) for one in row.tasks], Setting(status="done")))
    again = opened(folder)
    assert list(again.select(parse_filter("is:done -is:open"))) == ["many.md"]
    assert again.totals() == Totals(3, 303, 300, 0)


FIRST_DECISION = """
import sys
from pathlib import Path
from tui.library import Query
from tui.workbench import Setting, Workbench

bench = Workbench(Path(sys.argv[1]))
bench.load()
bench.warm_up()
known = set(sys.modules)
chosen = bench.select_tasks(Query())
bench.decide(bench.drafts.setting(chosen, Setting(status="done")))
assert len(chosen) == 3
print(*sorted(set(sys.modules) - known))
"""


def test_once_warmed_up_a_first_decision_imports_nothing(folder: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_DECISION, folder], capture_output=True, text=True, check=False
    )
    assert (ran.stdout, ran.stderr) == ("\n", "")


def test_once_warmed_up_it_is_known_who_decides_and_read_only_nobody_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def reviewer_of(folder: Path) -> str:
        asked.append(folder)
        return "ana"

    monkeypatch.setattr("tui.decisions.reviewer.reviewer_of", reviewer_of)
    for read_only in (True, False):
        bench = Workbench(folder, read_only=read_only)
        bench.load()
        bench.warm_up()
    assert asked == [folder]
    assert bench.by == "ana"
    assert asked == [folder]
