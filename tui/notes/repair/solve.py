"""Read a text backwards line by line, where no table explains all of it."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from tui.notes.repair import alphabet, cells, evidence, likely, template, words
from tui.notes.repair.cells import Cell, Losses
from tui.notes.repair.survey import Survey
from tui.notes.repair.tables import EXACT, LOSSY, MARKED, NAMES, SPACED, table

_RIVALS: Final = {  # tables with the same lead bytes that part ways in the second byte
    "windows-1250": ("iso-8859-2",),
    "iso-8859-2": ("windows-1250",),
    "cp437": ("cp850",),
    "cp850": ("cp437",),
}
_THINKABLE: Final = 32  # candidates compared; they are sorted, and the rest is rare
_STRONG: Final = 3  # so many hurt places of a kind, and the kind is hurt all over
_CLOSE: Final = 3.0  # readings of a line worth about the same
_SAME_SENSE: Final = 1.0  # too near to be sure which of two readings is right
_HEAVY_LOSS: Final = 30  # a table that loses so many bytes leaves one of a picture's four
_MANY_GUESSES: Final = 3_000  # in one line; beyond that it is no line of a note
_HIGH = re.compile(r"[^\x00-\x7f]")
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
        self.high = [0 if line.isascii() else len(_HIGH.findall(line)) for line in self.lines]
        self.read: dict[str, dict[int, list[Cell]]] = {
            name: {
                number: list(cells.cells(line, table(name), losses))
                for number, line in enumerate(self.lines)
                if self.high[number]
            }
            for name in self.names
        }
        self.loose = {
            name: {number: self._uncovered(number, found) for number, found in read.items()}
            for name, read in self.read.items()
        }
        self.bad = {
            name: {number: self._unexplained(name, chars) for number, chars in loose.items()}
            for name, loose in self.loose.items()
        }
        clean = any(slot.clean for slot in template.slots(text))
        cut = sum(slot.end - slot.start < len(slot.want.encode()) for slot in hurt)
        self.whole = next(
            (name for name in self.names if self._explains_all(name, cut if not clean else 0)), ""
        )
        self.standing = {
            name: Counter(char for chars in loose.values() for char in chars)
            for name, loose in self.loose.items()
        }
        self.proven = self._proven()

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

    def _uncovered(self, number: int, found: list[Cell]) -> list[str]:
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
        leads = table(name).leads
        loose = [char for chars in self.loose[name].values() for char in chars]
        found = sum(len(read) for read in self.read[name].values())
        return len(loose) < found and all(char in leads for char in loose)

    def _proven(self) -> Counter[str]:
        """Count the characters that certainly stand in the file."""
        found: Counter[str] = Counter()
        name = self.whole or (self.names[0] if self.names else "")
        for read in self.read.get(name, {}).values():
            found.update(cell.candidates[0] for cell in read if cell.kind == EXACT)
        if not self.whole:
            found.update(self.standing.get(name, ()))
        return found

    def solve(self) -> Peeled:
        """Return the text read backwards."""
        out = list(self.lines)
        for number in range(len(self.lines)):
            if self.high[number]:
                out[number] = self._line(number)
            if number in self.fixed:
                for want in self.fixed[number]:
                    out[number] = out[number].replace(self.mark, want, 1)
                self.result.codecs.setdefault(number + 1, self.fixed_by[number])
        self.result.text = "\n".join(out)
        return self.result

    def _line(self, number: int) -> str:
        line = self.lines[number]
        ways: list[tuple[float, str, list[tuple[Cell, bool]]]] = []
        for place, name in enumerate(self.names):
            found = self.read[name][number]
            if found:
                decided = self._decide(name, number, found)
                ways.append((self._worth(number, name, decided) - 0.15 * place, name, decided))
        if self.whole and self.loose[self.whole][number]:
            self.result.left.add(number + 1)
        if not ways:
            return line
        ways.sort(key=lambda way: -way[0])
        best = ways[0]
        for other in ways[1:]:
            if best[0] - other[0] < _CLOSE and other[1] in _RIVALS.get(best[1], ()):
                best = self._likelier(number, best, other)
        _, name, decided = best
        return self._rebuild(number, name, decided)

    def _worth(self, number: int, name: str, decided: list[tuple[Cell, bool]]) -> float:
        """Return how much a table explains of a line."""
        worth = -1.0 * self.bad[name][number]
        for cell, wanted in decided:
            if wanted:
                share = {EXACT: 1.0, MARKED: 0.9, SPACED: 0.8, LOSSY: 0.4}[cell.kind]
                worth += share * (cell.end - cell.start)
                worth += alphabet.weight(cell.candidates[0]) / 10
                if cell.candidates[0].isupper() and self._lower_before(number, cell):
                    worth -= 2.0
        if name == self.whole:
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
        sense = [words.sense(text) for text in texts]
        if abs(sense[0] - sense[1]) < _SAME_SENSE:
            self.result.guessed.add(number + 1)
        return two if sense[1] > sense[0] + _SAME_SENSE / 2 else one

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
        if name == self.whole:
            return [(cell, True) for cell in found]
        kinds = self.surveys[name].kinds if name in self.surveys else {}
        standing = self.standing[name]
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
        hurt = number in self.fixed or any(sure)
        entire = not self.bad[name][number] and (hurt or any(odd))
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
        loose = self.loose[name][number]
        standing = self.standing[name]
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
        all_hurt = not self.bad[name][number] and any(
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
            elif all_hurt:
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

    def _rebuild(self, number: int, name: str, decided: list[tuple[Cell, bool]]) -> str:
        line = self.lines[number]
        out: list[str] = []
        place = 0
        left = ""
        guesses = 0
        changed = False
        for index, (cell, wanted) in enumerate(decided):
            if not wanted:
                if evidence.unlike_writing(line, cell.start, cell.end) and not (
                    evidence.within(cell.start, self.code[number])
                    or evidence.quoted(line, cell.start, cell.end)
                ):
                    self.result.left.add(number + 1)
                continue
            between = line[place : cell.start]
            left = (left + between)[-80:]
            char = cell.candidates[0]
            if len(cell.candidates) > 1 and guesses < _MANY_GUESSES:
                far = any(char in "“‘’”" for char in cell.candidates)
                right = self._ahead(line, cell.end, decided, index + 1, 80 if far else 16)
                char, doubt = likely.choose(cell.candidates[:_THINKABLE], left, right, self.proven)
                guesses += 1
                if doubt:
                    self.result.guessed.add(number + 1)
            out += (between, char)
            left += char
            place = cell.end
            changed = True
        if changed:
            self.result.codecs[number + 1] = name
        out.append(line[place:])
        return "".join(out)

    def _ahead(
        self, line: str, place: int, decided: list[tuple[Cell, bool]], index: int, size: int
    ) -> str:
        """Return the next `size` characters, healed as far as they are certain."""
        out: list[str] = []
        while len(out) < size and place < len(line):
            if index < len(decided) and decided[index][0].start == place and decided[index][1]:
                cell = decided[index][0]
                several = len(cell.candidates) > 1
                out.append(likely.UNKNOWN if several else cell.candidates[0])
                place = cell.end
                index += 1
            else:
                out.append(line[place])
                place += 1
        return "".join(out)
