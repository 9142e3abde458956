"""The tables of an index, and opening its file: whole, of this version, or made anew."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from time import monotonic, sleep
from typing import Any

SCHEMA = 10
_APPLICATION = 0x53574249  # "SWBI", in the file's header (SQLite's file format, offset 68)
_BUSY_SECONDS = 5.0
_POLL_SECONDS = 0.01
_PAGE = 8192  # bytes; a card and the text of a note fit in, and a folder is put in sooner
_KEPT_STATEMENTS = 40  # of up to fifty kilobytes; more than are asked again and again
_NOT_THE_FILES_FAULT = {
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM,
}  # fmt: skip

# `session` is what filters look at, and small, because they look at all of it; `named` is what a
# session is called, `card` all that a list shows of it. `writes` counts on from a number of its
# own, so that it tells this index from others, and each of its states from the others. `listed`
# keeps an order of all sessions as it was after so many writes. `begins` holds all words of a
# session, and which letters those of its text begin with. `alike` holds the words of each
# task, by its number (see `tui.library.index.sql`), to find those like it. `waiting` keeps the
# texts of sessions that are listed, but cannot be found by their words yet; their prints, too, may
# still be missing. Ids of files are never used twice: what the full-text tables hold of a file that
# was read anew or is gone stays in them, under an id that no session has.
_TABLES = """
CREATE TABLE made (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE total (sessions INTEGER, tasks INTEGER, closed INTEGER, writes INTEGER);
INSERT INTO total VALUES (0, 0, 0, abs(random() % 1000000000000));
CREATE TABLE listed (sort TEXT PRIMARY KEY, writes INTEGER NOT NULL, ids BLOB NOT NULL);
CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE, real BLOB NOT NULL,
    size INTEGER NOT NULL, modified INTEGER NOT NULL, read_at INTEGER NOT NULL,
    digest BLOB NOT NULL, reason TEXT NOT NULL, failed INTEGER NOT NULL
);
CREATE INDEX file_reason ON file (failed, path) WHERE reason <> '';
CREATE TABLE session (
    id INTEGER PRIMARY KEY, date TEXT NOT NULL,
    project INTEGER NOT NULL, priority INTEGER NOT NULL, publish INTEGER,
    healed INTEGER NOT NULL, uncertain INTEGER NOT NULL, problem INTEGER NOT NULL,
    label INTEGER NOT NULL, tasks INTEGER NOT NULL, pending INTEGER NOT NULL,
    doing INTEGER NOT NULL, blocked INTEGER NOT NULL, done INTEGER NOT NULL,
    dropped INTEGER NOT NULL
);
CREATE TABLE named (
    id INTEGER PRIMARY KEY, subject TEXT NOT NULL, content TEXT NOT NULL,
    title TEXT NOT NULL, moment INTEGER NOT NULL, path TEXT NOT NULL, said TEXT NOT NULL
);
CREATE INDEX named_newest ON named (moment DESC, path);
CREATE INDEX named_subject ON named (subject);
CREATE INDEX named_content ON named (content);
CREATE TABLE traced (
    trace TEXT NOT NULL, session INTEGER NOT NULL, PRIMARY KEY (trace, session)
) WITHOUT ROWID;
CREATE TABLE card (id INTEGER PRIMARY KEY, row BLOB NOT NULL);
CREATE TABLE task (
    session INTEGER NOT NULL, place INTEGER NOT NULL, subject TEXT NOT NULL, mark TEXT NOT NULL,
    PRIMARY KEY (session, place)
) WITHOUT ROWID;
CREATE INDEX task_subject ON task (subject);
CREATE TABLE value (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, fold TEXT NOT NULL,
    words TEXT NOT NULL, UNIQUE (kind, text)
);
CREATE TABLE labelled (
    label INTEGER NOT NULL, session INTEGER NOT NULL, PRIMARY KEY (label, session)
) WITHOUT ROWID;
CREATE INDEX labelled_session ON labelled (session);
CREATE TABLE waiting (id INTEGER PRIMARY KEY, texts BLOB NOT NULL);
CREATE VIRTUAL TABLE begins USING fts5 (
    words, content='', tokenize='ascii', detail=none, prefix='1 2 3'
);
CREATE VIRTUAL TABLE says USING fts5 (
    title, head, text, content='', tokenize='ascii', columnsize=0
);
CREATE VIRTUAL TABLE alike USING fts5 (
    words, tokenize='ascii', detail=none, columnsize=0
);
"""

# So often were notes read anew that most of the full-text tables belong to none.
_WORN = """
SELECT 1 FROM total, sqlite_sequence
WHERE name = 'file' AND seq > 4 * sessions + 50000
"""


def index_path(folder: Path, *, follow: bool = False) -> Path:
    """Where the index of a notes folder lies, in the user's cache folder."""
    from platformdirs import user_cache_path

    from tui.notes.digests import digest

    name = digest(str(folder), *(["follow"] if follow else []))
    return user_cache_path("session-workbench") / f"{name}.sqlite"


