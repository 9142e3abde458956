"""Read a text backwards line by line, where no table explains all of it."""

import re
from collections import Counter
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import evidence, guess, pictures, signs, template
from tui.notes.repair.cells import Cell, Losses
from tui.notes.repair.contest import Contest
from tui.notes.repair.headsigns import HeadSigns
from tui.notes.repair.peeled import Peeled
from tui.notes.repair.readings import Readings
from tui.notes.repair.survey import Survey
from tui.notes.repair.tables import EXACT, LOSSY, NAMES, table
from tui.notes.repair.verdict import Decided, Judge

_THINKABLE: Final = 32  # candidates compared; they are sorted, and the rest is rare
_OWN_1252 = pattern("[^\x00-\xff]")
_HALF = pattern("(?:^|\\s)\ufe0f")  # what follows a picture, and none before it


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
        *,
        head_clean: bool,
    ) -> None:
        names = order or sorted(votes, key=lambda name: (-votes[name], NAMES.index(name)))[:1]
        self.head = HeadSigns(text, lines, code, hurt, names)
        self.lines, self.code = self.head.lines, self.head.code
        self.result = Peeled(text)
        clean = any(slot.clean for slot in template.slots(text))
        cut = sum(slot.end - slot.start < len(slot.want.encode()) for slot in hurt)
        self.readings = Readings(self.lines, names, losses, cut=0 if clean else cut)
        self.judge = Judge(self.readings, surveys, self.code, self.head.by, head_clean=head_clean)
        self.contest = Contest(self.readings, self.judge, self.head.by)
        # Damage without a character of its own of Windows-1252 may be the work of ISO-8859-1.
        self.plainer = losses.controls and not self._own_1252()
        self.pictures = [  # what a picture leaves of which too little is left
            (
                lead,
                pattern(
                    f"(?<!\\w){re.escape(lead)}[{by.cell_class}]{{0,2}}(?![{by.cell_class}\\w])"
                ),
            )
            for by in map(table, names)
            for lead in by.chars[0xF0]
        ]

    def _own_1252(self) -> bool:
        """Say whether the damage shows characters that Windows-1252 has and ISO-8859-1 has not."""
        read = self.readings.read.get("windows-1252", {})
        return any(
            _OWN_1252.search(self.lines[number], cell.start, cell.end)
            for number, found in read.items()
            for cell in found
            if cell.kind == EXACT
        )

    def solve(self) -> Peeled:
        """Return the text read backwards."""
        out = list(self.lines)
        seen: dict[tuple[str, tuple[tuple[int, int], ...]], int] = {}  # lines, with their code
        for number, line in enumerate(self.lines):
            fixed = number in self.head.by
            if not line.isascii():
                key = (line, tuple(self.code[number]))
                first = number if fixed else seen.setdefault(key, number)
                if first == number:
                    out[number] = self._with_pictures(number, self._line(number))
                else:
                    out[number] = out[first]
                self._note_again(first + 1, number + 1)
            if fixed:
                out[number] = self.head.put_back(number, out[number])
                self.result.codecs.setdefault(number + 1, self.head.by[number])
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
        """Return a line read backwards, signs of the head and pictures aside."""
        line = self.lines[number]
        whole = self.readings.whole
        if whole and self.readings.loose[whole][number]:
            self.result.left.add(number + 1)
        if not whole and any(
            lead in line and left.search(evidence.bare(line)) for lead, left in self.pictures
        ):
            self.result.left.add(number + 1)
        way, doubt = self.contest.best(number)
        if doubt:
            self.result.guessed.add(number + 1)
        return self._rebuild(number, way.name, way.decided) if way else line

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

    def _options(self, name: str, line: str, cell: Cell) -> tuple[str, ...]:
        """Return what can have stood in a cell, likeliest first."""
        found = cell.candidates
        if self.plainer and name == "windows-1252" and cell.kind == LOSSY:
            other = table("latin-1").read(line[cell.start : cell.end])[0]
            found = tuple(dict.fromkeys((*found, *other)))
        return found[:_THINKABLE] + tuple(c for c in found[_THINKABLE:] if c in signs.RULED)

    def _rebuild(self, number: int, name: str, decided: Decided) -> str:
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
            elif evidence.within(cell.start, self.code[number]) or (
                self.judge.head_clean and bare[cell.start] == " "
            ):
                if self.judge.may_be_hurt(name, cell):
                    self.result.left.add(number + 1)
            elif bare[cell.start] != " " and (
                line[cell.start : cell.end] in undone
                or evidence.unlike_writing(line, cell.start, cell.end)
            ):
                self.result.left.add(number + 1)
        if not place:
            return line
        self.result.codecs[number + 1] = name
        places += zip(line[place:], strict=True)
        if all(len(options) == 1 for options in places):
            text = "".join(options[0] for options in places)
            if "\ufe0f" in text and _HALF.search(text):
                self.result.left.add(number + 1)
            return text
        text, doubt = guess.fill(places, self.readings.speller, self.readings.habits)
        if doubt:
            self.result.guessed.add(number + 1)
        return text
