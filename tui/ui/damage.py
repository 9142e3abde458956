"""How damage is shown: what a healed line changed, where a line still looks damaged, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Session

Doubt = re.Pattern[str] | None
"""What of a text still looks damaged; None where nothing does."""

Run = tuple[int, int]
"""A piece of a text: where it starts, and where it ends."""

FOREIGN = re.compile(r"[^\x00-\x7f]+(?:[^\S\n]?[^\x00-\x7f]+)*")
"""What an uncertain line is uncertain of: its characters beyond ASCII."""

_MOST_COMPARED = 400
# Of a note that is damaged all over, what is found elsewhere is not worth a wait.
_MOST_KNOWN = 200
_LONGEST_KNOWN = 1_000


def codec_name(codec: str) -> str:
    """Return what people call a codec: `Windows-1254` for `sloppy-windows-1254` or `cp1254`."""
    return " + ".join(map(_name, codec.split(" + ")))


def _name(codec: str) -> str:
    name = codec.removeprefix("sloppy-")
    if name.replace("_", "").replace("-", "") == "macroman":
        return "Mac Roman"
    if name in {"latin-1", "latin1", "iso-8859-1"}:
        return "Latin-1"
    if name.startswith("iso-8859"):
        return name.upper()
    number = name.removeprefix("windows-").removeprefix("cp")
    return f"Windows-{number}" if number.startswith("125") else name


def changes(stored: str, healed: str) -> tuple[list[Run], list[Run]]:
    """Return the pieces that differ, in the one text and in the other.

    Texts longer than a few hundred characters between their first and their last difference
    differ there as a whole: what a page shows must not wait for a comparison.
    """
    first = _alike(stored, healed)
    last = _alike(stored[first:][::-1], healed[first:][::-1])
    before, after = stored[first : len(stored) - last], healed[first : len(healed) - last]
    if max(len(before), len(after)) > _MOST_COMPARED:
        pieces = [(0, len(before), 0, len(after))]
    else:
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        found = matcher.get_opcodes()
        pieces = [(a, b, c, d) for how, a, b, c, d in found if how != "equal"]
    left = [(first + start, first + end) for start, end, _, _ in pieces if end > start]
    right = [(first + start, first + end) for _, _, start, end in pieces if end > start]
    return _whole(stored, left), _whole(healed, right)


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _whole(text: str, runs: list[Run]) -> list[Run]:
    """Let runs end behind the marks that belong to their last character; join those that touch."""
    whole: list[Run] = []
    for start, end in runs:
        while end < len(text) and category(text[end]).startswith("M"):
            end += 1
        if whole and start <= whole[-1][1]:
            start = whole.pop()[0]
        whole.append((start, end))
    return whole


class Doubts:
    """The places of a session that still look damaged."""

    def __init__(self, session: Session) -> None:
        self._lines = frozenset(session.uncertain)
        lines = session.text.split("\n") if session.uncertain else []
        known = (lines[n - 1] for n in session.uncertain[:_MOST_KNOWN] if n <= len(lines))
        found = {run for line in known for run in FOREIGN.findall(line[:_LONGEST_KNOWN])}
        longest_first = sorted(found, key=len, reverse=True)[:_MOST_KNOWN]
        self._anywhere = re.compile("|".join(map(re.escape, longest_first))) if found else None

    def in_line(self, number: int) -> Doubt:
        """What a line, from 1, of the healed text is uncertain of."""
        return FOREIGN if number in self._lines else None

    @property
    def anywhere(self) -> Doubt:
        """What all the uncertain lines hold, for text of which the line is not known."""
        return self._anywhere


def foreign(text: str) -> Iterator[Run]:
    """Yield the runs of characters beyond ASCII."""
    for match in FOREIGN.finditer(text):
        yield match.span()
