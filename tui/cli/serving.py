"""`workbench serve`: the workbench in a browser.

What serves is imported only inside the command; it comes with the extra `web`.
"""

import os
import shlex
import sys
from pathlib import Path

import click

from tui.cli import output
from tui.cli.options import by_option, follow_option, store_option
from tui.cli.saying import NOT_READ_OR_WRITTEN, fail, plain_errors, say
from tui.workbench import Workbench


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--port", default=8000, type=click.IntRange(0, 65535), help="The port [8000].")
@click.option("--host", default="127.0.0.1", help="The address to listen at [127.0.0.1].")
@click.option("--read-only", is_flag=True, help="Show everything, and decide nothing.")
@store_option
@by_option
@follow_option
def serve(
    folder: Path,
    port: int,
    host: str,
    read_only: bool,
    store: Path | None,
    by: str,
    follow: bool,
) -> None:
    """Open the workbench on FOLDER in a browser; prints the link, and serves until ctrl+c.

    Whoever has the link is let in, and decides in your name, or in that of --by. Only programs on
    this machine reach it, unless --host says otherwise; what is sent is not encrypted. No editor
    and no link is opened from the browser.

    \b
    workbench serve ~/notes
    workbench serve ~/notes --port 9000 --read-only
    """  # noqa: D301
    with plain_errors():
        try:
            from tui import web
        except ModuleNotFoundError as error:
            fail(
                f"serving needs {error.name}, which comes with the extra web: "
                "pip install 'session-workbench[web]'",
                NOT_READ_OR_WRITTEN,
            )
        bench = Workbench(folder, store, by, follow=follow)
        try:
            door = web.open_door(host, port)
        except OSError as error:
            # socket says more than the system, at length; names that are not found have no number
            number = error.errno or 0
            why = os.strerror(number) if number > 0 else error.strerror
            fail(f"{host}, port {port} cannot be had ({why}); try another", NOT_READ_OR_WRITTEN)
        if not door.is_loopback:
            say(
                f"others reach {host}: whoever has the link reads your notes"
                f"{'' if read_only else ' and decides in your name'}, and what is sent is not "
                "encrypted"
            )
        options = {"--store": bench.store if store else None, "--by": by}
        told = [part for name, value in options.items() if value for part in (name, str(value))]
        flags = [*(["--follow"] if follow else []), *(["--read-only"] if read_only else [])]
        command = [sys.executable, "-m", "tui", "open", str(bench.folder), "--served"]
        whole = shlex.join([*command, *told, *flags])
        web.serve(door, whole, lambda: output.print_fields(door.link))
