"""What a note says below its head, in prints: to find it again, and to tell whether it changed.

A part is a section, or what stands before the first. Of each there are two prints: one of its
bones, which is the same whether it is damaged or healed, and one of every sign in it, spaces and
ticks aside. Where a part is damaged and healing had to guess, or still may get better, only its
bones count: else a part would seem to say something else once it is healed.
"""

import re
from collections.abc import Iterable, Iterator

from tui.notes import identity
from tui.notes.normal import normalized
from tui.notes.session import Section

_TICKED = re.compile(r"\[[xX]\](?=\s|$)")
_LOST = "\ufffd"
_LONG_ENOUGH = 24  # shorter parts stand in many notes
_MOST_TRACES = 8
_VERSION = "1"
_SURE, _UNSURE = "=", "~"


def said(intro: str, sections: tuple[Section, ...], uncertain: Iterable[int]) -> str:
    """Return what tells whether a note says the same as before (see `changed_since`).

    Args:
        intro: what stands before the first section.
        sections: what follows, in order.
        uncertain: the numbers of the lines, from 1, that still look damaged.
    """
    return " ".join((_VERSION, *_parts(intro, sections, sorted(uncertain))))


def changed_since(signed: str, content: str, now: str) -> bool:
    """Whether a note says something else than when it was signed off.

    Args:
        signed: what it said then: as `said` has it, as `Session.content` has it in a journal of
            an older version, or "" if that is not known.
        content: the note's `Session.content`.
        now: what `said` has of it.
    """
    before, after = signed.split(" "), now.split(" ")
    if before[0] != _VERSION:
        return bool(signed) and signed != content
    return len(before) != len(after) or any(map(_differ, before[1:], after[1:]))


def traces(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """Return prints of what stands in a note beside its tasks, by which it is found again."""
    bones = (identity.skeleton(part.body) for part in sections if part.kind != "pending")
    found = [identity.digest(each)[:8] for each in bones if len(each) >= _LONG_ENOUGH]
    return tuple(dict.fromkeys(found))[:_MOST_TRACES]


def _parts(intro: str, sections: tuple[Section, ...], uncertain: list[int]) -> Iterator[str]:
    first = sections[0].line if sections else float("inf")
    if intro:
        yield _part("intro", intro, is_sure=not any(line < first for line in uncertain))
    for section in sections:
        end = section.line + section.body.count("\n")
        text = section.body
        if section.kind == "pending":
            text = _TICKED.sub("[ ]", text)
        elif section.kind == "other":
            text = f"{section.name}\n{text}"
        unsure = any(section.line <= line <= end for line in uncertain)
        yield _part(section.kind, text, is_sure=not unsure)


def _part(kind: str, text: str, *, is_sure: bool) -> str:
    words = " ".join(text.split())
    if not words.isascii():
        words = normalized("NFC", words)
    sure = _SURE if is_sure and _LOST not in words else _UNSURE
    bones, signs = identity.digest(kind, identity.skeleton(words)), identity.digest(kind, words)
    return f"{bones[:8]}{sure}{signs[:8]}"


def _differ(one: str, other: str) -> bool:
    if _UNSURE in one or _UNSURE in other:
        return one[:8] != other[:8]
    return one != other
