"""Headings in all their variants."""

from __future__ import annotations

import pytest

from tests.samples import head, read, refused
from tui.notes import items_of
from tui.notes.headings import listed_heading, read_heading, underlined_heading

FORMS = [
    "### {}", "### {}:", "## {}", "# {}", "#### {}", "###{}", "### **{}**", "### **{}:**",
    "### {} ###", "**{}**", "**{}:**", "**{}**:", "__{}__", "{}:", "{} :",
    "***{}***", "***{}:***", "_**{}**_", "**_{}_**", "*{}*", "_{}_", "<u>**{}**</u>", "⏳ **{}:**",
    "**📌 {}**", "### 4. {}", "### 4) {}", "#### **4. {}**", "**4. {}**", "### {} {{#id}}",
    "### {} ^id", "### {} (2)", "**{} (2)**", "### <u>{}</u>", "{}\n-----", "\n{}\n=====",
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
    above, _, below = form.format(name).partition("\n")
    line = above or below.partition("\n")[0]
    found = read_heading(line) or underlined_heading(line, "", below.rpartition("\n")[2])
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
     "### Session Goal: To test.", "**Session Goal** – To test.", "**Session Goal** - To test.",
     "**1. Session Goal:** To test.", "🎯 **Session Goal:** To test."],
)  # fmt: skip
def test_a_goal_on_the_line_of_its_heading(line: str) -> None:
    session = read(f"{head()}{line}\n\n### Pending Tasks\n- Four.\n")
    assert session.prose("goal") == "To test."


