"""Sessions at random, what was decided on them, and a plain account of what holds."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

from tui.library import Decided, Found, Index, Row
from tui.library.files import Stamp
from tui.library.found import Texts
from tui.notes import STATUSES, Task
from tui.notes.saying import Part

NAMES = ("Ana", "ana", "Anatol Żak", "Eva Lang", "?")
DAYS = ("2023-12-31", "2024-02-04", "2024-02-13", "2024-02-14", "2024-03-01", "2025-01-01")
PROJECTS = ("Dev", "dev", "DevOps", "Ops dev", "C++", "C", "")
LABELS = ("AI", "ai", "Data security", "Data", 'say "hi"', "?!", "a\u200eb")
TEXTS = ("Hire a van.", "hire a cake", "Bake a cake.", "Ärger im Büro", "validate")
STATUS = st.sampled_from(STATUSES)


class Job(NamedTuple):
    """A task with all that holds for it."""

    session: Row
    place: int
    status: str
    due: str
    to: str
    note: str

    @property
    def task(self) -> Task:
        """The task itself."""
        return self.session.tasks[self.place]

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to do."""
        return self.status in {"done", "dropped"}


class Crowd(NamedTuple):
    """Sessions, and what was decided."""

    rows: tuple[Row, ...]
    decided: tuple[Decided, ...]

    def indexed(self) -> Index:
        """An index of it, in memory."""
        index = Index()
        index.put(found(row) for row in self.rows)
        index.decide(self.decided)
        return index

    def on(self, subject: str) -> Decided:
        """What was decided on a task or a session."""
        return next(
            (one for one in self.decided if one.subject == subject),
            Decided(subject, None, None, ()),
        )

    def jobs(self, row: Row) -> list[Job]:
        """The tasks of a session."""
        ons = [self.on(task.id) for task in row.tasks]
        return [
            Job(row, place, on.status or row.tasks[place].mark, on.due, on.to, on.note)
            for place, on in enumerate(ons)
        ]

    def deciders(self, row: Row) -> list[str]:
        """Who decided on a session or its tasks."""
        return [name for id_ in (row.id, *(t.id for t in row.tasks)) for name in self.on(id_).by]


def found(row: Row) -> Found:
    """What reading a session gives."""
    head = " ".join((row.date, row.project, row.priority, *row.labels))
    said = Part("pending", "", "\n".join(task.text for task in row.tasks))
    texts = Texts(row.title, head, (said,))
    return Found(row, Stamp(1, 2, 3, row.path.encode()), b"", texts)


@st.composite
def rows(draw: st.DrawFn, number: int) -> Row:
    """A session; now and then a copy of another one, with the same ids."""
    name = draw(st.sampled_from([str(number), str(number), "copy"]))
    texts = draw(st.lists(st.sampled_from(TEXTS), max_size=4))
    return Row(
        id=f"s{name}",
        path=f"{number}.md",
        title=draw(st.sampled_from(["Tea", "Cake and van", ""])),
        date=draw(st.sampled_from([*DAYS, ""])),
        start=draw(st.sampled_from(["03:55", ""])),
        project=draw(st.sampled_from(PROJECTS)),
        priority=draw(st.sampled_from(["LOW", "MEDIUM", ""])),
        labels=tuple(draw(st.lists(st.sampled_from(LABELS), max_size=3))),
        publish=draw(st.sampled_from([True, False, None])),
        tasks=tuple(
            Task(f"t{name}.{n}", text, n + 1, mark=draw(STATUS)) for n, text in enumerate(texts)
        ),
        healed=draw(st.booleans()),
        uncertain=draw(st.booleans()),
        problems=draw(st.sampled_from([(), ("odd",)])),
        content="",
    )


def decisions(subject: str) -> st.SearchStrategy[Decided]:
    """What may be decided on a task."""
    return st.builds(
        Decided,
        st.just(subject),
        st.none() | STATUS,
        st.none(),
        st.lists(st.sampled_from(NAMES), max_size=2).map(tuple),
        st.sampled_from(["", *DAYS]),
        st.sampled_from(["", *NAMES]),
        st.sampled_from(["", "Ask first."]),
    )


@st.composite
def crowds(draw: st.DrawFn) -> Crowd:
    """Some sessions, and decisions on some of their tasks, on some of them, and on none of them."""
    some = tuple(draw(rows(number)) for number in range(draw(st.integers(0, 6))))
    tasks = {task.id for row in some for task in row.tasks}
    decided = [draw(decisions(id_)) for id_ in sorted(tasks) if draw(st.booleans())]
    decided += [
        Decided(id_, None, draw(st.booleans()), (draw(st.sampled_from(NAMES)),))
        for id_ in sorted({row.id for row in some})
        if draw(st.booleans())
    ]
    return Crowd(some, (*decided, Decided("gone", "done", None, ("Ana",), "2024-02-13")))
