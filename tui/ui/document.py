"""A session as a document: what the detail pane shows, before it is wrapped to a width."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.content import Content

from tui.ui.glyphs import Glyphs
from tui.ui.inline import inline
from tui.workbench import Session, section_items

_MOST_LINES = 5_000


class Block(NamedTuple):
    """A paragraph: its text, and what stands before its first and its other lines."""

    content: Content
    first: str = ""
    rest: str = ""
    role: str = ""


def document(session: Session, glyphs: Glyphs) -> list[Block]:
    """Return a session as blocks: head, then every section under its own name."""
    blocks = [Block(inline(session.title or "(no title)", "strong"))]
    blocks += [Block(inline(line, role)) for line, role in _head(session, glyphs)]
    blocks += [
        Block(inline(problem, "warning"), f"{glyphs.problem} ", "  ", "warning")
        for problem in session.problems
    ]
    if session.intro:
        blocks += [Block(Content("")), *_body(session.intro.split("\n"), glyphs)]
    for section in session.sections:
        body = _body(section.body.strip("\n").split("\n"), glyphs)
        if section.kind == "pending" and _is_checklist_only(session, section_items(section)):
            continue
        name = inline(section.name.upper() if section.kind != "other" else section.name, "heading")
        blocks += [Block(Content("")), Block(name), *body]
    return blocks[:_MOST_LINES]


def _is_checklist_only(session: Session, found: tuple[int, int]) -> bool:
    """The checklist shows bullets; the section is shown too only where it says more."""
    bullets, paragraphs = found
    return bullets == len(session.tasks) and not paragraphs


def _head(session: Session, glyphs: Glyphs) -> Iterator[tuple[str, str]]:
    when = [session.date or "no date"]
    if session.start:
        when.append(f"{session.start}{glyphs.dash}{session.end} ({duration(session)})")
    yield "  ".join([*when, session.project]).rstrip(), "primary"
    facts = [session.priority] if session.priority else []
    facts += {True: ["published"], False: ["unpublished"], None: []}[session.publish]
    if session.healed:
        codecs = sorted({mend.codec for mend in session.healed})
        facts.append(f"healed: {_lines(len(session.healed))} ({', '.join(codecs)})")
    if session.uncertain:
        numbers = ", ".join(map(str, session.uncertain[:6]))
        more = ", …" if len(session.uncertain) > 6 else ""
        facts.append(f"uncertain: line {numbers}{more}")
    if facts:
        yield f"  {glyphs.dot}  ".join(facts), "accent"
    if session.labels:
        yield f" {glyphs.dot} ".join(session.labels), "success"
    yield session.path, "faint"


def _lines(count: int) -> str:
    return f"{count} line" if count == 1 else f"{count} lines"


def duration(session: Session) -> str:
    """Return how long a session took; one that ends before it starts went past midnight."""
    start, end = (int(c[:2]) * 60 + int(c[3:]) for c in (session.start, session.end))
    minutes = (end - start) % (24 * 60)
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02} min" if hours else f"{rest} min"


def _body(lines: Iterable[str], glyphs: Glyphs) -> Iterator[Block]:
    """Yield what the lines of a section are: bullets, headings, code, paragraphs."""
    fenced = False
    blank = False
    for line in lines:
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
        yield _block(line, stripped, glyphs)


def _block(line: str, stripped: str, glyphs: Glyphs) -> Block:
    indent = " " * min(8, len(line) - len(line.lstrip()))
    if stripped.startswith("#"):
        return Block(inline(stripped.lstrip("#").strip(), "heading"))
    marker, _, text = stripped.partition(" ")
    if marker in {"-", "*", "+", "•", "–"} and text:
        first = f"{indent}{glyphs.bullet} "
        return Block(inline(text.strip()), first, " " * len(first))
    if marker[:-1].isdigit() and marker[-1] in ".)" and len(marker) < 5 and text:
        first = f"{indent}{marker} "
        return Block(inline(text.strip()), first, " " * len(first))
    if stripped.startswith("|"):
        return Block(inline_code(stripped))
    return Block(inline(stripped), indent, indent)


def inline_code(line: str) -> Content:
    """Return a line of code as it is."""
    from textual.content import Span

    from tui.plain import plain

    text = plain(line.replace("\t", "    "))[:20_000]
    return Content(text, [Span(0, len(text), "code")])
