"""Which sign stood where its bytes are lost: quotes, dashes, arrows, by what stands around them."""

import re
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet, compounds, steps
from tui.notes.repair.around import Around
from tui.notes.repair.habits import Habits
from tui.notes.repair.steps import UNKNOWN

_UNSEEN: Final = frozenset("\u200b\u200d\u200e\u200f\u202f\u2009\ufeff\u2028\ufe0f\xad")
RULED: Final = frozenset("’‘“”„«…—–−‑→•·✅✓✔❌⚠≈≥≤≠×€°º™®¿¡")  # some rule speaks for these
_FIRST: Final = 8  # candidates that need none
_DASHES: Final = frozenset("—–−‒―‑")
_CONTRACTION = pattern(r"(?:s|t|re|ve|ll|d|m|S|T|RE|VE|LL|D|M)(?![^\W\d_])")
_ELISION = pattern(
    r"(?:^|[^\w’'])(?:[bcdjlmnoqstvyz]|qu|un|ch|gl|ma|dell|nell|all|sull|dall|quell|quest|bell|sant"
    r"|nessun|tutt|mezz|lorsqu|jusqu|puisqu|quoiqu|aujourd|presqu)$",
    re.I,
)
_VOWEL = pattern(r"[aeiouyhAEIOUYH]|[^\x00-\x7f]")
_O = pattern(r"(?:^|[^\w’'])[oO]$")
_AND = pattern(rf"n[{UNKNOWN}’] ")  # "rock ’n’ roll"
_PLURAL = pattern(r"s(?![^\W_])")
_PRICED = pattern(rf"[€$£{UNKNOWN}]\d")
# What tells that something was not done, or not well.
_NOT = pattern(
    r"\W*(?:not?\b|never|fail\w*|block\w*|miss\w*|reject\w*|remov\w*|wrong\w*|broken|avoid\w*"
    r"|cancel\w*|dropp\w*|error\w*|without|don[’\ufffc]t|isn[’\ufffc]t|doesn[’\ufffc]t|incomplete|invalid"
    r"|den(?:y|ied)|unresolved|sin|falta\w*|falt[óo]|no)\b",
    re.I,
)
# A sign behind these is no dash: "Status: ✅ done, ❌ blocked", "| ✅ | ❌ |".
_LISTED = pattern(r"(?:[:(\[|]|[✅✓✔❌][^✅✓✔❌]*[,;]) $")
_TURKISH_NAME = pattern(r"(?:^|[^\w’'])[A-ZÇĞİÖŞÜ][^\W\d_]+$")
_TURKISH_ENDING = pattern(
    r"(?:[dt][ae]n?|[dt][ae]ki(?:ler)?|n?[ıiuü]n|[ny]?[aeıiuü]|l[ae]r\w*|yl[ae]|c[ae])(?![^\W\d_])"
)
_YEAR = pattern(r"\d\d(?![\d.,]|\s?[°%€])")
_NUMBER = pattern(r"\d[\s°%€$£]*[^\W\d]{0,2}\s*$")
_LOW_QUOTES: Final = {"german": "“", "czech": "“", "polish": "”", "hungarian": "”", "romanian": "”"}
_LOW_CLOSED = pattern(r"[^“”„\n]+“(?![^\W_])")  # so closes what "„" opens
# Languages whose spaced dash is the short one; in English, the spaced pair is.
_SHORT_DASH: Final = frozenset(
    {"german", "french", "italian", "portuguese", "polish", "czech", "hungarian", "turkish"}
)
# Where an item starts: behind a bullet or its box, a heading's mark, or the name of a line.
_ITEM = pattern(
    r"^\s*(?:(?:[-*+•]|\d{1,2}[.)])\s+(?:\[.\]\s+)?|#{1,6}\s+)?(?:\*\*)?$"
    r"|^title:\s*[\"']?$|\d{4}-\d\d-\d\d \S+ ?Session:\s*$"
)
_SENTENCE = pattern(r"[.!?…][\"”’)]?\s+$")
# What compares a number: "about ≈ 2", "n ≥ 30", "(≤ 5 %)", never a dash.
_COMPARED = pattern(
    r"(?:[(\[]|(?<!\w)(?:[A-Za-z]|to|of|at|about|than|from|with|is|was|by|for|only|and|or|de|a|con"
    r"|que|version|Python)\s)$"
)


