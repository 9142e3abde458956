"""Two tables in one file that both explain a line: the one whose letters make words did it."""

import pytest

from tests.notes.test_repair_losses import HEAD, whole
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
