"""How it looks: few snapshots, of what a person sees first."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import SEEDS
from tests.ui.driver import Driver, settled
from tui.ui.app import WorkbenchApp
from tui.workbench import Workbench

Compare = Callable[..., bool]


@pytest.mark.parametrize(
    ("name", "size", "keys", "theme"),
    [
        ("wide", (160, 50), ("j",), "workbench"),
        ("narrow", (80, 24), ("j", "enter"), "workbench"),
        ("paper", (120, 40), ("enter", "enter"), "workbench-paper"),
        ("stored", (120, 40), ("G", "R", "n"), "workbench"),
        ("tasks", (160, 50), ("2", "b", "j", "enter", "j", "m", "j", "space"), "workbench"),
        ("help", (80, 24), ("question_mark",), "workbench"),
    ],
)
def test_look(
    snap_compare: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    size: tuple[int, int],
    keys: tuple[str, ...],
    theme: str,
) -> None:
    (tmp_path / "config.toml").write_text(f'theme = "{theme}"\n')
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config.toml"))
    folder = tmp_path / "seeds"
    shutil.copytree(SEEDS, folder)

    async def drive(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await Driver(pilot).press(*keys)

    bench = Workbench(folder, Path("/journal/tasks.jsonl") if name == "help" else None)
    assert snap_compare(WorkbenchApp(bench), terminal_size=size, run_before=drive)
