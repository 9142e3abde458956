"""Tasks as CSV (RFC 4180), for a spreadsheet that reads nothing in a cell as a formula."""

import csv
import io
import re

from tui.plain import plain
from tui.reports.facts import Facts, TaskFact

COLUMNS = (
    "date", "project", "labels", "session", "task", "status", "due", "to", "note",
    "decided by", "decided on", "unpublished", "note file", "id",
)  # fmt: skip
# What spreadsheets take for the beginning of a formula (OWASP, CSV injection), in wide forms, too.
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")


def tasks(facts: Facts) -> str:
    """Return the tasks as CSV, a line each, below a line of headings."""
    written = io.StringIO()
    sheet = csv.writer(written)
    sheet.writerow(COLUMNS)
    sheet.writerows(map(_line, facts.tasks))
    return written.getvalue()


def cell(text: str) -> str:
    """Return a text as a cell that only can be read: what would be a formula begins with `'`."""
    harmless = "'" if _FORMULA.match(text) else ""
    return harmless + plain(text)


def _line(task: TaskFact) -> list[str]:
    session = task.session
    texts = (
        session.date, session.project, ", ".join(session.labels), session.title, task.text,
        task.status, task.due, task.to, task.note, task.by, task.on,
        "yes" if session.unpublished else "no", session.path, task.id,
    )  # fmt: skip
    return [cell(text) for text in texts]
