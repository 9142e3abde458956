"""Bringing an index up to date with its folder: what changed is read, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.library.shelf import made, picked
from tests.samples import note
from tui.library import Batch, Found, Index, NoteFile, Reader, crew as crew_module
from tui.library.crew import read_all
from tui.library.reading import read_found
from tui.library.scan import find_changes
from tui.library.updating import update

DAY = 86_400_000_000_000
LONG_AGO = 1_700_000_000_000_000_000
unix = pytest.mark.skipif(os.name == "nt", reason="speaks of Unix files")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    write(folder, "Dev/2024-01-02_b.md", "Hire a van.")
    write(folder, "2024-01-03_c.md", "Label.")
    write(folder, "2024-01-01_a.md", "Bake.")
    (folder / "index.md").write_text("# Index\n")
    age(folder / "index.md")
    return folder


def write(folder: Path, name: str, *tasks: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(note(*tasks, title=name), encoding="utf-8")
    age(path)
    return path


def age(path: Path, at: int = LONG_AGO) -> None:
    """Let a file look as if it was written long ago."""
    os.utime(path, ns=(at, at))


def catch_up(folder: Path, index: Index, *, follow: bool = False) -> list[str]:
    """Update; returns the paths that were read."""
    changed = [file.path for file in find_changes(folder, index, follow=follow).files]
    for _ in update(folder, index, follow=follow):
        pass
    return changed


def test_of_a_large_folder_something_is_read_before_all_of_it_was_met(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.updating._GLANCE_SECONDS", -1.0)  # time is up at once
    index = Index()
    told = list(update(folder, index))
    assert told[0][:2] == (0, 0)
    monkeypatch.setattr("tui.library.scan.monotonic", iter(range(100)).__next__)
    monkeypatch.setattr("tui.library.updating._GLANCE_SECONDS", 2.0)  # three files are met
    index = Index()
    progress = iter(update(folder, index))
    first = next(progress)
    assert first.news == first.of == 2
    assert len(index) > 0
    assert first.news + sum(later.news for later in progress) == 4
    assert len(index) == 3


def test_everything_is_read_once_the_newest_dates_first(
    folder: Path,
) -> None:
    index = Index()
    assert catch_up(folder, index) == [
        "2024-01-03_c.md", "Dev/2024-01-02_b.md", "2024-01-01_a.md", "index.md",
    ]  # fmt: skip
    assert len(index) == 3
    assert index.is_complete
    assert catch_up(folder, index) == []
    assert [file.path for file in index.cards.left_out()] == ["index.md"]


def test_only_what_changed_is_read_again(folder: Path) -> None:
    index = Index()
    catch_up(folder, index)
    age(write(folder, "2024-01-01_a.md", "Roast."), LONG_AGO + DAY)
    write(folder, "new.md", "Sow.")
    (folder / "2024-01-03_c.md").unlink()
    assert catch_up(folder, index) == ["2024-01-01_a.md", "new.md"]
    assert picked(index, "bake or label") == []
    assert set(picked(index, "roast or sow or van")) == {
        "2024-01-01_a.md", "new.md", "Dev/2024-01-02_b.md",
    }  # fmt: skip


def test_a_note_of_another_size_is_read_whatever_its_time(folder: Path) -> None:
    index = Index()
    catch_up(folder, index)
    write(folder, "2024-01-01_a.md", "Roast it.")
    assert catch_up(folder, index) == ["2024-01-01_a.md"]
    assert picked(index, "roast") == ["2024-01-01_a.md"]


def test_a_note_read_in_the_moment_it_was_written_is_looked_at_again(folder: Path) -> None:
    index = Index()
    path = folder / "2024-01-01_a.md"
    path.write_text(note("Bake.", title="x"))
    catch_up(folder, index)
    stamp = path.stat()
    path.write_text(note("Cook.", title="x"))
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert path.stat().st_size == stamp.st_size
    assert catch_up(folder, index) == ["2024-01-01_a.md"]
    assert picked(index, "cook") == ["2024-01-01_a.md"]


def test_what_was_only_touched_is_no_news(folder: Path) -> None:
    index = Index()
    catch_up(folder, index)
    number = index.cards.number("2024-01-01_a.md")
    age(folder / "2024-01-01_a.md", LONG_AGO + DAY)
    assert sum(progress.news for progress in update(folder, index)) == 0
    assert index.cards.number("2024-01-01_a.md") == number
    assert catch_up(folder, index) == []


def test_what_could_not_be_read_is_tried_again(folder: Path) -> None:
    (folder / "odd.md").mkdir()
    (folder / "gone.md").symlink_to("nowhere.md")
    index = Index()
    catch_up(folder, index)
    assert [file.path for file in index.cards.left_out() if file.failed] == ["gone.md"]
    (folder / "nowhere.md").write_text(note("Found."))
    assert "gone.md" in catch_up(folder, index)
    assert "gone.md" in picked(index, "found")


def test_a_folder_that_comes_back(folder: Path, tmp_path: Path) -> None:
    index = Index()
    catch_up(folder, index)
    folder.rename(tmp_path / "away")
    with pytest.raises(FileNotFoundError):
        find_changes(folder, index)
    assert len(index) == 3
    (tmp_path / "away").rename(folder)
    assert catch_up(folder, index) == []


def test_ended_in_the_middle_it_goes_on_from_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.updating._FIRST", 2)
    index = Index()
    for progress in update(folder, index):
        if progress.done == 2:
            break
    assert not index.is_complete
    assert picked(index, "") == ["2024-01-03_c.md", "Dev/2024-01-02_b.md"]
    assert catch_up(folder, index) == ["2024-01-01_a.md", "index.md"]
    assert index.is_complete


def test_names_that_differ_in_case_or_form_are_two_notes(folder: Path) -> None:
    for name in ("Tea.md", "tea.md", "café.md", "cafe\u0301.md"):
        write(folder, name, f"Task of {name!r}.")
    there = {path.name for path in folder.iterdir()}
    index = Index()
    catch_up(folder, index)
    assert there - {"Dev", "index.md"} <= set(picked(index, ""))
    assert catch_up(folder, index) == []


# Symbolic links ----------------------------------------------------------------------------


@pytest.fixture
def linked(folder: Path, tmp_path: Path) -> Path:
    """A folder with links out of it, within it, and in a circle."""
    write(tmp_path / "elsewhere", "outside.md", "Outside.")
    write(tmp_path / "elsewhere", "deep/er.md", "Deeper.")
    (folder / "out.md").symlink_to(tmp_path / "elsewhere" / "outside.md")
    (folder / "within.md").symlink_to("2024-01-01_a.md")
    (folder / "elsewhere").symlink_to(tmp_path / "elsewhere")
    (folder / "again").symlink_to(tmp_path / "elsewhere" / "deep")
    (tmp_path / "elsewhere" / "back").symlink_to(folder)
    (folder / "loop").symlink_to(".")
    return folder


@unix
def test_links_are_not_followed_out_of_the_folder(linked: Path) -> None:
    index = Index()
    catch_up(linked, index)
    assert set(picked(index, "bake")) == {"2024-01-01_a.md", "within.md"}
    assert picked(index, "outside or deeper") == []
    (refused,) = (file for file in index.cards.left_out() if file.failed)
    assert (refused.path, "--follow" in refused.reason) == ("out.md", True)


@unix
def test_links_are_followed_when_asked_and_never_in_a_circle(linked: Path) -> None:
    index = Index()
    catch_up(linked, index, follow=True)
    assert len(picked(index, "outside")) == 2
    assert len(picked(index, "deeper")) == 1
    assert len(picked(index, "van")) == 1
    assert catch_up(linked, index, follow=True) == []


# Processes ---------------------------------------------------------------------------------


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    for n in range(120):
        write(folder, f"{n % 7}/{n:03}.md", f"Task {n}.")
    return folder


def files_of(folder: Path) -> list[NoteFile]:
    return find_changes(folder, Index()).files


def without_time(found: Iterator[list[Found]]) -> dict[str, object]:
    return {
        one.path: (one.what, one.stamp.digest, one.texts, one.real)
        for some in found
        for one in some
    }


def test_workers_find_what_reading_here_finds(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (many / "index.md").write_text("# Index\n")
    (many / "gone.md").symlink_to("nowhere.md")
    (many / os.fsdecode(b"caf\xe9.md")).write_text(note("Odd."))
    monkeypatch.setattr(crew_module, "_ENOUGH", 10)
    monkeypatch.setattr(crew_module, "_AT_ONCE", 7)
    files = files_of(many)
    here = without_time(iter([[read_found(file, many) for file in files]]))
    assert without_time(read_all(files, many)) == here
    assert len(here) == 123


def test_a_worker_that_dies_loses_nothing(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew_module, "_ENOUGH", 10)
    monkeypatch.setattr(crew_module, "_AT_ONCE", 7)
    files = files_of(many)
    crew = crew_module._Crew(many, prints=True)
    reading = crew.read(files)
    first = next(reading)
    crew._workers[0].end()
    found = [*first, *(one for some in reading for one in some)]
    crew.dismiss()
    assert sorted(one.path for one in found) == sorted(file.path for file in files)


def test_the_child_process_brings_the_index_up_to_date(many: Path, tmp_path: Path) -> None:
    index = Index(tmp_path / "index.sqlite")
    batches = list(Reader(many, index.path).batches())
    assert batches[-1] == Batch(batches[-1].news, 120, 120, is_last=True)
    assert all(one.done <= other.done for one, other in pairwise(batches[1:]))
    assert not any(batch.found for batch in batches)
    assert len(index) == 120
    again = list(Reader(many, index.path).batches())
    assert sum(batch.news for batch in again) == 0


def test_words_that_come_later_are_found_then() -> None:
    index = Index()
    first, second, third = (made(f"{n}.md", f"Hire van {n}.", title=f"Day {n}") for n in range(3))
    assert index.put([first, second, third], words_later=True) == 3
    index.complete()
    assert picked(index, "is:pending") == ["0.md", "1.md", "2.md"]
    assert picked(index, "van") == []
    index.remove(["0.md"])
    index.put([made("1.md", "Sell the cart.", title="Day 1")])
    assert index.cards.waiting() == 1
    assert picked(index, "van or cart") == ["1.md"]
    assert index.put_words() == 1
    assert index.put_words() == index.cards.waiting() == 0
    assert picked(index, "van or cart") == ["1.md", "2.md"]
    assert picked(index, '"van 2"') == ["2.md"]
    assert picked(index, "van or title:day", "newest first") == ["1.md", "2.md"]


def test_prints_that_come_later_are_those_that_come_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.updating._SOME", 2)
    at_once, later = Index(), Index()
    catch_up(folder, at_once)
    known = {row.path: row for row in at_once.rows()}
    traces = known["2024-01-01_a.md"].traces
    assert traces

    def alike(index: Index) -> set[str]:
        return index.cards.alike(session="", content="", date="", path="", traces=traces)

    for progress in update(folder, later, prints=False):
        if progress.waiting:
            break
    rows = {row.path: row for row in later.rows()}
    assert rows.keys() == known.keys()
    assert not any(row.said or row.traces for row in rows.values())
    assert not any(known[path].differs_from(row) for path, row in rows.items())
    assert known["2024-01-01_a.md"].differs_from(rows["2024-01-03_c.md"])
    assert (later.cards.lacks_prints(), alike(later)) == (True, set())
    catch_up(folder, later)
    assert {row.path: row for row in later.rows()} == known
    assert (later.cards.lacks_prints(), alike(later)) == (False, alike(at_once))


def test_of_many_files_the_words_come_last_and_the_next_update_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.updating._SOME", 2)
    index = Index()
    for progress in update(folder, index):
        if progress.waiting is not None:
            break
    assert progress.done == progress.of == 4
    assert (progress.waiting, index.is_complete, len(index)) == (3, True, 3)
    assert picked(index, "van") == []
    assert [one.waiting for one in update(folder, index)] == [None, 3, 0]
    assert picked(index, "van") == ["Dev/2024-01-02_b.md"]
    assert [one.waiting for one in update(folder, index)] == [None, 0]


def test_what_was_read_before_all_was_met_is_counted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.scan.monotonic", iter(range(100)).__next__)
    monkeypatch.setattr("tui.library.updating._GLANCE_SECONDS", 2.0)  # three files are met
    last = list(update(folder, Index()))[-1]
    assert last.done == last.of == 4


def test_for_an_index_in_memory_the_child_sends_what_it_finds(many: Path) -> None:
    batches = list(Reader(many).batches())
    assert sorted(one.path for batch in batches for one in batch.found) == sorted(
        file.path for file in files_of(many)
    )


def test_an_index_that_cannot_be_written_is_said(many: Path, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.mkdir()
    assert [batch.index_error != "" for batch in Reader(many, path).batches()] == [False, True]
