"""The 8-bit tables text is misread through, and how to read a table backwards.

A character above U+007F is two to four bytes in UTF-8: a lead byte (C2-DF, E0-EF or F0-F4, for
one, two or three more) and as many continuation bytes (80-BF). Read through an 8-bit table each
byte becomes a character of its own; such a group is called a cell here. The tables are those of
Python's own codecs. The bytes a table leaves undefined are read as the C1 control of the same
number, as browsers do (WHATWG encoding standard).
"""

import codecs
import itertools
import re
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import pairwise
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet

# The order settles ties: where two tables read a text alike, the more common one is named.
NAMES: Final = (
    "windows-1252",
    "windows-1254",
    "latin-1",
    "mac-roman",
    "windows-1251",
    "windows-1250",
    "windows-1253",
    "windows-1253+1252",
    "windows-1257",
    "iso-8859-2",
    "cp437",
    "cp850",
)
_MIXED = "windows-1253+1252"
_LOST_MARK: Final = "\ufffd"
_KNOWN_SIGN: Final = 5.0  # a sign less common than this is not the only one thought of
_ALL_BYTES: Final = bytes(range(0x100))
_HIGH_RUN = pattern(r"[^\x00-\x7f]{2,}")

# Every byte is there; a mark stands where a byte was; a space for a no-break space; bytes gone.
EXACT, MARKED, SPACED, LOSSY = 0, 1, 2, 3
Reading = tuple[tuple[str, ...], int]  # candidates, likeliest first; one of the four above
_UNREADABLE: Final[Reading] = ((), EXACT)


def _characters(name: str) -> tuple[str, set[int]]:
    """Return the 256 characters of a table and the bytes it leaves undefined."""
    codec = "windows-1253" if name == _MIXED else name
    found = list(_ALL_BYTES.decode(codec, "replace"))
    undefined = {number for number, char in enumerate(found) if char == _LOST_MARK}
    for number in sorted(undefined):
        found[number] = chr(number)
        if name == _MIXED:
            char = bytes([number]).decode("windows-1252", "ignore")
            if char:
                found[number] = char
                undefined.remove(number)
    return "".join(found), undefined


