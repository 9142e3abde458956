"""What documents are made of: sessions, their tasks, and what was decided on them, as values.

Texts are as the notes have them; whoever writes them into a document makes them harmless there.
Days are `YYYY-MM-DD`, "" where it is not known.
"""

from msgspec import Struct

from tui.notes import OPEN, Status


class SessionFact(Struct, frozen=True, kw_only=True):
    """A session; `link` leads from the document to its note, percent-encoded.

    `unpublished` is of one that says `publish: false`.
    """

    id: str
    title: str
    date: str
    project: str
    labels: tuple[str, ...]
    path: str
    link: str
    unpublished: bool


class TaskFact(Struct, frozen=True, kw_only=True):
    """A task of a session, and what holds for it.

    `by` decided its status, on the day `on`; both are "" where its note says it, or nobody did.
    """

    id: str
    text: str
    status: Status
    due: str
    to: str
    note: str
    by: str
    on: str
    session: SessionFact

    @property
    def is_open(self) -> bool:
        """Whether it is pending, doing or blocked."""
        return self.status in OPEN

    def is_overdue(self, today: str) -> bool:
        """Whether it was to be done before today, and is open."""
        return self.is_open and bool(self.due) and self.due < today


class Change(Struct, frozen=True, kw_only=True):
    """What someone decided on a task, and nobody decided otherwise since.

    `says` has a few words for each thing that was set, as `done` or `due 2024-03-01`.
    """

    day: str
    by: str
    says: tuple[str, ...]
    task: TaskFact


class Facts(Struct, frozen=True, kw_only=True):
    """What is known of the sessions and tasks that a filter picks.

    `asked` is the filter as it was typed. `left_out` has a digest for each session that says
    `publish: false` and is not among these: enough to count them, and nothing to give away.
    """

    folder: str
    asked: str
    today: str
    sessions: tuple[SessionFact, ...]
    tasks: tuple[TaskFact, ...]
    left_out: frozenset[str]

    @property
    def unpublished(self) -> int:
        """How many sessions say `publish: false`, and are here nevertheless."""
        return sum(session.unpublished for session in self.sessions)
