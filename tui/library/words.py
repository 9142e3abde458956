"""The words of a text, as the filter compares them: without case and accents."""

import unicodedata

_ASCII_TO_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}


def words_of(text: str) -> str:
    """Return the words of `text`, each after one space, so that " val" is the start of a word."""
    if text.isascii():
        plain = text.lower().translate(_ASCII_TO_WORDS)
    else:
        apart = unicodedata.normalize("NFKD", text.casefold())
        kept = (char for char in apart if not unicodedata.combining(char))
        plain = "".join(char if char.isalnum() else " " for char in kept)
    return " " + " ".join(plain.split())
