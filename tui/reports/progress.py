"""How far the tasks are: counted by project, label and time, what was closed, what is open."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple

from tui.notes import STATUSES, Status
from tui.reports.facts import Facts, SessionFact, TaskFact
from tui.reports.spelling import usual_spellings

_MOST_PERIODS = 18


class Share(NamedTuple):
    """Sessions that have something in common, and how many of their tasks have which status."""

    name: str
    sessions: int
    counts: dict[Status, int]

    @property
    def tasks(self) -> int:
        """How many tasks there are."""
        return sum(self.counts.values())

    @property
    def closed(self) -> int:
        """How many are done or dropped."""
        return self.counts["done"] + self.counts["dropped"]

    @property
    def open(self) -> int:
        """How many are pending, doing or blocked."""
        return self.tasks - self.closed

    @property
    def percent(self) -> int:
        """How many in a hundred are closed: 100 only if all are."""
        return self.closed * 100 // self.tasks if self.tasks else 0


class Report(NamedTuple):
    """A report on progress.

    `projects` and `labels` have those with most open tasks first; "" is "none". `periods` are
    months, quarters or years, whatever tells most. `closed` are the tasks that were closed from
    the day `since` on, newest first; `open` has the tasks of the oldest sessions first.
    """

    facts: Facts
    since: str
    total: Share
    projects: list[Share]
    labels: list[Share]
    periods: list[Share]
    closed: list[TaskFact]
    open: list[TaskFact]
    overdue: int

    @property
    def open_by_session(self) -> list[tuple[SessionFact, list[TaskFact]]]:
        """What is open, by session."""
        by_path: dict[str, list[TaskFact]] = defaultdict(list)
        for task in self.open:
            by_path[task.session.path].append(task)
        return [(tasks[0].session, tasks) for tasks in by_path.values()]

    @property
    def open_by_month(self) -> list[tuple[str, int, list[tuple[SessionFact, list[TaskFact]]]]]:
        """What is open, by the month (YYYY-MM, "" for none) of its session, counted."""
        months = groupby(self.open_by_session, key=lambda pair: pair[0].date[:7])
        found = [(month, list(pairs)) for month, pairs in months]
        return [(month, sum(len(tasks) for _, tasks in pairs), pairs) for month, pairs in found]


def report_of(facts: Facts, since: str) -> Report:
    """Return the report; `since` (YYYY-MM-DD) is where "what was closed" begins."""
    tasks: dict[str, list[TaskFact]] = defaultdict(list)
    for task in facts.tasks:
        tasks[task.session.path].append(task)
    closed = [task for task in facts.tasks if not task.is_open and since <= task.on <= facts.today]
    still_open = [task for task in facts.tasks if task.is_open]

    def shares(names_of: Callable[[SessionFact], Iterable[str]]) -> list[Share]:
        return _shares(facts.sessions, tasks, names_of)

    everything = shares(lambda _: ("all",))
    return Report(
        facts,
        since,
        everything[0] if everything else Share("all", 0, _no_counts()),
        sorted(shares(lambda session: (session.project,)), key=_most_open),
        sorted(shares(lambda session: session.labels or ("",)), key=_most_open),
        sorted(shares(_period(facts.sessions)), key=lambda share: share.name),
        sorted(closed, key=lambda task: task.on, reverse=True),
        sorted(still_open, key=_age),
        sum(task.is_overdue(facts.today) for task in still_open),
    )


def _age(task: TaskFact) -> tuple[bool, str]:
    """Those of no known day stand last."""
    return not task.session.date, task.session.date


def _most_open(share: Share) -> tuple[int, int, str]:
    return -share.open, -share.tasks, share.name.casefold()


def _no_counts() -> dict[Status, int]:
    return dict.fromkeys(STATUSES, 0)


def _shares(
    sessions: Iterable[SessionFact],
    tasks: dict[str, list[TaskFact]],
    names_of: Callable[[SessionFact], Iterable[str]],
) -> list[Share]:
    """Divide sessions by name; what differs only in case is one, in its most usual spelling."""
    counted: dict[str, int] = Counter()
    counts: dict[str, dict[Status, int]] = defaultdict(_no_counts)
    names: list[str] = []
    for session in sessions:
        own = {name.casefold(): name for name in names_of(session)}
        names += own.values()
        for fold in own:
            counted[fold] += 1
            for task in tasks.get(session.path, ()):
                counts[fold][task.status] += 1
    usual = usual_spellings(names)
    return [Share(usual[fold], number, counts[fold]) for fold, number in counted.items()]


def _period(sessions: Iterable[SessionFact]) -> Callable[[SessionFact], tuple[str, ...]]:
    """What divides sessions by time into no more parts than can be shown."""
    days = [session.date for session in sessions if session.date]

    def month(day: str) -> str:
        return day[:7]

    def quarter(day: str) -> str:
        return f"{day[:4]} Q{(int(day[5:7]) + 2) // 3}"

    def year(day: str) -> str:
        return day[:4]

    names = next(
        (name for name in (month, quarter) if len({*map(name, days)}) <= _MOST_PERIODS), year
    )
    return lambda session: (names(session.date),) if session.date else ()
