"""The agenda of a meeting of one or two parties."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.reports.facts import Change, Facts, TaskFact

_FIRST = {"blocked": 0, "doing": 2, "pending": 3}
_OVERDUE = 1


class Party(NamedTuple):
    """Who meets: a filter that picks their sessions, and the name that they go by."""

    name: str
    asked: str
    facts: Facts


class Part(NamedTuple):
    """Open tasks under a heading: the first of them, and how many more there are."""

    heading: str
    tasks: list[TaskFact]
    more: int


class Agenda(NamedTuple):
    """What is to be spoken of; `since` is the day from which decisions are reported.

    `why_since` says in a few words what was on that day, "" if it was asked for.
    """

    parties: tuple[Party, ...]
    today: str
    since: str
    why_since: str
    parts: list[Part]
    changes: list[Change]
    left_out: int
    unpublished: int


def agenda_of(
    parties: Sequence[Party],
    *,
    since: str,
    most: int,
    changes_since: Callable[[Sequence[TaskFact], str], list[Change]],
) -> Agenda:
    """Return the agenda.

    Args:
        parties: one or two; what both have is theirs together.
        since: the day (YYYY-MM-DD) of the last meeting; "" for the last session that all have
            before today.
        most: how many tasks to name under a heading.
        changes_since: tells what was decided on tasks from a day on.
    """
    paths = [{session.path for session in party.facts.sessions} for party in parties]
    shared = set.intersection(*paths)
    sessions = {s.path: s for party in parties for s in party.facts.sessions}
    tasks = {(t.session.path, t.id): t for party in parties for t in party.facts.tasks}
    today = parties[0].facts.today
    why = ""
    if not since:
        since = max((sessions[path].date for path in shared if sessions[path].date < today),
                    default="")  # fmt: skip
        together = "the last session of both" if len(parties) > 1 else "the last session"
        why = together if since else "no session before it"

    def part(heading: str, among: set[str]) -> Part:
        found = [task for task in tasks.values() if task.is_open and task.session.path in among]
        found.sort(key=lambda task: _order(task, today))
        return Part(heading, found[:most], len(found[most:]))

    if len(parties) > 1:
        parts = [part("Open for both", shared)]
        parts += [
            part(f"Open for {party.name} only", own - shared)
            for party, own in zip(parties, paths, strict=True)
        ]
    else:
        parts = [part("Open", shared)]
    return Agenda(
        tuple(parties),
        today,
        since,
        why,
        parts,
        changes_since([*tasks.values()], since),
        len(frozenset[str]().union(*(party.facts.left_out for party in parties))),
        sum(session.unpublished for session in sessions.values()),
    )


def _order(task: TaskFact, today: str) -> tuple[int, bool, str]:
    """What is blocked comes first, then what is overdue; of both, the oldest."""
    first = _FIRST[task.status]
    if first and task.is_overdue(today):
        first = _OVERDUE
    return first, not task.session.date, task.session.date
