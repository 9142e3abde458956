"""Session heads that a note only quotes or leads to, unlike a journal of several sessions."""

from bisect import bisect
from collections.abc import Mapping, Sequence, Set

from tui.notes.head import Head
from tui.notes.headings import BARE, Heading

_INDENTED = ("    ", "\t")


def asides_among(
    lines: Sequence[str], heads: Mapping[int, str], parts: Sequence[tuple[Heading, int]]
) -> dict[int, bool]:
    """Return the lines that name other sessions, and whether those are quoted or led to.

    In a journal, each head has a line of a head or a section of its own below it, or all stand
    above the first section.

    Args:
        lines: of the note, which are counted from 1.
        heads: what those lines name that name a session.
        parts: the headings, and the first line that is not the heading's.
    """
    if len(set(heads.values())) == 1:
        return {}
    quoted = _quoted(lines, heads.keys())
    asides = dict.fromkeys(quoted, True) if len(quoted) < len(heads) else {}
    numbers = [first - 1 for _, first in parts]
    first_of = {heading.kind: first for heading, first in reversed(parts)}
    own = [number for number in heads if number not in asides]
    for number, until in zip(own, [*own[1:], len(lines) + 1], strict=True):
        begin, end = bisect(numbers, number), bisect(numbers, until)
        if not begin:  # no section stands above it
            continue
        head = lines[number - 1].strip()
        level = len(head) - len(head.lstrip("#")) or BARE
        has_sections = any(
            heading.level > level or first_of[heading.kind] < number
            for heading, _ in parts[begin:end]
            if heading.kind != "other"
        )
        below = lines[number : numbers[begin] - 1 if begin < end else until - 1]
        if not has_sections and not _is_a_head(below):
            asides[number] = False
    return asides


def _is_a_head(lines: Sequence[str]) -> bool:
    """Tell whether there are clock times, labels, a project or a priority among some lines."""
    head = Head()
    said = (stripped for line in lines if (stripped := line.strip()) and stripped[0] != ">")
    return any(head.take(line, 0) and head.found - {"date"} for line in said)


def _quoted(lines: Sequence[str], heads: Set[int]) -> set[int]:
    """Return which lines of some stand in a quotation, a comment or an indented block of code."""
    quoted: set[int] = set()
    waiting: list[int] = []  # in a comment that may never be closed
    is_open = is_code = False
    is_blank = True
    for number, line in enumerate(lines, 1):
        stripped = line.strip()
        is_code = line.startswith(_INDENTED) and bool(stripped) and (is_blank or is_code)
        is_blank = not stripped
        if number in heads:
            if is_code or stripped.startswith(">"):
                quoted.add(number)
            elif is_open or stripped.startswith("<!--"):
                waiting.append(number)
        opened, closed = line.rfind("<!--"), line.rfind("-->")
        if closed > opened:
            quoted.update(waiting)
        if opened >= 0 or closed >= 0:
            is_open = opened > closed
        if not is_open:
            waiting.clear()
    return quoted
