"""Bullets and paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.samples import pending, read, task_texts
from tui.notes.items import split_items

MARKERS = ["-", "*", "+", "•", "–", "—", "▪", "·", "1.", "2)", "(3)", "12."]


def texts(body: str) -> list[str]:
    return [item.text for item in split_items(body.split("\n"), 1)[0]]


def prose(body: str) -> list[str]:
    return [item.text for item in split_items(body.split("\n"), 1)[1]]


@pytest.mark.parametrize("marker", MARKERS)
@pytest.mark.parametrize("indent", ["", "  ", "\t", "      "])
def test_every_kind_of_bullet(marker: str, indent: str) -> None:
    body = f"{indent}{marker} One.\n{indent}{marker} Two.\n"
    assert texts(body) == ["One.", "Two."]
    assert task_texts(pending(body)) == ["One.", "Two."]


@pytest.mark.parametrize("marker", ["â€¢", "â€“", "‚Äì"])
def test_a_bullet_that_stayed_damaged(marker: str) -> None:
    assert texts(f"{marker} One.\n{marker} Two.") == ["One.", "Two."]


@pytest.mark.parametrize("text", ["-5 °C is cold", "*stressed* word", "1.5 kg", "–", "2024 was"])
def test_what_is_no_bullet(text: str) -> None:
    assert text == "–" or prose(text) == [text]
    assert texts(text) == []


@pytest.mark.parametrize(
    ("box", "mark"),
    [(" ", "pending"), ("x", "done"), ("X", "done"), ("/", "doing"), ("!", "blocked"),
     ("-", "dropped"), ("✓", "done"), ("✔", "done")],
)  # fmt: skip
def test_checkboxes(box: str, mark: str) -> None:
    tasks = read(pending(f"- [{box}] One.\n")).tasks
    assert [(task.text, task.mark) for task in tasks] == [("One.", mark)]


@pytest.mark.parametrize("text", ["[[Python]] notes", "[a](b) link", "[xy] z", "[x]y", "[] z"])
def test_what_is_no_checkbox(text: str) -> None:
    (item,), _ = split_items([f"- {text}"], 1)
    assert (item.text, item.mark) == (text, "pending")


@pytest.mark.parametrize("form", ["{}\n", "- {}\n", "• {}\n"])
def test_signs_that_are_boxes(form: str) -> None:
    body = "".join(map(form.format, ("☐ One.", "☑ Two.", "✔ Three.")))
    tasks = read(pending(body)).tasks
    assert [(task.text, task.mark) for task in tasks] == [
        ("One.", "pending"), ("Two.", "done"), ("Three.", "done"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    ["-One.\n-Two.\n", "•One.\n•Two.\n", "1.One.\n2.Two.\n", "\\- One.\n\\- Two.\n",
     "1\\. One.\n2\\. Two.\n", "-[ ] One.\n-[ ] Two.\n", "- [ ]One.\n- [ ]Two.\n"],
)  # fmt: skip
def test_bullets_without_a_space_or_with_too_much(body: str) -> None:
    assert task_texts(pending(body)) == ["One.", "Two."]


def test_lines_with_a_bold_lead_of_their_own_are_paragraphs() -> None:
    body = "**Mail**: Move it.\nNot today.\n**Users:** Tell them.\n"
    assert prose(body) == ["**Mail**: Move it. Not today.", "**Users:** Tell them."]


def test_a_bullet_takes_the_lines_that_go_on_with_it() -> None:
    body = "- One\n  goes on\nand on.\n\n  still one.\n- Two.\n\nA paragraph\nof two lines.\n"
    assert texts(body) == ["One goes on and on. still one.", "Two."]
    assert prose(body) == ["A paragraph of two lines."]


def test_nested_bullets_are_bullets() -> None:
    assert texts("- One:\n  - a\n  - b\n") == ["One:", "a", "b"]


def test_rules_and_code_are_neither() -> None:
    body = "- One.\n\n---\n* * *\n___\n```\n- code\n~~~\n```\n~~~\n- more\n~~~\n- Two.\n"
    assert texts(body) == ["One.", "Two."]
    assert prose(body) == []


def test_a_fence_within_a_longer_one_closes_nothing() -> None:
    body = "- One.\n\n````\n```\n### Pending Tasks\n- code\n```\n````\n- Two.\n"
    assert task_texts(pending(body)) == ["One.", "Two."]


def test_empty_bullets_are_left_out() -> None:
    assert texts("-\n- \n- One.\n- [ ]\n") == ["One."]


def test_items_know_their_lines() -> None:
    bullets, paragraphs = split_items(["", "- One.", "  more", "", "Prose."], 10)
    assert [item.line for item in bullets] == [11]
    assert [item.line for item in paragraphs] == [14]


def test_markup_in_a_bullet_is_kept() -> None:
    text = "**CCTV Proposal:** send `x` to [[Ministry|them]]."
    assert task_texts(pending(f"- {text}\n")) == [text]


def test_tasks_know_their_lines_in_the_note() -> None:
    session = read(pending("\n- One.\n\n\n- Two\n  goes on.\n"))
    lines = session.text.split("\n")
    assert [lines[task.line - 1] for task in session.tasks] == ["- One.", "- Two"]


@given(st.text("-*+• 1.()[]x`~_ab\t\n", max_size=120))
def test_no_text_makes_it_raise(body: str) -> None:
    lines = body.split("\n")
    bullets, paragraphs = split_items(lines, 1)
    for item in (*bullets, *paragraphs):
        assert 1 <= item.line <= len(lines)
        assert item.text == item.text.strip() != ""


@given(
    st.lists(
        st.text("abc xyz.,", min_size=1).map(lambda text: " ".join(text.split())).filter(bool),
        min_size=1,
    ),
    st.sampled_from(MARKERS),
)
def test_bullets_come_back_in_order(said: list[str], marker: str) -> None:
    said = [f"x{text}" for text in said]
    assert texts("".join(f"{marker} {text}\n" for text in said)) == said
