"""How people say that nothing is left to do."""

import re

from tui.notes.patterns import pattern

_THING = (
    r"(?:tasks?|items?|actions?|activit(?:y|ies)|work|issues?|steps?|follow-?ups?|to-?do['’]?s?|"
    r"points?|matters?|questions?|loose\s+ends?|business|carry-?overs?|deliverables?|blockers?|"
    r"concerns?|leftovers?|requests?|changes?|ones)"
)
# Said of what is left to do, and of little else.
_LEFT = (
    r"(?:pending|outstanding|open|remaining|unresolved|unfinished|incomplete|immediate|further|"
    r"additional|specific|explicit|other|more|critical|major|urgent|known|next|follow-?up|new|"
    r"concrete)"
)
_BETWEEN = (
    r"(?:(?!(?:the|an?|of|for|in|on|to|is|was|are|were|with|by|who|that|which)\b)"
    r"[\w'’-]+,?\s+){0,4}?"
)
_BE = r"(?:(?:is|are|was|were|being|(?:has|have|had)\s+been)\s+)?(?:\w+ly\s+|left\s+|yet\s+)?"
_SAID = (
    r"(?:identif\w*|noted|specified|mentioned|recorded|reported|listed|stated|documented|provided|"
    r"indicated|found|given|described|outlined|highlighted|captured|defined|discussed|raised|"
    r"requested)"
)
# Where or when, of a session and not of what it was about.
_HERE = (
    r"(?:at|as\s+of|for|from|in|on)\s+(?:(?:this|the|my|our)\s+)?(?:\w+\s+){0,2}?"
    r"(?:now|today|present|time(?:\s+being)?|moment|point|stage|sessions?|notes?|meeting|text|log|"
    r"contents?|context|conversation|data|document|transcript|side|plate|"
    r"list|agenda|future|week|day|all|\d[\w-]*)\b"
)
_TOLD = (
    rf"(?:{_SAID}|left|pending|outstanding|remain\w*|open|required|needed|necessary|planned|"
    r"scheduled|deferred|created|added|carried\s+(?:over|forward)|aris(?:e|es|ing|en)|"
    r"arose|emerged|foreseen|anticipated|observed|exist\w*|c[ao]me\s+up|waiting|applicable|"
    r"available|due|to\s+(?:report|do|be\s+done|complete|mention|note|add|carry\s+(?:over|"
    r"forward)|follow\s*-?up(?:\s+on)?)|"
    rf"(?={_HERE}))"
)
_END = r"(?=\s*(?:$|[.,;:!?](?:\W|$)|[()…]|\s-+\s|[—–]))"
_SO = (
    rf"(?:{_END}|\s+{_BE}(?:{_TOLD}|assigned{_END})\b|"
    r"\s+(?=(?:today|now|here|yet|either|that|which|i)\b))"
)
_OVER_WORDS = (
    "complete", "completed", "done", "finished", "resolved", "closed", "addressed", "achieved",
    "accomplished", "fulfilled", "met", "made", "concluded", "answered", "covered", "handled",
    "delivered", "implemented", "submitted", "shipped", "sent", "fixed", "deployed", "merged",
    "released", "published", "solved", "settled", "clarified", "committed", "tested", "checked",
    "verified", "agreed", "green", "successful",
)  # fmt: skip
_OVER_PHRASES = (
    "wrapped up", "taken care of", "dealt with", "carried out", "caught up", "checked off",
    "ticked off", "up to date",
)  # fmt: skip
_OVER = "|".join((*_OVER_PHRASES, *_OVER_WORDS)).replace(" ", r"\s+")
OVER = rf"(?:(?!agreed\s+(?:to|on)\b)(?:{_OVER}))"
"""Said of what is over."""

_ALONE = {
    "no", "none", "nothing", "nil", "null", "nada", "nope", "n/a", "n", "n.a", "n.a.", "zero", "0",
    "not", "without", "empty", "blank", "clear", "unable", "good", "set", "all", "everything",
    "every", "completely", "fully", "ninguno", "ninguna", "ningunos", "ningunas", "sin", "it",
    "that's", "pendings", "isn't", "aren't", "wasn't", "weren't", "don't", "doesn't", "didn't",
    "couldn't", "haven't", "hasn't", "hadn't",
}  # fmt: skip
_WORDS = {*_ALONE, *_OVER_WORDS, "wrapped", "taken", "dealt", "carried", "caught", "ticked"}
CUES = frozenset(
    word + mark
    for one in _WORDS
    for word in {one, one.replace("'", "’")}
    for mark in ("", ".", ",", ";", ":", "!")
)
"""Words, folded, alone or with a mark behind, without one of which nothing long is denied."""

