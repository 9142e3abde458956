"""Markdown shows what notes say, and nothing of it acts; as markdown-it reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings, strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.hostile import ACTING, ATTACKS
from tests.reports.values import MARKUP, TEXTS, change, everywhere, facts, session, task
from tui.reports import markdown
from tui.reports.agenda import Agenda, Part, Party
from tui.reports.progress import report_of
from tui.reports.words import line_of

READERS = (
    MarkdownIt("commonmark"),
    MarkdownIt("gfm-like"),  # with tables, and addresses that become links by themselves
    MarkdownIt("gfm-like", {"html": True}),
)
for reader in READERS:
    reader.enable("linkify", ignoreInvalid=True)
ADDRESS = re.compile(r"\w@\w+\.\w")


def tokens(reader: MarkdownIt, text: str) -> Iterator[Token]:
    for token in reader.parse(text):
        yield token
        yield from token.children or ()


def spoken(text: str) -> str:
    """What is left when spaces do not count."""
    return "".join(text.split())


def hostile_agenda(text: str) -> Agenda:
    found = everywhere(text)
    return Agenda(
        (Party(text, text, found),), "2024-03-01", "2024-02-01", "",
        [Part(f"Open for {text}", list(found.tasks), 3)],
        [change(found.tasks[1], by=text, says=(f"given to {text}",))], 1, 0,
    )  # fmt: skip


def check_that_it_is_only_text(text: str) -> None:
    for reader in READERS:
        for written in (f"- [ ] {markdown.said(text)} x", f"p {markdown.said(text)}"):
            kinds = {token.type for token in tokens(reader, written)}
            assert kinds <= {
                "inline", "text", "text_special", "paragraph_open", "paragraph_close",
                "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
                *(["code_inline"] if ADDRESS.search(text) else []),
            }  # fmt: skip
        shown = "".join(
            token.content
            for token in tokens(reader, f"p {markdown.said(text)}")
            if token.type in {"text", "text_special", "code_inline"}
        )
        assert spoken(shown) == "p" + spoken(line_of(text))


@settings(deadline=None)  # a machine may be busy
@given(TEXTS, TEXTS)
def test_a_text_is_shown_as_it_is_and_is_nothing_but_text(before: str, text: str) -> None:
    check_that_it_is_only_text(before + text)


@pytest.mark.parametrize("text", [*MARKUP, *ATTACKS.values()])
def test_so_is_one_that_tries_to_be_more(text: str) -> None:
    check_that_it_is_only_text(text)


@settings(deadline=None)  # a machine may be busy
@given(TEXTS)
def test_at_the_start_of_a_line_it_begins_no_block(text: str) -> None:
    for reader in READERS:
        kinds = {token.type for token in reader.parse(markdown.said(text))}
        assert kinds <= {"paragraph_open", "inline", "paragraph_close"}


@settings(deadline=None)  # a machine may be busy
@given(TEXTS)
@pytest.mark.parametrize("form", ["report", "agenda"])
def test_headings_links_and_html_are_ours(form: str, text: str) -> None:
    if form == "report":
        found = markdown.report(report_of(everywhere(text), "2024-01-01"))
    else:
        found = markdown.agenda(hostile_agenda(text))
    for reader in READERS:
        seen = list(tokens(reader, found))
        assert not {token.type for token in seen} & {
            "html_block", "html_inline", "image", "code_block", "fence", "hr",
        }  # fmt: skip
        links = {str(token.attrs["href"]) for token in seen if token.type == "link_open"}
        assert links <= {"a.md"}
        headings = [token.tag for token in seen if token.type == "heading_open"]
        assert headings == ["h1", *["h2"] * (4 if form == "report" else 3)]


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_no_character_acts(attack: str) -> None:
    written = markdown.report(report_of(everywhere(attack), "2024-01-01"))
    written += markdown.agenda(hostile_agenda(attack))
    assert not ACTING & set(written)


@settings(deadline=None)  # a machine may be busy
@given(st.sampled_from(MARKUP))
def test_a_table_has_the_cells_it_should(text: str) -> None:
    found = markdown.report(report_of(everywhere(text), "2024-01-01"))
    rows = [line for line in found.split("\n") if line.startswith("|")]
    reader = MarkdownIt("gfm-like")
    [*tables] = [token for token in reader.parse(found) if token.type == "tr_open"]
    assert len(tables) == len([row for row in rows if not row.startswith("| ---")])


def test_marks_are_left_out_and_words_stay() -> None:
    assert markdown.told("**CCTV:** use `a_b` and [[Page|this]]") == r"CCTV: use a\_b and this"
    assert markdown.told("costs 3.5 %, R&D, a-b (c)!") == "costs 3.5 %, R&D, a-b (c)!"


def test_a_mail_address_is_code_of_which_no_reader_makes_a_link() -> None:
    assert markdown.told("Ask a.b@example.org, not @b.") == r"Ask `a.b@example.org`, not \@b."
    assert markdown.said("`a@b.cd`") == r"\``a@b.cd`\`"


def test_what_is_very_long_is_cut_and_says_so() -> None:
    written = markdown.told("x" * 4_000_000)
    assert len(written) < 2_100
    assert written.endswith("… (3,998,000 more characters)")


def test_an_unpublished_session_is_marked_and_counted() -> None:
    hidden = session(unpublished=True)
    written = markdown.report(report_of(facts(task(session=hidden)), "2024-01-01"))
    assert "> Not for publication: 1 session that says “publish: false” among these" in written
    assert "[2024-02-13 Planned the move](a.md), Business, **unpublished**" in written
    written = markdown.report(report_of(facts(left_out=frozenset("ab")), "2024-01-01"))
    assert "> Left out: 2 sessions that say “publish: false”." in written
