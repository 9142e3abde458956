"""How usual a spelling is."""

from __future__ import annotations

import math
import re
from collections import Counter

import pytest
from hypothesis import given, strategies as st

from tui.notes.repair import lexicon, words
from tui.notes.repair.following import END, START, Following
from tui.notes.repair.words import language

WORDS = st.lists(st.text("abcéßж", min_size=1, max_size=9), max_size=20)


@given(WORDS, st.lists(st.text("abcéßж", max_size=3), max_size=8))
def test_letters_behind_others_are_counted_one_by_one(listed: list[str], asked: list[str]) -> None:
    following = Following(listed)
    padded = [START + word + END for word in listed]
    for letters in (*asked, *(START + more for more in asked)):
        if letters:
            counted = Counter(
                word[at + len(letters)]
                for word in padded
                for at in range(len(word) - 1)
                if word.startswith(letters, at)
            )
            assert following.behind(letters) == (counted, counted.total())
    assert +following.alone == Counter("".join(word + END for word in listed))


@given(WORDS)
def test_nothing_stands_behind_the_end_of_a_word(listed: list[str]) -> None:
    following = Following(listed)
    assert following.behind(END) == (Counter(), 0)
    assert following.behind("a" + END) == (Counter(), 0)


@given(st.text("abcéßж$", max_size=9))
def test_every_spelling_is_possible(word: str) -> None:
    assert -math.inf < language("spanish").spelling(word) < 0


def test_a_language_likes_its_own_words_best() -> None:
    spanish, polish = language("spanish"), language("polish")
    assert spanish.spelling("reunión") > polish.spelling("reunión")
    assert spanish.spelling("reunión") > spanish.spelling("reuniźn")


def test_a_letter_in_lower_case_is_one_character_whatever_stands_around_it() -> None:
    every = "".join(map(chr, range(0x11_0000)))
    assert words.lower(every) == "".join(map(words.small, every))


@pytest.mark.parametrize("name", lexicon.NAMES)
def test_every_word_is_listed_once_and_is_nothing_but_a_word(name: str) -> None:
    listed = lexicon.words(name)
    assert len(listed) > 100
    assert [word for word, count in Counter(listed).items() if count > 1] == []
    assert [
        word for word in listed if not re.fullmatch(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", word)
    ] == []


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("were", {"english": 1.0}),
        ("reuni\x1fn", {"spanish": 1.0}),
        ("reunión", {"spanish": 1.0}),
        ("GŁÓWNE", {"polish": 1.0}),
    ],
)
def test_words_tell_their_languages_with_or_without_their_accents(
    word: str, names: dict[str, float]
) -> None:
    assert words.spoken(word) == names


@pytest.fixture(scope="module")
def high_words() -> str:
    """Every word of the lists that is not ASCII, with its edges."""
    every = {words.lower(word) for name in lexicon.NAMES for word in lexicon.words(name)}
    return "\n".join(START + word + END for word in every if not word.isascii())


@pytest.mark.parametrize("letter", "éßжñ")
def test_neighbours_are_counted_in_the_words_of_all_lists(letter: str, high_words: str) -> None:
    seen = words._Neighbours(letter)
    sides = (seen.before, seen.after, seen.two_before, seen.two_after, seen.between)
    for side in sides:
        for gram, count in side.most_common(3):
            if "\n" not in gram:
                assert count == high_words.count(gram)
