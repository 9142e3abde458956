"""Keys at random, as a person without a plan would press them; the same ones for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

_WORDS = ("session", "plan", "is:open", "is:done", "number 7", "project:", "before:2022", '"', "(")
_SIZES = ((160, 50), (80, 24), (100, 30), (40, 12), (220, 60))
_CLICKED = [row for row in range(2, 48) if row not in {rows for _, rows in _SIZES}]
"""Rows that are clicked on: in the last one of a terminal stands, among others, "quit"."""
_SINGLE = {
    "down": 16, "up": 8, "j": 8, "k": 4, "pagedown": 4, "pageup": 3, "home": 1, "end": 1, "G": 1,
    "tab": 8, "shift+tab": 3, "enter": 4, "escape": 2, "n": 5, "N": 2, "space": 14, "r": 4,
    "u": 6, "ctrl+r": 4, "v": 3, "g": 2, "x": 1, "m": 2, "b": 1, "z": 2, "Z": 1, "left": 2,
    "right": 2, "ctrl+n": 2, "D": 1, "U": 1,
}  # fmt: skip
_PASTED = "\x1b[200~  pasted u space q \r\x1b[201~"
_FOCUS = "\x1b[O\x1b[I"
_ANSWERS = "\x1b[?62;4;6c\x1b[24;80R\x1b]11;rgb:0000/0000/0000\x1b\\\x1bP>|term 1\x1b\\"


class Typed(str):
    """Text that is sent as it is; anything else is the name of a key."""

    __slots__ = ()


class Resized(tuple[int, int]):
    """Columns and rows that the terminal is given."""

    __slots__ = ()


Step = str | Typed | Resized


_TOUR: tuple[Sequence[Step], ...] = (
    *([Resized(size)] for size in reversed(_SIZES)),
    *([screen, "down", "tab", "right", "left", "tab", "escape"] for screen in "2341"),
    *([page, "tab", "tab", "tab", "escape", "escape"] for page in "?pORDfosdat"),
    ["ctrl+p", Typed("label"), "escape", "escape"],
    ["/", Typed("session"), "enter", "escape"],
    ["2", "b", "down", "enter", "z", "Z", "=", "S", "escape", "escape"],
    ["1", "space", "r", "u", "e"],
)
"""Everything once: what is loaded or counted on first need is there before it is measured."""


def bursts(seed: int) -> Iterator[Sequence[Step]]:
    """Yield what is pressed without waiting for an answer, for ever; everything once at first."""
    yield from _TOUR
    chance = random.Random(seed)
    names, weights = list(_SINGLE), list(_SINGLE.values())
    while True:
        match chance.randrange(28):
            case 0:
                word = chance.choice(_WORDS)
                yield ["/", Typed(word), chance.choice(["enter", "escape"])]
            case 1:
                yield ["s", *["down"] * chance.randrange(5), "enter"]
            case 2:
                yield ["f", *["tab"] * chance.randrange(4), "down", "enter"]
            case 3:
                yield ["o", *["down"] * chance.randrange(6), "enter"]
            case 4:
                yield ["ctrl+p", Typed(chance.choice(["the", "lab", "zz"])), "down", "escape"]
            case 5:
                page = chance.choice(["R", "p", "?"])
                yield [page, "pagedown", "n", "end", "escape"]
            case 6:
                yield [Resized(chance.choice(_SIZES))]
            case 7:
                yield [Typed(chance.choice([_PASTED, _FOCUS, _ANSWERS]))]
            case 8:
                column, row = chance.randrange(1, 160), chance.choice(_CLICKED)
                yield [Typed(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")]
            case 9:
                yield ["e"]
            case 10 | 11:
                yield [chance.choice("1111234")]
            case 12:
                said = Typed(chance.choice(["tomorrow", "eva", "2026-13-40"]))
                yield [chance.choice("dat"), said, chance.choice(["enter", "escape"]), "escape"]
            case 13:
                yield ["O", "down", "pagedown", "up", "escape"]
            case _:
                yield chance.choices(names, weights, k=chance.randrange(1, 8))


def counted(steps: Sequence[Step]) -> int:
    """How many keys are pressed in some steps; what a terminal says of itself is none."""
    return sum(
        1 if not isinstance(step, Typed) else 0 if step.startswith("\x1b") else len(step)
        for step in steps
        if not isinstance(step, Resized)
    )
