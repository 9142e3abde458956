"""What a lost sign between spaces joins: steps of a chain, two names of a thing, an aside."""

import re
from typing import Final

from tui.notes.patterns import pattern

UNKNOWN: Final = "\ufffc"  # stands for a sign not yet decided
_WORDS = pattern(r"[^\W_]+")
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
_TURNING = pattern(
    r"(?<!\w)(?:convert|renam|map(?!s?\b|le)|migrat|switch|redirect|replac|transform|translat|mov"
    r"|swap|chang|turn|upgrad|link)\w*",
    re.I,
)
_WHEN = pattern(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}$",
    re.I,
)
_OPENED = pattern(rf"[(\[“‘\"'`{UNKNOWN}]([^()\[\]“”‘’\"'`{UNKNOWN}]{{1,40}}) $")
_CLOSED = pattern(rf"^ ([^()\[\]“”‘’\"'`{UNKNOWN}]{{1,40}})[)\]”’\"'`{UNKNOWN}](?!\w)")
_CLAUSE = pattern(r"[.!?:;]\s")
_LAST_WORD = pattern(r"([^\W_]+)[ \xa0]*$")
_FIRST_WORD = pattern(r"[ \xa0]*([^\W_]+)")
_BETWEEN = pattern(rf" [{UNKNOWN}→] ")
# Two that belong together as what is before and what is behind, or as one side and the other.
_PAIRS: Final = """
    before/after input/output problem/solution source/target old/new idea/product cause/effect
    question/answer request/response draft/final user/system client/server producer/consumer
    sender/receiver raw/clean key/value name/value cost/benefit risk/reward supply/demand
    teacher/student student/teacher doctor/patient parent/child human/computer human/machine
    buyer/seller start/end source/destination frontend/backend backend/frontend development/staging
    staging/production dev/prod pilot/production plan/actual
"""
_COUNTERPARTS: Final = frozenset(_PAIRS.split())
# Both ends of these look alike, and are no words of a sentence.
_NAMED = (
    (pattern(r"`[ \xa0]$"), pattern(r"[ \xa0]`")),
    (pattern(r"[^\W_][”\"'][ \xa0]$"), pattern(rf"[ \xa0][“‘\"'{UNKNOWN}][^\W_]")),
    (
        pattern(r"(?<![^\s(\[\"'“])[^\W_]+(?:[_./][^\W_]+)+[ \xa0]$"),
        pattern(r"[ \xa0][^\W_]+(?:[_./][^\W_]+)+(?![^\W_])"),
    ),
    (pattern(r"(?<!\w)[vV]\d[\w.]*[ \xa0]$"), pattern(r"[ \xa0][vV]\d")),
)
# Behind a word of turning, a name in quotation marks and one in code, too: "‘fecha’ → `date`".
_NAMED_APART = (
    (pattern(r"[^\W_][”’\"'][ \xa0]$"), pattern(r"[ \xa0]`")),
    (pattern(r"`[ \xa0]$"), pattern(rf"[ \xa0][“‘\"'{UNKNOWN}][^\W_]")),
)
# What a chain of steps is called, or stands behind.
_FLOW = pattern(
    r"(?<!\w)(?:pipelines?|(?:work|data)?flows?|chain|cycle|loop|stages?|steps?|sequence|path|route"
    r"|phases?|into|via|navigat\w*|pasos|etapas|flujo)(?!\w)",
    re.I,
)
_NAME = pattern(r"[A-Z\d]")
_CAPITAL = pattern(r"(?<![^\W_])[A-Z]")
# "from idea → product", "Migrated MySQL → PostgreSQL"
_SOURCE = pattern(r"(?<!\w)from (?:the |an? )?([^\W_]+(?: [^\W_]+)?) $", re.I)
_TURNED = pattern(rf"{_TURNING.pattern} (?:the |an? |our )?((?:[^\W_]+ )?[^\W_]+) $", re.I)
_RESULT = pattern(rf" ([^\W_]+)(?:[^\w{UNKNOWN}]|$)")
_AMOUNT_BEFORE = pattern(r"([€$£]?)(\d[\d.,]*) ?([^\W\d_]{0,4}[%°]?) $")
_AMOUNT_BEHIND = pattern(rf" ([€$£{UNKNOWN}]?)(\d[\d.,]*\d|\d) ?([^\W\d_]{{0,4}}[%°]?)")
_UNITS: Final = (
    ("B", "kB", "KB", "MB", "GB", "TB", "PB"),
    ("ns", "µs", "ms", "s", "sec", "min", "h", "d"),
    ("mg", "g", "kg", "t"),
    ("mm", "cm", "m", "km"),
)
_RISING = pattern(
    r"(?<!\w)(?:ro(?:se|ne)|ris(?:e|es|ing|en)|gr(?:ew|ow|own|owing|ows)|increas\w*|improv\w*"
    r"|rais\w*|went|go(?:es|ing)?|jump\w*|climb\w*|boost\w*|doubl\w*|upgrad\w*|bump\w*"
    r"|scal\w*)(?!\w)",
    re.I,
)


