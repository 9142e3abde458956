"""How the command line prints: JSON, tables on a terminal, tab-separated lines in a pipe."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

import msgspec

from tui.plain import plain, plain_json, plain_lines
from tui.workbench import OPEN, TYPED, Row, Session, Setting, Task, Workbench, items_of

if TYPE_CHECKING:
    from tui.cli.diff import DiffLine


def session_object(
    bench: Workbench, row: Row, session: Session, *, with_text: bool
) -> dict[str, Any]:
    """Return a session as the command line gives it out; `publish` may be null, nothing else."""
    found: dict[str, Any] = {
        "path": session.path,
        "title": session.title,
        "date": session.date,
        "start": session.start,
        "end": session.end,
        "labels": session.labels,
        "project": session.project,
        "priority": session.priority,
        "publish": session.publish,
        "goal": session.prose("goal"),
        "activities": items_of(session, "activities"),
        "achievements": items_of(session, "achievements"),
        "tasks": [
            {"id": task.id, "text": task.text, "status": bench.status(task)}
            for task in session.tasks
        ],
        "healed": session.healed,
        "uncertain": session.uncertain,
        "problems": session.problems,
        "reviewed": bench.reviewed(row),
    }
    if with_text:
        found["text"] = session.text
    return found


def task_object(bench: Workbench, row: Row, task: Task) -> dict[str, Any]:
    """Return a task as the command line gives it out; `by` and `at` are null if undecided."""
    decision = bench.decided(task)
    return {
        "id": task.id,
        "text": task.text,
        "status": decision.set.status if decision else task.mark,
        "session": row.title,
        "date": row.date,
        "project": row.project,
        "priority": row.priority,
        "labels": row.labels,
        "path": row.path,
        "by": decision.by if decision else None,
        "at": decision.at if decision else None,
    }


def print_json(objects: Iterable[dict[str, Any]], form: str) -> None:
    """Print objects as one array (`json`) or one a line (`jsonl`)."""
    lines = [plain_json(line) for line in map(msgspec.json.Encoder().encode, objects)]
    if form == "jsonl":
        _write(b"".join(line + b"\n" for line in lines))
    else:
        _write(b"[" + b",\n ".join(lines) + b"]\n")


def print_object(found: dict[str, Any]) -> None:
    """Print one object, indented."""
    _write(plain_json(msgspec.json.format(msgspec.json.encode(found), indent=2)) + b"\n")


def print_document(text: str) -> None:
    """Print a document whose text has been made harmless already, in UTF-8."""
    _write(text.encode("utf-8", "replace"))


def print_fields(*fields: str) -> None:
    """Print a line of fields that are separated by tabs."""
    _write("\t".join(map(plain, fields)).encode() + b"\n")


def told(setting: Setting) -> str:
    """Return what is set as `status=done, due=2026-12-31`; what is taken away as `due=`."""
    values = {field: getattr(setting, field) for field in setting.fields}
    said = {True: "yes", False: "no"}
    return ", ".join(
        f"{field}={said[value] if isinstance(value, bool) else value}"
        for field, value in values.items()
    )


def print_sessions(bench: Workbench, rows: list[Row]) -> None:
    """Print sessions as a table, or as `date, closed/all, project, title, path`."""
    columns = ("date", "closed", "project", "title", "path")
    print_rows(
        columns,
        (
            (
                row.date,
                f"{len(row.tasks) - bench.open_count(row)}/{len(row.tasks)}",
                row.project,
                row.title,
                row.path,
            )
            for row in rows
        ),
    )


def print_tasks(bench: Workbench, chosen: list[tuple[Row, Task]]) -> None:
    """Print tasks as a table, or as `id, status, date, project, text, path`."""
    columns = ("id", "status", "date", "project", "text", "path")
    print_rows(
        columns,
        (
            (task.id, bench.status(task), row.date, row.project, task.text, row.path)
            for row, task in chosen
        ),
        short={"id": 8},
    )


def print_session(bench: Workbench, row: Row, session: Session) -> None:
    """Print a note as it reads healed, then its tasks with ids, status and what else is set."""
    lines = [plain_lines(session.text).rstrip("\n"), ""]
    boxes = {"done": "[x]", "dropped": "[-]", "doing": "[/]", "blocked": "[!]"}
    for task in session.tasks:
        holds = bench.holds(task)
        box = boxes.get(holds.status or "", "[ ]")
        more = told(holds.only(field for field in TYPED if getattr(holds, field)))
        lines.append(
            f"{box} {task.id}  {plain(task.text)}" + (f"  ({plain(more)})" if more else "")
        )
    opened = sum(status in OPEN for status in bench.statuses(row))
    lines.append(f"{len(session.tasks)} tasks, {opened} open")
    lines += [f"problem: {plain(problem)}" for problem in session.problems]
    _write("\n".join(lines).encode() + b"\n")


_LOOKS = {"": "bold", "---": "bold", "+++": "bold", "@@": "cyan", "-": "red", "+": "green"}


def print_diff(lines: "Iterable[DiffLine]") -> None:
    """Print a diff, on a terminal in colour."""
    if not sys.stdout.isatty():
        _write("".join(f"{line.sign}{plain(line.text)}\n" for line in lines).encode())
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True)
    for line in lines:
        console.print(Text(line.sign + plain(line.text), _LOOKS.get(line.sign, "")))


_WHOLE = frozenset({"id", "date", "closed", "at", "did"})


def print_rows(
    columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], short: dict[str, int] | None = None
) -> None:
    """Print rows; on a terminal as a table, in which `short` columns are cut to so many cells."""
    if not sys.stdout.isatty():
        lines = ("\t".join(map(plain, row)) + "\n" for row in rows)
        _write("".join(lines).encode())
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in _WHOLE)
    for row in rows:
        cells = zip(columns, row, strict=True)
        table.add_row(*(Text(plain(cell)[: (short or {}).get(name)]) for name, cell in cells))
    if table.row_count:
        Console().print(table)


def _write(data: bytes) -> None:
    """Write UTF-8, whatever the locale: JSON has no other encoding."""
    sys.stdout.flush()
    buffer = cast(Any, sys.stdout).buffer
    buffer.write(data)
    buffer.flush()
