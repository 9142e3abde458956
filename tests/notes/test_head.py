"""The head of a note, whatever stands where its emoji and dashes should be."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.samples import read
from tui.notes import Session
from tui.notes.head import Head

SIGNS = ["📅", "", "ğŸ“…", "πŸ“…", "\uf8ffüìÖ", "â", "ð\x9f\x93\x85", "??", "�", "ğŸ·ï¸", "·"]
DASHES = ["—", "–", "-", "--", "â€”", "β€”", "‚Äì", "?", "â", "�", ":", ""]


def with_head(lines: str) -> Session:
    return read(f"{lines}\n\n### Pending Tasks\n- Hire a van.\n")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize("mark", ["## ", "# ", ""])
def test_the_session_line(sign: str, dash: str, mark: str) -> None:
    session = with_head(f"{mark}{sign} 2024-02-13 {dash} Session: Tea & cake: a plan")
    assert (session.date, session.title) == ("2024-02-13", "Tea & cake: a plan")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("dash", [*DASHES[:-1], " – ", " - "])
@pytest.mark.parametrize("bold", ["**", ""])
def test_the_clock_line(sign: str, dash: str, bold: str) -> None:
    session = with_head(f"2024-02-13 — Session: Tea\n\n{bold}{sign} 3:55{dash}04:35{bold}  ")
    assert (session.start, session.end) == ("03:55", "04:35")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    ("opening", "closing"), [("**", "**:"), ("", ":"), ("**", ":**"), ("- **", "**:")]
)
def test_the_fields(sign: str, opening: str, closing: str) -> None:
    sign = f"{sign} " if sign else ""
    session = with_head(
        "2024-02-13 — Session: Tea\n"
        f"{opening}{sign}Labels{closing} A b, C, , d  \n"
        f"{opening}{sign}Project{closing} Business  \n"
        f"{opening}{sign}Priority{closing} HIGH  "
    )
    assert session.labels == ("A b", "C", "d")
    assert (session.project, session.priority) == ("Business", "HIGH")


def test_a_head_that_is_whole_is_not_called_damaged() -> None:
    session = with_head(
        "## 📅 2024-02-13 — Session: Tea\n**🕒 03:55–04:35**\n**🏷️ Labels**: A\n"
        "**📂 Project**: B\n**⭐ Priority**: LOW"
    )
    assert session.uncertain == ()


@pytest.mark.parametrize("sign", ["ğŸ·", "â"])
def test_a_head_line_that_stays_damaged_is_named(sign: str) -> None:
    assert with_head(f"## {sign} 2024-02-13 — Session: Tea").uncertain == (1,)


def test_times_past_midnight_and_of_no_length() -> None:
    late = with_head("2024-02-13 — Session: Tea\n🕒 23:50–00:20")
    assert (late.start, late.end) == ("23:50", "00:20")
    still = with_head("2024-02-13 — Session: Tea\n🕒 10:00–10:00")
    assert (still.start, still.end) == ("10:00", "10:00")
    assert "head: no clock times" not in still.problems


@pytest.mark.parametrize("clock", ["24:00–25:00", "10:60–11:00", "99:99–10:00"])
def test_a_time_that_is_none(clock: str) -> None:
    session = with_head(f"2024-02-13 — Session: Tea\n🕒 {clock}")
    assert (session.start, session.end) == ("", "")
    assert any("not a time of day" in problem for problem in session.problems)


def test_a_day_that_is_none() -> None:
    session = with_head("2024-02-31 — Session: Tea")
    assert (session.date, session.title) == ("", "Tea")
    assert "head: 2024-02-31 is not a day of the calendar" in session.problems


def test_what_is_missing_is_said() -> None:
    session = read("### Session Goal\nTo test.\n\n### Pending Tasks\n- Hire a van.\n")
    assert session.problems == (
        "frontmatter: there is none",
        "head: no title",
        "head: no date",
        "head: no clock times",
    )


def test_the_first_of_two_counts() -> None:
    session = with_head(
        "2024-02-13 — Session: Tea\nProject: A\nProject: B\n10:00–11:00\n12:00-13:00"
    )
    assert (session.project, session.start) == ("A", "10:00")


def test_head_lines_below_the_first_section_are_text() -> None:
    session = read(
        "2024-02-13 — Session: Tea\n### Session Goal\nProject: not this\n"
        "### Pending Tasks\n- A b.\n"
    )
    assert session.project == ""
    assert "Project: not this" in session.prose("goal")


def test_text_between_head_and_first_section_is_kept() -> None:
    session = with_head("2024-02-13 — Session: Tea\n\nA word of introduction.")
    assert session.intro == "A word of introduction."


def test_a_head_without_sections_is_a_session() -> None:
    session = read("## 📅 2024-02-13 — Session: Tea\n")
    assert (session.title, session.sections, session.tasks) == ("Tea", (), ())


@pytest.mark.parametrize(
    "line",
    [
        f"Labels{' ' * 60_000}x",
        f"Labels{'*' * 60_000}x",
        f"2024-02-13{' ' * 60_000}Session{' ' * 60_000}x",
        f"10:00{' ' * 60_000}11:00 x",
        f"Time: {'10:0' * 20_000}",
        "#" * 60_000,
        f"10:00–11:00{'()' * 30_000}x",
        f"Project: x{'<br>' * 15_000}",
        f"Project: x{chr(92) * 60_000}",
        f"Labels: {'[' * 30_000}{']' * 30_000}",
        f"[[{'a/' * 30_000}2024-02-13]] — Session: x",
    ],
    ids=[
        "spaces",
        "stars",
        "session",
        "clock",
        "time",
        "hashes",
        "brackets",
        "breaks",
        "slashes",
        "labels",
        "links",
    ],
)
def test_a_line_made_to_cost_time_is_read_all_the_same(line: str) -> None:
    assert with_head(f"2024-02-13 — Session: Tea\n{line}").title == "Tea"


@given(
    st.dates(),
    st.text("abc ABC'()&,.!?", min_size=1).map(str.strip).filter(bool),
    st.sampled_from(SIGNS),
    st.sampled_from(DASHES),
)
def test_date_and_title_are_found(day: object, title: str, sign: str, dash: str) -> None:
    session = with_head(f"## {sign} {day} {dash} Session: {title}")
    assert (session.date, session.title) == (str(day), title)


PIECES = st.text(st.sampled_from("Aé *_:—–📅🏷️\xa0\x85\x1c\t0-9x"), max_size=8)
SPACES = st.sampled_from(["", "  ", " \t", "\n", "\n\n", "\n  \n", "\x0b"])


@given(
    st.sampled_from(["", "\n", "\n \n", "Aside.\n"]),
    st.sampled_from(["2024-02-13", "2024-02-31"]),
    st.sampled_from(["03:55", "3:55", "25:00"]),
    st.lists(PIECES, min_size=4, max_size=4),
    st.lists(SPACES, min_size=5, max_size=5),
)
def test_a_usual_head_is_read_as_line_by_line(
    before: str, day: str, clock: str, pieces: list[str], spaces: list[str]
) -> None:
    title, labels, project, priority = pieces
    head = (
        f"{before}## 📅 {day} — Session: {title}{spaces[0]}\n\n"
        f"**🕒 {clock}–04:35**{spaces[1]}\n**🏷️ Labels**: {labels}{spaces[2]}\n"
        f"**📂 Project**: {project}{spaces[3]}\n**⭐ Priority**: {priority}{spaces[4]}\n"
    )
    at_once = with_head(head)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Head, "take_usual", lambda _head, _lines, _first: 0)
        assert with_head(head) == at_once


def test_the_usual_head_is_taken_in_one_go() -> None:
    lines = [
        "", "## 📅 2024-02-13 — Session: Tea  ", "", "**🕒 03:55–04:35**  ",
        "**🏷️ Labels**: A, B", "**📂 Project**: Business", "**⭐ Priority**: LOW", "More",
    ]  # fmt: skip
    head = Head()
    assert head.take_usual(lines, 0) == 7
    assert (head.title, head.labels, head.priority) == ("Tea", ["A", "B"], "LOW")
    assert Head().take_usual(lines[3:], 0) == 0


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("**🕒 03:55 to 04:35**", ("03:55", "04:35")),
        ("09:05–09:50 (45 min)", ("09:05", "09:50")),
        ("**🕒 09:05–09:50** (45 min)", ("09:05", "09:50")),
        ("🕒 09:05–09:50 CET", ("09:05", "09:50")),
        ("09:05–09:50 UTC+1", ("09:05", "09:50")),
        ("23:30–00:20 (+1)", ("23:30", "00:20")),
        ("- **🕒 03:55–04:35**", ("03:55", "04:35")),
        ("**🕒 09:05**", ("09:05", "")),
        ("- **Time**: 09:05", ("09:05", "")),
        ("**🕒 09:05–09:50 PM**", ("", "")),
        ("10:00", ("", "")),
        ("10:00–11:00 with Ana", ("", "")),
        ("- 10:00–11:00", ("", "")),
    ],
)
def test_times_in_other_forms(line: str, times: tuple[str, str]) -> None:
    session = with_head(f"2024-02-13 — Session: Tea\n{line}")
    assert (session.start, session.end) == times
    assert ("head: a start and no end" in session.problems) is (times == ("09:05", ""))
    assert session.uncertain == ()


def test_a_start_alone_yields_to_what_gives_both() -> None:
    session = with_head("2024-02-13 — Session: Tea\n**🕒 09:05**\n- **Time**: 09:05 to 09:50")
    assert (session.start, session.end) == ("09:05", "09:50")


@pytest.mark.parametrize("mark", ["\\", "<br>", "<br/>", "<BR />", "  "])
def test_the_mark_of_a_line_break_is_no_part_of_a_value(mark: str) -> None:
    session = with_head(
        f"2024-02-13 — Session: Tea{mark}\n\n**🕒 03:55–04:35**{mark}\n"
        f"**🏷️ Labels**: A, B{mark}\n**📂 Project**: Home{mark}\n**⭐ Priority**: LOW{mark}"
    )
    assert (session.title, session.start, session.labels) == ("Tea", "03:55", ("A", "B"))
    assert (session.project, session.priority) == ("Home", "LOW")


def test_a_heading_breaks_no_line() -> None:
    assert with_head("## 2024-02-13 — Session: C:\\").title == "C:\\"


@pytest.mark.parametrize(
    "lines",
    [
        "# My notes\n\n## 📅 2024-02-13 — Session: Tea",
        "# 2024-03-01 Index\n\n## 📅 2024-02-13 — Session: Tea",
        "## 📅 2024-02-13 — Session: Tea ##",
        "## 📅 2024-02-13 — SESSION: Tea",
        "## 📅 2024-02-13 — session: Tea",
        "## 📅 [[2024-02-13]] — Session: Tea",
        "## 📅 [[daily/2024-02-13|Tuesday]] — Session: Tea",
    ],
)
def test_the_session_line_in_other_forms(lines: str) -> None:
    session = with_head(f"{lines}\n**🕒 03:55–04:35**")
    assert (session.title, session.date, session.start) == ("Tea", "2024-02-13", "03:55")
    assert session.intro == ""


def test_a_sharp_at_the_end_of_a_title_stays() -> None:
    assert with_head("## 📅 2024-02-13 — Session: Learned C#").title == "Learned C#"


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ('"Smart" City, a [b], List[int]', ('"Smart" City', "a [b]", "List[int]")),
        ("\"Smart\", 'b', [[c]], `d`", ("Smart", "b", "c", "d")),
        ("[A b, C]", ("A b", "C")),
        ("['A b', 'C']", ("A b", "C")),
        ('"A b, C"', ("A b", "C")),
        ("[A], [B]", ("A", "B")),
        ("Driver's ed, 'n' roll 'n'", ("Driver's ed", "'n' roll 'n'")),
    ],
)
def test_quotes_and_brackets_go_only_in_pairs_around_a_whole(
    line: str, labels: tuple[str, ...]
) -> None:
    assert with_head(f"2024-02-13 — Session: Tea\n**🏷️ Labels**: {line}").labels == labels
