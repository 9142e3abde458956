"""The words of a text, as the filter compares them: without case and accents.

A word is a run of letters, digits and the marks that spell (Unicode categories L, N, M). Scripts
written without spaces have no such runs that mean something: there every letter is a word, so
that what stands in the middle of a sentence is found as a phrase.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tui.notes.normal import ASCII_TO_WORDS, normalized

_ASCII_WORD = re.compile("[A-Za-z0-9]+")
_NOT_ASCII = re.compile("[^\x00-\x7f]+")
# Canonical combining classes (Unicode, UnicodeData.txt) of marks that a reader may leave out:
# overlays, nuktas, Hebrew points, Arabic and Syriac vowels, and accents below and above.
_ACCENTS = frozenset({1, 7, *range(10, 37), *range(202, 241)})
# As ranges, not as patterns: those would be compiled at every start.
_MAY_BE_LEFT_OUT = ("\u0640\u0640", "\u20d0\u20ff", "\ufe00\ufe0f")  # tatweel, enclosing, variants
_WITHOUT_SPACES = (  # Thai, Lao, Myanmar, Khmer, Han, kana
    "\u0e00\u0eff", "\u1000\u109f", "\u1780\u17ff", "\u2e80\u2fdf", "\u3005\u30ff",
    "\u3400\u4dbf", "\u4e00\u9fff", "\uf900\ufaff", "\U00020000\U0003ffff",
)  # fmt: skip
_SHORT = 16  # characters of a run that is worth keeping
_ZERO_WIDTH_SPACE = "\u200b"


class Span(NamedTuple):
    """A word, folded, and where it stands in a text."""

    word: str
    start: int
    end: int


def words_of(text: str) -> str:
    """Return the words of `text`, each after one space, so that " val" is the start of a word."""
    folded = text if text.isascii() else _NOT_ASCII.sub(_fold_run, text)
    table = ASCII_TO_WORDS if folded.isascii() else _TABLE
    return " " + " ".join(folded.translate(table).split())


def _fold_run(match: re.Match[str]) -> str:
    """Fold what is not ASCII, mostly the same few accents and dashes again and again.

    What is ASCII stands between: no normal form moves anything across it.
    """
    run = match[0]
    return _folded_run(run) if len(run) <= _SHORT else _folded_run.__wrapped__(run)


@lru_cache(maxsize=1024)
def _folded_run(run: str) -> str:
    apart = normalized("NFKD", run).casefold()
    return normalized("NFKD", apart).translate(_TABLE)  # folding may have put letters together


def spans_of(text: str) -> list[Span]:
    """Return the words of `text` one by one, with their places in it."""
    if text.isascii():
        lower = text.lower()
        return [Span(word[0], *word.span()) for word in _ASCII_WORD.finditer(lower)]
    found: list[Span] = []
    word, start = "", 0
    for place, char in enumerate(text):
        for part in re.split("( )", _folded(char)):
            if part == " ":
                if word:
                    found.append(Span(word, start, max(place, start + 1)))
                word = ""
            else:
                start = start if word else place
                word += part
    return [*found, Span(word, start, len(text))] if word else found


@cache
def _folded(char: str) -> str:
    """One character folded; blanks in it end a word or begin one."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return apart.translate(_TABLE)


class _Table(dict[int, str | None]):
    """What becomes of a character, looked up when it is first met (see `str.translate`)."""

    def __missing__(self, code: int) -> str | None:
        self[code] = found = _fate(chr(code))
        return found


# Latin letters that no normal form takes apart, in lower case, each before what stands for it: of
# the blocks up to U+024F, as they or as capitals, those that the transliteration Latin-ASCII of
# Unicode's CLDR has (common/transforms/Latin-ASCII.xml).
_LATIN_TO_ASCII = (
    "æae ðd øo þth đd ħh ıi ĸq łl ŋn œoe ŧt ƀb ƃb ƈc ƌd ƒf ƕhv ƙk ƚl ƞn ƣoi ƥp ƫt ƭt ƴy ƶz ǥg ȡd "
    "ȥz ȴl ȵn ȶt ȷj ȸdb ȹqp ȼc ȿs ɀz ɇe ɉj ɍr ɏy ɓb ɖd ɗd ɛe ɠg ɨi ɩi ɲn ʈt ʉu ʋv ⱥa ⱦt"
)
_TABLE = _Table(
    {**{ord(letters[0]): letters[1:] for letters in _LATIN_TO_ASCII.split()}, **ASCII_TO_WORDS}
)


def _fate(char: str) -> str | None:
    kind = unicodedata.category(char)
    if unicodedata.combining(char) in _ACCENTS or _is_in(char, _MAY_BE_LEFT_OUT):
        return None
    if kind == "Cf" and char != _ZERO_WIDTH_SPACE:
        return None  # joiners and soft hyphens stand inside words
    if kind[0] not in "LNM":
        return " "
    return f" {char} " if _is_in(char, _WITHOUT_SPACES) else char


def _is_in(char: str, ranges: Sequence[str]) -> bool:
    return any(ends[0] <= char <= ends[1] for ends in ranges)
