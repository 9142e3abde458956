"""The sessions of a folder in memory: a row for each, kept by path, found by id."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from tui.library.scan import LeftOut
from tui.library.words import words_of
from tui.notes import Session, Task


class Row(Struct, frozen=True, gc=False, kw_only=True):
    """What lists and filters need of a session; `words` is all of its text, for the filter."""

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
    words: str


def row_of(session: Session) -> Row:
    """Return the row of a session."""
    texts = [session.title, session.date, session.project, session.priority, *session.labels]
    texts += [session.intro, *(f"{part.name}\n{part.body}" for part in session.sections)]
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
        words=words_of("\n".join(texts)),
    )


class Index:
    """Rows by path, and the paths at which the id of a task or a session stands.

    Two copies of a note share their ids: they are one session, and a tick on one is a tick on
    both.
    """

    def __init__(self) -> None:
        self._rows: dict[str, Row] = {}
        self._left_out: dict[str, LeftOut] = {}
        self._paths: dict[str, tuple[str, ...]] = {}

    def put(self, row: Row) -> None:
        """Add a row, or replace the one at its path."""
        self.remove(row.path)
        self._rows[row.path] = row
        for subject in _subjects(row):
            self._paths[subject] = (*self._paths.get(subject, ()), row.path)

    def leave_out(self, file: LeftOut) -> None:
        """Remember a file that holds no session."""
        self.remove(file.path)
        self._left_out[file.path] = file

    def remove(self, path: str) -> None:
        """Forget what stood at a path, if anything did."""
        self._left_out.pop(path, None)
        row = self._rows.pop(path, None)
        for subject in _subjects(row) if row else ():
            paths = tuple(other for other in self._paths[subject] if other != path)
            if paths:
                self._paths[subject] = paths
            else:
                del self._paths[subject]

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, subject: str) -> bool:
        return subject in self._paths

    def row(self, path: str) -> Row | None:
        """The row at a path."""
        return self._rows.get(path)

    def rows(self) -> Iterable[Row]:
        """All rows, in no order; those there are now, for a thread that goes on with them."""
        return list(self._rows.values())

    def left_out(self) -> list[LeftOut]:
        """The files that hold no session, those that could not be read first."""
        return sorted(self._left_out.values(), key=lambda file: (not file.failed, file.path))

    def paths_of(self, subject: str) -> tuple[str, ...]:
        """Where the id of a task or a session stands."""
        return self._paths.get(subject, ())

    def ids_from(self, prefix: str) -> Iterator[str]:
        """The ids, of tasks and sessions, that begin with a prefix."""
        return (subject for subject in self._paths if subject.startswith(prefix))


def _subjects(row: Row) -> Iterator[str]:
    yield row.id
    for task in row.tasks:
        yield task.id
