"""A table with commas (RFC 4180) for spreadsheets.

What a spreadsheet would compute is made text (see `tui.formulas`), which reading takes off again.
It has the mark by which spreadsheets know UTF-8.
"""

import csv
import io
import re
from collections.abc import Iterable

from tui.exchange.task import Incoming, NotRead, Outgoing, read_setting
from tui.formulas import harmless, unharmed

COLUMNS = (
    "id", "status", "due", "to", "note", "text", "session", "date", "project", "priority",
    "labels", "path", "publish", "was",
)  # fmt: skip
_MOST_COLUMNS = 200
_LONGEST_CELL = 4 << 20
_SEPARATORS = ",;\t"
_ID = re.compile(r"[0-9a-f]{16}")
_LIKE_A_NUMBER = re.compile(r"[0-9]+(?:e[0-9]+)?")
_BOM = "\ufeff"


def write(tasks: Iterable[Outgoing], left_out: int = 0) -> str:
    """Return a table with a heading."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for task in tasks:
        cells = {
            "labels": ", ".join(task.labels),
            "publish": "" if task.publish is None else str(task.publish).lower(),
            "id": f"'{task.id}" if _LIKE_A_NUMBER.fullmatch(task.id) else task.id,
        }
        row = (cells[name] if name in cells else getattr(task, name) for name in COLUMNS)
        writer.writerow(map(harmless, row))
    return _BOM + out.getvalue()


def read(text: str) -> list[Incoming]:
    """Return what each row says, in the columns that are there.

    Raises:
        NotRead: it is no such table, or has a status or a due date that is none.
    """
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        return _read_rows(text.removeprefix(_BOM))
    except csv.Error as error:
        raise NotRead(f"not a whole table ({error})") from None
    finally:
        csv.field_size_limit(before)


def _read_rows(text: str) -> list[Incoming]:
    heading = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=heading[:10_000].count)
    if (count := heading.count(separator) + 1) > _MOST_COLUMNS:
        raise NotRead(f"line 1: {count:,} columns, of which no export has more than 14")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    names = [name.strip().lower() for name in next(rows, [])]
    if "id" not in names:
        raise NotRead("line 1: no column is called id")
    if twice := {name for name in COLUMNS if names.count(name) > 1}:
        raise NotRead(f"line 1: more than one column is called {min(twice)}")
    found = []
    for row in rows:
        place = f"line {rows.line_num}"
        if not any(row):
            continue
        if len(row) < len(names) or any(row[len(names) :]):
            raise NotRead(f"{place}: {len(row):,} cells below {len(names)} columns")
        found.append(_read_row(place, dict(zip(names, row, strict=False))))
    return found


def _read_row(place: str, cells: dict[str, str]) -> Incoming:
    said = {name: unharmed(cell) for name, cell in cells.items()}
    task = said["id"].strip().removeprefix("'")
    if not _ID.fullmatch(task):
        return Incoming(place, "", said.get("text", "") or said["id"])
    status = said.get("status", "").strip().lower()
    says = read_setting(
        place,
        status=status or None,
        due=said["due"].strip() if "due" in said else None,
        to=said.get("to"),
        note=said.get("note"),
    )
    return Incoming(place, task, said.get("text", ""), says, said.get("was", "").strip())
