"""The looks that text can have: one small set, used by every widget, in the theme's colours.

They are no component classes of `styles.tcss`, each of which Textual would style anew for every
screen, before its first frame, whether it is in view or not.
"""

from collections.abc import Iterable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.style import Style as VisualStyle
from textual.widget import Widget

LOOKS: dict[str, str] = {
    "primary": "$primary",
    "heading": "bold $primary",
    "accent": "$accent",
    "key": "bold $accent",
    "success": "$success",
    "warning": "$warning",
    "error": "$error",
    "dim": "$foreground 65%",
    "faint": "$foreground 50%",
    "aside": "italic $foreground 60%",
    "strong": "bold",
    "stress": "italic",
    "code": "$accent",
    "link": "underline $primary",
    "cursor": "bold on $primary 25%",
    "cursor-blurred": "on $foreground 8%",
    "range": "on $accent 22%",
    "stored": "underline $warning on $warning 15%",
    "healed": "bold underline $success on $success 15%",
    "uncertain": "underline $warning",
    "match": "bold on $accent 30%",
    "heat-1": "$primary 50%",
    "heat-2": "$primary 60%",
    "heat-3": "$primary 70%",
    "heat-4": "$primary 80%",
    "soft": "$accent 65%",
}
"""What a look is, as Textual writes styles (https://textual.textualize.io/guide/content/).

`stored` and `healed` mark what healing changed, `uncertain` what still looks damaged, `match` what
a filter asks for, `heat-1` to `heat-4` how much of something there is; `soft` is accent where much
of it stands together.
"""

_WITHOUT_COLOURS = {"match": "bold underline"}

_IN_SIXTEEN_COLOURS = {
    "dim": "dim $foreground",
    "faint": "dim $foreground",
    "aside": "dim italic $foreground",
    "cursor": "bold reverse",
    "cursor-blurred": "bold",
    "range": "reverse",
    "stored": "underline $warning",
    "healed": "bold underline $success",
    "match": "bold underline",
    **{f"heat-{heat}": "$primary" for heat in range(1, 5)},
    "soft": "$accent",
}
"""They cannot be mixed: what is faint, and the cursor, are told by other means."""

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
    app = widget.app
    said = LOOKS[name]
    if app.native_ansi_color:
        said = _IN_SIXTEEN_COLOURS.get(name, said)
    elif app.no_color:
        said = _WITHOUT_COLOURS.get(name, said)
    return _mixed(app.stylesheet.parse_style(said), base)


class Brush:
    """What the lines of a widget are drawn with, worked out once for all of them.

    `base` is the style of the widget itself.
    """

    def __init__(self, widget: Widget, width: int) -> None:
        self.base = widget.rich_style
        self.width = width
        self._widget = widget
        self._looks: dict[tuple[str, Style], Style] = {}
        self._grounds: dict[Style, object] = {}

    def look(self, name: str, base: Style) -> Style:
        """Return a look over a base style; see `look`."""
        if not name:
            return base
        known = self._looks.get((name, base))
        if known is None:
            known = self._looks[name, base] = look(self._widget, name, base)
        return known

    def segments(self, parts: Iterable[Part], base: Style) -> list[Segment]:
        """Return pieces of a line over a base style, as few as look the same.

        A blank has no colour but that of its ground, and goes with what stands beside it: half of
        what a list would have drawn is blanks.
        """
        segments, said, worn = [], "", base
        for text, name in parts:
            style = self.look(name, base)
            if style is worn or (
                (text.isspace() or said.isspace()) and self._ground(style) == self._ground(worn)
            ):
                worn = style if said.isspace() else worn
                said += text
                continue
            if said:
                segments.append(Segment(said, worn))
            said, worn = text, style
        if said:
            segments.append(Segment(said, worn))
        return segments

    def _ground(self, style: Style) -> object:
        """What of a style is seen where nothing is written."""
        known = self._grounds.get(style)
        if known is None:
            lined = style.underline or style.underline2 or style.overline or style.strike
            known = style if lined or style.reverse else style.bgcolor
            self._grounds[style] = known
        return known


@lru_cache(maxsize=1024)
def _mixed(look: VisualStyle, base: Style) -> Style:
    behind = Color.from_rich_color(base.bgcolor) if base.bgcolor else Color(0, 0, 0)
    style = base + Style(
        bold=look.bold,
        dim=look.dim,
        italic=look.italic,
        underline=look.underline,
        reverse=look.reverse,
    )
    if (background := look.background) is not None:
        behind = behind.blend(background, background.a, 1.0)
        style += Style(bgcolor=behind.rich_color)
    if (color := look.foreground) is not None and not base.reverse:
        # a reversed line is of one colour
        style += Style(color=behind.blend(color, color.a, 1.0).rich_color)
    return style
