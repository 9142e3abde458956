"""Bringing an index up to date with its folder."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from tui.library.crew import read_all
from tui.library.index import Index
from tui.library.reading import read_some
from tui.library.row import Found
from tui.library.scan import Changes, find_changes, first_met

_SECONDS = 0.2
_GLANCE_SECONDS = 0.02
_MANY = 2000
_FIRST = 10


class Progress(NamedTuple):
    """How many files of those that had changed are read, and how many of them were news."""

    news: int
    done: int
    of: int


def update(folder: Path, index: Index, *, follow: bool = False) -> Iterator[Progress]:
    """Read what has changed, newest dates first; what is yielded is in the index.

    It may be ended at any time: the next one goes on from there.

    Raises:
        OSError: the folder cannot be listed.
        IndexFullError: the index cannot be written.
    """
    news = 0
    if not index.cards.count():
        for news, of in _read_first_met(folder, index, follow=follow):
            yield Progress(news, news, of)
    changes = find_changes(folder, index, follow=follow)
    of = len(changes.seen)
    if changes.gone:
        index.remove(changes.gone)
    news += len(changes.gone)
    yield Progress(len(changes.gone), 0, of)
    done = 0
    for found in _read(changes, folder):
        done += len(found)
        put = index.put(found)
        news += put
        yield Progress(put, done, of)
        if done == _FIRST and of > _MANY:
            index.expect_many()
    if news or not index.is_complete:
        index.complete()


def _read_first_met(folder: Path, index: Index, *, follow: bool) -> Iterator[tuple[int, int]]:
    """Read some of a folder that is so large that one would wait for the newest names in it.

    Yields, if it is, how many there are to show now, and of how many files.
    """
    met = first_met(folder, _GLANCE_SECONDS, follow=follow)
    if met is not None:
        yield index.put(read_some(met.first(_FIRST), folder)), met.of


def _read(changes: Changes, folder: Path) -> Iterator[list[Found]]:
    """Yield what was read, as much at a time as comes while one would wait; the first at once."""
    first = changes.first(_FIRST)
    if not first:
        return
    yield read_some(first, folder)
    waiting: list[Found] = []
    until = monotonic() + _SECONDS
    for found in read_all(changes.files[len(first) :], folder):
        waiting += found
        if monotonic() >= until:
            yield waiting
            waiting = []
            until = monotonic() + _SECONDS
    if waiting:
        yield waiting
