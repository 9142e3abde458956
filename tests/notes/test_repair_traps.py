"""Each known trap by name: damage that hides, and clean text that looks damaged."""

import subprocess
import sys

import pytest

from tui.notes.repair import Mend, repair

HEAD = (
    "## 📅 2024-02-13 — Session: Título\n\n**🕒 03:55–04:35**  \n**🏷️ Labels**: A, B  \n"
    "**📂 Project**: Dev  \n**⭐ Priority**: LOW  \n\n"
)


def shown(text: str, table: str = "cp1252", *, drop: bool = False, mark: str = "") -> str:
    """Return `text` as misread through a table; undefined bytes as C1 controls, marks or gone."""
    out: list[str] = []
    for byte in text.encode():
        char = bytes([byte]).decode(table, "ignore")
        if drop and (not char or char == "\xad" or "\x80" <= char < "\xa0"):
            continue
        out.append(char or mark or chr(byte))
    return "".join(out)


def stays(text: str) -> None:
    result = repair(text)
    assert result.text == text
    assert result.healed == ()


# --- what must not change


@pytest.mark.parametrize(
    "line",
    [
        '"Ã©" means é in the old export.',
        "It wrote 'Ã±' for ñ.",
        "The export shows reuniÃ³n instead of reunión.",
        "Use `reuniÃ³n` to search.",
        "Users saw “Ã¡” in titles; the word was más.",
        'Users report "Ð¿Ñ€Ð¸Ð²ÐµÑ‚" instead of привет.',
    ],
)
def test_quoted_mojibake_in_a_clean_note_stays(line: str) -> None:
    stays(HEAD + line)
    stays(line)


def test_quoted_mojibake_in_a_fence_stays() -> None:
    stays(HEAD + "```\nreuniÃ³n\nâ€™\n```\nLa reunión.\n")


@pytest.mark.parametrize("table", ["cp1252", "mac_roman", "cp1251", "cp437"])
def test_quoted_mojibake_in_a_damaged_note_is_undone_once(table: str) -> None:
    clean = HEAD + '- "Ã©" means é.\n- Use `reuniÃ³n`.\n'
    assert repair(shown(clean, table)).text == clean


def test_quoted_mojibake_in_a_note_hurt_in_part_stays() -> None:
    clean = HEAD + '- "Ã©" means é.\n- El año próximo.\n'
    hurt = clean.replace("📅", shown("📅")).replace("—", shown("—"))
    assert repair(hurt).text == clean


@pytest.mark.parametrize(
    "line",
    [
        "Рік був складний.",
        "ΤΟ ΝΕΟ” έργο",
        "“A IRMÃ” e a MAÇÃ — fim",
        "„CASĂ” și „MASĂ”",
        "Ils disent —à tort— que « ça » va.",
        "Straße — Ägypten, ‚Ärger‘",
        "┌──┬──┐\n│ a│ b│\n└──┴──┘",
        "Temperatura: 21 °C ± 2 °C, nº 4, 3ª vez",
        "d’août à l’hôtel … naïve café",
        "Ça coûte 300 € — voir n° 4",
        "İstanbul’da çalışma, ğüşıöç",
        "№ 5 — «Её план», объём",
        "a\x85b",
        "№5 é\u2028ü",
    ],
)
def test_clean_text_that_looks_odd_stays(line: str) -> None:
    stays(line)
    stays(HEAD + line)


def test_other_signs_in_the_head_are_the_writers_choice() -> None:
    stays("**🔖 Labels**: A\n**⌛ 03:55–04:35**\n")


def test_a_head_without_signs_gets_none() -> None:
    stays("**Labels**: A\n**Project**: Dev — más\n")


# --- what must come back


def test_ascii_is_returned_as_it_is() -> None:
    text = "plain\r\ntext"
    assert repair(text).text is text


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_are_kept(ending: str) -> None:
    clean = (HEAD + "- El año.\n- Más…\n").replace("\n", ending)
    assert repair(shown(clean, "mac_roman")).text == clean


def test_a_next_line_control_inside_an_emoji_does_not_break_the_line() -> None:
    hurt = shown("## 📅 2024-02-13 — Session: Año\n", "latin-1")
    assert "\x85" in hurt
    assert repair(hurt).text == "## 📅 2024-02-13 — Session: Año\n"
    assert repair(hurt).healed == (Mend(1, "latin-1"),)


