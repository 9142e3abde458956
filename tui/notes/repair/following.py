"""Which letters follow which in a list of words.

Counted when it is first asked: a damaged note asks for the letters of a few words, and to count
all that stand in a list would take as long as to heal several notes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

START, END = "^", "$"
_APART: Final = "\n"  # between words; nothing leads over it


class Behind(NamedTuple):
    """What follows some letters.

    Attributes:
        letters: how often each does, `END` among them.
        total: how often any does.
    """

    letters: Counter[str]
    total: int


class Following:
    """Which letters follow which in a list of words.

    Attributes:
        alone: how often each letter stands there, and `END`.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words, each once; they hold neither `START` nor `END`."""
        self._text = _APART.join(["", *(f"{START}{word}{END}" for word in words)])
        self.alone = Counter(self._text)
        del self.alone[START], self.alone[_APART]
        self._known: dict[str, Behind] = {}
        # By some letters: where others stand behind them, by the letter before them all.
        self._grouped: dict[str, dict[str, list[int]]] = {}

    def behind(self, letters: str) -> Behind:
        """Return what follows some letters, one or more; they may begin with `START`."""
        found = self._known.get(letters)
        if found is None:
            text = self._text
            counts = Counter([text[place] for place in self._places(letters)])
            found = self._known[letters] = Behind(counts, counts.total())
        return found

    def _places(self, letters: str) -> Sequence[int]:
        """Return where in the text something stands behind some letters."""
        if letters.endswith(END):
            return ()
        if not letters:
            return range(1, len(self._text))
        rest = letters[1:]
        grouped = self._grouped.get(rest)
        if grouped is None:
            text, back = self._text, len(letters)
            grouped = self._grouped[rest] = defaultdict(list)
            for place in self._places(rest):
                grouped[text[place - back]].append(place)
        return grouped.get(letters[0], ())
