"""The filter language: what a text turns into, and what is said of a mistake."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from tui.library.filter import (
    DECISION_FIELDS,
    FIELDS,
    AllOf,
    AnyOf,
    Assigned,
    Dated,
    Due,
    Exactly,
    FilterError,
    Flag,
    Marked,
    Node,
    Not,
    Query,
    Says,
    Stands,
    Valued,
    parse_filter,
)

A, B, C, D = (Says(f" {word}") for word in "abcd")
TODAY = date(2024, 3, 31)


def read(text: str) -> Node | None:
    return parse_filter(text, lambda: TODAY).root


@pytest.mark.parametrize("text", ["", "   ", "-", "- -", "()", "?!", '"?!"', '""', "(())", "-()"])
def test_what_asks_for_nothing_picks_everything(text: str) -> None:
    assert parse_filter(text) == Query()


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("a", A),
        ("VALIDÉ", Says(" valide")),
        ("a b", AllOf((A, B))),
        ('"a b"', Says(" a b")),
        ("10:30", Says(" 10 30")),
        ("snake_case", Says(" snake case")),
        ("-a", Not(A)),
        ('-"a b"', Not(Says(" a b"))),
        ("--a", Not(Not(A))),
        ("a - b", AllOf((A, B))),
        ("a or b", AnyOf((A, B))),
        ("a OR b oR c", AnyOf((A, B, C))),
        ("a b or c d", AnyOf((AllOf((A, B)), AllOf((C, D))))),
        ("a (b or c)", AllOf((A, AnyOf((B, C))))),
        ("-(a or b)", Not(AnyOf((A, B)))),
        ("(a)(b)", AllOf((A, B))),
        ("((a))", A),
        ('a "or" b', AllOf((A, Says(" or"), B))),
        ("order", Says(" order")),
        ("f(x)", Says(" f x")),
        ("(f(x))", Says(" f x")),
        ("f(a b)", AllOf((Says(" f a"), B))),
        ("(f(a b) c)", AllOf((Says(" f a"), B, C))),
        ('f("a") b', AllOf((Says(" f"), A, B))),
        ("(pd.merge(a) b)", AllOf((Says(" pd merge a"), B))),
        ('a"b"c', AllOf((A, B, C))),
        ("project:Business", Valued("project", " business")),
        ('label:"Data Security"', Valued("label", " data security")),
        ("PRIORITY:high", Valued("priority", " high")),
        ("by:ana", Valued("by", " ana")),
        ("title:Policía", Says(" policia", "title")),
        ('text:"first dr"', Says(" first dr", "text")),
        ("status:done", Stands(("done",))),
        ("is:Pending", Stands(("pending",))),
        ("is:open", Stands(("pending", "doing", "blocked"))),
        ("is:unpublished", Flag("unpublished")),
        ("has:problem", Flag("problem")),
        ("on:2024", Dated("2024-01-01", "2025-01-01")),
        ("on:2024-02", Dated("2024-02-01", "2024-03-01")),
        ("on:2024-12", Dated("2024-12-01", "2025-01-01")),
        ("on:2024-2-9", Dated("2024-02-09", "2024-02-10")),
        ("before:2024-02", Dated(end="2024-02-01")),
        ("after:2024", Dated(first="2025-01-01")),
        ("after:2024-02-28", Dated(first="2024-02-29")),
        ("after:-30d", Dated(first="2024-03-02")),
        ("on:-2w", Dated("2024-03-17", "2024-03-18")),
        ("on:-1m", Dated("2024-02-29", "2024-03-01")),
        ("on:-13m", Dated("2023-02-28", "2023-03-01")),
        ("on:-1Y", Dated("2023-03-31", "2023-04-01")),
        ("on:today", Dated("2024-03-31", "2024-04-01")),
        ("before:yesterday", Dated(end="2024-03-30")),
        ("on:9999-12", Dated("9999-12-01", "")),
        ("-on:2024-02", Not(Dated("2024-02-01", "2024-03-01"))),
        ("to:Eva", Assigned(" eva")),
        ('to:="Eva Lang"', Assigned(" eva lang", exactly=True)),
        ("by:=ANA", Exactly("by", " ana")),
        ("project:=Dev", Exactly("project", "dev")),
        ('project:=""', Exactly("project", "")),
        ('priority:=""', Exactly("priority", "")),
        ('label:=""', Not(Flag("label"))),
        ('-label:=" "', Not(Not(Flag("label")))),
        ('to:=""', Marked("unassigned")),
        ('label:="Data  Security"', Exactly("label", "data security")),
        ('label:="say ""hi""" x', AllOf((Exactly("label", 'say "hi"'), Says(" x")))),
        ('-priority:="?!"', Not(Exactly("priority", "?!"))),
        ("(project:=a)", Exactly("project", "a")),
        ("due:overdue", Due(end="2024-03-31", is_open=True)),
        ("due:TODAY", Due("2024-03-31", "2024-04-01")),
        ("due:tomorrow", Due("2024-04-01", "2024-04-02")),
        ("due:week", Due("2024-03-25", "2024-04-01")),
        ("due:month", Due("2024-03-01", "2024-04-01")),
        ("due:none", Marked("undue")),
        ("due:any", Marked("due")),
        ("has:due", Marked("due")),
        ("has:note", Marked("note")),
        ("is:assigned", Marked("assigned")),
        ("is:unassigned", Marked("unassigned")),
        ("due:2024-05", Due("2024-05-01", "2024-06-01")),
        ("due:+3d", Due("2024-04-03", "2024-04-04")),
        ("due:+1m", Due("2024-04-30", "2024-05-01")),
        ("due-before:2024-05", Due(end="2024-05-01")),
        ("-due-after:2024", Not(Due(first="2025-01-01"))),
        ("due-after:9999", Due(first="9999-12-32")),
        ("project:a or project:b", AnyOf((Valued("project", " a"), Valued("project", " b")))),
    ],
)
def test_it_is_read(text: str, node: Node) -> None:
    assert read(text) == node


