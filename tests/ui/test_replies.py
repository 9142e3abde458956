"""Which characters are keys, and which a terminal says, by when they come."""

from __future__ import annotations

import pytest
from textual.events import Key

from tui.ui.replies import Replies


def keys_of(text: str, apart: float = 0.0) -> list[Key]:
    """The keys that a text arrives as, so many seconds apart."""
    keys = []
    for number, character in enumerate(text):
        key = Key(character, character)
        key.time = 100 + number * apart
        keys.append(key)
    return keys


def heard(replies: Replies, keys: list[Key]) -> str:
    return "".join(key.character or "" for key in [k for key in keys for k in replies.hear(key)])


@pytest.mark.parametrize("said", ["[?62;4c", "^[0n", "^]11;rgb:11/22\\", "^P>|xterm\x07", "]4;1\\"])
def test_what_a_terminal_says_at_once_is_no_key_from_its_first_character_on(said: str) -> None:
    replies = Replies()
    assert heard(replies, keys_of(said)) == ""
    assert not replies.is_waiting
    assert heard(replies, keys_of("jk", apart=1)) == "jk"


@pytest.mark.parametrize("typed", ["[?62;4c", "^[0n", "^P>", "P[X^"])
def test_what_is_typed_is_keys_in_their_order(typed: str) -> None:
    replies = Replies()
    keys = keys_of(typed, apart=0.1)
    assert heard(replies, keys) + "".join(key.character or "" for key in replies.let_go()) == typed


@pytest.mark.parametrize(("typed", "known", "is_waiting"), [("ab", "ab", False), ("aP", "a", True)])
def test_only_what_could_begin_something_is_held_back(
    typed: str, known: str, is_waiting: bool
) -> None:
    replies = Replies()
    assert heard(replies, keys_of(typed)) == known
    assert replies.is_waiting is is_waiting
    assert heard(replies, keys_of("r")) == typed[len(known) :] + "r"
    assert [*replies.let_go()] == []
