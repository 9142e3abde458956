"""A text with one layer of damage undone, and what is to be said of its lines."""


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

    __slots__ = ("alike", "codecs", "guessed", "left", "settled", "text")

    def __init__(
        self,
        text: str,
        codecs: dict[int, str] | None = None,
        *,
        settled: set[int] | None = None,
        alike: frozenset[str] = frozenset(),
    ) -> None:
        """Begin with a text, and what is known of it."""
        self.text = text
        self.codecs = codecs or {}
        self.guessed: set[int] = set()
        self.settled = settled or set()
        self.left: set[int] = set()
        self.alike = alike
