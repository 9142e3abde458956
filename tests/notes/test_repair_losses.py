"""Bytes that are gone: what comes back, what decides, and that a wrong line is never unmarked."""

import pytest

from benchmarks.phrases import WORK
from tui.notes.repair import repair

HEAD = (
    "## 📅 2024-02-13 — Session: Plan\n\n**🕒 03:55–04:35**  \n**🏷️ Labels**: A, B  \n"
    "**📂 Project**: Dev  \n**⭐ Priority**: LOW  \n\n"
)
TABLES = (
    "latin-1",
    "iso-8859-2",
    "cp1250",
    "cp1251",
    "cp1252",
    "cp1253",
    "cp1254",
    "cp1257",
    "mac_roman",
    "cp850",
)
NOTED = (
    "english",
    "spanish",
    "french",
    "portuguese",
    "german",
    "greek",
    "russian",
    "polish",
    "turkish",
)


def lossy(text: str, table: str) -> str:
    """Return `text` as misread through a table, without undefined bytes, controls, soft hyphens."""
    shown = (bytes([byte]).decode(table, "ignore") for byte in text.encode())
    return "".join(char for char in shown if char != "\xad" and not "\x80" <= char < "\xa0")


def whole(text: str, table: str) -> str:
    """Return `text` as misread through a table; undefined bytes as controls."""
    shown = (bytes([byte]).decode(table, "ignore") or chr(byte) for byte in text.encode())
    return "".join(shown)


def ignoring(text: str, table: str) -> str:
    """Return `text` as `decode(table, "ignore")` leaves it."""
    return text.encode().decode(table, "ignore")


def back(line: str, table: str) -> str:
    """Return what becomes of a line under a head, both damaged."""
    result = repair(lossy(HEAD + line, table)).text
    assert result.startswith(HEAD)
    return result.removeprefix(HEAD)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", NOTED)
def test_a_wrong_line_is_always_marked(language: str, table: str) -> None:
    for phrase in WORK[language]:
        clean = f"{HEAD}- {phrase}\n"
        result = repair(lossy(clean, table))
        lines = zip(clean.split("\n"), result.text.split("\n"), strict=True)
        wrong = {number for number, (one, two) in enumerate(lines, 1) if one != two}
        assert wrong <= set(result.uncertain)


@pytest.mark.parametrize("table", ["latin-1", "iso-8859-2"])
@pytest.mark.parametrize(
    "line",
    [
        "It’s the officers’ own “what if” list.",
        "“We can’t,” they said, “and we won’t.”",
        "The term “«Plan de Innovación»” is the ministry’s.",
        "Open 10–12 days, at 300–400 €.",
        "One — two, and so on…",
        "Split in two phases—planning and building.",
        "Call → triage → dispatch",
        "Down to −10 °C in the ’24 winter.",
        "C’è un’altra idea dell’autore.",
        "„Größere Änderungen“ müssen wir später prüfen.",
        "Área de política: sí, así es aquí. Índice único.",
        "3 × 40 €",
    ],
)
def test_signs_that_are_all_alike_are_told_by_their_places(line: str, table: str) -> None:
    assert back(line, table) == line


@pytest.mark.parametrize("table", ["cp1257", "cp1253", "cp1252", "cp1254"])
@pytest.mark.parametrize(
    "line",
    [
        "Además, la política pública será más clara en las áreas rurales.",
        "Últimas líneas: África, Ítem, Índice y también aquí.",
        "Należy sprawdzić również środki i źródła.",
        "Η ομάδα πρέπει να ελέγξει την ώρα χωρίς καθυστέρηση.",
        "Это решение требует согласия с отделом.",
    ],
)
def test_letters_are_told_by_the_language(line: str, table: str) -> None:
    assert back(line, table) == line


@pytest.mark.parametrize("table", ["latin-1", "iso-8859-2"])
@pytest.mark.parametrize("line", ["διαχείριση αλλαγών", "ροή αιτημάτων", "ανάλυση αναγκών"])
def test_a_greek_word_of_two_syllables_has_an_accent(line: str, table: str) -> None:
    assert back(line, table) == line


