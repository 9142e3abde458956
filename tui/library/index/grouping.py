"""Bringing the tasks of a list together in groups.

What takes a step for each task is done by what Python has in C: there may be two hundred thousand,
and whoever chose a grouping waits for it.
"""

from array import array
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, chain, compress, count, islice, repeat
from operator import ne, rshift

from tui.library.filter.exact import same
from tui.library.index.asking import Asking, Kinds, numbers_in
from tui.library.index.entries import NO_GROUPS, AtHand, Entries, Groups, OnDemand
from tui.library.index.keys import Grouping
from tui.library.index.sql import PLACE_BITS
from tui.library.row import Row
from tui.notes import STATUSES

Fetch = Callable[[Sequence[int]], dict[int, Row]]
Numbers = Collection[int]

_HALF = 32  # bits, of a number that holds two
_BYTES = 256


def in_groups(
    asking: Asking,
    grouping: Grouping,
    ids: "array[int]",
    closed: set[int],
    today: date,
    fetch: Fetch,
    order: str = "",
) -> Entries:
    """Return tasks in groups.

    Args:
        asking: where the index is asked; it is one's turn there.
        grouping: what the tasks of a group have in common.
        ids: the numbers of the tasks, in the order that they keep in each group.
        closed: those of them that are closed.
        today: the day from which ages count.
        fetch: returns the rows of sessions by number, for what groups are called.
        order: what the order is called, if these are all tasks, in one that stays until sessions
            change: what is worked out for it is kept as long.
    """
    kept = _Kept(asking, order)
    match grouping:
        case "none":
            return AtHand(ids, NO_GROUPS)
        case "project":
            return _by_project(asking, kept, ids, closed)
        case "label":
            return _by_label(asking, kept, ids, closed)
        case "month":
            return _by_month(asking, kept, ids, closed)
        case "age":
            return _by_age(asking, kept, ids, closed, today)
        case "session":
            return _by_session(kept, ids, closed, fetch)
        case "assignee":
            return _by_assignee(asking, ids, closed)
        case "status":
            return _by_status(asking, ids, closed)


class _Kept:
    """What was worked out for all tasks in an order, kept with the orders, by name.

    Args:
        asking: has the orders.
        order: what the order is called; "" if nothing of it is to be kept.
    """

    def __init__(self, asking: Asking, order: str) -> None:
        self._orders, self._order = asking.orders, order

    def get(self, what: str, find: Callable[[], "array[int]"]) -> "array[int]":
        """Return what is kept, or is found now."""
        if not self._order:
            return find()
        name = f"{what} of {self._order}"
        if name not in self._orders:
            self._orders[name] = find()
        return self._orders[name]


def _divided(
    ids: "array[int]",
    of: "array[int]",
    labels: Sequence[str],
    closed: Mapping[int, int],
    group_of: Callable[[int], int],
) -> Entries:
    """Divide tasks into groups, but for those without a task.

    They are only counted here; those of a group are found as far as it is looked at.

    Args:
        ids: the tasks.
        of: the group of each, by its place among the labels (see `_each`).
        labels: what each group is called.
        closed: how many tasks are closed, by the place of the group.
        group_of: returns the place of the group of a task, by the number of the task.
    """
    counts = _counted(of, len(labels))
    there = [n for n in range(len(labels)) if counts[n]]
    ranks = {n: rank for rank, n in enumerate(there)}
    groups = Groups(
        _starts(counts[n] for n in there),
        array("q", (closed.get(n, 0) for n in there)),
        len(ids),
        [labels[n] for n in there].__getitem__,
    )

    def fill(group: int) -> Iterator[int]:
        return compress(ids, map(there[group].__eq__, of))

    return OnDemand(ids, groups, fill, lambda number: [ranks[group_of(number)]], apart=True)


def _each(groups: Iterable[int], labels: Sequence[str]) -> "array[int]":
    """The group of each task; a byte for each where that is enough, as those are soon counted."""
    return array("B", bytes(groups)) if len(labels) <= _BYTES else array("i", groups)


