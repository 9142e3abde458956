"""How usual a spelling is."""

from __future__ import annotations

import math
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tui.notes.repair.words import END, START, _grams_of, language

WORDS = st.lists(st.text("abcéßж", min_size=1, max_size=9), max_size=20)


@given(WORDS)
def test_letters_side_by_side_are_counted_one_by_one(words: list[str]) -> None:
    counted: Counter[str] = Counter()
    for word in words:
        padded = START + word + END
        for end in range(2, len(padded) + 1):
            counted.update(padded[start:end] for start in range(max(0, end - 5), end))
    assert _grams_of(words) == counted


@given(st.text("abcéßж$", max_size=9))
def test_every_spelling_is_possible(word: str) -> None:
    assert -math.inf < language("spanish").spelling(word) < 0


def test_a_language_likes_its_own_words_best() -> None:
    spanish, polish = language("spanish"), language("polish")
    assert spanish.spelling("reunión") > polish.spelling("reunión")
    assert spanish.spelling("reunión") > spanish.spelling("reuniźn")
