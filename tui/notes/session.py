"""What a note holds once it is read: a session, its sections and its pending tasks."""

from typing import Literal, get_args

from msgspec import Struct

from tui.notes.repair import Mend

SectionKind = Literal["goal", "activities", "achievements", "pending", "other"]
Status = Literal["pending", "doing", "blocked", "done", "dropped"]
STATUSES: tuple[Status, ...] = get_args(Status)
OPEN: tuple[Status, ...] = ("pending", "doing", "blocked")


class Task(Struct, frozen=True, gc=False):
    """One thing a session left to do.

    `line` counts from 1 in the healed text. `mark` is what the note itself says of the task (a
    ticked checkbox is `done`); `from_prose` tells a follow-up written as prose from a bullet.
    `n` counts, from 0, the tasks of the session that say the same.
    """

    id: str
    text: str
    line: int
    n: int = 0
    mark: Status = "pending"
    from_prose: bool = False


class Section(Struct, frozen=True, gc=False):
    """A part of a note under a name of its own; `body` is its healed text without the heading.

    `line`, from 1, is where the body begins.
    """

    name: str
    kind: SectionKind
    body: str
    line: int


class Session(Struct, frozen=True, gc=False, kw_only=True):
    """One note, read.

    `id` is stable as long as the note's head is (see `tui.notes.identity`). `date` is
    `YYYY-MM-DD`, `start` and `end` are `HH:MM`; each is "" where the note does not say.
    `publish` is None where the note does not say. `intro` is healed text that stands between
    the head and the first section. `uncertain` holds the lines, from 1, that still look damaged.
    `content` identifies what the note says, whatever its name or head (`tui.notes.saying` tells
    more of that).
    """

    id: str
    path: str
    title: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    labels: tuple[str, ...] = ()
    project: str = ""
    priority: str = ""
    publish: bool | None = None
    intro: str = ""
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    healed: tuple[Mend, ...] = ()
    uncertain: tuple[int, ...] = ()
    problems: tuple[str, ...] = ()
    content: str = ""
    text: str = ""

    def prose(self, kind: SectionKind) -> str:
        """The text of all sections of one kind, blank where there is none."""
        return "\n\n".join(s.body.strip() for s in self.sections if s.kind == kind)


class NotASession(Struct, frozen=True, gc=False):
    """A file that holds no session, and why we think so."""

    path: str
    reason: str