def _counted(of: "array[int]", labels: int) -> Sequence[int] | Mapping[int, int]:
    """How many tasks each group has."""
    if labels > _BYTES:
        return Counter(of)
    held = of.tobytes()
    return [held.count(n) for n in range(labels)]


def _starts(sizes: Iterable[int]) -> "array[int]":
    return array("q", accumulate(sizes, initial=0))[:-1]


def _sessions(ids: Iterable[int]) -> Iterator[int]:
    """The session of each task."""
    return map(rshift, ids, repeat(PLACE_BITS))


def _run(steps: Iterable[object]) -> None:
    """Take all steps, for what they do."""
    deque(steps, maxlen=0)


# By what sessions have in common ---------------------------------------------------------


def _by_kinds(what: str, kept: _Kept, ids: "array[int]", closed: Numbers, kinds: Kinds) -> Entries:
    table = _table(kinds, ids)
    of = kept.get(what, lambda: _each(_groups(table, ids), kinds.labels))
    shut = Counter(_groups(table, closed))
    return _divided(ids, of, kinds.labels, shut, lambda number: table[number >> PLACE_BITS])


def _groups(table: "array[int]", ids: Iterable[int]) -> Iterator[int]:
    """The group of the session of each task."""
    return map(table.__getitem__, _sessions(ids))


def _table(kinds: Kinds, ids: Numbers) -> "array[int]":
    """The group of each session, by the number of the session.

    Args:
        kinds: which group each session belongs to.
        ids: tasks; those of sessions that have come since belong to the last group.
    """
    missing = (max(ids, default=0) >> PLACE_BITS) + 1 - len(kinds.of)
    return kinds.of + array("i", [len(kinds.labels) - 1]) * missing if missing > 0 else kinds.of


def _by_session(kept: _Kept, ids: "array[int]", closed: Numbers, fetch: Fetch) -> Entries:
    """Sessions come in the order in which the first of their tasks do."""

    @cache
    def of_each() -> list[int]:
        return list(_sessions(ids))

    @cache
    def sizes() -> Counter[int]:
        return Counter(of_each())

    def together() -> "array[int]":
        breaks = sum(map(ne, islice(of_each(), 1, None), of_each()))
        if breaks < len(each):  # in most orders, those of a session stand together
            return ids
        ranks = dict(zip(each, count()))
        return array("q", sorted(ids, key=lambda n: ranks[n >> PLACE_BITS]))

    each = kept.get("sessions", lambda: array("q", sizes()))
    starts = kept.get("starts of sessions", lambda: _starts(sizes().values()))
    shut = Counter(_sessions(closed))
    counts = array("q", map(shut.get, each, repeat(0)))

    def label(group: int) -> str:
        row = fetch([each[group]]).get(each[group])
        return f"{row.date} {row.title or row.path}".strip() if row else ""

    listed = kept.get("by session", together)
    return AtHand(listed, Groups(starts, counts, len(listed), label))


def _by_project(asking: Asking, kept: _Kept, ids: "array[int]", closed: Numbers) -> Entries:
    def kinds() -> Kinds:
        asked = asking.columns("SELECT group_concat(id), group_concat(project) FROM session")
        sessions, projects = asked or ([], [])
        names = _Spellings(asking, "project", {-1: 0, **Counter(projects)})
        return _kinds(sessions, map(names.of.__getitem__, projects), names.labels)

    return _by_kinds("projects", kept, ids, closed, asking.kinds("project", kinds))


def _by_month(asking: Asking, kept: _Kept, ids: "array[int]", closed: Numbers) -> Entries:
    """The newest first; what has no date comes last."""

    def kinds() -> Kinds:
        sessions, days = _dated(asking)
        months = sorted({"", *(day[:7] for day in set(days))}, reverse=True)
        ranks = {month: n for n, month in enumerate(months)}
        of_day = {day: ranks[day[:7]] for day in set(days)}
        return _kinds(sessions, map(of_day.__getitem__, days), months)

    return _by_kinds("months", kept, ids, closed, asking.kinds("month", kinds))


