"""The questions behind the Progress view: tasks counted by day and project, and by label.

Tasks are those that the filter asks for, of the sessions that it picks: what is counted here is
what a list of tasks narrowed in the same way holds.
"""

from collections.abc import Callable, Iterable
from typing import Any

from tui.library.filter import Query
from tui.library.index.sql import on_sessions, on_tasks
from tui.library.progress import Counted, Counts, Tally

Ask = Callable[[str, tuple[Any, ...]], Iterable[tuple[Any, ...]]]

# A filter that says nothing of tasks is answered from what is known of each session.
_OF_SESSIONS = """
SELECT s.id, s.date, s.project,
    coalesce(o.pending, s.pending) + coalesce(o.doing, s.doing) + coalesce(o.blocked, s.blocked)
        AS open,
    coalesce(o.done, s.done) AS done, coalesce(o.dropped, s.dropped) AS dropped
FROM session s LEFT JOIN state o ON o.id = s.id WHERE {sessions}
"""
_OF_TASKS = """
SELECT id, date, project, total(asked AND status NOT IN ('done', 'dropped')) AS open,
    total(asked AND status IS 'done') AS done, total(asked AND status IS 'dropped') AS dropped
FROM (
    SELECT s.id, s.date, s.project, coalesce(d.status, t.mark) AS status, ({tasks}) AS asked
    FROM session s LEFT JOIN state o ON o.id = s.id LEFT JOIN task t ON t.session = s.id
    LEFT JOIN decided d ON d.subject = t.subject WHERE {sessions}
) GROUP BY id
"""
_SUMS = "count(*), total(open), total(done), total(dropped)"
_BY_PROJECT = (
    "WITH counted AS ({counted})"
    f" SELECT date, project, {_SUMS} FROM counted GROUP BY date, project"
)
_BY_LABEL = (
    "WITH counted AS ({counted})"
    f" SELECT '', label, {_SUMS} FROM labelled JOIN counted ON id = session GROUP BY label"
)
_VALUES = "SELECT id, text, fold FROM value WHERE kind = ?"
_CLOSED = """
SELECT d.subject FROM decided d CROSS JOIN task t ON t.subject = d.subject
JOIN session s ON s.id = t.session LEFT JOIN state o ON o.id = s.id
WHERE d.status IN ('done', 'dropped') AND ({tasks}) AND ({sessions})
"""


def count_progress(ask: Ask, query: Query) -> Counts:
    """Count the tasks that a filter asks for.

    Args:
        ask: asks the database.
        query: the filter.
    """
    sessions, tasks = on_sessions(query), on_tasks(query)
    both = (*tasks.values, *sessions.values)
    counted = (_OF_TASKS if query.asks_status else _OF_SESSIONS).format(
        sessions=sessions.sql, tasks=tasks.sql
    )
    closed = ask(_CLOSED.format(sessions=sessions.sql, tasks=tasks.sql), both)
    return Counts(
        _counted(ask, "project", _BY_PROJECT.format(counted=counted), both),
        _counted(ask, "label", _BY_LABEL.format(counted=counted), both),
        [subject for (subject,) in closed],
    )


def _counted(ask: Ask, kind: str, sql: str, values: tuple[str, ...]) -> list[Counted]:
    """What a question counts; a value that another workbench has just put in is "none"."""
    named = {number: (text, fold) for number, text, fold in ask(_VALUES, (kind,))}
    return [
        Counted(day, *named.get(number, ("", "")), sessions, Tally(*map(int, sums)))
        for day, number, sessions, *sums in ask(sql, values)
    ]
