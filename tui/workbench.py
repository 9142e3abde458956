"""The one door to the rooms below: open a folder, query it, decide, undo.

Reading notes and writing the journal may be done in another thread (`batches`, `read_again`,
`session`, `stored_lines`, `save`, `look`), and so may asking for lists (`select`, `facets`);
everything else is quick and belongs to one thread.
"""

import os
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from tui.decisions import (
    UNDECIDED,
    Decision,
    Field,
    History,
    Journal,
    JournalError,
    Matcher,
    Past,
    Place,
    Setting,
    State,
    Step,
    read_due,
)
from tui.decisions.decision import FIELDS as FIELDS_OF_DECISIONS
from tui.decisions.decision import VERSION
from tui.library import (
    FACETS,
    FIELDS,
    SORTS,
    Batch,
    Decided,
    Facet,
    FacetKind,
    FilterError,
    FilterField,
    Found,
    Index,
    IndexFullError,
    LeftOut,
    Listing,
    NoteFile,
    Query,
    Reader,
    Row,
    Sort,
    Totals,
    Watch,
    find_at,
    highlights,
    parse_filter,
    read_all,
    read_both,
    read_file,
    read_found,
    refusal,
    row_of,
    update,
    usual_name,
)
from tui.library.filter.tokens import tokens_of
from tui.library.filter.tree import Where
from tui.library.progress import (
    Age,
    Day,
    Month,
    Progress,
    Share,
    Tally,
    ages,
    day_of,
    progress_of,
)
from tui.library.words import words_of
from tui.notes import OPEN, Section, Session, Status, Task, identity, items_of, section_items

__all__ = [
    "FACETS",
    "FIELDS",
    "OPEN",
    "SORTS",
    "Age",
    "Batch",
    "Day",
    "Decision",
    "Draft",
    "Facet",
    "FacetKind",
    "Field",
    "FilterError",
    "FilterField",
    "FolderError",
    "JournalError",
    "LeftOut",
    "Listing",
    "Month",
    "Orphan",
    "Past",
    "Progress",
    "Query",
    "Row",
    "Section",
    "Session",
    "Setting",
    "Share",
    "Sort",
    "Status",
    "StoredLine",
    "Tally",
    "Task",
    "Totals",
    "Where",
    "Workbench",
    "ages",
    "highlights",
    "items_of",
    "parse_filter",
    "read_due",
    "section_items",
    "tokens_of",
    "words_of",
]


T = TypeVar("T")


class FolderError(Exception):
    """A notes folder cannot be opened; says what, where and what to do, in a sentence."""


class Draft(NamedTuple):
    """Decisions about to be saved as one step.

    `kept` counts those that an undo leaves alone, wholly or in part, because someone else decided
    since.
    """

    decisions: tuple[Decision, ...]
    kept: int = 0


class Orphan(NamedTuple):
    """A task, or a session as a whole, that was decided on and is in no note any more.

    `last` is the newest decision on it, which knows its text and session; `holds` is what all of
    them come to.
    """

    subject: str
    last: Decision
    holds: Setting


class StoredLine(NamedTuple):
    """A line of a note, from 1, as it is stored and as it is healed; `codec` did the damage."""

    number: int
    stored: str
    healed: str
    codec: str
    uncertain: bool


