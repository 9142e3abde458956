"""The filter as it is evaluated in the index, against a plain account of what it means."""

from __future__ import annotations

from datetime import date

from hypothesis import given, strategies as st

from tests.library.crowd import DAYS, LABELS, NAMES, PROJECTS, STATUS, Crowd, Job, crowds, found
from tui.library import FACETS, FIELDS, FacetKind, NameKind, Row, exactly, parse_filter
from tui.library.filter import (
    AllOf,
    AnyOf,
    Assigned,
    Dated,
    Due,
    Exactly,
    Flag,
    Marked,
    Node,
    Not,
    Query,
    Says,
    Stands,
    Valued,
)
from tui.library.filter.exact import same
from tui.library.words import words_of
from tui.notes import OPEN

TODAY = date(2024, 2, 14)


def quoted(text: str) -> str:
    return '"' + text.replace('"', " ") + '"'


VALUES = st.sampled_from([*PROJECTS, *LABELS, *NAMES, "Da", "lang", "LOW"]).filter(
    lambda value: bool(words_of(value).strip())
)
LEAVES = st.one_of(
    st.sampled_from(["van", "hire", '"hire a"', "title:tea", "text:cake", "text:h", "text:t",
              "2024", "-van", "arger"]),
    st.builds("{}:{}".format, st.sampled_from(["project", "label", "priority", "by", "to"]),
              VALUES.map(quoted)),
    st.builds("{}{}".format, st.sampled_from(["project", "priority"]),
              st.sampled_from([*PROJECTS, "low"]).map(exactly)),
    st.builds("label{}".format, st.sampled_from(LABELS).map(exactly)),
    st.sampled_from(["label", "priority", "project", "to"]).map('{}:=""'.format),
    st.builds("{}{}".format, st.sampled_from(["by", "to"]), VALUES.map(exactly)),
    st.builds("{}:{}".format, st.sampled_from(["before", "after", "on", "due", "due-before",
              "due-after"]), st.sampled_from([*DAYS, "2024", "2024-02", "today", "-2d", "+1m"])),
    st.builds("due:{}".format, st.sampled_from(["overdue", "today", "week", "month", "any",
              "none"])),
    st.builds("is:{}".format, st.sampled_from(["open", "assigned", "unassigned", "reviewed",
              "healed", "uncertain", "published", "unpublished"]) | STATUS),
    st.builds("has:{}".format, st.sampled_from(["problem", "task", "label", "due", "note"])),
)  # fmt: skip
TEXTS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map("-({})".format),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: f"({' '.join(some)})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: f"({' or '.join(some)})"),
    ),
    max_leaves=5,
)


def meets(node: Node, crowd: Crowd, row: Row, jobs: list[Job]) -> bool:
    """Whether a session meets a condition, of whose tasks only some are looked at."""
    match node:
        case Not():
            return not meets(node.node, crowd, row, jobs)
        case AllOf():
            return all(meets(inner, crowd, row, jobs) for inner in node.nodes)
        case AnyOf():
            return any(meets(inner, crowd, row, jobs) for inner in node.nodes)
        case Stands() | Due() | Assigned() | Marked():
            return any(task_meets(node, job) for job in jobs)
        case Says():
            texts = found(row).texts
            title, head, text = map(words_of, (texts.title, texts.head, texts.text))
            places = {"title": [title], "text": [text], "anywhere": [title, head, text]}
            return any(node.words in words for words in places[node.where])
        case Dated():
            return between(row.date, node)
        case Valued():
            return any(node.words in words_of(value) for value in values(node.of, crowd, row))
        case Exactly():
            alike = words_of if node.of == "by" else same
            return node.value in map(alike, values(node.of, crowd, row))
        case Flag():
            return {
                "reviewed": bool(crowd.on(row.id).reviewed),
                "healed": row.healed,
                "uncertain": row.uncertain,
                "published": row.publish is True,
                "unpublished": row.publish is False,
                "problem": bool(row.problems),
                "task": bool(row.tasks),
                "label": bool(row.labels),
            }[node.name]


def values(of: str, crowd: Crowd, row: Row) -> list[str]:
    kinds = {"project": [row.project], "priority": [row.priority], "label": list(row.labels)}
    return crowd.deciders(row) if of == "by" else kinds[of]


def between(day: str, node: Dated | Due) -> bool:
    return bool(day) and node.first <= day and (not node.end or day < node.end)


def task_meets(node: Stands | Due | Assigned | Marked, job: Job) -> bool:
    match node:
        case Stands():
            return job.status in node.statuses
        case Due():
            return between(job.due, node) and (not node.is_open or job.status in OPEN)
        case Assigned():
            name = words_of(job.to)
            return bool(job.to) and (name == node.words if node.exactly else node.words in name)
        case Marked():
            return {
                "due": bool(job.due),
                "undue": not job.due,
                "assigned": bool(job.to),
                "unassigned": not job.to,
                "note": bool(job.note),
            }[node.name]