OPENINGS = frozenset({
    *_WORDS, "there", "there's", "there’s", "that’s", "we're", "we’re", "does", "i", "we",
    "could", "with", "this", "these", "the", "our", "my", "that", "thats", "intentionally",
    "deliberately", "to-do", "list", "section", "backlog", "queue", "currently", "presently",
    "now", "right", "today", "so", "for", "to", "at", "as", "after", "in", "during", "from",
    "taken", "up", "session", "sessions", "note", "notes", "log", "text", "transcript",
    "document", "summary", "content", "contents", "context", "conversation", "meeting",
    "record", "data", "input", "material", "exchange", "user", "assistant", "task", "tasks",
    "task(s", "ticket", "work", "assignment", "any", "explicit", "specific", "immediate",
    "further", "additional", "pending", "outstanding", "open", "new", "remaining", "other",
    "concrete", "follow-up", "follow-ups", "followup", "followups", "next", "item", "items",
    "action", "actions", "activities", "activity", "issue", "issues", "step", "steps", "point",
    "points", "matters", "questions", "loose", "business", "deliverables", "blockers",
    "concerns", "leftovers", "requests", "changes", "has", "had", "have", "apparently",
    "explicitly", "really", "basically", "thankfully", "fortunately", "luckily", "nothing's",
    "obviously", "clearly",
})  # fmt: skip
"""The words, folded, that a denial begins with."""

CONNECTIVES = frozenset({
    "but", "however", "although", "though", "yet", "while", "whereas", "and", "so", "as", "since",
    "because", "given", "that", "thus", "hence", "therefore", "which", "means", "suggests",
    "indicates", "meaning", "indicating", "suggesting", "ensuring", "leaving", "also", "without",
})  # fmt: skip
"""The words, folded, behind which a clause may begin."""

_WHEN = (
    r"(?:(?:currently|presently|now|right\s+now|today|so\s+far|for\s+now|to\s+date|"
    r"(?:at|for|as\s+of|after|in|during|from)\s+(?:this|the|today['’]s|our|present|now)"
    r"(?:\s+(?:current\s+)?(?:time|moment|point|stage|session|meeting|week|day))?),?\s+)?"
)
_NOT = r"(?:\s+not|n['’]t)"
_THERE = r"(?:there\s*(?:['’]s|is|are|was|were|have\s+been)\s+(?:currently\s+)?)?"
_THINGS = rf"""(?:
        (?:(?:mention|indication|evidence|sign|record|trace)s?\s+of\s+(?:any\s+)?)?
        (?: {_BETWEEN}{_LEFT}\s+(?:[\w'’-]+\s+)?{_THING}\b(?!\s+(?:should|must|may|can)\b)
          | {_BETWEEN}(?:pendings?|outstanding)\b
            (?:\s+(?!(?:in|for|after|at|on|from|of|by|to|with|as|during|and|or)\b)[\w'’-]+)?
          | (?:[\w'’-]+\s+)?{_THING}{_SO}
        )
    )"""
_NOTES = (
    r"(?:sessions?|notes?|log|text|transcript|document|summary|contents?|context|conversation|"
    r"meeting|record|data|input|material|exchange|user|assistant|i|we)"
)
_NOTHING = rf"""(?:nothing|nada)(?:
        {_END}
      | \s+{_BE}(?:{_TOLD}|{_LEFT}|else|pendiente)\b(?!\ (?:about|regarding|on\ how)\b)
      | \s+(?:special|important|in\s+particular|right\s+now|yet|today|comes\s+to\s+mind
          |(?=(?:that\s+)?i\b))
      | \s+(?:needs|has|remains|left)\s+to\s+(?:be\s+)?\w+
    )"""
_NONE = rf"""(?:none|nil|null|n\s*/\s*a|n\.\s*a\.?|not\ applicable|does\ not\ apply|ningun[oa]s?)(?:
        {_END}
      | \s+{_BE}(?:{_TOLD}|known|so\ far|of\ note|tareas?|pendientes?|identificad\w+)\b
      | \s+(?:explicitly|specifically|currently|yet|really|whatsoever|today|here|either
          |this\ time|in\ particular|immediate(?:ly)?|por\ (?:ahora|el\ momento)
          |(?=(?:as|that|which|i)\b))
    )"""
