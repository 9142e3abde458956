"""The questions behind the Progress view: tasks counted by day and project, and by label.

Tasks are those that the filter asks for, of the sessions that it picks: what is counted here is
what a list of tasks narrowed in the same way holds.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

import msgspec

from tui.library.filter import Query
from tui.library.index.sql import TASK, Condition, on_sessions, on_tasks
from tui.library.progress import Counted, Counts, Day, Tally

Ask = Callable[[str, tuple[Any, ...]], Iterable[tuple[Any, ...]]]
Value = TypeVar("Value", bound=Hashable)

_numbers = msgspec.json.Decoder(list[int])
_FIELD, _ROOM = (1 << 20) - 1, (1 << 64) - 1


class Sums(NamedTuple):
    """How many sessions there are, and their tasks."""

    sessions: int
    tasks: Tally


# A filter that says nothing of tasks is answered from what is known of each session.
_OF_SESSIONS = """
SELECT s.id, s.date, s.project,
    coalesce(o.pending, s.pending) + coalesce(o.doing, s.doing) + coalesce(o.blocked, s.blocked)
        AS open,
    coalesce(o.done, s.done) AS done, coalesce(o.dropped, s.dropped) AS dropped
FROM session s LEFT JOIN state o ON o.id = s.id WHERE {sessions}
"""
_OF_TASKS = f"""
SELECT id, date, project, total(asked AND status NOT IN ('done', 'dropped')) AS open,
    total(asked AND status IS 'done') AS done, total(asked AND status IS 'dropped') AS dropped
FROM (
    SELECT s.id, s.date, s.project, coalesce(d.status, t.mark) AS status, ({{tasks}}) AS asked
    FROM session s LEFT JOIN state o ON o.id = s.id LEFT JOIN task t ON t.session = s.id
    LEFT JOIN held d ON d.task = {TASK} WHERE {{sessions}}
) GROUP BY id
"""
# All of it comes as four texts: a row of its own for each session takes Python far longer. What a
# session left is one number, of three times 20 bits.
_PICKED = """
SELECT group_concat(id), group_concat(date), group_concat(project),
    group_concat(open | (done << 20) | (dropped << 40)) FROM ({counted})
"""
_LABELS = "SELECT label, group_concat(session) FROM labelled WHERE session <= ? GROUP BY label"
_VALUES = "SELECT id, text, fold FROM value WHERE kind = ?"
# The + keeps the sessions that a word picks, which may be most, from being gone through for each
# decision.
_CLOSED = f"""
SELECT c.subject FROM decided c CROSS JOIN task t ON t.subject = c.subject
CROSS JOIN session s ON s.id = +t.session LEFT JOIN state o ON o.id = s.id
LEFT JOIN held d ON d.task = {TASK}
WHERE c.status IN ('done', 'dropped') AND ({{tasks}}) AND ({{sessions}})
"""


def count_progress(ask: Ask, query: Query) -> Counts:
    """Count the tasks that a filter asks for.

    Args:
        ask: asks the database.
        query: the filter.
    """
    sessions, tasks = on_sessions(query), on_tasks(query)
    both = (*tasks.values, *sessions.values)
    counted = (_OF_SESSIONS if tasks == Condition() else _OF_TASKS).format(
        sessions=sessions.sql, tasks=tasks.sql
    )
    closed = ask(_CLOSED.format(sessions=sessions.sql, tasks=tasks.sql), both)
    picked = _Picked(list(ask(_PICKED.format(counted=counted), both)))
    return Counts(
        [Day(day, *sums) for day, sums in picked.sums(picked.days)],
        _named(ask, "project", picked.sums(picked.projects)),
        _named(ask, "label", picked.sums_of_sets(ask(_LABELS, (max(picked.ids, default=0),)))),
        [subject for (subject,) in closed],
    )


class _Picked:
    """The sessions that were picked, by place: number, day, project, and the tasks they left."""

    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        ids, days, projects, left = rows[0] if rows and rows[0][0] else ("", "", "", "")
        self.ids = _decoded(ids)
        self.days: list[str] = days.split(",") if ids else []
        self.projects = _decoded(projects)
        self._left = _decoded(left)
        wide = {left: _wide(left) for left in set(self._left)}
        self._wide = [wide[left] for left in self._left]

    def sums(self, values: Sequence[Value]) -> list[tuple[Value, Sums]]:
        """How many sessions have each value, and their tasks."""
        counts = Counter(values)
        sums = dict.fromkeys(counts, 0)
        for value, left in zip(values, self._wide, strict=True):
            sums[value] += left
        return [(value, Sums(count, _tally(sums[value]))) for value, count in counts.items()]

    def sums_of_sets(self, sets: Iterable[tuple[Any, ...]]) -> list[tuple[int, Sums]]:
        """How many sessions are in each set, and their tasks; sets without any are left out.

        Args:
            sets: a value, and the numbers of the sessions that have it.
        """
        # Few sessions differ in how many tasks they left: they are counted kind by kind.
        kinds = [0, *set(self._left)]
        number = {left: kind for kind, left in enumerate(kinds) if kind}
        kind_of = array("I", bytes(array("I").itemsize * (max(self.ids, default=0) + 1)))
        for id_, left in zip(self.ids, self._left, strict=True):
            kind_of[id_] = number[left]
        found = []
        for value, ids in sets:
            counts = Counter(itemgetter(0, *_decoded(ids))(kind_of))  # no session is number 0
            del counts[0]  # those that were not picked
            if counts:
                left = sum(_wide(kinds[kind]) * count for kind, count in counts.items())
                found.append((value, Sums(counts.total(), _tally(left))))
        return found


def _named(ask: Ask, kind: str, counted: Iterable[tuple[int, Sums]]) -> list[Counted]:
    """Give values their names; one that another workbench has just put in is "none"."""
    names = {number: (text, fold) for number, text, fold in ask(_VALUES, (kind,))}
    return [Counted(*names.get(number, ("", "")), *sums) for number, sums in counted]


def _decoded(text: str) -> list[int]:
    return _numbers.decode(f"[{text}]")


def _wide(left: int) -> int:
    """What a session left, with room for the sums of many."""
    return left & _FIELD | (left >> 20 & _FIELD) << 64 | (left >> 40) << 128


def _tally(wide: int) -> Tally:
    return Tally(wide & _ROOM, wide >> 64 & _ROOM, wide >> 128)
