"""A single byte that is left of a sign: where it is evidence, and where it is a letter."""

import pytest

from tests.notes.test_repair_losses import HEAD, lossy
from tui.notes.repair import Repaired, repair
from tui.notes.repair.traces import SURE, lettered, traces

CLEAN = HEAD + "- It’s “fine” — so far.\n"


@pytest.mark.parametrize("table", ["latin-1", "iso-8859-2"])
@pytest.mark.parametrize(
    "line",
    [
        "- We can’t wait.",
        "- Pages 3–5 only.",
        "- Filed under “later” for now.",
        "- Rooms of 6 m × 4 m.",
        "- Split the job—sorting, labelling—among three.",
        "  • A plain point.",
    ],
)
def test_one_damaged_line_of_a_clean_note_comes_back(line: str, table: str) -> None:
    result = repair(CLEAN + lossy(line, table) + "\n")
    assert result.text == f"{CLEAN}{line}\n"
    assert [mend.line for mend in result.healed] == [9]


@pytest.mark.parametrize(
    "line",
    [
        "The letter â is long; so is the next â here.",
        "Les lettres â et î, puis â et ê.",
        "Importância da circunstância e da distância.",
        "Il fallait qu’il chantât ; un dégât, un mât.",
        "A rămâs hotărât, cât de cât.",
        "Thầy Ân dạy nhân dân châu Âu.",
        "Yogâ, Mawlânâ and Shâh Jahân.",
        "From Isfahân to Khorâsân, by Hindustân.",
        "Prânâyâma and the Râmâyana; Nirvâna, Samsâra.",
        "Abbâs met Abbâs. Atlâs, too, and Musâ.",
        "âtman and the Gîtâ; âsana in Yogâ, âtman in Gîtâ.",
        "Durgâ met Yogâ near Sitâ.",
        "hâlâ kâr var, rüzgâr da var",
        "Đ and đ are letters, ð is another.",
        "A × 3, IRMÃ — 3 irmãs",
    ],
)
def test_a_letter_with_a_roof_stays(line: str) -> None:
    text = f"{CLEAN}- {line}\n"
    assert repair(text).text == text


@pytest.mark.parametrize("table", ["windows-1250", "windows-1252", "windows-1253", "windows-1257"])
def test_a_sign_of_multiplication_is_seen(table: str) -> None:
    hurt = "3 × 40".encode().decode(table)
    assert repair(f"{HEAD}- Sum of {hurt}.\n").text == f"{HEAD}- Sum of 3 × 40.\n"


@pytest.mark.parametrize(
    "line", ["- ð Lock the door.", "- â Lock the door.", "- We ate ten â one each."]
)
def test_what_may_be_a_trace_is_marked(line: str) -> None:
    result = repair(f"{CLEAN}{line}\n")
    assert result.text == f"{CLEAN}{line}\n"
    assert result.uncertain == (9,)


def test_what_is_left_beside_the_same_that_was_undone_is_marked() -> None:
    clean = f"{CLEAN}- Así, según el técnico, también.\n- Más sillas habrá que comprar.\n"
    lines = clean.split("\n")
    hurt = "\n".join(lines[:8] + [lossy(line, "cp1257") for line in lines[8:]])
    result = repair(hurt)
    assert "habrá que" in result.text
    assert result.text == clean or 10 in result.uncertain


def test_a_word_that_ends_in_a_capital_with_an_accent_is_marked() -> None:
    result = repair(f"{CLEAN}- Luego habrĆ sillas.\n")
    assert result.uncertain == (9,)


def test_the_reading_that_leaves_nothing_wins() -> None:
    clean = f"{HEAD}- Costs: 8 € – 9 €…\n- Příští týden, naïve §\n- Deviation (±3 %).\n"
    assert repair(lossy(clean, "iso-8859-2")).text == clean


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("donât", SURE),
        ("it is 3â5 km", SURE),
        ("the guestsâ bags", SURE // 2),
        ("two pans â one lid", 1),
        ("château, gâteau", 0),
        ("circunstância", 0),
        ("the jobâsorting, filingâamong us", SURE),
        ("the mayorâdespite", SURE // 2),
        ("Isfahân, Khorâsân", 0),
        ("plain", 0),
    ],
)
def test_traces(text: str, points: int) -> None:
    assert traces(text) == points


@pytest.mark.parametrize(
    "line",
    [
        "Abbâs met Abbâs; so did Ferdâd, from Isfahân to Khorâsân.",
        "Abbâs wrote to Mustafâs brother in Bukhârâ, and Musâ came.",
    ],
)
def test_names_that_look_like_contractions_stay_in_a_note_without_a_head(line: str) -> None:
    text = f"- {line}\n" * 13
    assert repair(text).text == text


@pytest.mark.parametrize("head", ["", HEAD, CLEAN])
@pytest.mark.parametrize(
    "lines",
    [
        "- We asked abbâs.\n- The shrine of abbâs is closed.\n",
        "Abbâs came at noon. Then abbâs left.\n",
        "- abbâs\n- abbâs\n- abbâs’ brother\n",
    ],
)
def test_a_name_that_stands_there_twice_is_no_damage(head: str, lines: str) -> None:
    assert repair(head + lines).text == head + lines


@pytest.mark.parametrize("table", ["latin-1", "iso-8859-2"])
@pytest.mark.parametrize(
    "lines",
    [
        "- The team’s plan, and the client’s.\n",  # two words are proof
        "- The team’s plan.\n- The team’s goal.\n- We can’t wait.\n",  # and so is another trace
        "- Everyone’s notes.\n- Everyone’s plan.\n- 🚀 Launched the beta.\n",
    ],
)
def test_apostrophes_of_several_words_come_back(lines: str, table: str) -> None:
    assert repair(lossy(lines, table)).text == lines


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("From Isfahân to Khorâsân.", True),
        ("Yogâ came to Durgâ by night.", True),
        ("The usersâ and the trainersâ notes.", False),
        ("It isnât the clientâs; weâd say âdoneâ.", False),
        ("Waitâthen go; the jobâa big oneâis done.", False),
        ("A single name: Isfahân.", False),
        ("Called âMusâ and âMusâ", False),
    ],
)
def test_a_letter_at_the_end_of_a_word_is_one(text: str, letters: bool) -> None:
    assert lettered(text) is letters


@pytest.mark.parametrize("table", ["latin-1", "iso-8859-2"])
@pytest.mark.parametrize(
    "line",
    [
        "- Rent of $450–$520 a month.",
        "- Noted that she—despite promises—hasn’t shared it.",
    ],
)
def test_a_line_beyond_doubt_comes_back_in_a_clean_note(line: str, table: str) -> None:
    assert repair(CLEAN + lossy(line, table) + "\n").text == f"{CLEAN}{line}\n"


@pytest.mark.parametrize(
    "line", ["Alive until 2025âclients need time.", "Grandmotherâs verdict: âtoo sweetâ."]
)
def test_a_line_that_is_not_beyond_doubt_is_marked(line: str) -> None:
    assert repair(f"{CLEAN}- {line}\n").uncertain == (9,)


def test_a_note_in_which_the_letter_is_sure_has_no_traces_in_single_lines() -> None:
    text = "- On Krishnâ, âsana, yogâ âtman.\n- Durgâ and Isfahân and Sîtâ.\n"
    assert lettered(text)
    assert repair(text) == Repaired(text)