def test_nothing_is_later_than_the_calendar() -> None:
    assert read("after:9999") == Dated(first="9999-12-32")


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("van projct:x", (4, 12), "there is no field projct: (did you mean project:?)"),
        ("lable:x", (0, 7), "did you mean label:?"),
        ("zzz:x", (0, 5), "known are project, label"),
        ("zzz:", (0, 4), "there is no field zzz:"),
        ("is:pendng", (0, 9), "did you mean pending?"),
        ("hire is:qqq", (5, 11), "is: knows no qqq (known are open, pending"),
        ("-has:tasks", (1, 10), "did you mean task?"),
        ("status:open2", (0, 12), "status: knows no open2"),
        ("project:", (0, 8), "project: wants a value"),
        ("project: x", (0, 8), "project: wants a value"),
        ('project:""', (0, 10), "project: wants a value"),
        ('is:"?!"', (0, 7), "is: wants a value"),
        ("project:(a or b)", (0, 8), "write (project:a or project:b)"),
        ("a on:2024-13", (2, 12), "on: 2024-13 is no date (write 2024, 2024-02"),
        ("on:2023-02-29", (0, 13), "is no date"),
        ("on:0000", (0, 7), "is no date"),
        ("after:-99999y", (0, 13), "is no date"),
        ("after:soon", (0, 10), "soon is no date"),
        ("due:overdu", (0, 10), "due: knows no overdu (did you mean overdue?)"),
        ("due:zzz", (0, 7), "known are overdue, today, week, month, any, none, tomorrow, a date"),
        ("due:2024-13", (0, 11), "due: 2024-13 is no date (write 2024,"),
        ("due:+9999999d", (0, 13), "is no date"),
        ("due:+99999y", (0, 11), "is no date"),
        ("due-befor:2024", (0, 14), "there is no field due-befor: (did you mean due-before:?)"),
        ("due-before:soon", (0, 15), "due-before: soon is no date"),
        ("due:", (0, 4), "due: wants a value"),
        ("is:asigned", (0, 10), "did you mean assigned?"),
        ("to:?", (0, 4), "to: wants a value"),
        ("to:=?", (0, 5), "to: wants a value"),
        ("project:=", (0, 9), "project: wants a value"),
        ('by:=""', (0, 6), "by: wants a value"),
        ("x title:=van", (2, 12), "title: takes no = (only project:, label:, priority:, by:, to:"),
        ("on:=2024", (0, 8), "on: takes no ="),
        ('project:="a', (9, 11), "a quotation mark is missing"),
        ('project:="a""', (9, 13), "a quotation mark is missing"),
        ('van "never closed', (4, 17), "a quotation mark is missing"),
        ('label:"a', (6, 8), "a quotation mark is missing"),
        ("a (b", (2, 3), "there is no ) for this ("),
        ("a b)", (3, 4), "there is no ( for this ); leave it out"),
        ("a )", (2, 3), "there is no ( for this )"),
        ("f(x))", (4, 5), "there is no ( for this )"),
        ('"a b") c', (5, 6), "there is no ( for this )"),
        ("project:a)", (9, 10), "there is no ( for this )"),
        ("or a", (0, 2), "or wants a term on both sides"),
        ("a or", (2, 4), "or wants a term on both sides"),
        ("a or or b", (2, 4), "or wants a term on both sides"),
        ("(a or) b", (3, 5), "or wants a term on both sides"),
        ("a or -", (2, 4), "or wants a term on both sides"),
        ("a or ()", (2, 4), "or wants a term on both sides"),
        ('"..." or a', (6, 8), "or wants a term on both sides"),
        ("a or b or ?!", (7, 9), "or wants a term on both sides"),
        ("a -)", (2, 3), "- wants a term after it"),
        ("(" * 30 + ")" * 30, (20, 21), "too many brackets"),
        ("-" * 30 + "a", (20, 21), "too deep"),
        ("a " * 300, (400, 600), "more than 200 terms"),
    ],
)
def test_a_mistake_names_its_place_and_what_was_meant(
    text: str, place: tuple[int, int], said: str
) -> None:
    with pytest.raises(FilterError) as mistake:
        read(text)
    assert said in mistake.value.message
    assert (mistake.value.start, mistake.value.end) == place
    assert str(mistake.value) == mistake.value.message


