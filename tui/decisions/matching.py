"""Finding a task again when its id is gone: reworded, or in a note with another head.

A decision goes to a task only on evidence, never to one that stood beside it when the decision
was made, and never to one of two that would do equally well.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from tui.decisions.decision import Decision
from tui.decisions.likeness import likeness, opposition
from tui.notes import Task, identity
from tui.notes.normal import normalized
from tui.notes.signs import ascii_signs, other_signs

_CLEARER_BY = 0.1
_MOST_PAIRS = 10_000  # comparing texts takes its time
_MOST_WORDS = 100
_MOST_COMPARED = 50
_ASCII_SIGN = re.compile(r"[0-9A-Za-z]")


class Place(NamedTuple):
    """A note as it stands now, where decisions may belong; `content` identifies what it says."""

    session: str
    note: str
    date: str
    title: str
    content: str
    tasks: tuple[Task, ...]
    traces: tuple[str, ...] = ()


class Matcher:
    """The notes of a folder, as places where lost decisions may belong."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.note: place for place in places}
        self._ids = {task.id for place in self._places.values() for task in place.tasks}
        self._ids.update(place.session for place in self._places.values())
        self._evidence: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._led: dict[str, set[str]] = defaultdict(set)
        for place in self._places.values():
            for clue in _clues(place):
                self._evidence[clue].add(place.note)
            for lead in _leads(place):
                self._led[lead].add(place.note)

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
                is_doubtful = clue[0] == "content" and self._may_be_copies(notes, decision)
                return [] if is_doubtful else sorted(notes)
        near = map(self._places.__getitem__, sorted(self._near(decision)))
        kin = [place for place in near if _is_kin(decision, place)]
        return [place.note for place in kin] if len({place.session for place in kin}) == 1 else []

    def _may_be_copies(self, notes: Iterable[str], decision: Decision) -> bool:
        """Whether notes that say the same may be copies, made for another day, of one edited since.

        There is another one, then, that may be it: it is of the day, or has the task, perhaps
        reworded, or one that stood beside it.
        """
        if not decision.date or any(self._places[note].date == decision.date for note in notes):
            return False
        others = self._near(decision) - set(notes)
        return any(
            _is_kin(decision, place) and (place.date == decision.date or _has_task(decision, place))
            for place in map(self._places.__getitem__, others)
        )

    def _near(self, decision: Decision) -> set[str]:
        """Notes that may be the one decided on."""
        return {note for lead in _leads(decision) for note in self._led.get(lead, ())}


def _leads(of: Place | Decision) -> Iterator[str]:
    """What leads to notes that may be one, and proves nothing."""
    yield from of.traces
    if of.date:
        yield of.date


def _is_kin(decision: Decision, place: Place) -> bool:
    """Whether a note is the one decided on though more than one clue to it has changed.

    Its day is the same, or its title, and what it says beside its tasks, wholly or in part; or
    its day, its name (or nearly its title), and one of its tasks. Sessions that come again and
    again may share what they say, and their title: then two of their sections must be the same.
    """
    shared = len({*decision.traces} & {*place.traces})
    same_day = bool(decision.date) and decision.date == place.date
    same_title = identity.skeleton(decision.title) == identity.skeleton(place.title)
    if (same_day and shared) or (same_title and decision.title and shared > 1):
        return True
    same_name = PurePosixPath(decision.note).name == PurePosixPath(place.note).name
    if not same_day or not (same_name or likeness(decision.title, place.title)):
        return False
    return _has_print(decision, place)


def _has_print(decision: Decision, place: Place) -> bool:
    """Whether a note has the task decided on, or one that stood beside it."""
    prints = {*decision.peers, identity.print_of(decision.text)} if decision.task else set()
    return not prints.isdisjoint(identity.print_of(task.text) for task in place.tasks)


def _has_task(decision: Decision, place: Place) -> bool:
    """Whether a note has the task decided on, perhaps reworded, or one that stood beside it."""
    if _has_print(decision, place):
        return True
    tasks = place.tasks[:_MOST_COMPARED] if decision.task else ()
    return any(likeness(decision.text, task.text) for task in tasks)


def _clues(of: Place | Decision) -> Iterator[tuple[str, ...]]:
    """What tells that two notes are one, best first."""
    yield "session", of.session
    if of.content:
        yield "content", of.content
    if of.date and of.title:
        yield "head", of.date, identity.skeleton(of.title)
    # Another session may have come to lie at the path: half of its head must be the same.
    yield "path and date", of.note, of.date
    yield "path and title", of.note, identity.skeleton(of.title)


def _match_in_note(decisions: list[Decision], tasks: tuple[Task, ...]) -> Iterator[tuple[str, str]]:
    waiting = {decision.task: decision for decision in decisions}
    free = {task.id: task for task in tasks}
    for same in (_same_words, _same_bones):
        found = list(_match_same(waiting.values(), free, same))
        for old, new in found:
            del waiting[old]
            free.pop(new, None)
        yield from found
    yield from _match_reworded(waiting, free, tasks)


