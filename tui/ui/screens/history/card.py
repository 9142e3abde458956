"""One decision in full."""

from collections.abc import Iterator

from tui.ui.desk.saying import did_said
from tui.ui.document import Block
from tui.ui.glyphs import Glyphs
from tui.ui.inline import inline, inline_plain
from tui.ui.widgets.checklist import STATUS_LOOKS
from tui.workbench import Decision, Past, local


def decision_card(past: Past, glyphs: Glyphs, *, is_lost: bool) -> Iterator[Block]:
    """Yield what there is to say of a decision.

    Args:
        past: the decision.
        glyphs: the signs to draw with.
        is_lost: whether what it is on stands in no note.
    """
    decision, setting = past.decision, past.decision.set
    status = setting.status
    box = f"{glyphs.boxes[status]} " if status else ""
    look = STATUS_LOOKS[status] if status else ""
    if decision.text:
        yield Block(inline(decision.text), box, " " * len(box), look)
    in_session = f"{decision.title or decision.note}  {decision.date}".rstrip()
    yield Block(inline(in_session, "dim"), where=None if decision.text else "title")
    at = local(decision.at)
    when = f"{at:%Y-%m-%d %H:%M:%S}" if at else "?"
    who = f"{decision.by}, {when}: {did_said(decision)}"
    yield Block(inline_plain(who, "dim" if past.undone else look), where=None)
    if setting.note:
        yield Block(inline(setting.note), f"{glyphs.note} ", "  ", where="text")
    if decision.onto and setting.stands_on:
        yield Block(inline(decision.onto.text), "= ", "  ", where=None)
    yield Block(inline_plain(f"before: {_before(decision)}", "dim"), where=None)
    if past.undone:
        yield Block(inline_plain("It was taken back since.", "warning"), where=None)
    if is_lost:
        yield Block(inline_plain("It is in no note any more; O lists such.", "warning"), where=None)


def _before(decision: Decision) -> str:
    from tui.workbench import setting_told

    return setting_told(decision.was) or "nothing was decided"
