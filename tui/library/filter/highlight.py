"""Where in a text the words of a filter stand."""

from collections.abc import Iterable

from tui.library.filter.tree import Query, Where
from tui.library.words import spans_of


def highlights(text: str, query: Query, where: Where = "text") -> list[tuple[int, int]]:
    """Return the places in `text` that a filter asks for, as offsets, in order, not overlapping.

    Args:
        text: a title, or any piece of a session's text.
        query: the filter.
        where: what the text is a piece of.
    """
    asked = [says.words for says in query.shown if says.where in {"anywhere", where}]
    return _merged(_found(text, asked)) if asked else []


def _found(text: str, asked: Iterable[str]) -> list[tuple[int, int]]:
    spans = spans_of(text)
    words = [word for word, _, _ in spans]
    found = []
    for wanted in asked:
        *whole, last = wanted.split()
        size = len(whole)
        for at in range(len(words) - size):
            if words[at : at + size] == whole and words[at + size].startswith(last):
                found.append((spans[at][1], spans[at + size][2]))  # noqa: PERF401
    return found


def _merged(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