def _match_same(
    decisions: Iterable[Decision], free: dict[str, Task], same: Callable[[Decision, Task], bool]
) -> Iterator[tuple[str, str]]:
    """Pair decisions and tasks that say the same; of a text said twice, by its number.

    Tasks decided on in one session are different tasks. Under two heads, the second of them
    edited, it may well be one: then both decisions are its own.
    """
    taken: set[tuple[str, str]] = set()
    for decision in decisions:
        fitting = [
            task
            for task in free.values()
            if same(decision, task) and (decision.session, task.id) not in taken
        ]
        if len({identity.fold(task.text) for task in fitting}) == 1:
            best = min(fitting, key=lambda task: abs(task.n - decision.n))
            taken.add((decision.session, best.id))
            yield decision.task, best.id


def _same_words(decision: Decision, task: Task) -> bool:
    return identity.fold(decision.text) == identity.fold(task.text)


def _same_bones(decision: Decision, task: Task) -> bool:
    """The same but for damage, which spares ASCII: texts without anything else are not it."""
    if decision.text.isascii() and task.text.isascii():
        return False
    if identity.skeleton(decision.text) != identity.skeleton(task.text):
        return False
    if ascii_signs(decision.text) != ascii_signs(task.text):
        return False
    texts = (normalized("NFC", text) for text in (decision.text, task.text))
    return all(map(_may_be_damage, *map(_ASCII_SIGN.split, texts)))


def _may_be_damage(one: str, other: str) -> bool:
    """Whether the signs between two ASCII ones may be the same, one of them damaged.

    Damage makes several signs of one, or none of a letter. As many letters as before, but others,
    are another word: "Müller" and "Möller"; so is another sign that carries meaning, or nothing
    where one was: "5 €", "5 £" and "5"; unless it is known which table shows the one for the other.
    """
    if one == other:
        return True
    signs, others = other_signs(one), other_signs(other)
    if signs or others:
        one, other = _beyond_ascii(one), _beyond_ascii(other)
        if not (one and other):
            return False
        is_other = len(one) == len(other) == len(signs) == len(others) and one != other
    else:
        is_other = len(one) == len(other) and one.isalpha() and other.isalpha()
    if not is_other:
        return True
    from tui.notes.repair.tables import tables  # seldom needed

    shown = [table.show(sign, drop=table.lost) for table in tables() for sign in (one, other)]
    return one in shown or other in shown


def _beyond_ascii(text: str) -> str:
    """What of a text damage can touch; "?" may stand for something that is gone."""
    return "".join(char for char in text if not char.isascii() or char == "?")


def _match_reworded(
    waiting: dict[str, Decision], free: dict[str, Task], tasks: tuple[Task, ...]
) -> Iterator[tuple[str, str]]:
    """Pair what is left by likeness: each the other's best, and clearly so.

    A task that stood beside the lost one is known to be another: it is never taken, and where it
    is as like, likeness proves nothing. Nor where one denies what the lost one said: that may be
    what has become of it.
    """
    if len(waiting) * len(tasks) > _MOST_PAIRS:
        return
    scores: dict[tuple[str, str], float] = {}
    opposed: dict[str, float] = {}
    for old, decision in waiting.items():
        for task in tasks:
            if score := likeness(decision.text, task.text):
                scores[old, task.id] = score
            elif score := opposition(decision.text, task.text):
                opposed[old] = max(score, opposed.get(old, 0.0))
    said = {task.id: identity.fold(task.text) for task in tasks}
    first: dict[str, str] = {}  # of tasks that say the same; nothing tells those apart
    for task in sorted(free.values(), key=lambda task: task.n):
        first.setdefault(said[task.id], task.id)
    for (old, new), score in scores.items():
        if first.get(said[new]) != new or _says_a_peer(free[new].text, waiting[old].peers):
            continue
        rivals = [s for (o, n), s in scores.items() if o == old and said[n] != said[new]]
        rivals.append(opposed.get(old, 0.0))
        rivals += [
            s
            for (o, n), s in scores.items()
            if n == new and o != old and _stood_together(waiting[o], waiting[old])
        ]
        if all(score - rival >= _CLEARER_BY for rival in rivals):
            yield old, new


def _says_a_peer(text: str, peers: tuple[str, ...]) -> bool:
    """Whether a text is that of a task that stood beside the lost one, or has it in it.

    Two tasks that were written into one are more than what was decided on.
    """
    if not peers:
        return False
    words = text.split()[:_MOST_WORDS]
    parts = (" ".join(part) for at in range(len(words)) for part in (words[at:], words[: at + 1]))
    return not set(peers).isdisjoint(map(identity.print_of, parts))


def _stood_together(one: Decision, other: Decision) -> bool:
    """Whether two tasks were in a note at the same time; else they may be one, reworded twice."""
    return identity.print_of(one.text) in other.peers or identity.print_of(other.text) in one.peers
