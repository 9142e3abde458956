"""A report from the palette: what is listed, to a file that is asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.ui.conftest import Open
from tests.ui.driver import Driver, until
from tests.ui.test_views import from_the_palette
from tui.ui.app import WorkbenchApp


async def ask(at: Driver, *, unpublished: bool = False) -> Input:
    """Open the question for a file; returns its field."""
    name = "Report, with unpublished…" if unpublished else "Report…"
    await from_the_palette(at, *("withunpub" if unpublished else "report"), finds=name)
    return at.app.screen.query_one("#answer", Input)


async def answer(at: Driver, path: Path | str) -> str:
    """Name a file; returns what is said then."""
    at.app.screen.query_one("#answer", Input).value = str(path)
    said = len(at.toasts)
    await at.press("enter")
    await until(at.pilot, lambda: len(at.toasts) > said, "something is said")
    return at.toasts[-1]


async def test_a_report_on_what_is_listed(open_workbench: Open, tmp_path: Path) -> None:
    there = tmp_path / "r.html"
    async with open_workbench() as at:
        await at.press("slash")
        await at.type("interoperability")
        await at.press("enter")
        field = await ask(at)
        assert field.value == f"report-{date.today().isoformat()}.html"
        assert "interoperability" in at.shown
        assert await answer(at, there) == f"{there} is written; 0 unpublished sessions left out."
        written = there.read_text(encoding="utf-8")
        assert "Further exploration of legal frameworks" in written
        assert "Finalize the implementation" not in written
        await ask(at)
        said = await answer(at, there)
        assert said.endswith("there is such a file already; choose another name")
    assert there.read_text(encoding="utf-8") == written


async def test_unpublished_sessions_only_if_asked_for(open_workbench: Open, tmp_path: Path) -> None:
    async with open_workbench() as at:
        await ask(at)
        assert "1 unpublished session left out" in await answer(at, tmp_path / "without.html")
        await ask(at, unpublished=True)
        assert "0 unpublished sessions left out" in await answer(at, tmp_path / "with.html")
    title = "Developed IT Management Transition Framework"
    assert title not in (tmp_path / "without.html").read_text(encoding="utf-8")
    assert title in (tmp_path / "with.html").read_text(encoding="utf-8")


async def test_what_goes_wrong_is_said(open_workbench: Open, tmp_path: Path) -> None:
    async with open_workbench() as at:
        await ask(at)
        assert "there is no folder" in await answer(at, tmp_path / "no" / "r.html")
        await ask(at)
        note = tmp_path / "notes" / "000_f6b27d4923622a3f.txt"
        assert "not written, for it is a note" in await answer(at, note)
        await ask(at)
        await at.press("escape")
        assert len(at.toasts) == 2


@pytest.mark.parametrize("name", ["[red]x\x1b[2J.html"])
async def test_a_hostile_name_is_only_text(open_workbench: Open, tmp_path: Path, name: str) -> None:
    async with open_workbench() as at:
        await ask(at)
        said = await answer(at, tmp_path / name)
        assert "[red]x␛[2J.html is written" in said
        assert "\x1b" not in at.shown


async def test_none_is_written_from_a_browser(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WorkbenchApp, "is_web", True)
    async with open_workbench() as at:
        await from_the_palette(at, *"report", finds="Report…")
        await until(at.pilot, lambda: bool(at.toasts), "something is said")
        assert "not in a browser" in at.toasts[-1]
        assert not at.app.screen.query("#answer")
