"""What the commands that decide print, and `history` and `orphans`, and what they draw on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

import click

from tui.cli import output
from tui.cli.saying import NOTHING_MATCHED, fail, say
from tui.plain import plain, plain_lines
from tui.workbench import (
    TYPED,
    Draft,
    Entry,
    Orphan,
    Past,
    RefusedError,
    Row,
    Setting,
    Task,
    Workbench,
)


def typed_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command an option for each field of a task that is typed."""
    for field, entry in reversed(TYPED.items()):
        option = click.option(
            f"--{field}", metavar=entry.metavar, help=entry.help, callback=partial(_typed, entry)
        )
        command = option(command)
    return command


def _typed(
    entry: Entry, _ctx: click.Context, _param: click.Parameter, text: str | None
) -> str | None:
    """Read what was given as an option; None if nothing was. Bytes of no text are marked."""
    if text is None:
        return None
    try:
        return entry.read(plain_lines(text) if entry.lines else plain(text), date.today())
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def print_again(bench: Workbench, word: str, draft: Draft | None) -> None:
    """Say what undo or redo did: `undone, what is set now, id, text`, a line each.

    Exits with 1 if there was nothing to do, or nothing that might be done.
    """
    if draft is None:
        fail(f"{bench.by} has nothing to {word}", NOTHING_MATCHED)
    for one in draft.decisions:
        did = "undone" if word == "undo" else "redone"
        about = one.text or one.title
        output.print_fields(did, output.told(one.set), bench.stands_on(one.subject), about)
    if draft.kept:
        left = f"{draft.kept} left alone: decided since by someone else"
        if not draft.decisions:
            fail(left, NOTHING_MATCHED)
        say(left)


def reverse(bench: Workbench, start: str) -> None:
    """Set back what held before the one decision whose id begins so, and print it as undo does.

    Exits with 1 if there is no such decision, or nothing left of it to set back.

    Raises:
        click.UsageError: there are several.
    """
    known = (one.decision.id for one in bench.history())
    (id_,) = one_of(start, beginning(start, known), "decision")
    try:
        draft = bench.drafts.reversal(id_)
    except RefusedError as error:
        fail(f"{id_}: {error}", NOTHING_MATCHED)
    bench.decide(draft)
    for one in draft.decisions:
        subject, about = bench.stands_on(one.subject), one.text or one.title
        output.print_fields("reversed", output.told(one.set), subject, about)
    if draft.kept:
        say("a part of it is left alone: decided since by someone else")


def past_of(bench: Workbench, start: str) -> list[Past]:
    """Return the decisions on the one task or session whose id, now or then, begins so.

    Raises:
        click.UsageError: there are several.
    """
    past = bench.history()
    subjects: dict[str, None] = {}
    for one in past:
        ids = (one.subject, one.decision.subject)
        if start in ids:
            subjects = {one.subject: None}
            break
        if start and any(each.startswith(start) for each in ids):
            subjects[one.subject] = None
    else:
        subjects |= {task.id: None for _, task in (bench.find_task(start) if start else [])}
    one_of(start, list(subjects), "task", none="nothing")
    return [one for one in past if one.subject in subjects]


def beginning(start: str, ids: Iterable[str]) -> list[str]:
    """Return the ids that begin so; of one that is it, only that."""
    found = list(dict.fromkeys(each for each in ids if start and each.startswith(start)))
    return [start] if start in found else found


def one_of(start: str, found: list[str], what: str, none: str = "") -> list[str]:
    """Return the ids that were found for the start of one, if there is but one.

    Exits with 1 if there is none.

    Args:
        start: how it begins.
        found: the ids.
        what: what they are of, in a word.
        none: what is said to have no such id; else "no" of them.

    Raises:
        click.UsageError: there are several; says which.
    """
    if not found:
        said = none or f"no {what}"
        fail(f"{start or '(empty)'}: {said} has an id that begins so", NOTHING_MATCHED)
    if len(found) > 1:
        some = ", ".join([*found[:5], *(["…"] if found[5:] else [])])
        raise click.UsageError(f"{start}: {len(found)} {what}s have such an id ({some})")
    return found


