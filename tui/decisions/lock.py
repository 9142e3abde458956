"""The lock that keeps those who write a journal apart, also where the file system has none.

The system's own lock (flock) comes first. A network file system may refuse it, or never answer;
then a file that only one can make stands in for it, and `warning` says so.
"""

import contextlib
import errno
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock

_BUSY_SECONDS = 5.0
_SILENT_SECONDS = 1.0  # waited for once: from then on another lock is asked for
_LOOKS = 4  # so often meanwhile; of a machine that stood still in between, only one is spoilt
_POLL_SECONDS = 0.01
_RELEASES = 3
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})


class Busy(Exception):
    """Someone else holds the lock; says for how long that was waited for, in a clause."""


class _Silent(Exception):
    """The file system did not answer."""


class WriteLock:
    """The lock of one journal. One thread may hold it at a time."""

    def __init__(self) -> None:
        self.warning = ""

    @property
    def is_certain(self) -> bool:
        """Whether nobody else can be writing: another machine may trust in another lock."""
        return not self.warning

    @contextlib.contextmanager
    def held(self, path: Path) -> Iterator[None]:
        """Hold the lock of the journal at a path, which no symbolic link leads to.

        Raises:
            Busy: someone else has held it for too long.
            OSError: no lock can be had.
        """
        lock = self._acquire(path)
        try:
            yield
        finally:
            _release(lock)

    def _acquire(self, path: Path) -> "BaseFileLock":
        from filelock import Timeout

        deadline = time.monotonic() + _BUSY_SECONDS
        while True:
            lock = self._new(path)
            try:
                _Question(lock).ask()
            except Timeout:
                if time.monotonic() >= deadline:
                    raise Busy(
                        f"another program has held the journal's lock for {_BUSY_SECONDS:.0f} "
                        f"seconds; if none is running, remove {lock.lock_file}"
                    ) from None
                time.sleep(_POLL_SECONDS)
            except _Silent:
                if self.warning:
                    raise OSError(errno.ETIMEDOUT, "the file system does not answer") from None
                self._do_without(path, "no answer")
            except OSError as error:
                if self.warning or error.errno is None or error.errno not in _NO_LOCKS:
                    raise
                self._do_without(path, os.strerror(error.errno))
            else:
                return lock

    def _new(self, path: Path) -> "BaseFileLock":
        """Not bound to a thread: it is asked for in one, and released in another."""
        if self.warning:
            from filelock import SoftFileLock

            return SoftFileLock(f"{path}.held", mode=0o600, thread_local=False)
        from filelock import FileLock

        return FileLock(f"{path}.lock", mode=0o600, thread_local=False, fallback_to_soft=False)

    def _do_without(self, path: Path, why: str) -> None:
        self.warning = (
            f"{path.parent}: the file system gives no locks ({why}); a file beside the journal, "
            f"{path.name}.held, keeps those who write it apart"
        )


class _Question(threading.Thread):
    """Asks for a lock once, where no answer holds up nobody; a lock given too late is given back.

    A daemon: the program may end before the file system answers.
    """

    def __init__(self, lock: "BaseFileLock") -> None:
        super().__init__(name="journal lock", daemon=True)
        self._lock = lock
        self._guard = threading.Lock()
        self._answered = threading.Event()
        self._given_up = False
        self._error: OSError | None = None

    def ask(self) -> None:
        """Ask, and wait for the answer.

        Raises:
            Timeout: someone else holds the lock.
            _Silent: there is no answer.
            OSError: the answer is an error.
        """
        try:
            self.start()
        except RuntimeError as error:
            raise OSError(errno.EAGAIN, "no thread can be started") from error
        try:
            any(self._answered.wait(_SILENT_SECONDS / _LOOKS) for _ in range(_LOOKS))
        finally:
            with self._guard:
                self._given_up = not self._answered.is_set()
        if self._given_up:
            raise _Silent
        if self._error:
            raise self._error

    def run(self) -> None:
        """Ask, in the thread."""
        try:
            self._lock.acquire(blocking=False)
        except OSError as error:
            self._error = error
        with self._guard:
            if not self._given_up:
                self._answered.set()
                return
        if self._error is None:
            _release(self._lock)


def _release(lock: "BaseFileLock") -> None:
    """Release a lock; what was saved under it is saved, whatever becomes of this."""
    for _ in range(_RELEASES):
        with contextlib.suppress(OSError):
            lock.release()
            return
