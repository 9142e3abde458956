"""The exact form of a value, as in `project:="Data security"`; when two values are the same."""

import re
from unicodedata import category

_ZERO_WIDTH_SPACE = "\u200b"
_BARE = re.compile(r"\w[\w.-]*")


def same(text: str) -> str:
    """Return what a project, a label or a priority has in common with all its spellings.

    These differ in case, in blanks, and in characters that cannot be seen.
    """
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(_seen, text))
    return " ".join(text.split()).casefold()


def exactly(value: str) -> str:
    """Return how a value is asked for behind the name of its field; "" asks for none.

    What is asked for is the same as the value, though invisible characters are left out.
    """
    written = " ".join("".join(map(_seen, value)).split())
    quoted = written.replace('"', '""')
    return f":={written}" if _BARE.fullmatch(written) else f':="{quoted}"'


def _seen(char: str) -> str:
    """A character as far as it can be seen: itself, a blank, or nothing."""
    kind = category(char)
    if kind == "Cf" and char != _ZERO_WIDTH_SPACE:
        return ""
    return " " if kind[0] in "CZ" else char
