"""Small builders of what documents are made of, and texts that try to act in them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.hostile import ATTACKS
from tui.reports.facts import Change, Facts, SessionFact, TaskFact

TODAY = "2024-03-01"

MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "</style></svg></title><script>alert(1)</script>",
    "<!-- --> <![CDATA[ ]]> &lt;b&gt; &#60;b&#62; &amp;",
    "{{ 7*7 }} {% raw %} {# #}",
    "javascript:alert(1)",
    "# Heading",
    "1. item",
    "- item",
    "> quote",
    "[here](https://example.org) ![x](https://example.org/x.png)",
    "<https://example.org> https://example.org www.example.org a.b@example.org",
    "[x]: https://example.org",
    "**bold** __bold__ *stress* `code` ~~gone~~ ``a`b``",
    "[[Page|shown]] $x^2$ ==marked== %%hidden%%",
    "| cell | cell |",
    "ends in a backslash \\",
    '\\N \\G \\l "quoted" {a|b} <b>html</b>',
    "=1+1",
    "@SUM(A1)",
    "+1",
    "-1",
    "\t=1",
    "one\ntwo\r\nthree",
    "",
    " ",
)
TEXTS = st.one_of(
    st.sampled_from((*MARKUP, *ATTACKS.values())),
    st.text(st.sampled_from(list("<>&\"'`*_[](){}!#-+=.|\\~$%@:;/?\n\t 1aé\u202e\x1b日"))),
    st.text(max_size=30),
)


def session(**values: Any) -> SessionFact:
    """A session; whatever is not given is of no account."""
    usual: dict[str, Any] = {
        "id": "s1",
        "title": "Planned the move",
        "date": "2024-02-13",
        "project": "Business",
        "labels": ("Home", "Plans"),
        "path": "a.md",
        "link": "a.md",
        "unpublished": False,
    }
    return SessionFact(**(usual | values))


def task(**values: Any) -> TaskFact:
    """A task; whatever is not given is of no account."""
    usual: dict[str, Any] = {
        "id": "t1",
        "text": "Hire a van.",
        "status": "pending",
        "due": "",
        "to": "",
        "note": "",
        "by": "",
        "on": "",
        "session": session(),
    }
    return TaskFact(**(usual | values))


def facts(*tasks: TaskFact, **values: Any) -> Facts:
    """Facts of some tasks and their sessions."""
    sessions = {one.session.path: one.session for one in tasks}
    usual: dict[str, Any] = {
        "folder": "notes",
        "asked": "",
        "today": TODAY,
        "sessions": tuple(sessions.values()),
        "tasks": tasks,
        "left_out": frozenset(),
    }
    return Facts(**(usual | values))


def change(of: TaskFact, **values: Any) -> Change:
    """What was decided on a task."""
    usual: dict[str, Any] = {"day": "2024-02-20", "by": "Ana", "says": ("done",), "task": of}
    return Change(**(usual | values))


def everywhere(text: str) -> Facts:
    """Facts in which a text stands wherever something can stand; closed, open and overdue."""
    where = session(
        title=text, project=text, labels=(text, "other"), path=text or "a.md", unpublished=True
    )
    about = {"text": text, "to": text, "note": text, "by": text, "session": where}
    return facts(
        task(id="t1", status="blocked", due="2024-02-01", **about),
        task(id="t2", status="done", on="2024-02-20", **about),
        task(id="t3", status="pending", session=session(path="b.md", date="", labels=())),
        folder=text,
        asked=text,
    )
