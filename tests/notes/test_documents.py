"""The three sample documents, and the forms that notes are written down in."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.samples import GOAL, SEEDS, TITLE, note, read, refused, sections
from tui.notes import Session, items_of


class Expected(NamedTuple):
    """What a sample document must give."""

    date: str
    start: str
    end: str
    publish: bool | None
    counts: tuple[int, int, int]
    title: str
    labels: tuple[str, ...]
    tasks: tuple[str, str]


EXPECTED = {
    "000": Expected(
        "2024-02-13", "03:55", "04:35", False, (6, 2, 2),
        "Developed IT Management Transition Framework for Public Security",
        ("It Management", "Digital Transformation", "Public Security", "Innovation",
         "Change Management"),
        ("Further detail the implementation phases for the proposed digital transformation ideas.",
         "Develop specific training modules for change management processes."),
    ),
    "001": Expected(
        "2023-12-15", "14:20", "14:50", True, (7, 3, 2),
        "Developed IT Management Framework for Ministry",
        ("IT management", "organizational structure", "collaboration", "data security",
         "strategic planning"),
        ("Finalize the implementation of the new organizational structure.",
         "Ensure the alignment of all team members with the new policies and procedures."),
    ),
    "002": Expected(
        "2024-02-04", "00:00", "03:00", None, (11, 3, 2),
        "Developed strategies for public safety interoperability",
        ("Interoperability", "Public Safety", "Technology Integration", "Collaboration",
         "Digital Transformation"),
        ("Further exploration of legal frameworks and privacy implications for integrating private "
         "security feeds with public safety forces.",
         "Development of detailed implementation plans for proposed digital training and mobile "
         "application initiatives."),
    ),
}  # fmt: skip


def seed(number: str) -> Session:
    (path,) = (path for path in SEEDS.iterdir() if number in path.name)
    return read(path.read_bytes(), path.name)


@pytest.mark.parametrize("number", EXPECTED)
def test_a_sample_document(number: str) -> None:
    session, expected = seed(number), EXPECTED[number]
    assert (session.date, session.start, session.end) == expected[:3]
    assert session.publish is expected.publish
    assert session.title == expected.title
    assert session.labels == expected.labels
    assert (session.project, session.priority) == ("Business", "MEDIUM")
    counts = (len(items_of(session, "activities")), len(items_of(session, "achievements")))
    assert (*counts, len(session.tasks)) == expected.counts
    assert tuple(task.text for task in session.tasks) == expected.tasks
    assert {task.mark for task in session.tasks} == {"pending"}
    assert session.prose("goal").startswith("The session aimed to ")


def test_the_first_is_healed_whole() -> None:
    session = seed("000")
    assert "## 📅 2024-02-13 — Session: " in session.text
    assert "**🕒 03:55–04:35**  \n**🏷️ Labels**" in session.text
    assert "**📂 Project**: Business  \n**⭐ Priority**: MEDIUM  \n" in session.text
    assert {mend.codec for mend in session.healed} == {"mac-roman"}
    assert len(session.healed) == 5
    assert (session.uncertain, session.problems) == ((), ())


def test_the_second_is_healed_where_bytes_were_lost_too() -> None:
    session = seed("001")
    assert "## 📅 2023-12-15 — Session: " in session.text
    assert "**🏷️ Labels**: " in session.text
    assert "**⭐ Priority**: MEDIUM" in session.text
    assert {mend.codec for mend in session.healed} == {"windows-1254"}
    assert (session.uncertain, session.problems) == ((), ())


def test_the_third_has_no_frontmatter_and_keeps_its_quotes() -> None:
    session = seed("002")
    assert session.text.startswith("📅 2024-02-04 — Session: ")
    assert {mend.codec for mend in session.healed} == {"windows-1253+1252"}
    assert session.uncertain == ()
    assert "Security’s IT Directorate" in session.text
    assert "  • Discussed" in session.text
    assert session.problems == ("frontmatter: there is none",)
    assert {task.from_prose for task in session.tasks} == {False}


PLAIN = f"""📅 2024-02-13 — Session: {TITLE}

🕒 03:55–04:35
🏷️ Labels: Home, Plans
📂 Project: Business
⭐ Priority: MEDIUM

Session Goal:

{GOAL}

Key Activities:

  • Listed the rooms.
  • Counted the boxes.

Achievements:

  • A list of rooms.

Pending Tasks:

  • Hire a van.
  • Label the boxes."""

EXPORT = f"""---
session_id: "{"ab" * 32}"
source_file: "2024/02.md"
generated: true
title: "{TITLE}"
tags: ["Home", "Plans"]
created: 2024-02-13
publish: false
---

# {TITLE}

- **Day**: 2024-02-13
- **Time**: 03:55 to 04:35
- **Project**: Business
- **Workspace**: Main
- **Status**: Completed
- **Priority**: MEDIUM
- **Assignee**: Ana
- **Tags**: Home, Plans

## Description

