"""Killed at any system call of a save: what was acknowledged stands, and the rest is readable."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.saving import FILE_CALLS, LONG, Call, Savers, begun, calls_of, keep, standing
from tui.decisions import Journal

strace = pytest.mark.usefixtures("strace")


@strace
@pytest.mark.parametrize("is_new", [False, True], ids=["later", "first"])
def test_killed_at_any_call_of_a_save(savers: Savers, path: Path, is_new: bool) -> None:
    before = [] if is_new else ["before"]
    begun(path, *before)
    _, trace = savers.traced(path, ("save", "x", "y"))
    calls = [call for call in calls_of(trace) if LONG or call.name in FILE_CALLS]
    assert {"write", "fsync", "openat", "sendto"} <= {call.name for call in calls}
    found: dict[Call, list[str]] = {}
    for call in calls:
        begun(path, *before)
        fault = f"inject={call.name}:signal=SIGKILL:when={call.n}"
        answers, trace = savers.traced(path, ("save", "x", "y"), options=("-e", fault))
        if call.name not in FILE_CALLS and answers:
            assert standing(path) == [*before, "x", "y"]
            continue  # threads wait for each other now more, now less often
        assert answers == []
        assert any("killed by SIGKILL" in line for line in trace), call

        journal = Journal(path)
        found[call] = [one.id for one in journal.read_new()]
        assert found[call] in (before, [*before, "x", "y"]), call
        assert (journal.kept, journal.torn) == ([], False), call
        keep(path, "after")
        assert standing(path) == [*found[call], "after"], call
    # Before it is written nothing is there, once it is written all of it.
    assert found[Call("write", 1)] == before
    assert found[Call("fsync", 1)] == [*before, "x", "y"]
    assert found[Call("sendto", 1)] == [*before, "x", "y"]


@strace
def test_killed_while_it_asks_for_the_lock(savers: Savers, path: Path) -> None:
    begun(path, "before")
    for name in ("openat", "flock", "futex"):
        fault = f"inject={name}:signal=SIGKILL:when=1"
        answers, _ = savers.traced(path, ("save", "x"), options=("-f", "-e", fault))
        assert answers == []
        assert standing(path) == ["before"]
    keep(path, "after")
    assert standing(path) == ["before", "after"]


def test_a_tail_torn_by_a_kill_is_set_aside_and_named(path: Path) -> None:
    """A write itself may be cut, between two pages."""
    begun(path, "before")
    keep(path, "whole")
    whole = path.read_bytes()
    first = whole.index(b"\n") + 1
    for cut in range(first + 1, len(whole) - 1, 1 if LONG else 23):
        path.write_bytes(whole[:cut])
        journal = Journal(path)
        assert [one.id for one in journal.read_new()] == ["before"]
        assert journal.torn
        keep(path, "after")
        journal = Journal(path)
        ids = [one.id for one in journal.read_new()]
        kept = [line.line for line in journal.kept]
        assert (ids, kept) == (["before", "after"], [2])
        assert path.read_bytes().startswith(whole[:cut] + b"\n")


def test_a_tail_that_lacks_only_its_end_counts_before_what_follows(path: Path) -> None:
    keep(path, "before", "whole")
    path.write_bytes(path.read_bytes()[:-1])
    journal = Journal(path)
    assert ([one.id for one in journal.read_new()], journal.torn) == (["before"], True)
    keep(path, "after")
    found = Journal(path).read_new()
    assert [(one.id, one.seq) for one in found] == [("before", 1), ("whole", 2), ("after", 3)]
