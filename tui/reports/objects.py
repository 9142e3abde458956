"""Reports and agendas as JSON, all that they are made of."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from tui.plain import plain_json
from tui.reports.agenda import Agenda
from tui.reports.facts import TaskFact
from tui.reports.progress import Report, Share


def report(found: Report) -> str:
    """Return a report as one JSON object."""
    facts = found.facts
    return _written(
        {
            "folder": facts.folder,
            "filter": facts.asked,
            "date": facts.today,
            "since": found.since,
            "left_out": len(facts.left_out),
            "unpublished": facts.unpublished,
            "total": _share(found.total),
            "overdue": found.overdue,
            "projects": [_named(share) for share in found.projects],
            "labels": [_named(share) for share in found.labels],
            "periods": [_named(share) for share in found.periods],
            "closed": _tasks(found.closed),
            "open": _tasks(found.open),
        }
    )


def agenda(found: Agenda) -> str:
    """Return an agenda as one JSON object."""
    return _written(
        {
            "folder": found.parties[0].facts.folder,
            "parties": [{"name": party.name, "filter": party.asked} for party in found.parties],
            "date": found.today,
            "since": found.since,
            "left_out": found.left_out,
            "unpublished": found.unpublished,
            "parts": [
                {"heading": part.heading, "tasks": _tasks(part.tasks), "more": part.more}
                for part in found.parts
            ],
            "decided": [
                {"day": change.day, "by": change.by, "says": change.says, "id": change.task.id,
                 "text": change.task.text}
                for change in found.changes
            ],
        }
    )  # fmt: skip


def _share(share: Share) -> dict[str, Any]:
    return {
        "sessions": share.sessions,
        "tasks": share.tasks,
        "closed": share.closed,
        "percent": share.percent,
        "open": share.open,
        "statuses": share.counts,
    }


def _named(share: Share) -> dict[str, Any]:
    return {"name": share.name, **_share(share)}


def _tasks(tasks: Iterable[TaskFact]) -> Sequence[dict[str, Any]]:
    return [
        {
            "id": task.id,
            "text": task.text,
            "status": task.status,
            "due": task.due,
            "to": task.to,
            "note": task.note,
            "by": task.by,
            "on": task.on,
            "session": task.session.title,
            "date": task.session.date,
            "project": task.session.project,
            "labels": task.session.labels,
            "path": task.session.path,
            "link": task.session.link,
            "unpublished": task.session.unpublished,
        }
        for task in tasks
    ]


def _written(found: dict[str, Any]) -> str:
    return plain_json(msgspec.json.format(msgspec.json.encode(found), indent=2)).decode() + "\n"
