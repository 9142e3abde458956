"""One heap for all threads."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import COMMAND, ROOT, Desk, environment
from tests.terminal import AVAILABLE, Terminal

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
_HEAP = 1 << 26  # bytes that the C library sets aside for the heap of a thread


def heaps_in(maps: str) -> list[int]:
    """Where the heaps of threads begin: part of what is set aside for one is not used yet."""
    parts = re.findall(r"^(\w+)-(\w+) (\S+) 00000000 00:00 0 *$", maps, re.MULTILINE)
    begins = [int(start, 16) for start, _, rights in parts if rights == "rw-p"]
    ends = [int(end, 16) for _, end, rights in parts if rights == "---p"]
    return [start for start in begins if start % _HEAP == 0 and start + _HEAP in ends]


def heaps_after(first: str) -> int:
    """How many heaps there are where six threads have memory."""
    program = _THREADS.format(first=first)
    command = [sys.executable, "-c", program]
    return int(subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout)


def test_threads_take_memory_from_one_heap() -> None:
    share = "from tui.cli.heap import keep_heap_small; share_one_heap()"
    if heaps_after("") < 6:
        pytest.skip("the C library of this system gives threads no heaps of their own")
    assert heaps_after(share) == 0


@pytest.mark.terminal
@pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals")
def test_the_workbench_has_one_heap(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with Terminal() as terminal:
        terminal.start([*COMMAND, desk.notes], env=environment(desk.home), cwd=desk.home)
        terminal.wait_for(lambda seen: " 3 sessions" in seen.screen[0])
        assert heaps_in(Path(f"/proc/{terminal.pid}/maps").read_text()) == []
        terminal.press("q")
        assert terminal.wait_exit() == 0
