"""The reviewer's editor gets a note as one argument, an absolute path, whatever it is called."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from tests.samples import note
from tests.ui.conftest import Open
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

    monkeypatch.setattr("tui.ui.editor.shutil.which", lambda program: program)
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


def never(*_: object, **__: object) -> Any:
    pytest.fail("a program was run, or the screen was left for one")


@pytest.mark.parametrize(
    ("visual", "editor", "said"),
    [
        ("", "", "No editor is set"),
        (" ", "\t", "No editor is set"),
        ("''", '" "', "No editor is set"),
        ("", "nano 'x", "$EDITOR cannot be understood"),
        ("'", "nano", "$VISUAL cannot be understood"),
        ("", "nano-not-there -w", "nano-not-there cannot be run"),
        (" ", "/nonexist/x", "/nonexist/x cannot be run"),
    ],
)
async def test_what_names_no_program_is_said_and_nothing_is_run(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch, visual: str, editor: str, said: str
) -> None:
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setenv("EDITOR", editor)
    async with open_workbench() as at:
        monkeypatch.setattr("tui.ui.editor.subprocess.run", never)
        monkeypatch.setattr(at.app, "suspend", never)
        await at.press("e")
        assert any(toast.startswith(said) for toast in at.toasts)
        await at.press("space")
        assert at.closed == 1


@pytest.mark.skipif(os.name == "nt", reason="speaks of Unix programs")
async def test_a_program_that_the_system_refuses_is_said(
    open_workbench: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/nonexist/interpreter\n")
    editor.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(editor))
    async with open_workbench() as at:
        left: list[str] = []

        @contextmanager
        def suspended() -> Iterator[None]:
            left.append("the screen")
            yield
            left.append("the editor")  # not reached by an error, as in Textual

        monkeypatch.setattr(at.app, "suspend", suspended)
        await at.press("e")
        assert left == ["the screen", "the editor"]
        assert any("editor cannot be run (No such file" in toast for toast in at.toasts)
