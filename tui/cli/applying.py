"""What `workbench apply` does: show which boxes it would set in the notes, or set them."""

import os
from collections.abc import Iterable, Iterator
from typing import Any

from tui.cli import output
from tui.cli.bar import Bar
from tui.cli.diff import DiffLine, diff
from tui.cli.saying import NOT_READ_OR_WRITTEN, NOTHING_MATCHED, say
from tui.mending import MarkedFile, NoteFile, mark_file, write_marked
from tui.workbench import Query, Row, Workbench


def apply_to(bench: Workbench, asked: Query, *, write: bool, as_json: bool) -> int:
    """Set boxes, or show which would be set; returns the exit status.

    What was done is told at the end, also where an interrupt is the end of it.
    """
    bar = Bar("marking")
    found: list[MarkedFile] = []
    try:
        for file in bar.over(_files_of(bench, bench.rows(asked))):
            one = (write_marked if write else mark_file)(file, bench.status)
            found.append(one)
            with bar.aside():
                _say_what_is_wrong(one)
                if one.is_changed and not write and not as_json:
                    output.print_diff(_diff(one))
    finally:
        if as_json:
            output.print_json(map(_object, filter(_is_told, found)), "json")
        elif write:
            _print_written(found)
    if any(one.problem for one in found):
        return NOT_READ_OR_WRITTEN
    done = any(one.is_written if write else one.is_changed for one in found)
    return 0 if done else NOTHING_MATCHED


def _files_of(bench: Workbench, rows: Iterable[Row]) -> list[NoteFile]:
    """Return the notes with a task whose box does not say its status, each file once."""
    files: dict[str, NoteFile] = {}
    for row in rows:
        if any(bench.status(task) != task.mark for task in row.tasks):
            real = os.path.realpath(bench.location(row.path))
            files.setdefault(real, NoteFile(row.path, real))
    return list(files.values())


def _say_what_is_wrong(one: MarkedFile) -> None:
    if one.problem:
        say(f"{one.path}: {one.problem}")
    for left in one.marked.left if one.marked else ():
        say(f"{one.path}: line {left.line} is {left.status}, and stays as it is: {left.reason}")


def _is_told(one: MarkedFile) -> bool:
    return bool(one.is_changed or one.problem or (one.marked and one.marked.left))


def _print_written(found: list[MarkedFile]) -> None:
    for one in found:
        if one.is_written and one.marked:
            for box in one.marked.boxes:
                output.print_fields(box.status, box.task, one.path, str(box.line))


def _object(one: MarkedFile) -> dict[str, Any]:
    marked = one.marked
    return {
        "path": one.path,
        "boxes": [box._asdict() for box in marked.boxes] if marked else [],
        "left": [left._asdict() for left in marked.left] if marked else [],
        "changed": one.is_changed,
        "written": one.is_written,
        "problem": one.problem,
    }


def _diff(one: MarkedFile) -> Iterator[DiffLine]:
    """What heads a diff is no part of it, and passed over by programs that read such."""
    if one.marked:
        count = len(one.marked.boxes)
        yield DiffLine("", f"{one.path}: {count} box{'es' * (count != 1)} to set")
        yield from diff(one.path, one.marked.stored, one.marked.text)
