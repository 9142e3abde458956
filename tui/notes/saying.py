"""What a note says below its head, in prints: to find it again, and to tell whether it changed.

A part is a section, or what stands before the first. Of each there are two prints: one of its
bones, which is the same whether it is damaged or healed, and one of every sign in it, spaces and
ticks aside. Where a part is damaged and healing had to guess, or still may get better, only its
bones count: else a part would seem to say something else once it is healed.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from tui.notes import identity
from tui.notes.normal import normalized
from tui.notes.session import SectionKind, Session

_TICKED = re.compile(r"\[[xX]\](?=\s|$)")
_LOST = "\ufffd"
_LONG_ENOUGH = 24  # shorter parts stand in many notes
MOST_TRACES = 8
"""How many prints a note is found again by, at the most."""
_VERSION = "1"
_SURE, _UNSURE = "=", "~"


class Part(NamedTuple):
    """A part of a note: its kind, name and text, and whether healing left no doubt in it."""

    kind: SectionKind | Literal["intro"]
    name: str
    text: str
    is_sure: bool = True


class Saying(NamedTuple):
    """What a note says: `said` as `changed_since` compares it, `traces` to find it again by."""

    said: str
    traces: tuple[str, ...]


def saying_of(session: Session) -> Saying:
    """Return the prints of a note."""
    return prints_of(parts_of(session))


def parts_of(session: Session) -> tuple[Part, ...]:
    """Return the parts of a note, in order."""
    return tuple(_parts(session))


def prints_of(parts: Iterable[Part]) -> Saying:
    """Return the prints of a note, by its parts."""
    printed = [_printed(part) for part in parts]
    traces = dict.fromkeys(one.bones for one in printed if one.leads)
    said = " ".join((_VERSION, *(one.print for one in printed)))
    return Saying(said, tuple(traces)[:MOST_TRACES])


def changed_since(signed: str, content: str, now: str) -> bool:
    """Whether a note says something else than when it was signed off.

    Args:
        signed: what it said then: as `said` has it, as `Session.content` has it in a journal of
            an older version, or "" if that is not known.
        content: the note's `Session.content`.
        now: its `Saying.said`; "" if that is not known yet.
    """
    if not now:
        return False
    before, after = signed.split(" "), now.split(" ")
    if before[0] != _VERSION:
        return bool(signed) and signed != content
    return len(before) != len(after) or any(map(_differ, before[1:], after[1:]))


class _Printed(NamedTuple):
    """A part in prints; `leads` tells whether other notes hardly have it, and it holds no task."""

    bones: str
    print: str
    leads: bool


def _parts(session: Session) -> Iterator[Part]:
    intro, sections, uncertain = session.intro, session.sections, session.uncertain
    first = sections[0].line if sections else float("inf")
    if intro:
        yield Part("intro", "", intro, not any(line < first for line in uncertain))
    for section in sections:
        end = section.line + section.body.count("\n") if uncertain else 0
        unsure = any(section.line <= line <= end for line in uncertain)
        yield Part(section.kind, section.name, section.body, not unsure)


def _printed(part: Part) -> _Printed:
    kind, text = part.kind, part.text
    if kind == "pending":
        text = _TICKED.sub("[ ]", text)
    elif kind == "other":
        text = f"{part.name}\n{text}"
    words = _words(text)
    sure = _SURE if part.is_sure and _LOST not in words else _UNSURE
    skeleton = identity.skeleton(words)
    bones = identity.digest(kind, skeleton)[:8]
    leads = kind not in ("pending", "intro") and len(skeleton) >= _LONG_ENOUGH
    return _Printed(bones, f"{bones}{sure}{identity.digest(words)[:8]}", leads)


def _words(text: str) -> str:
    """Return a text in Unicode's form NFC, with single spaces."""
    if not text.isascii():
        return normalized("NFC", " ".join(text.split()))
    spaced = text.replace("\n", " ").strip()
    if not spaced.isprintable():
        return " ".join(text.split())
    while "  " in spaced:  # the same as above, twice as fast
        spaced = spaced.replace("  ", " ")
    return spaced


def _differ(one: str, other: str) -> bool:
    if _UNSURE in one or _UNSURE in other:
        return one[:8] != other[:8]
    return one != other
