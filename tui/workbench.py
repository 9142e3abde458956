"""The one door to the rooms below: open a folder, query it, decide, undo.

Reading notes and writing the journal may be done in another thread (`batches`, `read_again`,
`session`, `to_sign`, `signed_lines`, `stored_lines`, `save`, `look`), and so may asking (`select`,
`rows`, `select_tasks`, `list_tasks`, `list_similar`, `facets`, `history`, `holds`, `decided`,
`location`); everything else is quick and belongs to one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.decisions.journal import JournalError as JournalError
from tui.decisions.ledger import Ledger
from tui.decisions.places import places_of
from tui.late import opened_late
from tui.library.folder import Folder
from tui.library.index.listing import Listing as Listing
from tui.library.index.sorts import SORTS as SORTS, TASK_SORTS as TASK_SORTS
from tui.meeting import Meeting
from tui.notes import OPEN as OPEN

if TYPE_CHECKING:  # told to type checkers; `_ROOMS` says where each is when it is asked for
    from tui.decisions import (
        OF_TASKS as OF_TASKS,
        TYPED as TYPED,
        Decision as Decision,
        Draft as Draft,
        Entry as Entry,
        Field as Field,
        Kept as Kept,
        Orphan as Orphan,
        Past as Past,
        RefusedError as RefusedError,
        Setting as Setting,
        Signed as Signed,
        local as local,
        read_due as read_due,
        setting_of as setting_of,
        setting_told as setting_told,
    )
    from tui.drafting import Drafts
    from tui.library import (
        FACETS as FACETS,
        FIELDS as FIELDS,
        GROUPINGS as GROUPINGS,
        Batch as Batch,
        Facet as Facet,
        FacetKind as FacetKind,
        FilterError as FilterError,
        FilterField as FilterField,
        FolderError as FolderError,
        Group as Group,
        Grouping as Grouping,
        Groups as Groups,
        Index,
        LeftOut as LeftOut,
        NameKind as NameKind,
        Query as Query,
        Renewed as Renewed,
        Row as Row,
        Sort as Sort,
        StoredLine as StoredLine,
        Superseded as Superseded,
        TaskKey as TaskKey,
        TaskListing as TaskListing,
        TaskSort as TaskSort,
        Totals as Totals,
        exactly as exactly,
        highlights as highlights,
        parse_filter as parse_filter,
    )
    from tui.library.filter.tokens import tokens_of as tokens_of
    from tui.library.filter.tree import Where as Where
    from tui.library.pairing import LinePair
    from tui.library.progress import Progress
    from tui.library.words import words_of as words_of
    from tui.notes import (
        Section as Section,
        Session as Session,
        Status as Status,
        Task as Task,
        items_of as items_of,
        section_items as section_items,
    )
else:
    _ROOMS = {
        "tui.decisions": (
            "OF_TASKS TYPED Decision Draft Entry Field Kept Orphan Past RefusedError Setting "
            "Signed local read_due setting_of setting_told"
        ),
        "tui.library": (
            "FACETS FIELDS GROUPINGS Batch Facet FacetKind FilterError FilterField FolderError "
            "Group Grouping Groups LeftOut NameKind Query Renewed Row Sort StoredLine "
            "Superseded TaskKey TaskListing TaskSort Totals exactly highlights parse_filter"
        ),
        "tui.library.filter.tokens": "tokens_of",
        "tui.library.filter.tree": "Where",
        "tui.library.words": "words_of",
        "tui.notes": "Section Session Status Task items_of section_items",
    }
    __getattr__ = opened_late(__name__, _ROOMS)


class SignOff(Struct, frozen=True):
    """Who signed a session off, and when (UTC, ISO 8601).

    `is_changed` tells that the session says something else since: not that it was healed, nor that
    its head or its YAML block is another.
    """

    by: str
    at: str
    is_changed: bool


class ReadOnlyError(JournalError):
    """A decision was refused, as the workbench was opened to be read only."""


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
        read_only: bool = False,
    ) -> None:
        """Open a folder; nothing is read or written yet.

        Args:
            folder: where the notes are.
            store: the journal, where it is not in its usual place.
            by: who decides; else git's `user.name`, else the login name.
            follow: whether symbolic links to folders, and out of this one, are followed.
            throwaway: whether the folder is soon gone, and its index not worth a file.
            read_only: whether nothing is to be decided here.

        Raises:
            FolderError: there is no such folder.
        """
        self.read_only = read_only
        self._notes = Folder(folder, follow=follow, throwaway=throwaway)
        self._ledger = Ledger(places_of(self.folder, store))
        self._meeting = Meeting(self._notes, self._ledger)
        self._by = by

    @property
    def folder(self) -> Path:
        """Where the notes are."""
        return self._notes.path

    @property
    def store(self) -> Path:
        """The journal that new decisions go to."""
        return self._ledger.store

    @property
    def index(self) -> Index:
        """What is known of the folder, as it was left by whoever looked at it last."""
        return self._notes.index

    def notices(self) -> list[str]:
        """What a reviewer should know about folder, journal and index, a sentence each."""
        gone = [self._notes.gone] if self._notes.gone else []
        own = ["opened read-only; nothing is decided here"] if self.read_only else []
        return gone + own + self._ledger.notices() + self._notes.notices()

    def kept(self) -> list[tuple[Path, Kept]]:
        """The lines of the journals that could not be read and stay as they are."""
        return self._ledger.kept()

    # Reading -----------------------------------------------------------------------------

    @property
    def is_known(self) -> bool:
        """Whether the folder was read before, so that the index answers at once."""
        return self._notes.is_known

    @property
    def opens_at_once(self) -> bool:
        """Whether what is known of the folder, and was decided, is there before a first frame."""
        return self._meeting.opens_at_once

    def begin_recalling(self) -> None:
        """Begin, in a thread, what `recall` takes longest for: there is no screen yet."""
        self._meeting.begin_recalling()

    @property
    def is_recalled(self) -> bool:
        """Whether what holds is answered before the journal was read (see `Meeting.recall`)."""
        return self._meeting.is_recalled

    def recall(self) -> bool:
        """Answer what holds before the journal is read, if that can be done (see `Meeting`)."""
        return self._meeting.recall()

    def to_write_down(self) -> Callable[[], None] | None:
        """Return what writes down for the next start what holds; to be run in any thread."""
        return self._meeting.to_write_down()

    @property
    def must_read(self) -> bool:
        """Whether the index was found damaged meanwhile, and the folder is to be read again."""
        return self._notes.must_read

    def load(self) -> None:
        """Read the journal, and whatever has changed in the folder, here and now.

        Raises:
            FolderError: the folder cannot be listed.
            JournalError: the journal cannot be read.
        """
        self.accept(self.look())
        self._notes.load()
        self.settle()

    def begin_reading(self) -> None:
        """Begin to read a folder that was never read, before there is a screen."""
        self._notes.begin_reading(prints=not self._meeting.ledger.is_blank)

    def batches(self) -> Iterator[Batch]:
        """Yield how far the reading is; what it found is in the index by then."""
        return self._notes.batches()

    def stop_reading(self) -> None:
        """End the reading, finished or not, and the watching."""
        self._notes.stop_reading()

    def settle(self) -> None:
        """Once everything is read: find the tasks of decisions whose ids are gone."""
        self._meeting.settle()

    def watch(self) -> Iterator[int]:
        """Yield, as other programs change the notes, how many of them are news.

        What they say is in the index by then; call `refresh` once it is taken in.
        """
        return self._notes.watch()

    def read_again(self, paths: Iterable[str]) -> int:
        """Read what stands at some paths now, files or folders; tells how much of it is news.

        Paths are relative to the notes folder. What is not there any more is forgotten.
        """
        return self._notes.read_again(paths)

    @property
    def is_behind(self) -> bool:
        """Whether notes were read anew since `refresh`: another workbench may be the first to."""
        return self._meeting.is_behind

    def refresh(self) -> None:
        """After notes were read anew: find the tasks of decisions whose ids are gone now."""
        self._meeting.refresh()

    def session(self, path: str) -> Session | LeftOut:
        """Read one note anew, whole."""
        return self._notes.session(path)

    def renew(self, path: str) -> Renewed:
        """Read one note anew, whole; may be run in a thread.

        What is news is in the index by then; call `refresh` once it is taken in.
        """
        return self._notes.renew(path)

    def stored_lines(self, path: str) -> list[StoredLine]:
        """Read a note line by line, as stored and as healed; empty if it cannot be read."""
        return self._notes.stored_lines(path)

    def location(self, path: str) -> str:
        """What the operating system calls a note, as an absolute path."""
        return self._notes.location(path)

    # Asking ------------------------------------------------------------------------------

    def select(
        self, query: Query, sort: Sort = SORTS[0], wanted: Callable[[], bool] | None = None
    ) -> Listing:
        """Return the paths of the sessions that a filter picks, in order.

        Raises:
            Superseded: it took long, others asked meanwhile, and it is not `wanted` any more.
        """
        return self._notes.surely(lambda: self.index.select(query, sort, wanted))

    def rows(self, query: Query) -> list[Row]:
        """Return the sessions that a filter picks, newest first."""
        return self._notes.surely(lambda: list(self.index.rows(query)))

    def select_tasks(self, query: Query, sort: Sort = SORTS[0]) -> list[tuple[Row, Task]]:
        """Return the tasks that a filter asks for, of the sessions that it picks, in order."""
        found = self._notes.surely(lambda: self.index.select_tasks(query, sort))
        return [(row, row.tasks[place]) for row, places in found for place in places]

    def list_tasks(
        self,
        query: Query,
        sort: TaskSort = TASK_SORTS[0],
        grouping: Grouping = "none",
        wanted: Callable[[], bool] | None = None,
    ) -> TaskListing:
        """Return the tasks that a filter asks for, as `select_tasks` does, to be looked up later.

        Raises:
            Superseded: it took long, others asked meanwhile, and it is not `wanted` any more.
        """
        return self._notes.surely(
            lambda: self.index.list_tasks(query, sort, grouping, wanted=wanted)
        )

    def recount(self, listing: TaskListing, paths: Iterable[str]) -> set[int]:
        """Let a list of tasks know what is closed now in the sessions at some paths.

        Returns:
            The entries of the list that changed; its order is as it was.
        """
        from tui.library.index.keys import number_of

        closed = {}
        for path in paths:
            row, session = self.index.cards.row(path), self.index.cards.number(path)
            if row is not None and session is not None:
                for place, task in enumerate(row.tasks):
                    closed[number_of(session, place)] = self.status(task) not in OPEN
        return listing.mark(closed)

    def list_similar(
        self,
        task: TaskKey,
        listing: TaskListing,
        label: str = "",
        wanted: Callable[[], bool] | None = None,
    ) -> TaskListing:
        """Return a task and those that say nearly the same, of the ones in a list, as one group.

        Raises:
            Superseded: it is not `wanted` any more.
        """
        return listing.part(self._notes.surely(lambda: self.index.similar(task, wanted)), label)

    def facets(self, kind: FacetKind, query: Query) -> list[Facet]:
        """Return how the sessions that a filter picks divide."""
        return self.index.facets(kind, query)

    def progress(self, query: Query) -> Progress:
        """Return how far the tasks are that a filter asks for, and when they were closed."""
        from tui.library.progress import day_of, progress_of

        counts = self._notes.surely(lambda: self.index.count_progress(query))
        ledger = self._meeting.whole_ledger
        return progress_of(counts, lambda task: day_of(ledger.closed_on(task)))

    def count_choices(self) -> dict[str, Facet]:
        """Count the sessions for each choice that a field of the filter has, as `is:open`."""
        from tui.library.filter import FIELDS, parse_filter

        choices = {
            f"{field.name}:{choice}": parse_filter(f"{field.name}:{choice}")
            for field in FIELDS.values()
            for choice in field.choices
        }
        return {facet.text: facet for facet in self.index.count_choices(choices)}

    def count_names(self, kind: NameKind) -> list[Facet]:
        """Count the sessions of all who decided on them, or who are to do one of their tasks."""
        return self.index.count_names(kind)

    def next_open(self, listing: Listing, start: int, by: int) -> int | None:
        """Return the next place in a list, after `start` (`by` 1) or before it, with open tasks."""
        return self.index.next_open(listing, start, by)

    def next_unreviewed(self, listing: Listing | TaskListing, start: int, by: int) -> int | None:
        """Return the next place in a list, as `next_open` does, of a session not signed off."""
        sessions = listing.ids if isinstance(listing, Listing) else listing.sessions()
        return self.index.next_unreviewed(sessions, start, by)

    def totals(self) -> Totals:
        """Sums over all sessions."""
        return self.index.totals()

    def find_task(self, prefix: str) -> list[tuple[Row, Task]]:
        """Return the tasks, with their sessions, whose id is `prefix` or begins with it."""
        found = []
        for subject in self.index.cards.tasks_from(prefix):
            row = self.index.cards.row(self.index.cards.paths_of(subject)[0])
            found += [(row, task) for task in row.tasks if task.id == subject] if row else []
        return found

    # What holds --------------------------------------------------------------------------

    def status(self, task: Task) -> Status:
        """The status of a task: what was decided, else what its note says."""
        return self._ledger.status(task.id, task.mark)

    def decided(self, task: Task) -> Decision | None:
        """The decision that gave a task its status."""
        return self._ledger.last(task.id, "status")

    def holds(self, task: Task) -> Setting:
        """What holds for a task: its status, the day it is due, who is to do it, what was noted."""
        return self._ledger.holds_for(task)

    def assignees(self) -> list[str]:
        """Who is to do something; who is to do most comes first."""
        return self._meeting.whole_ledger.assignees()

    def statuses(self, row: Row) -> list[Status]:
        """The status of each task of a session."""
        return [self.status(task) for task in row.tasks]

    def reviewed(self, row: Row) -> bool:
        """Whether a session was signed off."""
        return bool(self._ledger.holds(row.id).reviewed)

    def sign_off(self, row: Row) -> SignOff | None:
        """Who signed a session off, when, and whether it says something else since."""
        last = self._ledger.last(row.id, "reviewed")
        if last is None or not last.set.reviewed:
            return None
        from tui.notes.saying import changed_since

        signed = self._meeting.signed(row.id)
        return SignOff(last.by, last.at, changed_since(signed, row.content, row.said))

    def signed_lines(self, row: Row) -> list[LinePair] | None:
        """Return a session as it was signed off, and as it is, line by line.

        The note is read, so this may be done in another thread.

        Returns:
            None if it is not signed off, or what was signed off was not kept; empty if the note
            cannot be read.
        """
        from tui.decisions.packing import unpack
        from tui.library.pairing import pair_lines
        from tui.library.row import LeftOut

        last = self._meeting.whole_ledger.last(row.id, "reviewed")
        signed = last.signed if last and last.set.reviewed else None
        text = unpack(signed.text) if signed else None
        if text is None:
            return None
        session = self.session(row.path)
        return [] if isinstance(session, LeftOut) else pair_lines(text, session.text)

    def open_count(self, row: Row) -> int:
        """How many tasks of a session are open."""
        return sum(status in OPEN for status in self.statuses(row))

    def orphans(self) -> int:
        """How many tasks and sessions that were decided on are in no note, and not archived."""
        return self._ledger.count_orphans()

    def list_orphans(self) -> list[Orphan]:
        """The tasks and sessions that were decided on and are in no note, newest decision first.

        Those that are archived are among them.
        """
        return self._meeting.whole_ledger.orphans()

    def is_orphan(self, subject: str) -> bool:
        """Whether a task or a session, by its id, was decided on and is in no note any more."""
        return self._ledger.is_orphan(subject)

    def stands_on(self, subject: str) -> str:
        """The id that a task or session has now which was decided on under another."""
        return self._ledger.stands_on(subject)

    def count_decisions(self) -> int:
        """How many decisions there are."""
        return self._meeting.whole_ledger.count()

    def history(self, query: Query | None = None) -> list[Past]:
        """Every decision of every reviewer, or those that a filter picks, newest first.

        Args:
            query: as `parse_decision_filter` reads it.
        """
        from tui.told import Told, picks

        past = self._meeting.whole_ledger.history()
        if query is None or query.root is None:
            return past
        return [one for one in past if picks(query, Told(one, self.is_orphan))]

    # Deciding ----------------------------------------------------------------------------

    def warm_up(self) -> None:
        """Do what the first list of tasks, filter or decision would wait for; in any thread.

        Tasks are put in order, which is kept; git is asked who decides. What reads a filter, and
        drafts and locks, is imported, which would fail where no more files can be opened.
        """
        import filelock  # noqa: F401

        import tui.drafting  # noqa: F401
        from tui.library import Query, parse_filter

        parse_filter("")
        self.list_tasks(Query())
        if not self.read_only:
            _ = self.by

    @property
    def by(self) -> str:
        """Who decides."""
        from tui.decisions.reviewer import reviewer_of

        self._by = self._by or reviewer_of(self.folder)
        return self._by

    @property
    def drafts(self) -> Drafts:
        """What puts that which a reviewer wants into decisions; `save` makes them.

        Raises:
            JournalError: the journal cannot be read (see `recall`).
        """
        from tui.drafting import Drafts

        self._meeting.read_whole()
        return Drafts(self._ledger, lambda: self.by, self.session)

    def save(self, draft: Draft) -> list[Decision]:
        """Write a draft to the journal; it is on disk when this returns.

        Returns:
            All decisions that are new since the journal was last looked at, for `accept`.

        Raises:
            JournalError: it could not be saved.
            ReadOnlyError: nothing is to be decided here.
        """
        if self.read_only:
            raise ReadOnlyError(f"{self.folder} was opened read-only; nothing is decided here")
        return self._ledger.save(draft)

    def move_store(self) -> Path:
        """Keep decisions in the user's data folder from now on (see `Ledger.move`).

        Returns:
            The journal that takes them now.

        Raises:
            RefusedError: they have no other place, or nothing is decided here.
            JournalError: the journal cannot be read.
        """
        from tui.decisions.ledger import RefusedError

        if self.read_only:
            raise RefusedError(f"{self.folder} was opened read-only")
        self._meeting.read_whole()
        return self._ledger.move()

    def look(self) -> list[Decision]:
        """Return the decisions that are new in the journal, for `accept`.

        Raises:
            JournalError: the journal cannot be read.
        """
        return self._meeting.look()

    def accept(self, decisions: list[Decision]) -> set[str]:
        """Take in decisions that are on disk; returns the paths of the sessions they touch.

        Raises:
            JournalError: the journal cannot be read (see `recall`).
        """
        return self._meeting.accept(decisions)

    def decide(self, draft: Draft) -> None:
        """Save a draft, if there is anything in it, and take it in.

        Raises:
            JournalError: it could not be saved.
        """
        if draft.decisions:
            self.accept(self.save(draft))
