"""The gate between text we did not write and a terminal.

A note, a file name or a journal may hold anything. Whatever of it is drawn or printed passes
through here first, so that no character of it can act on the terminal.
"""

import re

# C0 and DEL, C1, the bidirectional overrides and isolates (Unicode TR9), the line and paragraph
# separators (a terminal may break the line there), the tag characters, and lone surrogates
# (undecodable bytes of a file name).
_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_ACTING_IN_LINES = re.compile(_ACTING.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))
_CONTROL_PICTURES = 0x2400
_MARK = "\N{REPLACEMENT CHARACTER}"


def _mark(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x09:
        return " "
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return _MARK


def plain(text: str) -> str:
    """Return `text` as one line that can only be read, one visible mark per acting character.

    Tabs and no other control characters become a space; the length never changes.
    """
    if text.isascii() and text.isprintable():
        return text
    return _ACTING.sub(_mark, text)


def plain_lines(text: str) -> str:
    """Like `plain`, but line feeds stay (CRLF counts as one)."""
    return _ACTING_IN_LINES.sub(_mark, text.replace("\r\n", "\n"))


def plain_json(json: bytes) -> bytes:
    r"""Escape, in JSON text, what a terminal could act on and JSON leaves bare (`\\u009b`)."""
    if json.isascii() and b"\x7f" not in json:
        return json
    return _ACTING_IN_LINES.sub(_escape, json.decode()).encode()


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be").hex()  # beyond U+FFFF two units (RFC 8259, section 7)
    return re.sub("....", r"\\u\g<0>", units)
