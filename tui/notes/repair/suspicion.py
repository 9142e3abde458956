"""Is there any need to look closer at a text: what spares a clean one the long way round."""

import re
from functools import lru_cache
from typing import Final

from tui.notes.repair import cells, evidence, survey, tables, template, traces
from tui.notes.repair.cells import NO_LOSSES, Losses
from tui.notes.repair.tables import EXACT

BROKEN: Final = re.compile("[\x80-\x9f\ufffd\ud800-\uf8ff]")
_RUN = re.compile(r".?[^\x00-\x7f]{2,}.?")
_PAIR = re.compile(r"[^\x00-\x7f]{2}")
_CAPITAL_LAST = re.compile(r"[ÃÂĂĆÅÄ](?<=[a-z]{2}.)(?!\w)")  # "habrĆ"
_MARKED = re.compile(r"\ufffd|[^\x00-\x7f]\?")
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
    return any(map(_explained, runs)) and shown(text)


def shown(text: str) -> bool:
    """Say whether a run of characters that are not ASCII looks like the work of a table."""
    return any(map(_shown, set(_RUN.findall(text))))


def unexplained(text: str, lines: list[str], losses: Losses) -> bool:
    """Say whether no table can be believed to have hurt a text; at a fraction of a survey's cost.

    True only if a survey of every table would find nothing: no group of characters is whole in
    any of them, and each leaves some character without an explanation.

    Args:
        text: a text the head of which is whole, or has no signs.
        lines: of it.
        losses: what it can have lost.
    """
    if len(text) >= survey.SAMPLE or _MARKED.search(text):
        return False
    runs = _runs(text)
    if any(map(_whole, runs)):
        return False
    present = set().union(*runs)
    if any(table.shows >= present for table in tables.tables()):
        return False
    if not losses.controls:
        return True
    bare = "\n".join([evidence.bare(line) for line in lines if not line.isascii()])
    return traces.traces(bare) < traces.SURE


def still_damaged(line: str, *, healed: bool) -> bool:
    """Say whether a line, code and quotations aside, still looks like the work of a table.

    Args:
        line: of the result.
        healed: damage was found elsewhere in the text, so that a trace of it is enough.
    """
    if healed and cells.lone_leads(line):
        return True
    bare = evidence.bare(line)
    if _CAPITAL_LAST.search(bare) or traces.traces(bare) or (healed and traces.doubtful(bare)):
        return True
    return _PAIR.search(bare) is not None and (evidence.stained(bare) or shown(bare))


def _runs(text: str) -> set[str]:
    """Return the different runs of characters that are not ASCII; at the speed of a copy."""
    data = text.encode("utf-8", "surrogatepass").translate(_ASCII_TO_SPACE)
    return {run.decode("utf-8", "surrogatepass") for run in set(data.split())}


@lru_cache(maxsize=20_000)
def _explained(run: str) -> bool:
    """Say whether a run can be the work of a table, wherever it stands."""
    chars = set(run)
    return len(run) > 1 and any(
        not table.leads.isdisjoint(chars) and not table.conts.isdisjoint(chars)
        for table in tables.tables()
    )


@lru_cache(maxsize=20_000)
def _whole(run: str) -> bool:
    """Say whether a table reads some characters of a run as one, nothing missing."""
    return _explained(run) and any(
        cell.kind == EXACT
        for table in tables.tables()
        for cell in cells.cells(run, table, NO_LOSSES)
    )


@lru_cache(maxsize=20_000)
def _shown(run: str) -> bool:
    """Say whether a run of characters that are not ASCII looks like the work of a table."""
    if evidence.pair_and_digit(run):
        return True
    return any(cells.shows(table, run) for table in tables.tables())
