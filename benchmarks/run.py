"""Measure the workbench beside what it is compared with, in one run, and print a table.

python -m benchmarks.run [--only NAME] [--runs N] [--count N] [--many N] [--markdown]
"""

from __future__ import annotations

import argparse
import gc
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from time import perf_counter

import frontmatter

from benchmarks import library
from benchmarks.deciding import deciding
from benchmarks.drawing import draw
from benchmarks.figures import (
    Goal,
    NotAvailableError,
    Row,
    interleaved,
    machine,
    table,
)
from benchmarks.folders import notes_folder
from benchmarks.lists import lists
from benchmarks.programs import (
    ROOT,
    hello_terminal,
    private_environment,
    private_home,
    wait_for_greeting,
    workbench,
)
from benchmarks.screens import Peaks, keys, start
from benchmarks.serving import serving
from benchmarks.similar import similar
from tests.terminal import child_environment
from tui.notes import read_note

_IMPORTED_TEXTUAL = re.compile(r"\| +textual(\.\w+)*$", re.MULTILINE)


def read(runs: int, count: int) -> Iterator[Row]:
    """Reading, healing and parsing clean notes, beside python-frontmatter on the same files.

    Args:
        runs: How often each goes over all of them.
        count: How many notes.

    Yields:
        One row.
    """
    folder = notes_folder(count, clean=True)
    files = [(path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*.md"))]

    def ours() -> float:
        began = perf_counter()
        for name, path in files:
            read_note(name, path.read_bytes())
        return perf_counter() - began

    def theirs() -> float:
        began = perf_counter()
        for _, path in files:
            frontmatter.load(str(path))
        return perf_counter() - began

    measured, beside = interleaved(runs, ours, theirs, before=gc.collect)
    yield Row(
        f"reading and healing {count:,} clean notes",
        measured,
        "python-frontmatter",
        beside,
        Goal(2),
    )


def tasks(runs: int) -> Iterator[Row]:
    """`workbench tasks --json` on three notes, from start to exit, beside the hello app's start.

    Args:
        runs: How often.

    Yields:
        A row for the time, and one for whether Textual was imported.
    """

    def hello() -> float:
        with hello_terminal() as terminal:
            return wait_for_greeting(terminal)

    def listed() -> float:
        began = perf_counter()
        _list_tasks()
        return perf_counter() - began

    loaded = _IMPORTED_TEXTUAL.search(_list_tasks("-X", "importtime"))
    beside, measured = interleaved(runs, hello, listed)
    yield Row("tasks --json on three notes", measured, "hello", beside, Goal(0.7))
    yield Row("tasks --json imports Textual", "yes" if loaded else "no")


def _list_tasks(*python_options: str) -> str:
    """Run the command, and return what it wrote to its error stream."""
    with private_home() as home:
        python, *command = workbench(home, "tasks", "--json", "--notes", "seeds")
        done = subprocess.run(
            [python, *python_options, *command],
            cwd=ROOT,
            env=child_environment(private_environment(home)),
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
        raise NotAvailableError(" ".join(("tasks --json failed:", *said[-1:])))
    return done.stderr


def main() -> None:
    """Measure what the command line asks for and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.run", description="Measure the workbench and print a table."
    )
    names = (
        "start", "warm", "cold", "keys", "typing", "lists", "scan", "words", "read", "tasks",
        "report", "draw", "similar", "deciding", "serving",
    )  # fmt: skip
    parser.add_argument("--only", choices=names, action="append", help="may be repeated")
    parser.add_argument("--runs", type=int, default=7, help="repetitions (default: 7)")
    parser.add_argument(
        "--count", type=int, default=2000, help="notes to start on and to read (default: 2000)"
    )
    parser.add_argument(
        "--many", type=int, default=100_000, help="rows of the long list (default: 100000)"
    )
    parser.add_argument("--markdown", action="store_true", help="print a table for a document")
    asked = parser.parse_args()
    peaks = Peaks()
    benchmarks: dict[str, Callable[[], Iterator[Row]]] = {
        "start": lambda: start(asked.runs, asked.count, peaks),
        "warm": lambda: library.warm(asked.runs, asked.count, asked.many, peaks),
        "cold": lambda: library.cold(asked.runs, asked.many, peaks),
        "typing": lambda: library.typing(asked.runs, asked.many),
        "lists": lambda: lists(asked.runs, asked.many),
        "scan": lambda: library.scan(asked.runs, asked.many),
        "words": lambda: library.words(asked.runs, asked.many),
        "keys": lambda: keys(asked.runs, asked.many, peaks),
        "read": lambda: read(asked.runs, asked.count),
        "tasks": lambda: chain(tasks(asked.runs), library.tasks(asked.runs, asked.count)),
        "report": lambda: library.report(asked.runs, asked.count),
        "draw": lambda: draw(asked.runs),
        "similar": lambda: similar(asked.runs, asked.many),
        "deciding": lambda: deciding(asked.runs, asked.many),
        "serving": lambda: serving(asked.runs, asked.count),
    }
    rows = [row for name in asked.only or names for row in _measured(name, benchmarks[name])]
    print(machine(), end="\n\n")
    print(table([*rows, *peaks.rows()], markdown=asked.markdown))


def _measured(name: str, benchmark: Callable[[], Iterator[Row]]) -> list[Row]:
    """A benchmark's rows, or one that says why there are none."""
    print(f"{name} …", file=sys.stderr)
    try:
        return list(benchmark())
    except (NotAvailableError, TimeoutError, OSError) as error:
        print(error, file=sys.stderr)
        reason, *_ = str(error).partition(";")
        return [Row(name, f"not available: {reason}")]


if __name__ == "__main__":
    main()
