"""The one door to the rooms below: open a folder, query it, decide, undo.

Reading notes and writing the journal may be done in another thread (`batches`, `session`,
`stored_lines`, `save`, `look`); everything else is quick, touches no disk and belongs to one
thread.
"""

import os
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from tui.decisions import (
    OPEN,
    Decision,
    Field,
    History,
    Journal,
    JournalError,
    Matcher,
    Place,
    Setting,
    State,
    Step,
)
from tui.decisions.decision import VERSION
from tui.library import (
    SORTS,
    Batch,
    FilterError,
    Index,
    LeftOut,
    NoteFile,
    Query,
    Reader,
    Row,
    Sort,
    list_files,
    parse_filter,
    read_both,
    read_file,
    row_of,
)
from tui.notes import Section, Session, Status, Task, identity, items_of, section_items

__all__ = [
    "OPEN",
    "SORTS",
    "Batch",
    "Draft",
    "FilterError",
    "FolderError",
    "JournalError",
    "LeftOut",
    "Query",
    "Row",
    "Section",
    "Session",
    "Setting",
    "Sort",
    "Status",
    "StoredLine",
    "Task",
    "Totals",
    "Workbench",
    "items_of",
    "parse_filter",
    "section_items",
]


class FolderError(Exception):
    """A notes folder cannot be opened; says what, where and what to do, in a sentence."""


class Totals(NamedTuple):
    """How much there is, and how much of it is closed (done or dropped)."""

    sessions: int
    tasks: int
    closed: int


class Draft(NamedTuple):
    """Decisions about to be saved as one step.

    `kept` counts those that an undo leaves alone because someone else decided since.
    """

    decisions: tuple[Decision, ...]
    kept: int = 0


class StoredLine(NamedTuple):
    """A line of a note, from 1, as it is stored and as it is healed; `codec` did the damage."""

    number: int
    stored: str
    healed: str
    codec: str
    uncertain: bool