@given(st.text('abishasorn2024: "-\u00e9()[]{}\\*?|', max_size=40))
def test_any_text_is_a_filter_or_a_mistake_with_a_place(text: str) -> None:
    try:
        query: Query | None = parse_filter(text)
        place = (0, 1)
    except FilterError as mistake:
        query, place = None, (mistake.start, mistake.end)
    assert isinstance(query, Query) or 0 <= place[0] < place[1] <= len(text)


_VALUES = {
    "before": "2024", "after": "-3w", "on": "2024-02", "is": "open", "has": "task",
    "due": "overdue", "due-before": "+2w", "due-after": "today", "to": '="Eva Lang"',
}  # fmt: skip


@given(st.recursive(
    st.sampled_from(["van", '"hire a van"', *(
        f"{name}:{_VALUES.get(name, 'done')}" for name in FIELDS
    )]),
    lambda inner: st.one_of(
        inner.map(lambda text: f"-({text})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda texts: f"({' '.join(texts)})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda texts: f"({' or '.join(texts)})"),
    ),
    max_leaves=8,
))  # fmt: skip
def test_what_is_well_formed_is_read_and_brackets_around_it_change_nothing(text: str) -> None:
    assert read(text) is not None
    assert read(f"({text})") == read(text)
    assert read(f" {text} ") == read(text)


def test_of_decisions_an_assignee_of_none_is_one_taken_away() -> None:
    assert parse_filter('to:=""', fields=DECISION_FIELDS).root == Marked("unassigned")


def test_what_is_to_be_shown_again_and_whether_statuses_are_asked_for() -> None:
    query = parse_filter('van -box (title:tea or -(-text:"a b")) is:open')
    assert {says.words for says in query.shown} == {" van", " tea", " a b"}
    assert query.asks_tasks
    assert not parse_filter("van is:healed").asks_tasks


@pytest.mark.parametrize("today", [date.min, date(4, 2, 29), date.max])
@pytest.mark.parametrize("text", ["due:week", "due:month", "due:overdue", "due:today"])
def test_due_dates_are_read_at_the_ends_of_the_calendar(today: date, text: str) -> None:
    assert isinstance(parse_filter(text, lambda: today).root, Due)


def test_every_field_says_what_it_is_for() -> None:
    assert list(FIELDS) == [field.name for field in FIELDS.values()]
    assert all(field.says for field in FIELDS.values())
    assert FIELDS["is"].choices[:2] == ("open", "pending")