def test_one_byte_left_of_a_head_sign_is_enough() -> None:
    result = repair("**ð·ï¸ Labels**: A\n**ð Project**: Dev\n**â Priority**: LOW\n")
    assert result.text == "**🏷️ Labels**: A\n**📂 Project**: Dev\n**⭐ Priority**: LOW\n"
    assert result.uncertain == ()


@pytest.mark.parametrize("table", ["cp1250", "cp1252", "cp1254", "mac_roman", "cp850", "cp1251"])
def test_lost_bytes_are_found_again(table: str) -> None:
    clean = HEAD + "- Así empezó la fase técnica: el vehículo llegó aquí.\n- It’s “done”…\n"
    assert repair(shown(clean, table, drop=True)).text == clean


def test_a_small_letter_is_not_read_as_a_capital() -> None:
    clean = HEAD + "- Índice: política, logística\n- África\n"
    assert repair(shown(clean, drop=True)).text == clean


def test_a_guess_between_characters_is_always_uncertain() -> None:
    result = repair(shown(HEAD + "- one — two\n- It’s here.\n- Índice\n", "latin-1", drop=True))
    assert result.text == HEAD + "- one — two\n- It’s here.\n- Índice\n"
    assert {8, 10} <= set(result.uncertain)


def test_what_cannot_be_mended_is_uncertain() -> None:
    result = repair(shown(HEAD + "- Sideways 🙈 we go\n", "latin-1", drop=True))
    assert result.text == HEAD + "- Sideways ð we go\n"
    assert result.uncertain == (8,)


def test_only_some_kinds_of_character_were_hit() -> None:
    clean = HEAD + "- L’équipe “à côté” — 21 °C…\n"
    hurt = clean.replace("—", shown("—")).replace("’", shown("’")).replace("📅", shown("📅"))
    assert repair(hurt).text == clean


def test_only_the_letters_were_hit() -> None:
    clean = HEAD + "- É aqui a reunião; à noite não.\n"
    letters = {char: shown(char) for char in "Éãàí"}
    assert repair("".join(letters.get(char, char) for char in clean)).text == clean


@pytest.mark.parametrize("first", ["cp1252", "mac_roman", "cp1250"])
@pytest.mark.parametrize("second", ["cp1251", "cp437", "cp1253"])
def test_two_tables_in_one_file(first: str, second: str) -> None:
    body = "- La reunión empezó.\n- It’s the officers’ “café” — again…\n"
    hurt = shown(HEAD, first) + shown(body, second)
    assert repair(hurt).text == HEAD + body


def test_half_of_the_lines() -> None:
    clean = HEAD + "- La reunión.\n- Más información.\n- Otra reunión más.\n"
    lines = clean.split("\n")
    hurt = [shown(line) if number % 2 else line for number, line in enumerate(lines)]
    assert repair("\n".join(hurt)).text == clean


@pytest.mark.parametrize("mark", ["\ufffd", "?"])
def test_marks_for_lost_bytes(mark: str) -> None:
    clean = HEAD + "- Ítem: “listo”, África… ¿Sí?\n"
    result = repair(shown(clean, mark=mark))
    assert result.text == clean


def test_no_break_spaces_that_became_spaces() -> None:
    clean = HEAD + "- Ça reste à établir à l’hôtel.\n"
    assert repair(shown(clean).replace("\xa0", " ")).text == clean


def test_lost_byte_before_a_space_is_no_no_break_space() -> None:
    clean = HEAD + "- Así se hará aquí mismo.\n"
    assert repair(shown(clean, drop=True)).text == clean


def test_a_letter_before_a_space_and_an_s_is_the_start_of_a_word() -> None:
    clean = HEAD + "- A reunião começa às nove, não às dez.\n"
    for table in ("cp1251", "cp1252"):
        assert repair(shown(clean, table).replace("\xa0", " ")).text == clean


@pytest.mark.parametrize("table", ["latin-1", "iso-8859-2"])
def test_a_letter_by_itself_before_a_space_is_a_word(table: str) -> None:
    clean = HEAD + "- É preciso ouvir os usuários também.\n"
    assert repair(shown(clean, table, drop=True)).text == clean


def test_damage_by_two_tables_one_after_the_other() -> None:
    clean = HEAD + "- La reunión.\n"
    result = repair(shown(shown(clean, "mac_roman"), "cp1252"))
    assert result.text == clean
    assert {mend.codec for mend in result.healed} == {"windows-1252, mac-roman"}


