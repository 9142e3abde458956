"""Transcripts of `workbench done`, `reopen` and `drop`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.program import Desk


@pytest.fixture
def ids(desk: Desk) -> list[str]:
    """The ids of the six tasks, newest session first."""
    return [row[0] for row in desk.run("tasks").rows]


def shortest(wanted: str, ids: list[str]) -> str:
    """The shortest start of an id that no other id has."""
    others = [other for other in ids if other != wanted]
    lengths = range(1, len(wanted) + 1)
    starts = (wanted[:length] for length in lengths)
    return next(start for start in starts if not any(o.startswith(start) for o in others))


def statuses(desk: Desk, *arguments: str | Path) -> list[str]:
    return [row[1] for row in desk.run("tasks", *arguments).rows]


@pytest.mark.parametrize(
    ("command", "status"), [("done", "done"), ("reopen", "pending"), ("drop", "dropped")]
)
def test_a_decision_is_said_kept_and_seen(
    desk: Desk, ids: list[str], command: str, status: str
) -> None:
    before = "done" if command == "reopen" else "reopen"
    desk.run(before, ids[1])
    said = desk.run(command, ids[1])
    assert (said.status, said.errors) == (0, [])
    [row] = said.rows
    assert row[:2] == [status, ids[1]]
    assert row[2].startswith("Develop specific training modules")
    assert statuses(desk) == ["pending", status, *["pending"] * 4]
    assert desk.records[-1]["set"] == {"status": status}


def test_an_id_may_be_shortened_to_a_start_of_its_own(desk: Desk, ids: list[str]) -> None:
    short = shortest(ids[2], ids)
    said = desk.run("done", short)
    assert (said.status, [row[1] for row in said.rows]) == (0, [ids[2]])


def test_several_tasks_are_one_step_and_each_is_decided_once(desk: Desk, ids: list[str]) -> None:
    said = desk.run("done", ids[3], shortest(ids[0], ids), ids[3][:-1])
    assert [row[1] for row in said.rows] == [ids[3], ids[0]]
    assert [record["task"] for record in desk.records] == [ids[3], ids[0]]
    assert len({record["step"] for record in desk.records}) == 1


def test_what_holds_already_is_not_decided_again(desk: Desk, ids: list[str]) -> None:
    desk.run("done", ids[0])
    once = desk.store.read_bytes()
    said = desk.run("done", ids[0])
    assert (said.status, [row[:2] for row in said.rows]) == (0, [["done", ids[0]]])
    assert desk.store.read_bytes() == once


def test_an_ambiguous_start_is_wrong_use_and_decides_nothing(desk: Desk, ids: list[str]) -> None:
    starts = [task_id[0] for task_id in ids]
    common = next(start for start in starts if starts.count(start) > 1)
    said = desk.run("done", ids[1], common)
    assert (said.status, said.out) == (2, b"")
    alike = [task_id for task_id in ids if task_id[0] == common]
    assert f"{common}: {len(alike)} tasks have such an id" in said.errors[-1]
    assert all(task_id in said.errors[-1] for task_id in alike)
    assert not desk.store.exists()


@pytest.mark.parametrize("unknown", ["zzzz", "", "[bold]", "--"])
def test_an_unknown_id_matches_nothing_and_decides_nothing(
    desk: Desk, ids: list[str], unknown: str
) -> None:
    said = desk.run("done", "--", ids[0], unknown)
    assert (said.status, said.out) == (1, b"")
    assert said.errors == [f"workbench: {unknown or '(empty)'}: no task has an id that begins so"]
    assert not desk.store.exists()


def test_the_id_of_a_session_is_no_id_of_a_task(desk: Desk, ids: list[str]) -> None:
    desk.run("done", ids[0])
    assert desk.run("drop", desk.records[0]["session"]).status == 1


@pytest.mark.parametrize(
    "arguments", [["done"], ["drop", "--notes", "."], ["done", "abc", "--json"], ["done", "--by"]]
)
def test_wrong_use(desk: Desk, arguments: list[str]) -> None:
    said = desk.run(*arguments)
    assert (said.status, said.out) == (2, b"")
    assert said.errors[-1].startswith("Error: ")


# Who decides -----------------------------------------------------------------------------


def test_by_names_who_decides(desk: Desk, ids: list[str]) -> None:
    desk.run("done", ids[0], "--by", "Ana Ñandú")
    [task] = desk.run("tasks", "is:done", "--json").json
    assert (task["id"], task["by"]) == (ids[0], "Ana Ñandú")
    assert task["at"].endswith("Z")


@pytest.mark.git
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_without_by_it_is_who_git_says(desk: Desk, ids: list[str]) -> None:
    (desk.home / ".gitconfig").write_text("[user]\n\tname = Grace Hopper\n")
    desk.run("done", ids[0])
    assert [record["by"] for record in desk.records] == ["Grace Hopper"]


def test_without_git_it_is_who_is_logged_in(desk: Desk, ids: list[str]) -> None:
    names = {"LOGNAME": "ada", "USER": "ada", "USERNAME": "ada"}
    desk.run("done", ids[0], env={"PATH": str(desk.home), **names})
    assert [record["by"] for record in desk.records] == ["ada"]


@pytest.mark.skipif("sys.platform in ('win32', 'darwin')", reason="names there are Unicode")
def test_a_name_that_is_no_text_or_acts_is_made_plain(desk: Desk, ids: list[str]) -> None:
    said = desk.run("done", ids[0], "--by", b"\xff\x1b[1m")
    assert (said.status, said.errors) == (0, [])
    assert [record["by"] for record in desk.records] == ["\N{REPLACEMENT CHARACTER}␛[1m"]


# Where it is kept ------------------------------------------------------------------------


def test_store_keeps_decisions_elsewhere(desk: Desk, ids: list[str]) -> None:
    store = desk.home / "somewhere" / "mine.jsonl"
    assert desk.run("done", ids[0], "--store", store).status == 0
    assert store.read_bytes().count(b"\n") == 1
    assert not desk.store.exists()
    assert statuses(desk) == ["pending"] * 6
    assert statuses(desk, "--store", store) == ["done", *["pending"] * 5]


def test_a_journal_that_cannot_be_written_is_one_plain_line(desk: Desk, ids: list[str]) -> None:
    (desk.home / "file").write_text("in the way")
    said = desk.run("done", ids[0], "--store", desk.home / "file" / "tasks.jsonl")
    assert (said.status, said.out, len(said.errors)) == (3, b"", 1)
    assert said.errors[0].startswith("workbench: ")
    assert "file" in said.errors[0]


def test_notes_are_never_touched(desk: Desk, ids: list[str]) -> None:
    before = {path.name: path.read_bytes() for path in desk.notes.glob("*.txt")}
    desk.run("done", *ids)
    desk.run("reopen", *ids)
    assert {path.name: path.read_bytes() for path in desk.notes.glob("*.txt")} == before
    assert sorted(path.name for path in desk.notes.iterdir()) == [".workbench", *sorted(before)]
