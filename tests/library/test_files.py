"""Which files are notes, and reading them without trusting them."""

from __future__ import annotations

import errno
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from tests.samples import note
from tui.library import LeftOut, NoteFile, Reader, reading
from tui.library.files import MOST_BYTES, Stamp, Unreadable, read_bytes
from tui.library.found import Texts, texts_of
from tui.library.reading import read_both, read_file, read_some, read_whole
from tui.library.scan import find_at, list_files
from tui.notes import NotASession, Session, read_note

unix = pytest.mark.skipif(os.name == "nt", reason="speaks of Unix files")
_NOBODY = 65534


def paths(folder: Path) -> list[str]:
    return [file.path for file in list_files(folder)]


def why(folder: Path, name: str) -> str:
    found = read_file(NoteFile(name, str(folder / name)))
    assert isinstance(found, LeftOut)
    assert found.failed
    assert found.path == name
    return found.reason


def test_notes_in_the_folder_and_below_it(tmp_path: Path) -> None:
    for name in (
        "a.md", "b.markdown", "c.txt", "D.MD", "deep/er/e.md", "f.html", "md", ".hidden.md",
        ".git/g.md", ".obsidian/h.md", "deep/.trash/i.md", "j.md.bak", "Ünï/ñ k.md", "l.md/m.txt",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert sorted(paths(tmp_path)) == [
        "D.MD", "a.md", "b.markdown", "c.txt", "deep/er/e.md", "l.md/m.txt", "Ünï/ñ k.md",
    ]  # fmt: skip


def test_the_newest_names_come_first_in_whatever_folder(tmp_path: Path) -> None:
    for name in ("Dev/2024-01-02_b.md", "2024-01-01_a.md", "Art/2024-01-03_c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [path.rpartition("_")[2] for path in paths(tmp_path)] == ["c.md", "b.md", "a.md"]


def test_a_folder_without_notes(tmp_path: Path) -> None:
    assert paths(tmp_path) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list_files(tmp_path / "missing")


@unix
def test_a_pipe_does_not_hold_us(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert paths(tmp_path) == ["a.md"]
    assert why(tmp_path, "a.md") == "not a regular file"


@unix
def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.md")
        assert why(tmp_path, "a.md") == "a socket or a pipe, not a file"


@unix
def test_a_device(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("/dev/zero")
    assert why(tmp_path, "a.md") == "not a regular file"


@unix
def test_links_that_lead_nowhere_or_in_circles(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "gone.md").symlink_to("nothing.md")
    (tmp_path / "folder").symlink_to(tmp_path)
    (tmp_path / "folder.md").symlink_to(tmp_path)
    assert sorted(paths(tmp_path)) == ["folder.md", "gone.md", "loop.md"]
    assert why(tmp_path, "loop.md") == "a symbolic link that leads back to itself"
    assert why(tmp_path, "gone.md") == "a symbolic link that leads nowhere"
    assert why(tmp_path, "folder.md") == "not a regular file"


def left_out(files: list[NoteFile]) -> dict[str, str]:
    """Why each of some files is not read."""
    found = [read_file(file) for file in files]
    return {one.path: one.reason for one in found if isinstance(one, LeftOut)}


@unix
@pytest.mark.parametrize("follow", [False, True], ids=["", "followed"])
def test_a_link_that_cannot_be_followed_is_its_own_fault_only(tmp_path: Path, follow: bool) -> None:
    folder = tmp_path / "notes"
    (folder / "Dev").mkdir(parents=True)
    for inside in (folder, folder / "Dev"):
        (inside / "a.md").write_text(note())
        (inside / "x").symlink_to("x")
        (inside / "self.md").symlink_to("self.md")
        (inside / "gone.md").symlink_to("nowhere.md")
        (inside / "gone_from_a_file.md").symlink_to("a.md/nowhere")
        (inside / "gone_outside.md").symlink_to(tmp_path / "nowhere.md")
    expected = {
        f"{inside}{name}.md": reason
        for inside in ("", "Dev/")
        for name, reason in (
            ("self", "a symbolic link that leads back to itself"),
            ("gone", "a symbolic link that leads nowhere"),
            ("gone_from_a_file", "a symbolic link that leads nowhere"),
            ("gone_outside", "a symbolic link that leads nowhere"),
        )
    }
    files = list_files(folder, follow=follow)
    assert {file.path for file in files} == {"a.md", "Dev/a.md", *expected}
    assert left_out(files) == expected
    at_once = find_at(folder, ["x", "Dev", *(file.path for file in files)], follow=follow)
    assert left_out(at_once) == expected


class Unknown:
    """An entry of a folder of which the system does not say what it is."""

    def __init__(self, entry: os.DirEntry[str]) -> None:
        self.name, self.path = entry.name, entry.path

    def __fspath__(self) -> str:
        return self.path

    def is_file(self, *, follow_symlinks: bool = True) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    def is_dir(self, *, follow_symlinks: bool = True) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@pytest.mark.parametrize("follow", [False, True], ids=["", "followed"])
def test_what_may_not_be_looked_at_is_its_own_fault_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, follow: bool
) -> None:
    for name in ("a.md", "b.md", "b"):
        (tmp_path / name).write_text(note())
    scandir = os.scandir

    @contextmanager
    def entries(place: str) -> Iterator[Iterator[os.DirEntry[str] | Unknown]]:
        with scandir(place) as found:
            yield (Unknown(one) if one.name.startswith("b") else one for one in found)

    monkeypatch.setattr(os, "scandir", entries)
    assert sorted(file.path for file in list_files(tmp_path, follow=follow)) == ["a.md", "b.md"]


def test_a_note_that_may_not_be_looked_at_is_not_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(note())

    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", refuse)
        found = find_at(tmp_path, ["a.md"], follow=True)
    assert [file.path for file in found] == ["a.md"]


def test_a_folder_that_vanishes_while_it_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes" / "Dev").mkdir(parents=True)
    isdir = os.path.isdir

    def isdir_then_gone(place: str) -> bool:
        is_there = isdir(place)
        (tmp_path / "notes").rename(tmp_path / "away")
        return is_there

    monkeypatch.setattr(os.path, "isdir", isdir_then_gone)
    assert [file.path for file in find_at(tmp_path / "notes", ["Dev"], follow=True)] == ["Dev/"]


@unix
def test_a_link_to_a_note_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(note("Hire a van."))
    (tmp_path / "a.md").symlink_to("elsewhere")
    (file,) = list_files(tmp_path)
    found = read_file(file)
    assert isinstance(found, Session)
    assert found.path == "a.md"


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (2 * 1024**3, "2,048 MB"),
        (5 * 1024**2, "5 MB"),
        (5_400_000, "5.2 MB"),
        (MOST_BYTES + 1, "4.1 MB"),
    ],
)
def test_a_huge_file_is_not_read(tmp_path: Path, size: int, said: str) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(size)
    assert why(tmp_path, "a.md") == f"{said}, more than the 4 MB that are read"


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * MOST_BYTES)
    assert len(read_bytes(NoteFile("a.md", str(path)))) == MOST_BYTES
    path.write_bytes(b"x" * (MOST_BYTES + 1))
    with pytest.raises(Unreadable, match="more than the 4 MB"):
        read_bytes(NoteFile("a.md", str(path)))


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("x")
    monkeypatch.setattr(os, "read", lambda _, size: b"x" * size)
    assert why(tmp_path, "a.md") == "more than the 4 MB that are read"


