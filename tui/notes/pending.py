"""Which bullets and sentences of a "Pending Tasks" section are tasks.

Many notes say there that nothing is left to do, in prose or as a bullet; that is no task. Some
say so and go on with "but …": that is one. Where a text leaves doubt it counts as a task: one
too many can be dropped with a key, one too few is never seen.
"""

import re
from collections.abc import Iterator

from tui.notes.patterns import pattern

_THING = r"(?:tasks?|items?|actions?|activit(?:y|ies)|work|issues?|steps?|follow-?ups?|to-?dos?)"
# Said of what is left to do, and of little else.
_LEFT = (
    r"(?:pending|outstanding|open|remaining|unresolved|unfinished|incomplete|immediate|further|"
    r"additional|specific|explicit|other|more|critical|major|urgent|known|next|follow-?up)"
)
_BETWEEN = (
    r"(?:(?!(?:the|an?|of|for|in|on|to|is|was|are|were|with|by|who|that|which)\b)"
    r"[\w'’-]+,?\s+){0,4}?"
)
_BE = r"(?:(?:is|are|was|were|(?:has|have|had)\s+been)\s+)?(?:\w+ly\s+|left\s+)?"
_TOLD = (
    r"(?:identified|noted|specified|mentioned|recorded|reported|listed|stated|documented|"
    r"provided|left|pending|outstanding|remain\w*|open|required|needed|necessary|planned|"
    r"scheduled|defined|assigned|deferred|outlined|highlighted|captured|found|given|described|"
    r"to\s+(?:report|do|be\s+done|complete)|at\s+(?:this|the)|for\s+(?:now|this|the|future)|"
    r"from\s+(?:this|the)|in\s+(?:this|the)\s+(?:session|note|meeting)|as\s+of)"
)
_END = r"\s*(?:$|[.,;:!()…]|\s-+\s|[—–])"
_SO = rf"(?:(?={_END})|\s+{_BE}{_TOLD}\b)"
_OVER = (
    r"(?:completed?|done|finished|resolved|closed|addressed|achieved|accomplished|fulfilled|"
    r"met|concluded)"
)
_NOW = r"(?:(?:at\ (?:this|the)\ (?:time|moment|point)|currently|as\ of\ now),?\s+)?"
_THERE = r"(?:there\s*(?:['’]s|is|are|was|were|have\ been)\s+(?:currently\s+)?)?"
_NOTHING = rf"(?:nothing|nada)(?:{_END}|\s+{_BE}(?:{_TOLD}|{_LEFT}|else|pendiente)\b)"
_THINGS = rf"""(?:
        {_BETWEEN}{_LEFT}\s+(?:[\w'’-]+\s+)?{_THING}\b(?!\s+(?:should|must|may|can)\b)
      | {_BETWEEN}(?:pending|outstanding)\b
      | (?:(?:[\w'’-]+\s+)?{_THING}|blockers){_SO}
    )"""
# How all that `_NONE` knows begins: most tasks are told from it by this alone.
_OPENINGS = (
    "no", "nil", "n/", "n /", "nada", "nothing", "ningun", "sin", "zero", "-", "–", "—", ".", "…",
    "at th", "currently", "as of", "there", "the session", "this session", "all", "every",
    "complet", "done", "finish", "resolv", "close", "address", "achiev", "accomplish", "fulfil",
    "met", "conclud",
)  # fmt: skip


