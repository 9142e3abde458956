"""What was decided, laid over the sessions of an index.

It belongs to one connection, and is never written to the file: workbenches that share an index
may keep their decisions in different journals.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from tui.library.index.sql import TASK

# What was decided, as far as it concerns sessions that are there; each connection has its own.
# `decided` is what was decided, `held` what holds for tasks that were decided on, by the number of
# the task (see `tui.library.index.sql`), `state` what that makes of sessions, and how many more of
# their tasks it closes, and drops. Names are kept as words, each before a line break.
LAID = {
    "decided": """(
    subject TEXT PRIMARY KEY, status TEXT, reviewed INTEGER, by TEXT NOT NULL,
    due TEXT NOT NULL, assignee TEXT NOT NULL, words TEXT NOT NULL, note INTEGER NOT NULL,
    signed TEXT NOT NULL
) WITHOUT ROWID""",
    "held": """(
    task INTEGER PRIMARY KEY, session INTEGER NOT NULL, status TEXT NOT NULL, due TEXT NOT NULL,
    assignee TEXT NOT NULL, words TEXT NOT NULL, note INTEGER NOT NULL
)""",
    "state": """(
    id INTEGER PRIMARY KEY, pending INTEGER NOT NULL, doing INTEGER NOT NULL,
    blocked INTEGER NOT NULL, done INTEGER NOT NULL, dropped INTEGER NOT NULL,
    due INTEGER NOT NULL, assigned INTEGER NOT NULL, noted INTEGER NOT NULL,
    reviewed INTEGER NOT NULL, changed INTEGER NOT NULL, by TEXT NOT NULL,
    more_closed INTEGER NOT NULL, more_dropped INTEGER NOT NULL
)""",
}
"""The columns of the tables that are laid over the sessions, by name."""

# All other tasks are alike but for their marks: `unusual` are those of which more is known than
# that they are pending. `alike_counts` tells how many tasks have a word.
_BESIDE = """
CREATE TEMP TABLE touched (id INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE temp.alike_counts USING fts5vocab (main, alike, row);
CREATE TEMP VIEW unusual AS
SELECT task, status, due, words, note FROM held
UNION ALL SELECT t.session << 20 | t.place, t.mark, '', '', 0
FROM session s CROSS JOIN task t ON t.session = s.id
WHERE s.pending < s.tasks AND t.mark <> 'pending'
AND (t.session << 20 | t.place) NOT IN (SELECT task FROM held)
"""
_HELD = f"""
INSERT OR REPLACE INTO held
SELECT {TASK}, t.session, coalesce(d.status, t.mark), d.due, d.assignee, d.words, d.note
FROM touched CROSS JOIN task t ON t.session = touched.id
CROSS JOIN decided d ON d.subject = t.subject
"""
_STATE = """
INSERT OR REPLACE INTO state
SELECT s.id,
    total(coalesce(d.status, t.mark) IS 'pending'), total(coalesce(d.status, t.mark) IS 'doing'),
    total(coalesce(d.status, t.mark) IS 'blocked'), total(coalesce(d.status, t.mark) IS 'done'),
    total(coalesce(d.status, t.mark) IS 'dropped'),
    total(d.due <> ''), total(d.words <> ''), total(d.note),
    coalesce(r.reviewed, 0),
    CASE WHEN r.reviewed THEN changed_since(r.signed, s.content, s.said) ELSE 0 END,
    coalesce(group_concat(d.by, ''), '') || coalesce(r.by, ''),
    total(coalesce(d.status, t.mark) IN ('done', 'dropped')) - total(t.mark IN ('done', 'dropped')),
    total(coalesce(d.status, t.mark) IS 'dropped') - total(t.mark IS 'dropped')
FROM touched CROSS JOIN named s ON s.id = touched.id
LEFT JOIN task t ON t.session = s.id
LEFT JOIN decided d ON d.subject = t.subject
LEFT JOIN decided r ON r.subject = s.subject
GROUP BY s.id
"""
_TOUCHED = """
INSERT OR IGNORE INTO touched
SELECT session FROM decided CROSS JOIN task USING (subject) {where}
UNION SELECT id FROM decided CROSS JOIN named USING (subject) {where}
"""
_NEW = """
INSERT OR IGNORE INTO touched
SELECT session FROM task WHERE session > ?1 AND subject IN (SELECT subject FROM decided)
UNION SELECT id FROM named WHERE id > ?1 AND subject IN (SELECT subject FROM decided)
"""
LAST = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'file'"
"""Asks for the highest number that a file ever had."""


_FEW = 5_000  # of more, all that was ever decided is looked through at once


class Decided(NamedTuple):
    """What holds for a task or a session by decision.

    None is "nothing was decided", and "" is "none": no day by which it is due, nobody who is to
    do it, no note. `by` names all who decided. `signed` is what a session said when it was signed
    off (see `changed_since`), "" if that is not known.
    """

    subject: str
    status: str | None
    reviewed: bool | None
    by: tuple[str, ...]
    due: str = ""
    to: str = ""
    note: str = ""
    signed: str = ""


class Overlay:
    """Keeps what was decided beside the sessions, on one connection.

    Decisions may be taken in another thread than the rest is done in.
    """

    def __init__(self, connection: sqlite3.Connection, decided: Iterable[Decided] = ()) -> None:
        self._connection = connection
        self._waiting: dict[str, Decided] = {}
        self._swapping = threading.Lock()
        self._is_void = False
        self._is_borrowed = False
        self._last: int | None = None  # the highest number of a file when it was laid, if it was
        connection.create_function("changed_since", 3, _changed_since, deterministic=True)
        for table, columns in LAID.items():
            connection.execute(f"CREATE TEMP TABLE {table} {columns}")
        for statement in _BESIDE.split(";\n"):
            connection.execute(statement)
        self.take(decided)

    def take(self, decided: Iterable[Decided]) -> None:
        """Remember what was decided; it is laid over the sessions when they are next asked for."""
        found = {one.subject: one for one in decided}
        with self._swapping:
            self._waiting.update(found)

    @property
    def is_behind(self) -> bool:
        """Whether something was taken that is not laid over the sessions yet."""
        return bool(self._waiting) or self._is_void

    def forget(self) -> None:
        """Have nothing laid over the sessions any more; as with what is taken, it is done later."""
        with self._swapping:
            self._waiting = {}
            self._is_void = True

    def borrow(self, last: int) -> None:
        """Answer from the tables of the attached `laid`, until something is to be laid.

        To make tables of its own of them takes a while, which a first frame has not. Nothing was
        laid before.

        Args:
            last: the highest number that a file had when they were laid.
        """
        for table in LAID:  # else these would be found first
            self._connection.execute(f"DROP TABLE temp.{table}")
        self._is_borrowed, self._last = True, last

    def own(self) -> None:
        """Have tables of its own, to write into, if they are borrowed."""
        if not self._is_borrowed:
            return
        self._connection.execute("BEGIN")
        with self._connection:
            for table, columns in LAID.items():
                self._connection.execute(f"CREATE TEMP TABLE {table} {columns}")
                self._connection.execute(f"INSERT INTO temp.{table} SELECT * FROM laid.{table}")
        self._is_borrowed = False

    def lay(self) -> None:
        """Bring the state of the sessions that were decided on up to date."""
        if self._is_void:
            self.lay_news()
            return
        with self._taken() as waiting:
            self._touch(waiting)
            self._bring_up_to_date()

    def lay_news(self) -> None:
        """Bring the state of all sessions up to date, when others have come and gone.

        One that was read anew has got a number that is higher than all before.
        """
        with self._taken() as waiting:
            (last,) = self._connection.execute(LAST).fetchone()
            self._touch(waiting)
            if self._last is not None:
                for table, column in (("held", "session"), ("state", "id")):
                    self._connection.execute(
                        f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM session)"
                    )
                self._connection.execute(_NEW, (self._last,))
            self._bring_up_to_date()
            self._last = last

    @contextlib.contextmanager
    def _taken(self) -> Iterator[list[str]]:
        """Put down what was taken, and say on what; it is taken again if that comes to nothing."""
        self.own()
        with self._swapping:
            waiting, self._waiting = self._waiting, {}
            is_void, self._is_void = self._is_void, False
        try:
            if is_void:
                self._last = None
                for table in LAID:
                    self._connection.execute(f"DELETE FROM {table}")
            self._connection.executemany(
                "INSERT OR REPLACE INTO decided VALUES (?,?,?,?,?,?,?,?,?)",
                _rows_of(waiting.values()),
            )
            yield list(waiting)
        except BaseException:
            with self._swapping:
                self._waiting = {**waiting, **self._waiting}
                self._is_void = self._is_void or is_void
            raise

    def _touch(self, waiting: list[str]) -> None:
        """Note the sessions that these decisions are on."""
        self._connection.execute("DELETE FROM touched")
        if len(waiting) > _FEW:
            self._connection.execute(_TOUCHED.format(where=""))
        else:
            one_by_one = _TOUCHED.format(where="WHERE subject = ?")
            self._connection.executemany(one_by_one, ((id_, id_) for id_ in waiting))

    def _bring_up_to_date(self) -> None:
        self._connection.execute(_HELD)
        self._connection.execute(_STATE)


def _rows_of(decided: Collection[Decided]) -> Iterator[tuple[str | int | None, ...]]:
    if not decided:
        return
    from tui.library.words import words_of

    for one in decided:
        by = "".join(f"{words_of(name)}\n" for name in one.by)
        words = f"{words_of(one.to)}\n" if one.to else ""
        yield (
            one.subject, one.status, one.reviewed, by, one.due, one.to, words, bool(one.note),
            one.signed,
        )  # fmt: skip


def _changed_since(signed: str, content: str, now: str) -> bool:
    from tui.notes.saying import changed_since  # only what is signed off is ever compared

    return changed_since(signed, content, now)
