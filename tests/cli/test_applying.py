"""Transcripts of `workbench apply`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_hostile import acting_in, needs_posix
from tests.hostile import write_hostile_folder
from tests.program import COMMAND, Desk
from tests.samples import misread, note, pending
from tests.terminal import AVAILABLE, Terminal

TRANSITION = "000_f6b27d4923622a3f.txt"
FORCES = "002_2cd8d79bcc1167fb.txt"


@pytest.fixture
def ids(desk: Desk) -> list[str]:
    """The ids of the six tasks, newest session first."""
    return [row[0] for row in desk.run("tasks").rows]


def contents(desk: Desk) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in desk.notes.iterdir() if path.is_file()}


def state(desk: Desk, *options: str) -> list[tuple[str, ...]]:
    """Ids and statuses."""
    return [(row[0], row[1]) for row in desk.run("tasks", *options).rows]


def test_it_shows_what_would_change_and_changes_nothing(desk: Desk, ids: list[str]) -> None:
    before = contents(desk)
    nothing = desk.run("apply")
    assert (nothing.status, nothing.out, nothing.errors) == (1, b"", [])
    desk.run("done", ids[0])
    desk.run("drop", ids[3])
    said = desk.run("apply")
    assert (said.status, said.errors) == (0, [])
    lines = said.lines
    assert lines[0] == f"{TRANSITION}: 1 box to set"
    assert lines[1:3] == [f"--- {TRANSITION}", f"+++ {TRANSITION}"]
    assert [line for line in lines if line[0] in "+-" and line[:3] not in ("---", "+++")] == [
        "-- Further detail the implementation phases for the proposed digital transformation "
        "ideas.",
        "+- [x] Further detail the implementation phases for the proposed digital transformation "
        "ideas.",
        "-  • Development of detailed implementation plans for proposed digital training and "
        "mobile application initiatives.",
        "+  • [-] Development of detailed implementation plans for proposed digital training and "
        "mobile application initiatives.",
    ]
    assert said.out == desk.run("apply", "--diff").out
    assert contents(desk) == before
    assert desk.run("apply", "is:dropped").lines[0] == f"{FORCES}: 1 box to set"


def test_it_writes_them_and_they_read_back_without_the_journal(desk: Desk, ids: list[str]) -> None:
    before = contents(desk)
    for task, status in zip(ids, ["done", "doing", "blocked", "dropped", "done"], strict=False):
        desk.run("set", task, "--status", status)
    wanted = state(desk)
    said = desk.run("apply", "--write")
    assert (said.status, said.errors) == (0, [])
    assert [row[:3] for row in said.rows[:2]] == [
        ["done", ids[0], TRANSITION], ["doing", ids[1], TRANSITION],
    ]  # fmt: skip
    after = contents(desk)
    assert {name: after[f"{name}.orig"] for name in before} == before
    assert after[TRANSITION] == before[TRANSITION].replace(b"- Further", b"- [x] Further").replace(
        b"- Develop specific", b"- [/] Develop specific"
    )
    assert state(desk) == wanted
    assert state(desk, "--store", "none.jsonl") == wanted
    again = desk.run("apply", "--write")
    assert (again.status, again.out) == (1, b"")
    assert contents(desk) == after


def test_what_is_decided_later_is_written_over_it(desk: Desk, ids: list[str]) -> None:
    desk.run("done", ids[0])
    desk.run("apply", "--write")
    ticked = (desk.notes / TRANSITION).read_bytes()
    desk.run("undo")
    assert desk.run("apply", "--write").rows[0][:2] == ["pending", ids[0]]
    assert (desk.notes / TRANSITION).read_bytes() == ticked.replace(b"[x]", b"[ ]")
    assert (desk.notes / f"{TRANSITION}.orig.2").read_bytes() == ticked
    assert state(desk) == [(one, "pending") for one in ids]


def test_a_box_that_was_ticked_in_an_editor_is_left(desk: Desk) -> None:
    (desk.notes / "a.md").write_text(pending("- [X] Go.\n- [/] Pack.\n"), encoding="utf-8")
    assert desk.run("apply", "--write").status == 1


def test_a_renamed_note_still_finds_what_was_decided_before_it_was_marked(desk: Desk) -> None:
    (desk.notes / "a.md").write_text(note("Hire a van.", "Pack."), encoding="utf-8")
    [task] = (row[0] for row in desk.run("tasks").rows if row[4] == "Hire a van.")
    desk.run("set", task, "--status", "done", "--to", "Eva")
    desk.run("apply", "--write")
    told = (desk.notes / "a.md").read_text(encoding="utf-8")
    (desk.notes / "a.md").unlink()
    (desk.notes / "b.md").write_text(
        told.replace("Planned the move", "Something else"), encoding="utf-8"
    )
    assert desk.run("orphans").out == b""
    assert "to=Eva" in desk.run("show", "b.md").text


def test_prose_is_named_and_left(desk: Desk) -> None:
    text = pending("A van is still to be hired.\n")
    (desk.notes / "a.md").write_text(text, encoding="utf-8")
    [task] = (row[0] for row in desk.run("tasks").rows if row[4].startswith("A van"))
    desk.run("done", task)
    line = text[: text.index("A van")].count("\n") + 1
    for options in ([], ["--write"]):
        said = desk.run("apply", *options)
        assert (said.status, said.out) == (1, b"")
        assert said.errors == [
            f"workbench: a.md: line {line} is done, and stays as it is: "
            "written as prose, which has no box"
        ]
    [told] = desk.run("apply", "--json").json
    assert (told["left"][0]["task"], told["changed"]) == (task, False)


def test_as_json(desk: Desk, ids: list[str]) -> None:
    desk.run("done", ids[2])
    [told] = desk.run("apply", "--json").json
    assert list(told) == ["path", "boxes", "left", "changed", "written", "problem"]
    [box] = told["boxes"]
    assert list(box) == ["task", "line", "status", "text"]
    assert (told["path"], box["task"], box["status"]) == (FORCES, ids[2], "done")
    assert (told["changed"], told["written"]) == (True, False)
    assert desk.run("apply", "--write", "--json").json[0]["written"] is True


def test_wrong_use(desk: Desk) -> None:
    for options in (["--diff", "--write"], ["--diff", "--json"], ["is:nothing"]):
        said = desk.run("apply", *options)
        assert (said.status, said.out) == (2, b"")


def test_damage_and_line_endings_stay(desk: Desk) -> None:
    text = misread(note("Zoë – fragen.", "Größe"), "mac-roman").replace("\n", "\r\n")
    (desk.notes / "a.md").write_bytes(text.encode())
    [task] = (row[0] for row in desk.run("tasks").rows if row[4].startswith("Zoë"))
    desk.run("done", task)
    assert desk.run("apply", "--write").status == 0
    hurt = misread("- Zoë", "mac-roman")
    marked = text.replace(hurt, hurt.replace("- ", "- [x] "))
    assert (desk.notes / "a.md").read_bytes() == marked.encode()


@needs_posix
def test_a_note_behind_a_link_is_marked_where_it_lies(desk: Desk, ids: list[str]) -> None:
    (desk.notes / "linked.txt").symlink_to(TRANSITION)
    desk.run("done", ids[0])
    said = desk.run("apply", "--write")
    assert (said.status, len(said.rows)) == (0, 1)
    assert (desk.notes / "linked.txt").is_symlink()
    assert b"- [x] Further" in (desk.notes / TRANSITION).read_bytes()


@needs_posix
def test_nothing_of_notes_acts(desk: Desk) -> None:
    write_hostile_folder(desk.notes)
    desk.run("done", *(row[0] for row in desk.run("tasks").rows))
    for options in ([], ["--json"], ["--write"]):
        said = desk.run("apply", *options)
        assert said.status == 0
        assert acting_in(said.out + said.err) == set()
    assert {row[1] for row in desk.run("tasks", "--store", "none.jsonl").rows} == {"done"}


@pytest.mark.terminal
@pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals")
def test_on_a_terminal_it_is_in_colour(desk: Desk, ids: list[str], tmp_path: Path) -> None:
    desk.run("done", ids[0])
    with Terminal() as terminal:
        terminal.start([*COMMAND, "apply"], size=(120, 40), env=desk.environment(), cwd=desk.notes)
        assert terminal.wait_exit() == 0
        assert terminal.screen[0].rstrip() == f"{TRANSITION}: 1 box to set"
        assert any(line.startswith("+- [x] Further") for line in terminal.screen)
