"""All commands; the room of each is entered only when it is asked for."""

import gc
import io
import os
import sys
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from tui import __version__
from tui.cli.calls import COMPLETING, PLACES
from tui.cli.saying import INTERRUPTED
from tui.plain import plain_lines

_HELP = """Read a folder of session notes, and tick off what is still pending.

\b
  workbench                        open the notes in the current folder
  workbench ~/notes                open the notes in a folder
  workbench tasks is:pending       list what is still pending
  workbench sessions 'project:Dev label:"data security"' --json
  workbench done 3f2a              tick a task off (any unique start of its id)
  workbench set 3f2a --due fri --to Eva
  workbench undo                   take your last step back
  workbench reverse 5b7e           set back one decision of `workbench history`, anybody's
  workbench show ~/notes/2024-02-13_Meeting.md
  workbench report --output report.html
  workbench heal ~/notes           show what healing would change in the files
  workbench export todotxt         write the tasks for another tool; `import` takes them back
  workbench apply                  show which boxes (`- [x]`) it would set in the notes

Decisions are kept in .workbench/tasks.jsonl inside the notes folder; the notes themselves are
never changed, but by `workbench heal --write` and `workbench apply --write`.
"""


class _Commands(click.Group):
    """Commands by name; `workbench FOLDER` is `workbench open FOLDER`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, from its room."""
        if cmd_name not in PLACES:
            return None
        room, name = PLACES[cmd_name]
        command: click.Command = getattr(import_module(f"tui.cli.{room}"), name)
        if room != "opening":  # the workbench does so once its first frame stands
            gc.freeze()
            gc.enable()
        if COMPLETING in os.environ:
            from tui.cli.completing import complete

            complete(command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take what is no command for a folder."""
        if ctx.resilient_parsing and not args:  # a shell asks what may come first
            return super().parse_args(ctx, args)
        known = args and (args[0] in PLACES or args[0] in {"--help", "-h", "--version"})
        return super().parse_args(ctx, args if known else ["open", *args])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Offer folders, and the commands."""
        folders: CompletionItem[str] = CompletionItem(incomplete, type="dir")
        return [folders, *super().shell_complete(ctx, incomplete)]


@click.group(
    cls=_Commands,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=False,
)
@click.version_option(__version__, prog_name="workbench")
def workbench() -> None:
    """The group of all commands."""


def run() -> None:
    """Run what the command line asks for, and end with its exit status."""
    if COMPLETING in os.environ:
        from tui.cli.completing import prepare

        prepare()
    try:
        sys.exit(workbench.main(prog_name="workbench", standalone_mode=False))
    except click.ClickException as error:
        said = io.StringIO()
        error.show(said)
        click.echo(plain_lines(said.getvalue()), err=True, nl=False)  # it may quote a file name
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(INTERRUPTED)
