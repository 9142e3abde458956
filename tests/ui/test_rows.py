"""The lines of a list of tasks: groups, what is folded up in them, how lines are found again."""

from __future__ import annotations

from array import array

from hypothesis import given, strategies as st

from tui.library.index.entries import NO_GROUPS, AtHand
from tui.library.index.keys import number_of
from tui.library.row import Row
from tui.notes import Task
from tui.ui.screens.tasks.rows import Rows, task_of
from tui.workbench import Groups, TaskKey, TaskListing

_TASKS = 3


def row(session: int) -> Row:
    tasks = tuple(
        Task(id=f"{session}-{n}", text=f"Do {n}", n=1, line=n, mark="pending", from_prose=False)
        for n in range(_TASKS)
    )
    return Row(
        id=str(session), path=f"{session}.md", title="", date="", start="", project="",
        priority="", labels=(), publish=None, tasks=tasks, healed=False, uncertain=False,
        problems=(), content="",
    )  # fmt: skip


def listing(numbers: list[int], sizes: list[int]) -> TaskListing:
    """A list of tasks, by number from 0, in groups of some sizes; ungrouped without any."""
    ids = array("q", (number_of(n // _TASKS, n % _TASKS) for n in numbers))
    groups = NO_GROUPS
    if sizes:
        starts = array("q", (sum(sizes[:n]) for n in range(len(sizes))))
        groups = Groups(starts, array("q", [0] * len(sizes)), len(ids), "group {}".format)
    return TaskListing(
        AtHand(ids, groups), len(ids), set(), 0,
        fetch=lambda ids: {id_: row(id_) for id_ in ids},
        number=lambda path: int(path.removesuffix(".md")),
    )  # fmt: skip


@st.composite
def grouped(draw: st.DrawFn) -> Rows:
    sizes = draw(st.lists(st.integers(1, 5), max_size=6))
    count = sum(sizes) if sizes else draw(st.integers(0, 8))
    numbers = draw(st.permutations(range(count)))
    folded = draw(st.sets(st.integers(0, max(0, len(sizes) - 1))))
    names = {f"group {n}" for n in folded} if sizes else set()
    return Rows(listing(list(numbers), sizes), "project" if sizes else "none", names)


@given(grouped())
def test_every_line_is_a_group_or_a_task_and_every_task_has_its_line(rows: Rows) -> None:
    entries = [rows.entry(line) for line in range(len(rows))]
    tasks = [entry for entry in entries if entry is not None]
    assert tasks == sorted(set(tasks))
    for line, entry in enumerate(entries):
        assert (entry is None) == rows.is_group(line)
        if entry is not None:
            assert rows.line(entry) == line
    for entry in set(range(len(rows.listing))) - set(tasks):  # folded up
        assert rows.is_group(rows.line(entry))
        assert rows.is_folded(rows.group_at(rows.line(entry)) or 0)


@given(grouped(), st.integers(-1, 40))
def test_keys_are_told_apart_and_found_from_anywhere(rows: Rows, near: int) -> None:
    keys = list(rows)
    assert len(set(keys)) == len(keys) == len(rows)
    assert [rows.nearest(key, near) for key in keys] == list(range(len(keys)))


@given(grouped())
def test_a_task_that_is_folded_up_is_found_at_its_group(rows: Rows) -> None:
    unfolded = Rows(rows.listing, rows.grouping)
    for key in unfolded:
        line = rows.nearest(key, 0)
        assert line is not None
        assert rows[line] == key or rows.is_group(line)


@given(grouped())
def test_all_lines_together_stand_for_all_tasks_once(rows: Rows) -> None:
    found = [entry for run in rows.entries(range(len(rows))) for entry in run]
    assert found == list(range(len(rows.listing)))


@given(grouped(), st.data())
def test_a_range_takes_what_it_shows_and_what_is_folded_up_in_it(
    rows: Rows, data: st.DataObject
) -> None:
    if not len(rows):
        return
    ends = sorted(data.draw(st.tuples(*[st.integers(0, len(rows) - 1)] * 2)))
    lines = range(ends[0], ends[1] + 1)
    found = {entry for run in rows.entries(lines) for entry in run}
    shown = {rows.entry(line) for line in lines} - {None}
    folded = {
        entry for entry in range(len(rows.listing))
        if rows.line(entry) in lines and rows.is_group(rows.line(entry))
    }  # fmt: skip
    if len(lines) > 1 or not rows.is_group(lines[0]):
        assert found == shown | folded
    else:
        group = rows.listing.groups[rows.group_at(lines[0]) or 0]
        assert found == set(range(group.start, group.start + group.count))


def test_a_task_under_several_labels_is_found_in_its_own() -> None:
    twice = Rows(listing([0, 1, 0, 2], [2, 2]), "label")
    assert [task_of(key) for key in twice] == [
        None, TaskKey("0.md", "0-0"), TaskKey("0.md", "0-1"),
        None, TaskKey("0.md", "0-0"), TaskKey("0.md", "0-2"),
    ]  # fmt: skip
    assert [twice.nearest(key, 0) for key in twice] == list(range(6))


def test_what_is_not_in_the_list_is_nowhere() -> None:
    rows = Rows(listing([0, 1, 2], [3]), "project")
    for key in ("t\x005.md\x005-0\0", "t\x000.md\0strange\0", "g\0strange", "?\x0077", ""):
        assert rows.nearest(key, 0) is None
    assert task_of(None) is None
