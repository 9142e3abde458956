"""Finding the tasks that are similar to one, among any number, without looking at all of them.

`alike` leads from a word to the tasks that have it. A similar task shares at least half of the
words, so it has one of those that are left if nearly half of them, the most frequent ones, are
laid aside: common words are not asked for. What is left is compared in full.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any

import msgspec

from tui.library.index.asking import Asking
from tui.library.index.sql import PLACE_BITS
from tui.library.index.tasks import TaskKey, number_of
from tui.library.index.writing import chunks, marks
from tui.library.row import Row
from tui.library.similar import Gist, are_similar, fewest_shared
from tui.notes import Task

_numbers = msgspec.json.Decoder(list[int])
_rows = msgspec.msgpack.Decoder(Row)
_PLACE = (1 << PLACE_BITS) - 1
_AT_ONCE = 200  # sessions are looked at before others have their turn
_CHEAP = 20_000  # so many numbers are counted in a few milliseconds

_HAVING = "SELECT group_concat(rowid) FROM alike WHERE alike MATCH ?"
# How many tasks have a word is what this table tells; each connection has its own.
_COUNTS = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.alike_counts USING fts5vocab (main, alike, row)"


def find_similar(
    asking: Asking, task: TaskKey, catch_up: Callable[[], object], wanted: Callable[[], bool]
) -> list[int]:
    """Return the number of a task, and then those of all that are similar to it, newest last read.

    Of tasks with the same id, as copies of a note have them, there is one. Nothing is returned for
    a task that is gone. Others have their turn in between.

    Raises:
        Superseded: it had to make way, and is not wanted any more.
    """

    def answered(ask: Callable[[], list[Any]]) -> list[Any]:
        return asking.answer(ask, catch_up, wanted)

    here = answered(lambda: [*_at(asking, task)])
    if not here:
        return []
    number, text = here[0]
    gist = Gist(text)
    found, seen = [number], {task.task}
    candidates = answered(lambda: _candidates(asking, gist)) if gist.words else []
    sessions = list(dict.fromkeys(one >> PLACE_BITS for one in candidates))
    among = set(candidates)
    for some in chunks(sessions, _AT_ONCE):
        if not wanted():
            break
        for one, other in _tasks_of(answered(lambda some=some: _cards(asking, some))):  # type: ignore[misc]
            if one in among and other.id not in seen and are_similar(gist, Gist(other.text)):
                found.append(one)
                seen.add(other.id)
    return found


def _at(asking: Asking, task: TaskKey) -> Iterator[tuple[int, str]]:
    """The number of a task, and what it says; nothing if it is gone."""
    path = task.path.encode("utf-8", "replace").decode()
    asked = asking.ask(
        "SELECT c.id, c.row FROM file f JOIN card c ON c.id = f.id WHERE f.path = ?", (path,)
    )
    return ((number, one.text) for number, one in _tasks_of(asked) if one.id == task.task)


def _candidates(asking: Asking, gist: Gist) -> list[int]:
    """The tasks that share some of the rarer words with one."""
    asking.ask(_COUNTS)
    words = sorted(gist.distinct)
    counted = asking.ask(
        f"SELECT term, doc FROM alike_counts WHERE term IN ({marks(words)})", words
    )
    counts = dict(counted)
    words.sort(key=lambda word: counts.get(word, 0))
    spare = len(words) - fewest_shared(len(words))
    taken, sum_of = spare + 1, sum(counts.get(word, 0) for word in words[: spare + 1])
    while taken < len(words) and sum_of + counts.get(words[taken], 0) <= _CHEAP:
        sum_of += counts.get(words[taken], 0)
        taken += 1
    least = taken - spare  # a similar task may lack as many as are spare, and no more
    having = chain.from_iterable(_having(asking, words[:taken]))
    if least == 1:
        return list(dict.fromkeys(having))
    return [number for number, times in Counter(having).items() if times >= least]


def _having(asking: Asking, words: Sequence[str]) -> Iterator[list[int]]:
    """The tasks that have each of some words."""
    sql = " UNION ALL ".join([_HAVING] * len(words))
    for (numbers,) in asking.ask(sql, [f'"{word}"' for word in words]):
        yield _numbers.decode(f"[{numbers or ''}]")


def _cards(asking: Asking, sessions: Sequence[int]) -> list[tuple[int, bytes]]:
    return asking.ask(f"SELECT id, row FROM card WHERE id IN ({marks(sessions)})", sessions)


def _tasks_of(cards: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, Task]]:
    """All tasks of some sessions, with their numbers."""
    for session, row in cards:
        for place, task in enumerate(_rows.decode(row).tasks):
            yield number_of(session, place), task
