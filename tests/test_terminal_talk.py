"""What a terminal says of itself, focus and pasted text are no keys: nothing is decided by them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program import Desk, opened_in_terminal
from tests.terminal import AVAILABLE, Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(not AVAILABLE, reason="this system has no pseudo-terminals"),
]

# Every letter of them that is not part of a number does something in the list, if it is a key.
TALK = {
    "device attributes": "\x1b[?62;1;4;6;22c",
    "secondary attributes": "\x1b[>41;377;0c",
    "tertiary attributes": "\x1bP!|7E565445\x1b\\",
    "version": "\x1bP>|xterm(377)\x1b\\",
    "cursor position": "\x1b[24;80R",
    "extended cursor position": "\x1b[?24;80;1R",
    "status": "\x1b[0n",
    "mode": "\x1b[?2026;2$y",
    "window size": "\x1b[8;50;160t",
    "window title": "\x1b]lsuspicious rnu\x1b\\",
    "icon title": "\x1b]Lsuspicious rnu\x1b\\",
    "background": "\x1b]11;rgb:1111/2222/3333\x1b\\",
    "background, bell": "\x1b]11;rgb:1111/2222/3333\x07",
    "palette": "\x1b]4;1;rgb:ffff/0000/0000\x1b\\",
    "clipboard": "\x1b]52;c;IHNyIHUgcQ==\x07",
    "setting": "\x1bP1$r0m\x1b\\",
    "capability": "\x1bP1+r544e=787465726d\x1b\\",
    "keyboard": "\x1b[?25u",
    "attributes, eight bits": "\x9b?1;2c",
    "background, eight bits": "\x9d11;rgb:0/0/0\x07",
    "private": "\x1b^private r space \x1b\\",
    "letters that are none": "\x1b[1114112u\x1b[27;5;99999999~",
    "graphics": "\x1b_Gi=31;OK\x1b\\",
    "focus": "\x1b[O\x1b[I\x1b[O\x1b[I",
    "paste": "\x1b[200~ r u s\rj space q\x1b[201~",
    "paste of an end": "\x1b[200~ r\x1b[200~ u q\x1b[201~",
    "paste of lines": "\x1b[200~\n r\n u\n q\n\x1b[201~",
    "paste of colours": "\x1b[200~a\x1b[A r \x1b[0;31m u \x1b[201~",
    "paste of escapes": "\x1b[200~\x1bb r \x1b]0;r\x07 r \x1b[?1;2c q\x1b[201~",
    "paste of nothing": "\x1b[200~\x1b[201~",
}


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[tuple[Terminal, Desk]]:
    """A workbench with one open task under the cursor, in the list of tasks."""
    desk = Desk(tmp_path)
    with opened_in_terminal(desk) as terminal:
        terminal.press("home", "tab", "tab", "down")
        terminal.wait_for("▸☐ Develop specific")
        terminal.wait_for("SESSION GOAL")
        yield terminal, desk


@pytest.mark.parametrize("said", TALK.values(), ids=TALK)
def test_nothing_is_decided_by_it(terminal: tuple[Terminal, Desk], said: str) -> None:
    seen, desk = terminal
    before = seen.text
    seen.type(said)
    seen.press("?")
    seen.wait_for("─ Help ")
    seen.press("escape")
    seen.wait_for(lambda seen: seen.text == before)
    assert not desk.store.exists()
    seen.press("space")
    seen.wait_for("☑ Develop specific")
    assert [record["set"] for record in desk.records] == [{"status": "done"}]


SCREENS = {
    "tasks": ("2", "Tasks 6"),
    "progress": ("3", "Projects 1"),
    "history": ("4", "Decisions"),
    "orphans": ("O", "esc"),
    "problems": ("p", "esc back"),
    "as stored": ("R", "esc back"),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_decided_by_it_on_any_screen(
    terminal: tuple[Terminal, Desk], screen: str
) -> None:
    """All of it, one after the other, where letters are keys."""
    seen, desk = terminal
    key, shown = SCREENS[screen]
    seen.press(key)
    seen.wait_for(shown)
    seen.settle()
    before = seen.text
    for said in TALK.values():
        seen.type(said)
        seen.settle(quiet=0.05)
    assert not desk.store.exists()
    assert seen.text == before
    seen.press("escape", "1", "q")
    assert seen.wait_exit() == 0
    assert not desk.store.exists()


def test_nothing_of_it_is_written_where_one_types(terminal: tuple[Terminal, Desk]) -> None:
    seen, _ = terminal
    seen.press("/")
    for said in (said for name, said in TALK.items() if "paste" not in name):
        seen.type(said)
        seen.settle(quiet=0.05)
    seen.type("tidy")
    seen.wait_for("/ tidy ")


def test_what_could_begin_it_is_a_key_where_nothing_follows(
    terminal: tuple[Terminal, Desk],
) -> None:
    seen, _ = terminal
    seen.press("/")
    typed = "[]^PX_"
    for count, letter in enumerate(typed, 1):
        seen.type(letter)
        seen.wait_for(f"/ {typed[:count]} ")
