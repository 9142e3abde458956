"""Putting tasks in order, picking them, and gathering them in groups.

SQLite picks, sorts and counts. Its answers come as columns of numbers, and what is done with them
here is done to whole columns: there may be a million.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate, chain, compress, filterfalse, pairwise, repeat
from typing import NamedTuple

import msgspec

from tui.library.filter import Query
from tui.library.filter.exact import same
from tui.library.index.asking import Asking
from tui.library.index.entries import NO_GROUPS, AtHand, Entries, Groups, OnDemand
from tui.library.index.sorts import TaskSort
from tui.library.index.sql import (
    FROM_SESSIONS,
    PLACE_BITS,
    TASK,
    Condition,
    apart,
    on_sessions,
    on_tasks,
)
from tui.library.index.tasks import Grouping, number_of
from tui.library.row import Row
from tui.library.words import words_of
from tui.notes import STATUSES

_rows = msgspec.msgpack.Decoder(Row)
_CLOSED = "'done', 'dropped'"

Fetch = Callable[[Sequence[int]], dict[int, Row]]
Numbers = Sequence[int]


class Gathered(NamedTuple):
    """What a list of tasks is made of; see `TaskListing`."""

    entries: Entries
    distinct: int
    closed: set[int]
    closed_tasks: int


def gather(
    asking: Asking, query: Query, sort: TaskSort, grouping: Grouping, today: date, fetch: Fetch
) -> Gathered:
    """Return the tasks that a filter asks for, in order and in groups.

    Args:
        asking: where the index is asked; it is one's turn there.
        query: the filter.
        sort: the order; in a group, too.
        grouping: what the tasks of a group have in common.
        today: the day from which ages count.
        fetch: returns the rows of sessions by number, for what groups are called.
    """
    ids = _picked(asking, query, in_order(asking, sort))
    all_closed = set(_closed(asking))
    closed = bytearray(map(all_closed.__contains__, ids))
    entries: Entries
    if grouping == "none":
        entries = AtHand(ids, NO_GROUPS)
    elif grouping == "label":
        entries = _by_label(asking, ids, closed)
    else:
        entries = _divided(asking, grouping, ids, closed, today, fetch)
    return Gathered(entries, len(ids), all_closed, closed.count(1))


# In order --------------------------------------------------------------------------------


def in_order(asking: Asking, sort: TaskSort) -> "array[int]":
    """All tasks in an order, kept until it changes."""
    kept, name = asking.decided_orders if sort.by == "due" else asking.orders, name_of(sort)
    if name not in kept:
        kept[name] = asking.listed(name) or _order(asking, sort)
    return kept[name]


def name_of(sort: TaskSort) -> str:
    """What an order of tasks is called among those of sessions."""
    return f"tasks, {sort.name}"


def _order(asking: Asking, sort: TaskSort) -> "array[int]":
    if sort.by == "due":
        return _by_due(asking, sort)
    if sort.by == "text":
        return _by_text(asking, sort)
    counts = _by_number(asking, "SELECT group_concat(id), group_concat(tasks) FROM session")
    sessions = [id_ for id_ in asking.order(sort.sessions) if id_ in counts]
    firsts = [number_of(id_, 0) for id_ in sessions]
    ends = map(int.__add__, firsts, map(counts.__getitem__, sessions))
    return array("q", chain.from_iterable(map(range, firsts, ends)))


def _by_due(asking: Asking, sort: TaskSort) -> "array[int]":
    """Those with a day first; the others, and those of a day, as their sessions."""
    every = in_order(asking, TaskSort("newest first", sort.sessions))
    due = dict(asking.stream("SELECT task, due FROM held WHERE due <> ''"))
    dated = sorted(filter(due.__contains__, every), key=due.__getitem__, reverse=sort.backwards)
    return array("q", chain(dated, (n for n in every if n not in due)))


_SAID = "CREATE TEMP TABLE IF NOT EXISTS said (task INTEGER PRIMARY KEY, words TEXT NOT NULL)"


def _by_text(asking: Asking, sort: TaskSort) -> "array[int]":
    """By the words of a task, without case and accents; those alike as their sessions.

    The words are kept in memory from the first such order on. A session that was read anew has a
    higher number, so that only what is new has to be looked at for the next.
    """
    asking.ask(_SAID)
    last = asking.ask("SELECT coalesce(max(task), -1) FROM said")[0][0] >> PLACE_BITS
    new = asking.ask("SELECT id, row FROM card WHERE id > ? ORDER BY id", (last,))
    asking.connection.execute("BEGIN")
    asking.connection.executemany("INSERT INTO said VALUES (?,?)", chain.from_iterable(
        _said(id_, _rows.decode(row)) for id_, row in new
    ))  # fmt: skip
    asking.connection.execute("COMMIT")
    return array("q", chain.from_iterable(asking.stream(
        f"SELECT {TASK} FROM said JOIN task t ON t.session = said.task >> {PLACE_BITS}"
        f" AND t.place = said.task & {(1 << PLACE_BITS) - 1} JOIN named n ON n.id = t.session"
        f" ORDER BY said.words {'DESC' if sort.backwards else ''}, n.moment DESC, n.path, t.place"
    )))  # fmt: skip


def _said(session: int, row: Row) -> Iterator[tuple[int, str]]:
    for place, task in enumerate(row.tasks):
        yield number_of(session, place), words_of(task.text)


# Picking ---------------------------------------------------------------------------------


def _picked(asking: Asking, query: Query, order: "array[int]") -> "array[int]":
    if query.root is None:
        return order
    divided = apart(query)
    if divided is None:
        return array("q", filter(_one_by_one(asking, query).__contains__, order))
    of_sessions, of_tasks = divided
    if of_tasks.root is not None:
        order = _of_those(asking, on_tasks(of_tasks), order)
    if of_sessions.root is not None:
        sessions, is_not = asking.picked(on_sessions(of_sessions))
        order = array("q", [n for n in order if (n >> PLACE_BITS in sessions) is not is_not])
    return order


def _of_those(asking: Asking, condition: Condition, order: "array[int]") -> "array[int]":
    """The tasks that meet a condition on nothing but themselves.

    All usual tasks meet it, or none does: only the others have to be looked at.
    """
    usual = asking.ask(f"SELECT {condition.sql} {_USUAL}", condition.values)
    asked = f"SELECT group_concat(task) {_UNUSUAL} WHERE "
    if usual and usual[0][0]:
        out = set(asking.numbers(f"{asked} NOT ({condition.sql})", condition.values))
        return array("q", filterfalse(out.__contains__, order))
    picked = set(asking.numbers(f"{asked} {condition.sql}", condition.values))
    return array("q", filter(picked.__contains__, order))


_NO_MARK = "CROSS JOIN (SELECT '' AS mark) t"  # a condition on tasks asks for it where `d` is NULL
_USUAL = f"FROM (SELECT '{STATUSES[0]}' AS status, '' AS due, '' AS words, 0 AS note) d {_NO_MARK}"
_UNUSUAL = f"FROM unusual d {_NO_MARK}"


def _one_by_one(asking: Asking, query: Query) -> set[int]:
    in_sessions, in_tasks = on_sessions(query), on_tasks(query)
    return set(asking.numbers(
        f"SELECT group_concat({TASK}) {FROM_SESSIONS} JOIN task t ON t.session = s.id"
        f" LEFT JOIN held d ON d.task = {TASK} WHERE ({in_sessions.sql}) AND ({in_tasks.sql})",
        (*in_sessions.values, *in_tasks.values),
    ))  # fmt: skip


def _closed(asking: Asking) -> "array[int]":
    """The tasks that are done or dropped, kept until something is decided."""
    kept = asking.decided_orders
    if "closed" not in kept:
        asked = f"SELECT group_concat(task) FROM unusual WHERE status IN ({_CLOSED})"
        kept["closed"] = array("q", asking.numbers(asked))
    return kept["closed"]


def _by_number(asking: Asking, sql: str) -> dict[int, int]:
    """Ask for two columns of numbers, of which the first leads to the other."""
    keys, values = asking.columns(sql) or ([], [])
    return dict(zip(keys, values, strict=True))


# In groups -------------------------------------------------------------------------------


class _Parts(NamedTuple):
    """Entries brought together: places in the list as it was, and where each group begins."""

    entries: list[int]
    starts: "array[int]"
    label: Callable[[int], str]


def _divided(
    asking: Asking,
    grouping: Grouping,
    ids: "array[int]",
    closed: bytearray,
    today: date,
    fetch: Fetch,
) -> Entries:
    parts = _parts(asking, grouping, ids, closed, today, fetch)
    closed = bytearray(map(closed.__getitem__, parts.entries))
    spans = pairwise(chain(parts.starts, [len(closed)]))
    counts = array("q", (closed.count(1, start, end) for start, end in spans))
    groups = Groups(parts.starts, counts, len(closed), parts.label)
    return AtHand(array("q", map(ids.tolist().__getitem__, parts.entries)), groups)


def _parts(
    asking: Asking, grouping: Grouping, ids: Numbers, closed: bytearray, today: date, fetch: Fetch
) -> _Parts:
    sessions = [n >> PLACE_BITS for n in ids]
    if grouping == "session":
        return _by_session(sessions, fetch)
    if grouping == "project":
        return _by_project(asking, sessions)
    if grouping == "status":
        return _by_status(asking, ids)
    if grouping == "assignee":
        return _by_assignee(asking, ids)
    days = _by_number(asking, _DAYS)
    dated = [days.get(session, 0) for session in sessions]
    return _by_month(dated) if grouping == "month" else _by_age(dated, closed, today)


_DAYS = (
    "SELECT group_concat(id), group_concat(CAST(replace(date, '-', '') AS INTEGER)) FROM session"
)
_DAY_IN_MONTH = 100


def _together(keys: Iterable[int], labels: Sequence[str]) -> _Parts:
    """Bring entries with the same key together, in the order of the labels that keys point at."""
    buckets: list[list[int]] = [[] for _ in labels]
    put = [bucket.append for bucket in buckets]
    for entry, key in enumerate(keys):
        put[key](entry)
    there = [n for n, bucket in enumerate(buckets) if bucket]  # empty ones are no groups
    entries = list(chain.from_iterable(buckets[n] for n in there))
    starts = _starts(len(buckets[n]) for n in there)
    return _Parts(entries, starts, [labels[n] for n in there].__getitem__)


def _starts(sizes: Iterable[int]) -> "array[int]":
    return array("q", accumulate(sizes, initial=0))[:-1]


def _by_session(sessions: list[int], fetch: Fetch) -> _Parts:
    """Sessions come in the order in which the first of their tasks do."""
    numbered = {session: n for n, session in enumerate(dict.fromkeys(sessions))}
    parts = _together(map(numbered.__getitem__, sessions), [""] * len(numbered))
    each = array("q", numbered)

    def label(group: int) -> str:
        row = fetch([each[group]]).get(each[group])
        return f"{row.date} {row.title or row.path}".strip() if row else ""

    return parts._replace(label=label)


def _by_project(asking: Asking, sessions: list[int]) -> _Parts:
    asked = "SELECT group_concat(id), group_concat(project) FROM session"
    projects = _by_number(asking, asked)
    values = [projects.get(session, -1) for session in sessions]
    groups = _Spellings(asking, "project", Counter(values))
    return _together(map(groups.of.__getitem__, values), groups.labels)


def _by_label(asking: Asking, ids: "array[int]", closed: bytearray) -> Entries:
    """A task is under each label of its session.

    These are so many entries that they are only counted here.
    """
    labelled = asking.labelled()
    values = _Spellings(asking, "label", {-1: 0, **{n: len(some) for n, some in labelled.items()}})
    under: list[list[array[int]]] = [[] for _ in values.labels]
    bare = asking.numbers("SELECT group_concat(id) FROM session WHERE NOT label")
    for label, some in {**labelled, -1: array("q", sorted(bare))}.items():
        under[values.of[label]].append(some)
    sessions = [n >> PLACE_BITS for n in ids]
    tasks = Counter(sessions)
    shut = Counter(compress(sessions, closed))
    held = [
        (name, some, _counted(tasks, some)) for name, some in zip(values.labels, under, strict=True)
    ]
    held = [one for one in held if one[2]]
    sizes = [size for *_, size in held]
    counts = array("q", (_counted(shut, some) for _, some, _ in held))
    groups = Groups(_starts(sizes), counts, sum(sizes), [name for name, *_ in held].__getitem__)

    def fill(group: int) -> "array[int]":
        _, some, _ = held[group]
        has = set(_once(some)).__contains__
        return array("q", [n for n in ids if has(n >> PLACE_BITS)])

    def groups_of(number: int) -> list[int]:
        session = number >> PLACE_BITS
        return [n for n, (_, some, _) in enumerate(held) if any(_has(one, session) for one in some)]

    return OnDemand(ids, groups, fill, groups_of)


def _counted(counts: "Counter[int]", sessions: list["array[int]"]) -> int:
    """The sum over all of some sessions, each once."""
    return sum(map(counts.get, _once(sessions), repeat(0)))


def _once(sessions: list["array[int]"]) -> Iterable[int]:
    """All of several; a session may have two labels that differ only in what cannot be seen."""
    return sessions[0] if len(sessions) == 1 else set(chain.from_iterable(sessions))


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


def _by_month(days: list[int]) -> _Parts:
    """The newest first; what has no date comes last."""
    months = [day // _DAY_IN_MONTH for day in days]
    ranks = {month: n for n, month in enumerate(sorted(set(months), reverse=True))}
    labels = [f"{month // 100:04}-{month % 100:02}" if month else "" for month in ranks]
    return _together(map(ranks.__getitem__, months), labels)


def _by_age(days: list[int], closed: bytearray, today: date) -> _Parts:
    """Open tasks by the date of their session, the youngest first; closed ones come last."""
    bands = _bands(today)
    labels = [label for label, _ in bands] + ["undated", "closed"]
    band_of = {
        day: next((n for n, (_, first) in enumerate(bands) if day >= first), len(bands))
        if day
        else len(bands)
        for day in set(days)
    }
    last = len(labels) - 1
    keys = (last if shut else band_of[day] for day, shut in zip(days, closed, strict=True))
    return _together(keys, labels)


def _bands(today: date) -> list[tuple[str, int]]:
    """Names of ages, and the first day of each as a number like 20240213."""
    quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    firsts = {
        "this week": today - timedelta(days=min(today.weekday(), today.toordinal() - 1)),
        "this month": today.replace(day=1),
        "this quarter": quarter,
        "this year": today.replace(month=1, day=1),
        "last year": today.replace(year=max(1, today.year - 1), month=1, day=1),
    }
    numbers = [(name, _as_number(day)) for name, day in firsts.items()]
    return [*numbers, ("older", 1)]


def _as_number(day: date) -> int:
    return (day.year * 100 + day.month) * 100 + day.day


def _by_status(asking: Asking, ids: Numbers) -> _Parts:
    ranks: dict[str, int] = {status: n for n, status in enumerate(STATUSES)}
    asked = asking.stream("SELECT task, status FROM unusual")
    other = {n: ranks[status] for n, status in asked}
    return _together((other.get(n, 0) for n in ids), STATUSES)


def _by_assignee(asking: Asking, ids: Numbers) -> _Parts:
    """By name; what differs only in case is one name. Those of nobody come last."""
    asked = asking.ask("SELECT task, assignee FROM held WHERE words <> ''")
    usual: dict[str, str] = {}
    for name, _ in Counter(name for _, name in asked).most_common():
        usual.setdefault(name.casefold(), name)
    ranks = {fold: n for n, fold in enumerate(sorted(usual))}
    to = {n: ranks[name.casefold()] for n, name in asked}
    nobody = len(ranks)
    labels = [usual[fold] for fold in ranks] + [""]
    return _together((to.get(n, nobody) for n in ids), labels)
