"""The bytes of a note to the bytes it would have had, had nothing gone wrong."""

import re
from itertools import pairwise
from typing import NamedTuple

from tui.notes.decode import NotText, decode, encode, is_utf_16, keeping_raw_bytes, raw_lines
from tui.notes.repair import Mend, repair

_RAW = "raw windows-1252"
# Words of Western Europe have an accent here and there; in Windows-1251 every letter is raw.
_FOREIGN = re.compile(r"[^\W\d_\x00-\x7f]{3}")


class Mended(NamedTuple):
    r"""A note before and after.

    Attributes:
        stored: its text as it is stored; bytes that are not UTF-8 are lone surrogates in it.
        text: its text, healed, with as many lines ("\n") and the same line endings.
        healed: the lines that change, in order.
        uncertain: the numbers of the lines that hold a guess, or still look damaged; in order.
            Bytes that are not UTF-8 are a guess where they make no sense in Windows-1252.
        data: the whole file, healed: in its encoding and with its byte order mark, but that bytes
            that were not UTF-8 are. The same bytes where nothing changes.
    """

    stored: str
    text: str
    healed: tuple[Mend, ...]
    uncertain: tuple[int, ...]
    data: bytes


def mend(data: bytes) -> Mended:
    """Heal the bytes of a note.

    Raises:
        NotText: they are not those of a text file, or those of a damaged one in UTF-16.
    """
    text, problem = decode(data)
    stored = text
    if problem:
        if is_utf_16(data):  # what is damaged there has no text that could be stored again
            raise NotText(problem.removeprefix("encoding: "))
        stored = keeping_raw_bytes(data)
    repaired = repair(text)
    if repaired.text == stored:
        return Mended(stored, stored, (), repaired.uncertain, data)
    raw = raw_lines(stored)
    codecs = dict.fromkeys(raw, _RAW)
    for mended in repaired.healed:
        known = codecs.get(mended.line)
        codecs[mended.line] = f"{known}, {mended.codec}" if known else mended.codec
    healed = tuple(Mend(line, codecs[line]) for line in sorted(codecs))
    uncertain = {*repaired.uncertain, *_senseless(raw, repaired.text)}
    new = encode(repaired.text, data)
    return Mended(stored, repaired.text, healed, tuple(sorted(uncertain)), new)


def _senseless(raw: set[int], text: str) -> set[int]:
    """Return the lines, of some, whose bytes were probably not those of Windows-1252."""
    if not raw:
        return raw
    from tui.notes.repair.evidence import odd

    lines = text.split("\n")
    return {
        number
        for number in raw
        if _FOREIGN.search(line := lines[number - 1])
        or any(odd(left, right) for left, right in pairwise(line) if not (left + right).isascii())
    }
