"""Bytes to text and back: which encoding a file is in."""

import codecs
import re

_NOT_UTF8 = re.compile("[\udc80-\udcff]+")  # how Python's "surrogateescape" keeps such bytes
_MARKS = {  # a byte order mark, and the encoding of what follows
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


class NotText(ValueError):
    """The bytes are not those of a text file."""


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of a file and what was wrong with its encoding ("" where nothing was).

    UTF-8 with or without a byte order mark, or UTF-16 with one. Bytes that are not UTF-8 are read
    as Windows-1252, in which every byte means something. Line endings stay as they are.

    Raises:
        NotText: a NUL byte in something that is not UTF-16.
    """
    if is_utf_16(data):
        try:
            return data.decode("utf-16"), ""
        except UnicodeDecodeError as error:
            text = data.decode("utf-16", errors="replace")
            return text, f"encoding: the UTF-16 text is damaged at byte {error.start}"
    if b"\0" in data:
        raise NotText("not a text file (it holds NUL bytes)")
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text = keeping_raw_bytes(data)
        problem = f"encoding: not UTF-8, first in line {line}; such bytes were read as Windows-1252"
        return _NOT_UTF8.sub(_as_windows_1252, text), problem


def is_utf_16(data: bytes) -> bool:
    """Say whether a file begins with the mark of UTF-16."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def encode(text: str, stored: bytes) -> bytes:
    """Return the bytes of a text in the encoding of a file that is there, its mark in front.

    Raises:
        NotText: the text holds what cannot be encoded.
    """
    mark = next((mark for mark in _MARKS if stored.startswith(mark)), b"")
    try:
        return mark + text.encode(_MARKS.get(mark, "utf-8"))
    except UnicodeEncodeError as error:
        raise NotText(f"its text cannot be stored ({error.reason})") from None


def keeping_raw_bytes(data: bytes) -> str:
    """Return the text of a file of UTF-8, with bytes that are not as lone surrogates."""
    return data.decode("utf-8-sig", errors="surrogateescape")


def raw_lines(text: str) -> set[int]:
    r"""Return the numbers, from 1, of the lines that hold raw bytes; lines end at "\n"."""
    if not _NOT_UTF8.search(text):
        return set()
    return {number for number, line in enumerate(text.split("\n"), 1) if _NOT_UTF8.search(line)}


def _as_windows_1252(match: re.Match[str]) -> str:
    data = match.group().encode("utf-8", "surrogateescape")
    try:
        return data.decode("windows-1252")
    except UnicodeDecodeError:  # Python's table has five holes; ftfy's fills them as browsers do
        from ftfy import bad_codecs  # takes a tenth of a second

        bad_codecs.ok()
        return data.decode("sloppy-windows-1252")
