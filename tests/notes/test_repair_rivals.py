"""Two tables in one file that both explain a line: the one whose letters make words did it."""

import pytest

from tests.notes.test_repair_losses import HEAD, lossy, whole
from tui.notes.repair import repair


@pytest.mark.parametrize(
    ("most", "one"),
    [
        ("mac_roman", "cp1252"),
        ("mac_roman", "latin-1"),
        ("cp1250", "cp1257"),
        ("cp1250", "iso-8859-2"),
        ("iso-8859-2", "cp1250"),
    ],
)
@pytest.mark.parametrize("line", ["- The Café opens", "- chez Andrée la façade", "- Hélène came"])
def test_a_common_letter_beats_a_mark_inside_a_word(most: str, one: str, line: str) -> None:
    stored = whole(f"{HEAD}- It’s “done”, Zoë.\n", most) + whole(line, one)
    assert repair(stored).text == f"{HEAD}- It’s “done”, Zoë.\n{line}"


@pytest.mark.parametrize("table", ["mac_roman", "cp1250", "cp1252"])
@pytest.mark.parametrize(
    "line", ["- Cafe\u0301 by Núñez", "- Zażo\u0328łć", "- Đặng, Ḥāfiẓ, eƒe, 0.3 µS, PCs à l’ÉTÉs"]
)
def test_marks_and_rare_letters_come_back_where_one_table_did_it(table: str, line: str) -> None:
    clean = f"{HEAD}- It’s “done”, Zoë.\n{line}\n"
    assert repair(whole(clean, table)).text == clean


PLAIN = f"{HEAD}- It is done.\n"


@pytest.mark.parametrize(
    ("table", "sign"), [("cp437", "✅"), ("cp437", "❌"), ("cp850", "🔒"), ("cp850", "💧")]
)
def test_a_part_of_what_another_table_reads_is_no_letter(table: str, sign: str) -> None:
    line = f"- {sign} Closed"
    result = repair(PLAIN + whole(line, table))
    assert result.text in {PLAIN + line, PLAIN + whole(line, table)}
    assert result.text == PLAIN + line or 9 in result.uncertain


@pytest.mark.parametrize("table", ["cp1254", "cp1252"])
@pytest.mark.parametrize(
    "line", ["- „Wir prüfen das.“", "- Sie sagte: „Größe zählt.“", "- „Přijdu“, řekl."]
)
def test_a_low_mark_is_told_by_its_place_and_what_closes(table: str, line: str) -> None:
    assert repair(PLAIN + lossy(line, table)).text == PLAIN + line


@pytest.mark.parametrize("table", ["cp1252", "cp1253", "cp1254"])
def test_a_rare_sign_is_not_the_only_one_thought_of(table: str) -> None:
    assert 9 in repair(lossy(f"{PLAIN}- Let ℝ be “given”.\n", table)).uncertain


@pytest.mark.parametrize("table", ["cp1250", "cp1252", "cp1253", "cp1257"])
@pytest.mark.parametrize("line", ["- the word “JosÃ©” is", "- wrote “cafÃ©” for café"])
def test_damage_that_is_spoken_of_keeps_both_its_halves(table: str, line: str) -> None:
    assert repair(lossy(PLAIN + line, table)).text == PLAIN + line


def test_no_letter_of_a_far_script_stands_alone_among_raw_bytes() -> None:
    stored = b"- Say \x93\xdf\x94 and \x93\xdc\x94."
    assert repair(stored.decode(errors="surrogateescape")).text == "- Say “ß” and “Ü”."
    kept = "- ܫܠܡܐ, ".encode() + b"\x93\xdf"
    assert repair(kept.decode(errors="surrogateescape")).text == "- ܫܠܡܐ, “ß"
