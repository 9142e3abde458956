"""A short soak: what half an hour of it does (`python -m tests.soak.drive`), for some seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak.drive import soak
from tests.soak.folder import write_folder
from tests.terminal import AVAILABLE


@pytest.mark.terminal
@pytest.mark.skipif(
    not (AVAILABLE and Path("/proc/self/statm").exists()), reason="needs Linux and a terminal"
)
def test_keys_at_random_over_a_folder_that_changes(tmp_path: Path) -> None:
    folder, home = tmp_path / "notes", tmp_path / "home"
    home.mkdir()
    write_folder(folder, 60)
    figures, model = soak(folder, home, seconds=4, seed=3)
    assert figures.answers
    assert model.sessions > 40
