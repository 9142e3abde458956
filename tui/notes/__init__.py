"""From the bytes of one file to a session: decode, repair, parse.

Imports nothing else of ours and never touches the disk. What reads notes is imported when the
first one is read: a folder that is known is listed without.
"""

from tui.notes.repair import Mend
from tui.notes.session import (
    OPEN,
    STATUSES,
    NotASession,
    Section,
    SectionKind,
    Session,
    Status,
    Task,
)

__all__ = [
    "OPEN",
    "STATUSES",
    "Mend",
    "NotASession",
    "Section",
    "SectionKind",
    "Session",
    "Status",
    "Task",
    "items_of",
    "read_note",
    "section_items",
    "stored_text",
]


def read_note(path: str, data: bytes) -> Session | NotASession:
    """Read a note; whatever the bytes are, this never raises.

    Args:
        path: where it lies, relative to the notes folder, with `/` between the parts.
        data: the whole file.
    """
    from tui.notes import repair
    from tui.notes.decode import NotText, decode
    from tui.notes.parse import parse

    try:
        text, problem = decode(data)
    except NotText as error:
        return NotASession(path, str(error))
    return parse(path, repair.repair(text), problem)


def stored_text(data: bytes) -> str:
    """Return the text of a note as it is stored, before it is healed.

    Raises:
        ValueError: the bytes are not those of a text file.
    """
    from tui.notes.decode import decode

    return decode(data)[0]


def items_of(session: Session, kind: SectionKind) -> list[str]:
    """Return the bullets of all sections of one kind, in order."""
    from tui.notes import parse

    return parse.items_of(session, kind)


def section_items(section: Section) -> tuple[int, int]:
    """Return how many bullets a section holds, and how many paragraphs beside them."""
    from tui.notes import parse

    return parse.section_items(section)
