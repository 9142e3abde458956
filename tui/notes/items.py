"""The bullets and paragraphs of a section."""

import re
from functools import cache
from typing import NamedTuple

from tui.notes.session import Status

_MARKER = re.compile(
    r"(?:\\?[-*+•–—▪◦‣·●○]|\(?\d{1,3}\\?[.)])(?:\s+|$)|"
    # Without the space that Markdown asks for: what else would begin so?
    r"(?:[•▪◦‣●]|-)(?=[^\W\d_a-z]|\[)|[•▪◦‣●](?=[\w*`\"'“‘(])|\d{1,2}[.)](?=[A-Z][a-z])|"
    r"(?=[☐☑✔]\s*\w)"
)
CHECKBOX = re.compile(r"\[([ xX✓✔/!-])\](?:\s+|$|(?=[A-Z]))|([☐☑✔])\s*(?=\w)")
_BOXED = frozenset("[☐☑✔")
_BOLD_LEAD = re.compile(r"\*\*[^*]{1,60}(?::\*\*|\*\*\s?:)")
_RULE = re.compile(r"([-*_])(?:\s*\1){2,}")
_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_FENCE = re.compile(r"`{3,}|~{3,}")
MARKS: dict[str, Status] = {
    " ": "pending", "/": "doing", "!": "blocked", "x": "done", "X": "done", "-": "dropped",
    "✓": "done", "✔": "done", "☐": "pending", "☑": "done",
}  # fmt: skip


class Item(NamedTuple):
    """A bullet or a paragraph: its text on one line, and its first line, from 1."""

    text: str
    line: int
    mark: Status = "pending"


class _Open(NamedTuple):
    """A bullet or a paragraph that may go on: its lines, stripped."""

    lines: list[str]
    line: int
    mark: Status = "pending"


@cache
def _damaged_marker() -> re.Pattern[str]:
    """What is left of a bullet or a dash that was misread and could not be healed."""
    from tui.notes.repair.tables import tables  # many notes never need them

    forms = {
        table.show(sign, drop=lost)
        for sign in "•–"
        for table in tables()
        for lost in (frozenset[int](), table.lost)
    }
    forms = {form.strip() for form in forms if len(form.strip()) > 1}
    return re.compile("(?:" + "|".join(map(re.escape, sorted(forms))) + r")\s+")


def marker_of(stripped: str) -> re.Match[str] | None:
    """Return the bullet or number that a stripped line begins with, and the space after it."""
    match = _MARKER.match(stripped)
    if match is None and not stripped[0].isascii():
        match = _damaged_marker().match(stripped)
    return match


def split_items(lines: list[str], first: int) -> tuple[list[Item], list[Item]]:
    """Return the bullets of a section and its paragraphs of prose.

    `first` is the number of the first line. A bullet takes the lines that go on with it: those
    right below it, and indented ones after a blank line. Code blocks, and headings that divide
    the section, are neither.
    """
    bullets: list[_Open] = []
    prose: list[_Open] = []
    open_in: list[_Open] | None = None
    fence = ""
    after_blank = False
    for number, line in enumerate(lines, first):
        stripped = line.strip()
        if stripped[:2] == "- " and not fence and (text := stripped[2:].lstrip())[0] != "-":
            bullets.append(_bullet(text, number))  # nearly every line, at once
            open_in = bullets
        elif fence or (stripped and stripped[0] in "`~" and _FENCE.match(stripped)):
            fence = fence_after(fence, stripped)
            open_in = None
        elif not stripped or _RULE.fullmatch(stripped):
            after_blank = True
            if open_in is prose:
                open_in = None
            continue
        elif stripped[0] == "#" and _HEADING.match(stripped):
            open_in = None
        elif marker := marker_of(stripped):
            bullets.append(_bullet(stripped[marker.end() :], number))
            open_in = bullets
        elif open_in is bullets and (line[0].isspace() or not after_blank):
            bullets[-1].lines.append(stripped)
        elif open_in is prose and not (stripped[0] == "*" and _BOLD_LEAD.match(stripped)):
            prose[-1].lines.append(stripped)
        else:
            prose.append(_Open([stripped], number))
            open_in = prose
        after_blank = False
    return [item for item in map(_closed, bullets) if item.text], list(map(_closed, prose))


def fence_after(fence: str, stripped: str) -> str:
    """Return the fence that is open after a line, "" for none, by the one that was before it."""
    if not fence:
        opened = _FENCE.match(stripped)
        return opened[0] if opened else ""
    return "" if stripped.startswith(fence) and not stripped.strip(fence[0]) else fence


def _bullet(text: str, number: int) -> _Open:
    if text[:1] in _BOXED and (box := CHECKBOX.match(text)):
        return _Open([text[box.end() :].strip()], number, MARKS[box[1] or box[2]])
    return _Open([text.strip()], number)


def _closed(item: _Open) -> Item:
    return Item(" ".join(item.lines).strip(), item.line, item.mark)
