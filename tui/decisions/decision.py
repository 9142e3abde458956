"""One decision of a reviewer, as it stands on a line of the journal."""

from typing import Literal, NamedTuple

from msgspec import Struct

from tui.notes import Status

VERSION = 1
OPEN: frozenset[str] = frozenset({"pending", "doing", "blocked"})


class Setting(Struct, frozen=True, gc=False, omit_defaults=True):
    """What a decision sets, or what was set before it; None is "not this field"."""

    status: Status | None = None
    reviewed: bool | None = None


Field = Literal["status", "reviewed"]
FIELDS: tuple[Field, ...] = ("status", "reviewed")


class Decision(Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A line of the journal.

    It names its task by id, and carries what it takes to find the task again when that id is
    gone: the note's path, the session's head, the text at that time, `peers` (the prints of the
    other tasks of the session, so that none of them is mistaken for a reworded one) and
    `content` (what the note said). A decision about a session as a whole has no `task`.

    `step` groups the decisions of one key press. `undoes` and `redoes` name a step that this
    one takes back, or takes up again. `was` is what the fields were before. `at` is UTC, ISO
    8601; the order of decisions is `seq`, a Lamport counter, then `at`, then `id`.
    """

    v: int
    id: str
    session: str
    note: str
    set: Setting
    by: str
    at: str
    seq: int
    step: str
    task: str = ""
    date: str = ""
    title: str = ""
    text: str = ""
    n: int = 0
    peers: tuple[str, ...] = ()
    content: str = ""
    was: Setting = Setting()
    undoes: str = ""
    redoes: str = ""

    @property
    def subject(self) -> str:
        """The id of what was decided on: a task, or a session as a whole."""
        return self.task or self.session

    @property
    def order(self) -> "Order":
        """Where this stands among all decisions, on every machine alike."""
        return Order(self.seq, self.at, self.id)


class Order(NamedTuple):
    """A place in the one order of all decisions."""

    seq: int
    at: str
    id: str
