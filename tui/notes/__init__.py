"""From the bytes of one file to a session: decode, repair, parse.

Imports nothing else of ours and never touches the disk.
"""

from tui.notes import repair
from tui.notes.decode import NotText, decode
from tui.notes.parse import items_of, parse, section_items
from tui.notes.repair import Mend
from tui.notes.session import NotASession, Section, SectionKind, Session, Status, Task

__all__ = [
    "Mend",
    "NotASession",
    "Section",
    "SectionKind",
    "Session",
    "Status",
    "Task",
    "decode",
    "items_of",
    "read_note",
    "section_items",
]


def read_note(path: str, data: bytes) -> Session | NotASession:
    """Read a note; whatever the bytes are, this never raises.

    Args:
        path: where it lies, relative to the notes folder, with `/` between the parts.
        data: the whole file.
    """
    try:
        text, problem = decode(data)
    except NotText as error:
        return NotASession(path, str(error))
    return parse(path, repair.repair(text), problem)
