"""`workbench open`: the workbench on a folder, with all that can be said about how."""

from pathlib import Path

import click

from tui.cli.entering import enter
from tui.cli.options import by_option, folder_path, follow_option, store_option


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
    enter(
        folder,
        store,
        by,
        follow=follow,
        only_ascii=only_ascii,
        read_only=read_only,
        is_served=served,
    )
