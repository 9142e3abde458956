"""A filter's tree turned into SQL: the one place where a filter is evaluated.

A session is `s`, what was decided on it `o`; a task is `t`, what was decided on it `d`. Every
condition is true or false, never NULL, so that NOT means not.

A task is known by one number: the number of its session, and its place there in the last bits.
"""

from collections.abc import Callable
from typing import NamedTuple

from tui.library.filter import (
    AllOf,
    AnyOf,
    Dated,
    Flag,
    Node,
    Not,
    Query,
    Says,
    Stands,
    Valued,
)
from tui.library.filter.tree import FlagName

PLACE_BITS = 20  # a note has fewer tasks: it is not read if it is larger than 4 MiB
TASK = f"(t.session << {PLACE_BITS} | t.place)"
"""The number of a task."""

FROM_TASKS = f"FROM task t LEFT JOIN held d ON d.task = {TASK}"
FROM_SESSIONS = "FROM session s LEFT JOIN state o ON o.id = s.id"

_EVERYTHING = "1"
_FLAGS: dict[FlagName, str] = {
    "reviewed": "coalesce(o.reviewed, 0)",
    "healed": "s.healed",
    "uncertain": "s.uncertain",
    "published": "s.publish IS 1",
    "unpublished": "s.publish IS 0",
    "problem": "s.problem",
    "task": "s.tasks > 0",
    "label": "s.label",
}


class Condition(NamedTuple):
    """A condition in SQL, with what stands for its question marks.

    `words` is the condition as a question to the table of beginnings, where it is nothing else.
    """

    sql: str = _EVERYTHING
    values: tuple[str, ...] = ()
    words: str = ""


def on_sessions(query: Query) -> Condition:
    """The condition on a session."""
    return _of(query.root, _some_task) if query.root else Condition()


def on_tasks(query: Query) -> Condition:
    """The condition on a task of a session that was picked: there, statuses are its own."""
    if not (query.root and query.asks_tasks):
        return Condition()
    return _of(query.root, _this_task)


def _of(node: Node, stands: Callable[[Stands], Condition]) -> Condition:
    match node:
        case Says():
            return _says(node)
        case Valued():
            return _valued(node)
        case Stands():
            return stands(node)
        case Flag():
            return Condition(_FLAGS[node.name])
        case Dated():
            return _dated(node)
        case Not():
            inner = _of(node.node, stands)
            return Condition(f"NOT ({inner.sql})", inner.values)
        case AllOf():
            return _joined(" AND ", [_of(inner, stands) for inner in node.nodes])
        case AnyOf():
            return _joined(" OR ", [_of(inner, stands) for inner in node.nodes])


def _joined(joint: str, parts: list[Condition]) -> Condition:
    """Join conditions; questions to the table of beginnings become one."""
    asked = [part.words for part in parts if part.words]
    rest = [part for part in parts if not part.words]
    if len(asked) > 1:
        rest.insert(0, _begins(joint.join(f"({words})" for words in asked)))
    else:
        rest = parts
    if len(rest) == 1:
        return rest[0]
    return Condition(
        joint.join(f"({part.sql})" for part in rest),
        tuple(value for part in rest for value in part.values),
    )


def _says(node: Says) -> Condition:
    asked = f'"{node.words.strip()}" *'
    if node.where == "anywhere" and " " not in node.words.strip():
        return _begins(asked)
    if node.where != "anywhere":
        asked = f"{node.where} : {asked}"
    return Condition("s.id IN (SELECT rowid FROM says WHERE says MATCH ?)", (asked,))


def _begins(asked: str) -> Condition:
    return Condition(
        "s.id IN (SELECT rowid FROM begins WHERE begins MATCH ?)", (asked,), words=asked
    )


def _valued(node: Valued) -> Condition:
    if node.of == "by":
        return Condition("instr(coalesce(o.by, ''), ?) > 0", (node.words,))
    known = f"SELECT id FROM value WHERE kind = '{node.of}' AND instr(words, ?) > 0"
    if node.of == "label":
        known = f"SELECT session FROM labelled WHERE label IN ({known})"
        return Condition(f"s.id IN ({known})", (node.words,))
    return Condition(f"s.{node.of} IN ({known})", (node.words,))


def _dated(node: Dated) -> Condition:
    terms = ["s.date <> ''"]
    terms += ["s.date >= ?"] if node.first else []
    terms += ["s.date < ?"] if node.end else []
    return Condition(" AND ".join(terms), tuple(filter(None, (node.first, node.end))))


def _some_task(node: Stands) -> Condition:
    counts = (f"coalesce(o.{status}, s.{status})" for status in node.statuses)
    return Condition(f"({' + '.join(counts)}) > 0")


def _this_task(node: Stands) -> Condition:
    statuses = ",".join(f"'{status}'" for status in node.statuses)
    return Condition(f"coalesce(d.status, t.mark) IN ({statuses})")
