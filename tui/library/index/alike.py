"""Finding the tasks that are similar to one, among any number, without looking at all of them.

`alike` leads from a word to the tasks that have it. A similar task shares most of the words, so it
has one of the rarer ones: a common word is not asked for. What shares enough of those that are
is compared by its words, and what comes near in full.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from tui.library.index.asked import IN_JSON, chunks, json_of, marks
from tui.library.index.asking import Asking, Superseded
from tui.library.index.keys import TaskKey, number_of
from tui.library.index.sql import PLACE_BITS
from tui.library.row import read_card
from tui.library.similar import Gist, are_similar, fewest_shared, near
from tui.notes import Task

_AT_ONCE = 500  # so many are looked at before others have their turn
_MOST_KEPT = 10_000
_MOST_COUNTED = 40_000  # that takes some milliseconds

_HAVING = "SELECT rowid AS task FROM alike WHERE alike MATCH ?"
_SHARING = """
SELECT group_concat(task) FROM
    (SELECT task FROM ({having}) GROUP BY task HAVING count(*) >= ? ORDER BY task)
"""


def find_similar(
    asking: Asking, task: TaskKey, catch_up: Callable[[], object], wanted: Callable[[], bool]
) -> list[int]:
    """Return the number of a task, and then those of all that are similar to it.

    Of tasks with the same id, as copies of a note have them, there is one. Nothing is returned for
    a task that is gone. Others have their turn in between.

    Raises:
        Superseded: it is not wanted any more.
    """

    def in_parts(ask: _Ask, asked: Sequence[int]) -> Iterator[list[tuple[Any, ...]]]:
        for some in chunks(asked, _AT_ONCE):
            if not wanted():
                raise Superseded
            yield asking.answer(partial(ask, asking, some), catch_up, wanted)

    asked = asking.answer(lambda: _asked(asking, task), catch_up, wanted)
    if asked is None:
        return []
    itself, gist, candidates = asked
    found, seen = [itself], {task.task}
    for words in in_parts(_words, candidates):
        close = set(near(gist.said, dict(words)))
        sessions = list(dict.fromkeys(number >> PLACE_BITS for number in close))
        for number, other in chain.from_iterable(map(_tasks_of, in_parts(_cards, sessions))):
            if number in close and other.id not in seen and are_similar(gist, Gist(other.text)):
                found.append(number)
                seen.add(other.id)
    return found


_Ask = Callable[[Asking, Sequence[int]], list[tuple[Any, ...]]]


def _asked(asking: Asking, task: TaskKey) -> tuple[int, Gist, "array[int]"] | None:
    """The number of a task, what counts of it, and which others may be similar; None if gone."""
    path = task.path.encode("utf-8", "replace").decode()
    cards = asking.ask(
        "SELECT c.id, c.row FROM file f JOIN card c ON c.id = f.id WHERE f.path = ?", (path,)
    )
    for number, one in _tasks_of(cards):
        if one.id == task.task:
            gist = Gist(one.text)
            return number, gist, _candidates(asking, gist, number)
    return None


def _candidates(asking: Asking, gist: Gist, itself: int) -> "array[int]":
    """The tasks that share so many of the rarer words with one that they may be similar, in order.

    They are counted where they are found: tens of thousands of numbers, each an object of Python's,
    would leave holes in its heap wherever the next key came in between.
    """
    words = sorted(gist.distinct)
    if not words:
        return array("q")
    counts = _counts(asking, words)
    words.sort(key=counts.__getitem__)
    sizes = [counts[word] for word in words]
    spare = len(words) - fewest_shared(len(words))
    taken = spare + 1
    sum_of = sum(sizes[:taken])
    while taken < len(words) and sizes[taken] <= min(sum_of, _MOST_COUNTED - sum_of):
        sum_of += sizes[taken]
        taken += 1
    least = taken - spare  # a similar task may lack as many words as are spare, and no more
    having = " UNION ALL ".join([_HAVING] * taken)
    numbers = asking.numbers(_SHARING.format(having=having), [*_quoted(words[:taken]), least])
    return array("q", (number for number in numbers if number != itself))


def _quoted(words: Sequence[str]) -> list[str]:
    return [f'"{word}"' for word in words]


def _counts(asking: Asking, words: Sequence[str]) -> Mapping[str, int]:
    """How many tasks have each of some words; kept, as it only tells what to ask for first."""
    known = asking.word_counts
    new = [word for word in words if word not in known]
    if new:
        if len(known) > _MOST_KEPT:
            known.clear()
            new = list(words)
        known.update(dict.fromkeys(new, 0))
        sql = f"SELECT term, doc FROM alike_counts WHERE term IN ({marks(new)})"
        known.update(asking.ask(sql, new))
    return known


def _words(asking: Asking, tasks: Sequence[int]) -> list[tuple[Any, ...]]:
    return asking.ask(f"SELECT rowid, words FROM alike WHERE rowid IN {IN_JSON}", (json_of(tasks),))


def _cards(asking: Asking, sessions: Sequence[int]) -> list[tuple[Any, ...]]:
    return asking.ask(f"SELECT id, row FROM card WHERE id IN {IN_JSON}", (json_of(sessions),))


def _tasks_of(cards: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, Task]]:
    """All tasks of some sessions, with their numbers."""
    for session, row in cards:
        for place, task in enumerate(read_card(row).tasks):
            yield number_of(session, place), task
