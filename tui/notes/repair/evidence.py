"""Does a stretch of text look written or damaged, and is it quoted on purpose?"""

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet, tables

_OPENING: Final = frozenset("“‘„‚«‹¿¡([{<\"'`")
_CLOSING: Final = frozenset("”’“‘»›)]}>\"'`")
_AFTER_LETTER: Final = frozenset("”’“‘»›…–—‑‒―™®·\u200b\u200c\u200d\u2060\xad")
_BEFORE_LETTER: Final = frozenset("“‘”’„‚«‹¿¡–—‑‒―…·№§\u200b\u200c\u200d\u2060\xad#@")
_SIGNS: Final = frozenset("°µ±×÷−≈≥≤≠€£$¥©√∞∆∑∏∂→←↑↓•¬¶")  # may touch the word behind them
_POINTING: Final = frozenset("“”‘’„‚«»‹›…–—‑‒―·")
_ASKING: Final = frozenset("¿¡")
_BEFORE_ASKING: Final = frozenset("¿¡“‘«—–…")  # "«¿Y?»", "¿¡Cómo!?"
_MIXED: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"})  # in one word
_FAR: Final = 24  # characters; a longer word is not quoted by itself
_NEVER_BEHIND: Final = frozenset("ĄŁĽŚŠŤŹŽŻąłľśšťźžż")  # "Â": no language has both
_HIGH_PAIR = pattern(r"[^\x00-\x7f]{2,}")
_PAIR_AND_DIGIT = pattern(r"[À-ɏ]{2}\d")
_QUOTED_WORD = pattern(
    r"([\"'])[^\s\"']{1,24}\1|[“„][^\s“„”]{1,24}[“”]|‘[^\s‘]{1,24}’(?!\w)|«\s?[^\s«»]{1,24}\s?»"
)
_QUOTING: Final = frozenset("\"'“„‘«")  # what a quoted word starts with
_UNQUOTING: Final = frozenset("\"'”“’»")  # and what it ends with
_SPACED_OPENING = pattern(r"«[ \xa0\u202f]")
_SPACED_CLOSING = pattern(r"[ \xa0\u202f]»")
_FIELD = pattern(r"\w+: (?:\"[^\n]*\"|'[^\n]*'|\[[^\n]*\])\s*$")  # "tags: ['…', '…']"
_FENCE = pattern(r"^[ \t]{0,3}(?:```+|~~~+)", re.M)
_SPAN = pattern(r"(`+)(?!`)[^\n]*?[^\n`]\1(?!`)")


@cache
def _bytes() -> frozenset[str]:
    """Return what any table shows for a byte; of nothing else can damage consist."""
    return frozenset().union(*(table.byte_of for table in tables.tables()))


@cache
def _class(char: str) -> str:
    """Return U, L or O (letter: upper, lower, without case), or the kind of anything else.

    "foreign" are marks, numbers and signs that no table has, as those of far scripts.
    """
    if char.isascii():
        if char.isalpha():
            return "U" if char.isupper() else "L"
        return "digit" if char.isdigit() else "space" if char.isspace() else "ascii"
    if "\x80" <= char < "\xa0" or "\ud800" <= char < "\uf900" or char == "\ufffd":
        return "broken"
    if char == "\xa0":
        return "nbsp"
    number = ord(char)
    if 0x2500 <= number < 0x25A0:
        return "box" if number < 0x2580 else "block"
    if number >= 0x1F000 or 0x2600 <= number < 0x2800 or number in {0xFE0F, 0x2B50, 0x200D}:
        return "picture"
    kind = unicodedata.category(char)
    if char in "ªº":
        return "symbol"
    if (kind[0] in "PSN" or kind == "Lm") and char not in _bytes():
        return "foreign"
    if kind[0] == "L":
        return "U" if kind == "Lu" else "L" if kind == "Ll" else "O"
    if kind[0] == "M":
        return "mark"
    if kind[0] == "Z":
        return "space"
    return "point" if char in _POINTING else "symbol"


@lru_cache(maxsize=1 << 16)  # a note may hold any pair
def odd(left: str, right: str) -> bool:
    """Say whether two characters next to each other are unlikely in anything a person wrote.

    At least one of them is above U+007F. "" is the edge of the line.
    """
    if not left or not right:
        return False
    one, two = _class(left), _class(right)
    if "broken" in {one, two}:
        return True
    if not {"picture", "foreign"}.isdisjoint({one, two}):
        return False
    for drawn, other in ((one, two), (two, one)):
        if drawn in {"box", "block"}:
            return other not in {drawn, "space", "nbsp", "ascii", "digit"}
    first, second = one in {"U", "L", "O"}, two in {"U", "L", "O"}
    if first and second:
        scripts = {alphabet.script(left), alphabet.script(right)}
        if len(scripts) > 1:
            return not scripts <= _MIXED
        if (left == "ƒ" and not right.isascii()) or (right == "ƒ" and one == "U" and left > "z"):
            return True  # "ƒôè", "Ïƒ"
        return (one == "L" and two == "U") or (left == "Â" and right in _NEVER_BEHIND)
    if first:
        if two == "symbol":
            return right not in _AFTER_LETTER and not left.isascii()
        if two == "digit":
            return False
        return two == "point" and right not in _AFTER_LETTER
    if one == "digit":  # "12Ôx", "12‚Äx": nobody writes these; "1ère" and "12–18" they do
        return two == "U" or right in "‚„‘“"
    if second:
        if one == "symbol":
            return left not in _BEFORE_LETTER and (not right.isascii() or left not in _SIGNS)
        return False
    if one in {"symbol", "point"} and two in {"symbol", "point"}:
        if right in _ASKING and left in _BEFORE_ASKING:
            return False
        return left != right and "symbol" in {one, two}
    return one == "nbsp" and right == " "