def _by_age(
    asking: Asking, kept: _Kept, ids: "array[int]", closed: Numbers, today: date
) -> Entries:
    """Open tasks by the date of their session, the youngest first; closed ones come last."""

    def ages() -> Kinds:
        bands = _bands(today)
        sessions, days = _dated(asking)
        of_day = {
            day: next((n for n, (_, first) in enumerate(bands) if day >= first), len(bands))
            for day in set(days)
        }
        labels = [*(label for label, _ in bands), "undated"]
        return _kinds(sessions, map(of_day.__getitem__, days), labels)

    kinds = asking.kinds(f"age on {today}", ages)
    table, labels, shut = _table(kinds, ids), [*kinds.labels, "closed"], len(kinds.labels)
    of_sessions = kept.get(f"ages on {today}", lambda: _each(_groups(table, ids), labels))
    own = dict.fromkeys(closed, shut)
    of = _each(map(own.get, ids, of_sessions), labels)

    def group_of(number: int) -> int:
        return own.get(number, table[number >> PLACE_BITS])

    return _divided(ids, of, labels, {shut: len(closed)}, group_of)


def _kinds(sessions: Sequence[int], groups: Iterable[int], labels: Sequence[str]) -> Kinds:
    """Which group each session belongs to; the last one is that of what is not known."""
    of = array("i", [len(labels) - 1]) * (max(sessions, default=-1) + 1)
    _run(map(of.__setitem__, sessions, groups))
    return Kinds(of, labels)


def _dated(asking: Asking) -> tuple[list[int], list[str]]:
    """All sessions by number, and the date of each; "" where it has none."""
    asked = asking.ask("SELECT group_concat(id), group_concat(date) FROM session")
    ids, days = asked[0] if asked else (None, None)
    return numbers_in(ids), days.split(",") if ids else []


def _bands(today: date) -> list[tuple[str, str]]:
    """Names of ages, and the first day of each."""
    quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    firsts = {
        "this week": today - timedelta(days=min(today.weekday(), today.toordinal() - 1)),
        "this month": today.replace(day=1),
        "this quarter": quarter,
        "this year": today.replace(month=1, day=1),
        "last year": today.replace(year=max(1, today.year - 1), month=1, day=1),
    }
    return [*((name, day.isoformat()) for name, day in firsts.items()), ("older", "0")]


# By what holds for a task ----------------------------------------------------------------


def _by_status(asking: Asking, ids: "array[int]", closed: Numbers) -> Entries:
    ranks: dict[str, int] = {status: n for n, status in enumerate(STATUSES)}
    asked = asking.ask("SELECT status, group_concat(task) FROM unusual GROUP BY status")
    other: dict[int, int] = {}
    for status, tasks in asked:
        other.update(dict.fromkeys(numbers_in(tasks), ranks[status]))
    return _by_place(ids, closed, STATUSES, other, 0)


def _by_assignee(asking: Asking, ids: "array[int]", closed: Numbers) -> Entries:
    """By name; what differs only in case is one name. Those of nobody come last."""
    asked = asking.ask("SELECT task, assignee FROM held WHERE words <> ''")
    usual: dict[str, str] = {}
    for name, _ in Counter(name for _, name in asked).most_common():
        usual.setdefault(name.casefold(), name)
    ranks = {fold: n for n, fold in enumerate(sorted(usual))}
    to = {n: ranks[name.casefold()] for n, name in asked}
    return _by_place(ids, closed, [*(usual[fold] for fold in ranks), ""], to, len(ranks))


def _by_place(
    ids: "array[int]", closed: Numbers, labels: Sequence[str], of: Mapping[int, int], usual: int
) -> Entries:
    """Divide tasks by the place of the group of some; that of all others is the usual one."""
    each = _each(map(of.get, ids, repeat(usual)), labels)
    shut = Counter(map(of.get, closed, repeat(usual)))
    return _divided(ids, each, labels, shut, lambda number: of.get(number, usual))


# By label --------------------------------------------------------------------------------