class Workbench:
    """A folder of notes and the decisions on them."""

    def __init__(self, folder: Path, store: Path | None = None, by: str = "") -> None:
        """Open a folder; nothing is read or written yet.

        Args:
            folder: where the notes are.
            store: the journal, where it is not in its usual place.
            by: who decides; else git's `user.name`, else the login name.

        Raises:
            FolderError: there is no such folder.
        """
        self.folder = _real_folder(folder)
        self._places = _journal_places(self.folder, store)
        self.index = Index()
        self._journal = Journal(self.store)
        inherited = self._places.inherited
        self._inherited = Journal(inherited) if inherited else None
        self._state = State()
        self._history = History()
        self._aliases: dict[str, tuple[str, ...]] = {}
        self._orphans: set[str] = set()
        self._odd_names: dict[str, str] = {}
        self._reader: Reader | None = None
        self._closed: dict[str, int] = {}
        self._tasks = self._closed_tasks = 0
        self._settled = False
        self._by = by

    @property
    def store(self) -> Path:
        """The journal that new decisions go to."""
        return self._places.store

    # Reading -----------------------------------------------------------------------------

    def start_reading(self) -> None:
        """Begin to read the folder in a process of its own; `batches` brings what it finds."""
        self._reader = self._reader or Reader(self.folder)

    def batches(self) -> Iterator[Batch]:
        """Yield what is found, as it is found, for `add`."""
        self.start_reading()
        if self._reader:
            yield from self._reader.batches()

    def stop_reading(self) -> None:
        """End the reading, finished or not."""
        if self._reader:
            self._reader.stop()

    def add_batch(self, batch: Batch) -> None:
        """Take in a batch."""
        for path, real in batch.odd_names:
            self._odd_names[path] = os.fsdecode(real)
        self.add(batch.rows)
        self.add(batch.left_out)

    def add(self, found: Iterable[Row | LeftOut]) -> None:
        """Take in what was read."""
        for one in found:
            self._uncount(one.path)
            if isinstance(one, LeftOut):
                self.index.leave_out(one)
            else:
                self.index.put(one)
                self._count(one)

    def settle(self) -> None:
        """Once everything is read: find the tasks of decisions whose ids are gone."""
        self._settled = True
        self._match_lost()

    def load(self) -> None:
        """Read the journal and the whole folder, here and now.

        Raises:
            FolderError: the folder cannot be listed.
            JournalError: the journal cannot be read.
        """
        self.accept(self.look())
        try:
            files = list_files(self.folder)
        except OSError as error:
            raise FolderError(f"{self.folder}: cannot be listed ({error.strerror})") from error
        self._odd_names = {file.path: file.real for file in files}
        for found in map(read_file, files):
            self.add([found if isinstance(found, LeftOut) else row_of(found)])
        self.settle()

    def session(self, path: str) -> Session | LeftOut:
        """Read one note anew, whole."""
        return read_file(self._file(path))

    def renew(self, session: Session | LeftOut) -> bool:
        """Take in a note that was read anew; tells whether it was not what was known of it."""
        if isinstance(session, LeftOut):
            found: Row | LeftOut = session
            known = session in self.index.left_out()
        else:
            found = row_of(session)
            known = found == self.index.row(session.path)
        if known:
            return False
        self.add([found])
        if self._settled:
            self._match_lost()
        return True

    def stored_lines(self, path: str) -> list[StoredLine]:
        """Read a note line by line, as stored and as healed; empty if it cannot be read."""
        both = read_both(self._file(path))
        if isinstance(both, LeftOut):
            return []
        text, session = both
        codecs = {mend.line: mend.codec for mend in session.healed}
        pairs = zip(text.split("\n"), session.text.split("\n"), strict=True)
        return [
            StoredLine(number, stored, healed, codecs.get(number, ""), number in session.uncertain)
            for number, (stored, healed) in enumerate(pairs, 1)
        ]

    def location(self, path: str) -> str:
        """What the operating system calls a note, as an absolute path."""
        return self._file(path).real

    # Asking ------------------------------------------------------------------------------

    def select(self, query: Query, sort: Sort = SORTS[0]) -> list[str]:
        """Return the paths of the sessions that a filter picks, in order."""
        rows = [row for row in self.index.rows() if query.picks(row, self)]
        rows.sort(key=lambda row: row.path)
        rows.sort(key=lambda row: sort.key(row, self.open_count(row)), reverse=sort.descending)
        return [row.path for row in rows]

    def status(self, task: Task) -> Status:
        """The status of a task: what was decided, else what its note says."""
        return self._state.status(self._names(task.id), task.mark)

    def decided(self, task: Task) -> Decision | None:
        """The decision that gave a task its status."""
        return self._state.last(self._names(task.id), "status")

    def statuses(self, row: Row) -> list[Status]:
        """The status of each task of a session."""
        return [self.status(task) for task in row.tasks]

    def reviewed(self, row: Row) -> bool:
        """Whether a session was signed off."""
        return bool(self._state.value(self._names(row.id), "reviewed", default=False))

    def open_count(self, row: Row) -> int:
        """How many tasks of a session are open."""
        return len(row.tasks) - self._closed.get(row.path, 0)

    def totals(self) -> Totals:
        """Sums over all sessions."""
        return Totals(len(self.index), self._tasks, self._closed_tasks)

    def orphans(self) -> int:
        """How many tasks and sessions that were decided on are in no note any more."""
        return len(self._orphans)

    def find_task(self, prefix: str) -> list[tuple[Row, Task]]:
        """Return the tasks, with their sessions, whose id is `prefix` or begins with it."""
        ids = [prefix] if prefix in self.index else self.index.ids_from(prefix)
        found = []
        for subject in ids:
            row = self.index.row(self.index.paths_of(subject)[0])
            found += [(row, task) for task in row.tasks if task.id == subject] if row else []
        return found

    def notices(self) -> list[str]:
        """What a reviewer should know about the journal, a sentence each."""
        found = []
        if self._places.is_fallback:
            found.append(f"this folder cannot be written; decisions are kept in {self.store}")
        if self._journal.warning:
            found.append(self._journal.warning)
        for journal in filter(None, (self._journal, self._inherited)):
            if journal.kept:
                first = journal.kept[0]
                found.append(
                    f"{len(journal.kept)} line(s) of {journal.path} cannot be read and are kept "
                    f"as they are (line {first.line}: {first.reason})"
                )
            if journal.torn:
                found.append(f"{journal.path} ends in an unfinished line, set aside")
        return found

    # Deciding ----------------------------------------------------------------------------

    @property
    def by(self) -> str:
        """Who decides."""
        self._by = self._by or _reviewer(self.folder)
        return self._by

    def draft(self, chosen: Iterable[tuple[Row, Task]], setting: Setting) -> Draft:
        """Return the decisions that give tasks a status, as one step; those that have it stay."""
        step = _new_id()
        decisions = []
        for row, task in chosen:
            status = self.status(task)
            if setting.status in (None, status):
                continue
            peers = [identity.print_of(peer.text) for peer in row.tasks if peer.id != task.id]
            about = self._about(row, step, setting)
            decisions.append(
                replace(
                    about,
                    task=task.id,
                    text=task.text,
                    n=task.n,
                    peers=tuple(peers),
                    was=Setting(status=status),
                )
            )
        return Draft(tuple(decisions))

    def draft_review(self, row: Row, *, reviewed: bool) -> Draft:
        """Return the decision that signs a session off, or takes that back."""
        about = self._about(row, _new_id(), Setting(reviewed=reviewed))
        return Draft((replace(about, was=Setting(reviewed=not reviewed)),))

    def draft_undo(self) -> Draft | None:
        """Return what takes back the reviewer's last step; None if there is none.

        What someone else decided since is left as it is; a step of which nothing else is left
        is passed over.
        """
        kept = 0
        for step in self._history.undoable(self.by):
            draft = self._draft_again(step, undo=True)
            kept += draft.kept
            if draft.decisions:
                return draft._replace(kept=kept)
        return Draft((), kept) if kept else None

    def draft_redo(self) -> Draft | None:
        """Return what takes up again the step that was undone last; None if there is none."""
        step = self._history.next_redo(self.by)
        return self._draft_again(step, undo=False) if step else None

    def save(self, draft: Draft) -> list[Decision]:
        """Write a draft to the journal; it is on disk when this returns.

        Returns:
            All decisions that are new since the journal was last looked at, for `accept`.

        Raises:
            JournalError: it could not be saved.
        """

        def stamp(seq: int) -> list[Decision]:
            at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
            first = max(seq, self._inherited.next_seq if self._inherited else 0)
            return [replace(d, seq=first + i, at=at) for i, d in enumerate(draft.decisions)]

        return self._journal.append(stamp)

    def look(self) -> list[Decision]:
        """Return the decisions that are new in the journal, for `accept`.

        Raises:
            JournalError: the journal cannot be read.
        """
        inherited = self._inherited.read_new() if self._inherited else []
        return inherited + self._journal.read_new()

    def accept(self, decisions: list[Decision]) -> set[str]:
        """Take in decisions that are on disk; returns the paths of the sessions they touch."""
        self._history.add(decisions)
        changed = self._state.add(decisions)
        if self._settled and any(subject not in self.index for subject in changed):
            self._match_lost()
        paths = {path for subject in changed for path in self._paths_of(subject)}
        for path in paths:
            if row := self.index.row(path):
                self._uncount(path)
                self._count(row)
        return paths

    def decide(self, draft: Draft) -> None:
        """Save a draft, if there is anything in it, and take it in.

        Raises:
            JournalError: it could not be saved.
        """
        if draft.decisions:
            self.accept(self.save(draft))

    # Inside ------------------------------------------------------------------------------

    def _file(self, path: str) -> NoteFile:
        return NoteFile(path, self._odd_names.get(path) or os.fspath(self.folder / path))

    def _about(self, row: Row, step: str, setting: Setting) -> Decision:
        return Decision(
            v=VERSION,
            id=_new_id(),
            session=row.id,
            note=row.path,
            set=setting,
            by=self.by,
            at="",
            seq=0,
            step=step,
            date=row.date,
            title=row.title,
            content=row.content,
        )

    def _draft_again(self, step: Step, *, undo: bool) -> Draft:
        new_step = _new_id()
        decisions, kept = [], 0
        for decision in step.decisions:
            if self._overruled(decision):
                kept += 1
                continue
            again = replace(decision, id=_new_id(), step=new_step, by=self.by, undoes="", redoes="")
            if undo:
                again = replace(again, set=decision.was, was=decision.set, undoes=step.id)
            else:
                again = replace(again, redoes=step.id)
            decisions.append(again)
        return Draft(tuple(decisions), kept)

    def _overruled(self, decision: Decision) -> bool:
        """Whether someone else decided on the same since."""
        field: Field = "status" if decision.set.status is not None else "reviewed"
        last = self._state.last(self._names(self._stands_on(decision.subject)), field)
        return last is not None and last.by != decision.by and last.order > decision.order

    def _names(self, subject: str) -> tuple[str, ...]:
        """The id of a task or session, and those under which it was decided on before."""
        return (subject, *self._aliases.get(subject, ()))

    def _stands_on(self, subject: str) -> str:
        return next((new for new, olds in self._aliases.items() if subject in olds), subject)

    def _paths_of(self, subject: str) -> tuple[str, ...]:
        return self.index.paths_of(subject) or self.index.paths_of(self._stands_on(subject))

    def _match_lost(self) -> None:
        lost = [subject for subject in self._state.subjects() if subject not in self.index]
        if not lost:
            self._orphans = set()
            return
        places = (
            Place(row.id, row.path, row.date, row.title, row.content, row.tasks)
            for row in self.index.rows()
        )
        latest = filter(None, map(self._state.latest, lost))
        found = Matcher(places).match(latest)
        aliases: dict[str, tuple[str, ...]] = {}
        for old, new in found.items():
            aliases[new] = (*aliases.get(new, ()), old)
        touched = aliases.keys() | self._aliases.keys()
        self._aliases = aliases
        self._orphans = set(lost) - found.keys()
        for path in {path for subject in touched for path in self.index.paths_of(subject)}:
            if row := self.index.row(path):
                self._uncount(path)
                self._count(row)

    def _count(self, row: Row) -> None:
        closed = sum(status not in OPEN for status in self.statuses(row))
        self._closed[row.path] = closed
        self._tasks += len(row.tasks)
        self._closed_tasks += closed

    def _uncount(self, path: str) -> None:
        if (row := self.index.row(path)) and path in self._closed:
            self._tasks -= len(row.tasks)
            self._closed_tasks -= self._closed.pop(path)


