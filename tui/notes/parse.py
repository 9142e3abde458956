"""Healed text to a session: the walk through the lines of a note."""

import datetime
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple

from tui.notes import identity
from tui.notes.asides import asides_among
from tui.notes.head import Head, is_date, names_a_session
from tui.notes.headings import (
    BARE,
    UNDERLINES,
    Heading,
    is_underline,
    listed_heading,
    read_heading,
    underlined_heading,
    unmarked_heading,
)
from tui.notes.items import Item, fence_after, split_items
from tui.notes.metadata import Metadata, as_list, as_text, read_metadata
from tui.notes.pending import says_nothing_is_pending, says_something_is_left
from tui.notes.repair import Repaired
from tui.notes.session import NotASession, Section, SectionKind, Session, Task

_FENCES = ("```", "~~~")
_TICKED = re.compile(r"\[[xX]\](?=\s|$)", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_line_of = attrgetter("line")
_NONE: Mapping[int, bool] = {}
_MOST_TASKS = 5_000  # of one session; whoever follows up on them goes through them one by one


class _Part(NamedTuple):
    """A heading and the number, from 1, of the first line that is not the heading's."""

    heading: Heading
    first: int


class _Walk:
    """What a walk through the body of a note has found; lines count from 1."""

    __slots__ = ("asides", "head", "heads", "in_bullets", "intro", "parts", "underlines")

    def __init__(self, asides: Mapping[int, bool], in_bullets: bool) -> None:
        """Begin one.

        Args:
            asides: lines that name a session which is not this one; whether that is quoted.
            in_bullets: whether bullets are its headings.
        """
        self.asides, self.in_bullets = asides, in_bullets
        self.head = Head()
        self.intro: list[str] = []
        self.parts: list[_Part] = []
        self.heads: dict[int, str] = {}  # what the lines name that name a session
        self.underlines: list[int] = []


def parse(path: str, repaired: Repaired, problem: str = "") -> Session | NotASession:
    """Read the healed text of a note; whatever it holds, this never raises.

    Args:
        path: where the note lies, relative to the notes folder; names it and nothing else.
        repaired: its text, healed.
        problem: what was wrong with its encoding, if anything was.
    """
    text = repaired.text
    lines = split_lines(text.lstrip("\ufeff"))  # a mark of byte order is no part of the first line
    metadata = read_metadata(lines)
    walk = _walk_as_it_is_headed(lines, metadata.body)
    if reason := _why_not_a_session(walk, metadata):
        return NotASession(path, reason)
    return _assemble(path, repaired, lines, metadata, walk, [problem] if problem else [])


def split_lines(text: str) -> list[str]:
    r"""Split at "\n", "\r\n" or, in a text that has no "\n", at "\r"; never at U+0085."""
    if "\r" not in text:
        return text.split("\n")
    if "\n" not in text:
        return text.split("\r")
    return [line.removesuffix("\r") for line in text.split("\n")]


def _walk_as_it_is_headed(lines: list[str], body: int) -> _Walk:
    walk = _walk_body(lines, body)
    if len(walk.heads) > 1 and (asides := asides_among(lines, walk.heads, walk.parts)):
        walk = _walk_body(lines, body, asides)
    if not walk.parts and _is_headed_by_bullets(lines, body, walk.head):
        walk = _walk_body(lines, body, walk.asides, in_bullets=True)
    for number in walk.underlines:  # a part of the heading, and not of what stands below
        lines[number - 1] = ""
    return walk


def _walk_body(
    lines: list[str], body: int, asides: Mapping[int, bool] = _NONE, in_bullets: bool = False
) -> _Walk:
    walk = _Walk(asides, in_bullets)
    passed = "" if in_bullets else "- "
    fence = ""
    if not asides and (taken := walk.head.take_usual(lines, body)):
        walk.heads[body + 1] = walk.head.named
        body += taken
    for number, line in enumerate(lines[body:], body + 1):
        if not line or (line[:2] == passed and walk.parts):  # most lines, at once
            continue
        stripped = line.strip()
        if not stripped or (walk.parts and stripped[:2] == passed):
            continue
        if fence or stripped[:3] in _FENCES:
            fence = fence_after(fence, stripped)
        elif _read_line(walk, stripped, number, lines):
            continue
        if not walk.parts:
            walk.intro.append(line)
    return walk


def _read_line(walk: _Walk, stripped: str, number: int, lines: list[str]) -> bool:
    """Take a line that belongs to the head or opens a section."""
    if ":" in stripped and (named := names_a_session(stripped)):
        if walk.asides.get(number, _is_quoted_below_a_title(walk, stripped)):
            return False
        if number not in walk.asides:
            walk.heads[number] = named
            return not walk.parts and walk.head.take(stripped, number)
    elif walk.asides and stripped[0] == ">":  # what follows a head that is quoted
        return False
    elif not walk.parts and walk.head.take(stripped, number):
        return True
    heading = read_heading(stripped)
    if heading is None or heading.level == BARE:
        if number < len(lines) and lines[number][:2] in UNDERLINES:
            heading = _underlined(walk, heading, number, lines)
        if heading is None:
            line = lines[number - 1].rstrip()
            heading = unmarked_heading(line) or (listed_heading(line) if walk.in_bullets else None)
    if heading is None:
        return False
    if not walk.parts and heading.level == 1 and heading.kind == "other":
        walk.head.title = walk.head.title or heading.name
        return True
    if walk.parts and not _opens_section(heading, walk.parts[-1].heading):
        return False
    walk.parts.append(_Part(heading, number + 1))
    return True


def _is_quoted_below_a_title(walk: _Walk, stripped: str) -> bool:
    return bool(walk.head.title and not walk.heads and stripped.startswith(">"))


def _underlined(
    walk: _Walk, heading: Heading | None, number: int, lines: list[str]
) -> Heading | None:
    """Return the heading that a line without `#` is, above one that looks like an underline."""
    below = lines[number]
    if not is_underline(below):
        return heading
    is_taken = below[0] == "="  # "---" is a rule
    if heading is None:
        above = lines[number - 2] if number > 1 else ""
        heading = underlined_heading(lines[number - 1], above, below)
        is_taken = heading is not None
    if is_taken:
        walk.underlines.append(number + 1)
    return heading


def _is_headed_by_bullets(lines: list[str], body: int, head: Head) -> bool:
    """Tell whether all sections of a note come as bullets, with their own nested below them."""
    kinds: set[SectionKind] = set()
    below = ""
    for line in reversed(lines[body:]):
        if below[:1].isspace() and (heading := listed_heading(line.rstrip())) and not heading.rest:
            kinds.add(heading.kind)
        below = line if line.strip() else below
    return len(kinds) > 1 or bool(kinds and "session" in head.found)


def _opens_section(heading: Heading, above: Heading) -> bool:
    """A deeper heading of no name we know stays inside the section it divides.

    So does one that says the same again.
    """
    kind = heading.kind
    if kind != "other":
        return kind != above.kind or not above.level < heading.level < BARE or bool(heading.rest)
    if above.kind == "other":
        return True
    return heading.level <= above.level or heading.level == BARE


def _why_not_a_session(walk: _Walk, metadata: Metadata) -> str:
    if len(walk.heads) > 1 and len(named := set(walk.heads.values())) > 1:
        return f"a journal of {len(named)} sessions"
    if "session" in walk.head.found:
        return ""
    known = {part.heading.kind for part in walk.parts} - {"other"}
    evidence = len(known) + len(walk.head.found) + len(metadata.values.keys() & _SESSION_KEYS)
    if known and evidence > 1:
        return ""
    if not (walk.intro or walk.parts or walk.head.found or walk.head.title):
        return "it is empty"
    return "no session head and no section such as Pending Tasks"


_SESSION_KEYS = {"session_id", "created"}
_TRUE = {"true", "yes"}


def _assemble(
    path: str,
    repaired: Repaired,
    lines: list[str],
    metadata: Metadata,
    walk: _Walk,
    problems: list[str],
) -> Session:
    head, values = walk.head, metadata.values
    if metadata.problem:
        problems.append(metadata.problem)
    problems += head.problems
    title = head.title or as_text(values.get("title"))
    date = head.date or _date_of(values)
    labels = _labels(head, values.get("tags"))
    problems += _contradictions(head, values) + _gaps(head, title, date)
    session = identity.session_id(
        export_id=as_text(values.get("session_id")),
        path=path,
        date=date,
        start=head.start,
        title=title,
    )
    sections, tasks = _read_parts(walk.parts, lines, session)
    if len(tasks) > _MOST_TASKS:
        tasks = tasks[:_MOST_TASKS]
        problems.append(f"tasks: more than {_MOST_TASKS:,}, the others are not listed")
    return Session(
        id=session,
        path=path,
        title=title,
        date=date,
        start=head.start,
        end=head.end,
        labels=tuple(labels),
        project=head.project or as_text(values.get("project")),
        priority=head.priority or as_text(values.get("priority")),
        publish=_publish(values, problems),
        intro="\n".join(walk.intro).strip(),
        sections=sections,
        tasks=tasks,
        healed=repaired.healed,
        uncertain=tuple(sorted({*repaired.uncertain, *head.damaged})),
        problems=tuple(problems),
        content=_content_id(sections),
        text=repaired.text,
    )


def _labels(head: Head, tags: Any) -> list[str]:
    """Where head and frontmatter say the same, the latter tells which commas divide labels."""
    labels = head.labels
    if labels and (type(tags) is not list or len(tags) == len(labels)):
        return labels
    listed = as_list(tags)
    return listed if not labels or ", ".join(listed) == head.labelled else labels


def _date_of(values: dict[str, Any]) -> str:
    created = values.get("created")
    if type(created) is datetime.date:
        return created.isoformat()
    found = _DAY.match(as_text(created))
    return found[0] if found and is_date(found[0]) else ""


def _publish(values: dict[str, Any], problems: list[str]) -> bool | None:
    """None only where the note does not say: what is not clearly true is not for others."""
    publish = values.get("publish")
    if publish is None or isinstance(publish, bool):
        return publish
    if isinstance(publish, str):
        said = publish.strip().casefold()
        if said in _TRUE:
            return True
        if not said:
            return None
    problems.append("frontmatter: publish is neither true nor false, and counts as false")
    return False


def _contradictions(head: Head, values: dict[str, Any]) -> list[str]:
    found = []
    created, title = _date_of(values), as_text(values.get("title"))
    if head.date and created and created != head.date:
        found.append(f"frontmatter: created {created}, but the head says {head.date}")
    if "created" in values and not created:
        found.append("frontmatter: created is not a day of the calendar")
    if (
        title
        and head.title not in ("", title)
        and identity.skeleton(title) != identity.skeleton(head.title)
    ):
        found.append("frontmatter: its title is not the title in the head")
    return found


def _gaps(head: Head, title: str, date: str) -> list[str]:
    if title and date and head.end:  # nearly always
        return []
    here = {"no title": title, "no date": date, "no clock times": head.start}
    found = [f"head: {what}" for what, value in here.items() if not value]
    if head.start and not head.end:
        found.append("head: a start and no end")
    return found


def _read_parts(
    parts: list[_Part], lines: list[str], session: str
) -> tuple[tuple[Section, ...], tuple[Task, ...]]:
    sections: list[Section] = []
    tasks: list[Task] = []
    said: dict[str, int] = {}
    nexts = [part.first - 2 for part in parts[1:]]
    for (heading, first), end in zip(parts, [*nexts, len(lines)], strict=False):
        inside = lines[first - 1 : end]
        if heading.rest:
            first, inside = first - 1, [heading.rest, *inside]
        sections.append(Section(heading.name, heading.kind, "\n".join(inside), first))
        if heading.kind == "pending":
            found = _tasks(*split_items(inside, first), session, said)
            tasks += islice(found, _MOST_TASKS + 1 - len(tasks))
    return tuple(sections), tuple(tasks)


def _tasks(
    bullets: list[Item], prose: list[Item], session: str, said: dict[str, int]
) -> Iterator[Task]:
    """Yield the tasks of a section, in the order of their lines."""
    tasks = [item for item in bullets if not says_nothing_is_pending(item.text)]
    left = _tasks_in_prose(prose, bullets, is_beside=bool(tasks)) if prose else []
    for item in sorted((*tasks, *left), key=_line_of) if left else tasks:
        text, line, mark = item
        words = identity.fold(text)
        n = said[words] = said.get(words, -1) + 1
        task = identity.task_id(session, words, n)
        yield Task(task, text, line, n, mark, from_prose=item in left)


def _tasks_in_prose(prose: list[Item], bullets: list[Item], *, is_beside: bool) -> list[Item]:
    """Return the paragraphs that are tasks; beside bullets that are, most introduce them."""
    if is_beside:
        return [item for item in prose if says_something_is_left(item.text)]
    denial = bullets[0].text if bullets else ""
    return [item for item in prose if _is_task(denial, item.text)]


def _is_task(denial: str, text: str) -> bool:
    """Whether a paragraph is one, where no bullet is: it may go on with what a bullet denies."""
    if text.endswith(":") or says_nothing_is_pending(text):
        return False
    return not denial or not says_nothing_is_pending(f"{denial.rstrip('.')}. {text}")


def items_of(session: Session, kind: SectionKind) -> list[str]:
    """Return the bullets of all sections of one kind, in order."""
    return [
        bullet.text
        for section in session.sections
        if section.kind == kind
        for bullet in split_items(section.body.split("\n"), section.line)[0]
    ]


def section_items(section: Section) -> tuple[int, int]:
    """Return how many bullets a section holds, and how many paragraphs beside them."""
    bullets, prose = split_items(section.body.split("\n"), section.line)
    return len(bullets), len(prose)


def _content_id(sections: tuple[Section, ...]) -> str:
    """The same for a note that was renamed, moved, given another head, damaged, healed, ticked."""
    said = "\n".join(
        _TICKED.sub("[ ]", section.body) if section.kind == "pending" else section.body
        for section in sections
        if section.kind != "other"
    )
    return identity.digest(identity.skeleton(said)) if said.strip() else ""