def test_damage_done_twice_is_named_so() -> None:
    result = repair(shown(shown(HEAD)))
    assert result.text == HEAD
    assert {mend.codec for mend in result.healed} == {"windows-1252 twice"}


def test_raw_bytes_as_surrogates_are_windows_1252() -> None:
    raw = "It’s café".encode("cp1252").decode("utf-8", "surrogateescape")
    result = repair(f"— first\n{raw}\n")
    assert result.text == "— first\nIt’s café\n"
    assert result.healed == (Mend(2, "raw windows-1252"),)


def test_raw_bytes_as_controls_are_windows_1252() -> None:
    assert repair("It\x92s \x93done\x94 \x96 well\n").text == "It’s “done” – well\n"


def test_raw_bytes_in_a_file_read_as_windows_1252() -> None:
    clean = HEAD + "- Más información técnica.\n- La reunión.\n"
    whole, raw = clean[: len(HEAD)], clean[len(HEAD) :]
    assert repair(shown(whole) + raw).text == clean


def test_windows_1253_with_1252_in_its_holes() -> None:
    result = repair("πŸ“… 2024-02-04 β€” Session: It’s\nπŸ•’ 00:00–03:00\n")
    assert result.text == "📅 2024-02-04 — Session: It’s\n🕒 00:00–03:00\n"
    assert result.healed == (Mend(1, "windows-1253+1252"), Mend(2, "windows-1253+1252"))


def test_a_note_of_the_later_export_has_no_signs_to_go_by() -> None:
    clean = "# Reunión\n\n- **Day**: 2024-02-04\n- **Project**: Dev\n\n## Description\nMás.\n"
    assert repair(shown(clean)).text == clean


@pytest.mark.parametrize("shard", ["Ã", "ğŸ", "Ã©", "â€", "\ufffd", "\x93", "`Ã©` ", "Рё"])
def test_large_files_of_shards_are_survived(shard: str) -> None:
    result = repair("**â Priority**: LOW\n" + shard * 50_000)
    assert result.text.count("\n") == 1