def test_a_file_that_comes_in_parts_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"0123456789" * 10)
    read = os.read
    monkeypatch.setattr(os, "read", lambda descriptor, size: read(descriptor, min(size, 7)))
    assert read_bytes(NoteFile("a.md", str(path))) == b"0123456789" * 10


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(note())
    (file,) = list_files(tmp_path)
    (tmp_path / "a.md").unlink()
    assert why(tmp_path, "a.md") == "it vanished while the folder was read"
    assert isinstance(read_both(file), LeftOut)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "it may not be read (permission denied)"),
        (errno.EIO, "it cannot be read (Input/output error)"),
    ],
)
def test_what_the_system_refuses_to_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    (tmp_path / "a.md").write_text(note())

    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        assert why(tmp_path, "a.md") == reason
    with monkeypatch.context() as patch:
        patch.setattr(os, "read", refuse)
        assert why(tmp_path, "a.md") == f"it cannot be read ({os.strerror(number)})"


@contextmanager
def not_as_root() -> Iterator[None]:
    """Root may read everything: be someone else for a while."""
    user = os.geteuid()
    if not user:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@unix
def test_a_file_that_may_not_be_read() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "a.md").write_text(note())
        (folder / "a.md").chmod(0)
        with not_as_root():
            assert why(folder, "a.md") == "it may not be read (permission denied)"


