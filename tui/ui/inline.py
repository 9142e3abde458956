"""Text of a note to what is drawn: markup inside a line becomes style, nothing else acts."""

import re
from collections.abc import Iterator

from textual.content import Content, Span

from tui.plain import plain
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
_LONGEST = 20_000


def inline(text: str, base: str = "") -> Content:
    """Return a text, made plain, with the roles of its pieces as styles.

    Roles are `code`, `strong`, `link`, `stress`, and `base` for the rest. What is longer than
    20,000 characters is cut, and says so.
    """
    text = plain(text)
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]} … ({len(text) - _LONGEST:,} more characters)"
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

    for match in _INLINE.finditer(text):
        put(text[last : match.start()], base)
        name = match.lastgroup or ""
        put(match[name], _ROLES[name])
        last = match.end()
    put(text[last:], base)
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
