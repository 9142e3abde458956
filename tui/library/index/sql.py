"""A filter's tree turned into SQL: the one place where a filter is evaluated.

A session is `s`, what was decided on it `o`; a task is `t`, what was decided on it `d`. Every
condition is true or false, never NULL, so that NOT means not.

A task is known by one number: the number of its session, and its place there in the last bits.
"""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tui.library.filter import (
    AllOf,
    AnyOf,
    Assigned,
    Dated,
    Due,
    Exactly,
    Flag,
    Marked,
    Node,
    Not,
    Query,
    Says,
    Stands,
    Valued,
)
from tui.library.filter.tree import FlagName, MarkName, OfTask, ValueOf
from tui.library.index.initials import initial_of
from tui.notes import OPEN

PLACE_BITS = 20  # a note has fewer tasks: it is not read if it is larger than 4 MiB
TASK = f"(t.session << {PLACE_BITS} | t.place)"
"""The number of a task."""

FROM_SESSIONS = "FROM session s LEFT JOIN state o ON o.id = s.id"

_EVERYTHING = "1"
_DECIDED: tuple[FlagName, ...] = ("reviewed", "changed")
_FLAGS: dict[FlagName, str] = {
    "healed": "s.healed",
    "uncertain": "s.uncertain",
    "published": "s.publish IS 1",
    "unpublished": "s.publish IS 0",
    "problem": "s.problem",
    "task": "s.tasks > 0",
    "label": "s.label",
}
_OPEN = ",".join(f"'{status}'" for status in OPEN)
_SOME: dict[MarkName, str] = {"due": "due", "assigned": "assigned", "note": "noted"}
_NONE: dict[MarkName, str] = {"undue": "due", "unassigned": "assigned"}
_THIS: dict[MarkName, str] = {
    "due": "coalesce(d.due, '') <> ''",
    "undue": "coalesce(d.due, '') = ''",
    "assigned": "coalesce(d.words, '') <> ''",
    "unassigned": "coalesce(d.words, '') = ''",
    "note": "coalesce(d.note, 0)",
}


class Condition(Struct, frozen=True):
    """A condition in SQL, with what stands for its question marks.

    `ids` is a question for the numbers (`id`) of all that meet it, with the same question marks,
    where there is one that does not look at all sessions. `words` is that question where it is
    put to the table of beginnings.
    """

    sql: str = _EVERYTHING
    values: tuple[str, ...] = ()
    ids: str = ""
    words: str = ""


def on_sessions(query: Query) -> Condition:
    """The condition on a session."""
    return _of(query.root, _some_task) if query.root else Condition()


def on_its_own(node: Node) -> Condition:
    """A question for the numbers of all sessions that meet a condition, as one text.

    Of full-text tables, those of sessions that are gone may be among them.
    """
    condition = _of(node, _some_task)
    ids = condition.ids or f"SELECT s.id AS id {FROM_SESSIONS} WHERE {condition.sql}"
    return replace(condition, sql=f"SELECT group_concat(id) FROM ({ids})")


def looks_at_all(node: Node) -> bool:
    """Whether nothing but a look at all sessions tells which meet a condition, or its parts."""
    return not any(_of(leaf, _some_task).ids for leaf, _ in Query(node).leaves())


def asks_for_words(node: Node) -> bool:
    """Whether a condition is one on beginnings of words, and nothing else."""
    return bool(_of(node, _some_task).words)


def is_decided(node: Node) -> bool:
    """Whether a decision can change which sessions meet a condition."""
    return any(_is_decided(leaf) for leaf, _ in Query(node).leaves())


def _is_decided(leaf: Node) -> bool:
    match leaf:
        case Flag():
            return leaf.name in _DECIDED
        case Valued() | Exactly():
            return leaf.of == "by"
        case _:
            return isinstance(leaf, OfTask)


def on_tasks(query: Query) -> Condition:
    """The condition on a task of a session that was picked: there, what holds is its own."""
    if not (query.root and query.asks_tasks):
        return Condition()
    return _of(query.root, _this_task)


def apart(query: Query) -> tuple[Query, Query] | None:
    """Divide a filter into what it asks of sessions, and what of their tasks and nothing else.

    None stands for a filter that does not divide. What a session must meet for the sake of its
    tasks is asked of it only where a task that meets it does not tell: under a `Not`.
    """
    nodes = query.root.nodes if isinstance(query.root, AllOf) else (query.root,)
    sessions: list[Node] = []
    tasks: list[Node] = []
    for part in map(Query, nodes):
        leaves = list(part.leaves())
        if not part.asks_tasks:
            sessions += [part.root] if part.root else []
        elif not all(isinstance(node, OfTask) for node, _ in leaves):
            return None
        elif part.root:
            tasks.append(part.root)
            sessions += [] if all(holds for _, holds in leaves) else [part.root]
    return _all(sessions), _all(tasks)


