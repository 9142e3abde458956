"""Is there any need to look closer at a text: what spares a clean one the long way round."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet, cells, evidence, remains, survey, tables, template, traces
from tui.notes.repair.cells import NO_LOSSES, Losses
from tui.notes.repair.tables import EXACT

BROKEN: Final = pattern("[\x80-\x9f\ufffd\ud800-\uf8ff]")
_RUN = pattern(r".?[^\x00-\x7f]{2,}.?")
_PAIR = pattern(r"[^\x00-\x7f]{2}")
_CAPITAL_LAST = pattern(r"[ÃÂĂĆÅÄ](?<=[a-z]{2}.)(?!\w)")  # "habrĆ"
_MARKED = pattern(r"\?(?<=[^\x00-\x7f].)")
_TITLE = pattern(r"^title: [\"']")  # this mark quotes nothing
_LIST = pattern(r"^\w+: \[")  # nor do those in "tags: ['…', '…']"
_NO_MARKS: Final = str.maketrans("\"'", "  ")
_BLANKS = pattern(" {3,}")  # the shortest quotation is a letter between two marks
_FOURS: Final = frozenset(range(0xF0, 0xF5))  # the leads of four bytes
_ANY_LOSSES: Final = Losses(controls=True, hyphens=True, spaces=True)
_ASCII_TO_SPACE: Final = bytes([*b" " * 0x80, *range(0x80, 0x100)])


def suspicious(text: str) -> bool:
    """Say whether a text that is not ASCII needs a closer look at all."""
    runs = _runs(text)
    present = set().union(*runs)
    if BROKEN.search("".join(present)) or template.hurt(text):
        return True
    if not cells.LEADS_ALONE.isdisjoint(present) and cells.lone_leads(text):
        return True
    if traces.SIGN in present and traces.traces(text):
        return True
    if not remains.LEADS.isdisjoint(present) and remains.remains(text):
        return True
    return any(map(_explained, runs)) and _shown_in(text)


def cleared(text: str) -> bool:
    """Say whether a second look finds nothing, either, in a text that seemed suspicious.

    True only where the long way round would find nothing to heal and nothing to doubt: outside of
    code and quotations no group of characters is whole in any table, each table leaves some
    character without an explanation, or explains nothing but a letter, and there are no traces.

    Args:
        text: as in "hâlâ": a lead stands there that may be a letter.
    """
    if len(text) >= survey.SAMPLE or _MARKED.search(text) or BROKEN.search(text):
        return False
    high = [line for line in text.split("\n") if not line.isascii()]
    lines = [evidence.bare(line) for line in high]
    if lines != high and not all(map(_aside, high, lines)):
        return False
    bare = "\n".join(lines)
    runs = _runs(bare)
    if any(map(_whole, runs)) or any(slot.tables for slot in template.slots(text)):
        return False
    if template.unexplained(text):
        return False
    if lines != high and any(table.unwind(text) is not None for table in tables.tables()):
        return False
    accounted = bool(runs) and any(_accounted(table, runs) for table in tables.tables())
    if accounted and not ({*"".join(runs)} <= {traces.SIGN} and traces.lettered(bare)):
        return False
    if remains.remains(bare) or _strange(bare, explained=any(map(_explained, runs))):
        return False
    if not traces.thinkable(bare):
        return True
    if accounted and traces.traces(bare):
        return False
    if traces.traces(bare) >= traces.SURE:
        return False
    roofed = traces.lettered("\n".join(sorted({*lines})))
    return not any(traces.traces(line, roofed=roofed) for line in lines)


def _aside(line: str, bare: str) -> bool:
    """Say whether what a line quotes touches nothing that is not ASCII, so that both are apart."""
    if line == bare:
        return True
    for match in _BLANKS.finditer(bare):
        part = line[match.start() : match.end()]
        start = match.start() + len(part) - len(part.lstrip(" "))
        end = match.end() - len(part) + len(part.rstrip(" "))
        if start < end and not (line[start - 1 : start] + line[end : end + 1]).isascii():
            return False
        if "«" in part or any(map(_spills, part.split())):  # its spaces part it from what it quotes
            return False
    return True


@lru_cache(maxsize=20_000)
def _spills(quotation: str) -> bool:
    """Say whether a mark that opens or closes a quotation may be part of damage: "“β€”"."""
    if (quotation[0] + quotation[-1]).isascii():
        return False
    return any(
        (cell.start == 0 or cell.end == len(quotation))
        and (alphabet.weight(cell.candidates[0]) > 1 or alphabet.kind(cell.candidates[0]) == "far")
        for table in tables.tables()
        if not table.leads.isdisjoint(quotation)
        for cell in cells.cells(quotation, table, NO_LOSSES)
    )


def _accounted(by: tables.Table, runs: set[str]) -> bool:
    """Say whether a table may explain every character of some runs, whatever was lost."""
    if not by.shows.issuperset("".join(runs)):
        return False
    return all(_explained_all(by, run) for run in runs)


@lru_cache(maxsize=20_000)
def _explained_all(by: tables.Table, run: str) -> bool:
    """Say whether a table may explain every character of a run."""
    if not _FOURS.isdisjoint(by.byte_of[char] for char in run):
        return True  # what is left of pictures is too much to tell
    found = sum(cell.end - cell.start for cell in cells.cells(run, by, _ANY_LOSSES))
    *_, (_, last, gap) = ((0, "", 0), *by.found(run))
    if gap and run.endswith(last):  # "Ã ": the space behind it may be a byte
        candidates, _ = by.read(last + " " * gap)
        if candidates and alphabet.weight(candidates[0]) > 1:
            return True
    return found == len(run)


def still_damaged(lines: Iterable[str], *, healed: bool) -> set[str]:
    """Return the lines that, code and quotations aside, still look like the work of a table.

    Args:
        lines: of the result.
        healed: damage was found elsewhere in the text, so that a trace of it is enough.
    """
    bare = {line: evidence.bare(_unmarked(line)) for line in lines}
    together = "\n".join(sorted({*bare.values()}))
    some = remains.remains(together)
    traced, roofed = traces.thinkable(together), traces.lettered(together)
    return {
        line
        for line, content in bare.items()
        if _strange(content, explained=True)
        or (some and remains.remains(content))
        or (traced and traces.traces(content, roofed=roofed) > 0)
        or (healed and (cells.lone_leads(line) or traces.doubtful(content)))
    }


def _unmarked(line: str) -> str:
    """Return a line without the marks that a field of the frontmatter needs."""
    return line.translate(_NO_MARKS) if _LIST.match(line) else _TITLE.sub("", line)


def _strange(bare: str, *, explained: bool) -> bool:
    """Say whether lines hold letters that nobody writes together.

    Args:
        bare: the lines, without code and quotations.
        explained: some of it can be the work of a table.
    """
    if _CAPITAL_LAST.search(bare):
        return True
    if not _PAIR.search(bare):
        return False
    return evidence.stained(bare) or (explained and _shown_in(bare))


def _runs(text: str) -> set[str]:
    """Return the different runs of characters that are not ASCII; at the speed of a copy."""
    data = text.encode("utf-8", "surrogatepass").translate(_ASCII_TO_SPACE)
    return {run.decode("utf-8", "surrogatepass") for run in set(data.split())}


@lru_cache(maxsize=20_000)
def _explained(run: str) -> bool:
    """Say whether a run can be the work of a table, wherever it stands."""
    return bool(tables.pairing(run))


@lru_cache(maxsize=20_000)
def _whole(run: str) -> bool:
    """Say whether a table reads some characters of a run as one, nothing missing."""
    return any(
        cell.kind == EXACT
        for table in tables.pairing(run)
        for cell in cells.cells(run, table, NO_LOSSES)
    )


def _shown_in(text: str) -> bool:
    """Say whether a run of characters that are not ASCII looks like the work of a table."""
    return any(map(_shown, set(_RUN.findall(text))))


@lru_cache(maxsize=20_000)
def _shown(run: str) -> bool:
    """Say whether a run of characters that are not ASCII looks like the work of a table."""
    if evidence.pair_and_digit(run):
        return True
    return any(cells.shows(table, run) for table in tables.pairing(run))
