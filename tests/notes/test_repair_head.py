"""The first lines of a note: its mark of byte order, and the signs of its head."""

import pytest

from tests.notes.test_repair_losses import HEAD, lossy
from tui.notes.parse import parse
from tui.notes.repair import repair
from tui.notes.repair.tables import NAMES, table
from tui.notes.session import Session

BLOCK = "---\ntitle: \"Plan\"\ntags: ['A', 'B']\ncreated: 2024-02-13\npublish: false\n---\n\n"
MARK = "\ufeff"


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_mark_of_byte_order_comes_back(name: str) -> None:
    result = repair(table(name).show(MARK) + BLOCK + HEAD)
    assert result.text == MARK + BLOCK + HEAD
    assert [mend.line for mend in result.healed] == [1]
    assert result.uncertain == ()
    assert repair(result.text).text == result.text


def test_a_mark_damaged_with_its_line_is_told_once() -> None:
    result = repair(table("windows-1252").show(f"{MARK}## 📅 2024-02-13 — Session: Plan") + "\n")
    assert result.text == f"{MARK}## 📅 2024-02-13 — Session: Plan\n"
    assert [mend.codec for mend in result.healed] == ["windows-1252"]


@pytest.mark.parametrize(
    "line", ["ï»¿ is a mark of byte order.", "- ï»¿ again", "- A ï¿½ for what was lost."]
)
def test_a_mark_that_is_spoken_of_stays(line: str) -> None:
    assert repair(f"{line}\n").text == f"{line}\n"
    assert repair(f"{HEAD}{line}\n").text == f"{HEAD}{line}\n"


@pytest.mark.parametrize("before", [MARK, MARK * 2, "ï»¿"])
def test_what_the_frontmatter_says_holds_behind_a_mark(before: str) -> None:
    session = parse("a.md", repair(before + BLOCK + HEAD))
    assert isinstance(session, Session)
    assert session.publish is False
    assert not session.problems


@pytest.mark.parametrize("name", ["windows-1253+1252", "windows-1252"])
def test_code_keeps_its_place_in_a_line_with_a_sign_of_the_head(name: str) -> None:
    title = "## 📅 2024-02-13 — Session: Set `date` first, ‘amount’ → `sum` second"
    clean = HEAD.replace("## 📅 2024-02-13 — Session: Plan", title) + "- It’s done.\n"
    kept = "🏷️"  # so that no table explains all of the note
    stored = kept.join(map(table(name).show, clean.split(kept)))
    result = repair(stored)
    assert result.text == clean
    assert result.uncertain == ()


def test_letters_before_a_known_place_of_the_head_are_marked() -> None:
    stored = HEAD.replace("📂", "ÄÂÂÂ")
    result = repair(stored)
    assert result.text == stored
    assert result.uncertain == (5,)


def test_a_picture_of_ones_own_choice_is_not() -> None:
    assert repair(HEAD.replace("📂", "🗂")).uncertain == ()


def test_a_label_read_by_the_table_of_the_note_has_no_capital_inside() -> None:
    clean = "# Plan\n\n- **Tags**: Проверена\n\n- Жалоб от граждан стало меньше.\n"
    assert repair(lossy(clean, "iso-8859-2")).text == clean
