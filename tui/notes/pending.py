"""Which bullets and sentences of a "Pending Tasks" section are tasks.

Many notes say there that nothing is left to do, in prose or as a bullet; that is no task. Some
say so and go on with "but …": that is one.
"""

import re

_THING = r"(?:tasks?|items?|actions?|activit(?:y|ies)|work|issues?|steps?|follow-?ups?|todos?)"
_STATED = r"(?:(?:currently|specifically|explicitly|immediately|clearly|further|formally)\s+)?"
_NONE = re.compile(
    rf"""(?:
        (?:none|nil|nothing|n\s*/\s*a|not\ applicable|ningun[oa]|-+|—|–)
            (?=$|[.,;:!)\s]*$|\s+(?:were|was|is|are|at|for|identified|noted|specified|mentioned|
            recorded|reported|listed|explicitly|specifically|currently|pending|remain\w*|so|to|
            left|stated|documented|provided|in\ (?:this|the)|as\ of|known|required|needed|—|-)\b
            |\s*[.,;:(—–-])
      | (?:(?:at\ (?:this|the)\ (?:time|moment|point)|currently|as\ of\ now),?\s+)?
        (?:there\ (?:are|were|is|was|have\ been)\s+)?{_STATED}
        (?:no|zero|not\ any)\s+(?:[\w'’-]+\s+){{0,5}}?(?:{_THING}|pending|outstanding)\b
      | (?:all|every)\b[^.;]*\b(?:completed|done|finished|resolved|closed|addressed)\b
      | no\ hay\b[^.;]*\bpendientes?\b
      | sin\ (?:tareas\ )?pendientes?\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# Where one statement ends and the next begins.
_CLAUSES = re.compile(
    r"[.;!?](?:\s+|$)|,?\s*\b(?:but|however|although|though|yet|aside from|apart from|except)\b,?\s*",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:could|should|would|may|might|must|will|needs?|recommend\w*|suggest\w*|consider\w*|"
    r"further|future|next|upcoming|continu\w+|ongoing|remains?|required?|plan(?:s|ned)?|to be)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:no|none|not|nothing)\b|"
    r"\b(?:complet|finish|resolv|achiev|accomplish|success|conclud|fulfil)\w*\b|\b(?:done|met)\b",
    re.IGNORECASE,
)
_DECORATION = " \t*_`>\"'“”‘’()[]"


def says_nothing_is_pending(text: str) -> bool:
    """Tell whether a bullet or a paragraph only says that there is nothing left to do."""
    words = text.strip(_DECORATION)
    if not words:
        return True
    if not _NONE.match(words):
        return False
    first, *others = (clause for clause in _CLAUSES.split(words) if clause and clause.strip())
    return not any(_AHEAD.search(clause) and not _OVER.search(clause) for clause in others)