def test_loading_the_door_loads_nothing_heavy() -> None:
    code = (
        "import sys, tui.notes.repair as door; door.repair('plain'); "
        "print(*[name for name in sys.modules if name.startswith(('tui.', 'ftfy'))])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "tui.notes.repair.heal" not in loaded
    assert "ftfy" not in loaded


def test_no_sign_of_arithmetic_comes_into_a_word() -> None:
    clean = HEAD + "- La Cámara\n- It’s “done”.\n- El área; ¡atención!\n"
    lines = clean.split("\n")
    hurt = "\n".join(line if "It’s" in line else shown(line, "cp1250") for line in lines)
    assert repair(hurt).text == clean


def test_whole_arrows_say_nothing_of_a_damaged_ellipsis() -> None:
    clean = HEAD + "- Boil → drain → serve.\n- More salt → less sugar.\n- We wait and see…\n"
    hurt = clean.replace("…", shown("…", "cp1257"))
    assert repair(hurt).text == clean


def test_whole_ellipses_say_that_one_is_shown() -> None:
    text = HEAD + "- We wait… and see… and go…\n- What it became: " + shown("…", "cp1257") + "\n"
    assert repair(text).text == text


@pytest.mark.parametrize("table", ["cp1250", "iso-8859-2"])
@pytest.mark.parametrize("line", ["¡Vaya sorpresa!", "¿Quién toca el timbre?"])
def test_letters_of_no_common_language_are_no_word(line: str, table: str) -> None:
    assert repair(f"{HEAD}- {shown(line, table)}\n").text == f"{HEAD}- {line}\n"


@pytest.mark.parametrize("line", ["Âşık Veysel", "ÂŞIK", "În ÂNTREG, Âsta"])
def test_a_capital_with_a_roof_stays_before_letters_of_its_languages(line: str) -> None:
    assert repair(f"{HEAD}- {line}\n").text == f"{HEAD}- {line}\n"


@pytest.mark.parametrize(
    "line",
    [
        "∀x∈ℝ: x² ≥ 0; ∑ᵢ aᵢ ≤ ∏ bⱼ; ∂f/∂x ≠ ∇·F.",
        "H₂O, CO₂, E=mc², 10⁻³, x⁴ⁿ.",
        "¿Qué? ¡Sí! ¿¡Cómo!? «¿Y?»",
        "שלום עולם, דו״ח ג׳ירף.",
        "مرحبا بالعالم، كيف الحال؟",
        "Հայերեն՝ բարեւ Ձեզ։ Ինչպէս էք։",
        "こんにちは、世界。「引用」〜テスト・中黒",
        "ʿAbd al-Raḥmān, Ibn Ṭufayl, Ḥāfiẓ, al-Qurʾān.",
        "Ewe: aƒe, ƒle, eƒe.",
    ],
)
def test_no_doubt_falls_on_clean_writing_beside_what_is_suspicious(line: str) -> None:
    text = f"{HEAD}- {line}\n- The page has â€™, which was ’ once.\n"
    result = repair(text)
    assert result.text == text
    assert 8 not in result.uncertain


def test_code_is_marked_where_the_rest_of_the_note_was_hurt_like_that() -> None:
    text = f"{HEAD}- Used `aÃ±o` in the code.\n- La reuniÃ³n fue maÃ±ana, sÃ­.\n"
    result = repair(text.replace("Título", "Plan"))
    assert "`aÃ±o`" in result.text
    assert "La reunión fue mañana, sí." in result.text
    assert result.uncertain == (8,)


def test_the_marks_of_far_scripts_go_with_their_letters() -> None:
    clean = f"{HEAD}- 売上の集計。\n- It’s done — “fully”.\n".replace("Título", "Plan")
    kept = "”"
    stored = kept.join(shown(part) for part in clean.split(kept))
    assert repair(stored).text == clean


# --- what is spoken of in a note whose head is whole

ASCII_HEAD = HEAD.replace("Título", "Plan")


@pytest.mark.parametrize("bare", ["Ã¤,", "Ã¼", "â€™", "The import (ä → Ã¤, ö → Ã¶) broke it."])
@pytest.mark.parametrize(
    "line",
    [
        "Everybody could decode “GrÃ¶ÃŸe” in the end.",
        "“cafÃ©” is UTF-8 misread; so is “naÃ¯ve”.",
        "Bug 4711: “Ã¼ber” in page title",
        'The title shows "Ã¼ber"',
        "The subject said 'donâ€™t', so the mailer is at fault.",
        "“ï»¿” at the start of the CSV is a mark of byte order.",
        "The name « Ã‰tÃ© » came from there.",
    ],
)
def test_a_bare_shard_lifts_no_protection_of_what_is_quoted(line: str, bare: str) -> None:
    text = f"{ASCII_HEAD}- {bare}\n- {line}\n"
    stays(text)
    assert 8 in repair(text).uncertain
    stays(f"{HEAD}- {bare}\n- {line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "Symptoms: Ã¤, Ã¶, Ã¼, ÃŸ",
        "Tables: Ã¤ Ã¶",
        "Bytes C3 A9 are shown as Ã©.",
        "Mojibake such as â€™ appears wherever an apostrophe was typed.",
        '`print("Ã¼")` prints Ã¼',
    ],
)
def test_shards_with_no_word_around_them_are_spoken_of(line: str) -> None:
    for text in (f"{ASCII_HEAD}- {line}\n", f"{HEAD}- The café’s “list” – done.\n- {line}\n"):
        stays(text)
        assert text.count("\n") in repair(text).uncertain


def test_code_that_shows_damage_stays_in_a_line_by_itself() -> None:
    stays('- `print("Ã¼")` prints Ã¼\n')


def test_what_is_quoted_as_misread_twice_stays_beside_one_damaged_name() -> None:
    line = "- Misread twice, “ÃƒÂ¼”.\n"
    result = repair(f'{ASCII_HEAD}{line}- The value "SÃ£o Paulo" came.\n')
    assert line in result.text


def test_shards_come_back_where_the_words_of_their_line_do() -> None:
    clean = f"{ASCII_HEAD}- À noter : Éric sera là à midi.\n- La réunion « été » a commencé.\n"
    letters = {char: shown(char) for char in "ÀÉàé"}
    assert repair("".join(letters.get(char, char) for char in clean)).text == clean


def test_fields_of_the_frontmatter_are_no_quotations() -> None:
    clean = "---\ntitle: \"Reunião do ano\"\ntags: ['Saúde', 'Expansão']\n---\n\n" + ASCII_HEAD
    lines = clean.split("\n")
    hurt = "\n".join([*map(shown, lines[:4]), *lines[4:]])
    assert repair(hurt).text == clean


# --- what is quoted in lines that stayed whole, in a note of which the rest was hurt


