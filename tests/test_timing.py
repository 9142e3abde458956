"""A terminal that times a program tells the same as one that watches it, and answers it."""

from __future__ import annotations

import sys

import pytest

from tests.terminal import AVAILABLE, Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals"),
]

_ASKS = """
import sys, tty
tty.setraw(0)
sys.stdout.write("begun \x1b[?2026$p")
sys.stdout.flush()
answer = ""
while not answer.endswith("y"):
    answer += sys.stdin.read(1)
print("answered", flush=True)
sys.stdin.read(1)
"""
_ENDS = "print('begun', flush=True)"


def test_what_was_shown_is_told_with_its_time() -> None:
    with Terminal() as terminal:
        terminal.start([sys.executable, "-c", _ASKS])
        begun = terminal.time_until("begun")
        answered = terminal.time_until("answered")
        assert 0 < begun < answered
        assert terminal.time_until("answered") == answered
        terminal.press("q")


def test_what_is_never_shown_is_an_error() -> None:
    with Terminal() as terminal:
        terminal.start([sys.executable, "-c", _ENDS])
        with pytest.raises(TimeoutError, match="the program ended before it showed 'more'"):
            terminal.time_until("more")
