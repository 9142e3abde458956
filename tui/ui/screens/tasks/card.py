"""One task in full: what it says, and all that was decided on it."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from tui.ui.cells import counted
from tui.ui.damage import Doubts
from tui.ui.desk.facts import TaskFacts
from tui.ui.document import Block
from tui.ui.glyphs import Glyphs
from tui.ui.inline import inline, inline_plain
from tui.ui.widgets.checklist import STATUS_LOOKS, STATUS_WORDS, asides
from tui.ui.widgets.task_list import GroupRow
from tui.workbench import OPEN, Row, Status, Task


def task_card(task: Task, facts: TaskFacts, doubts: Doubts | None, glyphs: Glyphs) -> list[Block]:
    """Return a task as blocks.

    Args:
        task: what its note says.
        facts: what was decided.
        doubts: what of its session still looks damaged, if that is known.
        glyphs: the signs to draw with.
    """
    box = f"{glyphs.boxes[facts.status]} "
    look = STATUS_LOOKS[facts.status]
    text = inline(task.text, "", doubts.in_line(task.line) if doubts else None)
    under = " " * len(box)
    blocks = [Block(text, box, under, look)]
    if not facts.decided:
        said = dict(STATUS_WORDS)[facts.status]
        blocks.append(Block(inline(said, "aside"), under, under, where=None))
    blocks += [
        Block(inline(aside, role), under, under, where=None)
        for aside, role in asides(facts, glyphs, from_prose=task.from_prose)
    ]
    return blocks


def similar_card(
    counts: tuple[int, int],
    some: Sequence[tuple[Row, Task]],
    statuses: Sequence[Status],
    keys: tuple[str, str],
    glyphs: Glyphs,
) -> Iterator[Block]:
    """Yield how many tasks say nearly the same as one, and some of them; nothing if none does.

    Args:
        counts: how many of them are open, and how many closed.
        some: some of them, with their sessions.
        statuses: what their statuses are.
        keys: what marks them, and what lists them.
        glyphs: the signs to draw with.
    """
    is_open, closed = counts
    if not is_open + closed:
        return
    also = f", {closed:,} closed" if closed else ""
    said = f"{glyphs.similar} {is_open:,} similar{also} ({keys[0]} marks, {keys[1]} lists them)"
    yield Block(Content(""))
    yield Block(inline_plain(said, "primary"), where=None)
    for (row, task), status in zip(some, statuses, strict=True):
        box = f"{glyphs.boxes[status]} "
        text = inline(task.text, "" if status in OPEN else "dim")
        dated = Content.assemble(inline_plain(f"{row.date} ", "dim"), text)
        yield Block(dated, box, " " * len(box), STATUS_LOOKS[status], where=None)
    if (more := is_open + closed - len(some)) > 0:
        yield Block(inline_plain(f"and {more:,} more", "dim"), "  ", where=None)


def group_card(group: GroupRow, marked: int) -> Iterator[Block]:
    """Yield what there is to say of a group."""
    yield Block(inline(group.label or "(none)", "heading"), where=None)
    yield Block(inline(f"{counted(group.tasks, 'task')}, {group.closed:,} closed"), where=None)
    yield Block(Content(""))
    about = "An action here takes what is marked." if marked else "An action here takes all of it."
    yield Block(inline(about, "dim"), where=None)
