"""Which sessions are asked for, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.plain import plain
from tui.ui.matches import NONE, Matches
from tui.ui.widgets.filter_bar import Mistake
from tui.workbench import SORTS, FilterError, Query

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Facet, FacetKind, Sort, Workbench


class Filtering:
    """The filter as it is typed, and the order; one for all screens.

    `filter` is the text of the filter, `mistake` what is wrong with it, if anything is; `query` is
    what it asks for, or, of a mistaken one, what the last good one did. `matches` finds the words
    that this one asks for. `facet` is the kind of value that was looked at last.
    """

    def __init__(self, bench: Workbench, parse: Callable[[str], Query] | None = None) -> None:
        """Begin without a filter.

        Args:
            bench: what counts the values there are.
            parse: reads a filter, if not as one of sessions; raises FilterError.
        """
        self.filter = ""
        self.mistake: Mistake | None = None
        self.matches: Matches = NONE
        self.query = Query()
        self.sort: Sort = SORTS[0]
        self.facet: FacetKind = "project"
        self._bench = bench
        self._parse = parse
        self._good = ""
        self._kept = ""
        self._wider: tuple[str, str] | None = None

    @property
    def good(self) -> str:
        """The filter that is listed by: the last that could be read."""
        return self._good

    @property
    def kept_filter(self) -> str:
        """The filter as it was before it was typed at."""
        return self._kept

    def begin_typing(self) -> None:
        """Keep the filter, for whoever leaves without another one."""
        self._kept = self.filter

    def take(self, text: str) -> bool:
        """Take a filter; tells whether there is something new to list."""
        from tui.workbench import parse_filter

        self.filter = text
        try:
            self.query = (self._parse or parse_filter)(text)
        except FilterError as error:
            self.mistake = Mistake(plain(error.message), error.start, error.end)
            return False
        self.mistake = None
        self._good = text
        self.matches = Matches(self.query)
        return True

    def enter(self, text: str) -> None:
        """Take a narrower filter, to which `leave` knows the wider one."""
        wider = self._good
        self.take(text)
        self._wider = text, wider

    def leave(self) -> bool:
        """Take again the filter from before `enter`; tells whether that one is still in force."""
        narrow, wider = self._wider or ("", "")
        self._wider = None
        if not narrow or narrow != self.filter:
            return False
        self.take(wider)
        return True

    def open(self, text: str, sort: str) -> None:
        """Take a filter and the name of an order; one there is not leaves the order as it is."""
        self.sort = next((known for known in SORTS if known.name == sort), self.sort)
        self.take(text)

    def narrowed(self, kind: FacetKind, value: str) -> str:
        """Return the text of a filter that asks for a value besides."""
        from tui.ui.narrowing import narrowed

        return narrowed(self._good, kind, value)

    def facets(self, kind: FacetKind) -> list[Facet]:
        """Count the values of a kind among what is listed; may be run in a thread.

        Where the filter asks for one of them already, the others are counted as if it did not.
        """
        from tui.ui.narrowing import widened
        from tui.workbench import parse_filter

        return self._bench.facets(kind, parse_filter(widened(self._good, kind)))
