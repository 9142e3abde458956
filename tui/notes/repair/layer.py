"""Undo one layer of damage: find the table that did it, then read backwards."""

from collections import Counter
from functools import lru_cache
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet, cells, evidence, template, traces, words
from tui.notes.repair.cells import NO_LOSSES, Cell, Losses, lone_leads, shows
from tui.notes.repair.peeled import Peeled
from tui.notes.repair.solve import Solver
from tui.notes.repair.survey import SAMPLE, Found, Survey, believed, few, sample_of, survey
from tui.notes.repair.tables import EXACT, Table, pairing, table, tables

_SMALL_SAMPLE: Final = 2_000  # where only a yes or no is wanted
_LARGE: Final = 60_000  # characters in lines that are not ASCII; the largest note holds a tenth
_HIGH = pattern(r"[^\x00-\x7f]")
_TOUCHED = pattern(r"([A-Za-z]?[^\x00-\x7f])(?=([A-Za-z]?))")
_PRIVATE = pattern("[\ue000-\uf8fe\ufff0-\ufff8]")
_CONTROL = pattern("[\x80-\x9f]")


def peel(text: str) -> Peeled:
    """Undo the outermost layer of damage of a text, where there is one."""
    slots = template.slots(text)
    hurt = [slot for slot in slots if not slot.clean and slot.tables]
    votes = Counter(name for slot in hurt for name in slot.tables)
    lines = text.split("\n")
    losses = Losses(not _CONTROL.search(text), "\xad" not in text, "\xa0" not in text)
    whole = _undone_whole(text, votes, losses)
    if whole:
        alike, result = whole
        changed = {number for number, line in enumerate(lines, 1) if not line.isascii()}
        return Peeled(
            result, dict.fromkeys(changed, alike[0]), settled=changed, alike=frozenset(alike)
        )
    code = evidence.code_by_line(text, lines)
    sample, sample_code = sample_of(lines, code)
    if losses.bytes:
        losses = losses._replace(sample="\n".join(sample))
    head_clean = all(slot.clean for slot in slots) if slots else _shown_in_code(sample, sample_code)
    surveys: dict[str, Survey] = {}
    known: dict[str, Found] = {}
    if votes:  # mostly the tables that explain the head explain everything
        most = max(votes.values())
        chosen = [by for by in tables() if votes[by.name] == most]
        surveys = survey(
            sample, sample_code, chosen, votes, losses, head_clean=head_clean, known=known
        )
    if not any(
        survey.entire and not _ill_as_read(sample, table(name)) for name, survey in surveys.items()
    ):
        lone = lone_leads(text) or traces.traces(text) > 0
        able = pairing("\n".join(sample))
        chosen = [
            by
            for by in tables()
            if lone or votes[by.name] or (by in able and any(shows(by, line) for line in sample))
        ]
        surveys = survey(
            sample, sample_code, chosen, votes, losses, head_clean=head_clean, known=known
        )
    order = believed(surveys)
    if not order and not hurt:
        return Peeled(text)
    names = few(order, surveys)
    if sum(len(line) for line in lines if not line.isascii()) > _LARGE:
        return _by_lines(text, lines, names)
    return Solver(
        text, lines, code, names, surveys, hurt, votes, losses, head_clean=head_clean
    ).solve()


