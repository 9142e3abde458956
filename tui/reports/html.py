"""Reports and agendas as one page of HTML that needs nothing beside it.

Whatever is put into a template is made text that only can be read (`tui.plain`), then escaped by
Jinja; only what is drawn here, the charts, goes in as it is. The page forbids itself scripts
and everything from elsewhere.
"""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tui.notes.markup import pieces
from tui.plain import plain
from tui.reports.agenda import Agenda
from tui.reports.charts import bars, columns
from tui.reports.markdown import MOST_LABELS, decided_heading
from tui.reports.progress import Report, Share
from tui.reports.words import about_unpublished, counted, line_of, more_of, named

_MOST_BARS = 8


def report(found: Report) -> str:
    """Return a report as a page."""
    charts = [
        (f"Tasks by {kind}", "closed/all", _bars(kind, shares))
        for kind, shares in (("project", found.projects), ("label", found.labels))
        if len(shares) > 1
    ]
    if len(found.periods) > 1:
        drawn = Markup(columns(found.periods))  # noqa: S704 - escaped as it was drawn
        charts.append(("Tasks by the time of their session", "", drawn))
    return _environment().get_template("report.html").render(
        found=found,
        facts=found.facts,
        charts=charts,
        most_labels=MOST_LABELS,
        unpublished=about_unpublished(len(found.facts.left_out), found.facts.unpublished),
    )  # fmt: skip


def agenda(found: Agenda) -> str:
    """Return an agenda as a page."""
    return _environment().get_template("agenda.html").render(
        found=found,
        decided=decided_heading(found),
        unpublished=about_unpublished(found.left_out, found.unpublished),
    )  # fmt: skip


def _bars(kind: str, shares: list[Share]) -> Markup:
    drawn = bars(shares[:_MOST_BARS], lambda share: named(share.name, kind))
    return Markup(drawn)  # noqa: S704 - escaped as it was drawn


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("tui.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_gate,
    )
    made.filters.update(
        pieces=lambda text: pieces(line_of(text)), counted=counted, named=named, line=line_of
    )
    made.globals.update(more_of=more_of)
    return made


def _gate(value: Any) -> Any:
    """What every value in a template goes through before it is escaped."""
    return plain(value) if type(value) is str else value
