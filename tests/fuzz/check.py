"""What must hold of any bytes that stand where a note could stand."""

from __future__ import annotations

import msgspec

from tests.hostile import ACTING
from tui.library.files import Stamp
from tui.library.found import Found, row_of, texts_of
from tui.library.row import LeftOut
from tui.notes import NotASession, Session, items_of, read_note, section_items
from tui.notes.decode import NotText
from tui.notes.mend import mend
from tui.plain import plain, plain_lines

_decoder = msgspec.msgpack.Decoder(Found)
_SHOWN_ACTING = ACTING | {"\t"}


def check(data: bytes) -> Session | NotASession:
    """Read a note in every way there is; return what was read.

    Raises:
        AssertionError: something that must hold does not.
    """
    found = read_note("a.md", data)
    if isinstance(found, Session):
        _check_session(found)
        found_again = Found(row_of(found), Stamp(), b"", texts_of(found))
    else:
        assert found.reason
        found_again = Found(LeftOut(found.path, found.reason), Stamp())
    assert _decoder.decode(msgspec.msgpack.encode(found_again)) == found_again
    _check_mending(data, found)
    return found


def _check_session(session: Session) -> None:
    lines = session.text.count("\n") + session.text.count("\r") + 1
    assert session.id
    assert len({task.id for task in session.tasks}) == len(session.tasks)
    assert all(1 <= task.line <= lines and task.text for task in session.tasks)
    assert all(1 <= mend.line <= lines for mend in session.healed)
    assert all(1 <= number <= lines for number in session.uncertain)
    assert all(1 <= section.line <= lines + 1 for section in session.sections)
    for section in session.sections:
        section_items(section)
    items_of(session, "activities")
    one_line = [session.title, session.project, session.priority, *session.labels]
    one_line += [*session.problems, *(task.text for task in session.tasks)]
    for text in one_line:
        assert not _SHOWN_ACTING & set(plain(text))
    assert not ACTING & set(plain_lines(session.text).replace("\t", ""))


def _check_mending(data: bytes, found: Session | NotASession) -> None:
    """What is mended on disk is the session it was, with every task it had, and mended once."""
    try:
        mended = mend(data)
    except NotText:
        return
    assert mended.stored.count("\n") == mended.text.count("\n")
    assert bool(mended.healed) == (mended.data != data)
    if mended.data == data:
        return
    assert mend(mended.data).data == mended.data
    again = read_note("a.md", mended.data)
    assert type(again) is type(found)
    if isinstance(again, Session) and isinstance(found, Session):
        assert (again.id, again.tasks) == (found.id, found.tasks)
