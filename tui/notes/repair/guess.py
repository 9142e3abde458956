"""A line of which bytes are lost: letters are chosen word by word, then the signs between them."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet, signs, words
from tui.notes.repair.habits import Habits
from tui.notes.repair.spelling import Speller
from tui.notes.repair.steps import UNKNOWN

_LONGEST: Final = 40  # letters; longer is no word
_MANY: Final = 3_000  # guesses in one line; beyond that it is no line of a note
_AHEAD: Final = 80  # characters that matter to a quotation mark
_NUMBER_BEFORE = pattern(rf"(?:\d[ \xa0]?[^\W\d_]{{0,2}}|[€$£%{UNKNOWN}])[ \xa0]*$")
_NUMBER_BEHIND = pattern(r"[ \xa0]*\d")
_SENTENCE = pattern(rf"[.!?…{UNKNOWN}] (?=[^\W\d_a-z])")
_SYMBOLS: Final = "σπμλαβθτρφωΔΩΣΘΓΛΠΦΨ"  # of formulas, those first that are met more often
_SECOND: Final = frozenset("©¢£¤¥¦§¨¬®¯±²³´¶¸¹¼½¾")  # no letter touches these but in "Ã©"
_PLAIN: Final = frozenset({"english", "spanish"})  # signs are used alike in these
_BULLETS: Final = frozenset({"", "-", "*", "+", "#", "##", "###"})


def fill(places: Sequence[tuple[str, ...]], speller: Speller, habits: Habits) -> tuple[str, bool]:
    """Return the likeliest reading of a line, and whether another one was thinkable.

    Args:
        places: what can have stood at each place, likeliest first; mostly one character.
        speller: of the file.
        habits: of the file.
    """
    known = [options[0] if len(options) == 1 else UNKNOWN for options in places]
    open_places = [at for at, options in enumerate(places) if len(options) > 1]
    if len(open_places) > _MANY:
        return "".join(options[0] for options in places), True
    letters = known.copy()
    for at in open_places:
        if _lettered(places[at]):
            letters[at] = words.MISSING
    spoken = speller.spoken("".join(letters))
    greek = words.MISSING in letters and (speller.greek or _greek(places))
    doubt = False
    end = 0
    for at in open_places:
        if at < end or letters[at] != words.MISSING:
            continue
        start, end = _word(places, at)
        run = places[start:end]
        if _times(known, start, end) or _multiplied(known, run, start, end):
            continue
        if len(run) == 1 and not greek and (symbol := _symbol(run[0])):
            known[at], doubt = symbol, True
            continue
        if "Ã" in run[-1] and "".join(known[end : end + 1]) in _SECOND:  # damage that is spoken of
            run, doubt = [*run[:-1], ("Ã",)], True
        if len(run) > _LONGEST:
            known[start:end] = [options[0] for options in run]
            doubt = True
        else:
            word = speller.spell(run, spoken, starts=_starts("".join(known[:start])))
            known[start:end] = word.text
            doubt |= word.doubt
    text = "".join(known)
    languages = _Languages(spoken[0][0], "".join(letters), speller)
    for at in open_places:
        if text[at] == UNKNOWN:
            language = languages.at(at)
            left, right = text[max(at - _AHEAD, 0) : at], text[at + 1 : at + 1 + _AHEAD]
            char, unsure = signs.choose(places[at], left, right, habits, language)
            text = text[:at] + char + text[at + 1 :]
            doubt |= unsure
    return text, doubt


class _Languages:
    """Tells the language of a place: a line may hold sentences of several."""

    def __init__(self, usual: str, letters: str, speller: Speller) -> None:
        """Look at a line.

        Args:
            usual: the language it is probably in.
            letters: the line, with `words.MISSING` for letters that are not certain.
            speller: of the file.
        """
        self._usual, self._letters, self._speller = usual, letters, speller
        self._ends = [match.end() for match in _SENTENCE.finditer(letters)]
        self._known: dict[int, str] = {}

    def at(self, place: int) -> str:
        """Return the language of the sentence at a place; what is usual needs no look."""
        if not self._ends or self._usual in _PLAIN:
            return self._usual
        number = bisect_right(self._ends, place)
        if number not in self._known:
            start, *_ = (*self._ends[number - 1 : number], 0) if number else (0,)
            end, *_ = (*self._ends[number : number + 1], len(self._letters))
            self._known[number] = self._speller.spoken(self._letters[start:end])[0][0]
        return self._known[number]


def _word(places: Sequence[tuple[str, ...]], at: int) -> tuple[int, int]:
    """Return where the run of letters around a place starts and ends."""
    start, end = at, at + 1
    while start and _lettered(places[start - 1]):
        start -= 1
    while end < len(places) and _lettered(places[end]):
        end += 1
    return start, end


def _lettered(options: tuple[str, ...]) -> bool:
    return bool(alphabet.script(options[0]))


def _times(known: list[str], start: int, end: int) -> bool:
    """Say whether a letter stands between numbers, as a sign of multiplication does."""
    if end - start != 1 or not _NUMBER_BEHIND.match("".join(known[end : end + 4])):
        return False
    return bool(_NUMBER_BEFORE.search("".join(known[max(start - 8, 0) : start])))


def _multiplied(known: list[str], run: Sequence[tuple[str, ...]], start: int, end: int) -> bool:
    """Say whether a letter right behind a number is none: "3×/week"."""
    if len(run) != 1 or "×" not in run[0] or not start or not known[start - 1].isdigit():
        return False
    return end == len(known) or not known[end].isalnum()


def _greek(places: Sequence[tuple[str, ...]]) -> bool:
    """Say whether a line holds two Greek letters side by side, as its words do."""
    scripts = [alphabet.script(options[0]) for options in places]
    return any(one == two == "GREEK" for one, two in pairwise(scripts))


def _symbol(options: tuple[str, ...]) -> str:
    """Return the symbol that a Greek letter by itself is in other languages, "" if it is none."""
    return next((char for char in _SYMBOLS if char in options), "")


def _starts(left: str) -> bool:
    """Say whether a capital is likely behind this part of a line."""
    text = left.rstrip(f" *_“‘„«\"'([¿¡{UNKNOWN}")
    if text[-1:] == ",":  # a list of labels, each with a capital
        items = [item.strip(" *'\"[]") for item in text.rsplit(":", 1)[-1].split(",")[:-1]]
        return all(item[:1].isupper() for item in items)
    return not text or text[-1] in ".!?:•…|#" or text.lstrip() in _BULLETS
