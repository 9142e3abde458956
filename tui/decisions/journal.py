"""The journal: the file in which decisions are kept, one JSON object a line, only ever appended.

A decision is on disk, flushed, before `append` returns; one that cannot be saved is taken back.
What cannot be read in the file is kept there as it is and reported, never rewritten.
"""

import contextlib
import errno
import os
import stat
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec
from msgspec import Struct

from tui.decisions.decision import MOST, VERSION, Decision, Number
from tui.decisions.lock import Busy, WriteLock
from tui.decisions.renewing import renewed
from tui.disk import closed_after, flush_folder, write_all
from tui.notes.digests import blake2b

_TAIL = 256
_BUFFER = 1 << 18
_LONGEST = 32 << 20  # a note has 4 MB, of which JSON may make six times as much
_TO_DIGEST = 16 << 20
_MOST_GAINED = 4 << 20  # bytes; more than these are read with all the others
_WRITINGS = 3
_TO_READ = os.O_RDONLY
_TO_APPEND = os.O_RDWR | os.O_APPEND
_ALWAYS = (
    getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe must not hold us
)
_NEW = os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Decision)
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class JournalError(Exception):
    """A journal could not be read or written; says what, where and what to do, in a sentence."""


class Kept(NamedTuple):
    """A line, from 1, that was left as it is, and why it could not be read."""

    line: int
    reason: str


class Point(NamedTuple):
    """A place in a journal: after so many bytes of whole lines, and the digest of all of them.

    What stood before it is the same as long as the digest is.
    """

    length: int
    digest: bytes


class _FileId(Struct, frozen=True):
    device: int
    inode: int


