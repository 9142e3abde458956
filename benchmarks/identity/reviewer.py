"""Who ticks tasks, and counts what has become of the ticks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from benchmarks.identity.bullets import DOUBTFUL
from benchmarks.identity.history import FOR_ANOTHER_DAY, INTO_ANOTHER, History
from tui.notes import Status
from tui.workbench import Setting, Workbench

Place = tuple[str, int]
_STATUSES: tuple[Status, ...] = ("done", "done", "dropped", "doing")
_NOT_TOLD = {*DOUBTFUL, INTO_ANOTHER}


class Tick(NamedTuple):
    """What was decided on: the task by its number, by its id, and what it said."""

    task: int
    subject: str
    text: str


class Wrong(NamedTuple):
    """A tick that does not stand where it should: what was decided on, and what it met."""

    what: str
    kinds: str
    was: str
    now: str


@dataclass
class Count:
    """Ticks whose tasks were edited in some way.

    Attributes:
        there: whose task is still there.
        stood: those of them that stand on it.
        gone: whose task is not there any more.
        orphans: those of them that stand on nothing.
        doubtful: of which the truth does not tell whether the task is still there.
        false: that stand on another task, or on one that says more than was decided on.
    """

    there: int = 0
    stood: int = 0
    gone: int = 0
    orphans: int = 0
    doubtful: int = 0
    false: int = 0


@dataclass
class Result:
    """What was counted.

    Attributes:
        kinds: by the kind of edit; "all" is all ticks, each once.
        edited: the same of those ticks whose bullet was edited.
        unlisted: ticks that stand on nothing and are not among the orphans.
        unfounded: tasks that read as decided on, and were not.
        doubted: tasks that read so where the truth does not tell: of copies for another day.
        unsteady: ticks that stand on something else once the index is made anew.
        wrong: every tick that does not stand where it should.
    """

    kinds: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    unlisted: int = 0
    unfounded: int = 0
    doubted: int = 0
    unsteady: int = 0
    wrong: list[Wrong] = field(default_factory=list)


class Reviewer:
    """Opens the folder now and then; knows by the truth what was ticked."""

    def __init__(self, history: History, home: Path) -> None:
        self._history = history
        self._store = home / "tasks.jsonl"
        self._ticks: list[Tick] = []

    def look(self) -> None:
        """Open the workbench, and close it again."""
        self._opened().stop_reading()

    def tick(self, share: float) -> None:
        """Decide on a share of the tasks on which nothing was decided yet."""
        bench = self._opened()
        truth, ticked = self._truth(), self._ticked()
        pairs = [(row, task) for row in bench.index.rows() for task in row.tasks]
        chosen = []
        for row, task in pairs:
            tasks = truth.get((row.path, task.line), frozenset())
            if len(tasks) == 1 and not tasks & ticked and self._history.rng.random() < share:
                ticked |= tasks
                chosen.append((row, task))
        for number, status in enumerate(_STATUSES):
            some = chosen[number :: len(_STATUSES)]
            draft = bench.drafts.setting(some, Setting(status=status))
            bench.decide(draft)
            for decision in draft.decisions:  # none where the note says so itself
                (task,) = {t for row, t in some if t.id == decision.task}
                of = min(truth[decision.note, task.line])
                self._ticks.append(Tick(of, task.id, task.text))
                self._history.kinds[of].clear()
        bench.stop_reading()

    def count(self, result: Result) -> None:
        """Take down where every tick stands now."""
        bench = self._opened()
        texts, by_id = {}, defaultdict(list)
        for row in bench.index.rows():
            for task in row.tasks:
                texts[row.path, task.line] = task.text
                by_id[task.id].append((row.path, task.line))
        truth = {place: tasks for place, tasks in self._truth().items() if place in texts}
        lies: dict[int, list[Place]] = defaultdict(list)
        for place, tasks in truth.items():
            for number in tasks:
                lies[number].append(place)
        listed = {orphan.subject for orphan in bench.list_orphans()}
        ticked = self._ticked()
        doubted: set[Place] = set()
        for tick in self._ticks:
            stands = by_id.get(bench.stands_on(tick.subject), [])
            there = lies.get(self._first(tick.task), [])
            if self._take_down(result, tick, stands, there, truth, texts):
                doubted.update(stands)
            result.unlisted += not stands and tick.subject not in listed
        for row in bench.index.rows():
            for task in row.tasks:
                tasks = truth.get((row.path, task.line), frozenset())
                if (last := bench.decided(task)) is None or tasks & ticked:
                    continue
                if (row.path, task.line) in doubted:
                    result.doubted += 1
                else:
                    result.unfounded += 1
                    kinds = ", ".join(kind for one in tasks for kind in self._history.kinds[one])
                    result.wrong.append(Wrong("unfounded", kinds, last.text, task.text))
        anew = Workbench(self._history.folder, self._store, by="ana", throwaway=True)
        anew.load()
        result.unsteady += sum(
            anew.stands_on(tick.subject) != bench.stands_on(tick.subject) for tick in self._ticks
        )
        anew.stop_reading()
        bench.stop_reading()

    def _take_down(
        self,
        result: Result,
        tick: Tick,
        stands: list[Place],
        there: list[Place],
        truth: dict[Place, frozenset[int]],
        texts: dict[Place, str],
    ) -> bool:
        """Returns whether the tick stands in a copy for another day that its note may have become.

        Then the truth does not tell whether what it stands on was decided on.
        """
        kinds = list(self._history.kinds[tick.task])
        doubtful = bool({*kinds} & _NOT_TOLD) or any(len(truth[place]) > 1 for place in there)
        claimed = [truth.get(place, frozenset()) for place in stands]
        same_words = any(
            texts[place] == tick.text and place[0] == own[0] for place in stands for own in there
        )
        right = same_words or any(self._first(tick.task) in tasks for tasks in claimed)
        whole = same_words or all(tasks <= self._ticked() for tasks in claimed)
        false = bool(stands) and not (right and whole)
        is_copy = false and FOR_ANOTHER_DAY in kinds and (not there or INTO_ANOTHER in kinds)
        if is_copy:
            there, doubtful, false = stands, True, False
        for kind in ("all", *(kinds or ["nothing"])):
            count = result.kinds[kind]
            count.false += false
            if there and doubtful:
                count.doubtful += 1
            elif there:
                count.there += 1
                count.stood += bool(stands) and not false
            else:
                count.gone += 1
                count.orphans += not stands
        if false:
            result.wrong.append(Wrong("FALSE", ", ".join(kinds), tick.text, texts[stands[0]]))
        elif there and not doubtful and not stands:
            result.wrong.append(Wrong("missed", ", ".join(kinds), tick.text, texts[there[0]]))
        return is_copy

    def _opened(self) -> Workbench:
        bench = Workbench(self._history.folder, self._store, by="ana")
        bench.load()
        return bench

    def _truth(self) -> dict[Place, frozenset[int]]:
        return {
            (str(sheet.path), row): frozenset(map(self._first, tasks))
            for sheet in self._history.there()
            for row, tasks in sheet.tasks_at().items()
        }

    def _ticked(self) -> set[int]:
        return {self._first(tick.task) for tick in self._ticks}

    def _first(self, task: int) -> int:
        """The number of a task; of one that was written several times, that of the first."""
        while task in self._history.pen.twins:
            task = self._history.pen.twins[task]
        return task
