"""Sessions by project and label, or assignees and their tasks, as a graph for Graphviz.

Nodes have names of our own; what notes say is in their labels only, escaped (see `label`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal, get_args

import graphviz
from msgspec import structs

from tui.reports.facts import Facts, SessionFact, TaskFact
from tui.reports.spelling import usual_spellings
from tui.reports.words import about_unpublished, counted, line_of, named, unmarked

Kind = Literal["labels", "sessions", "people"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_WIDTH = 32
_THINNEST, _THICKEST = 0.4, 6.0
_STRONGEST = 2  # edges of a label to other labels
_LOOKS = {
    "graph": {"fontname": "sans-serif", "overlap": "false", "splines": "true", "labelloc": "t"},
    "node": {"fontname": "sans-serif", "fontsize": "11", "shape": "box", "style": "rounded"},
    "edge": {"color": "#55616e90", "fontname": "sans-serif", "fontsize": "9"},
}


def drawn(facts: Facts, kind: Kind, most: int) -> graphviz.Graph:
    """Return a graph of what was gathered.

    Args:
        facts: sessions and tasks.
        kind: `labels` joins projects with labels by the sessions that they share, and each label
            with those it shares most with; `sessions` joins each session with its project and
            labels; `people` joins those who are to do something with their open tasks.
        most: how many labels, sessions or tasks to draw: those with most sessions, the newest,
            the oldest. What is left out is told in the graph's title.
    """
    facts = structs.replace(facts, sessions=_spelled(facts.sessions))
    graph = graphviz.Graph("workbench", engine="dot" if kind == "people" else "sfdp")
    for what, looks in _LOOKS.items():
        graph.attr(what, **looks)
    if kind == "people":
        graph.attr("graph", rankdir="LR")
        told = _people(graph, facts, most)
    elif kind == "sessions":
        told = _sessions(graph, facts, most)
    else:
        told = _labels(graph, facts, most)
    unpublished = about_unpublished(
        len(facts.left_out), facts.unpublished, are_marked=kind != "labels"
    )
    title = [f"{facts.folder}, {facts.today}", facts.asked, *told, unpublished]
    graph.attr("graph", label=_joined(line for line in title if line))
    return graph


def _spelled(sessions: Sequence[SessionFact]) -> tuple[SessionFact, ...]:
    """Sessions whose projects and labels are those of others, too, where only case differs."""
    projects = usual_spellings(session.project for session in sessions)
    labels = usual_spellings(name for session in sessions for name in session.labels)
    return tuple(
        structs.replace(
            session,
            project=projects[session.project.casefold()],
            labels=tuple(dict.fromkeys(labels[name.casefold()] for name in session.labels)),
        )
        for session in sessions
    )


def label(text: str) -> str:
    """Return a text for a label, in which nothing is an escape, an entity or HTML.

    The entities are Graphviz's own: it reads `&lt;` in every label.
    """
    return str(graphviz.escape(line_of(text).replace("&", "&amp;")))


def _labels(graph: graphviz.Graph, facts: Facts, most: int) -> list[str]:
    labels, left_out = _most_used(facts.sessions, most)
    projects = Counter(session.project for session in facts.sessions)
    nodes = {
        **{("project", name): f"p{at}" for at, name in enumerate(projects)},
        **{("label", name): f"l{at}" for at, name in enumerate(labels)},
    }
    for (kind, name), node in nodes.items():
        number = projects[name] if kind == "project" else labels[name]
        _node(graph, node, kind, name, counted(number, "session"))
    shared: Counter[tuple[str, str]] = Counter()
    for session in facts.sessions:
        own = [nodes["label", name] for name in session.labels if name in labels]
        shared.update(combinations([nodes["project", session.project], *sorted(own)], 2))
    strong = _strongest(shared)
    for (one, other), number in sorted(strong.items()):
        _edge(graph, one, other, number, max(strong.values()))
    return [*left_out, *_left_out(len(shared) - len(strong), "weaker edge")]


def _strongest(shared: Counter[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Of the edges between labels, the strongest few of each; there are too many to be read."""
    kept: set[tuple[str, str]] = set()
    taken: Counter[str] = Counter()
    for ends, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        is_projects = ends[0].startswith("p")
        if is_projects or any(taken[end] < _STRONGEST for end in ends):
            kept.add(ends)
            if not is_projects:
                taken.update(ends)
    return {ends: number for ends, number in shared.items() if ends in kept}


