"""What the index keeps of a file for lists: a row of a session, or why it holds none."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct, msgpack
from msgspec.structs import replace

from tui.notes import Task

if TYPE_CHECKING:
    from tui.notes.saying import Saying


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

    def with_prints(self, prints: "Saying") -> "Row":
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


card_of: Callable[[Row], bytes] = msgpack.Encoder().encode
"""Turn a row into bytes, as the index keeps it."""

read_card: Callable[[bytes], Row] = msgpack.Decoder(Row).decode
"""Turn such bytes into a row again."""
