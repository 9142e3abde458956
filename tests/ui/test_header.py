"""What the line at the top says, and what it leaves out where there is little room."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.app import App, ComposeResult

from tests.samples import note
from tests.test_deciding import opened, put
from tests.ui.conftest import Open
from tests.ui.driver import on_top
from tui.ui.glyphs import ASCII, UNICODE
from tui.ui.screens.page import TextScreen
from tui.ui.widgets.header import Header, HeaderFacts

FACTS = HeaderFacts("notes", 2129, 3760, closed=1246, dropped=12)
LOST = "12 decided tasks in no note any more (O)"


async def said(facts: HeaderFacts, width: int, *, only_ascii: bool = False) -> str:
    """What the header says in so many columns."""

    class Shown(App[None]):
        def compose(self) -> ComposeResult:
            yield Header(ASCII if only_ascii else UNICODE, "tasks")

    app = Shown()
    async with app.run_test(size=(width, 3)):
        header = app.query_one(Header)
        header.show(facts)
        strip = header.render_line(0)
        assert strip.cell_length == width
        return strip.text


@pytest.mark.parametrize(
    ("width", "closed"),
    [
        (160, "1,234 done · 12 dropped ▰▰▰▱▱▱▱▱▱▱  33%"),
        (80, "1,246 closed ▰▰▰▱▱▱▱▱▱▱  33%"),
        (64, "1,246 closed "),
    ],
)
async def test_what_is_dropped_is_not_called_done(width: int, closed: str) -> None:
    assert (await said(FACTS, width)).rstrip().endswith(closed.rstrip())


async def test_where_nothing_is_dropped_closed_is_done() -> None:
    facts = replace(FACTS, dropped=0)
    assert (await said(facts, 160)).rstrip().endswith("1,246 done ▰▰▰▱▱▱▱▱▱▱  33%")
    assert "closed" not in await said(facts, 64)


@pytest.mark.parametrize("width", [160, 80, 60, 40, 20])
async def test_a_notice_is_said_whole_or_ends_in_the_key_that_shows_it(width: int) -> None:
    facts = replace(FACTS, notice=LOST, key="p")
    line = await said(facts, width)
    assert LOST in line or " (p)" in line
    assert LOST in await said(facts, 160)


async def test_a_notice_comes_before_the_bar_and_the_folder() -> None:
    few = HeaderFacts("a folder with a long name", 3, 6, notice="words of 3 more to come", key="p")
    line = await said(few, 80)
    assert "words of 3 more to come" in line
    assert "6 tasks" in line


@pytest.mark.parametrize("width", [160, 80])
@pytest.mark.parametrize("only_ascii", [False, True])
async def test_of_several_notices_it_says_how_many_more_there_are(
    width: int, only_ascii: bool
) -> None:
    facts = replace(FACTS, notice="The journal cannot be written. " * 9, more=2, key="p")
    assert " +2 (p)" in await said(facts, width, only_ascii=only_ascii)


async def test_the_page_says_all_that_the_header_does(open_workbench: Open, notes: Path) -> None:
    kept = notes / "kept.md"
    kept.write_text(note("Feed the cat.", title="Kept", day="2024-02-15"))
    bench = opened(notes, "Eva")
    put(bench, "Feed the cat.", status="done")
    with bench.store.open("a") as lines:
        lines.write("what is no decision\n")
    kept.unlink()
    async with open_workbench(size=(80, 24)) as at:
        assert " +1 (p)" in at.shown.split("\n")[0]
        await at.press("p")
        assert isinstance(on_top(at), TextScreen)
        assert "1decidedtaskinnonoteanymore(O)" in at.page
        assert "tasks.jsonl" in at.page
