"""Putting what was read into an index, and taking out what is gone."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tui.library.found import Found, Texts, packed_texts, read_texts
from tui.library.index.asked import chunks, marks
from tui.library.index.initials import initials_in
from tui.library.index.keys import number_of
from tui.library.row import LeftOut, Row, card_of, read_card
from tui.library.words import words_of
from tui.notes import STATUSES
from tui.notes.saying import prints_of

_UNDATED = -1
_KEYS = {"session": "id", "named": "id", "card": "id", "task": "session", "labelled": "session",
         "waiting": "id", "file": "id"}  # fmt: skip
_AT_ONCE = 500


class Writer:
    """Writes to one database, a transaction a call."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._values: dict[tuple[str, str], int] = {}

    def put(self, found: Iterable[Found], *, words_later: bool = False) -> int:
        """Add what was read, or replace what was known; returns how much of it is news.

        Args:
            found: what was read.
            words_later: leave it to `put_words` that sessions are found by their words.
        """
        with _Transaction(self._connection, self):
            put = list(found)
            known = self._known([one.path for one in put])
            news = [one for one in put if not self._is_same(one, known.get(one.path))]
            if news:
                self._take_out([known[one.path].id for one in news if one.path in known])
                self._insert(news, words_later=words_later)
        return len(news)

    def put_words(self, most: int) -> int:
        """Let some of the sessions that wait for it be found by their words.

        Args:
            most: of how many.

        Returns:
            Of how many it was done; 0 where none waits.
        """
        with _Transaction(self._connection, self):
            ask = self._connection.execute
            waiting = ask(
                "SELECT id, row, texts FROM waiting JOIN card USING (id) ORDER BY id LIMIT ?",
                (most,),
            ).fetchall()
            rows = [(id_, read_card(row), read_texts(texts)) for id_, row, texts in waiting]
            self._insert_words(rows)
            self._add_prints([(id_, row, texts) for id_, row, texts in rows if not row.said])
            last = waiting[-1][0] if waiting else 0
            ask("DELETE FROM waiting WHERE id <= ?", (last,))
        return len(waiting)

    def remove(self, paths: Sequence[str]) -> None:
        """Forget what stood at paths."""
        with _Transaction(self._connection, self):
            self._take_out([file.id for file in self._known(paths).values()])

    def complete(self, sort: str, order: "array[int]") -> None:
        """Remember that the whole folder was read, and an order of all sessions."""
        with _Transaction(self._connection, self):
            self._connection.execute("INSERT OR REPLACE INTO made VALUES ('complete', 'yes')")
            self._connection.execute(
                "INSERT OR REPLACE INTO listed SELECT ?, writes, ? FROM total",
                (sort, order.tobytes()),
            )

    def forget_values(self) -> None:
        """After a transaction that was taken back."""
        self._values.clear()

    def _known(self, paths: Sequence[str]) -> "dict[str, _Known]":
        """What is known of the files at paths, by path."""
        found = (
            row
            for some in chunks(paths, _AT_ONCE)
            for row in self._connection.execute(
                "SELECT path, id, digest, size, modified, read_at FROM file"
                f" WHERE path IN ({marks(some)})",
                some,
            )
        )
        return {path: _Known(*known) for path, *known in found}

    def _is_same(self, found: Found, known: "_Known | None") -> bool:
        """Whether a file says what it said before; then only its stamp is news, if that."""
        if known is None or not found.stamp.digest or known.digest != found.stamp.digest:
            return False
        if known[2:] != found.stamp[:3]:
            self._connection.execute(
                "UPDATE file SET size = ?, modified = ?, read_at = ?, real = ? WHERE id = ?",
                (*found.stamp[:3], found.real, known.id),
            )
        return True

    def _take_out(self, ids: Sequence[int]) -> None:
        if not ids:
            return
        for some in chunks(ids, _AT_ONCE):
            sums = self._connection.execute(
                "SELECT count(*), total(tasks), total(done + dropped) FROM session"
                f" WHERE id IN ({marks(some)})",
                some,
            ).fetchone()
            self._count(*(-int(part) for part in sums))
        for table, column in _KEYS.items():
            self._connection.executemany(
                f"DELETE FROM {table} WHERE {column} = ?", [(id_,) for id_ in ids]
            )

    def _insert(self, news: list[Found], *, words_later: bool) -> None:
        many = self._connection.executemany
        first = self._connection.execute(
            "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'file'"
        ).fetchone()[0]
        numbered = list(enumerate(news, first))
        many("INSERT INTO file VALUES (?,?,?,?,?,?,?,?,?)", map(_file_of, numbered))
        rows = [(id_, one.what, one.texts) for id_, one in numbered if isinstance(one.what, Row)]
        many(
            "INSERT INTO session VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [self._session_of(id_, row) for id_, row, _ in rows],
        )
        many(
            "INSERT INTO named VALUES (?,?,?,?,?,?,?)",
            (
                (id_, row.id, row.content, words_of(row.title), _moment(row), row.path, row.said)
                for id_, row, _ in rows
            ),
        )
        many("INSERT INTO traced VALUES (?,?)", _traces(rows))
        many("INSERT INTO card VALUES (?,?)", ((id_, card_of(row)) for id_, row, _ in rows))
        many(
            "INSERT INTO task VALUES (?,?,?,?)",
            (
                (id_, place, task.id, task.mark)
                for id_, row, _ in rows
                for place, task in enumerate(row.tasks)
            ),
        )
        many("INSERT OR IGNORE INTO labelled VALUES (?,?)", self._labels_of(rows))
        if words_later:
            many(
                "INSERT INTO waiting VALUES (?,?)",
                ((id_, packed_texts(texts)) for id_, _, texts in rows),
            )
        else:
            self._insert_words(rows)
        tasks = [task for _, row, _ in rows for task in row.tasks]
        closed = sum(task.mark in {"done", "dropped"} for task in tasks)
        self._count(len(rows), len(tasks), closed)

    def _insert_words(self, rows: Sequence[tuple[int, Row, Texts]]) -> None:
        many = self._connection.executemany
        said = [
            (id_, [words_of(text) for text in (texts.title, texts.head, texts.text)])
            for id_, _, texts in rows
        ]
        many("INSERT INTO says (rowid, title, head, text) VALUES (?,?,?,?)",
             ((id_, *words) for id_, words in said))  # fmt: skip
        many(
            "INSERT INTO begins (rowid, words) VALUES (?,?)",
            ((id_, " ".join((*words, initials_in(words[-1])))) for id_, words in said),
        )
        many("INSERT INTO alike (rowid, words) VALUES (?,?)", _likenesses(rows))

    def _add_prints(self, rows: Sequence[tuple[int, Row, Texts]]) -> None:
        """Let sessions that were put in without their prints have them."""
        many = self._connection.executemany
        printed = [
            (id_, row.with_prints(prints_of(texts.parts)), texts) for id_, row, texts in rows
        ]
        many(
            "UPDATE named SET said = ? WHERE id = ?",
            ((row.said, id_) for id_, row, _ in printed),
        )
        many(
            "UPDATE card SET row = ? WHERE id = ?",
            ((card_of(row), id_) for id_, row, _ in printed),
        )
        many("INSERT INTO traced VALUES (?,?)", _traces(printed))

    def _session_of(self, id_: int, row: Row) -> tuple[Any, ...]:
        said = [task.mark for task in row.tasks]
        return (
            id_, row.date, self._value("project", row.project),
            self._value("priority", row.priority), row.publish, row.healed, row.uncertain,
            bool(row.problems), bool(row.labels), len(said), *map(said.count, STATUSES),
        )  # fmt: skip

    def _labels_of(self, rows: Iterable[tuple[int, Row, Any]]) -> Iterator[tuple[int, int]]:
        for id_, row, _ in rows:
            one_of_each = {label.casefold(): label for label in reversed(row.labels)}
            for label in one_of_each.values():
                yield self._value("label", label), id_

    def _value(self, kind: str, text: str) -> int:
        """The number of a project, a priority or a label."""
        number = self._values.get((kind, text))
        if number is None:
            ask = self._connection.execute
            ask(
                "INSERT OR IGNORE INTO value (kind, text, fold, words) VALUES (?,?,?,?)",
                (kind, text, text.casefold(), words_of(text)),
            )
            number = ask("SELECT id FROM value WHERE kind=? AND text=?", (kind, text)).fetchone()[0]
            self._values[kind, text] = number
        return number

    def _count(self, sessions: int, tasks: int, closed: int) -> None:
        self._connection.execute(
            "UPDATE total SET writes = writes + 1,"
            " sessions = sessions + ?, tasks = tasks + ?, closed = closed + ?",
            (sessions, tasks, closed),
        )


