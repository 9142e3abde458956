"""How the sessions of a list divide by project, label, priority and month."""

from typing import Literal, NamedTuple, get_args

FacetKind = Literal["project", "label", "priority", "month"]
FACETS: tuple[FacetKind, ...] = get_args(FacetKind)

_OPEN = (
    "total(coalesce(o.pending, s.pending) + coalesce(o.doing, s.doing)"
    " + coalesce(o.blocked, s.blocked))"
)
# Sessions are counted by number of the value first, in the order of an index where there is one;
# only these few counts are then brought together by spelling.
_COUNTED = {
    "project": "SELECT s.project AS value, count(*) AS n, {open} AS open"
    " FROM session s LEFT JOIN state o ON o.id = s.id WHERE {where} GROUP BY s.project",
    "priority": "SELECT s.priority AS value, count(*) AS n, {open} AS open"
    " FROM session s LEFT JOIN state o ON o.id = s.id WHERE {where} GROUP BY s.priority",
    "label": "SELECT l.label AS value, count(*) AS n, {open} AS open"
    " FROM labelled l CROSS JOIN session s ON s.id = l.session"
    " LEFT JOIN state o ON o.id = s.id WHERE {where} GROUP BY l.label",
}
_SPELLINGS = (
    "SELECT text, total(n), total(open), max(n) FROM ({counted})"
    " JOIN value v ON v.id = value GROUP BY fold ORDER BY 2 DESC, fold"
)
_MONTHS = (
    "SELECT substr(s.date, 1, 7) AS month, count(*), {open} FROM session s"
    " LEFT JOIN state o ON o.id = s.id WHERE {where} GROUP BY month ORDER BY month DESC"
)


class Facet(NamedTuple):
    """A value, how many sessions have it, and how many open tasks these have.

    What differs only in case is one value, in its most usual spelling. "" is "none".
    """

    text: str
    sessions: int
    open_tasks: int


def facet_sql(kind: FacetKind, where: str) -> str:
    """The question for the values of a kind among sessions that meet a condition."""
    if kind == "month":
        return _MONTHS.format(open=_OPEN, where=where)
    return _SPELLINGS.format(counted=_COUNTED[kind].format(open=_OPEN, where=where))
