"""What a filter picks of an index, whatever was decided."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.library.shelf import decide, found, index_of, made, picked
from tests.samples import head, note, read, sections
from tui.library import Decided, Index, Row, parse_filter
from tui.library.filter import AllOf, AnyOf, Node, Not, Query
from tui.library.words import words_of

TEXT = note(
    "Valide la política de Seguridad.", "Hire a van.", title="Policía: first draft"
).replace("publish: false", "publish: true")
ONE = found(read(TEXT, "a.md"))
TASKS = [task.id for task in read(TEXT, "a.md").tasks]


@pytest.fixture
def index() -> Index:
    index = index_of(ONE)
    decide(index, TASKS[1:], "done", by="Ana Ñandú")
    return index


@pytest.mark.parametrize(
    "text",
    ["", "   ", "van", "VAN", "valid", "validé", "policia", "policía", "seguridad", "hire van",
     '"hire a van"', '"Hire a va"', "2024-02-13", "business", "plans", "-cake", '-"a cake"',
     "rooms", "rooms -cellar", "project:Business", "project:bus", "PROJECT:business",
     "label:plans", 'label:"plans"', "-label:work", "priority:medium", "title:policia",
     'title:"first dr"', "is:open", "is:pending", "is:done", "-is:blocked", "is:published",
     "-is:unpublished", "-is:reviewed", "-is:healed", "has:task", "has:label", "-has:problem",
     "status:done", "IS:Pending", "is:PENDING hire label:home", "-", "text:van", "text:hire",
     "-text:policia", "-title:van", "by:ana", 'by:"ana nan"', "-by:eva", "on:2024", "on:2024-02",
     "on:2024-02-13", "after:2023", "after:2024-01", "before:2024-03", "-after:2024-02-13",
     "-before:2024-02-13", "cake or van", "van or cake", "(cake or van) policia",
     "-(cake or dog)", "-(cake van)", "project:dev or project:bus", "is:blocked or is:done",
     "(is:open van) or (is:blocked cake)", "v a l", "cake or plan or dog"],
)  # fmt: skip
def test_it_picks(index: Index, text: str) -> None:
    assert picked(index, text) == ["a.md"]


@pytest.mark.parametrize(
    "text",
    ["cake", "an", "ire", "ocument", '"van hire"', "van cake", "-van", "project:usiness",
     "project:Dev", "label:work", "title:van", "priority:high", "is:blocked", "is:reviewed",
     "is:healed", "is:unpublished", "has:problem", "-is:open", "-has:task", "status:dropped",
     "-project:business", "text:policia", "by:eva", "-by:ana", "on:2023", "after:2024",
     "after:2024-02", "after:2024-02-13", "before:2024-02-13", "before:2024", "cake or dog",
     "cake (van or hire)", "-(cake or van)", "-(van hire)", "is:blocked or cake", "x van",
     '"hire van"', "on:9999-12-31", "after:9999"],
)  # fmt: skip
def test_it_leaves_out(index: Index, text: str) -> None:
    assert picked(index, text) == []


def test_what_was_decided_counts(index: Index) -> None:
    session = ONE.what
    decide(index, TASKS[:1], "doing")
    decide(index, TASKS[1:], "dropped", by="Eva")
    index.decide([Decided(getattr(session, "id", ""), None, True, ("Grace",))])
    assert picked(index, "is:reviewed is:doing is:dropped is:open by:eva by:ana by:grace")
    assert not picked(index, "is:pending or is:done")
    decide(index, TASKS, "done")
    assert not picked(index, "is:open")


def test_what_was_decided_before_the_note_was_read_counts() -> None:
    index = index_of()
    decide(index, TASKS, "done")
    assert picked(index, "is:done") == []
    index.put([ONE])
    assert picked(index, "is:done -is:open") == ["a.md"]


def test_problems_healing_and_what_the_note_does_not_say() -> None:
    trouble = read(head() + sections("- Buy café.\n"), "trouble.md")
    damaged = read(TEXT.replace("📅", "ðŸ“…"), "damaged.md")
    bare = read("### Session Goal\nTea.\n\n### Pending Tasks\n- Buy tea.\n", "bare.md")
    index = index_of(found(trouble), found(damaged), found(bare))
    assert "trouble.md" in picked(index, "has:problem")
    assert picked(index, "is:healed") == ["damaged.md"]
    assert picked(index, "-is:published -is:unpublished buy") == ["trouble.md", "bare.md"]
    assert "bare.md" not in picked(index, "before:2030 or after:1990 or on:2024")
    assert "bare.md" in picked(index, "-before:2030")


def test_a_field_of_words_looks_at_its_own_place() -> None:
    index = index_of(made("title.md", "x", title="van"), made("text.md", "van", title="x"))
    assert picked(index, "title:van") == ["title.md"]
    assert picked(index, "text:van") == ["text.md"]
    assert len(picked(index, "van")) == 2


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("Spanish", "Revisión técnica del año", "tecn"),
        ("Polish", "Zażółć gęślą jaźń", "gesl"),
        ("Turkish", "IŞIK ve ılıman", "isik ilim"),
        ("Greek", "Έλεγχος της ασφάλειας", "ΑΣΦΑΛ"),
        ("Russian", "Обновить Йод и ёлку", "иод елк"),
        ("Hebrew", "שָׁלוֹם לכולם", "שלו"),
        ("Arabic", "مُحَمَّد والأمن", "محمد والامن"),
        ("Hindi", "हिन्दी की क़लम", "कलम"),
        ("Japanese", "会議は続く", "議は"),
        ("Thai", "ประชุมวันนี้", "วันนี้"),
        ("Korean", "회의 계속", "회"),
        ("German", "Straßenbau", "STRASS"),
    ],
)
def test_case_and_accents_do_not_matter_in_any_script(language: str, text: str, asked: str) -> None:
    index = index_of(made("a.md", f"{text}."), made("b.md", "Something else."))
    assert picked(index, asked) == ["a.md"], language
    assert picked(index, f"text:{asked.split()[0]}") == ["a.md"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12))
def test_a_session_is_found_by_its_own_words(text: str) -> None:
    session = read(note(f"Buy {text} x"), "a.md")
    index = index_of(found(session))
    for word in words_of(session.tasks[0].text).split():  # as it reads once it is healed
        assert picked(index, f'"{word}"') == ["a.md"]


ATOMS = st.sampled_from(
    ["van", "cake", '"hire a"', "title:tea", "text:van", "is:open", "is:done", "project:bus",
     "label:home", "label:x", "by:ana", "on:2024-02", "before:2024", "has:problem", "is:reviewed",
     "-van", "valid"]
)  # fmt: skip
TREES = st.recursive(
    ATOMS.map(lambda text: parse_filter(text).root),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda nodes: AllOf(tuple(nodes))),
        st.lists(inner, min_size=2, max_size=3).map(lambda nodes: AnyOf(tuple(nodes))),
    ),
    max_leaves=6,
)
SHELF = index_of(
    made("a.md", "Hire a van.", "Bake a cake."),
    made("b.md", "Hire a van.", title="Other", day="2023-05-01"),
    made("c.md", "[x] Validate.", title="Cake"),
    made("d.md", title="Empty"),
)
decide(SHELF, [task.id for task in read(note("Bake a cake.", title="Tea"), "x").tasks], "done")


def holds(node: Node) -> set[str]:
    """The language in sets: what a tree picks, from what its leaves pick."""
    match node:
        case Not():
            return EVERY - holds(node.node)
        case AllOf():
            return set.intersection(*map(holds, node.nodes))
        case AnyOf():
            return set.union(*map(holds, node.nodes))
        case _:
            return set(SHELF.select(Query(node)))


EVERY = {"a.md", "b.md", "c.md", "d.md"}


@given(TREES)
def test_joints_mean_what_they_say(tree: Node) -> None:
    assert set(SHELF.select(Query(tree))) == holds(tree)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", ["a", "b", "c"]),
        ("is:open", ["b", "c"]),
        ("is:done", ["a"]),
        ("-is:done", []),
        ("is:open -is:doing", ["b", "c"]),
        ("is:open -is:blocked", []),
        ("is:done or van", ["a", "b", "c"]),
        ("(is:done van) or (is:blocked van)", ["a", "c"]),
        ("cake is:open", []),
    ],
)
def test_tasks_are_picked_by_their_own_status(text: str, asked: list[str]) -> None:
    one = made("a.md", "a van", "b van", "c van")
    index = index_of(one)
    assert isinstance(one.what, Row)
    tasks = one.what.tasks
    decide(index, [tasks[0].id], "done")
    decide(index, [tasks[2].id], "blocked")
    found = index.select_tasks(parse_filter(text))
    assert [row.tasks[place].text[0] for row, places in found for place in places] == asked


def test_a_whole_filter_is_one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of(ONE)
    index.select(parse_filter(""))
    asked: list[str] = []
    index._lists.connection.set_trace_callback(asked.append)
    assert picked(index, "is:pending project:Business before:2024-03-01 van") == ["a.md"]
    questions = [sql for sql in asked if "FROM session s" in sql]
    assert len(questions) == 1
