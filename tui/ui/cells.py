"""Fitting text into cells of the terminal."""

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual.widget import Widget

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


def role_style(widget: Widget, component: str, base: Style) -> Style:
    """Return the style of a component class over `base`, whose background stays.

    A colour with an alpha is mixed with the background first, as a terminal knows none.
    """
    if not component:
        return base
    mixed = widget.get_component_rich_style(component)
    own = widget.get_component_rich_style(component, partial=True)
    attributes = Style(bold=own.bold, italic=own.italic, underline=own.underline)
    return base + Style(color=mixed.color) + attributes
