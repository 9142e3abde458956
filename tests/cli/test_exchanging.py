"""Transcripts of `workbench export` and `workbench import`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_hostile import acting_in, needs_posix
from tests.hostile import ATTACKS, write_hostile_folder
from tests.program import COMMAND, Desk
from tests.samples import note, read
from tui.exchange import FORMATS, taskwarrior
from tui.notes import Session
from tui.notes.identity import task_id

LEFT_OUT = "workbench: 2 tasks of unpublished sessions left out (--include-unpublished)"
ALL = "--include-unpublished"


@pytest.fixture
def ids(desk: Desk) -> list[str]:
    """The ids of the six tasks, newest session first; the first two are unpublished."""
    return [row[0] for row in desk.run("tasks").rows]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tasks.txt"


def exported(desk: Desk, form: str, file: Path, *options: str) -> str:
    said = desk.run("export", form, *options, "--output", file, "--force")
    assert said.status == 0
    return file.read_bytes().decode()


# Export ------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_exported_and_imported_changes_nothing(
    desk: Desk, ids: list[str], file: Path, form: str
) -> None:
    desk.run("set", ids[0], ids[2], "--status", "blocked", "--due", "2024-12-31",
             "--to", "Ana Ñandú", "--note", "Ask =1;\n- first")  # fmt: skip
    desk.run("drop", ids[3])
    before = desk.store.read_bytes()
    exported(desk, form, file, ALL)
    said = desk.run("import", form, file)
    assert (said.status, said.out) == (0, b"")
    assert said.errors == ["workbench: 6 tasks read: 0 changed, 6 as here, 0 unknown"]
    assert desk.store.read_bytes() == before


@pytest.mark.parametrize("form", FORMATS)
def test_unpublished_sessions_are_left_out_and_counted(
    desk: Desk, ids: list[str], form: str
) -> None:
    said = desk.run("export", form)
    assert (said.status, said.errors) == (0, [LEFT_OUT])
    assert "Further detail" not in said.text
    included = desk.run("export", form, ALL)
    assert (included.status, included.errors) == (0, [])
    assert "Further detail" in included.text


def test_json_says_how_many_were_left_out(desk: Desk) -> None:
    found = desk.run("export", "json").json
    assert (found["left_out"], len(found["tasks"])) == (2, 4)
    assert [task["publish"] for task in desk.run("export", "json", ALL).json["tasks"]] == [
        False, False, None, None, True, True,
    ]  # fmt: skip


def test_a_copy_that_is_published_gives_nothing_away(desk: Desk) -> None:
    text = note("Hire a van.", title="Van")
    (desk.notes / "a.md").write_text(text, encoding="utf-8")
    (desk.notes / "b.md").write_text(text.replace("publish: false", ""), encoding="utf-8")
    assert "Hire a van." not in desk.run("export", "csv").text
    assert desk.run("export", "csv", ALL).text.count("Hire a van.") == 1


def test_a_filter_picks_what_is_exported(desk: Desk, ids: list[str]) -> None:
    desk.run("done", ids[2])
    said = desk.run("export", "todotxt", "is:done", "project:Business")
    [line] = said.lines
    assert re.match(r"x \d{4}-\d\d-\d\d 2024-02-04 Further exploration .* pri:B was:done wb:", line)
    nothing = desk.run("export", "todotxt", "zzz")
    assert (nothing.status, nothing.out, nothing.errors) == (1, b"", [])
    assert len(desk.run("export", "todotxt", "-is:unpublished").lines) == 4


def test_wrong_use(desk: Desk, file: Path) -> None:
    for arguments, reason in (
        (["export", "yaml"], "'yaml' is not one of 'todotxt', 'taskwarrior', 'icalendar'"),
        (["export"], "Missing argument 'FORMAT'"),
        (["export", "csv", "--force"], "--force goes with --output"),
        (["export", "csv", "is:nothing"], "is:nothing"),
        (["import", "csv"], "Missing argument 'FILE'"),
    ):
        said = desk.run(*arguments)
        assert (said.status, said.out) == (2, b"")
        assert reason in "\n".join(said.errors)


def test_a_file_that_is_there_is_kept(desk: Desk, file: Path) -> None:
    file.write_bytes(b"mine")
    said = desk.run("export", "csv", "--output", file)
    assert (said.status, said.out) == (3, b"")
    assert said.errors == [f"workbench: {file}: is there already; --force replaces it"]
    assert file.read_bytes() == b"mine"
    assert desk.run("export", "csv", "--output", file, "--force").status == 0
    assert file.read_bytes() == desk.run("export", "csv").out
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == [file.name]


@needs_posix
def test_a_full_disk_leaves_what_was(desk: Desk, file: Path) -> None:
    file.write_bytes(b"mine")
    limited: list[str | Path] = [
        sys.executable, "-c",
        "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
        "os.execv(sys.argv[1], sys.argv[1:])",
        *COMMAND, "export", "csv", "--output", file, "--force",
    ]  # fmt: skip
    ended = subprocess.run(
        limited, cwd=desk.notes, env=desk.environment(), capture_output=True, check=False
    )
    lines = ended.stderr.decode().splitlines()
    assert ended.returncode == 3
    assert f"workbench: {file}: File too large" in lines
    assert file.read_bytes() == b"mine"
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == [file.name]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_takes_no_more_is_one_plain_line(desk: Desk) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*COMMAND, "export", "csv"], cwd=desk.notes, env=desk.environment(), stdout=full,
            stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert ended.returncode == 3
    assert ended.stderr.decode().splitlines() == ["workbench: the output: No space left on device"]


def test_a_calendar_may_be_a_folder_of_files(desk: Desk, ids: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "list"
    folder.mkdir()
    assert desk.run("export", "icalendar", "--output", folder).status == 0
    assert {path.name for path in folder.iterdir()} == {f"{one}.ics" for one in ids[2:]}
    again = desk.run("export", "icalendar", "--output", folder)
    assert (again.status, len(again.errors)) == (3, 1)
    assert desk.run("import", "icalendar", folder).status == 0
    one = folder / f"{ids[4]}.ics"
    one.write_text(one.read_text().replace("NEEDS-ACTION", "COMPLETED"))
    said = desk.run("import", "icalendar", folder)
    assert [row[:2] for row in said.rows] == [["status=done", ids[4]]]
    (folder / "x.ics").write_text("BEGIN:VCALENDAR")
    cut = desk.run("import", "icalendar", folder)
    assert (cut.status, cut.errors) == (
        3,
        [f"workbench: {folder}/x.ics: cut off (not all that begins in it ends); nothing was "
         "imported"],
    )  # fmt: skip
    assert desk.run("export", "csv", "--output", folder).status == 3


@needs_posix
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_of_notes_acts_in_an_export(desk: Desk, file: Path, form: str) -> None:
    write_hostile_folder(desk.notes)
    said = desk.run("export", form, ALL)
    assert acting_in(said.out.replace(b"\r\n", b"\n") + said.err) <= {"\u200d"}
    file.write_bytes(said.out)
    back = desk.run("import", form, file)
    assert (back.status, back.out) == (0, b"")
    assert back.errors[-1].endswith(f"0 changed, {6 + len(ATTACKS)} as here, 0 unknown")


# Import ------------------------------------------------------------------------------------


def test_what_is_ticked_there_is_ticked_here_as_one_step(
    desk: Desk, ids: list[str], file: Path
) -> None:
    lines = exported(desk, "todotxt", file, ALL).splitlines()
    lines[0] = "x 2024-05-01 " + lines[0].removeprefix("(B) ")
    lines[5] += " due:2024-12-31 to:Ana%20M"
    file.write_text("\n".join(["Buy milk", *lines[::-1], ""]), encoding="utf-8")
    tried = desk.run("import", "todotxt", file, "--dry-run")
    assert not desk.store.exists()
    said = desk.run("import", "todotxt", file, "--by", "ana")
    assert (said.status, tried.status) == (0, 0)
    assert [row[:2] for row in said.rows] == [
        ["due=2024-12-31, to=Ana M", ids[5]], ["status=done", ids[0]],
    ]  # fmt: skip
    assert said.rows[1][2].startswith("Further detail")
    assert tried.out == said.out
    assert said.errors == [
        "workbench: line 1: no task here has this id: Buy milk",
        "workbench: 7 tasks read: 2 changed, 4 as here, 1 unknown",
    ]
    assert tried.errors == [said.errors[0], said.errors[1].replace("2 ch", "2 would ch").replace(
        "changed", "change")]  # fmt: skip
    assert len({record["step"] for record in desk.records}) == 1
    assert desk.run("import", "todotxt", file).out == b""
    assert len(desk.run("undo", "--by", "ana").rows) == 2
    assert {row[1] for row in desk.run("tasks").rows} == {"pending"}


def test_what_was_decided_here_since_is_not_taken_back(
    desk: Desk, ids: list[str], file: Path
) -> None:
    text = exported(desk, "csv", file, ALL)
    desk.run("done", ids[0], ids[1])
    file.write_text(text.replace(f'{ids[1]}","pending', f'{ids[1]}","dropped'), "utf-8", newline="")
    said = desk.run("import", "csv", file)
    assert [row[:2] for row in said.rows] == [["status=dropped", ids[1]]]
    assert said.errors[0] == f"workbench: {ids[1]}: status was changed here since, too"
    assert [row[1] for row in desk.run("tasks").rows[:2]] == ["done", "dropped"]


def test_a_table_of_ones_own(desk: Desk, ids: list[str], file: Path) -> None:
    file.write_text(f"id;due;to\n{ids[0]};2024-12-31;\n{ids[1]};;Eva\n", encoding="utf-8")
    assert [row[:2] for row in desk.run("import", "csv", file).rows] == [
        ["due=2024-12-31", ids[0]], ["to=Eva", ids[1]],
    ]  # fmt: skip


def test_standard_input(desk: Desk, ids: list[str]) -> None:
    def imported(given: bytes) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*COMMAND, "import", "todotxt", "-"], cwd=desk.notes, env=desk.environment(),
            input=given, capture_output=True, check=False,
        )  # fmt: skip

    assert imported(f"x Go wb:{ids[0]}\n".encode()).stdout.startswith(b"status=done\t")
    assert imported(b"\xff").stderr.decode().splitlines() == [
        "workbench: standard input: not in UTF-8 (byte 1); save it so; nothing was imported"
    ]


def test_a_note_that_was_renamed_since_is_known(desk: Desk, ids: list[str], file: Path) -> None:
    desk.run("set", ids[0], "--to", "Eva")
    text = exported(desk, "todotxt", file, ALL, "is:unpublished")
    path = desk.notes / "000_f6b27d4923622a3f.txt"
    told = path.read_text(encoding="utf-8")
    path.write_text(told.replace("Transition Framework", "Change Plan"), encoding="utf-8")
    file.write_text(re.sub("(?m)^", "x ", text.rstrip("\n")), encoding="utf-8")
    said = desk.run("import", "todotxt", file)
    now = desk.run("tasks", "plan").rows
    assert now[0][0] != ids[0]
    assert [row[:2] for row in said.rows] == [["status=done", now[0][0]]]
    assert said.errors[-1].endswith("1 changed, 0 as here, 1 unknown")  # never decided on


def test_nothing_that_is_known(desk: Desk, file: Path) -> None:
    file.write_text("".join(f"Buy milk {number}\n" for number in range(7)))
    said = desk.run("import", "todotxt", file)
    assert (said.status, said.out) == (1, b"")
    assert said.errors == [
        *(f"workbench: line {n + 1}: no task here has this id: Buy milk {n}" for n in range(5)),
        "workbench: and 2 more that are not known here",
        "workbench: 7 tasks read: 0 changed, 0 as here, 7 unknown",
    ]
    assert not desk.store.exists()


@pytest.mark.parametrize(
    ("form", "text", "reason"),
    [
        ("todotxt", "x wb:{0}\nstatus:doing wb:{0}\n",
         "line 1 and line 2 say different things of one task"),
        ("todotxt", "x wb:{0}\nGo due:soon wb:{1}\n", "line 2: “soon” is no day (YYYY-MM-DD)"),
        ("csv", '"id","status"\n"{0}","done"\n"{1}","do', "not a whole table (unexpected end of"),
        ("csv", "\ufeffid,status\n{0},done\n{1},\x1b[31mred\x1b[0m\n",
         "line 3: “␛[31mred␛[0m” is no status"),
        ("json", '{{"format":"session-workbench tasks","version":9}}', "of version 9, and this"),
        ("taskwarrior", '[{{"wbid":"{0}"', "not what `task export` writes (Input data was trunc"),
        ("icalendar", "BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR\n", "iCalendar of version 1.0"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_whole_changes_nothing(
    desk: Desk, ids: list[str], file: Path, form: str, text: str, reason: str
) -> None:
    file.write_text(text.format(*ids), encoding="utf-8", newline="")
    said = desk.run("import", form, file)
    assert (said.status, said.out) == (3, b"")
    [line] = said.errors
    assert line.startswith(f"workbench: {file}: {reason}")
    assert line.endswith("; nothing was imported")
    assert acting_in(said.err) == set()
    assert not desk.store.exists()


def test_a_file_that_is_not_there_or_is_none(desk: Desk, file: Path, tmp_path: Path) -> None:
    said = desk.run("import", "csv", file)
    assert (said.status, said.errors) == (3, [f"workbench: {file}: No such file or directory"])
    said = desk.run("import", "csv", tmp_path)
    assert (said.status, len(said.errors)) == (3, 1)


@needs_posix
def test_a_file_beyond_measure(desk: Desk, file: Path) -> None:
    with file.open("wb") as huge:
        huge.truncate(257 << 20)
    said = desk.run("import", "csv", file)
    assert said.errors == [f"workbench: {file}: larger than 256 MB; nothing was imported"]
    assert said.status == 3


def test_what_acts_in_an_imported_text_is_made_readable(
    desk: Desk, ids: list[str], file: Path
) -> None:
    attack = "\x1b]0;x\x07\u202e"
    tasks = [{"id": ids[0], "to": attack, "note": attack}, {"id": attack, "text": attack}]
    whole = {"format": "session-workbench tasks", "version": 1, "tasks": tasks}
    file.write_text(json.dumps(whole), encoding="utf-8")
    said = desk.run("import", "json", file)
    assert said.status == 0
    assert acting_in(said.out + said.err) == set()
    assert desk.records[0]["set"] == {"to": "␛]0;x␇\ufffd", "note": "␛]0;x␇\ufffd"}


def test_a_journal_that_cannot_be_written(desk: Desk, ids: list[str], file: Path) -> None:
    exported(desk, "todotxt", file, ALL)
    file.write_text(re.sub("(?m)^", "x ", file.read_text(encoding="utf-8")), encoding="utf-8")
    (desk.home / "file").write_text("in the way")
    said = desk.run("import", "todotxt", file, "--store", desk.home / "file" / "tasks.jsonl")
    assert (said.status, said.out, len(said.errors)) == (3, b"", 1)


@pytest.mark.parametrize("command", ["export", "import", "apply"])
def test_help_has_an_example(desk: Desk, command: str, tmp_path: Path) -> None:
    said = desk.run(command, "--help", cwd=tmp_path)
    assert said.status == 0
    assert f"  workbench {command} " in said.text


def test_calendars_and_textual_are_loaded_by_those_alone_who_need_them(desk: Desk) -> None:
    program = "import sys; from tui.cli.commands import workbench;" \
        "workbench.main(['export', 'csv'], standalone_mode=False);" \
        "assert not {'icalendar', 'textual'} & {*sys.modules}"  # fmt: skip
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=desk.notes, env=desk.environment(),
        capture_output=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr.decode()


# Of an earlier version ---------------------------------------------------------------------

SIGNED = {"Learn C++.": ("learn c", 1), "Wait if x <= 5 %.": ("wait if x 5", 0)}
"""What earlier rules made of a text, and which of those that read so it was, behind "Learn C."."""


def of_an_earlier_version(said: str, read_: Session) -> str:
    """An export with the ids that earlier rules gave."""
    for task in read_.tasks:
        if task.text in SIGNED:
            former = task_id(read_.id, *SIGNED[task.text])
            assert task.id in said
            said = said.replace(task.id, former)
            said = said.replace(taskwarrior.uuid_of(task.id), taskwarrior.uuid_of(former))
    return said


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_of_an_earlier_version_finds_its_tasks_by_what_they_say(
    desk: Desk, file: Path, form: str
) -> None:
    text = note("Learn C.", *SIGNED, title="Signs")
    (desk.notes / "signs.md").write_text(text, encoding="utf-8")
    said = exported(desk, form, file, ALL, "title:Signs")
    said = of_an_earlier_version(said, read(text, "signs.md"))
    file.write_text(said, encoding="utf-8", newline="")
    taken = desk.run("import", form, file)
    assert taken.errors == ["workbench: 3 tasks read: 0 changed, 3 as here, 0 unknown"]


def test_what_it_says_goes_to_the_task_that_says_so_and_not_to_that_of_the_id(
    desk: Desk, file: Path
) -> None:
    """When it was exported there was but one of them, with the id that the other one has now."""
    now = note("Learn C.", "Learn C++.", title="Signs")
    (desk.notes / "signs.md").write_text(now, encoding="utf-8")
    plain_c, cpp = read(now, "signs.md").tasks
    said = {"format": "session-workbench tasks", "version": 1}
    one = {"id": plain_c.id, "status": "done"}
    file.write_text(json.dumps({**said, "tasks": [{**one, "text": "Learn C++."}]}))
    assert desk.run("import", "json", file).rows == [["status=done", cpp.id, "Learn C++."]]
    file.write_text(json.dumps({**said, "tasks": [{**one, "text": "Learn C."}]}))
    assert desk.run("import", "json", file).rows == [["status=done", plain_c.id, "Learn C."]]
