"""The looks that text can have: one small set, styled in `styles.tcss`, used by every widget.

They are component classes of the screen rather than of each widget, so that a terminal full of
widgets costs no more styling at start-up than one.
"""

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

LOOKS: set[str] = {
    f"look--{name}"
    for name in (
        "primary", "heading", "accent", "key", "success", "warning", "error", "dim", "faint",
        "aside", "strong", "stress", "code", "link", "cursor", "cursor-blurred", "range",
    )
}  # fmt: skip
"""`heading` and `key` are strong primary and accent, `aside` is faint and slanted."""

_cache: dict[tuple[str, str, str, Style], Style] = {}


def look(widget: Widget, name: str, base: Style) -> Style:
    """Return a look over a base style, whose background stays unless the look has one.

    A colour with an alpha is mixed with what is behind it, as a terminal knows none.
    """
    if not name:
        return base
    key = (widget.app.theme, type(widget.screen).__name__, name, base)
    found = _cache.get(key)
    if found is None:
        found = _cache[key] = _mixed(widget, name, base)
    return found


def _mixed(widget: Widget, name: str, base: Style) -> Style:
    styles = widget.screen.get_component_styles(f"look--{name}")
    behind = Color.from_rich_color(base.bgcolor) if base.bgcolor else Color(0, 0, 0)
    style = base + styles.text_style
    if styles.has_rule("background"):
        behind = behind.blend(styles.background, styles.background.a, 1.0)
        style += Style(bgcolor=behind.rich_color)
    if styles.has_rule("color"):
        color = behind.blend(styles.color, styles.color.a, 1.0)
        style += Style(color=color.rich_color)
    return style
