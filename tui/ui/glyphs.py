"""The signs we draw with, in Unicode and in ASCII; none is an emoji, each is one cell wide."""

from typing import NamedTuple

from tui.workbench import Status


class Glyphs(NamedTuple):
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


UNICODE = Glyphs(
    cursor="▸", marked="┃", ellipsis="…", all_open="●", partly="◐", all_closed="✓", no_tasks="·",
    reviewed="✔", changed="Δ", healed="≈", uncertain="?", problem="!", bar_full="▰", bar_empty="▱",
    dot="·", bullet="•", dash="–",
    boxes={"pending": "☐", "doing": "◪", "blocked": "⊠", "done": "☑", "dropped": "☒"},
    from_prose="¶", saving="◌", note="✎", folded="▹", unfolded="▾",
)  # fmt: skip

ASCII = Glyphs(
    cursor=">", marked="|", ellipsis="~", all_open="*", partly="+", all_closed="x", no_tasks=".",
    reviewed="R", changed="D", healed="h", uncertain="?", problem="!", bar_full="#", bar_empty="-",
    dot="|", bullet="-", dash="-",
    boxes={"pending": "[ ]", "doing": "[/]", "blocked": "[!]", "done": "[x]", "dropped": "[-]"},
    from_prose="p", saving="[?]", note="n", folded="+", unfolded="-",
)  # fmt: skip