def _new_id() -> str:
    return uuid.uuid4().hex[:16]


def _real_folder(folder: Path) -> Path:
    absolute = Path(os.path.abspath(folder))  # noqa: PTH100 - keeps symbolic links
    if not absolute.exists():
        raise FolderError(f"{folder}: there is no such folder; name the folder of your notes")
    if not absolute.is_dir():
        raise FolderError(f"{folder}: this is a file; name the folder it lies in")
    return absolute


class _Places(NamedTuple):
    """Where decisions are kept, and a second journal whose decisions count as well."""

    store: Path
    inherited: Path | None = None
    is_fallback: bool = False


def _journal_places(folder: Path, store: Path | None) -> _Places:
    """Keep decisions in the folder if it can be written, else in the user's data folder.

    Either way those in the other place count too: a folder may come to be writable, or cease to.
    """
    if store is not None:
        return _Places(Path(os.path.abspath(store)))  # noqa: PTH100 - keeps symbolic links
    from platformdirs import user_data_path

    usual = folder / ".workbench" / "tasks.jsonl"
    name = f"{folder.name}-{identity.digest(str(folder))}"
    own = user_data_path("session-workbench") / name / "tasks.jsonl"
    if _can_be_written(usual):
        return _Places(usual, own if own.exists() else None)
    return _Places(own, usual, is_fallback=True)


def _can_be_written(journal: Path) -> bool:
    """The lock lies beside the journal, so its folder must take new files, too."""
    room = journal.parent if journal.parent.exists() else journal.parent.parent
    return os.access(room, os.W_OK) and (not journal.exists() or os.access(journal, os.W_OK))


def _reviewer(folder: Path) -> str:
    import getpass  # only a decision needs to know who decides; listing starts without these
    import shutil
    import subprocess

    git = shutil.which("git")
    if git:
        asked = subprocess.run(
            [git, "-C", str(folder), "config", "user.name"],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            stdin=subprocess.DEVNULL,
        )
        if name := asked.stdout.strip():
            return name
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"