def unlike_writing(text: str, start: int, end: int) -> bool:
    """Say whether text[start:end] looks damaged where it stands."""
    return _unlike(text[start - 1] if start else "", text[start:end], text[end : end + 1])


@lru_cache(maxsize=20_000)
def _unlike(left: str, middle: str, right: str) -> bool:
    for char in middle:
        if odd(left, char) and not (left.isascii() and char.isascii()):
            return True
        left = char
    return bool(right) and odd(left, right)


def stained(bare: str) -> bool:
    """Say whether a line, given without code and quotations, still holds what nobody writes."""
    return pair_and_digit(bare) or any(
        unlike_writing(bare, *match.span()) for match in _HIGH_PAIR.finditer(bare)
    )


def pair_and_digit(text: str) -> bool:
    """Say whether two Latin letters above U+007F touch a number: "(Âą3 %)"."""
    return _PAIR_AND_DIGIT.search(text) is not None


def bare(line: str) -> str:
    """Return a line with blanks for code and for what is quoted on purpose, as "Ã©" and ‘Ã±’."""
    if "`" in line:
        line = _SPAN.sub(_blank, line)
    return line if _QUOTING.isdisjoint(line) else _QUOTED_WORD.sub(_blank, line)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def one_script(left: str, right: str) -> bool:
    """Say whether two letters above U+007F are of one script."""
    if left.isascii() or right.isascii():
        return False
    script = alphabet.script(left)
    return bool(script) and script == alphabet.script(right)


def code_ranges(text: str) -> list[tuple[int, int]]:
    """Return where code stands in `text`, fenced or between backticks, as (start, end), sorted."""
    if "`" not in text and "~~~" not in text:
        return []
    found: list[tuple[int, int]] = []
    fences = [match.start() for match in _FENCE.finditer(text)]
    place = 0
    for start, stop in zip(fences[::2], [*fences[1::2], len(text)], strict=False):
        found += [match.span() for match in _SPAN.finditer(text, place, start)]
        found.append((start, stop))
        place = stop
    found += [match.span() for match in _SPAN.finditer(text, place)]
    return sorted(found)


def quoted(text: str, start: int, end: int) -> bool:
    """Say whether the word around text[start:end] stands between quotation marks."""
    left = text[max(start - _FAR - 1, 0) : start]
    if _OPENING.isdisjoint(left):  # mostly that is all
        return False
    right = text[end : end + _FAR + 1]
    if _CLOSING.isdisjoint(right):
        return False
    if "«" in left:
        left, right = around(text, start, end)
    else:
        left, right = f"{left}x".split()[-1], f"x{right}".split(maxsplit=1)[0]
    return not _OPENING.isdisjoint(left) and not _CLOSING.isdisjoint(right)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind text[start:end] up to the next spaces.

    The spaces between « and » and what they quote are none of these.
    """
    left, right = text[max(start - _FAR - 1, 0) : start], text[end : end + _FAR + 1]
    if "«" in left and "»" in right:
        left, right = _SPACED_OPENING.sub("«", left), _SPACED_CLOSING.sub("»", right)
    return f"{left}x".split()[-1][:-1], f"x{right}".split(maxsplit=1)[0][1:]


def spoken(text: str, start: int, end: int) -> bool:
    """Say whether the word around text[start:end] stands between quotation marks, not brackets."""
    if _FIELD.match(text):  # its marks quote nothing
        return False
    left, right = around(text, start, end)
    return not _QUOTING.isdisjoint(left) and not _UNQUOTING.isdisjoint(right)


@lru_cache(maxsize=500)  # each table asks
def quoting(line: str) -> bool:
    """Say whether a line may hold something that `quoted` finds."""
    return not _OPENING.isdisjoint(line) and not _CLOSING.isdisjoint(line)


def isolated(text: str, start: int, end: int) -> bool:
    """Say whether text[start:end] is no part of a word."""
    return not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum()


def word_at(text: str, start: int, end: int) -> str:
    """Return the word that text[start:end] is a part of."""
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start:end]


def within(place: int, ranges: list[tuple[int, int]]) -> bool:
    """Say whether a place lies in one of the ranges, which are sorted."""
    if not ranges:
        return False
    index = bisect_right(ranges, place, key=lambda span: span[0]) - 1
    return index >= 0 and place < ranges[index][1]


def code_by_line(text: str, lines: list[str]) -> list[list[tuple[int, int]]]:
    """Return, for each line, where code stands in it."""
    found: list[list[tuple[int, int]]] = [[] for _ in lines]
    ranges = code_ranges(text)
    if not ranges:
        return found
    start = 0
    current = 0
    for number, line in enumerate(lines):
        end = start + len(line)
        while current < len(ranges) and ranges[current][1] <= start:
            current += 1
        look = current
        while look < len(ranges) and ranges[look][0] < end:
            low, high = ranges[look]
            found[number].append((max(low - start, 0), min(high, end) - start))
            look += 1
        start = end + 1
    return found
