"""A session as a document: what the detail pane shows, before it is wrapped to a width."""

from collections.abc import Iterable, Iterator
from itertools import dropwhile
from typing import NamedTuple

from textual.content import Content

from tui.ui.cells import counted
from tui.ui.damage import Doubt, Doubts, codec_name
from tui.ui.glyphs import Glyphs
from tui.ui.inline import LONGEST, inline
from tui.workbench import Section, Session, Where, section_items

_MOST_LINES = 5_000
_MOST_CHARACTERS = 250_000

_Line = tuple[str, Doubt]
"""A line, and what of it still looks damaged."""


class Block(NamedTuple):
    """A paragraph: its text, and what stands before its first and its other lines.

    `where` is what of a session it is, for the filter; None for what no filter looks into.
    """

    content: Content
    first: str = ""
    rest: str = ""
    role: str = ""
    where: Where | None = "text"


def document(session: Session, glyphs: Glyphs) -> list[Block]:
    """Return a session as blocks: head, then every section under its own name.

    Of a note that is longer than a screen can be made of at once, the beginning; a last block
    says so.
    """
    blocks: list[Block] = []
    room = _MOST_CHARACTERS
    for block in _blocks(session, glyphs):
        if len(blocks) == _MOST_LINES or room < 0:
            said = "The note goes on. R shows all of it, as it is stored; e opens it."
            return [*blocks, Block(Content("")), Block(inline(said, "warning"), where=None)]
        blocks.append(block)
        room -= len(block.content.plain)
    return blocks


def _blocks(session: Session, glyphs: Glyphs) -> Iterator[Block]:
    doubts = Doubts(session)
    title = inline(session.title or "(no title)", "strong", doubts.anywhere)
    yield Block(title, where="title")
    yield from _head(session, glyphs, doubts)
    for problem in session.problems:
        yield Block(inline(problem, "warning"), f"{glyphs.problem} ", "  ", "warning")
    if session.intro:
        intro = ((line, doubts.anywhere) for line in session.intro.split("\n"))
        yield Block(Content(""))
        yield from _body(intro, glyphs)
    for section in session.sections:
        if section.kind == "pending" and _is_checklist_only(session, section):
            continue
        name = section.name.upper() if section.kind != "other" else section.name
        yield Block(Content(""))
        yield Block(inline(name, "heading", doubts.in_line(section.line - 1)))
        yield from _body(_lines_of(section, doubts), glyphs)


def _lines_of(section: Section, doubts: Doubts) -> Iterator[_Line]:
    """The lines of a section, but blank ones at its ends."""
    lines = enumerate(section.body.rstrip().split("\n"), section.line)
    for number, line in dropwhile(lambda numbered: not numbered[1].strip(), lines):
        yield line, doubts.in_line(number)


def _is_checklist_only(session: Session, section: Section) -> bool:
    """The checklist shows bullets; the section is shown too only where it says more."""
    if len(section.body) > _MOST_CHARACTERS:  # too long to look at before the next key
        return False
    bullets, paragraphs = section_items(section)
    return bullets == len(session.tasks) and not paragraphs


def _head(session: Session, glyphs: Glyphs, doubts: Doubts) -> Iterator[Block]:
    when = [session.date or "no date"]
    if session.start:
        until = f"{glyphs.dash}{session.end} ({duration(session)})" if session.end else ""
        when.append(f"{session.start}{until}")
    yield Block(inline("  ".join([*when, session.project]).rstrip(), "primary"), where="anywhere")
    if facts := [inline(fact, role) for fact, role in _facts(session, glyphs)]:
        yield Block(Content(f"  {glyphs.dot}  ").join(facts), where=None)
    if session.labels:
        labels = f" {glyphs.dot} ".join(session.labels)
        yield Block(inline(labels, "dim", doubts.anywhere), where="anywhere")
    yield Block(inline(session.path, "faint"), where=None)


def _facts(session: Session, glyphs: Glyphs) -> Iterator[tuple[str, str]]:
    """What is told in a few words, and how it looks."""
    if session.priority:
        yield session.priority, "key" if session.priority.casefold() == "high" else ""
    if session.publish is not None:
        yield ("published" if session.publish else "unpublished"), ""
    if session.healed:
        codecs = sorted({codec_name(mend.codec) for mend in session.healed})
        yield f"healed: {counted(len(session.healed), 'line')} ({', '.join(codecs)})", "primary"
    if session.uncertain:
        numbers = ", ".join(map(str, session.uncertain[:6]))
        more = f", {glyphs.ellipsis}" if len(session.uncertain) > 6 else ""
        yield f"uncertain: {counted(len(session.uncertain), 'line')} ({numbers}{more})", "warning"


def duration(session: Session) -> str:
    """Return how long a session took; one that ends before it starts went past midnight.

    It has a start and an end.
    """
    start, end = (int(c[:2]) * 60 + int(c[3:]) for c in (session.start, session.end))
    minutes = (end - start) % (24 * 60)
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02} min" if hours else f"{rest} min"


def _body(lines: Iterable[_Line], glyphs: Glyphs) -> Iterator[Block]:
    """Yield what the lines of a section are: bullets, headings, code, paragraphs."""
    fenced = False
    blank = False
    for line, doubt in lines:
        stripped = line.strip()
        if stripped.startswith(("```", "~~~")):
            fenced = not fenced
            continue
        if fenced:
            yield Block(inline_code(line), "  ", "  ")
            continue
        if not stripped:
            if blank:
                continue
            blank = True
            yield Block(Content(""))
            continue
        blank = False
        yield _block(line, stripped, glyphs, doubt)


def _block(line: str, stripped: str, glyphs: Glyphs, doubt: Doubt) -> Block:
    indent = " " * min(8, len(line) - len(line.lstrip()))
    if stripped.startswith("#"):
        return Block(inline(stripped.lstrip("#").strip(), "heading", doubt))
    marker, _, text = stripped.partition(" ")
    if marker in {"-", "*", "+", "•", "–"} and text:
        first = f"{indent}{glyphs.bullet} "
        return Block(inline(text.strip(), doubt=doubt), first, " " * len(first))
    if marker[:-1].isdigit() and marker[-1] in ".)" and len(marker) < 5 and text:
        first = f"{indent}{marker} "
        return Block(inline(text.strip(), doubt=doubt), first, " " * len(first))
    if stripped.startswith("|"):
        return Block(inline_code(stripped))
    return Block(inline(stripped, doubt=doubt), indent, indent)


def inline_code(line: str) -> Content:
    """Return a line of code as it is."""
    from textual.content import Span

    from tui.plain import plain

    text = plain(line[:LONGEST].replace("\t", "    "))
    if len(line) > LONGEST:
        text += f" … ({len(line) - LONGEST:,} more characters)"
    return Content(text, [Span(0, len(text), "code")])
