"""Which of several characters stood here: by neighbours, case, script, and what the file proves."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from tui.notes.repair import alphabet, words

_TAIL = re.compile(r"(?:s|t|re|ve|ll|d|m|S|T|RE|VE|LL|D|M)(?![^\W\d_])")
_ELISION = re.compile(
    r"(?:^|[^\w’'])(?:[dljcmnstDLJCMNST]|[Qq]u|dell|nell|all|sull|un|O|[Ll]orsqu|[Jj]usqu)$"
)
_CLOSING = re.compile("”|’(?![^\\W_])|(?<=[^\\W_])\ufffc(?![^\\W_])")
_NUMBER = re.compile(r"\d[\s°%€$£]*[^\W\d]{0,2}\s*$")
_WORD_END = re.compile(r"[^\W\d_]+$")
_WORD_START = re.compile(r"[^\W\d_]*")
UNKNOWN: Final = "\ufffc"  # stands for a character not yet decided
_DASHES: Final = frozenset("—–−‒―‑")
_SURE: Final = 6.0  # a lead this large leaves no doubt worth naming


def choose(
    candidates: Sequence[str], left: str, right: str, proven: Mapping[str, int]
) -> tuple[str, bool]:
    """Return the likeliest candidate and whether another one was thinkable.

    Args:
        candidates: what can have stood there, at least one.
        left: the healed text before it in the line (its end will do).
        right: what follows in the line, as far as known.
        proven: how often each character is known to stand in the file.
    """
    if len(candidates) == 1:
        return candidates[0], False
    ranked = sorted(
        ((score(char, left, right, proven), char) for char in candidates),
        key=lambda pair: (-pair[0], pair[1]),
    )
    (best, char), (second, _) = ranked[0], ranked[1]
    return char, best - second < _SURE


def score(char: str, left: str, right: str, proven: Mapping[str, int]) -> float:
    """Return how well a character fits between `left` and `right`; higher is likelier."""
    points = alphabet.weight(char)
    seen = proven.get(char, 0)
    if seen:
        points += 2.0 + min(seen, 8) / 4
    if alphabet.script(char):
        return points + _as_letter(char, left, right)
    return points + _as_sign(char, left, right)


def _as_letter(char: str, left: str, right: str) -> float:
    before, after = left[-1:], right[:1]
    points = 0.0
    script = alphabet.script(char)
    beside = False
    for neighbour in (before, after):
        other = alphabet.script(neighbour) if neighbour else ""
        if other:
            beside = True
            points += 1.0 if other == script else -12.0
    if not beside:  # few letters are a word by themselves
        return points - (3.0 if words.known(char) else 9.0) + _case(char, left, right, "", "")
    word = _WORD_END.search(left[-24:])
    head = word.group() if word else ""
    rest = _WORD_START.match(right)
    tail = rest.group() if rest else ""
    ends = right[len(tail) : len(tail) + 1] != UNKNOWN
    points += 0.6 * words.habit(head, char, tail + "$" if ends else tail)
    if ends and len(head) + len(tail) and words.known(head + char + tail):
        points += 6.0
    return points + _case(char, left, right, before, after)


def _case(char: str, left: str, right: str, before: str, after: str) -> float:
    upper = char.isupper()
    if before.islower():
        return -9.0 if upper else 0.0
    if before.isupper():
        loud = after.isupper() or (not after.isalpha() and left[-2:-1].isupper())
        return (0.0 if upper else -7.0) if loud else (-5.0 if upper else 0.0)
    if after.isupper():
        return 0.0 if upper else -7.0
    text = left.rstrip(" *_“‘\"'([¿¡")
    items = [item.strip(" '\"[]") for item in text.split(",")] if text[-1:] == "," else []
    titled = sum(item[:1].isupper() for item in items[1:])
    if titled and titled == len(items) - 2:  # a list of labels, each with a capital
        return 3.0 if upper else 0.0
    starts = not text or text[-1] in ".!?:•" or text.lstrip() in {"-", "*", "+", "#", "##", "###"}
    if starts:
        return 1.5 if upper else 0.0
    return 0.0 if upper else 2.0


def _as_sign(char: str, left: str, right: str) -> float:
    before, after = left[-1:], right[:1]
    tight_left = before.isalnum() or before in ".,;:!?%)]*_`"
    tight_right = after.isalnum() or after in "*_`([¿¡"
    if tight_left and before and tight_right and after:
        return _inside(char, left, right)
    if not (tight_left and before) and tight_right and after:
        return _opening(char, left, right)
    if tight_left and before:
        return _closing(char, left, right)
    return _apart(char, left, right)


def _inside(char: str, left: str, right: str) -> float:
    if left[-1].isdigit() and right[0].isdigit():
        return {"–": 7.0, "—": 1.0, "−": 1.0, "×": 2.0, "’": 0.0}.get(char, -4.0)
    if char == "’":
        close = _TAIL.match(right) or _ELISION.search(left[-12:])
        return 7.0 if close else 2.0
    if char == "—" or (char == "–" and left[-1].isalpha()):
        return 1.0 if char == "—" else 0.0
    return {"·": -1.0, "…": -2.0, "”": -3.0, "“": -3.0, "\xad": -1.0}.get(char, -6.0)


def _opening(char: str, left: str, right: str) -> float:
    if right[0].isdigit():
        return {"≥": 3.0, "≤": 2.0, "≈": 2.0, "“": 3.0, "’": 2.0, "€": 2.0, "→": 1.0}.get(
            char, -2.0
        )
    if char in "“‘":
        closing = _CLOSING.search(right)
        if closing:
            return 6.0 if (closing.group() != "’") == (char == "“") else 1.0
    if char == "“" and left.count("“") > left.count("”"):
        return -4.0
    return {"“": 5.0, "‘": 3.0, "„": 3.0, "¿": 3.0, "¡": 3.0, "«": 3.0, "—": 1.0, "–": 0.0}.get(
        char, -5.0 if char in "’”…»" else -2.0
    )


def _closing(char: str, left: str, right: str) -> float:
    opened = max(left.rfind("“"), left.rfind("„")) > left.rfind("”")
    single = left.rfind("‘") > max(left.rfind("’"), -1)
    if char == "”":
        return 6.0 if opened else -3.0
    if char == "“":  # closes in German and Czech
        return 3.0 if left.rfind("„") > left.rfind("“") else -6.0
    if char == "’":
        return 5.0 if single else 3.0 if left[-1:] in "sS" and not opened else 0.0
    if char == "…":
        return 3.0 if not opened and left[-1:].isalnum() else 0.0
    return {"™": 0.0, "®": 0.0, "°": 1.0, "º": 1.0, "—": 0.0, "–": -1.0}.get(char, -4.0)


def _apart(char: str, left: str, right: str) -> float:
    follows = right.lstrip()
    if not left.strip():
        return {"•": 6.0, "→": 2.0, "✓": 3.0, "✅": 3.0, "–": 2.0, "—": 1.0, "✔": 2.0}.get(
            char, 0.0
        )
    if char in _DASHES:
        if follows[:1].isdigit() and _NUMBER.search(left[-8:]):
            return {"–": 7.0, "—": 4.0}.get(char, 0.0)
        return 5.0 if char == "—" else 4.0 if char == "–" else -2.0
    if char in "≥≤≈≠×" and follows[:1].isdigit():
        return 5.0
    if char in "’“”‘…„":
        return -6.0
    if left.strip() in {"-", "*", "+"}:
        return 3.0 if char in "✅✓✔❌⚠→" else 0.0
    return {"→": 2.0, "•": 1.0, "·": 1.0, "≥": 0.0, "×": 1.0}.get(char, -1.0)
