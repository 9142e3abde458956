"""What was decided, laid over the sessions of an index.

It belongs to one connection, and is never written to the file: workbenches that share an index
may keep their decisions in different journals.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.library.index.schema import OVERLAY
from tui.library.index.sql import TASK
from tui.library.words import words_of
from tui.notes.saying import changed_since

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
    total(coalesce(d.status, t.mark) IN ('done', 'dropped')) - total(t.mark IN ('done', 'dropped'))
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
        connection.create_function("changed_since", 3, changed_since, deterministic=True)
        for statement in OVERLAY.split(";\n"):
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

    def lay(self) -> None:
        """Bring the state of the sessions that were decided on up to date."""
        if self._is_void:
            self.lay_anew()
            return
        with self._taken() as waiting:
            self._connection.execute("DELETE FROM touched")
            if len(waiting) > _FEW:
                self._connection.execute(_TOUCHED.format(where=""))
            else:
                one_by_one = _TOUCHED.format(where="WHERE subject = ?")
                self._connection.executemany(one_by_one, ((id_, id_) for id_ in waiting))
            self._bring_up_to_date()

    def lay_anew(self) -> None:
        """Bring the state of all sessions up to date, when others have come and gone."""
        with self._taken():
            for table in ("state", "held", "touched"):
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute(_TOUCHED.format(where=""))
            self._bring_up_to_date()

    @contextlib.contextmanager
    def _taken(self) -> Iterator[list[str]]:
        """Put down what was taken, and say on what; it is taken again if that comes to nothing."""
        with self._swapping:
            waiting, self._waiting = self._waiting, {}
            is_void, self._is_void = self._is_void, False
        try:
            if is_void:
                self._connection.execute("DELETE FROM decided")
            self._connection.executemany(
                "INSERT OR REPLACE INTO decided VALUES (?,?,?,?,?,?,?,?,?)",
                map(_row_of, waiting.values()),
            )
            yield list(waiting)
        except BaseException:
            with self._swapping:
                self._waiting = {**waiting, **self._waiting}
                self._is_void = self._is_void or is_void
            raise

    def _bring_up_to_date(self) -> None:
        self._connection.execute(_HELD)
        self._connection.execute(_STATE)


def _row_of(one: Decided) -> tuple[str | int | None, ...]:
    by = "".join(f"{words_of(name)}\n" for name in one.by)
    words = f"{words_of(one.to)}\n" if one.to else ""
    return (
        one.subject, one.status, one.reviewed, by, one.due, one.to, words, bool(one.note),
        one.signed,
    )  # fmt: skip
