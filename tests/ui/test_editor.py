"""The reviewer's editor gets a note as one argument, an absolute path, whatever it is called."""

from __future__ import annotations

import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from tests.samples import note
from tui.ui.app import WorkbenchApp
from tui.ui.editor import edit
from tui.workbench import Query, Workbench

NAMES = ("-rf.md", "+12.md", "$(id).md", "`id`.md", "; true.md", "a b'c\".md", "*.md", "~.md")


@pytest.mark.parametrize(
    "name", [*NAMES, *(("a\nb.md", "a\x1bb.md", "|.md") if sys.platform != "win32" else ())]
)
def test_a_name_is_one_argument_and_never_an_option(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / name).write_text(note("Buy tea."), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "editor --wait '$HOME'")
    run: list[tuple[Any, ...]] = []

    def watched(arguments: list[str], **options: Any) -> Any:
        run.append((arguments, options))
        return subprocess.CompletedProcess(arguments, 0)

    monkeypatch.setattr("tui.ui.editor.subprocess.run", watched)
    bench = Workbench(Path("notes"))
    bench.load()
    app = WorkbenchApp(bench)
    monkeypatch.setattr(app, "suspend", nullcontext)
    [row] = bench.rows(Query())
    assert edit(app, bench.location(row.path)) == ""
    [(arguments, options)] = run
    assert arguments == ["editor", "--wait", "$HOME", str(tmp_path / "notes" / name)]
    assert Path(arguments[-1]).is_absolute()
    assert options == {"check": False}