"""


def export(tasks: str = "- Hire a van.\n- Label the boxes.\n", session_id: str = "ab" * 32) -> str:
    text = EXPORT.replace("ab" * 32, session_id) + sections(tasks)
    return text + "\n## Evidence\n\n- Source file: x.md\n- Line: 12\n- Session id: y\n"


@pytest.mark.parametrize("text", [note("Hire a van.", "Label the boxes."), PLAIN, export()])
def test_a_session_reads_the_same_in_every_form(text: str) -> None:
    session = read(text)
    assert (session.title, session.date) == (TITLE, "2024-02-13")
    assert (session.start, session.end) == ("03:55", "04:35")
    assert session.labels == ("Home", "Plans")
    assert (session.project, session.priority) == ("Business", "MEDIUM")
    assert session.prose("goal") == GOAL
    assert items_of(session, "activities") == ["Listed the rooms.", "Counted the boxes."]
    assert items_of(session, "achievements") == ["A list of rooms."]
    assert [task.text for task in session.tasks] == ["Hire a van.", "Label the boxes."]


def test_the_export_keeps_its_evidence_apart() -> None:
    session = read(export())
    assert session.problems == ()
    assert session.sections[-1].name == "Evidence"
    assert read(export("None identified.\n")).tasks == ()


def test_the_id_of_an_export_outlives_its_head() -> None:
    one = read(export())
    other = read(export().replace(TITLE, "Renamed").replace("03:55", "05:00"), "elsewhere.md")
    assert one.id == other.id
    assert [task.id for task in one.tasks] == [task.id for task in other.tasks]
    assert read(export(session_id="cd" * 32)).id != one.id


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        ("\n \n\t\n", "it is empty"),
        ("# Index\n\n- [[2024-02-13_Planned]]\n- [[2024-02-14_Other]]\n", "no session head"),
        ("---\ntitle: Tag\ntags: [a]\n---\n\nPages with this tag.\n", "no session head"),
        ("# Reading list\n\nPending Tasks:\n- Read it.\n", "no session head"),
        ("Just a letter.\n", "no session head"),
        ("# February\n\n## 📅 2024-02-13 — Session: One\n\n## 📅 2024-02-14 — Session: Two\n",
         "a journal of 2 sessions"),
    ],
)  # fmt: skip
def test_pages_that_are_no_sessions(text: str, reason: str) -> None:
    assert refused(text).startswith(reason)


def test_a_section_and_a_date_are_a_session() -> None:
    session = read("---\ncreated: 2024-02-13\n---\n\n### Pending Tasks\n- Hire a van.\n", "x/y.md")
    assert (session.date, session.path) == ("2024-02-13", "x/y.md")
    assert "head: no title" in session.problems


OTHER = "### 📅 2024-02-12 — Session: Before"
NOTE = note("Hire a van.")


@pytest.mark.parametrize(
    "aside",
    [
        f"> {OTHER[4:]}", f"> {OTHER}\n> 🕒 10:00–11:00", f"<!-- {OTHER} -->",
        f"<!--\n{OTHER}\n-->", f"    {OTHER}", f"\t{OTHER}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", ["## 📅", "### Session Goal", "### Pending Tasks", ""])
def test_a_note_that_quotes_another_head_is_a_session(aside: str, before: str) -> None:
    at = NOTE.index(before) if before else len(NOTE)
    session = read(f"{NOTE[:at]}\n{aside}\n\n{NOTE[at:]}")
    assert (session.title, session.date, session.start) == (TITLE, "2024-02-13", "03:55")
    assert session.project == "Business"
    assert "Hire a van." in [task.text for task in session.tasks]


@pytest.mark.parametrize("related", ["## Related", "### Related sessions", "**Context**"])
@pytest.mark.parametrize("said", ["", "See what was said there.\n"])
@pytest.mark.parametrize("before", ["### Achievements", ""])
def test_a_note_that_leads_to_other_sessions_is_one(related: str, said: str, before: str) -> None:
    others = f"{related}\n\n{OTHER}\n{said}\n{OTHER.replace('12', '11')}\n\n"
    at = NOTE.index(before) if before else len(NOTE)
    session = read(f"{NOTE[:at]}{others}{NOTE[at:]}")
    assert (session.title, session.date, session.start) == (TITLE, "2024-02-13", "03:55")
    assert [task.text for task in session.tasks] == ["Hire a van."]


@pytest.mark.parametrize(
    "second",
    [
        "## 📅 2024-02-14 — Session: Two\n**🕒 10:00–11:00**\n",
        "### 📅 2024-02-14 — Session: Two\n**📂 Project**: Home\n",
        "📅 2024-02-14 — Session: Two\n\nLabels: A\n",
        "## 📅 2024-02-14 — Session: Two\n### Next Steps\n### Pending Tasks\n- Another.\n",
        "### 📅 2024-02-14 — Session: Two\n### Session Goal\nTo test.\n",
    ],
)
def test_a_journal_stays_one(second: str) -> None:
    one = f"## 📅 2024-02-13 — Session: One\n{sections('- Hire a van.')}"
    assert refused(f"{one}\n\n{second}") == "a journal of 2 sessions"


@pytest.mark.parametrize("before", ["> ", "    "])
def test_a_page_of_nothing_but_quoted_heads_is_no_session(before: str) -> None:
    page = f"{before}{OTHER}\n\n{before}{OTHER.replace('12', '11')}\n"
    assert refused(page) == "a journal of 2 sessions"
    assert refused(f"# Index\n\n> {OTHER}\n").startswith("no session head")


def test_many_heads_do_not_make_it_slow() -> None:
    heads = [f"## 📅 2024-02-13 — Session: {n}\n### Mood\n<!--\n" for n in range(20_000)]
    assert "Hire a van." in [task.text for task in read(NOTE + "\n" + "".join(heads)).tasks]
