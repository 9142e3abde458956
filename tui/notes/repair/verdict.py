"""Is a place that a table explains damage, or was it written, or quoted, like that?"""

from collections.abc import Container, Sequence
from typing import Final

from tui.notes.repair import alphabet, cells, evidence, traces
from tui.notes.repair.cells import Cell
from tui.notes.repair.readings import Readings
from tui.notes.repair.survey import Survey
from tui.notes.repair.tables import EXACT, LOSSY, MARKED, SPACED

Decided = list[tuple[Cell, bool]]  # the cells of a line, each with whether it is damage
_BYTE_ORDER: Final = "\ufeff"
_STRONG: Final = 3  # so many hurt places of a kind, and the kind is hurt all over


class Judge:
    """Says of each place that a table explains whether it is damage."""

    def __init__(
        self,
        readings: Readings,
        surveys: dict[str, Survey],
        code: list[list[tuple[int, int]]],
        proven: Container[int],
        *,
        head_clean: bool,
    ) -> None:
        """Prepare for a text.

        Args:
            readings: of its lines.
            surveys: what speaks for each table.
            code: where code stands in each line.
            proven: the lines (from 0) in which a sign of the head was hurt.
            head_clean: the head is there, and whole; or there is none, and code shows damage.
        """
        self.readings = readings
        self.surveys = surveys
        self.code = code
        self.proven = proven
        self.head_clean = head_clean
        self._undone: dict[str, frozenset[str]] = {}

    def decide(self, name: str, number: int, found: Sequence[Cell]) -> Decided:
        """Say of each cell whether it is damage (and not written, or quoted, like that).

        Args:
            name: of the table.
            number: of the line, from 0.
            found: what the table explains of it.
        """
        line = self.readings.lines[number]
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
            number in self.proven
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

    def may_be_hurt(self, name: str, cell: Cell) -> bool:
        """Say whether code or a quotation, left alone, may be hurt: others of its kind are."""
        char = cell.candidates[0]
        survey = self.surveys.get(name)
        if not survey or cell.kind != EXACT or self.readings.standing[name][char]:
            return False
        return alphabet.kind(char) in survey.kinds

    def _quotations(
        self, name: str, number: int, found: Sequence[Cell], odd: list[bool]
    ) -> list[bool]:
        """Say of each cell whether damage is shown on purpose there."""
        line = self.readings.lines[number]
        code = self.code[number]
        loose = self.readings.loose[name][number]
        standing = self.readings.standing[name]
        survey = self.surveys.get(name)
        kinds = survey.kinds if survey else {}
        quoting = evidence.quoting(line)
        shape = [
            (
                quoting and evidence.quoted(line, cell.start, cell.end),
                alphabet.kind(cell.candidates[0]) not in {"dash", "hyphen", "sign", "picture"}
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
        spared = self.head_clean and not all_hurt
        some = not all_hurt and any(quoted or alone for quoted, alone in shape)
        whole = self._standing_by(name, number, found) if some else frozenset()
        for index, (cell, (quoted, alone)) in enumerate(zip(found, shape, strict=True)):
            char = cell.candidates[0]
            count = kinds.get(alphabet.kind(char), 0)
            if char == _BYTE_ORDER or evidence.within(cell.start, code):
                shown = True  # only a file starts with this mark
            elif (quoted or alone) and (
                (spared and self._spoken_of(name, line, found, index)) or char in whole
            ):
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

    def _standing_by(self, name: str, number: int, found: Sequence[Cell]) -> frozenset[str]:
        """Return the characters that stand whole in a line, outside of what a table may explain.

        All there are, if one is among them that was hurt elsewhere: then the line was spared.
        """
        if name not in self._undone:
            read = self.readings.read[name].values()
            self._undone[name] = frozenset(
                cell.candidates[0]
                for line_cells in read
                for cell in line_cells
                if cell.kind == EXACT
            )
        if not self._undone[name].isdisjoint(self.readings.loose[name][number]):
            return self._undone[name]
        line = self.readings.lines[number]
        rest: list[str] = []
        place = 0
        for cell in found:
            if alphabet.weight(cell.candidates[0]) > 1.0:
                rest.append(line[place : cell.start])
                place = cell.end
        return frozenset("".join((*rest, line[place:])))

    def _spoken_of(self, name: str, line: str, found: Sequence[Cell], index: int) -> bool:
        """Say whether a cell that is quoted, or no part of a word, is damage that is spoken of.

        In a note whose head is whole; but for one in which every character of the kind was hurt,
        some of them within words.
        """
        cell = found[index]
        if cell.kind != EXACT:
            return False
        kind = alphabet.kind(cell.candidates[0])
        survey = self.surveys.get(name)
        if survey and survey.within.get(kind, 0) >= _STRONG:
            standing = self.readings.standing[name]
            if not any(alphabet.kind(char) == kind for char in standing):
                return False
        return evidence.spoken(line, cell.start, cell.end) or cells.shard(line, found, index)
