"""The head of a note as proof: what stands before a date, a time or a label is known.

The usual note and the plain-text form share these lines (docs of the note format):

    ## 📅 2024-02-13 — Session: TITLE
    **🕒 03:55–04:35**
    **🏷️ Labels**: A, B
    **📂 Project**: Business
    **⭐ Priority**: MEDIUM

So the damaged form of each sign tells which table did it, and a sign can be put back even where
one byte of it is left. A head without its signs, or with others, proves nothing and stays.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from tui.notes.patterns import pattern
from tui.notes.repair.tables import Table, tables

_JUNK: Final = r"(?P<sign>[^\x00-\x7f](?:[^\x00-\x7f]|[? ](?=[^\x00-\x7f?])|\?){0,15})"
_DASH: Final = r"(?P<dash>[^\x00-\x7f](?:[^\x00-\x7f]|[? ](?=[^\x00-\x7f?])|\?){0,8})"
_MARK: Final = r"^(?:#{1,6} +)?(?:\*\*)?"
_DAY: Final = r"(?:\[\[)?\d{4}-\d\d-\d\d"
_DAY_DASH = pattern(
    rf"{_MARK}(?:[^\n\w]{{0,24}}|[^\n0-9#*]{{0,24}}){_DAY}(?:\]\])? {_DASH} ?(?i:Session) ?:", re.M
)
_TIME_DASH = pattern(rf"{_MARK}[^\n0-9]{{0,24}}\d\d:\d\d{_DASH}\d\d:\d\d(?:\*\*)?[ \r]*$", re.M)
_SIGN_LINES: Final = (  # the sign, and what its line cannot be without
    ("📅", "", pattern(rf"{_MARK}{_JUNK} ?{_DAY}", re.M)),
    ("🕒", "", pattern(rf"{_MARK}{_JUNK} ?\d\d:\d\d", re.M)),
    ("🏷️", "Labels", pattern(rf"{_MARK}{_JUNK} ?Labels(?:\*\*)?:", re.M)),
    ("📂", "Project", pattern(rf"{_MARK}{_JUNK} ?Project(?:\*\*)?:", re.M)),
    ("⭐", "Priority", pattern(rf"{_MARK}{_JUNK} ?Priority(?:\*\*)?:", re.M)),
)
# A date or a time behind a sign; where there is none, no line has to be looked at.
_NUMBERED = pattern(r"[^\x00->@-\x7f] ?(?:\[\[)?\d\d(?:\d\d-|:\d\d)")
# The head as nearly every clean note has it, seen in one look.
_WHOLE = pattern(
    r"^## 📅 \d{4}-\d\d-\d\d — Session:.*\s+\*\*🕒 \d\d:\d\d–\d\d:\d\d\*\*\s+"
    r"\*\*🏷️ Labels\*\*:.*\s+\*\*📂 Project\*\*:.*\s+\*\*⭐ Priority\*\*:",
    re.M,
)
_VARIANTS: Final = {"🏷️": ("🏷️", "🏷"), "⭐": ("⭐", "⭐️")}
_HEAD_CHARACTERS: Final = 4000  # a head lies at the top; further down the words mean nothing


class Slot(NamedTuple):
    """A place in the head whose content is known.

    Attributes:
        start, end: where it lies in the text, in characters.
        want: what stands there in a clean note.
        clean: whether it does.
        tables: names of the tables that explain what was found; empty where none does.
    """

    start: int
    end: int
    want: str
    clean: bool
    tables: frozenset[str]


def slots(text: str) -> tuple[Slot, ...]:
    """Return the known places found in the head of `text`, in no particular order."""
    return _slots(text[:_HEAD_CHARACTERS])


@lru_cache(maxsize=8)  # several rooms ask for those of one text
def _slots(top: str) -> tuple[Slot, ...]:
    return tuple(_slot(match, group, wants) for match, group, wants in _places(top))


def hurt(text: str) -> bool:
    """Say whether a known place of the head holds something else than it should."""
    if _WHOLE.search(text, 0, _HEAD_CHARACTERS):
        return False
    top = text[:_HEAD_CHARACTERS]
    return any(match[group].rstrip("\xa0 ") not in wants for match, group, wants in _places(top))


def unexplained(text: str) -> list[int]:
    """Return where, in characters, letters stand before a known place of the head: none does.

    A picture of another kind is one's own choice.
    """
    return [
        slot.start
        for slot in slots(text)
        if not slot.clean and any(char.isalpha() for char in text[slot.start : slot.end])
    ]


def _places(top: str) -> Iterator[tuple[re.Match[str], str, tuple[str, ...]]]:
    numbered = _NUMBERED.search(top) is not None
    for want, name, line in _SIGN_LINES:
        match = line.search(top) if (name in top if name else numbered) else None
        if match:
            yield match, "sign", _VARIANTS.get(want, (want,))
    for wants, there, line in (
        (("—", "–"), "session" in top.lower(), _DAY_DASH),
        (("–", "—"), numbered, _TIME_DASH),
    ):
        match = line.search(top) if there else None
        if match:
            yield match, "dash", wants


def _slot(match: re.Match[str], group: str, wants: tuple[str, ...]) -> Slot:
    junk = match[group]
    start, end = match.span(group)
    bare = junk.rstrip("\xa0 ")
    if bare in wants:
        return Slot(start, end, junk, clean=True, tables=frozenset())
    for want in wants:
        names = _forms(want).get(junk)
        if names:
            return Slot(start, end, want, clean=False, tables=names)
    return Slot(start, end, wants[0], clean=False, tables=frozenset())


@cache
def _forms(want: str) -> dict[str, frozenset[str]]:
    """Return every damaged form of a sign, with the names of the tables that make it."""
    found: dict[str, set[str]] = {}
    own = frozenset(want.encode())
    for table in tables():
        controls = table.lost - table.undefined
        hyphen = {0xAD} & table.lost if len(controls) > 1 else set()
        ways: tuple[set[int], ...] = (
            set(),
            table.lost,
            table.undefined,
            controls,
            hyphen,
            table.lost - hyphen,
        )
        for drop in set(map(own.intersection, ways)):
            for form in _left(want, table, drop):
                for shown in (form, form.replace("\xa0", " ")):
                    if shown:
                        found.setdefault(shown, set()).add(table.name)
    return {form: frozenset(names) for form, names in found.items()}


def _left(want: str, by: Table, drop: frozenset[int]) -> Iterator[str]:
    """Yield what is left of a sign without some bytes, or with marks for those of no character."""
    yield by.show(want, drop=drop)
    marked = drop & by.undefined
    if not marked.isdisjoint(want.encode()):
        for mark in "\ufffd?":
            yield "".join(
                (mark if byte in marked else "") if byte in drop else by.chars[byte]
                for byte in want.encode()
            )
