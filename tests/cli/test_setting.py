"""Transcripts of `workbench set`, `undo`, `redo`, `history` and `orphans`."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.test_hostile import EVERYTHING, acting_in
from tests.program import COMMAND, Desk
from tests.terminal import AVAILABLE, Terminal

TRANSITION = "000_f6b27d4923622a3f.txt"
PAST_KEYS = [
    "id", "text", "session", "date", "path", "did", "undone", "set", "was", "by", "at", "step",
    "orphan", "decision",
]  # fmt: skip
ORPHAN_KEYS = ["id", "text", "session", "date", "path", "holds", "by", "at"]


@pytest.fixture
def ids(desk: Desk) -> list[str]:
    """The ids of the six tasks, newest session first."""
    return [row[0] for row in desk.run("tasks").rows]


# set ---------------------------------------------------------------------------------------


def test_what_is_set_is_said_kept_and_seen(desk: Desk, ids: list[str]) -> None:
    said = desk.run(
        "set", ids[0], "--status", "blocked", "--due", "2026-12-31", "--to", "Ana Ñandú",
        "--note", "Ask first.",
    )  # fmt: skip
    assert (said.status, said.errors) == (0, [])
    [row] = said.rows
    assert row[:2] == [
        "status=blocked, due=2026-12-31, to=Ana Ñandú, note=Ask first.", ids[0],
    ]  # fmt: skip
    assert row[2].startswith("Further detail")
    [record] = desk.records
    assert record["v"] == 1
    assert record["set"] == {
        "status": "blocked", "due": "2026-12-31", "to": "Ana Ñandú", "note": "Ask first.",
    }  # fmt: skip
    assert desk.run("tasks").rows[0][1] == "blocked"
    shown = desk.run("show", TRANSITION).lines[-3]
    assert shown.startswith(f"[!] {ids[0]}  Further detail")
    assert shown.endswith(".  (due=2026-12-31, to=Ana Ñandú, note=Ask first.)")


def test_several_tasks_are_one_step(desk: Desk, ids: list[str]) -> None:
    said = desk.run("set", ids[3], ids[0][:-1], ids[3], "--to", "Eva")
    assert [row[:2] for row in said.rows] == [["to=Eva", ids[3]], ["to=Eva", ids[0]]]
    assert len({record["step"] for record in desk.records}) == 1
    assert len(desk.records) == 2


def test_what_holds_already_is_not_decided_again(desk: Desk, ids: list[str]) -> None:
    desk.run("set", ids[0], "--due", "2026-12-31")
    once = desk.store.read_bytes()
    said = desk.run("set", ids[0], "--due", "2026-12-31", "--status", "pending")
    assert (said.status, said.errors) == (0, [])
    assert desk.store.read_bytes() == once


@pytest.mark.parametrize("clear", ["", "none", " NONE "])
def test_a_due_date_is_taken_away(desk: Desk, ids: list[str], clear: str) -> None:
    desk.run("set", ids[0], "--due", "2026-12-31", "--to", "Eva")
    said = desk.run("set", ids[0], "--due", clear)
    assert (said.status, said.rows[0][0]) == (0, "due=")
    assert desk.run("show", TRANSITION).lines[-3].endswith("  (to=Eva)")
    assert desk.run("set", ids[0], "--to", "", "--note", "").rows[0][0] == "to=, note="
    assert desk.run("show", TRANSITION).lines[-3].endswith(" ideas.")


def test_a_day_is_counted_from_today(desk: Desk, ids: list[str]) -> None:
    before = date.today()
    desk.run("set", ids[0], "--due", "+2w")
    after = date.today()
    kept = date.fromisoformat(desk.records[0]["set"]["due"])
    assert before <= kept - timedelta(14) <= after


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ([], "say what to set: --status, --due, --to or --note"),
        (["--due", "soon"], "soon: no day is written so; write 2026-12-31, today, tomorrow, fri"),
        (["--due", "2026-02-30"], "2026-02-30: no day is written so"),
        (["--due", "-3d"], "-3d: no day is written so"),
        (["--status", "finished"], "'finished' is not one of 'pending', 'doing'"),
        (["--status", ""], "'' is not one of"),
        (["--to"], "requires an argument"),
    ],
)
def test_wrong_use_decides_nothing(
    desk: Desk, ids: list[str], options: list[str], reason: str
) -> None:
    said = desk.run("set", ids[0], *options)
    assert (said.status, said.out) == (2, b"")
    assert reason in said.errors[-1]
    assert not desk.store.exists()


def test_an_unknown_id_decides_nothing(desk: Desk, ids: list[str]) -> None:
    said = desk.run("set", ids[0], "zzzz", "--to", "Eva")
    assert (said.status, said.out) == (1, b"")
    assert said.errors == ["workbench: zzzz: no task has an id that begins so"]
    assert desk.run("set", "--to", "Eva").status == 2
    assert not desk.store.exists()


def test_a_journal_that_cannot_be_written_is_one_plain_line(desk: Desk, ids: list[str]) -> None:
    (desk.home / "file").write_text("in the way")
    said = desk.run("set", ids[0], "--to", "Eva", "--store", desk.home / "file" / "tasks.jsonl")
    assert (said.status, said.out, len(said.errors)) == (3, b"", 1)


@pytest.mark.skipif("sys.platform in ('win32', 'darwin')", reason="arguments there are Unicode")
def test_nothing_of_what_is_set_acts_or_is_no_text(desk: Desk, ids: list[str]) -> None:
    said = desk.run("set", ids[0], "--to", b"\xff\x1b[1m", "--note", b"one\r\ntwo\x1b]0;x\x07\xff")
    assert (said.status, said.errors) == (0, [])
    [record] = desk.records
    assert record["set"] == {"to": "\ufffd␛[1m", "note": "one\ntwo␛]0;x␇\ufffd"}


def test_nothing_of_a_journal_acts_in_any_field(desk: Desk, ids: list[str]) -> None:
    desk.run("set", ids[0], "--to", "EVIL", "--note", "EVIL", "--by", "EVIL")
    text = json.dumps(EVERYTHING)[1:-1].encode()
    desk.store.write_bytes(desk.store.read_bytes().replace(b"EVIL", text))
    for arguments in (["history"], ["history", "--json"], ["history", "--jsonl", ids[0]],
                      ["show", TRANSITION], ["undo", "--by", "nobody"]):  # fmt: skip
        said = desk.run(*arguments)
        assert acting_in(said.out + said.err) == set()
        assert said.status == (1 if "undo" in arguments else 0)
    [past] = desk.run("history", "--json").json
    assert past["set"] == {"to": EVERYTHING, "note": EVERYTHING}
    (desk.notes / TRANSITION).unlink()
    for options in ([], ["--json"]):
        said = desk.run("orphans", *options)
        assert acting_in(said.out + said.err) == set()
        assert said.status == 0


# undo and redo -----------------------------------------------------------------------------


def test_undo_and_redo_say_what_they_did(desk: Desk, ids: list[str]) -> None:
    desk.run("done", ids[1], "--by", "ana")
    desk.run("set", ids[0], ids[1], "--due", "2026-12-31", "--status", "doing", "--by", "ana")
    said = desk.run("undo", "--by", "ana")
    assert (said.status, said.errors) == (0, [])
    assert [row[:3] for row in said.rows] == [
        ["undone", "status=pending, due=", ids[0]],
        ["undone", "status=done, due=", ids[1]],
    ]
    assert said.rows[0][3].startswith("Further detail")
    assert [row[:3] for row in desk.run("undo", "--by", "ana").rows] == [
        ["undone", "status=pending", ids[1]]
    ]
    nothing = desk.run("undo", "--by", "ana")
    assert (nothing.status, nothing.out) == (1, b"")
    assert nothing.errors == ["workbench: ana has nothing to undo"]
    assert desk.run("redo", "--by", "ana").rows[0][:3] == ["redone", "status=done", ids[1]]
    assert len(desk.run("redo", "--by", "ana").rows) == 2
    assert desk.run("redo", "--by", "ana").errors == ["workbench: ana has nothing to redo"]
    assert [row[1] for row in desk.run("tasks").rows[:2]] == ["doing", "doing"]


def test_everyone_takes_back_their_own(desk: Desk, ids: list[str]) -> None:
    desk.run("done", ids[0], "--by", "ana")
    said = desk.run("undo", "--by", "eva")
    assert (said.status, said.errors) == (1, ["workbench: eva has nothing to undo"])
    assert desk.run("tasks").rows[0][1] == "done"


def test_what_another_decided_since_is_left_alone_and_said(desk: Desk, ids: list[str]) -> None:
    desk.run("set", ids[0], ids[1], "--status", "done", "--to", "ana", "--by", "ana")
    desk.run("set", ids[0], "--to", "eva", "--by", "eva")
    said = desk.run("undo", "--by", "ana")
    assert (said.status, said.errors) == (
        0, ["workbench: 1 left alone: decided since by someone else"],
    )  # fmt: skip
    assert [row[1:3] for row in said.rows] == [
        ["status=pending", ids[0]], ["status=pending, to=", ids[1]],
    ]  # fmt: skip
    assert desk.run("show", TRANSITION).lines[-3].endswith("  (to=eva)")


def test_where_all_was_decided_since_nothing_is_done(desk: Desk, ids: list[str]) -> None:
    desk.run("done", ids[0], "--by", "ana")
    desk.run("drop", ids[0], "--by", "eva")
    before = desk.store.read_bytes()
    said = desk.run("undo", "--by", "ana")
    assert (said.status, said.out) == (1, b"")
    assert said.errors == ["workbench: 1 left alone: decided since by someone else"]
    assert desk.store.read_bytes() == before


# history -----------------------------------------------------------------------------------


def test_history_as_json_has_exactly_these_keys(desk: Desk, ids: list[str]) -> None:
    desk.run("set", ids[0], "--due", "2026-12-31", "--by", "ana")
    desk.run("done", ids[2], "--by", "eva")
    desk.run("undo", "--by", "ana")
    said = desk.run("history", "--json")
    assert (said.status, said.errors) == (0, [])
    assert [list(past) for past in said.json] == [PAST_KEYS] * 3
    assert [
        (past["id"], past["by"], past["did"], past["undone"], past["set"], past["was"])
        for past in said.json
    ] == [
        (ids[0], "ana", "undo", False, {"due": ""}, {"due": "2026-12-31"}),
        (ids[2], "eva", "set", False, {"status": "done"}, {"status": "pending"}),
        (ids[0], "ana", "set", True, {"due": "2026-12-31"}, {"due": ""}),
    ]
    first = said.json[0]
    assert first["text"].startswith("Further detail")
    assert first["session"].startswith("Developed IT Management Transition")
    assert (first["date"], first["path"], first["orphan"]) == ("2024-02-13", TRANSITION, False)
    lines = desk.run("history", "--jsonl").lines
    assert [json.loads(line) for line in lines] == said.json


def test_history_in_a_pipe(desk: Desk, ids: list[str]) -> None:
    desk.run("set", ids[0], "--to", "Eva", "--by", "ana")
    desk.run("undo", "--by", "ana")
    rows = desk.run("history").rows
    assert [row[1:6] for row in rows] == [
        ["ana", "undo", "to=", ids[0], "2024-02-13"],
        ["ana", "undone", "to=Eva", ids[0], "2024-02-13"],
    ]
    assert all(row[0].endswith("Z") for row in rows)
    assert rows[0][6].startswith("Further detail")


def test_a_decision_is_reversed_by_the_start_of_its_id(desk: Desk, ids: list[str]) -> None:
    desk.run("set", ids[0], "--to", "Eva", "--due", "2026-12-31", "--by", "ana")
    [past] = desk.run("history", "--json").json
    assert past["decision"] == desk.records[0]["id"]
    assert desk.run("history").rows[0][7] == past["decision"]
    said = desk.run("reverse", past["decision"][:6], "--by", "bo")
    assert (said.status, said.errors) == (0, [])
    assert said.rows[0][:3] == ["reversed", "due=, to=", ids[0]]
    assert [one["did"] for one in desk.run("history", "--json").json] == ["reverse", "set"]
    again = desk.run("reverse", past["decision"])
    assert (again.status, again.out) == (1, b"")
    assert "reversed already" in again.errors[0]
    assert desk.run("undo", "--by", "bo").status == 0
    newest = desk.run("history", "--json").json[0]
    assert (newest["did"], newest["set"]) == ("undo", past["set"])


def test_what_someone_decided_since_is_not_reversed(desk: Desk, ids: list[str]) -> None:
    desk.run("done", ids[0], "--by", "ana")
    desk.run("drop", ids[0], "--by", "eva")
    first = desk.records[0]["id"]
    said = desk.run("reverse", first, "--by", "bo")
    assert (said.status, said.out) == (1, b"")
    assert "eva has decided on this since" in said.errors[0]
    assert len(desk.records) == 2


def test_to_reverse_what_is_not_there_or_not_one(desk: Desk, ids: list[str]) -> None:
    desk.run("done", *ids)
    for unknown in ("zzzz", ""):
        said = desk.run("reverse", unknown)
        assert (said.status, said.out, len(said.errors)) == (1, b"", 1)
        assert said.errors[0].endswith(": no decision has an id that begins so")
    path = desk.store
    text = path.read_text(encoding="utf-8")
    for number, record in enumerate(desk.records):
        text = text.replace(f'"id":"{record["id"]}"', f'"id":"abc{number}"')
    path.write_text(text, encoding="utf-8")
    said = desk.run("reverse", "abc")
    assert (said.status, said.out) == (2, b"")
    assert f"{len(ids)} decisions have such an id" in said.errors[-1]
    assert desk.run("reverse", "abc0").status == 0


def test_history_of_one_task_also_by_the_id_it_had(desk: Desk, ids: list[str]) -> None:
    desk.run("set", ids[0], "--to", "Eva")
    desk.run("set", ids[1], "--to", "Ana")
    assert [row[4] for row in desk.run("history", ids[0][:8]).rows] == [ids[0]]
    note = desk.notes / TRANSITION
    told = note.read_text(encoding="utf-8")
    assert "Transition Framework" in told
    note.write_text(told.replace("Transition Framework", "Change Plan"), encoding="utf-8")
    now = desk.run("tasks", "plan").rows[0][0]
    assert now != ids[0]
    for either in (ids[0], now):
        assert [row[4] for row in desk.run("history", either).rows] == [now]


def test_history_of_nothing(desk: Desk, ids: list[str]) -> None:
    said = desk.run("history")
    assert (said.status, said.out, said.errors) == (1, b"", [])
    said = desk.run("history", "--json")
    assert (said.status, said.json) == (1, [])
    said = desk.run("history", ids[0])  # a task on which nobody decided
    assert (said.status, said.out, said.errors) == (1, b"", [])
    for unknown in ("zzzz", ""):
        said = desk.run("history", unknown)
        assert (said.status, said.out, len(said.errors)) == (1, b"", 1)
        assert said.errors[0].endswith(": nothing has an id that begins so")


def test_history_of_an_ambiguous_start_is_wrong_use(desk: Desk, ids: list[str]) -> None:
    starts = [task_id[0] for task_id in ids]
    common = next(start for start in starts if starts.count(start) > 1)
    desk.run("set", *ids, "--to", "Eva")
    said = desk.run("history", common)
    assert (said.status, said.out) == (2, b"")
    assert f"{common}: {starts.count(common)} tasks have such an id" in said.errors[-1]


def test_a_journal_that_cannot_be_read(desk: Desk) -> None:
    desk.store.mkdir(parents=True)
    for command in ("history", "orphans", "undo", "redo"):
        said = desk.run(command)
        assert (said.status, said.out, len(said.errors)) == (3, b"", 1)


# orphans -----------------------------------------------------------------------------------


def test_orphans_are_listed_with_what_holds(desk: Desk, ids: list[str]) -> None:
    none = desk.run("orphans")
    assert (none.status, none.out, none.errors) == (1, b"", [])
    desk.run("set", ids[0], "--due", "2026-12-31", "--by", "eva")
    desk.run("done", ids[0], "--by", "ana")
    (desk.notes / TRANSITION).unlink()
    [row] = desk.run("orphans").rows
    assert row[:3] == [ids[0], "status=done, due=2026-12-31", "2024-02-13"]
    assert row[3].startswith("Developed IT Management")
    assert row[4].startswith("Further detail")
    assert (row[5], row[7]) == ("ana", TRANSITION)
    [orphan] = desk.run("orphans", "--json").json
    assert list(orphan) == ORPHAN_KEYS
    assert orphan["holds"] == {"status": "done", "due": "2026-12-31"}
    assert json.loads(desk.run("orphans", "--jsonl").out) == orphan
    assert [past["orphan"] for past in desk.run("history", ids[0][:9], "--json").json] == [True] * 2


# On a terminal -----------------------------------------------------------------------------


@pytest.mark.terminal
@pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals")
@pytest.mark.parametrize(
    ("command", "header"),
    [
        ("history", ["at", "by", "did", "set", "id", "date", "text", "decision"]),
        ("orphans", ["id", "holds", "date", "session", "text", "by", "at", "path"]),
    ],
)
def test_on_a_terminal_it_is_a_table(
    desk: Desk, ids: list[str], command: str, header: list[str]
) -> None:
    desk.run("set", ids[0], "--to", "[bold]Eva")
    (desk.notes / TRANSITION).unlink()
    with Terminal() as terminal:
        terminal.start([*COMMAND, command], size=(200, 40), env=desk.environment(), cwd=desk.notes)
        assert terminal.wait_exit() == 0
        assert terminal.screen[0].split() == header
        assert "to=[bold]Eva" in terminal.screen[1]
        assert ids[0][:8] in terminal.screen[1].split()
        assert ids[0] not in terminal.text


@pytest.mark.parametrize("command", ["set", "undo", "redo", "history", "orphans"])
def test_help_has_an_example(desk: Desk, command: str, tmp_path: Path) -> None:
    said = desk.run(command, "--help", cwd=tmp_path)
    assert said.status == 0
    assert f"  workbench {command} " in said.text


# orphans -----------------------------------------------------------------------------------


@pytest.fixture
def lost(desk: Desk, ids: list[str]) -> list[str]:
    """Two tasks that were decided on in a note that is gone, newest decision first."""
    desk.run("set", ids[1], "--status", "blocked", "--by", "eva")
    desk.run("set", ids[0], "--status", "done", "--to", "Eva", "--by", "eva")
    (desk.notes / TRANSITION).unlink()
    return [ids[0], ids[1]]


def test_orphans_are_attached_to_a_task(desk: Desk, ids: list[str], lost: list[str]) -> None:
    said = desk.run("orphans", lost[0][:8], "--attach", ids[3][:8], "--by", "ana")
    assert (said.status, said.errors) == (0, [])
    assert [row[:2] for row in said.rows] == [[f"attached to {ids[3]}", lost[0]]]
    assert [row[0] for row in desk.run("orphans").rows] == [lost[1]]
    record = desk.records[-1]
    assert (record["task"], record["by"], record["set"]) == (
        lost[0], "ana", {"stands_on": ids[3]},
    )  # fmt: skip
    assert (record["onto"]["task"], record["session"]) != (lost[0], record["onto"]["session"])
    rows = {row[0]: row[1] for row in desk.run("tasks").rows}
    assert rows[ids[3]] == "done"
    assert desk.run("undo", "--by", "ana").rows[0][:3] == ["undone", "stands_on=", lost[0]]
    assert len(desk.run("orphans").rows) == 2


def test_orphans_are_archived_as_one_step(desk: Desk, lost: list[str]) -> None:
    said = desk.run("orphans", "--archive", *lost, "--by", "ana")
    assert [row[:2] for row in said.rows] == [["archived", lost[0]], ["archived", lost[1]]]
    assert (desk.run("orphans").status, desk.run("orphans").out) == (1, b"")
    archived = desk.run("orphans", "--archived")
    assert [row[:2] for row in archived.rows] == [
        [lost[1], "status=blocked, archived=yes"],
        [lost[0], "status=done, to=Eva, archived=yes"],
    ]
    assert desk.run("history").rows[0][1:4] == ["ana", "set", "archived=yes"]
    assert len(desk.run("undo", "--by", "ana").rows) == 2
    assert len(desk.run("orphans").rows) == 2


def test_orphans_by_the_start_of_their_ids(desk: Desk, lost: list[str]) -> None:
    assert [row[0] for row in desk.run("orphans", lost[1][:9]).rows] == [lost[1]]
    said = desk.run("orphans", "zz", "--archive")
    assert (said.status, said.errors) == (1, ["workbench: zz: no orphan has an id that begins so"])


@pytest.mark.parametrize(
    "options",
    [
        ("--archive",),
        ("--attach", "x"),
        ("x", "--archive", "--archived"),
        ("x", "--archive", "--attach", "y"),
        ("x", "--archive", "--json"),
    ],
)
def test_wrong_use_of_orphans_decides_nothing(
    desk: Desk, lost: list[str], options: tuple[str, ...]
) -> None:
    said = desk.run("orphans", *options)
    assert said.status == 2
    assert len(desk.records) == 2


def test_an_orphan_is_attached_to_no_other(desk: Desk, lost: list[str]) -> None:
    said = desk.run("orphans", lost[0], "--attach", lost[1])
    assert (said.status, said.errors) == (
        1,
        [f"workbench: {lost[1]}: no task has an id that begins so"],
    )
