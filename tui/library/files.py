"""Which files of a folder are notes, and their bytes, read without trusting them."""

import errno
import os
import stat
from collections.abc import Iterator
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
    spelled out; `real` is what the operating system calls it.
    """

    path: str
    real: str


class Unreadable(Exception):
    """A file that cannot be read as a note; says why in a few words."""


def find_notes(folder: Path) -> Iterator[NoteFile]:
    """Yield the files of a folder and below that may be notes, newest name first per folder.

    Dot-folders and dot-files are left out. Folders behind symbolic links are not entered, so
    that no loop can hold us.

    Raises:
        OSError: the folder itself cannot be listed.
    """
    waiting = [("", os.fspath(folder))]
    while waiting:
        inside, place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                found = sorted(entries, key=lambda entry: entry.name, reverse=True)
        except OSError:
            if not inside:
                raise
            yield NoteFile(_spelled(inside), place)  # reading it will say what is wrong
            continue
        for entry in found:
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((f"{inside}{name}/", entry.path))
            elif name.lower().endswith(_SUFFIXES):
                yield NoteFile(_spelled(inside + name), entry.path)


def _spelled(name: str) -> str:
    """Undecodable bytes of a name arrive as lone surrogates, which no text can hold."""
    return name.encode("utf-8", "backslashreplace").decode()


def read_bytes(file: NoteFile) -> bytes:
    """Return the bytes of a note.

    Opened without waiting, so that a pipe cannot hold us, and looked at before it is read.

    Raises:
        Unreadable: not a regular file, too large, or the system refuses.
    """
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
        return _read_at_most(descriptor, status.st_size)
    except OSError as error:
        raise Unreadable(_reason(error)) from None
    finally:
        os.close(descriptor)


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
