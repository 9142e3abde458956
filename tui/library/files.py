"""Which files of a folder are notes, and their bytes, read without trusting them."""

import errno
import os
import stat
import time
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_SUFFIXES = (".md", ".markdown", ".txt")
MOST_BYTES = 4 * 1024 * 1024
_PLAIN_ERRORS = {
    errno.EACCES: "it may not be read (permission denied)",
    errno.ENOENT: "it vanished while the folder was read",
    errno.ELOOP: "a symbolic link that leads back to itself",
    errno.ENXIO: "a socket or a pipe, not a file",
}


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


def walk(
    folder: Path, *, follow: bool = False
) -> Iterator[tuple[NoteFile, "os.DirEntry[str] | None"]]:
    """Yield the files of a folder and below that may be notes, and their entries, in no order.

    Dot-folders and dot-files are left out. Folders behind symbolic links are entered, and files
    outside of the folder are read, only if these are to be followed; no folder is entered twice
    then. A folder below that cannot be listed has no entry: reading it will say what is wrong.

    Raises:
        OSError: the folder itself cannot be listed.
    """
    root = os.fspath(folder)
    linked = _Links(root, follow=follow)
    waiting = [("", root)]
    while waiting:
        inside, place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    name = entry.name
                    if name.startswith("."):
                        continue
                    if entry.is_symlink() and linked.enters(entry):
                        waiting.append((f"{inside}{name}/", entry.path))
                    elif entry.is_dir(follow_symlinks=False):
                        if linked.is_new(entry):
                            waiting.append((f"{inside}{name}/", entry.path))
                    elif name.endswith(_SUFFIXES) or name.lower().endswith(_SUFFIXES):
                        refused = linked.why_not(entry) if entry.is_symlink() else ""
                        yield NoteFile(_spelled(inside + name), entry.path, refused), entry
        except OSError:
            if not inside:
                raise
            yield NoteFile(_spelled(inside), place), None


class _Links:
    """What to do about symbolic links."""

    def __init__(self, root: str, *, follow: bool) -> None:
        self._root = os.path.join(os.path.realpath(root), "")  # noqa: PTH118
        self._follow = follow
        self._seen: set[tuple[int, int]] = set()
        if follow:
            status = os.stat(root)  # noqa: PTH116
            self._seen.add((status.st_dev, status.st_ino))

    def is_new(self, entry: "os.DirEntry[str]") -> bool:
        """Whether a folder was not entered before, by another name."""
        if not self._follow:
            return True
        try:
            status = entry.stat()
        except OSError:  # it vanished
            return False
        known = (status.st_dev, status.st_ino)
        is_new = known not in self._seen
        self._seen.add(known)
        return is_new

    def enters(self, link: "os.DirEntry[str]") -> bool:
        """Whether a link leads to a folder that is to be entered."""
        return self._follow and link.is_dir() and self.is_new(link)

    def why_not(self, link: "os.DirEntry[str]") -> str:
        """Why the file behind a link is not read, "" if it is."""
        target = os.path.join(os.path.realpath(link.path), "")  # noqa: PTH118
        if self._follow or target.startswith(self._root):
            return ""
        return "a symbolic link that leads out of the folder (--follow reads it)"


def _spelled(name: str) -> str:
    """Undecodable bytes of a name arrive as lone surrogates, which no text can hold."""
    if name.isascii():
        return name
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
        raise Unreadable(_PLAIN_ERRORS.get(error.errno or 0) or _reason(error)) from None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("not a regular file")
        if status.st_size > MOST_BYTES:
            raise Unreadable(f"larger than {MOST_BYTES >> 20} MB ({status.st_size >> 20:,} MB)")
        data = _read_at_most(descriptor, status.st_size)
    except OSError as error:
        raise Unreadable(_reason(error)) from None
    finally:
        os.close(descriptor)
    digest = blake2b(data, digest_size=16).digest()
    return data, Stamp(status.st_size, status.st_mtime_ns, read_at, digest)


_BINARY = getattr(os, "O_BINARY", 0)


def _read_at_most(descriptor: int, size: int) -> bytes:
    data = os.read(descriptor, size + 1)
    while len(data) <= MOST_BYTES and (more := os.read(descriptor, MOST_BYTES)):
        data += more
    if len(data) > MOST_BYTES:
        raise Unreadable(f"larger than {MOST_BYTES >> 20} MB")
    return data


def _reason(error: OSError) -> str:
    return f"it cannot be read ({error.strerror or type(error).__name__})"
