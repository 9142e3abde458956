"""Whether a text is another one reworded, or speaks of something else.

Tasks are short and share their words: "Review the budget" and "Review the plan" are half alike
and wholly different. Words that were added or left out change little, unless they deny; a word
that stands where another one stood may change everything, and is let pass only where both say the
same: a slip of the pen, another form of it, or a verb known to mean as much.

It is not what `tui.library.similar` asks, which offers a reviewer tasks that look alike, among all
there are, and may offer one too many. Here a decision would stand on the wrong task: only two texts
of one note are compared, and doubt is a no.
"""

import re
from collections import Counter
from typing import Final, NamedTuple
from unicodedata import combining

from tui.decisions.synonyms import LIGHT, is_verb, mean_the_same
from tui.notes import identity
from tui.notes.normal import normalized
from tui.notes.signs import spelled, without_signs
from tui.notes.wording import SMALL_WORDS, TOKEN, is_name, stem

_MOST_WORDS = 80
_MOST_LETTERS = 2000
_MOST_ADDED = 7
_VERB_AND_THINGS = 4
_LONG_ENOUGH = 5
_SPELLED_ALIKE = 0.85
_FIRST_WEIGHS = 0.5  # the verb: "Write the report" may become "Draft the report"
_ADDED_TO = 0.5
_REPLACED_IN = 0.6

_ENDINGS = re.compile(r"(?:ization|isation|ations?|itions?|ments?|ings?|ions?|ed|es|ly|e|s)$")
_DENIALS: Final = frozenset({
    "not", "no", "never", "none", "nothing", "nobody", "neither", "nor", "cannot", "without",
    "stop", "avoid", "cancel", "cancelled", "canceled", "drop", "dropped", "skip", "skipped",
    "abandon", "abandoned", "obsolete", "instead", "nunca", "jamás", "sin", "ni", "tampoco",
    "ningún", "ninguna", "ninguno", "nada", "evitar", "cancelar", "cancelado", "não", "nem", "sem",
    "cancelada", "ne", "pas", "sans", "jamais", "aucun", "aucune", "annuler", "annulé", "nicht",
    "kein", "keine", "keinen", "keiner", "ohne", "nie", "niemals", "statt", "non", "senza", "mai",
    "nessun", "nessuna", "niet", "geen", "zonder", "nooit", "bez", "nigdy", "не", "нет",
    "без", "никогда", "ні", "немає", "δεν", "μην", "όχι", "χωρίς", "ποτέ", "değil", "yok",
    "olmadan",
})  # fmt: skip
_OPEN_A_CLAUSE = frozenset(
    {"so", "to", "because", "since", "while", "including", "and", "which", "where", "if", "as",
     "para", "porque", "y", "damit", "weil", "und", "pour", "afin", "et"}
)  # fmt: skip
# "Don't" and its like, in two words once they are folded.
_CONTRACTED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|wo|ca|should|must|need|have|has|had|could|would)n t\b"
)
_DENIES_NOTHING = re.compile(
    r"\b(?:no|not) (?:later|earlier|more|less|fewer|sooner|only)\b|\bno (?=\d)|\binstead of\b"
)
_NOT_NEEDED = re.compile(
    r"\b(?:not|no longer|never) (?:needed|required|necessary|wanted|relevant|planned)"
    r"(?: any ?more| any longer)?$"
)
_MORE_AFTER = re.compile(r"\W*and\b(?P<further>\s+further\b)?", re.IGNORECASE)
_HEADED = re.compile(r"\W*(?:[^\W\d_]+ ){0,3}[^\W\d_]+:[*_]*\s")  # "… and open point: Thank them"
# Where one thing to do ends and another, of three words or more, begins, perhaps marked as bold.
_MORE_BEFORE = re.compile(
    r"[^\W\d_]+\W+\w+\W+\w+\W*?(?:[.;]|\band|\bthen|\by|\bund)[\s*_~`\"'“‘«(\[]*$"
)
_UNSEEN = re.compile(r"<!--.*?-->|(?<!\S)#[^\s#]+")  # comments, and tags
_BREAK = re.compile(r"(?:[.;]\s|\bthen\b)\W*(?:[^\W\d_]+\W+){2}[^\W\d_]")
_NO_WORDS = SMALL_WORDS | {""}


