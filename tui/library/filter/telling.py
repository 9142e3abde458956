"""A filter asked of one thing told in a few facts, as a decision is; the index is not in it."""

from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

from tui.library.filter.tree import (
    AllOf,
    AnyOf,
    Assigned,
    Dated,
    Due,
    Exactly,
    Flag,
    FlagName,
    Marked,
    Node,
    Not,
    Query,
    Says,
    Stands,
    Valued,
)
from tui.library.words import words_of
from tui.notes import Status

_words = lru_cache(maxsize=1 << 17)(words_of)  # the same texts are asked with every keystroke


class Told(Protocol):
    """What a filter asks of a decision; each is worked out when it is asked for."""

    @property
    def text(self) -> tuple[str, ...]:
        """What its task says, and what was noted."""

    @property
    def title(self) -> str:
        """The title of the session."""

    @property
    def by(self) -> str:
        """Who decided."""

    @property
    def day(self) -> str:
        """When it was decided (YYYY-MM-DD); "" if that cannot be told."""

    @property
    def to(self) -> str | None:
        """To whom it assigned; None if to nobody, and it took that away from nobody."""

    @property
    def due(self) -> str | None:
        """The day it set as due; None if it set none, nor took one away."""

    @property
    def noted(self) -> bool:
        """Whether it set a note."""

    @property
    def status(self) -> Status | None:
        """The status it set."""

    def is_so(self, flag: FlagName) -> bool:
        """Whether something is so of it."""


def picks(query: Query, told: Told) -> bool:
    """Return whether a filter picks what is told."""
    return query.root is None or _holds(query.root, told)


def _holds(node: Node, told: Told) -> bool:
    match node:
        case Not():
            return not _holds(node.node, told)
        case AllOf():
            return all(_holds(inner, told) for inner in node.nodes)
        case AnyOf():
            return any(_holds(inner, told) for inner in node.nodes)
    return _LEAVES[type(node)](node, told)


def _says(node: Says, told: Told) -> bool:
    words = node.words
    if node.where != "title":
        for text in told.text:
            if words in _words(text):
                return True
    if node.where == "text":
        return False
    if words in _words(told.title):
        return True
    return node.where == "anywhere" and (words in _words(told.by) or words in _words(told.to or ""))


def _valued(node: Valued, told: Told) -> bool:
    return node.of == "by" and node.words in _words(told.by)


def _exactly(node: Exactly, told: Told) -> bool:
    return node.of == "by" and node.value == _words(told.by)


def _assigned(node: Assigned, told: Told) -> bool:
    words = _words(told.to) if told.to else ""
    return words == node.words if node.exactly else node.words in words


def _due(node: Due, told: Told) -> bool:
    return _is_within(told.due or "", node)


def _dated(node: Dated, told: Told) -> bool:
    return _is_within(told.day, node)


def _is_within(day: str, node: Due | Dated) -> bool:
    return bool(day) and node.first <= day and (not node.end or day < node.end)


def _stands(node: Stands, told: Told) -> bool:
    return told.status in node.statuses


def _flag(node: Flag, told: Told) -> bool:
    return told.is_so(node.name)


def _marked(node: Marked, told: Told) -> bool:
    match node.name:
        case "due":
            return bool(told.due)
        case "undue":
            return told.due == ""
        case "assigned":
            return bool(told.to)
        case "unassigned":
            return told.to == ""
        case "note":
            return told.noted


_LEAVES: dict[type, Callable[..., bool]] = {
    Says: _says, Valued: _valued, Exactly: _exactly, Assigned: _assigned, Due: _due,
    Dated: _dated, Stands: _stands, Flag: _flag, Marked: _marked,
}  # fmt: skip
