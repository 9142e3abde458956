"""Text of a note to what is drawn: markup inside a line becomes style, nothing else acts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content, Span

from tui.notes.markup import pieces
from tui.plain import plain
from tui.ui.looks import Part

if TYPE_CHECKING:  # what only annotations name
    from tui.ui.damage import Doubt

LONGEST = 20_000
"""How many characters of one paragraph are shown."""


def inline(text: str, base: str = "", doubt: Doubt = None) -> Content:
    """Return a text, made plain, with the roles of its pieces as styles.

    Roles are `code`, `strong`, `link`, `stress`, `uncertain` for what `doubt` matches, and `base`
    for the rest. What is longer than 20,000 characters is cut, and says so.
    """
    more = len(text) - LONGEST
    text = plain(text[:LONGEST])
    if more > 0:
        text += f" … ({more:,} more characters)"
    drawn: list[str] = []
    spans: list[Span] = []
    length = 0

    def put(piece: str, role: str) -> None:
        nonlocal length
        if piece:
            drawn.append(piece)
            if role:
                spans.append(Span(length, length + len(piece), role))
            length += len(piece)

    def put_doubted(piece: str, role: str) -> None:
        last = 0
        for match in doubt.finditer(piece) if doubt else ():
            put(piece[last : match.start()], role)
            put(match[0], "uncertain")
            last = match.end()
        put(piece[last:], role)

    for piece, role in pieces(text):
        put_doubted(piece, role or base)
    return Content("".join(drawn), spans)


def inline_plain(text: str, role: str = "") -> Content:
    """Return a text of our own, or a name in it, made plain, in one role, without markup."""
    text = plain(text)
    return Content(text, [Span(0, len(text), role)] if role and text else [])


def parts(line: Content) -> Iterator[Part]:
    """Yield the pieces of a line that `inline` made, each with its role."""
    text, last = line.plain, 0
    for start, end, role in line.spans:
        if start > last:
            yield text[last:start], ""
        yield text[max(start, last) : end], str(role)
        last = max(last, end)
    if last < len(text):
        yield text[last:], ""
