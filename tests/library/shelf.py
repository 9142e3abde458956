"""Small builders of what an index holds."""

from __future__ import annotations

from collections.abc import Iterable

from tests.samples import note, read
from tui.library import SORTS, Decided, Found, Index, LeftOut, parse_filter, row_of
from tui.library.files import Stamp
from tui.library.found import texts_of
from tui.notes import Session

_ORDER = {sort.name: sort for sort in SORTS}


def found(session: Session, digest: bytes | None = None) -> Found:
    """What reading a session gives."""
    stamp = Stamp(1, 2, 3, digest or session.text.encode())
    return Found(row_of(session), stamp, b"", texts_of(session))


def made(path: str, *tasks: str, title: str = "Tea", day: str = "2024-02-13") -> Found:
    """What reading a usual note gives."""
    return found(read(note(*tasks, title=title, day=day), path))


def left_out(path: str, reason: str = "no session", *, failed: bool = False) -> Found:
    """What reading something else gives."""
    return Found(LeftOut(path, reason, failed), Stamp() if failed else Stamp(1, 2, 3, b"x"))


def index_of(*found: Found) -> Index:
    """An index in memory."""
    index = Index()
    index.put(found)
    return index


def picked(index: Index, text: str, sort: str = "newest first") -> list[str]:
    """The paths that a filter picks."""
    return list(index.select(parse_filter(text), _ORDER[sort]))


def decide(index: Index, subjects: Iterable[str], status: str, by: str = "ana") -> None:
    """Give tasks a status."""
    index.decide(Decided(subject, status, None, (by,)) for subject in subjects)
