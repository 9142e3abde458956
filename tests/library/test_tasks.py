"""Lists of all tasks: picked, in order and in groups, against a plain account of the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, strategies as st

from tests.library.crowd import Crowd, Job, crowds
from tests.library.shelf import decide, index_of, made
from tui.library import (
    GROUPINGS,
    SORTS,
    TASK_SORTS,
    Found,
    Grouping,
    Index,
    Row,
    TaskKey,
    TaskListing,
    TaskSort,
    parse_filter,
)
from tui.library.index.keys import number_of
from tui.library.words import words_of
from tui.notes import OPEN, STATUSES, Task

TODAY = date(2024, 2, 14)
SORT = {sort.name: sort for sort in TASK_SORTS}


def entries(listing: TaskListing) -> list[tuple[str, str]]:
    """The path and id of each entry."""
    found = listing.tasks(0, len(listing))
    return [(one[0].path, one[1].id) for one in found if one]


def listed(index: Index, text: str = "", sort: str = "newest first") -> list[str]:
    """What the tasks say that a filter asks for."""
    listing = index.list_tasks(parse_filter(text), SORT[sort])
    return [one[1].text for one in listing.tasks(0, len(listing)) if one]


def grouped(index: Index, grouping: Grouping, text: str = "") -> list[tuple[str, int, int, int]]:
    """The groups of all tasks."""
    listing = index.list_tasks(parse_filter(text), SORT["newest first"], grouping, TODAY)
    return [(group.label, group.start, group.count, group.closed) for group in listing.groups]


def tasks_of(found: Found) -> tuple[Task, ...]:
    assert isinstance(found.what, Row)
    return found.what.tasks


def label_of(grouping: Grouping, crowd: Crowd) -> Callable[[Job], list[str]]:
    """What a task is grouped under, without case."""

    def labels(job: Job) -> list[str]:
        row = job.session
        by: dict[Grouping, list[str]] = {
            "project": [row.project.casefold()],
            "label": sorted({label.casefold() for label in row.labels}) or [""],
            "month": [row.date[:7]],
            "session": [f"{row.date} {row.title or row.path}".strip().casefold()],
            "assignee": [job.to.casefold()],
            "status": [job.status],
            "age": [age_of(job)],
        }
        return by[grouping]

    return labels


def age_of(job: Job) -> str:
    if job.is_closed:
        return "closed"
    day = job.session.date
    bands = {
        "this week": "2024-02-12", "this month": "2024-02-01", "this quarter": "2024-01-01",
        "this year": "2024-01-01", "last year": "2023-01-01", "older": "0001-01-01",
    }  # fmt: skip
    return next((band for band, first in bands.items() if day >= first), "undated")


@given(crowds(), st.sampled_from(TASK_SORTS), st.sampled_from(["", "is:open", "van", "-is:done"]))
def test_a_list_holds_what_is_asked_for_in_order(crowd: Crowd, sort: TaskSort, text: str) -> None:
    index = crowd.indexed()
    query = parse_filter(text)
    asked = index.select_tasks(query, sort.sessions)
    wanted = [crowd.jobs(row)[place] for row, places in asked for place in places]
    if sort.by == "due":
        dated = [job for job in wanted if job.due]
        dated.sort(key=lambda job: job.due, reverse=sort.backwards)
        wanted = dated + [job for job in wanted if not job.due]
    if sort.by == "text":
        wanted.sort(key=lambda job: words_of(job.task.text), reverse=sort.backwards)
    listing = index.list_tasks(query, sort)
    assert entries(listing) == [(job.session.path, job.task.id) for job in wanted]
    assert len(listing) == listing.distinct == len(wanted)
    assert listing.closed_tasks == sum(job.is_closed for job in wanted)
    assert [listing.is_closed(n) for n in range(len(listing))] == [j.is_closed for j in wanted]
    assert len(listing.groups) == 0


@given(crowds(), st.sampled_from(GROUPINGS[1:]), st.sampled_from(TASK_SORTS),
       st.sampled_from(["", "is:open"]))  # fmt: skip
def test_groups_are_slices_that_hold_each_task_where_it_belongs(
    crowd: Crowd, grouping: Grouping, sort: TaskSort, text: str
) -> None:
    index, query = crowd.indexed(), parse_filter(text)
    plain = entries(index.list_tasks(query, sort))
    jobs = {(row.path, job.task.id): job for row in crowd.rows for job in crowd.jobs(row)}
    labels = label_of(grouping, crowd)
    listing = index.list_tasks(query, sort, grouping, TODAY)
    groups = list(listing.groups)
    found = entries(listing)
    assert [group.start for group in groups] == [
        sum(group.count for group in groups[:n]) for n in range(len(groups))
    ]
    assert sum(group.count for group in groups) == len(listing) == len(found)
    assert listing.distinct == len(plain)
    many = grouping == "session"  # sessions may be called the same
    for number, group in enumerate(groups):
        held = found[group.start : group.start + group.count]
        under = [key for key in plain if group.label.casefold() in labels(jobs[key])]
        assert set(held) <= set(under) if many else held == under
        assert len({path for path, _ in held}) == 1 or not many
        assert group.closed == sum(jobs[key].is_closed for key in held)
        assert {listing.groups.at(group.start + n) for n in range(group.count)} == {number}
    assert Counter(found) == Counter(key for key in plain for _ in labels(jobs[key]))


@given(crowds(), st.sampled_from(GROUPINGS), st.data())
def test_what_is_marked_is_counted_as_in_a_list_made_anew(
    crowd: Crowd, grouping: Grouping, data: st.DataObject
) -> None:
    index, query = crowd.indexed(), parse_filter("")
    listing = index.list_tasks(query, SORT["newest first"], grouping, TODAY)
    jobs = [job for row in crowd.rows for job in crowd.jobs(row)]
    changes = {
        number_of(index.cards.number(job.session.path) or 0, job.place): data.draw(st.booleans())
        for job in jobs
        if data.draw(st.booleans())
    }
    before = [listing.is_closed(n) for n in range(len(listing))]
    changed = listing.mark(changes)
    after = [listing.is_closed(n) for n in range(len(listing))]
    numbers = listing.numbers(0, len(listing))
    wanted = [changes.get(number, was) for number, was in zip(numbers, before, strict=True)]
    assert after == wanted
    assert changed == {n for n, was in enumerate(before) if after[n] != was}
    for group in listing.groups:
        assert group.closed == sum(after[group.start : group.start + group.count])
    assert listing.closed_tasks == len({n for n, shut in zip(numbers, after, strict=True) if shut})


@given(crowds(), st.sampled_from(GROUPINGS), st.sampled_from(["", "is:open"]), st.data())
def test_a_part_holds_what_is_listed_of_some_tasks(
    crowd: Crowd, grouping: Grouping, text: str, data: st.DataObject
) -> None:
    index, query = crowd.indexed(), parse_filter("")
    every = index.list_tasks(query, SORT["newest first"])
    numbers = [n for n in every.numbers(0, len(every)) if data.draw(st.booleans())]
    listing = index.list_tasks(parse_filter(text), SORT["newest first"], grouping, TODAY)
    listed = dict.fromkeys(listing.numbers(0, len(listing)))
    part = listing.part([*numbers, 12345], "some")
    held = part.numbers(0, len(part))
    assert sorted(held) == sorted(n for n in numbers if n in listed)
    if grouping != "label":  # there they have the order that they have in each group
        assert list(held) == [n for n in listed if n in numbers]
    closed = {n for at, n in enumerate(every.numbers(0, len(every))) if every.is_closed(at)}
    assert [part.is_closed(at) for at in range(len(part))] == [n in closed for n in held]
    assert part.closed_tasks == len(closed & set(held))
    assert [(g.label, g.start, g.count, g.closed) for g in part.groups] == (
        [("some", 0, len(held), part.closed_tasks)] if held else []
    )
    part.mark(dict.fromkeys(held, True))
    assert part.closed_tasks == len(held)
    assert listing.closed_tasks == len(closed & listed.keys())


def test_many_tasks_are_marked_as_few_are() -> None:
    index = index_of(made("a.md", *(f"task {n}" for n in range(50))))
    listing = index.list_tasks(parse_filter(""))
    assert listing.mark(dict.fromkeys(listing.numbers(10, 40), True)) == set(range(10, 40))
    assert listing.mark({}) == set()
    assert listing.mark({12345: True}) == set()
    assert listing.closed_tasks == 30


def test_the_groups_of_labels_hold_a_task_under_each() -> None:
    one = made("a.md", "van", "cake")  # labels Home and Plans
    index = index_of(one)
    decide(index, [tasks_of(one)[0].id], "done")
    assert grouped(index, "label") == [("Home", 0, 2, 1), ("Plans", 2, 2, 1)]
    assert index.list_tasks(parse_filter(""), SORT["newest first"], "label").distinct == 2


def test_groups_that_were_not_looked_at_count_what_is_marked() -> None:
    index = index_of(made("a.md", "van", "cake"))  # labels Home and Plans
    listing = index.list_tasks(parse_filter(""), SORT["newest first"], "label")
    van = listing.numbers(2, 3)[0]  # in the second group
    assert listing.mark({van: True, 1: True}) == {2}
    assert [(group.count, group.closed) for group in listing.groups] == [(2, 1), (2, 1)]
    assert listing.is_closed(0)
    assert listing.mark({van: False}) == {0, 2}
    assert [group.closed for group in listing.groups] == [0, 0]
    assert listing.numbers(1, 3) == [*listing.numbers(1, 2), van]
    assert listing.tasks(4, 9) == []


def test_groups_have_an_order_of_their_own() -> None:
    one = made("a.md", "van", "cake", "[x] tea", day="2024-02-13")
    two = made("b.md", "dog", day="2023-12-31", title="Two")
    three = made("c.md", "cat", day="2024-02-01", title="Three")
    index = index_of(one, two, three)
    decide(index, [tasks_of(one)[0].id], "blocked")
    labels = {g: [label for label, *_ in grouped(index, g)] for g in GROUPINGS[1:]}
    assert labels == {
        "project": ["Business"],
        "label": ["Home", "Plans"],
        "month": ["2024-02", "2023-12"],
        "age": ["this week", "this month", "last year", "closed"],
        "session": ["2024-02-13 Tea", "2024-02-01 Three", "2023-12-31 Two"],
        "assignee": [""],
        "status": ["pending", "blocked", "done"],
    }
    assert STATUSES[0] == "pending"
    assert "done" not in OPEN


@pytest.mark.parametrize("today", [date.min, date(4, 1, 1), date.max])
def test_ages_are_told_at_the_ends_of_the_calendar(today: date) -> None:
    index = index_of(made("a.md", "van", day="2024-02-13"))
    listing = index.list_tasks(parse_filter(""), TASK_SORTS[0], "age", today)
    assert [group.count for group in listing.groups] == [1]


def test_a_key_leads_back_to_its_entry_in_a_list_made_anew() -> None:
    index = index_of(made("a.md", "van", "cake"), made("b.md", "dog", title="B"))
    listing = index.list_tasks(parse_filter(""), SORT["text"], "label")
    keys = [listing.key(entry) for entry in range(len(listing))]
    assert len(set(keys)) == 3
    for entry, key in enumerate(keys):
        assert key is not None
        assert listing.index(key, near=entry) == entry
        assert listing.index(key) == keys.index(key)
        assert listing.index(key, near=10_000) == keys.index(key)
    only = index.list_tasks(parse_filter("dog"))
    assert keys[0] is not None
    for lost in (keys[0], TaskKey("b.md", "no such task"), TaskKey("no.md", keys[0].task)):
        with pytest.raises(ValueError, match=lost.task):
            only.index(lost)


def test_a_note_that_is_read_anew_keeps_its_place_until_the_list_is_made_again() -> None:
    index = index_of(made("a.md", "van"), made("b.md", "dog", title="B"))
    listing = index.list_tasks(parse_filter(""), SORT["text"])
    index.put([made("b.md", "ant", "dog", title="C")])
    assert [one and one[1].text for one in listing.tasks(0, 9)] == [None, "van"]
    assert listing.key(0) is None
    assert listed(index, sort="text") == ["ant", "dog", "van"]
    index.remove(["a.md"])
    assert listed(index, sort="text, last first") == ["dog", "ant"]


def test_of_what_is_gone_no_words_are_kept_to_order_tasks_by() -> None:
    index = index_of(made("a.md", "van"), made("b.md", "dog", "cow", title="B"))
    assert listed(index, sort="text") == ["cow", "dog", "van"]
    index.put([made("a.md", "ant", title="A")])
    index.remove(["b.md"])
    assert listed(index, sort="text") == ["ant"]
    assert words_to_order_by(index) == ["ant"]
    index.put([made("b.md", "cow", title="B")])
    assert listed(index, sort="text") == ["ant", "cow"]


def words_to_order_by(index: Index) -> list[str]:
    """What is kept of tasks to put them in the order of what they say."""
    return [
        words.strip() for (words,) in index._aside().ask("SELECT words FROM said ORDER BY words")
    ]


def test_what_was_decided_since_is_in_the_next_list() -> None:
    one = made("a.md", "van", "cake")
    index = index_of(one)
    assert grouped(index, "status") == [("pending", 0, 2, 0)]
    decide(index, [tasks_of(one)[0].id], "done")
    assert grouped(index, "status") == [("pending", 0, 1, 0), ("done", 1, 1, 1)]
    assert listed(index, "is:done") == ["van"]


def test_a_note_with_very_many_tasks() -> None:
    index = index_of(
        made("a.md", *(f"task {n}" for n in range(5000))), made("b.md", "x", title="B")
    )
    listing = index.list_tasks(parse_filter(""), SORT["oldest first"], "session")
    assert sorted(group.count for group in listing.groups) == [1, 5000]
    assert listing.distinct == 5001


def test_every_order_of_tasks_has_a_name_of_its_own_and_one_of_sessions() -> None:
    assert len(SORT) == len(TASK_SORTS)
    assert {sort.sessions for sort in TASK_SORTS} <= set(SORTS)


@given(crowds(), st.sampled_from(GROUPINGS))
def test_the_next_open_task_and_the_next_session_not_reviewed(
    crowd: Crowd, grouping: Grouping
) -> None:
    index = crowd.indexed()
    listing = index.list_tasks(parse_filter(""), grouping=grouping, today=TODAY)
    found = [one for one in listing.tasks(0, len(listing)) if one]
    opens = [at for at in range(len(found)) if not listing.is_closed(at)]
    unreviewed = [at for at, (row, _) in enumerate(found) if not crowd.on(row.id).reviewed]
    for at in range(-1, len(found) + 1):
        assert listing.next_open(at, 1) == next((n for n in opens if n > at), None)
        assert listing.next_open(at, -1) == next((n for n in reversed(opens) if n < at), None)
        after = next((n for n in unreviewed if n > at), None)
        assert index.next_unreviewed(listing.sessions(), at, 1) == after


@pytest.mark.parametrize("grouping", ["project", "label", "month", "age", "session"])
def test_groups_follow_what_was_read_since(grouping: Grouping) -> None:
    index = index_of(made("a.md", "van", day="2024-02-13"))
    before = grouped(index, grouping)
    index.put([made("b.md", "ant", "dog", day="2021-01-01", title="C")])
    index.put([made("a.md", "cake", "van", "tea", day="2022-01-01")])
    anew = index_of(
        made("b.md", "ant", "dog", day="2021-01-01", title="C"),
        made("a.md", "cake", "van", "tea", day="2022-01-01"),
    )
    assert grouped(index, grouping) == grouped(anew, grouping) != before
    index.remove(["b.md"])
    assert sum(count for _, _, count, _ in grouped(index, grouping)) == len(before) * 3
