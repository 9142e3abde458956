"""Boxes in the notes themselves: what becomes of each file."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tui.library.files import NoteFile, Unreadable, read_bytes
from tui.library.replacing import MARKING, NotReplaced, replace
from tui.notes import Status, Task
from tui.notes.decode import NotText
from tui.notes.marking import Marked, NotMarked, mark


class MarkedFile(NamedTuple):
    """A note and what setting its boxes makes of it.

    Attributes:
        path: where it lies in the notes folder.
        marked: None where it could not be read, or not be marked.
        is_written: whether the file was replaced.
        problem: what kept it from being read, marked or written, in a few words; else "".
    """

    path: str
    marked: Marked | None = None
    is_written: bool = False
    problem: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether there is a box to set."""
        return self.marked is not None and bool(self.marked.boxes)


def mark_file(file: NoteFile, status_of: Callable[[Task], Status]) -> MarkedFile:
    """Read a note and set the boxes of what was read."""
    return _read(file, status_of)[1]


def write_marked(file: NoteFile, status_of: Callable[[Task], Status]) -> MarkedFile:
    """Read a note, set its boxes and, if that changes it, put it in its place.

    Args:
        file: the note; no symbolic link leads to it.
        status_of: tells the status of a task.
    """
    data, found = _read(file, status_of)
    if found.marked is None or not found.is_changed:
        return found
    try:
        warning = replace(Path(file.real), data, found.marked.data, MARKING)
    except NotReplaced as error:
        return found._replace(problem=str(error))
    return found._replace(is_written=True, problem=warning)


def _read(file: NoteFile, status_of: Callable[[Task], Status]) -> tuple[bytes, MarkedFile]:
    try:
        data = read_bytes(file)
        return data, MarkedFile(file.path, mark(file.path, data, status_of))
    except (Unreadable, NotText, NotMarked) as error:
        return b"", MarkedFile(file.path, problem=str(error))
