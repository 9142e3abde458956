"""The gate between text we did not write and a terminal.

A note, a file name or a journal may hold anything. Whatever of it is drawn or printed passes
through here first, so that no character of it can act on the terminal.
"""

import re
import unicodedata
from functools import cache

# C0 and DEL, C1, the bidirectional overrides and isolates (Unicode TR9), the line and paragraph
# separators (a terminal may break the line there), the tag characters, and lone surrogates
# (undecodable bytes of a file name).
_ACTING = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
# Marks without end would stand in one cell, and each frame would carry all of them. No script needs
# more than 30 (Unicode's stream-safe text, UAX 15). Where so many signs in a row are not Latin, and
# so many of these no letters, it is looked up which of them take no room.
_MOST_MARKS = 30
_JOINER = "\N{ZERO WIDTH JOINER}"
_CONTROL_PICTURES = 0x2400
_MARK = "\N{REPLACEMENT CHARACTER}"


@cache
def _acting() -> re.Pattern[str]:
    """What acts on a terminal; none of it is printable, so that hardly any text needs it."""
    return re.compile(_ACTING)


@cache
def _acting_in_lines() -> re.Pattern[str]:
    return re.compile(_ACTING.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))


def _mark(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x09:
        return " "
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return _MARK


def _bounded(text: str) -> str:
    """Show as a visible mark what stands in one cell with more than any script puts there."""
    more = len(text.encode("utf-8", "surrogatepass")) - len(text)  # bytes of what is not ASCII
    if more <= _MOST_MARKS or not _not_latin().search(text):
        return text
    return _no_letters().sub(_marks_bounded, text)


@cache
def _not_latin() -> re.Pattern[str]:
    return re.compile(f"[\u0300-\U0010ffff][\u0300-\U0010ffff]{{{_MOST_MARKS}}}")


@cache
def _no_letters() -> re.Pattern[str]:
    """What is no letter; it takes 5 ms to compile, and nearly no text needs it."""
    return re.compile(
        rf"(?:[^\w\x00-\u02ff]|[\u1160-\u11ff\u3164\ud7b0-\ud7ff\uffa0]){{{_MOST_MARKS + 1},}}"
    )


def _marks_bounded(match: re.Match[str]) -> str:
    roomless = {sign for sign in set(match[0]) if _takes_no_room(sign)}
    if not roomless:
        return match[0]
    shown, before, marks = [], "", 0
    for sign in match[0]:
        marks = marks + 1 if before == _JOINER or sign in roomless else 0
        before = sign
        shown.append(sign if marks <= _MOST_MARKS else _MARK)
    return "".join(shown)


def _takes_no_room(sign: str) -> bool:
    """Whether a sign is drawn over the one before it, or not at all, or says how that is drawn."""
    category = unicodedata.category(sign)
    return (
        category[0] == "M"
        or category in ("Cf", "Cn")
        or "\u1160" <= sign <= "\u11ff"  # vowels and finals of Hangul
        or "\ud7b0" <= sign <= "\ud7ff"
        or "\U0001f3fb" <= sign <= "\U0001f3ff"  # colours of skin
        or sign in "\u3164\uffa0"  # fillers
    )


def plain(text: str) -> str:
    """Return `text` as one line that can only be read, one visible mark per acting character.

    Tabs and no other control characters become a space; the length never changes.
    """
    if text.isprintable():
        return text if text.isascii() else _bounded(text)
    return _bounded(_acting().sub(_mark, text))


def plain_lines(text: str) -> str:
    """Like `plain`, but line feeds stay (CRLF counts as one)."""
    return _bounded(_acting_in_lines().sub(_mark, text.replace("\r\n", "\n")))


def plain_json(json: bytes) -> bytes:
    r"""Escape, in JSON text, what a terminal could act on and JSON leaves bare (`\\u009b`)."""
    if json.isascii() and b"\x7f" not in json:
        return json
    return _acting_in_lines().sub(_escape, json.decode()).encode()


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be").hex()  # beyond U+FFFF two units (RFC 8259, section 7)
    return re.sub("....", r"\\u\g<0>", units)
