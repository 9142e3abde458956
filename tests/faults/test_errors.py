"""A disk that is full, broken or read-only at any system call of a save: unsaved, and said so."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

import pytest

from tests.faults.saving import (
    FILE_CALLS,
    LONG,
    Answer,
    Call,
    Savers,
    begun,
    calls_in_threads,
    calls_of,
    keep,
    standing,
)
from tui.decisions import Journal

strace = pytest.mark.usefixtures("strace")

ERRORS = ("ENOSPC", "EIO", "EROFS", "EINTR")
WRITING = frozenset({"openat", "write", "fsync"})
LOCKING = frozenset({"openat", "flock"})
PLAN = (("save", "x", "y"), ("look",), ("save", "again"))


def faults(calls: list[Call]) -> list[tuple[Call, str]]:
    """Every error at every call; in the ordinary run, at calls that only look, one in turn."""
    calls = [call for call in calls if call.name in FILE_CALLS - {"sendto"}]
    return [
        (call, error)
        for place, call in enumerate(calls)
        for number, error in enumerate(ERRORS)
        if LONG or call.name in WRITING or place % len(ERRORS) == number
    ]


def check(path: Path, before: list[str], answers: list[Answer], about: object) -> None:
    """What is said to be saved stands and is shown, what is not is not; nothing else is hurt."""
    kept = list(before)
    for answer in answers:
        if answer.why:
            assert re.match(
                rf"{re.escape(str(path))}: (not saved \(.+\); --store keeps decisions in another "
                r"place|could not be read \(.+\); the file is left as it is)\Z",
                answer.why,
            ), (about, answer)
        elif answer.step == "save":
            kept += answer.ids
        assert set(answer.shown) <= set(kept), about
    assert set(kept) <= set(answers[-1].shown), about
    journal = Journal(path)
    assert [one.id for one in journal.read_new()] == kept, about
    assert (journal.kept, journal.torn) == ([], False), about


@strace
@pytest.mark.parametrize("is_new", [False, True], ids=["later", "first"])
def test_an_error_at_any_call_of_a_save(savers: Savers, path: Path, is_new: bool) -> None:
    before = [] if is_new else ["before"]
    begun(path, *before)
    _, trace = savers.traced(path, *PLAN)
    refused: set[tuple[str, str]] = set()
    for call, error in faults(calls_of(trace)):
        begun(path, *before)
        fault = f"inject={call.name}:error={error}:when={call.n}"
        answers, _ = savers.traced(path, *PLAN, options=("-e", fault))
        check(path, before, answers, (call, error))
        saved, _, again = answers
        assert not again.why, (call, error, again)  # it was once, and the reviewer goes on
        if error == "EINTR" and call.name in WRITING:
            assert not saved.why, (call, error, saved)  # nothing is wrong
        if saved.why:
            refused.add((call.name, error))
    must = {(name, error) for name in ("write", "fsync") for error in ERRORS[:3]}
    assert must <= refused


@strace
@pytest.mark.parametrize("is_new", [False, True], ids=["later", "first"])
def test_an_error_at_any_call_for_the_lock(savers: Savers, path: Path, is_new: bool) -> None:
    """It is asked for in a thread, a new one for each save, which all meet with it."""
    before = [] if is_new else ["before"]
    begun(path, *before)
    _, trace = savers.traced(path, *PLAN, options=("-f",))
    asking = calls_in_threads(trace)
    assert {call.name for call in asking} >= LOCKING
    for place, call in enumerate(asking):
        for number, error in enumerate(ERRORS):
            if not LONG and call.name not in LOCKING and place % len(ERRORS) != number:
                continue
            begun(path, *before)
            fault = f"inject={call.name}:error={error}:when={call.n}"
            answers, _ = savers.traced(path, *PLAN, options=("-f", "-e", fault))
            check(path, before, answers, (call, error))
            keep(path, "after")  # the reviewer goes on
            assert standing(path)[-1] == "after"


@strace
@pytest.mark.parametrize("is_new", [False, True], ids=["later", "first"])
@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EROFS"])
@pytest.mark.parametrize("name", ["openat", "write", "fsync", "flock"])
def test_an_error_that_stays(
    savers: Savers, path: Path, name: str, error: str, is_new: bool
) -> None:
    before = [] if is_new else ["before"]
    begun(path, *before)
    fault = f"inject={name}:error={error}:when=1+"
    answers, _ = savers.traced(path, *PLAN, options=("-f", "-e", fault))
    assert [bool(answer.why) for answer in answers if answer.step == "save"] == [True, True]
    assert set(answers[-1].shown) <= set(before)
    assert standing(path) == before
    keep(path, "after")
    assert standing(path) == [*before, "after"]


@strace
def test_after_a_flush_that_failed_all_is_written_and_flushed_anew(
    savers: Savers, path: Path
) -> None:
    begun(path, "before")
    fault = "inject=fsync:error=EIO:when=1"
    _, trace = savers.traced(path, *PLAN, options=("-y", "-e", fault))
    about = [line for line in trace if "/tasks.jsonl>" in line]
    told = [re.match(r"\w+", line) for line in about]
    names = [found[0] for found in told if found]
    failed = next(place for place, line in enumerate(about) if line.startswith("fsync"))
    assert "EIO" in about[failed]
    assert names[failed - 1] == "write"
    after = names[failed + 1 :]
    # Never flushed again through the descriptor that failed: cut off, closed, and all anew.
    assert after[: after.index("close") + 1] == ["lseek", "read", "ftruncate", "close"]
    anew = [name for name in after[after.index("close") + 1 :] if name in {"write", "fsync"}]
    assert anew == ["write", "fsync"]
    assert standing(path) == ["before", "again"]


@strace
def test_what_cannot_be_taken_back_is_not_shown_as_saved(savers: Savers, path: Path) -> None:
    begun(path, "before")
    stuck = ("-e", "inject=fsync:error=EIO:when=1", "-e", "inject=ftruncate:error=EPERM")
    (saved, looked, again), _ = savers.traced(path, *PLAN, options=stuck)
    assert "not saved" in saved.why
    assert (looked.why, set(looked.shown)) == ("", {"before"})
    assert again.why == ""
    assert "x" not in again.shown
    assert again.shown[-1] == "again"
    assert standing(path)[0] == "before"
    assert standing(path)[-1] == "again"


def test_short_writes(savers: Savers, path: Path) -> None:
    """A file that may not grow: the system takes a part of the line, and then no more."""
    begun(path, "before")
    old = path.read_bytes()
    keep(path, "x", "y")
    lines = len(path.read_bytes()) - len(old)
    for taken in range(0, lines, 1 if LONG else 29):
        path.write_bytes(old)
        plan = (("limit", len(old) + taken), *PLAN[:2], ("limit", 1 << 20), PLAN[2])
        answers = savers.run(path, *plan)
        check(path, ["before"], answers[1:], taken)
        assert [bool(answer.why) for answer in answers] == [False, True, False, False, False]
        assert "File too large" in answers[1].why
    path.write_bytes(old)
    assert not savers.run(path, ("limit", len(old) + lines), PLAN[0])[1].why


def test_a_write_that_takes_little_at_a_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:1]))
    keep(path, "a", "b")
    assert standing(path) == ["a", "b"]


def test_a_write_that_takes_nothing_does_not_go_on_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(path, "before")
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda *_: 0)
        with pytest.raises(Exception, match="nothing more is taken"):
            keep(path, "x")
    assert standing(path) == ["before"]


def test_a_file_replaced_while_it_is_written_is_written_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As git does when it merges: what went to the file that is gone is not kept."""
    keep(path, "before", "theirs")
    merged = path.read_bytes()
    begun(path, "before")
    fsync = os.fsync
    done: list[int] = []

    def replaced(descriptor: int) -> None:
        fsync(descriptor)
        if not done:
            done.append(descriptor)
            path.with_name("new").write_bytes(merged)
            path.with_name("new").replace(path)

    monkeypatch.setattr(os, "fsync", replaced)
    keep(path, "ours")
    assert standing(path) == ["before", "theirs", "ours"]


def test_a_file_replaced_again_and_again_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(path, "before")
    before = path.read_bytes()
    fsync = os.fsync

    def replaced(descriptor: int) -> None:
        fsync(descriptor)
        path.with_name("new").write_bytes(before)
        path.with_name("new").replace(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", replaced)
        with pytest.raises(Exception, match=r"not saved .*replaced by another program"):
            keep(path, "ours")
    assert path.read_bytes() == before


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EOPNOTSUPP, errno.EACCES])
def test_a_folder_that_cannot_be_flushed_holds_up_nobody(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Some file systems have no way to; what is in the file is flushed all the same."""
    fsync = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    keep(path, "x")
    assert standing(path) == ["x"]
