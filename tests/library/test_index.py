"""The index: what is put in, taken out, listed and counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.library.shelf import decide, index_of, left_out, made, picked
from tests.samples import misread, note, read
from tui.library import (
    FACETS,
    SORTS,
    Facet,
    Found,
    Index,
    LeftOut,
    Row,
    Totals,
    parse_filter,
    row_of,
)
from tui.library.found import texts_of
from tui.library.index import stamp_in_one
from tui.library.words import words_of


def row(found: Found) -> Row:
    assert isinstance(found.what, Row)
    return found.what


def test_a_row_holds_what_lists_need_and_words_hold_the_rest() -> None:
    session = read(note("Hire a van.", title="Policía"), "a.md")
    found = row_of(session)
    assert (found.healed, found.uncertain, found.problems) == (False, False, ())
    texts = texts_of(session)
    title, head, text = map(words_of, (texts.title, texts.head, texts.text))
    assert title == " policia"
    for word in (" 2024 02 13", " business", " medium", " home"):
        assert word in head
    for word in (" hire a van", " pending tasks"):
        assert word in text


def test_rows_are_kept_by_path_and_found_by_id() -> None:
    one, two = made("a.md", "Hire a van."), made("b.md", "Label.", title="Other")
    index = index_of(one, two)
    assert (len(index), index.cards.row("a.md"), index.cards.row("c.md")) == (2, row(one), None)
    assert {row.path for row in index.rows()} == {"a.md", "b.md"}
    assert row(one).id in index
    task = row(two).tasks[0].id
    assert task in index
    assert index.cards.paths_of(task) == ("b.md",)
    assert index.cards.paths_of("none") == ()
    assert index.cards.missing([task, "none", row(one).id]) == ["none"]
    assert index.cards.tasks_from(task[:5]) == [task]
    assert index.cards.tasks_from(task) == [task]
    assert len(index.cards.tasks_from("")) == 2
    assert index.cards.tasks_from(row(one).id) == []


def test_what_is_replaced_or_removed_leaves_nothing_behind() -> None:
    old, new = made("a.md", "Hire a van."), made("a.md", "Label.", title="Other")
    index = index_of(old)
    assert index.put([new]) == 1
    assert row(old).id not in index
    assert row(old).tasks[0].id not in index
    assert (len(index), picked(index, "van"), picked(index, "label")) == (1, [], ["a.md"])
    index.remove(["a.md"])
    index.remove(["a.md"])
    assert index.cards.tasks_from("") == []
    assert (len(index), picked(index, "")) == (0, [])
    assert index.totals() == Totals(0, 0, 0, 0)


def test_what_says_what_it_said_before_is_no_news() -> None:
    one = made("a.md", "Hire a van.")
    index = index_of(one)
    number = index.cards.number("a.md")
    assert index.put([replace(one, stamp=one.stamp._replace(modified=99, read_at=1 << 40))]) == 0
    assert index.cards.number("a.md") == number
    assert index.cards.stamps() == {"a.md": stamp_in_one(1, 99)}


def test_the_same_path_twice_is_one_file() -> None:
    index = index_of(made("a.md", "Hire a van."), made("a.md", "Label."))
    assert picked(index, "") == picked(index, "label") == ["a.md"]


def test_copies_share_their_ids() -> None:
    index = index_of(made("a.md", "Hire a van."), made("b.md", "Hire a van."))
    task = row(made("a.md", "Hire a van.")).tasks[0].id
    assert index.cards.paths_of(task) == ("a.md", "b.md")
    index.remove(["a.md"])
    assert index.cards.paths_of(task) == ("b.md",)


def test_files_left_out_are_listed_failures_first() -> None:
    index = index_of(left_out("b.md"), left_out("c.md", "gone", failed=True), left_out("a.md"))
    assert [file.path for file in index.cards.left_out()] == ["c.md", "a.md", "b.md"]
    index.put([made("c.md")])
    index.put([left_out("c.md", "gone again", failed=True)])
    assert (len(index), index.cards.row("c.md")) == (0, None)
    assert index.cards.left_out()[0] == LeftOut("c.md", "gone again", failed=True)
    index.remove(["c.md"])
    assert [file.path for file in index.cards.left_out()] == ["a.md", "b.md"]


def test_what_the_system_calls_a_file_is_kept() -> None:
    index = index_of(replace(made("caf\\udce9.md"), real=b"caf\xe9.md"), made("a.md"))
    assert index.cards.real("caf\\udce9.md") == b"caf\xe9.md"
    assert (index.cards.real("a.md"), index.cards.real("none")) == (b"", b"")


def test_all_of_it_or_nothing_is_put_in() -> None:
    index = index_of(made("a.md", "Hire a van."))
    unheard_of = made("b.md").stamp._replace(size=1 << 70)
    with pytest.raises(OverflowError):
        index.put([made("c.md"), replace(made("b.md"), stamp=unheard_of)])
    assert picked(index, "") == ["a.md"]
    assert index.put([made("c.md")]) == 1
    assert index.totals().sessions == 2


def test_totals_follow_what_is_put_in_and_decided() -> None:
    one, two = made("a.md", "[x] Hire a van.", "Label."), made("b.md", "Bake.", title="Other")
    index = index_of(one, two)
    assert index.totals() == Totals(2, 3, 1, 0)
    decide(index, [row(two).tasks[0].id, "stranger"], "dropped")
    assert index.totals() == Totals(2, 3, 2, 1)
    decide(index, [row(one).tasks[0].id], "pending")
    assert index.totals() == Totals(2, 3, 1, 1)
    index.remove(["b.md"])
    assert index.totals() == Totals(1, 2, 0, 0)


def test_what_notes_call_dropped_is_counted_among_what_is_closed(tmp_path: Path) -> None:
    one, two = made("a.md", "[-] Hire a van.", "[x] Label."), made("b.md", "[-] Bake.", title="Two")
    index = Index(tmp_path / "index.sqlite")
    index.put([one, two])
    index.complete()
    assert index.totals() == Totals(2, 3, 3, 2)
    decide(index, [row(two).tasks[0].id], "done")
    decide(index, [row(one).tasks[1].id], "dropped")
    assert index.totals() == Totals(2, 3, 3, 2)
    index.close()
    again = Index(tmp_path / "index.sqlite")
    assert again.totals() == Totals(2, 3, 3, 2)
    again.put([made("a.md", "[ ] Hire a van.", "[x] Label.")])
    assert again.totals() == Totals(2, 3, 2, 1)
    again.close()


# Orders ------------------------------------------------------------------------------------


def shelf() -> Index:
    def one(path: str, tasks: int, title: str, day: str, **changes: str) -> Found:
        found = made(path, *(f"Task {n}." for n in range(tasks)), title=title, day=day)
        return replace(found, what=replace(row(found), **changes))

    return index_of(
        one("a.md", 1, "beta", "2024-01-02", project="x"),
        one("b.md", 0, "Álpha", "2024-01-01", project="Y"),
        one("c.md", 1, "gamma", "2024-01-02", start="23:00", project="X"),
        one("d.md", 3, "", "2024-01-01", date="", start="", project=""),
        one("e.md", 1, "beta", "2024-01-02", project="x"),
    )


ORDERS = {
    "newest first": "caebd",
    "oldest first": "baecd",
    "most open tasks": "dcaeb",
    "fewest open tasks": "bcaed",
    "oldest open task": "aecdb",
    "newest open task": "caedb",
    "title": "dbaec",
    "title, last first": "caebd",
    "project": "dcaeb",
    "project, last first": "bcaed",
}


def test_every_order_is_tested() -> None:
    assert [sort.name for sort in SORTS] == list(ORDERS)


@pytest.mark.parametrize("name", ORDERS)
def test_orders(name: str) -> None:
    assert "".join(path[0] for path in picked(shelf(), "", name)) == ORDERS[name]


@pytest.mark.parametrize("name", ORDERS)
def test_an_order_is_the_same_whatever_came_first(name: str) -> None:
    index = shelf()
    again = index_of(*(made(path, title="x") for path in ("c.md", "a.md")))
    again.put(
        Found(row, made(row.path).stamp._replace(digest=row.path.encode()))
        for row in reversed(list(index.rows()))
    )
    assert picked(again, "", name) == picked(index, "", name)


def test_decisions_change_the_orders_by_open_tasks() -> None:
    index = shelf()
    assert picked(index, "", "most open tasks")[0] == "d.md"
    found = index.cards.row("d.md")
    assert found is not None
    decide(index, [task.id for task in found.tasks], "done")
    assert picked(index, "", "most open tasks") == ["c.md", "a.md", "e.md", "b.md", "d.md"]


# Lists -------------------------------------------------------------------------------------


def test_a_list_knows_paths_and_places() -> None:
    index = index_of(*(made(f"{n:03}.md", day="2024-01-01") for n in range(300)))
    listing = index.select(parse_filter(""))
    assert (len(listing), listing[0], listing[299], listing[-1]) == (
        300, "000.md", "299.md", "299.md",
    )  # fmt: skip
    assert listing[100:103] == ["100.md", "101.md", "102.md"]
    assert list(listing) == [f"{n:03}.md" for n in range(300)]
    assert listing.index("250.md") == 250
    assert "250.md" in listing
    assert "none.md" not in listing
    with pytest.raises(ValueError, match="none"):
        listing.index("none.md")
    with pytest.raises(IndexError):
        listing[300]
    assert listing == index.select(parse_filter("tea"))
    assert listing != index.select(parse_filter("cake"))


def test_a_list_keeps_what_was_looked_at_when_the_notes_change() -> None:
    index = index_of(made("a.md", "x", day="2024-01-02"), made("b.md", "y"), made("c.md", "z"))
    listing = index.select(parse_filter(""))
    assert listing[0] == "b.md"
    index.remove(["a.md"])
    index.put([made("b.md", "new words")])
    assert list(listing) == ["b.md", "c.md", "a.md"]
    assert list(index.select(parse_filter(""))) == ["b.md", "c.md"]


def test_the_next_session_with_open_tasks() -> None:
    tasks = {0: "[x] Done.", 700: "Open.", 701: "Open.", 999: "[x] Done."}
    index = index_of(
        *(made(f"{n:03}.md", *([tasks[n]] if n in tasks else []), title=f"T{n}")
          for n in range(1000))
    )  # fmt: skip
    listing = index.select(parse_filter(""))
    assert index.next_open(listing, -1, 1) == 700
    assert index.next_open(listing, 700, 1) == 701
    assert index.next_open(listing, 701, 1) is None
    assert index.next_open(listing, 1000, -1) == 701
    assert index.next_open(listing, 701, -1) == 700
    assert index.next_open(listing, 700, -1) is None
    found = index.cards.row("700.md")
    assert found is not None
    decide(index, [found.tasks[0].id], "done")
    assert index.next_open(listing, 0, 1) == 701


# Facets ------------------------------------------------------------------------------------


def test_facets() -> None:
    def one(path: str, tasks: int, labels: tuple[str, ...], **changes: str) -> Found:
        found = made(path, *(f"Task {n}." for n in range(tasks)), title=path)
        return replace(found, what=replace(row(found), labels=labels, **changes))

    index = index_of(
        one("a.md", 2, ("IT management", "Plans"), project="Dev", date="2024-03-01"),
        one("b.md", 1, ("It Management", "it management"), project="dev", date="2024-03-31"),
        one("c.md", 0, ("It Management",), project="Dev", date="", priority=""),
        one("d.md", 3, (), project="Home", date="2023-12-01", priority="LOW"),
    )
    every = parse_filter("")
    assert index.facets("project", every) == [Facet("Dev", 3, 3), Facet("Home", 1, 3)]
    assert index.facets("label", every) == [Facet("It Management", 3, 3), Facet("Plans", 1, 2)]
    assert index.facets("priority", every) == [
        Facet("MEDIUM", 2, 3), Facet("", 1, 0), Facet("LOW", 1, 3),
    ]  # fmt: skip
    assert index.facets("month", every) == [
        Facet("2024-03", 2, 3), Facet("2023-12", 1, 3), Facet("", 1, 0),
    ]  # fmt: skip
    assert index.facets("label", parse_filter("project:home")) == []
    found = index.cards.row("d.md")
    assert found is not None
    decide(index, [task.id for task in found.tasks], "done")
    assert index.facets("project", parse_filter("project:home")) == [Facet("Home", 1, 0)]
    assert set(FACETS) == {"project", "label", "priority", "month"}


def test_damaged_letters_are_healed_before_they_are_values() -> None:
    session = read(misread(note("x"), "mac_roman"), "a.md")
    index = index_of(Found(row_of(session), made("a.md").stamp, b"", texts_of(session)))
    assert [facet.text for facet in index.facets("label", parse_filter(""))] == ["Home", "Plans"]


def test_a_session_is_found_by_what_it_says_beside_its_tasks() -> None:
    def alike(index: Index, traces: tuple[str, ...]) -> set[str]:
        return index.cards.alike(session="", content="", date="", path="", traces=traces)

    one = made("a.md", "Hire a van.")
    index = index_of(one, made("b.md", "Label.", title="Other"))
    traces = row(one).traces
    assert alike(index, traces) == {"a.md", "b.md"}
    assert alike(index, (*traces[:1], "none") * 9) == {"a.md", "b.md"}
    assert alike(index, ()) == alike(index, ("none",)) == set()
    index.remove(["a.md"])
    assert alike(index, traces) == {"b.md"}
    index.put(made(f"{number}.md", "Label.", title=f"T{number}") for number in range(70))
    assert alike(index, traces) == set()  # what so many say leads nowhere
