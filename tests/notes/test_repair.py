"""Healing mojibake, and leaving everything else alone."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.samples import head, misread, note, read
from tui.notes.repair import Mend, repair

WORDS = "Revisión técnica – “año” d’état: naïve façade ✓ →"
CLEAN = [
    "La comisión revisó la política de información según el señor Ibáñez.",
    "¿Qué pasó? ¡Ándale! Él dijo “sí” – y ‘no’ – a las 10 °C…",
    "Η υπηρεσία πληροφορικής ολοκλήρωσε τη μετάβαση.",
    "Управление завершило переход на новую систему «СУАД».",
    "Zażółć gęślą jaźń; łódź, źdźbło, świeżość.",
    "Türkçe: İstanbul’da ığdır, şeker, ağaç, çiğ köfte.",
    "Überprüfung der Größe: Straße, Äpfel, Öl – „schön“.",
    "L’évaluation à Genève : déjà vu, où ça ? Noël, cœur, œuvre.",
    "ａｂｃ １２３ ﬁne ligatures ﬂow, Ⅳ ½ № ™",
    "&amp; &lt;b&gt; stay entities; “curly” stays curly; a\u00a0b keeps its space",
    "emoji 📅🕒🏷️ 👩‍👩‍👧 and e\u0301 apart",
    "東京の会議 — 데이터 보안 — אבטחה",
    "The damage read `Ã©` for `é` and `â€œ` for a quote.",
]


@pytest.mark.parametrize("line", CLEAN)
def test_clean_text_comes_back_as_it_is(line: str) -> None:
    assert repair(line).text == line
    assert repair(line).healed == ()


@pytest.mark.parametrize("line", CLEAN)
def test_clean_lines_stay_beside_damaged_ones(line: str) -> None:
    damaged = misread("📅 — ’", "mac_roman")
    repaired = repair(f"{line}\n{damaged}\n{line}")
    assert repaired.text == f"{line}\n📅 — ’\n{line}"
    assert repaired.healed == (Mend(2, "mac-roman"),)


@pytest.mark.parametrize("codec", ["mac_roman", "latin-1", "cp437"])
def test_a_line_read_with_another_table_is_healed(codec: str) -> None:
    repaired = repair(f"plain\n{misread(WORDS, codec)}\n")
    assert repaired.text == f"plain\n{WORDS}\n"
    assert [mend.line for mend in repaired.healed] == [2]
    assert all(mend.codec for mend in repaired.healed)


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", "Revisión técnica – “año: naïve"),
        ("cp1254", "Security’s plan — “año"),
        ("cp1253", "the Ministry’s plan — done"),
        ("cp1250", "the Ministry’s plan — über"),
        ("cp1251", "the Ministry’s plan — done"),
    ],
)
def test_the_windows_tables_are_undone(codec: str, text: str) -> None:
    repaired = repair(text.encode().decode(codec))
    assert repaired.text == text
    assert len(repaired.healed) == 1


def test_lines_that_are_healed_are_named_with_their_codec() -> None:
    text = note("Año nuevo – “plan”").split("\n")
    damaged = [misread(line, "mac_roman") for line in text]
    expected = [i for i, line in enumerate(text, 1) if not line.isascii()]
    session = read("\n".join(damaged))
    assert session.text == "\n".join(text)
    assert [mend.line for mend in session.healed] == expected
    assert {mend.codec for mend in session.healed} == {"mac-roman"}
    assert session.uncertain == ()


def test_u_0085_does_not_end_a_line() -> None:
    damaged = misread("📅 2024-02-13 — Session: Tea", "latin-1")
    assert "\x85" in damaged
    repaired = repair(f"first\n{damaged}")
    assert repaired.text == "first\n📅 2024-02-13 — Session: Tea"
    assert [mend.line for mend in repaired.healed] == [2]


def test_mojibake_quoted_in_a_whole_note_is_left_alone() -> None:
    quoted = note("Find out why the title read “Ã©tÃ©”, and “â€œ” the note.")
    assert read(quoted).text == quoted
    assert read(quoted).healed == ()


def test_mojibake_quoted_as_code_is_left_alone() -> None:
    line = "- The import turned é into `Ã©`, – into `â€“`."
    assert repair(line).text == line


def test_a_line_beyond_repair_is_named() -> None:
    lost = "**\ufffd\ufffd Etiquetas**: A, B"
    repaired = repair(f"x\n{lost}\n")
    assert repaired.text == f"x\n{lost}\n"
    assert repaired.uncertain == (2,)


def test_no_line_is_ever_added_or_lost() -> None:
    text = "\n".join([*CLEAN, misread(WORDS, "mac_roman"), "", "end"])
    assert repair(text).text.count("\n") == text.count("\n")


def test_healing_twice_is_healing_once() -> None:
    once = repair(misread(head("Año – “nuevo”"), "mac_roman")).text
    assert repair(once).text == once
    assert repair(once).healed == ()


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_comes_back_as_it_is(text: str) -> None:
    assert repair(text).text == text
    assert repair(text).healed == ()


WORDS_OF_LETTERS = st.text("abcdeáéíóúñü", min_size=1, max_size=8)
PHRASES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "¿", "¡", "“", "– ", "— "]),
    WORDS_OF_LETTERS,
    st.sampled_from(["", "’s", "”", "…", ",", " –", " —"]),
    st.sampled_from(["", "?", "!", "."]),
)


@given(st.lists(st.sampled_from(CLEAN)), st.lists(PHRASES))
def test_clean_sentences_come_back_as_they_are(lines: list[str], more: list[str]) -> None:
    text = head() + "\n".join([*lines, " ".join(more)])
    assert repair(text).text == text


@given(st.text("abc áéíóúñ–’“📅⭐", min_size=1, max_size=60))
def test_a_note_read_as_mac_roman_is_healed_as_a_whole(prose: str) -> None:
    text = head("Tea") + prose + "\n"
    assert repair(misread(text, "mac_roman")).text.split("\n")[0] == text.split("\n")[0]
    repaired = repair(misread(text, "mac_roman"))
    assert repaired.text.count("\n") == text.count("\n")


@given(st.text())
def test_whatever_is_healed_keeps_its_lines(text: str) -> None:
    repaired = repair(text)
    assert repaired.text.count("\n") == text.count("\n")
    changed = [
        number
        for number, (was, now) in enumerate(
            zip(text.split("\n"), repaired.text.split("\n"), strict=True), 1
        )
        if was != now
    ]
    assert changed == [mend.line for mend in repaired.healed]
