"""The letters that words of a text begin with, as words of their own among the beginnings.

Of the places of all words that begin with one letter there are as many as of a tenth of all words,
and what asks for such words in the text alone would go through them.
"""

_SIGN = "\u00a6"  # a broken bar, which no word has (see `tui.library.words`)
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def initials_in(words: str) -> str:
    """Return what stands for the letters that words of a text begin with.

    Args:
        words: each after one space, as `words_of` gives them.
    """
    return " ".join([_SIGN + letter for letter in _LETTERS if f" {letter}" in words])


def initial_of(words: str) -> str:
    """Return what stands for the one letter that words are; "" if they are more, or another."""
    letter = words.removeprefix(" ")
    return _SIGN + letter if len(letter) == 1 and letter in _LETTERS else ""
