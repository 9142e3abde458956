"""Every command explains itself with examples, and every example does what it says."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.cli.test_healing import UNCERTAIN
from tests.clones import git, needs_git
from tests.program import SEEDS, Desk
from tests.samples import note
from tui.cli.commands import workbench

FIRST, SECOND = "chapter 184043", "chapter 26117"  # so that their ids begin as in the examples
GONE = ("Burn the letter.", "Post the parcel.")  # their ids, too
NEEDS_A_TERMINAL = re.compile(r"workbench( open)?( ~/notes)?( --by Eva --ascii)?")


def commands_of(group: click.Group, name: str = "") -> dict[str, click.Command]:
    """All commands, by what is typed for them; "" is the whole."""
    found: dict[str, click.Command] = {name: group}
    context = click.Context(group)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        assert command is not None
        typed = f"{name} {word}".strip()
        if isinstance(command, click.Group):
            found |= commands_of(command, typed)
        else:
            found[typed] = command
    return found


COMMANDS = commands_of(workbench)


def examples_of(command: click.Command) -> list[str]:
    """The examples in a command's help, without what is said of them."""
    lines = (command.help or "").partition("\b")[2].split("\n")
    said = [line.strip() for line in lines if line.strip().startswith("workbench")]
    return [re.split(r"\s{2,}", line)[0] for line in said]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the notes of the examples lie, with a history."""
    desk = Desk(tmp_path_factory.mktemp("examples"))
    notes = desk.notes = desk.home / "notes"
    notes.mkdir()
    texts = [f"Send the draft of {which} to the ministry." for which in (FIRST, SECOND)]
    meeting = note(*texts).replace("Home, Plans", "Data Security, Public Safety")
    meeting = meeting.replace("publish: false", "publish: true")
    meeting = meeting.replace("Public Safety", "Public Safety, Budget")
    (notes / "2024-02-13_Meeting.md").write_text(meeting, encoding="utf-8")
    (notes / "dev.md").write_text(
        note("[x] Tea.", "Milk.", day="2024-03-01", title="Public safety")
        .replace("Business", "Dev")
        .replace("Home, Plans", "Data Security"),
        encoding="utf-8",
    )
    (notes / "gone.md").write_text(note(*GONE, day="2024-03-02", title="Gone"), encoding="utf-8")
    (notes / "a.md").write_bytes(UNCERTAIN)
    shutil.copyfile(SEEDS / "000_f6b27d4923622a3f.txt", notes / "certain.txt")
    ids = {task["text"]: task["id"] for task in desk.run("tasks", "--json").json}
    gone = [ids[text] for text in GONE]
    for arguments in (["done", ids["Milk."]], ["done", *gone], ["done", "3f2a"], ["undo"]):
        assert desk.run(*arguments).status == 0
    first = desk.records[0]["id"]
    journal = desk.store.read_text(encoding="utf-8")
    desk.store.write_text(journal.replace(first, "5b7e0c9a1d2f3e48"), encoding="utf-8")
    (notes / "gone.md").unlink()
    for folder in (".config/fish/completions", ".calendars/work", "bin"):
        (desk.home / folder).mkdir(parents=True)
    (desk.home / ".taskrc").write_text("confirmation=off\n")
    program = desk.home / "bin" / "workbench"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n')
    program.chmod(0o755)
    return desk.home


@pytest.fixture
def home(desk: Desk, template: Path) -> Desk:
    """A copy of it."""
    shutil.copytree(template, desk.home, dirs_exist_ok=True)
    desk.notes = desk.home / "notes"
    return desk


@pytest.mark.parametrize("name", COMMANDS, ids=lambda name: name or "workbench")
def test_help_says_what_a_command_does_and_shows_how(name: str) -> None:
    command = COMMANDS[name]
    said = (command.help or "").replace("\b", "").strip()
    assert said[0].isupper()
    assert "." in said
    assert all(len(line) <= 100 for line in said.split("\n"))
    assert examples_of(command), f"no example in workbench {name} --help"
    silent = [
        param.opts
        for param in command.params
        if isinstance(param, click.Option) and not (param.help or param.hidden)
    ]
    assert silent == []


def serve_examples(home: Desk, environment: dict[str, str]) -> None:
    """Run them until they serve, at whatever port is free."""
    pytest.importorskip("textual_serve", reason="the extra web is not installed")
    for example in examples_of(COMMANDS["serve"]):
        with subprocess.Popen(
            ["bash", "--norc", "-c", f"exec {example} --port 0"],
            cwd=home.notes,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout
            assert process.stdout.readline().startswith("http://127.0.0.1:")
            process.terminate()


@pytest.mark.git
@needs_git
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize("name", COMMANDS, ids=lambda name: name or "workbench")
def test_examples_do_what_they_say(home: Desk, name: str) -> None:
    if name.startswith("share"):
        git(home.notes, "init", "--quiet")
    environment = home.environment()
    environment["PATH"] = f"{home.home / 'bin'}:{environment['PATH']}"
    if name == "serve":
        serve_examples(home, environment)
        return
    before = examples_of(COMMANDS["export"]) if name == "import" else []
    for example in [*before, *examples_of(COMMANDS[name])]:
        ended = subprocess.run(
            ["bash", "--norc", "-c", example],
            cwd=home.notes,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in ended.stderr
        if NEEDS_A_TERMINAL.fullmatch(example):
            assert ended.returncode == 2
            assert "needs a terminal" in ended.stderr
            continue
        assert ended.returncode == 0, f"{example}: {ended.stdout}{ended.stderr}"
        assert ended.stdout or re.search(r">|init|import| -o|--output", example), example
