"""How far the tasks of a folder are: what the Progress view shows, as values.

`tui.library.index.progress` counts; here the counts are brought together. Nothing here knows of
the database or the journal.
"""

from bisect import bisect_right
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple


class Tally(NamedTuple):
    """How many tasks are open (pending, doing or blocked), done and dropped."""

    open: int = 0
    done: int = 0
    dropped: int = 0

    @property
    def all(self) -> int:
        """How many tasks there are."""
        return self.open + self.done + self.dropped

    @property
    def closed(self) -> int:
        """How many of them are done or dropped."""
        return self.done + self.dropped

    def plus(self, other: "Tally") -> "Tally":
        """Return the sums of this and another."""
        return Tally(self.open + other.open, self.done + other.done, self.dropped + other.dropped)


class Share(NamedTuple):
    """A project or a label, how many sessions have it, and their tasks; "" is "none".

    What differs only in case is one, in its most usual spelling.
    """

    text: str
    sessions: int
    tasks: Tally


class Day(NamedTuple):
    """A day (YYYY-MM-DD, "" for none), how many sessions are of it, and their tasks."""

    day: str
    sessions: int
    tasks: Tally


class Month(NamedTuple):
    """A month (YYYY-MM), how many tasks its sessions left, and how many were closed in it."""

    month: str
    opened: int
    closed: int


class Unit(NamedTuple):
    """How much older the tasks of one column are than those of the one before."""

    name: str
    days: int = 0
    months: int = 0


UNITS = (
    Unit("day", days=1), Unit("week", days=7), Unit("month", months=1),
    Unit("quarter", months=3), Unit("half-year", months=6), Unit("year", months=12),
)  # fmt: skip


class Age(NamedTuple):
    """Open tasks about as old as each other, by the days of their sessions.

    They are `least` units old, and not yet one more. `first` and `last` are the days of their
    sessions (YYYY-MM-DD); "" is no bound: the oldest of all, or those of days to come.
    """

    least: int
    unit: Unit
    first: str
    last: str
    open: int


class Counted(NamedTuple):
    """A project or a label as it is written; what has the same `fold` differs only in case."""

    text: str
    fold: str
    sessions: int
    tasks: Tally


class Counts(NamedTuple):
    """What was counted: by day, project and label, and tasks that were closed by a decision.

    `closed` are ids, once for each place where the task stands.
    """

    days: Sequence[Day]
    projects: Sequence[Counted]
    labels: Sequence[Counted]
    closed: Sequence[str]


class Progress(NamedTuple):
    """How far the tasks of some sessions are.

    `projects` and `labels` come with most open tasks first, `days` and `months` in order, only
    those that have something. `undated` has no day, and is in neither. `closed_elsewhen` counts
    tasks that are closed, nobody knows when: their notes say so.
    """

    sessions: int = 0
    tasks: Tally = Tally()
    projects: tuple[Share, ...] = ()
    labels: tuple[Share, ...] = ()
    days: tuple[Day, ...] = ()
    months: tuple[Month, ...] = ()
    undated: Day = Day("", 0, Tally())
    closed_elsewhen: int = 0


_FEW = 0.02  # of the open tasks may be older than the columns tell apart


def progress_of(counts: Counts, closed_on: Callable[[str], str]) -> Progress:
    """Bring together what was counted.

    Args:
        counts: what was counted.
        closed_on: tells on which day (YYYY-MM-DD) a task was closed; "" if it is not known.
    """
    undated = next((day for day in counts.days if not day.day), Day("", 0, Tally()))
    in_order = sorted(day for day in counts.days if day.day)
    closed = Counter(day[:7] for subject in counts.closed if (day := closed_on(subject)))
    opened: Counter[str] = Counter()
    for one_day in in_order:
        opened[one_day.day[:7]] += one_day.tasks.all
    months = sorted(
        month for month in opened.keys() | closed.keys() if opened[month] or closed[month]
    )
    everything = (*in_order, undated)
    tasks = Tally(*map(sum, zip(*(day.tasks for day in everything), strict=True)))
    return Progress(
        sessions=sum(day.sessions for day in everything),
        tasks=tasks,
        projects=_shares(counts.projects),
        labels=_shares(counts.labels),
        days=tuple(in_order),
        months=tuple(Month(month, opened[month], closed[month]) for month in months),
        undated=undated,
        closed_elsewhen=tasks.closed - closed.total(),
    )


def _shares(counted: Iterable[Counted]) -> tuple[Share, ...]:
    """Bring spellings together that differ only in case."""
    sums: dict[str, Share] = {}
    spellings: dict[str, Counter[str]] = {}
    for one in counted:
        known = sums.get(one.fold, Share("", 0, Tally()))
        sums[one.fold] = Share("", known.sessions + one.sessions, known.tasks.plus(one.tasks))
        spellings.setdefault(one.fold, Counter())[one.text] += one.sessions
    named = [
        share._replace(text=max(spellings[fold].items(), key=lambda pair: (pair[1], pair[0]))[0])
        for fold, share in sums.items()
    ]
    return tuple(sorted(named, key=lambda share: (-share.tasks.open, -share.tasks.all, share.text)))


def ages(days: Iterable[Day], today: date, most: int) -> list[Age]:
    """Divide open tasks by age, into columns of one unit: the smallest that does.

    Args:
        days: where they were left; what is no day of the calendar is passed over.
        today: the day that ages count from.
        most: how many columns there may be, 1 or more; the last one takes all that is older.

    Returns:
        The columns, youngest first, up to the last that has something.
    """
    left = [(when, day.tasks.open) for day in days if day.tasks.open and (when := _date(day.day))]
    total = sum(count for _, count in left)
    for unit in UNITS:
        edges = [_back(today, unit, steps) for steps in range(1, most)]
        beyond = sum(count for when, count in left if edges and when <= edges[-1])
        if unit is UNITS[-1] or beyond <= _FEW * total:
            return _columns(left, today, unit, edges)
    return []


def _columns(left: list[tuple[date, int]], today: date, unit: Unit, edges: list[date]) -> list[Age]:
    """A column ends on the day before the next younger one begins."""
    sums = [0] * (len(edges) + 1)
    upwards = [-edge.toordinal() for edge in edges]
    for when, count in left:
        sums[bisect_right(upwards, -when.toordinal())] += count
    while sums and not sums[-1]:
        sums.pop()
    lasts = [today, *edges]
    return [
        Age(
            least,
            unit,
            "" if least == len(edges) else (edges[least] + timedelta(days=1)).isoformat(),
            lasts[least].isoformat() if least else "",
            count,
        )
        for least, count in enumerate(sums)
    ]


def _back(day: date, unit: Unit, steps: int) -> date:
    """The day so many units before; in a month that is too short, its last."""
    if unit.days:
        days = day.toordinal() - steps * unit.days
        return date.fromordinal(max(1, days))
    year, month = divmod(day.year * 12 + day.month - 1 - steps * unit.months, 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@lru_cache(maxsize=4096)  # tasks closed by one key press were closed at one moment
def day_of(moment: str) -> str:
    """The day (YYYY-MM-DD), here, of a moment in ISO 8601; "" if it is none."""
    try:
        return datetime.fromisoformat(moment).astimezone().date().isoformat()
    except (ValueError, OverflowError):
        return ""
