"""The arrows of the design: who may import whom, and that importing does nothing."""

from __future__ import annotations

import ast
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

import tui
from tests.program import ROOT, Desk

PACKAGE = ROOT / "tui"
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(tui.__path__, "tui.")
    if module.name != "tui.__main__"
)


def imports_of(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by a relative name"
            yield node.module or ""


def imported_by(path: Path, package: str) -> bool:
    return any(name.split(".")[0] == package for name in imports_of(path))


@pytest.mark.skipif(find_spec("importlinter") is None, reason="import-linter is not installed")
def test_the_contracts_of_the_project_hold(tmp_path: Path) -> None:
    ended = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
            "--config",
            ROOT / "pyproject.toml",
        ],
        cwd=tmp_path,
        env=Desk(tmp_path).environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "3 kept, 0 broken" in ended.stdout


def test_only_the_ui_imports_textual() -> None:
    importing = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if imported_by(path, "textual")
    }
    assert importing == {"ui"}


def test_notes_import_nothing_else_of_ours_and_touch_no_disk() -> None:
    for path in (PACKAGE / "notes").rglob("*.py"):
        names = set(imports_of(path))
        ours = {name for name in names if name.split(".")[0] == "tui"}
        assert {name for name in ours if not name.startswith("tui.notes")} == set(), path
        assert not names & {"os", "io", "pathlib", "shutil", "subprocess", "tempfile"}, path


DOORS = sorted(
    path for path in PACKAGE.rglob("*.py") if "= opened_late(" in path.read_text("utf-8")
)


@pytest.mark.parametrize("path", DOORS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_door_leads_where_type_checkers_are_told(path: Path) -> None:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    door = import_module(name)
    led_to = [
        (alias.name, node.module or "")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname == alias.name
    ]
    assert led_to
    for exported, room in led_to:
        assert getattr(door, exported) is getattr(import_module(room), exported), exported
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        door.nothing  # noqa: B018


def test_plain_imports_nothing_of_ours() -> None:
    assert not imported_by(PACKAGE / "plain.py", "tui")


def test_all_modules_are_found() -> None:
    files = {path for path in PACKAGE.rglob("*.py") if path.name != "__main__.py"}
    assert len(MODULES) == len(files) - 1  # the package itself


def test_importing_any_module_writes_and_says_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    ended = subprocess.run(
        [sys.executable, "-c", f"import {', '.join(MODULES)}"],
        cwd=desk.notes,
        env={**desk.environment(), "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")
    assert sorted(tmp_path.rglob("*")) == before


def test_every_file_that_the_readme_leads_to_is_there() -> None:
    said = (ROOT / "README.md").read_text(encoding="utf-8")
    promises = said.split("\n## What we promise")[1].split("\n## ")[0]
    rows = [line for line in promises.split("\n") if line.startswith("| ") and "](" in line]
    assert len(rows) > 20
    for row in rows:
        tests = re.findall(r"\]\((tests/[^)]+)\)", row.split("|")[2])
        assert tests, row
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for path in re.findall(r"\]\(([^)#:]+)[)#]", page.read_text(encoding="utf-8")):
            assert (page.parent / path).exists(), (page, path)


def test_every_package_is_bounded_and_its_reason_told() -> None:
    said = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dependencies"]
    for dependency in project["dependencies"]:
        name = re.split("[<>=]", dependency)[0]
        assert re.fullmatch(r"[\w-]+>=[\d.]+,<\d+", dependency), dependency
        assert f"| {name} |" in said, dependency