@given(crowds(), TEXTS)
def test_a_filter_picks_the_sessions_it_says(crowd: Crowd, text: str) -> None:
    query = parse_filter(text, lambda: TODAY)
    assert query.root is not None
    wanted = {row.path for row in crowd.rows if meets(query.root, crowd, row, crowd.jobs(row))}
    assert set(crowd.indexed().select(query)) == wanted


@given(crowds(), st.lists(TEXTS, min_size=1, max_size=4), st.data())
def test_a_filter_picks_the_same_whatever_was_asked_before(
    crowd: Crowd, texts: list[str], data: st.DataObject
) -> None:
    queries = [parse_filter(text, lambda: TODAY) for text in texts]
    index = Crowd(crowd.rows, ()).indexed()

    def check(known: Crowd) -> None:
        for query in [*queries, *queries]:
            assert query.root is not None
            wanted = {
                row.path for row in known.rows if meets(query.root, known, row, known.jobs(row))
            }
            assert set(index.select(query)) == wanted

    check(Crowd(crowd.rows, ()))
    index.decide(crowd.decided)
    check(crowd)
    left = data.draw(st.sets(st.sampled_from(crowd.rows))) if crowd.rows else set()
    index.remove([row.path for row in crowd.rows if row not in left])
    check(crowd._replace(rows=tuple(row for row in crowd.rows if row in left)))
    index.put(found(row) for row in crowd.rows)
    check(crowd)


@given(crowds(), TEXTS)
def test_a_filter_picks_the_tasks_it_says(crowd: Crowd, text: str) -> None:
    query = parse_filter(text, lambda: TODAY)
    assert query.root is not None
    wanted = {
        (row.path, job.task.id)
        for row in crowd.rows
        if meets(query.root, crowd, row, crowd.jobs(row))
        for job in crowd.jobs(row)
        if meets(query.root, crowd, row, [job] if query.asks_tasks else crowd.jobs(row))
    }
    index = crowd.indexed()
    listing = index.list_tasks(query)
    assert {(one[0].path, one[1].id) for one in listing.tasks(0, 99) if one} == wanted
    one_by_one = [
        (row.path, row.tasks[n].id) for row, n_s in index.select_tasks(query) for n in n_s
    ]
    assert sorted(one_by_one) == sorted(wanted)


@given(crowds(), st.sampled_from(FACETS), st.sampled_from(["", "van", "is:open"]))
def test_narrowing_by_a_value_leaves_the_sessions_that_were_counted(
    crowd: Crowd, kind: FacetKind, text: str
) -> None:
    index = crowd.indexed()
    for facet in index.facets(kind, parse_filter(text)):
        asked = f"on:{facet.text}" if kind == "month" else f"{kind}{exactly(facet.text)}"
        if kind == "month" and not facet.text:
            continue  # sessions without a date cannot be asked for
        left = index.select(parse_filter(f"{text} {asked}"))
        jobs = [job for row in crowd.rows if row.path in set(left) for job in crowd.jobs(row)]
        assert (len(left), sum(not job.is_closed for job in jobs)) == facet[1:]


@given(crowds())
def test_what_was_decided_in_steps_is_what_was_decided_at_once(crowd: Crowd) -> None:
    index = crowd.indexed()
    before = [list(index.select(Query(node))) for node in (Marked("due"), Stands(OPEN))]
    for one in crowd.decided:
        index.decide([one._replace(status="done", due="", to="", note="")])
        assert len(index.select(Query(Marked("due")))) <= len(before[0])
        index.decide([one])
    assert before == [list(index.select(Query(node))) for node in (Marked("due"), Stands(OPEN))]


@given(crowds(), st.sampled_from(["by", "to"]))
def test_a_name_is_counted_with_the_sessions_that_it_leads_to(crowd: Crowd, kind: NameKind) -> None:
    index = crowd.indexed()
    found = index.count_names(kind)
    for facet in found:
        left = index.select(parse_filter(f"{kind}{exactly(facet.text)}"))
        jobs = [job for row in crowd.rows if row.path in set(left) for job in crowd.jobs(row)]
        assert (len(left), sum(not job.is_closed for job in jobs)) == facet[1:]
        assert len(left)
    anyone = {
        words_of(name)
        for row in crowd.rows
        for name in ([job.to for job in crowd.jobs(row)] if kind == "to" else crowd.deciders(row))
    }
    assert {words_of(facet.text) for facet in found} == {name for name in anyone if name.strip()}


@given(crowds())
def test_choices_are_counted_with_the_sessions_that_they_pick(crowd: Crowd) -> None:
    index = crowd.indexed()
    texts = [f"{field.name}:{word}" for field in FIELDS.values() for word in field.choices]
    counted = index.count_choices({text: parse_filter(text, lambda: TODAY) for text in texts})
    assert [facet.text for facet in counted] == texts
    for facet in counted:
        assert facet.sessions == len(index.select(parse_filter(facet.text, lambda: TODAY)))
