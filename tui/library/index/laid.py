"""What was decided, as it was laid over an index: written down beside it, for the next start.

It is as disposable as the index is, belongs to one journal and one state of the index, and is of
use only as long as both are what they were. The file is put in its place whole.
"""

import contextlib
import os
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from tui.library.index.schema import made_by

_TABLES = ("decided", "held", "state")
_MADE = "SELECT by, laid_of, writes FROM made"


class LaidOf(msgspec.Struct, frozen=True):
    """What decisions were laid over an index, and what came of them.

    Args:
        journal: where they stand.
        length: how many bytes of it were read.
        digest: what stands for those bytes.
        now: the ids that things had which were decided on under others.
        lost: the ids of what was in no note, and whether each was archived.
    """

    journal: str
    length: int
    digest: bytes
    now: dict[str, str]
    lost: dict[str, bool]


class Standing(NamedTuple):
    """A decision that holds, encoded, and the id of what it is on."""

    subject: str
    decision: bytes


class Laid:
    """What was written down beside an index.

    Args:
        path: the file.

    Raises:
        sqlite3.Error: there is none that is whole, and of this version.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = _connect(path, "ro")
        weakref.finalize(self, self._connection.close).atexit = False
        try:
            self._made = self._connection.execute(_MADE).fetchone()
            if self._made is None or self._made[0] != _made_by():
                raise sqlite3.DatabaseError("another version's")
            self.of = msgspec.msgpack.decode(self._made[1], type=LaidOf)
        except msgspec.DecodeError as error:
            raise sqlite3.DatabaseError(str(error)) from error

    def find(self, subjects: Sequence[str]) -> list[bytes]:
        """The decisions that held for some ids, encoded; none, if they cannot be read any more."""
        asked = "SELECT decision FROM standing WHERE subject = ?"
        with contextlib.suppress(sqlite3.Error):
            return [one for id_ in subjects for (one,) in self._connection.execute(asked, (id_,))]
        return []

    def lay(self, connection: sqlite3.Connection) -> bool:
        """Lay it over an index, if that is what it was; tells whether it is."""
        with _attached(connection, self._path), _transaction(connection):
            writes = connection.execute("SELECT writes FROM total").fetchone()
            made = connection.execute(_MADE.replace("made", "laid.made")).fetchone()
            if made != self._made or writes != made[2:]:
                return False
            for table in _TABLES:
                connection.execute(f"DELETE FROM temp.{table}")
                connection.execute(f"INSERT INTO temp.{table} SELECT * FROM laid.{table}")
        return True


def write_laid(
    path: Path,
    of: LaidOf,
    standing: Iterable[Standing],
    laid_over: Callable[[], AbstractContextManager[sqlite3.Connection]],
    is_current: Callable[[], bool],
) -> None:
    """Write down what was laid over an index.

    Args:
        path: the file.
        of: what was laid over it.
        standing: the decisions that hold.
        laid_over: gives the connection to the index on which it lies, for as long as needed.
        is_current: asked at the end: whether nothing was laid over it meanwhile.

    Raises:
        sqlite3.Error, OSError: it could not be written; what was there, if anything, still is.
    """
    new = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        new.unlink(missing_ok=True)
        with contextlib.closing(_connect(new, "rwc")) as connection, _transaction(connection):
            connection.execute("CREATE TABLE standing (subject TEXT, decision BLOB)")
            connection.executemany("INSERT INTO standing VALUES (?,?)", standing)
            connection.execute("CREATE INDEX standing_subject ON standing (subject)")
        with laid_over() as connection, _attached(connection, new):
            connection.execute("PRAGMA laid.journal_mode = OFF")
            with _transaction(connection):
                connection.execute("CREATE TABLE laid.made (by TEXT, laid_of BLOB, writes INTEGER)")
                connection.execute(
                    "INSERT INTO laid.made SELECT ?, ?, writes FROM total",
                    (_made_by(), msgspec.msgpack.encode(of)),
                )
                for table in _TABLES:
                    connection.execute(f"CREATE TABLE laid.{table} AS SELECT * FROM temp.{table}")
            if not is_current():
                return
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """Connect to a file that is either written once, in its own time, or only read."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    if mode != "ro":
        connection.execute("PRAGMA journal_mode = OFF")
    return connection


@contextlib.contextmanager
def _attached(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    connection.execute("ATTACH ? AS laid", (os.fspath(path),))
    try:
        yield
    finally:
        connection.execute("DETACH laid")


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN")
    with connection:
        yield


@cache
def _made_by() -> str:
    """What folds decisions and lays them: another version may make another thing of them."""
    here = Path(__file__).parent
    return made_by(here, here.parents[1] / "decisions")
