"""The sessions that are listed, what is shown of each, and where open tasks are."""

from collections.abc import Callable, Sequence

from tui.plain import plain
from tui.ui.desk import Desk
from tui.ui.widgets.session_list import SessionLine
from tui.workbench import Listing


class Sessions:
    """The sessions that the filter leaves, in its order.

    Args:
        desk: what knows the filter and the folder.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._bench = desk.bench

    def select(self, wanted: Callable[[], bool] | None = None) -> Listing:
        """Return the paths of the sessions to list; may be run in a thread.

        Raises:
            Superseded: it took long, others asked meanwhile, and it is not `wanted` any more.
        """
        filtering = self._desk.filtering
        return self._bench.select(filtering.query, filtering.sort, wanted)

    def line_of(self, path: str) -> SessionLine:
        """What the list shows of a session."""
        row = self._bench.index.cards.row(path)
        if row is None:
            return SessionLine(title="(gone)", problem=True)
        tasks, sign_off = len(row.tasks), self._bench.sign_off(row)
        return SessionLine(
            row.date,
            row.title,
            row.project,
            tasks - self._bench.open_count(row),
            tasks,
            reviewed=sign_off is not None,
            changed=sign_off is not None and sign_off.is_changed,
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

    def next_unreviewed(self, paths: Sequence[str], start: int | None) -> int | None:
        """Return the index of the next session that is not reviewed; None if there is none."""
        if not isinstance(paths, Listing):
            return None
        return self._bench.next_unreviewed(paths, -1 if start is None else start, 1)

    def why_empty(self) -> Sequence[str]:
        """Say, in lines, why nothing is listed, and what to do."""
        desk = self._desk
        if (
            desk.filtering.filter
            and desk.reading.is_over
            and (not desk.problem or self._bench.index)
        ):
            return "No session matches.", "", "esc clears the filter."
        if desk.problem:
            return "The folder cannot be read.", "", plain(desk.problem)
        if not desk.is_read:
            return ("Reading the folder.",)
        left_out = len(self._bench.index.cards.left_out())
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
