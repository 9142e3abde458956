"""Putting other bytes in the place of a note's, so that the original is there whatever happens.

The new file is written and flushed under a name of its own, the original gets a second name, and
only then does the new one take the first, in one step. The original is never written to.
"""

import contextlib
import os
import stat
from pathlib import Path
from typing import NamedTuple

from tui.disk import closed_after, flush_folder, hidden_beside, write_all
from tui.library.files import NoteFile, Unreadable, read_bytes

_SUFFIX = ".orig"
_NEW = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_MOST_ORIGINALS = 1000


class Doing(NamedTuple):
    """What is done to a note, as it is told.

    Attributes:
        done: as in "not healed".
        again: what to do where another program was faster.
        numbered: whether the original becomes NAME.orig.2 where another one has its name.
    """

    done: str = "healed"
    again: str = "heal it again"
    numbered: bool = False

    @property
    def too_late(self) -> str:
        """What to say where another program has changed the note."""
        return f"not {self.done}, for another program has changed it meanwhile; {self.again}"


HEALING = Doing()
MARKING = Doing("marked", "try again", numbered=True)


class NotReplaced(Exception):
    """A note was left as it was; says why in a few words."""


def replace(note: Path, old: bytes, new: bytes, doing: Doing = HEALING) -> str:
    """Put new bytes in the place of a note's, and keep the original beside it.

    Mode, owner and group stay, and so do further attributes where the system lets us set them.

    Args:
        note: the file; no symbolic link leads to it.
        old: what was read of it, and must still be there.
        new: what it is to hold.
        doing: what is done to it.

    Returns:
        A warning, where all is done but it is not known whether it would outlast a crash.

    Raises:
        NotReplaced: the file is as it was, and nothing is left beside it.
    """
    try:
        status = os.lstat(note)
        _refuse(note, old, status, doing)
        return _replace(note, old, new, status, _name_for(note, doing), doing)
    except OSError as error:
        raise NotReplaced(
            f"not {doing.done}, it could not be written ({_reason(error)})"
        ) from error


def _name_for(note: Path, doing: Doing) -> Path:
    """Return a name for the original that nothing has."""
    original = first = note.with_name(note.name + _SUFFIX)
    for number in range(2, _MOST_ORIGINALS if doing.numbered else 2):
        if not os.path.lexists(original):
            break
        original = first.with_name(f"{first.name}.{number}")
    if os.path.lexists(original):
        raise NotReplaced(f"not {doing.done}, for {original.name} is there already; move it away")
    return original


def _refuse(note: Path, old: bytes, status: os.stat_result, doing: Doing) -> None:
    try:
        is_changed = not stat.S_ISREG(status.st_mode) or old != read_bytes(
            NoteFile(note.name, os.fspath(note))
        )
    except Unreadable:
        is_changed = True
    if is_changed:
        raise NotReplaced(doing.too_late)
    if not os.access(note, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise NotReplaced(f"not {doing.done}, it may not be written (permission denied)")


def _replace(
    note: Path, old: bytes, new: bytes, status: os.stat_result, original: Path, doing: Doing
) -> str:
    new_file = hidden_beside(note)
    is_kept = False
    try:
        _write_like(note, status, new_file, new)
        _keep(note, old, status, original)
        is_kept = True
        flush_folder(note.parent)
        _refuse_what_changed(note, status, doing)
        new_file.replace(note)
    except BaseException:
        # An interrupt may come when all is done: only what is there tells.
        if is_kept and _is_in_place(note, status):
            original.unlink()
        raise
    finally:
        new_file.unlink(missing_ok=True)
    try:
        flush_folder(note.parent)
    except OSError as error:
        return f"{doing.done}, but that may not outlast a crash ({_reason(error)})"
    return ""


def _keep(note: Path, old: bytes, status: os.stat_result, original: Path) -> None:
    """Give the original a second name, or make a copy where the file system has no such thing."""
    try:
        os.link(note, original, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        _write_like(note, status, original, old)


def _is_in_place(note: Path, status: os.stat_result) -> bool:
    """Whether the original file has its name still."""
    try:
        return os.path.samestat(os.lstat(note), status)
    except FileNotFoundError:
        return False


def _refuse_what_changed(note: Path, status: os.stat_result, doing: Doing) -> None:
    """What another program put there, or wrote to the file, meanwhile must not be lost."""
    now = os.lstat(note)
    if not os.path.samestat(now, status) or (now.st_size, now.st_mtime_ns) != (
        status.st_size,
        status.st_mtime_ns,
    ):
        raise NotReplaced(doing.too_late)


def _write_like(note: Path, status: os.stat_result, path: Path, data: bytes) -> None:
    """Write and flush a new file that is like a note in all but its bytes; all of it or nothing."""
    with closed_after(os.open(path, _NEW, 0o600)) as descriptor:
        try:
            write_all(descriptor, data)
            if hasattr(os, "fchown"):
                mine = os.fstat(descriptor)
                if (mine.st_uid, mine.st_gid) != (status.st_uid, status.st_gid):
                    os.fchown(descriptor, status.st_uid, status.st_gid)
                os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
            _copy_attributes(note, descriptor)
            os.fsync(descriptor)
        except BaseException:
            path.unlink()
            raise


def _copy_attributes(note: Path, descriptor: int) -> None:
    """Access lists are such attributes; some belong to the system, and cannot be set."""
    if not hasattr(os, "listxattr"):
        return
    with contextlib.suppress(OSError):
        for name in os.listxattr(note):
            with contextlib.suppress(OSError):
                os.setxattr(descriptor, name, os.getxattr(note, name))


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
