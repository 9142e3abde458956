"""What is left of a quote, a dash or a picture in tables that lose all but its first byte.

ISO-8859-1 and -2 lose two of the three bytes, and "â" is left. By itself it proves nothing, but
nobody writes "donât", "3â5" or "âdoneâ".
"""

import re
from functools import cache
from typing import Final, NamedTuple

from tui.notes.patterns import pattern
from tui.notes.repair import lexicon, steps

SIGN: Final = "â"  # what is left of a sign, by both tables
SURE: Final = 4
_LETTERS: Final = 2  # so many places where "â" can only be a letter are no accident
_FIRST: Final = r"(?<![^\Wâ])"  # where a word starts; "â" before it may be a dash
_SHORTEST: Final = 3  # letters of a word that a dash joins to the next
_OWNER: Final = 5  # letters of a word that is no name in "âs"
_PICTURE: Final = "ðđ"  # of a picture
_ANY: Final = "âðđÃĂβā"  # without one of these there is no trace
_ANY_OF_THEM = pattern(f"[{_ANY}]")


class _Trace(NamedTuple):
    """One way of writing that nobody has.

    Attributes:
        near: finds a part of each such place, at a leap from one lead to the next.
        whole: finds the places.
        worth: of one of them.
        named: it may be a name after all, so that equal ones are no more proof than one.
    """

    near: re.Pattern[str]
    whole: re.Pattern[str]
    worth: int
    named: bool = False


def _at_once(text: str, worth: int) -> _Trace:
    """Return what is found by one pattern, which starts with its lead."""
    whole = pattern(text)
    return _Trace(whole, whole, worth)


# What nobody writes, the surest first.
_TRACES: Final = (
    _Trace(
        pattern(
            rf"[âÂ](?=[mrvldstMRVLDST\d$€£])(?i:(?=(?:m|re|ve|ll|d|s)(?!\w))(?:(?<={_FIRST}i.)"
            rf"|(?<={_FIRST}(?:we|he|it).)|(?<={_FIRST}(?:you|she|who|how|let).)"
            rf"|(?<={_FIRST}(?:they|that|what|here).)|(?<={_FIRST}(?:there|where).))"
            r"|(?<=n.)t(?!\w)|(?<=\d.)[$€£]?\d|(?<=\de.)\d)"
        ),
        pattern(
            rf"{_FIRST}(?:(?:is|are|was|were|do|does|did|has|have|had|ca|wo|could|should|would|must"
            r"|need)nât|(?:i|you|we|they|he|she|it|that|who|what|there|here|where|how|let)"
            r"â(?:m|re|ve|ll|d|s))(?!\w)|\dâ[$€£]?\d|\deâ\d",
            re.I,
        ),
        4,
    ),
    _at_once(r"â(?<!\w.)[A-Za-z]{4,}[.,;:!?]?â(?!\w)", 4),
    _at_once(r"â(?<!\w.)[A-Za-z][^â\n]{0,80}[A-Za-z0-9.,;:!?]â(?!\w)", 2),
    _at_once(r"â(?<=\d.)(?=[A-Za-z]{2})", 2),
    _Trace(
        pattern(r"â(?:s(?<=[a-z]{3}..)(?!\w)|(?<=[a-z]{2}s.)(?!\w)|(?<!\w.)\d\d(?!\d))"),
        pattern(r"(?<!\w)[a-z]{3,}(?:âs|sâ)(?!\w)|(?<!\w)â\d\d(?!\d)"),
        2,
        named=True,
    ),
    _at_once(r"[ÃĂ](?= \d)(?:(?<=[\d€%¬Ź] .)|(?<=\d [a-z] .)|(?<=\d [a-z]{2} .))", 4),
    _Trace(pattern("â[¢˘] "), pattern(r"^[ \t]*â[¢˘] ", re.M), 4),
    _Trace(
        pattern(
            rf"[{SIGN}{_PICTURE}βā](?:(?<=[-*+•#.!?] .)|(?<=^.)|(?<=\".))(?:…|(?<![βā])) [A-Z]",
            re.M,
        ),
        pattern(
            rf"(?:^[ \t]*(?:[-*+•]|#+)|[.!?]) (?:[{SIGN}{_PICTURE}]|[βā]…) (?=[A-Z])"
            rf"|^(?:title: \")?(?:[{SIGN}{_PICTURE}]|[βā]…) (?=[A-Z])",
            re.M,
        ),
        2,
    ),
)


# What finds every character that may be a trace; "between" is one among letters.
_PLACES = pattern(
    r"[ðđÃĂβāâ](?:(?<=[ðđÃĂ]) |(?<=[βā])…|(?<=\dâ)[A-Za-z]"
    r"|(?<=â)(?:[\W\dsS]|$|(?:re|ve|ll|d|m|t)(?!\w))"
    r"|(?<=\W[âÃĂ])[A-Z]|(?P<between>(?<=[A-Za-z]{3}â)(?=[a-z]{2})))"
)


def _none(text: str) -> bool:
    """Say whether a text holds no trace for sure; a look at each of its letters, and no more."""
    return all(
        match["between"] is not None and text[match.start() - 1 : match.end() + 1] in _written()
        for match in _PLACES.finditer(text)
    )


