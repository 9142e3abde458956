"""A workbench that the system stops and lets go on, as `kill -STOP` and `kill -CONT` do."""

from __future__ import annotations

import asyncio
import os
import signal
from functools import partial
from pathlib import Path

import pytest
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

from tests.program import Desk, opened_in_terminal
from tests.terminal import AVAILABLE, Terminal
from tui.ui.continuing import listening_once


@pytest.mark.terminal
@pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals")
def test_it_listens_and_ends_as_before(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with opened_in_terminal(desk) as terminal:
        for times in range(1, 5):
            os.kill(terminal.pid, signal.SIGSTOP)
            os.waitid(os.P_PID, terminal.pid, os.WSTOPPED | os.WNOWAIT)
            os.kill(terminal.pid, signal.SIGCONT)
            terminal.wait_for(partial(has_entered, times + 1))
            terminal.wait_for(lambda seen: " 3 sessions" in seen.screen[0])
            terminal.press("f1")
            terminal.wait_for("─ Help ")
            terminal.press("escape")
            terminal.wait_for(lambda seen: "─ Help " not in seen.text)
        assert screens_left(terminal) == screens_entered(terminal) - 1
        terminal.press("q")
        assert terminal.wait_exit() == 0


async def test_it_begins_nothing_while_it_gives_the_terminal_back() -> None:
    done = list[str]()

    class Interrupted(HeadlessDriver):
        def start_application_mode(self) -> None:
            done.append("started")

        def stop_application_mode(self) -> None:
            done.append("stopping")
            self.resume_application_mode()  # what the handler of the signal does
            done.append("stopped")

    taken = asyncio.Event()
    driver = listening_once(Interrupted, taken.set)(App())
    driver.start_application_mode()
    driver.suspend_application_mode()
    assert done == ["started", "stopping", "stopped"]
    await taken.wait()  # once it has the terminal again
    driver.resume_application_mode()
    assert done[3:] == ["started"]


def has_entered(times: int, terminal: Terminal) -> bool:
    """Whether the program took the terminal so often."""
    return screens_entered(terminal) >= times


def screens_entered(terminal: Terminal) -> int:
    """How often the program took the terminal."""
    return terminal.raw.count(b"\x1b[?1049h")


def screens_left(terminal: Terminal) -> int:
    """How often it gave the terminal back."""
    return terminal.raw.count(b"\x1b[?1049l")
