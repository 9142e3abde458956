"""Which bullets and sentences of a "Pending Tasks" section are tasks.

Many notes say there that nothing is left to do, in prose or as a bullet; that is no task. Some
say so and go on with "but …": that is one. Where a text leaves doubt it counts as a task: one
too many can be dropped with a key, one too few is never seen.

A text is taken clause by clause. One at least has to deny that anything is left, and each of the
others has to leave it at that: it says what is over, or what the session was like.
"""

import re

from tui.notes import denial
from tui.notes.patterns import pattern

_BLANK = frozenset(" \t\n*_`>\"'“”‘’()[]<!-—–.…✅✔☑")
_MARKS = ".,;:!?…()[]{}-–—\"'“”‘’<>~"
_SHORT = 4  # words; so long is what is said in other tongues
_LONGEST = 600  # characters; nobody needs more to say that there is nothing
# What may be named before it is said that there is none of it.
_LEAD = pattern(
    r"(?:(?:pending|open|outstanding|remaining|next|further|action|follow-?up)\s+)?"
    r"(?:pending|outstanding|tasks?|items?|points|actions?|steps|follow-?ups?|to-?dos?|blockers|"
    r"backlog|status)(?:\s+(?:pending|open|remaining|left))?\s*[:=]\s*",
    re.IGNORECASE,
)
# Where one clause ends and the next begins.
_JOINT = pattern(
    r"[.;:!?…]+(?=[\s\W]|$)|,\s*|[()\[\]{}]|\s+[-–—]+\s+|[—–]|"
    r"(?P<besides>(?<=[^,;]\s)but\b|\b(?:aside\s+from|apart\s+from|"
    r"except(?:ing|\s+for)?|with\s+the\s+exception\s+of|excluding|save\s+for|other\s+than|"
    r"more\s+than|besides|beyond)\b)|"
    r"\b(?:but|however|although|though|yet|while|whereas)\b|"
    r"\s+(?=with(?:out\b|\s+(?:no|nothing|all|zero)\b)|(?:since|because|given|indicating|as(?!\s+"
    r"(?:of|well|planned|intended|expected|such))|and\s+(?:had\s+)?(?:no|nothing))\b)",
    re.IGNORECASE,
)
_STILL_TO_COME = pattern(
    r"\b(?:must|should|shall|will|would|could|may|might|needs?|to\s+be|(?:has|have)\s+to|not|"
    r"remaining)\b|n['’]t\b",
    re.IGNORECASE,
)
_AHEAD = pattern(
    r"\b(?:recommend\w*|suggest\w*|consider\w*|further|future|next|upcoming|continu\w+|ongoing|"
    r"remains?|required?|plan(?:s|ned)?|await\w*|wait\w*|until|unless|once|revisit\w*|follow\w*|"
    r"still|lack\w*|fail\w*|miss\w*|ow(?:e|es|ing)|broken|bugs?|errors?|pending|open|can|start\w*|"
    r"begins?|depend\w*|down|un(?:decided|clear|known|resolved|answered)|due|deadline|tomorrow|"
    r"later|soon|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|"
    r"\A(?:only|just)\b",
    re.IGNORECASE,
)
_IS_OVER = pattern(rf"\b(?:{denial.OVER}|complet\w*|success\w*|conclu\w+)\b", re.IGNORECASE)
_ENDS_OVER = pattern(
    rf"(?!(?:no|none|nothing|never)\b)(?:[\w'’/#-]+\s+){{1,5}}(?:{denial.OVER})"
    rf"(?:\s+(?:and|\w+ly|today|now|already)\b)*(?:\s+(?:{denial.OVER}))?",
    re.IGNORECASE,
)
# How a clause begins that goes on with what was said; an instruction begins with its verb.
_GOES_ON = pattern(
    r"(?:(?:and|so|leaving|also|\w+ly,?|(?P<why>as|since|because|given(?:\s+that)?|thus|hence|"
    r"therefore|which(?:\s+(?:means|suggests|indicates))?|meaning(?:\s+that)?|"
    r"(?:indicat|suggest|ensur)ing(?:\s+that)?))\s+)+",
    re.IGNORECASE,
)
_WAS = pattern(r"\b(?:was|were|had|\w+ed|withdrew)\b", re.IGNORECASE)
_STATES = pattern(
    rf"(?:the|all|this|that|it|its|these|those|each|both|we|our|there|as|since|because|given|so|"
    rf"which|and|session|work|focus|tasks|objectives|goals|activities|every\w*|{denial.OVER})\b",
    re.IGNORECASE,
)
# What a session was like, as opposed to what ails that which it was about.
_OF_THE_SESSION = pattern(
    r"(?:(?:the|this|that|these|those|our|its|all|both|each)\s+)?(?:[\w'’-]+\s+){0,2}?"
    r"(?:sessions?|meetings?|conversations?|discussions?|work|focus|notes?|log|text|transcript|"
    r"contents?|context|goals?|objectives?|scope|tasks?|activit(?:y|ies)|topics?|items?|aims?|"
    r"purpose|agenda|questions?|quer(?:y|ies)|exchange|chat|exploration|analysis|"
    r"process|workflow|requests?|outcomes?|results?|it|we|this|that)\b(?:['’]s\b)?|(?:is|are|was|"
    r"were)\b|"
    r"(?:the\s+)?(?:user|assistant)\s+(?:\w+ly\s+|only\s+)?(?:(?:is|was)\s+(?:happy|satisfied)|"
    r"(?!want|wish|hop|intend|plan|expect|need|prefer|promis|offer)\w+ed)\b|"
    r"(?:focus(?:ed|ing)|resulting|ensuring|marking|making|meeting|achieving|providing|leading|"
    r"including|covering|purely|mainly|as\s+planned|as\s+intended|as\s+expected)\b",
    re.IGNORECASE,
)
_TIME_OR_PLACE = pattern(
    r"(?:as\s+of|at|in|during|for|from|within|on|after|by|with\s+the|with\s+all)\s+"
    r"[\w'’-]+(?:\s+[\w'’-]+){0,7}|"
    r"(?:the\s+)?(?:[\w'’-]+\s+){1,2}works?(?:\s+(?:as\s+\w+|fine|well|now))?|"
    r"\w+ly|so\s+far|"
    r"yet|now|today|here|thanks?(?:\s+\w+)?|good\s+(?:work|job)|well\s+done|great|fine|ok(?:ay)?|"
    r"all\s+(?:is\s+)?(?:well|good|fine|ok(?:ay)?|clear|set)",
    re.IGNORECASE,
)
_OBLIGES = pattern(
    r"\b(?:must|needs?\s+to|(?:has|have|is|are)\s+to|still\s+needs?)\b", re.IGNORECASE
)
_INTRODUCES = pattern(
    r"\b(?:following|below|above|these|those|tasks?|items?|things?|points?|steps?|actions?|"
    r"list(?:ed)?|remain\w*|left|all|both|several|some|few|two|three|four|five|it|they|this|that)\b",
    re.IGNORECASE,
)


