"""What an index says of single sessions and files: by their paths, numbers, ids and traces."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from tui.library.index.asked import IN_JSON, chunks, json_of, marks
from tui.library.index.schema import stream
from tui.library.row import LeftOut, Row, read_card

_KEPT_ROWS = 1000
_ROWS = f"SELECT id, row FROM card WHERE id IN {IN_JSON}"
_MOST_TRACED = 64

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


class Cards:
    """A connection on which sessions and files are looked up; rows in view are kept.

    `writes` is to count how often something was put in by this program.

    Args:
        connection: one to the index, to be closed by whoever opened it.
        give_up: called when the database turns out to be damaged; nothing is found in it then.
    """

    def __init__(self, connection: sqlite3.Connection, give_up: Callable[[], None]) -> None:
        self.connection = connection
        self.writes = 0
        self._give_up = give_up
        self._by_id: dict[int, Row] = {}
        self._by_path: dict[str, Row] = {}
        self._seen: tuple[int, int] = (-1, -1)

    def row(self, path: str) -> Row | None:
        """The row at a path."""
        self._forget_old_rows()
        if path not in self._by_path:
            number = self.number(path)
            if number is not None:
                self.rows_by_number([number])
        return self._by_path.get(path)

    def known(self, path: str) -> Row | None:
        """The row at a path, which is not kept; may be asked for in any thread."""
        number = self.number(path)
        return None if number is None else self.fetch([number]).get(number)

    def number(self, path: str) -> int | None:
        """The number of the session at a path."""
        found = self._ask(
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
            found = self.fetch(missing)
            self._by_id.update(found)
            self._by_path.update((row.path, row) for row in found.values())
        return {id_: self._by_id[id_] for id_ in ids if id_ in self._by_id}

    def fetch(self, ids: Sequence[int]) -> dict[int, Row]:
        """Return the rows with some numbers, that are there; none is kept."""
        return {
            id_: read_card(row)
            for some in chunks(ids, 500)
            for id_, row in self._ask(_ROWS, (json_of(some),))
        }

    def _forget_old_rows(self) -> None:
        asked = self._ask("PRAGMA data_version")
        now = (asked[0][0] if asked else -1), self.writes
        if now != self._seen:
            self._seen = now
            self._by_id.clear()
            self._by_path.clear()

    def missing(self, subjects: Iterable[str]) -> list[str]:
        """Return the ids, of tasks or sessions, that stand in no note."""
        asked = list(subjects)
        there = {
            row[0]
            for some in chunks(asked, 400)
            for row in self._ask(
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
                "SELECT path FROM named WHERE id IN"
                f" (SELECT session FROM task WHERE subject IN ({marks(some)}))"
                f" UNION SELECT path FROM named WHERE subject IN ({marks(some)})",
                (*some, *some),
            )
        }

    def tasks_from(self, prefix: str) -> list[str]:
        """Return the ids of tasks that begin with a prefix; of the one that is it, only that."""
        same = self._ask("SELECT 1 FROM task WHERE subject = ?", (prefix,))
        if same:
            return [prefix]
        asked = self._ask(
            "SELECT DISTINCT subject FROM task WHERE subject >= ? AND subject < ? ORDER BY subject",
            (prefix, prefix + "\U0010ffff"),
        )
        return [subject for (subject,) in asked]

    def alike(
        self, *, session: str, content: str, date: str, path: str, traces: tuple[str, ...] = ()
    ) -> set[str]:
        """Return the paths of sessions that share one of these with something.

        Traces that lead to very many sessions lead to none.
        """
        from tui.notes.saying import MOST_TRACES

        asked = self._ask(
            "SELECT path FROM named WHERE subject = ?"
            " UNION SELECT path FROM named WHERE content = ? AND content <> ''"
            " UNION SELECT path FROM named WHERE moment BETWEEN ? AND ?"
            " UNION SELECT path FROM file WHERE path = ? AND reason = ''",
            (session, content, *_moments_of(date), path),
        )
        some = traces[:MOST_TRACES]
        traced = self._ask(
            "SELECT DISTINCT path FROM traced JOIN named ON named.id = traced.session"
            f" WHERE trace IN ({marks(some)}) LIMIT {_MOST_TRACED + 1}",
            some,
        )
        return {path for (path,) in (asked if len(traced) > _MOST_TRACED else asked + traced)}

    def left_out(self) -> list[LeftOut]:
        """The files that hold no session, those that could not be read first."""
        asked = self._ask(
            "SELECT path, reason, failed FROM file WHERE reason <> '' ORDER BY failed DESC, path",
        )
        return [LeftOut(path, reason, bool(failed)) for path, reason, failed in asked]

    def below(self, path: str) -> list[str]:
        """The paths of all files at a path and below it."""
        asked = self._ask(
            "SELECT path FROM file WHERE path = ? OR path >= ? AND path < ?",
            (path, f"{path}/", f"{path}0"),  # 0 comes after /
        )
        return [found for (found,) in asked]

    def real(self, path: str) -> bytes:
        """What the operating system calls a file, b"" if its path says it."""
        asked = self._ask("SELECT real FROM file WHERE path = ?", (path,))
        return bytes(asked[0][0]) if asked else b""

    def stamps(self) -> dict[str, int]:
        """Return what size and time of every file told when it was read, by path (see there).

        Of a file that was written to in the moment it was read they do not tell: -1.
        """
        return dict(self._stream(_STAMPS))

    def waiting(self) -> int:
        """How many sessions are listed, but cannot be found by their words yet."""
        asked = self._ask("SELECT count(*) FROM waiting")
        return asked[0][0] if asked else 0

    def lacks_prints(self) -> bool:
        """Whether there are sessions whose prints are still to come (see `Row`)."""
        asked = self._ask(
            "SELECT said = '' FROM named WHERE id = (SELECT max(id) FROM waiting)",
        )
        return bool(asked and asked[0][0])

    def count(self) -> int:
        """How many sessions there are."""
        asked = self._ask("SELECT sessions FROM total")
        return int(asked[0][0]) if asked else 0

    @property
    def is_complete(self) -> bool:
        """Whether the whole folder was read once."""
        return bool(self._ask("SELECT 1 FROM made WHERE name = 'complete'"))

    @property
    def state(self) -> int:
        """A number that is another as soon as anything is put in, by whatever program."""
        asked = self._ask("SELECT writes FROM total")
        return int(asked[0][0]) if asked else -1

    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return list(self._stream(sql, values))

    def _stream(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        return stream(self.connection, sql, values, self._give_up)


def _moments_of(date: str) -> tuple[int, int]:
    digits = date.replace("-", "")
    if not digits.isdecimal():
        return 0, -1  # none
    return int(digits) * 10_000, int(digits) * 10_000 + 9999
