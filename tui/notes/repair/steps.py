"""What a lost sign between spaces joins: steps of a chain, two names of a thing, an aside."""

import re
from typing import Final

UNKNOWN: Final = "\ufffc"  # stands for a sign not yet decided
_WORDS = re.compile(r"[^\W_]+")
_LONG: Final = 2  # words; the steps of "call → triage → dispatch" are no longer
_MANY: Final = 4  # signs; so many in a row part steps, and no sentence
_LONGER: Final = 3  # words; a step of such a row
_ASIDE: Final = 8  # words; a longer aside is a sentence by itself
# Words of sentences, of which a step, a short name, has none.
_WORDS_OF_SENTENCES: Final = """
    the a an his her its my our your their this that these those he she it we you they i who what
    why how when where is are was were be been has have had do does did not no nor and or but if
    then so because as than will would can could may should must in on at of to for from with
    by about into under over after before until still only even just also more less very
among between despite during without within both either which while
"""
SENTENCE_WORDS: Final = frozenset(_WORDS_OF_SENTENCES.split())
# Words of what becomes something else.
_TURNING = re.compile(
    r"(?<!\w)(?:convert|renam|map(?!s?\b|le)|migrat|switch|redirect|replac|transform|translat|mov"
    r"|swap|chang|turn|upgrad|link)\w*",
    re.I,
)
_WHEN = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}$",
    re.I,
)
_OPENED = re.compile(rf"[(\[“‘\"'`{UNKNOWN}]([^()\[\]“”‘’\"'`{UNKNOWN}]{{1,40}}) $")
_CLOSED = re.compile(rf"^ ([^()\[\]“”‘’\"'`{UNKNOWN}]{{1,40}})[)\]”’\"'`{UNKNOWN}](?!\w)")
_CLAUSE = re.compile(r"[.!?:;]\s")


def chain(left: str, right: str) -> bool:
    """Say whether short steps stand between several signs, as in "call → triage → dispatch".

    Args:
        left: the healed text before the sign.
        right: what follows, `UNKNOWN` for signs not yet decided.
    """
    first = re.split(r"[.:;(] |^\s*[-*+•]\s|\*\*", left)[-1]
    rest = re.split(r"[.:;,)]", right.lstrip())[0]
    found = re.split(f" [{UNKNOWN}→] ", f"{first} {UNKNOWN} {rest}")
    longest = max(len(_WORDS.findall(step)) for step in found)
    if len(found) > _MANY:
        return longest <= _LONGER
    return len(found) > 2 and longest <= _LONG and not any(map(_talk, found))


def pair(left: str, right: str) -> bool:
    """Say whether one thing becomes another, as in "(CSV → Parquet)" or "‘old name → new name’"."""
    before, after = _OPENED.search(left), _CLOSED.match(right)
    if not before or not after:
        return False
    one, two = _WORDS.findall(before[1]), _WORDS.findall(after[1])
    if not one or not two or max(len(one), len(two)) > _LONGER or _talk(before[1] + after[1]):
        return False
    if any(_WHEN.match(word) or word.isdigit() for word in (one[-1], two[0])):
        return False
    return len(one) == len(two) or bool(_TURNING.search(left))


def aside(left: str, right: str) -> bool:
    """Say whether this is one of two signs around an aside, as in "a plan – a rough one – for".

    Who writes the long dash around an aside mostly writes it without spaces.
    """
    behind = _CLAUSE.split(right)[0]
    ahead = re.split(r"[.!?:;]\s|^\s*[-*+•]\s", left)[-1]
    before, after = ahead.count(" – ") + ahead.count(" — "), behind.count(f" {UNKNOWN} ")
    if before + after != 1:
        return False
    within = behind.split(f" {UNKNOWN} ")[0] if after else re.split(" [–—] ", ahead)[-1]
    return 0 < len(_WORDS.findall(within)) <= _ASIDE


def _talk(step: str) -> bool:
    return any(word.lower() in SENTENCE_WORDS for word in _WORDS.findall(step))
