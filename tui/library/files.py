"""Which files of a folder are notes, and their bytes, read without trusting them."""

import errno
import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.notes.digests import blake2b

_SUFFIXES = (".md", ".markdown", ".txt")
MOST_BYTES = 4 * 1024 * 1024
NOWHERE = "a symbolic link that leads nowhere"
_TOO_LARGE = f"more than the {MOST_BYTES // 1024**2} MB that are read"
_PLAIN_ERRORS = {
    errno.EACCES: "it may not be read (permission denied)",
    errno.ENOENT: "it vanished while the folder was read",
    errno.ELOOP: "a symbolic link that leads back to itself",
    errno.ENXIO: "a socket or a pipe, not a file",
}
_NOTHING_THERE = {errno.ENOENT, errno.ENOTDIR}


class NoteFile(NamedTuple):
    """A file that may hold a note.

    `path` is relative to the notes folder, with `/` between the parts and undecodable bytes
    spelled out; `real` is what the operating system calls it. `refused` says why it is not to be
    read, if so.
    """

    path: str
    real: str
    refused: str = ""


class Stamp(NamedTuple):
    """A file as it was when it was read: bytes, times in nanoseconds, and a digest of it all.

    A file that could not be read has a size of -1, which no file has, and is tried again.
    """

    size: int = -1
    modified: int = 0
    read_at: int = 0
    digest: bytes = b""


class Unreadable(Exception):
    """A file that cannot be read as a note; says why in a few words."""


Seen = tuple[str, "os.DirEntry[str] | str", str]
"""A path in the notes folder, what lies there, and why that is not to be read, if so."""


def walk(folder: Path, *, follow: bool = False, inside: str = "") -> Iterator[Seen]:
    """Yield the files of a folder and below that may be notes, in no order.

    With `inside`, only those in a folder of it, named by its path and a `/`.

    Dot-folders and dot-files are left out. Folders behind symbolic links are entered, and files
    outside of the folder are read, only if these are to be followed; no folder is entered twice
    then. Of a folder below that cannot be listed only the name is known: reading it will say
    what is wrong.

    Raises:
        OSError: the folder itself cannot be listed.
    """
    root = os.fspath(folder)
    linked = _Links(root, follow=follow)
    waiting = [(inside, os.path.join(root, inside))]  # noqa: PTH118
    while waiting:
        inside, place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    name = entry.name
                    if name.startswith("."):
                        continue
                    is_note = name.endswith(_SUFFIXES) or name.lower().endswith(_SUFFIXES)
                    try:
                        is_file = is_note and entry.is_file(follow_symlinks=False)
                        is_entered = not is_file and linked.enters(entry)
                        is_met = is_file or is_entered or entry.is_dir(follow_symlinks=False)
                    except OSError:  # a link in a circle, say: no fault of the folder it lies in
                        is_file = is_entered = is_met = False
                    if is_file:
                        path = inside + name
                        yield path if path.isascii() else _spelled(path), entry, ""
                    elif is_entered:
                        waiting.append((f"{inside}{name}/", entry.path))
                    elif is_note and not is_met:
                        yield _spelled(inside + name), entry, linked.why_not(entry.path)
        except OSError:
            if not inside:
                raise
            yield _spelled(inside), place, ""


def look_at(folder: Path, path: str, *, follow: bool = False) -> Iterator[Seen]:
    """Yield what `walk` would of what stands at a path now: a file, all in a folder, or nothing."""
    if not path:
        yield from walk(folder, follow=follow)
        return
    if any(not part or part.startswith(".") for part in path.split("/")):
        return
    real = os.path.join(folder, path)  # noqa: PTH118
    try:
        is_link = stat.S_ISLNK(os.lstat(real).st_mode)
    except OSError as error:
        if error.errno in _NOTHING_THERE:
            return
        is_link = False  # reading it will say what is wrong
    if os.path.isdir(real) and (follow or not is_link):  # noqa: PTH112
        yield from walk(folder, follow=follow, inside=f"{path}/")
    elif path.lower().endswith(_SUFFIXES):
        yield _spelled(path), real, refusal(folder, real, follow=follow)


def refusal(folder: Path, real: str, *, follow: bool = False) -> str:
    """Why a file is not to be read, whatever it holds: it is a link out of the folder."""
    if follow or not os.path.islink(real):  # noqa: PTH114
        return ""
    return _Links(os.fspath(folder), follow=False).why_not(real)


def leads_nowhere(place: str) -> bool:
    """Whether nothing is where a symbolic link leads, or at a place."""
    try:
        os.stat(place)  # noqa: PTH116
    except OSError as error:
        return error.errno in _NOTHING_THERE
    return False


