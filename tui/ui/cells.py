"""Fitting text into cells of the terminal."""

from rich.cells import cell_len, set_cell_size

from tui.plain import plain

_LONGEST = 4096


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """Return `text`, made plain, in exactly `width` cells: padded, or cut with an ellipsis."""
    text = plain(text[:_LONGEST])
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + ellipsis
