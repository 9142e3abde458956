"""While the workbench is open, what git pulls is on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clones import clone, git, needs_git, shared_folder
from tests.samples import note
from tests.ui.conftest import Open
from tests.ui.driver import until

pytestmark = [pytest.mark.git, needs_git]


@pytest.mark.parametrize("how", ["--no-rebase", "--rebase"])
async def test_a_pull_shows_live(open_workbench: Open, tmp_path: Path, how: str) -> None:
    origin = shared_folder(tmp_path / "origin")
    ana, ben = (clone(origin, tmp_path / by, by) for by in ("ana", "ben"))
    for one, number in ((ana, 0), (ben, 1)):
        one.decide(number, "done")
        one.commit()
    (ben.folder / "new.md").write_text(
        note("Thank the neighbours.", title="Afterwards", day="2024-03-03"), encoding="utf-8"
    )
    ben.commit()
    async with open_workbench(ana.folder, watched=True) as driver:
        assert driver.closed == 1
        assert len(driver.sessions.keys) == 2
        git(ana.folder, "pull", "--quiet", how, ben.folder, "main")
        await until(driver.pilot, lambda: driver.closed == 2, "the other's decision is shown")
        await until(driver.pilot, lambda: len(driver.sessions.keys) == 3, "the note is listed")
        await driver.press("g", "g", "tab", "tab", "space")
        assert driver.closed == 3
    ana.pull(ben)
    assert len(ana.ids) == 3
    ana.close()
    ben.close()
