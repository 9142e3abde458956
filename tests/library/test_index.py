"""Words, the index, and the orders of the list."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.samples import note, read
from tui.library import SORTS, Index, LeftOut, Row, row_of


def row(path: str, *tasks: str, title: str = "Tea", day: str = "2024-02-13") -> Row:
    return row_of(read(note(*tasks, title=title, day=day), path))


def test_a_row_holds_what_the_filter_needs() -> None:
    found = row("a.md", "Hire a van.", title="Policía")
    for word in (" policia", " hire a van", " business", " medium", " home", " pending tasks"):
        assert word in found.words
    assert (found.healed, found.uncertain, found.problems) == (False, False, ())


def test_rows_are_kept_by_path_and_found_by_id() -> None:
    index = Index()
    one, two = row("a.md", "Hire a van."), row("b.md", "Label.", title="Other")
    index.put(one)
    index.put(two)
    assert (len(index), index.row("a.md"), index.row("c.md")) == (2, one, None)
    assert {row.path for row in index.rows()} == {"a.md", "b.md"}
    assert one.id in index
    assert one.tasks[0].id in index
    assert index.paths_of(two.tasks[0].id) == ("b.md",)
    assert index.paths_of("none") == ()
    assert list(index.ids_from(one.id)) == [one.id]
    assert len(list(index.ids_from(""))) == 4


def test_what_is_replaced_or_removed_leaves_nothing_behind() -> None:
    index = Index()
    old, new = row("a.md", "Hire a van."), row("a.md", "Label.", title="Other")
    index.put(old)
    index.put(new)
    assert old.id not in index
    assert old.tasks[0].id not in index
    assert len(index) == 1
    index.remove("a.md")
    index.remove("a.md")
    assert list(index.ids_from("")) == []
    assert len(index) == 0


def test_copies_share_their_ids() -> None:
    index = Index()
    index.put(row("a.md", "Hire a van."))
    index.put(row("b.md", "Hire a van."))
    task = row("a.md", "Hire a van.").tasks[0].id
    assert index.paths_of(task) == ("a.md", "b.md")
    index.remove("a.md")
    assert index.paths_of(task) == ("b.md",)


def test_files_left_out_are_listed_failures_first() -> None:
    index = Index()
    index.leave_out(LeftOut("b.md", "no session"))
    index.leave_out(LeftOut("c.md", "gone", failed=True))
    index.leave_out(LeftOut("a.md", "no session"))
    assert [file.path for file in index.left_out()] == ["c.md", "a.md", "b.md"]
    index.put(row("c.md"))
    index.leave_out(LeftOut("c.md", "gone again", failed=True))
    assert len(index) == 0
    index.remove("c.md")
    assert [file.path for file in index.left_out()] == ["a.md", "b.md"]


ROWS = [
    replace(row("a.md", title="beta", day="2024-01-02"), project="x"),
    replace(row("b.md", title="Alpha", day="2024-01-01"), project="Y"),
    replace(row("c.md", title="gamma", day="2024-01-02"), start="23:00", project="X"),
    replace(row("d.md", title="", day="2024-01-01"), date="", start="", project=""),
]


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("newest first", "cabd"),
        ("oldest first", "bacd"),
        ("most open tasks", "dacb"),
        ("title", "dbac"),
        ("project", "dacb"),
    ],
)
def test_orders(name: str, order: str) -> None:
    (sort,) = (sort for sort in SORTS if sort.name == name)
    open_tasks = {"a.md": 1, "b.md": 0, "c.md": 1, "d.md": 5}
    rows = sorted(
        ROWS, key=lambda row: sort.key(row, open_tasks[row.path]), reverse=sort.descending
    )
    assert "".join(row.path[0] for row in rows) == order
