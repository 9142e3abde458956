"""What holds for any text: clean text stays, healing is idempotent, damage comes undone."""

import string

import pytest
from hypothesis import given, settings, strategies as st

from tui.notes.repair import repair

SCRIPTS = {
    "spanish": string.ascii_letters + "áéíóúñüÁÉÍÓÚÑ¿¡",
    "french": string.ascii_letters + "àâçéèêëîïôùûüœÀÇÉÈÊ«»’",
    "german": string.ascii_letters + "äöüßÄÖÜ„“–",
    "polish": string.ascii_letters + "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "turkish": string.ascii_letters + "çğıöşüÇĞİÖŞÜ",
    "greek": "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋςΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ·’",
    "russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ№—",
    "hebrew": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئة،؟",
    "japanese": "あいうえおかきくけこさしすせそたちつてとなにぬねのアイウエオ日本語会議資料。、",
}
SHARDS = "ÃÂâ©±³€™œ\x9d\x85\xadðŸ“…·ïΓβ‰Рѕџ√├╔▒ \n'`\"aZ1?\ufffd\udc93"
TABLES = {
    "latin-1": "latin-1",
    "iso-8859-2": "iso-8859-2",
    "mac-roman": "mac-roman",
    "cp437": "cp437",
    "cp850": "cp850",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1252": "cp1252",
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "windows-1257": "cp1257",
}


def words(letters: str) -> st.SearchStrategy[str]:
    """Words as people write them: lower case, a capital first, or all capitals."""
    word = st.text(st.sampled_from([char for char in letters if char.isalpha()]), min_size=2)
    return st.one_of(word.map(str.lower), word.map(str.capitalize), word.map(str.upper))


def lines(letters: str) -> st.SearchStrategy[str]:
    marks = st.sampled_from([char for char in letters + "-.,:;()!?" if not char.isalpha()])
    piece = st.one_of(words(letters), words(letters), words(string.ascii_letters))
    sentence = st.lists(piece, min_size=1, max_size=9).map(" ".join)
    return st.lists(st.builds(str.__add__, sentence, marks), min_size=1, max_size=5).map("\n".join)


def note(body: str) -> str:
    return (
        "## 📅 2024-02-13 — Session: Test\n\n**🕒 03:55–04:35**  \n**🏷️ Labels**: A  \n"
        f"**📂 Project**: Dev  \n**⭐ Priority**: LOW  \n\n### Session Goal\n{body}\n"
    )


def misread(text: str, table: str) -> str:
    """Damage a text; undefined bytes become the C1 control of the same number."""
    codec = TABLES[table]
    shown = (bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode())
    return "".join(shown)


@pytest.mark.parametrize("script", SCRIPTS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_clean_text_stays(script: str, data: st.DataObject) -> None:
    text = data.draw(lines(SCRIPTS[script]))
    assert repair(text).text == text
    assert repair(note(text)).text == note(text)


@given(st.text(st.characters(codec="utf-8"), max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_is_healed_once_and_keeps_its_lines(text: str) -> None:
    result = repair(text)
    assert result.text.count("\n") == text.count("\n")
    assert result.text.count("\r") == text.count("\r")
    assert repair(result.text).text == result.text
    numbers = range(1, text.count("\n") + 2)
    assert all(line in numbers for line in result.uncertain)
    assert all(mend.line in numbers for mend in result.healed)


@given(
    st.text(
        st.sampled_from("ÃÂâ©±³€™œ\x9d\x85\xadðŸ“…·ïΓβ‰Рѕџ√├╔▒ \n'`\"aZ1?\ufffd\udc93"), max_size=60
    )
)
@settings(max_examples=400, deadline=None)
def test_shards_of_damage_are_healed_once(text: str) -> None:
    once = repair(text)
    assert once.text.count("\n") == text.count("\n")
    assert repair(once.text).text == once.text


@pytest.mark.parametrize("table", TABLES)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_damage_comes_undone(table: str, data: st.DataObject) -> None:
    script = data.draw(st.sampled_from(sorted(SCRIPTS)))
    clean = note(data.draw(lines(SCRIPTS[script])))
    result = repair(misread(clean, table))
    assert result.text == clean
    assert result.uncertain == ()


@pytest.mark.parametrize("table", TABLES)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_damage_done_twice_comes_undone(table: str, data: st.DataObject) -> None:
    script = data.draw(st.sampled_from(sorted(SCRIPTS)))
    clean = note(data.draw(lines(SCRIPTS[script])))
    result = repair(misread(misread(clean, table), table))
    assert result.text == clean
    assert all(mend.codec.endswith(" twice") for mend in result.healed)


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_only_the_lines_that_changed_are_named(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(sorted(TABLES)))
    clean = note(data.draw(lines(SCRIPTS["spanish"])))
    stored = misread(clean, table)
    result = repair(stored)
    pairs = zip(stored.split("\n"), result.text.split("\n"), strict=True)
    changed = [number for number, (one, two) in enumerate(pairs, 1) if one != two]
    assert [mend.line for mend in result.healed] == changed