def choose(
    candidates: tuple[str, ...], left: str, right: str, habits: Habits, language: str
) -> tuple[str, bool]:
    """Return the likeliest candidate and whether another one was thinkable.

    Args:
        candidates: what can have stood there, at least one.
        left: the healed text before it in the line (its end will do).
        right: what follows in the line, as far as known.
        habits: of the file.
        language: the line is probably written in.
    """
    left_picture = alphabet.kind(left[-1:] or " ") == "picture"
    seen = [char for char in candidates if left_picture or char not in _UNSEEN] or list(candidates)
    if len(seen) == 1:
        return seen[0], False
    echo = habits.echoed(left, right)
    if echo in seen:
        return echo, True
    if len(seen) > _FIRST:  # the rest is rare, and no rule speaks for it
        proven = habits.proven
        seen = seen[:_FIRST] + [c for c in seen[_FIRST:] if c in RULED or c in proven]
    around = Around(left, right, language)
    best = max(seen, key=lambda char: (_score(char, around, habits), -candidates.index(char)))
    return best, True


def _score(char: str, around: Around, habits: Habits) -> float:
    points = alphabet.weight(char) + habits.favour(char)
    if alphabet.script(char):
        beside = alphabet.script(char) in map(alphabet.script, (around.before, around.after))
        return points + (0.0 if beside else -9.0)
    if around.tight_left and around.tight_right:
        points += habits.favour_dash(char, spaced=False)
        return points + _inside(char, around, hyphens=not habits.plain_hyphens)
    if around.tight_right:
        return points + _opening(char, around)
    if around.tight_left:
        return points + _closing(char, around)
    points += habits.favour_dash(char, spaced=True)
    return points + _apart(char, around, bullets=habits.bullets)


def _inside(char: str, around: Around, *, hyphens: bool) -> float:
    left, right = around.left, around.right
    hyphens = hyphens or compounds.surely_hyphened(left, right)
    if hyphens and compounds.hyphened(left, right) and not _elided(left, right):
        return 10.0 if char == "‑" else 0.0
    if around.before.isdigit() or around.after.isdigit() or _PRICED.match(right):
        if _PLURAL.match(right):  # "the 1990’s"
            return 7.0 if char == "’" else 0.0
        if around.after.isalpha() and not compounds.ranged(left, right):  # "by 2024—at last"
            return {"–": 1.0, "—": 2.0, "×": 1.0, "’": 0.0}.get(char, -4.0)
        return {"–": 7.0, "—": 1.0, "−": 1.0, "×": 2.0, "’": 0.0}.get(char, -4.0)
    if not around.before.isalnum():  # "end.“Next", "(see)—then"
        return {"“": 1.0, "—": 2.0, "–": 1.0}.get(char, -3.0)
    if char == "→" and steps.turned(left, right):
        return 5.0
    if char in "’—–":
        if _apostrophe(left, right, around.language):
            return 7.0 if char == "’" else 0.0
        last, first = left[-1:], right[:1]
        names = first.isupper() and (_TURKISH_NAME.search(left[-24:]) or last.isupper())
        short = names or compounds.ranged(left, right)
        return {"’": -1.0, "—": 2.0, "–": 4.0 if short else 1.0}[char]
    return {"·": -1.0, "…": -2.0, "”": -3.0, "“": -3.0}.get(char, -6.0)


def _elided(left: str, right: str) -> bool:
    """Say whether a vowel is left out, as in "l’été", "O’Brien", "isn’t"."""
    if _CONTRACTION.match(right) or _O.search(left[-4:]):
        return True
    return bool(_ELISION.search(left[-14:]) and _VOWEL.match(right))


def _apostrophe(left: str, right: str, language: str) -> bool:
    if _elided(left, right):
        return True
    if alphabet.script(left[-1:]) == "CYRILLIC":
        return True
    if not right[1:2].isalpha():
        return not compounds.ranged(left, right)
    turkish = _TURKISH_ENDING.match(right) and _TURKISH_NAME.search(left[-24:])
    return bool(turkish) and language == "turkish"


