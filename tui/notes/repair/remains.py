"""What may be left of a picture where too little is left to put one back: it is marked."""

import re
from typing import Final

from tui.notes.patterns import pattern

LEADS: Final = frozenset("ðđπšβā")  # of pictures and ticks, in the tables that lose most
# Behind these a letter is spoken of, or counted up.
_SPOKEN_OF = pattern(r"\b(?:letters?|characters?|symbols?|signs?|like|as|and|or|is|of|by) $", re.I)
_QUOTES = pattern("[“”„«»]")
# What ends a sentence, or starts an item: "live data ð.", "findings β…", "- π“ Keep".
_LAST = pattern(r"(?<=[a-z)] )(?:[ðđ]|[đπš][“”][’•]?|[βā]…)(?=[.!]?\s*$)", re.M)
_FIRST = pattern(r"^[ \t]*(?:[-*+•]|#+) (?:[đπš][“”―][’•]?|[βā]…) (?=[A-Z])", re.M)


def remains(text: str) -> bool:
    """Say whether something in some lines may be left of a picture.

    Args:
        text: the lines. A mark that closes a quotation is none where another one opens it.
    """
    if not any(char in text for char in LEADS):  # faster than a look at each character
        return False
    return any(
        len(_QUOTES.findall(text, *_line(text, match))) <= 1
        and not _SPOKEN_OF.search(text, *_line(text, match)[:1], match.start())
        for way in (_LAST, _FIRST)
        for match in way.finditer(text)
    )


def _line(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return where the line that a match lies in starts and ends."""
    end = text.find("\n", match.end())
    return text.rfind("\n", 0, match.start()) + 1, end if end >= 0 else len(text)