def _by_label(asking: Asking, kept: _Kept, ids: "array[int]", closed: Numbers) -> Entries:
    """A task is under each label of its session.

    These are so many entries that they are only counted here.
    """
    labelled = asking.labelled()
    names = _Spellings(asking, "label", {-1: 0, **{n: len(some) for n, some in labelled.items()}})
    under: list[list[array[int]]] = [[] for _ in names.labels]
    asked = "SELECT group_concat(id) FROM session WHERE NOT label"
    bare = kept.get("sessions without a label", lambda: array("q", sorted(asking.numbers(asked))))
    for label, some in {**labelled, -1: bare}.items():
        under[names.of[label]].append(some)
    sessions = list(map(_once, under))
    most = max((some[-1] for some in chain(labelled.values(), [bare]) if some), default=0)
    counted = _Counts(kept.get("tasks of sessions", lambda: _numbered(ids, most)), closed)
    counts = list(map(counted.over, sessions))
    there = [n for n, (tasks, _) in enumerate(counts) if tasks]
    sizes, shut = [counts[n][0] for n in there], array("q", (counts[n][1] for n in there))
    held = [sessions[n] for n in there]
    groups = Groups(_starts(sizes), shut, sum(sizes), [names.labels[n] for n in there].__getitem__)

    def fill(group: int) -> Iterator[int]:
        has = set(held[group]).__contains__
        return compress(ids, map(has, _sessions(ids)))

    def groups_of(number: int) -> list[int]:
        session = number >> PLACE_BITS
        return [n for n, some in enumerate(held) if _has(some, session)]

    return OnDemand(ids, groups, fill, groups_of)


def _numbered(ids: "array[int]", most: int) -> "array[int]":
    """How many of some tasks each session has, by its number.

    Args:
        ids: the tasks.
        most: the highest number that is asked for, or more.
    """
    tasks = Counter(_sessions(ids))
    of = array("q", [0]) * (max(tasks, default=0) + 1)
    _run(map(of.__setitem__, tasks.keys(), tasks.values()))
    return of + array("q", [0]) * (most + 1 - len(of))


class _Counts:
    """How many tasks each session has, and how many closed ones, as two halves of a number.

    Args:
        tasks: how many tasks each session has, by its number.
        closed: those that are closed.
    """

    def __init__(self, tasks: "array[int]", closed: Numbers) -> None:
        self._of = tasks.tolist()
        for session, shut in Counter(_sessions(closed)).items():
            self._of[session] += shut << _HALF

    def over(self, sessions: "array[int]") -> tuple[int, int]:
        """How many tasks some sessions have, and how many of those are closed."""
        both = sum(map(self._of.__getitem__, sessions))
        return both & (1 << _HALF) - 1, both >> _HALF


def _once(sessions: list["array[int]"]) -> "array[int]":
    """All of several; a session may have two labels that differ only in what cannot be seen."""
    return sessions[0] if len(sessions) == 1 else array("q", sorted({*chain(*sessions)}))


def _has(sessions: "array[int]", session: int) -> bool:
    at = bisect_left(sessions, session)
    return at < len(sessions) and sessions[at] == session


class _Spellings:
    """Groups of values that are the same, by name; what is blank, or unknown, comes last.

    `labels` has their most usual spellings, `of` leads from the number of a value to its group.

    Args:
        asking: where the index is asked.
        kind: what they are values of.
        counts: how often each value occurs, by its number; -1 stands for no value.
    """

    def __init__(self, asking: Asking, kind: str, counts: dict[int, int]) -> None:
        asked = asking.ask("SELECT id, text FROM value WHERE kind = ?", (kind,))
        known = {id_: (text, same(text)) for id_, text in asked}
        folds: dict[str, str] = {}
        for id_ in sorted(counts, key=lambda id_: (-counts[id_], id_)):
            text, fold = known.get(id_, ("", ""))
            folds.setdefault(fold, text)
        ranks = {fold: n for n, fold in enumerate(sorted(folds, key=_last_if_blank))}
        self.labels = [folds[fold] for fold in ranks]
        self.of = {id_: ranks[known.get(id_, ("", ""))[1]] for id_ in counts}


def _last_if_blank(fold: str) -> tuple[bool, str]:
    return not fold, fold