def _all(nodes: list[Node]) -> Query:
    return Query(AllOf(tuple(nodes)) if len(nodes) > 1 else next(iter(nodes), None))


def _of(node: Node, of_task: Callable[[OfTask], Condition]) -> Condition:
    match node:
        case Says():
            return _says(node)
        case Valued():
            return _valued(node)
        case Exactly():
            return _exactly(node)
        case Stands() | Due() | Assigned() | Marked():
            return of_task(node)
        case Flag():
            return _laid(f"o.{node.name}") if _is_decided(node) else Condition(_FLAGS[node.name])
        case Dated():
            return _dated(node)
        case Not():
            return _not(_of(node.node, of_task))
        case AllOf():
            return _joined("AND", [_of(inner, of_task) for inner in node.nodes])
        case AnyOf():
            return _joined("OR", [_of(inner, of_task) for inner in node.nodes])


def _not(part: Condition) -> Condition:
    return Condition(f"NOT ({part.sql})", part.values)


def _joined(joint: Literal["AND", "OR"], parts: list[Condition]) -> Condition:
    if all(part.words for part in parts):
        return _begins(f" {joint} ".join(f"({part.words})" for part in parts))
    return Condition(
        f" {joint} ".join(f"({part.sql})" for part in parts),
        tuple(value for part in parts for value in part.values),
    )


def _among(ids: str, *values: str) -> Condition:
    """The condition on a session to be among those that a question picks."""
    return Condition(f"s.id IN ({ids})", values, ids)


def _laid(condition: str, *values: str) -> Condition:
    """A condition on what was decided, which no other session meets."""
    return _among(f"SELECT id FROM state o WHERE {condition}", *values)


def _says(node: Says) -> Condition:
    if node.where == "text" and (initial := initial_of(node.words)):
        return _begins(f'"{initial}"')
    asked = f'"{node.words.strip()}" *'
    if node.where == "anywhere" and " " not in node.words.strip():
        return _begins(asked)
    if node.where != "anywhere":
        asked = f"{node.where} : {asked}"
    return _among("SELECT rowid AS id FROM says WHERE says MATCH ?", asked)


def _begins(asked: str) -> Condition:
    found = _among("SELECT rowid AS id FROM begins WHERE begins MATCH ?", asked)
    return replace(found, words=asked)


def _valued(node: Valued) -> Condition:
    if node.of == "by":
        return _laid("instr(o.by, ?) > 0", node.words)
    return _with(node.of, "instr(words, ?) > 0", node.words)


def _exactly(node: Exactly) -> Condition:
    if node.of == "by":
        return _laid("instr(char(10) || o.by, ?) > 0", f"\n{node.value}\n")
    return _with(node.of, "same(text) = ?", node.value)


def _with(of: ValueOf, condition: str, value: str) -> Condition:
    """The condition that a value of a session meets another one."""
    known = f"SELECT id FROM value WHERE kind = '{of}' AND {condition}"
    if of == "label":
        return _among(f"SELECT session AS id FROM labelled WHERE label IN ({known})", value)
    return Condition(f"s.{of} IN ({known})", (value,))


def _dated(node: Dated) -> Condition:
    return _between("s.date", node.first, node.end)


def _between(date: str, first: str, end: str) -> Condition:
    """A date is known, and lies between two; one that is NULL does not."""
    terms = [f"{date} <> ''"]
    terms += [f"{date} >= ?"] if first else []
    terms += [f"{date} < ?"] if end else []
    return Condition(" AND ".join(terms), tuple(filter(None, (first, end))))


def _some_task(node: OfTask) -> Condition:
    match node:
        case Stands():
            counts = (f"coalesce(o.{status}, s.{status}) > 0" for status in node.statuses)
            return Condition(f"({' OR '.join(counts)})")
        case Marked():
            if decided := _NONE.get(node.name):
                return Condition(f"s.tasks > coalesce(o.{decided}, 0)")
            return _laid(f"o.{_SOME[node.name]} > 0")
        case Due() | Assigned():
            held = _held(node)
            return _among(f"SELECT session AS id FROM held d WHERE {held.sql}", *held.values)


def _this_task(node: OfTask) -> Condition:
    match node:
        case Stands():
            statuses = ",".join(f"'{status}'" for status in node.statuses)
            return Condition(f"coalesce(d.status, t.mark) IN ({statuses})")
        case Marked():
            return Condition(_THIS[node.name])
        case Due() | Assigned():
            held = _held(node)
            return Condition(f"coalesce({held.sql}, 0)", held.values)


def _held(node: Due | Assigned) -> Condition:
    """The condition on what holds for a task that was decided on; NULL for another task."""
    if isinstance(node, Due):
        due = _between("d.due", node.first, node.end)
        return replace(due, sql=f"{due.sql} AND d.status IN ({_OPEN})") if node.is_open else due
    if node.exactly:
        return Condition("d.words = ?", (f"{node.words}\n",))
    return Condition("instr(d.words, ?) > 0", (node.words,))