DENIAL = pattern(
    rf"""(?:
        {_WHEN}(?:
            {_NONE}
          | (?:no|nope|zero|0|empty){_END}
          | {_THERE}{_NOTHING}
          | (?: {_THERE}(?:(?:has|have|had)\ )?(?:no|zero|0|not\ any)
              | there\ (?:is|are|was|were){_NOT}\ any
              | there\ (?:appears?|seems?)\ to\ be\ no
              | (?:there|it)\ (?:do|does|did){_NOT}\ (?:appear|seem)
                \ (?:to\ be|that\ there\ (?:is|are|was|were))(?:\ any)?
              | (?:(?:the|this|these|our|my)\ (?:[\w'’-]+\ ){{0,2}}?)?{_NOTES}\s
                (?:[\w'’-]+\ ){{0,2}}?
                (?: (?:do|does|did|could){_NOT}\ (?:\w+ly\ )?\w+(?:\ any)?
                  | (?:has|have|had|left|leaves?|contains?|lists?|mentions?|indicates?|shows?)\ no )
              | (?:could{_NOT}|unable\ to)\ \w+(?:\ any)?
              | with(?:out(?:\ any)?|\ no)
            )\s+{_THINGS}
          | (?:(?:any|explicit|specific|immediate|further|additional|pending|outstanding|open|new
                |remaining|other|concrete|follow-?up|next)\s+){{0,3}}{_THING}
            \s+(?:is|are|was|were|(?:has|have)\ been){_NOT}\s+(?:\w+ly\s+)?{_SAID}\b
          | not\ (?:\w+ly\ )?{_SAID}\b
          | (?:i|we)\ have\ nothing\ (?:{_TOLD}|{_LEFT})\b
        )
      | (?P<all>
            (?:with\ )?(?:all|everything|every)\b[^.;:]*?\b{OVER}\b
          | (?:the\ |this\ )?(?:\w+ed\ )?(?:session|tasks?(?:\(s\))?|work|ticket|assignment)
            \s+(?:[\w'’-]+\s+){{0,4}}?{_BE}{OVER}\b
        )
      | (?:(?:i|we)\ (?:have\ )?)?(?:finished|completed|covered)\ (?:everything|all)\b
      | (?:all\ (?:set|clear|good)|{OVER}|we(?:['’]re|\ are)\ done|that['’]?s\ (?:it|all)){_END}
      | (?:this\ section\ (?:is|was)\ )?(?:intentionally|deliberately)\ (?:left\ )?(?:blank|empty)
      | there\ (?:is|was){_NOT}\ anything\ (?:{_TOLD}|{_LEFT}|else)\b
      | (?:the\ (?:[\w-]+\ ){{0,2}}|to-do\ |task\ )?(?:list|section|backlog|queue)(?:\ \w+){{0,4}}?
        \ is\ (?:now\ )?(?:empty|clear)
      | no\ (?:hay|quedan?)\b[^.;]*\bpendientes?\b
      | sin\ (?:tareas\ )?pendientes?\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""How a clause begins that denies that anything is left; `all` is what only may."""

TAIL = pattern(
    rf"""(?: | (?: in|during|from|for|at|on|of|within|after|by|to|as|with|per|when|since
             |later|over|up
             |(?:currently|yet|now|here|today|anymore|left|again|either|whatsoever|far|so\ far
              |this\ time|\w+ly|successfully|above|below|pendientes?)
             |(?:is|are|was|were|(?:has|have|had)\ been)\ (?:\w+ly\ )?
              (?:{_TOLD}|{_LEFT}|expected|known|evident|apparent|relevant|being|in|for|at|on|within)
             |remain\w*|exist\w*|or|nor|that|which|we|i\b|i['’]m
             |and\ (?:no|none|nothing|all|every\w*|the|\w+ly|{OVER})|{_TOLD}|{_LEFT}|{OVER} )\b
         (?:(?!\b(?:should|must|shall|until|unless|once|has\ an?|have\ an?)\b).)* )""",
    re.VERBOSE | re.IGNORECASE,
)
"""What may follow a denial in its clause, and leave it one."""

IN_OTHER_TONGUES = pattern(
    r"""(?: keine?(?:\ (?:offenen|weiteren|ausstehenden))*(?:\ (?:aufgaben|punkte|themen))?
          | nichts(?:\ (?:offen|mehr|weiter|zu\ tun|ausstehend))*
          | aucune?(?:\ (?:tâche|action))?
            (?:\ (?:en\ (?:attente|suspens|cours)|restante|identifiée))?
          | rien(?:\ (?:à\ (?:faire|signaler)|en\ attente))? | néant
          | nenhuma?(?:\ (?:tarefa|pendência|ação))?(?:\ (?:pendente|identificada))?
          | sem\ (?:pendências|tarefas\ pendentes) | não\ há(?:\ tarefas)?\ (?:pendentes|pendências)
          | nessun[ao]?(?:\ attività)?(?:\ in\ sospeso)? | niente
          | нет(?:\ (?:незавершённых|незавершенных|открытых))?(?:\ задач)? | ничего | не\ указан[оы]
          | brak(?:\ (?:otwartych|zaległych))?(?:\ zadań)? | nic
          | yok | bekleyen\ (?:görev|iş)\ yok | hiçbiri
          | κανένα | καμία(?:\ εκκρεμ\w+)? | τίποτα
          | žádné(?:\ úkoly)? | nincs | geen(?:\ openstaande)?(?:\ taken)?
          | inga | ingen(?:\ oppgaver)?
        )""",
    re.VERBOSE | re.IGNORECASE,
)
"""The same in a few other languages, where nothing else is said."""
