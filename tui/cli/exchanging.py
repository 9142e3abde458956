"""`workbench export` and `import`: exchange with other tools; `apply`: decisions into notes."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from tui.cli import output
from tui.cli.options import (
    Listing,
    by_option,
    filter_argument,
    finish,
    folder_path,
    load,
    notes_option,
    query,
    say_notices,
)
from tui.cli.saying import NOT_READ_OR_WRITTEN, NOTHING_MATCHED, fail, plain_errors, say
from tui.decisions.due import is_due
from tui.decisions.renewing import Renewing
from tui.disk import put_files
from tui.exchange import (
    FORMATS,
    Format,
    Incoming,
    NotRead,
    Outgoing,
    canonical,
    change,
    format_of,
    one_each,
    text_of,
)
from tui.plain import plain
from tui.workbench import Query, Row, Task, Workbench

_format = click.Choice(FORMATS)
_MOST_BYTES = 256 << 20
_NAMED = 5  # of what is unknown; of more, the first
_WIDTH = 80
_Known = dict[str, tuple[Row, Task]]


@click.command(cls=Listing)
@click.argument("form", metavar="FORMAT", type=_format)
@filter_argument
@notes_option
@click.option("--output", "to", type=folder_path, help="The file to write [standard output].")
@click.option("--force", is_flag=True, help="With --output: replace a file that is there.")
@click.option(
    "--include-unpublished", is_flag=True, help="Sessions, too, whose note says publish: false."
)
def export(
    form: str,
    filter_: tuple[str, ...],
    notes: Path,
    store: Path | None,
    follow: bool,
    to: Path | None,
    force: bool,
    include_unpublished: bool,
) -> None:
    """Write the tasks of the sessions that FILTER picks for another tool.

    FORMAT is todotxt, taskwarrior, icalendar, obsidian, csv or json. Sessions whose note says
    `publish: false` are left out, and counted, unless --include-unpublished is given; then they
    are marked. With icalendar --output may be a folder, in which each task has a file.

    \b
    workbench export todotxt --notes ~/notes is:open --output todo.txt
    workbench export taskwarrior is:open | task import
    workbench export icalendar is:open --output ~/.calendars/work
    """  # noqa: D301
    with plain_errors():
        if force and to is None:
            raise click.UsageError("--force goes with --output")
        bench, asked = load(notes, store, follow=follow), query(filter_)
        tasks, left_out = _outgoing(bench, asked, include_unpublished=include_unpublished)
        _write(form, tasks, left_out, to, force=force)
        if left_out:
            count = _count(left_out, "task")
            say(f"{count} of unpublished sessions left out (--include-unpublished)")
        finish(bench, matched=bool(tasks))


@click.command("import")
@click.argument("form", metavar="FORMAT", type=_format)
@click.argument("path", metavar="FILE", type=folder_path)
@notes_option
@by_option
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def import_(
    form: str,
    path: Path,
    notes: Path,
    store: Path | None,
    follow: bool,
    by: str,
    dry_run: bool,
) -> None:
    """Take in what another tool has changed of tasks that were exported to it, as one step.

    FILE is what the tool has saved or exported; - is standard input. Only what was changed there
    since the export counts. A line each says what is set, id, text. Tasks that are in no note are
    named and passed over; a file that cannot be read as a whole changes nothing.

    \b
    workbench import todotxt todo.txt --notes ~/notes --dry-run
    task export | workbench import taskwarrior -
    workbench import icalendar ~/.calendars/work
    """  # noqa: D301
    with plain_errors():
        said = _read(form, path)
        bench = load(notes, store, by, follow=follow)
        _take_in(bench, form, path, said, dry_run=dry_run)


@click.command(cls=Listing)
@filter_argument
@notes_option
@click.option("--diff", "as_diff", is_flag=True, help="Show what would change [the usual].")
@click.option("--json", "as_json", is_flag=True, help="One JSON array, an object a note.")
@click.option("--write", is_flag=True, help="Write it; the originals stay as NAME.orig.")
def apply(
    filter_: tuple[str, ...],
    notes: Path,
    store: Path | None,
    follow: bool,
    as_diff: bool,
    as_json: bool,
    write: bool,
) -> None:
    """Write what was decided into the notes themselves, as `- [x]`.

    Unless --write is given, nothing is changed. The boxes are [ ] pending, [/] doing, [!] blocked,
    [x] done and [-] dropped; a task without a box that is pending gets none. FILTER picks the
    sessions. A task that is written as prose has no place for a box, and is named.

    \b
    workbench apply --notes ~/notes                 what would change, as a diff
    workbench apply --notes ~/notes --write
    """  # noqa: D301
    with plain_errors():
        if as_diff and (as_json or write):
            raise click.UsageError("--diff goes without --json and --write")
        bench, asked = load(notes, store, follow=follow), query(filter_)
        from tui.cli.applying import apply_to

        status = apply_to(bench, asked, write=write, as_json=as_json)
        say_notices(bench)
        sys.exit(status)


# Export ------------------------------------------------------------------------------------


def _outgoing(
    bench: Workbench, asked: Query, *, include_unpublished: bool
) -> tuple[list[Outgoing], int]:
    """Return the tasks to export, each once, and how many are not for others."""
    found: dict[str, Outgoing] = {}
    left_out: set[str] = set()
    for row, task in bench.select_tasks(asked):
        if row.publish is False and not include_unpublished:
            left_out.add(task.id)
        else:
            found.setdefault(task.id, _told(bench, row, task))
    # What one copy of a note withholds another does not give away.
    return [task for task in found.values() if task.id not in left_out], len(left_out)


def _told(bench: Workbench, row: Row, task: Task) -> Outgoing:
    holds = canonical(bench.holds(task))
    decision = bench.decided(task)
    return Outgoing(
        id=task.id,
        text=plain(task.text),
        status=holds.status or "pending",
        due=holds.due or "",
        to=holds.to or "",
        note=holds.note or "",
        session=plain(row.title),
        date=row.date,
        project=plain(row.project),
        labels=tuple(map(plain, row.labels)),
        priority=plain(row.priority),
        path=plain(row.path),
        publish=row.publish,
        decided=_day_of(decision.at) if decision else "",
    )


def _day_of(at: str) -> str:
    """Return the day of a moment in the journal, which others may have written."""
    return at[:10] if is_due(at[:10]) else ""


def _write(
    form: str, tasks: list[Outgoing], left_out: int, to: Path | None, *, force: bool
) -> None:
    format_ = format_of(form)
    if to is None:
        output.print_document(format_.write(tasks, left_out))
        return
    if to.is_dir() and format_.file_name:
        files = {to / format_.file_name(task): format_.write([task], 0).encode() for task in tasks}
    else:
        files = {to: format_.write(tasks, left_out).encode()}
    try:
        put_files(files, force=force)
    except FileExistsError as error:
        fail(f"{error.filename}: is there already; --force replaces it", NOT_READ_OR_WRITTEN)


# Import ------------------------------------------------------------------------------------


def _read(form: str, path: Path) -> list[Incoming]:
    """Read a whole file, or all files of a folder where each task has one of its own."""
    format_ = format_of(form)
    said: list[Incoming] = []
    for each in _files_at(path, format_):
        name = "standard input" if str(each) == "-" else str(each)
        try:
            found = format_.read(text_of(_bytes_of(each)))
        except NotRead as error:
            fail(f"{name}: {error}; nothing was imported", NOT_READ_OR_WRITTEN)
        more = f" of {each.name}" if each != path else ""
        said += [one._replace(place=one.place + more) for one in found]
    return said


def _files_at(path: Path, format_: Format) -> list[Path]:
    if not (format_.file_name and path.is_dir()):
        return [path]
    return sorted(each for each in path.iterdir() if each.suffix == ".ics")


def _bytes_of(path: Path) -> bytes:
    if str(path) == "-":
        data = sys.stdin.buffer.read(_MOST_BYTES + 1)
    else:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise NotRead(f"larger than {_MOST_BYTES >> 20} MB")
    return data


def _take_in(
    bench: Workbench, form: str, path: Path, said: list[Incoming], *, dry_run: bool
) -> None:
    known: _Known = {}
    for row, task in bench.select_tasks(query(())):
        known.setdefault(task.id, (row, task))
    ours, unknown = _match(bench, format_of(form), said, known)
    try:
        once = one_each(ours)
    except NotRead as error:
        fail(f"{path}: {error}; nothing was imported", NOT_READ_OR_WRITTEN)
    changes = {one.id: change(one, bench.holds(known[one.id][1])) for one in once}
    draft = bench.drafts.settings((*known[about], made.setting) for about, made in changes.items())
    if not dry_run:
        bench.decide(draft)
    for decision in draft.decisions:
        output.print_fields(output.told(decision.set), decision.task, decision.text)
    _say_unknown(unknown)
    for about, made in changes.items():
        if made.overruled:
            say(f"{about}: {' and '.join(made.overruled)} was changed here since, too")
    changed = "would change" if dry_run else "changed"
    same = len(once) - len(draft.decisions)
    say(
        f"{_count(len(said), 'task')} read: {len(draft.decisions)} {changed}, {same} as here, "
        f"{len(unknown)} unknown"
    )
    say_notices(bench)
    if not once:
        sys.exit(NOTHING_MATCHED)


def _match(
    bench: Workbench, format_: Format, said: Iterable[Incoming], known: _Known
) -> tuple[list[Incoming], list[Incoming]]:
    """Return what is said of tasks that we know, under the ids they have now, and the rest.

    An export of an earlier version may have ids by the rules of that.
    """
    ours, unknown = [], []
    names: dict[str, str] | None = None
    renewing = Renewing((row.id, task) for row, task in known.values())
    for one in said:
        task = bench.stands_on(renewing.now(one.id, one.text))
        if task not in known and one.id and format_.name_of:
            names = names or {format_.name_of(each): each for each in known}
            task = names.get(one.id, task)
        if task in known:
            ours.append(one._replace(id=task))
        else:
            unknown.append(one)
    return ours, unknown


def _say_unknown(unknown: list[Incoming]) -> None:
    for one in unknown[:_NAMED]:
        say(f"{one.place}: no task here has this id: {_short(one.text)}")
    if len(unknown) > _NAMED:
        say(f"and {len(unknown) - _NAMED:,} more that are not known here")


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' * (number != 1)}"
