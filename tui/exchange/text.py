"""The bytes of a file to import, as text."""

import codecs

from tui.exchange.task import NotRead


def text_of(data: bytes) -> str:
    """Return the text of a file: UTF-8, or UTF-16 with its mark, as spreadsheets write it.

    Raises:
        NotRead: it is not such text.
    """
    encoding = "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotRead(f"not in UTF-8 (byte {error.start + 1:,}); save it so") from None
    if "\0" in text:
        raise NotRead("not a text (it holds NUL)")
    return text


def words_in_one(text: str, between: str = "_") -> str:
    """Return a text without spaces, for where they would end it."""
    return between.join(text.split())
