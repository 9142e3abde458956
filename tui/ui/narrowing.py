"""Putting a project, a label, a priority or a month into the text of a filter."""

from collections.abc import Iterable

from tui.ui.damage import Run
from tui.workbench import FacetKind, exactly, tokens_of

FIELD_OF: dict[FacetKind, str] = {
    "project": "project", "label": "label", "priority": "priority", "month": "on",
}  # fmt: skip
"""The field of the filter that asks for a value of each kind."""
_NONE = exactly("")


def term(kind: FacetKind, value: str) -> str:
    """Return the term that asks for exactly a value; "" if none can.

    Args:
        kind: what it is a value of.
        value: as a note has it, "" for none; for a month `YYYY-MM`.
    """
    if kind == "month":
        return f"on:{value}" if value else ""
    asked = exactly(value)
    return "" if kind == "label" and asked == _NONE else f"{FIELD_OF[kind]}{asked}"


def narrowed(text: str, kind: FacetKind, value: str) -> str:
    """Return a filter that asks for a value besides, in the place of one of that kind before.

    Args:
        text: a filter that can be read.
        kind: what it is a value of.
        value: one that has a `term`.
    """
    asked = term(kind, value)
    own, is_divided = _terms_of(text, kind)
    if own:
        return _without(text, own, asked)
    text = f"({text.strip()})" if is_divided else text.strip()
    return f"{text} {asked}".strip()


def besides(text: str, terms: Iterable[str]) -> str:
    """Return a filter that asks for some terms besides; those that stand in it are not repeated.

    Args:
        text: a filter that can be read.
        terms: as they are written.
    """
    _, is_divided = _terms_of(text, "project")
    text = f"({text.strip()})" if is_divided else text.strip()
    known = text.split()
    return " ".join(filter(None, [text, *(term for term in terms if term not in known)]))


def widened(text: str, kind: FacetKind) -> str:
    """Return a filter that asks for no value of a kind, but where it is one of several choices."""
    own, _ = _terms_of(text, kind)
    return _without(text, own, "") if own else text


def _terms_of(text: str, kind: FacetKind) -> tuple[list[Run], bool]:
    """Where a filter asks for a kind, of all sessions; and whether an `or` divides it."""
    found: list[Run] = []
    depth, before = 0, ""
    tokens = list(tokens_of(text))
    for number, token in enumerate(tokens):
        value = tokens[number + 1] if number + 1 < len(tokens) else None
        depth += (token.kind == "open") - (token.kind == "close")
        if token.kind == "or" and not depth:
            return [], True
        is_own = token.kind == "field" and token.text.lower() == FIELD_OF[kind]
        if is_own and value and not depth and before != "not":
            found.append((token.start, value.end))
        before = token.kind
    return found, False


def _without(text: str, places: Iterable[Run], instead: str) -> str:
    """A filter without some terms, of which the first is replaced."""
    pieces, last = [], 0
    for start, end in places:
        pieces += [text[last:start].strip(), instead]
        instead, last = "", end
    return " ".join(filter(None, [*pieces, text[last:].strip()]))
