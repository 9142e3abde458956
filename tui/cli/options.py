"""What the commands share: arguments that are a filter, options, opening a folder, how they end."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from tui.cli.saying import NOT_READ_OR_WRITTEN, NOTHING_MATCHED, say
from tui.plain import plain
from tui.workbench import FilterError, Query, Workbench, parse_filter


class Listing(click.Command):
    """A command whose arguments are a filter: `-word` is a term of it, not options `-w -o …`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Set the terms of the filter apart from the options."""
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


Command = Callable[..., None]
folder_path = click.Path(path_type=Path)


def filter_argument(command: Command) -> Command:
    """Add the terms of a filter, which a `Listing` sets apart from the options."""
    return click.argument("filter_", metavar="[FILTER]...", nargs=-1, type=click.UNPROCESSED)(
        command
    )


def notes_option(command: Command) -> Command:
    """Add --notes, --store and --follow."""
    return click.option(
        "--notes", default=".", type=folder_path, help="The folder of the notes [current]."
    )(store_option(follow_option(command)))


def follow_option(command: Command) -> Command:
    """Add --follow."""
    return click.option(
        "--follow", is_flag=True, help="Follow symbolic links to folders, and out of the folder."
    )(command)


def store_option(command: Command) -> Command:
    """Add --store."""
    return click.option(
        "--store",
        type=folder_path,
        help="The journal, where it is not FOLDER/.workbench/tasks.jsonl.",
    )(command)


def by_option(command: Command) -> Command:
    """Add --by."""
    return click.option(
        "--by",
        default="",
        metavar="NAME",
        callback=lambda _ctx, _param, name: plain(name).strip(),  # bytes of no text, too
        help="Who decides [git's user.name, else the login].",
    )(command)


def format_options(command: Command) -> Command:
    """Add --json and --jsonl."""
    command = click.option("--jsonl", "form", flag_value="jsonl", help="One object a line.")(
        command
    )
    return click.option("--json", "form", flag_value="json", help="One JSON array.")(command)


def load(folder: Path, store: Path | None, by: str = "", *, follow: bool = False) -> Workbench:
    """Open a folder and read what has changed in it."""
    bench = Workbench(folder, store, by, follow=follow)
    bench.load()
    return bench


def query(words: tuple[str, ...]) -> Query:
    """Return the filter that the arguments of a command are.

    While a filter is typed, `-` or `()` is the beginning of one; here it is all there is, and does
    not mean everything.

    Raises:
        click.UsageError: they are none; shows where.
    """
    text = " ".join(words)
    try:
        asked = parse_filter(text)
    except FilterError as error:
        raise _misread(text, error) from error
    if asked.root is None and text.strip():
        nothing = "it asks for nothing; write a word of what you want"
        raise _misread(text, FilterError(nothing, 0, len(text)))
    return asked


def _misread(text: str, error: FilterError) -> click.UsageError:
    under = " " * error.start + "^" * max(1, error.end - error.start)
    return click.UsageError(f"{error.message}\n  {plain(text)}\n  {under}")


def say_notices(bench: Workbench) -> None:
    """Say on stderr what a reviewer should know about the journal and the index."""
    for notice in bench.notices():
        say(notice)


def finish(bench: Workbench, *, matched: bool) -> None:
    """Say on stderr what could not be read, and exit with the status that says so."""
    failed = [file for file in bench.index.cards.left_out() if file.failed]
    for file in failed:
        say(f"{file.path}: {file.reason}")
    say_notices(bench)
    if failed:
        sys.exit(NOT_READ_OR_WRITTEN)
    if not matched:
        sys.exit(NOTHING_MATCHED)
