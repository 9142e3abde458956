"""Two reviewers who set, undo, redo and start anew at random, against a plain model of it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import given, settings, strategies as st

from tests.samples import note
from tui.workbench import Draft, Row, Setting, Task, Workbench

TEXTS = ("Hire a van for the move.", "Label every box with its room.")
REVIEWERS = ("ana", "eva")
START = {"status": "pending", "due": "", "to": "", "note": ""}
SET: list[dict[str, Any]] = [
    {"to": "Eva"},
    {"to": "Ana"},
    {"to": "Luis"},
    {"to": "", "due": "2026-12-31"},
    {"status": "done"},
    {"status": "pending", "due": "", "note": "Ask first."},
    {"status": "doing", "to": "Luis", "due": "2027-01-01", "note": ""},
]  # few, so that they meet


class Change(NamedTuple):
    """A field of a task as a reviewer set it; `number` is its place in the order of all."""

    number: int
    by: str
    task: int
    field: str
    was: Any
    new: Any


class Model:
    """What must hold."""

    def __init__(self) -> None:
        self.holds = [dict(START) for _ in TEXTS]
        self.log: list[Change] = []
        self.done: dict[str, list[list[Change]]] = defaultdict(list)
        self.undone: dict[str, list[list[Change]]] = defaultdict(list)

    def put(self, by: str, tasks: list[int], fields: dict[str, Any]) -> None:
        step = [
            self._change(by, task, field, new)
            for task in tasks
            for field, new in fields.items()
            if self.holds[task][field] != new
        ]
        if step:
            self.done[by].append(step)
            self.undone[by].clear()

    def undo(self, by: str) -> None:
        for step in reversed(self.done[by]):
            mine = [change for change in step if not self._overruled(change)]
            for change in mine:
                self._change(by, change.task, change.field, change.was)
            if mine:
                self.done[by].remove(step)
                self.undone[by].append(step)
                return

    def redo(self, by: str) -> None:
        if not self.undone[by]:
            return
        mine = [change for change in self.undone[by][-1] if not self._overruled(change)]
        for change in mine:
            self._change(by, change.task, change.field, change.new)
        if mine:
            self.done[by].append(self.undone[by].pop())

    def _change(self, by: str, task: int, field: str, new: Any) -> Change:
        change = Change(len(self.log), by, task, field, self.holds[task][field], new)
        self.holds[task][field] = new
        self.log.append(change)
        return change

    def _overruled(self, change: Change) -> bool:
        return any(
            (later.task, later.field) == (change.task, change.field) and later.by != change.by
            for later in self.log[change.number + 1 :]
        )


class Desk:
    """The same on a real folder; each reviewer has a workbench of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "a.md").write_text(note(*TEXTS), encoding="utf-8")
        self.benches = {by: self.opened(by) for by in REVIEWERS}

    def opened(self, by: str) -> Workbench:
        bench = Workbench(self.folder, by=by)
        bench.load()
        return bench

    def chosen(self, bench: Workbench, tasks: list[int]) -> list[tuple[Row, Task]]:
        (row,) = bench.index.rows()
        return [(row, row.tasks[task]) for task in tasks]

    def do(self, by: str, action: str, tasks: list[int], fields: dict[str, Any]) -> None:
        if action == "restart":
            self.benches[by] = self.opened(by)
            return
        bench = self.benches[by]
        bench.accept(bench.look())
        draft: Draft | None
        if action == "put":
            draft = bench.drafts.setting(self.chosen(bench, tasks), Setting(**fields))
        else:
            draft = bench.drafts.undo() if action == "undo" else bench.drafts.redo()
        if draft:
            bench.decide(draft)

    def holds(self, bench: Workbench) -> list[dict[str, Any]]:
        bench.accept(bench.look())
        held = [bench.holds(task) for _, task in self.chosen(bench, list(range(len(TEXTS))))]
        return [{field: getattr(one, field) for field in START} for one in held]


actions = st.tuples(
    st.sampled_from(REVIEWERS),
    st.sampled_from([("put", 1)] * 4 + [("undo", 1), ("undo", 2), ("undo", 3)]
                    + [("redo", 1), ("redo", 2), ("restart", 1)]),
    st.sampled_from([[0], [0], [0], [1], [0, 1]]),
    st.sampled_from(SET),
)  # fmt: skip


@given(st.lists(actions, min_size=8, max_size=20))
@settings(max_examples=200, deadline=None)
def test_whatever_they_do_the_model_says_what_holds(steps: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        desk, model = Desk(Path(folder)), Model()
        for by, (action, times), tasks, fields in steps:
            for _ in range(times):
                desk.do(by, action, tasks, fields)
                if action == "put":
                    model.put(by, tasks, fields)
                elif action != "restart":
                    getattr(model, action)(by)
            assert desk.holds(desk.benches[by]) == model.holds
        everyone = [*desk.benches.values(), desk.opened("luis")]
        assert [desk.holds(bench) for bench in everyone] == [model.holds] * 3
        histories = [bench.history() for bench in everyone]
        assert histories[0] == histories[1] == histories[2]
        assert sum(len(past.decision.set.fields) for past in histories[0]) == len(model.log)
