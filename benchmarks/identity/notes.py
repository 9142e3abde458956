"""What becomes of whole notes: their place, head, encoding, and whether they are there at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import PurePosixPath
from random import Random

from benchmarks.identity.bullets import Pen
from benchmarks.identity.sheet import Sheet

Change = Callable[[Pen, Sheet], bool]

_HEADINGS = ("### Pending Tasks", "### Pending Tasks:", "**Pending Tasks**", "**Pending Tasks:**",
             "## Pending Tasks", "#### Pending tasks")  # fmt: skip


def subfolder(sheet: Sheet) -> PurePosixPath:
    """Where a note goes when all notes are sorted into subfolders: by year, month and project."""
    project = sheet.path.parts[0]
    return PurePosixPath("sessions", sheet.day[:4], sheet.day[5:7], project, sheet.path.name)


def renamed(rng: Random, sheet: Sheet) -> PurePosixPath:
    """Another name in the same folder: shorter, numbered, or of other signs."""
    stem, suffix = sheet.path.stem, sheet.path.suffix
    rest = stem[11:]
    names = (
        f"{sheet.day} {rest.replace('_', ' ')}",
        f"{sheet.day.replace('-', '')}-{rest.lower().replace('_', '-')}",
        f"{sheet.day}_{rest[:20]}_{rng.randrange(1000):03}",
        f"session-{rng.randrange(10**6):06}",
    )
    return sheet.path.with_name(rng.choice(names) + suffix)


def _title_edited(pen: Pen, sheet: Sheet) -> bool:
    words = sheet.title.split(" ")
    ways = (
        f"{sheet.title} ({pen.rng.choice(pen.words.adverbs)})",
        " ".join((words[0], pen.rng.choice(pen.words.adjectives), *words[1:])),
        f"{pen.rng.choice(pen.words.headings)}: {sheet.title}",
        " ".join(words[:-1]) if len(words) > 3 else f"{sheet.title} 2",
        sheet.title.replace("e", "3", 1) if "e" in sheet.title else sheet.title[:-1],
    )
    title = pen.rng.choice(ways)
    sheet.replace_everywhere(sheet.title, title)
    sheet.title = title
    return True


def _title_new(pen: Pen, sheet: Sheet) -> bool:
    title = pen.task().rstrip(".").replace('"', "").replace("*", "")
    sheet.replace_everywhere(sheet.title, title)
    sheet.title = title
    return True


def _date_corrected(pen: Pen, sheet: Sheet) -> bool:
    day = date.fromisoformat(sheet.day) + timedelta(days=pen.rng.choice((-1, 1, 7, 30)))
    sheet.replace_everywhere(sheet.day, str(day))
    sheet.day = str(day)
    return True


def _time_corrected(pen: Pen, sheet: Sheet) -> bool:
    start = f"{pen.rng.randrange(24):02}:{pen.rng.randrange(0, 60, 5):02}"
    sheet.replace_everywhere(sheet.start, start)
    sheet.start = start
    return True


def _frontmatter_edited(pen: Pen, sheet: Sheet) -> bool:
    for number, line in enumerate(sheet.lines[:12]):
        if line.text.startswith("publish:"):
            line.text = f"publish: {pen.rng.choice(('true', 'false'))}"
            sheet.lines.insert(number, type(line)("", f"updated: {sheet.day}"))
            return True
    return False


def _prose_edited(pen: Pen, sheet: Sheet) -> bool:
    """A bullet of what was done is edited, which is no task."""
    lines = [line for line in sheet.lines if line.lead and not line.tasks and len(line.text) > 40]
    if not lines:
        return False
    line = pen.rng.choice(lines)
    line.text = line.text.rstrip(".") + f" {pen.rng.choice(pen.words.endings)}."
    return True


def _heading_written_otherwise(pen: Pen, sheet: Sheet) -> bool:
    for line in sheet.lines:
        if re.fullmatch(r"\W*Pending Tasks\W*", line.text, re.IGNORECASE) and not line.lead:
            line.text = pen.rng.choice(_HEADINGS)
            return True
    return False


def _healed(_: Pen, sheet: Sheet) -> bool:
    if not sheet.damage:
        return False
    sheet.damage = ""
    return True


def _hurt(pen: Pen, sheet: Sheet) -> bool:
    if sheet.damage:
        return False
    kinds = ("mac-roman", "windows-1252", "windows-1254-lossy", "windows-1253-partial", "cp437")
    sheet.damage = pen.rng.choice(kinds)
    return True


def _line_ends(_: Pen, sheet: Sheet) -> bool:
    sheet.newline = "\n" if sheet.newline == "\r\n" else "\r\n"
    return True


def _blank_lines(_: Pen, sheet: Sheet) -> bool:
    """A blank line below each heading, as formatters put it."""
    blank = type(sheet.lines[0])("", "")
    for number in reversed(range(sheet.first_section(), len(sheet.lines))):
        if sheet.lines[number].text.startswith("#"):
            sheet.lines.insert(number + 1, blank)
    return True


CHANGES: dict[str, Change] = {
    "title edited": _title_edited, "another title": _title_new, "date corrected": _date_corrected,
    "time corrected": _time_corrected, "YAML edited": _frontmatter_edited,
    "activities edited": _prose_edited, "heading written otherwise": _heading_written_otherwise,
    "healed": _healed, "saved as mojibake": _hurt, "line ends": _line_ends,
    "formatted": _blank_lines,
}  # fmt: skip
"""Edits of a note after which all of its tasks are the ones that they were."""
