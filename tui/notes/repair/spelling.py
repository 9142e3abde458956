"""Which letters stood in a word of which bytes are lost: by spelling and the file's own words."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet, words
from tui.notes.repair.following import END, START

Slots = Sequence[tuple[str, ...]]  # what can have stood at each place of a word
Spoken = tuple[tuple[str, float], ...]  # languages, with how likely each is (a logarithm)
_THOUGHT_OF: Final = {"english": 0.3, "spanish": 0.3}  # where a line tells nothing
_RARER: Final = 2.5  # a logarithm, as all worths here are
_KEPT: Final = 12  # spellings followed at a time
_WORD = pattern(r"[^\W\d_]+")
_TRIED: Final = 3  # languages tried for a word
_WHOLE_WORD: Final = 3.0  # what it is worth that a list has the word
_COMMON: Final = 5.0  # what it is worth that a list begins with the word
_VOWELS: Final = frozenset("aeiouyäöüAEIOUYÄÖÜ")
_TELLING: Final = 4  # letters; a shorter word that stands elsewhere proves nothing
_SHOUTED: Final = 4  # letters; a shorter word is seldom all capitals
_GREEK = pattern(f"[Ͱ-Ͽ][Ͱ-Ͽ{words.MISSING}]|{words.MISSING}[Ͱ-Ͽ]")
_CYRILLIC = pattern(f"(?:[Ѐ-ӿ]|{words.MISSING}){{3,}}")
_ASKED: Final = 16  # words that tell in which language a note is
_KNOWS_IT: Final = 1.5  # what it is worth that a language has such a word
_SEEN: Final = 0.7  # what it is worth that the file has the letter
_ACCENTED: Final = frozenset("άέήίόύώΐΰ")
_SYLLABLES = pattern("[αεηιουωϊϋ]+[^αεηιουωϊϋ]+[αεηιουωϊϋ]")  # at the least two, and no accent
_MISPLACED: Final = 4.0  # what it costs to have no accent where one belongs, or more than one


class Spelled(NamedTuple):
    """A word as it is best spelled.

    Attributes:
        text: its letters.
        doubt: another spelling was thinkable.
    """

    text: str
    doubt: bool


class Speller:
    """Spells the damaged words of one file.

    Attributes:
        whole: the words that stand whole in the file, in lower case, by number of letters.
    """

    def __init__(self, text: str, unknown: str, proven: Mapping[str, int]) -> None:
        """Learn from what is certain.

        Args:
            text: the file, with `words.MISSING` for a letter and `unknown` for a sign that is not
                certain.
            unknown: a character that is part of no word.
            proven: how often each character is known to stand in the file.
        """
        self._proven = proven
        self._spoken = words.spoken(text)
        self._text = text
        self._known: dict[tuple[Slots, Spoken, bool], Spelled] = {}
        self.whole: dict[int, set[str]] = {}
        for match in _WORD.finditer(text):
            word = match.group()
            around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
            if not word.isascii() and words.MISSING not in around and unknown not in around:
                self.whole.setdefault(len(word), set()).add(words.lower(word))

    @cached_property
    def _far(self) -> dict[str, float]:
        """How likely a word that is not Latin is of each language: one note is in one of them."""
        letters = Counter(self._text)
        found = {
            "greek": 0.0,
            "russian": 2 * math.log1p(sum(letters[char] for char in "ыэёъЭ")),
            "ukrainian": 2 * math.log1p(sum(letters[char] for char in "іїєґІЇЄ")) - _RARER,
        }
        open_words = {words.lower(word) for word in _CYRILLIC.findall(self._text)}
        for word in sorted(open_words, key=lambda word: (-len(word), word))[:_ASKED]:
            for name in ("russian", "ukrainian"):
                found[name] += _KNOWS_IT * words.language(name).knows(word)
        return found

    @cached_property
    def greek(self) -> bool:
        """Whether the file has words of Greek, so that no letter of it is a symbol."""
        return _GREEK.search(self._text) is not None

    def spoken(self, line: str) -> Spoken:
        """Return the languages a line may be in, the likeliest first.

        Args:
            line: with `words.MISSING` for a letter that is not certain.
        """
        here = words.spoken(line)
        share = 3.0 / (1 + sum(self._spoken.values()))
        weights = {
            name: here.get(name, 0.0)
            + share * self._spoken.get(name, 0.0)
            + _THOUGHT_OF.get(name, 0.1)
            for name in words.languages("LATIN")
        }
        total = sum(weight**2 for weight in weights.values())
        best = sorted(weights, key=lambda name: -weights[name])
        return tuple((name, math.log(weights[name] ** 2 / total)) for name in best)

    def spell(self, slots: Slots, spoken: Spoken, *, starts: bool) -> Spelled:
        """Return how a word was spelled.

        Args:
            slots: what can have stood at each place; one of several at least once.
            spoken: what `spoken` said of its line.
            starts: a capital is likely, as where a sentence starts.
        """
        slots = tuple(slots)
        script = next(
            (script for options in slots for char in options if (script := alphabet.script(char))),
            "",
        )
        if script == "LATIN":
            tried = tuple(way for way in spoken if way[0] != "english")[:_TRIED]
        else:
            tried = tuple((name, self._far[name]) for name in words.languages(script))
        key = (slots, tried, starts)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._work_out(slots, tried, starts=starts)
        return found

    def _work_out(self, slots: Slots, tried: Spoken, *, starts: bool) -> Spelled:
        slots = thinkable(slots)
        doubt = any(len(options) > 1 for options in slots)
        if not doubt:
            return Spelled("".join(options[0] for options in slots), doubt=False)
        matching = _matching(self.whole.get(len(slots), ()), slots)
        if len(matching) == 1 and len(slots) >= _TELLING:
            chosen = matching[0]
            slots = [
                tuple(char for char in options if words.small(char) == low) or options
                for low, options in zip(chosen, slots, strict=True)
            ]
            if all(len(options) == 1 for options in slots):
                return Spelled("".join(options[0] for options in slots), doubt=False)
        ways = [
            (points + prior, text)
            for name, prior in tried
            for points, text in self._ways(words.language(name), slots, starts=starts)
        ]
        if not ways:  # a script no list knows: the commonest it is
            return Spelled("".join(options[0] for options in slots), doubt=True)
        return Spelled(max(ways)[1], doubt=True)

    def _ways(
        self, language: words.Language, slots: Slots, *, starts: bool
    ) -> list[tuple[float, str]]:
        """Return likely spellings in a language, with their points."""
        found = _spelled(language, slots)
        worths = [  # of the letters there is a choice of, those that are met more often
            {char: self._met(char) for char in options} if len(options) > 1 else {}
            for options in slots
        ]
        for word in _matching(language.sized.get(len(slots), ()), slots):
            for text in _cased(word, slots):
                if text not in found:
                    found[text] = language.spelling(text)
        return [
            (_points(language, text, usual + _case(text, starts=starts), worths), text)
            for text, usual in found.items()
        ]

    def _met(self, char: str) -> float:
        """Return what it is worth that a letter is common, and that the file has it."""
        return alphabet.weight(char) / 10 + (_SEEN if self._proven.get(char) else 0.0)


def _points(
    language: words.Language, text: str, points: float, worths: list[dict[str, float]]
) -> float:
    """Return what a spelling is worth.

    Args:
        language: in which it is one.
        text: the word as it is spelled.
        points: what its letters and capitals are worth.
        worths: what each choice is worth, by place; nothing where there is none.
    """
    low = words.lower(text)
    rank = language.words.get(low)
    if rank is not None:
        points += _WHOLE_WORD + max(_COMMON - math.log1p(rank), 0.0)
    elif alphabet.script(low[0]) == "GREEK" and not (text.isupper() or _accented_once(low)):
        points -= _MISPLACED
    for char, choice in zip(text, worths, strict=True):
        if choice:
            points += choice[char]
    return points


def _accented_once(low: str) -> bool:
    """Say whether a Greek word has the accents it needs: one, if it has more than one syllable."""
    accents = sum(char in _ACCENTED for char in low)
    return accents == 1 or (not accents and not _SYLLABLES.search(low))


def _spelled(language: words.Language, slots: Slots) -> dict[str, float]:
    """Return the spellings whose letters follow each other most usually, found letter by letter.

    Each comes with the logarithm of how likely it is, as `words.Language.spelling` gives it.
    """
    ways: list[tuple[float, str, str]] = [(0.0, "", START)]
    for options in slots:
        lows = _lower(options)
        if len(lows) == 1:
            char, low = options[0], lows[0]
            ways = [
                (points + language.behind(before)[low], text + char, before + low)
                for points, text, before in ways
            ]
            continue
        worths = [
            [points + behind[low] for low in lows]
            for points, _, before in ways
            for behind in (language.behind(before),)
        ]
        least = _worst_kept(worths)
        ways = [
            (worth, text + char, before + low)
            for (_, text, before), found in zip(ways, worths, strict=True)
            for worth, char, low in zip(found, options, lows, strict=True)
            if worth >= least
        ]
        if len(ways) > _KEPT:  # some are worth the same
            ways.sort(reverse=True)
            del ways[_KEPT:]
    return {text: points + language.behind(before)[END] for points, text, before in ways}


@lru_cache(maxsize=2_000)
def _lower(options: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(words.small, options))


def _worst_kept(worths: list[list[float]]) -> float:
    """Return what the last of the spellings that are followed is worth."""
    every = [worth for found in worths for worth in found]
    return sorted(every)[-_KEPT] if len(every) > _KEPT else -math.inf


def _cased(word: str, slots: Slots) -> list[str]:
    """Return a word of the lists as the slots allow it: as it is, and with a capital."""
    choices = [
        [char for char in options if words.small(char) == words.small(low)][:2]
        for low, options in zip(word, slots, strict=True)
    ]
    rest = "".join(
        next((char for char in found if char.islower()), found[0]) for found in choices[1:]
    )
    return [first + rest for first in choices[0]]


def thinkable(slots: Slots) -> list[tuple[str, ...]]:
    """Return what can have stood at each place, without what nobody writes.

    That is a letter of another script, a sign inside a word, a capital behind a small letter,
    a small letter in a word of capitals, ß but behind a vowel.
    """
    fixed = [options[0] for options in slots if len(options) == 1]
    scripts = {alphabet.script(char) for char in fixed}
    loud = len(fixed) > 1 and all(char.isupper() for char in fixed)
    quiet = any(char.islower() for char in fixed)
    found: list[tuple[str, ...]] = []
    for at, options in enumerate(slots):
        if len(options) > 1:
            left = [char for char in options if alphabet.script(char)] or list(options)
            left = [char for char in left if alphabet.script(char) in scripts] or left
            if loud:
                left = [char for char in left if char.isupper()] or left
            elif at and quiet:
                left = [char for char in left if not char.isupper()] or left
            if "ß" in left and len(left) > 1 and not _sharp(slots, at):
                left.remove("ß")
            options = tuple(left)
        found.append(options)
    return found


def _sharp(slots: Slots, at: int) -> bool:
    """Say whether ß can stand at a place: behind a vowel, and not before another s."""
    before = slots[at - 1] if at else ()
    after = slots[at + 1] if at + 1 < len(slots) else ()
    vowel = not _VOWELS.isdisjoint(before)
    return vowel and after != ("s",)


def _matching(known: Iterable[str], slots: Slots) -> list[str]:
    """Return the words, all in lower case and of the right length, that the slots allow."""
    allowed = [frozenset(_lower(options)) for options in slots]
    telling = min(range(len(slots)), key=lambda at: len(allowed[at]))
    letters = allowed[telling]
    return [
        word
        for word in known
        if word[telling] in letters
        and all(low in some for low, some in zip(word, allowed, strict=False))
    ]


def _case(text: str, *, starts: bool) -> float:
    """Return how likely the capitals of a word are where it stands."""
    if text[1:].islower() or len(text) == 1:
        return (1.5 if starts else -1.5) if text[0].isupper() else 0.0
    if text.isupper():
        return -2.0 if len(text) < _SHOUTED else 0.0
    return 0.0 if text.islower() else -6.0