@pytest.mark.parametrize("table", ["mac_roman", "cp1252", "cp1251", "cp1257", "latin-1"])
@pytest.mark.parametrize(
    "line",
    [
        "- Explained the Mac variant: “√©” instead of “é”.\n",
        "- Warned that “ï»¿” at the start is a mark of byte order.\n",
        "- Everybody could decode “GrÃ¶ÃŸe” in the end.\n",
        "- Wrote: “donâ€™t” means that UTF-8 was misread.\n",
    ],
)
def test_what_is_quoted_stays_in_lines_that_were_spared(line: str, table: str) -> None:
    hurt = (
        f"{HEAD}- Größe: the café’s “list” – done.\n- Über “alles”; Zoë wasn’t there, José was.\n"
    )
    assert repair(shown(hurt, table) + line).text == hurt + line


def test_no_mark_of_byte_order_comes_into_a_line() -> None:
    clean = f"{HEAD}- La reunión del año, mañana.\n"
    assert "\ufeff" not in repair(shown(clean) + "- “It” starts with ï»¿ here.\n").text


# --- control characters, which nobody types


@pytest.mark.parametrize(
    "line",
    [
        "Replace the switch port’s patch cable",
        "It wasn’t me",
        "From 2024–2025 on",
        "Sales, support and finance—three half days",
        "📌 Keep this",
        "À noter : Éric sera là",
    ],
)
@pytest.mark.parametrize(
    "body", ["", "- The café’s “list” – all of it… isn’t long, said Zoë — as was José’s ✅ →\n"]
)
def test_one_line_with_control_characters_is_damage_and_not_spoken_of(line: str, body: str) -> None:
    result = repair(f"{ASCII_HEAD}{body}- {shown(line, 'latin-1')}\n")
    assert result.text == f"{ASCII_HEAD}{body}- {line}\n"
    assert result.uncertain == ()


def test_control_characters_that_are_quoted_stay() -> None:
    stays(f"{ASCII_HEAD}- It showed “wasnâ\x80\x99t” and `â\x80\x94`.\n- The café’s “list”.\n")


# --- what stays damaged is marked


@pytest.mark.parametrize(
    "line",
    [
        "Shortened the CEOÔÇÖs letter.",
        "Asked HĂĄkon to sit in the last row.",
        "RĂĽckfrage wegen der Planung.",
        "The dashboard shows live data ð.",
        "The dashboard shows live data đ",
        "No open security findings β…",
        "No open security findings ā…",
        "π“ Keep the old port open.",
        "š“ Keep the old port open.",
        "β… Closed 12 tickets",
    ],
)
def test_what_may_be_damage_is_marked_in_a_note_that_is_whole_else(line: str) -> None:
    for body in ("", "- The café’s “list” – done.\n"):
        text = f"{ASCII_HEAD}{body}- {line}\n"
        result = repair(text)
        assert result.text == text
        assert result.uncertain == (text.count("\n"),)


@pytest.mark.parametrize(
    "line",
    [
        "The letter ð. It is like đ",
        "We write α, β… and so on, or α and β…",
        "„Die Zahl heißt π“.",
        "Der WÖRTERBUCHs, IDÉEs und ŁÓDŹ",
    ],
)
def test_letters_that_are_spoken_of_are_not_marked(line: str) -> None:
    assert repair(f"{ASCII_HEAD}- {line}\n").uncertain == ()


def test_letters_left_beside_others_that_were_hurt_are_marked() -> None:
    fields = (
        "---\ntitle: \"İzmir Ofisi İçin Eğitim Planı\"\ntags: ['Eğitim', 'Plan', 'İzmir']\n---\n\n"
    )
    head = HEAD.replace("Título", "İzmir Ofisi")
    body = f"{head}- Toplantı için kuşkusuz güzel bir gün, ağır değil.\n"
    result = repair(shown(fields) + shown(body, "cp1257"))
    lines = zip(result.text.split("\n"), (fields + body).split("\n"), strict=True)
    wrong = {number for number, (got, want) in enumerate(lines, 1) if got != want}
    assert wrong
    assert wrong <= set(result.uncertain)


@pytest.mark.parametrize("between", ["", "\n- "])
def test_quotations_left_beside_damage_are_marked(between: str) -> None:
    text = f"{ASCII_HEAD}- La reuniÃ³n.{between} La palabra “aquÃ­”.\n"
    result = repair(text)
    assert result.text == text.replace("Ã³", "ó")
    assert result.uncertain == (text.count("\n"),)
