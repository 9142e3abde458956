"""Processes that save decisions, and the faults that are put in their way."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest

from tests.program import ROOT
from tests.samples import decision
from tui.decisions import Journal

LONG = os.environ.get("FAULTS") == "long"
"""Whether every sweep is made in full, which takes minutes; by hand: FAULTS=long pytest …"""

_PATIENCE_SECONDS = 60.0
_PACKET = 1 << 20
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
# The calls that see or change files. Dying at any other is dying at the next of these.
FILE_CALLS = frozenset({
    "openat", "open", "read", "pread64", "write", "pwrite64", "lseek", "close", "fsync", "flock",
    "fdatasync", "ftruncate", "newfstatat", "fstat", "lstat", "stat", "statx", "mkdir", "mkdirat",
    "chmod", "fchmod", "fchmodat", "rename", "unlink", "unlinkat", "link", "readlink", "fcntl",
    "ioctl", "access", "faccessat2", "sendto",
})  # fmt: skip


class Answer(NamedTuple):
    """What a process said of one step: `why` is empty if it was done."""

    step: str
    why: str
    ids: list[Any]
    shown: list[str]
    warning: str


class Saving:
    """A process that saves, and what it has said."""

    def __init__(self, pid: int, answers: socket.socket) -> None:
        self.pid = pid
        self.answers_socket = answers

    def begin(self) -> None:
        """Let it begin, if it waits."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGUSR1)

    def kill(self) -> None:
        """End it here and now, wherever it is."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def answers(self) -> Iterator[Answer]:
        """Yield what it says until it ends; a crash of its own fails the test."""
        with self.answers_socket:
            while answer := self.next_answer():
                yield answer

    def next_answer(self) -> Answer | None:
        """The next thing it says, None once it has ended."""
        packet = self.answers_socket.recv(_PACKET)
        if not packet:
            return None
        said = json.loads(packet)
        assert said["step"] != "crashed", said["why"]
        return Answer(**said)


class Savers:
    """Where such processes come from."""

    def __init__(self) -> None:
        self._asking, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.saver"],
                stdin=theirs.fileno(),
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
        self._asking.settimeout(_PATIENCE_SECONDS)

    def start(self, path: Path, *plan: tuple[Any, ...], wait: bool = False, **more: Any) -> Saving:
        """Start a process that saves in a journal at a path.

        Args:
            path: The journal.
            plan: Steps, each the name of one of its methods and what that takes.
            wait: Whether it waits for `begin`.
            more: What else it understands.
        """
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        asked = {"path": str(path), "plan": plan, "wait": wait, **more}
        with theirs:
            socket.send_fds(self._asking, [json.dumps(asked).encode()], [theirs.fileno()])
        ours.settimeout(_PATIENCE_SECONDS)
        pid = int(self._asking.recv(_PACKET))
        if wait:
            assert ours.recv(_PACKET) == b"ready"
        return Saving(pid, ours)

    def close(self) -> None:
        """End the program they are forked from."""
        self._asking.close()
        self._program.wait(_PATIENCE_SECONDS)

    def run(self, path: Path, *plan: tuple[Any, ...], **more: Any) -> list[Answer]:
        """Run a process to its end."""
        return list(self.start(path, *plan, **more).answers())

    def traced(
        self,
        path: Path,
        *plan: tuple[Any, ...],
        options: tuple[str, ...] = (),
        stop_after: int | None = None,
        **more: Any,
    ) -> tuple[list[Answer], list[str]]:
        """Run a process to its end under strace; returns its answers and the lines of the trace.

        Nothing is traced but what it does from the first step on. A system call that is delayed
        holds up strace to its end, too: `stop_after` so many answers both are killed.
        """
        process = self.start(path, *plan, wait=True, **more)
        with tempfile.NamedTemporaryFile("r", errors="replace") as trace:
            command = ["strace", "-s", "80", "-o", trace.name, *options, "-p", str(process.pid)]
            with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
                assert tracer.stderr is not None
                _wait_for_tracer(tracer.stderr, process)
                process.begin()
                if stop_after is None:
                    answers = list(process.answers())
                else:
                    said = (process.next_answer() for _ in range(stop_after))
                    answers = [answer for answer in said if answer]
                    process.kill()
                    tracer.kill()
            return answers, trace.read().splitlines()


def _wait_for_tracer(errors: IO[str], process: Saving) -> None:
    said = errors.readline()
    if "attached" not in said:
        process.kill()
        pytest.fail(f"strace does not attach: {said}")


def why_no_strace(savers: Savers, path: Path) -> str:
    """Why a test that needs strace cannot run; empty if it can."""
    if not shutil.which("strace"):
        return "needs strace (apt install strace)"
    process = savers.start(path, wait=True)
    tried = subprocess.Popen(
        ["strace", "-o", os.devnull, "-p", str(process.pid)], stderr=subprocess.PIPE, text=True
    )
    with tried:
        assert tried.stderr is not None
        said = tried.stderr.readline()
        process.kill()
    return "" if "attached" in said else f"needs strace, which may not attach here: {said.strip()}"


class Call(NamedTuple):
    """The nth call of a name that a process makes."""

    name: str
    n: int


def calls_of(trace: list[str]) -> list[Call]:
    """The system calls of a trace, from the first step to the first answer."""
    seen: Counter[str] = Counter()
    calls = []
    for line in trace:
        if found := _CALL.match(line):
            name = found[1]
            seen[name] += 1
            calls.append(Call(name, seen[name]))
            if name == "sendto":
                break
    return calls[1:]  # the first is the waiting


def calls_in_threads(trace: list[str]) -> list[Call]:
    """What the first thread that is begun does with files, in a trace that follows all of them."""
    lines = [line.partition(" ") for line in trace]
    main = lines[0][0]
    thread = next(who for who, _, _ in lines if who != main)
    told = (_CALL.match(said.lstrip()) for who, _, said in lines if who == thread)
    seen: Counter[str] = Counter()
    calls = []
    for name in (found[1] for found in told if found):
        seen[name] += 1
        if name in FILE_CALLS:
            calls.append(Call(name, seen[name]))
    return calls


def begun(path: Path, *ids: str) -> None:
    """Make a journal that holds some decisions; without any, let there be none, nor its folder."""
    shutil.rmtree(path.parent, ignore_errors=True)
    if ids:
        keep(path, *ids)


def keep(path: Path, *ids: str) -> None:
    """Decide, here, as another who opens the journal and saves."""
    Journal(path).append(
        lambda seq: [decision(id=one, seq=seq + place, task=one) for place, one in enumerate(ids)]
    )


def standing(path: Path) -> list[str]:
    """The ids of the decisions in a journal, as the next to open it reads them."""
    return [one.id for one in Journal(path).read_new()]
