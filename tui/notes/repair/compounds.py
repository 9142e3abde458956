"""What a lost sign joins where words touch it: a compound, two counterparts, a range.

"real‑time" has a hyphen that does not break, "client–server" the short dash.
"""

import re
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair.steps import UNKNOWN, counterparts

_JOINED: Final = f"‑{UNKNOWN}"
_WORD_BEFORE = pattern(r"([^\W_]+)$")
_WORD_BEHIND = pattern(r"([^\W_]+)")
# "end-to-end", "step-by-step": a little word between two signs.
_LITTLE: Final = "to|by|of|in|on|at|and|the|a|for|up|after|as"
_LITTLE_BEHIND = pattern(rf"(?:{_LITTLE})[{_JOINED}][^\W_]", re.I)
_LITTLE_BEFORE = pattern(rf"[^\W_]‑(?:{_LITTLE})$", re.I)
_UNIT_BEFORE = pattern(r"\d[ \xa0]?[^\W\d_]{1,3}$")
_NAME: Final = r"(?:[A-Z]{1,4}|[A-Z][a-z]{2}|[vV](?=\d))[\d.]*"
_NAMES = pattern(rf"(?<![^\W_]){_NAME}$")
_NAMES_BEHIND = pattern(rf"{_NAME}(?![^\W_])")
_ENOUGH: Final = 2  # letters of a word that is no single letter
# What is no word by itself, or none that ends a clause.
_FIRST_WORDS: Final = """
    non self multi semi anti pre post co inter intra sub ultra pseudo quasi mid so real fine third
    cutting state step quad bi tri mini micro meta cross ex re tele eco auto neo hyper proto
    """
_FIRST: Final = frozenset(_FIRST_WORDS.split())
# What ends a compound, if no clause starts with it: "based on", "up from", "like this".
_LAST_WORDS: Final = """
    based driven specific level term world scale wide friendly related oriented quality depth ready
    facing side party tenant service source sourced making solving effective efficient aware
    sensitive intensive critical tuned tuning stack site house class centric agnostic hoc made built
    hand means free grained saving consuming looking known defined planned organised organized
    feira fi
    """
_LAST: Final = frozenset(_LAST_WORDS.split())
_CLAUSE: Final = frozenset({"on", "by", "to", "from", "with", "in", "for", "as", "upon"})
# What a verb makes a noun of, and those verbs: "follow-up", "trade-offs".
_TURNED = pattern(r"(?:up|off|out|in|down|over|back|through|on)s?(?![^\W_])", re.I)
_VERBS_WORDS: Final = """
    sign set follow roll opt log check kick trade hand buy start pop drop pull run build clean write
    stand warm wrap mock look cut phase spin sell pay time break plug add lead walk drill scale
    speed shut lock fall carry sit stand
    """
_VERBS: Final = frozenset(_VERBS_WORDS.split())
# What is counted: "a 3-day course".
_COUNTED = pattern(
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|min|sec(?:ond)?s?|pages?|steps?|points?|bits?"
    r"|stars?|way|digits?|persons?|factor|fold|inch|km|miles?|parts?|stages?|phases?|tiers?|layers?"
    r"|levels?|columns?|rows?|items?|on|by|D|sizes?|cores?|nodes?|characters?|lines?|questions?"
    r"|slides?|class|speed|member|people|figure|hectare|degrees?)(?![^\W_])"
)
_POWER = pattern(r"(?<![^\W_])\d+[eE]$")  # "1e‑3"
_GREEK = pattern(r"(?<![^\W_])[α-ωΑ-Ω]$")  # "β‑carotene"
_MANY = pattern(r"\d{4}$")
_UNTIL = pattern(r"(?:present|now|today|date|ongoing)(?![^\W_])", re.I)


def hyphened(left: str, right: str) -> bool:
    """Say whether a hyphen joins two words to one, as in "real‑time" or "a 3‑day course".

    Args:
        left: the healed text before the sign; a word or number touches it.
        right: what follows, `UNKNOWN` for signs not yet decided.
    """
    if _LITTLE_BEFORE.search(left) or _LITTLE_BEHIND.match(right):
        return True
    before, behind = _WORD_BEFORE.search(left), _WORD_BEHIND.match(right)
    if not before or not behind:
        return False
    one, two = before[1], behind[1]
    if _POWER.search(left) and two[0].isdigit():
        return True
    if one[-1].isdigit():
        return bool(_COUNTED.match(right)) and two != "by"
    if two[0].isdigit():  # "GPT‑4", but "9am–5pm"
        return not _UNIT_BEFORE.search(left) and len(one) >= _ENOUGH and one.isupper()
    if len(one) == 1:  # "x‑axis", "K‑means"
        return len(two) > _ENOUGH
    if one.lower() in _FIRST:
        return True
    if two.lower() in _LAST:
        rest = _WORD_BEHIND.match(right[behind.end() :].lstrip())
        return not (rest and rest[1].lower() in _CLAUSE)
    return one.lower() in _VERBS and bool(_TURNED.match(right))


def surely_hyphened(left: str, right: str) -> bool:
    """Say whether what `hyphened` finds is beyond doubt, however the note writes its hyphens.

    No other sign stands in "12‑week", "end‑to‑end", "1e‑3" or "β‑carotene".
    """
    if _LITTLE_BEFORE.search(left) or _LITTLE_BEHIND.match(right):
        return True
    if _POWER.search(left) or _GREEK.search(left):
        return True
    return left[-1:].isdigit() and not _MANY.search(left)


def ranged(left: str, right: str) -> bool:
    """Say whether the short dash joins two of a kind: "client–server", "A–Z", "2021–today"."""
    if left[-1:].isdigit() and _UNTIL.match(right):
        return True
    if _UNIT_BEFORE.search(left) and right[:1].isdigit():
        return True
    if _NAMES.search(left) and _NAMES_BEHIND.match(right):
        return True
    return counterparts(left, right)
