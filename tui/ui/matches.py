"""Where the words of a filter stand in what is shown of a session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content, Span

if TYPE_CHECKING:  # what only annotations name
    from tui.ui.damage import Run
    from tui.ui.looks import Part
    from tui.workbench import Query, Where

_LOOK = "match"


class Matches:
    """Finds the words that a filter asks for; asked only of what is in view.

    Args:
        query: the filter; one that asks for no words finds none.
    """

    def __init__(self, query: Query | None = None) -> None:
        self._query = query if query and query.shown else None

    def __eq__(self, other: object) -> bool:
        return self._query == other._query if isinstance(other, Matches) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._query)

    def places(self, text: str, where: Where) -> Sequence[Run]:
        """Return the places in a text, already plain, in order and not overlapping.

        Args:
            text: as it is shown.
            where: what the text is a piece of; "anywhere" for one that is neither title nor text.
        """
        if self._query is None:
            return ()
        from tui.workbench import highlights

        return highlights(text, self._query, where)

    def on(self, content: Content, where: Where) -> Content:
        """Return text that `inline` made, with the places looking like matches."""
        places = self.places(content.plain, where)
        return _marked(content, places) if places else content


NONE = Matches()
"""No filter, no matches."""


def marked(part: Part, places: Sequence[Run]) -> Iterator[Part]:
    """Yield a piece of a line, cut where its places begin and end."""
    (text, look), last = part, 0
    for start, end in places:
        if start >= len(text):
            break
        if start > last:
            yield text[last:start], look
        yield text[start:end], f"{look} {_LOOK}".lstrip()
        last = end
    if last < len(text):
        yield text[last:], look


def _marked(content: Content, places: Sequence[Run]) -> Content:
    """Cut the pieces of a text, which do not overlap, where its places begin and end."""
    spans, length = [], 0
    for text, look in _pieces(content):
        inside = [
            (max(0, start - length), min(len(text), end - length))
            for start, end in places
            if start < length + len(text) and end > length
        ]
        for piece, look_of_piece in marked((text, look), inside):
            if look_of_piece:
                spans.append(Span(length, length + len(piece), look_of_piece))
            length += len(piece)
    return Content(content.plain, spans)


def _pieces(content: Content) -> Iterable[Part]:
    text, last = content.plain, 0
    for start, end, look in content.spans:
        if start > last:
            yield text[last:start], ""
        yield text[start:end], str(look)
        last = end
    if last < len(text):
        yield text[last:], ""
