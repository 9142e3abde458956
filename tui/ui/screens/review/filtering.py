"""Which sessions are listed, in which order, and what is shown of each."""

from collections.abc import Sequence

from tui.plain import plain
from tui.ui.matches import NONE, Matches
from tui.ui.widgets.filter_bar import Mistake
from tui.ui.widgets.session_list import SessionLine
from tui.workbench import (
    FACETS,
    SORTS,
    Facet,
    FacetKind,
    FilterError,
    Listing,
    Query,
    Sort,
    Workbench,
    parse_filter,
)


class Filtering:
    """The filter as it is typed, the order, and what they leave.

    `filter` is the text of the filter, `mistake` what is wrong with it, if anything is; a mistaken
    filter lists what the last good one did. `matches` finds the words that this one asks for.
    `facet` is the kind of value that was looked at last.
    """

    def __init__(self, bench: Workbench) -> None:
        self.filter = ""
        self.mistake: Mistake | None = None
        self.matches: Matches = NONE
        self.sort: Sort = SORTS[0]
        self.facet: FacetKind = FACETS[0]
        self._bench = bench
        self._query = Query()
        self._good = ""
        self._kept = ""

    @property
    def kept_filter(self) -> str:
        """The filter as it was before it was typed at."""
        return self._kept

    @property
    def good(self) -> str:
        """The filter that is listed by: the last that could be read."""
        return self._good

    def begin_typing(self) -> None:
        """Keep the filter, for whoever leaves without another one."""
        self._kept = self.filter

    def take(self, text: str) -> bool:
        """Take a filter; tells whether there is something new to list."""
        self.filter = text
        try:
            self._query = parse_filter(text)
        except FilterError as error:
            self.mistake = Mistake(plain(error.message), error.start, error.end)
            return False
        self.mistake = None
        self._good = text
        self.matches = Matches(self._query)
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

        return self._bench.facets(kind, parse_filter(widened(self._good, kind)))

    def select(self) -> Listing:
        """Return the paths of the sessions to list; may be run in a thread."""
        return self._bench.select(self._query, self.sort)

    def line_of(self, path: str) -> SessionLine:
        """What the list shows of a session."""
        row = self._bench.index.row(path)
        if row is None:
            return SessionLine(title="(gone)", problem=True)
        tasks = len(row.tasks)
        return SessionLine(
            row.date,
            row.title,
            row.project,
            tasks - self._bench.open_count(row),
            tasks,
            reviewed=self._bench.reviewed(row),
            healed=row.healed,
            uncertain=row.uncertain,
            problem=bool(row.problems),
        )

    def next_open(self, paths: Sequence[str], start: int | None, by: int) -> int | None:
        """Find the next session with open tasks.

        Args:
            paths: the sessions listed.
            start: the index to look from; None for before all of them, or behind.
            by: 1 to look down, -1 to look up.

        Returns:
            Its index; None if there is none.
        """
        if not isinstance(paths, Listing):
            return None
        if start is None:
            start = -1 if by > 0 else len(paths)
        return self._bench.next_open(paths, start, by)

    def why_empty(self, problem: str = "") -> Sequence[str]:
        """Say, in lines, why nothing is listed, and what to do.

        Args:
            problem: why the folder was not read whole, if it was not.
        """
        if self.filter and not problem:
            return "No session matches.", "", "esc clears the filter."
        if problem:
            return "The folder cannot be read.", "", plain(problem)
        left_out = len(self._bench.index.left_out())
        if left_out:
            files = "1 file" if left_out == 1 else f"{left_out:,} files"
            return f"No session among {files}.", "", "Press p to see why."
        return (
            "No notes in this folder.",
            "",
            "Notes are files that end in .md, .markdown or .txt.",
            "",
            "Press x to try the sample documents",
            "(a throwaway copy, gone when you quit).",
        )