@pytest.mark.parametrize(
    "line",
    ["#tag", "#tag and more", "**Important**", "**Bold** starts a line", "Note: mind this.",
     "A line that ends so:", "- **Pending Tasks**", "see Pending Tasks", "** **", "", ":",
     "Labels: a, b", "**CCTV Proposal:** Proposed a plan.", "- **Open Items:** a", "TODO: a",
     "**Open Items:** a", "**Pending** approval of it", "*Pending Tasks*: a", "#todo", "#pending",
     "• **Pending Tasks**", "“**Pending Tasks**” are those", "Pending Tasks for the move:",
     "1. **Pending Tasks**", "> **Pending Tasks**", "3 achievements:", "2 notes:", "* * *", "***",
     "Pending approvals are few.", "Action Items", "<b>", "⏳ **"],
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


@pytest.mark.parametrize("form", ["### {}", "## {}:", "**{}**", "**{}:**", "*{}*", "{}\n-----"])
@pytest.mark.parametrize(
    "name",
    ["Pending Task(s)", "Pending Tasks (Next Session)", "Pending Tasks for Next Session",
     "Pending Tasks & Next Steps", "Pending Tasks and Next Steps", "Pending Tasks / Follow-ups",
     "Pending Items", "Pending Actions", "Pending Work", "Pending", "Outstanding Tasks",
     "Open Tasks", "Remaining Tasks", "Open Items", "Action Items", "To-Do", "To Do", "TODO",
     "TODO(s)", "TODOs", "Tareas pendientes"],
)  # fmt: skip
def test_pending_tasks_in_other_words(name: str, form: str) -> None:
    session = read(f"{head()}### Achievements\n- Three.\n\n{form.format(name)}\n- Four.\n")
    assert [task.text for task in session.tasks] == ["Four."]
    assert items_of(session, "achievements") == ["Three."]


@pytest.mark.parametrize(
    "name",
    ["Next Steps", "Future Steps", "Next Steps and Pending Tasks", "Pending Tasks (done)",
     "Action Items (all completed)", "Achievements and Pending Tasks", "Pending approvals",
     "Pending Tasks and Achievements", "TODO: Board"],
)  # fmt: skip
def test_sections_of_their_own(name: str) -> None:
    found = read_heading(f"### {name}")
    assert found is not None
    assert found.kind == "other"


def test_a_heading_in_other_words_inside_its_section_divides_it() -> None:
    session = read(f"{head()}### Pending Tasks\nThese are left.\n\n#### To Do\n- One.\n")
    assert [task.text for task in session.tasks] == ["One."]
    assert len(session.sections) == 1


@pytest.mark.parametrize("rule", ["---", "-----", "====="])
@pytest.mark.parametrize("text", ["Some words.", "all of what is\npending", "  Pending Tasks"])
def test_a_rule_below_other_text_is_none_of_ours(text: str, rule: str) -> None:
    session = read(f"{head()}### Achievements\n- Three.\n\n{text}\n{rule}\n- Four.\n")
    assert session.tasks == ()
    assert rule in session.prose("achievements")


def test_an_underline_is_no_part_of_the_section_and_a_rule_below_a_heading_is() -> None:
    session = read(f"{head()}- a\nPending Tasks\n=====\nHire a van.\n")
    assert [task.text for task in session.tasks] == ["Hire a van."]
    assert session.tasks[0].line == session.text.split("\n").index("Hire a van.") + 1
    assert "=" not in session.sections[0].body
    assert "---" in read(f"{head()}**Pending Tasks**\n---\n- One.\n").sections[0].body


@pytest.mark.parametrize("marker", ["-", "*", "1."])
def test_sections_that_come_as_bullets(marker: str) -> None:
    session = read(
        f"{head()}{marker} **Session Goal:** To test.\n{marker} **Key Activities:**\n    - One.\n"
        f"{marker} **Achievements**\n\n    - Two.\n{marker} **Pending Tasks:**\n    - Three.\n"
        "    - Four.\n"
    )
    assert session.prose("goal") == "To test."
    assert items_of(session, "activities") == ["One."]
    assert [task.text for task in session.tasks] == ["Three.", "Four."]
    assert session.intro == ""


@pytest.mark.parametrize(
    "body",
    [
        "### Achievements\n- **Pending Tasks:**\n  - One.\n",
        "- **Pending Tasks:**\n- One.\n",
        "- **Pending Tasks:** One.\n  - Two.\n",
        "- **Open Items:**\n  - One.\n",
        "- A list\n  - **Pending Tasks:**\n    - One.\n",
    ],
)
def test_bullets_that_are_bullets(body: str) -> None:
    assert read(head() + body).tasks == ()


def test_a_list_is_no_session() -> None:
    assert refused("---\ncreated: 2024-02-13\n---\n\n- **Goals:**\n  - One.\n")


@pytest.mark.parametrize("line", ["- **Open Items**", "- Pending Tasks", "- **Pending Tasks** a"])
def test_bullets_that_are_no_headings(line: str) -> None:
    assert listed_heading(line) is None


@pytest.mark.parametrize(
    "line",
    [
        f"# Pending {' ' * 60_000}x", f"# {'(' * 60_000}", f"**Pending{' ' * 60_000}**x{' ' * 9}y",
        "*" * 60_000, f"**a{'*' * 60_000}b", f"## Pending ({' ' * 60_000}x)", "<b>" * 20_000,
        f"## a{'{' * 60_000}}}", f"## a{' ^' * 30_000}", "⏳" * 60_000 + "**", "-" * 60_000 + "x",
        f"- **{' ' * 60_000}", f"# {'12 ' * 20_000}x",
    ],
)  # fmt: skip
def test_a_heading_made_to_cost_time_is_read_all_the_same(line: str) -> None:
    session = read(f"{head()}{line}\n-----\n### Pending Tasks\n- One.\n")
    assert session.tasks[-1].text == "One."


@pytest.mark.parametrize("name", ["Session Goal", "Key Activities", "Achievements"])
def test_one_of_the_four_names_alone_on_a_line_is_a_heading(name: str) -> None:
    session = read(f"{head()}{name}\n- One.\n\nPending Tasks\n- Hire a van.\n")
    assert [section.name for section in session.sections] == [name, "Pending Tasks"]
    assert [task.text for task in session.tasks] == ["Hire a van."]
    for line in (name.lower(), f"{name} are", f"The {name}", f"    {name}"):
        assert line.strip() not in {part.name for part in read(f"{head()}{line}\n- x\n").sections}
