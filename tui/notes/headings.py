"""The headings of a note: which lines open a section, and of which kind."""

import re
from functools import lru_cache
from typing import NamedTuple

from tui.notes.items import marker_of
from tui.notes.patterns import pattern
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
    "pending task s": "pending",
    "tasks pending": "pending",
}
# What is a heading where it stands on a line as it is.
_ALONE = {"Session Goal", "Key Activities", "Key Achievements", "Achievements", "Pending Tasks"}
# Other words for pending tasks: where they stand alone, with `#`, in bold or underlined.
_PENDING = {
    "pending", "pending item", "pending items", "pending action", "pending actions",
    "pending action items", "pending work", "outstanding task", "outstanding tasks",
    "outstanding items", "open task", "open tasks", "open item", "open items", "remaining task",
    "remaining tasks", "remaining items", "action item", "action items", "to do", "to dos",
    "to do s", "to do list", "todo", "todos", "todo s", "todo list", "tarea pendiente",
    "tareas pendientes",
}  # fmt: skip
# Names that are headings even in bold or in plain text, where any line could look like one.
_OTHERS = {
    "labels", "tags", "outcome", "outcomes", "conclusion", "conclusions", "session time",
    "timing", "context", "summary", "additional notes", "notes", "next steps", "future steps",
    "key insights", "insights", "keywords", "status", "session metadata", "metadata",
    "description", "evidence",
}  # fmt: skip

