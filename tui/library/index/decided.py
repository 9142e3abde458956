"""What was decided, laid over the sessions of an index.

It belongs to one connection, and is never written to the file: workbenches that share an index
may keep their decisions in different journals.
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from tui.library.index.schema import OVERLAY
from tui.library.words import words_of

_STATE = """
INSERT OR REPLACE INTO state
SELECT s.id,
    total(coalesce(d.status, t.mark) IS 'pending'), total(coalesce(d.status, t.mark) IS 'doing'),
    total(coalesce(d.status, t.mark) IS 'blocked'), total(coalesce(d.status, t.mark) IS 'done'),
    total(coalesce(d.status, t.mark) IS 'dropped'),
    coalesce(r.reviewed, 0),
    coalesce(group_concat(d.by, char(10)) || char(10), '') || coalesce(r.by, '')
FROM touched JOIN named s ON s.id = touched.id
LEFT JOIN task t ON t.session = s.id
LEFT JOIN decided d ON d.subject = t.subject
LEFT JOIN decided r ON r.subject = s.subject
GROUP BY s.id
"""
_TOUCHED = """
INSERT OR IGNORE INTO touched
SELECT session FROM decided JOIN task USING (subject) {where}
UNION SELECT id FROM decided JOIN named USING (subject) {where}
"""


_FEW = 100


class Decided(NamedTuple):
    """What holds for a task or a session: None is "nothing was decided"."""

    subject: str
    status: str | None
    reviewed: bool | None
    by: tuple[str, ...]


class Overlay:
    """Keeps what was decided beside the sessions, on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, Decided] = {}
        self.changes = 0
        for statement in OVERLAY.split(";\n"):
            connection.execute(statement)

    def take(self, decided: Iterable[Decided]) -> None:
        """Remember what was decided; it is laid over the sessions when they are next asked for."""
        self._waiting.update((one.subject, one) for one in decided)

    @property
    def is_behind(self) -> bool:
        """Whether something was taken that is not laid over the sessions yet."""
        return bool(self._waiting)

    def lay(self) -> None:
        """Bring the state of the sessions that were decided on up to date."""
        waiting = list(self._waiting.values())
        self._connection.executemany(
            "INSERT OR REPLACE INTO decided VALUES (?,?,?,?)",
            (
                (one.subject, one.status, one.reviewed, "\n".join(map(words_of, one.by)))
                for one in waiting
            ),
        )
        self._connection.execute("DELETE FROM touched")
        if len(waiting) > _FEW:
            self._connection.execute(_TOUCHED.format(where=""))
        else:
            one_by_one = _TOUCHED.format(where="WHERE subject = ?")
            self._connection.executemany(
                one_by_one, ((one.subject, one.subject) for one in waiting)
            )
        self._connection.execute(_STATE)
        self._waiting.clear()
        self.changes += 1

    def lay_anew(self) -> None:
        """Bring the state of all sessions up to date, when others have come and gone."""
        if self.is_behind:
            self.lay()
        self._connection.execute("DELETE FROM state")
        self._connection.execute("DELETE FROM touched")
        self._connection.execute(_TOUCHED.format(where=""))
        self._connection.execute(_STATE)
        self.changes += 1
