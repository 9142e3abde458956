"""The commands. Textual is imported only to open the workbench, and what heals only to heal."""

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import click

from tui import __version__
from tui.cli import deciding, output
from tui.cli.saying import (
    INTERRUPTED,
    NOT_READ_OR_WRITTEN,
    NOTHING_MATCHED,
    fail,
    plain_errors,
    say,
)
from tui.plain import plain, plain_lines
from tui.workbench import (
    Draft,
    FilterError,
    LeftOut,
    Query,
    Row,
    Setting,
    Status,
    Task,
    Workbench,
    parse_filter,
)

_HELP = """Read a folder of session notes, and tick off what is still pending.

\b
  workbench                        open the notes in the current folder
  workbench ~/notes                open the notes in a folder
  workbench tasks is:pending       list what is still pending
  workbench sessions 'project:Dev label:"data security"' --json
  workbench done 3f2a              tick a task off (any unique start of its id)
  workbench set 3f2a --due fri --to Eva
  workbench undo                   take your last step back
  workbench show ~/notes/2024-02-13_Meeting.md
  workbench heal ~/notes           show what healing would change in the files

Decisions are kept in .workbench/tasks.jsonl inside the notes folder; the notes themselves are
never changed, but by `workbench heal --write`.
"""


class _FolderFirst(click.Group):
    """`workbench FOLDER` is `workbench open FOLDER`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = args and (args[0] in self.commands or args[0] in {"--help", "-h", "--version"})
        return super().parse_args(ctx, args if known else ["open", *args])


@click.group(
    cls=_FolderFirst,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=False,
)
@click.version_option(__version__, prog_name="workbench")
def workbench() -> None:
    """The group of all commands."""


class _Listing(click.Command):
    """A command whose arguments are a filter: `-word` is a term of it, not options `-w -o …`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        valued = {
            name
            for param in self.params
            if isinstance(param, click.Option) and not param.is_flag
            for name in param.opts
        }
        options: list[str] = []
        terms: list[str] = []
        rest = iter(args)
        for arg in rest:
            if arg == "--":
                terms += rest
            elif arg in valued:
                value = next(rest, None)
                options += [arg] if value is None else [f"{arg}={value}"]
            elif arg.startswith("--") or arg == "-h":
                options.append(arg)
            else:
                terms.append(arg)
        end = ["--"] if terms else []  # a last option without its value must not take this one
        return super().parse_args(ctx, [*options, *end, *terms])


_Command = Callable[..., None]
_folder_path = click.Path(path_type=Path)


def _notes_option(command: _Command) -> _Command:
    return click.option(
        "--notes", default=".", type=_folder_path, help="The folder of the notes [current]."
    )(_store_option(_follow_option(command)))


def _follow_option(command: _Command) -> _Command:
    return click.option(
        "--follow", is_flag=True, help="Follow symbolic links to folders, and out of the folder."
    )(command)


def _store_option(command: _Command) -> _Command:
    return click.option(
        "--store",
        type=_folder_path,
        help="The journal, where it is not FOLDER/.workbench/tasks.jsonl.",
    )(command)


def _by_option(command: _Command) -> _Command:
    return click.option(
        "--by",
        default="",
        metavar="NAME",
        callback=lambda _ctx, _param, name: plain(name).strip(),  # bytes of no text, too
        help="Who decides [git's user.name, else the login].",
    )(command)


def _format_options(command: _Command) -> _Command:
    command = click.option("--jsonl", "form", flag_value="jsonl", help="One object a line.")(
        command
    )
    return click.option("--json", "form", flag_value="json", help="One JSON array.")(command)


