"""An index that is open: what it is asked, and what is put into it."""

import contextlib
import sqlite3
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from tui.library.filter import Query
from tui.library.index.decided import Decided, Overlay
from tui.library.index.facets import Facet, FacetKind, facet_sql
from tui.library.index.listing import Listing
from tui.library.index.schema import (
    NoIndexError,
    connect,
    index_path,
    is_broken,
    make_tables,
    open_file,
    remove_file,
)
from tui.library.index.sorts import SORTS, Sort
from tui.library.index.sql import Condition, on_sessions, on_tasks
from tui.library.index.writing import Writer, chunks, marks
from tui.library.row import Found, LeftOut, Row

_decoder = msgspec.msgpack.Decoder(Row)
_numbers = msgspec.json.Decoder(set[int])
_KEPT_ROWS = 1000
_FIRST_STEP, _LAST_STEP = 64, 8192
_KEPT = "SELECT ids FROM listed JOIN total USING (writes) WHERE sort = ?"
_FROM = "FROM session s LEFT JOIN state o ON o.id = s.id"
_IS_OPEN = "coalesce(o.pending, s.pending) + coalesce(o.doing, s.doing)" \
    " + coalesce(o.blocked, s.blocked) > 0"  # fmt: skip


# A file written to in the moment it was read may have been written to once more in that moment.
# FAT counts time in steps of two seconds.
_COARSEST_CLOCK = 2_000_000_000
_SIZE_COUNTS = 1_000_000_007
_STAMPS = (
    f"SELECT path, CASE WHEN size < 0 OR read_at - modified < {_COARSEST_CLOCK} THEN -1"
    f" ELSE modified + size * {_SIZE_COUNTS} END FROM file"
)


def stamp_in_one(size: int, modified: int) -> int:
    """Return the size and time of a file as one number, since many of them are compared.

    Another file has the same only if it is so many bytes longer as it is seconds older, to the
    nanosecond.
    """
    return modified + size * _SIZE_COUNTS


class Totals(NamedTuple):
    """How much there is, and how much of it is closed (done or dropped)."""

    sessions: int
    tasks: int
    closed: int


class IndexFullError(Exception):
    """The index could not be written to; says why in a few words."""