# How it is said that nothing is left.
_NONE = pattern(
    rf"""(?:
        (?:none|nil|n\s*/\s*a|not\ applicable|ningun[oa]s?)
            (?:{_END}|\s+{_BE}(?:{_TOLD}|known|so\ far|of\ note|tareas?|pendientes?)\b
              |\s+(?:is|are|was|were|as|for|at|explicitly|specifically|currently)\b)
      | [-—–.…]+$
      | {_NOW}{_THERE}{_NOTHING}
      | (?: {_NOW}{_THERE}(?:no|zero|not\ any)
          | {_NOW}there\ (?:is|are|was|were)(?:n['’]t|\ not)\ any
          | (?:the|this)\ session\ (?:did\ not|didn['’]t)\ \w+\ any
          | (?:the|this)\ session\ (?:concluded|ended|finished|closed|was\ completed)
            \ with(?:out\ any|\ no)
        )\s+{_THINGS}
      | (?P<all>all|everything|every)\b[^.;:]*?\b{_OVER}\b
      | (?:all\ set|{_OVER}){_END}
      | no\ (?:hay|quedan?)\b[^.;]*\bpendientes?\b
      | sin\ (?:tareas\ )?pendientes?\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


# Where one statement ends and the next begins.
_JOINT = pattern(
    r"[.;:!?](?:\s+|$)|\s+[-—–]+\s+|,?\s*\b(?:but|however|although|though)\b,?\s*|"
    r",?\s*\b(?P<besides>aside from|apart from|except(?: for)?|other than|besides|beyond)\b\s*",
    re.IGNORECASE,
)
_STILL_TO_COME = pattern(
    r"\b(?:must|should|shall|will|would|could|may|might|needs?|to\s+be|(?:has|have)\s+to|not|"
    r"remaining)\b",
    re.IGNORECASE,
)
_AHEAD = pattern(
    r"\b(?:recommend\w*|suggest\w*|consider\w*|further|future|next|upcoming|continu\w+|ongoing|"
    r"remains?|required?|plan(?:s|ned)?|await\w*|waiting|until|revisit\w*|follow\w*)\b",
    re.IGNORECASE,
)
_IS_OVER = pattern(
    rf"\b(?:{_OVER}|complet\w*|success\w*|conclu\w+|fulfil\w*|accomplish\w*)\b", re.IGNORECASE
)
# How a statement begins; an instruction begins with its verb.
_STATES = pattern(
    rf"(?:the|all|this|that|it|its|these|those|each|both|we|our|there|as|since|because|given|so|"
    rf"which|and|session|work|focus|tasks|objectives|goals|activities|every\w*|{_OVER})\b",
    re.IGNORECASE,
)
_DECORATION = " \t*_`>\"'“”‘’()[]"
_LEAD = pattern(r"(?:[-*+•]\s+)?(?:\W*pending\s+tasks?\W*:\W*)?", re.IGNORECASE)


def says_nothing_is_pending(text: str) -> bool:
    """Tell whether a bullet or a paragraph only says that there is nothing left to do."""
    words = " ".join(text.split()).strip(_DECORATION)
    words = _LEAD.sub("", words, count=1).strip(_DECORATION)
    if not words:
        return True
    if not words.casefold().startswith(_OPENINGS) or not _NONE.match(words):
        return False
    said = list(_statements(words))
    return not said or (
        _denies(said[0][0])
        and all(_denies(more) or _adds_nothing(more, besides) for more, besides in said[1:])
    )


def _statements(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the statements of a text, and whether each names an exception to the one before."""
    start, besides = 0, False
    for joint in _JOINT.finditer(text):
        if said := text[start : joint.start()].strip():
            yield said, besides
        start, besides = joint.end(), bool(joint["besides"])
    if said := text[start:].strip():
        yield said, besides


def _denies(said: str) -> bool:
    """Whether a statement says that nothing is left. "All … completed" may also be a wish."""
    none = _NONE.match(said)
    return bool(none and not (none["all"] and _STILL_TO_COME.search(said)))


def _adds_nothing(said: str, besides: bool) -> bool:
    """Whether what goes on after "nothing is pending" leaves it at that."""
    if _STILL_TO_COME.search(said):
        return False
    if _IS_OVER.search(said):
        return bool(besides or _STATES.match(said))
    return bool(not besides and _STATES.match(said) and not _AHEAD.search(said))
