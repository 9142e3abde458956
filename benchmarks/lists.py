"""Lists of a folder as large as they come: tasks in groups, keystrokes of the filter, counting."""

from __future__ import annotations

import random
import sqlite3
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.figures import Goal, Row, Sample, interleaved
from benchmarks.folders import notes_folder
from benchmarks.library import index_of
from benchmarks.programs import private_home
from tui.library import (
    FACETS,
    GROUPINGS,
    TASK_SORTS,
    Decided,
    Grouping,
    Index,
    TaskSort,
    parse_filter,
)

TYPED: dict[str, tuple[str, ...]] = {
    "letters": tuple("abcdefghijklmnopqrstuvwxyz0123456789"),
    "beginnings": ("go", "tra", "da", "dat", "in", "pol", "re", "20", "202", "mee"),
    "words": ("governance", "training", "data", "police", "2024", "data training", "a b c"),
    "negations": ("-a", "-training", "-(data or plan)", "-is:open", "-project:dev", "a -b"),
    "alternatives": ("a or b", "data or training", "a or -b", "is:done or van"),
    "phrases": ('"data governance"', '"public safety"', '"the session"'),
    "fields": (
        "project:d", "project:=Dev", "label:a", "priority:medium", "is:open", "is:done",
        "is:healed", "has:problem", "has:due", "due:overdue", "to:eva", "on:2024", "before:2020",
        "title:a", "text:a", "text:training", "by:ana", "project:dev is:pending",
    ),
}  # fmt: skip
"""What stands in the filter after a key."""

_DECISIONS = 20_000
_NAMES = ("Ana", "Bob", "Eva Lang", "Grace", "José")
_STATUSES = ("done", "done", "done", "dropped", "doing", "blocked", None)


def lists(runs: int, many: int) -> Iterator[Row]:
    """Listing all tasks, typing into the filter, and a decision while something is counted.

    Args:
        runs: How often.
        many: Sessions in the folder.
    """
    with private_home() as home:
        index = index_of(home, notes_folder(many))
        path = home / "index.sqlite"
        index.decide(_decisions(path))
        yield from _tasks(runs, index, path)
        yield from _keystrokes(runs, index)
        yield from _counting(runs, index)
        index.close()


def _tasks(runs: int, index: Index, path: Path) -> Iterator[Row]:
    count = len(index.list_tasks(parse_filter("")))
    plain = sqlite3.connect(path)

    def theirs() -> float:
        return _timed(lambda: plain.execute("SELECT session, place FROM task").fetchall())

    def row(name: str, ours: Callable[[], float], goal: float) -> Row:
        beside, measured = interleaved(runs, theirs, ours)
        return Row(
            f"{count:,} tasks {name}", measured, "reading their table", beside, Goal(goal, "ms")
        )

    def listed(text: str, grouping: Grouping, sort: TaskSort = TASK_SORTS[0]) -> float:
        return _timed(lambda: index.list_tasks(parse_filter(text), sort, grouping))

    yield row("listed for the first time", lambda: _first_listed(path), 100)
    yield row("listed", lambda: listed("", "none"), 100)
    yield row("listed, is:open", lambda: listed("is:open", "none"), 100)
    for grouping in GROUPINGS[1:]:
        yield row(f"by {grouping}", partial(listed, "", grouping), 200)
    for sort in TASK_SORTS:
        yield row(f"in order: {sort.name}", partial(listed, "", "none", sort), 100)


def _first_listed(path: Path) -> float:
    """In an index that was just opened, with nothing at hand; what was decided is left aside."""
    index = Index(path)
    taken = _timed(lambda: index.list_tasks(parse_filter("")))
    index.close()
    return taken


def _keystrokes(runs: int, index: Index) -> Iterator[Row]:
    """Each filter as if it were the first; between two runs, others and a decision are asked."""
    subject = index.list_tasks(parse_filter("is:open")).key(0)
    seconds: dict[str, list[float]] = {kind: [] for kind in TYPED}
    for run in range(runs):
        if subject:
            _decide(index, Decided(subject.task, ("doing", None)[run % 2], None, ("Ana",)))
        for kind, texts in TYPED.items():
            for query in map(parse_filter, texts):
                seconds[kind].append(_timed(partial(index.select, query)))
    for kind in TYPED:
        taken = Sample.of_seconds(seconds[kind])
        yield Row(f"filter, {kind}", taken)
        yield Row(f"filter, {kind}, p95", taken.percentile(0.95), goal=Goal(50, "ms"))


def _counting(runs: int, index: Index) -> Iterator[Row]:
    """How long a decision takes to be in the totals while labels are counted, again and again."""
    over = threading.Event()

    def count() -> None:
        while not over.is_set():
            for kind in FACETS:
                index.facets(kind, parse_filter("a"))

    thread = threading.Thread(target=count)
    thread.start()
    subject = index.list_tasks(parse_filter("is:open")).key(0)
    taken = []
    for run in range(runs * 10):
        status = ("done", None)[run % 2]
        decided = Decided(subject.task if subject else "", status, None, ("Ana",))
        taken.append(_timed(partial(_decide, index, decided)))
    over.set()
    thread.join()
    sample = Sample.of_seconds(taken)
    yield Row("a decision while counting", sample)
    yield Row("a decision while counting, p95", sample.percentile(0.95), goal=Goal(50, "ms"))


def _decide(index: Index, decided: Decided) -> None:
    index.decide([decided])
    index.totals()


def _decisions(path: Path) -> Iterator[Decided]:
    rng = random.Random(7)
    with sqlite3.connect(path) as plain:
        subjects = [subject for (subject,) in plain.execute("SELECT subject FROM task")]
    for subject in rng.sample(subjects, min(_DECISIONS, len(subjects))):
        due = f"20{rng.randrange(24, 28)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
        yield Decided(
            subject,
            rng.choice(_STATUSES),
            None,
            (rng.choice(_NAMES),),
            rng.choice(("", due)),
            rng.choice(("", *_NAMES)),
            rng.choice(("", "Ask first.")),
        )


def _timed(do: Callable[[], object]) -> float:
    began = perf_counter()
    do()
    return perf_counter() - began
