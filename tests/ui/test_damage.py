"""What a healed line changed, and what people call a codec."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from tui.ui.damage import Run, changes, codec_name, foreign


def pieces(text: str, runs: list[Run]) -> list[str]:
    return [text[start:end] for start, end in runs]


def rest(text: str, runs: list[Run]) -> str:
    for start, end in reversed(runs):
        text = text[:start] + text[end:]
    return text


def test_what_differs_is_found_on_both_sides() -> None:
    stored, healed = "**🏷 03:55‚Äì04:35** it‚Äôs", "**🏷 03:55–04:35** it’s"
    left, right = changes(stored, healed)
    assert pieces(stored, left) == ["‚Äì", "‚Äô"]
    assert pieces(healed, right) == ["–", "’"]


def test_a_sign_is_marked_with_what_belongs_to_it() -> None:
    stored, healed = "ğŸ·️ x", "🏷️ x"
    _, right = changes(stored, healed)
    assert pieces(healed, right) == ["🏷️"]


def test_a_very_long_difference_is_marked_as_a_whole() -> None:
    stored, healed = "a" + "Ã©" * 5_000 + "b", "a" + "é" * 5_000 + "b"
    assert changes(stored, healed) == ([(1, 10_001)], [(1, 5_001)])


@given(st.text("aÃ©€ ", max_size=40), st.text("aé€ ", max_size=40))
def test_what_is_not_marked_is_alike(stored: str, healed: str) -> None:
    left, right = changes(stored, healed)
    assert rest(stored, left) == rest(healed, right)
    for runs in (left, right):
        assert all(start < end for start, end in runs)
        assert all(one[1] < two[0] for one, two in pairwise(runs))


def test_runs_beyond_ascii() -> None:
    text = "πŸ“… 2024 β€” Session"
    assert pieces(text, list(foreign(text))) == ["πŸ“…", "β€”"]
    assert list(foreign("plain")) == []


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("sloppy-windows-1254", "Windows-1254"),
        ("cp1253", "Windows-1253"),
        ("macroman", "Mac Roman"),
        ("mac_roman", "Mac Roman"),
        ("latin-1", "Latin-1"),
        ("iso-8859-2", "ISO-8859-2"),
        ("cp437", "cp437"),
        ("sloppy-windows-1252 + macroman", "Windows-1252 + Mac Roman"),
        ("mixed", "mixed"),
    ],
)
def test_codecs_have_the_names_people_know(codec: str, name: str) -> None:
    assert codec_name(codec) == name