def _sessions(graph: graphviz.Graph, facts: Facts, most: int) -> list[str]:
    drawn = facts.sessions[:most]
    labels, left_out = _most_used(drawn, most)
    nodes: dict[tuple[str, str], str] = {}
    for at, session in enumerate(drawn):
        style = "dashed" if session.unpublished else "solid"
        mark = ", unpublished" if session.unpublished else ""
        text = [*_lines(session.title or session.path), f"{session.date}{mark}"]
        graph.node(f"s{at}", label=_joined(text), style=style, shape="note")
        own = [("label", name) for name in session.labels if name in labels]
        for kind, name in [("project", session.project), *own]:
            known = (kind, name) in nodes
            node = nodes.setdefault((kind, name), f"{kind[0]}{len(nodes)}")
            if not known:
                _node(graph, node, kind, name)
            _edge(graph, node, f"s{at}", 1)
    return [*_left_out(len(facts.sessions) - len(drawn), "more session"), *left_out]


def _people(graph: graphviz.Graph, facts: Facts, most: int) -> list[str]:
    tasks = [task for task in facts.tasks if task.is_open and task.to]
    tasks.sort(key=lambda task: (not task.session.date, task.session.date))
    drawn = tasks[:most]
    numbers = Counter(task.to for task in tasks)
    people = {name: f"w{at}" for at, name in enumerate(sorted({task.to for task in drawn}))}
    for name, node in people.items():
        _node(graph, node, "person", name, counted(numbers[name], "open task"))
    for at, task in enumerate(drawn):
        graph.node(f"t{at}", label=_joined(_about(task, facts.today)), style=_style(task))
        _edge(graph, people[task.to], f"t{at}", 1)
    nobody = sum(task.is_open and not task.to for task in facts.tasks)
    told = [f"given to nobody: {counted(nobody, 'open task')}"] if nobody else []
    return [*told, *_left_out(len(tasks) - len(drawn), "more task")]


def _about(task: TaskFact, today: str) -> list[str]:
    facts: list[str] = [task.status]
    if task.due:
        facts.append(f"overdue since {task.due}" if task.is_overdue(today) else f"due {task.due}")
    if task.session.unpublished:
        facts.append("unpublished")
    return [*_lines(unmarked(task.text)), ", ".join(facts)]


def _style(task: TaskFact) -> str:
    if task.session.unpublished:
        return "rounded,dashed"
    return "rounded,bold" if task.status == "blocked" else "rounded"


def _most_used(sessions: Iterable[SessionFact], most: int) -> tuple[dict[str, int], list[str]]:
    used = Counter(name for session in sessions for name in session.labels)
    return dict(used.most_common(most)), _left_out(len(used) - most, "more label")


def _left_out(number: int, kind: str) -> list[str]:
    return [f"not drawn: {counted(number, kind)}"] if number > 0 else []


def _node(graph: graphviz.Graph, node: str, kind: str, name: str, more: str = "") -> None:
    style = {"project": "filled,bold", "person": "filled,bold"}.get(kind, "rounded")
    text = [*_lines(named(name, kind)), *filter(None, [more])]
    graph.node(node, label=_joined(text), style=style, fillcolor="#eef2f5")


def _edge(graph: graphviz.Graph, one: str, other: str, number: int, heaviest: int = 1) -> None:
    """The weight is how many sessions are shared; Graphviz draws such nodes nearer."""
    if heaviest == 1:
        graph.edge(one, other, weight=str(number))
    else:
        width = max(_THICKEST * number / heaviest, _THINNEST)
        graph.edge(one, other, weight=str(number), label=str(number), penwidth=f"{width:.1f}")


def _lines(text: str) -> list[str]:
    from textwrap import wrap

    return wrap(line_of(text), _WIDTH, max_lines=4, placeholder=" …")


def _joined(lines: Iterable[str]) -> str:
    """Lines as one label; the end of one is written as a backslash and an n."""
    whole: str = graphviz.nohtml("\\n".join(map(label, lines)))
    return whole


class NoGraphvizError(Exception):
    """A graph could not be drawn; says why and what to do, in a sentence."""


def kind_of(name: str) -> Kind:
    """Return the kind of graph that has a name; the first, if none has."""
    return next((kind for kind in KINDS if kind == name), KINDS[0])


def picture(graph: graphviz.Graph) -> str:
    """Draw a graph as SVG.

    Raises:
        NoGraphvizError: the programs of Graphviz are missing, or failed.
    """
    try:
        return str(graph.pipe(format="svg", encoding="utf-8"))
    except graphviz.ExecutableNotFound as error:
        raise NoGraphvizError(
            "not drawn, for Graphviz is not installed (apt install graphviz, brew install "
            "graphviz); without --svg you get the graph itself"
        ) from error
    except graphviz.CalledProcessError as error:
        raise NoGraphvizError(f"not drawn, for Graphviz failed ({error.returncode})") from error
