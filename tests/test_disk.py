"""A file is put in its place whole, or all is as it was."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from tui.disk import put_file

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")


def test_a_new_file_is_written(tmp_path: Path) -> None:
    for replace in (False, True):
        path = tmp_path / f"new {replace}"
        put_file(path, b"data", replace=replace)
        assert path.read_bytes() == b"data"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_that_is_there_is_kept_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "there"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        put_file(path, b"new", replace=False)
    assert path.read_bytes() == b"old"
    put_file(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("has_links", [True, False])
def test_what_comes_there_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    path = tmp_path / "there"
    flush, link = os.fsync, os.link

    def flush_late(descriptor: int) -> None:
        flush(descriptor)
        path.write_bytes(b"theirs")

    def linked(*paths: Path) -> None:
        if not has_links:
            raise OSError(errno.EPERM, "no such thing here")
        link(*paths)

    monkeypatch.setattr(os, "fsync", flush_late)
    monkeypatch.setattr(os, "link", linked)
    with pytest.raises(FileExistsError):
        put_file(path, b"ours", replace=False)
    assert path.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_where_there_are_no_second_names_it_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Path) -> None:
        raise OSError(errno.EPERM, "no such thing here")

    monkeypatch.setattr(os, "link", refused)
    put_file(tmp_path / "new", b"data", replace=False)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"data"]


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_what_cannot_be_written_whole_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "there"
    path.write_bytes(b"old")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="full"):
        put_file(path, b"new", replace=True)
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@needs_posix
def test_a_mode_and_a_link_stay(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to("real")
    put_file(link, b"new", replace=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640
    (tmp_path / "dangling").symlink_to("nowhere")
    put_file(tmp_path / "dangling", b"new", replace=False)
    assert (tmp_path / "nowhere").read_bytes() == b"new"


@needs_posix
def test_what_is_no_file_is_written_to_as_it_stands(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        put_file(pipe, b"data", replace=False)
        assert os.read(reading, 10) == b"data"
    finally:
        os.close(reading)
    with pytest.raises(IsADirectoryError):
        put_file(tmp_path, b"data", replace=True)
