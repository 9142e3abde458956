"""Notes, file names and journals made to harm: nothing in them acts, and nothing holds us up."""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path

import pytest

from tests.hostile import ACTING, ATTACKS, write_hostile_folder
from tests.program import COMMAND, Desk
from tests.terminal import AVAILABLE, Terminal
from tui.notes.repair import repair

FORMATS = [
    ["sessions"],
    ["sessions", "--json"],
    ["sessions", "--jsonl", "--text"],
    ["tasks"],
    ["tasks", "--json"],
    ["tasks", "--jsonl"],
]
EVERYTHING = "".join(ATTACKS.values())
needs_posix = pytest.mark.skipif(
    sys.platform == "win32", reason="such files are made on Linux and macOS only"
)


@pytest.fixture
def hostile(desk: Desk) -> Desk:
    """A folder of hostile notes only."""
    for seed in desk.notes.glob("*.txt"):
        seed.unlink()
    write_hostile_folder(desk.notes)
    return desk


def acting_in(data: bytes) -> frozenset[str]:
    """The characters that act on a terminal, apart from line feeds and the tabs we set."""
    return ACTING & set(data.decode())


@pytest.mark.parametrize("arguments", FORMATS, ids=" ".join)
def test_nothing_acts_in_a_pipe(hostile: Desk, arguments: list[str]) -> None:
    said = hostile.run(*arguments)
    assert (said.status, said.errors) == (0, [])
    assert acting_in(said.out) == set()
    assert "quit]x[/]" in said.text


def test_json_keeps_what_was_written(hostile: Desk) -> None:
    sessions = hostile.run("sessions", "--json").json
    tasks = hostile.run("tasks", "--json").json
    for day, attack in enumerate(ATTACKS.values(), 1):
        date = f"2024-03-{day:02}"
        [session] = [found for found in sessions if found["date"] == date]
        [task] = [found for found in tasks if found["date"] == date]
        written = repair(attack).text  # C1 controls are bytes of Windows-1252 read as Latin-1
        assert session["title"] == task["session"] == f"Head {written}"
        assert session["tasks"][0]["text"] == task["text"] == f"Task {written}"
        assert session["path"] == task["path"]


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_nothing_acts_in_one_note(hostile: Desk, options: list[str]) -> None:
    for note in sorted(hostile.notes.iterdir()):
        said = hostile.run("show", os.fsencode(note), *options)
        assert (said.status, said.errors) == (0, [])
        assert acting_in(said.out) == set()


def test_nothing_acts_in_what_a_decision_says(hostile: Desk) -> None:
    ids = [row[0] for row in hostile.run("tasks").rows]
    said = hostile.run("done", *ids)
    assert (said.status, said.errors) == (0, [])
    assert [row[:2] for row in said.rows] == [["done", task_id] for task_id in ids]
    assert acting_in(said.out) == set()
    assert hostile.run("tasks", "is:pending").status == 1


def test_nothing_of_a_journal_acts(hostile: Desk) -> None:
    first = hostile.run("tasks").rows[0][0]
    hostile.run("done", first, "--by", "ana")
    line = hostile.store.read_bytes()
    escaped = json.dumps(EVERYTHING).encode()
    hostile.store.write_bytes(line.replace(b'"ana"', escaped) + b"{" + EVERYTHING.encode() + b"\n")
    said = hostile.run("tasks", "--json")
    assert [task["by"] for task in said.json if task["by"]] == [EVERYTHING]
    assert len(said.errors) == 1
    assert acting_in(said.out + said.err) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["tasks", f"field:{EVERYTHING}"],
        ["tasks", "--notes", EVERYTHING],
        ["done", "--", EVERYTHING],
        ["show", "--", EVERYTHING],
        [f"-{EVERYTHING}"],
        ["sessions", f"--{EVERYTHING}"],
    ],
    ids=["filter", "folder", "id", "note", "option", "long"],
)
def test_nothing_acts_in_messages(desk: Desk, arguments: list[str]) -> None:
    said = desk.run(*arguments)
    assert said.status in {1, 2, 3}
    assert said.out == b""
    assert said.errors
    assert acting_in(said.err) == set()
    assert "Traceback" not in "\n".join(said.errors)


@needs_posix
def test_nothing_acts_in_the_name_of_a_file_that_cannot_be_read(desk: Desk) -> None:
    for attack in ATTACKS.values():
        (desk.notes / f"{attack.replace('/', '_')}\n.md").symlink_to("nowhere")
    said = desk.run("tasks")
    assert (said.status, len(said.rows), len(said.errors)) == (3, 6, len(ATTACKS))
    assert acting_in(said.err) == set()


