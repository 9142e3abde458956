"""Bytes to text: which encoding a file is in."""

import codecs

# What Windows-1252 holds at 0x80-0x9F (WHATWG encoding standard, "windows-1252"); five of them
# are undefined in Python's own cp1252, which would fail on them.
_C1_AS_1252 = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}


class NotText(ValueError):
    """The bytes are not those of a text file."""


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of a file and what was wrong with its encoding ("" where nothing was).

    UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252, in which every
    byte means something. Line endings stay as they are.

    Raises:
        NotText: a NUL byte in something that is not UTF-16.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
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
        text = data.decode("latin-1").translate(_C1_AS_1252)
        line = data.count(b"\n", 0, error.start) + 1
        return text, f"encoding: not UTF-8 from line {line} on, read as Windows-1252"
