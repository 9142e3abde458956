"""A note's bytes are replaced, or they are not: whatever fails, the original is there."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.library.test_files import not_as_root, unix
from tests.program import ROOT
from tui.library.replacing import MARKING, NotReplaced, replace

_NOBODY = 65534
OLD, NEW = "cafÃ©\n".encode(), "café\n".encode()


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A note in a folder of its own."""
    path = tmp_path / "notes" / "a.md"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def contents(note: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in note.parent.iterdir()}


def failing(number: int) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def why_not(note: Path) -> str:
    """Why a note was left as it was, which it must be."""
    before = contents(note)
    with pytest.raises(NotReplaced) as refusal:
        replace(note, OLD, NEW)
    assert contents(note) == before
    return str(refusal.value)


def test_the_original_stays_beside_it(note: Path) -> None:
    assert replace(note, OLD, NEW) == ""
    assert contents(note) == {"a.md": NEW, "a.md.orig": OLD}


def test_the_original_is_the_very_file_that_it_was(note: Path) -> None:
    before = note.stat()
    replace(note, OLD, NEW)
    after = note.with_name("a.md.orig").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@unix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_stays_whatever_the_umask(note: Path, mode: int) -> None:
    note.chmod(mode)
    usual = os.umask(0o077)
    try:
        replace(note, OLD, NEW)
    finally:
        os.umask(usual)
    assert stat.S_IMODE(note.stat().st_mode) == mode
    assert stat.S_IMODE(note.with_name("a.md.orig").stat().st_mode) == mode


