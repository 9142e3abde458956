"""A report on what is listed, written to a file that is asked for."""

import asyncio
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from textual.screen import Screen

from tui.plain import plain
from tui.ui.cells import counted, fit
from tui.ui.desk import Work
from tui.ui.screens.ask import AskScreen
from tui.workbench import Workbench

_MOST_LETTERS = 1000
_SINCE_DAYS = 30


def ask_for_report(
    screen: Screen[None], bench: Workbench, asked: str, include_unpublished: bool
) -> None:
    """Ask for a file, write the report there in a thread, and say how that went.

    In a browser none is written: the file would lie on another machine than the reader may think.

    Args:
        screen: where to ask, and to say it.
        bench: the workbench to report on.
        asked: the filter that picks the sessions.
        include_unpublished: whether sessions that say `publish: false` are in it.
    """
    if screen.app.is_web:
        said = "A report is a file where the workbench runs, not in a browser: `workbench report`."
        screen.notify(said, severity="warning", markup=False)
        return
    today = date.today()

    async def write(document: Path) -> None:
        said, is_written = await asyncio.to_thread(
            _write, bench, document, asked, today, include_unpublished
        )
        screen.notify(
            plain(said), severity="information" if is_written else "error", markup=False, timeout=10
        )

    def answered(name: str | None) -> None:
        if name:
            writing: Work = partial(write, Path(name).expanduser())
            screen.run_worker(writing, group="report")

    about = fit(asked or "all sessions", 44).rstrip()
    name = f"report-{today.isoformat()}.html"
    screen.app.push_screen(
        AskScreen("Write the report to", plain(about), name, _MOST_LETTERS), answered
    )


def _write(
    bench: Workbench, document: Path, asked: str, today: date, include_unpublished: bool
) -> tuple[str, bool]:
    """Write the report; returns what to say of it, and whether it is written."""
    from tui.reports import html
    from tui.reports.gather import gather
    from tui.reports.progress import report_of
    from tui.reports.writing import DocumentError, links_from, write_document
    from tui.workbench import parse_filter

    try:
        facts = gather(
            bench,
            parse_filter(asked),
            asked=asked,
            today=today,
            link=links_from(bench, document),
            include_unpublished=include_unpublished,
        )
        left_out = counted(len(facts.left_out), "unpublished session")
        if not facts.sessions:
            return f"Nothing to report; {left_out} left out.", False
        report = html.report(report_of(facts, (today - timedelta(_SINCE_DAYS)).isoformat()))
        write_document(bench, document, report)
    except DocumentError as error:
        return str(error), False
    return f"{document.absolute()} is written; {left_out} left out.", True
