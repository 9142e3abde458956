"""What the pages say: the help, problems and files that are not sessions."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from textual.content import Content

from tui.ui.actions import Action, keys_of
from tui.ui.document import Block, inline_code
from tui.ui.glyphs import Glyphs
from tui.ui.inline import inline
from tui.ui.widgets.checklist import STATUS_LOOKS, STATUS_WORDS
from tui.workbench import Kept, LeftOut, Row

_BLANK = Block(Content(""))
_FILTER_HELP = (
    ("valid policia", "sessions with words that begin so; case and accents do not matter"),
    ('"public safety"', "the words one after the other"),
    ("-budget", "sessions without the word"),
    ("project:dev label:sec", "a field that has such a word; also priority:, title:, text:, by:"),
    ('label:"data security"', "a field that has the words one after the other"),
    ("is:open", "a task is; also is:pending, is:doing, is:blocked, is:done, is:dropped"),
    ("is:reviewed", "the session is; also is:healed, is:uncertain, is:published, is:unpublished"),
    ("is:changed", "it is signed off, and says something else since"),
    ("has:problem", "also has:task, has:label, has:due, has:note"),
    ("due:overdue", "also today, tomorrow, week, month, any, none, a day; due-before:, due-after:"),
    ("to:eva is:assigned", "who is to do it; also is:unassigned"),
    ('project:="Dev"', "that value and no other; also label:, priority:, by:, to:"),
    ("after:2024 before:-30d", "days, months, years, or so long ago (d, w, m, y); also on:2024-02"),
    ("(plan or budget) is:open", "one or the other"),
)  # fmt: skip
_DECISION_FILTER_HELP = (
    ("valid policia", "decisions with words that begin so: task, session, who, what was noted"),
    ("by:ana to:eva", "who decided, and whom it was assigned to"),
    ("is:done", "that status was set; also is:reviewed, has:due, has:note, due:week"),
    ("is:undone is:lost", "taken back since; on what is in no note any more"),
    ("after:-30d on:2024-02", "when it was decided, in local time; also before:"),
    ("title:plan text:van", "words of the session's title, or of the task"),
)  # fmt: skip


def help_page(
    actions: Sequence[Action], journal: str, glyphs: Glyphs, *, of_decisions: bool = False
) -> list[Block]:
    """Return the help: every key, the filter, the signs, where decisions are kept."""
    blocks: list[Block] = []
    for group in dict.fromkeys(action.group for action in actions):
        blocks.append(Block(inline(group, "heading")))
        for action in actions:
            if action.group == group:
                keys = f"  {keys_of(action):<14}"
                blocks.append(Block(inline(action.says), keys, " " * len(keys), "strong"))
        blocks.append(_BLANK)
    blocks.append(Block(inline("Filter", "heading")))
    for example, says in _DECISION_FILTER_HELP if of_decisions else _FILTER_HELP:
        blocks.append(Block(inline(says), f"  {example:<24}", " " * 26, "code"))
    blocks += [_BLANK, Block(inline("Signs", "heading"))]
    for sign, role, says in _signs(glyphs):
        blocks.append(Block(inline(says), f"  {sign:<14}", " " * 16, role))
    blocks += [_BLANK, Block(inline("Decisions are kept in", "heading"))]
    blocks.append(Block(inline_code(journal), "  ", "  "))
    return blocks


def _signs(glyphs: Glyphs) -> Iterator[tuple[str, str, str]]:
    """Yield what stands before and behind a session, and before a task: sign, look, meaning."""
    yield glyphs.all_open, "accent", "a session with open tasks"
    yield glyphs.partly, "accent", "some of its tasks are closed: done or dropped"
    yield glyphs.all_closed, "success", "all of its tasks are closed"
    yield glyphs.no_tasks, "dim", "it left nothing to do"
    yield glyphs.problem, "warning", "something is wrong with its note (p says what)"
    yield glyphs.healed, "primary", "its text was damaged, and is healed (R shows where)"
    yield glyphs.uncertain, "warning", "some of it still looks damaged (underlined; R shows where)"
    yield glyphs.reviewed, "success", "it is signed off as reviewed"
    yield glyphs.changed, "warning", "it is signed off, and says something else since (D compares)"
    for status, says in STATUS_WORDS:
        yield glyphs.boxes[status], STATUS_LOOKS[status], f"a task: {says}"
    yield glyphs.saving, "warning", "its decision is not on disk yet"
    yield glyphs.marked, "accent", "it is marked: the next action takes it, with all others marked"
    yield glyphs.note, "accent", "somebody wrote a note on it"
    yield glyphs.unfolded, "primary", "a group of tasks"
    yield glyphs.folded, "primary", "a group of tasks that is folded up"
    yield (
        f"{glyphs.similar} 14",
        "primary",
        "so many open tasks are similar: they say nearly the same",
    )
    yield glyphs.from_prose, "aside", "read from prose: the note does not list it as a task"


def left_out_page(
    rows: Sequence[Row],
    files: Sequence[LeftOut],
    notices: Sequence[str],
    kept: Sequence[tuple[Path, Kept]],
) -> list[Block]:
    """Return what went wrong, and which files are not in the list, each with the reason.

    So are the lines of the journals that could not be read, where more than one could not: of one
    the notice tells.
    """
    blocks: list[Block] = []
    failed = [file for file in files if file.failed]
    others = [file for file in files if not file.failed]
    blocks += _chapter("Notices", [("", notice) for notice in notices])
    if len(kept) > 1:
        lines = [(f"{path}, line {line:,}", reason) for path, (line, reason) in kept]
        blocks += _chapter("Lines of the journal that are kept as they are", lines)
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
