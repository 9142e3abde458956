"""Signs of which one byte is left: what stands around them tells them apart."""

import pytest

from tests.notes.test_repair_losses import HEAD, back, lossy
from tui.notes.repair import repair
from tui.notes.repair.habits import Habits
from tui.notes.repair.steps import UNKNOWN, aside, becomes, chain, pair

ALIKE = pytest.mark.parametrize("table", ["latin-1", "iso-8859-2"])


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "Phases: collect → sort → print.",
        "Order of work: scan → clean → join → file.",
        "Moved the records (XML → JSON) on Monday.",
        "Turned ‘old name → new name’ into a rule.".replace("‘", "“").replace("’", "”"),
    ],
)
def test_short_steps_are_joined_by_arrows(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "His answer – “not now” – was final.",
        "A sketch – however rough – helps everyone.",
        "The rest – lamps, chairs, tables – stays.",
    ],
)
def test_an_aside_between_two_spaced_dashes_has_short_ones(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@ALIKE
def test_a_single_spaced_dash_is_the_long_one_in_english(table: str) -> None:
    assert back("- The pump works — for now.\n", table) == "- The pump works — for now.\n"


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "Der Vertrag läuft aus – wir müssen ihn verlängern.",
        "Le prix a été réduit – voir la pièce jointe à la réponse.",
    ],
)
def test_a_single_spaced_dash_is_the_short_one_in_german_and_french(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "Cut 4 m × 2 m of felt.",
        "Ran 8 × 200 m.",
        "Dropped from 12 s to ≈ 3 s.",
        "Store it at 4 °C – 8 °C.",
        "Bands of the ’60s and ’90s.",
        "All’ingresso di quell’ufficio c’è già la nuova attività.",
    ],
)
def test_signs_among_numbers_and_letters(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@ALIKE
@pytest.mark.parametrize("before", ["- ", "The lamp is new. ", "# ", "- [ ] "])
def test_a_sign_where_an_item_starts_is_no_dash(before: str, table: str) -> None:
    assert (
        back(f"{before}✅ Lamp replaced.\n- More\n", table)
        == f"{before}✅ Lamp replaced.\n- More\n"
    )


@ALIKE
def test_a_star_of_the_head_proves_nothing_for_a_quotation(table: str) -> None:
    clean = "\n".join(HEAD.split("\n")[:7]) + "\n- It’s “half” done.\n- José’s “half”.\n"
    lines = clean.split("\n")
    hurt = "\n".join(lossy(line, table) if line.startswith("- ") else line for line in lines)
    assert repair(hurt).text == clean


@ALIKE
def test_a_lone_quotation_is_read_by_the_table_that_makes_one_of_it(table: str) -> None:
    clean = 'title: "Revisé ejercicios de álgebra"\n\n- Agreed on “no extras” with Zoé.\n'
    assert repair(lossy(clean, table)).text == clean


def test_one_cyrillic_note_is_in_one_language() -> None:
    lines = "- Завтра нужно отправить письмо заказчику.\n- Здесь были с вами исправлены ошибки.\n"
    assert back(lines, "latin-1") == lines


# --- what the rules are made of


@pytest.mark.parametrize(
    ("left", "right", "is_chain"),
    [
        ("- Plan: think ", f" write {UNKNOWN} print.", True),
        ("- Plan: think → write ", " print.", True),
        ("- Her wish ", f" more time {UNKNOWN} was granted.", False),
        ("- Tidy up ", " at last.", False),
        ("- a ", f" b {UNKNOWN} c {UNKNOWN} d {UNKNOWN} all of it", True),
    ],
)
def test_chain(left: str, right: str, is_chain: bool) -> None:
    assert chain(left, right) is is_chain


@pytest.mark.parametrize(
    ("left", "right", "is_pair"),
    [
        ("- Tables (XML ", " JSON) moved", True),
        ("- Renamed “draft ", " final text” today", True),
        ("- Away (May ", " June) again", False),
        ("- Rooms (12 ", " 14) again", False),
        ("- Late (as he ", " said) again", False),
        ("- Late ", " again", False),
    ],
)
def test_pair(left: str, right: str, is_pair: bool) -> None:
    assert pair(left, right) is is_pair


@pytest.mark.parametrize(
    ("left", "right", "is_aside"),
    [
        ("- A plan ", f" a rough one {UNKNOWN} for May", True),
        ("- A plan – a rough one ", " for May", True),
        ("- A plan ", " for May", False),
        ("- A plan – good. A date ", " for May", False),
    ],
)
def test_aside(left: str, right: str, is_aside: bool) -> None:
    assert aside(left, right) is is_aside


def test_the_head_tells_nothing_of_how_a_note_writes_its_dashes() -> None:
    habits = Habits(HEAD, {"—": 1, "–": 1, "⭐": 1})
    assert habits.favour_dash("—", spaced=True) == 0
    assert habits.favour("⭐") == 0


def test_dashes_that_stand_elsewhere_are_favoured() -> None:
    habits = Habits("- One – two\n- three – four\n- now—then\n", {"—": 1, "–": 2})
    assert habits.favour_dash("–", spaced=True) > habits.favour_dash("—", spaced=True)
    assert habits.favour_dash("—", spaced=False) > habits.favour_dash("–", spaced=False)


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "Confirmed that σ ≤ 0.05 holds for n ≥ 30.",
        "The “Δ from baseline” column isn’t right.",
        "A strength plan: 3×/week, and it’s hard.",
        "The user’s file used “;” as a separator and “,” for decimals.",
        "Mapped columns: “fecha” → `date`, “monto” → `amount`.",
    ],
)
def test_symbols_and_marks_are_told_by_their_places(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@ALIKE
def test_no_letter_of_a_greek_note_is_a_symbol(table: str) -> None:
    result = back("- Η ανάλυση των δεδομένων είναι έτοιμη.\n- Plan Η\n", table)
    assert result.endswith("\n- Plan Η\n")


def test_a_name_in_quotation_marks_and_one_in_code_need_a_word_of_turning() -> None:
    assert not becomes("Called it ‘draft’ ", " `v2` is final")
    assert becomes("Renamed ‘draft’ ", " `v2`")
