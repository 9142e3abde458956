"""What reading one file gives the index: a row of a session, its text, and the file's stamp."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct, msgpack
from msgspec.structs import replace

from tui.library.files import Stamp
from tui.notes import Session, Task
from tui.notes.saying import Part, Saying, parts_of, saying_of


class Row(Struct, frozen=True, gc=False, kw_only=True, array_like=True, tag=True):
    """What lists need of a session.

    `traces` and `said` are its prints (see `tui.notes.saying`). Where a folder is read in which
    nothing was decided they come later, with the words; until then `said` is blank.
    """

    id: str
    path: str
    title: str
    date: str
    start: str
    project: str
    priority: str
    labels: tuple[str, ...]
    publish: bool | None
    tasks: tuple[Task, ...]
    healed: bool
    uncertain: bool
    problems: tuple[str, ...]
    content: str
    traces: tuple[str, ...] = ()
    said: str = ""

    def with_prints(self, prints: Saying) -> "Row":
        """Return it with its prints."""
        return replace(self, traces=prints.traces, said=prints.said)

    def differs_from(self, known: "Row | None") -> bool:
        """Whether it says something else than what is known, of which the prints may be to come."""
        if known is not None and not known.said:
            return replace(self, traces=(), said="") != known
        return self != known


class LeftOut(Struct, frozen=True, gc=False, array_like=True, tag=True):
    """A file that is not in the list of sessions, and why; `failed` if it could not be read."""

    path: str
    reason: str
    failed: bool = False


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


card_of: Callable[[Row], bytes] = msgpack.Encoder().encode
"""Turn a row into bytes, as the index keeps it."""

read_card: Callable[[bytes], Row] = msgpack.Decoder(Row).decode
"""Turn such bytes into a row again."""

packed_texts: Callable[[Texts], bytes] = msgpack.Encoder().encode
"""Turn the text of a session into bytes, as the index keeps it until its words are in."""

read_texts: Callable[[bytes], Texts] = msgpack.Decoder(Texts).decode
"""Turn such bytes into the text of a session again."""


def row_of(session: Session, *, prints: bool = True) -> Row:
    """Return the row of a session, with its prints or without."""
    row = _row_of(session)
    return row.with_prints(saying_of(session)) if prints else row


def _row_of(session: Session) -> Row:
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
    )


def texts_of(session: Session) -> Texts:
    """Return the text of a session."""
    head = (session.date, session.project, session.priority, *session.labels)
    return Texts(session.title, "\n".join(head), parts_of(session))