def says_nothing_is_pending(text: str) -> bool:
    """Tell whether a bullet or a paragraph only says that there is nothing left to do."""
    words = _without_markup(text).casefold().split()
    if len(words) > _SHORT and denial.CUES.isdisjoint(words):
        return False  # nearly every task, at once
    said = _bare(" ".join(words))
    if not said:
        return _BLANK.issuperset(text)
    if len(said) > _LONGEST:
        return False
    if len(words) <= _SHORT + 1 and denial.IN_OTHER_TONGUES.fullmatch(said):
        return True
    return _may_deny(words) and _denies_all(said)


def says_something_is_left(text: str) -> bool:
    """Tell whether a paragraph beside bullets is a task of its own, and does not introduce them."""
    return bool(
        not text.endswith(":")
        and _OBLIGES.search(text)
        and not _INTRODUCES.search(text)
        and not says_nothing_is_pending(text)
    )


def _without_markup(text: str) -> str:
    return text.replace("*", "").replace("_", "").replace("`", "")


def _bare(text: str) -> str:
    """A text without what stands around its words: marks, brackets, emoji."""
    first = next((at for at, sign in enumerate(text) if sign.isalnum()), None)
    if first is None:
        return ""
    last = next(at for at in range(len(text) - 1, -1, -1) if text[at].isalnum())
    return text[first : last + 1]


def _denies_all(said: str) -> bool:
    """Whether one clause denies that anything is left, and the others leave it at that."""
    at, besides, denies = 0, False, False
    while at < len(said):
        if lead := _LEAD.match(said, at):
            at = lead.end()
        none, goes_on = denial.DENIAL.match(said, at), None
        if none is None and (goes_on := _GOES_ON.match(said, at)):
            at = goes_on.end()
            none = denial.DENIAL.match(said, at)
        joint = _JOINT.search(said, none.end() if none else at)
        end = joint.start() if joint else len(said)
        if none and not besides and _stands(none, said[none.end() : end]):
            denies = True
        elif not _adds_nothing(said[at:end].strip(), besides, why=bool(goes_on and goes_on["why"])):
            return False
        at = _past_spaces(said, joint.end()) if joint else len(said)
        besides = bool(joint and joint["besides"])
    return denies


def _may_deny(words: list[str]) -> bool:
    """Whether a clause begins as a denial does: most tasks are told from one by this alone."""
    begins = True
    for word in words:
        for part in word.replace("—", "– ").replace("–", "– ").split():
            bare = part.strip(_MARKS)
            if begins and bare in denial.OPENINGS:
                return True
            begins = (
                part[-1] in _MARKS
                or bare in denial.CONNECTIVES
                or not any(map(str.isalnum, bare))  # an emoji
            )
    return False


def _past_spaces(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip())


def _stands(none: re.Match[str], tail: str) -> bool:
    """Whether what follows in its clause leaves a denial one. "All … completed" may be a wish."""
    if none["all"] and _STILL_TO_COME.search(none[0] + tail):
        return False
    return bool(denial.TAIL.fullmatch(tail.strip()))


def _adds_nothing(clause: str, besides: bool, *, why: bool) -> bool:
    """Whether a clause beside "nothing is pending" leaves it at that."""
    if not clause:
        return not besides
    if _STILL_TO_COME.search(clause):
        return False
    is_ahead = _AHEAD.search(clause)
    if besides:
        return bool(_IS_OVER.search(clause) and not is_ahead)
    if _IS_OVER.search(clause) and (why or _STATES.match(clause)):
        return True
    return bool(
        (why and _WAS.search(clause) and not is_ahead)
        or _ENDS_OVER.fullmatch(clause)
        or (not is_ahead and (_OF_THE_SESSION.match(clause) or _TIME_OR_PLACE.fullmatch(clause)))
    )