@workbench.command("open")
@click.argument("folder", default=".", type=_folder_path)
@_store_option
@_by_option
@_follow_option
@click.option("--ascii", "only_ascii", is_flag=True, help="Draw with ASCII characters only.")
def open_(folder: Path, store: Path | None, by: str, follow: bool, only_ascii: bool) -> None:
    """Open the workbench on FOLDER (the current one, if none is named).

    A folder that has the name of a command is opened as ./NAME.
    """
    with plain_errors():
        bench = Workbench(folder, store, by, follow=follow)
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise click.UsageError(
                "the workbench needs a terminal; `workbench tasks` and `workbench sessions` do not"
            )
        bench.begin_reading()
        # What is imported and built up to the first frame stays; to look through it for garbage
        # again and again takes a tenth of the start. The app turns collecting on.
        gc.disable()
        from tui.ui.app import WorkbenchApp

        WorkbenchApp(bench, only_ascii=only_ascii).run()


@workbench.command(cls=_Listing)
@click.argument("filter_", metavar="[FILTER]...", nargs=-1, type=click.UNPROCESSED)
@_notes_option
@_format_options
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
        bench, query = _load(notes, store, follow=follow), _query(filter_)
        rows = bench.rows(query)
        if form:
            output.print_json(_session_objects(bench, rows, with_text), form)
        else:
            output.print_sessions(bench, rows)
        _finish(bench, matched=bool(rows))


@workbench.command(cls=_Listing)
@click.argument("filter_", metavar="[FILTER]...", nargs=-1, type=click.UNPROCESSED)
@_notes_option
@_format_options
def tasks(
    filter_: tuple[str, ...], notes: Path, store: Path | None, follow: bool, form: str | None
) -> None:
    """List the tasks of the sessions that FILTER picks, newest session first.

    \b
    workbench tasks --notes ~/notes is:pending
    workbench tasks --notes ~/notes 'label:"data security" is:done' --json
    """  # noqa: D301
    with plain_errors():
        bench, query = _load(notes, store, follow=follow), _query(filter_)
        chosen = bench.select_tasks(query)
        if form:
            output.print_json((output.task_object(bench, *pair) for pair in chosen), form)
        else:
            output.print_tasks(bench, chosen)
        _finish(bench, matched=bool(chosen))


