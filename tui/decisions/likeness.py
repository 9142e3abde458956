"""Whether a text is another one reworded, or speaks of something else.

Tasks are short and share their words: "Review the budget" and "Review the plan" are half alike
and wholly different. Words that were added or left out change little; a word that stands where
another one stood may change everything, above all a name or a number.
"""

from typing import NamedTuple

from tui.notes import identity
from tui.notes.wording import SMALL_WORDS, TOKEN, is_name, stem

_MOST_WORDS = 80
_LONG_ENOUGH = 5
_SPELLED_ALIKE = 0.85
_FIRST_WEIGHS = 0.5  # the verb: "Write the report" may become "Draft the report"
_ADDED_TO = 0.5
_REPLACED_IN = 0.8


class _Word(NamedTuple):
    stem: str
    is_name: bool
    weight: float


def likeness(one: str, other: str) -> float:
    """Return how surely two texts are one and the same task reworded, from 0 (not) to 1."""
    words, others = _words(one), _words(other)
    total = sum(word.weight for word in (*words, *others))
    shared = _take_shared(words, others)
    if not total or not shared:
        return 0.0
    score = 2 * shared / total
    if not (words and others):
        return score if score >= _ADDED_TO else 0.0
    if any(word.is_name for word in words) and any(word.is_name for word in others):
        return 0.0
    return score if score > _REPLACED_IN else 0.0


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    for token in TOKEN.findall(identity.unlinked(text))[:_MOST_WORDS]:
        word = identity.fold(token)
        if word not in SMALL_WORDS:
            weight = 1.0 if found else _FIRST_WEIGHS
            found.append(_Word(stem(word), is_name(token, first=not found), weight))
    return found


def _take_shared(words: list[_Word], others: list[_Word]) -> float:
    """Take out of both lists the words they share; returns the weight of these."""
    shared = 0.0
    for same in (_same_stem, _spelled_alike):
        for word in list(words):
            if found := next((other for other in others if same(word, other)), None):
                words.remove(word)
                others.remove(found)
                shared += (word.weight + found.weight) / 2
    return shared


def _same_stem(word: _Word, other: _Word) -> bool:
    return word.stem == other.stem


def _spelled_alike(word: _Word, other: _Word) -> bool:
    """A slip of the pen, or the other spelling of two."""
    one, two = word.stem, other.stem
    if min(len(one), len(two)) < _LONG_ENOUGH or one[0] != two[0] or word.is_name or other.is_name:
        return False
    from difflib import SequenceMatcher  # only a lost decision is ever compared

    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= _SPELLED_ALIKE
