"""One decision of a reviewer, as it stands on a line of the journal."""

from collections.abc import Iterable
from typing import Annotated, Any, Final, Literal, NamedTuple, get_args

from msgspec import Meta, Struct
from msgspec.structs import astuple, replace

from tui.decisions.due import is_due
from tui.notes import Status

VERSION = 1
MOST: Final = 2**53 - 1
"""The largest number in a line: all programs that read JSON have it exactly."""
Number = Annotated[int, Meta(ge=0, le=MOST)]
"""A number in a line; a line with another one cannot be read."""

Field = Literal["status", "reviewed", "due", "to", "note", "stands_on", "archived"]
FIELDS: tuple[Field, ...] = get_args(Field)
OF_TASKS: tuple[Field, ...] = ("status", "due", "to", "note")
"""The fields of a task in a note: its status, and those that are typed (see `fields`)."""


class Setting(Struct, frozen=True, gc=False, omit_defaults=True):
    """What a decision sets, or what was set before it; None is "not this field".

    `due` is the day (YYYY-MM-DD) by which a task is to be done, `to` is who is to do it, and
    `note` is what a reviewer adds; each is "" where it is taken away. `reviewed` is of sessions.

    Two fields are of what is in no note any more: `stands_on` is the id of the task that a reviewer
    says it is ("" for none), `archived` that nobody need look for it. Neither says anything of a
    task that stands in a note.

    The version of a line stays what it is when a field joins: who does not know the field passes
    over it, and goes on with the others.

    Raises:
        ValueError: `due` is no day.
    """

    status: Status | None = None
    reviewed: bool | None = None
    due: str | None = None
    to: str | None = None
    note: str | None = None
    stands_on: str | None = None
    archived: bool | None = None

    def __post_init__(self) -> None:
        if self.due and not is_due(self.due):
            raise ValueError("`due` is no day (YYYY-MM-DD)")

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that are set."""
        values = zip(FIELDS, astuple(self), strict=True)
        return tuple([field for field, value in values if value is not None])

    def only(self, fields: Iterable[Field]) -> "Setting":
        """Return this with no other fields than those."""
        return setting_of({field: getattr(self, field) for field in fields})

    def over(self, other: "Setting") -> "Setting":
        """Return this where it is set, and `other` where it is not."""
        return setting_of(
            {field: getattr(each, field) for each in (other, self) for field in each.fields}
        )


def setting_of(values: dict[Field, Any]) -> Setting:
    """Return a setting of fields that are named as values are."""
    return Setting(**values)


UNDECIDED = Setting(
    status="pending", reviewed=False, due="", to="", note="", stands_on="", archived=False
)
"""What holds where nobody decided; of a task's status, its note may say otherwise."""


class Onto(Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """The task that a lost one was attached to, with what it takes to find that again.

    The fields are those of a decision on it (see `Decision`).
    """

    session: str
    note: str
    task: str
    text: str
    date: str = ""
    title: str = ""
    n: Number = 0
    peers: tuple[str, ...] = ()
    content: str = ""
    traces: tuple[str, ...] = ()


class Signed(Struct, frozen=True, gc=False, omit_defaults=True):
    """What a session said when it was signed off.

    `content` identifies what it says of the four usual things, damaged or healed; `said` every
    sign of all it says below the head (see `tui.notes.saying`), "" in older journals. `text` is
    all of it, packed (see `tui.decisions.packing`), "" where it was too long to be kept.
    """

    content: str
    text: str = ""
    said: str = ""


class Decision(Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A line of the journal.

    It names its task by id, and carries what it takes to find the task again when that id is
    gone: the note's path, the session's head, the text at that time, `peers` (the prints of the
    other tasks of the session, so that none of them is mistaken for a reworded one), `content`
    (what the note said) and `traces` (prints of its other sections). A decision about a session
    as a whole has no `task`.

    `step` groups the decisions of one key press. `undoes` and `redoes` name a step that this
    one takes back, or takes up again; `reverses` names a decision, anybody's, that this one takes
    back. `was` is what the fields were before. `onto` goes with `stands_on`, and `signed` with
    `reviewed`: what was signed off, also where that is taken back. `at` is UTC, ISO 8601; the order
    of decisions is `seq`, a Lamport counter, then `at`, then `id`.
    """

    v: Number
    id: str
    session: str
    note: str
    set: Setting
    by: str
    at: str
    seq: Number
    step: str
    task: str = ""
    date: str = ""
    title: str = ""
    text: str = ""
    n: Number = 0
    peers: tuple[str, ...] = ()
    content: str = ""
    traces: tuple[str, ...] = ()
    was: Setting = Setting()
    undoes: str = ""
    redoes: str = ""
    reverses: str = ""
    onto: Onto | None = None
    signed: Signed | None = None

    @property
    def subject(self) -> str:
        """The id of what was decided on: a task, or a session as a whole."""
        return self.task or self.session

    def beside(self, other: "Decision") -> "Decision":
        """Return this decision; what it says as another one does is in memory once, with that."""
        said = {field: getattr(other, field) for field in _SAID_AGAIN}
        same = {field: value for field, value in said.items() if value == getattr(self, field)}
        return replace(self, **same)

    def follows(self, other: "Decision") -> bool:
        """Whether this stands after another; most often the counter alone tells."""
        return self.seq > other.seq or (self.seq == other.seq and self.order > other.order)

    @property
    def order(self) -> "Order":
        """Where this stands among all decisions, on every machine alike."""
        return Order(self.seq, self.at, self.id)


_SAID_AGAIN = (
    "session", "note", "set", "by", "task", "date", "title", "text", "peers", "content", "traces",
    "was", "signed",
)  # fmt: skip
"""What decisions on one task, or on others, may have in common."""


class Order(NamedTuple):
    """A place in the one order of all decisions."""

    seq: int
    at: str
    id: str
