"""A text with one layer of damage undone, and what is to be said of its lines."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Peeled:
    """A text with one layer of damage undone.

    Attributes:
        text: the result; the argument itself where nothing was found.
        codecs: line number (from 1) to the table that was undone there.
        guessed: lines in which one of several characters was chosen.
        settled: lines in which nothing is missing, so that none of them looks damaged still.
        left: lines that still look damaged.
        alike: where one table undid the whole text, all that would have led to the same.
    """

    text: str
    codecs: dict[int, str] = field(default_factory=dict)
    guessed: set[int] = field(default_factory=set)
    settled: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    alike: frozenset[str] = frozenset()
