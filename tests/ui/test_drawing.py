"""When something is drawn: not before it holds, and no more often than that."""

from __future__ import annotations

import threading

import pytest

from tests.ui.conftest import Open
from tests.ui.driver import until
from tui.decisions import Decision, ledger
from tui.library import row
from tui.notes import Session
from tui.notes.saying import Saying, saying_of
from tui.ui.desk import Desk, deciding
from tui.ui.document import document
from tui.ui.glyphs import UNICODE
from tui.ui.screens.review import ReviewScreen
from tui.ui.widgets.detail import Detail
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
        monkeypatch.setattr(row, "saying_of", prints)
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
