"""Healing the files themselves: which they are, and what becomes of each."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tui.library.files import (
    NOWHERE,
    NoteFile,
    Unreadable,
    has_name_of_note,
    leads_nowhere,
    read_bytes,
)
from tui.library.replacing import NotReplaced, replace
from tui.library.scan import list_files
from tui.notes.decode import NotText
from tui.notes.mend import Mended, mend

_LEADS_OUT = "a symbolic link that leads out of the folder; heal the file it leads to"


class MendedFile(NamedTuple):
    """A file and what healing makes of it.

    Attributes:
        path: as a person knows it, undecodable bytes spelled out.
        mended: None where the file could not be read.
        is_written: whether the file was replaced.
        is_left: whether it was not, though it was asked for, because a line is uncertain.
        problem: what kept it from being read or written, in a few words; else "".
    """

    path: str
    mended: Mended | None = None
    is_written: bool = False
    is_left: bool = False
    problem: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether there is something to heal."""
        return self.mended is not None and bool(self.mended.healed)


def files_at(paths: Iterable[Path]) -> list[NoteFile]:
    """Return the notes at paths, each once: files, and all that lie in folders and below.

    Their names are the paths as given, or begin with them. What must not be healed says why; so
    does a path at which there is nothing.
    """
    files = [file for path in paths for file in _files_at(path)]
    found: dict[str, NoteFile] = {}
    for file in sorted(files, key=lambda file: bool(file.refused)):
        found.setdefault(file.real, file)
    return list(found.values())


def _files_at(path: Path) -> Iterator[NoteFile]:
    real = os.path.realpath(path)
    if not os.path.lexists(path):
        yield NoteFile(_spelled(path), real, "there is no such file or folder")
    elif os.path.isdir(real):  # noqa: PTH112 - as the library does
        yield from _files_in(path, real)
    else:
        yield NoteFile(_spelled(path), real, _why_not(path))


def _files_in(path: Path, real: str) -> Iterator[NoteFile]:
    inside = os.path.join(real, "")  # noqa: PTH118 - with its separator
    try:
        files = list_files(Path(real))
    except OSError as error:
        yield NoteFile(_spelled(path), real, f"cannot be listed ({error.strerror})")
        return
    links = []
    for file in sorted(files):
        name = _spelled(path / file.path)
        if os.path.islink(file.real):  # noqa: PTH114 - many of them
            target = os.path.realpath(file.real)
            leads_out = "" if target.startswith(inside) else _LEADS_OUT
            links.append(NoteFile(name, target, NOWHERE if leads_nowhere(target) else leads_out))
        else:
            yield NoteFile(name, file.real)
    yield from links  # last, so that a file that is there by its own name has that


def _why_not(path: Path) -> str:
    """Why a file that was named is not to be healed, "" if it may be."""
    if path.is_symlink():
        return "a symbolic link; heal the file it leads to"
    if not has_name_of_note(path.name):
        return "not a note, whose name ends in .md, .markdown or .txt"
    return ""


def _spelled(path: Path) -> str:
    return os.fspath(path).encode("utf-8", "backslashreplace").decode()


def mend_file(file: NoteFile) -> MendedFile:
    """Read a file and heal what was read."""
    return _read(file)[1]


def write_mended(file: NoteFile, *, include_uncertain: bool) -> MendedFile:
    """Read a file, heal it and, if that changes it, put the healed one in its place.

    Args:
        file: as `files_at` returns it.
        include_uncertain: also if a line of it is uncertain; else such a file is left as it is.
    """
    data, found = _read(file)
    mended = found.mended
    if mended is None or not found.is_changed:
        return found
    if mended.uncertain and not include_uncertain:
        return found._replace(is_left=True)
    try:
        if mend(mended.data).data != mended.data:
            return found._replace(problem="not healed, for it would not read the same afterwards")
        warning = replace(Path(file.real), data, mended.data)
    except NotReplaced as error:
        return found._replace(problem=str(error))
    return found._replace(is_written=True, problem=warning)


def _read(file: NoteFile) -> tuple[bytes, MendedFile]:
    try:
        data = read_bytes(file)
        return data, MendedFile(file.path, mend(data))
    except (Unreadable, NotText) as error:
        return b"", MendedFile(file.path, problem=str(error))
