"""What shells complete: from the index alone, and inert whatever notes hold."""

from __future__ import annotations

import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.hostile import ACTING, write_hostile_folder
from tests.program import Desk
from tests.samples import note
from tui.library import FIELDS
from tui.notes import STATUSES

VARIABLE = "_WORKBENCH_COMPLETE"
SHELLS = ("bash", "zsh", "fish")
IN_A_SHELL = (
    "$(touch pwned)", "`touch pwned`", "; touch pwned;", "'; touch pwned; '", '"; touch pwned; "',
    "a\\tb \\n c", "*", "~/pwned", "!!", "$HOME ${HOME}", "<(touch pwned)", "> pwned",
    "& touch pwned", "%F{red} %s %n", "-rf --notes", "a,b:c=d|e", "#no",
)  # fmt: skip


def is_inert(value: str) -> bool:
    """Whether there are only letters, digits, the marks that spell, and what no shell acts on."""
    return all(c.isalnum() or c in "_:-" or unicodedata.category(c)[0] == "M" for c in value)


def asked(desk: Desk, line: str, shell: str = "bash") -> list[str]:
    """What the program answers to a shell."""
    words = line.split(" ")
    said = desk.run(
        env={
            VARIABLE: f"{shell}_complete",
            "COMP_LINE": line,
            "COMP_WORDS": line,
            "COMP_CWORD": words[-1] if shell == "fish" else str(len(words) - 1),
        }
    )
    assert (said.status, said.errors) == (0, [])
    if shell == "zsh":
        return [value.replace("\\:", ":") for value in said.lines[1::3]]
    return [line.split("\t")[0].partition(",")[2] for line in said.lines if line]


def script(desk: Desk, shell: str) -> str:
    said = desk.run("completion", shell)
    assert (said.status, said.errors) == (0, [])
    return said.text


