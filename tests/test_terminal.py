"""End to end: the workbench in a real terminal, used with keys, its screen read back."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.hostile import (
    ACTING,
    ATTACKS,
    OSC_52,
    hostile_note,
    write_hostile_config,
    write_hostile_folder,
)
from tests.program import COMMAND, SEEDS, Desk, environment
from tests.terminal import AVAILABLE, SIGKILL, Terminal, child_environment

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals"),
]

WIDE, NARROW = (160, 50), (80, 24)
both_sizes = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["160x50", "80x24"])
Opener = Callable[..., Terminal]

_OSC = re.compile(rb"\x1b\]([^;\x07\x1b]*)")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A copy of the sample documents and an empty home."""
    return Desk(tmp_path)


@pytest.fixture
def opened(desk: Desk) -> Iterator[Opener]:
    """Open a workbench in a terminal; all of them are ended after the test."""
    with ExitStack() as terminals:

        def opener(*arguments: str | Path, size: tuple[int, int] = WIDE) -> Terminal:
            terminal = terminals.enter_context(Terminal())
            command = [*COMMAND, *(arguments or (desk.notes,))]
            return terminal.start(command, size=size, env=environment(desk.home), cwd=desk.home)

        yield opener


def wait_until_read(terminal: Terminal, sessions: int) -> None:
    """Wait until the whole folder is read, and go to the first session."""
    terminal.wait_for(lambda seen: f" {sessions} sessions" in seen.screen[0])
    terminal.press("home")
    terminal.wait_for(f"Sessions {sessions}")


def is_narrow(terminal: Terminal) -> bool:
    """Whether one pane is shown at a time; told by the size, not by what is drawn so far."""
    return len(terminal.screen[0]) == NARROW[0]


def show_tasks(terminal: Terminal) -> None:
    """Where one pane is shown at a time, space only goes to the tasks."""
    if is_narrow(terminal):
        terminal.press("space")
        terminal.wait_for("Pending tasks")


def wait_until_done(terminal: Terminal, count: int) -> None:
    terminal.wait_for(lambda seen: f" {count} done" in seen.screen[0])


