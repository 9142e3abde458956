"""A decision finds its task again, and never another one."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from tests.notes.test_signs import ROWS
from tests.samples import GOAL, misread, note, read
from tui.decisions import Decision, Setting
from tui.decisions.matching import Matcher, Place
from tui.notes import Session, Task, identity
from tui.notes.saying import saying_of

A = "Hire a van for the move."
B = "Label every box with its room."
C = "Cancel the old internet contract."
CCTV = "Develop a training module for CCTV operators."
SUAD = "Develop a training module for SUAD operators."


class Note(NamedTuple):
    """A note as it lies in the folder."""

    text: str
    path: str = "Business/a.md"


def place(note: Note) -> Place:
    session = read(note.text, note.path)
    return Place(
        session.id, note.path, session.date, session.title, session.content, session.tasks,
        saying_of(session).traces,
    )  # fmt: skip


def tick(note: Note, text: str, n: int = 0) -> Decision:
    """The decision that ticks the `n`th task of that text."""
    session = read(note.text, note.path)
    task = next(task for task in session.tasks if (task.text, task.n) == (text, n))
    peers = [identity.print_of(peer.text) for peer in session.tasks if peer.id != task.id]
    return _about(session, task, tuple(peers))


def _about(session: Session, task: Task, peers: tuple[str, ...]) -> Decision:
    return Decision(
        v=1, id=f"d{task.id}", session=session.id, note=session.path, set=Setting(status="done"),
        by="ana", at="", seq=1, step="s", task=task.id, text=task.text, n=task.n, peers=peers,
        date=session.date, title=session.title, content=session.content,
        traces=saying_of(session).traces,
    )  # fmt: skip


def found(decisions: list[Decision], *notes: Note) -> list[str | None]:
    """What each decision stands on now: the text of a task, or None for an orphan."""
    places = [place(note) for note in notes]
    texts = {task.id: task.text for one in places for task in one.tasks}
    matched = Matcher(places).match(decisions)
    return [
        texts.get(decision.task) or texts.get(matched.get(decision.task, ""))
        for decision in decisions
    ]


OLD = Note(note(A, B, C))
TICKS = [tick(OLD, A), tick(OLD, B)]


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        Note(note(C, B, A)),
        Note(note(A, B, C), "Other/b.md"),
        Note(note(A, B, C, title="Another title")),
        Note(note(A, B, C, title="Another title"), "Other/b.md"),
        Note(note(A, B, C, day="2024-02-15")),
        Note(note(A, B, C, start="09:00"), "Other/b.md"),
        Note(note(C, B, A, title="Another title")),
        Note(note(f"**{A}**", f"`{B}`", C)),
        Note(note("One more.", A, "And one.", B, C)),
        Note(note(A, B)),
    ],
    ids=["as it was", "reordered", "renamed", "title edited", "title edited and renamed",
         "date edited", "time edited and renamed", "title edited and reordered", "markup",
         "tasks added", "a task deleted"],
)  # fmt: skip
def test_a_tick_survives(new: Note) -> None:
    survived = [text and text.strip("*`") for text in found(TICKS, new)]
    assert survived == [A, B]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (A, "Hire a van for the move on Friday."),
        (A, "Hire a big van for the move."),
        ("Finalize the organizational structure.", "Finalise organisational structure"),
        ("Write the report.", "Write the quarterly report and send it."),
    ],
)
def test_a_reworded_task_is_found_in_its_note(was: str, now: str) -> None:
    old = Note(note(was, B, C))
    assert found([tick(old, was)], Note(note(now, B, C))) == [now]
    assert found([tick(old, was)], Note(note(C, B, now))) == [now]


def test_two_reworded_tasks_are_told_apart() -> None:
    old = Note(note(CCTV, SUAD))
    new = Note(note(SUAD[:-1] + " in March.", CCTV[:-1] + " in May."))
    ticks = [tick(old, CCTV), tick(old, SUAD)]
    assert found(ticks, new) == [CCTV[:-1] + " in May.", SUAD[:-1] + " in March."]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (CCTV, SUAD),
        ("Review the budget.", "Review the plan."),
        ("Review the Q1 report.", "Review the Q2 report."),
        ("Send the contract to the ministry.", "Send the invoice to the ministry."),
        ("Upgrade the server to 1.12", "Upgrade the server to 11.2"),
        ("Обновить SUAD 2024 систему", "Удалить SUAD 2024 данные"),
        (A, C),
    ],
)
def test_another_task_is_never_taken_for_it(was: str, now: str) -> None:
    old = Note(note(was, B))
    assert found([tick(old, was)], Note(note(now, B))) == [None]
    assert found([tick(old, was)], Note(note(B, now))) == [None]
    assert found([tick(old, was)], Note(note(now, B, title="Another title"))) == [None]


@pytest.mark.parametrize("sibling", ["Write the report and send it.", "Write the final report."])
def test_a_sibling_is_never_taken_for_it(sibling: str) -> None:
    old = Note(note("Write the report.", sibling))
    assert found([tick(old, "Write the report.")], Note(note(sibling))) == [None]
    assert found([tick(old, sibling)], Note(note("Write the report."))) == [None]


@pytest.mark.parametrize("joint", ["; ", " and ", ". ", ", then ", ", including: "])
def test_what_says_a_sibling_too_is_more_than_was_decided_on(joint: str) -> None:
    old = Note(note(A, B, C))
    for merged in (A.rstrip(".") + joint + B[:1].lower() + B[1:], B.rstrip(".") + joint + A):
        assert found([tick(old, A)], Note(note(merged, C))) == [None]


def test_where_a_sibling_is_as_like_nothing_is_proved() -> None:
    sibling, new = "Write the report by May.", "Write the report by June."
    old = Note(note("Write the report.", sibling))
    assert found([tick(old, "Write the report.")], Note(note(new, sibling))) == [None]


def test_of_two_that_would_do_neither_is_taken() -> None:
    old = Note(note("Write the report.", B))
    new = Note(note("Write the first report.", "Write the last report.", B))
    assert found([tick(old, "Write the report.")], new) == [None]


def test_where_it_was_denied_another_like_it_is_not_taken() -> None:
    task = "Outline the worked examples for the course."
    now = Note(note("Do not outline the worked examples for the course.", "Outline the examples."))
    assert found([tick(Note(note(task)), task)], now) == [None]


def test_the_same_text_twice() -> None:
    old = Note(note("Same.", B, "Same."))
    second = tick(old, "Same.", 1)
    renamed = Note(note("Same.", B, "Same.", title="Another title"))
    matched = Matcher([place(renamed)]).match([second])
    assert matched[second.task] == place(renamed).tasks[2].id
    both = Matcher([place(renamed)]).match([tick(old, "Same."), second])
    assert len(set(both.values())) == 2
    assert found([second], Note(note("Same.", B))) == ["Same."]


def test_of_two_that_say_the_same_reworded_the_first_is_taken() -> None:
    longer = "Write the final report."
    old = Note(note("Write the report.", B))
    new = Note(note(longer, B, longer))
    assert Matcher([place(new)]).match([tick(old, "Write the report.")]) == {
        tick(old, "Write the report.").task: place(new).tasks[0].id
    }


DAMAGED = "Revisión técnica – “año”"
HURT = "".join(char if char.isascii() else "\ufffd" for char in DAMAGED)


@pytest.mark.parametrize(("was", "now"), [(DAMAGED, HURT), (HURT, DAMAGED)])
def test_damage_and_healing_are_outlived(was: str, now: str) -> None:
    def written(text: str) -> Note:
        whole = note(text, B)
        return Note(whole, "Business/a.md")

    # What a program replaced by U+FFFD nobody can heal, so both stand as they were written.
    (here,) = (task for task in read(written(was).text).tasks if task.text == was)
    assert here.text == was
    assert found([tick(written(was), was)], written(now)) == [now]


def test_another_letter_in_a_name_is_no_damage() -> None:
    one, other = "Grant Müller access to the archive.", "Grant Möller access to the archive."
    assert found([tick(Note(note(one, B)), one)], Note(note(other, B))) == [None]
    lost = "Revisi\ufffdn técnica de la red."
    assert found([tick(Note(note(lost)), lost)], Note(note("Revisión técnica de la red."))) == [
        "Revisión técnica de la red."
    ]


def test_a_deleted_note_leaves_orphans_and_restored_has_them_back() -> None:
    other = Note(note("Nothing like it at all.", title="X", day="2020-01-01"), "x.md")
    assert found(TICKS, other) == [None, None]
    assert found(TICKS) == [None, None]
    assert found(TICKS, other, OLD) == [A, B]


def test_another_session_at_the_same_path_gets_nothing() -> None:
    other = Note(note(A, B, "Something else.", title="Another day", day="2025-01-01"))
    assert found(TICKS, other) == [None, None]


def test_the_same_words_in_another_session_are_another_task() -> None:
    other = Note(note(A, title="Another day", day="2025-01-01"), "Other/b.md")
    assert found(TICKS, other) == [None, None]


@pytest.mark.parametrize(
    "head",
    [{"title": "Another title"}, {"day": "2024-02-15"}, {"day": "2024-02-15", "start": "09:00"}],
    ids=["title", "day", "day and time"],
)
def test_moved_edited_and_with_another_head_at_once(head: dict[str, str]) -> None:
    longer = "Hire a van for the move on Friday."
    assert found(TICKS, Note(note(longer, B, **head), "2024/02/b.md")) == [longer, B]


def test_without_what_it_says_beside_its_tasks_day_and_name_lead_to_a_note() -> None:
    older = [replace(one, traces=()) for one in TICKS]
    new = note(A, "Label everything.", title="Another title")
    assert found(older, Note(new, "2024/02/a.md")) == [A, None]
    assert found(older, Note(new, "2024/02/b.md")) == [None, None]
    alike = note(A, "Label everything.", title="Planned the move at last")
    assert found(older, Note(alike, "2024/02/b.md")) == [A, None]


def test_a_title_that_comes_again_and_again_proves_little() -> None:
    again = note(A, B, day="2024-02-20").replace("Counted the boxes.", "Emptied the cellar.")
    again = again.replace(GOAL, "To see how far the move has come by now.")
    assert found(TICKS, Note(again, "again.md")) == [None, None]


def test_of_two_notes_that_say_the_same_neither_is_taken() -> None:
    days = [Note(note(A, B, "More.", day=f"2024-03-0{n}"), f"{n}.md") for n in (1, 2)]
    assert found(TICKS, *days) == [None, None]


def test_a_copy_for_another_day_does_not_take_what_the_edited_note_had() -> None:
    new = Note(note(A, "Sell it.", C, title="Edited"), path="Business/renamed.md")
    copy = Note(note(A, B, C, day="2024-09-09"), path="Business/again.md")
    assert found(TICKS, new) == [A, None]
    assert found(TICKS, new, copy) == [None, None]
    assert found(TICKS, copy) == [A, B]  # its day was corrected


def test_two_copies_under_other_names_share_the_tick() -> None:
    copies = [Note(note(A, B, C), "x.md"), Note(note(A, B, C), "y.md")]
    assert found(TICKS, *copies) == [A, B]


def test_of_two_notes_that_would_do_neither_is_taken() -> None:
    copies = [
        Note(note(A, B, C, title="One"), "x.md"),
        Note(note(A, B, C, title="Two"), "y.md"),
    ]
    assert found(TICKS, *copies) == [None, None]


def test_a_head_edited_twice_keeps_both_decisions_on_the_task() -> None:
    second = Note(note(A, B, C, title="Second title"))
    third = Note(note(A, B, C, title="Third title"))
    assert found([tick(OLD, A), tick(second, A)], third) == [A, A]


def test_a_task_reworded_twice_keeps_both_decisions() -> None:
    words = ["Write the report.", "Write the final report.", "Write the final report for Ana."]
    one, two, three = (Note(note(text, B)) for text in words)
    assert found([tick(one, words[0]), tick(two, words[1])], three) == [words[2], words[2]]


def test_a_session_as_a_whole_is_found_again() -> None:
    old = read(OLD.text)
    signed = Decision(
        v=1, id="d", session=old.id, note="Business/a.md", set=Setting(reviewed=True), by="ana",
        at="", seq=1, step="s", date=old.date, title=old.title, content=old.content,
    )  # fmt: skip
    edited = place(Note(note(A, B, C, title="Another title")))
    assert Matcher([edited]).match([signed]) == {old.id: edited.session}
    other = place(Note(note("X."), "x.md"))._replace(session="x", date="", title="", content="")
    assert Matcher([other]).match([signed]) == {}


def test_a_decision_whose_task_stands_is_left_alone() -> None:
    assert Matcher([place(OLD)]).match(TICKS) == {}


@given(
    st.lists(st.sampled_from([A, B, C, CCTV, SUAD]), min_size=1, max_size=6),
    st.randoms(use_true_random=False),
    st.sampled_from(["Planned the move", "Another title"]),
)
def test_whatever_the_order_each_tick_finds_its_words(
    texts: list[str], random: object, title: str
) -> None:
    assert hasattr(random, "shuffle")
    old = Note(note(*texts))
    shuffled = list(texts)
    random.shuffle(shuffled)
    ticks = [tick(old, task.text, task.n) for task in read(old.text).tasks]
    assert found(ticks, Note(note(*shuffled, title=title))) == texts


@given(
    st.lists(st.sampled_from([A, B, C, CCTV, SUAD]), min_size=1, max_size=5, unique=True),
    st.lists(st.sampled_from([A, B, C, CCTV, SUAD]), max_size=5, unique=True),
)
def test_no_tick_ever_lands_on_other_words(before: list[str], after: list[str]) -> None:
    old = Note(note(*before))
    ticks = [tick(old, text) for text in before]
    for text, now in zip(before, found(ticks, Note(note(*after))), strict=True):
        assert now == (text if text in after else None)


CPP, CS = "Añadir ejemplos de C++ al curso.", "Añadir ejemplos de C# al curso."


@pytest.mark.parametrize(("was", "other"), [(CPP, CS), ("Learn C++ well.", "Learn C# well.")])
def test_a_sign_that_makes_another_word_makes_another_task(was: str, other: str) -> None:
    old = Note(note(was, other))
    ticked = [tick(old, was), tick(old, other)]
    assert found(ticked, Note(note(other, was))) == [was, other]
    assert found(ticked, Note(note(other))) == [None, other]
    assert found(ticked, Note(note(other, title="Another title"))) == [None, other]


@pytest.mark.parametrize("new", [(CPP, CS), (CS, CPP), (CS,)])
def test_what_was_decided_when_such_a_sign_was_left_out_is_found(new: tuple[str, ...]) -> None:
    old = Note(note(CPP, CS))
    session = read(old.text, old.path)
    same = "añadir ejemplos de c al curso"  # of which both were one once
    ticked = [
        replace(tick(old, text), task=identity.task_id(session.id, same, n), n=n)
        for n, text in enumerate((CPP, CS))
    ]
    assert found(ticked, Note(note(*new))) == [CPP if CPP in new else None, CS]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
@pytest.mark.parametrize("title", ["Tea", "Another title"])
def test_a_sign_that_carries_meaning_is_never_taken_for_a_rewording(
    row: tuple[str, ...], title: str
) -> None:
    texts = [f"{text} in the new course." for text in row]
    for was in texts:
        others = [text for text in texts if text != was]
        for beside in ([], [A, B]):
            ticked = [tick(Note(note(was, *beside)), was)]
            for other in others:
                assert found(ticked, Note(note(other, *beside, title=title))) == [None]
            assert found(ticked, Note(note(*others, *beside, title=title))) == [None]
            assert found(ticked, Note(note(*others, was, *beside, title=title))) == [was]


@given(st.sampled_from(ROWS), st.data())
def test_ticks_stay_apart_whatever_is_left_of_such_tasks(
    row: tuple[str, ...], data: st.DataObject
) -> None:
    before = data.draw(st.permutations(row))
    after = data.draw(st.lists(st.sampled_from(row), unique=True, min_size=1))
    note_then = Note(note(*(f"{text} at last." for text in before)))
    note_now = Note(note(*(f"{text} at last." for text in after)))
    ticked = [tick(note_then, f"{text} at last.") for text in before]
    stands = [text and text.removesuffix(" at last.") for text in found(ticked, note_now)]
    assert stands == [text if text in after else None for text in before]


@pytest.mark.parametrize(
    ("was", "now"),
    [("Pagar 5 € más.", "Pagar 5 £ más."), ("Pagar 5 € más.", "Pagar 5 más."),
     ("Pagar 5 € más.", "Pagar 5 $ más."), ("Año: x ≥ 5.", "Año: x ≤ 5."),
     ("Año 3–5.", "Año 35.")],
)  # fmt: skip
def test_another_sign_is_no_damage(was: str, now: str) -> None:
    assert found([tick(Note(note(was, B)), was)], Note(note(now, B))) == [None]


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "cp1250"])
@pytest.mark.parametrize("text", ["Pagar 5 € más.", "Año: esperar si x ≥ 5.", "Añadir C++ y C#."])
def test_a_sign_outlives_damage(text: str, codec: str) -> None:
    damaged = misread(text, codec)
    then = replace(tick(Note(note(text, B)), text), text=damaged, task="lost")
    assert found([then], Note(note(text, B))) == [text]


@pytest.mark.parametrize("reworded", [f"{A[:-1]} on Friday.", A])
def test_a_copy_for_another_day_gets_nothing_while_the_original_is_edited_and_of_another_day_too(
    reworded: str,
) -> None:
    ticked = [tick(Note(note(A, B)), A)]
    copy_ = Note(note(A, B, day="2024-02-27", start="10:00"), "Business/a again.md")
    original = Note(note(reworded, B, "One more.", day="2024-02-12"), "2024/a.md")
    assert found(ticked, copy_, original) == [None]
    assert found(ticked, copy_) == [A]
    assert found(ticked, original) == [reworded]


def test_another_session_of_the_same_kind_is_no_original() -> None:
    ticked = [tick(Note(note(A, B)), A)]
    corrected = Note(note(A, B, day="2024-02-15"), "Business/b.md")
    weekly = Note(note(C, SUAD, day="2024-02-20"), "Business/c.md")
    assert found(ticked, corrected, weekly) == [A]
