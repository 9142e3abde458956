"""How a note writes its signs, as far as that is certain: it tells what stood where bytes are gone.

The lines of the head are alike in all notes and tell nothing of the one who wrote this one.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from tui.notes.repair import alphabet

_HEAD_SIGNS: Final = frozenset("📅🕒🏷️📂⭐")
_SPACED = re.compile(r"(?<!\d{4}-\d\d-\d\d) ([—–]) ")
_TIGHT = re.compile(r"(?<=[^\W\d_])([—–])(?=[^\W\d_])")
_SINGLES = re.compile(r"(?<!\w)‘[^‘’\n]+’(?!\w)")
_HYPHENED = re.compile(r"(?<![^\s(\[\"'*])[A-Za-z]{2,}-[a-z]{2,}(?![\w./])")
_BULLETS = re.compile(r"^[ \t]*[-*+•] ", re.M)


class Habits:
    """What is certain of a note's signs.

    Attributes:
        proven: how often each character is known to stand in the note.
        bullets: its lists have bullets, so that a dash at the start of a line is none.
    """

    def __init__(self, text: str = "", proven: Mapping[str, int] | None = None) -> None:
        """Learn from the certain part of a note.

        Args:
            text: the note, with some character that is no sign for what is not certain.
            proven: how often each character is known to stand in it.
        """
        self._text = text
        self.proven = proven or {}
        self.bullets = _BULLETS.search(text) is not None
        high = bool(self.proven)
        self._spaced = Counter(_SPACED.findall(text)) if high else Counter[str]()
        self._tight = Counter(_TIGHT.findall(text)) if high else Counter[str]()
        self._singles = len(_SINGLES.findall(text)) if high else 0

    @cached_property
    def plain_hyphens(self) -> bool:
        """Whether words are joined by hyphens of ASCII: then other signs join none."""
        return _HYPHENED.search(self._text) is not None

    def favour(self, char: str) -> float:
        """Return what speaks for a sign (not a dash) because it stands elsewhere: 0 or 2 to 4."""
        if char in _HEAD_SIGNS or alphabet.kind(char) == "dash":
            return 0.0
        return _grown(self._singles if char in "‘’" else self.proven.get(char, 0))

    def favour_dash(self, char: str, *, spaced: bool) -> float:
        """Return what speaks for a dash because such ones stand elsewhere: 0 or 2 to 4.

        Args:
            char: the dash.
            spaced: there are spaces around it.
        """
        return _grown((self._spaced if spaced else self._tight)[char])


def _grown(seen: int) -> float:
    return 2.0 + min(seen, 8) / 4 if seen else 0.0