class Index:
    """The index of a notes folder, in a file, or in memory where there can be none.

    Asking for lists may be done in one other thread than the rest. `notice` says in a sentence
    why it is in memory, if so. `was_lost` tells that the file turned out to be damaged and that
    an empty one stands in its place: the folder is to be read again.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open the index in a file, or one in memory.

        Raises:
            NoIndexError: the file can be neither used nor made.
        """
        self.path = path
        self.notice = ""
        self.was_lost = False
        self._guard = threading.RLock()
        self._by_id: dict[int, Row] = {}
        self._by_path: dict[str, Row] = {}
        self._numbers: dict[str, int] = {}
        self._orders: dict[str, array[int]] = {}
        self._writes = 0
        self._decided: dict[str, Decided] = {}
        self._open()

    @classmethod
    def of(cls, folder: Path, *, follow: bool = False) -> "Index":
        """Open the index of a notes folder, in the user's cache folder if that can be written."""
        path = index_path(folder, follow=follow)
        try:
            return cls(path)
        except NoIndexError as error:
            index = cls(None)
            index.notice = _in_memory(path, str(error))
            return index

    def _open(self) -> None:
        if self.path is None:
            self._lists = self._cards = connect(None)
            make_tables(self._lists)
        else:
            self._lists = open_file(self.path)
            self._cards = connect(self.path)
        self._overlay = Overlay(self._lists)
        self._overlay.take(self._decided.values())
        self._writer = Writer(self._cards)
        self._seen: tuple[int, int] = (-1, -1)
        self._cards_seen: tuple[int, int] = (-1, -1)
        self._totals: Totals | None = None

    def close(self) -> None:
        """Let go of the file."""
        self._cards.close()
        self._lists.close()

    # Putting in --------------------------------------------------------------------------

    def put(self, found: Iterable[Found]) -> int:
        """Add what was read, all or nothing; returns how much of it is news.

        Raises:
            IndexFullError: it could not be written.
        """
        one_of_each = {one.path: one for one in found}
        with self._writing():
            return self._writer.put(one_of_each.values())

    def remove(self, paths: Sequence[str]) -> None:
        """Forget what stood at paths.

        Raises:
            IndexFullError: it could not be written.
        """
        with self._writing():
            self._writer.remove(paths)

    def expect_many(self) -> None:
        """Prepare to write a great deal: more memory, and the log is put in its place later."""
        self._cards.execute("PRAGMA cache_size = -128000")
        self._cards.execute("PRAGMA wal_autocheckpoint = 20000")

    def complete(self) -> None:
        """Remember that the whole folder was read, and the order in which it is listed first."""
        self._catch_up()
        with self._writing():
            self._writer.complete(SORTS[0].name, self._order(SORTS[0]))

    @property
    def is_complete(self) -> bool:
        """Whether the whole folder was read once, so that it can be answered from."""
        return bool(self._ask(self._cards, "SELECT 1 FROM made WHERE name = 'complete'"))

    def decide(self, decided: Iterable[Decided]) -> None:
        """Take in what was decided; nothing of it is written to the file."""
        found = {one.subject: one for one in decided}
        self._decided.update(found)
        with self._guard:
            self._overlay.take(found.values())
            self._totals = None

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        with self._guard:
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

    def move_to_memory(self, why: str) -> None:
        """Give up the file, which cannot be written; the folder is to be read again."""
        with self._guard:
            if self.path is not None:
                self.notice = _in_memory(self.path, why)
            self.close()
            self.path = None
            self._open()

    def _start_over(self) -> None:
        """Put an empty index in the place of a damaged one."""
        self.was_lost = True
        self.close()
        try:
            if self.path is not None:
                remove_file(self.path)
            self._open()
        except (NoIndexError, OSError) as error:
            self.notice = _in_memory(self.path or Path(), str(error))
            self.path = None
            self._open()

    # Asking for lists --------------------------------------------------------------------

    def select(self, query: Query, sort: Sort = SORTS[0]) -> Listing:
        """Return the sessions that a filter picks, in order."""
        with self._guard:
            self._catch_up()
            order = self._order(sort)
            condition = on_sessions(query)
            if query.root is not None:
                picked = self._picked(condition)
                order = array("q", filter(picked.__contains__, order))
        return Listing(order, self.rows_by_number, self.number)

    def select_tasks(self, query: Query, sort: Sort = SORTS[0]) -> list[tuple[Row, list[int]]]:
        """Return the sessions that a filter picks, and which of their tasks it asks for."""
        sessions, tasks = on_sessions(query), on_tasks(query)
        places: dict[int, list[int]] = {}
        with self._guard:
            self._catch_up()
            order = self._order(sort)
            asked = self._ask(
                self._lists,
                f"SELECT s.id, t.place {_FROM} JOIN task t ON t.session = s.id"
                " LEFT JOIN decided d ON d.subject = t.subject"
                f" WHERE ({sessions.sql}) AND ({tasks.sql}) ORDER BY t.session, t.place",
                (*sessions.values, *tasks.values),
            )
        for id_, place in asked:
            places.setdefault(id_, []).append(place)
        found = []
        for some in chunks([id_ for id_ in order if id_ in places], 500):
            rows = self._fetch(some)
            found += [(rows[id_], places[id_]) for id_ in some if id_ in rows]
        return found

    def facets(self, kind: FacetKind, query: Query) -> list[Facet]:
        """Return how the sessions that a filter picks divide; the largest first, or the newest."""
        condition = on_sessions(query)
        with self._guard:
            self._catch_up()
            rows = self._ask(self._lists, facet_sql(kind, condition.sql), condition.values)
        return [Facet(text, int(sessions), int(open_)) for text, sessions, open_, *_ in rows]

    def next_open(self, listing: Listing, start: int, by: int) -> int | None:
        """Return the next place in a list, after `start` or before it, with open tasks."""
        at, step = start + by, _FIRST_STEP
        while 0 <= at < len(listing):
            end = min(at + step, len(listing)) if by > 0 else max(at - step, -1)
            ids = listing.ids[at:end] if by > 0 else listing.ids[end + 1 : at + 1][::-1]
            with self._guard:
                self._catch_up()
                found = {
                    row[0]
                    for row in self._ask(
                        self._lists,
                        f"SELECT s.id {_FROM} WHERE s.id IN ({marks(ids)}) AND {_IS_OPEN}",
                        ids,
                    )
                }
            for offset, id_ in enumerate(ids):
                if id_ in found:
                    return at + by * offset
            at, step = end, min(2 * step, _LAST_STEP)
        return None

    def totals(self) -> Totals:
        """Sums over all sessions."""
        with self._guard:
            self._catch_up()
            if self._totals is None:
                sums = self._ask(self._lists, "SELECT sessions, tasks, closed FROM total")
                sessions, tasks, closed = sums[0] if sums else (0, 0, 0)
                decided = self._ask(
                    self._lists,
                    "SELECT total(o.done + o.dropped - s.done - s.dropped)"
                    " FROM state o JOIN session s ON s.id = o.id",
                )
                self._totals = Totals(sessions, tasks, closed + int(decided[0][0]))
            return self._totals

    def _picked(self, condition: Condition) -> set[int]:
        """The sessions that meet a condition.

        They come as one text: a row of its own for each takes Python three times as long.
        """
        sql = f"SELECT group_concat(s.id) {_FROM} WHERE {condition.sql}"
        if condition.words:
            sql = "SELECT group_concat(rowid) FROM begins WHERE begins MATCH ?"
        asked = self._ask(self._lists, sql, condition.values)
        return _numbers.decode(f"[{(asked and asked[0][0]) or ''}]")

    def _order(self, sort: Sort) -> "array[int]":
        """All sessions in an order, kept until it changes."""
        order = self._orders.get(sort.name)
        if order is None:
            order = array("q")
            kept = self._ask(self._lists, _KEPT, (sort.name,))
            if kept:
                order.frombytes(kept[0][0])
            else:
                order.extend(chain.from_iterable(self._stream(self._lists, sort.sql)))
            self._orders[sort.name] = order
        return order

    def _catch_up(self) -> None:
        """Notice what others have put in, and lay what was decided over it."""
        now = self._version(self._lists)
        if now != self._seen:
            self._seen = now
            self._orders.clear()
            self._totals = None
            if self._decided:
                self._mending(self._overlay.lay_anew)
        elif self._overlay.is_behind:
            self._mending(self._overlay.lay)
            self._totals = None
            for sort in SORTS:
                if sort.decided:
                    self._orders.pop(sort.name, None)

    def _mending(self, ask: Callable[[], None]) -> None:
        """Do something that a damaged database cannot answer; such a one is made anew."""
        try:
            ask()
        except sqlite3.DatabaseError as error:
            if not is_broken(error):
                raise
            self._start_over()

    def _version(self, connection: sqlite3.Connection) -> tuple[int, int]:
        asked = self._ask(connection, "PRAGMA data_version")
        return (asked[0][0] if asked else -1), self._writes

    # Asking for sessions -----------------------------------------------------------------

    def row(self, path: str) -> Row | None:
        """The row at a path."""
        self._forget_old_rows()
        if path not in self._by_path:
            number = self.number(path)
            if number is not None:
                self.rows_by_number([number])
        return self._by_path.get(path)

    def number(self, path: str) -> int | None:
        """The number of the session at a path."""
        found = self._ask(
            self._cards,
            "SELECT id FROM file WHERE path = ? AND reason = ''",
            (path.encode("utf-8", "replace").decode(),),
        )
        return found[0][0] if found else None

    def rows_by_number(self, ids: Sequence[int]) -> dict[int, Row]:
        """Return the rows that are there, of those with these numbers; those in view are kept."""
        self._forget_old_rows()
        missing = [id_ for id_ in ids if id_ not in self._by_id]
        if missing:
            if len(self._by_id) > _KEPT_ROWS:
                self._by_id.clear()
                self._by_path.clear()
                missing = list(ids)
            found = self._fetch(missing)
            self._by_id.update(found)
            self._by_path.update((row.path, row) for row in found.values())
        return {id_: self._by_id[id_] for id_ in ids if id_ in self._by_id}

    def rows(self, query: Query | None = None) -> Iterator[Row]:
        """Yield all rows, or those that a filter picks, newest first."""
        for some in chunks(self.select(query or Query()).ids, 500):
            rows = self._fetch(some)
            yield from (rows[id_] for id_ in some if id_ in rows)

    def _fetch(self, ids: Sequence[int]) -> dict[int, Row]:
        return {
            id_: _decoder.decode(row)
            for some in chunks(ids, 500)
            for id_, row in self._ask(
                self._cards, f"SELECT id, row FROM card WHERE id IN ({marks(some)})", some
            )
        }

    def _forget_old_rows(self) -> None:
        now = self._version(self._cards)
        if now != self._cards_seen:
            self._cards_seen = now
            self._by_id.clear()
            self._by_path.clear()

    def __len__(self) -> int:
        asked = self._ask(self._cards, "SELECT sessions FROM total")
        return int(asked[0][0]) if asked else 0

    def __contains__(self, subject: str) -> bool:
        return not self.missing([subject])

    def missing(self, subjects: Iterable[str]) -> list[str]:
        """Return the ids, of tasks or sessions, that stand in no note."""
        asked = list(subjects)
        there = {
            row[0]
            for some in chunks(asked, 400)
            for row in self._ask(
                self._cards,
                f"SELECT subject FROM task WHERE subject IN ({marks(some)})"
                f" UNION SELECT subject FROM named WHERE subject IN ({marks(some)})",
                (*some, *some),
            )
        }
        return [subject for subject in asked if subject not in there]

    def paths_of(self, subject: str) -> tuple[str, ...]:
        """Where the id of a task or a session stands."""
        return tuple(sorted(self.where([subject])))

    def where(self, subjects: Iterable[str]) -> set[str]:
        """Return the paths of all sessions that are, or have a task, of one of these ids."""
        return {
            row[0]
            for some in chunks(list(subjects), 400)
            for row in self._ask(
                self._cards,
                "SELECT path FROM named WHERE id IN"
                f" (SELECT session FROM task WHERE subject IN ({marks(some)}))"
                f" UNION SELECT path FROM named WHERE subject IN ({marks(some)})",
                (*some, *some),
            )
        }

    def tasks_from(self, prefix: str) -> list[str]:
        """Return the ids of tasks that begin with a prefix; of the one that is it, only that."""
        same = self._ask(self._cards, "SELECT 1 FROM task WHERE subject = ?", (prefix,))
        if same:
            return [prefix]
        asked = self._ask(
            self._cards,
            "SELECT DISTINCT subject FROM task WHERE subject >= ? AND subject < ? ORDER BY subject",
            (prefix, prefix + "\U0010ffff"),
        )
        return [subject for (subject,) in asked]

    def alike(self, *, session: str, content: str, date: str, path: str) -> set[str]:
        """Return the paths of sessions that share one of these with something."""
        asked = self._ask(
            self._cards,
            "SELECT path FROM named WHERE subject = ?"
            " UNION SELECT path FROM named WHERE content = ? AND content <> ''"
            " UNION SELECT path FROM named WHERE moment BETWEEN ? AND ?"
            " UNION SELECT path FROM file WHERE path = ? AND reason = ''",
            (session, content, *_moments_of(date), path),
        )
        return {found for (found,) in asked}

    def left_out(self) -> list[LeftOut]:
        """The files that hold no session, those that could not be read first."""
        asked = self._ask(
            self._cards,
            "SELECT path, reason, failed FROM file WHERE reason <> '' ORDER BY failed DESC, path",
        )
        return [LeftOut(path, reason, bool(failed)) for path, reason, failed in asked]

    def below(self, path: str) -> list[str]:
        """The paths of all files at a path and below it."""
        asked = self._ask(
            self._cards,
            "SELECT path FROM file WHERE path = ? OR path >= ? AND path < ?",
            (path, f"{path}/", f"{path}0"),  # 0 comes after /
        )
        return [found for (found,) in asked]

    def real(self, path: str) -> bytes:
        """What the operating system calls a file, b"" if its path says it."""
        asked = self._ask(self._cards, "SELECT real FROM file WHERE path = ?", (path,))
        return bytes(asked[0][0]) if asked else b""

    def stamps(self) -> dict[str, int]:
        """Return what size and time of every file told when it was read, by path (see there).

        Of a file that was written to in the moment it was read they do not tell: -1.
        """
        return dict(self._stream(self._cards, _STAMPS))

    def _ask(
        self, connection: sqlite3.Connection, sql: str, values: Sequence[Any] = ()
    ) -> list[tuple[Any, ...]]:
        return list(self._stream(connection, sql, values))

    def _stream(
        self, connection: sqlite3.Connection, sql: str, values: Sequence[Any] = ()
    ) -> Iterator[tuple[Any, ...]]:
        """Ask the database; from a damaged one no more answers come, and it is made anew."""
        try:
            yield from connection.execute(sql, values)
        except sqlite3.DatabaseError as error:
            if not is_broken(error):
                raise
            with self._guard:
                self._start_over()


def _moments_of(date: str) -> tuple[int, int]:
    digits = date.replace("-", "")
    if not digits.isdecimal():
        return 0, -1  # none
    return int(digits) * 10_000, int(digits) * 10_000 + 9999


def _in_memory(path: Path, why: str) -> str:
    return (
        f"the index is kept in memory, and the folder is read anew at every start: "
        f"{path.parent} cannot be written ({why})"
    )