def in_shell(desk: Desk, shell: str, line: str) -> list[str]:
    """What a shell itself offers for a line, with the script sourced."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    bin_ = desk.home / "bin"
    bin_.mkdir(exist_ok=True)
    (bin_ / "workbench").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n')
    (bin_ / "workbench").chmod(0o755)
    (bin_ / f"complete.{shell}").write_text(script(desk, shell))
    environment = desk.environment()
    environment |= {"PATH": f"{bin_}:{environment['PATH']}", "ASKED": line, "TERM": "dumb"}
    ended = subprocess.run(
        _ASK[shell],
        cwd=desk.notes,
        env={**environment, "SCRIPT": str(bin_ / f"complete.{shell}")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return [each.split("\t")[0] for each in ended.stdout.split("\n") if each]


# Bash and zsh complete only at a keyboard: what the keys would call is called.
_ASK = {
    "bash": [
        "bash", "--norc", "-c",
        'compopt() { :; }; source "$SCRIPT"; COMP_LINE="$ASKED"; COMP_POINT=${#ASKED}; '
        '_workbench_completion workbench; printf "%s\\n" "${COMPREPLY[@]}"',
    ],
    "zsh": [
        "zsh", "-f", "-c",
        "compdef() { :; }; _path_files() { :; }; "
        'compadd() { local name=$argv[-1]; print -rl -- "${(@P)name}"; }; '
        '_describe() { local one; for one in "${(@P)3}"; do one=${one//\\\\:/$\'\\0\'}; '
        'one=${one%%:*}; print -r -- ${one//$\'\\0\'/:}; done; }; '
        'source "$SCRIPT"; words=("${(@s: :)ASKED}"); CURRENT=$#words; _workbench_completion',
    ],
    "fish": ["fish", "--no-config", "-c", 'source "$SCRIPT"; complete -C "$ASKED"'],
}  # fmt: skip


@pytest.fixture
def read(desk: Desk) -> Desk:
    """A desk whose folder was read."""
    assert desk.run("tasks").status == 0
    return desk


@pytest.mark.parametrize("shell", SHELLS)
def test_commands_options_and_choices(desk: Desk, shell: str) -> None:
    assert asked(desk, "workbench ta", shell)[1:] == ["tasks"]
    assert {"open", "done", "doctor", "share"} <= set(asked(desk, "workbench ", shell))
    assert asked(desk, "workbench tasks --not", shell) == ["--notes"]
    assert asked(desk, "workbench share s", shell) == ["status"]
    assert asked(desk, "workbench set 3f --status ", shell) == list(STATUSES)


@pytest.mark.parametrize("command", ["tasks", "sessions"])
def test_fields_and_their_values(read: Desk, command: str) -> None:
    assert asked(read, f"workbench {command} ") == [f"{name}:" for name in FIELDS]
    assert asked(read, f"workbench {command} is:re", "zsh") == ["is:reviewed"]
    assert asked(read, f"workbench {command} project:b", "fish") == ["project:Business"]
    assert asked(read, f"workbench {command} policia label:dig", "zsh") == [
        "label:Digital-Transformation"
    ]
    labels = asked(read, f"workbench {command} lab", "zsh")
    assert len(labels) > 5
    assert all(label.startswith("label:") for label in labels)
    assert asked(read, f"workbench {command} label:nothing-like-it") == []


def test_what_is_offered_finds_what_it_is_of(read: Desk) -> None:
    for kind in ("label", "project", "priority"):
        offered = asked(read, f"workbench sessions {kind}:", "zsh")
        assert offered
        for term in offered:
            found = read.run("sessions", term, "--json").json
            wanted = term.partition(":")[2].replace("-", " ").lower()
            for session in found:
                values = session["labels"] if kind == "label" else [session[kind]]
                assert any(wanted in value.replace("-", " ").lower() for value in values)
            assert found, term


@pytest.mark.parametrize("command", ["done", "reopen", "drop", "set", "history"])
def test_ids_of_tasks(read: Desk, command: str) -> None:
    ids = sorted(row[0] for row in read.run("tasks").rows)
    assert asked(read, f"workbench {command} ") == ids
    assert asked(read, f"workbench {command} {ids[2][:4]}", "zsh") == [ids[2]]
    assert asked(read, f"workbench {command} zz", "fish") == []


def test_of_very_many_ids_none_are_offered(desk: Desk) -> None:
    """Some of them would look as if there were no others."""
    (desk.notes / "many.md").write_text(note(*(f"Task number {n}." for n in range(500))))
    desk.run("tasks")
    assert asked(desk, "workbench done ") == []
    first = desk.run("tasks").rows[0][0]
    assert first in asked(desk, f"workbench done {first[:2]}")


def test_the_folder_that_is_named_is_the_one_that_is_asked(read: Desk, tmp_path: Path) -> None:
    other = read.home / "other"
    other.mkdir()
    (other / "a.md").write_text(note("Tea.").replace("Business", "Garden"))
    read.run("tasks", "--notes", other)
    for named in (str(other), "~/other"):
        line = f"workbench tasks --notes {named} project:"
        assert asked(read, line, "zsh") == ["project:Garden"]
    assert asked(read, f"workbench tasks --notes={other} project:", "zsh") == ["project:Garden"]


@pytest.mark.parametrize(
    "spoil",
    [None, b"", b"no database" * 500, b"SQLite format 3\0" * 99],
    ids=["none", "empty", "other", "torn"],
)
def test_without_an_index_there_are_fields_and_nothing_is_written(
    desk: Desk, spoil: bytes | None
) -> None:
    if spoil is not None:
        desk.run("tasks")
        [index] = desk.home.rglob("*.sqlite")
        index.write_bytes(spoil)
    before = {path: path.stat().st_mtime_ns for path in desk.notes.parent.rglob("*")}
    assert asked(desk, "workbench tasks ") == [f"{name}:" for name in FIELDS]
    assert asked(desk, "workbench tasks is:d", "zsh") == ["is:doing", "is:done", "is:dropped"]
    assert asked(desk, "workbench tasks label:") == asked(desk, "workbench done ") == []
    assert {path: path.stat().st_mtime_ns for path in desk.notes.parent.rglob("*")} == before


def test_a_cache_folder_of_any_name(desk: Desk) -> None:
    cache = {"XDG_CACHE_HOME": str(desk.home / "100% #1?&x=y")}
    first = desk.run("tasks", env=cache).rows[0][0]
    line = {VARIABLE: "bash_complete", "COMP_LINE": f"workbench done {first[:6]}"}
    assert desk.run(env={**cache, **line}).lines == [f"plain,{first}"]


def test_no_note_is_read_and_nothing_is_written(read: Desk) -> None:
    for path in read.notes.iterdir():
        if path.is_file():
            path.unlink()
    before = {path: path.stat().st_mtime_ns for path in read.notes.parent.rglob("*")}
    assert asked(read, "workbench tasks project:", "zsh") == ["project:Business"]
    assert len(asked(read, "workbench done ")) == 6
    assert {path: path.stat().st_mtime_ns for path in read.notes.parent.rglob("*")} == before


@pytest.mark.parametrize(
    "environment",
    [{}, {"COMP_WORDS": "workbench", "COMP_CWORD": "x"}, {"COMP_WORDS": "'", "COMP_CWORD": "'"},
     {"COMP_LINE": 'workbench tasks "lab'}, {"COMP_LINE": "workbench show --notes"},
     {"COMP_LINE": "workbench nonsense "}, {"COMP_LINE": "\\"}],
)  # fmt: skip
@pytest.mark.parametrize("shell", [*SHELLS, "tcsh", "bash_complete_x"])
def test_a_question_that_is_not_whole_has_no_traceback(
    desk: Desk, shell: str, environment: dict[str, str | None]
) -> None:
    said = desk.run(env={VARIABLE: f"{shell}_complete", **environment})
    assert said.status in {0, 1, 2}
    assert "Traceback" not in said.err.decode()


def test_completing_loads_neither_textual_nor_what_reads_notes(read: Desk) -> None:
    told = (
        "import sys, atexit\n"
        'atexit.register(lambda: print(*sys.modules, sep="\\n", file=sys.stderr))\n'
        "from tui.cli import main\nmain()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", told],
        cwd=read.notes,
        env={
            **read.environment(),
            VARIABLE: "bash_complete",
            "COMP_LINE": "workbench tasks label:",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout.startswith("plain,label:")
    loaded = set(ended.stderr.split())
    assert "tui.library.index.glance" in loaded
    assert not loaded & {"textual", "rich", "filelock", "tui.health", "tui.sharing", "tui.ui"}


# In the shells themselves ----------------------------------------------------------------


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_offers_what_there_is(read: Desk, shell: str) -> None:
    offered = in_shell(read, shell, "workbench tasks lab")
    assert "label:Digital-Transformation" in offered
    assert in_shell(read, shell, "workbench ta") == ["tasks"]
    first = read.run("tasks").rows[0][0]
    assert in_shell(read, shell, f"workbench done {first[:5]}") == [first]


def test_bash_is_not_given_again_what_it_keeps_before_a_colon(read: Desk) -> None:
    assert in_shell(read, "bash", "workbench tasks label:dig") == ["Digital-Transformation"]
    assert in_shell(read, "bash", "workbench tasks -- label:") == [
        term.removeprefix("label:") for term in asked(read, "workbench tasks label:", "zsh")
    ]


@pytest.mark.parametrize("shell", SHELLS)
def test_hostile_notes_are_inert(desk: Desk, shell: str) -> None:
    for seed in desk.notes.glob("*.txt"):
        seed.unlink()
    write_hostile_folder(desk.notes)
    for number, attack in enumerate(IN_A_SHELL):
        text = note(f"Do {attack}", title=f"T {attack}", day=f"2024-05-{number + 1:02}")
        text = text.replace("Home, Plans", f"l{number}{attack}").replace("Business", f"p{attack}")
        (desk.notes / f"shell{number}.md").write_text(text, encoding="utf-8")
    assert desk.run("tasks").status == 0
    before = sorted(desk.notes.parent.rglob("*"))
    for line in ("workbench tasks label:", "workbench tasks project:", "workbench done "):
        answered = asked(desk, line, shell)
        assert len(answered) > 10
        assert all(map(is_inert, answered)), answered
        offered = in_shell(desk, shell, line)
        assert len(offered) == len(answered)
        assert all(map(is_inert, offered)), offered
    raw = desk.run(
        env={
            VARIABLE: f"{shell}_complete",
            "COMP_LINE": "workbench done ",
            "COMP_WORDS": "workbench done ",
            "COMP_CWORD": "" if shell == "fish" else "2",
        }
    )
    assert not ACTING & set(raw.out.decode())
    made = set(desk.notes.parent.rglob("*")) - set(before)
    assert not [path for path in made if path.name == "pwned" or desk.notes in path.parents]
