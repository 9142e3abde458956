"""How much is done for a note: nothing for a clean one, and each line that is the same but once."""

from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from unittest.mock import patch

import pytest
from hypothesis import given, settings, strategies as st

from tests.notes.test_repair_losses import HEAD
from tests.notes.test_repair_properties import SCRIPTS, lines
from tui.notes.repair import Repaired, evidence, heal, layer, repair, tables
from tui.notes.repair.suspicion import cleared, suspicious
from tui.notes.repair.traces import thinkable, traces

ACCENTED = {
    "romanian": "În curând hotărâm când vânăm; mâine, sâmbătă, pâinea rămâne în mână.",
    "french": "Le pâtre âgé mâche la pâte ; le câble gâte les râteaux, où ça ? Là, hélas.",
    "portuguese": "Na câmara, o pânico; âncoras, lâmpadas e cânticos não são vãos, é só isso.",
    "vietnamese": "Mẹ Lân đâu rồi, cậu Tâm? Sân nhà thân quen, mâm cơm, đất, Ân cần.",
    "polish": "Żółty źrebak ćwiczy skoki; łąka, gęś i wąż śpią spokojnie.",
    "turkish": "Kâtip hâlâ dükkânda; hikâye gibi, Rüzgâr hâlâ esiyor, şu ağaç, ığdır.",
    "greek": "Ο αετός πετάει ψηλά· η θάλασσα είναι ήρεμη, ο ήλιος καίει.",
    "russian": "Съешь ещё этих мягких булок — да выпей чаю, и Роза улыбнётся.",
    "icelandic": "Það var svo í gær; ég og Óðinn, þið og við, æ og ó.",
    "german": "Fünf Öfen heizen größere Räume; „süß“, sagt Äneas – Straße für Straße.",
    "welsh": "Mae’r tân yn lân; tŷ, dŵr, tâ, gwâr, ŵy a thâp.",
    "persian": "Abbâs rode from Isfahân to Khorâsân; Musâ stayed in Bukhârâ.",
    "sanskrit": "Durgâ met Yogâ near Sitâ; the Râmâyana, the Gîtâ and Prânâyâma.",
}
QUOTING = (
    'The old export has "Ã©" for é and “Ã±” for ñ.',
    "The log says `reuniÃ³n` where reunión was meant.",
    "The printer wrote `ðŸ“…` — twice.",
    "Some files hold `‚Äî` for — and `√©` for é.",
)
# What clean notes of these languages hold, and what looks much like it and is none.
PIECES = (
    "hâlâ",
    "Ăsta",
    "dâd",
    "câine",
    "Ã",
    "â",
    "ð",
    "Ã©",
    "donât",
    "Yogâ",
    "ı",
    "ş",
    "√2",
    "x√y",
    "“Ã©”",
    "`Ã©`",
    "é?",
    "📅",
    "ü",
    "habrĆ",
    "âs",
    "sâ",
    "1",
    "a",
    " ",
    " ",
    " ",
    "\n",
    "\n- ",
    ". ",
    "The",
)


@pytest.mark.parametrize("language", ACCENTED)
@pytest.mark.parametrize("head", [HEAD, "# Plan\n\n🗒\n\n"])
def test_nothing_is_peeled_from_a_clean_note(language: str, head: str) -> None:
    text = head + f"- {ACCENTED[language]}\n" * 20
    with patch.object(layer, "peel", side_effect=AssertionError("looked at too closely")):
        assert repair(text) == Repaired(text)


@pytest.mark.parametrize("language", ["persian", "sanskrit"])
def test_nothing_is_peeled_from_names_with_roofs_in_a_note_without_a_head(language: str) -> None:
    text = f"- {ACCENTED[language]}\n" * 20
    with patch.object(layer, "peel", side_effect=AssertionError("looked at too closely")):
        assert repair(text) == Repaired(text)


@pytest.mark.parametrize("line", QUOTING)
def test_nothing_is_peeled_from_a_clean_note_that_quotes_damage(line: str) -> None:
    text = f"{HEAD}- {line}\n- Más no hay.\n"
    assert suspicious(text)
    with patch.object(layer, "peel", side_effect=AssertionError("looked at too closely")):
        assert repair(text) == Repaired(text)


