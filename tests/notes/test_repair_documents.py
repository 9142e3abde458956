"""The three sample documents, line by line."""

from pathlib import Path

import pytest

from tui.notes.repair import repair

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

# Line number -> (how it is stored, what it must be, the table that hurt it).
WHOLE_MAC = {
    8: ("## \uf8ffüìÖ 2024-02-13 ‚Äî Session: ", "## 📅 2024-02-13 — Session: "),
    10: ("**\uf8ffüïí 03:55‚Äì04:35**  ", "**🕒 03:55–04:35**  "),
    11: ("**\uf8ffüè∑Ô∏è Labels**: It", "**🏷️ Labels**: It"),
    12: ("**\uf8ffüìÇ Project**: Business  ", "**📂 Project**: Business  "),
    13: ("**‚≠ê Priority**: MEDIUM  ", "**⭐ Priority**: MEDIUM  "),
}
LOSSY_1254 = {
    8: ("## ğŸ“… 2023-12-15 â€” Session: ", "## 📅 2023-12-15 — Session: "),
    10: ("**ğŸ•’ 14:20â€“14:50**  ", "**🕒 14:20–14:50**  "),
    11: ("**ğŸ·ï¸ Labels**: IT", "**🏷️ Labels**: IT"),
    12: ("**ğŸ“‚ Project**: Business  ", "**📂 Project**: Business  "),
    13: ("**â Priority**: MEDIUM  ", "**⭐ Priority**: MEDIUM  "),
}
PARTIAL_1253 = {
    1: ("πŸ“… 2024-02-04 β€” Session: ", "📅 2024-02-04 — Session: "),
    3: ("πŸ•’ 00:00–03:00", "🕒 00:00–03:00"),
    5: ("πŸ“‚ Project: Business", "📂 Project: Business"),
}
DOCUMENTS = {
    "000_f6b27d4923622a3f.txt": (WHOLE_MAC, "mac-roman"),
    "001_1b92bc54a7ff3cf0.txt": (LOSSY_1254, "windows-1254"),
    "002_2cd8d79bcc1167fb.txt": (PARTIAL_1253, "windows-1253+1252"),
}


def document(name: str) -> str:
    return (SEEDS / name).read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_line_is_what_it_must_be(name: str) -> None:
    changes, _ = DOCUMENTS[name]
    stored = document(name).split("\n")
    healed = repair(document(name)).text.split("\n")
    assert len(healed) == len(stored)
    for number, (before, after) in enumerate(zip(stored, healed, strict=True), 1):
        if number in changes:
            wrong, right = changes[number]
            assert before.startswith(wrong)
            assert after == right + before.removeprefix(wrong)
        else:
            assert after == before


@pytest.mark.parametrize("name", DOCUMENTS)
def test_healed_names_the_lines_and_the_table(name: str) -> None:
    changes, codec = DOCUMENTS[name]
    result = repair(document(name))
    assert [(mend.line, mend.codec) for mend in result.healed] == [
        (line, codec) for line in changes
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_template_leaves_no_doubt(name: str) -> None:
    assert repair(document(name)).uncertain == ()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_healing_again_changes_nothing(name: str) -> None:
    once = repair(document(name)).text
    again = repair(once)
    assert again.text == once
    assert again.healed == ()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_windows_line_endings_are_kept(name: str) -> None:
    text = document(name)
    result = repair(text.replace("\n", "\r\n"))
    assert result.text == repair(text).text.replace("\n", "\r\n")


def test_the_curly_quote_of_the_third_document_stays_curly() -> None:
    assert (
        "Ministry of Security’s IT Directorate" in repair(document("002_2cd8d79bcc1167fb.txt")).text
    )
