"""What the titles of the tasks screen say: how much is listed, how, and where the cursor stands."""

from collections.abc import Sequence

from tui.plain import plain
from tui.ui.screens.tasks.listing import Tasks


def list_title(listing: Tasks, marked: Sequence[str]) -> list[str]:
    """Return what is said over the list, in parts.

    Args:
        listing: the lines.
        marked: what is said of what is marked, if anything is.
    """
    rows = listing.rows
    is_part = rows is not None and rows.around is not None
    parts = ["Similar" if is_part else "Tasks"]
    if rows is not None and len(rows):
        parts[0] += f" {rows.listing.distinct:,}"
        parts.append(listing.sort.name)
    if listing.grouping != "none" and not is_part:
        parts.append(f"by {listing.grouping}")
    return [*parts, *marked]


def place(listing: Tasks, line: int | None) -> list[str]:
    """Return the group that a line stands in, and how much of what is listed is closed."""
    rows, said = listing.rows, []
    if group := listing.group(line):
        said.append(plain(group.label) or "(none)")
    if rows is not None and len(rows):
        said.append(f"{rows.listing.closed_tasks:,} closed")
    return said
