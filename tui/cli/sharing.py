"""`workbench share`: letting git carry the decisions of several reviewers.

What asks git is imported only inside the commands.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tui.cli import decisions, output
from tui.cli.options import finish, format_options, load, notes_option
from tui.cli.saying import NOT_READ_OR_WRITTEN, fail, plain_errors, say
from tui.workbench import Past, Workbench

if TYPE_CHECKING:
    from tui.sharing import Repository, Since


@click.group("share", context_settings={"help_option_names": ["-h", "--help"]})
def share() -> None:
    """Share decisions with other reviewers, by git.

    Everyone has a clone of the notes with the journal in it, and commits, pulls and pushes with
    git. Nothing here commits, merges or changes what git has.

    \b
    workbench share init --notes ~/notes
    workbench share status --notes ~/notes
    """  # noqa: D301


@share.command()
@notes_option
def init(notes: Path, store: Path | None, follow: bool) -> None:
    """Have git merge the journal line by line, so that no two reviewers ever meet in a conflict.

    Adds what is missing to .gitattributes and .gitignore in the folder of the notes, begins an
    empty journal if there is none, and says what it added and why. What stands there stays.
    Commit all three then, before others clone or pull.

    \b
    workbench share init --notes ~/notes
    """  # noqa: D301
    with plain_errors():
        from tui.sharing import RepositoryError, share as share_journal

        bench = Workbench(notes, store, follow=follow)
        try:
            added = share_journal(bench.store, bench.folder)
        except RepositoryError as error:
            fail(str(error), NOT_READ_OR_WRITTEN)
        for rule in added:
            output.print_fields("added", str(rule.file), rule.line, rule.why)
        if added:
            say(f"commit .gitattributes, .gitignore and the journal with git: {bench.store}")
        else:
            say("git merges the journal line by line already; nothing was added")


@share.command()
@notes_option
@format_options
def status(notes: Path, store: Path | None, follow: bool, form: str | None) -> None:
    """List who decided what since the last pull, newest first.

    That is what came with it, and what was decided here since. In a pipe: where it is
    (uncommitted, unpushed, or shared: the branch that you pull from has it; without such a branch
    committed), when, who, what was done, what was set, id, the session's date, text.

    \b
    workbench share status --notes ~/notes
    workbench share status --notes ~/notes --json
    """  # noqa: D301
    with plain_errors():
        from tui.sharing import RepositoryError, repository_of

        bench = load(notes, store, follow=follow)
        try:
            news = _news(bench, repository_of(bench.store, bench.folder))
        except RepositoryError as error:
            fail(str(error), NOT_READ_OR_WRITTEN)
        if form:
            output.print_json(_objects(bench, news), form)
        else:
            _print(news)
        _say_summary(news)
        finish(bench, matched=bool(news.past))


class _News(NamedTuple):
    """What was decided since a moment, newest first, and where in git each decision is."""

    since: "Since | None"
    past: list[Past]
    where: dict[str, str]


def _news(bench: Workbench, repository: "Repository") -> _News:
    since = repository.last_pull()
    known = repository.decided_at(since.commit) if since and since.commit else None
    committed = repository.decided_at("HEAD") or frozenset()
    shared = repository.decided_at("@{upstream}")
    past = [one for one in bench.history() if one.decision.id not in (known or ())]
    where = {}
    for one in past:
        id_ = one.decision.id
        if id_ not in committed:
            where[id_] = "uncommitted"
        elif shared is None:
            where[id_] = "committed"
        else:
            where[id_] = "shared" if id_ in shared else "unpushed"
    return _News(since, past, where)


def _objects(bench: Workbench, news: _News) -> Iterator[dict[str, Any]]:
    for one, found in zip(news.past, decisions.past_objects(bench, news.past), strict=True):
        yield {**found, "where": news.where[one.decision.id]}


def _print(news: _News) -> None:
    output.print_rows(
        ("where", "at", "by", "did", "set", "id", "date", "text"),
        ((news.where[one.decision.id], *decisions.past_fields(one)) for one in news.past),
        short={"id": 8, "at": 16},
    )


def _say_summary(news: _News) -> None:
    if news.since is None:
        since = "since the journal began (nothing was ever pulled here)"
    else:
        when = datetime.fromtimestamp(news.since.when).astimezone().isoformat(" ", "minutes")
        since = f"since the {news.since.how} of {when}"
    who = Counter(one.decision.by for one in news.past)
    told = [f"{by} {count}" for by, count in who.most_common()]
    left = Counter(news.where.values())
    waiting = [f"{left[where]} {where}" for where in ("uncommitted", "unpushed") if left[where]]
    say("; ".join([f"{since}: {', '.join(told) or 'no decisions'}", *waiting]))
