"""The bytes of a note, healed."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings, strategies as st

from tests.samples import SEEDS, misread, note, read
from tui.notes import Mend
from tui.notes.decode import NotText, decode, encode
from tui.notes.mend import mend

CLEAN = note("Ask Zoë – “today”.")
HURT = misread(CLEAN, "mac-roman")
MARKS = {
    "": b"",
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}


@pytest.mark.parametrize("encoding", MARKS)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_endings_stay(encoding: str, ending: str) -> None:
    def stored(text: str) -> bytes:
        return MARKS[encoding] + text.replace("\n", ending).encode(encoding or "utf-8")

    mended = mend(stored(HURT))
    assert mended.data == stored(CLEAN)
    assert mended.text == CLEAN.replace("\n", ending)
    assert {each.codec for each in mended.healed} == {"mac-roman"}
    assert mended.uncertain == ()


def test_line_endings_may_differ_from_line_to_line() -> None:
    one, two = misread("- Zoë\r\n", "mac-roman"), misread("- Ángel\n", "mac-roman")
    mended = mend(HURT.encode() + one.encode() + two.encode())
    assert mended.data == CLEAN.encode() + "- Zoë\r\n- Ángel\n".encode()


@pytest.mark.parametrize("encoding", MARKS)
def test_what_is_clean_is_the_same_bytes(encoding: str) -> None:
    data = MARKS[encoding] + CLEAN.encode(encoding or "utf-8")
    mended = mend(data)
    assert mended.data is data
    assert (mended.healed, mended.uncertain) == ((), ())


def test_bytes_that_are_not_utf8_become_utf8_and_are_named() -> None:
    data = CLEAN.encode() + b"- caf\xe9\n- plain\n"
    mended = mend(data)
    assert mended.data == CLEAN.encode() + "- café\n- plain\n".encode()
    line = CLEAN.count("\n") + 1
    assert mended.healed == (Mend(line, "raw windows-1252"),)
    assert mended.stored.split("\n")[line - 1] == "- caf\udce9"


def test_a_line_may_be_damaged_and_hold_bytes_that_are_not_utf8() -> None:
    line = misread("- Zoë", "mac-roman").encode() + b" in a caf\xe9\n"
    mended = mend(HURT.encode() + line)
    assert mended.text.endswith("\n- Zoë in a café\n")
    assert mended.healed[-1].codec == "raw windows-1252, mac-roman"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Ask Zoë à la carte, «é» – “Ángel’s” 21 °C, 40 €", "cp1252"),
        ("Привет всем", "cp1251"),
        ("Καλημέρα", "cp1253"),
        ("Zażółć gęślą jaźń", "cp1250"),
    ],
)
def test_bytes_that_make_no_sense_in_windows_1252_are_a_guess(text: str, codec: str) -> None:
    mended = mend(b"- plain\n- " + text.encode(codec) + b"\n")
    assert mended.healed == (Mend(2, "raw windows-1252"),)
    assert mended.uncertain == (() if codec == "cp1252" else (2,))


def test_bytes_that_are_not_utf8_keep_the_mark_in_front() -> None:
    assert mend(codecs.BOM_UTF8 + b"caf\xe9\n").data == codecs.BOM_UTF8 + "café\n".encode()


def test_a_damaged_mark_becomes_one() -> None:
    hurt = misread("\ufeff" + CLEAN, "latin-1").encode()
    mended = mend(hurt)
    assert mended.data == codecs.BOM_UTF8 + CLEAN.encode()
    assert mend(mended.data).data == mended.data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PNG\0\0", "not a text file (it holds NUL bytes)"),
        (
            codecs.BOM_UTF16_LE + "é".encode("utf-16-le") + b"\x00\xd8",
            "the UTF-16 text is damaged at byte 4",
        ),
    ],
    ids=["NUL", "UTF-16"],
)
def test_what_has_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=r".") as refusal:
        mend(data)
    assert str(refusal.value) == reason


@pytest.mark.parametrize("name", sorted(seed.name for seed in SEEDS.glob("*.txt")))
def test_a_mended_document_is_the_session_it_was_and_is_mended_once(name: str) -> None:
    data = (SEEDS / name).read_bytes()
    mended = mend(data)
    before, after = read(data, name), read(mended.data, name)
    assert len(before.tasks) == 2
    assert (before.id, before.tasks) == (after.id, after.tasks)
    assert before.text == after.text == mended.text
    assert mend(mended.data) == (mended.text, mended.text, (), (), mended.data)


@given(data=st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_mended_once_or_refused(data: bytes) -> None:
    try:
        mended = mend(data)
    except NotText:
        return
    assert mended.stored.count("\n") == mended.text.count("\n")
    assert bool(mended.healed) == (mended.data != data)
    assert mend(mended.data).data == mended.data


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=100))
@pytest.mark.parametrize("encoding", MARKS)
def test_what_was_decoded_is_encoded_to_the_same_bytes(encoding: str, text: str) -> None:
    text = text.removeprefix("\ufeff")
    data = MARKS[encoding] + text.encode(encoding or "utf-8")
    assert decode(data) == (text, "")
    assert encode(text, data) == data


def test_what_cannot_be_encoded_is_refused() -> None:
    with pytest.raises(NotText, match="cannot be stored"):
        encode("\udc80", b"")
