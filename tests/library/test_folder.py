"""A folder whose index is somebody else's too: what was read is there, whoever was first."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.library.shelf import made
from tests.samples import note
from tui.library import Folder, Index
from tui.library.index import NoIndexError, index as index_module
from tui.library.index.schema import remove_file


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    notes = tmp_path / "notes"
    notes.mkdir()
    for day in range(1, 13):
        (notes / f"{day}.md").write_text(note("Hire a van.", title=f"Day {day}"))
    return Folder(notes)


def test_a_file_put_in_the_place_of_the_index_is_followed(folder: Folder) -> None:
    path = folder.index.path
    assert path is not None
    assert len(folder.index) == 0
    remove_file(path)
    assert [batch.error for batch in folder.batches()][-1] == ""
    assert (len(folder.index), folder.index.path) == (12, path)


def test_a_file_that_is_put_there_again_and_again_is_left_alone(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Index, "is_complete", False)
    assert list(folder.batches())
    assert (len(folder.index), folder.index.path) == (12, None)
    assert "another program writes there" in folder.index.notice


def test_an_index_that_only_the_reader_can_open(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise NoIndexError("database is locked")

    folder.begin_reading()
    monkeypatch.setattr(index_module, "open_file", refuse)
    assert "database is locked" in folder.index.notice
    assert list(folder.batches())
    assert len(folder.index) == 12


@pytest.mark.parametrize("lap", range(10))
def test_who_opens_an_index_at_the_same_time_shares_it(tmp_path: Path, lap: int) -> None:
    path = tmp_path / f"{lap}.sqlite"
    ready = threading.Barrier(6)

    def put(number: int) -> None:
        ready.wait()
        index = Index(path)
        index.put([made(f"{number}.md", "Hire a van.")])
        index.close()

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(put, range(6)))
    index = Index(path)
    assert (len(index), index.notice) == (6, "")
