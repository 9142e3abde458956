"""Charts of what is closed and what is open, as SVG that stands inside a page.

They take their looks from the page's sheet, by the classes that pygal gives. What it adds for a
chart that stands alone (scripts, a sheet, tooltips, the day it was drawn) is taken out again.
"""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from tui.plain import plain
from tui.reports.progress import Share

_WIDTH = 480  # units; on a phone they are 0.75 px each, on paper about as much
_BAR, _BELOW, _COLUMNS = 30, 70, 260
_FONT = 15
_LONGEST_NAME = 18
_LEFT_OUT = frozenset({"script", "style", "desc", "title"})
_MOST_NAMES = 6  # below columns


def bars(shares: Sequence[Share], names: Callable[[Share], str]) -> str:
    """Return a chart of bars that lie, the first share on top; a name tells its numbers, too."""
    labels = [f"{_cut(names(share))}  {share.closed:,}/{share.tasks:,}" for share in shares]
    height = _BAR * len(shares) + _BELOW
    return _drawn("HorizontalStackedBar", shares[::-1], labels[::-1], height=height)


def columns(shares: Sequence[Share]) -> str:
    """Return a chart of columns that stand, in order."""
    step = -(-len(shares) // _MOST_NAMES)
    labels = [share.name if at % step == 0 else "" for at, share in enumerate(shares)]
    return _drawn("StackedBar", shares, labels, height=_COLUMNS)


def _drawn(kind: str, shares: Sequence[Share], labels: list[str], height: int) -> str:
    pygal = _pygal()
    style = pygal.style.Style(
        label_font_size=_FONT, major_label_font_size=_FONT, legend_font_size=_FONT
    )
    chart = getattr(pygal, kind)(
        width=_WIDTH, height=height, style=style, css=[], js=[], no_prefix=True,
        margin=4, margin_right=18, truncate_label=-1, max_scale=6,
        explicit_size=False, disable_xml_declaration=True, legend_at_bottom=True, spacing=8,
        legend_box_size=14, show_x_guides=False, show_y_guides=False,
        value_formatter=lambda value: f"{value:,.0f}",
    )  # fmt: skip
    chart.x_labels = [plain(label) for label in labels]
    chart.add("closed", [share.closed for share in shares])
    chart.add("open", [share.open for share in shares])
    chart.add_xml_filter(_still)
    svg: str = chart.render(is_unicode=True)
    return svg


def _pygal() -> Any:
    """Import pygal, without the finder of its maps, which all later imports would go through."""
    finders = list(sys.meta_path)
    import pygal

    sys.meta_path[:] = finders
    return pygal


def _still(root: Any) -> Any:
    """Take out whatever is not drawn, or acts."""
    for parent in list(root.iter()):
        parent.attrib.pop("id", None)
        for child in list(parent):
            if not isinstance(child.tag, str) or _name(child) in _LEFT_OUT or _is_tooltip(child):
                parent.remove(child)
    root.set("aria-hidden", "true")  # the tables beside it say the same in words
    return root


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_tooltip(element: Any) -> bool:
    return str(element.get("class", "")).split()[:1] == ["tooltip"]


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
