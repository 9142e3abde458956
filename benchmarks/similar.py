"""Tasks that say nearly the same: all groups of a usual folder, and one task among very many."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from time import perf_counter

from rapidfuzz import fuzz, process

from benchmarks.figures import Goal, NotAvailableError, Row, Sample
from benchmarks.folders import notes_folder
from benchmarks.library import index_of
from benchmarks.programs import private_home
from tests.library.shelf import made
from tui.library import Index, TaskKey, TaskListing, parse_filter
from tui.library.similar import telling_words

_TASKS = 4000
_SESSIONS = 2400  # they leave a little more than 4,000 tasks
_SAMPLE = 100
_ASKED = 500


def similar(runs: int, many: int) -> Iterator[Row]:
    """Finding what is similar to each of 4,000 tasks, and to one of those of many sessions.

    Args:
        runs: How often.
        many: Sessions in the large folder.
    """
    with private_home() as home:
        index = index_of(home, notes_folder(_SESSIONS))
        yield from _all_groups(runs, index)
        index.close()
    with private_home() as home:
        index = index_of(home, notes_folder(many))
        yield from _one_by_one(index)
        yield from _after_a_change(runs, index)
        index.close()


def _all_groups(runs: int, index: Index) -> Iterator[Row]:
    """Each task is asked for, as it is when the cursor comes to it."""
    listing = index.list_tasks(parse_filter(""))
    if len(listing) < _TASKS:
        raise NotAvailableError(f"the folder has {len(listing):,} tasks only")
    asked = _keys(listing, range(_TASKS))
    taken: list[float] = []
    having = 0
    for _ in range(runs + 1):
        began = perf_counter()
        having = sum(len(index.similar(task)) > 1 for task in asked)
        taken.append(perf_counter() - began)
    yield Row(
        f"all groups of {_TASKS:,} tasks ({having} are in one)",
        Sample.of_seconds(taken[1:]),
        f"rapidfuzz on all pairs, from {_SAMPLE} tasks",
        Sample.of_seconds([_all_pairs(listing)]),
        Goal(2000, "ms"),
    )


def _all_pairs(listing: TaskListing) -> float:
    tasks = filter(None, listing.tasks(0, _TASKS))
    texts = [" ".join(telling_words(task.text)) for _, task in tasks]
    began = perf_counter()
    for text in texts[:: _TASKS // _SAMPLE]:
        process.extract(text, texts, scorer=fuzz.token_sort_ratio, score_cutoff=80, limit=None)
    return (perf_counter() - began) / _SAMPLE * len(texts)


def _one_by_one(index: Index) -> Iterator[Row]:
    listing = index.list_tasks(parse_filter(""))
    places = random.Random(7).sample(range(len(listing)), min(_ASKED, len(listing)))
    taken = []
    for task in _keys(listing, places):
        began = perf_counter()
        index.similar(task)
        taken.append(perf_counter() - began)
    sample = Sample.of_seconds(taken)
    yield Row(f"similar to one of {len(listing):,} tasks", sample)
    p95 = sample.percentile(0.95)
    yield Row(f"similar to one of {len(listing):,} tasks, p95", p95, goal=Goal(50, "ms"))


def _after_a_change(runs: int, index: Index) -> Iterator[Row]:
    """A note is read anew, and a task of it asked for: nothing else is compared again."""
    taken = []
    for run in range(runs):
        text = f"Further testing and validation of change number {run}."
        found = made("changed.md", text, title="Changed")
        began = perf_counter()
        index.put([found])
        row = index.cards.row("changed.md")
        if row is not None:
            index.similar(TaskKey(row.path, row.tasks[0].id))
        taken.append(perf_counter() - began)
    yield Row("similar to a task of a note that has changed", Sample.of_seconds(taken))


def _keys(listing: TaskListing, places: Sequence[int]) -> list[TaskKey]:
    return [key for key in map(listing.key, places) if key is not None]
