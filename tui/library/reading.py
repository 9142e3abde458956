"""Reading one file: a session, or why there is none."""

import os
from collections.abc import Sequence
from pathlib import Path

from tui.library.files import NoteFile, Stamp, Unreadable, fetch_ahead, read_bytes, read_stamped
from tui.library.row import Found, LeftOut, row_of, words_in
from tui.notes import NotASession, Session, read_note, stored_text


def read_file(file: NoteFile) -> Session | LeftOut:
    """Read one file."""
    try:
        return _session_in(file, read_bytes(file))
    except Unreadable as error:
        return LeftOut(file.path, str(error), failed=True)


def read_both(file: NoteFile) -> tuple[str, Session] | LeftOut:
    """Read one file; returns its text as it is stored, beside the session it holds."""
    try:
        data = read_bytes(file)
    except Unreadable as error:
        return LeftOut(file.path, str(error), failed=True)
    session = _session_in(file, data)
    return session if isinstance(session, LeftOut) else (stored_text(data), session)


def read_found(file: NoteFile, folder: Path) -> Found:
    """Read one file, for the index of a folder."""
    real = b"" if usual_name(folder, file.path) == file.real else os.fsencode(file.real)
    try:
        data, stamp = read_stamped(file)
    except Unreadable as error:
        return Found(LeftOut(file.path, str(error), failed=True), Stamp(), real)
    session = _session_in(file, data)
    if isinstance(session, LeftOut):
        return Found(session, stamp, real)
    return Found(row_of(session), stamp, real, words_in(session))


def read_some(files: Sequence[NoteFile], folder: Path) -> list[Found]:
    """Read some files, for the index of a folder."""
    fetch_ahead(files)
    return [read_found(file, folder) for file in files]


def usual_name(folder: Path, path: str) -> str:
    """What the operating system calls a note, unless its name is no text."""
    return os.path.join(folder, path.replace("/", os.sep))  # noqa: PTH118 - many of them


def _session_in(file: NoteFile, data: bytes) -> Session | LeftOut:
    note = read_note(file.path, data)
    return LeftOut(note.path, note.reason) if isinstance(note, NotASession) else note
