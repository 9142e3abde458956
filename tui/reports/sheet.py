"""Tasks as CSV (RFC 4180), for a spreadsheet that reads nothing in a cell as a formula."""

import csv
import io

from tui.formulas import harmless
from tui.plain import plain
from tui.reports.facts import Facts, TaskFact

COLUMNS = (
    "date", "project", "labels", "session", "task", "status", "due", "to", "note",
    "decided by", "decided on", "unpublished", "note file", "id",
)  # fmt: skip


def tasks(facts: Facts) -> str:
    """Return the tasks as CSV, a line each, below a line of headings."""
    written = io.StringIO()
    sheet = csv.writer(written)
    sheet.writerow(COLUMNS)
    sheet.writerows(map(_line, facts.tasks))
    return written.getvalue()


def cell(text: str) -> str:
    """Return a text as a cell that only can be read; no tab or line break begins it either."""
    return harmless(plain(text).lstrip("\t\r\n"))


def _line(task: TaskFact) -> list[str]:
    session = task.session
    texts = (
        session.date, session.project, ", ".join(session.labels), session.title, task.text,
        task.status, task.due, task.to, task.note, task.by, task.on,
        "yes" if session.unpublished else "no", session.path, task.id,
    )  # fmt: skip
    return [cell(text) for text in texts]
