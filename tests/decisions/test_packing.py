"""Text in a line of the journal: all of it comes back, and nothing is trusted."""

from __future__ import annotations

import random
import zlib
from base64 import b64encode

import pytest
from hypothesis import given, strategies as st

from tui.decisions.packing import pack, unpack


@given(st.text(st.characters(exclude_categories=())))
def test_every_text_comes_back(text: str) -> None:
    assert unpack(pack(text)) == text


def test_a_usual_note_becomes_shorter() -> None:
    assert len(pack("- Hire a van for the move.\n" * 40)) < 200


def test_what_would_be_too_long_is_not_kept() -> None:
    noise = random.Random(1).randbytes(2 << 20).hex()  # noqa: S311
    assert pack(noise) == ""


def packed(data: bytes) -> str:
    return b64encode(data).decode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no base64!",
        "é",
        packed(b"not zlib"),
        packed(zlib.compress(b"whole")[:-3]),
        packed(zlib.compress(b"\xff\xfe")),
        packed(zlib.compress(b"\0" * (9 << 20))),
        "A" * ((1 << 20) + 4),
    ],
)
def test_what_was_not_packed_here_is_nothing(text: str) -> None:
    assert unpack(text) is None