def test_a_sharp_s_stands_behind_a_vowel_only() -> None:
    result = repair(lossy(HEAD + "- La política\n- Straße\n", "latin-1"))
    assert result.text == HEAD + "- La política\n- Straße\n"
    assert result.uncertain == (9,)


def test_a_capital_with_a_dot_in_a_whole_word_is_no_trouble() -> None:
    clean = HEAD + "- İstanbul İÇİN kayıt\n- Şehir İçi\n"
    for table in TABLES:
        result = repair(lossy(clean, table) + "- İstanbul İÇİN Şehir\n")
        assert result.text.count("\n") == clean.count("\n") + 1


def test_damage_nobody_dares_to_undo_is_marked() -> None:
    line = "- The export wrote donâ€™t in every title.\n"
    result = repair(HEAD + "- It’s “done”.\n" + line)
    assert result.text == HEAD + "- It’s “done”.\n" + line
    assert result.uncertain == (9,)


def test_damage_shown_between_quotation_marks_is_no_doubt() -> None:
    text = HEAD + '- Search for “â€™” and `ðŸ“…`, "Ð¿Ñ€Ð¸Ð²ÐµÑ‚" too.\n'
    result = repair(text)
    assert (result.text, result.uncertain) == (text, ())


@pytest.mark.parametrize("table", [name for name in TABLES if name.startswith("cp1")])
@pytest.mark.parametrize("language", ["english", "spanish", "french", "german"])
def test_undefined_bytes_alone_can_be_lost(language: str, table: str) -> None:
    for phrase in WORK[language]:
        clean = f"{HEAD}- {phrase}\n- Así, política técnica\n"
        result = repair(ignoring(clean, table))
        lines = zip(clean.split("\n"), result.text.split("\n"), strict=True)
        wrong = {number for number, (one, two) in enumerate(lines, 1) if one != two}
        assert wrong <= set(result.uncertain)


def test_a_soft_hyphen_that_is_there_is_part_of_its_letter() -> None:
    clean = HEAD + "- Así, “política” y Ítem\n"
    hurt = ignoring(clean, "cp1252")
    assert "\xad" in hurt
    assert repair(hurt).text == clean


@pytest.mark.parametrize(
    "line",
    ["Época de lluvias en el valle.", "Órdenes de compra según el catálogo.", "Última versión."],
)
def test_a_note_without_signs_may_be_the_work_of_the_plainer_table(line: str) -> None:
    clean = f'title: "Más datos"\n\n## Description\n- {line}\n- Así será, según él.\n'
    result = repair(lossy(clean, "latin-1"))
    assert result.text == clean
    assert 4 in result.uncertain


@pytest.mark.parametrize("line", ["Встреча 7 ноября на площади.", "Новый завод открыли 3 октября."])
def test_a_month_in_russian_is_mostly_in_the_genitive(line: str) -> None:
    assert back(f"- {line}\n", "latin-1") == f"- {line}\n"


def test_a_letter_lost_by_the_plainer_of_two_tables_is_thought_of() -> None:
    result = repair(f"{HEAD}- Das GerÃ¤t muss regelmÃ¤Ãig geprÃ¼ft werden.\n- It’s “fine”.\n")
    assert "regelmäßig geprüft" in result.text
    assert result.uncertain == (8,)


@pytest.mark.parametrize(
    ("table", "line"),
    [("cp1253", "Разработан график обучения."), ("cp1251", "Παρασκευή και πάλι.")],
)
def test_no_letter_that_is_no_word_stands_alone(table: str, line: str) -> None:
    clean = f"{HEAD}- {line}\n"
    assert repair(whole(clean, table).replace("\xa0", " ")).text == clean


@pytest.mark.parametrize("phrase", WORK["english"][:6])
def test_what_a_guess_led_to_is_a_guess_however_well_it_reads(phrase: str) -> None:
    clean = f"{HEAD}- {phrase}\n"
    result = repair(lossy(whole(clean, "latin-1"), "cp1257"))
    pairs = zip(clean.split("\n"), result.text.split("\n"), strict=True)
    wrong = {number for number, (right, got) in enumerate(pairs, 1) if right != got}
    assert wrong
    assert wrong <= set(result.uncertain)
