"""Graphs: what is joined, how strongly, and that labels are only text."""

from __future__ import annotations

import re
import shutil
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from tests.hostile import ACTING, ATTACKS
from tests.reports.values import MARKUP, TEXTS, everywhere, facts, session, task
from tui.reports.facts import Facts
from tui.reports.graph import KINDS, Kind, drawn, picture

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")

# A graph as it is written: names and attributes of our own, values bare or in quotes.
_VALUE = r'(?:[A-Za-z0-9_.#-]+|"(?:[^"\\]|\\.)*")'
_ATTRIBUTES = rf"\[(?:[a-z]+={_VALUE} ?)*\]"
_LINE = re.compile(
    rf"graph workbench \{{|\}}|\t(?:graph|node|edge) {_ATTRIBUTES}|\t[plstw]\d+ {_ATTRIBUTES}"
    rf"|\t[plstw]\d+ -- [plstw]\d+ {_ATTRIBUTES}",
    re.DOTALL,
)


def labels_of(source: str) -> dict[str, str]:
    """The labels of nodes, by name, the ends of their lines as blanks."""
    found = re.findall(rf"\t([plstw]\d+) \[.*?label=({_VALUE})", source)
    return {node: text.strip('"').replace("\\n", " ") for node, text in found}


def edges_of(found: Facts, kind: Kind = "labels") -> dict[tuple[str, str], int]:
    source = drawn(found, kind, 40).source
    names = labels_of(source)
    return {
        (names[one], names[other]): int(weight)
        for one, other, weight in re.findall(r"\t(\w+) -- (\w+) \[.*?weight=(\d+)", source)
    }


@settings(deadline=None)  # a machine may be busy
@given(TEXTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_graph_is_ours_but_for_what_stands_in_quotes(kind: Kind, text: str) -> None:
    source = drawn(everywhere(text), kind, 40).source
    lines = re.split(r"\n(?=[\t}])", source.rstrip("\n"))
    assert all(_LINE.fullmatch(line) for line in lines), lines
    assert not re.search(r"label=<", source)
    assert not (ACTING - {"\t", "\n"}) & set(source)


def test_an_edge_weighs_as_much_as_its_ends_share_sessions() -> None:
    one = session(path="1", labels=("A", "B"), project="P")
    two = session(path="2", labels=("A", "B", "b"), project="P")
    three = session(path="3", labels=("A",), project="Q")
    assert edges_of(facts(*(task(session=each) for each in (one, two, three)))) == {
        ("P 2 sessions", "A 3 sessions"): 2,
        ("P 2 sessions", "B 2 sessions"): 2,
        ("A 3 sessions", "B 2 sessions"): 2,
        ("Q 1 session", "A 3 sessions"): 1,
    }


def test_only_the_labels_of_most_sessions_are_drawn_and_the_rest_is_counted() -> None:
    many = [session(path=str(n), labels=("A", f"L{n}")) for n in range(5)]
    source = drawn(facts(*(task(session=each) for each in many)), "labels", 2).source
    assert set(labels_of(source).values()) == {
        "Business 5 sessions", "A 5 sessions", "L0 1 session",
    }  # fmt: skip
    assert "not drawn: 4 more labels" in source


def test_sessions_are_joined_with_their_project_and_labels() -> None:
    hidden = session(unpublished=True, labels=("A",))
    found = facts(task(session=hidden))
    title = "Planned the move 2024-02-13, unpublished"
    assert edges_of(found, "sessions") == {("Business", title): 1, ("A", title): 1}
    assert "style=dashed" in drawn(found, "sessions", 40).source


def test_people_are_joined_with_their_open_tasks() -> None:
    found = facts(
        task(id="1", to="Eva", status="blocked", due="2024-02-29"),
        task(id="2", to="Eva", status="done"),
        task(id="3"),
    )
    about = "Hire a van. blocked, overdue since 2024-02-29"
    assert edges_of(found, "people") == {("Eva 1 open task", about): 1}
    assert "given to nobody: 1 open task" in drawn(found, "people", 40).source


@needs_dot
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_shows_texts_as_they_are_and_nothing_acts(kind: Kind) -> None:
    texts = [text for text in (*MARKUP, *ATTACKS.values()) if text.strip()]
    tasks = [
        task(
            id=str(n), text=text, to=text,
            session=session(path=str(n), title=text, project=text, labels=(text, f"l{n}")),
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip
    svg = picture(drawn(facts(*tasks, asked=MARKUP[0]), kind, 1000))
    root = ElementTree.fromstring(svg)  # noqa: S314 - it is our own
    allowed = {"svg", "g", "title", "text", "polygon", "path", "ellipse", "polyline"}
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= allowed
    assert not {name for element in root.iter() for name in element.attrib if "href" in name}
    assert not ACTING & set(svg)
    shown = "".join("".join(root.itertext()).replace("\xa0", " ").split())
    for text in ("<script>alert(1)</script>", "&lt;b&gt; &#60;b&#62; &amp;", "\\N \\G \\l"):
        assert "".join(text.split()) in shown
