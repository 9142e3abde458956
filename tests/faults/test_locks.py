"""File systems whose locks are missing or never answer: another lock, with a warning."""

from __future__ import annotations

import errno
import os
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import SoftFileLock, UnixFileLock

from tests.faults.saving import Savers, begun, keep, standing
from tests.program import COMMAND, Desk
from tests.samples import decision
from tests.ui.conftest import Open
from tui.decisions import Journal, JournalError, lock
from tui.ui.widgets.header import Header

_MISSING = ("-f", "-e", "inject=flock:error=ENOLCK")
_SILENT = ("-f", "-e", "inject=flock:delay_enter=600s")
strace = pytest.mark.usefixtures("strace")


def decide(journal: Journal, name: str) -> list[str]:
    return [one.id for one in journal.append(lambda seq: [decision(id=name, seq=seq)])]


@strace
@pytest.mark.parametrize("error", ["ENOLCK", "ENOSYS", "EOPNOTSUPP"])
def test_a_missing_lock_is_stood_in_for_and_said(savers: Savers, path: Path, error: str) -> None:
    begun(path, "before")
    fault = ("-f", "-e", f"inject=flock:error={error}")
    (first, second), _ = savers.traced(path, ("save", "x"), ("save", "y"), options=fault)
    for answer in (first, second):
        assert answer.why == ""
        assert "gives no locks" in answer.warning
        assert str(path.parent) in answer.warning
    assert standing(path) == ["before", "x", "y"]
    assert not path.with_name("tasks.jsonl.held").exists()
    (no_fault,) = savers.run(path, ("save", "z"))
    assert no_fault.warning == ""


@strace
def test_a_lock_that_never_answers_is_stood_in_for_after_a_while(
    savers: Savers, path: Path
) -> None:
    begun(path, "before")
    (first, second), _ = savers.traced(
        path, ("save", "x"), ("save", "y"), options=_SILENT, stop_after=2
    )
    assert (first.why, second.why) == ("", "")
    assert "no answer" in first.warning
    assert standing(path) == ["before", "x", "y"]


