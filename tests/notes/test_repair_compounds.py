"""What a lost sign joins where words touch it, and what becomes what where spaces do."""

import pytest

from tests.notes.test_repair_losses import HEAD, back, lossy
from tui.notes.repair import repair
from tui.notes.repair.compounds import hyphened, ranged
from tui.notes.repair.habits import Habits
from tui.notes.repair.steps import UNKNOWN, becomes, chain, counterparts, turned

ALIKE = pytest.mark.parametrize("table", ["latin-1", "iso-8859-2"])


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "Added real‑time alerts and an end‑to‑end check.",
        "Wrote a step‑by‑step guide for non‑technical users.",
        "Shared the so‑called “long‑term” plan.",
        "Held a 3‑day course on GPT‑4 and the x‑axis.",
        "Listed the trade‑offs of data‑driven tools.",
    ],
)
def test_words_of_a_compound_are_joined_by_a_hyphen(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@ALIKE
def test_a_note_with_plain_hyphens_has_no_others(table: str) -> None:
    lines = "- A well-known rule.\n- It is real—time flies.\n"
    assert back(lines, table) == lines


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "Checked the client–server protocol and the input–output table.",
        "Sorted A–Z, then Q1–Q2 and v1.2–v1.4.",
        "Asked for $5k–$10k, paid 9am–5pm, 2021–today.",
        "Flew the US–EU route.",
    ],
)
def test_two_of_a_kind_are_joined_by_the_short_dash(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "Met O’Brien at five o’clock, then D’Angelo.",
        "The 1990’s were loud.",
        "Played rock ’n’ roll.",
    ],
)
def test_what_is_left_out_leaves_an_apostrophe(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "Kept the old one until 2025—then dropped it.",
        "Two phases—discovery and delivery.",
    ],
)
def test_a_clause_that_touches_is_parted_by_the_long_dash(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "Renamed `load.py` → `read.py` today.",
        "Renamed the folder “raw” → “landing”.",
        "Mapped user_id → customer_id there.",
        "Moved from Flask → Django.",
        "From idea → product in May.",
        "Drew Input → Output diagrams.",
        "Went to Settings → Privacy → Cookies.",
        "Step 1 → Step 2 → Step 3 were timed.",
        "Split the job into read → parse → store stages.",
        "Latency 120 ms → 45 ms.",
        "Size 2 GB → 310 MB.",
        "Cost: €4,000 → €3,200.",
        "Recall rose from 81 % → 87 %.",
        "Converted CSV→JSON on load.",
    ],
)
def test_an_arrow_leads_from_one_thing_to_another(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "Changed the fonts — finally.",
        "The delay came from customs — not from us.",
        "Kept it at 4 m – 8 m.",
        "Worked 10:00 – 12:00 on it.",
    ],
)
def test_what_becomes_nothing_else_has_a_dash(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@ALIKE
@pytest.mark.parametrize(
    "line",
    [
        "- Tests pass ✅",
        "- ❌ Failed the audit.",
        "- Status: ✅ done, ❌ blocked.",
        "| Lamp | ✅ | new |",
    ],
)
def test_a_tick_is_known_by_its_place_and_a_cross_by_what_is_said(line: str, table: str) -> None:
    assert back(f"{line}\n- More\n", table) == f"{line}\n- More\n"


@ALIKE
@pytest.mark.parametrize(
    "line", ["- See “/users” there.", "- Tools: “A”/“B” tests.", "- “.env” is new."]
)
def test_a_quotation_may_begin_with_a_sign(line: str, table: str) -> None:
    assert back(f"{line}\n", table) == f"{line}\n"


@ALIKE
def test_every_such_choice_is_marked(table: str) -> None:
    lines = ["- A real‑time alert.", "- A to `b` → `c`.", "- Fine ✅", "- Sorted A–Z."]
    result = repair(lossy(HEAD + "\n".join(lines), table))
    assert result.text == HEAD + "\n".join(lines)
    assert set(result.uncertain) >= {8, 9, 10, 11}


@ALIKE
def test_the_same_words_elsewhere_prove_a_sign(table: str) -> None:
    title = "Opened the ‘quick wins’ board – for now"
    hurt = lossy(f"- It’s done: {title}\n", table)
    text = f'title: "{title}"\n\n{HEAD}'
    assert repair(text + hurt).text == f"{text}- It’s done: {title}\n"


@ALIKE
def test_the_language_of_a_sign_is_that_of_its_sentence(table: str) -> None:
    line = (
        "Die Rückmeldungen werden bis Mai für größere Städte geprüft. "
        "Coined the term “digital beat” for the patrols."
    )
    assert back(f"- {line}\n- Über später müssen wir nächste Woche reden.\n", table).startswith(
        f"- {line}\n"
    )


# --- what the rules are made of


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("a real", "time view", True),
        ("end", f"to{UNKNOWN}end", True),
        ("end‑to", "end", True),
        ("a plan", "based on hope", False),
        ("a cloud", "based tool", True),
        ("a follow", "up call", True),
        ("prices", "up from May", False),
        ("a 3", "day course", True),
        ("by 2024", "at last", False),
        ("9am", "5pm", False),
        ("two phases", "discovery", False),
        ("said.", "Then", False),
    ],
)
def test_hyphened(left: str, right: str, joined: bool) -> None:
    assert hyphened(left, right) is joined


