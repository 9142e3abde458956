"""Signs that carry meaning, written out as words: C++ is not C, and >= 5 is not <= 5.

Punctuation and markup say nothing of what is to be done; these signs do. Each is written as a word
of letters, in one piece with the word or the number that it belongs to: texts which differ in
nothing but such signs then differ in a word.
"""

import re
from functools import cache
from typing import Final

_MONEY = r"$¢-¥\u20a0-\u20cf"
# Of mathematics, money and arrows (Unicode's categories Sm and Sc, by their blocks).
_OTHERS = r"¢-¥¬±×÷\u2044\u20a0-\u20cf\u2190-\u22ff\u266f\u27c0-\u27ff\u2900-\u2aff"
# Quick to look for, and seldom there: most texts have no sign, and no number with one in it.
_MAY_HAVE_SIGNS: Final = rf"[+#<>=%$~^°{_OTHERS}]|[-.,:/*·–]\s?\d"
_SIGNS: Final = rf"""
    (?=\d|[^\w'"();?])                                      # not at a letter: told the fastest
    (?:
      (?P<markup>
          <!--[^<>]*--> | </[^<>]*> | <br\b[^<>]*> | (?<![^\W_])<[A-Za-z][^<>]*>
        | ^\s*[>+-](?=\s)                                   # a quotation, a bullet
        | (?<!=)==(?=[^\s=]) | (?<=[^\s=])==(?!=) | ~~+     # highlighted, struck out
      )
    | (?P<date>\b(?:\d{{4}}(?P<a>[-./])\d\d?(?P=a)\d\d?|\d\d?(?P<b>[-./])\d\d?(?P=b)\d{{2,4}})\b)
    | (?P<between>(?<=\d)(?:[.,:/^*×·\u2044]|\s?[-–−]\s?)(?=\d))
    | (?P<after>
          (?<=[^\W_])(?:\+\+(?!\+)|\+(?![^\W_+])|[#♯](?!\w))
        | (?<=\d)\s?[%°{_MONEY}](?!\d)
      )
    | (?P<before>
          (?:
              <?-{{1,3}}> | <?={{1,3}}> | <-{{1,3}}(?!\d) | [<>!]=+ | <>
            | \+/?- | \++ | <+ | >+ | =+
          )\s*
        | %(?!\w) | \$(?=\s?\d)\s? | ~(?=\s?\d)\s? | (?<![^\W_])[-–](?=[{_MONEY}]?\.?\d)
        | [{_OTHERS}]\s*
      )
    )
"""
_NO_SIGNS: Final = ("markup", "date")

# What means the same, however it is written.
_NAMES: Final = {
    "#": "sharp", "♯": "sharp", "+": "plus", "±": "plusminus", "+/-": "plusminus",
    "+-": "plusminus", "−": "minus", "-": "minus", "–": "minus", ">=": "atleast", "≥": "atleast",
    "<=": "atmost", "≤": "atmost", "!=": "unequal", "≠": "unequal", "<>": "unequal",
    "=": "equals", ">": "above", "<": "below", "~": "about", "≈": "about", "%": "percent",
    "°": "degrees", "$": "dollar", "€": "euro", "£": "pound", "×": "times",
    "->": "into", "→": "into", "=>": "into", "⇒": "into", "<-": "outof", "←": "outof",
    "<->": "both", "↔": "both", "<=>": "both", "⇔": "both",
}  # fmt: skip
_BETWEEN: Final = {
    ".": "point", ",": "point", ":": "colon", "/": "slash", "\u2044": "slash", "^": "power",
    "-": "dash", "–": "dash", "−": "dash", "*": "times", "×": "times", "·": "times",
}  # fmt: skip
_OTHER_SIGN: Final = rf"[°–{_OTHERS}]"
_SPELLED: Final = "|".join(sorted({*_NAMES.values(), "sign[0-9a-f]+"}))
_LONGER: Final = r"-{2,}|={2,}"
_MOST_IN_A_RUN = 4


def spelled(text: str) -> str:
    """Return `text` with its signs that carry meaning as words; markup and punctuation stay.

    Args:
        text: of ASCII, or in a form in which signs that mean the same are the same (NFKC).
    """
    return _pattern(_SIGNS).sub(_spelled, text) if may_have_signs(text) else text


def may_have_signs(text: str) -> bool:
    """Whether `text` is worth a closer look."""
    return bool(_pattern(_MAY_HAVE_SIGNS).search(text))


def ascii_signs(text: str) -> list[str]:
    """Return the signs of `text` that carry meaning, and are the same damaged or healed."""
    if not may_have_signs(text):
        return []
    found = (match for match in _pattern(_SIGNS).finditer(text) if match.lastgroup not in _NO_SIGNS)
    return [sign for match in found if (sign := match[0].strip()).isascii()]


def other_signs(text: str) -> list[str]:
    """Return the signs of `text` that carry meaning, and that damage makes others of."""
    return _pattern(_OTHER_SIGN).findall(text)


def without_signs(word: str) -> str:
    """Return what is left of a word of a spelled text, folded, without its signs."""
    return _pattern(_SPELLED).sub("", word)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """A pattern, made when it is first needed: a start should not wait for all of them."""
    return re.compile(pattern, re.VERBOSE | re.DOTALL if pattern is _SIGNS else 0)


def _spelled(match: re.Match[str]) -> str:
    if match.lastgroup in _NO_SIGNS:
        return match[0]
    sign = match[0].strip()
    if match.lastgroup == "between":
        return _BETWEEN[sign]
    return _name(sign) if match.lastgroup == "after" else f" {_name(sign)}"


def _name(sign: str) -> str:
    if len(sign) > 1 and len(set(sign)) == 1 and sign[0] in "+<>":
        return _NAMES[sign[0]] * min(len(sign), _MOST_IN_A_RUN)
    known = _NAMES.get(_pattern(_LONGER).sub(lambda run: run[0][0], sign))
    return known or "".join(f"sign{ord(char):x}" for char in sign)