def past_objects(bench: Workbench, past: Iterable[Past]) -> Iterator[dict[str, Any]]:
    """Yield decisions as the command line gives them out.

    `decision` is its own id. `id` and `path` are as they are now, or were last; `text`, `session`
    and `date` as they were then. `text` is "" for a session as a whole. `set` and `was` have the
    fields that were set.
    """
    for one in past:
        decision = one.decision
        yield {
            "id": one.subject,
            "text": decision.text,
            "session": decision.title,
            "date": decision.date,
            "path": next(iter(bench.index.cards.paths_of(one.subject)), decision.note),
            "did": _did(one),
            "undone": one.undone,
            "set": _fields(decision.set),
            "was": _fields(decision.was),
            "by": decision.by,
            "at": decision.at,
            "step": decision.step,
            "orphan": bench.is_orphan(one.subject),
            "decision": decision.id,
        }


def print_past(past: Iterable[Past]) -> None:
    """Print decisions as a table, or as `at, by, did, set, id, date, text, decision`."""
    output.print_rows(
        ("at", "by", "did", "set", "id", "date", "text", "decision"),
        ((*past_fields(one), one.decision.id) for one in past),
        short={"id": 8, "at": 16, "decision": 8},
    )


def past_fields(one: Past) -> tuple[str, ...]:
    """Return of a decision what a line says: at, by, did, set, id, date, text."""
    return (
        one.decision.at,
        one.decision.by,
        "undone" if one.undone else _did(one),
        output.told(one.decision.set),
        one.subject,
        one.decision.date,
        one.decision.text or one.decision.title,
    )


def orphan_objects(orphans: Iterable[Orphan]) -> Iterator[dict[str, Any]]:
    """Yield orphans as the command line gives them out; `by` and `at` are of the last decision."""
    for orphan in orphans:
        last = orphan.last
        yield {
            "id": orphan.subject,
            "text": last.text,
            "session": last.title,
            "date": last.date,
            "path": last.note,
            "holds": _fields(orphan.holds),
            "by": last.by,
            "at": last.at,
        }


def print_orphans(orphans: Iterable[Orphan]) -> None:
    """Print orphans as a table, or as `id, holds, date, session, text, by, at, path`."""
    output.print_rows(
        ("id", "holds", "date", "session", "text", "by", "at", "path"),
        (
            (
                orphan.subject,
                output.told(orphan.holds),
                orphan.last.date,
                orphan.last.title,
                orphan.last.text,
                orphan.last.by,
                orphan.last.at,
                orphan.last.note,
            )
            for orphan in orphans
        ),
        short={"id": 8, "at": 16},
    )


def orphans_of(bench: Workbench, starts: Sequence[str], *, archived: bool) -> list[Orphan]:
    """Return the orphans whose ids begin so, or all; archived, or not.

    Raises:
        click.UsageError: several ids begin alike.
    """
    known = {one.subject: one for one in bench.list_orphans() if one.is_archived == archived}
    if not starts:
        return list(known.values())
    chosen: dict[str, Orphan] = {}
    for start in starts:
        (subject,) = one_of(start, beginning(start, known), "orphan")
        chosen[subject] = known[subject]
    return list(chosen.values())


def settle_orphans(
    bench: Workbench, orphans: Sequence[Orphan], onto: tuple[Row, Task] | None
) -> None:
    """Attach orphans to a task, or archive them, and print `what, id, text`, a line each."""
    subjects = [orphan.subject for orphan in orphans]
    try:
        if onto is None:
            draft, did = bench.drafts.archiving(subjects), "archived"
        else:
            draft, did = bench.drafts.attachment(subjects, *onto), f"attached to {onto[1].id}"
    except RefusedError as error:
        raise click.UsageError(str(error)) from error
    bench.decide(draft)
    for orphan in orphans:
        output.print_fields(did, orphan.subject, orphan.last.text or orphan.last.title)


def _did(past: Past) -> str:
    if past.decision.reverses:
        return "reverse"
    if past.decision.undoes:
        return "undo"
    return "redo" if past.decision.redoes else "set"


def _fields(setting: Setting) -> dict[str, Any]:
    return {field: getattr(setting, field) for field in setting.fields}
