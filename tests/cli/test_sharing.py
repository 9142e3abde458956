"""`workbench share`: what it adds for git and why, and who decided what since the last pull."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.clones import git, needs_git
from tests.hostile import ACTING, ATTACKS
from tests.program import Desk

pytestmark = [pytest.mark.git, needs_git]

ATTRIBUTES = "/.workbench/tasks.jsonl merge=union -text"
IGNORED = ["/.workbench/tasks.jsonl.lock", "/.workbench/tasks.jsonl.held"]


@pytest.fixture
def repository(desk: Desk) -> Desk:
    """A desk whose notes are in a repository."""
    begin(desk.notes)
    return desk


def begin(folder: Path, by: str = "Ana") -> None:
    git(folder, "init", "--quiet", "--initial-branch=main")
    introduce(folder, by)


def introduce(folder: Path, by: str) -> None:
    git(folder, "config", "user.name", by)
    git(folder, "config", "user.email", "a@example.org")


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Decisions")


def added(desk: Desk) -> list[tuple[str, str]]:
    """What `share init` says it added: file and line."""
    said = desk.run("share", "init")
    assert said.status == 0, said.errors
    assert all(len(row) == 4 and row[0] == "added" and row[3] for row in said.rows)
    return [(Path(row[1]).name, row[2]) for row in said.rows if row[2]]


# init ------------------------------------------------------------------------------------


def test_it_adds_what_is_missing_once_and_says_why(repository: Desk) -> None:
    said = repository.run("share", "init")
    assert [row[2] for row in said.rows] == [ATTRIBUTES, *IGNORED, ""]
    assert said.rows[0][3].endswith("a merge keeps the lines of both, as they are.")
    journal = repository.store
    assert said.errors == [
        f"workbench: commit .gitattributes, .gitignore and the journal with git: {journal}"
    ]
    written = [(repository.notes / name).read_bytes() for name in (".gitattributes", ".gitignore")]
    for rule in said.rows[:-1]:
        assert f"# {rule[3]}\n{rule[2]}\n".encode() in b"".join(written)
    again = repository.run("share", "init")
    assert (again.status, again.out) == (0, b"")
    assert "nothing was added" in again.errors[0]
    assert written == [
        (repository.notes / name).read_bytes() for name in (".gitattributes", ".gitignore")
    ]


def test_it_begins_an_empty_journal_where_there_is_none(repository: Desk) -> None:
    added(repository)
    assert repository.store.read_bytes() == b""
    if os.name != "nt":
        assert repository.store.stat().st_mode & 0o777 == 0o600
        assert repository.store.parent.stat().st_mode & 0o777 == 0o700
    repository.run("done", repository.run("tasks").rows[0][0])
    before = repository.store.read_bytes()
    assert added(repository) == []
    assert repository.store.read_bytes() == before


@pytest.mark.parametrize(
    "before",
    [
        b"*.md diff=markdown\n",
        b"*.md diff=markdown",
        b"# Z\xc3\xbcrich\r\n*.md text\r\n",
        b"\xef\xbb\xbf*.md text\n\n\n",
        b"caf\xe9.md text\n",
    ],
    ids=["usual", "no end", "crlf", "bom", "latin-1"],
)
def test_what_stood_there_stays_byte_for_byte(repository: Desk, before: bytes) -> None:
    files = [repository.notes / name for name in (".gitattributes", ".gitignore")]
    for file in files:
        file.write_bytes(before)
    assert added(repository) == [
        (".gitattributes", ATTRIBUTES), *((".gitignore", line) for line in IGNORED)
    ]  # fmt: skip
    for file in files:
        after = file.read_bytes()
        assert after.startswith(before)
        assert after.endswith(b"\r\n" if b"\r\n" in before else b"\n")
        assert b"\n\n\n#" not in after.removeprefix(before)
    assert added(repository) == []
    rule = git(repository.notes, "check-attr", "merge", "text", "--", ".workbench/tasks.jsonl")
    assert rule.split("\n")[:2] == [
        ".workbench/tasks.jsonl: merge: union", ".workbench/tasks.jsonl: text: unset"
    ]  # fmt: skip


def test_only_what_is_missing_is_added(repository: Desk) -> None:
    (repository.notes / ".gitignore").write_text(f"{IGNORED[1]}\n")
    (repository.notes / ".gitattributes").write_text(f"  {ATTRIBUTES}\r\n")
    assert added(repository) == [(".gitignore", IGNORED[0])]


def test_git_leaves_the_lock_alone_and_takes_the_journal(repository: Desk) -> None:
    added(repository)
    repository.run("done", repository.run("tasks").rows[0][0])
    (repository.store.parent / "tasks.jsonl.held").touch()
    git(repository.notes, "add", "--all")
    kept = git(repository.notes, "ls-files", ".workbench").split()
    assert kept == [".workbench/tasks.jsonl"]


def test_notes_in_a_folder_of_a_repository(desk: Desk) -> None:
    begin(desk.notes.parent)
    assert [name for name, _ in added(desk)] == [".gitattributes", ".gitignore", ".gitignore"]
    assert (desk.notes / ".gitattributes").is_file()
    assert not (desk.notes.parent / ".gitattributes").exists()


@pytest.mark.parametrize("name", ["my tasks.jsonl", "[a]*?.jsonl", 'a "b".jsonl', "#x!.jsonl"])
def test_a_journal_of_any_name(repository: Desk, name: str) -> None:
    store = repository.notes / name
    for _ in range(2):
        said = repository.run("share", "init", "--store", store)
        assert said.status == 0, said.errors
    for beside in (f"{name}.lock", f"{name}.held", name):
        (repository.notes / beside).touch()
    git(repository.notes, "add", "--all")
    kept = git(repository.notes, "ls-files", "-z").split("\0")
    assert name in kept
    assert not {f"{name}.lock", f"{name}.held"} & set(kept)


def test_outside_a_repository(desk: Desk) -> None:
    for command in ("init", "status"):
        said = desk.run("share", command)
        assert (said.status, said.out) == (3, b"")
        assert len(said.errors) == 1
        assert "is in no git repository; make one there with git init" in said.errors[0]
    assert not (desk.notes / ".gitattributes").exists()


def test_without_git(repository: Desk) -> None:
    said = repository.run("share", "init", env={"PATH": "/nowhere"})
    assert (said.status, said.out) == (3, b"")
    assert said.errors == ["workbench: git is not installed; install it, then try again"]


def test_where_git_ignores_the_journal_nothing_is_changed(repository: Desk) -> None:
    (repository.notes / ".gitignore").write_text("*.log\n.workbench/\n")
    said = repository.run("share", "init")
    assert said.status == 3
    assert "(.gitignore, line 2: .workbench/); take that line out" in said.errors[0]
    assert not (repository.notes / ".gitattributes").exists()
    assert (repository.notes / ".gitignore").read_text() == "*.log\n.workbench/\n"


@pytest.mark.parametrize("where", [".git/info/attributes", ".workbench/.gitattributes"])
def test_a_rule_that_overrules_ours_is_named(repository: Desk, where: str) -> None:
    file = repository.notes / where
    file.parent.mkdir(exist_ok=True)
    file.write_text("*.jsonl merge=binary\n")
    said = repository.run("share", "init")
    assert said.status == 3
    assert "its attribute merge is binary" in said.errors[0]


def test_files_that_git_could_not_read_are_left_alone(repository: Desk) -> None:
    file = repository.notes / ".gitattributes"
    file.write_bytes("*.md text\n".encode("utf-16"))
    said = repository.run("share", "init")
    assert (said.status, len(said.errors)) == (3, 1)
    assert "save it as UTF-8" in said.errors[0]
    assert file.read_bytes() == "*.md text\n".encode("utf-16")


def test_a_link_is_not_followed(repository: Desk) -> None:
    elsewhere = repository.home / "attributes"
    elsewhere.write_text("")
    (repository.notes / ".gitattributes").symlink_to(elsewhere)
    said = repository.run("share", "init")
    assert said.status == 3
    assert "symbolic link" in said.errors[0]
    assert elsewhere.read_text() == ""


def test_a_file_that_cannot_be_written_is_one_line(repository: Desk) -> None:
    (repository.notes / ".gitattributes").mkdir()
    said = repository.run("share", "init")
    assert (said.status, said.out, len(said.errors)) == (3, b"", 1)
    assert said.errors[0].endswith(".gitattributes: Is a directory")


def test_history_is_never_changed(repository: Desk) -> None:
    commit(repository.notes)
    before = git(repository.notes, "log", "--all", "--format=%H %gs", "-g")
    repository.run("share", "init")
    repository.run("share", "status")
    assert git(repository.notes, "log", "--all", "--format=%H %gs", "-g") == before
    assert git(repository.notes, "diff", "--cached", "--name-only") == ""


def test_nothing_that_a_repository_is_set_to_run_is_run(repository: Desk) -> None:
    trap = repository.home / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {repository.home / 'sprung'}\n")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "core.sshCommand", "gpg.program", "diff.x.textconv",
                "filter.x.smudge", "filter.x.clean"):  # fmt: skip
        git(repository.notes, "config", key, trap)
    git(repository.notes, "config", "log.showSignature", "true")
    (repository.notes / ".git" / "info" / "attributes").write_text("*.jsonl diff=x filter=x\n")
    for command in ("init", "status"):
        repository.run("share", command)
    assert not (repository.home / "sprung").exists()


# status ----------------------------------------------------------------------------------


def told(desk: Desk) -> list[tuple[str, str, str]]:
    """What `share status` lists: where, who, what."""
    said = desk.run("share", "status")
    assert said.status in {0, 1}, said.errors
    return [(row[0], row[2], row[4]) for row in said.rows]


def test_who_decided_what_since_the_last_pull(repository: Desk, tmp_path: Path) -> None:
    repository.run("share", "init")
    first, second, third = [row[0] for row in repository.run("tasks").rows[:3]]
    repository.run("done", first)
    assert told(repository) == [("uncommitted", "Ana", "status=done")]
    commit(repository.notes)
    assert told(repository) == [("committed", "Ana", "status=done")]

    ben = Desk.__new__(Desk)
    ben.home, ben.notes = repository.home, tmp_path / "ben"
    git(tmp_path, "clone", "--quiet", repository.notes, ben.notes)
    introduce(ben.notes, "Ben")
    assert told(ben) == []
    ben.run("drop", first)
    ben.run("set", second, "--to", "Eva")
    commit(ben.notes)
    ben.run("done", third)
    assert told(ben) == [
        ("uncommitted", "Ben", "status=done"),
        ("unpushed", "Ben", "to=Eva"),
        ("unpushed", "Ben", "status=dropped"),
    ]

    git(repository.notes, "pull", "--quiet", "--no-rebase", ben.notes, "main")
    repository.run("set", second, "--to", "Zoe")
    said = repository.run("share", "status", "--json")
    assert [(one["where"], one["by"], one["set"]) for one in said.json] == [
        ("uncommitted", "Ana", {"to": "Zoe"}),
        ("committed", "Ben", {"to": "Eva"}),
        ("committed", "Ben", {"status": "dropped"}),
    ]
    assert said.errors[0].startswith("workbench: since the pull of 20")
    assert said.errors[0].endswith(": Ben 2, Ana 1; 1 uncommitted")

    commit(repository.notes)
    commit(ben.notes)
    git(ben.notes, "pull", "--quiet", "--rebase")
    assert told(ben) == [("shared", "Ana", "to=Zoe")]
    assert ben.run("share", "status", "--jsonl").json["by"] == "Ana"


def test_a_journal_that_was_never_committed(repository: Desk) -> None:
    repository.run("done", repository.run("tasks").rows[0][0])
    said = repository.run("share", "status")
    assert [row[0] for row in said.rows] == ["uncommitted"]
    assert "nothing was ever pulled here" in said.errors[0]


def test_no_decisions(repository: Desk) -> None:
    said = repository.run("share", "status")
    assert (said.status, said.out) == (1, b"")
    assert said.errors[0].endswith("no decisions")


def test_nothing_of_another_s_journal_acts(repository: Desk) -> None:
    first = repository.run("tasks").rows[0][0]
    repository.run("done", first, "--by", "".join(ATTACKS.values()))
    for form in ([], ["--json"]):
        said = repository.run("share", "status", *form)
        assert said.status == 0
        assert not ACTING & set((said.out + said.err).decode())
