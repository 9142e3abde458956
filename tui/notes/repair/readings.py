"""How each table reads each line of a text, and what stands whole."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet, cells, evidence, words
from tui.notes.repair.cells import Cell, Losses
from tui.notes.repair.habits import Habits
from tui.notes.repair.spelling import Speller
from tui.notes.repair.steps import UNKNOWN
from tui.notes.repair.tables import EXACT, table

_HEAVY_LOSS: Final = 30  # a table that loses so many bytes leaves one of a picture's four
_HIGH = pattern(r"[^\x00-\x7f]")


class Readings:
    """How each table reads each line.

    Attributes:
        lines: of the text; signs of the head are put back already.
        names: the tables, the likeliest first.
        read: by table and line (from 0; only those that are not ASCII), what it explains.
        loose: by table and line, the characters it does not explain.
        bad: by table and line, how many of these speak against it.
        whole: the table that did the damage to all of the text; "" if there is none.
        standing: by table, the characters that stand whole if it did the damage.
        proven: how often each character certainly stands in the text.
    """

    def __init__(self, lines: list[str], names: list[str], losses: Losses, *, cut: int) -> None:
        """Read every line by every table.

        Args:
            lines: of the text.
            names: of the tables.
            losses: what the text can have lost.
            cut: how many signs of the head have lost bytes, none of them being whole.
        """
        self.lines = lines
        self.names = names
        numbers = [number for number, line in enumerate(lines) if not line.isascii()]
        self.read: dict[str, dict[int, Sequence[Cell]]] = {
            name: {number: cells.cells_of(lines[number], by, told) for number in numbers}
            for name in names
            for by in (table(name),)
            for told in (cells.telling(by, losses),)
        }
        self.loose = {
            name: {number: self._uncovered(number, found) for number, found in read.items()}
            for name, read in self.read.items()
        }
        self.bad = {
            name: {number: self._unexplained(name, chars) for number, chars in loose.items()}
            for name, loose in self.loose.items()
        }
        self.whole = next((name for name in names if self._explains_all(name, cut)), "")
        self.standing = {name: self._standing(name) for name in names}
        self.proven = self._proven()

    def _uncovered(self, number: int, found: Sequence[Cell]) -> list[str]:
        """Return the characters of a line that stand there whole, outside of every cell."""
        line = self.lines[number]
        place = 0
        out: list[str] = []
        for cell in found:
            if cell.start > place:
                out += _HIGH.findall(line, place, cell.start)
            place = cell.end
        out += _HIGH.findall(line, place)
        return out

    def _unexplained(self, name: str, loose: list[str]) -> int:
        by = table(name)
        if loose and len(by.lost) > _HEAVY_LOSS:  # a picture of which only the lead byte is left
            return len(loose) - loose.count(by.chars[0xF0])
        return len(loose)

    def _explains_all(self, name: str, cut: int) -> bool:
        """Say whether the whole file is the work of one table.

        Args:
            name: of the table.
            cut: how many signs of the head have lost bytes, none of them being whole.
        """
        bad = sum(self.bad[name].values())
        if not bad or cut < 2:  # one sign can be an accident
            return not bad
        by = table(name)
        loose = [char for chars in self.loose[name].values() for char in chars]
        found = sum(len(read) for read in self.read[name].values())
        return len(loose) < found and all(char in by.leads or char in by.conts for char in loose)

    def _standing(self, name: str) -> Counter[str]:
        """Count the characters that stand whole if `name` did the damage, or another table."""
        others = [other for other in self.names if other != name]
        found: Counter[str] = Counter()
        for number, loose in self.loose[name].items():
            found.update(loose)
            line = self.lines[number]
            damage = {  # by another table than this one
                place
                for other in others
                for cell in self.read[other].get(number, ())
                if cell.kind == EXACT and evidence.unlike_writing(line, cell.start, cell.end)
                for place in range(cell.start, cell.end)
            }
            for cell in self.read[name].get(number, ()):
                damage.difference_update(range(cell.start, cell.end))
            found.subtract(line[place] for place in damage)
        return +found

    def _proven(self) -> Counter[str]:
        """Count the characters that certainly stand in the file."""
        found: Counter[str] = Counter()
        name = self.whole or (self.names[0] if self.names else "")
        for read in self.read.get(name, {}).values():
            found.update(cell.candidates[0] for cell in read if cell.kind == EXACT)
        if not self.whole:
            found.update(self.standing.get(name, ()))
        return found

    @cached_property
    def speller(self) -> Speller:
        """Spells by what is certain in the file."""
        return Speller(self._certain, UNKNOWN, self.proven)

    @cached_property
    def habits(self) -> Habits:
        """How the file writes its signs, as far as that is certain."""
        return Habits(self._certain, self.proven)

    @cached_property
    def _certain(self) -> str:
        """The file with `words.MISSING` and `UNKNOWN` for the letters and signs not certain."""
        name = self.whole or (self.names[0] if self.names else "")
        known: list[str] = []
        for number, line in enumerate(self.lines):
            place = 0
            for cell in self.read.get(name, {}).get(number, ()):
                char = cell.candidates[0]
                if cell.kind != EXACT:
                    char = words.MISSING if alphabet.script(char) else UNKNOWN
                known += (line[place : cell.start], char)
                place = cell.end
            known += (line[place:], "\n")
        return "".join(known)
