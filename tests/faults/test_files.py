"""Who may read the journal, links that lead to it, and what lies beside it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.faults.saving import Savers, begun, keep, standing
from tui.decisions import Journal, JournalError

UMASKS = [0o000, 0o022, 0o027, 0o077, 0o177, 0o277, 0o777]


@pytest.mark.parametrize("umask", UMASKS, ids=oct)
def test_only_its_owner_may_read_it_whatever_the_umask(
    savers: Savers, path: Path, umask: int
) -> None:
    deep = path.parent / "made" / path.name
    assert [answer.why for answer in savers.run(deep, ("save", "x"), umask=umask)] == [""]
    modes = {
        one.relative_to(path.parent.parent).as_posix(): oct(stat.S_IMODE(one.stat().st_mode))
        for one in (path.parent, *path.parent.rglob("*"))
    }
    folders = {".workbench": "0o700", ".workbench/made": "0o700"}
    files = {f".workbench/made/{name}": "0o600" for name in ("tasks.jsonl", "tasks.jsonl.lock")}
    assert modes == folders | files


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o660])
def test_the_mode_that_its_owner_gave_it_is_left(path: Path, mode: int) -> None:
    """Two reviewers may share it; whom they let in is theirs to say."""
    keep(path, "a")
    path.chmod(mode)
    keep(path, "b")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize("is_relative", [False, True])
@pytest.mark.parametrize("exists", [False, True])
def test_a_link_to_a_journal_stays_a_link(path: Path, exists: bool, is_relative: bool) -> None:
    target = path.parent.parent / "elsewhere" / "mine.jsonl"
    path.parent.mkdir()
    if exists:
        keep(target, "before")
    path.symlink_to(Path("../elsewhere/mine.jsonl") if is_relative else target)
    keep(path, "a")
    keep(target, "b")
    assert path.is_symlink()
    assert target.is_file()
    assert not target.is_symlink()
    assert standing(path) == standing(target) == ([*(["before"] * exists), "a", "b"])
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    # One lock, beside the file itself: it is the same for all who come by links.
    assert [one.name for one in path.parent.iterdir()] == ["tasks.jsonl"]
    assert target.with_name("mine.jsonl.lock").exists()


def test_a_link_to_a_folder_of_journals_stays_one(path: Path) -> None:
    path.parent.symlink_to("kept")
    keep(path, "a")
    assert path.parent.is_symlink()
    assert standing(path.parent.parent / "kept" / path.name) == ["a"]


def test_a_link_in_a_circle_is_said(path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(path.name)
    with pytest.raises(JournalError, match="symbolic links"):
        Journal(path).read_new()
    with pytest.raises(JournalError, match="symbolic links"):
        keep(path, "a")


def test_a_lock_that_is_a_link_is_not_followed(path: Path) -> None:
    """Where others may write, a link could lie in wait that leads to a file of the reviewer's."""
    keep(path, "a")
    mine = path.parent.parent / "mine.txt"
    mine.write_text("precious")
    lock = path.with_name("tasks.jsonl.lock")
    lock.unlink()
    lock.symlink_to(mine)
    with pytest.raises(JournalError, match="not saved"):
        keep(path, "b")
    assert mine.read_text() == "precious"
    assert standing(path) == ["a"]


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_a_lock_that_is_no_file_holds_up_nobody(path: Path, kind: str) -> None:
    path.parent.mkdir()
    lock = path.with_name("tasks.jsonl.lock")
    if kind == "folder":
        lock.mkdir()
        with pytest.raises(JournalError, match="not saved"):
            keep(path, "a")
        lock.rmdir()
    else:
        os.mkfifo(lock)
    keep(path, "b")
    assert standing(path) == ["b"]


@pytest.mark.usefixtures("strace")
def test_nothing_is_left_beside_it_by_one_that_is_killed(savers: Savers, path: Path) -> None:
    begun(path, "before")
    for name in ("openat", "write", "fsync", "close"):
        fault = f"inject={name}:signal=SIGKILL:when=1"
        savers.traced(path, ("save", name), options=("-f", "-e", fault))
    assert sorted(one.name for one in path.parent.iterdir()) == ["tasks.jsonl", "tasks.jsonl.lock"]
    assert path.with_name("tasks.jsonl.lock").read_bytes() == b""
