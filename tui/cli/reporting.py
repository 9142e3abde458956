"""`workbench report`, `agenda` and `graph`: what leaves the workbench as a document.

What makes documents is imported only inside the commands.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import output
from tui.cli.options import (
    Command,
    Listing,
    filter_argument,
    finish,
    folder_path,
    load,
    notes_option,
    query,
    say_notices,
)
from tui.cli.saying import NOT_READ_OR_WRITTEN, NOTHING_MATCHED, fail, plain_errors, say
from tui.library.filter.dates import FORMS, span_of
from tui.plain import plain
from tui.workbench import Workbench, read_due

if TYPE_CHECKING:
    from tui.reports.facts import Facts


_FORMATS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".csv": "csv",
            ".json": "json"}  # fmt: skip
_USUAL_DAYS = 30
_MOST_IN_AGENDA, _MOST_DRAWN = 20, 40


def _day(_ctx: click.Context, _param: click.Parameter, text: str | None) -> date:
    """Read what was given as --on; today if nothing was."""
    try:
        return date.fromisoformat(read_due(plain(text or "today"), date.today()))
    except ValueError as error:
        raise click.BadParameter(
            f"{text}: no day is written so; write 2026-12-31, today, tomorrow, fri, +3d or +2w"
        ) from error


def _document_options(command: Command) -> Command:
    for option in (
        click.option(
            "--include-unpublished",
            is_flag=True,
            help="Take in, and mark, sessions that say publish: false.",
        ),
        click.option("--force", is_flag=True, help="Replace a file that is there."),
        click.option(
            "--output", "document", type=folder_path, metavar="FILE", help="Where to write."
        ),
        click.option(
            "--on", "today", metavar="DAY", callback=_day, help="The day it is of [today]."
        ),
    ):
        command = option(command)
    return command


@click.command(cls=Listing)
@filter_argument
@notes_option
@_document_options
@click.option(
    "--format",
    "form",
    type=click.Choice(("md", "html", "csv", "json")),
    help="Markdown, a page to read or print, a sheet of tasks, or JSON [by FILE's name, else md].",
)
@click.option(
    "--since",
    metavar="DAY",
    help=f"Where “what was closed” begins: {FORMS} [{_USUAL_DAYS} days before].",
)
def report(
    filter_: tuple[str, ...],
    notes: Path,
    store: Path | None,
    follow: bool,
    document: Path | None,
    force: bool,
    include_unpublished: bool,
    form: str | None,
    since: str | None,
    today: date,
) -> None:
    """Report on the tasks of the sessions that FILTER picks.

    Progress by project and label, what was closed, what is open, oldest first, with links to the
    notes. Sessions that say publish: false are left out, and counted.

    \b
    workbench report --notes ~/notes --output report.html
    workbench report 'label:"data security"' --since 2024-02-01
    workbench report project:Business --format csv --output tasks.csv
    """  # noqa: D301
    with plain_errors():
        form = form or _format_of(document)
        first = _since(since, today) if since else (today - timedelta(_USUAL_DAYS)).isoformat()
        bench, asked = load(notes, store, follow=follow), query(filter_)
        from tui.reports.gather import gather
        from tui.reports.writing import links_from

        facts = gather(
            bench,
            asked,
            asked=" ".join(filter_),
            today=today,
            link=links_from(bench, document),
            include_unpublished=include_unpublished,
        )
        _refuse_nothing(bench, [facts])
        _give(bench, rendered(facts, first, form), document, force=force, form=form)
        _say_left_out(len(facts.left_out))
        finish(bench, matched=True)


def rendered(facts: "Facts", since: str, form: str) -> str:
    """Return a report in a format: md, html, csv or json."""
    from tui.reports.progress import report_of

    if form == "csv":
        from tui.reports import sheet

        return sheet.tasks(facts)
    found = report_of(facts, since)
    if form == "html":
        from tui.reports import html

        return html.report(found)
    from tui.reports import markdown, objects

    return objects.report(found) if form == "json" else markdown.report(found)


@click.command(cls=Listing)
@click.argument("others", metavar="[FILTER]", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--between", "between", metavar="FILTER", multiple=True, help="Who meets: one filter, or two."
)
@notes_option
@_document_options
@click.option(
    "--format",
    "form",
    type=click.Choice(("md", "html", "json")),
    help="Markdown, a page to read or print, or JSON [by FILE's name, else md].",
)
@click.option(
    "--since",
    metavar="DAY",
    help="The day of the last meeting [that of the last session that both have].",
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=_MOST_IN_AGENDA,
    help=f"How many tasks to name under a heading [{_MOST_IN_AGENDA}].",
)
def agenda(
    others: tuple[str, ...],
    between: tuple[str, ...],
    notes: Path,
    store: Path | None,
    follow: bool,
    document: Path | None,
    force: bool,
    include_unpublished: bool,
    form: str | None,
    since: str | None,
    most: int,
    today: date,
) -> None:
    """Write the agenda of a meeting of one or two parties, each a filter.

    Open tasks that both have, then each one's own, blocked ones first, then the oldest; what was
    decided since they last met; room for minutes.

    \b
    workbench agenda --between 'project:Business' 'label:"Data Security"'
    workbench agenda --between label:Budget --on fri --output agenda.html
    """  # noqa: D301
    with plain_errors():
        asked = (*between, *others)
        if not 1 <= len(asked) <= 2 or not all(one.strip() for one in asked):
            raise click.UsageError("name one party, or two: --between FILTER [FILTER]")
        form = form or _format_of(document)
        if form == "csv":
            raise click.UsageError("an agenda is written as md, html or json")
        first = _since(since, today) if since else ""
        queries = [query((one,)) for one in asked]
        bench = load(notes, store, follow=follow)
        from tui.reports import markdown
        from tui.reports.agenda import Party, agenda_of
        from tui.reports.gather import changes, gather
        from tui.reports.writing import links_from

        link = links_from(bench, document)
        parties = [
            Party(
                _name_of(one),
                plain(one),
                gather(
                    bench,
                    each,
                    asked=one,
                    today=today,
                    link=link,
                    include_unpublished=include_unpublished,
                ),
            )
            for one, each in zip(asked, queries, strict=True)
        ]
        _refuse_nothing(bench, [party.facts for party in parties])
        found = agenda_of(parties, since=first, most=most, changes_since=partial(changes, bench))
        if form == "html":
            from tui.reports import html

            text = html.agenda(found)
        elif form == "json":
            from tui.reports import objects

            text = objects.agenda(found)
        else:
            text = markdown.agenda(found)
        _give(bench, text, document, force=force, form=form)
        _say_left_out(found.left_out)
        finish(bench, matched=True)


@click.command(cls=Listing)
@filter_argument
@notes_option
@_document_options
@click.option(
    "--of",
    "kind",
    type=click.Choice(("labels", "sessions", "people")),
    default="labels",
    help="Projects and labels; sessions with theirs; people and their open tasks [labels].",
)
@click.option("--svg", "as_svg", is_flag=True, help="Draw it, where Graphviz (dot) is installed.")
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=_MOST_DRAWN,
    help=f"How many labels, sessions or tasks to draw [{_MOST_DRAWN}].",
)
def graph(
    filter_: tuple[str, ...],
    notes: Path,
    store: Path | None,
    follow: bool,
    document: Path | None,
    force: bool,
    include_unpublished: bool,
    kind: str,
    as_svg: bool,
    most: int,
    today: date,
) -> None:
    """Write a graph for Graphviz (DOT) of the sessions that FILTER picks.

    An edge weighs as much as its two ends share sessions.

    \b
    workbench graph --notes ~/notes --svg --output labels.svg
    workbench graph --of people is:open > people.dot
    workbench graph --of sessions on:2024-02 | sfdp -Tpdf -o february.pdf
    """  # noqa: D301
    with plain_errors():
        as_svg = as_svg or (document is not None and document.suffix.lower() == ".svg")
        bench, asked = load(notes, store, follow=follow), query(filter_)
        from tui.reports.gather import gather
        from tui.reports.graph import NoGraphvizError, drawn, kind_of, picture

        facts = gather(
            bench,
            asked,
            asked=" ".join(filter_),
            today=today,
            link=lambda _: "",
            include_unpublished=include_unpublished,
        )
        _refuse_nothing(bench, [facts])
        found = drawn(facts, kind_of(kind), most)
        try:
            text = picture(found) if as_svg else found.source
        except NoGraphvizError as error:
            say_notices(bench)
            fail(str(error), NOT_READ_OR_WRITTEN)
        _give(bench, text, document, force=force)
        _say_left_out(len(facts.left_out))
        finish(bench, matched=True)


def _since(text: str, today: date) -> str:
    span = span_of(plain(text), today)
    if span is None:
        raise click.BadParameter(
            f"{text}: no day is written so; write {FORMS}", param_hint="'--since'"
        )
    return span.first


def _format_of(document: Path | None) -> str:
    return _FORMATS.get(document.suffix.lower(), "md") if document else "md"


def _name_of(asked: str) -> str:
    """What a party goes by: the one value that its filter asks for, else the filter."""
    text = plain(asked).strip()
    _, colon, value = text.partition(":")
    value = value.strip('"')
    is_one = colon and value and not set(value) & set('":()') and (" " not in value or '"' in text)
    return value if is_one else text


def _refuse_nothing(bench: Workbench, facts: "Iterable[Facts]") -> None:
    """Without a session there is no document, and no file is touched."""
    found = list(facts)
    if any(one.sessions for one in found):
        return
    say_notices(bench)
    left_out = len(frozenset[str]().union(*(one.left_out for one in found)))
    if left_out:
        sessions = "the one session says" if left_out == 1 else f"all {left_out:,} sessions say"
        fail(
            f"nothing to write, for {sessions} publish: false (--include-unpublished takes them)",
            NOTHING_MATCHED,
        )
    fail("nothing to write, for no session matches", NOTHING_MATCHED)


def _say_left_out(number: int) -> None:
    if number:
        sessions = "1 session that says" if number == 1 else f"{number:,} sessions that say"
        say(f"left out: {sessions} publish: false (--include-unpublished takes them)")


def _give(
    bench: Workbench, text: str, document: Path | None, *, force: bool, form: str = ""
) -> None:
    """Write a document where it is wanted, or say why not and end."""
    if document is None:
        output.print_document(text)
        return
    from tui.reports.writing import DocumentError, DocumentThereError, write_document

    if form == "csv":
        text = f"\ufeff{text}"  # without this mark, Excel takes UTF-8 for an 8-bit table
    try:
        write_document(bench, document, text, force=force)
    except DocumentError as error:
        say_notices(bench)
        more = ", or replace it with --force" if isinstance(error, DocumentThereError) else ""
        fail(f"{error}{more}", NOT_READ_OR_WRITTEN)