@unix
def test_owner_and_group_stay(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    real = os.lstat

    def owned(path: Any) -> os.stat_result:
        found = list(real(path))
        found[4:6] = [1234, 5678]
        return os.stat_result(found)

    monkeypatch.setattr("tui.library.replacing._refuse_what_changed", lambda *_: None)
    monkeypatch.setattr(os, "lstat", owned)
    monkeypatch.setattr(os, "fchown", lambda _, user, group: asked.append((user, group)))
    replace(note, OLD, NEW)
    assert asked == [(1234, 5678)]


@unix
def test_where_the_owner_cannot_stay_the_note_is_left(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fstat

    def another(descriptor: int) -> os.stat_result:
        found = list(real(descriptor))
        if note.parent.joinpath("a.md").stat().st_ino != found[1]:
            found[4] = 4321
        return os.stat_result(found)

    monkeypatch.setattr(os, "fstat", another)
    monkeypatch.setattr(os, "fchown", failing(errno.EPERM))
    assert why_not(note) == "not healed, it could not be written (Operation not permitted)"


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="attributes of Linux")
def test_further_attributes_stay(note: Path) -> None:
    try:
        os.setxattr(note, "user.colour", b"red")
    except OSError:
        pytest.skip("this file system has no attributes")
    replace(note, OLD, NEW)
    assert os.getxattr(note, "user.colour") == b"red"


def test_attributes_that_cannot_be_set_are_no_reason_to_stop(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "listxattr", lambda _: ["system.odd"], raising=False)
    monkeypatch.setattr(os, "getxattr", lambda *_: b"1", raising=False)
    monkeypatch.setattr(os, "setxattr", failing(errno.EPERM), raising=False)
    assert replace(note, OLD, NEW) == ""


# Refusals --------------------------------------------------------------------------------


def test_an_original_that_is_there_is_never_overwritten(note: Path) -> None:
    note.with_name("a.md.orig").write_bytes(b"mine")
    assert why_not(note) == "not healed, for a.md.orig is there already; move it away"


@pytest.mark.parametrize("target", ["nowhere", "folder"])
def test_a_link_in_the_place_of_the_original_is_never_followed(note: Path, target: str) -> None:
    (note.parent.parent / "folder").mkdir()
    note.with_name("a.md.orig").symlink_to(Path("..") / target)
    with pytest.raises(NotReplaced, match=r"a\.md\.orig is there already"):
        replace(note, OLD, NEW)
    assert note.read_bytes() == OLD
    assert sorted(path.name for path in note.parent.iterdir()) == ["a.md", "a.md.orig"]
    assert sorted(path.name for path in note.parent.parent.rglob("*")) == [
        "a.md", "a.md.orig", "folder", "notes",
    ]  # fmt: skip


def test_an_original_that_appears_meanwhile_is_not_overwritten(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    note.with_name("a.md.orig").write_bytes(b"mine")
    assert why_not(note) == "not healed, it could not be written (File exists)"
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    assert why_not(note) == "not healed, it could not be written (File exists)"


@unix
@pytest.mark.parametrize("what", ["note", "folder"])
def test_what_may_not_be_written_is_left(what: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "notes"
        folder.mkdir()
        note = folder / "a.md"
        note.write_bytes(OLD)
        if not os.geteuid():
            for path in (Path(name), folder, note):
                os.chown(path, _NOBODY, _NOBODY)
        if what == "note":
            note.chmod(0o444)
        else:
            folder.chmod(0o555)
        with not_as_root():
            said = why_not(note)
        folder.chmod(0o755)
    assert (
        said
        == {
            "note": "not healed, it may not be written (permission denied)",
            "folder": "not healed, it could not be written (Permission denied)",
        }[what]
    )


def test_a_note_that_was_changed_before_is_left(note: Path) -> None:
    note.write_bytes(b"edited meanwhile\n")
    assert "another program has changed it" in why_not(note)


def test_a_note_that_is_a_link_by_now_is_left(note: Path) -> None:
    note.rename(note.with_name("b.md"))
    note.symlink_to("b.md")
    assert "another program has changed it" in why_not(note)


def test_a_note_that_is_gone_is_not_made(note: Path) -> None:
    note.unlink()
    assert "No such file" in why_not(note)


@pytest.mark.parametrize("how", ["written to", "replaced"])
def test_what_another_program_saves_at_the_last_moment_stays(
    note: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    def save_and_link(old: Path, new: Path, **_: object) -> None:
        if how == "replaced":
            note.with_name("b.md").write_bytes(b"edited")
            note.with_name("b.md").replace(note)
            Path(new).write_bytes(OLD)
        else:
            note.write_bytes(b"edited")
            link(old, new)

    link = os.link
    monkeypatch.setattr(os, "link", save_and_link)
    with pytest.raises(NotReplaced, match="another program has changed it"):
        replace(note, OLD, NEW)
    kept = {"a.md.orig": OLD} if how == "replaced" else {}
    assert contents(note) == {"a.md": b"edited"} | kept


# Faults ----------------------------------------------------------------------------------


@pytest.mark.parametrize("call", ["write", "fsync", "link", "replace", "rename", "open"])
def test_a_full_disk_leaves_everything_as_it_was(
    note: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    real = os.open

    def no_new_files(path: Any, flags: int, *rest: Any) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, flags, *rest)

    with monkeypatch.context() as patch:
        if call == "link":  # and of a copy only a part finds room
            patch.setattr(os, "link", failing(errno.EPERM))
            patch.setattr(os, "write", _running_full(os.write, room=len(NEW) + 2))
        elif call == "open":
            patch.setattr(os, "open", no_new_files)
        elif call in {"replace", "rename"}:
            patch.setattr(os, "replace", failing(errno.ENOSPC))
            patch.setattr(Path, "replace", failing(errno.ENOSPC))
        else:
            patch.setattr(os, call, failing(errno.ENOSPC))
        assert why_not(note) == "not healed, it could not be written (No space left on device)"
    assert replace(note, OLD, NEW) == ""


def _running_full(write: Callable[[int, Any], int], room: int) -> Callable[[int, Any], int]:
    def some(descriptor: int, data: Any) -> int:
        nonlocal room
        if not room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = write(descriptor, data[:room])
        room -= written
        return written

    return some


@unix
def test_a_folder_that_cannot_be_flushed_before_keeps_the_note(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.replacing.flush_folder", failing(errno.EIO))
    assert "Input/output error" in why_not(note)


def test_a_folder_that_cannot_be_flushed_afterwards_is_a_warning(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []

    def once(folder: Path) -> None:
        if flushed:
            failing(errno.EIO)()
        flushed.append(folder)

    monkeypatch.setattr("tui.library.replacing.flush_folder", once)
    warning = replace(note, OLD, NEW)
    assert warning == "healed, but that may not outlast a crash (Input/output error)"
    assert contents(note) == {"a.md": NEW, "a.md.orig": OLD}


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_interrupt_at_the_rename_leaves_one_or_the_other(
    note: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    real = Path.replace

    def interrupted(path: Path, target: Path) -> NoReturn:
        if when == "after":
            real(path, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace(note, OLD, NEW)
    done = {"a.md": NEW, "a.md.orig": OLD}
    assert contents(note) == (done if when == "after" else {"a.md": OLD})


_END_AT = """
import os, sys
from pathlib import Path
from tui.library.replacing import replace

left = int(sys.argv[2])

def ending(call):
    def counted(*arguments, **named):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return call(*arguments, **named)
    return counted

for name in ("open", "write", "fchmod", "fsync", "link", "rename", "replace", "unlink", "close"):
    setattr(os, name, ending(getattr(os, name)))
note = Path(sys.argv[1])
replace(note, "cafÃ©\\n".encode(), "café\\n".encode())
os._exit(0)
"""


@unix
def test_ended_at_any_call_the_original_is_there_whole(note: Path) -> None:
    seen: set[tuple[tuple[str, bytes], ...]] = set()
    for calls in range(40):
        for path in note.parent.iterdir():
            path.unlink()
        note.write_bytes(OLD)
        ended = subprocess.run(
            [sys.executable, "-c", _END_AT, note, str(calls)], cwd=ROOT, check=False
        )
        found = {name: data for name, data in contents(note).items() if name[0] != "."}
        seen.add(tuple(sorted(found.items())))
        assert found in (
            {"a.md": OLD},
            {"a.md": OLD, "a.md.orig": OLD},
            {"a.md": NEW, "a.md.orig": OLD},
        )
        if ended.returncode == 0:
            break
        assert ended.returncode == 9
    assert ended.returncode == 0
    assert len(seen) == 3


def test_where_files_have_one_name_only_the_original_is_copied(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note.chmod(0o640)
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    assert replace(note, OLD, NEW) == ""
    assert contents(note) == {"a.md": NEW, "a.md.orig": OLD}
    assert note.with_name("a.md.orig").stat().st_mode == note.stat().st_mode


@unix
def test_the_order_on_disk(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is flushed is whole, and the original has its second name before it loses the first."""
    done: list[str] = []
    fsync = os.fsync

    def flush(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        done.append("folder" if is_folder else f"file of {os.fstat(descriptor).st_size}")
        done.append(f"orig: {note.with_name('a.md.orig').exists()}, {note.read_bytes() == NEW}")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", flush)
    replace(note, OLD, NEW)
    assert done == [
        f"file of {len(NEW)}", "orig: False, False",
        "folder", "orig: True, False",
        "folder", "orig: True, True",
    ]  # fmt: skip


# What is done again and again --------------------------------------------------------------


def test_every_original_gets_a_name_of_its_own(note: Path) -> None:
    assert replace(note, OLD, NEW, MARKING) == ""
    assert replace(note, NEW, OLD, MARKING) == ""
    assert replace(note, OLD, b"more", MARKING) == ""
    assert contents(note) == {
        "a.md": b"more", "a.md.orig": OLD, "a.md.orig.2": NEW, "a.md.orig.3": OLD,
    }  # fmt: skip


def test_what_was_not_done_is_told_by_its_name(note: Path) -> None:
    with pytest.raises(NotReplaced, match="not marked, for another program has changed it"):
        replace(note, b"other", NEW, MARKING)
    assert contents(note) == {"a.md": OLD}
