"""Transcripts of `workbench heal`."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.cli.test_hostile import acting_in, needs_posix
from tests.hostile import ATTACKS, write_hostile_folder
from tests.library.test_files import not_as_root
from tests.program import COMMAND, SEEDS, Desk
from tests.samples import misread, note
from tests.terminal import AVAILABLE, Terminal
from tui.cli.healing import write_healed
from tui.library import NoteFile
from tui.mending import MendedFile, write_mended
from tui.notes.mend import mend

NAMES = ["000_f6b27d4923622a3f.txt", "001_1b92bc54a7ff3cf0.txt", "002_2cd8d79bcc1167fb.txt"]
CODECS = ["mac-roman", "windows-1254", "windows-1253+1252"]
LINES = [[8, 10, 11, 12, 13], [8, 10, 11, 12, 13], [1, 3, 5]]
ORIGINALS = {name: (SEEDS / name).read_bytes() for name in NAMES}
HEALED = {name: mend(data).data for name, data in ORIGINALS.items()}
GUESSED = "Summed the meeting up: “ship it, then measure”."


def lossy(text: str) -> bytes:
    """A text read as Latin-1 of which the controls were lost."""
    hurt = misread(text, "latin-1")
    return "".join(char for char in hurt if not "\x80" <= char < "\xa0").encode()


UNCERTAIN = lossy(note(GUESSED, title="Met"))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".workbench" not in path.parts
    }


# What would change -----------------------------------------------------------------------


def test_the_diff_of_one_note(desk: Desk) -> None:
    said = desk.run("heal", NAMES[2])
    assert (said.status, said.errors) == (0, [])
    assert said.text == (
        f"{NAMES[2]}: to heal: 3 lines (windows-1253+1252)\n"
        f"--- {NAMES[2]}\n"
        f"+++ {NAMES[2]}\n"
        "@@ -1,8 +1,8 @@\n"
        "-πŸ“… 2024-02-04 β€” Session: "
        "Developed strategies for public safety interoperability\n"
        "+📅 2024-02-04 — Session: Developed strategies for public safety interoperability\n"
        " \n"
        "-πŸ•’ 00:00–03:00\n"
        "+🕒 00:00–03:00\n"
        " 🏷️ Labels: Interoperability, Public Safety, Technology Integration, Collaboration,"
        " Digital Transformation\n"
        "-πŸ“‚ Project: Business\n"
        "+📂 Project: Business\n"
        " ⭐ Priority: MEDIUM\n"
        " \n"
        " Session Goal:\n"
    )
    assert contents(desk.notes) == ORIGINALS


@pytest.mark.parametrize("options", [[], ["--diff"]])
def test_the_diff_of_a_folder_is_the_usual(desk: Desk, options: list[str]) -> None:
    said = desk.run("heal", "notes", *options, cwd=desk.notes.parent)
    assert (said.status, said.errors) == (0, [])
    heads = [line for line in said.lines if line.startswith("+++")]
    assert heads == [f"+++ {Path('notes', name)}" for name in NAMES]
    assert contents(desk.notes) == ORIGINALS


def test_json_is_an_object_a_file(desk: Desk) -> None:
    (desk.notes / "clean.md").write_text(note("Ask Zoë."), encoding="utf-8")
    said = desk.run("heal", ".", "--json")
    assert (said.status, said.errors) == (0, [])
    damaged = [
        {
            "path": name,
            "healed": [{"line": line, "codec": codec} for line in lines],
            "uncertain": [],
            "changed": True,
            "written": False,
            "problem": "",
        }
        for name, codec, lines in zip(NAMES, CODECS, LINES, strict=True)
    ]
    clean = {
        "path": "clean.md",
        "healed": [],
        "uncertain": [],
        "changed": False,
        "written": False,
        "problem": "",
    }
    assert said.json == [*damaged, clean]
    assert said.text.count("\n") == 4
    assert len(contents(desk.notes)) == 4


def test_a_guess_is_named(desk: Desk) -> None:
    (desk.notes / "guess.md").write_bytes(UNCERTAIN)
    [found] = desk.run("heal", "guess.md", "--json").json
    assert found["uncertain"] == [27]
    head = desk.run("heal", "guess.md").lines[0]
    assert head.startswith("guess.md: to heal: ")
    assert head.endswith("; line 27 is uncertain")


def test_bytes_that_are_not_utf8_are_seen_in_a_diff(desk: Desk) -> None:
    (desk.notes / "raw.md").write_bytes(b"- Ask Zo\xeb\r\n- plain\r\n")
    said = desk.run("heal", "raw.md")
    assert said.lines[0] == "raw.md: to heal: 1 line (raw windows-1252)"
    assert said.lines[3:] == ["@@ -1,2 +1,2 @@", "-- Ask Zo\ufffd", "+- Ask Zoë", " - plain"]


def test_where_nothing_is_damaged_nothing_matched(desk: Desk) -> None:
    for name in NAMES:
        (desk.notes / name).write_bytes(HEALED[name])
    for options in ([], ["--write"]):
        said = desk.run("heal", ".", *options)
        assert (said.status, said.out, said.errors) == (1, b"", [])
    said = desk.run("heal", ".", "--json")
    assert (said.status, [found["changed"] for found in said.json]) == (1, [False] * 3)
    (desk.home / "empty").mkdir()
    assert desk.run("heal", desk.home / "empty", "--json").json == []


def test_what_cannot_be_healed_is_said(desk: Desk) -> None:
    (desk.notes / "lost.md").write_text("Ask Jo\ufffd.\n", encoding="utf-8")
    said = desk.run("heal", "lost.md")
    assert (said.status, said.out) == (1, b"")
    assert said.errors == ["workbench: lost.md: line 1 still looks damaged, and cannot be healed"]


# Written ---------------------------------------------------------------------------------


def test_written_the_originals_stay_beside_the_healed(desk: Desk) -> None:
    said = desk.run("heal", ".", "--write")
    assert (said.status, said.errors) == (0, [])
    assert said.rows == [
        ["healed", name, f"{len(lines)} lines ({codec})"]
        for name, codec, lines in zip(NAMES, CODECS, LINES, strict=True)
    ]
    kept = {f"{name}.orig": data for name, data in ORIGINALS.items()}
    assert contents(desk.notes) == HEALED | kept


def test_a_second_time_nothing_is_written(desk: Desk) -> None:
    desk.run("heal", ".", "--write")
    before = {path: path.stat().st_mtime_ns for path in desk.notes.iterdir()}
    said = desk.run("heal", ".", "--write")
    assert (said.status, said.out, said.errors) == (1, b"", [])
    assert {path: path.stat().st_mtime_ns for path in desk.notes.iterdir()} == before


def test_what_is_written_can_be_had_as_json(desk: Desk) -> None:
    (desk.notes / "clean.md").write_text(note("Ask Zoë."), encoding="utf-8")
    (desk.notes / f"{NAMES[1]}.orig").write_bytes(b"mine")
    said = desk.run("heal", ".", "--write", "--json")
    assert said.status == 3
    assert [found["written"] for found in said.json] == [True, False, True, False]
    assert [found["problem"] for found in said.json] == [
        "", f"not healed, for {NAMES[1]}.orig is there already; move it away", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encoding_and_line_endings_stay(desk: Desk, encoding: str, ending: str) -> None:
    clean = note("Ask Zoë – “today”.").replace("\n", ending)
    hurt = misread(clean, "mac-roman").encode(encoding)
    (desk.notes / "a.md").write_bytes(hurt)
    assert desk.run("heal", "a.md", "--write").status == 0
    assert (desk.notes / "a.md").read_bytes() == clean.encode(encoding)
    assert (desk.notes / "a.md.orig").read_bytes() == hurt


@needs_posix
def test_the_mode_stays(desk: Desk) -> None:
    (desk.notes / NAMES[0]).chmod(0o640)
    desk.run("heal", NAMES[0], "--write")
    for name in (NAMES[0], f"{NAMES[0]}.orig"):
        assert stat.S_IMODE((desk.notes / name).stat().st_mode) == 0o640


def test_every_tick_is_still_on_its_task(desk: Desk) -> None:
    (desk.notes / "guess.md").write_bytes(UNCERTAIN)
    (desk.notes / "raw.md").write_bytes(
        note("Write to ZoX.", title="Wrote", day="2024-05-05").encode().replace(b"ZoX", b"Zo\xeb")
    )
    tasks = [row[0] for row in desk.run("tasks").rows]
    assert len(tasks) == 8
    desk.run("done", *tasks[::2])
    desk.run("drop", tasks[1])
    before = desk.run("tasks", "--json").json
    sessions = desk.run("sessions", "--json", "--text").json
    said = desk.run("heal", ".", "--write", "--include-uncertain")
    assert (said.status, len(said.rows)) == (0, 5)
    assert desk.run("tasks", "--json").json == before
    assert [task["status"] for task in before].count("done") == 4
    for one in (after := desk.run("sessions", "--json", "--text").json) + sessions:
        for mended in ("healed", "uncertain", "problems"):
            del one[mended]
    assert after == sessions
    # A decision after healing is one on the same task.
    desk.run("reopen", tasks[0])
    assert [task["status"] for task in desk.run("tasks", "--json").json].count("done") == 3


def test_a_tick_stands_on_either_of_the_two(desk: Desk) -> None:
    """The original, put back, is the same session; so nothing is lost by going back."""
    [first, *_] = [row[0] for row in desk.run("tasks").rows]
    desk.run("heal", ".", "--write")
    desk.run("done", first)
    for name in NAMES:
        (desk.notes / f"{name}.orig").replace(desk.notes / name)
    assert [row[0] for row in desk.run("tasks", "is:done").rows] == [first]


# Left as it is ---------------------------------------------------------------------------


def test_a_note_with_a_guess_is_left_unless_asked_for(desk: Desk) -> None:
    (desk.notes / "guess.md").write_bytes(UNCERTAIN)
    said = desk.run("heal", ".", "--write")
    assert (said.status, len(said.rows), len(said.errors)) == (0, 3, 1)
    assert said.errors[0].startswith("workbench: guess.md: left as it is, for line")
    assert said.errors[0].endswith(" uncertain (--include-uncertain)")
    assert (desk.notes / "guess.md").read_bytes() == UNCERTAIN
    assert desk.run("heal", "guess.md", "--write").status == 1
    asked = desk.run("heal", "guess.md", "--write", "--include-uncertain")
    assert (asked.status, len(asked.rows), asked.errors) == (0, 1, [])
    assert (desk.notes / "guess.md").read_bytes() == mend(UNCERTAIN).data
    assert (desk.notes / "guess.md.orig").read_bytes() == UNCERTAIN


def test_a_note_with_an_original_beside_it_is_left_and_the_rest_goes_on(desk: Desk) -> None:
    (desk.notes / f"{NAMES[0]}.orig").write_bytes(b"mine")
    said = desk.run("heal", ".", "--write")
    assert said.status == 3
    assert said.errors == [
        f"workbench: {NAMES[0]}: not healed, for {NAMES[0]}.orig is there already; move it away"
    ]
    assert [row[1] for row in said.rows] == NAMES[1:]
    assert (desk.notes / NAMES[0]).read_bytes() == ORIGINALS[NAMES[0]]
    assert (desk.notes / f"{NAMES[0]}.orig").read_bytes() == b"mine"


@needs_posix
def test_a_link_is_followed_only_inside_of_the_folder(desk: Desk) -> None:
    outside = desk.home / "out.txt"
    shutil.copy(SEEDS / NAMES[0], outside)
    (desk.notes / "out.txt").symlink_to(outside)
    (desk.notes / "in.txt").symlink_to(NAMES[1])
    said = desk.run("heal", ".", "--write")
    assert (said.status, [row[1] for row in said.rows]) == (3, NAMES)
    assert said.errors == [
        "workbench: out.txt: a symbolic link that leads out of the folder; "
        "heal the file it leads to"
    ]
    assert outside.read_bytes() == ORIGINALS[NAMES[0]]
    assert not (desk.home / "out.txt.orig").exists()
    assert (desk.notes / "in.txt").is_symlink()
    named = desk.run("heal", "out.txt", "--write")
    assert (named.status, named.errors) == (
        3,
        ["workbench: out.txt: a symbolic link; heal the file it leads to"],
    )


@needs_posix
def test_a_folder_that_may_not_be_written(capfd: pytest.CaptureFixture[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in map(Path, shutil.copytree(SEEDS, folder / "notes").iterdir()):
            path.chmod(0o666)
        (folder / "notes").chmod(0o555)
        folder.chmod(0o755)
        with not_as_root():
            status = write_healed([folder / "notes"], as_json=False, include_uncertain=False)
        (folder / "notes").chmod(0o755)
        assert contents(folder / "notes") == ORIGINALS
        said = capfd.readouterr()
        refused = "not healed, it could not be written (Permission denied)"
        assert (status, said.out) == (3, "")
        assert said.err.splitlines() == [
            f"workbench: {folder / 'notes' / name}: {refused}" for name in NAMES
        ]


def test_an_interrupt_tells_what_was_done_so_far(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = Path(shutil.copytree(SEEDS, tmp_path / "notes"))

    def interrupted(file: NoteFile, *, include_uncertain: bool) -> MendedFile:
        if file.real.endswith(NAMES[1]):
            raise KeyboardInterrupt
        return write_mended(file, include_uncertain=include_uncertain)

    monkeypatch.setattr("tui.cli.healing.write_mended", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_healed([notes], as_json=False, include_uncertain=False)
    said = capfd.readouterr()
    assert said.out == f"healed\t{notes / NAMES[0]}\t5 lines (mac-roman)\n"
    assert contents(notes) == ORIGINALS | {
        NAMES[0]: HEALED[NAMES[0]],
        f"{NAMES[0]}.orig": ORIGINALS[NAMES[0]],
    }


def test_what_cannot_be_read_is_one_line_and_the_rest_goes_on(desk: Desk) -> None:
    (desk.notes / "nul.md").write_bytes(b"a\0b")
    (desk.notes / "half.md").write_bytes(b"\xff\xfea\0\x00\xd8")
    (desk.notes / "large.md").write_bytes(b"x" * (4 << 20) + b"x")
    for options in (["--json"], ["--write"]):
        said = desk.run("heal", ".", "gone.md", *options)
        assert said.status == 3
        assert said.errors == [
            "workbench: half.md: the UTF-16 text is damaged at byte 4",
            "workbench: large.md: 4.1 MB, more than the 4 MB that are read",
            "workbench: nul.md: not a text file (it holds NUL bytes)",
            "workbench: gone.md: there is no such file or folder",
        ]
        assert len(said.rows) >= 3
    assert contents(desk.notes).items() >= HEALED.items()


@needs_posix
def test_a_reader_that_leaves_keeps_nothing_from_being_healed(desk: Desk) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = subprocess.run(
            [*COMMAND, "heal", ".", "--write"],
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
    assert contents(desk.notes).items() >= HEALED.items()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        [".", "--diff", "--json"],
        [".", "--diff", "--write"],
        [".", "--include-uncertain"],
        [".", "--json", "--include-uncertain"],
        [".", "--jsonl"],
    ],
)
def test_wrong_use_changes_nothing(desk: Desk, arguments: list[str]) -> None:
    said = desk.run("heal", *arguments)
    assert (said.status, said.out) == (2, b"")
    assert said.errors[-1].startswith("Error: ")
    assert contents(desk.notes) == ORIGINALS


# Nothing acts ----------------------------------------------------------------------------


@pytest.mark.parametrize("options", [[], ["--json"], ["--write", "--include-uncertain"]])
def test_nothing_acts_in_a_pipe(desk: Desk, options: list[str]) -> None:
    write_hostile_folder(desk.notes)
    for path in desk.notes.iterdir():
        path.write_bytes(path.read_bytes() + b"caf\xe9\n")
    said = desk.run("heal", ".", *options)
    assert said.status == 0
    assert len(said.lines) >= 15
    assert acting_in(said.out + said.err) == set()


@needs_posix
def test_nothing_acts_in_messages(desk: Desk) -> None:
    said = desk.run("heal", "".join(ATTACKS.values()))
    assert (said.status, said.out, len(said.errors)) == (3, b"", 1)
    assert acting_in(said.err) == set()


# On a terminal ---------------------------------------------------------------------------


def shown(desk: Desk, *arguments: str) -> tuple[int, bytes, str]:
    """How a command ends on a terminal, what it sent there, and what is read there."""
    with Terminal() as terminal:
        terminal.start(
            [*COMMAND, "heal", *arguments], size=(120, 60), env=desk.environment(), cwd=desk.notes
        )
        return terminal.wait_exit(60), terminal.raw, terminal.text


@pytest.mark.terminal
@pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals")
def test_a_diff_is_coloured_and_nothing_acts(desk: Desk) -> None:
    (desk.notes / "evil.md").write_bytes(
        b"\x1b]2;pwned\x07 [red]markup[/] :smile: caf\xe9\n" + "é\x9b2J".encode() + b"\n"
    )
    status, raw, text = shown(desk, ".")
    assert status == 0
    assert b"\x1b[31m-" in raw
    assert b"\x1b[32m+" in raw
    assert b"\x1b]" not in raw
    assert acting_in(raw) <= {"\x1b", "\r", "\n"}
    assert "+␛]2;pwned␇ [red]markup[/] :smile: café" in text


@pytest.mark.terminal
@pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals")
@pytest.mark.parametrize("options", [["--write"], ["--json"], []])
def test_many_files_have_a_bar_that_makes_way(desk: Desk, options: list[str]) -> None:
    for number in range(30):
        shutil.copy(SEEDS / NAMES[number % 3], desk.notes / f"more{number}.txt")
    (desk.notes / "more12.txt.orig").write_bytes(b"mine")
    status, raw, text = shown(desk, ".", *options)
    assert b"healing" in raw
    assert "healing" not in text  # it is gone in the end
    refused = "workbench: more12.txt: not healed, for more12.txt.orig is there already"
    assert (status, refused in text) == ((3, True) if options == ["--write"] else (0, False))


@pytest.mark.terminal
@pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals")
def test_a_few_files_have_none(desk: Desk) -> None:
    status, raw, _ = shown(desk, ".", "--write")
    assert (status, b"healing" in raw) == (0, False)
