"""The workbench driven by a pilot, on a copy of the sample documents."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.driver import Driver, settled
from tui.ui.app import WorkbenchApp
from tui.workbench import Workbench

SEEDS = Path(__file__).parents[2] / "seeds"

Open = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with copies of the three sample documents."""
    folder = tmp_path / "notes"
    shutil.copytree(SEEDS, folder)
    return folder


@pytest.fixture
def open_workbench(notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """What opens the workbench, as a context that gives a driver."""
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.delenv("NO_COLOR", raising=False)

    @asynccontextmanager
    async def opened(
        folder: Path | None = None,
        *,
        size: tuple[int, int] = (160, 50),
        by: str = "Ana",
        only_ascii: bool = False,
        watched: bool = False,
        no_color: bool = False,
        toasts: bool = False,
    ) -> AsyncIterator[Driver]:
        if not watched:  # what a test does to the notes is not noticed before it asks
            monkeypatch.setattr(Workbench, "watch", lambda _: iter(()))
        if no_color:
            monkeypatch.setenv("NO_COLOR", "1")
        bench = Workbench(folder or notes, by=by)
        app = WorkbenchApp(bench, only_ascii=only_ascii)
        try:
            async with app.run_test(size=size, notifications=toasts) as pilot:
                driver = Driver(pilot)
                await settled(pilot)
                yield driver
        finally:
            bench.index.close()  # as the end of the process does; a thousand would be too many

    return opened


PilotOf = Pilot[None]
