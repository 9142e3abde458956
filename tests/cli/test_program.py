"""The program as a whole: help, wrong use, pipes that close, other locales, what is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import COMMAND, Desk
from tui import __version__

WITH_A_JOURNAL = [
    "open", "sessions", "tasks", "show", "done", "reopen", "drop", "set", "undo", "redo",
    "reverse", "history", "orphans", "export", "import", "apply", "report", "agenda", "graph",
    "doctor", "serve",
]  # fmt: skip
COMMANDS = [*WITH_A_JOURNAL, "heal", "share", "completion"]
WHOLE = "--include-unpublished"
DOCUMENTS = [
    ["report", WHOLE], ["report", WHOLE, "--format", "html"], ["agenda", WHOLE, "business"],
    ["graph", WHOLE],
]  # fmt: skip
LISTINGS = [["sessions"], ["tasks"], ["sessions", "--json", "--text"], ["tasks", "--jsonl"]]


def test_version(desk: Desk) -> None:
    said = desk.run("--version")
    assert (said.status, said.lines) == (0, [f"workbench, version {__version__}"])


@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help_has_examples_and_every_command(desk: Desk, asked: str) -> None:
    said = desk.run(asked)
    assert said.status == 0
    assert "    workbench tasks is:pending       list what is still pending" in said.lines
    listed = said.text.partition("Commands:")[2].split("\n")
    assert {line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "} == set(
        COMMANDS
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(desk: Desk, command: str) -> None:
    said = desk.run(command, "--help")
    assert (said.status, said.errors) == (0, [])
    assert said.lines[0].startswith(f"Usage: workbench {command} [OPTIONS]")
    assert ("--store PATH" in said.text) == (command in WITH_A_JOURNAL)


@pytest.mark.parametrize("command", ["sessions", "tasks", "show", "heal", "report", "graph"])
def test_help_of_what_lists_has_examples(desk: Desk, command: str) -> None:
    assert f"\n  workbench {command} " in desk.run(command, "--help").text


@pytest.mark.parametrize(
    "arguments",
    [
        ["--bogus"],
        ["tasks", "--bogus"],
        ["sessions", "--notes"],
        ["tasks", "--jsn", "ministry"],
        ["open", ".", "."],
        ["show", "one", "two"],
    ],
)
def test_wrong_use(desk: Desk, arguments: list[str]) -> None:
    said = desk.run(*arguments)
    assert (said.status, said.out) == (2, b"")
    assert said.errors[-1].startswith("Error: ")
    assert "Traceback" not in "\n".join(said.errors)


@pytest.mark.parametrize("arguments", [[], ["."], ["open"], ["--ascii"], ["open", "."]])
def test_the_workbench_needs_a_terminal(desk: Desk, arguments: list[str]) -> None:
    said = desk.run(*arguments)
    assert (said.status, said.out) == (2, b"")
    assert "needs a terminal" in said.errors[-1]


def test_a_folder_named_as_a_command_is_opened_with_its_path(desk: Desk) -> None:
    (desk.notes / "tasks").mkdir()
    assert "needs a terminal" in desk.run("./tasks").errors[-1]
    assert len(desk.run("tasks").rows) == 6


# Pipes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [*LISTINGS, ["show", "000_f6b27d4923622a3f.txt"]])
def test_a_reader_that_leaves_is_no_error(desk: Desk, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = subprocess.run(
            [*COMMAND, *arguments],
            cwd=desk.notes,
            env=desk.environment(),
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", LISTINGS)
def test_a_full_disk_is_one_plain_line(desk: Desk, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*COMMAND, *arguments],
            cwd=desk.notes,
            env=desk.environment(),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 3
    assert ended.stderr == b"workbench: the output: No space left on device\n"


# Locales ---------------------------------------------------------------------------------

NO_LOCALE = {"LANG": "C", "LC_ALL": "C"}
ONLY_ASCII = NO_LOCALE | {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@pytest.mark.parametrize("locale", [NO_LOCALE, ONLY_ASCII], ids=["C", "ascii"])
@pytest.mark.parametrize("arguments", [*LISTINGS, *DOCUMENTS, ["show", "000_f6b27d4923622a3f.txt"]])
def test_the_output_is_utf_8_in_every_locale(
    desk: Desk, arguments: list[str], locale: dict[str, str]
) -> None:
    said = desk.run(*arguments, env=locale)
    assert (said.status, said.errors) == (0, [])
    assert said.out == desk.run(*arguments, env={"LANG": "C.UTF-8"}).out
    said.out.decode()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["--notes", "policía"], 3), (['title:"policía'], 2), (["policía"], 1)],
)
def test_arguments_that_an_ascii_locale_cannot_read(
    desk: Desk, arguments: list[str], status: int
) -> None:
    said = desk.run("tasks", *arguments, env=ONLY_ASCII)
    assert (said.status, said.out) == (status, b"")
    assert "Traceback" not in "\n".join(said.errors)


# What is imported ------------------------------------------------------------------------

_AND_TELL_MODULES = """
import sys
from tui.cli import main
try:
    main()
finally:
    print("\\n".join(sys.modules), file=sys.stderr)
"""


def modules_of(desk: Desk, *arguments: str) -> set[str]:
    """What is imported by the end of a command."""
    ended = subprocess.run(
        [sys.executable, "-c", _AND_TELL_MODULES, *arguments],
        cwd=desk.notes,
        env=desk.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr.decode()
    assert ended.stdout
    return set(ended.stderr.decode().split())


@pytest.mark.parametrize("arguments", [["tasks", "--json"], *LISTINGS])
def test_listing_loads_neither_textual_nor_what_only_deciding_needs(
    desk: Desk, arguments: list[str]
) -> None:
    loaded = modules_of(desk, *arguments)
    assert "tui.workbench" in loaded
    assert not loaded & {"textual", "rich", "filelock", "subprocess", "difflib"}
    assert not loaded & {"jinja2", "pygal", "graphviz", "tui.reports"}
    assert not loaded & {"tui.mending", "tui.cli.healing", "tui.cli.diff", "tui.cli.bar"}
    assert not any(name == "tui.ui" or name.startswith("tui.ui.") for name in loaded)


@pytest.mark.parametrize(
    ("arguments", "needs"),
    [*zip(DOCUMENTS, [set(), {"jinja2", "pygal"}, set(), {"graphviz"}], strict=True)],
)
def test_a_document_loads_what_it_is_made_with_and_no_more(
    desk: Desk, arguments: list[str], needs: set[str]
) -> None:
    loaded = modules_of(desk, *arguments)
    assert loaded & {"jinja2", "pygal", "graphviz", "textual", "rich", "tui.ui"} == needs


def test_ftfy_is_loaded_only_for_bytes_that_windows_1252_leaves_open(desk: Desk) -> None:
    head = "📅 2024-01-02 — Session: Tea\n\n### Pending Tasks\n- Ask Zo".encode()
    (desk.notes / "stray.md").write_bytes(head + b"\xeb\n")
    assert "ftfy" not in modules_of(desk, "tasks")
    assert "Ask Zoë" in desk.run("tasks", "Zoe").text
    (desk.notes / "open.md").write_bytes(head + b"\xeb \x81\n")
    assert "ftfy" in modules_of(desk, "tasks")
