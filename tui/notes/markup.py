"""Markup inside a line of a note: which of it is code, strong, stressed, or a wiki link."""

from collections.abc import Iterator
from typing import Literal

from tui.notes.patterns import pattern

Role = Literal["", "code", "strong", "link", "stress"]

# Nothing may hold the mark that begins it: a line of beginnings alone would else be read to its end
# from each of them, which takes seconds.
_INLINE = pattern(
    r"`(?P<code>[^`\n]+)`"
    r"|\*\*(?P<strong>\S(?:(?:[^*\n]|\*(?!\*))*?\S)?)\*\*"
    r"|(?<![\w_])__(?P<strong2>\S(?:[^\n_]*?\S)?)__(?![\w_])"
    r"|\[\[(?:[^\[\]|\n]*\|)?(?P<link>[^\[\]\n]+)\]\]"
    r"|(?<![\w*])\*(?P<stress>[^\s*](?:[^*\n]*?[^\s*])?)\*(?![\w*])"
)
_BEGIN = ("`", "*", "__", "[[")
_ROLES: dict[str, Role] = {
    "code": "code", "strong": "strong", "strong2": "strong", "link": "link", "stress": "stress",
}  # fmt: skip


def pieces(text: str) -> Iterator[tuple[str, Role]]:
    """Yield the pieces of a line without their marks, each with its role ("" for none)."""
    if not any(mark in text for mark in _BEGIN):  # as of most
        if text:
            yield text, ""
        return
    last = 0
    for match in _INLINE.finditer(text):
        if match.start() > last:
            yield text[last : match.start()], ""
        name = match.lastgroup or ""
        yield match[name], _ROLES[name]
        last = match.end()
    if last < len(text):
        yield text[last:], ""
