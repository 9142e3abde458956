"""Which table makes the most of a line, where several explain something of it."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from tui.notes.repair import alphabet, cells, words
from tui.notes.repair.readings import Readings
from tui.notes.repair.survey import RIVALS
from tui.notes.repair.tables import EXACT, LOSSY, MARKED, SPACED
from tui.notes.repair.verdict import Decided, Judge

_CLOSE: Final = 3.0  # readings of a line worth about the same
_NEAR: Final = 0.5  # too near to be sure which of two tables it was
_SAME_SENSE: Final = 1.0  # too near to be sure which of two readings is right
_SHARE: Final = {EXACT: 1.0, MARKED: 0.9, SPACED: 0.8, LOSSY: 0.4}  # of what a cell proves
_LATER: Final = 0.15  # what a table is worth less than the one before it


class Way(NamedTuple):
    """A line as one table reads it.

    Attributes:
        worth: how much the table explains.
        name: of the table.
        decided: its cells, each with whether it is damage.
    """

    worth: float
    name: str
    decided: Decided


class Contest:
    """Compares what the tables make of each line of a text."""

    def __init__(self, readings: Readings, judge: Judge, proven: Mapping[int, str]) -> None:
        """Prepare for a text.

        Args:
            readings: of its lines.
            judge: says what is damage.
            proven: the tables that signs of the head speak for, by line (from 0).
        """
        self.readings = readings
        self.judge = judge
        self.proven = proven

    def best(self, number: int) -> tuple[Way | None, bool]:
        """Return the best way to read a line, None where there is none, and whether in doubt."""
        found = [
            (place, name, self.judge.decide(name, number, read))
            for place, name in enumerate(self.readings.names)
            if (read := self.readings.read[name][number])
        ]
        if len(found) < 2:  # nothing to compare
            return next((Way(0.0, name, decided) for _, name, decided in found), None), False
        ways = [
            Way(self._worth(number, name, decided) - _LATER * place, name, decided)
            for place, name, decided in found
        ]
        ways.sort(key=lambda way: -way.worth)
        best, doubt = ways[0], False
        for other in ways[1:]:
            if best.worth - other.worth < _CLOSE and other.name in RIVALS.get(best.name, ()):
                best, unsure = self._likelier(number, best, other)
                doubt |= unsure
            elif best.worth - other.worth < _NEAR:
                doubt |= self._plainly(number, best) != self._plainly(number, other)
        return best, doubt

    def _worth(self, number: int, name: str, decided: Decided) -> float:
        """Return how much a table explains of a line."""
        line = self.readings.lines[number]
        worth = -1.0 * self.readings.bad[name][number]
        for cell, wanted in decided:
            if wanted:
                char = cell.candidates[0]
                worth += _SHARE[cell.kind] * (cell.end - cell.start)
                worth += alphabet.weight(char) / 10
                if (char.isupper() and line[max(cell.start - 1, 0) : cell.start].islower()) or (
                    cell.kind == EXACT and cells.misplaced(line, cell)
                ):
                    worth -= 2.0
                worth -= 2.0 * cells.turned(line, cell)
        if name == self.readings.whole:
            worth += 1.0
        if name == self.proven.get(number):
            worth += 0.5
        return worth

    def _likelier(self, number: int, one: Way, two: Way) -> tuple[Way, bool]:
        """Return the one of two readings of a line that makes more sense, and whether in doubt."""
        texts = [self._plainly(number, way) for way in (one, two)]
        if texts[0] == texts[1]:
            return one, False
        # What a reading leaves as it was is no letter that would make sense.
        left = [
            sum(not wanted for _, wanted in way.decided) + self.readings.bad[way.name][number]
            for way in (one, two)
        ]
        if left[1] > left[0]:
            return one, False
        mixed = [_mixed(text) for text in texts]
        if mixed[0] != mixed[1]:  # "ИсОвосона", and not "Проверена"
            return (one if mixed[0] < mixed[1] else two), False
        sense = [words.sense(text) for text in texts]
        better = two if sense[1] > sense[0] + _SAME_SENSE / 2 else one
        return better, abs(sense[0] - sense[1]) < _SAME_SENSE

    def _plainly(self, number: int, way: Way) -> str:
        """Return a line as a table reads it, the likeliest where it leaves a choice."""
        line = self.readings.lines[number]
        out: list[str] = []
        place = 0
        for cell, wanted in way.decided:
            if wanted:
                out += (line[place : cell.start], cell.candidates[0])
                place = cell.end
        return "".join((*out, line[place:]))


def _mixed(text: str) -> int:
    """Return how many capitals that are not ASCII stand behind a small letter."""
    return sum(
        right > "\x7f" and right.isupper() and left.islower() for left, right in pairwise(text)
    )
