"""The looks that text can have: one small set, styled in `styles.tcss`, used by every widget.

They are component classes of the screen rather than of each widget, so that a terminal full of
widgets costs no more styling at start-up than one.
"""

from functools import lru_cache

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

LOOKS: set[str] = {
    f"look--{name}"
    for name in (
        "primary", "heading", "accent", "key", "success", "warning", "error", "dim", "faint",
        "aside", "strong", "stress", "code", "link", "cursor", "cursor-blurred", "range",
        "stored", "healed", "uncertain", "match",
        "heat-1", "heat-2", "heat-3", "heat-4", "soft",
    )
}  # fmt: skip
"""`heading` and `key` are strong primary and accent, `aside` is faint and slanted;
`stored` and `healed` mark what healing changed, `uncertain` what still looks damaged, `match` what
a filter asks for, `heat-1` to `heat-4` how
much of something there is; `soft` is accent where much of it stands together."""

Part = tuple[str, str]
"""A piece of a line: its text, already plain, and its look, or "".

A look over another one is written after it: "dim match".
"""


def look(widget: Widget, name: str, base: Style) -> Style:
    """Return a look, or several, over a base style, whose background stays unless a look has one.

    A colour with an alpha is mixed with what is behind it, as a terminal knows none.
    """
    for one in name.split():
        base = _over(widget, one, base)
    return base


def _over(widget: Widget, name: str, base: Style) -> Style:
    styles = widget.screen.get_component_styles(f"look--{name}")
    color = styles.color if styles.has_rule("color") else None
    background = styles.background if styles.has_rule("background") else None
    return _mixed(color, background, styles.text_style, base)


class Brush:
    """What the lines of a widget are drawn with, worked out once for all of them.

    `base` is the style of the widget itself.
    """

    def __init__(self, widget: Widget, width: int) -> None:
        self.base = widget.rich_style
        self.width = width
        self._widget = widget
        self._looks: dict[tuple[str, Style], Style] = {}

    def look(self, name: str, base: Style) -> Style:
        """Return a look over a base style; see `look`."""
        if not name:
            return base
        known = self._looks.get((name, base))
        if known is None:
            known = self._looks[name, base] = look(self._widget, name, base)
        return known


@lru_cache(maxsize=1024)
def _mixed(color: Color | None, background: Color | None, text: Style, base: Style) -> Style:
    behind = Color.from_rich_color(base.bgcolor) if base.bgcolor else Color(0, 0, 0)
    style = base + text
    if background is not None:
        behind = behind.blend(background, background.a, 1.0)
        style += Style(bgcolor=behind.rich_color)
    if color is not None and not base.reverse:  # a reversed line is of one colour
        style += Style(color=behind.blend(color, color.a, 1.0).rich_color)
    return style
