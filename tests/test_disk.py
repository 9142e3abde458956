"""Files are written whole or not at all, and one that is there stays unless it is to go."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from tui import disk
from tui.disk import put_files

needs_posix = pytest.mark.skipif(os.name == "nt", reason="modes and links of Unix")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_files_are_written(tmp_path: Path) -> None:
    put_files({tmp_path / "a": b"one", tmp_path / "b": b""}, force=False)
    assert contents(tmp_path) == {"a": b"one", "b": b""}


def test_one_that_is_there_stays_and_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"old")
    with pytest.raises(FileExistsError) as refusal:
        put_files({tmp_path / "a": b"new", tmp_path / "b": b"new"}, force=False)
    assert refusal.value.filename == str(tmp_path / "b")
    assert contents(tmp_path) == {"b": b"old"}


@needs_posix
def test_forced_it_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    put_files({path: b"new"}, force=True)
    assert contents(tmp_path) == {"a": b"new"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@needs_posix
def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(FileExistsError):
        put_files({tmp_path / "link": b"new"}, force=False)
    put_files({tmp_path / "link": b"new"}, force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_what_came_there_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = os.link

    def faster(source: Path, target: Path, **options: bool) -> None:
        target.write_bytes(b"theirs")
        link(source, target, **options)

    monkeypatch.setattr(os, "link", faster)
    with pytest.raises(FileExistsError):
        put_files({tmp_path / "a": b"ours"}, force=False)
    assert contents(tmp_path) == {"a": b"theirs"}


def test_where_there_are_no_second_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no")

    monkeypatch.setattr(os, "link", refuse)
    put_files({tmp_path / "a": b"one"}, force=False)
    assert contents(tmp_path) == {"a": b"one"}


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("call", ["write_all", "fsync"])
def test_a_disk_that_refuses_leaves_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, force: bool
) -> None:
    (tmp_path / "b").write_bytes(b"old")
    calls = []

    def fail_the_second(*_: object) -> None:
        calls.append(call)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*((disk, call) if call == "write_all" else (os, call)), fail_the_second)
    names = ("a", "b") if force else ("a", "c")
    with pytest.raises(OSError, match="No space left") as refusal:
        put_files({tmp_path / name: b"new" for name in names}, force=force)
    assert refusal.value.filename == str(tmp_path / names[1])
    assert contents(tmp_path) == {"b": b"old"}


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    for force in (False, True):
        with pytest.raises((IsADirectoryError, FileExistsError)):
            put_files({tmp_path: b"x"}, force=force)
    with pytest.raises(FileNotFoundError):
        put_files({tmp_path / "none" / "a": b"x"}, force=False)
    assert contents(tmp_path) == {}


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_device_is_written_to_as_it_is() -> None:
    put_files({Path("/dev/null"): b"x"}, force=False)
    with pytest.raises(OSError, match="No space left"):
        put_files({Path("/dev/full"): b"x"}, force=False)


@needs_posix
def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        put_files({pipe: b"data"}, force=False)
        assert os.read(reading, 10) == b"data"
    finally:
        os.close(reading)
