"""An index that is open: what it is asked, and what is put into it."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import weakref
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.library.filter.tree import Query
from tui.library.index.asked import IN_JSON, chunks, json_of
from tui.library.index.asking import Asking
from tui.library.index.cards import Cards
from tui.library.index.listing import Listing
from tui.library.index.schema import (
    NoIndexError,
    connect,
    index_path,
    is_broken,
    laid_path,
    make_tables,
    open_file,
    remove_file,
)
from tui.library.index.sorts import SORTS, TASK_SORTS
from tui.library.index.sql import FROM_SESSIONS, TASK, on_sessions, on_tasks

if TYPE_CHECKING:  # what only some lists need is imported when they are asked for
    from tui.library.found import Found
    from tui.library.index.decided import Decided
    from tui.library.index.facets import Facet, FacetKind, NameKind
    from tui.library.index.keys import Grouping, TaskKey
    from tui.library.index.laid import Laid, LaidOf, Standing
    from tui.library.index.sorts import Sort, TaskSort
    from tui.library.index.tasks import TaskListing
    from tui.library.index.writing import Writer
    from tui.library.progress import Counts
    from tui.library.row import Row

_KEPT_OF_CARDS, _KEPT_BESIDE = 2000, 2000  # kilobytes of the file, beside 4,000 to list by
_WORDS_AT_ONCE = 500
_FIRST_STEP, _LAST_STEP = 64, 8192
_IS_OPEN = "coalesce(o.pending, s.pending) + coalesce(o.doing, s.doing)" \
    " + coalesce(o.blocked, s.blocked) > 0"  # fmt: skip
_DROPPED = "tasks dropped in notes"
_IS_UNREVIEWED = "NOT coalesce(o.reviewed, 0)"


class Totals(NamedTuple):
    """How much there is, and how much of it is closed (done or dropped), and how much dropped."""

    sessions: int
    tasks: int
    closed: int
    dropped: int


def _always() -> bool:
    return True


class IndexFullError(Exception):
    """The index could not be written to; says why in a few words."""


class Index:
    """The index of a notes folder, in a file, or in memory where there can be none.

    Asking for lists may be done in one other thread than the rest. `cards` looks up single sessions
    and files. `notice` says in a sentence why it is in memory, if so. `was_lost` tells that the
    file turned out to be damaged and that an empty one stands in its place: the folder is to be
    read again.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open the index in a file, or one in memory.

        Raises:
            NoIndexError: the file can be neither used nor made.
        """
        self.path = path
        self.notice = ""
        self.was_lost = False
        self._writes = 0
        self._opened = 0
        self._decided: dict[str, Decided] = {}
        self._deciding = threading.Lock()
        self._opening = threading.Lock()
        self._laid: Laid | None = None
        self._all_decided: Callable[[], Iterable[Decided]] | None = None
        self._decisions = 0
        self._lists = Asking(_weakly(self.give_up))
        self._beside: Asking | None = None
        self._open()

    @classmethod
    def of(cls, folder: Path, *, follow: bool = False) -> Index:
        """Open the index of a notes folder, in the user's cache folder if that can be written."""
        path = index_path(folder, follow=follow)
        try:
            return cls(path)
        except NoIndexError as error:
            index = cls(None)
            index.notice = _in_memory(path, str(error))
            return index

    def _open(self) -> None:
        """Open the database."""
        if self.path is None:
            lists = cards = connect(None)
            make_tables(lists)
        else:
            lists, cards = open_file(self.path), connect(self.path, _KEPT_OF_CARDS)
        self._close_with_this(cards, lists)
        self._written: Writer | None = None
        self.cards = Cards(cards, _weakly(self.start_over))
        self._totals: Totals | None = None
        decided = self._everything_decided()
        with self._deciding:
            self._opened += 1
            self._lists.move_to(lists, self._opened, decided, is_shared=lists is cards)

    @property
    def _writer(self) -> Writer:
        """What puts in and takes out; most starts have nothing for it to do."""
        from tui.library.index.writing import Writer

        if self._written is None:
            self._written = Writer(self.cards.connection)
        return self._written

    def _close_with_this(self, *connections: sqlite3.Connection) -> None:
        """Close them when nobody has this index any more; by themselves they wait for garbage."""
        for connection in connections:
            weakref.finalize(self, connection.close).atexit = False  # ending is to be quick

    def _aside(self) -> Asking:
        """A asking for what may take long, beside the one that a key may wait for.

        It is opened when it is first needed; an index in memory has only the other one.
        """
        if self.path is None:
            return self._lists
        with self._opening:
            if self._beside is None or self._beside.opened != self._opened:
                asking = Asking(_weakly(self.give_up))
                try:
                    connection = _there(self.path)
                    self._close_with_this(connection)
                    asking.move_to(connection, self._opened)
                except sqlite3.DatabaseError:  # the file was taken away: what is open still answers
                    return self._lists
                if self._laid is None or not asking.recall(self._laid, self._writes):
                    self._everything_decided()
                with self._deciding:
                    asking.overlay.take(self._decided.values())
                    self._beside = asking
            return self._beside

    def close(self) -> None:
        """Let go of the file."""
        self.cards.connection.close()
        self._lists.close()
        with self._deciding:
            beside, self._beside = self._beside, None
        if beside is not None:
            beside.close()

    # Putting in --------------------------------------------------------------------------

    def put(self, found: Iterable[Found], *, words_later: bool = False) -> int:
        """Add what was read, all or nothing; returns how much of it is news.

        Args:
            found: what was read.
            words_later: leave it to `put_words` that sessions are found by their words, which
                takes half of the time.

        Raises:
            IndexFullError: it could not be written.
        """
        one_of_each = {one.path: one for one in found}
        with self._writing():
            return self._writer.put(one_of_each.values(), words_later=words_later)

    def put_words(self) -> int:
        """Let some of those that wait for it be found by their words; returns how many.

        Raises:
            IndexFullError: it could not be written.
        """
        with self._writing():
            return self._writer.put_words(_WORDS_AT_ONCE)

    def remove(self, paths: Sequence[str]) -> None:
        """Forget what stood at paths.

        Raises:
            IndexFullError: it could not be written.
        """
        with self._writing():
            self._writer.remove(paths)

    def expect_many(self) -> None:
        """Prepare to write a great deal: more memory, and the log is put in its place later."""
        self.cards.connection.execute("PRAGMA cache_size = -128000")
        self.cards.connection.execute("PRAGMA wal_autocheckpoint = 10000")

    def complete(self) -> None:
        """Remember that the whole folder was read, and the orders in which it is listed first."""
        from tui.library.index.gathering import in_order, name_of

        with self._lists.turn():
            self._catch_up()
            sessions, tasks = self._lists.order(SORTS[0]), in_order(self._lists, TASK_SORTS[0])
            dropped = self._dropped_in_notes()
        with self._writing():
            self._writer.complete(SORTS[0].name, sessions)
            self._writer.complete(name_of(TASK_SORTS[0]), tasks)
            self._writer.complete(_DROPPED, dropped)

    @property
    def is_complete(self) -> bool:
        """Whether the whole folder was read once, so that it can be answered from."""
        return self.cards.is_complete

    def decide(self, decided: Iterable[Decided]) -> None:
        """Take in what was decided; nothing of it is written to the file."""
        found = {one.subject: one for one in decided}
        with self._deciding:
            self._decided.update(found)
            self._decisions += 1
            for asking in filter(None, (self._lists, self._beside)):
                asking.overlay.take(found.values())
        self._totals = None

    # What was decided, from one start to the next ----------------------------------------

    def laid(self) -> Laid | None:
        """What was decided as it was laid over an index here the last time; None if it is gone."""
        from tui.library.index.laid import Laid

        if self.path is None:
            return None
        try:
            return Laid(laid_path(self.path))
        except sqlite3.Error:
            return None

    def recall(self, laid: Laid, decided: Callable[[], Iterable[Decided]]) -> bool:
        """Lay what was decided over the sessions again; tells whether it is of this index.

        Args:
            laid: what was decided.
            decided: returns all of it, where that is needed.
        """
        with self._lists.turn():
            if not self._lists.recall(laid, self._writes):
                return False
        self._laid, self._all_decided = laid, decided
        return True

    def own(self) -> None:
        """Make ready to lay more over the sessions than was recalled; may be done in a thread."""
        self._lists.own()

    def lay_nothing(self) -> None:
        """Forget all that was decided."""
        with self._deciding:
            self._laid = self._all_decided = None
            self._decided.clear()
            self._decisions += 1
            for asking in filter(None, (self._lists, self._beside)):
                asking.overlay.forget()
        self._totals = None

    @property
    def state(self) -> int:
        """A number that is another as soon as anything is put in, by whatever program."""
        return self.cards.state

    @property
    def decisions(self) -> int:
        """How often something was decided."""
        return self._decisions

    def write_down(self, of: LaidOf, standing: Iterable[Standing], decisions: int) -> None:
        """Write down what was laid over the sessions; may be done in another thread.

        Args:
            of: what was.
            standing: the decisions that hold.
            decisions: how often something was decided by then; nothing is kept if it is more now.
        """
        from tui.library.index.laid import write_laid

        @contextlib.contextmanager
        def laid_over() -> Iterator[sqlite3.Connection]:
            with self._lists.turn():
                self._catch_up()
                self._lists.own()
                yield self._lists.connection

        def is_current() -> bool:
            return self._decisions == decisions and self._lists.has_caught_up(self._writes)

        if self.path is not None:
            path = laid_path(self.path)
            with contextlib.suppress(sqlite3.Error, OSError):  # it is worked out anew, then
                write_laid(path, of, standing, laid_over, is_current)

    def _everything_decided(self) -> list[Decided]:
        """All that was decided; what only is laid over the sessions is asked for now."""
        source = self._all_decided
        found = {one.subject: one for one in source()} if source is not None else {}
        with self._deciding:
            if self._all_decided is source:
                self._laid = self._all_decided = None
                self._decided = {**found, **self._decided}
            return list(self._decided.values())

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        with self._lists.turn():
            try:
                yield
            except sqlite3.DatabaseError as error:
                if is_broken(error):
                    self._start_over()
                elif not isinstance(error, sqlite3.OperationalError):
                    raise
                raise IndexFullError(str(error)) from error
            finally:
                self._writes += 1
                self.cards.writes = self._writes

    def move_to_memory(self, why: str) -> None:
        """Give up the file, which cannot be written; the folder is to be read again."""
        with self._lists.turn():
            if self.path is not None:
                self.notice = _in_memory(self.path, why)
            self._let_go()
            self.path = None
            self._open()

    def look_again(self) -> None:
        """Open the file that lies there now: another program may have put one in its place."""
        with self._lists.turn():
            self._open_again()

    def _start_over(self) -> None:
        self.was_lost = True
        self._open_again(removing=True)

    def _open_again(self, *, removing: bool = False) -> None:
        self._let_go()
        try:
            if self.path is not None and removing:
                remove_file(self.path)
            self._open()
        except (NoIndexError, OSError) as error:
            self.notice = _in_memory(self.path or Path(), str(error))
            self.path = None
            self._open()

    def _let_go(self) -> None:
        """Close the database where nobody is asking; elsewhere it is closed with this index."""
        self._lists.connection.close()

    def start_over(self) -> None:
        """Put an empty index in the place of a damaged one."""
        with self._lists.turn():
            self._start_over()

    def give_up(self, asking: Asking) -> None:
        """Start over, unless that was done since a asking was opened."""
        with self._lists.turn():
            if asking.opened == self._opened:
                self._start_over()

    # Asking for lists --------------------------------------------------------------------

    def select(
        self, query: Query, sort: Sort = SORTS[0], wanted: Callable[[], bool] | None = None
    ) -> Listing:
        """Return the sessions that a filter picks, in order.

        Args:
            query: the filter.
            sort: the order.
            wanted: asked where it takes long and others ask: whether it is still wanted.

        Raises:
            Superseded: it is not wanted any more.
        """
        asking = self._lists

        def ask() -> array[int]:
            order = asking.order(sort)
            return order if query.root is None else asking.picks.pick(query, order)

        order = asking.answer(ask, self._catch_up, wanted or _always)
        return Listing(order, self._rows_of, self._number_of)

    def select_tasks(self, query: Query, sort: Sort = SORTS[0]) -> list[tuple[Row, list[int]]]:
        """Return the sessions that a filter picks, and which of their tasks it asks for."""
        sessions, tasks = on_sessions(query), on_tasks(query)
        places: dict[int, list[int]] = {}
        with self._lists.turn():
            self._catch_up()
            order = self._lists.order(sort)
            asked = self._lists.ask(
                f"SELECT s.id, t.place {FROM_SESSIONS} JOIN task t ON t.session = s.id"
                f" LEFT JOIN held d ON d.task = {TASK}"
                f" WHERE ({sessions.sql}) AND ({tasks.sql}) ORDER BY t.session, t.place",
                (*sessions.values, *tasks.values),
            )
        for id_, place in asked:
            places.setdefault(id_, []).append(place)
        found = []
        for some in chunks([id_ for id_ in order if id_ in places], 500):
            rows = self.cards.fetch(some)
            found += [(rows[id_], places[id_]) for id_ in some if id_ in rows]
        return found

    def list_tasks(
        self,
        query: Query,
        sort: TaskSort = TASK_SORTS[0],
        grouping: Grouping = "none",
        today: date | None = None,
        wanted: Callable[[], bool] | None = None,
    ) -> TaskListing:
        """Return the tasks that a filter asks for, of the sessions that it picks, as a list.

        Args:
            query: the filter.
            sort: the order; in a group, too.
            grouping: what the tasks of a group have in common.
            today: the day from which ages count, if it is not today.
            wanted: asked where it takes long and others ask: whether it is still wanted.

        Raises:
            Superseded: it is not wanted any more.
        """
        from tui.library.index.gathering import gather
        from tui.library.index.tasks import TaskListing

        asking, day = self._aside(), today or date.today()
        found = asking.answer(
            lambda: gather(asking, query, sort, grouping, day, self._rows_of),
            lambda: asking.catch_up(self._writes),
            wanted or _always,
        )
        return TaskListing(*found, fetch=self._rows_of, number=self._number_of)

    def similar(self, task: TaskKey, wanted: Callable[[], bool] | None = None) -> list[int]:
        """Return the number of a task, and those of all that say nearly the same.

        Nothing is returned for a task that is gone. May be run in a thread, as `list_tasks`.

        Raises:
            Superseded: it is not `wanted` any more.
        """
        from tui.library.index.alike import find_similar

        asking = self._aside()
        return find_similar(asking, task, lambda: asking.catch_up(self._writes), wanted or _always)

    def facets(self, kind: FacetKind, query: Query) -> list[Facet]:
        """Return how the sessions that a filter picks divide; the largest first, or the newest."""
        from tui.library.index.facets import count_facets

        condition = on_sessions(query)
        return self._count(lambda asking: count_facets(asking, kind, condition))

    def count_choices(self, choices: Mapping[str, Query]) -> list[Facet]:
        """Count the sessions that each of some filters picks."""
        from tui.library.index.facets import count_choices

        conditions = {name: on_sessions(query) for name, query in choices.items()}
        return self._count(lambda asking: count_choices(asking, conditions))

    def count_names(self, kind: NameKind) -> list[Facet]:
        """Count the sessions of all who decided on them, or who are to do one of their tasks."""
        from tui.library.index.facets import count_names

        decided = self._everything_decided()
        names = [name for one in decided for name in (one.by if kind == "by" else (one.to,))]
        return self._count(lambda asking: count_names(asking, kind, names))

    def _count(self, count: Callable[[Asking], list[Facet]]) -> list[Facet]:
        asking = self._aside()
        return asking.answer(lambda: count(asking), lambda: asking.catch_up(self._writes), _always)

    def count_progress(self, query: Query) -> Counts:
        """Count the tasks that a filter asks for, by what the Progress view shows."""
        from tui.library.index.progress import count_progress

        asking = self._aside()
        return asking.answer(
            lambda: count_progress(asking.ask, query),
            lambda: asking.catch_up(self._writes),
            _always,
        )

    def next_open(self, listing: Listing, start: int, by: int) -> int | None:
        """Return the next place in a list, after `start` or before it, with open tasks."""
        return self._next(listing.ids, start, by, _IS_OPEN)

    def next_unreviewed(self, sessions: Sequence[int], start: int, by: int) -> int | None:
        """Return the next place among sessions, by number, of one that is not signed off."""
        return self._next(sessions, start, by, _IS_UNREVIEWED)

    def _next(self, sessions: Sequence[int], start: int, by: int, condition: str) -> int | None:
        at, step = start + by, _FIRST_STEP
        while 0 <= at < len(sessions):
            end = min(at + step, len(sessions)) if by > 0 else max(at - step, -1)
            ids = sessions[at:end] if by > 0 else sessions[end + 1 : at + 1][::-1]
            with self._lists.turn():
                self._catch_up()
                found = {
                    row[0]
                    for row in self._lists.ask(
                        f"SELECT s.id {FROM_SESSIONS} WHERE s.id IN {IN_JSON} AND {condition}",
                        (json_of(ids),),
                    )
                }
            for offset, id_ in enumerate(ids):
                if id_ in found:
                    return at + by * offset
            at, step = end, min(2 * step, _LAST_STEP)
        return None

    def totals(self) -> Totals:
        """Sums over all sessions."""
        with self._lists.turn():
            self._catch_up()
            if self._totals is None:
                sums = self._lists.ask("SELECT sessions, tasks, closed FROM total")
                sessions, tasks, closed = sums[0] if sums else (0, 0, 0)
                asked = "SELECT total(more_closed), total(more_dropped) FROM state"
                more, more_dropped = map(int, self._lists.ask(asked)[0])
                dropped = sum(self._dropped_in_notes()) + more_dropped if closed + more else 0
                self._totals = Totals(sessions, tasks, closed + more, dropped)
            return self._totals

    def _dropped_in_notes(self) -> array[int]:
        """How many tasks their notes call dropped, as one number; kept as orders are.

        To look at all sessions takes longer than a first frame has.
        """
        kept, asked = self._lists.orders, "SELECT CAST(sum(dropped) AS TEXT) FROM session"
        if _DROPPED not in kept:
            kept[_DROPPED] = self._lists.listed(_DROPPED) or array("q", self._lists.numbers(asked))
        return kept[_DROPPED]

    def rows(self, query: Query | None = None) -> Iterator[Row]:
        """Yield all rows, or those that a filter picks, newest first."""
        for some in chunks(self.select(query or Query()).ids, 500):
            rows = self.cards.fetch(some)
            yield from (rows[id_] for id_ in some if id_ in rows)

    # A list outlives the file it was asked from, if that turns out to be damaged.
    def _rows_of(self, ids: Sequence[int]) -> dict[int, Row]:
        return self.cards.rows_by_number(ids)

    def _number_of(self, path: str) -> int | None:
        return self.cards.number(path)

    def __len__(self) -> int:
        return self.cards.count()

    def __contains__(self, subject: str) -> bool:
        return not self.cards.missing([subject])

    def _catch_up(self) -> None:
        """Notice what others have put in, and lay what was decided over it."""
        if self._lists.catch_up(self._writes):
            self._totals = None


def _weakly(method: Callable[..., None]) -> Callable[..., None]:
    """Return what calls a method as long as the object is there, and does not keep it alive."""
    known = weakref.WeakMethod(method)

    def call(*arguments: object) -> None:
        method = known()
        if method is not None:
            method(*arguments)

    return call


def _there(path: Path) -> sqlite3.Connection:
    """Connect to an index that was made before."""
    connection = connect(path, _KEPT_BESIDE)
    connection.execute("SELECT 1 FROM made")
    return connection


def _in_memory(path: Path, why: str) -> str:
    return (
        f"the index is kept in memory, and the folder is read anew at every start: "
        f"{path.parent} cannot be written ({why})"
    )
