"""A folder as large as they come: opened, looked through, filtered, and changed under our eyes."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter

import frontmatter
from ftfy import fix_text

from benchmarks.figures import Goal, NotAvailableError, Row, Sample, interleaved
from benchmarks.folders import notes_folder
from benchmarks.programs import (
    ROOT,
    hello_terminal,
    leave,
    private_environment,
    private_home,
    wait_for_full_list,
    wait_for_greeting,
    wait_for_words,
    workbench,
    workbench_terminal,
)
from benchmarks.screens import Peaks
from tests.samples import note
from tests.terminal import Terminal, child_environment
from tui.library import Index, parse_filter
from tui.library.scan import find_changes
from tui.library.updating import update

TYPED = ("governance", "project:dev is:pending", "-training")
"""What is typed into the filter, letter by letter."""

_A_DATE = re.compile(r"\b(19|20)\d\d-\d\d-\d\d\b")
_PATIENCE = 900.0
_QUIET = 0.15
_SAMPLE = 1000
_TIMES = 2


def warm(runs: int, count: int, many: int, peaks: Peaks) -> Iterator[Row]:
    """From the start to the full list, of folders that were opened, read and closed before.

    Args:
        runs: How often.
        count: Sessions in the small folder.
        many: Sessions in the large one.
        peaks: Takes down the memory.
    """
    for size, goal in ((count, 1.2), (many, 1.5)):
        with private_home() as home:
            with workbench_terminal(notes_folder(size), home) as terminal:
                wait_for_full_list(terminal, size)
                leave(terminal)
            hello: list[float] = []
            full: list[float] = []
            for _ in range(runs + 1):
                with hello_terminal() as terminal:
                    hello.append(wait_for_greeting(terminal))
                    peaks.note("hello", terminal)
                with workbench_terminal(notes_folder(size), home) as terminal:
                    full.append(wait_for_full_list(terminal, size))
                    peaks.note(f"{size:,} notes, opened before", terminal)
                    leave(terminal)
        yield Row(
            f"full list, {size:,} notes, opened before",
            Sample.of_seconds(full[1:]),
            "hello",
            Sample.of_seconds(hello[1:]),
            Goal(goal),
        )


def cold(runs: int, many: int, peaks: Peaks) -> Iterator[Row]:
    """From the start to the first rows, and to the full list, of a folder never seen before.

    Args:
        runs: How often, to the first rows; all of it is read once.
        many: Sessions in the folder.
        peaks: Takes down the memory.
    """
    folder = notes_folder(many)

    def greeted() -> float:
        with hello_terminal() as terminal:
            return wait_for_greeting(terminal)

    def shown() -> float:
        with workbench_terminal(folder) as terminal:
            return terminal.time_until(has_rows, _PATIENCE)

    files = sorted(folder.rglob("*.md"))
    some = files[:: max(1, len(files) // _SAMPLE)]

    def looped() -> float:
        began = perf_counter()
        for path in some:
            fix_text(frontmatter.loads(path.read_text(encoding="utf-8", errors="replace")).content)
        return (perf_counter() - began) / len(some) * len(files)

    hello, first = interleaved(runs, greeted, shown)
    plain = [looped() for _ in range(_TIMES)]
    with workbench_terminal(folder) as terminal:
        full = wait_for_full_list(terminal, many)
        peaks.note(f"{many:,} notes, never seen", terminal)
    plain += [looped() for _ in range(_TIMES)]  # a machine may be another one half a minute later
    yield Row(
        f"first rows, {many:,} notes, never seen",
        first,
        "hello",
        hello,
        Goal(1.5),
    )
    yield Row(
        f"full list, {many:,} notes, never seen",
        Sample.of_seconds([full]),
        f"python-frontmatter and ftfy.fix_text, from {len(some):,} of them",
        Sample.of_seconds(plain),
        Goal(0.2),
    )


def has_rows(terminal: Terminal) -> bool:
    """Whether the list shows a session.

    Args:
        terminal: Where the workbench runs.
    """
    return bool(_A_DATE.search("\n".join(terminal.screen[3:])))


def scan(runs: int, many: int) -> Iterator[Row]:
    """Looking through a folder in which nothing has changed, beside find.

    Args:
        runs: How often.
        many: Sessions in the folder.
    """
    folder = notes_folder(many)
    find = shutil.which("find")
    if find is None:
        raise NotAvailableError("there is no find")

    def theirs() -> float:
        began = perf_counter()
        command = [find, str(folder), "-name", "*.md", "-printf", "%s %T@\n"]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        return perf_counter() - began

    with private_home() as home:
        index = index_of(home, folder)

        def ours() -> float:
            began = perf_counter()
            find_changes(folder, index)
            return perf_counter() - began

        beside, measured = interleaved(runs, theirs, ours)
        index.close()
    yield Row(f"scan of {many:,} notes, nothing changed", measured, "find", beside, Goal(2))


def words(runs: int, many: int) -> Iterator[Row]:
    """Finding the sessions that hold a word, beside ripgrep.

    Args:
        runs: How often.
        many: Sessions in the folder.
    """
    folder = notes_folder(many)
    ripgrep = shutil.which("rg")
    if ripgrep is None:
        raise NotAvailableError("there is no ripgrep (rg)")

    def theirs() -> float:
        began = perf_counter()
        command = [ripgrep, "--ignore-case", "--files-with-matches", "\\bgovernance", str(folder)]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        return perf_counter() - began

    with private_home() as home:
        index = index_of(home, folder)

        index.close()

        def ours() -> float:
            """In an index that was just opened: a second time it would be at hand."""
            index = Index(home / "index.sqlite")
            index.select(parse_filter(""))
            began = perf_counter()
            index.select(parse_filter("governance"))
            taken = perf_counter() - began
            index.close()
            return taken

        beside, measured = interleaved(runs, theirs, ours)
    yield Row(f"one word in {many:,} notes", measured, "ripgrep", beside, Goal(0.5))


def typing(runs: int, many: int) -> Iterator[Row]:
    """From a letter typed into the filter to the list it leaves, and from a note saved elsewhere.

    Args:
        runs: How often.
        many: Sessions in the folder.
    """
    folder = notes_folder(many)
    taken: list[float] = []
    saved: list[float] = []
    with private_home() as home, workbench_terminal(folder, home) as terminal:
        wait_for_full_list(terminal, many)
        wait_for_words(terminal)
        terminal.settle(1.0)
        for _ in range(max(1, runs // 2)):
            for text in TYPED:
                terminal.press("/")
                terminal.settle(_QUIET)
                for char in text:
                    name = {" ": "space", ":": ":", "-": "-"}.get(char, char)
                    taken.append(terminal.timed_key(name, quiet=_QUIET))
                terminal.press("escape")
                terminal.settle(_QUIET)
        saved += (_save(terminal, folder, f"Saved elsewhere {run}") for run in range(runs))
    typed = Sample.of_seconds(taken)
    yield Row(f"letter typed into the filter, {many:,} notes", typed)
    yield Row(
        f"letter typed into the filter, {many:,} notes, p95",
        typed.percentile(0.95),
        goal=Goal(50, "ms"),
    )
    yield Row(
        f"note saved elsewhere, {many:,} notes",
        Sample.of_seconds(saved),
        goal=Goal(300, "ms"),
    )


def _save(terminal: Terminal, folder: Path, title: str) -> float:
    """Save a note, wait until it is on the screen, and take it away again."""
    path = folder / "saved-elsewhere.md"
    try:
        began = perf_counter()
        path.write_text(note("Read this.", title=title, day="2099-01-01"), encoding="utf-8")
        terminal.wait_for(title, 30)
        return perf_counter() - began
    finally:
        path.unlink()
        terminal.wait_for(lambda seen: title not in seen.text, 30)


def tasks(runs: int, count: int) -> Iterator[Row]:
    """`workbench tasks is:pending --json` of a folder that was read before.

    Args:
        runs: How often.
        count: Sessions in the folder.
    """
    folder = notes_folder(count)
    with ExitStack() as stack:
        home = stack.enter_context(private_home())

        def hello() -> float:
            with hello_terminal() as terminal:
                return wait_for_greeting(terminal)

        def listed() -> float:
            began = perf_counter()
            subprocess.run(
                workbench(home, "tasks", "is:pending", "--json", "--notes", folder),
                cwd=ROOT,
                env=child_environment(private_environment(home)),
                stdout=subprocess.DEVNULL,
                check=True,
            )
            return perf_counter() - began

        beside, measured = interleaved(runs, hello, listed)
    name = f"tasks is:pending --json, {count:,} notes read before"
    yield Row(name, measured, "hello", beside, Goal(0.5))


def report(runs: int, count: int) -> Iterator[Row]:
    """`workbench report` as a page, of a folder that was read before, from start to exit.

    Args:
        runs: How often.
        count: Sessions in the folder.
    """
    folder = notes_folder(count)
    with ExitStack() as stack:
        home = stack.enter_context(private_home())

        def written(*arguments: str) -> float:
            began = perf_counter()
            subprocess.run(
                workbench(home, *arguments, "--notes", folder),
                cwd=ROOT,
                env=child_environment(private_environment(home)),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=True,
            )
            return perf_counter() - began

        as_html = ("report", "--include-unpublished", "--format", "html")
        beside, measured = interleaved(runs, lambda: written("tasks"), lambda: written(*as_html))
    name = f"report as a page, {count:,} notes read before"
    yield Row(name, measured, "workbench tasks", beside, Goal(1000, "ms"))


def index_of(home: Path, folder: Path) -> Index:
    """An index of a folder that is up to date.

    Args:
        home: Where its file lies.
        folder: The folder.

    Returns:
        The index.
    """
    index = Index(home / "index.sqlite")
    for _ in update(folder, index):
        pass
    return index
