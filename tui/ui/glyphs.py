"""The signs we draw with, in Unicode and in ASCII; none is an emoji, each is one cell wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Status


class PictureGlyphs(Struct, frozen=True):
    """The signs of pictures.

    `shades` are five, from nothing to most; `heights` fill a cell from below, the last one whole.
    `with_dots` tells whether a line can be drawn in dots finer than a cell.
    """

    open: str
    done: str
    dropped: str
    line: str
    area: str
    shades: str
    heights: str
    up: str
    down: str
    more: str
    side: str
    floor: str
    corner: str
    with_dots: bool


class Glyphs(Struct, frozen=True):
    """One set of signs."""

    cursor: str
    marked: str
    ellipsis: str
    all_open: str
    partly: str
    all_closed: str
    no_tasks: str
    reviewed: str
    changed: str
    healed: str
    uncertain: str
    problem: str
    bar_full: str
    bar_empty: str
    dot: str
    bullet: str
    dash: str
    boxes: dict[Status, str]
    from_prose: str
    saving: str
    note: str
    folded: str
    unfolded: str
    similar: str
    picture: PictureGlyphs


UNICODE = Glyphs(
    cursor="▸", marked="┃", ellipsis="…", all_open="●", partly="◐", all_closed="✓", no_tasks="·",
    reviewed="✔", changed="Δ", healed="≈", uncertain="?", problem="!", bar_full="▰", bar_empty="▱",
    dot="·", bullet="•", dash="–",
    boxes={"pending": "☐", "doing": "◪", "blocked": "⊠", "done": "☑", "dropped": "☒"},
    from_prose="¶", saving="◌", note="✎", folded="▹", unfolded="▾", similar="≈",
    picture=PictureGlyphs(
        open="━", done="─", dropped="╌", line="⠤", area="⣿", shades="·░▒▓█", heights="▁▂▃▄▅▆▇█",
        up="▴", down="▾", more="◂", side="│", floor="─", corner="└", with_dots=True,
    ),
)  # fmt: skip

ASCII = Glyphs(
    cursor=">", marked="|", ellipsis="~", all_open="*", partly="+", all_closed="x", no_tasks=".",
    reviewed="R", changed="D", healed="h", uncertain="?", problem="!", bar_full="#", bar_empty="-",
    dot="|", bullet="-", dash="-",
    boxes={"pending": "[ ]", "doing": "[/]", "blocked": "[!]", "done": "[x]", "dropped": "[-]"},
    from_prose="p", saving="[?]", note="n", folded="+", unfolded="-", similar="=",
    picture=PictureGlyphs(
        open="#", done="=", dropped="-", line="*", area=":", shades=".-+x#", heights="#",
        up="^", down="v", more="<", side="|", floor="-", corner="+", with_dots=False,
    ),
)  # fmt: skip
