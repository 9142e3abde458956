"""Putting tasks in order, picking them, and gathering them in groups.

SQLite picks, sorts and counts. Its answers come as columns of numbers, and what is done with them
here is done to whole columns: there may be a million.
"""

from array import array
from collections.abc import Iterator
from datetime import date
from itertools import chain, filterfalse
from typing import NamedTuple

from tui.library.filter import Query
from tui.library.index.asking import Asking
from tui.library.index.entries import Entries
from tui.library.index.grouping import Fetch, in_groups
from tui.library.index.keys import Grouping, number_of
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
from tui.library.row import Row, read_card
from tui.library.words import words_of
from tui.notes import STATUSES

_CLOSED = "'done', 'dropped'"


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
    is_all = query.root is None
    closed = all_closed if is_all else set(filter(all_closed.__contains__, ids))
    order = name_of(sort) if is_all and sort.by != "due" else ""
    entries = in_groups(asking, grouping, ids, closed, today, fetch, order)
    return Gathered(entries, len(ids), all_closed, len(closed))


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
_SAID_NO_MORE = f"DELETE FROM said WHERE task >> {PLACE_BITS} NOT IN (SELECT id FROM session)"


def _by_text(asking: Asking, sort: TaskSort) -> "array[int]":
    """By the words of a task, without case and accents; those alike as their sessions.

    The words are kept in memory from the first such order on. A session that was read anew has a
    higher number, so that only what is new has to be looked at for the next; what is gone is let
    go of.
    """
    asking.ask(_SAID)
    asking.ask(_SAID_NO_MORE)
    last = asking.ask("SELECT coalesce(max(task), -1) FROM said")[0][0] >> PLACE_BITS
    new = asking.ask("SELECT id, row FROM card WHERE id > ? ORDER BY id", (last,))
    asking.connection.execute("BEGIN")
    asking.connection.executemany("INSERT INTO said VALUES (?,?)", chain.from_iterable(
        _said(id_, read_card(row)) for id_, row in new
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
        is_picked = asking.picks.picked(of_sessions)
        order = array("q", [n for n in order if is_picked and is_picked[n >> PLACE_BITS]])
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
