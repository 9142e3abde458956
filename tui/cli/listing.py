"""`workbench sessions`, `tasks` and `show`: what there is, listed."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from tui.cli import output
from tui.cli.options import (
    Listing,
    filter_argument,
    finish,
    folder_path,
    format_options,
    load,
    notes_option,
    query,
    store_option,
)
from tui.cli.saying import NOT_READ_OR_WRITTEN, fail, plain_errors
from tui.workbench import LeftOut, Row, Workbench


@click.command(cls=Listing)
@filter_argument
@notes_option
@format_options
@click.option("--text", "with_text", is_flag=True, help="With --json: the whole healed text, too.")
def sessions(
    filter_: tuple[str, ...],
    notes: Path,
    store: Path | None,
    follow: bool,
    form: str | None,
    with_text: bool,
) -> None:
    """List the sessions that FILTER picks, newest first.

    \b
    workbench sessions --notes ~/notes project:Business
    workbench sessions --notes ~/notes 'is:open "public safety"' --json
    """  # noqa: D301
    with plain_errors():
        if with_text and not form:
            raise click.UsageError("--text goes with --json or --jsonl")
        bench, asked = load(notes, store, follow=follow), query(filter_)
        rows = bench.rows(asked)
        if form:
            output.print_json(_session_objects(bench, rows, with_text), form)
        else:
            output.print_sessions(bench, rows)
        finish(bench, matched=bool(rows))


@click.command(cls=Listing)
@filter_argument
@notes_option
@format_options
def tasks(
    filter_: tuple[str, ...], notes: Path, store: Path | None, follow: bool, form: str | None
) -> None:
    """List the tasks of the sessions that FILTER picks, newest session first.

    \b
    workbench tasks --notes ~/notes is:pending
    workbench tasks --notes ~/notes 'label:"data security" is:done' --json
    """  # noqa: D301
    with plain_errors():
        bench, asked = load(notes, store, follow=follow), query(filter_)
        chosen = bench.select_tasks(asked)
        if form:
            output.print_json((output.task_object(bench, *pair) for pair in chosen), form)
        else:
            output.print_tasks(bench, chosen)
        finish(bench, matched=bool(chosen))


@click.command()
@click.argument("path", type=folder_path)
@store_option
@click.option("--notes", type=folder_path, help="The folder that PATH belongs to.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def show(path: Path, store: Path | None, notes: Path | None, as_json: bool) -> None:
    """Show the session in the note at PATH, healed, with the status of its tasks.

    \b
    workbench show ~/notes/2024-02-13_Meeting.md
    """  # noqa: D301
    with plain_errors():
        folder, relative = _place_of(path, notes)
        bench = load(folder, store)
        session = bench.session(relative)
        row = bench.index.cards.row(relative)
        if isinstance(session, LeftOut) or row is None:
            reason = session.reason if isinstance(session, LeftOut) else "it is not a note"
            fail(f"{path}: {reason}", NOT_READ_OR_WRITTEN)
        elif as_json:
            output.print_object(output.session_object(bench, row, session, with_text=True))
        else:
            output.print_session(bench, row, session)


def _session_objects(
    bench: Workbench, rows: list[Row], with_text: bool
) -> Iterator[dict[str, Any]]:
    for row in rows:
        session = bench.session(row.path)
        if not isinstance(session, LeftOut):  # else it vanished meanwhile
            yield output.session_object(bench, row, session, with_text=with_text)


def _place_of(path: Path, notes: Path | None) -> tuple[Path, str]:
    """The notes folder of a note, and its path in there."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - keeps symbolic links
    if not absolute.exists():
        fail(f"{path}: there is no such file", NOT_READ_OR_WRITTEN)
    folder = Path(os.path.abspath(notes)) if notes else _folder_above(absolute)  # noqa: PTH100
    if folder not in absolute.parents:
        raise click.UsageError(f"{path} is not in {folder}")
    relative = absolute.relative_to(folder).as_posix()
    return folder, relative.encode("utf-8", "backslashreplace").decode()  # as listed


def _folder_above(note: Path) -> Path:
    marked = (folder for folder in note.parents if (folder / ".workbench").is_dir())
    return next(marked, note.parent)
