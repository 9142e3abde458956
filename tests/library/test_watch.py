"""Noticing what other programs do to a folder."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from typing import NoReturn

import msgspec
import pytest

from tests.samples import note
from tui.library import child as child_module, watch as watch_module
from tui.library.child import Child
from tui.library.frames import receive, send
from tui.library.listening import Told, main
from tui.library.watch import Watch, is_silent, look_at_root

_PATIENCE_SECONDS = 60.0
Changes = set[str] | None


class Watched:
    """A watch at work in a thread, and what it has told so far."""

    def __init__(self, folder: Path, *, missed: bool = False) -> None:
        self.watch = Watch(folder)
        self._missed = missed
        self._told: Queue[Changes] = Queue()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        for changes in self.watch.changes(missed=self._missed):
            self._told.put(changes)

    def until(self, wanted: str | None) -> set[str]:
        """Wait until a path is told, or that it may be anything; returns all paths till then."""
        seen: set[str] = set()
        while True:
            changes = self._told.get(timeout=_PATIENCE_SECONDS)
            if changes is None:
                assert wanted is None, "told that it may be anything"
                return seen
            seen |= changes
            if wanted in seen:
                return seen

    def until_away(self, why: str) -> None:
        """Wait until it is told that the folder is gone, and why."""
        while self._told.get(timeout=_PATIENCE_SECONDS) != set() or self.watch.away != why:
            pass

    def until_it_listens(self, file: Path) -> None:
        """Write a file until this is told."""
        for _ in range(100):
            file.write_text(note())
            with contextlib.suppress(Empty):
                changes = self._told.get(timeout=_PATIENCE_SECONDS / 100)
                assert changes == {file.name}
                return
        pytest.fail("it never listens")

    def end(self) -> None:
        self.watch.stop()
        self._thread.join(_PATIENCE_SECONDS)
        assert not self._thread.is_alive()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    (folder / "Dev").mkdir(parents=True)
    (folder / "Dev" / "a.md").write_text(note("Hire."))
    return folder


@pytest.fixture
def watched(folder: Path) -> Iterator[Watched]:
    watched = Watched(folder)
    watched.until_it_listens(folder / "first.md")
    yield watched
    watched.end()


def test_what_is_written_moved_and_removed_is_told(folder: Path, watched: Watched) -> None:
    (folder / "Dev" / "a.md").write_text(note("Bake."))
    watched.until("Dev/a.md")
    (folder / "Dev" / "a.md").rename(folder / "b.md")
    watched.until("b.md")
    (folder / "b.md").unlink()
    watched.until("b.md")
    (folder / "Dev").rename(folder / "Home")
    watched.until("Home")


def test_what_may_have_been_missed_is_looked_for_first(folder: Path) -> None:
    watched = Watched(folder, missed=True)
    watched.until(None)
    (folder / "Dev" / "a.md").write_text(note("Bake."))
    watched.until("Dev/a.md")
    watched.end()


def test_what_is_hidden_is_not_told(folder: Path, watched: Watched) -> None:
    (folder / ".workbench").mkdir()
    (folder / ".workbench" / "tasks.jsonl").write_text("{}\n")
    (folder / "last.md").write_text(note())
    assert not any(path.startswith(".") for path in watched.until("last.md"))


def test_a_folder_that_vanishes_and_comes_back(
    folder: Path, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.rename(folder.parent / "away")
    (folder.parent / "away").rename(folder)
    (folder / "back.md").write_text(note())
    watched.until("back.md")


def move(folder: Path) -> None:
    folder.rename(folder.with_name("away"))


def remove(folder: Path) -> None:
    shutil.rmtree(folder)


def put_a_file_there(folder: Path) -> None:
    move(folder)
    folder.write_text(note())


@pytest.mark.parametrize("is_polled", [False, True], ids=["told", "looked for"])
@pytest.mark.parametrize(
    ("vanish", "why"),
    [
        (move, "the folder is gone"),
        (remove, "the folder is gone"),
        (put_a_file_there, "a file is in the place of the folder"),
    ],
)
def test_a_folder_that_is_gone_is_said_to_be(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    vanish: Callable[[Path], None],
    why: str,
    is_polled: bool,
) -> None:
    monkeypatch.setattr(watch_module, "is_silent", lambda _: is_polled)
    monkeypatch.setattr(watch_module, "POLLING_SECONDS", 0.01)
    watched = Watched(folder, missed=True)
    watched.until(None)
    assert watched.watch.away == ""
    vanish(folder)
    watched.until_away(why)
    if folder.exists():
        folder.unlink()
        watched.until_away("the folder is gone")
    folder.mkdir()
    watched.until(None)
    assert watched.watch.away == ""
    watched.until(None)  # what came before it was listened to is not missed
    watched.end()


def test_a_folder_that_may_not_be_listed_is_gone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = look_at_root(folder)
    assert known[1] == ""

    def refuse(_: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        why = look_at_root(folder)[1]
    assert why == f"the folder cannot be listed ({os.strerror(errno.EACCES)})"
    assert look_at_root(folder) == known


def test_where_nothing_is_told_it_is_looked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch_module, "is_silent", lambda _: True)
    monkeypatch.setattr(watch_module, "POLLING_SECONDS", 0.01)
    watched = Watched(folder)
    watched.until(None)
    watched.until(None)
    assert "looked for every" in watched.watch.notice
    watched.end()


class Ended:
    """A child that has told something, and has ended."""

    def __init__(self, *told: Told) -> None:
        self.from_ = io.BytesIO()
        for one in told:
            send(self.from_, one)
        self.from_.seek(0)

    def end(self) -> None: ...

    def close(self) -> None: ...


@pytest.mark.parametrize(
    ("told", "why"),
    [([Told(error="OS file watch limit reached")], "watch limit"), ([Told()], "ended early")],
)
def test_where_nothing_is_told_any_more_it_is_looked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, told: list[Told], why: str
) -> None:
    monkeypatch.setattr(child_module, "Child", lambda *_: Ended(*told))
    monkeypatch.setattr(watch_module, "POLLING_SECONDS", 0.01)
    watched = Watched(folder)
    watched.until(None)
    assert why in watched.watch.notice
    watched.end()


def test_where_there_can_be_no_more_processes_it_is_looked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(child_module, "Child", refuse)
    monkeypatch.setattr(watch_module, "POLLING_SECONDS", 0.01)
    watched = Watched(folder)
    watched.until(None)
    assert "temporarily unavailable" in watched.watch.notice
    watched.end()


def test_a_system_that_watches_no_more_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "OS file watch limit reached")

    monkeypatch.setattr("watchfiles.watch", refuse)
    pipe = io.BytesIO()
    main(io.BytesIO(), pipe, str(folder))
    pipe.seek(0)
    told = receive(pipe, msgspec.msgpack.Decoder(Told))
    assert told == Told(error="OS file watch limit reached")


def test_what_listens_ends_with_whoever_asked(folder: Path) -> None:
    child = Child("tui.library.listening", str(folder))
    assert receive(child.from_, msgspec.msgpack.Decoder(Told)) == Told()
    child.close()
    child.wait()


def test_what_is_stopped_before_it_began_begins_nothing(folder: Path) -> None:
    watch = Watch(folder)
    watch.stop()
    assert list(watch.changes()) == []


@pytest.mark.skipif("sys.platform != 'linux'", reason="reads Linux's table of mounts")
@pytest.mark.parametrize(
    ("place", "silent"),
    [("/home/ana/notes", False), ("/net/share/notes", True), ("/net/my share", True),
     ("/net/shared", False), ("/net/share/disk/x", False)],
)  # fmt: skip
def test_file_systems_that_tell_nothing_are_known(tmp_path: Path, place: str, silent: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\nserver:/x /net/share nfs4 rw 0 0\n"
        "server:/y /net/my\\040share fuse.sshfs rw 0 0\n/dev/sdb /net/share/disk ext4 rw 0 0\n\n"
    )
    assert is_silent(Path(place), mounts) is silent
    assert not is_silent(Path(place), tmp_path / "none")
