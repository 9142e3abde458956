"""How the sessions of a list divide by project, label, priority and month."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, Literal, NamedTuple, get_args

from tui.library.filter.exact import same
from tui.library.index.asking import Asking
from tui.library.index.sql import FROM_SESSIONS, Condition
from tui.library.words import words_of

FacetKind = Literal["project", "label", "priority", "month"]
FACETS: tuple[FacetKind, ...] = get_args(FacetKind)
NameKind = Literal["by", "to"]

OPEN_TASKS = (
    "(coalesce(o.pending, s.pending) + coalesce(o.doing, s.doing) + coalesce(o.blocked, s.blocked))"
)
# By number of the value first, in the order of an index where there is one; only these few counts
# are then brought together by spelling.
_COUNTED = {
    "project": f"SELECT s.project, count(*), total({OPEN_TASKS})"
    f" {FROM_SESSIONS} WHERE {{where}} GROUP BY s.project",
    "priority": f"SELECT s.priority, count(*), total({OPEN_TASKS})"
    f" {FROM_SESSIONS} WHERE {{where}} GROUP BY s.priority",
    "month": f"SELECT substr(s.date, 1, 7) AS month, count(*), total({OPEN_TASKS})"
    f" {FROM_SESSIONS} WHERE {{where}} GROUP BY month ORDER BY month DESC",
}
_ONCE = (
    f"SELECT count(*), total({OPEN_TASKS}) {FROM_SESSIONS} WHERE {{where}}"
    " AND s.id IN (SELECT session FROM labelled WHERE label IN ({labels}))"
)


class Facet(NamedTuple):
    """A value, how many sessions have it, and how many open tasks these have.

    Values that are the same (see `tui.library.filter.exact`) are one, in its most usual spelling.
    "" is "none".
    """

    text: str
    sessions: int
    open_tasks: int


_NAMES: dict[NameKind, str] = {
    "by": f"SELECT o.by, {OPEN_TASKS} FROM state o JOIN session s ON s.id = o.id WHERE o.by <> ''",
    "to": f"SELECT h.words, {OPEN_TASKS} FROM"
    " (SELECT session, group_concat(words, '') AS words FROM held WHERE words <> ''"
    " GROUP BY session) h JOIN session s ON s.id = h.session LEFT JOIN state o ON o.id = s.id",
}


class _Counted(NamedTuple):
    """What was counted of one spelling; `value` is its number."""

    value: int
    text: str
    sessions: int
    open_tasks: int


def count_facets(asking: Asking, kind: FacetKind, condition: Condition) -> list[Facet]:
    """Count the values of a kind among sessions that meet a condition.

    The largest comes first; of months, the newest.
    """
    if kind == "label":
        values = _by_value(asking, kind, _by_label(asking, condition))
    else:
        rows = asking.ask(_COUNTED[kind].format(where=condition.sql), condition.values)
        if kind == "month":
            return [Facet(month, int(sessions), int(open_)) for month, sessions, open_ in rows]
        values = _by_value(asking, kind, rows)
    found = {key: _together(asking, kind, some, condition) for key, some in values.items()}
    return [found[key] for key in sorted(found, key=lambda key: (-found[key].sessions, key))]


def count_choices(asking: Asking, conditions: Mapping[str, Condition]) -> list[Facet]:
    """Count the sessions that meet each of some conditions, by what these are called."""
    each = conditions.values()
    asked = asking.ask(
        "SELECT " + ",".join(f"total({one.sql}), total(({one.sql}) * {OPEN_TASKS})" for one in each)
        + f" {FROM_SESSIONS}",
        [value for one in each for value in (*one.values, *one.values)],
    )  # fmt: skip
    counts = map(int, asked[0]) if asked else repeat(0)
    return [Facet(name, next(counts), next(counts)) for name in conditions]


def count_names(asking: Asking, kind: NameKind, names: Iterable[str]) -> list[Facet]:
    """Count the sessions of those who decided on them, or are to do one of their tasks.

    Those with the most sessions come first.

    Args:
        asking: where the index is asked.
        kind: which of both.
        names: names as they are written, each as often as it was. Of those that the filter cannot
            tell apart the most usual one stands for all; one without a word stands for nobody.
    """
    written: dict[str, str] = {}
    for name, _ in Counter(names).most_common():
        written.setdefault(words_of(name), name)
    sessions: Counter[str] = Counter()
    tasks: Counter[str] = Counter()
    for held, open_ in asking.stream(_NAMES[kind]):
        for words in {words for words in held.split("\n") if words.strip()}:
            sessions[words] += 1
            tasks[words] += open_
    found = [Facet(written.get(w, w.strip()), n, tasks[w]) for w, n in sessions.items()]
    return sorted(found, key=lambda facet: (-facet.sessions, facet.text))


def _by_label(asking: Asking, condition: Condition) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers of labels, with what is counted of each.

    A session has many labels: to look each of them up in the database takes three times as long
    as to have the sessions of a label at hand.
    """
    picked, open_ = asking.columns(
        f"SELECT group_concat(s.id), group_concat({OPEN_TASKS})"
        f" {FROM_SESSIONS} WHERE {condition.sql}",
        condition.values,
    ) or ([], [])
    labelled = asking.labelled()
    size = 1 + max(map(max, filter(None, (picked, *labelled.values()))), default=0)
    there, tasks = bytearray(size), array("q", bytes(8 * size))
    for session, count in zip(picked, open_, strict=True):
        there[session], tasks[session] = 1, count
    for label, some in labelled.items():
        if sessions := sum(map(there.__getitem__, some)):
            yield label, sessions, sum(map(tasks.__getitem__, some))


def _by_value(
    asking: Asking, kind: FacetKind, rows: Iterable[Sequence[Any]]
) -> dict[str, list[_Counted]]:
    texts = dict(asking.stream("SELECT id, text FROM value WHERE kind = ?", (kind,)))
    found: dict[str, list[_Counted]] = {}
    for value, sessions, open_ in rows:
        one = _Counted(value, texts.get(value, ""), int(sessions), int(open_))
        found.setdefault(same(one.text), []).append(one)
    return found


def _together(asking: Asking, kind: FacetKind, some: list[_Counted], condition: Condition) -> Facet:
    usual = max(some, key=lambda one: (one.sessions, -one.value))
    sessions, open_ = sum(one.sessions for one in some), sum(one.open_tasks for one in some)
    # A note may hold labels that differ in what cannot be seen; those that differ only in case
    # are one in the index already.
    if kind == "label" and len({one.text.casefold() for one in some}) > 1:
        labels = ",".join(str(one.value) for one in some)
        asked = asking.ask(
            _ONCE.format(where=f"({condition.sql})", labels=labels), condition.values
        )
        sessions, open_ = asked[0] if asked else (0, 0)
    return Facet(usual.text, int(sessions), int(open_))
