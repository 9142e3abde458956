"""Drawing one note: the detail pane beside two Markdown renderers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from io import StringIO
from time import perf_counter

from rich.console import Console
from rich.markdown import Markdown as RichMarkdown
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Markdown

from benchmarks.figures import Goal, Row, Sample
from benchmarks.generate import notes
from tui.notes import NotASession, read_note
from tui.resources import stylesheet
from tui.ui.document import document
from tui.ui.glyphs import UNICODE
from tui.ui.widgets.detail import Detail

WIDTH = 90
"""Columns the note is drawn in."""
HEIGHT = 50


def draw(runs: int) -> Iterator[Row]:
    """One note in the detail pane, beside Rich's Markdown and Textual's Markdown widget.

    Args:
        runs: How often.

    Yields:
        A row for each of the two.
    """
    yield from asyncio.run(_draw(runs))


class DrawingScreen(Screen[None]):
    """The detail pane and Textual's Markdown widget, side by side, each `WIDTH` columns wide."""

    CSS = f"Detail, Markdown {{ width: {WIDTH}; height: {HEIGHT}; }}"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Detail()
            yield Markdown()


class DrawingApp(App[None]):
    """Draws notes on one screen, styled as the workbench is."""

    CSS_PATH = stylesheet()

    def get_default_screen(self) -> DrawingScreen:
        return DrawingScreen()

    async def draw_one_note(self, path: str, data: bytes) -> None:
        """Show a note in the detail pane, from its bytes on; return when it is drawn.

        Without a terminal Textual lays out and paints nothing; so the lines in view are painted
        here, which for its own Markdown is left out.

        Args:
            path: The note's place in its folder.
            data: Its bytes.
        """
        session = read_note(path, data)
        assert not isinstance(session, NotASession)
        detail = self.screen.query_one(Detail)
        detail.show(document(session, UNICODE))
        await self._drawn()
        detail.render_lines(detail.size.region)

    async def draw_with_textual(self, text: str) -> None:
        """Show Markdown in Textual's widget; return when it is drawn.

        Args:
            text: The Markdown.
        """
        await self.screen.query_one(Markdown).update(text)
        await self._drawn()

    async def _drawn(self) -> None:
        drawn = asyncio.Event()
        self.call_after_refresh(drawn.set)
        await drawn.wait()


async def draw_with_rich(text: str) -> None:
    """Draw Markdown with Rich, as lines of `WIDTH` columns.

    Args:
        text: The Markdown.
    """
    console = Console(width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.render_lines(RichMarkdown(text))


async def _draw(runs: int) -> list[Row]:
    # Two notes in turn, so that no renderer finds its work done.
    pair = [(made, made.text.split("---\n", 2)[2]) for made in notes(2, clean=True)]
    detail: list[float] = []
    rich: list[float] = []
    widget: list[float] = []
    app = DrawingApp()
    async with app.run_test(size=(2 * WIDTH, HEIGHT)) as pilot:
        for run in range(runs + 1):
            note, body = pair[run % 2]
            for taken, work in (
                (detail, app.draw_one_note(note.path.as_posix(), note.data)),
                (rich, draw_with_rich(body)),
                (widget, app.draw_with_textual(body)),
            ):
                await pilot.pause()
                began = perf_counter()
                await work
                taken.append(perf_counter() - began)
    ours, lines, mounted = (Sample.of_seconds(taken[1:]) for taken in (detail, rich, widget))
    return [
        Row("drawing one note", ours, "Rich's Markdown, lines only", lines, Goal(30, "ms")),
        Row("drawing one note", ours, "Textual's Markdown widget", mounted),
    ]
