"""Deciding on tasks in a large folder: opening all of them, grouping, ticks, many at once, undo.

Everything is measured in a pseudo-terminal, from the key to the last byte that it draws; opening
and grouping to the first that shows the list, as what is similar to a task is looked for later. A
task is shown as done when the decision is on disk, so that byte comes after it; the journal is
counted beside it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from time import perf_counter

from benchmarks.figures import Goal, Row, Sample
from benchmarks.folders import notes_folder
from benchmarks.programs import (
    ROOT,
    private_environment,
    private_home,
    wait_for_full_list,
    workbench,
    workbench_terminal,
)
from tests.terminal import Terminal, child_environment
from tui.library import GROUPINGS

DECIDED = 20_000
"""Decisions in the journal before anything is measured; of few tasks, one in nine is decided on."""
BULK = 1000
"""Tasks that are ticked in one step."""
PEERS_TASKS = 3760
"""Tasks that Taskwarrior is given."""

_AT_ONCE = 2000
_QUIET = 0.12
_CALM = 1.5


def deciding(runs: int, many: int) -> Iterator[Row]:
    """What a reviewer waits for in the Tasks view.

    Args:
        runs: How often; ten ticks each.
        many: Sessions in the folder.
    """
    folder = notes_folder(many)
    with private_home() as home:
        before = _decide_before(home, folder)
        with workbench_terminal(folder, home) as terminal:
            wait_for_full_list(terminal, many)
            terminal.settle(_CALM)
            yield from _opened(terminal, runs)
            yield _grouped(terminal, runs)
            yield from _ticked(terminal, runs * 10, home, before)
            yield from _many_at_once(terminal, runs, home)


def _decide_before(home: Path, folder: Path) -> int:
    """Read the folder, and tick off tasks of it on the command line; how many."""
    listed = _run(home, folder, "tasks", "is:pending", "--jsonl").splitlines()
    every = max(9, len(listed) // DECIDED)
    ids = [json.loads(line)["id"] for line in islice(listed, 0, every * DECIDED, every)]
    for at in range(0, len(ids), _AT_ONCE):
        _run(home, folder, "done", *ids[at : at + _AT_ONCE])
    return len(ids)


def _run(home: Path, folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        workbench(home, *arguments, "--notes", folder),
        cwd=ROOT,
        env=child_environment(private_environment(home)),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


def _opened(terminal: Terminal, runs: int) -> Iterator[Row]:
    """Until the list and the task under the cursor are drawn."""
    limit = Goal(100, "ms")
    taken = []
    for _ in range(runs + 1):
        pressed = perf_counter() - terminal.started_at
        terminal.press("2")
        taken.append(terminal.wait_for("─ Tasks ", 30) - pressed)
        terminal.settle(_CALM)
        terminal.answer("1", quiet=_QUIET)
    terminal.answer("2", quiet=_QUIET)
    yield Row("Tasks view, opened first", Sample.of_seconds(taken[:1]), goal=limit)
    yield Row("Tasks view, opened again", Sample.of_seconds(taken[1:]), goal=limit)


def _grouped(terminal: Terminal, runs: int) -> Row:
    """Group by one thing after the other, and by nothing again; until the groups are drawn."""
    steps = [("down", grouping) for grouping in GROUPINGS[1:]]
    steps += [("up", grouping) for grouping in reversed(GROUPINGS[:-1])]
    taken = []
    for _ in range(runs):
        for key, grouping in steps:
            terminal.answer("b", quiet=_QUIET)
            terminal.answer(key, quiet=_QUIET)
            pressed = perf_counter() - terminal.started_at
            terminal.press("enter")
            taken.append(terminal.wait_for(partial(_is_by, grouping), 30) - pressed)
            terminal.settle(_QUIET)
    return Row("grouping all tasks", Sample.of_seconds(taken), goal=Goal(200, "ms"))


def _is_by(grouping: str, terminal: Terminal) -> bool:
    title = next((line for line in terminal.screen if "─ Tasks " in line), "")
    return f"· by {grouping}" in title if grouping != "none" else "· by" not in title


def _ticked(terminal: Terminal, presses: int, home: Path, known: int) -> Iterator[Row]:
    """Tick a task after the other, and have Taskwarrior do the same between."""
    peer = _Taskwarrior(home / "taskwarrior") if shutil.which("task") else None
    ours: list[float] = []
    theirs: list[float] = []
    before = _lines(home)
    for _ in range(presses):
        ours.append(terminal.timed_key("space", quiet=_QUIET))
        terminal.answer("down", quiet=_QUIET)
        if peer:
            theirs.append(peer.done())
    if (saved := _lines(home) - before) != presses:
        raise OSError(f"{presses} ticks were shown, {saved} saved")
    name = f"tick, on disk and on the screen ({known:,} decisions before)"
    beside = Sample.of_seconds(theirs) if theirs else None
    yield Row(name, Sample.of_seconds(ours), "task done" if peer else "", beside)
    p95 = Sample.of_seconds(ours).percentile(0.95)
    yield Row("tick, on disk and on the screen, p95", p95, goal=Goal(50, "ms"))


def _many_at_once(terminal: Terminal, runs: int, home: Path) -> Iterator[Row]:
    """Tick a range of tasks, and take it back."""
    decided: list[float] = []
    undone: list[float] = []
    for _ in range(runs):
        terminal.press("home", "v", *["down"] * (BULK - 1))
        terminal.wait_for(f"range of {BULK:,}", 60)
        terminal.settle(_CALM)
        terminal.answer("space", quiet=_QUIET)
        before = _lines(home)
        decided.append(terminal.timed_key("y", quiet=_QUIET * 3, timeout=30))
        if (saved := _lines(home) - before) < BULK // 2:  # those ticked before are left as they are
            raise OSError(f"a range of {BULK} was ticked, {saved} decisions were saved")
        undone.append(terminal.timed_key("u", quiet=_QUIET * 3, timeout=30))
        terminal.settle(_CALM)
    limit = Goal(300, "ms")
    yield Row(f"{BULK:,} tasks ticked in one step", Sample.of_seconds(decided), goal=limit)
    yield Row(f"{BULK:,} ticks undone in one step", Sample.of_seconds(undone), goal=limit)


def _lines(home: Path) -> int:
    return (home / "tasks.jsonl").read_bytes().count(b"\n")


class _Taskwarrior:
    """Its command line, on a list of its own."""

    def __init__(self, home: Path) -> None:
        home.mkdir()
        self._environment = child_environment(
            {"TASKDATA": str(home), "TASKRC": str(home / "taskrc"), "HOME": str(home)}
        )
        (home / "taskrc").write_text("confirmation=off\nbulk=0\nverbose=nothing\nhooks=off\n")
        listed = [{"description": f"Follow up on {n}"} for n in range(PEERS_TASKS)]
        self._call("import", "-", said=json.dumps(listed))
        self._next = 0
        self.done()  # the first one puts its files in order

    def done(self) -> float:
        """Tick a task; seconds."""
        self._next += 1
        began = perf_counter()
        self._call(str(self._next), "done")
        return perf_counter() - began

    def _call(self, *arguments: str, said: str = "") -> None:
        subprocess.run(
            ["task", *arguments],
            env=self._environment,
            input=said,
            text=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )
