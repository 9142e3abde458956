"""A program that forks one process after the other, each of which saves decisions as it is told.

It has imported everything before it forks, so that a process makes no system call but those of a
save, and begins in no time. It is asked over the socket that is its stdin, one packet a process:
a JSON object, with the socket on which the process answers.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import socket
import sys
import traceback
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

import filelock  # noqa: F401 - a save imports it when it first needs it

from tests.samples import decision
from tui.decisions import Decision, Journal, JournalError

_ANYONE_MAY_TRACE = 0x59616D61, ctypes.c_ulong(-1)  # PR_SET_PTRACER, where Yama asks for it
_PACKET = 1 << 16


class Process:
    """One process: a journal, and a socket on which it says what became of each step."""

    def __init__(self, asked: dict[str, Any], answers: socket.socket) -> None:
        self._asked = asked
        self._answers = answers
        self._journal = Journal(Path(asked["path"]))
        self._shown: list[str] = []

    def run(self) -> None:
        """Do what was asked; `wait` is for a signal, as a tracer must come first."""
        self._show(self._journal.read_new())
        if self._asked.get("wait"):
            self._answers.send(b"ready")
            signal.sigwait({signal.SIGUSR1})
        for step, *rest in self._asked["plan"]:
            try:
                getattr(self, step)(*rest)
                self._say(step, rest, "")
            except JournalError as error:
                self._say(step, rest, str(error))

    def save(self, *ids: str) -> None:
        """Decide, as one step."""
        self._show(self._journal.append(lambda seq: _decisions(ids, seq)))

    def look(self) -> None:
        """See what is new."""
        self._show(self._journal.read_new())

    def limit(self, size: int) -> None:
        """Let no file grow beyond a size: a write stops there, half way."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def go_on(self, name: str) -> None:
        """Decide until killed."""
        for number in count():
            self.save(f"{name}-{number}")
            self._shown.clear()
            self._say("save", [f"{name}-{number}"], "")

    def _show(self, decisions: list[Decision]) -> None:
        self._shown += [one.id for one in decisions]

    def _say(self, step: str, rest: list[Any], why: str) -> None:
        said = {
            "step": step, "ids": rest, "why": why, "shown": self._shown,
            "warning": self._journal.warning,
        }  # fmt: skip
        self._answers.send(json.dumps(said).encode())


def _decisions(ids: tuple[str, ...], seq: int) -> list[Decision]:
    return [decision(id=one, seq=seq + place, task=one) for place, one in enumerate(ids)]


def _live(asked: dict[str, Any], answers: socket.socket) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.umask(asked.get("umask", 0o022))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(*_ANYONE_MAY_TRACE, 0, 0, 0)
    try:
        Process(asked, answers).run()
    except BaseException:  # noqa: BLE001 - the test says it
        answers.send(json.dumps({"step": "crashed", "why": traceback.format_exc()}).encode())
    os._exit(0)


def main() -> None:
    """Fork a process for every packet."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    asking = socket.socket(fileno=0)
    while True:
        packet, (*descriptors,), _, _ = socket.recv_fds(asking, _PACKET, 1)
        if not packet:
            return
        pid = os.fork()
        answers = socket.socket(fileno=descriptors[0])
        if not pid:
            asking.close()
            _live(json.loads(packet), answers)
        answers.close()
        asking.send(str(pid).encode())


if __name__ == "__main__":
    main()
