"""Bringing an index up to date with its folder."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from tui.library.index import Index
from tui.library.scan import Changes, find_changes, first_met

if TYPE_CHECKING:  # what reads is imported when something has changed
    from tui.library.found import Found

_SECONDS = 0.05
_GLANCE_SECONDS = 0.02
_PARTS = 10  # each transaction writes most pages of the tables again
_MOST = 3000
_SOME = 200
_MANY = 2000
_FIRST = 10


class Progress(NamedTuple):
    """How many files of those that had changed are read, and how many of them were news.

    `waiting` is how many sessions are listed that cannot be found by their words yet; None as long
    as not all of them are listed.
    """

    news: int
    done: int
    of: int
    waiting: int | None = None


def update(
    folder: Path, index: Index, *, follow: bool = False, prints: bool = True
) -> Iterator[Progress]:
    """Read what has changed, newest dates first; what is yielded is in the index.

    Of many, the words by which they are found come last: whoever opens the folder wants to see its
    sessions first. It may be ended at any time: the next one goes on from there.

    Args:
        folder: where the notes are.
        index: what is known of them.
        follow: whether symbolic links are followed.
        prints: whether those of each note are needed at once; else they come with the words.

    Raises:
        OSError: the folder cannot be listed.
        IndexFullError: the index cannot be written.
    """
    news = done = 0
    if not index.cards.count():
        for done, of in _read_first_met(folder, index, follow=follow):
            news = done
            yield Progress(news, done, of)
    changes = find_changes(folder, index, follow=follow)
    of = done + len(changes.seen)
    if changes.gone:
        index.remove(changes.gone)
    news += len(changes.gone)
    yield Progress(len(changes.gone), done, of)
    if of > _MANY:
        index.expect_many()
    for read, found in _read(changes, folder, prints=prints or of <= _SOME):
        done += read
        put = index.put(found, words_later=of > _SOME) if found else 0
        news += put
        yield Progress(put, done, of)
    if news or not index.is_complete:
        index.complete()
    waiting = index.cards.waiting()
    yield Progress(0, done, of, waiting)
    while waiting and (some := index.put_words()):
        waiting = max(0, waiting - some)
        yield Progress(0, done, of, waiting)


def _read_first_met(folder: Path, index: Index, *, follow: bool) -> Iterator[tuple[int, int]]:
    """Read some of a folder that is so large that one would wait for the newest names in it.

    Yields, if it is, how many there are to show now, and of how many files.
    """
    from tui.library.reading import read_some

    met = first_met(folder, _GLANCE_SECONDS, follow=follow)
    if met is not None:
        yield index.put(read_some(met.first(_FIRST), folder)), met.of


def _read(changes: Changes, folder: Path, *, prints: bool) -> Iterator[tuple[int, list["Found"]]]:
    """Yield how many more were read, and what is to be put into the index now; the first at once.

    The others come as many at a time as one would wait for, which is longer the longer it takes;
    few at first, so that few are left when the last is read.
    """
    first = changes.first(_FIRST)
    if not first:
        return
    from tui.library.crew import read_all
    from tui.library.reading import read_some

    yield len(first), read_some(first, folder, prints=prints)
    some: list[Found] = []
    began = monotonic()
    until = began + _SECONDS
    for found in read_all(changes.files[len(first) :], folder, prints=prints):
        some += found
        if monotonic() < until and len(some) < _MOST:
            yield len(found), []
            continue
        yield len(found), some
        some, now = [], monotonic()
        until = now + max(_SECONDS, (now - began) / _PARTS)
    if some:
        yield 0, some
