"""The filter: a small language, read once into a value that picks rows.

Terms stand beside each other and must all hold: words, `"phrases"`, `-not`, and fields such as
`project:Business`.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol, get_args

from tui.library.index import Row
from tui.library.words import words_of
from tui.notes import Status

_STATUSES: tuple[str, ...] = get_args(Status)
_OPEN = frozenset({"pending", "doing", "blocked"})
_TERM = re.compile(
    r"""(?P<not>-?)(?:(?P<field>[^\W\d_]+):)?(?:"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]*))"""
)


class Facts(Protocol):
    """What was decided on the rows that a filter looks at."""

    def statuses(self, row: Row) -> list[Status]:
        """The status of each task of a row."""

    def reviewed(self, row: Row) -> bool:
        """Whether a session was signed off."""


class FilterError(ValueError):
    """A mistake in a filter: what is wrong, and where, as offsets into its text."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message, self.start, self.end = message, start, end


_RowTest = Callable[[Row, Facts], bool]


class Term(NamedTuple):
    """One condition. `status` is the set of task statuses it asks for, if it asks for any."""

    test: _RowTest
    negated: bool
    statuses: frozenset[str] = frozenset()

    def holds(self, row: Row, facts: Facts) -> bool:
        """Tell whether a row meets the condition."""
        return self.test(row, facts) != self.negated


class Query(NamedTuple):
    """A filter, read. Without terms it picks everything."""

    terms: tuple[Term, ...] = ()

    def picks(self, row: Row, facts: Facts) -> bool:
        """Tell whether a session is among those asked for."""
        return all(term.holds(row, facts) for term in self.terms)

    def picks_task(self, status: Status) -> bool:
        """Tell whether a task of a session that was picked is itself asked for."""
        asked = (term for term in self.terms if term.statuses)
        return all((status in term.statuses) != term.negated for term in asked)


def parse_filter(text: str) -> Query:
    """Read a filter.

    Raises:
        FilterError: it cannot be understood; with the place, and a suggestion where there is one.
    """
    terms = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        match = _TERM.match(text, place)
        if match is None or match.end() == place:
            raise FilterError(f"{text[place]} stands alone here", place, place + 1)
        terms.append(_read_term(match))
        place = match.end()
    return Query(tuple(term for term in terms if term is not None))


def _read_term(match: re.Match[str]) -> Term | None:
    value = match["word"] if match["quoted"] is None else match["quoted"]
    if match["quoted"] is not None and not match["closed"]:
        raise FilterError('a quotation mark is missing: "…"', match.start(), match.end())
    negated = bool(match["not"])
    if match["field"] is None:
        words = words_of(value)
        if not words.strip():
            return None
        return Term(lambda row, _: words in row.words, negated)
    return _read_field(match["field"].lower(), value, negated, match)


def _read_field(name: str, value: str, negated: bool, match: re.Match[str]) -> Term:
    if name not in _FIELDS:
        meant = _nearest(name, _FIELDS)
        hint = f"did you mean {meant}:?" if meant else "known are " + _listed(_FIELDS)
        raise FilterError(f"there is no field {name}: ({hint})", match.start(), match.end())
    if not words_of(value).strip():
        raise FilterError(f"{name}: wants a value", match.start(), match.end())
    try:
        test, statuses = _FIELDS[name](value.lower().strip() if name in _CHOICES else value)
    except _UnknownValue as unknown:
        known = _CHOICES[name]
        meant = _nearest(value.lower(), known)
        hint = f"did you mean {meant}?" if meant else "known are " + _listed(known)
        raise FilterError(f"{name}: knows no {value} ({hint})", *match.span()) from unknown
    return Term(test, negated, statuses)


def _nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was meant, "" where none comes near."""
    from difflib import get_close_matches  # only a mistake is ever compared

    return next(iter(get_close_matches(word, list(known), n=1)), "")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


class _UnknownValue(KeyError):
    """A field that knows its values was given another one."""


_Field = tuple[_RowTest, frozenset[str]]
_NO_STATUS: frozenset[str] = frozenset()


def _text_field(texts_of: Callable[[Row], tuple[str, ...]]) -> Callable[[str], _Field]:
    def field(value: str) -> _Field:
        words = words_of(value)
        return lambda row, _: any(words in words_of(text) for text in texts_of(row)), _NO_STATUS

    return field


def _status_field(value: str) -> _Field:
    if value not in _STATUSES:
        raise _UnknownValue(value)
    return _has_status(frozenset({value}))


def _has_status(wanted: frozenset[str]) -> _Field:
    return lambda row, facts: any(s in wanted for s in facts.statuses(row)), wanted


_IS: dict[str, _RowTest] = {
    "reviewed": lambda row, facts: facts.reviewed(row),
    "healed": lambda row, _: row.healed,
    "uncertain": lambda row, _: row.uncertain,
    "published": lambda row, _: row.publish is True,
    "unpublished": lambda row, _: row.publish is False,
}
_HAS: dict[str, _RowTest] = {
    "problem": lambda row, _: bool(row.problems),
    "task": lambda row, _: bool(row.tasks),
    "label": lambda row, _: bool(row.labels),
}


def _is_field(value: str) -> _Field:
    if value == "open":
        return _has_status(_OPEN)
    if value in _STATUSES:
        return _status_field(value)
    if value not in _IS:
        raise _UnknownValue(value)
    return _IS[value], _NO_STATUS


def _has_field(value: str) -> _Field:
    if value not in _HAS:
        raise _UnknownValue(value)
    return _HAS[value], _NO_STATUS


_CHOICES: dict[str, tuple[str, ...]] = {
    "is": ("open", *_STATUSES, *_IS),
    "has": tuple(_HAS),
    "status": _STATUSES,
}
_FIELDS: dict[str, Callable[[str], _Field]] = {
    "project": _text_field(lambda row: (row.project,)),
    "label": _text_field(lambda row: row.labels),
    "priority": _text_field(lambda row: (row.priority,)),
    "title": _text_field(lambda row: (row.title,)),
    "status": _status_field,
    "is": _is_field,
    "has": _has_field,
}
