"""Transcripts of `workbench sessions`, `tasks` and `show`."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.program import COMMAND, SEEDS, Desk
from tests.terminal import AVAILABLE, Terminal

TRANSITION = "000_f6b27d4923622a3f.txt"
MINISTRY = "001_1b92bc54a7ff3cf0.txt"
SAFETY = "002_2cd8d79bcc1167fb.txt"
SESSION_KEYS = [
    "path", "title", "date", "start", "end", "labels", "project", "priority", "publish", "goal",
    "activities", "achievements", "tasks", "healed", "uncertain", "problems", "reviewed",
]  # fmt: skip
TASK_KEYS = [
    "id", "text", "status", "session", "date", "project", "priority", "labels", "path", "by", "at",
]  # fmt: skip
ID = re.compile(r"[0-9a-f]{16}")


def sessions_by_path(desk: Desk, *arguments: str) -> dict[str, Any]:
    return {found["path"]: found for found in desk.run("sessions", "--json", *arguments).json}


def test_sessions_as_json_are_exactly_what_the_three_documents_hold(desk: Desk) -> None:
    said = desk.run("sessions", "--json")
    assert (said.status, said.errors) == (0, [])
    assert [found["path"] for found in said.json] == [TRANSITION, SAFETY, MINISTRY]
    for found in said.json:
        assert list(found) == SESSION_KEYS
        assert [list(task) for task in found["tasks"]] == [["id", "text", "status"]] * 2
        assert all(list(mend) == ["line", "codec"] and mend["codec"] for mend in found["healed"])
    told = {
        found["path"]: (
            *(found[key] for key in ("date", "start", "end", "project", "priority", "publish")),
            *(len(found[key]) for key in ("labels", "activities", "achievements", "tasks")),
        )
        for found in said.json
    }
    assert told == {
        TRANSITION: ("2024-02-13", "03:55", "04:35", "Business", "MEDIUM", False, 5, 6, 2, 2),
        MINISTRY: ("2023-12-15", "14:20", "14:50", "Business", "MEDIUM", True, 5, 7, 3, 2),
        SAFETY: ("2024-02-04", "00:00", "03:00", "Business", "MEDIUM", None, 5, 11, 3, 2),
    }


def test_healed_lines_are_named_and_count_from_one_in_the_healed_text(desk: Desk) -> None:
    found = sessions_by_path(desk, "--text")[TRANSITION]
    lines = found["text"].split("\n")
    assert [mend["line"] for mend in found["healed"]] == [8, 10, 11, 12, 13]
    assert lines[0] == "---"
    assert lines[7].startswith("## 📅 2024-02-13 — Session: ")
    assert lines[9] == "**🕒 03:55–04:35**  "


def test_text_is_the_whole_healed_text_and_only_on_request(desk: Desk) -> None:
    found = sessions_by_path(desk, "--text")
    assert all(list(each) == [*SESSION_KEYS, "text"] for each in found.values())
    stored = (SEEDS / TRANSITION).read_text(encoding="utf-8").split("\n")
    healed = found[TRANSITION]["text"].split("\n")
    changed = [number for number, pair in enumerate(zip(stored, healed, strict=True), 1)
               if pair[0] != pair[1]]  # fmt: skip
    assert changed == [mend["line"] for mend in found[TRANSITION]["healed"]]


def test_text_without_json_is_wrong_use(desk: Desk) -> None:
    said = desk.run("sessions", "--text")
    assert (said.status, said.out) == (2, b"")
    assert said.errors[-1] == "Error: --text goes with --json or --jsonl"


def test_tasks_as_json_have_exactly_these_keys(desk: Desk) -> None:
    said = desk.run("tasks", "--json")
    assert (said.status, said.errors) == (0, [])
    assert [list(task) for task in said.json] == [TASK_KEYS] * 6
    assert [task["path"] for task in said.json] == [TRANSITION] * 2 + [SAFETY] * 2 + [MINISTRY] * 2
    ids = [task["id"] for task in said.json]
    assert len(set(ids)) == 6
    assert all(ID.fullmatch(task_id) for task_id in ids)
    first = said.json[0]
    assert first["text"].startswith("Further detail the implementation phases")
    assert first["session"].startswith("Developed IT Management Transition Framework")
    assert (first["status"], first["by"], first["at"]) == ("pending", None, None)
    assert first["labels"][0] == "It Management"


def test_what_is_absent_is_empty_or_null_never_missing(desk: Desk) -> None:
    bare = desk.notes / "bare.md"
    bare.write_text("### Key Activities\n- one\n\n### Pending Tasks\n", encoding="utf-8")
    found = sessions_by_path(desk)["bare.md"]
    assert list(found) == SESSION_KEYS
    absent = {key: value for key, value in found.items() if not value}
    assert absent == {
        "title": "", "date": "", "start": "", "end": "", "labels": [], "project": "",
        "priority": "", "publish": None, "goal": "", "achievements": [], "tasks": [],
        "healed": [], "uncertain": [], "reviewed": False,
    }  # fmt: skip
    assert found["problems"]


@pytest.mark.parametrize("command", ["sessions", "tasks"])
def test_jsonl_is_the_same_objects_one_a_line(desk: Desk, command: str) -> None:
    lines = desk.run(command, "--jsonl").out.split(b"\n")
    assert lines.pop() == b""
    assert [json.loads(line) for line in lines] == desk.run(command, "--json").json


def test_in_a_pipe_lines_are_fields_between_tabs(desk: Desk) -> None:
    tasks = desk.run("tasks")
    assert [len(row) for row in tasks.rows] == [6] * 6
    assert tasks.rows[0][1:4] == ["pending", "2024-02-13", "Business"]
    assert ID.fullmatch(tasks.rows[0][0])
    sessions = desk.run("sessions")
    assert [(row[0], row[1], row[4]) for row in sessions.rows] == [
        ("2024-02-13", "0/2", TRANSITION),
        ("2024-02-04", "0/2", SAFETY),
        ("2023-12-15", "0/2", MINISTRY),
    ]
    assert b"\x1b" not in tasks.out + sessions.out


@pytest.mark.terminal
@pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals")
@pytest.mark.parametrize(
    ("command", "header", "cell"),
    [
        ("sessions", ["date", "closed", "project", "title", "path"], "0/2"),
        ("tasks", ["id", "status", "date", "project", "text", "path"], "pending"),
    ],
)
def test_on_a_terminal_it_is_a_table(
    desk: Desk, command: str, header: list[str], cell: str
) -> None:
    with Terminal() as terminal:
        terminal.start([*COMMAND, command], env=desk.environment(), cwd=desk.notes)
        assert terminal.wait_exit() == 0
        assert terminal.screen[0].split() == header
        assert cell in terminal.screen[1].split()
        assert "\t" not in terminal.text


# The filter ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        (["interop"], [SAFETY]),
        (["project:business", "ministry", "graphviz"], [MINISTRY]),
        (["project:business ministry graphviz"], [MINISTRY]),
        (["-interoperability"], [TRANSITION, MINISTRY]),
        (["-hybrid", "-interoperability"], [TRANSITION, MINISTRY]),
        (["--notes", ".", "-interoperability", "ministry"], [MINISTRY]),
        (["--", "-interoperability"], [TRANSITION, MINISTRY]),
        (['-label:"data security"'], [TRANSITION, SAFETY]),
        (['label:"data security"'], [MINISTRY]),
        (["is:unpublished"], [TRANSITION]),
        (["is:pending", '"interoperability"'], [SAFETY]),
    ],
)
def test_words_of_a_filter(desk: Desk, words: list[str], paths: list[str]) -> None:
    said = desk.run("sessions", *words)
    assert (said.status, [row[-1] for row in said.rows]) == (0, paths)


def test_a_filter_on_status_picks_tasks_too(desk: Desk) -> None:
    first = desk.run("tasks").rows[0][0]
    desk.run("done", first)
    assert [row[0] for row in desk.run("tasks", "is:done").rows] == [first]
    assert first not in [row[0] for row in desk.run("tasks", "is:pending").rows]
    assert len(desk.run("tasks", "is:pending").rows) == 5


@pytest.mark.parametrize(("options", "out"), [([], b""), (["--json"], b"[]\n"), (["--jsonl"], b"")])
@pytest.mark.parametrize("command", ["sessions", "tasks"])
def test_nothing_matched(desk: Desk, command: str, options: list[str], out: bytes) -> None:
    said = desk.run(command, "nosuchword", *options)
    assert (said.status, said.out, said.errors) == (1, out, [])


def test_a_mistake_in_a_filter_shows_its_place_and_what_was_meant(desk: Desk) -> None:
    said = desk.run("sessions", "ministry", "projct:Business")
    assert (said.status, said.out) == (2, b"")
    assert "did you mean project:?" in said.errors[-3]
    assert said.errors[-2:] == ["  ministry projct:Business", "           ^^^^^^^^^^^^^^^"]


@pytest.mark.parametrize("asked", ["-", "()", "...", "-()"])
@pytest.mark.parametrize("command", ["sessions", "tasks"])
def test_a_filter_that_asks_for_nothing_is_a_mistake_and_not_everything(
    desk: Desk, command: str, asked: str
) -> None:
    said = desk.run(command, "--", asked)
    assert (said.status, said.out) == (2, b"")
    assert "it asks for nothing" in said.errors[-3]
    assert said.errors[-2:] == [f"  {asked}", f"  {'^' * len(asked)}"]


def test_a_bracket_too_many_is_a_mistake_with_its_place(desk: Desk) -> None:
    said = desk.run("sessions", "ministry)")
    assert (said.status, said.out) == (2, b"")
    assert "there is no ( for this ); leave it out" in said.errors[-3]
    assert said.errors[-1] == "          ^"


# A folder or a file that cannot be read --------------------------------------------------


@pytest.mark.parametrize("command", [["sessions"], ["tasks", "--json"], ["done", "abc"], ["open"]])
@pytest.mark.parametrize("folder", ["nowhere", TRANSITION, "a" * 300])
def test_a_folder_that_is_none(desk: Desk, command: list[str], folder: str) -> None:
    where = [folder] if command == ["open"] else ["--notes", folder]
    said = desk.run(*command, *where)
    assert (said.status, said.out) == (3, b"")
    assert len(said.errors) == 1
    assert said.errors[0].startswith("workbench: ")
    assert folder in said.errors[0]


def test_a_note_that_cannot_be_read_is_one_line_and_the_rest_is_listed(desk: Desk) -> None:
    unreadable(desk.notes / "lost.md")
    said = desk.run("tasks")
    assert (said.status, len(said.rows)) == (3, 6)
    assert len(said.errors) == 1
    assert said.errors[0].startswith("workbench: lost.md: ")


def unreadable(path: Path) -> None:
    """Make a file that nobody can read, whoever runs the tests."""
    path.symlink_to(path.with_name("it is not there"))


def test_a_journal_that_cannot_be_read(desk: Desk) -> None:
    desk.store.mkdir(parents=True)
    said = desk.run("tasks")
    assert (said.status, said.out, len(said.errors)) == (3, b"", 1)
    assert str(desk.store) in said.errors[0]


def test_a_damaged_line_of_the_journal_is_told_and_the_others_hold(desk: Desk) -> None:
    first = desk.run("tasks").rows[0][0]
    desk.run("done", first)
    with desk.store.open("ab") as journal:
        journal.write(b"\x1b]52;c;aGk=\x07 not a decision\n")
    said = desk.run("tasks", "is:done")
    assert (said.status, [row[0] for row in said.rows]) == (0, [first])
    assert len(said.errors) == 1
    assert "(line 2: " in said.errors[0]
    assert "\x1b" not in said.errors[0]


def test_an_empty_folder_has_nothing_to_list(desk: Desk, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    said = desk.run("sessions", "--notes", empty)
    assert (said.status, said.out, said.errors) == (1, b"", [])
    assert not list(empty.iterdir())


# show ------------------------------------------------------------------------------------


def test_show_prints_the_note_healed_and_its_tasks(desk: Desk) -> None:
    first, second = (row[0] for row in desk.run("tasks").rows[:2])
    desk.run("done", first)
    said = desk.run("show", TRANSITION)
    assert (said.status, said.errors) == (0, [])
    assert "## 📅 2024-02-13 — Session: " in said.text
    assert f"[x] {first}  Further detail" in said.text
    assert f"[ ] {second}  Develop specific" in said.text
    assert said.lines[-1] == "2 tasks, 1 open"


def test_show_as_json_is_one_object_with_the_text(desk: Desk) -> None:
    said = desk.run("show", desk.notes / SAFETY, "--json", cwd=desk.home)
    assert list(said.json) == [*SESSION_KEYS, "text"]
    assert said.json["path"] == SAFETY
    assert said.json["text"].startswith("📅 2024-02-04 — Session: ")
    assert len(said.json["text"].split("\n")) == (SEEDS / SAFETY).read_bytes().count(b"\n") + 1


def test_show_takes_the_folder_that_has_a_journal_for_the_notes_folder(desk: Desk) -> None:
    deeper = desk.notes / "2024"
    deeper.mkdir()
    shutil.move(desk.notes / SAFETY, deeper / SAFETY)
    assert desk.run("show", deeper / SAFETY, "--json").json["path"] == SAFETY
    desk.run("done", desk.run("tasks").rows[0][0])
    assert desk.run("show", deeper / SAFETY, "--json").json["path"] == f"2024/{SAFETY}"
    told = desk.run("show", deeper / SAFETY, "--json", "--notes", deeper).json["path"]
    assert told == SAFETY


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["nothing.md"], 3),
        (["."], 3),
        (["plain.txt"], 3),
        ([TRANSITION, "--notes", "/nowhere"], 2),
        ([], 2),
    ],
)
def test_show_of_what_is_no_session(desk: Desk, arguments: list[str], status: int) -> None:
    (desk.notes / "plain.txt").write_text("Milk, eggs.\n")
    said = desk.run("show", *arguments)
    assert (said.status, said.out) == (status, b"")
    assert len(said.errors) == (1 if status == 3 else 4)
