"""Reading a filter: recursive descent over its tokens.

The grammar, in which `or` binds weakest:

- filter: all ("or" all)*
- all: term term*
- term: "-" term | "(" filter ")" | field value | word | phrase
"""

from collections.abc import Callable, Mapping
from datetime import date

from tui.library.filter.fields import FIELDS, BadValueError, FilterField
from tui.library.filter.mistake import FilterError, hint
from tui.library.filter.tokens import Token, tokens_of
from tui.library.filter.tree import AllOf, AnyOf, Node, Not, Query, Says
from tui.library.words import words_of

_MOST_TERMS = 200
_DEEPEST = 20
_VALUES = {"word", "phrase", "exact"}


def parse_filter(
    text: str,
    today: Callable[[], date] = date.today,
    fields: Mapping[str, FilterField] = FIELDS,
) -> Query:
    """Read a filter; blank text picks everything.

    Args:
        text: what was typed.
        today: the day that `-30d` counts from, asked for only if it is needed.
        fields: those that there are.

    Raises:
        FilterError: it cannot be understood; with the place, and a suggestion where there is one.
    """
    tokens = list(tokens_of(text))
    if len(tokens) > _MOST_TERMS:
        far = tokens[_MOST_TERMS]
        raise FilterError(f"more than {_MOST_TERMS} terms", far.start, len(text))
    reading = _Reading(tokens, today(), fields)
    root = reading.any_of(0)
    if stray := reading.peek():
        raise FilterError("there is no ( for this ); leave it out", stray.start, stray.end)
    return Query(root)


class _Reading:
    """Tokens, and how far they are read. A condition of None is one that asks for nothing."""

    def __init__(self, tokens: list[Token], today: date, fields: Mapping[str, FilterField]) -> None:
        self._tokens = tokens
        self._fields = fields
        self._today = today
        self._at = 0

    def peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _next(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def any_of(self, depth: int) -> Node | None:
        found = [self._all_of(depth)]
        while (token := self.peek()) and token.kind == "or":
            self._next()
            after = self._all_of(depth)
            if not (found[-1] and after):  # what asks for nothing, as ?!, is no term either
                raise FilterError(
                    'or wants a term on both sides (write "or" for the word)',
                    token.start,
                    token.end,
                )
            found.append(after)
        return _joined(AnyOf, found)

    def _all_of(self, depth: int) -> Node | None:
        found = []
        while (token := self.peek()) and token.kind not in {"or", "close"}:
            found.append(self._term(depth))
        return _joined(AllOf, found)

    def _term(self, depth: int) -> Node | None:
        token = self._next()
        if token.kind == "not":
            return self._negated(token, depth)
        if token.kind == "open":
            return self._group(token, depth)
        if token.kind == "field":
            return self._field(token)
        words = words_of(token.text)
        return Says(words) if words.strip() else None

    def _negated(self, token: Token, depth: int) -> Node | None:
        after = self.peek()
        if after is None or after.kind in {"or", "close"}:
            raise FilterError("- wants a term after it", token.start, token.end)
        if depth >= _DEEPEST:
            raise FilterError("too deep", token.start, token.end)
        node = self._term(depth + 1)
        return Not(node) if node else None

    def _group(self, token: Token, depth: int) -> Node | None:
        if depth >= _DEEPEST:
            raise FilterError("too many brackets in each other", token.start, token.end)
        node = self.any_of(depth + 1)
        if self.peek() is None:
            raise FilterError("there is no ) for this (", token.start, token.end)
        self._next()
        return node

    def _field(self, token: Token) -> Node:
        name, value = token.text.lower(), self.peek()
        if value is None or value.start != token.end or value.kind not in _VALUES:
            value = None
        end = value.end if value else token.end
        field = self._fields.get(name)
        if field is None:
            says = hint(name, self._fields, after=":")
            raise FilterError(f"there is no field {token.text}: ({says})", token.start, end)
        if value is None:
            wanted = "wants a value"
            if (after := self.peek()) and after.kind == "open" and after.start == token.end:
                wanted += f"; for several, write ({name}:a or {name}:b)"
            raise FilterError(f"{name}: {wanted}", token.start, end)
        self._next()
        try:
            if value.kind == "exact":
                return self._exactly(field, value)
            return field.read(value.text, self._today)
        except BadValueError as error:
            raise FilterError(f"{name}: {error}", token.start, end) from None

    def _exactly(self, field: FilterField, value: Token) -> Node:
        if field.exact is None:
            known = ", ".join(f"{name}:" for name, known in self._fields.items() if known.exact)
            raise BadValueError(f"takes no = (only {known} do)")
        if value.end - value.start == 1:  # nothing after the =
            raise BadValueError("wants a value")
        return field.exact(value.text)


def _joined(joint: type[AllOf] | type[AnyOf], found: list[Node | None]) -> Node | None:
    """Join conditions, without those that ask for nothing."""
    nodes = [node for node in found if node is not None]
    return joint(tuple(nodes)) if len(nodes) > 1 else next(iter(nodes), None)
