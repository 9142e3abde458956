"""What decides: `workbench done`, `set`, `undo`, `reverse` and the like, `history`, `orphans`."""

from pathlib import Path
from typing import get_args

import click

from tui.cli import decisions, output
from tui.cli.options import (
    by_option,
    finish,
    format_options,
    load,
    notes_option,
    say_notices,
)
from tui.cli.saying import plain_errors
from tui.workbench import OF_TASKS, TYPED, Draft, Row, Setting, Status, Task, Workbench, setting_of


def _deciding(name: str, status: Status, help_: str) -> click.Command:
    """Return a command that gives tasks a status."""

    @click.command(name, help=help_)
    @click.argument("ids", metavar="ID...", nargs=-1, required=True)
    @notes_option
    @by_option
    def decide(
        ids: tuple[str, ...], notes: Path, store: Path | None, follow: bool, by: str
    ) -> None:
        with plain_errors():
            bench = load(notes, store, by, follow=follow)
            chosen = _find_tasks(bench, ids)
            draft = bench.drafts.setting(chosen, Setting(status=status))
            if draft.decisions:
                bench.decide(draft)
            for _, task in chosen:
                output.print_fields(status, task.id, task.text)
            say_notices(bench)

    return decide


_SAYS = """{} by id or by the start of an id.

All of them are one step, which `workbench undo` takes back. A line each says status, id, text.

\b
workbench {} 3f2a 91c0 --notes ~/notes
"""
done = _deciding("done", "done", _SAYS.format("Tick tasks off,", "done"))
reopen = _deciding("reopen", "pending", _SAYS.format("Make tasks pending again,", "reopen"))
drop = _deciding("drop", "dropped", _SAYS.format("Drop tasks that will not be done,", "drop"))


@click.command("set")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--status", type=click.Choice(get_args(Status)), help="What has become of it.")
@decisions.typed_options
@notes_option
@by_option
def set_(
    ids: tuple[str, ...],
    status: Status | None,
    notes: Path,
    store: Path | None,
    follow: bool,
    by: str,
    **typed: str | None,
) -> None:
    """Set something of tasks, by id or by the start of an id, as one step.

    An empty DAY, NAME or TEXT takes away what was set. A line each says what holds now, id, text.

    \b
    workbench set 3f2a --due fri --to Eva
    workbench set 3f2a 91c0 --status blocked --note "Ask the ministry first."
    workbench set 3f2a --due none --note ""
    """  # noqa: D301
    with plain_errors():
        setting = setting_of({"status": status, **{field: typed[field] for field in TYPED}})
        if not setting.fields:
            *some, last = (f"--{field}" for field in OF_TASKS)
            raise click.UsageError(f"say what to set: {', '.join(some)} or {last}")
        bench = load(notes, store, by, follow=follow)
        chosen = _find_tasks(bench, ids)
        bench.decide(bench.drafts.setting(chosen, setting))
        for _, task in chosen:
            output.print_fields(output.told(setting), task.id, task.text)
        say_notices(bench)


@click.command()
@notes_option
@by_option
def undo(notes: Path, store: Path | None, follow: bool, by: str) -> None:
    """Take your last step back, and say what that was; again for the one before.

    What someone else decided since is left alone, and that is said.

    \b
    workbench undo --notes ~/notes
    """  # noqa: D301
    with plain_errors():
        bench = load(notes, store, by, follow=follow)
        _decide_again(bench, "undo", bench.drafts.undo())


@click.command()
@notes_option
@by_option
def redo(notes: Path, store: Path | None, follow: bool, by: str) -> None:
    """Take up again the step that was undone last, and say what that was.

    \b
    workbench redo --notes ~/notes
    """  # noqa: D301
    with plain_errors():
        bench = load(notes, store, by, follow=follow)
        _decide_again(bench, "redo", bench.drafts.redo())


@click.command()
@click.argument("start", metavar="DECISION")
@notes_option
@by_option
def reverse(start: str, notes: Path, store: Path | None, follow: bool, by: str) -> None:
    """Set back what held before a decision, anybody's, by its id or the start of it.

    It is a step of your own, which `workbench undo` takes back. What someone has decided on since
    is left alone. `workbench history` shows the ids, in its last column.

    \b
    workbench reverse 5b7e --notes ~/notes
    """  # noqa: D301
    with plain_errors():
        bench = load(notes, store, by, follow=follow)
        decisions.reverse(bench, start)
        say_notices(bench)


@click.command()
@click.argument("id_", metavar="[ID]", required=False)
@notes_option
@format_options
def history(
    id_: str | None, notes: Path, store: Path | None, follow: bool, form: str | None
) -> None:
    """List every decision, newest first; of one task, by the start of its id.

    In a pipe: when, who, what was done (set, undo, redo, reverse; undone: taken back), what was
    set, id, the session's date, text, the decision's own id (for `workbench reverse`).

    \b
    workbench history --notes ~/notes
    workbench history 3f2a --json
    """  # noqa: D301
    with plain_errors():
        bench = load(notes, store, follow=follow)
        past = bench.history() if id_ is None else decisions.past_of(bench, id_)
        if form:
            output.print_json(decisions.past_objects(bench, past), form)
        else:
            decisions.print_past(past)
        finish(bench, matched=bool(past))


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--attach", metavar="TASK", help="Decide that they are this task, by its id.")
@click.option("--archive", is_flag=True, help="Decide that nobody need look for them.")
@click.option("--archived", is_flag=True, help="List those that are archived.")
@notes_option
@by_option
@format_options
def orphans(
    ids: tuple[str, ...],
    attach: str | None,
    archive: bool,
    archived: bool,
    notes: Path,
    store: Path | None,
    follow: bool,
    by: str,
    form: str | None,
) -> None:
    """List what was decided on and is in no note any more, the newest decision first.

    In a pipe: id, what holds, date, session, text, who decided last, when, path. With --attach or
    --archive, decide on those with an ID that begins so, as one step.

    \b
    workbench orphans --notes ~/notes
    workbench orphans 19a1 --attach 3f2a        19a1 is what 3f2a is now
    workbench orphans 9990 --archive            nobody need look for it
    workbench orphans --archived --jsonl
    """  # noqa: D301
    with plain_errors():
        if (attach is not None) + archive + archived > 1:
            raise click.UsageError("--attach, --archive and --archived go one without the other")
        if (archive or attach is not None) and (form or not ids):
            raise click.UsageError("--attach and --archive want an ID, and go without --json")
        bench = load(notes, store, by, follow=follow)
        found = decisions.orphans_of(bench, ids, archived=archived)
        if archive or attach is not None:
            pair = None if attach is None else _find_tasks(bench, (attach,))[0]
            decisions.settle_orphans(bench, found, pair)
            say_notices(bench)
            return
        if form:
            output.print_json(decisions.orphan_objects(found), form)
        else:
            decisions.print_orphans(found)
        finish(bench, matched=bool(found))


def _find_tasks(bench: Workbench, ids: tuple[str, ...]) -> list[tuple[Row, Task]]:
    """Find every task before any is decided on: all or nothing."""
    chosen: dict[str, tuple[Row, Task]] = {}
    for prefix in ids:
        found = bench.find_task(prefix) if prefix else []
        decisions.one_of(prefix, [task.id for _, task in found], "task")
        chosen.update((task.id, (row, task)) for row, task in found)
    return list(chosen.values())


def _decide_again(bench: Workbench, word: str, draft: Draft | None) -> None:
    if draft:
        bench.decide(draft)
    say_notices(bench)
    decisions.print_again(bench, word, draft)
