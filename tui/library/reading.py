"""Reading one file: a session, or why there is none."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from tui.library.files import NoteFile, Stamp, Unreadable, fetch_ahead, read_bytes, read_stamped
from tui.library.found import NO_TEXTS, Found, Texts, row_of, texts_of
from tui.library.row import LeftOut, Row
from tui.notes import NotASession, Session, read_note, stored_text

_T = TypeVar("_T")


def read_file(file: NoteFile) -> Session | LeftOut:
    """Read one file."""
    return read_whole(file)[0]


def read_both(file: NoteFile) -> tuple[str, Session] | LeftOut:
    """Read one file; returns its text as it is stored, beside the session it holds."""
    try:
        data = read_bytes(file)
    except Unreadable as error:
        return LeftOut(file.path, str(error), failed=True)
    session = _session_in(file, data)
    return session if isinstance(session, LeftOut) else (stored_text(data), session)


def read_found(file: NoteFile, folder: Path, *, prints: bool = True) -> Found:
    """Read one file, for the index of a folder; its prints may come later (see `Row`)."""
    note, stamp = read_whole(file)
    if isinstance(note, LeftOut):
        return found_of(file, folder, note, stamp)
    both = _without_faults(file, lambda: (row_of(note, prints=prints), texts_of(note)))
    if isinstance(both, LeftOut):
        return found_of(file, folder, both, Stamp())
    row, texts = both
    return found_of(file, folder, row, stamp, texts)


def read_whole(file: NoteFile) -> tuple[Session | LeftOut, Stamp]:
    """Read one file; returns what is in it, and what it was like when it was read."""
    try:
        data, stamp = read_stamped(file)
    except Unreadable as error:
        return LeftOut(file.path, str(error), failed=True), Stamp()
    found = _session_in(file, data)
    has_failed = isinstance(found, LeftOut) and found.failed
    return found, Stamp() if has_failed else stamp  # without one, it is read again the next time


def found_of(
    file: NoteFile, folder: Path, what: Row | LeftOut, stamp: Stamp, texts: Texts = NO_TEXTS
) -> Found:
    """Return what was read of a file as the index of a folder takes it."""
    real = b"" if usual_name(folder, file.path) == file.real else os.fsencode(file.real)
    return Found(what, stamp, real, texts)


def read_some(files: Sequence[NoteFile], folder: Path, *, prints: bool = True) -> list[Found]:
    """Read some files, for the index of a folder; their prints may come later (see `Row`)."""
    fetch_ahead(files)
    return [read_found(file, folder, prints=prints) for file in files]


def usual_name(folder: Path, path: str) -> str:
    """What the operating system calls a note, unless its name is no text."""
    return os.path.join(folder, path.replace("/", os.sep))  # noqa: PTH118 - many of them


def _session_in(file: NoteFile, data: bytes) -> Session | LeftOut:
    note = _without_faults(file, lambda: read_note(file.path, data))
    return LeftOut(note.path, note.reason) if isinstance(note, NotASession) else note


def _without_faults(file: NoteFile, read: Callable[[], _T]) -> _T | LeftOut:
    """Do a part of the reading; a fault of ours in it costs this one note, and is named."""
    try:
        return read()
    except Exception as error:  # noqa: BLE001 - shown among the files that cannot be read
        from traceback import extract_tb  # hardly ever needed

        at = extract_tb(error.__traceback__)[-1]
        what = " ".join(f"{type(error).__name__}: {error}".split())[:160]
        where = f"{Path(at.filename).name}, line {at.lineno}"
        reason = (
            f"the workbench has a fault and cannot read this note ({what}; {where}); the note is "
            "left as it is; update the workbench, or report this"
        )
        return LeftOut(file.path, reason, failed=True)
