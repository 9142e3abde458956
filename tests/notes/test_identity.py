"""What makes a session and a task the same thing tomorrow."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.samples import misread, note, read
from tui.notes import Session
from tui.notes.identity import fold, print_of, skeleton


def ids(session: Session) -> dict[str, str]:
    return {task.text: task.id for task in session.tasks}


def test_neither_path_nor_order_changes_an_id() -> None:
    one = read(note("A one.", "B two.", "C three."), "Business/a.md")
    other = read(note("C three.", "A one.", "B two."), "Moved/b.md")
    assert one.id == other.id
    assert ids(one) == ids(other)


def test_other_heads_and_other_texts_have_other_ids() -> None:
    usual = read(note("A one."))
    others = [note("A one.", title="X"), note("A one.", day="2024-02-14"),
              note("A one.", start="05:00")]  # fmt: skip
    assert len({usual.id, *(read(other).id for other in others)}) == 4
    assert len({usual.tasks[0].id, *(read(other).tasks[0].id for other in others)}) == 4
    assert read(note("A two.")).tasks[0].id != usual.tasks[0].id


def test_the_same_text_twice_is_two_tasks() -> None:
    tasks = read(note("Same.", "Other.", "Same.")).tasks
    assert [task.n for task in tasks] == [0, 0, 1]
    assert len({task.id for task in tasks}) == 3


def test_without_a_whole_head_the_path_tells_notes_apart() -> None:
    text = "### Session Goal\nx\n\n### Pending Tasks\n- A one.\n"
    assert read(text, "a.md").id != read(text, "b.md").id
    assert read(text, "a.md").id == read(text, "a.md").id


@pytest.mark.parametrize(
    "same",
    ["Hire a van", "hire  a VAN.", "**Hire** a `van`!", "Hire a [[van]]", "Hire a [[Car|van]]",
     "Hire a [van](../cars/van.md)", "Hire a [van](https://example.org/van?id=2)",
     "_Hire_ a van…", "Hire a “van”", "Ｈire a van"],
)  # fmt: skip
def test_markup_case_and_spacing_fold_away(same: str) -> None:
    assert fold(same) == "hire a van"


@pytest.mark.parametrize("other", ["Hire two vans", "Hire avan", "Hire a ván", "Hire a van 2"])
def test_words_do_not(other: str) -> None:
    assert fold(other) != "hire a van"


@pytest.mark.parametrize("one", ["Learn C# well.", "Learn C++ well.", "Learn C well."])
@pytest.mark.parametrize("other", ["Learn F# well.", "Learn c#: well", "Learn **C++** well."])
def test_a_sign_that_makes_another_word_is_none_to_leave_out(one: str, other: str) -> None:
    plain = str.maketrans("", "", "*:.")
    is_same = one.lower().translate(plain) == other.lower().translate(plain)
    assert (fold(one) == fold(other)) is is_same
    both = ids(read(note("A one.", one, other)))
    alone = ids(read(note("B two.", other)))
    assert both[other] == alone[other] or is_same


@pytest.mark.parametrize(
    "text",
    ["# Learn C", "Learn #C", "Learn - C", "> Learn C", "+ Learn C", "Learn <br>C",
     "Learn ==C==", "~~Learn~~ C", "<!-- 5 -->Learn C", "Learn (C)!", "Learn: C?"],
)  # fmt: skip
def test_markup_and_punctuation_are_left_out(text: str) -> None:
    assert fold(text).replace("br ", "").removeprefix("5 ") == "learn c"


def test_what_holds_no_word_folds_to_itself() -> None:
    assert fold(" ?! ") == "?!"
    assert fold("👍") != fold("👎")


@pytest.mark.parametrize("codec", ["mac_roman", "cp437", "latin-1"])
@pytest.mark.parametrize("text", ["Revisión técnica del año", "The Ministry’s plan – “done”"])
def test_bones_outlive_damage(text: str, codec: str) -> None:
    assert skeleton(misread(text, codec)) == skeleton(text)
    assert print_of(misread(text, codec)) == print_of(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Обновить SUAD 2024 систему", "Удалить SUAD 2024 данные"),
        ("Ενημέρωση SUAD 2024", "Διαγραφή SUAD 2024"),
        ("Обновить", "Удалить"),
        ("東京", "大阪"),
    ],
)
def test_texts_that_are_not_latin_are_told_apart(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_content_stays_when_name_and_head_change() -> None:
    one = read(note("A one."))
    assert read(note("A one.", title="X", day="2025-01-01"), "z.md").content == one.content
    assert read(note("A two.")).content != one.content


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert len(print_of(text)) == 8