class _Word(NamedTuple):
    """A word; `is_sign` tells that it is but a sign that carries meaning: none is ever added."""

    stem: str
    is_name: bool
    weight: float
    is_sign: bool

    @property
    def is_first(self) -> bool:
        """Whether it is the first of its text, most often the verb."""
        return self.weight == _FIRST_WEIGHS


def likeness(one: str, other: str) -> float:
    """Return how surely two texts are one and the same task reworded, from 0 (not) to 1."""
    one, other = (_UNSEEN.sub(" ", text) for text in (one, other))
    return 0.0 if _is_denied(one, other) else _likeness(one, other)


def opposition(one: str, other: str) -> float:
    """Return how surely one text denies what the other says, from 0 (not) to 1."""
    one, other = (_UNSEEN.sub(" ", text) for text in (one, other))
    return _likeness(one, other) if _is_denied(one, other) else 0.0


def _likeness(one: str, other: str) -> float:
    if _is_one_of_two(*sorted((one, other), key=len)):
        return 0.0
    words, others = _words(one), _words(other)
    if not _in_order(words, others):
        return 0.0
    total = sum(word.weight for word in (*words, *others))
    shared = _take_shared(words, others)
    if not total or not shared:
        return 0.0
    score = 2 * shared / total
    if any(word.is_sign for word in words + others):
        return 0.0
    if not (words and others):
        has_lost_its_head = any(word.is_first for word in words + others)
        return score if score >= (_REPLACED_IN if has_lost_its_head else _ADDED_TO) else 0.0
    if any(map(_tells, words)) and any(map(_tells, others)):
        return 0.0
    return score if score >= _REPLACED_IN else 0.0


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    text = normalized("NFKC", identity.unlinked(text))
    as_it_stands = set(TOKEN.findall(text))
    for token in TOKEN.findall(spelled(text))[:_MOST_WORDS]:
        word = identity.fold(token)
        if word not in SMALL_WORDS:
            weight = 1.0 if found else _FIRST_WEIGHS
            has_sign = token not in as_it_stands
            names = has_sign or is_name(token, first=not found)
            is_sign = has_sign and without_signs(word) in _NO_WORDS
            found.append(_Word(stem(word), names, weight, is_sign))
    return found


def _is_one_of_two(shorter: str, longer: str) -> bool:
    """Whether a text says what the other does, and something else to do besides."""
    shorter, longer = shorter[:_MOST_LETTERS], longer[:_MOST_LETTERS]
    if len(_BREAK.findall(longer)) > len(_BREAK.findall(shorter)):
        return True
    words = [identity.fold(token) for token in TOKEN.findall(shorter)]
    places = list(TOKEN.finditer(longer))[:_MOST_WORDS]
    others = [identity.fold(place[0]) for place in places]
    for at in range(len(others) - len(words) + 1 if words else 0):
        if others[at : at + len(words)] == words:
            before = longer[: places[at].start()]
            after = longer[places[at + len(words) - 1].end() :]
            more = _MORE_AFTER.match(after)
            return bool((more and _is_more(after, more)) or _MORE_BEFORE.search(before))
    return False


def _is_more(after: str, joint: re.Match[str]) -> bool:
    """Whether what is added with an "and" is a second thing to do.

    It is if it is long, has a heading of its own, or is a verb and its things.

    Args:
        after: what stands behind the first thing.
        joint: where it says "and".
    """
    words = _words(after)
    if joint["further"] or len(words) > _MOST_ADDED or _HEADED.match(after, joint.end()):
        return True
    verb = TOKEN.search(after, joint.end())
    return bool(verb and is_verb(identity.fold(verb[0])) and len(words) >= _VERB_AND_THINGS)