@pytest.mark.parametrize(
    ("left", "right", "is_range"),
    [
        ("from A", "Z only", True),
        ("in Q1", "Q2 of it", True),
        ("since 2021", "present", True),
        ("since 2021", "then more", False),
        ("client", "server", True),
        ("job", "Then", False),
    ],
)
def test_ranged(left: str, right: str, is_range: bool) -> None:
    assert ranged(left, right) is is_range


@pytest.mark.parametrize(
    ("left", "right", "is_so"),
    [
        ("of `a` ", " `b` now", True),
        ("Sum 5 ms ", " 3 ms", True),
        ("Sum 3 ms ", " 5 ms", False),
        ("It grew, 3 ms ", " 5 ms", True),
        ("in 2021 ", " 2019", False),
        ("Before ", " After", True),
        ("from May ", " June", False),
        ("Sum 1.2.3 ms ", " 1.2 ms", True),
    ],
)
def test_becomes(left: str, right: str, is_so: bool) -> None:
    assert becomes(left, right) is is_so


def test_counterparts_are_two_words_that_belong_together() -> None:
    assert counterparts("the Input ", " output")
    assert not counterparts("the Input ", " Lamp")
    assert not counterparts("", " output")


def test_only_capitals_are_turned_where_they_touch() -> None:
    assert turned("Converted CSV", "JSON")
    assert not turned("Flew EU", "US")
    assert not turned("Converted old", "new")


def test_a_chain_has_capitals_or_is_called_one() -> None:
    assert chain("- Open File ", f" Page {UNKNOWN} Print it all")
    assert chain("- The path is long: one ", f" two {UNKNOWN} three")
    assert not chain("- The long rest ", f" lamps {UNKNOWN} stays as it was")


def test_what_two_places_disagree_on_is_no_echo() -> None:
    agreed = Habits("one of the two – three of them\n", {"–": 1})
    torn = Habits("one of the two – three of them\none of the two — three of them\n", {"–": 1})
    assert agreed.echoed("none of the two ", " three of all") == "–"
    assert torn.echoed("none of the two ", " three of all") == ""
    assert agreed.echoed("the two ", " lamps of all") == ""


@pytest.mark.parametrize("table", ["latin-1", "iso-8859-2"])
@pytest.mark.parametrize(
    "line",
    [
        "Set the rate from 1e‑3 to 3e‑4 in a low-level file.",
        "Outlined a 12‑week plan with a low-level draft.",
        "Ran it end‑to‑end on a low-level machine.",
        "Checked β‑carotene with a low-level lamp.",
    ],
)
def test_some_hyphens_are_beyond_doubt_beside_plain_ones(line: str, table: str) -> None:
    assert back(f"- {line}\n", table) == f"- {line}\n"


@pytest.mark.parametrize("line", ["The Wi‑Fi drops.", "Fica para segunda‑feira."])
def test_words_of_two_parts_have_hyphens(line: str) -> None:
    assert back(f"- {line}\n", "latin-1") == f"- {line}\n"
