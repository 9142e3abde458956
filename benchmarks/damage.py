"""Ways a note's text gets damaged on its way to the disk.

In most of them UTF-8 bytes were read with the wrong 8-bit table and saved again as UTF-8.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import cache

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

# What some editors put right again while saving, so that it comes through whole.
_SPARED = frozenset("–’•")


@cache
def _table(*codec_names: str) -> dict[int, str]:
    """What each byte means in the first of the code pages that has a character for it."""
    table: dict[int, str] = {}
    for name in reversed(codec_names):
        for byte in range(256):
            char = codecs.decode(bytes([byte]), name, "ignore")
            if char:
                table[byte] = char
    return table


def misread(text: str, codec: str) -> str:
    """Read a text's UTF-8 bytes with another code page.

    Args:
        text: The text as it was.
        codec: The code page; a byte it leaves undefined becomes the control character of the
            same number.

    Returns:
        The text as it was then shown.
    """
    table = _table(codec, "latin-1")
    return "".join(char if char.isascii() else _misread_char(char, table) for char in text)


def misread_with_loss(text: str, codec: str) -> str:
    """As `misread`, but undefined bytes and soft hyphens are lost.

    Args:
        text: The text as it was.
        codec: The code page.

    Returns:
        The text as it was then shown; part of it cannot be recovered.
    """
    table = {byte: char for byte, char in _table(codec).items() if char != SOFT_HYPHEN}
    return "".join(char if char.isascii() else _misread_char(char, table) for char in text)


def misread_in_part(text: str, codec: str, stand_in: str) -> str:
    """As `misread`, but characters that do not fit, and a few common ones, come through whole.

    Args:
        text: The text as it was.
        codec: The code page.
        stand_in: The code page asked where the first one has no character.

    Returns:
        The text, some of its characters damaged.
    """
    table = _table(codec, stand_in)
    shown: list[str] = []
    for char in text:
        fits = char not in _SPARED and all(byte in table for byte in char.encode())
        shown.append(_misread_char(char, table) if fits else char)
    return "".join(shown)


def _misread_char(char: str, table: dict[int, str]) -> str:
    return "".join(table.get(byte, "") for byte in char.encode())


def _saved(misreading: Callable[[str], str]) -> Callable[[str], bytes]:
    return lambda text: misreading(text).encode()


DAMAGES: dict[str, Callable[[str], bytes]] = {
    "mac-roman": _saved(lambda text: misread(text, "mac-roman")),
    "windows-1254-lossy": _saved(lambda text: misread_with_loss(text, "cp1254")),
    "windows-1253-partial": _saved(lambda text: misread_in_part(text, "cp1253", "cp1252")),
    "windows-1252": _saved(lambda text: misread(text, "cp1252")),
    "windows-1252-twice": _saved(lambda text: misread(misread(text, "cp1252"), "cp1252")),
    "windows-1250": _saved(lambda text: misread(text, "cp1250")),
    "windows-1251": _saved(lambda text: misread(text, "cp1251")),
    "latin-1": _saved(lambda text: misread(text, "latin-1")),
    "cp437": _saved(lambda text: misread(text, "cp437")),
    "stored-windows-1252": lambda text: text.encode("cp1252", "replace"),
    "stored-utf-16": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "stored-with-bom": lambda text: text.encode("utf-8-sig"),
}
"""Every kind of damage: from the text as it was to the bytes that are left of it."""
