"""Who decides, where nobody was named; and git that does not answer."""

from __future__ import annotations

import getpass
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.clones import needs_git
from tui.decisions import repository, reviewer
from tui.decisions.repository import Repository, RepositoryError
from tui.decisions.reviewer import reviewer_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="speaks of Unix files")


class Started(subprocess.Popen[Any]):
    """A process, which is remembered."""

    all: list[Started]

    def __init__(self, *arguments: Any, **how: Any) -> None:
        super().__init__(*arguments, **how)
        self.all.append(self)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Started]:
    """The processes that are started; none is waited for longer than a moment."""
    Started.all = []
    monkeypatch.setattr(subprocess, "Popen", Started)
    monkeypatch.setattr(reviewer, "_LONGEST_SECONDS", 0.2)
    monkeypatch.setattr(repository, "_LONGEST_SECONDS", 0.2)
    monkeypatch.setattr(getpass, "getuser", lambda: "eva")
    return Started.all


def put_git(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Have `git` be a script, in a folder that becomes the only one of PATH."""
    git = folder / "git"
    git.write_text(f"#!/bin/sh\n{script}\n")
    git.chmod(0o700)
    monkeypatch.setenv("PATH", str(folder))


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A pipe that nobody ever writes to."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    return pipe


def test_git_that_never_answers_is_ended_and_the_login_name_counts(
    tmp_path: Path, pipe: Path, monkeypatch: pytest.MonkeyPatch, started: list[Started]
) -> None:
    put_git(tmp_path, monkeypatch, f"read line < '{pipe}'")
    assert reviewer_of(tmp_path) == "eva"
    assert [process.returncode for process in started] == [-signal.SIGKILL]


def test_git_that_never_answers_on_a_journal_is_ended_and_said(
    tmp_path: Path, pipe: Path, monkeypatch: pytest.MonkeyPatch, started: list[Started]
) -> None:
    put_git(tmp_path, monkeypatch, f"read line < '{pipe}'")
    with pytest.raises(RepositoryError, match="git does not answer"):
        Repository(tmp_path / "tasks.jsonl", tmp_path)
    assert [process.returncode for process in started] == [-signal.SIGKILL]


@needs_git
def test_settings_that_include_a_pipe_hold_nobody(
    tmp_path: Path, pipe: Path, started: list[Started]
) -> None:
    (tmp_path / ".git").mkdir()
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    with (tmp_path / ".git" / "config").open("a") as file:
        file.write(f"[include]\n\tpath = {pipe}\n")
    started.clear()
    assert reviewer_of(tmp_path) == "eva"
    assert [process.returncode for process in started] == [-signal.SIGKILL]


def test_git_that_waits_for_what_is_typed_is_told_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, write = os.pipe()
    stdin = os.dup(0)
    os.dup2(read, 0)
    try:
        put_git(tmp_path, monkeypatch, "read line; echo Ana")
        assert reviewer_of(tmp_path) == "Ana"
    finally:
        os.dup2(stdin, 0)
        for one in (read, write, stdin):
            os.close(one)


def test_git_that_cannot_be_run_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[Started]
) -> None:
    put_git(tmp_path, monkeypatch, "")
    (tmp_path / "git").write_text("#!/nowhere/sh\n")
    assert reviewer_of(tmp_path) == "eva"
    assert started == []
