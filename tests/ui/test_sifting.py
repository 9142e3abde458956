"""What comes from a terminal, divided: keys stay keys, and nothing else becomes any."""

from __future__ import annotations

import os
from itertools import pairwise
from threading import Event, Thread

import pytest
from hypothesis import given, strategies as st
from textual.events import Key, Paste
from textual.message import Message

from tui.ui.hearing import Parser, listen
from tui.ui.sifting import ESCAPE, PASTE, PASTE_END, Sifter

SAID = {
    "device attributes": "\x1b[?62;1;4;6;22c",
    "attributes, eight bits": "\x9b?1;2c",
    "background": "\x1b]11;rgb:1111/2222/3333\x1b\\",
    "background, bell": "\x1b]11;rgb:1111/2222/3333\x07",
    "background, eight bits": "\x9d11;rgb:0/0/0\x9c",
    "version": "\x1bP>|xterm(377) r u\x1b\\",
    "private": "\x1b^private r space \x1b\\",
    "application": "\x1b_Gi=31;OK\x1b\\",
    "a C1 character": "\x85",
    "a letter that is none": "\x1b[1114112u",
    "a size that no terminal has": "\x1b[48;9999999;9999999;1;1t",
    "another": "\x1b[27;5;99999999~",
    "a string cut short": "\x1b]11;rgb\x1b[?1;2c",
}
KEYS = [
    "a",
    "é",
    "\x1b[A",
    "\x1b[1;5C",
    "\x1bOP",
    "\x1b[[A",
    "\r",
    "\t",
    "\x7f",
    "\x1b[97;5u",
    "\x01",
]


def pieces(*texts: str, apart: float = 0.0) -> list[str]:
    """What is told apart of texts that come so many seconds apart, and long after the last."""
    sifter = Sifter()
    found = [
        piece for at, text in enumerate(texts) for piece in sifter.hear(text, 100 + at * apart)
    ]
    return [*found, *sifter.wait(10_000.0)]


def keys(*texts: str, apart: float = 0.0) -> list[str]:
    """The keys that texts are, by name."""
    parser = Parser()
    found = [message for piece in pieces(*texts, apart=apart) for message in parser.keys_of(piece)]
    return [
        message.key if isinstance(message, Key) else type(message).__name__ for message in found
    ]


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_what_a_terminal_says_is_no_key(said: str) -> None:
    assert keys(f"j{said}k") == ["j", "k"]


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
@pytest.mark.parametrize("apart", [0.0, 0.05, 1.5])
def test_it_is_none_however_slowly_it_comes(said: str, apart: float) -> None:
    for cut in range(2, len(said)):
        assert keys(f"j{said[:cut]}", f"{said[cut:]}k", apart=apart) == ["j", "k"]


@pytest.mark.parametrize("typed", KEYS)
def test_a_key_is_one(typed: str) -> None:
    assert len(keys(typed)) == 1
    assert keys("j", *typed, "k") == ["j", *keys(typed), "k"]


@pytest.mark.parametrize("typed", ["[1]", "]4", "P>", "^[", "X_", "[A"])
def test_what_is_typed_fast_is_letters(typed: str) -> None:
    assert pieces(typed) == [typed]


def test_an_escape_is_a_key_where_nothing_follows_soon() -> None:
    sifter = Sifter()
    assert list(sifter.hear(ESCAPE, 100.0)) == []
    assert list(sifter.wait(100.05)) == []
    assert list(sifter.wait(100.11)) == [ESCAPE]
    assert not sifter.is_waiting
    assert keys(ESCAPE, "j", apart=0.2) == ["escape", "j"]
    assert keys("\x1b\x1b[A") == ["escape", "up"]


@pytest.mark.parametrize("letter", "[]PO")
def test_a_letter_with_alt_is_that_and_no_more(letter: str) -> None:
    assert keys(f"{ESCAPE}{letter}", "j", apart=3.0)[-1] == "j"
    assert keys("\x1brj") == ["alt+r", "j"]


@pytest.mark.parametrize(
    "inside",
    ["r", "a\x1b[A r ", "\x1bb r ", "\x1b]0;r\x07 r ", "\x1b[?1;2c r ", "\x1b[200~ r", "\x9d r"],
)
def test_a_pasted_text_is_one_whatever_it_holds(inside: str) -> None:
    whole = f"{PASTE}{inside}{PASTE_END}"
    for cut in range(len(whole) + 1):
        found = [
            message
            for piece in pieces(whole[:cut], whole[cut:])
            for message in Parser().keys_of(piece)
        ]
        assert [type(message) for message in found] == [Paste]
        assert isinstance(found[0], Paste)
        assert found[0].text.isprintable()


def test_a_pasted_text_that_does_not_end_is_one_too() -> None:
    assert keys(f"{PASTE}r u", " q", apart=5.0) == ["Paste"]
    assert keys(f"{PASTE}r u", "j", apart=20.0) == ["Paste", "j"]


@given(
    st.lists(
        st.one_of(
            st.sampled_from([*SAID.values(), *KEYS, PASTE, PASTE_END, ESCAPE, "\x1b[", "\x1b]1"]),
            st.text("ab[]PO;19\x1b\x07\x9b\x9c\\~", max_size=4),
        ),
        max_size=8,
    ),
    st.lists(st.integers(0, 80), max_size=6),
)
def test_where_it_is_cut_changes_nothing(said: list[str], cuts: list[int]) -> None:
    whole = "".join(said)
    places = sorted({0, len(whole), *(cut for cut in cuts if cut < len(whole))})
    parts = [whole[a:b] for a, b in pairwise(places)]
    assert "".join(pieces(*parts)) == "".join(pieces(whole))
    assert keys(*parts) == keys(whole)


@given(st.binary(max_size=60))
def test_no_bytes_end_it(data: bytes) -> None:
    reading, writing = os.pipe()
    found: list[Message] = []
    os.write(writing, data + b"\x1b\\")
    os.close(writing)
    listener = Thread(target=listen, args=(reading, Event(), Parser(), found.append))
    listener.start()
    listener.join(30)
    os.close(reading)
    assert not listener.is_alive()
