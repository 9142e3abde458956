"""The places of a line that a table explains, and how they look among their neighbours."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet, evidence, spaces
from tui.notes.repair.tables import EXACT, LOSSY, MARKED, SPACED, Reading, Table

_HOPELESS: Final = 24  # so many pictures to choose from: any choice would be wrong
_USUAL_LINE: Final = 1_000  # characters; longer lines are rare, and too much to keep
_LETTER: Final = 2  # bytes of a letter with an accent
_KNOWN: Final = 2.0  # a sign less common than this is an accident
_USUAL: Final = 7.0  # a sign less common than this is no evidence by itself
_MARKS: Final = frozenset("“”‘’„«»")
_OPENING: Final = frozenset("“‘’«")  # „ is rare
_CONTRACTION = pattern(r"(?:s|t|re|ve|ll|d|m)(?![^\W\d_])")


_SPOKEN_OF = pattern(
    r"\b(?:letters?|vowels?|characters?|letras?|lettres?|vocal|voyelle|buchstaben?|litera|harf) $",
    re.I,
)
_COUNTED = pattern(r"[ \xa0]?\d")
_ELISION = pattern(r"(?<!\w)(?:[cdjlmnst]|qu|un|all|dell|nell|sull|dall|quell)$", re.I)
_VOWEL = pattern(r"[aeiouhAEIOUH]|[^\x00-\x7f]{2}")


_CLOSED: Final = frozenset({"LATIN", "GREEK", "CYRILLIC"})  # no word mixes one with another script


_BETWEEN_WORDS: Final = frozenset({"dash", "hyphen", "sign", "picture"})  # kinds of character


class Cell(NamedTuple):
    """A place in a line that a table explains.

    Attributes:
        start, end: in characters of the line.
        candidates: what can have stood there, likeliest first.
        kind: EXACT, MARKED or LOSSY.
    """

    start: int
    end: int
    candidates: tuple[str, ...]
    kind: int


class Losses(NamedTuple):
    """What a file can have lost, by what it still holds.

    Attributes:
        controls: it holds no C1 control, so such bytes and undefined ones may have been dropped.
        hyphens: it holds no soft hyphen, so those may have been dropped.
        spaces: it holds no no-break space, so those may have become spaces.
        sample: lines of it that are not ASCII; what is left there tells more (see `telling`).
    """

    controls: bool
    hyphens: bool
    spaces: bool
    sample: str = ""

    @property
    def bytes(self) -> bool:
        """Whether bytes may have been dropped at all."""
        return self.controls or self.hyphens


NO_LOSSES: Final = Losses(controls=False, hyphens=False, spaces=False)


def cells(line: str, by: Table, losses: Losses) -> Iterator[Cell]:
    """Yield the places of a line that `by` explains, left to right."""
    skip = 0
    everything = losses.controls and losses.hyphens
    for start, cell, gap in by.found(line):
        if start < skip:
            continue
        end = start + len(cell)
        if not gap:  # mostly it is one character for sure
            candidates, kind = by.read(cell)
            if len(candidates) == 1 and kind != LOSSY:
                yield Cell(start, end, candidates, kind)
                continue
        if gap and line[end : end + 1] in {"?", " ", "\ufffd"}:
            longer = _stretched(line, start, end, gap, by, losses)
            if longer:
                yield longer
                skip = longer.end
                continue
        candidates, kind = by.read(cell)
        if kind == LOSSY and not everything:
            candidates, kind = _read(cell, by, losses)
        while not candidates and len(cell) > 1:
            cell = cell[:-1]
            candidates, kind = _read(cell, by, losses)
        if len(candidates) > _HOPELESS and alphabet.kind(candidates[0]) == "picture":
            continue
        if candidates:
            yield Cell(start, start + len(cell), candidates, kind)


def cells_of(line: str, by: Table, losses: Losses) -> tuple[Cell, ...]:
    """Return the places of a line that `by` explains, left to right.

    Tables are chosen by the same places as lines are read by; so those of a usual line are kept.
    """
    if len(line) > _USUAL_LINE:
        return tuple(cells(line, by, losses))
    if losses.sample and not by.short.search(line):
        losses = _any_file(losses[:3])
    return _kept_cells(line, by, losses)


@cache
def _any_file(lost: tuple[bool, bool, bool]) -> Losses:
    return Losses(*lost)


def telling(by: Table, losses: Losses) -> Losses:
    """Return losses without the sample where it tells a table nothing.

    So the places of a line are kept that stands in other notes, too.
    """
    if not losses.sample or by.short.search(losses.sample):
        return losses
    return _any_file(losses[:3])


@lru_cache(maxsize=500)  # enough for the lines of one note and its tables
def _kept_cells(line: str, by: Table, losses: Losses) -> tuple[Cell, ...]:
    return tuple(cells(line, by, losses))


def _read(cell: str, by: Table, losses: Losses) -> Reading:
    """Read a cell, and leave out what only bytes can have been that the file has not lost."""
    found = by.read(cell)
    if found[1] != LOSSY or (losses.controls and losses.hyphens):
        return found
    if not losses.bytes:
        return (), LOSSY
    return by.read_partly(cell, hyphens=losses.hyphens)


def _stretched(line: str, start: int, end: int, gap: int, by: Table, losses: Losses) -> Cell | None:
    """Read a cell on over marks that stand for lost bytes."""
    stop = end + gap
    cell = line[start:stop]
    if len(cell) < end - start + gap or not by.marked.issuperset(cell[1:]):
        return None
    candidates, _ = by.read(cell)
    if not candidates:
        return None
    if "?" in cell and losses.bytes and spaces.asked(by, losses.sample):
        return None
    if " " in cell:
        char = candidates[0]
        if not losses.spaces or by.chars[0xA0] != "\xa0":
            return None
        if alphabet.weight(char) < alphabet.COMMON and not _pictured(line, stop, by, char):
            return None
        dropped, _ = _read(line[start:end], by, losses)
        if dropped and spaces.parts(line, start, stop, by, dropped, losses.sample):
            return None
    return Cell(start, stop, candidates, SPACED if " " in cell else MARKED)


def _pictured(line: str, stop: int, by: Table, char: str) -> bool:
    """Say whether a character is certainly a picture: it has four bytes, or is said to be one."""
    return len(char.encode()) > 3 or line.startswith(by.show("\ufe0f"), stop)


def shows(by: Table, text: str) -> bool:
    """Say whether a text holds anything that looks like the work of a table."""
    for start, cell, gap in by.found(text):
        if gap:  # the first bytes of a sign are enough
            if cell[0] not in by.signs or len(cell) == 1:
                continue
            cell = cell[:2]
        end = start + len(cell)
        if cell[0] not in by.leads:
            continue
        if evidence.unlike_writing(text, start, end):
            return True
        if start and "A" <= text[start - 1] <= "Z" and _of_capitals(by, text, start, end):
            return True
        if _apart(text, start, end) and (len(cell) > _LETTER or cell == by.times):
            return True
    return False


def _of_capitals(by: Table, text: str, start: int, end: int) -> bool:
    """Say whether a cell of nothing but capitals is a small letter: "RĂĽckfrage", "CEOÔÇÖs".

    Behind a capital of ASCII, that is.
    """
    if not ("a" <= text[end : end + 1] <= "z" and text[start:end].isupper()):
        return False
    candidates, kind = by.read(text[start:end])
    if kind != EXACT or not candidates:
        return False
    char = candidates[0]
    return char == "’" or (char.islower() and alphabet.weight(char) > _KNOWN)


LEADS_ALONE: Final = frozenset("âðđÃÂĂĆÅÄŃЃГРСΓΞΟ√├┬")


# Each way starts with the same class, so that the search leaps from one lead to the next.
_LEAD_ALONE = pattern(
    r"[âðđÃÂĂĆÅÄŃЃГРСΓΞΟ√├┬](?:"
    r"(?:(?<=[A-Za-z]â)(?:s|re|ve|ll|d)|(?<=nâ)t|(?<=Iâ)m)(?![^\W\d_])"
    r"|(?<=[âðđÃÂĂ])(?<!\w.)(?!\w)|(?<=â)(?<!\w.)[A-Z]"
    r"|(?<=[a-z]â)(?!\w)|(?<=[\d\W]â)\d|(?<=\dâ)[A-Za-z]{2}|(?<=\dâ)[$€£]|(?<=\d[eE]â)\d"
    r"|(?<=[a-z][ÃÂĂĆÅÄŃЃГРСΓΞΟ√├┬])|(?<=[ÃĂ])(?<!\w.)[a-z]{2})"
)


def lone_leads(text: str) -> bool:
    """Say whether a text holds one of `LEADS_ALONE` by itself: "donât", "a â b", "mÃs"."""
    return _LEAD_ALONE.search(text) is not None


def shard(line: str, found: Sequence[Cell], index: int) -> bool:
    """Say whether a cell is a letter or a quotation mark with no word around it: "Ã¤, Ã¶".

    Damage is spoken of like that; suffered it is within words.

    Args:
        line: the line as stored.
        found: the cells of the line.
        index: which of them is meant.
    """
    start, end, (char, *_), _ = found[index]
    if char in "«»" or alphabet.kind(char) in _BETWEEN_WORDS:
        return False
    if not evidence.isolated(line, start, end):
        return False
    left, right = evidence.around(line, start, end)
    if any(map(str.isalnum, left + right)):
        return False
    return not any(
        start - len(left) < cell.end and cell.start < end + len(right)
        for cell in (*found[max(index - 1, 0) : index], *found[index + 1 : index + 2])
    )


def in_a_word(line: str, found: Sequence[Cell], index: int, *, case: bool = False) -> bool:
    """Say whether a cell touches a letter of its own script that is part of no cell.

    Args:
        line: the line as stored.
        found: the cells of the line.
        index: which of them is meant.
        case: a capital behind a small letter is no part of the same word.
    """
    start, end, _, _ = found[index]
    before, behind = line[start - 1 : start], line[end : end + 1]
    alone_before = before > "\x7f" and (not index or found[index - 1].end < start)
    alone_behind = behind > "\x7f" and (index + 1 == len(found) or found[index + 1].start > end)
    if not alone_before and not alone_behind:
        return False
    if end - start > _LETTER and (
        alphabet.script(line[start]) == "LATIN" or not line[start:end].isalpha()
    ):
        return False  # "Joséâ€™s", "ββ€‘carotene"
    if behind and evidence.odd(line[end - 1], behind):
        return False  # "ÚÅ™ad"
    if case and line[start].isupper() and behind.islower():
        return False  # "ŁÄ…cznie"
    if alone_before and evidence.one_script(before, line[start]):
        return not (case and before.islower() and line[start].isupper())
    return alone_behind and evidence.one_script(line[end - 1], behind)


def fits(line: str, found: Sequence[Cell], index: int, *, alone: bool) -> bool:
    """Say whether what a cell would become can stand between its neighbours.

    Args:
        line: the line as stored.
        found: the cells of the line.
        index: which of them is meant.
        alone: a letter or sign that rarely stands by itself may do so here.
    """
    start, end, candidates, kind = found[index]
    char = candidates[0]
    if kind == LOSSY or len(candidates) > 1:
        return True
    script = alphabet.script(char)
    if not script:
        return alone or alphabet.weight(char) >= _USUAL or alphabet.kind(char) != "sign"
    before, after = line[start - 1 : start], line[end : end + 1]
    if index and found[index - 1].end == start:
        before = found[index - 1].candidates[0]
    if index + 1 < len(found) and found[index + 1].start == end:
        after = found[index + 1].candidates[0]
    left, right = before and alphabet.script(before), after and alphabet.script(after)
    if not left and not right:
        return alone or script == "LATIN"
    if script in _CLOSED:
        if (left and left != script) or (right and right != script):
            return False
        return not (char.isupper() and before.islower())
    return True


def _apart(line: str, start: int, end: int) -> bool:
    """Say whether nothing but ASCII punctuation and spaces stands around line[start:end]."""
    around = (line[start - 1] if start else " ") + line[end : end + 1]
    return around.isascii() and not any(char.isalnum() for char in around)


def unlike_writing(line: str, cell: Cell) -> bool:
    """Say whether a cell looks damaged where it stands; a bullet is known by its place."""
    start, end, candidates, kind = cell
    if evidence.unlike_writing(line, start, end):
        return True
    char, behind = candidates[0], line[end : end + 1]
    if char in "•→" and behind == " " and line[start:end].isalpha():
        return not line[:start].strip()
    if kind != EXACT or alphabet.script(char):
        return False
    if behind.isdigit() and line[start:end].isalpha():
        return alphabet.weight(char) > _KNOWN  # "(Âą3 %)"
    if char in "×÷" and _COUNTED.match(line, end):
        return not line[start - 1 : start].isalpha()  # "3 Ã— 40"
    # "âœ… Done", "one ‚Äî two": a word of nothing but strange letters that is in truth a sign.
    return end - start > _LETTER and alphabet.weight(char) > _KNOWN and _apart(line, start, end)


def turned(line: str, cell: Cell) -> bool:
    """Say whether a cell can only be a mark that closes a quotation, and stands where one opens."""
    marks = _MARKS.intersection(cell.candidates)
    if not marks or not _OPENING.isdisjoint(marks):
        return False
    if "„" in marks and line.find(line[cell.start : cell.end], cell.end) >= 0:
        return False  # what closes behind "„" begins alike
    before, after = line[cell.start - 1 : cell.start], line[cell.end : cell.end + 1]
    return after.isalpha() and not before.isalnum()


def misplaced(line: str, cell: Cell) -> bool:
    """Say whether what a cell would become is no part of the Latin word that it touches."""
    char = cell.candidates[0]
    if not (char.isupper() or alphabet.strange_in_latin(char)):
        return False
    before, behind = line[cell.start - 1 : cell.start], line[cell.end : cell.end + 1]
    if not alphabet.strange_in_latin(char):
        loud = before.isupper() and behind.isascii() and behind.islower()  # "HÊlène"
        return before.isascii() and (before.islower() or loud)
    return (before.isascii() and before.isalpha()) or (behind.isascii() and behind.isalpha())


def lone(line: str, cell: Cell) -> bool:
    """Say whether the rest of a three-byte sign stands where no letter would."""
    if "•" in cell.candidates and not line[: cell.start].strip():
        return line[cell.end : cell.end + 1] == " "
    if cell.end - cell.start > 1 or not any(len(char.encode()) == 3 for char in cell.candidates):
        return False
    before, after = line[cell.start - 1 : cell.start], line[cell.end : cell.end + 4]
    if before.isalpha() and after[:1].isalpha():
        left = line[max(cell.start - 8, 0) : cell.start]
        close = _CONTRACTION.match(after) or (_ELISION.search(left) and _VOWEL.match(after))
        return bool(close) and "’" in cell.candidates
    if before.isdigit() and after[:1].isdigit():
        return "–" in cell.candidates
    if before.isalnum() or (after[:1].isalnum() and not after[:1].isupper()):
        return False
    if _SPOKEN_OF.search(line[max(cell.start - 16, 0) : cell.start]):
        return False
    return any(char in cell.candidates for char in "—“•")
