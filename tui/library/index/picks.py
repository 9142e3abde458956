"""Which sessions a filter picks: what its parts pick is asked apart, and kept for a while.

The next key mostly changes the last part of a filter, and leaves the others as they are.
Conditions that take a look at all sessions are one part, and so are words that come together.
"""

from array import array
from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any

from tui.library.filter import AllOf, AnyOf, Node, Not, Query
from tui.library.index.sql import asks_for_words, is_decided, looks_at_all, on_its_own

_MOST = 16  # parts, with a byte for each session
_LAST = "SELECT CAST(coalesce(max(seq), 0) AS TEXT) FROM sqlite_sequence WHERE name = 'file'"


class Picks:
    """The sessions that parts of filters pick: a byte for each number of a session, 1 if they do.

    All of them together are one large number, which is how Python joins them the fastest.

    Args:
        numbers: asks for numbers that come as one text; from a damaged database none come.
    """

    def __init__(self, numbers: Callable[[str, Sequence[Any]], list[int]]) -> None:
        self._numbers = numbers
        self._kept: dict[Node, int] = {}
        self._kept_decided: dict[Node, int] = {}
        self._all: int | None = None

    def forget(self) -> None:
        """Keep nothing: sessions have come or gone."""
        self._kept.clear()
        self._kept_decided.clear()
        self._all = None

    def forget_decided(self) -> None:
        """Keep nothing that decisions have to do with."""
        self._kept_decided.clear()

    def pick(self, query: Query, sessions: "array[int]") -> "array[int]":
        """Those of all sessions that a filter picks, in the order that these have."""
        is_picked = self.picked(query)
        if not is_picked:
            return array("q")
        if self._all is None:
            self._all = _together(sessions)
        if self._all & ~int.from_bytes(is_picked, "little") == 0:
            return sessions
        return array("q", filter(is_picked.__getitem__, sessions))

    def picked(self, query: Query) -> bytes:
        """Tell of each session, by its number, whether a filter picks it: 1 or 0.

        What is told of a number that belongs to no session means nothing. There is a byte for
        every number given so far, and none at all if the database turns out to be damaged.
        """
        last = self._numbers(_LAST, ())
        if not last:
            return b""
        size = last[0] + 1
        every = int.from_bytes(b"\1" * size, "little")
        found = self._of(query.root, every) if query.root else every
        return found.to_bytes(max(size, (found.bit_length() + 7) // 8), "little")

    def _of(self, node: Node, every: int) -> int:
        if looks_at_all(node):
            return self._meeting(node)
        match node:
            case Not():
                return every & ~self._of(node.node, every)
            case AllOf() | AnyOf():
                at_once, apart = self._divided(node)
                found = [self._meeting(part) for part in at_once]
                found += [self._of(part, every) for part in apart]
                return reduce(and_ if isinstance(node, AllOf) else or_, found)
            case _:
                return self._meeting(node)

    def _divided(self, node: AllOf | AnyOf) -> tuple[list[Node], list[Node]]:
        """What is joined: parts to be asked at once, and others.

        All that looks at all sessions is one part, and so are words that are not at hand.
        """
        looking: list[Node] = []
        words: list[Node] = []
        apart: list[Node] = []
        for inner in node.nodes:
            if looks_at_all(inner):
                looking.append(inner)
            elif asks_for_words(inner) and inner not in self._kept:
                words.append(inner)
            else:
                apart.append(inner)
        at_once = [some for some in (looking, words) if some]
        return [type(node)(tuple(s)) if len(s) > 1 else s[0] for s in at_once], apart

    def _meeting(self, node: Node) -> int:
        """Those that meet a condition, asked at once."""
        kept = self._kept_decided if is_decided(node) else self._kept
        found = kept.pop(node, None)
        if found is None:
            asked = on_its_own(node)
            found = _together(self._numbers(asked.sql, asked.values))
        kept[node] = found  # the last that was asked for is the last to go
        if len(kept) > _MOST:
            del kept[next(iter(kept))]
        return found


def _together(numbers: Sequence[int]) -> int:
    met = bytearray(1 + max(numbers, default=0))
    for number in numbers:
        met[number] = 1
    return int.from_bytes(met, "little")