def test_a_folder_below_that_may_not_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "open.md").write_text(note())
    scandir = os.scandir

    def refuse(place: str) -> Iterator[os.DirEntry[str]]:
        if place.endswith("shut"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(place)

    monkeypatch.setattr(os, "scandir", refuse)
    files = list_files(tmp_path)
    assert sorted(file.path for file in files) == ["open.md", "shut/"]
    found = {file.path: read_file(file) for file in files}
    assert isinstance(found["open.md"], Session)
    shut = found["shut/"]
    assert isinstance(shut, LeftOut)
    assert shut.failed


@unix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS takes no such names")
def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text(note("Hire a van."))
    (file,) = list_files(tmp_path)
    assert file.path == "caf\\udce9.md"
    assert file.path.encode()
    assert isinstance(read_file(file), Session)


@unix
def test_a_name_that_acts_is_only_a_name(tmp_path: Path) -> None:
    name = "[bold]\x1b]0;x\x07\n.md"
    (tmp_path / name).write_text(note())
    assert paths(tmp_path) == [name]


def test_a_page_that_is_no_session_has_not_failed(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Index\n")
    (file,) = list_files(tmp_path)
    found = read_file(file)
    assert isinstance(found, LeftOut)
    assert not found.failed
    assert read_both(file) == found


FAULT = "(ZeroDivisionError: never thought of; test_files.py, line "


def test_a_fault_of_ours_in_one_note_costs_that_note_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.md").write_text(note("Hire a van."))

    def read_but_b(path: str, data: bytes) -> Session | NotASession:
        if path == "b.md":
            raise ZeroDivisionError("never thought of")
        return read_note(path, data)

    def texts_but_of_c(session: Session) -> Texts:
        if session.path == "c.md":
            raise ZeroDivisionError("never thought of")
        return texts_of(session)

    monkeypatch.setattr(reading, "read_note", read_but_b)
    monkeypatch.setattr(reading, "texts_of", texts_but_of_c)
    files = sorted(list_files(tmp_path))
    a, *others = read_some(files, tmp_path)
    assert a.stamp != Stamp()
    assert not isinstance(a.what, LeftOut)
    for found, name in zip(others, ("b.md", "c.md"), strict=True):
        assert isinstance(found.what, LeftOut)
        assert (found.what.path, found.what.failed, found.stamp) == (name, True, Stamp())
        assert FAULT in found.what.reason
        assert "report this" in found.what.reason
    b = files[1]
    assert read_whole(b) == (others[0].what, Stamp())
    assert read_both(b) == read_file(b) == others[0].what


def test_both_texts_of_a_note(tmp_path: Path) -> None:
    stored = note("Buy café.").replace("café", "cafÃ©").replace("📅", "ðŸ“…")
    (tmp_path / "a.md").write_text(stored)
    (file,) = list_files(tmp_path)
    both = read_both(file)
    assert not isinstance(both, LeftOut)
    assert both[0] == stored
    assert both[1].text == note("Buy café.")


def test_a_reading_process_that_dies_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(note())
    reader = Reader(tmp_path)
    reader._child.end()
    assert [batch.error for batch in reader.batches()][-1] == "the reading process ended early"


def test_a_reading_process_that_is_stopped_says_nothing(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    reader.stop()
    assert not any(batch.error for batch in reader.batches())


def test_a_folder_that_is_gone_is_an_error_of_the_reading(tmp_path: Path) -> None:
    reader = Reader(tmp_path / "gone")
    assert [batch.error for batch in reader.batches()] == ["", "No such file or directory"]
