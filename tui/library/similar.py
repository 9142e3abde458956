"""Which tasks say nearly the same.

Two are similar if one is the other but for case, marks, plurals, small words, the order of words,
slips of the pen, or a little that one says more. What tells tasks apart counts in full: names,
numbers and negations must be the same and in the same order, so that "Migrate server 1" and
"Migrate server 2" are two tasks, and so are "Test the HR module" and "Test the module".

It is a matter of words, not of sense. In a long task one word may be another and nobody notices
("… of the updated scripts …", "… of the new scripts …"); in a short one that makes it another
task, and two ways to say one thing in other words are never found. A name with a slip in it is
another name. Similar tasks need not be similar to each other: each task has its own.

It is not what `tui.decisions.likeness` asks, which says whether one task was reworded, so that what
was decided on it stands. Here a reviewer looks at what is offered, so that it may be generous; and
thousands are compared, letter by letter, which takes compiled code (rapidfuzz).
"""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cached_property

from tui.library.words import words_of
from tui.notes import identity
from tui.notes.wording import SMALL_WORDS, TOKEN, is_name, stem

_MOST_CHARACTERS = 1000
_MOST_WORDS = 60
_BEGINS = re.compile(r"(?:\A|[.!?:;])[\W_]*")  # where a capital says nothing
_SAY_NOTHING = SMALL_WORDS | {"s"}  # what stands behind an apostrophe
_NEGATIONS = frozenset({"not", "no", "never", "without", "sin", "nunca", "ni"})

# Shares of letters, of both together: words that are left out or added change little, one that
# stands where another stood may change everything.
_ADDED_TO = 0.8
_REPLACED_IN = 0.9
_SPELLED_ALIKE = 85  # in per cent: "organise" is "organize", "policy" is not "police"
_LONG_ENOUGH = 5


class Gist:
    """What counts of a task: of one longer than 1,000 letters or 60 words, its beginning.

    What is dear is worked out when it is asked for: most tasks are told apart by less.

    Args:
        text: what the task says.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.words = telling_words(text)
        self.distinct = frozenset(self.words)

    @cached_property
    def said(self) -> str:
        """All words, one after the other."""
        return " ".join(self.words)

    @cached_property
    def sorted(self) -> str:
        """All words in the order of the alphabet."""
        return " ".join(sorted(self.words))

    @cached_property
    def names(self) -> frozenset[str]:
        """Those of the words that tell a task from others: names, numbers, negations."""
        telling = {w for w in self.words if w in _NEGATIONS or any(map(str.isdigit, w))}
        if self._text.upper() != self._text:  # else its capitals say nothing
            telling.update(_capitals_in(self._text))
        return self.distinct & telling


def telling_words(text: str) -> tuple[str, ...]:
    """Return the words by which similar tasks are found, in order; none where it says nothing.

    They are folded, without plural endings; small words are left out.
    """
    words = words_of(_beginning(text)).split()
    return tuple([stem(word) for word in words if word not in _SAY_NOTHING])[:_MOST_WORDS]


def _beginning(text: str) -> str:
    return identity.unlinked(text)[:_MOST_CHARACTERS]


def _capitals_in(text: str) -> Iterator[str]:
    begun = _beginning(text)
    begins = {match.end() for match in _BEGINS.finditer(begun)}
    for token in TOKEN.finditer(begun):
        if is_name(token[0], first=token.start() in begins):
            yield from map(stem, words_of(token[0]).split())


def fewest_shared(words: int) -> int:
    """How many words, at least, a task of so many shares letter by letter with a similar one."""
    return -(-3 * words // 5)


def near(said: str, others: Mapping[int, str]) -> list[int]:
    """Return the keys of those among others that may be similar to a task.

    Args:
        said: the words of the task, in order, with blanks between them.
        others: those of others.
    """
    from rapidfuzz import fuzz, process  # the command line never needs it

    least = 100 * _ADDED_TO
    both = [
        process.extract(said, others, scorer=scorer, score_cutoff=least, limit=None)
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio)
    ]
    return list(dict.fromkeys(key for found in both for _, _, key in found))


def are_similar(one: Gist, other: Gist) -> bool:
    """Whether two tasks say nearly the same."""
    shared = one.distinct & other.distinct
    longer = max(len(one.distinct), len(other.distinct))
    if not shared or len(shared) < fewest_shared(longer):
        return False
    names = one.names | other.names
    if names and _only(names, one) != _only(names, other):
        return False
    if one.sorted == other.sorted:
        return True
    return bool(near(one.said, {0: other.said})) and _is_nothing_else(one, other)


def _only(names: Set[str], gist: Gist) -> list[str]:
    return [word for word in gist.words if word in names]


def _is_nothing_else(one: Gist, other: Gist) -> bool:
    """Whether little was added, or very little stands in the place of something else."""
    one, other = sorted((one, other), key=lambda gist: gist.words)  # whichever is asked about
    left, right = sorted(one.distinct - other.distinct), sorted(other.distinct - one.distinct)
    alike = 2 * sum(map(len, one.distinct & other.distinct))
    for word in list(left):
        found = next((known for known in right if _are_spelled_alike(word, known)), None)
        if found is not None:
            left.remove(word)
            right.remove(found)
            alike += len(word) + len(found)
    different = sum(map(len, left)) + sum(map(len, right))
    least = _REPLACED_IN if left and right else _ADDED_TO
    return alike >= least * (alike + different)


def _are_spelled_alike(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio

    if min(len(one), len(other)) < _LONG_ENOUGH or one[0] != other[0]:
        return False
    return ratio(one, other) >= _SPELLED_ALIKE