def chain(left: str, right: str) -> bool:
    """Say whether short steps stand between several signs, as in "call → triage → dispatch".

    Args:
        left: the healed text before the sign.
        right: what follows, `UNKNOWN` for signs not yet decided.
    """
    first = re.split(r"[.:;(] |^\s*[-*+•]\s|\*\*", left)[-1]
    rest = re.split(r"[.:;,)]", right.lstrip())[0]
    found = _BETWEEN.split(f"{first} {UNKNOWN} {rest}")
    if len(found) > 2 and (_headed(found) or _flowing(found)):
        return True
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


def _headed(steps: list[str]) -> bool:
    """Say whether steps have capitals: "Go to Settings → Privacy → Cookies of the page"."""
    ends = [_LAST_WORD.search(steps[0]), *map(_FIRST_WORD.match, steps[1:])]
    if not all(word and _NAME.match(word[1]) for word in ends):
        return False
    if not all(_CAPITAL.search(step) for step in steps):
        return False
    return all(len(_WORDS.findall(step)) <= _LONG and not _talk(step) for step in steps[1:-1])


def _flowing(steps: list[str]) -> bool:
    """Say whether steps are called so: "Split it into read → parse → store stages"."""
    if not _FLOW.search(f"{steps[0]} {steps[-1]}"):
        return False
    return all(
        0 < len(_WORDS.findall(step)) <= _LONG and not _talk(step) and "," not in step
        for step in steps[1:-1]
    )


def counterparts(left: str, right: str) -> bool:
    """Say whether the words at a sign belong together, as in "Input → Output"."""
    before, behind = _LAST_WORD.search(left), _FIRST_WORD.match(right)
    if not before or not behind:
        return False
    return f"{before[1]}/{behind[1]}".lower() in _COUNTERPARTS


def becomes(left: str, right: str) -> bool:
    """Say whether one thing becomes another where spaces stand around the sign.

    That is between two names in code or quotation marks, two counterparts, behind a word of
    turning, and between amounts that fall or are said to rise; a range never falls.
    """
    if any(one.search(left) and two.match(right) for one, two in _NAMED):
        return True
    if any(one.search(left) and two.match(right) for one, two in _NAMED_APART):
        return _TURNING.search(left) is not None
    if counterparts(left, right):
        return True
    result = _RESULT.match(right)
    if result and not _talk(result[1]) and not result[1].endswith("ly"):
        source = _SOURCE.search(left) or _TURNED.search(left)
        if source and not _talk(source[1]) and not _WHEN.match(source[1]):
            last = _WORDS.findall(source[1])[-1]
            if last.isdigit() or result[1].isdigit():
                return False
            from_here = bool(_SOURCE.search(left))
            capitals = last[0].isupper(), result[1][0].isupper()
            return capitals == (True, True) or (from_here and capitals == (False, False))
    return _moves(left, right)


def turned(left: str, right: str) -> bool:
    """Say whether one form becomes another where words touch the sign: "Converted CSV→JSON"."""
    before, behind = _LAST_WORD.search(left), _FIRST_WORD.match(right)
    if not before or not behind or not (before[1] + behind[1]).isupper():
        return False
    return _TURNING.search(left) is not None


def _moves(left: str, right: str) -> bool:
    """Say whether an amount changes: "120 ms → 45 ms", "rose from 81 % → 87 %"."""
    before, behind = _AMOUNT_BEFORE.search(left), _AMOUNT_BEHIND.match(right)
    if not before or not behind or (behind[1] not in {before[1], UNKNOWN}):
        return False
    if not before[1] and before[3] != behind[3]:
        return _smaller(behind[3], before[3])
    one, two = _number(before[2]), _number(behind[2])
    if one > two:
        return bool(before[1] or before[3])
    return one < two and _RISING.search(left) is not None


def _smaller(one: str, two: str) -> bool:
    """Say whether a unit is smaller than another of its kind: no range goes from GB to MB."""
    return any(
        one in units and two in units and units.index(one) < units.index(two) for units in _UNITS
    )


def _number(text: str) -> float:
    """Return a number as it is written; only whether it is more than another is asked."""
    whole, _, part = text.replace(",", "").rstrip(".").partition(".")
    return float(f"{whole}.{part.replace('.', '')}")


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
