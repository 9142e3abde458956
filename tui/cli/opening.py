"""`workbench open`: the workbench on a folder. Textual is imported here, and nowhere before."""

import sys
from pathlib import Path

import click

from tui.cli.hangup import end_with_terminal
from tui.cli.heap import keep_heap_small
from tui.cli.options import by_option, folder_path, follow_option, store_option
from tui.cli.saying import plain_errors
from tui.workbench import Workbench


@click.command("open")
@click.argument("folder", default=".", type=folder_path)
@store_option
@by_option
@follow_option
@click.option("--ascii", "only_ascii", is_flag=True, help="Draw with ASCII characters only.")
@click.option("--read-only", is_flag=True, help="Show everything, and decide nothing.")
@click.option("--served", is_flag=True, hidden=True)
def open_(
    folder: Path,
    store: Path | None,
    by: str,
    follow: bool,
    only_ascii: bool,
    read_only: bool,
    served: bool,
) -> None:
    """Open the workbench on FOLDER (the current one, if none is named).

    A folder that has the name of a command is opened as ./NAME. Keys are told by `?`; what you
    decide is kept in the journal, and the notes stay as they are.

    \b
    workbench open ~/notes
    workbench ~/notes --by Eva --ascii
    """  # noqa: D301
    with plain_errors():
        bench = Workbench(folder, store, by, follow=follow, read_only=read_only)
        if not (served or (sys.stdin.isatty() and sys.stdout.isatty())):
            raise click.UsageError(
                "the workbench needs a terminal; `workbench tasks` and `workbench sessions` do not"
            )
        bench.begin_reading()
        keep_heap_small()
        bench.begin_recalling()
        from tui.ui.app import WorkbenchApp

        if not served:
            end_with_terminal()
        WorkbenchApp(bench, only_ascii=only_ascii).run()