def _opening(char: str, around: Around) -> float:
    if around.after.isdigit() and not around.closed:
        year = _YEAR.match(around.right)
        return {"≥": 3.0, "≤": 2.0, "≈": 2.0, "’": 3.0 if year else 0.0, "€": 2.0, "−": 6.0}.get(
            char, -2.0
        )
    if char == "’" and _AND.match(around.right):
        return 12.0
    if char in "“„":
        low = around.language in _LOW_QUOTES or _LOW_CLOSED.match(around.right)
        usual = (char == "„") == bool(low)
        return (
            (9.0 if usual else 2.0 if char == "“" else -3.0)
            + (1.0 if around.closed else 0.0)
            - (7.0 if around.opened else 0.0)
        )
    if char == "‘":
        return 6.0 if around.opened else 12.0 if around.single_closes else 2.0
    return {"¿": 3.0, "¡": 3.0, "«": 3.0, "—": 1.0, "–": 0.0, "→": 0.0}.get(
        char, -5.0 if char in "’”…»" else -2.0
    )


def _closing(char: str, around: Around) -> float:
    left, right, opened, later = around.left, around.right, bool(around.opened), around.closed
    single = left.rfind("‘") > left.rfind("’")
    follows = right[1:2] if right[:1] == " " else ""
    plural = around.before in "sS" and follows.islower()
    if char == "”":
        if opened:
            return 2.0 if (plural and later) or single else 6.0
        return 2.0 if around.before in ".,!?" else -3.0
    if char == "“":  # closes in German and Czech
        low = _LOW_QUOTES.get(around.language, "“") == "“"
        return 9.0 if around.opened == "„" and low else -6.0
    if char == "’":
        if single:
            return 7.0
        if left.endswith(" ’n"):
            return 12.0
        return (5.0 if not opened or later else 0.0) if plural else 0.0
    if char == "…":
        alike = around.before.isalnum() and not (opened and not later)
        return 4.0 if alike else 1.0 if right[:1] == UNKNOWN else 0.0
    return {"™": 0.0, "®": 0.0, "°": 1.0, "º": 1.0, "—": 0.0, "–": -1.0}.get(char, -4.0)


def _apart(char: str, around: Around, *, bullets: bool) -> float:
    left, right = around.left, around.right
    follows = right.strip()
    if (left.strip() and not follows) or (_LISTED.search(left) and not follows[:1].isdigit()):
        return _ticked(char, follows)
    if not left.strip() and not bullets:
        return {"•": 6.0, "→": 2.0, "✓": 3.0, "✅": 3.0, "–": 2.0, "—": 1.0, "✔": 2.0}.get(
            char, 0.0
        )
    if _ITEM.search(left):  # a picture stands before what it is about
        picture = alphabet.kind(char) == "picture"
        if char == "❌" and _NOT.match(follows):
            return 11.0
        return {"•": 6.0, "✅": 6.0, "→": 2.0, "✓": 3.0, "✔": 2.0, "❌": 2.0, "⚠": 2.0}.get(
            char, 0.0 if picture else -3.0
        )
    if _SENTENCE.search(left) and follows[:1].isupper():
        return {"✅": 5.0, "❌": 2.0, "⚠": 2.0, "→": 2.0, "—": 2.0, "–": 1.0}.get(char, -1.0)
    if char == "→" and (
        steps.chain(left, right) or steps.pair(left, right) or steps.becomes(left, right)
    ):
        return 10.0
    if char in _DASHES:
        if follows.lstrip("€$£")[:1].isdigit() and _NUMBER.search(left[-8:]):
            return {"–": 7.0, "—": 4.0}.get(char, 0.0)
        short = around.language in _SHORT_DASH or steps.aside(left, right)
        short = short and alphabet.script(left.rstrip()[-1:]) != "CYRILLIC"
        return {"—": 5.0, "–": 6.0 if short else 4.0}.get(char, -2.0)
    if char in "≥≤≈≠×" and follows[:1].isdigit():
        return 12.0 if _COMPARED.search(left) and not _NUMBER.search(left[-8:]) else 5.0
    if char in "’“”‘…„":
        return -6.0
    return {"→": 2.0, "•": 1.0, "·": 1.0, "≥": 0.0, "×": 1.0}.get(char, -1.0)


def _ticked(char: str, follows: str) -> float:
    """Weigh a sign that stands at the end, or in a list, with spaces around it."""
    if char == "❌" and follows and _NOT.match(follows):
        return 11.0
    marks = {
        "✅": 6.0,
        "✓": 4.0,
        "→": 2.0,
        "✔": 2.0,
        "❌": 2.0,
        "⚠": 2.0,
        "—": 1.0,
        "–": 1.0,
        "•": 2.0,
    }
    return marks.get(char, -1.0)
