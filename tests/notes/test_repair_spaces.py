"""A space or "?" behind a damaged character: whether it is one, or stands for a lost byte."""

import pytest

from tests.notes.test_repair_losses import HEAD, lossy, whole
from tui.notes.repair import repair


def spaced(text: str, table: str) -> str:
    """Return `text` as misread through a table, its no-break spaces turned into spaces."""
    return whole(text, table).replace("\xa0", " ")


@pytest.mark.parametrize("table", ["cp1252", "cp1253", "cp1254", "cp1257"])
@pytest.mark.parametrize(
    "line",
    [
        "- I read “Old Months” (ch. 2).",
        "- Both “one” and “two” — so far.",
        "- Weiß & Söhne (“the firm”).",
        "- It said “no” [sic].",
    ],
)
def test_a_space_between_words_is_no_lost_byte(table: str, line: str) -> None:
    assert repair(lossy(HEAD + line, table)).text == HEAD + line


@pytest.mark.parametrize("table", ["cp1250", "cp1253"])
def test_a_sign_of_comparison_does_not_touch_its_number_on_one_side_only(table: str) -> None:
    result = repair(lossy(f"{HEAD}- r ≈ -0.4\n", table))
    assert result.text == f"{HEAD}- r ≈ -0.4\n"
    assert result.uncertain == (8,)


@pytest.mark.parametrize("table", ["cp1252", "cp1253", "cp1254", "cp1257"])
@pytest.mark.parametrize(
    "line", ["- Decide: “opt in” or “opt out”?", "- Titles hold “/” or “?” here.", "- Is it “it”?"]
)
def test_a_question_stays_where_bytes_are_gone_without_a_mark(table: str, line: str) -> None:
    assert repair(lossy(HEAD + line, table)).text == HEAD + line


@pytest.mark.parametrize("table", ["cp1251", "cp1250", "cp1252", "cp1254"])
@pytest.mark.parametrize(
    "text",
    [
        "Šárka called",
        "Asked Šárka",
        "Работа идёт",
        "ПРОЕКТ ГОТОВ",
        "Πού είναι",
        "Ο Πέτρος «Ποτέ»",
        "“Работа” — voilà, déjà‑vu là",
    ],
)
def test_a_space_joins_a_word_where_nothing_else_lost_a_byte(table: str, text: str) -> None:
    clean = HEAD.replace("A, B", f"A, {text}").replace("Plan", text) + f"- {text}.\n"
    assert repair(spaced(clean, table)).text == clean


def test_a_word_of_one_letter_stays_one() -> None:
    clean = f"{HEAD}- Работа готова. И потом отчёт.\n"
    assert repair(lossy(clean, "cp1251")).text == clean


@pytest.mark.parametrize("table", ["latin-1", "cp1250", "cp1251", "cp1252", "cp1253", "cp1257"])
def test_a_warning_is_never_half_healed(table: str) -> None:
    clean = f"{HEAD}- ⚠️ Check it\n- 😠 is 🏠, twice.\n"
    assert repair(spaced(clean, table)).text == clean


def test_what_follows_a_picture_is_marked_where_none_is_before_it() -> None:
    clean = f"{HEAD}- Zoë: ⚠️ check it, là, “all”\n"
    result = repair(spaced(clean, "cp1252").replace("âš ", "a "))
    assert "a \ufe0f check" in result.text
    assert 8 in result.uncertain
