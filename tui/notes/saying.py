"""What a note says below its head, in prints: to find it again, and to tell whether it changed.

A part is a section, or what stands before the first. Of each there are two prints: one of its
bones, which is the same whether it is damaged or healed, and one of every sign in it, spaces and
ticks aside. Where a part is damaged and healing had to guess, or still may get better, only its
bones count: else a part would seem to say something else once it is healed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.notes import identity
from tui.notes.normal import normalized
from tui.notes.session import Session

_TICKED = re.compile(r"\[[xX]\](?=\s|$)")
_LOST = "\ufffd"
_LONG_ENOUGH = 24  # shorter parts stand in many notes
MOST_TRACES = 8
"""How many prints a note is found again by, at the most."""
_VERSION = "1"
_SURE, _UNSURE = "=", "~"


class Saying(NamedTuple):
    """What a note says: `said` as `changed_since` compares it, `traces` to find it again by."""

    said: str
    traces: tuple[str, ...]


def saying_of(session: Session) -> Saying:
    """Return the prints of a note."""
    parts = list(_parts(session))
    traces = dict.fromkeys(part.bones for part in parts if part.leads)
    said = " ".join((_VERSION, *(part.print for part in parts)))
    return Saying(said, tuple(traces)[:MOST_TRACES])


def changed_since(signed: str, content: str, now: str) -> bool:
    """Whether a note says something else than when it was signed off.

    Args:
        signed: what it said then: as `said` has it, as `Session.content` has it in a journal of
            an older version, or "" if that is not known.
        content: the note's `Session.content`.
        now: its `Saying.said`.
    """
    before, after = signed.split(" "), now.split(" ")
    if before[0] != _VERSION:
        return bool(signed) and signed != content
    return len(before) != len(after) or any(map(_differ, before[1:], after[1:]))


class _Part(NamedTuple):
    """A part in prints; `leads` tells whether other notes hardly have it, and it holds no task."""

    bones: str
    print: str
    leads: bool


def _parts(session: Session) -> Iterator[_Part]:
    intro, sections, uncertain = session.intro, session.sections, session.uncertain
    first = sections[0].line if sections else float("inf")
    if intro:
        yield _part("intro", intro, is_sure=not any(line < first for line in uncertain))
    for section in sections:
        text = section.body
        if section.kind == "pending":
            text = _TICKED.sub("[ ]", text)
        elif section.kind == "other":
            text = f"{section.name}\n{text}"
        end = section.line + section.body.count("\n") if uncertain else 0
        unsure = any(section.line <= line <= end for line in uncertain)
        yield _part(section.kind, text, is_sure=not unsure)


def _part(kind: str, text: str, *, is_sure: bool) -> _Part:
    words = _words(text)
    sure = _SURE if is_sure and _LOST not in words else _UNSURE
    skeleton = identity.skeleton(words)
    bones = identity.digest(kind, skeleton)[:8]
    leads = kind not in ("pending", "intro") and len(skeleton) >= _LONG_ENOUGH
    return _Part(bones, f"{bones}{sure}{identity.digest(words)[:8]}", leads)


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
