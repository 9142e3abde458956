"""A picture of which one byte is left: the words around it tell which it was, or its place does."""

import pytest

from tests.notes.test_repair_losses import HEAD, back, lossy
from tui.notes.repair import repair
from tui.notes.repair.pictures import put_back
from tui.notes.repair.tables import table

ALIKE = pytest.mark.parametrize("table_name", ["latin-1", "iso-8859-2"])


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "- 🔧 Repair the hinge.",
        "- [ ] 📞 Call the plumber about the drain.",
        "- Done. 🎯 The goal for May stands.",
        "### 🎯 Session goals",
        "**🔑 New credentials**",
    ],
)
def test_words_tell_which_picture_it_was(line: str, table_name: str) -> None:
    assert back(f"{line}\n", table_name) == f"{line}\n"


@ALIKE
def test_each_of_them_is_a_guess(table_name: str) -> None:
    result = repair(lossy(f"{HEAD}- 🛒 Buy paint.\n", table_name))
    assert result.text == f"{HEAD}- 🛒 Buy paint.\n"
    assert result.uncertain == (8,)
    assert 8 in [mend.line for mend in result.healed]


@ALIKE
def test_where_no_word_tells_an_item_gets_a_pin_and_is_marked(table_name: str) -> None:
    result = repair(lossy(f"{HEAD}- 📌 Sideways we go.\n", table_name))
    assert result.text == f"{HEAD}- 📌 Sideways we go.\n"
    assert result.uncertain == (8,)


@ALIKE
def test_where_no_word_tells_what_is_left_within_a_sentence_stays_and_is_marked(
    table_name: str,
) -> None:
    lead = table(table_name).chars[0xF0]
    result = repair(lossy(f"{HEAD}- Sideways 🙈 we go.\n", table_name))
    assert result.text == f"{HEAD}- Sideways {lead} we go.\n"
    assert result.uncertain == (8,)


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "- Shipped the new release 🚀",
        "- Well done, everyone! 🎉",
        "### 📌 Pending Tasks",
        "### 🕒 Timing",
        "### 🏁 Conclusion",
        "### 📊 Outcomes",
    ],
)
def test_a_picture_ends_a_sentence_or_heads_a_section(line: str, table_name: str) -> None:
    assert back(f"{line}\n", table_name) == f"{line}\n"


@ALIKE
def test_a_picture_that_ends_a_line_of_no_telling_words_stays(table_name: str) -> None:
    lead = table(table_name).chars[0xF0]
    assert put_back(f"- So it goes {lead}", table(table_name)) == f"- So it goes {lead}"


def test_a_picture_that_leaves_more_is_none_of_those() -> None:
    # In Windows-1252 two bytes of it are left, or more.
    assert put_back("- ð Repair the hinge.", table("windows-1252")) == "- ð Repair the hinge."


def test_a_letter_in_a_sentence_is_no_picture() -> None:
    line = "The letter ð keeps its place."
    assert put_back(line, table("latin-1")) == line


def test_a_clean_note_keeps_such_a_letter() -> None:
    text = f"{HEAD}- ð Keep this letter.\n- Það er gott.\n"
    assert repair(text).text == text


def test_a_letter_that_is_healed_is_not_taken_for_what_is_left() -> None:
    clean = f"{HEAD}- ð Keep this letter.\n- Svo er það “gott”.\n"
    assert repair(lossy(clean, "latin-1")).text == clean
