"""What a person waits for: the start, and the answer to a key."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.figures import Goal, Row, Sample
from benchmarks.folders import notes_folder
from benchmarks.programs import (
    hello_terminal,
    wait_for_first_frame,
    wait_for_full_list,
    wait_for_greeting,
    wait_for_words,
    workbench_terminal,
)
from tests.terminal import Terminal

FEW = 20
"""Sessions in the list that a long one is measured beside. They all fit on the screen."""
STEPS = 15
"""How far the cursor walks down before it is taken back to the top."""
KEYS_A_RUN = 2 * STEPS

_SCREENFUL = 60
_QUIET = 0.1
_CALM = 1.0


class Peaks:
    """The peak memory of every program that was watched, the largest seen."""

    def __init__(self) -> None:
        self._kilobytes: dict[str, int] = {}

    def note(self, name: str, terminal: Terminal) -> None:
        """Take down a program's peak so far.

        Args:
            name: What the program was doing.
            terminal: Where it runs.
        """
        if (peak := terminal.rss) is not None:
            self._kilobytes[name] = max(peak, self._kilobytes.get(name, 0))

    def rows(self) -> Iterator[Row]:
        """A row for each program but the hello app, which stands beside them."""
        megabytes = {name: Sample((peak / 1024,), "MB") for name, peak in self._kilobytes.items()}
        hello = megabytes.pop("hello", None)
        for name, peak in megabytes.items():
            yield Row(f"peak memory, {name}", peak, "hello", hello, Goal(4))


def start(runs: int, count: int, peaks: Peaks) -> Iterator[Row]:
    """From the start to the first frame, and to the full list, beside the hello app.

    Args:
        runs: How often.
        count: Sessions in the folder.
        peaks: Takes down the memory.
    """
    folder = notes_folder(count)
    hello: list[float] = []
    first: list[float] = []
    full: list[float] = []
    for _ in range(runs + 1):
        with hello_terminal() as terminal:
            hello.append(wait_for_greeting(terminal))
            peaks.note("hello", terminal)
        with workbench_terminal(folder) as terminal:
            first.append(wait_for_first_frame(terminal))
            full.append(wait_for_full_list(terminal, count))
            peaks.note(f"{count:,} notes", terminal)
    beside = Sample.of_seconds(hello[1:])
    yield Row(
        f"first frame, {count:,} notes", Sample.of_seconds(first[1:]), "hello", beside, Goal(1.3)
    )
    yield Row(f"full list, {count:,} notes", Sample.of_seconds(full[1:]), "hello", beside, Goal(3))


def keys(runs: int, count: int, peaks: Peaks) -> Iterator[Row]:
    """From a cursor key to the last byte it draws: in a long list beside a short one.

    Args:
        runs: How often to measure `KEYS_A_RUN` keys.
        count: Sessions in the long list.
        peaks: Takes down the memory.
    """
    with (
        workbench_terminal(notes_folder(FEW)) as short,
        workbench_terminal(notes_folder(count)) as long,
    ):
        wait_for_full_list(short, FEW)
        wait_for_full_list(long, count)
        wait_for_words(long)
        long.settle(_CALM)
        short.settle(_CALM)
        few, many = _walk_both(short, long, runs * KEYS_A_RUN)
        scrolled = _scroll(long, runs * STEPS)
        peaks.note(f"{FEW} notes", short)
        peaks.note(f"{count:,} notes", long)
    name = f"{count:,} rows"
    limit = Goal(50, "ms")
    yield Row(f"cursor key, {name}", many, f"{FEW} rows", few, Goal(1.3))
    yield Row(
        f"cursor key, {name}, p95",
        many.percentile(0.95),
        f"{FEW} rows",
        few.percentile(0.95),
        limit,
    )
    yield Row(f"cursor key that scrolls, {name}", scrolled, f"{FEW} rows", few)
    yield Row(f"cursor key that scrolls, {name}, p95", scrolled.percentile(0.95), goal=limit)


def _walk_both(short: Terminal, long: Terminal, presses: int) -> tuple[Sample, Sample]:
    """Time `down` in two lists in turn, over rows that are on the screen in both."""
    few: list[float] = []
    many: list[float] = []
    for press in range(presses):
        few.append(short.timed_key("down", quiet=_QUIET))
        many.append(long.timed_key("down", quiet=_QUIET))
        if press % STEPS == STEPS - 1:
            for _ in range(STEPS):
                short.answer("up", quiet=_QUIET)
                long.answer("up", quiet=_QUIET)
    return Sample.of_seconds(few), Sample.of_seconds(many)


def _scroll(long: Terminal, presses: int) -> Sample:
    """Time `down` where the cursor stands at the bottom and every key scrolls the list."""
    for _ in range(_SCREENFUL):
        long.answer("down", quiet=_QUIET)
    return Sample.of_seconds([long.timed_key("down", quiet=_QUIET) for _ in range(presses)])