class Workbench:
    """A folder of notes and the decisions on them."""

    def __init__(
        self,
        folder: Path,
        store: Path | None = None,
        by: str = "",
        *,
        follow: bool = False,
        throwaway: bool = False,
    ) -> None:
        """Open a folder; nothing is read or written yet.

        Args:
            folder: where the notes are.
            store: the journal, where it is not in its usual place.
            by: who decides; else git's `user.name`, else the login name.
            follow: whether symbolic links to folders, and out of this one, are followed.
            throwaway: whether the folder is soon gone, and its index not worth a file.

        Raises:
            FolderError: there is no such folder.
        """
        self.folder = _real_folder(folder)
        self._places = _journal_places(self.folder, store)
        self._journal = Journal(self.store)
        inherited = self._places.inherited
        self._inherited = Journal(inherited) if inherited else None
        self._state = State()
        self._history = History()
        self._aliases: dict[str, tuple[str, ...]] = {}
        self._now: dict[str, str] = {}
        self._orphans: set[str] = set()
        self._reader: Reader | None = None
        self._watch = Watch(self.folder)
        self._reading = threading.Lock()
        self._settled = self._is_loaded = False
        self._by = by
        self._follow = follow
        self._throwaway = throwaway

    @property
    def store(self) -> Path:
        """The journal that new decisions go to."""
        return self._places.store

    @cached_property
    def index(self) -> Index:
        """What is known of the folder, as it was left by whoever looked at it last."""
        if self._throwaway:
            return Index(None)
        return Index.of(self.folder, follow=self._follow)

    # Reading -----------------------------------------------------------------------------

    @property
    def is_known(self) -> bool:
        """Whether the folder was read before, so that the index answers at once."""
        return self.index.is_complete

    @property
    def must_read(self) -> bool:
        """Whether the index was found damaged meanwhile, and the folder is to be read again."""
        return self.index.was_lost

    def _new_reader(self) -> Reader:
        self.index.was_lost = False
        return Reader(self.folder, self.index.path, follow=self._follow)

    def batches(self) -> Iterator[Batch]:
        """Yield how far the reading is; what it found is in the index by then."""
        with self._reading:
            self._reader = self._reader or self._new_reader()
            while (reader := self._reader) is not None:
                for batch in reader.batches():
                    if batch.index_error:
                        self.index.move_to_memory(batch.index_error)
                        self._reader = self._new_reader()
                        break
                    batch.news = self.index.put(batch.found) if batch.found else batch.news
                    yield batch
                else:
                    self._reader = None

    def stop_reading(self) -> None:
        """End the reading, finished or not, and the watching."""
        self._watch.stop()
        if self._reader:
            self._reader.stop()

    def read_again(self, paths: Iterable[str]) -> int:
        """Read what stands at some paths now, files or folders; tells how much of it is news.

        Paths are relative to the notes folder. What is not there any more is forgotten.
        """
        asked = set(paths)
        files = find_at(self.folder, asked, follow=self._follow)
        there = {file.path for file in files}
        gone = [known for path in asked for known in self.index.below(path) if known not in there]
        news = self._put([], gone) + len(gone) if gone else 0
        return news + sum(self._put(found) for found in read_all(files, self.folder))

    def watch(self) -> Iterator[int]:
        """Yield, as other programs change the notes, how many of them are news.

        What they say is in the index by then; call `refresh` once it is taken in.
        """
        for paths in self._watch.changes():
            if paths is None:
                news = sum(batch.news for batch in self.batches())
            else:
                news = self.read_again(paths)
            if news:
                yield news

    def _put(self, found: list[Found], gone: Sequence[str] = ()) -> int:
        try:
            if gone:
                self.index.remove(gone)
            return self.index.put(found)
        except IndexFullError as error:
            if not self.index.was_lost:
                self.index.move_to_memory(str(error))
                self.index.was_lost = True
            return 0

    def settle(self) -> None:
        """Once everything is read: find the tasks of decisions whose ids are gone."""
        self._settled = True
        self._match_lost()

    def load(self) -> None:
        """Read the journal, and whatever has changed in the folder, here and now.

        Raises:
            FolderError: the folder cannot be listed.
            JournalError: the journal cannot be read.
        """
        self.accept(self.look())
        try:
            self._update()
        except OSError as error:
            raise FolderError(f"{self.folder}: cannot be listed ({error.strerror})") from error
        self._is_loaded = True
        self.settle()

    def _update(self) -> None:
        """Bring the index up to date; one that cannot be written is given up for one that can."""
        for _ in range(3):
            try:
                for _ in update(self.folder, self.index, follow=self._follow):
                    pass
            except IndexFullError as error:
                if not self.index.was_lost:
                    self.index.move_to_memory(str(error))
            if not self.index.was_lost:
                return
            self.index.was_lost = False

    def session(self, path: str) -> Session | LeftOut:
        """Read one note anew, whole."""
        return read_file(self._file(path))

    def renew(self, session: Session | LeftOut) -> bool:
        """Take in a note that was read anew; tells whether it was not what was known of it."""
        row = self.index.row(session.path)
        known = row is None if isinstance(session, LeftOut) else row_of(session) == row
        if known:
            return False
        file = self._file(session.path)
        self._put([read_found(file, self.folder)])
        self.refresh()
        return True

    def refresh(self) -> None:
        """After notes were read anew: find the tasks of decisions whose ids are gone now."""
        if self._settled:
            self._match_lost()

    def stored_lines(self, path: str) -> list[StoredLine]:
        """Read a note line by line, as stored and as healed; empty if it cannot be read."""
        both = read_both(self._file(path))
        if isinstance(both, LeftOut):
            return []
        text, session = both
        codecs = {mend.line: mend.codec for mend in session.healed}
        uncertain = set(session.uncertain)
        pairs = zip(text.split("\n"), session.text.split("\n"), strict=True)
        return [
            StoredLine(number, stored, healed, codecs.get(number, ""), number in uncertain)
            for number, (stored, healed) in enumerate(pairs, 1)
        ]

    def location(self, path: str) -> str:
        """What the operating system calls a note, as an absolute path."""
        return self._file(path).real

    # Asking ------------------------------------------------------------------------------

    def select(self, query: Query, sort: Sort = SORTS[0]) -> Listing:
        """Return the paths of the sessions that a filter picks, in order."""
        return self._surely(lambda: self.index.select(query, sort))

    def rows(self, query: Query) -> list[Row]:
        """Return the sessions that a filter picks, newest first."""
        return self._surely(lambda: list(self.index.rows(query)))

    def select_tasks(self, query: Query, sort: Sort = SORTS[0]) -> list[tuple[Row, Task]]:
        """Return the tasks that a filter asks for, of the sessions that it picks, in order."""
        found = self._surely(lambda: self.index.select_tasks(query, sort))
        return [(row, row.tasks[place]) for row, places in found for place in places]

    def facets(self, kind: FacetKind, query: Query) -> list[Facet]:
        """Return how the sessions that a filter picks divide."""
        return self.index.facets(kind, query)

    def progress(self, query: Query) -> Progress:
        """Return how far the tasks are that a filter asks for, and when they were closed."""
        counts = self._surely(lambda: self.index.count_progress(query))
        return progress_of(counts, lambda task: day_of(self._history.closed_on(self._names(task))))

    def next_open(self, listing: Listing, start: int, by: int) -> int | None:
        """Return the next place in a list, after `start` (`by` 1) or before it, with open tasks."""
        return self.index.next_open(listing, start, by)

    def _surely(self, ask: Callable[[], T]) -> T:
        """Ask again if the index turned out to be damaged, and is not read anew elsewhere."""
        answer = ask()
        if self._is_loaded and self.index.was_lost:
            self._update()
            answer = ask()
        return answer

    def status(self, task: Task) -> Status:
        """The status of a task: what was decided, else what its note says."""
        return self._state.status(self._names(task.id), task.mark)

    def decided(self, task: Task) -> Decision | None:
        """The decision that gave a task its status."""
        return self._state.last(self._names(task.id), "status")

    def holds(self, task: Task) -> Setting:
        """What holds for a task: its status, the day it is due, who is to do it, what was noted."""
        decided = self._state.holds(self._names(task.id))
        mark = Setting(status=task.mark, due="", to="", note="")
        return decided.only(mark.fields).over(mark)

    def statuses(self, row: Row) -> list[Status]:
        """The status of each task of a session."""
        return [self.status(task) for task in row.tasks]

    def reviewed(self, row: Row) -> bool:
        """Whether a session was signed off."""
        return bool(self._state.value(self._names(row.id), "reviewed", default=False))

    def open_count(self, row: Row) -> int:
        """How many tasks of a session are open."""
        return sum(status in OPEN for status in self.statuses(row))

    def totals(self) -> Totals:
        """Sums over all sessions."""
        return self.index.totals()

    def orphans(self) -> int:
        """How many tasks and sessions that were decided on are in no note any more."""
        return len(self._orphans)

    def list_orphans(self) -> list[Orphan]:
        """The tasks and sessions that were decided on and are in no note, newest decision first."""
        found = [
            Orphan(subject, last, self._state.holds([subject]))
            for subject in self._orphans
            if (last := self._state.latest(subject))
        ]
        return sorted(found, key=lambda orphan: orphan.last.order, reverse=True)

    def stands_on(self, subject: str) -> str:
        """The id that a task or session has now which was decided on under another."""
        return self._now.get(subject, subject)

    def is_orphan(self, subject: str) -> bool:
        """Whether a task or a session, by its id, was decided on and is in no note any more."""
        return subject in self._orphans

    def history(self) -> list[Past]:
        """Every decision of every reviewer, newest first."""
        return self._history.all(self.stands_on)

    def find_task(self, prefix: str) -> list[tuple[Row, Task]]:
        """Return the tasks, with their sessions, whose id is `prefix` or begins with it."""
        found = []
        for subject in self.index.tasks_from(prefix):
            row = self.index.row(self.index.paths_of(subject)[0])
            found += [(row, task) for task in row.tasks if task.id == subject] if row else []
        return found

    def notices(self) -> list[str]:
        """What a reviewer should know about the journal and the index, a sentence each."""
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
        said = (self.index.notice, self._watch.notice)
        return found + [notice for notice in said if notice]

    # Deciding ----------------------------------------------------------------------------

    @property
    def by(self) -> str:
        """Who decides."""
        self._by = self._by or _reviewer(self.folder)
        return self._by

    def draft(self, chosen: Iterable[tuple[Row, Task]], setting: Setting) -> Draft:
        """Return the decisions that set something of tasks, as one step.

        What holds already is not set again, and a task for which all of it holds stays out.
        """
        step = _new_id()
        decisions = []
        for row, task in chosen:
            was = self.holds(task)
            news = [f for f in was.fields if getattr(setting, f) not in (None, getattr(was, f))]
            if not news:
                continue
            peers = [identity.print_of(peer.text) for peer in row.tasks if peer.id != task.id]
            about = self._about(row, step, setting.only(news))
            decisions.append(
                replace(
                    about,
                    task=task.id,
                    text=task.text,
                    n=task.n,
                    peers=tuple(peers),
                    was=was.only(news),
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
        self._lay(changed)
        if self._settled and self.index.missing(changed):
            self._match_lost()
        return self.index.where({self.stands_on(subject) for subject in changed})

    def decide(self, draft: Draft) -> None:
        """Save a draft, if there is anything in it, and take it in.

        Raises:
            JournalError: it could not be saved.
        """
        if draft.decisions:
            self.accept(self.save(draft))

    # Inside ------------------------------------------------------------------------------

    def _file(self, path: str) -> NoteFile:
        known = self.index.real(path)
        real = os.fsdecode(known) if known else usual_name(self.folder, path)
        return NoteFile(path, real, refusal(self.folder, real, follow=self._follow))

    def _lay(self, subjects: Iterable[str]) -> None:
        """Let the index know what holds for tasks and sessions, under the ids they have now."""
        self.index.decide(
            Decided(
                subject,
                self._state.value(self._names(subject), "status", default=None),
                self._state.value(self._names(subject), "reviewed", default=None),
                tuple(
                    last.by
                    for field in FIELDS_OF_DECISIONS
                    if (last := self._state.last(self._names(subject), field))
                ),
            )
            for subject in {self.stands_on(subject) for subject in subjects}
        )

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
            fields = self._not_overruled(decision)
            kept += fields != decision.set.fields
            if not fields:
                continue
            new, old = decision.set.only(fields), decision.was.over(UNDECIDED).only(fields)
            again = replace(decision, id=_new_id(), step=new_step, by=self.by, undoes="", redoes="")
            if undo:
                again = replace(again, set=old, was=new, undoes=step.id)
            else:
                again = replace(again, set=new, was=old, redoes=step.id)
            decisions.append(again)
        return Draft(tuple(decisions), kept)

    def _not_overruled(self, decision: Decision) -> tuple[Field, ...]:
        """The fields that a decision set and on which nobody else decided since."""
        names = self._names(self.stands_on(decision.subject))
        return tuple(
            field
            for field in decision.set.fields
            if not self._history.overruled(decision, field, names)
        )

    def _names(self, subject: str) -> tuple[str, ...]:
        """The id of a task or session, and those under which it was decided on before."""
        return (subject, *self._aliases.get(subject, ()))

    def _match_lost(self) -> None:
        lost = self.index.missing(self._state.subjects())
        latest = list(filter(None, map(self._state.latest, lost)))
        found = Matcher(self._places_of(latest)).match(latest) if latest else {}
        aliases: dict[str, tuple[str, ...]] = {}
        for old, new in found.items():
            aliases[new] = (*aliases.get(new, ()), old)
        touched = {
            subject
            for subject in aliases.keys() | self._aliases.keys()
            if aliases.get(subject) != self._aliases.get(subject)
        }
        self._aliases, self._now = aliases, found
        self._orphans = set(lost) - found.keys()
        self._lay(touched)

    def _places_of(self, decisions: Iterable[Decision]) -> Iterator[Place]:
        """The notes that may be those decided on: all that share a clue with one of them."""
        paths = {
            path
            for one in decisions
            for path in self.index.alike(
                session=one.session, content=one.content, date=one.date, path=one.note
            )
        }
        for row in filter(None, map(self.index.row, sorted(paths))):
            yield Place(row.id, row.path, row.date, row.title, row.content, row.tasks)


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