class Journal:
    """One journal file, and how far it has been read. It may not exist yet.

    Safe to use from several threads and, through a lock file beside it, several processes.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept: list[Kept] = []
        self._guard = threading.Lock()
        self._lock = WriteLock()
        self._ground = _Ground.under(path)
        self._was_there = False
        self._flushed: _FileId | None = None
        self._refused: set[str] = set()
        self._newer: dict[str, int] = {}
        self._offset = self._lines = self._seq = self._returned = 0
        self._file_id: _FileId | None = None
        self._tail = b""
        self._digest = blake2b()
        self._torn = False

    @property
    def size(self) -> int:
        """How many bytes it has, 0 if it is not there."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def read_new(self, until: int | None = None) -> list[Decision]:
        """Return the decisions that stand in the file and were not returned before.

        A last line without its line feed is not there yet: another process may be writing it.
        A file that was replaced or has shrunk is read anew, which a fold does not mind.

        Args:
            until: after how many bytes to stop, at the end of a line.

        Raises:
            JournalError: the file is there and cannot be read.
        """
        with self._guard:
            return self._read_new(until)

    @property
    def point(self) -> Point:
        """How far the file was read."""
        return Point(self._offset, self._digest.digest())

    def point_of(self, taken: int) -> Point | None:
        """How far the file was read, if so many decisions were returned, and all lines readable.

        None also while somebody reads or writes it.
        """
        if not self._guard.acquire(blocking=False):
            return None
        try:
            is_all = taken == self._returned and not (self.kept or self._torn)
            return self.point if is_all else None
        finally:
            self._guard.release()

    def gained_since(self, point: Point) -> list[Decision] | None:
        """Return the decisions that stand after a point, and leave `read_new` where it is.

        None if other lines stand before it now, if very many came after it, or if one of these
        cannot be read: then all has to be read.
        """
        try:
            with (
                closed_after(_open_regular(self.path, _TO_READ)) as descriptor,
                open(descriptor, "rb", buffering=_BUFFER, closefd=False) as file,
            ):
                gained = file.read(_MOST_GAINED + 1) if _leads_to(point, file) else None
            if gained is None or len(gained) > _MOST_GAINED:
                return None
            lines = gained.split(b"\n")[:-1]
            decisions = [renewed(_decoder.decode(line)) for line in lines if line.strip()]
        except (OSError, *_UNREADABLE):
            return None
        return decisions if all(one.v <= VERSION for one in decisions) else None

    @property
    def torn(self) -> bool:
        """Whether the file, when it was last read, ended in a line that was never finished."""
        return self._torn

    @property
    def warning(self) -> str:
        """What is less safe here than elsewhere, in a sentence; empty if nothing is."""
        return self._lock.warning

    @property
    def next_seq(self) -> int:
        """The number that follows the highest that was read."""
        return self._seq + 1

    def append(self, stamp: Callable[[int], list[Decision]]) -> list[Decision]:
        """Add decisions and wait until they are on disk.

        Args:
            stamp: called with the number that follows the highest in the file; returns the
                decisions, numbered from there. Called again if the file is replaced meanwhile.

        Returns:
            All that is new since the last reading, ours at the end.

        Raises:
            JournalError: they could not be saved, and the file is as it was.
        """
        with self._guard:
            try:
                return self._append(stamp)
            except BaseException as error:
                self._file_id = None  # what was read on the way is read again, for the fold
                if isinstance(error, Busy):
                    raise JournalError(f"{self.path}: not saved, {error}") from None
                if isinstance(error, OSError | UnicodeEncodeError):
                    raise JournalError(_not_saved(self.path, error)) from error
                raise

    def _append(self, stamp: Callable[[int], list[Decision]]) -> list[Decision]:
        real = Path(os.path.realpath(self.path))  # a link to a journal stays one
        self._make_folders(real)
        with self._lock.held(real):
            news = self._read_new()
            for _ in range(_WRITINGS):
                ours = stamp(self.next_seq)
                self.refuse_read_only(ours)
                self._refuse_uncounted(ours)
                self._write(real, ours)
                try:
                    found = self._read_new()
                except JournalError:  # it is on disk, which is what counts
                    self._file_id = None
                    return news + ours
                news += found
                if {one.id for one in ours} <= {one.id for one in found}:
                    return news
            raise OSError(errno.EIO, "the file is being replaced by another program")

    # Reading -----------------------------------------------------------------------------

    def _read_new(self, until: int | None = None) -> list[Decision]:
        try:
            with closed_after(_open_regular(self.path, _TO_READ)) as descriptor:
                self._was_there = True
                with open(descriptor, "rb", buffering=_BUFFER, closefd=False) as file:
                    return self._read_from(file, until)
        except FileNotFoundError:
            return []
        except BaseException as error:
            self._file_id = None  # half of it is read: all of it will be, again
            if not isinstance(error, OSError):
                raise
            raise JournalError(
                f"{self.path}: could not be read ({_reason(error)}); the file is left as it is"
            ) from error

    def _read_from(self, file: BinaryIO, until: int | None) -> list[Decision]:
        if not self._goes_on(file):
            self._offset = self._lines = 0
            self._tail = b""
            self._digest = blake2b()
            self.kept.clear()
            self._newer.clear()
        file.seek(self._offset)
        self._torn = False
        found = list(self._decode(self._whole_lines(file, until)))
        self._returned += len(found)
        return found

    def _goes_on(self, file: BinaryIO) -> bool:
        """Tell whether a file is the one that was read, with nothing but more at its end.

        A file put in its place, as git does when it merges, may be longer and may even have got
        its number; so what was read last must still stand there.
        """
        status = os.fstat(file.fileno())
        before, self._file_id = self._file_id, _FileId(status.st_dev, status.st_ino)
        if before != self._file_id or status.st_size < self._offset:
            return False
        file.seek(self._offset - len(self._tail))
        return file.read(len(self._tail)) == self._tail

    def _whole_lines(self, file: BinaryIO, until: int | None) -> Iterator[bytes]:
        """Yield the lines that are finished, counted; of one beyond measure, nothing."""
        last = b""
        while (until is None or self._offset < until) and (line := file.readline(_LONGEST)):
            length, digest = len(line), self._digest
            while len(line) == _LONGEST and not line.endswith(b"\n"):
                digest = digest.copy()
                digest.update(line)
                line = file.readline(_LONGEST)
                length += len(line)
            if not line.endswith(b"\n"):
                self._torn = True
                with contextlib.suppress(*_UNREADABLE):  # it may lack nothing but its end
                    self._seq = max(self._seq, _decoder.decode(line).seq)
                break
            digest.update(line)
            self._digest = digest
            self._offset += length
            self._lines += 1
            last = line
            if length > _LONGEST:
                self._keep(f"longer than any decision ({length:,} bytes)")
            else:
                yield line
        self._tail = (self._tail + last)[-_TAIL:]

    def _decode(self, lines: Iterable[bytes]) -> Iterator[Decision]:
        for line in lines:
            try:
                decision = _decoder.decode(line)
            except _UNREADABLE as error:
                if not line.isspace():
                    self._keep_unreadable(line, error)
                continue
            if decision.v > VERSION:
                self._keep_unreadable(line, None)
                continue
            self._seq = max(self._seq, decision.seq)
            if decision.id not in self._refused:
                yield renewed(decision)

    def _keep(self, reason: str) -> None:
        self.kept.append(Kept(self._lines, reason))

    def _keep_unreadable(self, line: bytes, error: Exception | None) -> None:
        """Say what is wrong with a line, or that it is a newer version's, which we cannot know."""
        try:
            newer = msgspec.json.decode(line, type=_OfSomeVersion)
        except _UNREADABLE:
            newer = _OfSomeVersion()
        if newer.v > VERSION:
            self._keep(f"written by a newer version ({newer.v})")
            subject = newer.task or newer.session
            if isinstance(subject, str):
                self._newer.setdefault(subject, self._lines)
        else:
            self._keep(" ".join(str(error).split())[:160] or type(error).__name__)

    # Writing -----------------------------------------------------------------------------

    def refuse_read_only(self, ours: Iterable[Decision]) -> None:
        """What a newer version decided may mean what we cannot know: only it may go on there.

        Raises:
            JournalError: it has decided on what one of ours is on.
        """
        for decision in ours:
            if line := self._newer.get(decision.subject):
                raise JournalError(
                    f"{self.path}: not saved, a newer version of the workbench has decided on "
                    f"this (line {line}); update the workbench"
                )

    def _refuse_uncounted(self, ours: Iterable[Decision]) -> None:
        """What stands after a line with the highest number there is could not be read again."""
        if any(decision.seq > MOST for decision in ours):
            raise JournalError(
                f"{self.path}: not saved, no number is left for it; take the lines that have a "
                f"`seq` near {MOST} out of the journal, then start the workbench anew"
            )

    def _make_folders(self, real: Path) -> None:
        """Make the folders of a journal that does not exist yet; nobody else may look in."""
        if real.exists():
            return
        self._refuse_to_begin_anew()
        missing = [folder for folder in real.parents if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
            folder.chmod(0o700)  # whatever the umask
        for folder in missing[1:]:  # the last one's name is flushed with the file's
            flush_folder(folder.parent)

    def _refuse_to_begin_anew(self) -> None:
        """Where a drive was unmounted, an empty folder may stand: no journal is begun in that."""
        if self._was_there:
            raise JournalError(
                f"{self.path}: not saved, the journal is gone; bring back the folder it was in, "
                "or start the workbench anew to begin another"
            )
        if not self._ground.still_there():
            raise JournalError(
                f"{self.path}: not saved, {self._ground.folder} is not the folder it was; bring "
                "that back, or start the workbench anew"
            )

    def _write(self, real: Path, ours: list[Decision]) -> None:
        """Write whole lines and flush them; a new descriptor each time, never one that failed."""
        encoded = [_encoder.encode(decision) + b"\n" for decision in ours]
        if any(len(line) > _LONGEST for line in encoded):
            raise OSError(errno.EFBIG, "a decision is too long")
        lines = b"".join(encoded)
        with closed_after(self._open_to_append(real)) as descriptor:
            status = os.fstat(descriptor)
            if self._refused or not _ends_whole(descriptor, status.st_size):
                lines = b"\n" + lines  # a torn line becomes a line of its own
            ids = {decision.id for decision in ours}
            try:
                write_all(descriptor, lines)
                os.fsync(descriptor)
                self._flush_name(real, _FileId(status.st_dev, status.st_ino))
            except BaseException:
                if not (self._lock.is_certain and _taken_back(descriptor, status.st_size, lines)):
                    self._refused |= ids
                raise
            self._refused -= ids

    def _open_to_append(self, real: Path) -> int:
        """Open the journal, or make it where there was none."""
        try:
            return _open_regular(real, _TO_APPEND)
        except FileNotFoundError:
            self._refuse_to_begin_anew()
        return _open_regular(real, _TO_APPEND | _NEW)

    def _flush_name(self, real: Path, file_id: _FileId) -> None:
        """Make the file's name durable, whoever made the file: its maker may have been killed."""
        if file_id == self._flushed:
            return
        for folder in (real.parent, real.parent.parent):
            flush_folder(folder)
        self._flushed = file_id


class _Ground(Struct, frozen=True):
    """The folder in which a journal is, or would be begun, as it was when the journal was opened.

    The nearest that exists; None stands for there being none.
    """

    folder: Path
    file_id: _FileId | None

    @classmethod
    def under(cls, path: Path) -> "_Ground":
        """Return the ground of a journal."""
        for folder in path.parents:
            with contextlib.suppress(OSError):
                if file_id := _file_id(folder):
                    return cls(folder, file_id)
        return cls(path.parent, None)

    def still_there(self) -> bool:
        """Whether it is the same folder still.

        Raises:
            OSError: that cannot be told.
        """
        return _file_id(self.folder) == self.file_id


class _OfSomeVersion(msgspec.Struct):
    """What we look for in a line that is not of our version."""

    v: Number = 0
    task: Any = None
    session: Any = None


def _file_id(path: Path) -> _FileId | None:
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return _FileId(status.st_dev, status.st_ino)


def _open_regular(path: Path, flags: int) -> int:
    """Open a regular file, or make one that its owner alone may read."""
    descriptor = os.open(path, flags | _ALWAYS, 0o600)
    try:
        _refuse_what_is_no_file(descriptor)
        if flags & os.O_CREAT and hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)  # whatever the umask
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _refuse_what_is_no_file(descriptor: int) -> None:
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise OSError(errno.EINVAL, "not a regular file")


def _leads_to(point: Point, file: BinaryIO) -> bool:
    """Read a file up to a point; tells whether what stood there still does.

    It is read in large parts: between two of them, another thread may have what it computes.
    """
    digest, left = blake2b(), point.length
    while left and (some := file.read(min(left, _TO_DIGEST))):
        digest.update(some)
        left -= len(some)
    return not left and digest.digest() == point.digest


def _ends_whole(descriptor: int, size: int) -> bool:
    if not size:
        return True
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"


def _taken_back(descriptor: int, start: int, lines: bytes) -> bool:
    """Cut what was written of lines off again, and nothing else; tells whether that was done."""
    try:
        os.lseek(descriptor, start, os.SEEK_SET)
        found = os.read(descriptor, len(lines) + 1)
        if not lines.startswith(found):
            return False
        if found:
            os.ftruncate(descriptor, start)
    except OSError:
        return False
    return True


def _not_saved(path: Path, error: OSError | UnicodeEncodeError) -> str:
    return f"{path}: not saved ({_reason(error)}); --store keeps decisions in another place"


def _reason(error: OSError | UnicodeEncodeError) -> str:
    why = error.reason if isinstance(error, UnicodeEncodeError) else error.strerror
    return why or type(error).__name__
