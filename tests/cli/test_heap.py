"""One heap for all threads, and nothing large in it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import ROOT, Desk, opened_in_terminal
from tests.terminal import AVAILABLE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such heaps")

_THREADS = """
import threading
from pathlib import Path
from tests.cli.test_heap import heaps_in
{first}
begun = threading.Barrier(7)
def take():
    memory = [bytes(1000) for _ in range(1000)]
    begun.wait()
    begun.wait()
for _ in range(6):
    threading.Thread(target=take, daemon=True).start()
begun.wait()
print(len(heaps_in(Path("/proc/self/maps").read_text())))
begun.wait()
"""
_LARGE = """
from pathlib import Path
from tests.cli.test_heap import size_of_heap
{first}
bytes(10_000_000)  # something larger was put down before
before = size_of_heap(Path("/proc/self/maps").read_text())
one = bytes(5_000_000)
print(size_of_heap(Path("/proc/self/maps").read_text()) - before)
"""
_HOLES = """
from pathlib import Path
from time import monotonic
from tests.cli.test_heap import in_use
from tui.cli import heap
heap._BETWEEN_TWO = heap._WORKED = 0.01
memory = [bytes(1000) for _ in range(40_000)]
{first}
full = in_use(Path("/proc/self/smaps").read_text())
memory = memory[::50]
until = monotonic() + {patience}
while (left := in_use(Path("/proc/self/smaps").read_text())) > full / 2 and monotonic() < until:
    pass
print(full - left)
"""
_PATIENCE = 60.0  # it only ends what has failed
_SMALL = "from tui.cli.heap import keep_heap_small; keep_heap_small()"
_HEAP = 1 << 26  # bytes that the C library sets aside for the heap of a thread


def heaps_in(maps: str) -> list[int]:
    """Where the heaps of threads begin: part of what is set aside for one is not used yet."""
    parts = re.findall(r"^(\w+)-(\w+) (\S+) 00000000 00:00 0 *$", maps, re.MULTILINE)
    begins = [int(start, 16) for start, _, rights in parts if rights == "rw-p"]
    ends = [int(end, 16) for _, end, rights in parts if rights == "---p"]
    return [start for start in begins if start % _HEAP == 0 and start + _HEAP in ends]


def size_of_heap(maps: str) -> int:
    """How large the heap is that all threads share, in bytes."""
    found = re.search(r"^(\w+)-(\w+) .*\[heap\]$", maps, re.MULTILINE)
    return int(found[2], 16) - int(found[1], 16) if found else 0


def in_use(smaps: str) -> int:
    """How much of that heap is in memory, in bytes."""
    found = re.search(r"\[heap\]\n(?:.*\n)*?Rss: +(\d+) kB", smaps)
    return 1024 * int(found[1]) if found else 0


def said_by(program: str, first: str, patience: float = 0.0) -> int:
    """The number that a program prints which does something else first."""
    command = [sys.executable, "-c", program.format(first=first, patience=patience)]
    return int(subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout)


def test_threads_take_memory_from_one_heap() -> None:
    if said_by(_THREADS, "") < 6:
        pytest.skip("the C library of this system gives threads no heaps of their own")
    assert said_by(_THREADS, _SMALL) == 0


def test_what_is_large_stays_out_of_the_heap() -> None:
    if said_by(_LARGE, "") < 4_000_000:
        pytest.skip("the C library of this system keeps it out by itself")
    assert said_by(_LARGE, _SMALL) < 1_000_000


def test_what_was_put_down_between_what_stays_is_given_back() -> None:
    if said_by(_HOLES, "") > 20_000_000:
        pytest.skip("the C library of this system gives it back by itself")
    assert said_by(_HOLES, _SMALL, _PATIENCE) > 20_000_000


@pytest.mark.terminal
@pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals")
def test_the_workbench_has_one_heap(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with opened_in_terminal(desk) as terminal:
        assert heaps_in(Path(f"/proc/{terminal.pid}/maps").read_text()) == []
        terminal.press("q")
        assert terminal.wait_exit() == 0
