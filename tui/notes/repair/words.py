"""How usual a spelling is: models of letters, learned from the lists of words.

Only used to choose between letters of which the same bytes are left, such as Á and Í.
"""

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import lexicon

_ORDER: Final = 5  # letters looked at together: four, and the one they lead to
_LETTERS: Final = 100  # a letter never seen is one of about so many
START, END = "^", "$"
_BETWEEN: Final = "\n" * (_ORDER - 1)  # keeps words apart
MISSING: Final = "\x1f"  # stands for a letter that is not known
_HIGH = pattern("[^\x00-\x7f]")
_OPEN_WORD = pattern(f"(?:[^\\W\\d_]|{MISSING})+")
_SIGN_INSIDE = pattern(r"(?<=[A-Za-z])[÷×¤¨¬¯¶±¢£¥§¹´¸¿¡«¦](?!\d)|(?<![^\W\d_])[÷×·](?=[^\W\d_])")
_WORD = pattern(r"[^\W\d_]+")
_OF_SCRIPT: Final = {"GREEK": ("greek",), "CYRILLIC": ("russian", "ukrainian")}
_LATIN: Final = tuple(
    name for name in lexicon.NAMES if not any(name in names for names in _OF_SCRIPT.values())
)


def small(char: str) -> str:
    """Return a letter in lower case, always as one character."""
    return char.lower()[:1]


def lower(word: str) -> str:
    """Return a word in lower case, as many characters as before."""
    if word.isascii():
        return word.lower()
    return "".join(map(small, word))


class Language:
    """The spelling of one language.

    Attributes:
        words: its words in lower case, with their places in the list; common ones come first.
        sized: the words that are not ASCII, by number of letters.
    """

    def __init__(self, name: str) -> None:
        self.words: dict[str, int] = {}
        self.sized: dict[int, list[str]] = {}
        for word in lexicon.words(name):
            self.words.setdefault(lower(word), len(self.words))
        for word in self.words:
            if not word.isascii():
                self.sized.setdefault(len(word), []).append(word)
        self._grams = _grams_of(self.words)
        # How often letters go on: as often as they stand there, but for those at the start.
        self._after = {"": sum(n for gram, n in self._grams.items() if len(gram) == 1)}
        self._after[START] = len(self.words)
        self._ways = Counter(gram[:-1] for gram in self._grams)  # in how many ways they go on
        self._known: dict[str, float] = {}

    def knows(self, word: str) -> bool:
        """Say whether it has a word, in lower case, with `MISSING` for letters not known."""
        return any(
            all(one in {two, MISSING} for one, two in zip(word, known, strict=True))
            for known in self.sized.get(len(word), ())
        )

    def spelling(self, word: str) -> float:
        """Return the logarithm of how likely a word is spelled like that."""
        padded = START + lower(word) + END
        return sum(self.points(padded[:at], padded[at]) for at in range(1, len(padded)))

    def points(self, before: str, char: str) -> float:
        """Return the logarithm of how likely `char` follows.

        Args:
            before: the word so far, in lower case, from `START` on.
            char: a letter in lower case, or `END`.
        """
        gram = before[1 - _ORDER :] + char
        found = self._known.get(gram)
        if found is None:
            found = self._known[gram] = math.log(self._likelihood(gram))
        return found

    def _likelihood(self, gram: str) -> float:
        """Mix what longer and shorter contexts say (Witten and Bell's estimate)."""
        context = gram[:-1]
        ways, total = self._ways[context], self._after.get(context, self._grams[context])
        if not context:
            return (self._grams[gram] + 0.5) / (total + 0.5 * _LETTERS)
        shorter = self._likelihood(gram[1:])
        return (self._grams[gram] + ways * shorter) / (total + ways) if ways else shorter


def _grams_of(words: Iterable[str]) -> Counter[str]:
    """Count how often letters stand side by side, up to `_ORDER` of them, and each alone.

    The start of a word is not counted alone, as nothing leads to it.
    """
    text = _BETWEEN.join(f"{START}{lower(word)}{END}" for word in words) + _BETWEEN
    counts: dict[str, int] = Counter(
        [text[at : at + _ORDER] for at in range(len(text) - _ORDER + 1)]
    )
    found: dict[str, int] = {}
    for _ in range(_ORDER):
        found.update((gram, count) for gram, count in counts.items() if "\n" not in gram)
        shorter: dict[str, int] = {}  # each stands as often as those it begins
        for gram, count in counts.items():
            shorter[gram[:-1]] = shorter.get(gram[:-1], 0) + count
        counts = shorter
    found.pop(START, None)
    return Counter(found)


@cache
def language(name: str) -> Language:
    """Return the spelling of a language; it is worked out on first need and kept."""
    return Language(name)


def languages(script: str) -> tuple[str, ...]:
    """Return the languages written in a script, those first that are met more often."""
    return _OF_SCRIPT.get(script, _LATIN if script == "LATIN" else ())


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """Return the languages that have a word; its letters above U+007F are left open."""
    english = set(map(lower, lexicon.words("english")))
    found: dict[str, tuple[str, ...]] = dict.fromkeys(english, ("english",))
    for name in _LATIN:
        for word in set(map(lower, lexicon.words(name))) - english:
            key = _HIGH.sub(MISSING, word)
            if len(word) > 1 and name not in found.get(key, ()):
                found[key] = (*found.get(key, ()), name)
    return found


def spoken(text: str) -> dict[str, float]:
    """Return how many words of a text each language claims, shared among those that do.

    Args:
        text: with `MISSING` for letters that are not known.
    """
    listed = _listed()
    found: dict[str, float] = {}
    for word in _OPEN_WORD.findall(text):
        low = word.lower() if word.isascii() else _HIGH.sub(MISSING, lower(word))
        names = listed.get(low, ())
        for name in names:
            found[name] = found.get(name, 0.0) + 1 / len(names)
    return found


def sense(text: str) -> float:
    """Return how usual the letters above U+007F are where they stand in `text`, on average.

    A sign inside a word, as in "inform÷tica" or "÷rea", counts as a letter never seen there.
    """
    points = 0.0
    count = len(_SIGN_INSIDE.findall(text))
    for word in _WORD.findall(text):
        for at, char in enumerate(word):
            if char > "\x7f":
                points += _habit(word[:at], char, word[at + 1 :] + END)
                count += 1
    return points / count if count else 0.0


@cache
def _neighbours() -> Counter[str]:
    """Count the pairs and triples of letters in the words of all lists."""
    found: Counter[str] = Counter()
    for word in {lower(word) for name in lexicon.NAMES for word in lexicon.words(name)}:
        if not word.isascii():
            padded = START + lower(word) + END
            for at in range(len(padded) - 1):
                found[padded[at : at + 2]] += 1
                found[padded[at : at + 3]] += 1
    return found


def _habit(before: str, char: str, after: str) -> float:
    """Return how usual a letter is between others, from 0 (never seen) to about 15."""
    counts = _neighbours()
    left = (START + before.lower())[-2:]
    low = small(char)
    right = after.lower()[:2]
    points = math.log1p(counts[left[-1:] + low]) + 1.2 * math.log1p(2 * counts[left + low])
    points += math.log1p(counts[low + right[:1]])
    points += 1.5 * math.log1p(4 * counts[left[-1:] + low + right[:1]])
    return points + 1.2 * math.log1p(2 * counts[low + right])
