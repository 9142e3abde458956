"""Reading a folder: every file that may be a note, one after the other."""

from pathlib import Path

from msgspec import Struct

from tui.library.files import NoteFile, Unreadable, find_notes, read_bytes
from tui.notes import NotASession, Session, decode, read_note


class LeftOut(Struct, frozen=True, gc=False):
    """A file that is not in the list of sessions, and why; `failed` if it could not be read."""

    path: str
    reason: str
    failed: bool = False


def list_files(folder: Path) -> list[NoteFile]:
    """Return the files to read, those with the newest names first.

    Raises:
        OSError: the folder cannot be listed.
    """
    return newest_first(list(find_notes(folder)))


def newest_first(files: list[NoteFile]) -> list[NoteFile]:
    """Return files in the order in which they are read: their names begin with a date."""
    return sorted(files, key=lambda file: file.path.rpartition("/")[2], reverse=True)


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
    return session if isinstance(session, LeftOut) else (decode(data)[0], session)


def _session_in(file: NoteFile, data: bytes) -> Session | LeftOut:
    note = read_note(file.path, data)
    return LeftOut(note.path, note.reason) if isinstance(note, NotASession) else note
