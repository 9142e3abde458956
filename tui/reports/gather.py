"""From the workbench to values: what a filter picks, but what is not to be shown to others."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from tui.notes import Task, identity
from tui.plain import plain
from tui.reports.facts import Change, Facts, SessionFact, TaskFact
from tui.workbench import Field, Query, Row, Setting, Workbench

Link = Callable[[str], str]


def gather(
    bench: Workbench,
    query: Query,
    *,
    asked: str,
    today: date,
    link: Link,
    include_unpublished: bool = False,
) -> Facts:
    """Return what documents need of the sessions that a filter picks, newest first.

    Its tasks are those that the filter asks for, as `workbench tasks` has them.

    Args:
        bench: a workbench that is loaded.
        query: the filter, read.
        asked: the filter as it was typed.
        today: the day that the document is of.
        link: what leads from the document to the note at a path.
        include_unpublished: whether sessions that say `publish: false` are among them.
    """
    rows = bench.rows(query)
    kept = [row for row in rows if include_unpublished or row.publish is not False]
    left_out = {row.path for row in rows} - {row.path for row in kept}
    sessions = {row.path: _session(row, link) for row in kept}
    tasks = tuple(
        _task(bench, task, sessions[row.path])
        for row, task in bench.select_tasks(query)
        if row.path in sessions
    )
    return Facts(
        folder=plain(bench.folder.name or str(bench.folder)),
        asked=plain(asked),
        today=today.isoformat(),
        sessions=tuple(sessions.values()),
        tasks=tasks,
        left_out=frozenset(map(identity.digest, left_out)),
    )


def changes(bench: Workbench, tasks: Iterable[TaskFact], since: str) -> list[Change]:
    """Return what was decided on tasks from a day on and still holds, newest first.

    What was taken back, or decided anew later, is passed over.
    """
    wanted = {task.id: task for task in tasks}
    found: list[Change] = []
    overruled: set[tuple[str, Field]] = set()
    for past in bench.history():
        decision = past.decision
        fields = [f for f in decision.set.fields if (past.subject, f) not in overruled]
        overruled.update((past.subject, field) for field in fields)
        day = day_of(decision.at)
        task = wanted.get(past.subject)
        if task and fields and not decision.undoes and not past.undone and day >= since:
            says = tuple(_says(decision.set.only(fields)))
            if says:
                found.append(Change(day=day, by=decision.by, says=says, task=task))
    return found


def day_of(moment: str) -> str:
    """Return the day here of a moment in UTC, ISO 8601; "" if it is none."""
    try:
        return datetime.fromisoformat(moment).astimezone().date().isoformat()
    except (ValueError, OverflowError):
        return ""


def _session(row: Row, link: Link) -> SessionFact:
    return SessionFact(
        id=row.id,
        title=row.title,
        date=row.date,
        project=row.project,
        labels=row.labels,
        path=row.path,
        link=link(row.path),
        unpublished=row.publish is False,
    )


def _task(bench: Workbench, task: Task, session: SessionFact) -> TaskFact:
    holds = bench.holds(task)
    decision = bench.decided(task)
    return TaskFact(
        id=task.id,
        text=task.text,
        status=holds.status or "pending",
        due=holds.due or "",
        to=holds.to or "",
        note=holds.note or "",
        by=decision.by if decision else "",
        on=day_of(decision.at) if decision else "",
        session=session,
    )


def _says(setting: Setting) -> Iterator[str]:
    if setting.status:
        yield setting.status
    if setting.due is not None:
        yield f"due {setting.due}" if setting.due else "no longer due"
    if setting.to is not None:
        yield f"given to {setting.to}" if setting.to else "given to nobody"
    if setting.note:
        yield f"noted: {setting.note}"
