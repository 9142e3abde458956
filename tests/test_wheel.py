"""An installed copy: the wheel is built, unpacked elsewhere, and used from another folder."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.program import COMMAND, ROOT, SEEDS, Desk, environment
from tests.terminal import AVAILABLE, Terminal

pytestmark = pytest.mark.skipif(
    find_spec("hatchling") is None, reason="hatchling, which builds the wheel, is not installed"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this copy of the project."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the wheel is unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A copy of the sample documents and an empty home."""
    return Desk(tmp_path)


def test_the_wheel_holds_the_program_its_sheet_and_the_samples(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
        assert archive.read("tui/styles.tcss") == (ROOT / "styles.tcss").read_bytes()
        for seed in SEEDS.iterdir():
            assert archive.read(f"tui/seeds/{seed.name}") == seed.read_bytes()
    modules = {f"tui/{path.relative_to(ROOT / 'tui').as_posix()}"
               for path in (ROOT / "tui").rglob("*.py")}  # fmt: skip
    assert modules | {"tui/py.typed"} <= names
    strangers = {name for name in names if not name.startswith(("tui/", "session_workbench-"))}
    assert not strangers
    assert not [name for name in names if name.endswith(".pyc")]


def test_the_wheel_brings_the_command_and_the_licence(unpacked: Path) -> None:
    [about] = unpacked.glob("session_workbench-*.dist-info")
    commands = (about / "entry_points.txt").read_text().split("\n")
    assert "workbench = tui.cli:main" in commands
    assert list(about.rglob("LICENSE"))


def test_an_installed_copy_runs_from_any_folder(desk: Desk, unpacked: Path) -> None:
    installed = {"PYTHONPATH": str(unpacked)}
    said = desk.run("tasks", "--json", "--notes", desk.notes, cwd=desk.home, env=installed)
    assert (said.status, said.errors, len(said.json)) == (0, [], 6)
    where = subprocess.run(
        [sys.executable, "-c", "import tui; print(tui.__file__)"],
        cwd=desk.home,
        env=desk.environment(**installed),
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()) == unpacked / "tui" / "__init__.py"


@pytest.mark.terminal
@pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals")
def test_an_installed_copy_opens_with_its_sheet_and_its_samples(desk: Desk, unpacked: Path) -> None:
    with Terminal() as terminal:
        terminal.start(
            [*COMMAND, desk.home],
            env=environment(desk.home, PYTHONPATH=str(unpacked)),
            cwd=desk.home,
        )
        terminal.wait_for("Press x to try the sample documents")
        terminal.press("x")
        terminal.wait_for(lambda seen: " 3 sessions" in seen.screen[0])
        terminal.wait_for("╭─ Sessions ")  # a border, which only the sheet draws
        terminal.press("q")
        assert terminal.wait_exit() == 0
