"""Headings in all their variants."""

from __future__ import annotations

import pytest

from tests.samples import head, read
from tui.notes import items_of
from tui.notes.headings import read_heading

FORMS = [
    "### {}", "### {}:", "## {}", "# {}", "#### {}", "###{}", "### **{}**", "### **{}:**",
    "### {} ###", "**{}**", "**{}:**", "**{}**:", "__{}__", "{}:", "{} :",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Session Goal", "goal"),
        ("Key Activities", "activities"),
        ("Achievements", "achievements"),
        ("Pending Tasks", "pending"),
        ("PENDING TASKS", "pending"),
        ("pending tasks", "pending"),
    ],
)
def test_a_known_section_in_any_form(form: str, name: str, kind: str) -> None:
    found = read_heading(form.format(name))
    assert found is not None
    assert (found.kind, found.rest) == (kind, "")


@pytest.mark.parametrize("form", FORMS)
def test_a_note_in_any_form(form: str) -> None:
    names = ("Session Goal", "Key Activities", "Achievements", "Pending Tasks")
    goal, done, won, left = (form.format(name) for name in names)
    session = read(
        f"{head()}{goal}\nTo test.\n\n{done}\n- One.\n- Two.\n\n"
        f"{won}\n- Three.\n\n{left}\n- Four.\n"
    )
    assert session.prose("goal") == "To test."
    assert items_of(session, "activities") == ["One.", "Two."]
    assert items_of(session, "achievements") == ["Three."]
    assert [task.text for task in session.tasks] == ["Four."]


@pytest.mark.parametrize(
    "line",
    ["**Session Goal**: To test.", "**Session Goal:** To test.", "Session Goal: To test.",
     "### Session Goal: To test."],
)  # fmt: skip
def test_a_goal_on_the_line_of_its_heading(line: str) -> None:
    session = read(f"{head()}{line}\n\n### Pending Tasks\n- Four.\n")
    assert session.prose("goal") == "To test."


@pytest.mark.parametrize(
    "line",
    ["#tag", "#tag and more", "**Important**", "**Bold** starts a line", "Note: mind this.",
     "A line that ends so:", "- **Pending Tasks**", "see Pending Tasks", "** **", "", ":",
     "Labels: a, b", "**CCTV Proposal:** Proposed a plan."],
)  # fmt: skip
def test_what_is_no_heading(line: str) -> None:
    assert read_heading(line) is None


@pytest.mark.parametrize("name", ["Next Steps", "Conclusion", "Additional Notes", "Outcomes"])
@pytest.mark.parametrize("form", ["### {}", "**{}**", "**{}:**", "{}:"])
def test_other_sections_end_the_one_above(name: str, form: str) -> None:
    session = read(f"{head()}### Pending Tasks\n- Four.\n\n{form.format(name)}\n- Not a task.\n")
    assert [task.text for task in session.tasks] == ["Four."]
    assert session.sections[-1].name == name
    assert session.sections[-1].kind == "other"


def test_a_deeper_heading_stays_inside_its_section() -> None:
    session = read(f"{head()}### Pending Tasks\n#### Urgent\n- One.\n#### Later\n- Two.\n")
    assert [task.text for task in session.tasks] == ["One.", "Two."]
    assert len(session.sections) == 1


def test_two_sections_of_tasks_both_count() -> None:
    session = read(f"{head()}### Pending Tasks\n- One.\n\n### Pending Tasks\n- One.\n- Two.\n")
    said = [(task.text, task.n) for task in session.tasks]
    assert said == [("One.", 0), ("One.", 1), ("Two.", 0)]
    assert len({task.id for task in session.tasks}) == 3


def test_headings_in_code_are_code() -> None:
    session = read(
        f"{head()}### Key Activities\n```\n### Pending Tasks\n- no task\n```\n"
        "### Pending Tasks\n- One.\n"
    )
    assert [task.text for task in session.tasks] == ["One."]


def test_sections_are_kept_in_place_under_their_own_names() -> None:
    session = read(
        f"{head()}### Session Goal\nA.\n\n### Mood\nFine.\n\n"
        "### Pending Tasks\n- B.\n\n### Weather\nRain."
    )
    assert [section.name for section in session.sections] == [
        "Session Goal", "Mood", "Pending Tasks", "Weather",
    ]  # fmt: skip
    lines = session.text.split("\n")
    for section in session.sections:
        body = section.body.split("\n")
        assert lines[section.line - 1 : section.line - 1 + len(body)] == body
