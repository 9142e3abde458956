"""The orders in which sessions are listed, and tasks."""

from typing import Literal

from msgspec import Struct

_OPEN = (
    "(coalesce(o.pending, s.pending) + coalesce(o.doing, s.doing) + coalesce(o.blocked, s.blocked))"
)
_NEWEST = "n.moment DESC, n.path"
_OLDEST = "n.moment < 0, n.moment, n.path"
_SESSIONS = "SELECT n.id FROM session s JOIN named n ON n.id = s.id"
_DECIDED = f"{_SESSIONS} LEFT JOIN state o ON o.id = s.id ORDER BY"
_PROJECTS = f"{_SESSIONS} JOIN value p ON p.id = s.project ORDER BY"


class Sort(Struct, frozen=True):
    """An order: its name, the question for it, and whether decisions can change it."""

    name: str
    sql: str
    decided: bool = False


# Every order ends in the path, so that what is alike stays where it is.
SORTS: tuple[Sort, ...] = (
    Sort("newest first", f"SELECT n.id FROM named n ORDER BY {_NEWEST}"),
    Sort("oldest first", f"SELECT n.id FROM named n ORDER BY {_OLDEST}"),
    Sort("most open tasks", f"{_DECIDED} {_OPEN} DESC, {_NEWEST}", decided=True),
    Sort("fewest open tasks", f"{_DECIDED} {_OPEN}, {_NEWEST}", decided=True),
    Sort("oldest open task", f"{_DECIDED} {_OPEN} = 0, {_OLDEST}", decided=True),
    Sort("newest open task", f"{_DECIDED} {_OPEN} = 0, {_NEWEST}", decided=True),
    Sort("title", "SELECT n.id FROM named n ORDER BY n.title, n.path"),
    Sort("title, last first", "SELECT n.id FROM named n ORDER BY n.title DESC, n.path"),
    Sort("project", f"{_PROJECTS} p.words, {_NEWEST}"),
    Sort("project, last first", f"{_PROJECTS} p.words DESC, {_NEWEST}"),
)


class TaskSort(Struct, frozen=True):
    """An order of tasks: its name, how their sessions are ordered, and what comes before that."""

    name: str
    sessions: Sort
    by: Literal["session", "due", "text"] = "session"
    backwards: bool = False


_SORT = {sort.name: sort for sort in SORTS}

# What has no due date comes last, whichever end is first.
TASK_SORTS: tuple[TaskSort, ...] = (
    TaskSort("newest first", _SORT["newest first"]),
    TaskSort("oldest first", _SORT["oldest first"]),
    TaskSort("due", _SORT["newest first"], "due"),
    TaskSort("due, last first", _SORT["newest first"], "due", backwards=True),
    TaskSort("project", _SORT["project"]),
    TaskSort("project, last first", _SORT["project, last first"]),
    TaskSort("text", _SORT["newest first"], "text"),
    TaskSort("text, last first", _SORT["newest first"], "text", backwards=True),
)
