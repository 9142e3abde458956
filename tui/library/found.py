"""What reading one file gives the index: a row of a session, its text, and the file's stamp."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct, msgpack

from tui.library.files import Stamp
from tui.library.row import LeftOut, Row
from tui.notes import Session
from tui.notes.saying import Part, Saying, parts_of, saying_of


class Texts(NamedTuple):
    """All text of a session, whose words the filter finds: its title, its other head, the rest."""

    title: str = ""
    head: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def text(self) -> str:
        """The rest, as one."""
        return "\n".join(f"{part.name}\n{part.text}" for part in self.parts)


NO_TEXTS = Texts()
_TO_COME = Saying("", ())


class Found(Struct, frozen=True, gc=False, array_like=True):
    """What was found at a path.

    `real` is what the operating system calls the file, in bytes, where the path does not say
    it. `texts` is blank unless it is a session.
    """

    what: Row | LeftOut
    stamp: Stamp
    real: bytes = b""
    texts: Texts = NO_TEXTS

    @property
    def path(self) -> str:
        """Where it lies in the notes folder."""
        return self.what.path


packed_texts: Callable[[Texts], bytes] = msgpack.Encoder().encode
"""Turn the text of a session into bytes, as the index keeps it until its words are in."""

read_texts: Callable[[bytes], Texts] = msgpack.Decoder(Texts).decode
"""Turn such bytes into the text of a session again."""


def row_of(session: Session, *, prints: bool = True) -> Row:
    """Return the row of a session, with its prints or without."""
    saying = saying_of(session) if prints else _TO_COME
    return Row(
        id=session.id,
        path=session.path,
        title=session.title,
        date=session.date,
        start=session.start,
        project=session.project,
        priority=session.priority,
        labels=session.labels,
        publish=session.publish,
        tasks=session.tasks,
        healed=bool(session.healed),
        uncertain=bool(session.uncertain),
        problems=session.problems,
        content=session.content,
        traces=saying.traces,
        said=saying.said,
    )


def texts_of(session: Session) -> Texts:
    """Return the text of a session."""
    head = (session.date, session.project, session.priority, *session.labels)
    return Texts(session.title, "\n".join(head), parts_of(session))
