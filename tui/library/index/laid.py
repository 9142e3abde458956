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

from tui.library.index.decided import LAID, LAST
from tui.library.index.schema import made_by

_MADE = "SELECT by, laid_of, id, writes, last FROM laid.made"
_STATE = "SELECT value, writes FROM made, total WHERE name = 'id'"


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

    `state` tells over which state of the index, `last` the highest number that a file had there.

    Args:
        path: the file.

    Raises:
        sqlite3.Error: there is none that is whole, and of this version.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = _connect(path, "ro")
        weakref.finalize(self, self._connection.close).atexit = False
        self._made = self._connection.execute(_MADE.replace("laid.", "")).fetchone()
        if self._made is None or self._made[0] != _made_by():
            raise sqlite3.DatabaseError("another version's")
        try:
            self.of = msgspec.msgpack.decode(self._made[1], type=LaidOf)
        except msgspec.DecodeError as error:
            raise sqlite3.DatabaseError(str(error)) from error
        self._id, self.state, self.last = self._made[2:]

    def find(self, subjects: Sequence[str]) -> list[bytes]:
        """The decisions that held for some ids, encoded; none, if they cannot be read any more."""
        asked = "SELECT decision FROM standing WHERE subject = ?"
        with contextlib.suppress(sqlite3.Error):
            return [one for id_ in subjects for (one,) in self._connection.execute(asked, (id_,))]
        return []

    def attach_to(self, connection: sqlite3.Connection) -> int | None:
        """Attach it to an index, for its tables to be found there.

        Returns:
            The state that the index is in now; None if this is not of that index.
        """
        id_, state = connection.execute(_STATE).fetchone()
        if id_ != self._id or state < self.state:
            return None
        connection.execute("ATTACH ? AS laid", (os.fspath(self._path),))
        if connection.execute(_MADE).fetchone() != self._made:  # another one lies there by now
            connection.execute("DETACH laid")
            return None
        return int(state)


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
        is_current: asked at the end: whether nothing was laid over it, or put into it, meanwhile.

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
            connection.execute("PRAGMA written.journal_mode = OFF")
            with _transaction(connection):
                connection.execute(
                    "CREATE TABLE written.made"
                    " (by TEXT, laid_of BLOB, id TEXT, writes INTEGER, last INTEGER)"
                )
                connection.execute(
                    f"INSERT INTO written.made SELECT ?, ?, value, writes, ({LAST}) FROM main.made,"
                    " total WHERE name = 'id'",
                    (_made_by(), msgspec.msgpack.encode(of)),
                )
                for table, columns in LAID.items():
                    connection.execute(f"CREATE TABLE written.{table} {columns}")
                    connection.execute(f"INSERT INTO written.{table} SELECT * FROM temp.{table}")
                is_whole = is_current()
            if not is_whole:
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
    connection.execute("ATTACH ? AS written", (os.fspath(path),))
    try:
        yield
    finally:
        connection.execute("DETACH written")


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
