"""Bringing an index up to date with its folder."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from tui.library.crew import read_all
from tui.library.index import Index
from tui.library.row import Found
from tui.library.scan import find_changes

_SECONDS = 0.2
_MANY = 2000


class Progress(NamedTuple):
    """How many files of those that had changed are read, and how many of them were news."""

    news: int
    done: int
    of: int


def update(folder: Path, index: Index, *, follow: bool = False) -> Iterator[Progress]:
    """Read what has changed, newest names first; what is yielded is in the index.

    It may be ended at any time: the next one goes on from there.

    Raises:
        OSError: the folder cannot be listed.
        IndexFullError: the index cannot be written.
    """
    changes = find_changes(folder, index, follow=follow)
    of = len(changes.files)
    if changes.gone:
        index.remove(changes.gone)
    news = len(changes.gone)
    yield Progress(news, 0, of)
    if of > _MANY:
        index.expect_many()
    waiting: list[Found] = []
    done, until = 0, 0.0
    for found in read_all(changes.files, folder):
        waiting += found
        done += len(found)
        if monotonic() >= until or done == of:
            put = index.put(waiting)
            news += put
            yield Progress(put, done, of)
            waiting.clear()
            until = monotonic() + _SECONDS
    if news or not index.is_complete:
        index.complete()