def quit_it(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait_exit() == 0


def close_filter(terminal: Terminal) -> None:
    terminal.press("escape")
    terminal.wait_for(lambda seen: "filter: words" in seen.screen[1])


# A tick stays ----------------------------------------------------------------------------


@both_sizes
def test_a_tick_is_there_when_the_folder_is_opened_again(
    desk: Desk, opened: Opener, size: tuple[int, int]
) -> None:
    first = opened(size=size)
    wait_until_read(first, 3)
    first.press("down")
    first.wait_for("Sessions 3")
    show_tasks(first)
    first.wait_for("▸☐ Further exploration")
    assert "☑" not in first.text
    first.press("space")
    wait_until_done(first, 1)
    first.press("down")
    first.wait_for("▸☐ Development of detailed implementation plans")
    first.press("space")
    wait_until_done(first, 2)
    quit_it(first)

    again = opened(size=size)
    wait_until_read(again, 3)
    wait_until_done(again, 2)
    again.press("down")
    again.wait_for("Sessions 3")
    show_tasks(again)
    again.wait_for("☑ Further exploration")
    again.wait_for("☑ Development of detailed implementation plans")
    quit_it(again)
    assert [record["note"] for record in desk.records] == ["002_2cd8d79bcc1167fb.txt"] * 2


@both_sizes
def test_a_tick_that_shows_survives_a_kill(
    desk: Desk, opened: Opener, size: tuple[int, int]
) -> None:
    first = opened(size=size)
    wait_until_read(first, 3)
    show_tasks(first)
    first.press("space")
    first.wait_for("☑")
    first.kill(SIGKILL)
    assert first.wait_exit() == -SIGKILL
    assert [record["set"] for record in desk.records] == [{"status": "done"}]

    again = opened(size=size)
    wait_until_read(again, 3)
    wait_until_done(again, 1)
    show_tasks(again)
    again.wait_for("☑ Further detail")
    again.press("u")
    wait_until_done(again, 0)
    quit_it(again)


def test_a_torn_line_loses_nothing_that_was_whole(desk: Desk, opened: Opener) -> None:
    first = opened()
    wait_until_read(first, 3)
    first.press("space")
    wait_until_done(first, 1)
    quit_it(first)
    whole = desk.store.read_bytes()
    desk.store.write_bytes(whole + whole[: len(whole) // 2])

    again = opened()
    wait_until_read(again, 3)
    wait_until_done(again, 1)
    show_tasks(again)
    again.press("down")
    again.wait_for("Sessions 3")
    again.press("space")
    wait_until_done(again, 2)
    quit_it(again)
    assert desk.store.read_bytes().startswith(whole + whole[: len(whole) // 2] + b"\n")


def test_what_is_ticked_in_the_terminal_is_told_on_the_command_line(
    desk: Desk, opened: Opener
) -> None:
    terminal = opened(desk.notes, "--by", "Ana")
    wait_until_read(terminal, 3)
    terminal.press("space")
    wait_until_done(terminal, 1)
    [task] = desk.run("tasks", "is:done", "--json").json
    assert (task["by"], task["text"][:14]) == ("Ana", "Further detail")
    assert desk.run("reopen", task["id"]).status == 0
    wait_until_done(terminal, 0)
    quit_it(terminal)


def test_two_workbenches_on_one_folder_see_each_others_ticks(desk: Desk, opened: Opener) -> None:
    ana, ben = opened(desk.notes, "--by", "Ana"), opened(desk.notes, "--by", "Ben")
    wait_until_read(ana, 3)
    wait_until_read(ben, 3)
    ana.press("space")
    wait_until_done(ana, 1)
    wait_until_done(ben, 1)
    ben.wait_for("done by Ana")
    ben.press("down")
    ben.wait_for("Sessions 3")
    ben.press("space")
    wait_until_done(ben, 2)
    wait_until_done(ana, 2)
    ana.press("u")
    wait_until_done(ana, 1)
    wait_until_done(ben, 1)
    ben.wait_for("done by Ben")
    quit_it(ana)
    quit_it(ben)
    assert [record["by"] for record in desk.records] == ["Ana", "Ben", "Ana"]


def test_a_tick_that_cannot_be_saved_does_not_show(desk: Desk, opened: Opener) -> None:
    terminal = opened(desk.notes, "--store", desk.home / "file" / "tasks.jsonl")
    wait_until_read(terminal, 3)
    (desk.home / "file").write_text("in the way")
    show_tasks(terminal)
    terminal.press("space")
    terminal.wait_for("not saved")
    assert "☑" not in terminal.text
    quit_it(terminal)


def test_keys_that_come_at_once_act_on_what_they_reach(desk: Desk, opened: Opener) -> None:
    terminal = opened()
    wait_until_read(terminal, 3)
    terminal.press("down", "space")
    wait_until_done(terminal, 1)
    assert [record["note"] for record in desk.records] == ["002_2cd8d79bcc1167fb.txt"]
    terminal.press("u", "tab", "home", "tab", "tab", "down", "space")
    terminal.wait_for("☑ Develop specific training modules")
    quit_it(terminal)


def test_a_filter_can_be_typed_without_a_pause(opened: Opener) -> None:
    terminal = opened()
    wait_until_read(terminal, 3)
    terminal.type("/is:pending graphviz")
    terminal.wait_for("Sessions 1")
    assert "/ is:pending graphviz" in terminal.screen[1]
    close_filter(terminal)
    wait_until_done(terminal, 0)
    quit_it(terminal)


# The screen ------------------------------------------------------------------------------


@pytest.mark.parametrize("frames", [None, "30"], ids=["usual", "of the reviewer's"])
def test_an_editor_gets_the_environment_that_the_workbench_was_given(
    desk: Desk, frames: str | None
) -> None:
    """What the workbench tells its own libraries is none of an editor's business."""
    told, editor = desk.home / "told", desk.home / "editor.py"
    editor.write_text(
        "import json, os, pathlib\n"
        f"pathlib.Path({str(told)!r}).write_text(json.dumps(dict(os.environ)))\n"
    )
    command = f"{sys.executable} {editor}"
    given = environment(desk.home, EDITOR=command, VISUAL=None, TEXTUAL_FPS=frames, LANG="C.UTF-8")
    with Terminal() as terminal:
        terminal.start([*COMMAND, desk.notes], env=given, cwd=desk.home)
        wait_until_read(terminal, 3)
        terminal.press("e")
        terminal.wait_for(lambda seen: told.exists() and "Sessions 3" in seen.text)
        quit_it(terminal)
    assert json.loads(told.read_text()) == child_environment(given)


@pytest.mark.parametrize("is_there", [False, True], ids=["no program", "no interpreter"])
def test_the_screen_is_there_after_an_editor_that_cannot_be_run(desk: Desk, is_there: bool) -> None:
    editor = desk.home / "editor"
    if is_there:
        editor.write_text("#!/nonexist/interpreter\n")
        editor.chmod(0o755)
    given = environment(desk.home, EDITOR=str(editor), VISUAL=None)
    with Terminal() as terminal:
        terminal.start([*COMMAND, desk.notes], env=given, cwd=desk.home)
        wait_until_read(terminal, 3)
        terminal.press("e")
        terminal.wait_for("cannot be run")
        terminal.press("space")
        wait_until_done(terminal, 1)
        quit_it(terminal)


def test_a_narrow_terminal_shows_one_pane_and_a_wide_one_all(opened: Opener) -> None:
    terminal = opened(size=NARROW)
    wait_until_read(terminal, 3)
    assert "Pending tasks" not in terminal.text
    terminal.press("enter")
    terminal.wait_for("SESSION GOAL")
    assert "Sessions 3" not in terminal.text
    terminal.press("escape")
    terminal.wait_for("Sessions 3")
    terminal.resize(*WIDE)
    terminal.wait_for(lambda seen: {"Sessions 3", "SESSION GOAL", "Pending tasks"} <= {
        title for title in ("Sessions 3", "SESSION GOAL", "Pending tasks")
        if title in seen.text
    })  # fmt: skip
    terminal.resize(*NARROW)
    terminal.wait_for(lambda seen: "Pending tasks" not in seen.text and "Sessions" in seen.text)
    quit_it(terminal)


@both_sizes
def test_every_screen_is_drawn_as_soon_as_it_comes_to_the_front(
    opened: Opener, size: tuple[int, int]
) -> None:
    terminal = opened(size=size)
    wait_until_read(terminal, 3)
    titles = {"1": "Sessions 3", "2": "Tasks 6", "3": "Projects 1", "4": "Decisions"}
    for key in "2131412324342":
        terminal.settle()
        terminal.press(key)
        terminal.wait_for(titles[key])
        assert not [
            title for other, title in titles.items() if other != key and title in terminal.text
        ]
    quit_it(terminal)


@both_sizes
def test_an_empty_folder_says_how_to_go_on(
    desk: Desk, opened: Opener, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    empty, temporary = desk.home / "empty", desk.home / "temporary"
    empty.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    terminal = opened(empty, size=size)
    terminal.wait_for("No notes in this folder.")
    terminal.wait_for("Press x to try the sample documents")
    assert "Notes are files that end in .md, .markdown or .txt." in terminal.text
    terminal.press("x")
    wait_until_read(terminal, 3)
    show_tasks(terminal)
    terminal.press("space")
    wait_until_done(terminal, 1)
    quit_it(terminal)
    assert not list(empty.iterdir())
    assert not list(temporary.iterdir())


def test_a_folder_of_other_files_says_why_none_is_a_session(desk: Desk, opened: Opener) -> None:
    folder = desk.home / "other"
    folder.mkdir()
    (folder / "shopping.md").write_text("Milk, eggs.\n")
    terminal = opened(folder)
    terminal.wait_for("No session among 1 file.")
    terminal.press("p")
    terminal.wait_for("shopping.md")
    terminal.press("escape")
    terminal.wait_for("No session among 1 file.")
    quit_it(terminal)


def test_it_can_be_left_while_it_reads(desk: Desk, opened: Opener) -> None:
    damaged = SEEDS / "000_f6b27d4923622a3f.txt"
    for number in range(3000):
        shutil.copyfile(damaged, desk.notes / f"{number:04}.md")
    terminal = opened()
    terminal.wait_for(lambda seen: " reading " in seen.screen[0])
    terminal.press("q")
    assert terminal.wait_exit() == 0
    with pytest.raises(ProcessLookupError):  # what it started is gone, too
        os.killpg(terminal.pid, 0)


@pytest.mark.parametrize(
    ("begun", "status"),
    [("", -signal.SIGHUP), ("trap '' HUP; ", 128 + signal.SIGHUP)],
    ids=["usual", "as nohup does"],
)
def test_without_its_terminal_it_ends(desk: Desk, begun: str, status: int) -> None:
    with Terminal() as terminal:
        command = ["sh", "-c", f'{begun}exec "$@"', "sh", *COMMAND, str(desk.notes)]
        ours = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # these tests may run under nohup
        try:
            terminal.start(command, env=environment(desk.home), cwd=desk.home)
        finally:
            signal.signal(signal.SIGHUP, ours)
        wait_until_read(terminal, 3)
        terminal.hang_up()
        assert terminal.wait_exit() == status


# Hostile notes ---------------------------------------------------------------------------


def look_at_everything(terminal: Terminal, sessions: int) -> None:
    """Look at every session and every page, tick and undo."""
    wait_until_read(terminal, sessions)
    narrow = is_narrow(terminal)
    for number in range(1, sessions + 1):
        day = f"2024-03-{sessions + 1 - number:02}"
        terminal.wait_for(f"▸● {day}")
        if narrow:
            terminal.press("enter")
        terminal.wait_for(f"{day}  10:00–11:00")
        terminal.press("R")
        terminal.wait_for("esc back")
        terminal.press("end", "escape")
        terminal.wait_for(lambda seen: "esc back" not in seen.text)
        if narrow:
            terminal.press("escape")
            terminal.wait_for(f"▸● {day}")
        terminal.press("down")
    show_tasks(terminal)
    terminal.press("space")
    wait_until_done(terminal, 1)
    terminal.press("u")
    terminal.wait_for("Undone: Task ")
    terminal.press("p")
    terminal.wait_for("Cannot be read (1)")
    terminal.press("escape")
    terminal.wait_for(lambda seen: "esc back" not in seen.text)


def look_at_other_screens(terminal: Terminal, sessions: int) -> None:
    """Look at what the list can be narrowed by, at the other screens, and at the palette."""
    terminal.press("f")
    terminal.wait_for("Narrow by")
    terminal.wait_for("▸ Project")
    terminal.press("tab")
    terminal.wait_for("▸ other")
    terminal.press("escape")
    terminal.wait_for(lambda seen: "Narrow by" not in seen.text)
    terminal.press("2")
    terminal.wait_for(f"{sessions} of {sessions} tasks")
    terminal.press("3")
    terminal.wait_for("1 open      0 done")
    terminal.press("4")
    terminal.wait_for("2 of 2 decisions")
    terminal.press("1")
    terminal.wait_for(f"{sessions} of {sessions} sessions")
    terminal.press("ctrl+p", *"seen")
    terminal.wait_for("Open view seen ␛]52")
    terminal.press("escape")
    terminal.wait_for(lambda seen: "Open view" not in seen.text)


def click(terminal: Terminal, column: int, row: int) -> None:
    """Press and release the mouse on a cell, counted from 0 (xterm's SGR mouse mode)."""
    for end in "Mm":
        terminal.type(f"\x1b[<0;{column + 1};{row + 1}{end}")


def acting_in(raw: bytes) -> frozenset[str]:
    return ACTING & set(raw.decode())


@both_sizes
def test_nothing_of_a_hostile_note_acts(desk: Desk, opened: Opener, size: tuple[int, int]) -> None:
    harmless = opened(size=size)
    wait_until_read(harmless, 3)
    quit_it(harmless)

    folder = desk.home / f"hostile {ATTACKS['clipboard']} [bold] [@click=app.quit]x[]"
    folder.mkdir()
    write_hostile_folder(folder)
    (folder / f"lost {OSC_52} [bold].md").symlink_to("nowhere")
    write_hostile_config(desk.home / "config" / "session-workbench" / "config.toml")
    terminal = opened(folder, "--by", f"Eve {OSC_52} [bold]", size=size)
    terminal.wait_for("theme")  # of the toast, which is wrapped as the path in it is long
    look_at_everything(terminal, len(ATTACKS))
    look_at_other_screens(terminal, len(ATTACKS))
    quit_it(terminal)

    assert acting_in(terminal.raw) <= acting_in(harmless.raw)
    assert set(_OSC.findall(terminal.raw)) <= set(_OSC.findall(harmless.raw))
    assert terminal.title == harmless.title
    assert b"\x1b[31mred" not in terminal.raw
    for attack in ATTACKS.values():
        if ACTING & set(attack):
            assert attack.encode() not in terminal.raw


def test_markup_in_a_note_is_text_and_cannot_be_clicked(desk: Desk, opened: Opener) -> None:
    shown = ATTACKS["click"]
    folder = desk.home / "hostile"
    folder.mkdir()
    (folder / "note.md").write_text(hostile_note(shown), encoding="utf-8")
    terminal = opened(folder)
    terminal.wait_for("Sessions 1")
    terminal.wait_for(f"Goal {shown}")
    terminal.wait_for(f"☐ Task {shown}")
    places = [
        (line.index(found) + len(found), row)
        for row, line in enumerate(terminal.screen)
        for found in ("Goal [@click=app.quit]", "Task [@click=app.quit]", "Head [@click=app.quit]")
        if found in line
    ]
    assert len(places) >= 3
    for column, row in places:
        assert terminal.screen[row][column] == "x"
        click(terminal, column, row)
    terminal.press("?")
    terminal.wait_for("esc back")
    terminal.press("escape")
    terminal.wait_for(lambda seen: "esc back" not in seen.text)
    quit_it(terminal)