def _is_denied(one: str, other: str) -> bool:
    """Whether one of two texts denies what the other says.

    A clause that was added at the end denies nothing of what stands before it, unless it ends in
    that all of it is not needed.
    """
    shorter, longer = sorted((identity.fold(one), identity.fold(other)), key=len)
    if bool(_NOT_NEEDED.search(shorter)) != bool(_NOT_NEEDED.search(longer)):
        return True
    added = longer.removeprefix(f"{shorter} ").split(maxsplit=1) if shorter else []
    if len(added) > 1 and longer.startswith(f"{shorter} ") and added[0] in _OPEN_A_CLAUSE:
        return False
    return _denials(shorter) != _denials(longer)


def _denials(folded: str) -> frozenset[str]:
    """The words by which a text says the opposite of what it would say without them."""
    folded = _DENIES_NOTHING.sub(" ", folded)
    found = _DENIALS.intersection(folded.split())
    return found | {"not"} if _CONTRACTED.search(folded) else found


def _take_shared(words: list[_Word], others: list[_Word]) -> float:
    """Take out of both lists the words they share; returns the weight of these."""
    shared = 0.0
    for same in (_same_stem, _same_root, _spelled_alike, _same_meaning):
        for word in list(words):
            if found := next((other for other in others if same(word, other)), None):
                words.remove(word)
                others.remove(found)
                shared += (word.weight + found.weight) / 2
    return shared


def _in_order(words: list[_Word], others: list[_Word]) -> bool:
    """Whether the words of both come in one order, or in that of two halves that changed places.

    "From the old server to the new one" is not "from the new server to the old one".
    """
    known = Counter(word.stem for word in words) & Counter(word.stem for word in others)
    one, other = _only(known, words), _only(known, others)
    return one == other or any(one[at:] + one[:at] == other for at in range(1, len(one)))


def _only(known: Counter[str], words: list[_Word]) -> list[str]:
    left, found = known.copy(), []
    for word in words:
        if left[word.stem] > 0:
            left[word.stem] -= 1
            found.append(word.stem)
    return found


def _tells(word: _Word) -> bool:
    """Whether a word says what is to be done, or to what."""
    return word.is_first or word.is_name or word.stem not in LIGHT


def _same_stem(word: _Word, other: _Word) -> bool:
    return word.stem == other.stem


def _same_root(word: _Word, other: _Word) -> bool:
    """Another form of one word: "align", "aligned", "alignment"."""
    root = _ENDINGS.sub("", word.stem)
    return len(root) >= _LONG_ENOUGH and root == _ENDINGS.sub("", other.stem)


def _spelled_alike(word: _Word, other: _Word) -> bool:
    """A slip of the pen, an accent, or the other spelling of two."""
    one, two = word.stem, other.stem
    if word.is_name or other.is_name:
        return False
    if _unaccented(one) == _unaccented(two):
        return True
    if min(len(one), len(two)) < _LONG_ENOUGH or one[0] != two[0]:
        return False
    if _is_swapped(one, two):
        return True
    from difflib import SequenceMatcher  # only a lost decision is ever compared

    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= _SPELLED_ALIKE


def _unaccented(word: str) -> str:
    if word.isascii():
        return word
    return "".join(char for char in normalized("NFKD", word) if not combining(char))


def _is_swapped(one: str, two: str) -> bool:
    """Whether two neighbouring letters changed places."""
    if len(one) != len(two):
        return False
    places = [place for place, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return one[first] == two[second] and one[second] == two[first]


def _same_meaning(word: _Word, other: _Word) -> bool:
    """Another verb for it; further on in a text such words are things, and different ones."""
    return (word.is_first or other.is_first) and mean_the_same(word.stem, other.stem)
