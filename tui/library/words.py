"""The words of a text, as the filter compares them: without case and accents."""

import re
import unicodedata

_ASCII_TO_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}
# Combining marks that compatibility decomposition leaves of accented letters (Unicode blocks
# Combining Diacritical Marks, its extensions and supplement, marks for symbols, half marks).
_ACCENTS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]+"
)
_NOT_A_WORD = re.compile(r"[\W_]+")


def words_of(text: str) -> str:
    """Return the words of `text`, each after one space, so that " val" is the start of a word."""
    if text.isascii():
        return " " + " ".join(text.lower().translate(_ASCII_TO_WORDS).split())
    apart = unicodedata.normalize("NFKD", text).casefold()
    apart = unicodedata.normalize("NFKD", apart)  # folding may have put letters together
    return " " + _NOT_A_WORD.sub(" ", _ACCENTS.sub("", apart)).strip()