# "â" between words: not as a letter spoken of, as in "â, î and ê", and whatever they are.
_BETWEEN = pattern(r"â (?<=[A-Za-z0-9.)â] â )(?<!\W[A-Za-z] â )(?=[A-Za-zâ]{2}|\d)")
_NEAR_WORDS = pattern(r"â (?<=[A-Za-z0-9.)â] â )(?=[A-Za-zâ]{2}|\d)")
_SPOKEN_OF = pattern(r"[À-ÿĀ-ɏ](?<![âðđàóéÀÓÉÈ×])(?<!\w.)(?!\w)")
_INTO = pattern(r"â(?<=[A-Za-z]{3}.)([A-Za-z]{2,})(?![^\W\d_])")  # what follows it in a word
_INSIDE = pattern(r"(?<![^\W\d_])([^\W\d_]*)([^\W\d_]â[^\W\d_])([^\W\d_]*)(?![^\W\d_])")


@cache
def _written() -> frozenset[str]:
    """Return which letters stand around "â" in the languages that write it."""
    roofed = [
        word.lower()
        for name in ("french", "portuguese", "romanian", "turkish")
        for word in lexicon.words(name)
        if SIGN in word
    ]
    return frozenset(
        word[at - 1 : at + 2] for word in roofed for at, char in enumerate(word) if char == SIGN
    )


def _joined(text: str) -> tuple[int, int] | None:
    """Return how many pairs of words "â" joins, as in "longâon", and how many it may join.

    None where it is a letter for sure.
    """
    found = possible = 0
    for match in _INSIDE.finditer(text):  # the first word of one of these languages ends it
        before, triple, after = match.groups()
        if triple[2].isupper() and triple[0].islower():
            continue  # "modelâŚ"
        word = before + triple + after
        one, _, two = word.partition(SIGN)
        if two == "s" and len(one) >= _OWNER and one.isascii():
            continue  # "Grandmotherâs", but "Abbâs"
        if len(one) < _SHORTEST or len(two) < 2 or not (one + two).isascii():
            return None
        if triple.lower() in _written():
            return None
        if two.lower() in steps.SENTENCE_WORDS:
            found += 1
        else:
            possible += 1
    return found, possible


# "â" as a letter at a word's end, and where it may close and open.
_ONLY_LETTER = pattern(
    r"â(?:(?<=[A-Za-zâ]{2}.)(?:[bcfghjklnpqrvwxz](?![^\W\d_])|[b-z](?=â))"
    r"|(?<=(?<![^\W_])[b-hj-np-z].)[bcdfghjklmnpqrstvwxz][^\W\d_]*â)"
)
_CLOSING = pattern(r"â(?<=[A-Za-zâ][a-rt-zA-RT-Z]â)(?![^\W_]|[^\x00-\x7f])")
_OPENING = pattern(r"â(?<![^\W_]â)(?=[^\W_])")


def lettered(text: str) -> bool:
    """Say whether "â" is a letter in some lines: "Isfahân", "Bukhârâ", and where it would close.

    No apostrophe stands before a last letter but s, t, d and m, none between two consonants where
    another sign follows in the word, no two signs around one letter, and no quotation ends that has
    not begun.
    """
    found = 0
    for line in text.split("\n"):
        if SIGN in line:
            found += len(_ONLY_LETTER.findall(line))
            found += max(len(_CLOSING.findall(line)) - len(_OPENING.findall(line)), 0)
    return found >= _LETTERS


def doubtful(line: str) -> bool:
    """Say whether "â" may join two words of a line; it may be a letter of a name as well."""
    joined = _joined(line) if SIGN in line else None
    return joined is not None and sum(joined) > 0


def own(text: str, bullet: str, letter: str) -> int:
    """Return how many places of a text only one of the two tables explains.

    Args:
        text: some lines.
        bullet: what the table leaves of a bullet.
        letter: what it leaves of a sign of multiplication.
    """
    signs = rf"^[ \t]*{re.escape(bullet)} |(?<=[\da-z€%¬Ź] ){re.escape(letter)}(?= \d)"
    return len(re.findall(signs, text, re.M))


def traces(text: str, *, roofed: bool = False, names: bool = True) -> int:
    """Return how much of a text nobody writes: 0 for nothing, `SURE` for a place beyond doubt.

    Args:
        text: some lines. Where "â" is a letter of their words, it may be one anywhere.
        roofed: it is one elsewhere in the note, as `lettered` says.
        names: what may be a name after all counts, too.
    """
    if not _possible(text):
        return 0
    text = "\n".join([line for line in text.split("\n") if _ANY_OF_THEM.search(line)])
    if _none(text):
        return 0
    sure, *others = _TRACES
    rest, count = _taken_out(sure, text)
    points = sure.worth * count
    if roofed or lettered(text):
        return points
    more = 0
    for trace in others:
        rest, count = _taken_out(trace, rest)
        more += trace.worth * count * (names or not trace.named)
    joined = _joined(rest)
    if joined is None or (joined[1] and not joined[0]):
        return points
    if not _SPOKEN_OF.search(rest):
        more += len(_BETWEEN.findall(rest))
    return points + more + 2 * sum(joined)


def thinkable(text: str) -> bool:
    """Say whether any line of a text may hold a trace: False is certain, True is not.

    Args:
        text: some lines.
    """
    if not _possible(text):
        return False
    if any(trace.near.search(text) and trace.whole.search(text) for trace in _TRACES):
        return True
    return _NEAR_WORDS.search(text) is not None or not steps.SENTENCE_WORDS.isdisjoint(
        map(str.lower, _INTO.findall(text))
    )


def _possible(text: str) -> bool:
    """Say whether a text holds a character that a trace may be; no pattern is as fast."""
    return any(char in text for char in _ANY)


def _taken_out(trace: _Trace, text: str) -> tuple[str, int]:
    """Return a text with blanks for one kind of traces, and how many there were."""
    if not trace.near.search(text):
        return text, 0
    if trace.named:
        return trace.whole.sub(" ", text), len({*trace.whole.findall(text)})
    return trace.whole.subn(" ", text)