class Table:
    """One 8-bit table, read backwards.

    Attributes:
        name: as shown to the reader, one of `NAMES`.
        chars: the 256 characters, by byte.
        undefined: bytes the table has no character for.
        lost: bytes a careless program drops: undefined ones, C1 controls, the soft hyphen.
        byte_of: character to byte, for the characters above U+007F.
        leads, conts, shows: the characters of the lead bytes, the continuation bytes, and of both.
        heads: the characters of which one stands first in whatever it damaged.
        marked: what may continue a cell where marks or spaces stand for bytes.
        signs: the lead characters of signs and pictures.
        times: how it shows a sign of multiplication.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.chars, self.undefined = _characters(name)
        self._encoding = codecs.charmap_build(self.chars)
        self.byte_of = {char: number for number, char in enumerate(self.chars) if number > 0x7F}
        self.lost = self.undefined | {
            number
            for number in range(0x80, 0x100)
            if self.chars[number] == "\xad" or "\x80" <= self.chars[number] < "\xa0"
        }
        self.leads = frozenset(self.chars[0xC2:0xF5])
        self.conts = frozenset(self.chars[0x80:0xC0])
        self.signs = frozenset((self.chars[0xE2], self.chars[0xEF], self.chars[0xF0]))
        self.shows = self.leads | self.conts
        self.marked = self.conts | {_LOST_MARK, "?", " "}
        self.heads = self.leads | ({self.chars[0x9F]} if 0xF0 in self.lost else set())
        self.times = self.show("×")
        self._needed = {  # by its lead, the bytes of a cell
            char: 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            for byte, char in enumerate(self.chars[0xC2:0xF5], 0xC2)
        }
        self._read: dict[str, Reading] = {}
        self._partly: dict[tuple[str, bool], Reading] = {}
        self._lossy: dict[str, tuple[str, ...]] | None = None

    def _class(self, low: int, high: int) -> str:
        return re.escape(self.chars[low:high])

    @cached_property
    def cell_class(self) -> str:
        """The characters of the continuation bytes, for a class in a pattern."""
        return self._class(0x80, 0xC0)

    @cached_property
    def _cell(self) -> re.Pattern[str]:
        """Finds a lead character with what may be continuations; there may be too many of them."""
        conts = self._class(0x80, 0xC0) + _LOST_MARK
        pattern = f"[{self._class(0xC2, 0xF5)}][{conts}]{{0,3}}"
        if 0xF0 in self.lost:  # an emoji without its lead byte: 9F and two more
            pattern += f"|{re.escape(self.chars[0x9F])}[{conts}]{{1,2}}"
        return re.compile(pattern)

    @cached_property
    def short(self) -> re.Pattern[str]:
        """Finds a cell that lacks its last byte, where a space or "?" may stand for it."""
        long, four = self._class(0xE0, 0xF5), self._class(0xF0, 0xF5)
        cont = f"[{self.cell_class}]"
        more = f"(?:(?<=[{long}]){cont}(?:(?<=[{four}].){cont})?)?"
        return re.compile(f"[{self._class(0xC2, 0xF5)}]{more}[ ?]")

    def found(self, text: str) -> Iterator[tuple[int, str, int]]:
        """Yield where a lead stands, it with what continues it, and how many bytes that lacks.

        Of an emoji whose lead byte is lost, what is left.
        """
        search, needed = self._cell.search, self._needed
        match = search(text)
        while match:
            start, cell = match.start(), match[0]
            gap = needed.get(cell[0], len(cell)) - len(cell)
            if gap < 0:
                cell, gap = cell[:gap], 0
            yield start, cell, gap
            match = search(text, start + len(cell))

    def unwind(self, text: str) -> str | None:
        """Return the text whose UTF-8 bytes this table shows as `text`; None if there is none."""
        try:
            data = codecs.charmap_encode(text, "strict", self._encoding)[0]
            return data.decode("utf-8")
        except UnicodeError:
            return None

    def show(self, text: str, *, drop: frozenset[int] | set[int] = frozenset()) -> str:
        """Return `text` as damaged by this table, without the bytes of `drop`."""
        left = text.encode().translate(None, bytes(drop))
        return codecs.charmap_decode(left, "strict", self.chars)[0]

    def missing(self, cell: str) -> int:
        """Return how many bytes a cell lacks; 0 for a cell without its lead byte."""
        return self._needed.get(cell[0], len(cell)) - len(cell)

    def read(self, cell: str) -> Reading:
        """Return what a cell can have been, likeliest first, and how it was read.

        A cell may hold marks for lost bytes, U+FFFD or "?", and a space for a no-break space.
        """
        known = self._read.get(cell)
        if known is None:
            known = self._read[cell] = self._work_out(cell)
        return known

    def read_partly(self, cell: str, *, hyphens: bool) -> Reading:
        """Return what a cell can have been where only some of the bytes in `lost` are gone.

        Args:
            cell: that lacks bytes.
            hyphens: the soft hyphen is gone, and nothing else; or everything but it.
        """
        known = self._partly.get((cell, hyphens))
        if known is None:
            gone = {byte for byte in self.lost if (self.chars[byte] == "\xad") == hyphens}
            found = tuple(char for char in self.read(cell)[0] if self.show(char, drop=gone) == cell)
            known = self._partly[cell, hyphens] = (found, LOSSY)
        return known

    def _work_out(self, cell: str) -> Reading:
        numbers = [self.byte_of.get(char, -1) for char in cell]
        if numbers[0] < 0xC2 or self.missing(cell):
            return self._from_lost(cell, numbers)
        if -1 not in numbers:
            char = _decoded(numbers)
            return ((char,), EXACT) if char and _readable(char) else _UNREADABLE
        choices: list[list[int]] = []
        for char, number in zip(cell, numbers, strict=True):
            if number >= 0:
                choices.append([number])
            elif char == " ":
                choices.append([0xA0])
            else:
                choices.append(sorted(self.undefined or self.lost))
        found = self._combined(choices)
        return (found, MARKED) if found else _UNREADABLE

    def _from_lost(self, cell: str, numbers: list[int]) -> Reading:
        if self._lossy is None:
            self._lossy = self._dictionary()
        found = list(self._lossy.get(cell, ()))
        gap = self.missing(cell)
        # Too rare for the dictionary: what has four bytes, and signs beside one that is rare, too.
        alone = len(found) == 1 and alphabet.kind(found[0]) == "sign"
        rare = len(cell) > 2 or (alone and alphabet.weight(found[0]) < _KNOWN_SIGN)
        if -1 not in numbers and gap == 1 and rare:
            lost = [byte for byte in sorted(self.lost) if byte < 0xC0]
            for place in range(1, len(numbers) + 1):
                choices = [[number] for number in numbers]
                choices.insert(place, lost)
                found += [char for char in self._combined(choices) if char not in found]
        return (tuple(found), LOSSY) if found else _UNREADABLE

    def _combined(self, choices: list[list[int]]) -> tuple[str, ...]:
        size = 1
        for choice in choices:
            size *= len(choice)
        if size > 2048:
            return ()
        found = {_decoded(list(numbers)) for numbers in itertools.product(*choices)}
        readable = [char for char in found if char and alphabet.weight(char)]
        return tuple(sorted(readable, key=lambda char: (-alphabet.weight(char), char)))

    def _dictionary(self) -> dict[str, tuple[str, ...]]:
        """Return the reverse dictionary: what is left of each common character, to characters."""
        common = alphabet.common()
        text = "\n".join(common)
        whole = self.show(text).split("\n")
        # Each once; those of one weight stay in the order they are listed in.
        found: dict[str, dict[str, None]] = {}
        ways = (self.lost, self.undefined, self.lost - self.undefined)
        for drop in dict.fromkeys(frozenset(way) for way in ways if way):
            cut = self.show(text, drop=drop).split("\n")
            for char, entire, left in zip(common, whole, cut, strict=True):
                if left != entire and left:
                    found.setdefault(left, {})[char] = None
        return {
            left: tuple(sorted(chars, key=alphabet.weight, reverse=True))
            for left, chars in found.items()
        }


def _decoded(numbers: list[int]) -> str:
    try:
        char = bytes(numbers).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return char if len(char) == 1 else ""


def _readable(char: str) -> bool:
    """Say whether a character may come out; damage of an earlier time may, unused ones not."""
    return alphabet.weight(char) > 0 or "\x80" <= char < "\xa0" or char == "\uf8ff"


@cache
def table(name: str) -> Table:
    """Return a table by name; it is built on first need and kept."""
    return Table(name)


@cache
def _roles() -> tuple[dict[str, int], dict[str, int]]:
    """Return in which tables a character is a lead, and in which it may continue one.

    One bit for each table, in the order of `NAMES`.
    """
    leads: dict[str, int] = {}
    conts = {_LOST_MARK: (1 << len(NAMES)) - 1}
    for number, by in enumerate(tables()):
        for chars, role in ((by.leads, leads), (by.conts, conts)):
            for char in chars:
                role[char] = role.get(char, 0) | 1 << number
    return leads, conts


def pairing(text: str) -> tuple[Table, ...]:
    """Return the tables in which some two neighbours are a lead and what continues it.

    No other table explains anything of a text of which no byte is lost.
    """
    leads, conts = _roles()
    found = 0
    for run in _HIGH_RUN.findall(text):
        for one, two in pairwise(run):
            if one in leads:
                found |= leads[one] & conts.get(two, 0)
    return tuple(by for number, by in enumerate(tables()) if found >> number & 1) if found else ()


@cache
def tables() -> tuple[Table, ...]:
    """Return every table, in the order of `NAMES`."""
    return tuple(table(name) for name in NAMES)
