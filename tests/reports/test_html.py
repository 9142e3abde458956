"""Pages: nothing that notes say becomes an element or an attribute, and nothing is loaded."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from tests.hostile import ACTING, ATTACKS
from tests.reports.test_markdown import hostile_agenda, spoken
from tests.reports.values import MARKUP, TEXTS, everywhere, facts, session, task
from tui.reports import html
from tui.reports.progress import report_of
from tui.reports.words import line_of

ELEMENTS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "section",
        "article",
        "nav",
        "p",
        "h1",
        "h2",
        "h3",
        "small",
        "time",
        "span",
        "div",
        "dl",
        "dt",
        "dd",
        "ul",
        "li",
        "a",
        "code",
        "strong",
        "em",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "i",
        "figure",
        "figcaption",
    ]
)
DRAWN = frozenset(["svg", "defs", "g", "rect", "path", "text", "tspan", "line"])
ATTRIBUTES = frozenset(
    [
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "id",
        "dir",
        "href",
        "scope",
        "style",
        "aria-hidden",
        "hidden",
    ]
)
OF_DRAWN = frozenset(
    [
        "xmlns",
        "viewbox",
        "transform",
        "x",
        "y",
        "rx",
        "ry",
        "width",
        "height",
        "d",
        "class",
        "aria-hidden",
        "fill",
        "r",
        "cx",
        "cy",
    ]
)
LINK = re.compile(r"#[a-z]+|[A-Za-z0-9._~/%-]+")
STYLE = re.compile(r"width:\d{1,3}%")
# What belongs to elements that close themselves, to styles, or to headings of the charts.
VOID = frozenset({"meta"})


class Page(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: set[str] = set()
        self.drawn: set[str] = set()
        self.values: dict[str, set[str]] = {}
        self.styles = self.said = ""
        self.odd: list[str] = []
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_drawn = "svg" in (*self.open, tag)
        (self.drawn if is_drawn else self.elements).add(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name not in (OF_DRAWN if is_drawn else ATTRIBUTES):
                self.odd.append(f"{tag} {name}={value}")
            self.values.setdefault(name, set()).add(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open and self.open.pop() != tag:
            self.odd.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.styles += data
        else:
            self.said += data

    def handle_comment(self, data: str) -> None:
        self.odd.append(f"<!--{data}")

    def unknown_decl(self, data: str) -> None:
        self.odd.append(f"<![{data}")

    def handle_pi(self, data: str) -> None:
        self.odd.append(f"<?{data}")


def pages(text: str) -> list[str]:
    """A report and an agenda in which a text stands wherever something can."""
    return [
        html.report(report_of(everywhere(text), "2024-01-01")),
        html.agenda(hostile_agenda(text)),
    ]


STYLES = Page(html.agenda(hostile_agenda("x"))).styles


@settings(max_examples=60, deadline=None)  # charts take their time
@given(TEXTS)
def test_no_element_and_no_attribute_comes_from_data(text: str) -> None:
    for written in pages(text):
        page = Page(written)
        assert page.open == []
        assert page.odd == []
        assert page.elements <= ELEMENTS | {"svg"}
        assert page.drawn <= DRAWN
        assert all(LINK.fullmatch(link) for link in page.values["href"])
        assert all(STYLE.fullmatch(style) for style in page.values.get("style", ()))
        assert page.values["id"] <= {"progress", "closed", "open"} if "id" in page.values else True
        assert page.styles == STYLES


@pytest.mark.parametrize("text", [*MARKUP, *ATTACKS.values()])
def test_what_was_written_is_read(text: str) -> None:
    for written in pages(text):
        assert not ACTING & set(written)
        said = spoken(Page(written).said)
        assert spoken(f"for {line_of(text)}") in said  # a name, in which no marks are read


def test_a_page_loads_nothing() -> None:
    for written in pages("x"):
        assert "default-src 'none'" in written
        assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|\bon\w+=", written)
        assert set(re.findall(r"https?://[^\"'<\s]+", written)) <= {"http://www.w3.org/2000/svg"}


def test_the_same_is_written_every_time() -> None:
    assert pages("x") == pages("x")


def test_marks_of_a_note_become_elements() -> None:
    found = facts(task(text="**CCTV:** use `a_b`, [[Page|this]] *now*"))
    written = html.report(report_of(found, "2024-01-01"))
    assert "<strong>CCTV:</strong> use <code>a_b</code>, this <em>now</em></span>" in written


def test_a_chart_is_drawn_where_there_is_something_to_compare() -> None:
    one = html.report(report_of(facts(task()), "2024-01-01"))
    assert "Tasks by project" not in one
    two = html.report(report_of(facts(task(), task(session=session(path="b", project="Dev"))), ""))
    assert "Tasks by project" in two
    assert ">Business  0/1</text>" in two


def test_nothing_open_and_nothing_closed_is_said() -> None:
    written = html.report(report_of(facts(), "2024-01-01"))
    assert written.count("<p>Nothing.</p>") == 2
