"""Written, then flushed, then acknowledged, as the system sees it; and nothing else is touched."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.faults.saving import Savers, begun
from tests.program import COMMAND, Desk

pytestmark = pytest.mark.usefixtures("strace")

_CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (\S+)")
_WRITES = frozenset({"write", "pwrite64", "writev"})
# None of these may touch a journal: it is appended to, and nothing else is ever done with it.
_UNDOING = frozenset({
    "rename", "renameat", "renameat2", "unlink", "unlinkat", "truncate", "ftruncate", "link",
    "linkat", "symlink", "symlinkat", "fallocate",
})  # fmt: skip


def story(trace: list[str], folder: Path) -> list[str]:
    """What was done to the files in a folder, and to the folder and those around it."""
    told = []
    for line in trace:
        found = _CALL.match(line)
        if not found:
            continue
        name, arguments, _ = found.groups()
        if name == "sendto":
            told.append("acknowledged")
        elif name in _WRITES and str(folder) in arguments:
            told.append(f"write {_name(arguments)}")
        elif name in {"fsync", "fdatasync"}:
            told.append(f"flush {_name(arguments)}")
        elif name in _UNDOING and str(folder) in arguments:
            told.append(f"{name} {arguments}")
    return told


def _name(arguments: str) -> str:
    found = re.match(r"\d+<(.*?)>", arguments)
    assert found, arguments
    return Path(found[1]).name


def test_a_later_save(savers: Savers, path: Path) -> None:
    begun(path, "before")
    _, trace = savers.traced(path, ("save", "x", "y"), ("save", "z"), options=("-y",))
    first = ["write tasks.jsonl", "flush tasks.jsonl"]
    # Who made the file may have been killed before its name was flushed: so everyone does, once.
    names = [f"flush {path.parent.name}", f"flush {path.parent.parent.name}"]
    assert story(trace, path.parent) == [*first, *names, "acknowledged", *first, "acknowledged"]


def test_the_first_save_flushes_the_folders_too(savers: Savers, path: Path) -> None:
    deep = path.parent / "a" / "b" / path.name
    _, trace = savers.traced(deep, ("save", "x"), options=("-y",))
    told = story(trace, path.parent)
    assert told[-1] == "acknowledged"
    written = told.index("write tasks.jsonl")
    assert told[written + 1] == "flush tasks.jsonl"
    flushed = {line.removeprefix("flush ") for line in told if line.startswith("flush")}
    made = {"b", "a", path.parent.name}
    assert flushed == {"tasks.jsonl", *made, path.parent.parent.name}


def test_only_the_journal_and_its_lock_are_opened_to_write(savers: Savers, path: Path) -> None:
    """No temporary file is ever made, so none can be left behind, or lie in wait."""
    _, trace = savers.traced(path, ("save", "x"), ("save", "y"), options=("-f",))
    opened = {
        (found[1], flags)
        for line in trace
        if (found := re.search(r'open\w*\((?:AT_FDCWD, )?"([^"]*)", ([A-Z_|]*)', line))
        for flags in [found[2]]
        if "O_WRONLY" in flags or "O_RDWR" in flags or "O_CREAT" in flags
    }
    assert {name for name, _ in opened} == {str(path), f"{path}.lock"}
    making = [set(flags.split("|")) for _, flags in opened if "O_CREAT" in flags]
    assert len(making) == 2
    assert all({"O_EXCL", "O_NOFOLLOW"} <= flags for flags in making)
    assert sorted(one.name for one in path.parent.iterdir()) == ["tasks.jsonl", "tasks.jsonl.lock"]


def test_a_command_ends_well_only_after_the_flush(desk: Desk, tmp_path: Path) -> None:
    task = desk.run("tasks").rows[0][0]
    desk.run("done", task)
    trace = tmp_path / "trace"
    watching = ["strace", "-y", "-e", "trace=write,fsync,exit_group", "-o", str(trace)]
    ended = subprocess.run(
        [*watching, *COMMAND, "reopen", task, "--by", "Ana"],
        cwd=desk.notes,
        env=desk.environment(),
        stdout=subprocess.PIPE,
        check=True,
    )
    assert ended.stdout
    lines = trace.read_text(errors="replace").splitlines()
    about = [line for line in lines if "tasks.jsonl>" in line or "write(1<" in line]
    assert [re.match(r"\w+", line)[0] for line in about] == ["write", "fsync", "write"]  # type: ignore[index]
    assert about[1].endswith("= 0")
    assert "write(1<" in about[2]
    assert any(line.startswith("exit_group(0)") for line in lines)


def test_a_command_that_cannot_flush_does_not_end_well(desk: Desk) -> None:
    task = desk.run("tasks").rows[0][0]
    failing = ["strace", "-o", os.devnull, "-e", "inject=fsync:error=EIO"]
    ended = subprocess.run(
        [*failing, *COMMAND, "done", task, "--by", "Ana"],
        cwd=desk.notes,
        env=desk.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (3, "")
    assert "not saved (Input/output error)" in ended.stderr
    assert desk.store.read_bytes() == b""
