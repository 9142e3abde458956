"""A note and the forms it is written down in."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from random import Random
from typing import NamedTuple


class Task(NamedTuple):
    """A pending task of a note.

    Attributes:
        text: The bullet's text in one line, its markup included.
        done: Whether the note itself has it ticked.
    """

    text: str
    done: bool = False


class Section(NamedTuple):
    """A section of a note.

    Attributes:
        name: Its heading's words.
        prose: A paragraph, or nothing.
        bullets: The items of its list.
    """

    name: str
    prose: str = ""
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note and all that is true of it.

    Attributes:
        path: Where it lies in the folder.
        data: Its bytes.
        text: Its text before it was damaged; the same as `data` in a clean note.
        day: The session's day.
        start: When the session began, `HH:MM`.
        end: When it ended, `HH:MM`.
        title: The session's title.
        project: The session's project.
        priority: `LOW`, `MEDIUM` or `HIGH`.
        labels: The session's labels.
        publish: Whether the note may be shown to others; `None` where it does not say.
        goal: The session's goal, one paragraph.
        activities: The bullets of its activities, each in one line.
        achievements: The bullets of its achievements, each in one line.
        tasks: What it leaves to do.
        form: `usual`, `export` or `plain`.
        heading: How its sections are headed, a key of `HEADING`; "" in the plain form.
        pending: How it speaks of pending tasks, a key of `PENDING`.
        further: Its section beyond the four usual ones, or "".
        damage: What happened to it, a key of `DAMAGES`, or "".
    """

    path: PurePosixPath
    data: bytes
    text: str
    day: date
    start: str
    end: str
    title: str
    project: str
    priority: str
    labels: tuple[str, ...]
    publish: bool | None
    goal: str
    activities: tuple[str, ...]
    achievements: tuple[str, ...]
    tasks: tuple[Task, ...]
    form: str
    heading: str
    pending: str
    further: str
    damage: str


class Style(NamedTuple):
    """How a note is written down."""

    heading: str
    marker: str
    checkbox: str
    wrapped: bool
    goal_on_heading: bool


def _usual(of: Note, sections: Sequence[Section], style: Style, rng: Random) -> str:
    quote = '"' if rng.random() < 0.05 else "'"
    return "\n".join(
        (
            *_frontmatter(of, quote),
            "",
            f"## 📅 {of.day} — Session: {of.title}",
            "",
            f"**🕒 {of.start}–{of.end}**  ",
            f"**🏷️ Labels**: {', '.join(of.labels)}  ",
            f"**📂 Project**: {of.project}  ",
            f"**⭐ Priority**: {of.priority}  ",
            "",
            "",
            *_body(sections, style),
        )
    )


def _export(of: Note, sections: Sequence[Section], style: Style, rng: Random) -> str:
    session_id = f"{rng.getrandbits(256):064x}"
    source = f"exports/{of.day:%Y}/{of.day:%m}.jsonl"
    extra = (f"session_id: {session_id}", f'source_file: "{source}"', "generated: true")
    return "\n".join(
        (
            *_frontmatter(of, '"', *extra),
            "",
            f"# {of.title}",
            "",
            f"- **Day**: {of.day}",
            f"- **Time**: {of.start} to {of.end}",
            f"- **Project**: {of.project}",
            "- **Workspace**: Personal",
            "- **Status**: Completed",
            f"- **Priority**: {of.priority}",
            "- **Assignee**: Unassigned",
            f"- **Tags**: {', '.join(of.labels)}",
            "",
            "## Description",
            "",
            *_body(sections, style),
            "## Evidence",
            "",
            f"- **Source file**: `{source}`",
            f"- **Line number**: {rng.randint(1, 4000)}",
            f"- **Session id**: `{session_id}`",
            "",
        )
    )


def _plain(of: Note, sections: Sequence[Section], style: Style, rng: Random) -> str:
    lines = [
        f"📅 {of.day} — Session: {of.title}",
        "",
        f"🕒 {of.start}–{of.end}",
        f"🏷️ Labels: {', '.join(of.labels)}",
        f"📂 Project: {of.project}",
        f"⭐ Priority: {of.priority}",
        "",
    ]
    for section in sections:
        lines += [f"{section.name}:", ""]
        lines += [section.prose, ""] if section.prose else []
        lines += [style.marker + bullet for bullet in section.bullets]
        lines += [""] if section.bullets else []
    final_newline = "\n" * rng.randint(0, 1)
    return "\n".join(lines).rstrip("\n") + final_newline


WRITERS: dict[str, Callable[[Note, Sequence[Section], Style, Random], str]] = {
    "usual": _usual,
    "export": _export,
    "plain": _plain,
}
"""Each form: from a note, its sections in order and its style to the text as it is stored."""


def _frontmatter(of: Note, quote: str, *extra: str) -> tuple[str, ...]:
    tags = ", ".join(f"{quote}{label}{quote}" for label in of.labels)
    return (
        "---",
        f'title: "{of.title}"',
        f"tags: [{tags}]",
        f"created: {of.day}",
        f"publish: {'true' if of.publish else 'false'}",
        *extra,
        "---",
    )


def _body(sections: Iterable[Section], style: Style) -> Iterator[str]:
    for section in sections:
        heading = _heading(section.name, style.heading)
        if section.prose and style.goal_on_heading and section.name == "Session Goal":
            yield f"{heading} {section.prose}"
        else:
            yield heading
            if section.prose:
                yield section.prose
        yield from _list(section.bullets, style)
        yield ""


def _heading(name: str, style: str) -> str:
    match style:
        case "### :":
            return f"### {name}:"
        case "** **":
            return f"**{name}**"
        case "** :**":
            return f"**{name}:**"
        case _:
            return style + name


def _list(bullets: Sequence[str], style: Style) -> Iterator[str]:
    for number, bullet in enumerate(bullets, start=1):
        marker = style.marker.replace("1", str(number))
        if style.wrapped:
            yield from textwrap.wrap(
                marker + bullet,
                width=78,
                subsequent_indent=" " * len(marker),
                break_long_words=False,
                break_on_hyphens=False,
            )
        else:
            yield marker + bullet
