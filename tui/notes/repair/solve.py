"""Read a text backwards line by line, where no table explains all of it."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from tui.notes.repair import (
    alphabet,
    cells,
    evidence,
    guess,
    pictures,
    signs,
    template,
    traces,
    words,
)
from tui.notes.repair.cells import Cell, Losses
from tui.notes.repair.readings import Readings
from tui.notes.repair.survey import RIVALS, Survey
from tui.notes.repair.tables import EXACT, LOSSY, MARKED, NAMES, SPACED, table

_THINKABLE: Final = 32  # candidates compared; they are sorted, and the rest is rare
_STRONG: Final = 3  # so many hurt places of a kind, and the kind is hurt all over
_CLOSE: Final = 3.0  # readings of a line worth about the same
_NEAR: Final = 0.5  # too near to be sure which of two tables it was
_SAME_SENSE: Final = 1.0  # too near to be sure which of two readings is right
_OWN_1252 = re.compile("[^\x00-\xff]")
_PLACEHOLDERS: Final = "\x1a\x01\x02\x03\x04"


@dataclass(slots=True)
class Peeled:
    """A text with one layer of damage undone.

    Attributes:
        text: the result; the argument itself where nothing was found.
        codecs: line number (from 1) to the table that was undone there.
        guessed: lines in which one of several characters was chosen.
        settled: lines whose earlier doubts no longer count.
        left: lines that still look damaged.
        alike: where one table undid the whole text, all that would have led to the same.
    """

    text: str
    codecs: dict[int, str] = field(default_factory=dict)
    guessed: set[int] = field(default_factory=set)
    settled: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    alike: frozenset[str] = frozenset()


class Solver:
    """Reads a text backwards line by line, where no table explains all of it."""

    def __init__(
        self,
        text: str,
        lines: list[str],
        code: list[list[tuple[int, int]]],
        order: list[str],
        surveys: dict[str, Survey],
        hurt: list[template.Slot],
        votes: Counter[str],
        losses: Losses,
    ) -> None:
        self.text = text
        self.lines = lines
        self.code = code
        self.surveys = surveys
        self.result = Peeled(text)
        self.names = order or sorted(votes, key=lambda name: (-votes[name], NAMES.index(name)))[:1]
        self.mark = next((mark for mark in _PLACEHOLDERS if mark not in text), "")
        self.fixed: dict[int, list[str]] = {}
        self.fixed_by: dict[int, str] = {}
        self._put_back(hurt)
        clean = any(slot.clean for slot in template.slots(text))
        cut = sum(slot.end - slot.start < len(slot.want.encode()) for slot in hurt)
        self.readings = Readings(self.lines, self.names, losses, cut=0 if clean else cut)
        # A text without a character of its own of Windows-1252 may be the work of ISO-8859-1.
        self.plainer = not _OWN_1252.search(text) and losses.controls
        self.pictures = [  # what a picture leaves of which too little is left
            re.compile(f"(?<!\\w){re.escape(by.chars[0xF0])}[{by.cell_class}]*(?![\\w])")
            for by in map(table, self.names)
        ]

    def _put_back(self, hurt: list[template.Slot]) -> None:
        """Put the known signs of the head back; until the end a placeholder keeps their place."""
        if not self.mark:
            return
        start = 0
        wanted = sorted(hurt)
        for number, line in enumerate(self.lines):
            end = start + len(line)
            while wanted and wanted[0].start < end:
                slot = wanted.pop(0)
                shift = len(self.lines[number]) - len(line)
                low, high = slot.start - start + shift, slot.end - start + shift
                changed = self.lines[number]
                self.lines[number] = changed[:low] + self.mark + changed[high:]
                self.fixed.setdefault(number, []).append(slot.want)
                name = next((name for name in self.names if name in slot.tables), "")
                self.fixed_by[number] = name or min(slot.tables, key=NAMES.index)
            if not wanted:
                return
            start = end + 1

    def solve(self) -> Peeled:
        """Return the text read backwards."""
        out = list(self.lines)
        seen: dict[tuple[str, tuple[tuple[int, int], ...]], int] = {}  # lines, with their code
        for number, line in enumerate(self.lines):
            if not line.isascii():
                key = (line, tuple(self.code[number]))
                first = number if number in self.fixed else seen.setdefault(key, number)
                if first == number:
                    out[number] = self._with_pictures(number, self._line(number))
                else:
                    out[number] = out[first]
                self._note_again(first + 1, number + 1)
            if number in self.fixed:
                for want in self.fixed[number]:
                    out[number] = out[number].replace(self.mark, want, 1)
                self.result.codecs.setdefault(number + 1, self.fixed_by[number])
        self.result.text = "\n".join(out)
        return self.result

    def _note_again(self, first: int, number: int) -> None:
        """Note of a line what is noted of the first one that is the same (both from 1)."""
        if first in self.result.codecs:
            self.result.codecs[number] = self.result.codecs[first]
        for noted in (self.result.guessed, self.result.left):
            if first in noted:
                noted.add(number)

    def _line(self, number: int) -> str:
        line = self.lines[number]
        ways: list[tuple[float, str, list[tuple[Cell, bool]]]] = []
        for place, name in enumerate(self.names):
            found = self.readings.read[name][number]
            if found:
                decided = self._decide(name, number, found)
                ways.append((self._worth(number, name, decided) - 0.15 * place, name, decided))
        if self.readings.whole and self.readings.loose[self.readings.whole][number]:
            self.result.left.add(number + 1)
        if not self.readings.whole and any(
            pattern.search(evidence.bare(line)) for pattern in self.pictures
        ):
            self.result.left.add(number + 1)
        if not ways:
            return line
        ways.sort(key=lambda way: -way[0])
        best = ways[0]
        for other in ways[1:]:
            if best[0] - other[0] < _CLOSE and other[1] in RIVALS.get(best[1], ()):
                best = self._likelier(number, best, other)
            elif best[0] - other[0] < _NEAR and self._differ(number, best, other):
                self.result.guessed.add(number + 1)
        _, name, decided = best
        return self._rebuild(number, name, decided)

    def _with_pictures(self, number: int, healed: str) -> str:
        """Return a line with the pictures that its words tell of; each of them is a guess."""
        name = self.readings.whole
        if not name:
            return healed
        lead = table(name).chars[0xF0]
        left = self.readings.loose[name][number].count(lead)
        if not left or healed.count(lead) != left:  # a letter that was healed may look the same
            return healed
        pictured = pictures.put_back(healed, table(name))
        if pictured != healed:
            self.result.codecs[number + 1] = name
            self.result.guessed.add(number + 1)
        return pictured

    def _worth(self, number: int, name: str, decided: list[tuple[Cell, bool]]) -> float:
        """Return how much a table explains of a line."""
        worth = -1.0 * self.readings.bad[name][number]
        for cell, wanted in decided:
            if wanted:
                share = {EXACT: 1.0, MARKED: 0.9, SPACED: 0.8, LOSSY: 0.4}[cell.kind]
                worth += share * (cell.end - cell.start)
                worth += alphabet.weight(cell.candidates[0]) / 10
                if cell.candidates[0].isupper() and self._lower_before(number, cell):
                    worth -= 2.0
                worth -= 2.0 * cells.turned(self.lines[number], cell)
        if name == self.readings.whole:
            worth += 1.0
        if name == self.fixed_by.get(number):
            worth += 0.5
        return worth

    def _likelier(
        self,
        number: int,
        one: tuple[float, str, list[tuple[Cell, bool]]],
        two: tuple[float, str, list[tuple[Cell, bool]]],
    ) -> tuple[float, str, list[tuple[Cell, bool]]]:
        """Return the one of two readings of a line that makes more sense, if they differ."""
        texts = [self._plainly(number, way[2]) for way in (one, two)]
        if texts[0] == texts[1]:
            return one
        # What a reading leaves as it was is no letter that would make sense.
        left = [sum(not wanted for _, wanted in way[2]) for way in (one, two)]
        left = [
            count + self.readings.bad[way[1]][number]
            for count, way in zip(left, (one, two), strict=True)
        ]
        if left[1] > left[0]:
            return one
        sense = [words.sense(text) for text in texts]
        if abs(sense[0] - sense[1]) < _SAME_SENSE:
            self.result.guessed.add(number + 1)
        return two if sense[1] > sense[0] + _SAME_SENSE / 2 else one

    def _differ(
        self,
        number: int,
        one: tuple[float, str, list[tuple[Cell, bool]]],
        two: tuple[float, str, list[tuple[Cell, bool]]],
    ) -> bool:
        return self._plainly(number, one[2]) != self._plainly(number, two[2])

    def _plainly(self, number: int, decided: list[tuple[Cell, bool]]) -> str:
        line = self.lines[number]
        out: list[str] = []
        place = 0
        for cell, wanted in decided:
            if wanted:
                out += (line[place : cell.start], cell.candidates[0])
                place = cell.end
        return "".join((*out, line[place:]))

    def _lower_before(self, number: int, cell: Cell) -> bool:
        return self.lines[number][cell.start - 1 : cell.start].islower() and cell.start > 0

    def _decide(self, name: str, number: int, found: list[Cell]) -> list[tuple[Cell, bool]]:
        """Say of each cell whether it is damage (and not written, or quoted, like that)."""
        line = self.lines[number]
        if name == self.readings.whole:
            return [(cell, True) for cell in found]
        kinds = self.surveys[name].kinds if name in self.surveys else {}
        standing = self.readings.standing[name]
        strong = name in self.surveys and self.surveys[name].points > _STRONG
        native = [
            cells.in_a_word(line, found, index, case=strong)
            or not cells.fits(line, found, index, alone=True)
            for index in range(len(found))
        ]
        odd = [
            not known and cells.unlike_writing(line, cell)
            for cell, known in zip(found, native, strict=True)
        ]
        meant = self._quotations(name, number, found, odd)
        known = [
            (
                alphabet.kind(char := cell.candidates[0]) in kinds
                or (strong and (strange or not standing[line[cell.start]]) and not standing[char])
            )
            and (alphabet.weight(char) > 1.0 or alphabet.kind(char) == "far")
            for cell, strange in zip(found, odd, strict=True)
        ]
        sure = [
            strange and not shown and cell.kind in {EXACT, MARKED} and (believed or strong)
            for strange, shown, cell, believed in zip(odd, meant, found, known, strict=True)
        ]
        hurt = (
            number in self.fixed
            or any(sure)
            or (name in self.surveys and self.surveys[name].traced and traces.traces(line) > 0)
            or (strong and any(cell.kind == LOSSY and cells.lone(line, cell) for cell in found))
        )
        entire = not self.readings.bad[name][number] and (hurt or any(odd))
        wanted: list[bool] = []
        for cell, strange, shown, believed, inside in zip(
            found, odd, meant, known, native, strict=True
        ):
            if cell.kind in {LOSSY, SPACED}:
                hit = entire and (hurt or strange)
            elif entire and hurt:
                hit = True
            else:
                # Where its first character stands nowhere else, nobody here writes with it.
                foreign = not inside and not standing[line[cell.start]]
                hit = believed and (strange or foreign)
            wanted.append(hit and not shown)
        for index in range(1, len(found)):  # what touches damage is damage
            one, two = found[index - 1], found[index]
            if wanted[index - 1] and one.end == two.start and two.kind in {EXACT, MARKED}:
                wanted[index] = True
        for index in range(len(found) - 1, 0, -1):
            one, two = found[index - 1], found[index]
            if wanted[index] and one.end == two.start and one.kind in {EXACT, MARKED}:
                wanted[index - 1] = True
        return list(zip(found, wanted, strict=True))

    def _quotations(self, name: str, number: int, found: list[Cell], odd: list[bool]) -> list[bool]:
        """Say of each cell whether damage is shown on purpose there."""
        line = self.lines[number]
        code = self.code[number]
        loose = self.readings.loose[name][number]
        standing = self.readings.standing[name]
        survey = self.surveys.get(name)
        kinds = survey.kinds if survey else {}
        shape = [
            (
                evidence.quoted(line, cell.start, cell.end),
                alphabet.kind(cell.candidates[0]) not in {"dash", "sign", "picture"}
                and evidence.isolated(line, cell.start, cell.end),
            )
            for cell in found
        ]
        all_hurt = not self.readings.bad[name][number] and any(
            strange
            and cell.kind == EXACT
            and not quoted
            and not alone
            and not evidence.within(cell.start, code)
            for strange, cell, (quoted, alone) in zip(odd, found, shape, strict=True)
        )
        meant: list[bool] = []
        for cell, (quoted, alone) in zip(found, shape, strict=True):
            char = cell.candidates[0]
            count = kinds.get(alphabet.kind(char), 0)
            if evidence.within(cell.start, code):
                shown = True
            elif all_hurt or (cell.kind == LOSSY and cells.lone(line, cell)):
                shown = quoted and alone
            elif char in loose:
                shown = True
            elif count >= _STRONG or (count and survey and survey.points > _STRONG):
                shown = quoted and alone and bool(standing[char])
            elif standing[char]:
                shown = quoted or alone
            else:
                shown = quoted and alone
            meant.append(shown)
        return meant

    def _options(self, name: str, line: str, cell: Cell) -> tuple[str, ...]:
        """Return what can have stood in a cell, likeliest first."""
        found = cell.candidates
        if self.plainer and name == "windows-1252" and cell.kind == LOSSY:
            other = table("latin-1").read(line[cell.start : cell.end])[0]
            found = tuple(dict.fromkeys((*found, *other)))
        return found[:_THINKABLE] + tuple(c for c in found[_THINKABLE:] if c in signs.RULED)

    def _rebuild(self, number: int, name: str, decided: list[tuple[Cell, bool]]) -> str:
        line = self.lines[number]
        bare = evidence.bare(line)
        undone = {line[cell.start : cell.end] for cell, wanted in decided if wanted}
        places: list[tuple[str, ...]] = []
        place = 0
        for cell, wanted in decided:
            if wanted:
                places += zip(line[place : cell.start], strict=True)
                places.append(self._options(name, line, cell))
                place = cell.end
            elif (
                bare[cell.start] != " "
                and (
                    line[cell.start : cell.end] in undone
                    or evidence.unlike_writing(line, cell.start, cell.end)
                )
                and not evidence.within(cell.start, self.code[number])
            ):
                self.result.left.add(number + 1)
        if not place:
            return line
        self.result.codecs[number + 1] = name
        places += zip(line[place:], strict=True)
        if all(len(options) == 1 for options in places):
            return "".join(options[0] for options in places)
        text, doubt = guess.fill(places, self.readings.speller, self.readings.habits)
        if doubt:
            self.result.guessed.add(number + 1)
        return text
