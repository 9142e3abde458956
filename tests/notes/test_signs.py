"""Signs that carry meaning are words of a task: texts that differ in them are two tasks."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from tests.samples import note, read
from tui.notes.identity import fold, renewed_id, task_id
from tui.notes.signs import ascii_signs, spelled

# In each row, every text means something else.
ROWS: tuple[tuple[str, ...], ...] = (
    ("Learn C", "Learn C++", "Learn C#", "Learn C+", "Learn c+++"),
    ("Learn c + d", "Learn c - d", "Learn C++ + d", "Learn c ++ d", "Learn c × d", "Learn c = d"),
    ("Wait if x >= 5", "Wait if x <= 5", "Wait if x > 5", "Wait if x < 5", "Wait if x = 5",
     "Wait if x != 5", "Wait if x 5", "Wait if x ≈ 5"),
    ("Move to v1", "Move to v2", "Move to v1.2", "Move to v1-2", "Move to v12", "Move to v1/2"),
    ("Shift by +5", "Shift by -5", "Shift by ±5", "Shift by 5", "Shift by 5+", "Shift by ~5"),
    ("Raise by 5 %", "Raise by 5 €", "Raise by 5 $", "Raise by £5", "Raise by 5", "Raise by 5°"),
    ("Sync A -> B", "Sync A <- B", "Sync A <-> B", "Sync A B"),
    ("Read 3.5", "Read 3-5", "Read 3:5", "Read 3/5", "Read 3 5", "Read 35", "Read 3×5", "Read 3^5"),
    ("Prove x ∈ A", "Prove x ∉ A", "Prove x ⊂ A", "Prove x A"),
)  # fmt: skip

rows = st.sampled_from(ROWS)
words = st.lists(st.sampled_from(["the", "draft", "Plan", "año", "of 2024"]), max_size=3).map(
    " ".join
)


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_texts_that_differ_in_a_sign_share_no_identity(row: tuple[str, ...]) -> None:
    for one, other in combinations(row, 2):
        assert fold(one) != fold(other), (one, other)
    ids = {task.id for task in read(note(*(f"{text}." for text in row))).tasks}
    assert len(ids) == len(row)


@given(rows.flatmap(lambda row: st.sampled_from(list(combinations(row, 2)))), words, words)
def test_nor_do_they_within_a_sentence(pair: tuple[str, str], before: str, after: str) -> None:
    one, other = (fold(f"{before} {text} {after}") for text in pair)
    assert one != other


@pytest.mark.parametrize(
    ("one", "other"),
    [("x ≥ 5", "x>=5"), ("x ≤ 5", "x <= 5"), ("A → B", "A -> B"), ("A → B", "A --> B"),
     ("5 %", "5%"), ("C＋＋", "c++"), ("**C++**", "C++."), ("3–5 people", "3-5 people"),
     ("3 – 5 people", "3-5 people"), ("by −5", "by -5"), ("follow-up", "follow up"),
     ("due 2024-02-13", "due 2024/02/13"), ("plan – done", "plan - done"), ("≠", "!=")],
)  # fmt: skip
def test_what_means_the_same_is_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(alphabet="ab1 .,:/+-<>=!#%$€~^°×→–*≥", max_size=30))
def test_folding_signs_twice_is_folding_them_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "unit",
    ["-", "<", "<!--", "<!--<!", " ", " -", "</", "=-", "~", "1.", "<a", "> ", "+", "≥", "="],
)
def test_very_many_signs_cost_no_more_than_their_number(unit: str) -> None:
    assert spelled(unit * 300_000) is not None  # would not end if each were looked at for all


def test_only_signs_of_ascii_are_the_same_when_damaged() -> None:
    assert ascii_signs("C++ ≥ 5 %, but not -3 €") == ["++", "%", "-"]
    assert ascii_signs("The plan (2024-02-13), at last.") == []


@pytest.mark.parametrize(
    ("text", "former"),
    [("Learn C++ well.", "learn c well"), ("Learn C++ well.", "learn cplusplus well"),
     ("Wait if x >= 5.", "wait if x 5"), ("Use C# at 5 %.", "use csharp at 5")],
)  # fmt: skip
def test_an_id_by_earlier_rules_is_made_one_of_today(text: str, former: str) -> None:
    now = task_id("s", fold(text), 1)
    assert renewed_id(task_id("s", former, 1), "s", text, 1) == now
    assert renewed_id(now, "s", text, 1) == now


@pytest.mark.parametrize("text", ["Learn C well.", "Learn C++ well.", ""])
def test_an_id_of_no_rule_stays_as_it_is(text: str) -> None:
    assert renewed_id("3f2a", "s", text, 0) == "3f2a"
    assert renewed_id(task_id("s", "learn c well", 0), "s", "Learn C well.", 0) == task_id(
        "s", "learn c well", 0
    )