@workbench.command()
@click.argument("path", type=_folder_path)
@_store_option
@click.option("--notes", type=_folder_path, help="The folder that PATH belongs to.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def show(path: Path, store: Path | None, notes: Path | None, as_json: bool) -> None:
    """Show the session in the note at PATH, healed, with the status of its tasks.

    \b
    workbench show ~/notes/2024-02-13_Meeting.md
    """  # noqa: D301
    with plain_errors():
        folder, relative = _place_of(path, notes)
        bench = _load(folder, store)
        session = bench.session(relative)
        row = bench.index.row(relative)
        if isinstance(session, LeftOut) or row is None:
            reason = session.reason if isinstance(session, LeftOut) else "it is not a note"
            fail(f"{path}: {reason}", NOT_READ_OR_WRITTEN)
        elif as_json:
            output.print_object(output.session_object(bench, row, session, with_text=True))
        else:
            output.print_session(bench, row, session)


def _deciding(name: str, status: Status, help_: str) -> None:
    """Add a command that gives tasks a status."""

    @workbench.command(name, help=help_)
    @click.argument("ids", metavar="ID...", nargs=-1, required=True)
    @_notes_option
    @_by_option
    def decide(
        ids: tuple[str, ...], notes: Path, store: Path | None, follow: bool, by: str
    ) -> None:
        with plain_errors():
            bench = _load(notes, store, by, follow=follow)
            chosen = _find_tasks(bench, ids)
            draft = bench.draft(chosen, Setting(status=status))
            if draft.decisions:
                bench.decide(draft)
            for _, task in chosen:
                output.print_fields(status, task.id, task.text)
            _say_notices(bench)


_deciding("done", "done", "Tick tasks off, by id or by the start of an id.")
_deciding("reopen", "pending", "Make tasks pending again, by id or by the start of an id.")
_deciding("drop", "dropped", "Drop tasks that will not be done, by id or by the start of an id.")


@workbench.command("set")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--status", type=click.Choice(get_args(Status)), help="What has become of it.")
@click.option(
    "--due",
    metavar="DAY",
    callback=deciding.due_day,
    help="2026-12-31, today, tomorrow, fri, +3d or +2w; none takes it away.",
)
@click.option("--to", metavar="NAME", callback=deciding.one_line, help="Who is to do it.")
@click.option("--note", metavar="TEXT", callback=deciding.free_text, help="What is to be added.")
@_notes_option
@_by_option
def set_(
    ids: tuple[str, ...],
    status: Status | None,
    due: str | None,
    to: str | None,
    note: str | None,
    notes: Path,
    store: Path | None,
    follow: bool,
    by: str,
) -> None:
    """Set something of tasks, by id or by the start of an id, as one step.

    An empty DAY, NAME or TEXT takes away what was set. A line each says what holds now, id, text.

    \b
    workbench set 3f2a --due fri --to Eva
    workbench set 3f2a 91c0 --status blocked --note "Ask the ministry first."
    workbench set 3f2a --due none --note ""
    """  # noqa: D301
    with plain_errors():
        setting = Setting(status=status, due=due, to=to, note=note)
        if not setting.fields:
            raise click.UsageError("say what to set: --status, --due, --to or --note")
        bench = _load(notes, store, by, follow=follow)
        chosen = _find_tasks(bench, ids)
        bench.decide(bench.draft(chosen, setting))
        for _, task in chosen:
            output.print_fields(output.told(setting), task.id, task.text)
        _say_notices(bench)


@workbench.command()
@_notes_option
@_by_option
def undo(notes: Path, store: Path | None, follow: bool, by: str) -> None:
    """Take your last step back, and say what that was; again for the one before.

    What someone else decided since is left alone, and that is said.

    \b
    workbench undo --notes ~/notes
    """  # noqa: D301
    with plain_errors():
        bench = _load(notes, store, by, follow=follow)
        _decide_again(bench, "undo", bench.draft_undo())


@workbench.command()
@_notes_option
@_by_option
def redo(notes: Path, store: Path | None, follow: bool, by: str) -> None:
    """Take up again the step that was undone last, and say what that was.

    \b
    workbench redo --notes ~/notes
    """  # noqa: D301
    with plain_errors():
        bench = _load(notes, store, by, follow=follow)
        _decide_again(bench, "redo", bench.draft_redo())


@workbench.command()
@click.argument("id_", metavar="[ID]", required=False)
@_notes_option
@_format_options
def history(
    id_: str | None, notes: Path, store: Path | None, follow: bool, form: str | None
) -> None:
    """List every decision, newest first; of one task, by the start of its id.

    In a pipe: when, who, what was done (set, undo, redo; undone: it was taken back), what was
    set, id, the session's date, text.

    \b
    workbench history --notes ~/notes
    workbench history 3f2a --json
    """  # noqa: D301
    with plain_errors():
        bench = _load(notes, store, follow=follow)
        past = bench.history() if id_ is None else deciding.past_of(bench, id_)
        if form:
            output.print_json(deciding.past_objects(bench, past), form)
        else:
            deciding.print_past(past)
        _finish(bench, matched=bool(past))


@workbench.command()
@_notes_option
@_format_options
def orphans(notes: Path, store: Path | None, follow: bool, form: str | None) -> None:
    """List what was decided on and is in no note any more, the newest decision first.

    In a pipe: id, what holds, date, session, text, who decided last, when, path.

    \b
    workbench orphans --notes ~/notes
    workbench orphans --jsonl
    """  # noqa: D301
    with plain_errors():
        bench = _load(notes, store, follow=follow)
        found = bench.list_orphans()
        if form:
            output.print_json(deciding.orphan_objects(found), form)
        else:
            deciding.print_orphans(found)
        _finish(bench, matched=bool(found))


@workbench.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=_folder_path)
@click.option("--diff", "as_diff", is_flag=True, help="Show what would change [the usual].")
@click.option("--json", "as_json", is_flag=True, help="One JSON array, an object a file.")
@click.option("--write", is_flag=True, help="Heal the files; the originals stay as NAME.orig.")
@click.option(
    "--include-uncertain",
    is_flag=True,
    help="With --write: files, too, in which a line is a guess.",
)
def heal(
    paths: tuple[Path, ...], as_diff: bool, as_json: bool, write: bool, include_uncertain: bool
) -> None:
    """Heal the files at PATH themselves: notes, or all the notes in a folder and below.

    Unless --write is given, nothing is changed. A note that holds a guess is left as it is; so is
    one beside which there is a NAME.orig already.

    \b
    workbench heal ~/notes                          what would change, as a diff
    workbench heal ~/notes --json                   the same, line by line, with each doubt
    workbench heal ~/notes --write                  heal what is certain
    workbench heal ~/notes/a.md --write --include-uncertain
    """  # noqa: D301
    with plain_errors():
        if as_diff and (as_json or write):
            raise click.UsageError("--diff goes without --json and --write")
        if include_uncertain and not write:
            raise click.UsageError("--include-uncertain goes with --write")
        from tui.cli.healing import show_healed, write_healed

        if write:
            status = write_healed(paths, as_json=as_json, include_uncertain=include_uncertain)
        else:
            status = show_healed(paths, as_json=as_json)
        sys.exit(status)