def test_a_lock_that_never_answers_is_waited_for_once_and_not_for_long(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Summed up, not timed: a start has three seconds for all it does, a save waits for one."""
    assert lock._SILENT_SECONDS <= 1
    asked: list[str] = []
    in_vain: list[float] = []
    end = threading.Event()

    def never(asking: UnixFileLock, **_: object) -> None:
        asked.append(asking.lock_file)
        end.wait(60)

    class Watched(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            answered = super().wait(timeout)
            if timeout is not None and not answered:  # without one, a thread waits to begin
                in_vain.append(timeout)
            return answered

    journal = Journal(path)
    monkeypatch.setattr(UnixFileLock, "acquire", never)
    monkeypatch.setattr(UnixFileLock, "release", lambda *_, **__: None)
    monkeypatch.setattr("tui.decisions.lock.threading.Event", Watched)
    monkeypatch.setattr(lock, "_SILENT_SECONDS", 0.2)
    for name in ("a", "b", "c"):
        assert decide(journal, name) == [name]
    assert asked == [f"{path}.lock"]
    assert sum(in_vain) == pytest.approx(0.2)
    assert "no answer" in journal.warning
    end.set()


def test_of_a_machine_that_stood_still_the_lock_is_asked_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One look that comes to nothing is not yet a file system that does not answer."""
    looks: list[float] = []

    class Stopped(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            if timeout is not None:  # without one, a thread waits to begin
                looks.append(timeout)
            return super().wait() if timeout is None or len(looks) > 1 else False

    journal = Journal(path)
    monkeypatch.setattr("tui.decisions.lock.threading.Event", Stopped)
    assert decide(journal, "a") == ["a"]
    assert (len(looks), journal.warning) == (2, "")


def test_a_lock_given_too_late_is_given_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = threading.Event()
    acquire: Callable[..., object] = UnixFileLock.acquire

    def late(lock: UnixFileLock, **how: bool) -> object:
        answer.wait(60)
        return acquire(lock, **how)

    journal = Journal(path)
    with monkeypatch.context() as patch:
        patch.setattr(UnixFileLock, "acquire", late)
        patch.setattr("tui.decisions.lock._SILENT_SECONDS", 0.05)
        assert decide(journal, "a") == ["a"]
        assert "no answer" in journal.warning
        asking = [one for one in threading.enumerate() if one.name == "journal lock"]
        assert asking
        answer.set()
        for one in asking:
            one.join(60)
    assert decide(Journal(path), "b") == ["a", "b"]  # the lock is free


def test_no_lock_at_all_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        threading.Event().wait(1)

    journal = Journal(path)
    monkeypatch.setattr("tui.decisions.lock._SILENT_SECONDS", 0.05)
    monkeypatch.setattr(UnixFileLock, "acquire", never)
    monkeypatch.setattr(SoftFileLock, "acquire", never)
    with pytest.raises(JournalError, match=r"not saved \(the file system does not answer\)"):
        decide(journal, "a")
    assert not path.exists()


def test_no_thread_to_ask_in_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", none)
        with pytest.raises(JournalError, match=r"not saved \(no thread can be started\)"):
            decide(Journal(path), "a")
    assert decide(Journal(path), "a") == ["a"]


@strace
def test_processes_without_the_system_s_lock_are_kept_apart(savers: Savers, path: Path) -> None:
    begun(path, "before")
    answers: dict[str, list[str]] = {}

    def run(name: str) -> None:
        plan = [("save", f"{name}{number}") for number in range(8)]
        said, _ = savers.traced(path, *plan, options=_MISSING)
        answers[name] = [answer.why for answer in said]

    threads = [threading.Thread(target=run, args=[name]) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {"a": [""] * 8, "b": [""] * 8}
    journal = Journal(path)
    found = journal.read_new()
    assert len(found) == 17
    assert [one.seq for one in found] == list(range(1, 18))
    assert (journal.kept, journal.torn) == ([], False)


@strace
def test_one_killed_while_it_holds_the_other_lock_stops_nobody(savers: Savers, path: Path) -> None:
    begun(path, "before")
    killed = (*_MISSING, "-e", "inject=fsync:signal=SIGKILL:when=1")
    answers, _ = savers.traced(path, ("save", "y"), options=killed)
    assert answers == []
    assert path.with_name("tasks.jsonl.held").exists()
    (answer,), _ = savers.traced(path, ("save", "z"), options=_MISSING)
    assert answer.why == ""
    assert standing(path) == ["before", "y", "z"]


def test_another_s_other_lock_is_waited_for_and_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(path, "before")
    journal = Journal(path)
    journal._lock.warning = "no locks"
    monkeypatch.setattr("tui.decisions.lock._BUSY_SECONDS", 0)
    held = path.with_name("tasks.jsonl.held")
    with SoftFileLock(held), pytest.raises(JournalError, match="held the journal's lock") as said:
        decide(journal, "a")
    assert str(held) in str(said.value)
    assert decide(journal, "a") == ["before", "a"]


@strace
def test_the_start_asks_for_no_lock(savers: Savers, path: Path) -> None:
    """So none can hold it up."""
    begun(path, "before")
    (looked,), trace = savers.traced(path, ("look",), options=("-f",))
    assert looked.why == ""
    assert any("tasks.jsonl" in line for line in trace)
    assert not any("flock(" in line or ".lock" in line for line in trace)


@strace
def test_a_command_that_lists_asks_for_no_lock(desk: Desk, tmp_path: Path) -> None:
    desk.run("done", desk.run("tasks").rows[0][0])
    watching = ["strace", "-f", "-e", "trace=flock,openat", "-o", str(tmp_path / "trace")]
    listed = subprocess.run(
        [*watching, *COMMAND, "tasks", "is:done"],
        cwd=desk.notes,
        env=desk.environment(),
        stdout=subprocess.PIPE,
        check=True,
    )
    assert listed.stdout.count(b"\n") == 1
    trace = (tmp_path / "trace").read_text(errors="replace")
    assert str(desk.store) in trace
    assert "flock(" not in trace


async def test_the_workbench_waits_for_no_lock_until_it_saves_and_then_for_one(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    end = threading.Event()

    def never(*_: object, **__: object) -> None:
        asked.append("lock")
        end.wait(60)

    monkeypatch.setattr(UnixFileLock, "acquire", never)
    monkeypatch.setattr(UnixFileLock, "release", lambda *_, **__: None)
    monkeypatch.setattr(lock, "_SILENT_SECONDS", 0.05)
    async with open_workbench() as at:
        assert asked == []
        await at.press("space")
        assert at.closed == 1
        assert "gives no locks (no answer)" in at.review.query_one(Header).facts.notice
        await at.press("u")
        assert at.closed == 0
    assert asked == ["lock"]
    end.set()


async def test_the_workbench_opens_without_and_warns_once_it_saves(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def missing(*_: object, **__: object) -> None:
        asked.append("lock")
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(UnixFileLock, "acquire", missing)
    async with open_workbench() as at:
        assert asked == []
        await at.press("space")
        assert asked == ["lock"]
        assert at.closed == 1
        assert "gives no locks" in at.review.query_one(Header).facts.notice


@strace
def test_a_command_that_saves_warns(desk: Desk) -> None:
    task = desk.run("tasks").rows[0][0]
    without = ["strace", "-o", os.devnull, *_MISSING]
    ended = subprocess.run(
        [*without, *COMMAND, "done", task],
        cwd=desk.notes,
        env=desk.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    (warning,) = ended.stderr.splitlines()
    assert "gives no locks (No locks available)" in warning
    assert len(desk.records) == 1
