"""The signs of the head, put back before anything else: a placeholder keeps their places."""

from typing import Final

from tui.notes.repair.tables import NAMES
from tui.notes.repair.template import Slot

_PLACEHOLDERS: Final = "\x1a\x01\x02\x03\x04"


class HeadSigns:
    """A text in which placeholders stand for the signs of the head that were hurt.

    Attributes:
        lines: of the text, with the placeholders.
        code: where code stands in each of them.
        by: the table that hurt the sign of a line, by line (from 0).
    """

    def __init__(
        self,
        text: str,
        lines: list[str],
        code: list[list[tuple[int, int]]],
        hurt: list[Slot],
        names: list[str],
    ) -> None:
        """Put placeholders where the signs stood.

        Args:
            text: the whole of it.
            lines: of the text.
            code: where code stands in each line.
            hurt: the places of the head that tables explain.
            names: the tables, the likeliest first.
        """
        self.lines, self.code = lines, code
        self.by: dict[int, str] = {}
        self._wanted: dict[int, list[str]] = {}
        self._mark = next((mark for mark in _PLACEHOLDERS if mark not in text), "")
        if not self._mark or not hurt:
            return
        self.lines, self.code = list(lines), list(code)
        start = number = 0
        shift = 0
        for slot in sorted(hurt):
            while start + len(lines[number]) < slot.end:
                start += len(lines[number]) + 1
                number += 1
                shift = 0
            low, high = slot.start - start + shift, slot.end - start + shift
            line = self.lines[number]
            self.lines[number] = line[:low] + self._mark + line[high:]
            less = high - low - 1
            shift -= less
            self.code[number] = [
                (one - less if one >= high else one, end - less if end >= high else end)
                for one, end in self.code[number]
            ]
            self._wanted.setdefault(number, []).append(slot.want)
            name = next((name for name in names if name in slot.tables), "")
            self.by[number] = name or min(slot.tables, key=NAMES.index)

    def put_back(self, number: int, line: str) -> str:
        """Return a line, healed but for its placeholders, with the signs in their places."""
        for want in self._wanted.get(number, ()):
            line = line.replace(self._mark, want, 1)
        return line
