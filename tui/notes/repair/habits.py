"""How a note writes its signs, as far as that is certain: it tells what stood where bytes are gone.

The lines of the head are alike in all notes and tell nothing of the one who wrote this one.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet, words
from tui.notes.repair.steps import UNKNOWN

_HEAD_SIGNS: Final = frozenset("📅🕒🏷️📂⭐")
_SPACED = pattern(r"(?<!\d{4}-\d\d-\d\d) ([—–]) ")
_TIGHT = pattern(r"(?<=[^\W\d_])([—–])(?=[^\W\d_])")
_SINGLES = pattern(r"(?<!\w)‘[^‘’\n]+’(?!\w)")
_HYPHENED = pattern(r"(?<![^\s(\[\"'*])[A-Za-z]{2,}-[a-z]{2,}(?![\w./])")
_BULLETS = pattern(r"^[ \t]*[-*+•] ", re.M)


# Signs that are no letters.
_SIGN = pattern(rf"[^\w\x00-\x7f{UNKNOWN}{words.MISSING}]")
_NARROW: Final = 6  # characters on both sides that make the same place of two
_WIDE: Final = 14  # characters on one side that do


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

    def echoed(self, left: str, right: str) -> str:
        """Return the sign that certainly stands between the same words elsewhere, "" if none.

        Args:
            left: the text before a sign.
            right: the text behind it.
        """
        for key in _around(left, right):
            found = self._echoes.get(key, set())
            if found:
                return next(iter(found)) if len(found) == 1 else ""
        return ""

    @cached_property
    def _echoes(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for match in _SIGN.finditer(self._text):
            at = match.start()
            left, right = self._text[max(at - _WIDE, 0) : at], self._text[at + 1 : at + 1 + _WIDE]
            for key in _around(left.rpartition("\n")[2], right.partition("\n")[0]):
                found.setdefault(key, set()).add(match.group())
        return found

    def favour(self, char: str) -> float:
        """Return what speaks for a sign (not a dash) because it stands elsewhere: 0 or 2 to 4."""
        if char in _HEAD_SIGNS or alphabet.kind(char) in {"dash", "hyphen"}:
            return 0.0
        return _grown(self._singles if char in "‘’" else self.proven.get(char, 0))

    def favour_dash(self, char: str, *, spaced: bool) -> float:
        """Return what speaks for a dash because such ones stand elsewhere: 0 or 2 to 4.

        Args:
            char: the dash.
            spaced: there are spaces around it.
        """
        return _grown((self._spaced if spaced else self._tight)[char])


def _around(left: str, right: str) -> list[tuple[str, str]]:
    """Return what stands around a sign, first on both sides, then behind it; signs are alike."""
    left, right = (_SIGN.sub(UNKNOWN, side) for side in (left[-_NARROW:], right[:_WIDE]))
    found = []
    if len(left) == _NARROW <= len(right):
        found.append((left, right[:_NARROW]))
    if len(right) == _WIDE and left[-1:] in {"", " ", '"'}:
        found.append(("", right))
    return found


def _grown(seen: int) -> float:
    return 2.0 + min(seen, 8) / 4 if seen else 0.0