@pytest.mark.terminal
@pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals")
@pytest.mark.parametrize("command", ["sessions", "tasks"])
def test_a_table_shows_markup_as_text_and_nothing_acts(hostile: Desk, command: str) -> None:
    with Terminal() as terminal:
        terminal.start(
            [*COMMAND, command], size=(220, 50), env=hostile.environment(), cwd=hostile.notes
        )
        assert terminal.wait_exit() == 0
        assert terminal.title == ""
        assert b"\x1b]" not in terminal.raw
        assert b"\x07" not in terminal.raw
        own = {"\x1b", "\r", "\n"}
        assert acting_in(terminal.raw) <= own
        for shown in ("[bold]", "[@click=app.quit]x[/]", "[/nonsense]"):
            assert shown in terminal.text


# Files that are no notes -----------------------------------------------------------------


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(path.parent)  # a socket's address is short
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


def make_sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2 << 30)


def make_loop(path: Path) -> None:
    path.symlink_to(path.name)


def make_dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def make_link_to_folder(path: Path) -> None:
    path.symlink_to(".")


UNREADABLE = {
    make_fifo: "not a regular file",
    make_socket: "a socket or a pipe, not a file",
    make_sparse: "2,048 MB, more than the 4 MB that are read",
    make_loop: "a symbolic link that leads back to itself",
    make_dangling: "a symbolic link that leads nowhere",
    make_link_to_folder: "not a regular file",
}


@needs_posix
@pytest.mark.parametrize("how", [[], ["--follow"]], ids=["", "followed"])
@pytest.mark.parametrize("make", UNREADABLE)
def test_what_cannot_be_read_is_one_line(desk: Desk, make: object, how: list[str]) -> None:
    assert callable(make)
    make(desk.notes / "odd.md")
    said = desk.run("tasks", *how)
    assert (said.status, len(said.rows)) == (3, 6)
    assert said.errors == [f"workbench: odd.md: {UNREADABLE[make]}"]
    shown = desk.run("show", "odd.md")
    assert (shown.status, shown.out, len(shown.errors)) == (3, b"", 1)


@needs_posix
def test_all_of_them_at_once(desk: Desk) -> None:
    for make in UNREADABLE:
        make(desk.notes / f"{make.__name__}.md")
    (desk.notes / "around").symlink_to(".")
    said = desk.run("sessions", "--json")
    assert (said.status, len(said.json)) == (3, 3)
    assert sorted(line.split(":")[1].strip() for line in said.errors) == sorted(
        f"{make.__name__}.md" for make in UNREADABLE
    )


def test_a_file_of_nul_bytes_is_no_session(desk: Desk) -> None:
    (desk.notes / "nul.md").write_bytes(b"### Pending Tasks\n- a\0b\n")
    said = desk.run("sessions")
    assert (said.status, len(said.rows), said.errors) == (0, 3, [])
    shown = desk.run("show", "nul.md")
    assert (shown.status, shown.out) == (3, b"")
    assert shown.errors == ["workbench: nul.md: not a text file (it holds NUL bytes)"]


def alias_bomb(depth: int) -> str:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, depth)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "yaml",
    [
        alias_bomb(30),
        "title: !!python/object/apply:os.system ['touch harmed']",
        "title: " + "[" * 5000,
        "title: {" * 500,
        "? " * 3000,
        "title: &a [*a]",
        "title: " + "9" * 5000,
        "created: 2024-99-99",
        "title: \x07",
    ],
    ids=[
        "aliases", "object", "lists", "maps", "keys", "itself", "number", "date", "bell",
    ],
)  # fmt: skip
def test_frontmatter_that_is_a_trap_is_a_problem_of_its_session(desk: Desk, yaml: str) -> None:
    note = f"---\n{yaml}\n---\n\n### Session Goal\nGo on.\n\n### Pending Tasks\n- still here\n"
    (desk.notes / "trap.md").write_text(note, encoding="utf-8")
    said = desk.run("sessions", "--json")
    assert (said.status, said.errors) == (0, [])
    [trap] = [found for found in said.json if found["path"] == "trap.md"]
    assert len(said.json) == 4
    assert [problem for problem in trap["problems"] if problem.startswith("frontmatter: ")]
    assert [task["text"] for task in trap["tasks"]] == ["still here"]
    assert not (desk.notes / "harmed").exists()
    assert acting_in(desk.run("show", "trap.md").out) == set()


@pytest.mark.skipif("sys.platform in ('win32', 'darwin')", reason="names there are Unicode")
def test_a_name_that_is_no_text_is_spelled_out(desk: Desk) -> None:
    real = os.fsencode(desk.notes) + b"/caf\xe9.md"
    Path(os.fsdecode(real)).write_text("### Pending Tasks\n- pay\n\n### Session Goal\nx\n")
    [task] = desk.run("tasks", "pay", "--json").json
    assert task["path"] == "caf\\udce9.md"
    assert desk.run("show", real, "--json").json["path"] == task["path"]
    assert desk.run("done", task["id"]).status == 0
