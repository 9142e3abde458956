"""When something is drawn: not before it holds, and no more often than that."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from tests.ui.conftest import Open
from tests.ui.driver import until
from tui.decisions import Decision, ledger
from tui.library import found
from tui.notes import Session
from tui.notes.saying import Saying, saying_of
from tui.ui.desk import Desk, deciding
from tui.ui.document import document
from tui.ui.glyphs import UNICODE
from tui.ui.screens.review import ReviewScreen
from tui.ui.widgets.detail import Detail
from tui.ui.widgets.line_pane import LinePane
from tui.ui.widgets.session_list import SessionList
from tui.workbench import Draft, LeftOut, Workbench


async def test_no_note_is_read_before_the_first_frame_stands(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_workbench():  # so that the folder is known
        pass
    happened: list[str] = []
    begin, read = Desk.begin, Workbench.session

    def begins(desk: Desk) -> None:
        happened.append("frame")
        begin(desk)

    def reads(bench: Workbench, path: str) -> Session | LeftOut:
        happened.append("read")
        return read(bench, path)

    monkeypatch.setattr(Desk, "begin", begins)
    monkeypatch.setattr(Workbench, "session", reads)
    async with open_workbench() as at:
        assert at.session is not None
        assert happened[:2] == ["frame", "read"]


async def test_no_key_waits_until_it_is_printed_what_a_note_says(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[threading.Thread] = []

    def prints(session: Session) -> Saying:
        printed.append(threading.current_thread())
        return saying_of(session)

    async with open_workbench() as at:
        monkeypatch.setattr(found, "saying_of", prints)
        await at.press("down", "down")
        await at.press("2", "down", "end")
        assert printed
        assert threading.main_thread() not in printed


@pytest.mark.parametrize(("patience", "is_shown"), [(60.0, False), (0.0, True)])
async def test_that_a_tick_waits_for_the_disk_is_shown_where_it_takes_long(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch, patience: float, is_shown: bool
) -> None:
    waited: list[frozenset[str]] = []
    may_save = threading.Event()
    save = Workbench.save

    def saves(bench: Workbench, draft: Draft) -> list[Decision]:
        may_save.wait()
        return list(save(bench, draft))

    monkeypatch.setattr(deciding, "_SOON_SECONDS", patience)
    monkeypatch.setattr(Workbench, "save", saves)
    monkeypatch.setattr(
        ReviewScreen, "show_waiting", lambda _, subjects: waited.append(frozenset(subjects))
    )
    async with open_workbench() as at:
        subject = at.tasks.keys[0]
        try:
            await at.pilot.press("space")
            if is_shown:
                await until(at.pilot, lambda: bool(waited), "the tick is shown to wait")
            assert at.boxes[0].startswith("◌")
        finally:
            may_save.set()  # else the thread would never end
        await until(at.pilot, lambda: at.boxes[0].startswith("☑"), "the tick is there")
        assert waited == [frozenset({subject})] * is_shown


async def test_a_document_that_is_shown_already_is_not_drawn_again(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Detail] = []
    async with open_workbench() as at:
        session = at.front.desk.bench.session(at.session or "")
        assert isinstance(session, Session)
        at.detail.show(document(session, UNICODE))
        monkeypatch.setattr(Detail, "refresh", lambda detail: drawn.append(detail))
        at.detail.show(document(session, UNICODE))
        assert drawn == []
        at.detail.show(document(session, UNICODE)[:-1])
        assert drawn == [at.detail]


async def test_a_long_journal_is_taken_in_after_the_first_frame(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_workbench() as at:
        await at.press("space")
    happened: list[str] = []
    begin, look = ReviewScreen._begin, Workbench.look

    def begins(screen: ReviewScreen) -> None:
        happened.append("frame")
        begin(screen)

    def looks(bench: Workbench) -> list[Decision]:
        happened.append("look")
        return look(bench)

    monkeypatch.setattr(ReviewScreen, "_begin", begins)
    monkeypatch.setattr(Workbench, "look", looks)
    async with open_workbench() as at:
        assert happened[:2] == ["look", "frame"]
        assert at.boxes[0].startswith("☑")
    happened.clear()
    monkeypatch.setattr(ledger, "_LONG", 0)
    async with open_workbench() as at:
        assert happened[:2] == ["frame", "look"]
        assert at.boxes[0].startswith("☑")
        assert at.closed == 1


async def test_what_came_of_a_long_journal_is_in_the_first_frame(
    open_workbench: Open, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_LONG", 0)
    async with open_workbench() as at:
        await at.press("space")
    bench = Workbench(notes, by="Ana")
    bench.load()
    write_down = bench.to_write_down()
    assert write_down is not None
    write_down()
    seen: list[tuple[bool, int, int]] = []
    begin = ReviewScreen._begin

    def begins(screen: ReviewScreen) -> None:
        bench = screen.desk.bench
        listed = screen.query_one(SessionList).keys
        seen.append((bench.is_recalled, bench.totals().closed, len(listed)))
        begin(screen)

    monkeypatch.setattr(ReviewScreen, "_begin", begins)
    async with open_workbench() as at:
        assert seen == [(True, 1, len(at.sessions.keys))]
        assert not at.front.desk.bench.is_recalled
        assert at.boxes[0].startswith("☑")
        await at.press("u")
        assert at.boxes[0].startswith("☐")
        assert at.closed == 0


class Lines(App[None]):
    """A pane of numbered lines."""

    def compose(self) -> ComposeResult:
        yield Numbered()


class Numbered(LinePane):
    """Says which line is which."""

    DEFAULT_CSS = "Numbered { height: 10; overflow: hidden scroll; }"

    def render_line(self, y: int) -> Strip:
        return self.strip([(f"line {y + self.scroll_offset.y}", "")])


async def test_for_more_lines_or_fewer_to_scroll_through_nothing_is_laid_out() -> None:
    app = Lines()
    async with app.run_test(size=(40, 12)) as pilot:
        pane = app.query_one(Numbered)
        pane.lay_out(500)
        await pilot.pause()
        pane.scroll_to(y=480, animate=False)
        await pilot.pause()
        laid_out: list[Screen[object]] = []
        app.screen.screen_layout_refresh_signal.subscribe(pane, laid_out.append)
        for lines, most in ((100, 90), (5, 0), (60, 50)):  # five fit
            pane.lay_out(lines)
            await pilot.pause()
            assert not laid_out
            assert pane.max_scroll_y == most
            assert pane.scroll_offset.y <= most
            assert pane.vertical_scrollbar.window_virtual_size == max(lines, 10)


@pytest.mark.parametrize("size", [(160, 50), (80, 24)])
async def test_blank_lines_that_are_drawn_but_once_are_as_if_drawn_each(
    open_workbench: Open, size: tuple[int, int]
) -> None:
    async with open_workbench(size=size) as at:
        for keys in (["j"], ["slash", *"nothing like it", "enter"], ["slash", *"valid", "enter"]):
            await at.press(*keys)
            for pane in at.review.query(LinePane):
                for crop in (pane.outer_size.region, Region(0, 3, pane.outer_size.width, 4)):
                    drawn = pane.render_lines(crop)
                    assert drawn == [
                        line
                        for y in crop.line_range
                        for line in pane.render_lines(Region(0, y, crop.width, 1))
                    ]
