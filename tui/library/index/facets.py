"""How the sessions of a list divide by project, label, priority and month."""

from typing import Literal, NamedTuple, get_args

FacetKind = Literal["project", "label", "priority", "month"]
FACETS: tuple[FacetKind, ...] = get_args(FacetKind)

_OPEN = (
    "total(coalesce(o.pending, s.pending) + coalesce(o.doing, s.doing)"
    " + coalesce(o.blocked, s.blocked))"
)
_FROM = "FROM session s LEFT JOIN state o ON o.id = s.id"
_SPELLINGS = (
    "SELECT text, total(n), total(open), max(n) FROM (SELECT v.fold, v.text, count(*) AS n,"
    f" {_OPEN} AS open {_FROM} {{join}} WHERE {{where}} GROUP BY v.id)"
    " GROUP BY fold ORDER BY 2 DESC, fold"
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
        return (
            f"SELECT substr(s.date, 1, 7) AS month, count(*), {_OPEN} {_FROM}"
            f" WHERE {where} GROUP BY month ORDER BY month DESC"
        )
    join = f"JOIN value v ON v.id = s.{kind}"
    if kind == "label":
        join = "JOIN labelled l ON l.session = s.id JOIN value v ON v.id = l.label"
    return _SPELLINGS.format(join=join, where=where)
