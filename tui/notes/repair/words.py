"""How usual a spelling is: models of letters, learned from the lists of words.

Only used to choose between letters of which the same bytes are left, such as Á and Í.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import lexicon
from tui.notes.repair.following import END, START, Following

_ORDER: Final = 5  # letters looked at together: four, and the one they lead to
_LETTERS: Final = 100  # a letter never seen is one of about so many
MISSING: Final = "\x1f"  # stands for a letter that is not known
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
    # In lower case, the one would become two and the other depend on what stands around it.
    return word.replace("İ", "i").replace("Σ", "σ").lower()


def _lowered(language: str) -> dict[str, None]:
    """Return the words of a list in lower case, each once and in order."""
    return dict.fromkeys(lower("\n".join(lexicon.words(language))).split("\n"))


class _Points(dict[str, float]):
    """What is likely behind some letters of a language, worked out when it is first asked."""

    __slots__ = ("_context", "_language")

    def __init__(self, language: "Language", context: str) -> None:
        self._language, self._context = language, context

    def __missing__(self, char: str) -> float:
        found = self[char] = math.log(self._language.likelihood(self._context + char))
        return found


class Language:
    """The spelling of one language.

    Attributes:
        words: its words in lower case, with their places in the list; common ones come first.
    """

    def __init__(self, name: str) -> None:
        self.words = {word: place for place, word in enumerate(_lowered(name))}
        self._following = Following(self.words)
        self._letters = self._following.alone.total()
        self._likely: dict[str, float] = {}
        self._known: dict[str, _Points] = {}

    @cached_property
    def sized(self) -> dict[int, list[str]]:
        """The words that are not ASCII, by number of letters."""
        found: dict[int, list[str]] = {}
        for word in self.words:
            if not word.isascii():
                found.setdefault(len(word), []).append(word)
        return found

    def knows(self, word: str) -> bool:
        """Say whether it has a word, in lower case, with `MISSING` for letters not known."""
        found = self.sized.get(len(word), [])
        place = 0
        for letters in word.split(MISSING):
            if letters:
                found = [known for known in found if known.startswith(letters, place)]
            place += len(letters) + 1
        return bool(found)

    def spelling(self, word: str) -> float:
        """Return the logarithm of how likely a word is spelled like that."""
        padded = START + lower(word) + END
        points = 0.0
        for at in range(1, len(padded)):
            points += self.behind(padded[:at])[padded[at]]
        return points

    def behind(self, before: str) -> Mapping[str, float]:
        """Return the logarithms of how likely a letter in lower case, or `END`, follows.

        Args:
            before: the word so far, in lower case, from `START` on.
        """
        context = before[1 - _ORDER :]
        found = self._known.get(context)
        if found is None:
            found = self._known[context] = _Points(self, context)
        return found

    def likelihood(self, gram: str) -> float:
        """Return how likely the last of some letters follows the others.

        It mixes what longer and shorter contexts say (Witten and Bell's estimate).
        """
        known = self._likely.get(gram)
        if known is not None:
            return known
        context = gram[:-1]
        if not context:
            found = (self._following.alone[gram] + 0.5) / (self._letters + 0.5 * _LETTERS)
        else:
            found = self.likelihood(gram[1:])
            behind, total = self._following.behind(context)
            if behind:
                found = (behind[gram[-1]] + len(behind) * found) / (total + len(behind))
        self._likely[gram] = found
        return found


@cache
def language(name: str) -> Language:
    """Return the spelling of a language; it is worked out on first need and kept."""
    return Language(name)


def languages(script: str) -> tuple[str, ...]:
    """Return the languages written in a script, those first that are met more often."""
    return _OF_SCRIPT.get(script, _LATIN if script == "LATIN" else ())


def _open(words: str) -> str:
    """Return words, which hold no question mark, with `MISSING` for what is not ASCII."""
    return words.encode("ascii", "replace").decode("ascii").replace("?", MISSING)


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """Return the languages that have a word; its letters above U+007F are left open."""
    english = _lowered("english")
    found: dict[str, tuple[str, ...]] = dict.fromkeys(english, ("english",))
    for name in _LATIN:
        if name == "english":
            continue
        words = [word for word in _lowered(name) if len(word) > 1 and word not in english]
        alone = (name,)
        for key in dict.fromkeys(_open("\n".join(words)).split("\n")):
            others = found.get(key)
            found[key] = (*others, name) if others else alone
    return found


def spoken(text: str) -> dict[str, float]:
    """Return how many words of a text each language claims, shared among those that do.

    Args:
        text: with `MISSING` for letters that are not known.
    """
    listed = _listed()
    found: dict[str, float] = {}
    for word in _OPEN_WORD.findall(text):
        low = word.lower() if word.isascii() else _open(lower(word))
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
                left, right = (START + word[:at].lower())[-2:], (word[at + 1 :] + END).lower()[:2]
                points += _habit(left, small(char), right)
                count += 1
    return points / count if count else 0.0


@cache
def _high_words() -> str:
    """Return the words of all lists that are not ASCII, each once, with their edges."""
    found = dict.fromkeys(
        word for name in lexicon.NAMES for word in _lowered(name) if not word.isascii()
    )
    return "".join([f"\n{START}{word}{END}" for word in found]) + "\n"


class _Neighbours:
    """How often a letter stands beside others in the words of all lists.

    Attributes:
        before, after: by the letter and the one before it, or behind it.
        two_before, two_after: by the letter and the two before it, or behind it.
        between: by the letter and those on both sides.
    """

    def __init__(self, letter: str) -> None:
        text = _high_words()
        places = [match.start() for match in re.finditer(re.escape(letter), text)]
        self.before = Counter([text[at - 1 : at + 1] for at in places])
        self.two_before = Counter([text[at - 2 : at + 1] for at in places])
        self.after = Counter([text[at : at + 2] for at in places])
        self.two_after = Counter([text[at : at + 3] for at in places])
        self.between = Counter([text[at - 1 : at + 2] for at in places])


@cache
def _neighbours(letter: str) -> _Neighbours:
    return _Neighbours(letter)


@lru_cache(maxsize=20_000)
def _habit(before: str, char: str, after: str) -> float:
    """Return how usual a letter is between others, from 0 (never seen) to about 15.

    Args:
        before: one or two characters, in lower case, `START` among them.
        char: the letter, in lower case.
        after: one or two characters, in lower case, `END` among them.
    """
    seen = _neighbours(char)
    last = seen.after[char + after[0]]
    first = seen.before[before[-1] + char]
    # What stands at an edge has no second neighbour, and the end of a word tells twice.
    last *= 2 if after == END else 1
    two_after = seen.two_after[char + after] if len(after) > 1 else last
    two_before = seen.two_before[before + char] if len(before) > 1 else first
    points = math.log1p(first) + 1.2 * math.log1p(2 * two_before)
    points += math.log1p(last)
    points += 1.5 * math.log1p(4 * seen.between[before[-1] + char + after[0]])
    return points + 1.2 * math.log1p(2 * two_after)
