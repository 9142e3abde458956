"""Run the program as a person does: in a process of its own, at home in a folder of the test's."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
COMMAND = [sys.executable, "-m", "tui"]

_PATIENCE = 60
# What the surroundings of a test could change about what is printed, or where things are kept.
_UNSET = ("CLICOLOR", "COLUMNS", "FORCE_COLOR", "LC_ALL", "LC_CTYPE", "LINES", "NO_COLOR")
_UNSET_PYTHON = ("PYTHONDONTWRITEBYTECODE", "PYTHONIOENCODING", "PYTHONUTF8", "WORKBENCH_CONFIG")


class Said(NamedTuple):
    """How a command ended and what it said, as bytes and as lines of text."""

    status: int
    out: bytes
    err: bytes

    @property
    def text(self) -> str:
        """What stands on stdout."""
        return self.out.decode().replace("\r\n", "\n")

    @property
    def lines(self) -> list[str]:
        """The lines on stdout."""
        return self.text.splitlines()

    @property
    def rows(self) -> list[list[str]]:
        """The lines on stdout, split at tabs."""
        return [line.split("\t") for line in self.lines]

    @property
    def errors(self) -> list[str]:
        """The lines on stderr."""
        return self.err.decode().replace("\r\n", "\n").splitlines()

    @property
    def json(self) -> Any:
        """What stands on stdout, as one JSON value."""
        return json.loads(self.out)


def environment(home: Path, **changes: str | None) -> dict[str, str | None]:
    """Return what to change of the environment so that a program is at home in a folder.

    Args:
        home: The folder; all of a user's places lie in it.
        changes: Further variables; `None` takes one out.
    """
    places = ("CACHE", "CONFIG", "DATA", "STATE")
    at_home: dict[str, str | None] = {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home / "roaming"),
        "LOCALAPPDATA": str(home / "local"),
        **{f"XDG_{place}_HOME": str(home / place.lower()) for place in places},
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"),
        "PYTHONPATH": str(ROOT),
    }
    unset: dict[str, str | None] = dict.fromkeys((*_UNSET, *_UNSET_PYTHON))
    return {**unset, **at_home, **changes}


def changed_environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """Return this process's environment with changes; `None` takes a variable out."""
    wanted = {**os.environ, **changes}
    return {name: value for name, value in wanted.items() if value is not None}


class Desk:
    """A notes folder (`notes`), a home (`home`) and the command line between them.

    Args:
        folder: Where both are made; the seeds are copied into the notes folder.
    """

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.notes = folder / "notes"
        self.home.mkdir()
        shutil.copytree(SEEDS, self.notes)

    @property
    def store(self) -> Path:
        """Where the journal is kept, unless another place is asked for."""
        return self.notes / ".workbench" / "tasks.jsonl"

    @property
    def records(self) -> list[dict[str, Any]]:
        """The journal's lines."""
        return [json.loads(line) for line in self.store.read_bytes().splitlines()]

    def environment(self, **changes: str | None) -> dict[str, str]:
        """The environment of a command."""
        return changed_environment(environment(self.home, **changes))

    def run(
        self,
        *arguments: str | bytes | Path,
        cwd: Path | None = None,
        env: Mapping[str, str | None] | None = None,
    ) -> Said:
        """Run a command in the notes folder.

        Args:
            arguments: What follows `workbench`.
            cwd: Another folder to run in.
            env: Changes to the environment.
        """
        command: Sequence[str | bytes | Path] = [*COMMAND, *arguments]
        ended = subprocess.run(
            command,
            cwd=cwd or self.notes,
            env=self.environment(**env or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
        return Said(ended.returncode, ended.stdout, ended.stderr)


@contextmanager
def opened_in_terminal(desk: Desk) -> Iterator[Terminal]:
    """The workbench on a desk's notes, in a terminal, once it has listed them."""
    with Terminal() as terminal:
        terminal.start([*COMMAND, desk.notes], env=environment(desk.home), cwd=desk.home)
        terminal.wait_for(lambda seen: " 3 sessions" in seen.screen[0])
        yield terminal
