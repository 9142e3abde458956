"""What stands around a sign that is not certain."""

import re
from functools import cached_property
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair.steps import UNKNOWN

_CLOSING = pattern(f"”|(?<=[^\\W_]|[.,!?…%)]){UNKNOWN}(?![^\\W_])")
_SINGLE = pattern("(?<=[^\\W_]|[.,!?…%)])’(?![^\\W_])")
_OPENING = pattern(f"[“„]|(?<![^\\W_]){UNKNOWN}(?=[^\\W_])")
_OPENERS: Final = frozenset(f"([{{<“‘„«¿¡—–|\"'{UNKNOWN}")  # whatever touches them starts there
_MARKED = pattern(rf"[,;.:!?/|+=*_-]{{1,2}}[{UNKNOWN}”](?![^\W_])")  # "“;” parts the fields"
_DOUBLE = pattern("[“„”]")


class Around:
    """What stands around a sign; marks of emphasis do not count.

    Attributes:
        left, right: the text before and behind it.
        before, after: the nearest characters, "" at the edge of the line.
        language: of the line.
        tight_left, tight_right: a word or what belongs to one touches it there.
    """

    def __init__(self, left: str, right: str, language: str) -> None:
        self.left, self.right, self.language = left, right, language
        self.before = left.rstrip("*_")[-1:]
        self.after = right.lstrip("*_")[:1]
        begins = right.lstrip("*_")[1:2].isalnum()  # ".env", "/users", "#general"
        self.tight_right = self.after.isalnum() or (
            bool(self.after)
            and (self.after in "`([{<«¿¡$€£" or (begins and self.after in ".-+#@/~"))
        )
        if not self.before.strip() and _MARKED.match(right):
            self.tight_right = True
        self.tight_left = self.before.isalnum() or (
            bool(self.before)
            and (
                self.before in ".,;:!?%)]`…”’»€°"
                or not (self.tight_right or self.before.isspace() or self.before in _OPENERS)
            )
        )

    @cached_property
    def opened(self) -> str:
        """The double quotation mark that is open before the sign, "" if there is none."""
        mark = ""
        for char in _DOUBLE.findall(self.left):
            closes = char == "”" or (mark == "„" and char == "“")
            mark = "" if closes else char
        return mark

    @cached_property
    def closed(self) -> bool:
        """Whether a double quotation mark closes behind the sign before another one opens."""
        again = _OPENING.search(self.right)
        return self._closes is not None and not (again and again.start() < self._closes.start())

    @cached_property
    def single_closes(self) -> bool:
        """Whether a single quotation mark closes behind the sign, and no double one before it."""
        single = _SINGLE.search(self.right)
        if not single:
            return False
        return not (self._closes and (self.closed or self._closes.start() < single.start()))

    @cached_property
    def _closes(self) -> re.Match[str] | None:
        return _CLOSING.search(self.right)