def main() -> None:
    """Run the command line; the entry point of `workbench`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        sys.exit(workbench.main(prog_name="workbench", standalone_mode=False))
    except click.ClickException as error:
        said = io.StringIO()
        error.show(said)
        click.echo(plain_lines(said.getvalue()), err=True, nl=False)  # it may quote a file name
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(INTERRUPTED)


def _load(folder: Path, store: Path | None, by: str = "", *, follow: bool = False) -> Workbench:
    bench = Workbench(folder, store, by, follow=follow)
    bench.load()
    return bench


def _query(words: tuple[str, ...]) -> Query:
    text = " ".join(words)
    try:
        return parse_filter(text)
    except FilterError as error:
        under = " " * error.start + "^" * max(1, error.end - error.start)
        raise click.UsageError(f"{error.message}\n  {plain(text)}\n  {under}") from error


def _session_objects(
    bench: Workbench, rows: list[Row], with_text: bool
) -> Iterator[dict[str, Any]]:
    for row in rows:
        session = bench.session(row.path)
        if not isinstance(session, LeftOut):  # else it vanished meanwhile
            yield output.session_object(bench, row, session, with_text=with_text)


def _find_tasks(bench: Workbench, ids: tuple[str, ...]) -> list[tuple[Row, Task]]:
    """Find every task before any is decided on: all or nothing."""
    chosen: dict[str, tuple[Row, Task]] = {}
    for prefix in ids:
        found = bench.find_task(prefix) if prefix else []
        if not found:
            fail(f"{prefix or '(empty)'}: no task has an id that begins so", NOTHING_MATCHED)
        deciding.refuse_several(prefix, [task.id for _, task in found])
        chosen.update((task.id, (row, task)) for row, task in found)
    return list(chosen.values())


def _decide_again(bench: Workbench, word: str, draft: Draft | None) -> None:
    if draft:
        bench.decide(draft)
    _say_notices(bench)
    deciding.print_again(bench, word, draft)


def _say_notices(bench: Workbench) -> None:
    for notice in bench.notices():
        say(notice)


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


def _finish(bench: Workbench, *, matched: bool) -> None:
    """Say on stderr what could not be read, and exit with the status that says so."""
    failed = [file for file in bench.index.left_out() if file.failed]
    for file in failed:
        say(f"{file.path}: {file.reason}")
    _say_notices(bench)
    if failed:
        sys.exit(NOT_READ_OR_WRITTEN)
    if not matched:
        sys.exit(NOTHING_MATCHED)
