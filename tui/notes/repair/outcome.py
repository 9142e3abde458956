"""What the healer hands back."""

import msgspec


class Mend(msgspec.Struct, frozen=True, gc=False):
    r"""One line that was healed.

    Attributes:
        line: its number from 1; lines end at "\n" and nowhere else.
        codec: the table it had been misread through, such as "mac-roman" or "windows-1252 twice".
    """

    line: int
    codec: str


class Repaired(msgspec.Struct, frozen=True, gc=False):
    """A text after repair.

    Attributes:
        text: the whole text; it has as many lines as before and the same line endings.
        healed: the lines that changed, in order.
        uncertain: numbers of the lines that hold a guess between several characters, or that
            still look damaged; in order, each once.
    """

    text: str
    healed: tuple[Mend, ...] = ()
    uncertain: tuple[int, ...] = ()