class _Links:
    """What to do about symbolic links."""

    def __init__(self, root: str, *, follow: bool) -> None:
        self._root = os.path.join(os.path.realpath(root), "")  # noqa: PTH118
        self._follow = follow
        self._seen: set[tuple[int, int]] = set()
        if not follow:
            return
        with suppress(OSError):  # listing it will say what is wrong
            status = os.stat(root)  # noqa: PTH116
            self._seen.add((status.st_dev, status.st_ino))

    def enters(self, entry: "os.DirEntry[str]") -> bool:
        """Whether this is a folder to be entered, and was not, by another name, before."""
        if not self._follow:
            return entry.is_dir(follow_symlinks=False)
        if not entry.is_dir():
            return False
        try:
            status = os.stat(entry.path)  # noqa: PTH116
        except OSError:  # it vanished
            return False
        known = (status.st_dev, status.st_ino)
        is_new = known not in self._seen
        self._seen.add(known)
        return is_new

    def why_not(self, place: str) -> str:
        """Why what may be a link to a file is not read, "" if it may be."""
        if self._follow:
            return ""
        try:
            target = os.path.realpath(place)
        except OSError as error:  # another stands there since it was looked at
            return _reason(error)
        if os.path.join(target, "").startswith(self._root):  # noqa: PTH118
            return ""
        if leads_nowhere(target):
            return NOWHERE
        return "a symbolic link that leads out of the folder (--follow reads it)"


def _spelled(name: str) -> str:
    """Undecodable bytes of a name arrive as lone surrogates, which no text can hold."""
    return name.encode("utf-8", "backslashreplace").decode()


def has_name_of_note(name: str) -> bool:
    """Say whether a file of that name may be a note."""
    return name.lower().endswith(_SUFFIXES)


def read_bytes(file: NoteFile) -> bytes:
    """Return the bytes of a note.

    Raises:
        Unreadable: not a regular file, too large, or the system refuses.
    """
    return read_stamped(file)[0]


def read_stamped(file: NoteFile) -> tuple[bytes, Stamp]:
    """Return the bytes of a note, and what it was like when they were read.

    Opened without waiting, so that a pipe cannot hold us, and looked at before it is read.

    Raises:
        Unreadable: not a regular file, too large, or the system refuses.
    """
    if file.refused:
        raise Unreadable(file.refused)
    read_at = time.time_ns()
    try:
        descriptor = os.open(file.real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except OSError as error:
        raise Unreadable(_why_not_opened(file.real, error)) from None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("not a regular file")
        if status.st_size > MOST_BYTES:
            raise Unreadable(f"{_megabytes(status.st_size)}, {_TOO_LARGE}")
        data = _read_at_most(descriptor, status.st_size)
    except OSError as error:
        raise Unreadable(_reason(error)) from None
    finally:
        os.close(descriptor)
    digest = blake2b(data, digest_size=16).digest()
    return data, Stamp(status.st_size, status.st_mtime_ns, read_at, digest)


def fetch_ahead(files: Iterable[NoteFile]) -> None:
    """Let the system fetch files from the disk, all at once, while they are read one by one."""
    if not hasattr(os, "posix_fadvise"):
        return
    for file in files:
        try:
            descriptor = os.open(file.real, os.O_RDONLY | os.O_NONBLOCK)
        except OSError:  # reading it will say what is wrong
            continue
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_WILLNEED)
        except OSError:  # not a file
            continue
        finally:
            os.close(descriptor)


_BINARY = getattr(os, "O_BINARY", 0)


def _read_at_most(descriptor: int, size: int) -> bytes:
    data = os.read(descriptor, size + 1)
    while len(data) <= MOST_BYTES and (more := os.read(descriptor, MOST_BYTES)):
        data += more
    if len(data) > MOST_BYTES:
        raise Unreadable(_TOO_LARGE)
    return data


def _megabytes(size: int) -> str:
    """A number of bytes in words; rounded up, so that what is too large never reads as allowed."""
    tenths = -(-10 * size // 1024**2)
    return f"{tenths / 10:,.1f}".removesuffix(".0") + " MB"


def _why_not_opened(real: str, error: OSError) -> str:
    if os.path.islink(real) and leads_nowhere(real):  # noqa: PTH114
        return NOWHERE
    return _PLAIN_ERRORS.get(error.errno or 0) or _reason(error)


def _reason(error: OSError) -> str:
    return f"it cannot be read ({error.strerror or type(error).__name__})"
