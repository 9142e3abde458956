"""Words of a task as they are weighed when two tasks are compared: which say little, which name."""

import re
from typing import Final

TOKEN: Final = re.compile(r"[^\W_]+")
"""A word as it stands in a text."""

SMALL_WORDS: Final = frozenset({
    "a", "an", "the", "of", "for", "to", "in", "on", "at", "by", "with", "and", "or", "from",
    "into", "as", "is", "are", "be", "this", "that", "its", "their", "our",
    "de", "del", "la", "el", "los", "las", "en", "y", "o", "al", "para", "con", "por", "un",
    "una", "su", "sus",
})  # fmt: skip
"""Words, folded, that tell no task from another."""


def is_name(token: str, *, first: bool) -> bool:
    """A number, an abbreviation, or a capital inside a text, where a text begins with one.

    Args:
        token: a word as it stands in a text.
        first: whether it is the first of the text.
    """
    if any(map(str.isdigit, token)):
        return True
    return token[0].isupper() and (not first or (len(token) > 1 and token.isupper()))


def stem(word: str) -> str:
    """Return a folded word without its plural ending."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
