"""The fields of the language, one row each: what they are called, take, and turn into."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tui.library.filter.dates import FORMS, Span, day_of, month_of, span_of, week_of
from tui.library.filter.exact import same
from tui.library.filter.mistake import hint
from tui.library.filter.tree import (
    Assigned,
    Dated,
    Due,
    Exactly,
    Flag,
    FlagName,
    Marked,
    Node,
    Not,
    Says,
    Stands,
    Valued,
    ValueOf,
    Where,
)
from tui.library.words import words_of
from tui.notes import OPEN, STATUSES

_NEVER = "9999-12-32"  # later than any day
_FLAGS: tuple[FlagName, ...] = (
    "reviewed", "changed", "healed", "uncertain", "published", "unpublished",
)  # fmt: skip


class BadValueError(ValueError):
    """A value that a field does not take; says why."""


class FilterField(NamedTuple):
    """A field: what it is for, the values it knows (none: any), and what a value turns into.

    `exact` turns a value after `=` into what it asks for, where the field has that form.
    """

    name: str
    says: str
    choices: tuple[str, ...]
    read: Callable[[str, date], Node]
    exact: Callable[[str], Node] | None = None


def _words(value: str) -> str:
    words = words_of(value)
    if not words.strip():
        raise BadValueError("wants a value")
    return words


def _says(where: Where, says: str) -> FilterField:
    return FilterField(where, says, (), lambda value, _: Says(_words(value), where))


def _valued(of: ValueOf, says: str) -> FilterField:
    def exact(value: str) -> Node:
        if of == "by":
            return Exactly(of, _words(value))
        if of == "label" and not same(value):
            return Not(Flag("label"))
        return Exactly(of, same(value))

    return FilterField(of, says, (), lambda value, _: Valued(of, _words(value)), exact)


def _assigned(name: str, says: str) -> FilterField:
    def exact(value: str) -> Node:
        return Assigned(_words(value), exactly=True) if same(value) else Marked("unassigned")

    return FilterField(name, says, (), lambda value, _: Assigned(_words(value)), exact)


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


def _due(name: str, says: str) -> FilterField:
    known: dict[str, Callable[[date], Node]] = {
        "overdue": lambda today: Due(end=today.isoformat(), is_open=True),
        "today": lambda today: Due(*day_of(today)),
        "week": lambda today: Due(*week_of(today)),
        "month": lambda today: Due(*month_of(today)),
        "any": lambda _: Marked("due"),
        "none": lambda _: Marked("undue"),
    }

    def read(value: str, today: date) -> Node:
        _words(value)
        word = value.strip().lower()
        if word in known:
            return known[word](today)
        span = span_of(value, today)
        if span is None:
            if any(char.isdigit() for char in word):
                raise BadValueError(f"{value} is no date (write {FORMS})")
            raise BadValueError(f"knows no {value} ({hint(word, [*known, 'tomorrow', 'a date'])})")
        return Due(*span)

    return FilterField(name, says, tuple(known), read)


def _later(span: Span) -> Node:
    return Dated(first=span.end or _NEVER)


def _due_before(span: Span) -> Node:
    return Due(end=span.first)


def _due_later(span: Span) -> Node:
    return Due(first=span.end or _NEVER)


_STANDS: dict[str, Node] = {status: Stands((status,)) for status in STATUSES}
_MARKS: dict[str, Node] = {"assigned": Marked("assigned"), "unassigned": Marked("unassigned")}
_THINGS: dict[str, Node] = {
    "problem": Flag("problem"), "task": Flag("task"), "label": Flag("label"),
    "due": Marked("due"), "note": Marked("note"),
}  # fmt: skip

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
            {"open": Stands(OPEN), **_STANDS, **_MARKS, **{name: Flag(name) for name in _FLAGS}},
        ),
        _chosen("has", "what it has, or one of its tasks", _THINGS),
        _dated("before", "dated before that day, month or year", lambda s: Dated(end=s.first)),
        _dated("after", "dated later than that day, month or year", _later),
        _dated("on", "dated on that day, in that month or year", lambda s: Dated(*s)),
        _says("title", "words of its title"),
        _says("text", "words of its text, its head left aside"),
        _valued("by", "someone who decided on it"),
        _assigned("to", "who is to do one of its tasks"),
        _due("due", "when one of its tasks is due"),
        _dated("due-before", "a task is due before that day, month or year", _due_before),
        _dated("due-after", "a task is due later than that day, month or year", _due_later),
    )
}

DECISION_FIELDS: dict[str, FilterField] = {
    field.name: field
    for field in (
        _valued("by", "who decided"),
        _assigned("to", "whom it was assigned to"),
        _chosen("status", "the status that was set", _STANDS),
        _chosen(
            "is",
            "what was set, or what has become of the decision",
            {
                **_STANDS,
                "reviewed": Flag("reviewed"),
                "undone": Flag("undone"),
                "lost": Flag("lost"),
            },
        ),
        _chosen("has", "what was set", {"due": Marked("due"), "note": Marked("note")}),
        _due("due", "the day that was set as due"),
        _dated("before", "decided before that day, month or year", lambda s: Dated(end=s.first)),
        _dated("after", "decided later than that day, month or year", _later),
        _dated("on", "decided on that day, in that month or year", lambda s: Dated(*s)),
        _says("title", "words of the session's title"),
        _says("text", "words of the task, or of what was noted"),
    )
}
"""The fields of the same language where it is asked of decisions."""