_HTML = r"</?(?:u|b|i|em|strong|mark|ins|h[1-6])>"
_STRESS = rf"(?:[*_]|{_HTML})"
_STRESSED = pattern(
    rf"(?P<open>{_STRESS}{{1,8}})(?=\S)(?P<name>[^*_<]{{2,80}}){_STRESS}{{1,8}}"
    r"\s*:?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_TAG = pattern(_HTML, re.IGNORECASE)
_PLAIN = re.compile(r"(?P<name>[^:*#|]{2,40}):\s*(?P<rest>.*)")
_LISTED = pattern(r"(?:[-*+]|\d{1,2}[.)])\s+(?P<text>[*_<].*)")
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
_NUMBER = pattern(r"(?:\d{1,2} ){1,3}(?=\D)")
_SIGN = pattern(r"[^\x00-\u218f\w][^\x00-\x7f\w\s]{0,8}\s{0,4}")  # punctuation is none
_UNDERLINE = pattern(r"(?P<line>-{2,}|={2,})\s*")
_ASIDE = pattern(r"(?P<name>[^()\[\]]+)(?:\((?P<said>[^()]*)\)|\[(?P<count>[^\[\]]*)\])")
_AND = pattern(r"[&/+,]|\s(?:and|for|[-–—])\s", re.IGNORECASE)
_OVER = pattern(
    r"\W*(?:(?:all|already|now)\s+)?(?:done|completed?|resolved|closed|finished|archived|"
    r"cancelled|dropped)\W*",
    re.IGNORECASE,
)
_DASH = pattern(r"[-–—]+\s+")
BARE = 7
UNDERLINES = ("--", "==")
"""How a line begins that can be an underline."""


class Heading(NamedTuple):
    """A heading: what it says, its kind, its level (1-6, 7 without `#`), prose on its line."""

    name: str
    kind: SectionKind
    level: int
    rest: str = ""


def read_heading(line: str) -> Heading | None:
    """Return the heading that a stripped line is, or None.

    A line with `#` always is one. A stressed or a bare line is one if its name is among those
    that notes use; only the four sections that every note has can go on with prose on their line.
    """
    first = line[:1]
    if first == "#":
        return _hash_heading(line)
    is_stressed = first in "*_<" or (first > "\x7f" and ("**" in line or "__" in line))
    if is_stressed and (found := _stressed_heading(line)):
        return found
    if ":" not in line[:48] or not (match := _PLAIN.fullmatch(line)):
        return None
    words = _words(match["name"])
    return _bare(match["name"], match["rest"], _KINDS.get(words), words)


def unmarked_heading(line: str) -> Heading | None:
    """Return the heading that a line is which is one of the four names and nothing else."""
    return Heading(line, _KINDS[line.lower()], BARE) if line in _ALONE else None


def is_underline(line: str) -> bool:
    """Tell whether a line can make a heading of the one above it."""
    return line[:2] in UNDERLINES and _UNDERLINE.fullmatch(line) is not None


def underlined_heading(line: str, above: str, below: str) -> Heading | None:
    """Return the heading that a line with an underline below it is, or None.

    Args:
        line: as it stands.
        above: the line above it. Where that is not blank, the words could be the last of a
            paragraph, and have to begin as a name does.
        below: the underline.
    """
    name = line.strip().rstrip(":").strip()
    words = _words(name)
    if line[:1].isspace() or (above.strip() and not name[:1].isupper()):
        return None
    if kind := _kind_alone(name):
        return Heading(name, kind, 1 if below[0] == "=" else 2)
    return Heading(name, "other", BARE) if words in _OTHERS else None


def listed_heading(line: str) -> Heading | None:
    """Return the heading that a bullet is, as `- **Pending Tasks:**`, or None.

    Only the four names are, in bold; only a goal can go on with prose on the line.
    """
    match = _LISTED.fullmatch(line)
    if match is None or match["text"][:2] not in ("**", "__"):
        return None
    found = _stressed_heading(match["text"])
    is_one = found and _words(found.name) in _KINDS and (not found.rest or found.kind == "goal")
    return found if is_one else None


def _stressed_heading(line: str) -> Heading | None:
    """In bold, or otherwise stressed and alone on its line, with or without a sign before it."""
    line = _without_anchor(line)
    if line[:1] > "\x7f" and (sign := _SIGN.match(line)) and marker_of(line) is None:
        line = line[sign.end() :]
    match = _STRESSED.fullmatch(line)
    if match is None:
        return None
    name, rest = match["name"].strip().rstrip(":"), match["rest"]
    words = _unnumbered(_words(name))
    if not rest:
        return _bare(name, "", _KINDS.get(words) or _kind_alone(name), words)
    return None if match["open"] in "*_" else _bare(name, rest, _KINDS.get(words), words)


def _bare(name: str, rest: str, kind: SectionKind | None, words: str) -> Heading | None:
    name, rest = name.strip().rstrip(":").strip(), rest.strip()
    if kind == "goal" and (dash := _DASH.match(rest)):
        rest = rest[dash.end() :]
    if kind:
        return Heading(name, kind, BARE, rest)
    return Heading(name, "other", BARE) if words in _OTHERS and not rest else None


@lru_cache(maxsize=512)  # notes share their headings
def _hash_heading(line: str) -> Heading | None:
    after = line.lstrip("#")
    level = len(line) - len(after)
    name = _without_anchor(after.strip()).rstrip("#").strip()
    name = _TAG.sub("", name).strip() if "<" in name else name
    name = name.strip("*_").strip().rstrip(":").strip().strip("*_")
    if kind := _kind(name):
        return Heading(name, kind, level)
    if level > 6 or not after[:1].isspace():  # "#tag" is no heading
        return None
    if kind := _kind_alone(name):
        return Heading(name, kind, level)
    lead, _, rest = name.partition(":")
    if rest and (kind := _kind(lead)):
        return Heading(lead.strip("*_ "), kind, level, rest.strip("*_ "))
    return Heading(name, "other", level)


def _kind(name: str) -> SectionKind | None:
    return _KINDS.get(_unnumbered(_words(name)))


def _kind_alone(name: str) -> SectionKind | None:
    """The kind of a name that stands alone on its line: in other words, or with more behind it."""
    name = name.replace("(s)", "s")
    if aside := _ASIDE.fullmatch(name):
        if _OVER.fullmatch(aside["said"] or ""):  # what is done is not pending
            return None
        name = aside["name"]
    if kind := _kind_in_other_words(name):
        return kind
    lead, *more = _AND.split(name, maxsplit=1)
    if not more or _kind(more[0]) not in (None, "pending"):  # two of the four in one are neither
        return None
    return "pending" if _kind_in_other_words(lead) == "pending" else None


def _kind_in_other_words(name: str) -> SectionKind | None:
    words = _unnumbered(_words(name))
    return "pending" if words in _PENDING else _KINDS.get(words)


def _without_anchor(line: str) -> str:
    """Leave out what a heading is linked by: `{#id}` or `^id` at its end."""
    if line.endswith("}"):
        before, mark, inside = line.rpartition("{")
        if mark and inside[:1] in "#.":
            return before.rstrip()
    elif " ^" in line:
        before, _, inside = line.rpartition(" ^")
        if inside.replace("-", "").isalnum():
            return before.rstrip()
    return line


def _words(name: str) -> str:
    return _NOT_ASCII_WORD.sub(" ", name.lower()).strip()


def _unnumbered(words: str) -> str:
    number = _NUMBER.match(words) if words[:1].isdigit() else None
    return words[number.end() :] if number else words
