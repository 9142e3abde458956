"""A note as it was and as it is, line by line in step."""

from itertools import zip_longest
from typing import NamedTuple

from tui.notes import identity

_MOST_LINES = 4000  # finding out what moved takes its time


class LinePair(NamedTuple):
    """A line, by its number from 1 as it is, as it was and as it is; "" where there is none.

    Of one that only was healed since, or damaged, both are as it is.
    """

    number: int
    before: str
    after: str


def pair_lines(before: str, after: str) -> list[LinePair]:
    """Return the lines of two texts, those that say the same beside each other."""
    from difflib import SequenceMatcher  # only what is compared needs it

    left, right = before.split("\n"), after.split("\n")
    bones = [_bones(line) for line in left], [_bones(line) for line in right]
    first = _alike(*bones)
    last = _alike(bones[0][first:][::-1], bones[1][first:][::-1])
    pairs = [LinePair(number, line, line) for number, line in enumerate(right[:first], 1)]
    middle = slice(first, len(left) - last), slice(first, len(right) - last)
    if max(len(left), len(right)) - first - last > _MOST_LINES:
        steps = [(0, len(left) - last - first, 0, len(right) - last - first, False)]
    else:
        matcher = SequenceMatcher(None, bones[0][middle[0]], bones[1][middle[1]], autojunk=False)
        steps = [(a, b, c, d, tag == "equal") for tag, a, b, c, d in matcher.get_opcodes()]
    for a, b, c, d, same in steps:
        was, now = left[first + a : first + b], right[first + c : first + d]
        number = first + c
        for at, (old, new) in enumerate(zip_longest(now if same else was, now, fillvalue="")):
            pairs.append(LinePair(number + min(at + 1, max(1, len(now))), old, new))
    end = len(right) - last
    pairs += [LinePair(number, line, line) for number, line in enumerate(right[end:], end + 1)]
    return pairs


def _bones(line: str) -> str:
    return identity.skeleton(line) or line.strip()


def _alike(left: list[str], right: list[str]) -> int:
    """How many of the first lines are alike."""
    for at, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return at
    return min(len(left), len(right))
