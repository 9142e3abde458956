"""Keys at random in a terminal, over a folder that another program keeps changing.

    python -m tests.soak.drive --minutes 30 --notes 10000 --seed 1

Says how long the workbench ever took to answer, and its memory over time; ends with an error if
it ended by itself, or if what it shows at last is not what a plain model reads off the disk.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tests.program import COMMAND, ROOT, changed_environment, environment
from tests.soak.folder import Model, model_of, write_folder
from tests.soak.keys import Resized, Typed, bursts
from tests.terminal import Terminal

_BURSTS_BETWEEN_LOOKS = 8
_PATIENCE = 60.0
_WARM_UP = 300.0  # seconds until memory should be flat


class Answer(NamedTuple):
    """How long the screen took to show the help; seconds, and those of them it computed."""

    at: float
    took: float
    computed: float


class Figures(NamedTuple):
    """What was seen on the way; memory is (seconds, MB) of the workbench itself."""

    bursts: int
    answers: list[Answer]
    memory: list[tuple[float, float]]

    def told(self) -> str:
        """Return it in a few lines."""
        longest = max(self.answers, key=lambda answer: answer.took)
        busiest = max(self.answers, key=lambda answer: answer.computed)
        half = sorted(answer.took for answer in self.answers)[len(self.answers) // 2]
        lines = [
            f"{self.bursts:,} bursts of keys, {len(self.answers):,} answers waited for",
            f"answers: half within {half:.2f} s; the longest {longest.took:.2f} s, of which it"
            f" computed {longest.computed:.2f} s; the most ever computed {busiest.computed:.2f} s",
            "memory: " + ", ".join(f"{at / 60:.0f} min {mb:.0f} MB" for at, mb in self._marks()),
        ]
        late = [mb for at, mb in self.memory if at >= _WARM_UP]
        if late:
            lines.append(
                f"memory after {_WARM_UP / 60:.0f} min: {min(late):.0f}-{max(late):.0f} MB"
            )
        return "\n".join(lines)

    def _marks(self) -> Iterator[tuple[float, float]]:
        wanted = 0.0
        for at, mb in self.memory:
            if at >= wanted:
                yield at, mb
                wanted = at + _WARM_UP / 2


def soak(folder: Path, home: Path, *, seconds: float, seed: int) -> tuple[Figures, Model]:
    """Press keys for so long while the folder changes; returns once all is as the model says.

    Raises:
        TimeoutError: the workbench ended, or did not answer, or shows something else at last.
        AssertionError: the command line says something else than the model.
    """
    store = folder / ".workbench" / "tasks.jsonl"
    with Terminal() as terminal:
        terminal.start(
            [*COMMAND, folder], env=environment(home, EDITOR="true", VISUAL=None), cwd=home
        )
        terminal.wait_for(model_of(folder, store).header.strip(), _PATIENCE * 5)
        with _churn(folder, seed):
            figures = _press_keys(terminal, seconds, seed)
        model = model_of(folder, store)
        terminal.resize(160, 50)
        terminal.wait_for(model.header.strip(), _PATIENCE)
        terminal.press("q")
        status = terminal.wait_exit(_PATIENCE)
        assert status == 0, f"it ended with {status}"
    for cache in ("cache", "cache made anew"):
        _compare(model, folder, home, cache)
    return figures, model


@contextmanager
def _churn(folder: Path, seed: int) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.soak.churn", str(folder), str(seed)]
    churn = subprocess.Popen(command, stdin=subprocess.PIPE, cwd=ROOT)
    try:
        yield
        assert churn.poll() is None, "the other program ended by itself"
    finally:
        churn.communicate()


def _press_keys(terminal: Terminal, seconds: float, seed: int) -> Figures:
    figures = Figures(0, [], [])
    start = perf_counter()
    for number, burst in enumerate(bursts(seed), 1):
        for step in burst:
            if isinstance(step, Resized):
                terminal.resize(*step)
            elif isinstance(step, Typed):
                terminal.type(step)
            else:
                terminal.press(step)
        # What is typed while the terminal belongs to an editor is the editor's.
        terminal.settle(quiet=2.0 if burst == ["e"] else 0.03, timeout=5.0)
        if number % _BURSTS_BETWEEN_LOOKS == 0:
            at = perf_counter() - start
            figures.answers.append(_ask_for_help(terminal, at))
            figures.memory.append((at, _megabytes(terminal.pid)))
            if at >= seconds:
                return figures._replace(bursts=number)
    raise AssertionError("the keys never end")


def _ask_for_help(terminal: Terminal, at: float) -> Answer:
    """Leave whatever is open, and time how long the help takes to be shown."""
    terminal.press(*["escape"] * 4)
    terminal.settle(quiet=0.1, timeout=5.0)
    before, start = _cpu_seconds(terminal.pid), perf_counter()
    for _ in range(3):  # a key that came while the terminal was an editor's is the editor's
        terminal.press("?")
        with suppress(TimeoutError):
            terminal.wait_for("─ Help ", _PATIENCE / 3)
            break
    terminal.wait_for("─ Help ", _PATIENCE / 3)
    answer = Answer(at, perf_counter() - start, _cpu_seconds(terminal.pid) - before)
    terminal.press("escape")
    terminal.wait_for(lambda seen: "─ Help " not in seen.text, _PATIENCE)
    return answer


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _megabytes(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _compare(model: Model, folder: Path, home: Path, cache: str) -> None:
    """Compare the model with the command line, over the index that was kept, or a new one."""

    def said(command: str) -> list[dict[str, object]]:
        ended = subprocess.run(
            [*COMMAND, command, "--notes", str(folder), "--json"],
            env=changed_environment(environment(home, XDG_CACHE_HOME=str(home / cache))),
            capture_output=True,
            check=True,
        )
        found: list[dict[str, object]] = json.loads(ended.stdout)
        return found

    assert {task["text"]: task["status"] for task in said("tasks")} == model.tasks
    sessions = said("sessions")
    assert len(sessions) == model.sessions
    assert {session["title"] for session in sessions if session["reviewed"]} == model.reviewed


def main() -> None:
    """Soak, and say how it went."""
    asked = argparse.ArgumentParser(description="Keys at random over a folder that changes.")
    asked.add_argument("--minutes", type=float, default=30)
    asked.add_argument("--notes", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="workbench-soak-") as place:
        folder, home = Path(place) / "notes", Path(place) / "home"
        home.mkdir()
        write_folder(folder, options.notes)
        figures, model = soak(folder, home, seconds=60 * options.minutes, seed=options.seed)
    print(figures.told())
    print(f"at last:{model.header}- as the model, on the screen and on the command line")


if __name__ == "__main__":
    main()