def test_what_touches_a_quotation_is_looked_at() -> None:
    text = f"{HEAD}« Ã©Ã`»AbbâsÐ"
    assert not cleared(text)


def test_a_mark_that_closes_a_quotation_may_be_a_byte() -> None:
    assert not cleared(f"{HEAD}- “plainβ€” it was\n")


def test_a_space_may_be_a_byte_of_what_stands_before_it() -> None:
    assert not cleared('câineAbbâsÂ âs "Ã©"')


def test_some_clean_notes_need_the_second_look() -> None:
    text = HEAD + ACCENTED["turkish"]
    assert suspicious(text)
    assert cleared(text)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from([HEAD, ""]))
@settings(max_examples=400, deadline=None)
def test_what_is_cleared_the_long_way_finds_nothing_in(body: str, head: str) -> None:
    text = head + body
    if not cleared(text):
        return
    with patch.object(heal, "cleared", return_value=False):
        assert heal.heal(text) == Repaired(text)


@pytest.mark.parametrize("script", SCRIPTS)
@given(data=st.data())
@settings(max_examples=30, deadline=None)
def test_clean_writing_that_seems_suspicious_is_cleared_rightly(
    script: str, data: st.DataObject
) -> None:
    text = HEAD + data.draw(lines(SCRIPTS[script] + "â"))
    with patch.object(heal, "cleared", return_value=False):
        long_way = heal.heal(text)
    assert repair(text) == long_way


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_trace_is_unthinkable(text: str) -> None:
    found = traces(text) > 0 or any(traces(line) for line in text.split("\n"))
    assert thinkable(text) or not found


# --- lines that are the same


ROOMS = {
    "bare": (evidence, 9_000),  # the tables are found by the first 8,000 characters
    "unwind": (tables.Table, 40),
    "_undone_line": (layer, 1),
    "_raw_line": (heal, 1),
}
"""Functions that are called for a line, where each lives, and how often at most."""


@cache
def counted(line: str) -> Counter[str]:
    """Return how often each of them is called to heal very many lines that are the same.

    It takes long, and the answer is the same for all that ask.
    """
    calls: Counter[str] = Counter()

    def counting(name: str, original: Callable[..., object]) -> Callable[..., object]:
        def count(*args: object, **named: object) -> object:
            calls[name] += 1
            return original(*args, **named)

        return count

    with ExitStack() as patched:
        for name, (room, _) in ROOMS.items():
            patched.enter_context(patch.object(room, name, counting(name, getattr(room, name))))
        repair(f"{line}\n" * 70_000)
    return calls


@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize(
    "line", ["â", "Ã", "ğŸ", "ð", "Å", "Â", "a â b", "donât", "Ã©", "`Ã©`", "\x93", "\udc93"]
)
def test_lines_that_are_the_same_are_decided_once(line: str, name: str) -> None:
    assert counted(line)[name] <= ROOMS[name][1]


@pytest.mark.parametrize("line", ["â is it", "Ã© â", "ğŸ", "donât, “I” said"])
def test_lines_that_are_the_same_come_out_the_same(line: str) -> None:
    alone = repair(HEAD + f"- {line}\n" * 2)
    many = repair(HEAD + f"- {line}\n" * 40)
    assert set(many.text.split("\n")[7:-1]) <= set(alone.text.split("\n")[7:-1])
    for told in (many.uncertain, [mend.line for mend in many.healed]):
        assert [number for number in told if number > 7] in ([], list(range(8, 48)))


def test_a_line_in_a_fence_is_not_the_same_as_one_outside() -> None:
    quoted = "It was RenÃ© who said so."
    result = repair(f"{HEAD}{quoted}\n```\n{quoted}\n```\n{quoted}\n")
    assert result.text == (
        f"{HEAD}It was René who said so.\n```\n{quoted}\n```\nIt was René who said so.\n"
    )
