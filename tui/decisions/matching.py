"""Finding a task again when its id is gone: reworded, or in a note with another head.

A decision goes to a task only on evidence, never to one that stood beside it when the decision
was made, and never to one of two that would do equally well.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.decisions.decision import Decision
from tui.notes import Task, identity

_ALIKE = 0.6
_CLEARER_BY = 0.1
_LETTERS_COUNT_LESS_BY = 0.1


class Place(NamedTuple):
    """A note as it stands now, where decisions may belong; `content` identifies what it says."""

    session: str
    note: str
    date: str
    title: str
    content: str
    tasks: tuple[Task, ...]


class Matcher:
    """The notes of a folder, as places where lost decisions may belong."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.note: place for place in places}
        self._ids = {task.id for place in self._places.values() for task in place.tasks}
        self._ids.update(place.session for place in self._places.values())
        self._evidence: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for place in self._places.values():
            for clue in _clues(place):
                self._evidence[clue].add(place.note)

    def match(self, decisions: Iterable[Decision]) -> dict[str, str]:
        """Return, for subjects whose id is gone, the id of what each stands on now.

        A lost subject that is not in the answer is an orphan.
        """
        by_note: dict[str, list[Decision]] = defaultdict(list)
        found: dict[str, set[str]] = defaultdict(set)
        for decision in decisions:
            if decision.subject in self._ids:
                continue
            notes = self._candidates(decision)
            if decision.task:
                for note in notes:
                    by_note[note].append(decision)
            elif len(notes) == 1:
                found[decision.session].add(self._places[notes[0]].session)
        for note, lost in by_note.items():
            for old, new in _match_in_note(lost, self._places[note].tasks):
                found[old].add(new)
        return {old: news.pop() for old, news in found.items() if len(news) == 1}

    def _candidates(self, decision: Decision) -> list[str]:
        """The notes that may be the one decided on: best evidence only."""
        for clue in _clues(decision):
            if notes := self._evidence.get(clue):
                return sorted(notes)
        return []


def _clues(of: Place | Decision) -> Iterator[tuple[str, ...]]:
    """What tells that two notes are one, best first."""
    yield "session", of.session
    if of.content:
        yield "content", of.content
    if of.date and of.title:
        yield "head", of.date, identity.skeleton(of.title)
    yield "path", of.note


def _match_in_note(decisions: list[Decision], tasks: tuple[Task, ...]) -> Iterator[tuple[str, str]]:
    claimed = {decision.task for decision in decisions}
    free = {task.id: task for task in tasks if task.id not in claimed}
    waiting = {decision.task: decision for decision in decisions}
    for same in (_same_words, _same_bones):
        for old, decision in list(waiting.items()):
            fitting = [task for task in free.values() if same(decision, task)]
            if fitting:
                nearest = min(abs(task.n - decision.n) for task in fitting)
                best = next(task for task in fitting if abs(task.n - decision.n) == nearest)
                del waiting[old], free[best.id]
                yield old, best.id
    yield from _match_reworded(waiting, free)


def _same_words(decision: Decision, task: Task) -> bool:
    return identity.fold(decision.text) == identity.fold(task.text)


def _same_bones(decision: Decision, task: Task) -> bool:
    return identity.skeleton(decision.text) == identity.skeleton(task.text)


def _match_reworded(
    waiting: dict[str, Decision], free: dict[str, Task]
) -> Iterator[tuple[str, str]]:
    """Pair what is left by likeness: each the other's best, and clearly so."""
    scores: dict[tuple[str, str], float] = {}
    for old, decision in waiting.items():
        for new, task in free.items():
            if identity.print_of(task.text) not in decision.peers:
                scores[old, new] = likeness(decision.text, task.text)
    for (old, new), score in scores.items():
        rivals = [s for (o, n), s in scores.items() if (o == old) != (n == new)]
        if score >= _ALIKE and all(score - rival >= _CLEARER_BY for rival in rivals):
            yield old, new


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1, by their words in order."""
    from difflib import SequenceMatcher  # only a lost decision is ever compared

    words, others = identity.fold(one).split(), identity.fold(other).split()
    by_words = SequenceMatcher(None, words, others, autojunk=False).ratio()
    by_letters = SequenceMatcher(None, " ".join(words), " ".join(others), autojunk=False).ratio()
    return max(by_words, by_letters - _LETTERS_COUNT_LESS_BY)