def _undone_whole(text: str, votes: Counter[str], losses: Losses) -> tuple[list[str], str] | None:
    """Return tables and result where the whole text is the work of one table, nothing lost."""
    results = {
        by.name: result
        for by in tables()
        if (result := by.unwind(text)) is not None
        and result != text
        and not _PRIVATE.search(result)
    }
    if not results:
        return None
    names = [name for name in results if votes[name]]
    if not names:
        lines = text.split("\n")
        sample, code = sample_of(lines, evidence.code_by_line(text, lines), _SMALL_SAMPLE)
        chosen = [table(name) for name in results]
        shown = _shown_in_code(sample, code)
        names = believed(survey(sample, code, chosen, votes, losses, head_clean=shown))
    if not names:  # a few letters hurt twice can pass for writing until both layers are off
        names = [name for name in results if _twice(results[name], table(name))]
    best: tuple[float, list[str], str] | None = None
    several = len({results[name] for name in names}) > 1
    for name in names:
        result = results[name]
        high = set(_HIGH.findall(result[:SAMPLE]))
        worth = sum(alphabet.weight(char) for char in high) / (len(high) or 1)
        worth += sum(slot.clean for slot in template.slots(result))
        if several:
            worth += words.sense(result[:_SMALL_SAMPLE])
        if _mixed_up(text, result, name):
            continue
        if best is not None and best[2] == result:
            best[1].append(name)
        elif best is None or worth > best[0] + 1e-9:
            best = (worth, [name], result)
    return (best[1], best[2]) if best else None


def _mixed_up(text: str, result: str, name: str) -> bool:
    """Say whether other tables did some lines: all that are ill as one table reads the whole."""
    if not _ill(result[:SAMPLE]):
        return False
    return not any(
        _ill(healed) and not _another(line, name)
        for line, healed in zip(text.split("\n"), result.split("\n"), strict=True)
        if not healed.isascii()
    )


def _ill_as_read(lines: list[str], by: Table) -> bool:
    """Say whether some line is ill that a table can read as a whole."""
    return any((healed := by.unwind(line)) is not None and _ill(healed) for line in lines)


def _another(line: str, name: str) -> bool:
    """Say whether another table than one reads a line, and well."""
    others = {by.unwind(line) for by in tables() if by.name != name} - {None, line}
    return any(other and _common(other) for other in others)


def _ill(text: str) -> bool:
    """Say whether a text holds what no word of Latin letters does."""
    return any(_misplaced(*found) for found in set(_TOUCHED.findall(text)))


@lru_cache(maxsize=20_000)
def _misplaced(start: str, behind: str) -> bool:
    at = len(start) - 1
    return cells.misplaced(start + behind, Cell(at, at + 1, (start[-1],), EXACT))


def _common(text: str) -> bool:
    """Say whether all that is not ASCII in a text is common, and stands where it may."""
    return not _ill(text) and all(
        alphabet.weight(char) > alphabet.COMMON for char in set(_HIGH.findall(text))
    )


def _shown_in_code(sample: list[str], code: list[list[tuple[int, int]]]) -> bool:
    """Say whether code in some lines holds what may be damage: a note without a head shows it."""
    return any(
        pairing(line[start:end])
        for line, ranges in zip(sample, code, strict=True)
        for start, end in ranges
    )


def _twice(text: str, by: Table) -> bool:
    """Say whether a text from which one layer was taken shows another one of the same table."""
    if by.unwind(text) in {None, text}:
        return False
    lines = text.split("\n")
    sample, code = sample_of(lines, evidence.code_by_line(text, lines), _SMALL_SAMPLE)
    return bool(believed(survey(sample, code, [by], Counter(), NO_LOSSES, head_clean=False)))


def _by_lines(text: str, lines: list[str], names: list[str]) -> Peeled:
    """Undo what can be undone a line at a time; for texts far too large to be a note."""
    found = Peeled(text)
    out: list[str] = []
    known: dict[str, tuple[str, str]] = {}  # thousands of lines may be the same
    for number, line in enumerate(lines, 1):
        if line.isascii():
            out.append(line)
            continue
        if line not in known:
            known[line] = _undone_line(line, names)
        healed, name = known[line]
        out.append(healed)
        if name:
            found.codecs[number] = name
        else:
            found.left.add(number)
    found.text = "\n".join(out)
    return found


def _undone_line(line: str, names: list[str]) -> tuple[str, str]:
    """Return a line undone, and the table; the line itself and "" where no table explains it."""
    for name in names:
        healed = table(name).unwind(line)
        if healed is not None:
            return healed, name
    return line, ""
