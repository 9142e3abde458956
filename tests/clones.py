"""Reviewers who share a folder of notes by git: real clones, real commands."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.samples import note
from tui.decisions.repository import ids_in
from tui.sharing import share
from tui.workbench import Row, Setting, Status, Task, Workbench

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
TEXTS = ("Hire a van for the move.", "Label every box with its room.", "Return the old keys.")
_DAY = "2024-03-01T10:00:00Z"


def git(folder: Path, *arguments: str | Path) -> str:
    """Run git, which must be content; returns what it says."""
    ended = subprocess.run(
        ["git", "-C", folder, *arguments],
        env={
            **os.environ,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_COMMITTER_DATE": _DAY,
            "GIT_AUTHOR_DATE": _DAY,
            "LC_ALL": "C",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, f"git {arguments}: {ended.stdout}{ended.stderr}"
    return ended.stdout


class Reviewer:
    """Someone with a clone, and a workbench that stays open on it.

    Args:
        folder: the clone.
        by: who it is.
    """

    def __init__(self, folder: Path, by: str) -> None:
        self.folder = folder
        self.git("config", "user.name", by)
        self.git("config", "user.email", f"{by}@example.org")
        self.bench = Workbench(folder, by=by)
        self.bench.load()

    def git(self, *arguments: str | Path) -> str:
        """Run git in the clone."""
        return git(self.folder, *arguments)

    @property
    def journal(self) -> Path:
        """The journal of the clone."""
        return self.folder / ".workbench" / "tasks.jsonl"

    @property
    def ids(self) -> frozenset[str]:
        """The decisions in the journal of the clone."""
        return ids_in(self.journal.read_bytes()) if self.journal.exists() else frozenset()

    @property
    def tasks(self) -> list[tuple[Row, Task]]:
        """All tasks, in one order."""
        found = [(row, task) for row in self.bench.index.rows() for task in row.tasks]
        return sorted(found, key=lambda pair: pair[1].id)

    @property
    def holds(self) -> dict[str, Setting]:
        """What holds for each task, as the open workbench and as a new one see it."""
        self.bench.accept(self.bench.look())
        new = Workbench(self.folder, by="someone")
        new.load()
        seen = {task.id: self.bench.holds(task) for _, task in self.tasks}
        assert seen == {task.id: new.holds(task) for _, task in self.tasks}
        new.index.close()
        return seen

    def decide(self, number: int, status: Status, **more: Any) -> None:
        """Decide on a task, by its number."""
        self.bench.accept(self.bench.look())
        chosen = [self.tasks[number % len(self.tasks)]]
        self.bench.decide(self.bench.drafts.setting(chosen, Setting(status=status, **more)))

    def commit(self) -> None:
        """Commit whatever there is."""
        self.git("add", "--all")
        if self.git("status", "--porcelain"):
            self.git("commit", "--quiet", "--message", "Decisions")

    def pull(self, other: Reviewer, *, rebase: bool = False) -> None:
        """Commit, then pull what another has committed."""
        self.commit()
        how = "--rebase" if rebase else "--no-rebase"
        self.git("pull", "--quiet", how, *([] if rebase else ["--no-edit"]), other.folder, "main")

    def pick(self, other: Reviewer) -> None:
        """Commit, then take over the last commit of another that is no merge."""
        self.commit()
        self.git("fetch", "--quiet", other.folder, "main")
        last = self.git("rev-list", "--no-merges", "--max-count=1", "FETCH_HEAD").strip()
        self.git("cherry-pick", "--keep-redundant-commits", last)

    def close(self) -> None:
        """Let go of the index."""
        self.bench.index.close()


def shared_folder(folder: Path) -> Path:
    """Make a repository of notes, its journal shared, and return it."""
    folder.mkdir()
    (folder / "a.md").write_text(note(*TEXTS[:2]), encoding="utf-8")
    (folder / "b.md").write_text(note(TEXTS[2], title="Moved", day="2024-03-02"), encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    share(folder / ".workbench" / "tasks.jsonl", folder)
    git(folder, "add", "--all")
    git(folder, "-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "-m", "Notes")
    return folder


def clone(folder: Path, to: Path, by: str) -> Reviewer:
    """Give someone a clone."""
    git(folder.parent, "clone", "--quiet", folder, to)
    return Reviewer(to, by)
