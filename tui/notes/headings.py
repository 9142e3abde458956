"""The headings of a note: which lines open a section, and of which kind."""

import re
from functools import lru_cache
from typing import NamedTuple

from tui.notes.session import SectionKind

_KINDS: dict[str, SectionKind] = {
    "session goal": "goal",
    "session goals": "goal",
    "goal": "goal",
    "goals": "goal",
    "key activities": "activities",
    "activities": "activities",
    "key activity": "activities",
    "achievements": "achievements",
    "key achievements": "achievements",
    "achievement": "achievements",
    "pending tasks": "pending",
    "pending task": "pending",
    "tasks pending": "pending",
}
# Names that are headings even in bold or in plain text, where any line could look like one.
_OTHERS = {
    "labels", "tags", "outcome", "outcomes", "conclusion", "conclusions", "session time",
    "timing", "context", "summary", "additional notes", "notes", "next steps", "future steps",
    "key insights", "insights", "keywords", "status", "session metadata", "metadata",
    "description", "evidence",
}  # fmt: skip

_BOLD = re.compile(r"(?:\*\*|__)(?P<name>[^*_]{2,60}?)(?:\*\*|__)\s*:?\s*(?P<rest>.*)")
_PLAIN = re.compile(r"(?P<name>[^:*#|]{2,40}):\s*(?P<rest>.*)")
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
BARE = 7


class Heading(NamedTuple):
    """A heading: what it says, its kind, its level (1-6, 7 without `#`), prose on its line."""

    name: str
    kind: SectionKind
    level: int
    rest: str = ""


def read_heading(line: str) -> Heading | None:
    """Return the heading that a stripped line is, or None.

    A line with `#` always is one. A bold or a bare line is one if its name is among those that
    notes use; only the four sections that every note has can go on with prose on their line.
    """
    if line.startswith("#"):
        return _hash_heading(line)
    match = _BOLD.fullmatch(line) if line[:2] in ("**", "__") else None
    if match is None and ":" in line[:48]:
        match = _PLAIN.fullmatch(line)
    if match is None:
        return None
    name = match["name"].strip().rstrip(":").strip()
    rest = match["rest"].strip()
    words = _words(name)
    if kind := _KINDS.get(words):
        return Heading(name, kind, BARE, rest)
    if words in _OTHERS and not rest:
        return Heading(name, "other", BARE)
    return None


@lru_cache(maxsize=512)  # notes share their headings
def _hash_heading(line: str) -> Heading | None:
    after = line.lstrip("#")
    level = len(line) - len(after)
    name = after.strip().rstrip("#").strip().strip("*_").strip().rstrip(":").strip().strip("*_")
    words = _words(name)
    if kind := _KINDS.get(words):
        return Heading(name, kind, level)
    if level > 6 or not after[:1].isspace():  # "#tag" is no heading
        return None
    lead, _, rest = name.partition(":")
    if rest and (kind := _KINDS.get(_words(lead))):
        return Heading(lead.strip("*_ "), kind, level, rest.strip("*_ "))
    return Heading(name, "other", level)


def _words(name: str) -> str:
    return _NOT_ASCII_WORD.sub(" ", name.lower()).strip()