def laid_path(path: Path) -> Path:
    """Where it is written down what was laid over an index, by the path of that."""
    return path.with_name(f"{path.stem}-laid{path.suffix}")


class NoIndexError(Exception):
    """The file of an index can be neither used nor made; says why in a few words."""


def connect(path: Path | None, kilobytes: int = 4000) -> sqlite3.Connection:
    """Open a database that is there, or one in memory.

    Args:
        path: where it is.
        kilobytes: how much of a file is kept in memory, at the most.
    """
    name = ":memory:" if path is None else os.fspath(path)
    connection = sqlite3.connect(
        name,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_KEPT_STATEMENTS,
    )
    try:
        cache = f"cache_size = {-kilobytes}"
        for setting in ("temp_store = MEMORY", cache, "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty database; if another workbench is first, they are its own."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        if not _is_empty(connection):
            return
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
        connection.execute("INSERT INTO made VALUES ('by', ?)", (made_by(),))
        connection.execute("INSERT INTO made VALUES ('id', hex(randomblob(8)))")
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")


def open_file(path: Path) -> sqlite3.Connection:
    """Open the index in a file; what is not a whole index of this version is made anew.

    Raises:
        NoIndexError: there is none, and none can be made.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            return _opened(path)
        except sqlite3.DatabaseError as error:
            if _primary(error) in _NOT_THE_FILES_FAULT:
                raise
            remove_file(path)
            return _opened(path)
    except (OSError, sqlite3.Error) as error:
        raise NoIndexError(getattr(error, "strerror", None) or str(error)) from error


def _opened(path: Path) -> sqlite3.Connection:
    connection = connect(path)
    try:
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def remove_file(path: Path) -> None:
    """Remove an index; one that is open elsewhere stays with whoever has it.

    Raises:
        OSError: it cannot be removed.
    """
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{path}{suffix}")  # noqa: PTH108


def is_broken(error: sqlite3.DatabaseError) -> bool:
    """Whether an error means that the file is damaged, or no index of ours."""
    return _primary(error) in {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_IOERR,
    }


def stream(
    connection: sqlite3.Connection, sql: str, values: Sequence[Any], give_up: Callable[[], object]
) -> Iterator[tuple[Any, ...]]:
    """Ask a database; where it turns out to be damaged no more answers come.

    Args:
        connection: one to it.
        sql: the question.
        values: what stands for its question marks.
        give_up: called when it is damaged.
    """
    try:
        yield from connection.execute(sql, values)
    except sqlite3.DatabaseError as error:
        if not is_broken(error):
            raise
        give_up()


def _primary(error: sqlite3.DatabaseError) -> int:
    """The primary result code (https://www.sqlite.org/rescode.html); misuse has none."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _prepare(connection: sqlite3.Connection) -> None:
    if _is_new(connection):
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute("PRAGMA synchronous = OFF")  # no table is worth waiting for a disk
        _log_ahead(connection)
        make_tables(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
    made = connection.execute("SELECT value FROM made WHERE name = 'by'").fetchone()
    if made != (made_by(),):
        raise _other("another version's")
    if connection.execute(_WORN).fetchone():
        raise _other("worn")
    # An index that may not be written to is of no use here: it could not be kept up to date.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Let one write while others read; SQLite does not wait by itself until nobody does either."""
    until = monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if _primary(error) != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(_POLL_SECONDS)
        else:
            return


def _is_new(connection: sqlite3.Connection) -> bool:
    """Whether nobody has made tables yet.

    It is one look: between two, another workbench may make them.

    Raises:
        sqlite3.DatabaseError: they are another version's.
    """
    connection.execute("BEGIN")
    with connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        is_empty = _is_empty(connection)
    if version != SCHEMA and (version or not is_empty):
        raise _other("another version's")
    return is_empty


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]


def _other(why: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(why)
    error.sqlite_errorcode = sqlite3.SQLITE_NOTADB
    return error


@cache
def made_by(*more: Path) -> str:
    """What read the notes: a row of another version's reading would never be read again.

    Args:
        more: further rooms that had to do with it.
    """
    from tui import __version__
    from tui.notes.digests import digest

    notes = Path(__file__).parents[2] / "notes"
    rooms = (notes, notes / "repair", Path(__file__).parents[1])
    stamps = [__version__]
    for room in (*rooms, *more):
        with os.scandir(room) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    stamps.append(f"{entry.name} {status.st_size} {status.st_mtime_ns}")
    return digest(*stamps)
