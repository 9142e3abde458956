"""Fitting text into cells of the terminal, and how many of them are many."""

import re
from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from tui.notes.patterns import pattern
from tui.plain import plain

WIDE = 100  # columns of a terminal from which on there is room for panes side by side
_LONGEST = 4096
# Latin, Greek and Cyrillic letters and common signs: a cell each, as ASCII is.
_NARROW = pattern(
    "[\x20-\x7e\xa1-\xac\xae-\u02ff\u0391-\u03ce\u0400-\u045f\u2010-\u2027\u2030-\u203a\u20ac\u2122]*"
)
EMOJI_FORM = "\N{VARIATION SELECTOR-16}"
"""Makes the sign before it two cells wide, in some terminals."""

# A sign with it, and with all that is joined to it; U+20E3 makes a keycap of a digit.
_EMOJI = pattern(f"(?s)(?:.\u200d)*.{EMOJI_FORM}(?:[{EMOJI_FORM}\u20e3]|\u200d.)*")
_WORD = pattern(r"\s*\S+|\s+$")


def counted(number: int, thing: str) -> str:
    """Return a number with what it counts: "1 session", "2,000 sessions"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def with_dropped(done: str, dropped: int, dot: str) -> str:
    """Return what says how many tasks are done, and how many were dropped, if any.

    So are those told that are closed: "1 of 5 done · 2 dropped".
    """
    return f"{done} {dot} {dropped:,} dropped" if dropped else done


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """Return `text`, made plain, in exactly `width` cells: padded, or cut with an ellipsis."""
    text = plain(text[:_LONGEST])
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + ellipsis


def fold(text: str, width: int) -> list[tuple[int, int]]:
    """Return where the lines start and end that a text, already plain, takes at a width in cells.

    Lines break between words where they can; the blanks they break at belong to no line.
    """
    if not (text.isascii() or _NARROW.fullmatch(text)):
        return list(_fold_words(text, width))
    return [(0, len(text))] if len(text) <= width else list(_fold_narrow(text, width))


def _fold_narrow(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start or text[start:cut].isspace():
            cut = start + width
        yield start, cut
        start = cut
        while start < len(text) and text[start] == " ":
            start += 1
    if start < len(text):
        yield start, len(text)


def _fold_words(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = end = used = 0
    for match in _WORD.finditer(text):
        size = cell_len(match[0])
        if used + size <= width:
            end, used = match.end(), used + size
            continue
        word = match[0]
        if end > start:
            if word.isspace():
                break
            yield start, end
            word = word.lstrip()
        *full, (start, end) = _chop(text, match.end() - len(word), match.end(), width)
        yield from full
        used = cell_len(text[start:end])
    yield start, end


def _chop(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Cut a word anywhere, but never a sign from what changes it."""
    used = 0
    for at in range(start, end):
        size = 2 if text[at + 1 : at + 2] == EMOJI_FORM else cell_len(text[at])
        if used and used + size > width:
            yield start, at
            start, used = at, 0
        used += size
    yield start, end


def in_cells(text: str) -> str:
    """Return a text as it is drawn: as wide in every terminal as it is reckoned here.

    Of a sign in its emoji form rich, kitty, iTerm2 and Ghostty make two cells; Terminal.app, VS
    Code and others leave it the one of the sign alone (terminfo.dev on Variation Selector-16), and
    so does tmux 3.3. So it is drawn alone, of which all make one, with a blank in the other.
    """
    if EMOJI_FORM not in text:
        return text
    drawn = _EMOJI.sub(_alone, text).replace(EMOJI_FORM, "")
    return drawn + " " * (cell_len(text) - cell_len(drawn))


def _alone(match: re.Match[str]) -> str:
    sign = match[0].replace(EMOJI_FORM, "")
    return sign + " " * (cell_len(match[0]) - cell_len(sign))
