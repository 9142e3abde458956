"""A process of ours that does a piece of work beside this one, and talks to it through pipes.

It runs a function `main(asked, told, *arguments)` of a module: `asked` is what this process
writes, `told` is what it reads. It gives way to whoever wants the processor, since nobody waits
for reading where a key can be answered instead.
"""

import contextlib
import gc
import os
import signal
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import subprocess

_ROOT = Path(__file__).parents[2]
_NICENESS = 10
_PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from tui.library.child import work; work(*sys.argv[2:])"
)


class Child:
    """A child process that is at work; ended with `end`, or by itself.

    `to` and `from_` are its pipes.
    """

    def __init__(
        self, module: str, *arguments: str, copied: bool = False, leads: bool = False
    ) -> None:
        """Start it.

        Args:
            module: the module whose `main` it runs.
            arguments: what `main` is given after the pipes.
            copied: whether it may be a copy of this process, which saves importing everything
                again. SQLite forbids it where both have the same database open
                (https://www.sqlite.org/howtocorrupt.html, on fork).
            leads: whether processes that it starts itself are to end with it.

        Raises:
            OSError: there can be no more processes.
        """
        self._leads = leads and os.name == "posix"
        self._process: subprocess.Popen[bytes] | _Forked
        if copied and _can_be_copied():
            self._process = _Forked(module, arguments, leads=leads)
        else:
            self._process = _spawned(module, arguments, leads=leads)
        if self._process.stdin is None or self._process.stdout is None:
            raise ValueError("a child process is talked to through pipes")
        self.to: IO[bytes] = self._process.stdin
        self.from_: IO[bytes] = self._process.stdout

    def wait(self) -> None:
        """Wait until it has ended by itself."""
        self._process.wait()

    def end(self) -> None:
        """End it, and the processes that it leads, whatever they are doing."""
        if self._leads and self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """Let go of its pipes."""
        for pipe in (self.to, self.from_):
            with contextlib.suppress(OSError):  # what was written last may never have left
                pipe.close()


def work(module: str, *arguments: str) -> None:
    """Do a child's work; what a child that was started anew runs."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    gc.disable()  # it lives for seconds, and nothing of ours is cyclic
    import_module(module).main(sys.stdin.buffer, sys.stdout.buffer, *arguments)


def _can_be_copied() -> bool:
    """Whether a copy of this process would work.

    Not where it has threads, which would be missing in the copy; nor on macOS, whose own
    libraries do not bear it (https://docs.python.org/3/library/multiprocessing.html, on start
    methods).
    """
    return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1


def _spawned(module: str, arguments: Sequence[str], *, leads: bool) -> "subprocess.Popen[bytes]":
    """Start a new Python, which finds the package where this copy of it lies.

    -P keeps the current folder, which may be that of the notes, from being imported from.
    """
    import subprocess  # only many files are read in processes; listing starts without it

    return subprocess.Popen(
        [sys.executable, "-P", "-c", _PROGRAM, os.fspath(_ROOT), module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        process_group=0 if leads and os.name == "posix" else None,
    )


class _Forked:
    """A copy of this process, with the few things of `subprocess.Popen` that are asked of it."""

    def __init__(self, module: str, arguments: Sequence[str], *, leads: bool) -> None:
        asked, to = os.pipe()
        from_, told = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            _work_as_copy(asked, told, module, arguments, leads=leads)
        os.close(asked)
        os.close(told)
        self.stdin: IO[bytes] = open(to, "wb")  # noqa: SIM115 - closed by `Child.close`
        self.stdout: IO[bytes] = open(from_, "rb")  # noqa: SIM115
        self._has_ended = False
        self._guard = threading.Lock()

    def poll(self) -> int | None:
        """Return the id of the process if it has ended, None if it is at work."""
        if not self._guard.acquire(blocking=False):
            return None  # another thread waits for its end
        try:
            return self._look(os.WNOHANG)
        finally:
            self._guard.release()

    def wait(self) -> int | None:
        """Wait until it has ended."""
        with self._guard:
            return self._look(0)

    def kill(self) -> None:
        """End it, if it is still there."""
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def _look(self, options: int) -> int | None:
        if not self._has_ended:
            self._has_ended = bool(os.waitpid(self.pid, options)[0])
        return self.pid if self._has_ended else None


def _work_as_copy(
    asked: int, told: int, module: str, arguments: Sequence[str], *, leads: bool
) -> NoReturn:
    """Do a child's work in a copy of its parent, and end without the parent's farewells.

    Nothing of the parent's is kept open: neither its terminal, nor pipes whose end others wait for.
    """
    status = 1
    try:
        if leads:
            os.setpgid(0, 0)
        os.nice(_NICENESS)
        gc.disable()
        with open(os.devnull, "r+b", buffering=0) as nothing:
            for standard in (0, 1, 2):
                os.dup2(nothing.fileno(), standard)
        first, last = sorted((asked, told))
        os.closerange(3, first)
        os.closerange(first + 1, last)
        os.closerange(last + 1, os.sysconf("SC_OPEN_MAX"))
        with open(asked, "rb") as orders, open(told, "wb") as answers:
            import_module(module).main(orders, answers, *arguments)
        status = 0
    finally:
        os._exit(status)
