"""The programs that are measured, each started with a home of its own."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.hello import GREETING
from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
SIZE = (160, 50)
"""Columns and rows of the terminals."""
TITLE = "Session Workbench"

_HEADER_LINES = 3
_TO_COME = "words of"
_PATIENCE = 60.0
_LOADING_PATIENCE = 900.0


@contextmanager
def private_home() -> Iterator[Path]:
    """An empty home folder, thrown away afterwards."""
    with TemporaryDirectory(prefix="workbench-benchmark-") as home:
        yield Path(home)


def private_environment(home: Path) -> dict[str, str | None]:
    """The environment that keeps a program's files in one folder.

    Args:
        home: The folder.

    Returns:
        Variables to set, and with `None` those to take out.
    """
    places = ("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "STATE_HOME")
    xdg: dict[str, str | None] = {f"XDG_{place}": str(home / place.lower()) for place in places}
    return {**xdg, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": None}


def workbench(home: Path, *arguments: str | Path) -> list[str]:
    """The workbench's command line.

    Args:
        home: Where its journal goes.
        arguments: What is asked of it.
    """
    store = home / "tasks.jsonl"
    return [sys.executable, "-m", "tui", *map(str, arguments), "--store", str(store)]


@contextmanager
def hello_terminal() -> Iterator[Terminal]:
    """The hello app, just started."""
    with private_home() as home, Terminal() as terminal:
        command = [sys.executable, "-m", "benchmarks.hello"]
        yield terminal.start(command, size=SIZE, env=private_environment(home), cwd=ROOT)


@contextmanager
def workbench_terminal(folder: Path, home: Path | None = None) -> Iterator[Terminal]:
    """The workbench, just started.

    Args:
        folder: The notes.
        home: What it knows of them from before; without it, it has never seen them.
    """
    with ExitStack() as stack:
        terminal = stack.enter_context(Terminal())
        home = home or stack.enter_context(private_home())
        command = workbench(home, folder)
        yield terminal.start(command, size=SIZE, env=private_environment(home), cwd=ROOT)


def wait_for_greeting(terminal: Terminal) -> float:
    """Wait for the hello app's text; seconds from its start."""
    return terminal.time_until(GREETING, _PATIENCE)


def wait_for_first_frame(terminal: Terminal) -> float:
    """Wait for the workbench's header; seconds from its start."""
    return terminal.time_until(TITLE, _PATIENCE)


def wait_for_full_list(terminal: Terminal, count: int) -> float:
    """Wait until the workbench has read a folder.

    Args:
        terminal: Where it runs.
        count: How many sessions there are.

    Returns:
        Seconds from its start.
    """
    return terminal.time_until(lambda seen: list_is_full(seen, count), _LOADING_PATIENCE)


def wait_for_words(terminal: Terminal) -> None:
    """Wait until all that is listed can be found by its words.

    Args:
        terminal: Where the workbench runs.
    """
    terminal.wait_for(lambda seen: _TO_COME not in seen.text, _LOADING_PATIENCE)


def leave(terminal: Terminal) -> None:
    """Quit the workbench as one does; one that is killed leaves more for the next start to do.

    Args:
        terminal: Where it runs.
    """
    wait_for_words(terminal)
    terminal.press("q")
    terminal.wait_exit()


def list_is_full(terminal: Terminal, count: int) -> bool:
    """Whether the header counts all sessions, and nothing says that more are being read.

    Args:
        terminal: Where the workbench runs.
        count: How many sessions there are.
    """
    header = " ".join(terminal.screen[:_HEADER_LINES])
    counted = re.search(r"(\d[\d.,]*) sessions", header)
    full = counted is not None and int(re.sub(r"\D", "", counted[1])) == count
    return full and "reading" not in terminal.text.lower()
