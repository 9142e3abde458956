"""A space or a question mark behind a damaged character: is it one, or the place of a byte?

The last byte of "à", "Š" and "†" is that of a no-break space. Where those were turned into spaces,
and where another byte was dropped before a space, the same is left: "Ã " is "à" or "Í ". So it is
with "?", which some programs write for a byte that has no character.
"""

from functools import lru_cache
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet, words
from tui.notes.repair.tables import Table

_VARIATION: Final = "\ufe0f"  # nothing but a picture stands before it
_HYPHEN: Final = "‑"
_CLOSES: Final = frozenset(".,;:!?)]}…”’»%")
_EITHER: Final = frozenset("\"'*_`")  # they open or close
_DASHES: Final = frozenset("—–-‑/")
_WORDS: Final = frozenset("аивкосуяАИВКОСУЯійєзжІЙЄЗЖοηόήώΟΗΌΉΏ")  # of one letter
_EDGES: Final = frozenset({"", *" \t([{\"'*_-#/"})  # before the first letter of a word
_LONE_S = pattern(r"s(?!\w)")
_LONGEST: Final = 24  # letters that are looked at behind a space
_SIZES: Final = (2, 3, 4)  # bytes of a character that is not ASCII


def asked(by: Table, sample: str) -> bool:
    """Say whether bytes of a file are gone without a mark, so that "?" is a question."""
    return _dropped(by, sample) > 0


def parts(line: str, start: int, stop: int, by: Table, found: tuple[str, ...], sample: str) -> bool:
    """Say whether a space behind a damaged character is one, and no byte of it.

    Args:
        line: as stored.
        start: where the character lies in it.
        stop: where the space behind it ends.
        by: the table that did the damage.
        found: what it can have been if the space is one, likeliest first, at least one.
        sample: lines of the file that tell whether bytes of it were dropped.
    """
    char = by.read(line[start:stop])[0][0]
    before, after = line[start - 1 : start], line[stop : stop + 3].rstrip("\r")
    inside = stop - start > 2 or before.isalnum()
    if after == " ":  # two spaces end a line of the head
        return _is_word(before, found)
    one, two = _beside(line, stop, by)
    if not _may_touch(char, before, one, two):
        return True
    if not one or one.isspace() or one in _CLOSES or one in {_HYPHEN, _VARIATION}:
        return False
    # "AsÃ se": a byte was dropped. "s" by itself is no word, though: "Ã s" is "às".
    if not after[:1].isalnum() or (not inside and _LONE_S.match(line, stop)):
        return False
    if stop - start > 2:
        return True
    last = _last(line, start, by)
    if last.isalpha():
        loud = last.isupper() and char.isupper() and one.isupper()
        return not loud or _dropped(by, sample) > 0
    if not last or (last.isascii() and last not in _EDGES):
        return True
    if char.islower() and alphabet.script(char) == "LATIN":
        return True
    return _is_word("", found) and (
        _dropped(by, sample) > 0 or _two_words(line, stop, by, char, found)
    )


def _is_word(before: str, found: tuple[str, ...]) -> bool:
    """Say whether a letter before a space may have lost a byte: no "Э" is a word by itself."""
    if before not in _EDGES:
        return True
    return alphabet.script(found[0]) not in {"GREEK", "CYRILLIC"} or not _WORDS.isdisjoint(found)


def _may_touch(char: str, before: str, one: str, two: str) -> bool:
    """Say whether a character stands well if nothing parts it from what follows.

    Args:
        char: the one in question.
        before: what stands before it.
        one: what follows.
        two: what follows that.
    """
    if not one or one.isspace() or one in _CLOSES or one == _VARIATION:
        return True
    if one in _EITHER:
        return not two.isalnum()
    if one in _DASHES:
        return not (two.isspace() or two.isdigit())
    if one.isalnum():  # "x≠5", and not "x ≠5"
        return one.isalpha() if alphabet.script(char) else before.isalnum()
    return not one.isascii() and alphabet.kind(one) not in {"quote", "dash"}


def _beside(line: str, place: int, by: Table) -> tuple[str, str]:
    """Return the character at a place, as far as it is known what it was, and the next."""
    for start, cell, gap in by.found(line[place : place + 4]):
        if not start and not gap:
            chars, _ = by.read(cell)
            if len(chars) == 1:
                end = place + len(cell)
                return chars[0], line[end : end + 1]
        break
    return line[place : place + 1], line[place + 1 : place + 2]


def _last(line: str, place: int, by: Table) -> str:
    """Return the character before a place as it was, " " at the edge, "" if that is not known."""
    for size in _SIZES:
        cell = line[max(place - size, 0) : place]
        if len(cell) == size and cell[0] in by.leads and by.conts.issuperset(cell[1:]):
            chars, _ = by.read(cell)
            if not by.missing(cell) and len(chars) == 1:
                return chars[0]
    before = line[place - 1 : place] or " "
    return before if before.isascii() else ""


def _two_words(line: str, place: int, by: Table, char: str, found: tuple[str, ...]) -> bool:
    """Say whether what follows a letter is likelier a word without it than with it."""
    alone = [letter for letter in found if letter in _WORDS]
    if not alone:
        return False
    names = words.languages(alphabet.script(alone[0]))
    rest = ""
    for start, cell, gap in by.found(line[place : place + 2 * _LONGEST]):
        chars, _ = by.read(cell)
        if gap or start != 2 * len(rest) or len(chars) != 1 or not chars[0].isalpha():
            break
        rest += chars[0]
    best = max(
        max(map(language.spelling, alone)) + language.spelling(rest)
        for language in map(words.language, names)
    )
    return best > max(words.language(name).spelling(char + rest) for name in names)


@lru_cache(maxsize=64)  # each place of a file asks
def _dropped(by: Table, sample: str) -> int:
    """Count the characters in some lines of which bytes are gone, and nothing in their place."""
    count = 0
    complete = -1  # where the last one ends that has all its bytes
    lacking = -1  # and the last letter that has not
    for start, cell, gap in by.found(sample):
        end = start + len(cell)
        if not gap:
            count += lacking == start
            complete = end
            continue
        behind = sample[end : end + 1]
        if behind in {" ", "?", "\ufffd", "\xa0"} or not by.read(cell)[0]:
            continue
        if len(cell) > 1 or complete == start or _within(sample, start):
            count += 1
        else:
            lacking = end
    return count


def _within(text: str, place: int) -> bool:
    """Say whether a letter that is all capital stands among small ones: "habrÃa"."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return text[place].isupper() and len(around) == 2 and around.isascii() and around.islower()
