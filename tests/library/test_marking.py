"""Boxes in the files: what is read, written, and why not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.samples import note
from tui.library.files import NoteFile
from tui.library.marking import mark_file, write_marked
from tui.notes import Status, Task

DONE = note("Go.").replace("- Go.", "- [x] Go.").encode()


def all_to(status: Status) -> Callable[[Task], Status]:
    return lambda _task: status


@pytest.fixture
def file(tmp_path: Path) -> NoteFile:
    path = tmp_path / "a.md"
    path.write_bytes(note("Go.").encode())
    return NoteFile("a.md", str(path))


def test_only_writing_changes_the_file(file: NoteFile) -> None:
    path = Path(file.real)
    before = path.read_bytes()
    seen = mark_file(file, all_to("done"))
    assert (seen.is_changed, seen.is_written, seen.problem) == (True, False, "")
    assert path.read_bytes() == before
    done = write_marked(file, all_to("done"))
    assert (done.is_changed, done.is_written, done.problem) == (True, True, "")
    assert path.read_bytes() == DONE
    assert path.with_name("a.md.orig").read_bytes() == before


def test_nothing_to_set_writes_nothing(file: NoteFile) -> None:
    same = write_marked(file, all_to("pending"))
    assert (same.is_changed, same.is_written, same.problem) == (False, False, "")
    assert [path.name for path in Path(file.real).parent.iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (None, "it vanished while the folder was read"),
        (b"\0", "not a text file (it holds NUL bytes)"),
        (b"# Index\n", "not a session (no session head and no section such as Pending Tasks)"),
    ],
)
def test_what_cannot_be_marked_says_why(file: NoteFile, data: bytes | None, problem: str) -> None:
    path = Path(file.real)
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    found = write_marked(file, all_to("done"))
    assert (found.marked, found.is_written, found.problem) == (None, False, problem)
