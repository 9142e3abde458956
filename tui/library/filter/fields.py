"""The fields of the language, one row each: what they are called, take, and turn into."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tui.library.filter.dates import FORMS, Span, span_of
from tui.library.filter.mistake import hint
from tui.library.filter.tree import (
    Dated,
    Flag,
    FlagName,
    Node,
    Says,
    Stands,
    Valued,
    ValueOf,
    Where,
)
from tui.library.words import words_of
from tui.notes import OPEN, STATUSES

_NEVER = "9999-12-32"  # later than any day
_FLAGS: tuple[FlagName, ...] = ("reviewed", "healed", "uncertain", "published", "unpublished")
_THINGS: tuple[FlagName, ...] = ("problem", "task", "label")


class BadValueError(ValueError):
    """A value that a field does not take; says why."""


class FilterField(NamedTuple):
    """A field: what it is for, the values it takes (none: any), and what a value turns into."""

    name: str
    says: str
    choices: tuple[str, ...]
    read: Callable[[str, date], Node]


def _words(value: str) -> str:
    words = words_of(value)
    if not words.strip():
        raise BadValueError("wants a value")
    return words


def _says(where: Where, says: str) -> FilterField:
    return FilterField(where, says, (), lambda value, _: Says(_words(value), where))


def _valued(of: ValueOf, says: str) -> FilterField:
    return FilterField(of, says, (), lambda value, _: Valued(of, _words(value)))


def _chosen(name: str, says: str, choices: dict[str, Node]) -> FilterField:
    def read(value: str, _: date) -> Node:
        word = value.strip().lower()
        if not _words(value) or word not in choices:
            raise BadValueError(f"knows no {value} ({hint(word, choices)})")
        return choices[word]

    return FilterField(name, says, tuple(choices), read)


def _dated(name: str, says: str, make: Callable[[Span], Node]) -> FilterField:
    def read(value: str, today: date) -> Node:
        _words(value)
        span = span_of(value, today)
        if span is None:
            raise BadValueError(f"{value} is no date (write {FORMS})")
        return make(span)

    return FilterField(name, says, (), read)


def _later(span: Span) -> Node:
    return Dated(first=span.end or _NEVER)


_STANDS: dict[str, Node] = {status: Stands((status,)) for status in STATUSES}

FIELDS: dict[str, FilterField] = {
    field.name: field
    for field in (
        _valued("project", "its project"),
        _valued("label", "one of its labels"),
        _valued("priority", "its priority"),
        _chosen("status", "one of its tasks is", _STANDS),
        _chosen(
            "is",
            "what it is, or one of its tasks",
            {"open": Stands(OPEN), **_STANDS, **{name: Flag(name) for name in _FLAGS}},
        ),
        _chosen("has", "what it has", {name: Flag(name) for name in _THINGS}),
        _dated("before", "dated before that day, month or year", lambda s: Dated(end=s.first)),
        _dated("after", "dated later than that day, month or year", _later),
        _dated("on", "dated on that day, in that month or year", lambda s: Dated(*s)),
        _says("title", "words of its title"),
        _says("text", "words of its text, its head left aside"),
        _valued("by", "someone who decided on it"),
    )
}
