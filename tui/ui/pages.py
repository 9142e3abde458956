"""What the pages say: the help, a note as stored, problems and files that are not sessions."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from tui.ui.actions import Action, keys_of
from tui.ui.document import Block, inline_code
from tui.ui.glyphs import Glyphs
from tui.ui.inline import inline
from tui.workbench import LeftOut, Row, StoredLine

_BLANK = Block(Content(""))
_FILTER_HELP = (
    ("valid policia", "sessions with words that begin so; case and accents do not matter"),
    ('"public safety"', "the words one after the other"),
    ("-budget", "sessions without the word"),
    ("project:dev label:sec", "also priority: and title:"),
    ("is:open", "also is:pending, is:doing, is:blocked, is:done, is:dropped, is:reviewed, "
     "is:healed, is:uncertain, is:published, is:unpublished"),
    ("has:problem", "also has:task, has:label"),
)  # fmt: skip


def help_page(actions: Sequence[Action], journal: str) -> list[Block]:
    """Return the help: every key, the filter, where decisions are kept."""
    blocks: list[Block] = []
    for group in dict.fromkeys(action.group for action in actions):
        blocks.append(Block(inline(group, "heading")))
        for action in actions:
            if action.group == group:
                keys = f"  {keys_of(action):<14}"
                blocks.append(Block(inline(action.says), keys, " " * len(keys), "strong"))
        blocks.append(_BLANK)
    blocks.append(Block(inline("Filter", "heading")))
    for example, says in _FILTER_HELP:
        blocks.append(Block(inline(says), f"  {example:<24}", " " * 26, "code"))
    blocks += [_BLANK, Block(inline("Decisions are kept in", "heading"))]
    blocks.append(Block(inline_code(journal), "  ", "  "))
    return blocks


def stored_page(lines: Sequence[StoredLine], glyphs: Glyphs) -> list[Block]:
    """Return a note line by line: as healed, and where that differs, as stored above it."""
    healed = sum(line.stored != line.healed for line in lines)
    said = f"{healed} of {len(lines)} lines healed" if healed else "as stored; nothing to heal"
    blocks = [Block(inline(said, "accent")), _BLANK]
    for line in lines:
        number = f"{line.number:>5} "
        if line.stored == line.healed:
            mark = "?" if line.uncertain else " "
            blocks.append(Block(inline_code(line.healed), f"{number}{mark} ", " " * 8, "faint"))
            continue
        blocks.append(Block(inline_code(line.stored), f"{number}- ", " " * 8, "warning"))
        healed_line = Block(inline_code(line.healed), f"{'':>5} + ", " " * 8, "success")
        codec = Block(inline(f"misread as {line.codec}", "accent"), " " * 8, " " * 8)
        blocks += [healed_line, codec]
    return blocks


def left_out_page(
    rows: Sequence[Row], files: Sequence[LeftOut], notices: Sequence[str]
) -> list[Block]:
    """Return what went wrong, and which files are not in the list, each with the reason."""
    blocks: list[Block] = []
    failed = [file for file in files if file.failed]
    others = [file for file in files if not file.failed]
    blocks += _chapter("Journal", [("", notice) for notice in notices])
    blocks += _chapter("Cannot be read", [(file.path, file.reason) for file in failed])
    blocks += _chapter("Sessions with problems", [(r.path, "; ".join(r.problems)) for r in rows])
    blocks += _chapter("Not a session", [(file.path, file.reason) for file in others])
    return blocks or [Block(inline("No problems: every file is a session that was read whole."))]


def _chapter(name: str, entries: list[tuple[str, str]]) -> Iterator[Block]:
    if not entries:
        return
    yield Block(inline(f"{name} ({len(entries):,})", "heading"))
    for path, reason in entries[:1000]:
        if path:
            yield Block(inline_code(path), "  ", "  ")
        yield Block(inline(reason), "    ", "    ")
    if len(entries) > 1000:
        yield Block(inline(f"… and {len(entries) - 1000:,} more"), "  ", "  ")
    yield _BLANK