class _Known(NamedTuple):
    """A file as it is in the index."""

    id: int
    digest: bytes
    size: int
    modified: int
    read_at: int


class _Transaction:
    """All or nothing."""

    def __init__(self, connection: sqlite3.Connection, writer: Writer) -> None:
        self._connection, self._writer = connection, writer

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            try:
                self._connection.execute("COMMIT")
            except BaseException:
                self._take_back()
                raise
        else:
            self._take_back()

    def _take_back(self) -> None:
        self._writer.forget_values()
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def _likenesses(rows: Iterable[tuple[int, Row, Any]]) -> Iterator[tuple[int, str]]:
    """What similar tasks are found by: the number of each task, and its words."""
    from tui.library.similar import telling_words

    for id_, row, _ in rows:
        for place, task in enumerate(row.tasks):
            yield number_of(id_, place), " ".join(telling_words(task.text))


def _traces(rows: Iterable[tuple[int, Row, Any]]) -> Iterator[tuple[str, int]]:
    """What sessions are found again by; of one that is gone it stays, and leads nowhere."""
    return ((trace, id_) for id_, row, _ in rows for trace in row.traces)


def _file_of(numbered: tuple[int, Found]) -> tuple[Any, ...]:
    id_, found = numbered
    left_out = found.what if isinstance(found.what, LeftOut) else None
    reason, failed = (left_out.reason or "?", left_out.failed) if left_out else ("", False)
    size, modified, read_at, digest = found.stamp
    return id_, found.path, found.real, size, modified, read_at, digest, reason, failed


def _moment(row: Row) -> int:
    """The date and start of a session as a number that sorts, -1 without a date."""
    digits = f"{row.date}{row.start or '00:00'}".replace("-", "").replace(":", "")
    return int(digits) if row.date and digits.isdecimal() else _UNDATED
