"""Text of a note to what is drawn: markup inside a line becomes style, nothing else acts."""

import re
from collections.abc import Iterator

from textual.content import Content, Span

from tui.plain import plain
from tui.ui.damage import Doubt
from tui.ui.looks import Part

_INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|\*\*(?P<strong>\S(?:[^\n]*?\S)?)\*\*"
    r"|(?<![\w_])__(?P<strong2>\S(?:[^\n_]*?\S)?)__(?![\w_])"
    r"|\[\[(?:[^\]|\n]*\|)?(?P<link>[^\]\n]+)\]\]"
    r"|(?<![\w*])\*(?P<stress>[^\s*](?:[^*\n]*?[^\s*])?)\*(?![\w*])"
)
_ROLES = {"code": "code", "strong": "strong", "strong2": "strong", "link": "link",
          "stress": "stress"}  # fmt: skip
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
    pieces: list[str] = []
    spans: list[Span] = []
    length = last = 0

    def put(piece: str, role: str) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
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

    for match in _INLINE.finditer(text):
        put_doubted(text[last : match.start()], base)
        name = match.lastgroup or ""
        put_doubted(match[name], _ROLES[name])
        last = match.end()
    put_doubted(text[last:], base)
    return Content("".join(pieces), spans)


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
