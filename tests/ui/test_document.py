"""A session as the detail pane shows it, before it is drawn."""

from __future__ import annotations

from tui.notes import NotASession, read_note
from tui.ui.document import document
from tui.ui.glyphs import ASCII, UNICODE
from tui.workbench import Session

HEAD = "## 2030-01-01 — Session: {title}\n\n**10:00–11:00**\n\n"


def session(text: str) -> Session:
    found = read_note("a.md", text.encode())
    assert not isinstance(found, NotASession), found.reason
    return found


def doubted(found: Session) -> list[str]:
    """What is marked as uncertain."""
    return [
        block.content.plain[start:end]
        for block in document(found, UNICODE)
        for start, end, role in block.content.spans
        if role == "uncertain"
    ]


def said(found: Session) -> list[str]:
    return [block.first + block.content.plain for block in document(found, UNICODE)]


def test_uncertain_lines_of_a_section_are_marked_where_they_are_beyond_ascii() -> None:
    found = session(
        HEAD.format(title="Whole")
        + "### Session Goal\n\nWhole, in São Paulo.\n\n**now** \ufffd\ufffd and \ufffd later\n"
        + "### Key Activities\n- one\n- `â€”`\n- \ufffd\ufffd two\n"
    )
    assert found.uncertain == (9, 13)
    assert doubted(found) == ["\ufffd\ufffd", "\ufffd", "\ufffd\ufffd"]


def test_an_uncertain_title_is_marked_and_counted() -> None:
    found = session(HEAD.format(title="About \ufffd\ufffd days") + "### Session Goal\nA day.\n")
    assert doubted(found) == ["\ufffd\ufffd"]
    assert any("uncertain: 1 line (1)" in line for line in said(found))


def test_nothing_is_marked_in_a_whole_note() -> None:
    found = session(HEAD.format(title="Año") + "### Session Goal\nEl niño — sí.\n")
    assert doubted(found) == []


def test_a_healed_note_names_the_codec_as_people_do() -> None:
    found = session(
        "## ğŸ“… 2030-01-01 â€” Session: Long\n\n**10:00-11:00**\n\n### Session Goal\nA day.\n"
    )
    assert any("healed: 1 line (Windows-1254)" in line for line in said(found))


def test_blank_lines_at_the_ends_of_a_section_are_not_shown() -> None:
    found = session(HEAD.format(title="A") + "### Session Goal\n\n\nOne.\n\n\nTwo.\n\n\n\n")
    assert said(found)[-4:] == ["SESSION GOAL", "One.", "", "Two."]


def test_signs_are_of_the_set_that_is_asked_for() -> None:
    found = session("## 2030-01-01 - Session: A\n\n### Session Goal\n- One\n")
    blocks = document(found, ASCII)
    assert all((block.first + block.content.plain).isascii() for block in blocks)


def test_of_a_note_without_end_the_beginning_is_shown_and_that_it_goes_on_is_said() -> None:
    goes_on = "The note goes on. R shows all of it, as it is stored; e opens it."
    for body in ("line\n" * 20_000, ("x" * 30_000 + "\n") * 100, "## x\n" * 20_000):
        found = session(HEAD.format(title="Long") + "### Session Goal\n" + body)
        blocks = document(found, UNICODE)
        assert blocks[-1].content.plain == goes_on
        assert len(blocks) <= 5_002
        assert sum(len(block.content.plain) for block in blocks) < 300_000
    short = session(HEAD.format(title="Short") + "### Session Goal\n" + "line\n" * 4_000)
    assert goes_on not in said(short)


def test_a_line_without_end_is_cut_and_says_how_much_is_not_shown() -> None:
    text = "### Session Goal\n" + "x" * 3_000_000 + "\n| " + "y" * 30_000 + "\n"
    shown = said(session(HEAD.format(title="Wide") + text))
    assert "x" * 20_000 + " … (2,980,000 more characters)" in shown
    assert "| " + "y" * 19_998 + " … (10,002 more characters)" in shown


def test_a_session_that_has_a_start_and_no_end_is_shown_with_its_start() -> None:
    found = session("## 2030-01-01 — Session: Tea\n\n**🕒 10:00**\n**📂 Project**: Home\n")
    assert "2030-01-01  10:00  Home" in said(found)
