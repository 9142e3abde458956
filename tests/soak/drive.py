"""Keys at random in a terminal, over a folder that another program keeps changing.

    python -m tests.soak.drive --minutes 30 --notes 10000 --seed 1

Says how long the workbench ever took to answer, and its memory over time. Ends with an error if it
ended by itself, if a second went by in which it did not answer and nobody kept the processor from
it, if its memory grew after the first minutes, or if what it shows at last is not what a plain
model reads off the disk.

The probe is F1: it is a key everywhere and text nowhere. What lies over the screen is left before,
with as many escapes as the deepest has layers. What is typed while the terminal belongs to an
editor, or has just been taken from it, is the editor's, so a probe that fell into such a moment is
asked anew; the editor writes down that it was there. So is one during which somebody stopped these
programs and let them go on, which the system tells (SIGCONT). What does not answer is ended with a
word on where each of its threads stood.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple, Self

from tests.program import COMMAND, ROOT, changed_environment, environment
from tests.soak.folder import Model, model_of, write_folder
from tests.soak.keys import Resized, Step, Typed, bursts, counted
from tests.terminal import Terminal

_BURSTS_BETWEEN_LOOKS = 8
_LAYERS = 6  # a palette over words over values over a field, and one each for luck
_PATIENCE = 60.0
_TRIES = 4
_WARM_UP = 300.0  # seconds until memory should be flat
_MARGIN = 1.1  # by how much memory may be more at last than it was then
_FROZEN = 1.0  # seconds
_REMEMBERED = 60  # steps that a failure tells


class Clock(NamedTuple):
    """Readings in seconds, from which two tell who kept an answer waiting.

    `kept` is time in which somebody wanted a processor and had none: threads of the workbench and
    this program (the second figure of /proc/…/schedstat), which draws the screen meanwhile.
    `drawn` is what this program computed itself.
    """

    wall: float
    computed: float
    kept: float
    drawn: float

    @classmethod
    def read(cls, pid: int) -> Self:
        """Read all of them for a program and this one."""
        computed = kept = 0.0
        for task in Path(f"/proc/{pid}/task").iterdir():
            ran, waited = _schedule(task)
            computed += ran
            kept += waited
        return cls(
            perf_counter(), computed, kept + _schedule(Path("/proc/self"))[1], process_time()
        )


def _schedule(task: Path) -> tuple[float, float]:
    """How long a thread ran, and how long it waited for a processor; seconds."""
    try:
        ran, waited, *_ = (task / "schedstat").read_text().split()
    except OSError:  # it has just ended
        return 0.0, 0.0
    return int(ran) / 1e9, int(waited) / 1e9


class Answer(NamedTuple):
    """How long the screen took to show the help; all in seconds.

    `took` is what a person would have waited, `computed` what the workbench computed meanwhile,
    and `held` what is left of `took` without the time in which somebody wanted a processor and had
    none: what a frozen workbench has, and a starved one has not.
    """

    at: float
    took: float
    computed: float
    held: float


class Figures(NamedTuple):
    """What was seen on the way; memory is (seconds, MB) of the workbench itself."""

    keys: int
    changes: int
    lost: int
    answers: list[Answer]
    memory: list[tuple[float, float]]

    @property
    def longest_held(self) -> float:
        """The longest that it did not answer, though it could have."""
        return max(answer.held for answer in self.answers)

    @property
    def has_grown(self) -> bool:
        """Whether memory is more at last than it was after the first minutes."""
        late = [mb for at, mb in self.memory if at >= _WARM_UP]
        few = max(1, len(late) // 10)
        return bool(late) and sum(late[-few:]) > _MARGIN * sum(late[:few])

    def told(self) -> str:
        """Return it in a few lines."""
        longest = max(self.answers, key=lambda answer: answer.took)
        half = sorted(answer.took for answer in self.answers)[len(self.answers) // 2]
        lines = [
            f"{self.keys:,} keys, {self.changes:,} changes to the folder,"
            f" {len(self.answers):,} answers waited for, {self.lost:,} of them asked for again",
            f"answers: half within {half:.2f} s; the longest {longest.took:.2f} s, of which it"
            f" computed {longest.computed:.2f} s and could have answered {longest.held:.2f} s; the"
            f" longest that one could have come earlier {self.longest_held:.2f} s",
            "memory: " + ", ".join(f"{at / 60:.1f} min {mb:.0f} MB" for at, mb in self._marks()),
        ]
        late = [mb for at, mb in self.memory if at >= _WARM_UP]
        if late:
            lines.append(
                f"memory after {_WARM_UP / 60:.0f} min: {min(late):.0f}-{max(late):.0f} MB, first"
                f" {late[0]:.0f} MB, last {late[-1]:.0f} MB"
            )
        return "\n".join(lines)

    def _marks(self) -> Iterator[tuple[float, float]]:
        wanted = 0.0
        for at, mb in self.memory:
            if at >= wanted:
                yield at, mb
                wanted = at + _WARM_UP / 2


class Stops:
    """How often somebody stopped this program, and with it the workbench, and let it go on."""

    def __init__(self) -> None:
        self.times = 0
        signal.signal(signal.SIGCONT, self._count)

    def _count(self, _number: int, _frame: object) -> None:
        self.times += 1


class Editor:
    """An editor that changes nothing, and writes down that it was there."""

    def __init__(self, place: Path) -> None:
        self._marks = place / "edited"
        self._marks.write_bytes(b"")
        self.command = f"sh -c 'echo >> {self._marks}'"

    @property
    def times(self) -> int:
        """How often it was opened."""
        return self._marks.stat().st_size


def soak(
    folder: Path,
    home: Path,
    *,
    seconds: float,
    seed: int,
    tell: Callable[[str], object] = str,
) -> tuple[Figures, Model]:
    """Press keys for so long while the folder changes; returns once all is as the model says.

    Args:
        folder: the notes.
        home: where everything else is.
        seconds: how long.
        seed: what is pressed and changed depends on.
        tell: is told the figures as soon as no more keys are pressed.

    Raises:
        TimeoutError: the workbench ended, or did not answer, or shows something else at last.
        AssertionError: the command line says something else than the model.
    """
    store, editor = folder / ".workbench" / "tasks.jsonl", Editor(home)
    with Terminal() as terminal:
        surroundings = environment(home, EDITOR=editor.command, VISUAL=None, PYTHONFAULTHANDLER="1")
        terminal.start([*COMMAND, folder], env=surroundings, cwd=home)
        first = model_of(folder, store)
        terminal.wait_for(lambda seen: first.is_in(seen.screen[0]), _PATIENCE * 5)
        with _churn(folder, seed) as changes:
            figures = _Person(terminal, editor).press_keys(seconds, seed)
        figures = figures._replace(changes=changes[0])
        tell(figures.told())
        model = model_of(folder, store)
        terminal.resize(160, 50)
        terminal.wait_for(lambda seen: model.is_in(seen.screen[0]), _PATIENCE)
        terminal.press("q")
        status = terminal.wait_exit(_PATIENCE)
        assert status == 0, f"it ended with {status}"
    for cache in ("cache", "cache made anew"):
        _compare(model, folder, home, cache)
    return figures, model


@contextmanager
def _churn(folder: Path, seed: int) -> Iterator[list[int]]:
    """Keep the folder changing; yields a list that holds the number of changes, at the end."""
    changes: list[int] = []
    command = [sys.executable, "-m", "tests.soak.churn", str(folder), str(seed)]
    churn = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    try:
        yield changes
        assert churn.poll() is None, "the other program ended by itself"
    finally:
        said, _ = churn.communicate()
    changes.append(int(said))


class _Person:
    """Presses keys, and looks now and then whether it is answered."""

    def __init__(self, terminal: Terminal, editor: Editor) -> None:
        self._terminal = terminal
        self._editor = editor
        self._stops = Stops()
        self._last: deque[str] = deque(maxlen=_REMEMBERED)

    def press_keys(self, seconds: float, seed: int) -> Figures:
        """Press keys for so long; what was pressed last is told with whatever goes wrong."""
        try:
            return self._press_keys(seconds, seed)
        except TimeoutError as error:
            error.add_note(f"the last steps: {', '.join(self._last)}")
            error.add_note(f"where it stood:\n{_where_it_stands(self._terminal)}")
            raise

    def _press_keys(self, seconds: float, seed: int) -> Figures:
        figures = Figures(0, 0, 0, [], [])
        start = perf_counter()
        for number, burst in enumerate(bursts(seed), 1):
            self._press(burst)
            figures = figures._replace(keys=figures.keys + counted(burst))
            if number % _BURSTS_BETWEEN_LOOKS == 0:
                at = perf_counter() - start
                answer, lost = self._ask_for_help(at)
                figures.answers.append(answer)
                figures.memory.append((at, _megabytes(self._terminal.pid)))
                figures = figures._replace(lost=figures.lost + lost)
                if at >= seconds:
                    return figures
        raise AssertionError("the keys never end")

    def _press(self, steps: Sequence[Step]) -> None:
        edited = self._editor.times
        for step in steps:
            self._last.append(repr(step))
            if isinstance(step, Resized):
                self._terminal.resize(*step)
            elif isinstance(step, Typed):
                self._terminal.type(step)
            else:
                self._terminal.press(step)
        self._terminal.settle(quiet=0.5 if steps == ["e"] else 0.03, timeout=5.0)
        if self._editor.times > edited:
            self._terminal.settle(quiet=0.1, timeout=5.0)
            self._wait_for(_shows_something)

    def _ask_for_help(self, at: float) -> tuple[Answer, int]:
        """Leave whatever is open, and time how long the help takes to be shown.

        Returns it, and how often the question was not answered at all; it is timed anew then.
        """
        pid, lost = self._terminal.pid, 0
        while True:
            self._press(["escape"] * _LAYERS)
            self._terminal.settle(quiet=0.2, timeout=5.0)
            disturbed, before = self._disturbed(), Clock.read(pid)
            self._last.append("probe")
            self._terminal.press("f1")
            try:
                self._terminal.wait_for("─ Help ", _PATIENCE / _TRIES)
            except TimeoutError:
                lost += self._disturbed() == disturbed
                if lost == _TRIES:
                    raise
                continue
            after = Clock.read(pid)
            if self._disturbed() == disturbed:
                break
        took = after.wall - before.wall
        held = took - (after.kept - before.kept) - (after.drawn - before.drawn)
        self._terminal.press("escape")
        self._wait_for(lambda seen: "─ Help " not in seen.text)
        return Answer(at, took, after.computed - before.computed, max(0.0, held)), lost

    def _wait_for(self, wanted: Callable[[Terminal], bool]) -> None:
        """Wait until the screen is as wanted, anew if somebody stopped these programs meanwhile."""
        while True:
            stopped = self._stops.times
            try:
                self._terminal.wait_for(wanted, _PATIENCE)
            except TimeoutError:
                if self._stops.times == stopped and not _is_stopped(self._terminal.pid):
                    raise
            else:
                return

    def _disturbed(self) -> tuple[int, int]:
        return self._editor.times, self._stops.times


def _shows_something(terminal: Terminal) -> bool:
    """Whether the terminal is the workbench's; an editor's is empty."""
    return bool(terminal.text.strip())


def _is_stopped(pid: int) -> bool:
    """Whether somebody has stopped the workbench, and this program not with it."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"


def _where_it_stands(terminal: Terminal) -> str:
    """Return what each thread of the workbench was doing; it ends with that."""
    try:
        state = Path(f"/proc/{terminal.pid}/status").read_text().split("\n")[2]
    except OSError:
        return "it has ended"
    before = len(terminal.raw)
    os.kill(terminal.pid, signal.SIGABRT)  # faulthandler is asked for in its environment
    terminal.settle(quiet=1.0, timeout=5.0)
    return f"{state}\n{terminal.raw[before:].decode(errors='replace')}"


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
        seconds = 60 * options.minutes
        figures, model = soak(folder, home, seconds=seconds, seed=options.seed, tell=print)
    print(
        f"at last: {model.headers[0]} - as the model, on the screen and on the command line, after"
        f" {model.decisions:,} decisions"
    )
    if figures.longest_held >= _FROZEN:
        sys.exit("a second went by in which it did not answer")
    if figures.has_grown:
        sys.exit("its memory has grown")


if __name__ == "__main__":
    main()
