"""A filter's text cut into tokens that know their place."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tui.library.filter.mistake import FilterError

TokenKind = Literal["word", "phrase", "exact", "field", "not", "or", "open", "close"]

_FIELD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?):")
_BLANK = re.compile(r"\s+")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?!")')
_MISSING = 'a quotation mark is missing: "…"'


class Token(NamedTuple):
    """A piece of a filter; `text` is a word, what quotes hold, or the name of a field.

    `exact` is a value after `=`, in quotes or not.
    """

    kind: TokenKind
    text: str
    start: int
    end: int


def tokens_of(text: str) -> Iterator[Token]:
    """Yield the tokens of a filter.

    Brackets group where a term could begin or end; what opens inside a word, as in `f(x)` and
    `f(a b)`, also closes as a part of one. A `-` negates what it touches. `or` is an operator
    unless it stands in quotes.

    Raises:
        FilterError: a quotation mark is missing.
    """
    place = unclosed = 0
    while place < len(text):
        if blank := _BLANK.match(text, place):
            place = blank.end()
            continue
        token = _token_at(text, place, unclosed)
        yield token
        unclosed += _left_open(token)
        place = token.end
        if token.kind == "field":  # its value may begin with anything, as in after:-30d
            value = _value_at(text, place, unclosed)
            if value is not None:
                yield value
                unclosed += _left_open(value)
                place = value.end


def _left_open(token: Token) -> int:
    """How many more brackets open inside a word than close."""
    return token.text.count("(") - token.text.count(")") if token.kind == "word" else 0


def _token_at(text: str, place: int, unclosed: int) -> Token:
    char = text[place]
    if char == "(":
        return Token("open", char, place, place + 1)
    if char == ")" and not unclosed:
        return Token("close", char, place, place + 1)
    if char == '"':
        return _phrase_at(text, place)
    if char == "-" and place + 1 < len(text) and not text[place + 1].isspace():
        return Token("not", char, place, place + 1)
    if field := _FIELD.match(text, place):
        return Token("field", field[1], place, field.end())
    end = _end_of_word(text, place, unclosed)
    word = text[place:end]
    return Token("or" if word.lower() == "or" else "word", word, place, end)


def _value_at(text: str, place: int, unclosed: int) -> Token | None:
    if place == len(text) or text[place].isspace() or text[place] in "()":
        return None
    if text[place] == "=":
        return _exact_at(text, place)
    if text[place] == '"':
        return _phrase_at(text, place)
    end = _end_of_word(text, place, unclosed)
    return Token("word", text[place:end], place, end)


def _exact_at(text: str, place: int) -> Token:
    """In the quotes of an exact value, two quotation marks stand for one."""
    if quoted := _QUOTED.match(text, place + 1):
        return Token("exact", quoted[1].replace('""', '"'), place, quoted.end())
    if text[place + 1 : place + 2] == '"':
        raise FilterError(_MISSING, place + 1, len(text))
    end = _end_of_word(text, place + 1, 0)
    return Token("exact", text[place + 1 : end], place, end)


def _phrase_at(text: str, place: int) -> Token:
    end = text.find('"', place + 1)
    if end < 0:
        raise FilterError(_MISSING, place, len(text))
    return Token("phrase", text[place + 1 : end], place, end + 1)


def _end_of_word(text: str, place: int, unclosed: int) -> int:
    opened = unclosed
    for end in range(place, len(text)):
        char = text[end]
        if char.isspace() or char == '"':
            return end
        if char == "(":
            opened += 1
        elif char == ")":
            if not opened:
                return end
            opened -= 1
    return len(text)
