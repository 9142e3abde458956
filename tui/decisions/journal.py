"""The journal: the file in which decisions are kept, one JSON object a line, only ever appended.

A decision is on disk, flushed, before `append` returns. What cannot be read in the file is kept
there as it is and reported, never rewritten.
"""

import contextlib
import errno
import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from tui.decisions.decision import VERSION, Decision

_LOCK_SECONDS = 5.0
_TAIL = 256
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Decision)


class JournalError(Exception):
    """A journal could not be read or written; says what, where and what to do, in a sentence."""


class Kept(NamedTuple):
    """A line, from 1, that was left as it is, and why it could not be read."""

    line: int
    reason: str


class Journal:
    """One journal file, and how far it has been read. It may not exist yet.

    Safe to use from several threads and, through a lock file beside it, several processes.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept: list[Kept] = []
        self._guard = threading.Lock()
        self._offset = self._lines = self._seq = 0
        self._file_id: tuple[int, int] | None = None
        self._tail = b""
        self._torn = False

    def read_new(self) -> list[Decision]:
        """Return the decisions that stand in the file and were not returned before.

        A last line without its line feed is not there yet: another process may be writing it.
        A file that was replaced or has shrunk is read anew, which a fold does not mind.

        Raises:
            JournalError: the file is there and cannot be read.
        """
        with self._guard:
            return self._read_new()

    @property
    def torn(self) -> bool:
        """Whether the file, when it was last read, ended in a line that was never finished."""
        return self._torn

    @property
    def next_seq(self) -> int:
        """The number that follows the highest that was read."""
        return self._seq + 1

    def append(self, stamp: Callable[[int], list[Decision]]) -> list[Decision]:
        """Add decisions and wait until they are on disk.

        Args:
            stamp: called with the number that follows the highest in the file; returns the
                decisions, numbered from there.

        Returns:
            All that is new since the last reading, ours at the end.

        Raises:
            JournalError: they could not be saved.
        """
        with self._guard:
            try:
                return self._append(stamp)
            except BaseException as error:
                self._file_id = None  # what was read on the way is read again, for the fold
                if isinstance(error, OSError | UnicodeEncodeError):
                    raise JournalError(_sentence("not saved", self.path, error)) from error
                raise

    def _append(self, stamp: Callable[[int], list[Decision]]) -> list[Decision]:
        is_new = self._make_folder()
        with self._locked():
            news = self._read_new()
            ours = stamp(self.next_seq)
            lines = b"".join(_encoder.encode(decision) + b"\n" for decision in ours)
            self._write(lines, is_new=is_new)
            return news + self._read_new()

    def _read_new(self) -> list[Decision]:
        try:
            with open(self.path, "rb", opener=_open_file) as file:
                if not self._goes_on(file):
                    self._offset = self._lines = 0
                    self._tail = b""
                    self.kept.clear()
                file.seek(self._offset)
                data = file.read()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise JournalError(_sentence("could not be read", self.path, error)) from error
        whole = data[: data.rfind(b"\n") + 1]
        self._torn = len(whole) < len(data)
        self._offset += len(whole)
        self._tail = (self._tail + whole)[-_TAIL:]
        return list(self._decode(whole))

    def _goes_on(self, file: BinaryIO) -> bool:
        """Tell whether a file is the one that was read, with nothing but more at its end.

        A file put in its place, as git does when it merges, may be longer and may even have got
        its number; so what was read last must still stand there.
        """
        status = os.fstat(file.fileno())
        before, self._file_id = self._file_id, (status.st_dev, status.st_ino)
        if before != self._file_id or status.st_size < self._offset:
            return False
        file.seek(self._offset - len(self._tail))
        return file.read(len(self._tail)) == self._tail

    def _decode(self, data: bytes) -> Iterator[Decision]:
        for line in data.split(b"\n")[:-1]:
            self._lines += 1
            if not line.strip():
                continue
            try:
                decision = _decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                self.kept.append(Kept(self._lines, _why_unreadable(line, error)))
                continue
            if decision.v > VERSION:
                self.kept.append(Kept(self._lines, f"written by a newer version ({decision.v})"))
                continue
            self._seq = max(self._seq, decision.seq)
            yield decision

    def _make_folder(self) -> bool:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return not self.path.exists()

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        lock = FileLock(f"{self.path}.lock", timeout=_LOCK_SECONDS, mode=0o600)
        try:
            lock.acquire()
        except Timeout:
            raise JournalError(
                f"{self.path}: not saved, another program has held the journal's lock for "
                f"{_LOCK_SECONDS:.0f} seconds; try again"
            ) from None
        try:
            yield
        finally:
            lock.release()

    def _write(self, lines: bytes, *, is_new: bool) -> None:
        """Write whole lines and flush them; a new descriptor each time, never one that failed."""
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
        descriptor = os.open(self.path, flags | getattr(os, "O_BINARY", 0), 0o600)
        try:
            if os.fstat(descriptor).st_size > self._offset:
                lines = b"\n" + lines  # a torn line becomes a line of its own
            rest = memoryview(lines)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            _flush_folder(self.path.parent)


def _open_file(path: str, flags: int) -> int:
    """Open a regular file; without waiting, so that a pipe cannot hold us."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a regular file")
    return descriptor


def _flush_folder(folder: Path) -> None:
    """Make a new file's name durable; Windows has no way to ask for it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _why_unreadable(line: bytes, error: Exception) -> str:
    """Say what is wrong with a line, or that it is a newer version's, which we cannot know."""
    try:
        version = msgspec.json.decode(line, type=_Version).v
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        version = 0
    if version > VERSION:
        return f"written by a newer version ({version})"
    return " ".join(str(error).split())[:160] or type(error).__name__


class _Version(msgspec.Struct):
    v: int = 0


def _sentence(what: str, path: Path, error: OSError | UnicodeEncodeError) -> str:
    why = error.reason if isinstance(error, UnicodeEncodeError) else error.strerror
    return f"{path}: {what} ({why or type(error).__name__})"
