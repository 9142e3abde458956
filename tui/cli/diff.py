"""What changes between two texts of as many lines, as a unified diff.

Healing keeps every line in its place, so there is nothing to search for: each line is looked at
once, whatever they hold.
"""

from collections.abc import Iterator
from typing import NamedTuple

_AROUND = 3


class DiffLine(NamedTuple):
    r"""A line of a diff.

    Its sign is "---", "+++", "@@", " ", "-", "+" or "\\", or "" for what stands above a diff.
    """

    sign: str
    text: str


def diff(path: str, old: str, new: str) -> Iterator[DiffLine]:
    r"""Yield the lines of a diff, if there is one.

    Lines of the texts end at "\n"; a "\r" before that is not shown.
    """
    pairs = list(zip(_lines(old), _lines(new), strict=True))
    changed = [number for number, (before, after) in enumerate(pairs) if before != after]
    if changed:
        yield DiffLine("---", f" {path}")
        yield DiffLine("+++", f" {path}")
    for first, end in _hunks(changed, len(pairs)):
        span = f"{first + 1},{end - first}"
        yield DiffLine("@@", f" -{span} +{span} @@")
        yield from _hunk(pairs[first:end], is_open=end == len(pairs) and not old.endswith("\n"))


def _lines(text: str) -> list[str]:
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    return lines[:-1] if text.endswith("\n") else lines


def _hunks(changed: list[int], count: int) -> Iterator[tuple[int, int]]:
    """Yield where each hunk begins and where it has ended, from 0."""
    first = 0
    for place, number in enumerate(changed):
        is_last = place + 1 == len(changed)
        if is_last or changed[place + 1] - number - 1 > 2 * _AROUND:
            yield max(0, changed[first] - _AROUND), min(count, number + _AROUND + 1)
            first = place + 1


def _hunk(pairs: list[tuple[str, str]], *, is_open: bool) -> Iterator[DiffLine]:
    """Yield the lines of a hunk; the last line of an open one has no line feed."""
    open_end = [DiffLine("\\", " No newline at end of file")] if is_open else []
    news: list[DiffLine] = []
    for number, (before, after) in enumerate(pairs, 1):
        end = open_end if number == len(pairs) else []
        if before == after:
            yield from news
            news.clear()
            yield DiffLine(" ", before)
        else:
            yield DiffLine("-", before)
            news.append(DiffLine("+", after))
        yield from end
    yield from news
    if news:
        yield from open_end
