"""Text we did not write is never read as markup: what would do that is not in the program.

Textual takes a plain `str` for markup in most places, where `[/x]` ends the program and
`[@click=…]` runs an action.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program import ROOT

FILES = sorted((ROOT / "tui").rglob("*.py"))
# Widgets and functions that read markup in what they are given, and that we do without.
FORBIDDEN = {
    "Label", "DataTable", "Tree", "Markdown", "MarkdownViewer", "Button", "Checkbox",
    "RadioButton", "Select", "SelectionList", "Tab", "TabPane", "Tabs", "Collapsible", "Log",
    "RichLog", "Digits", "Footer", "from_markup", "from_text", "render_markup", "open_url",
    "copy_to_clipboard",
}  # fmt: skip
TITLES = {"border_title", "border_subtitle", "tooltip"}
# What makes text out of a `str` that is drawn as it is.
MAKERS = {"Content", "_found_in"}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """The calls in a file, by the last part of the name of what is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name, node


def is_ours(node: ast.expr | None) -> bool:
    """Whether text is written in the program, or nothing."""
    match node:
        case None | ast.Constant():
            return True
        case ast.IfExp(body=body, orelse=other):
            return is_ours(body) and is_ours(other)
    return False


def is_text(node: ast.expr) -> bool:
    """Whether it is made so that it is drawn as it is."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name in MAKERS
        case ast.Tuple(elts=elements):
            return all(map(is_text, elements))
    return False


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((each.value for each in call.keywords if each.arg == name), None)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_is_read_as_markup(path: Path) -> None:
    for name, call in calls(path):
        place = f"{path}:{call.lineno}"
        assert name not in FORBIDDEN, f"{place}: {name}"
        markup = keyword(call, "markup")
        assert markup is None or (isinstance(markup, ast.Constant) and not markup.value), place
        if name == "notify":
            assert markup is not None or is_ours(call.args[0]), f"{place}: notify without markup="
            assert keyword(call, "title") is None, place
        elif name == "Static":
            assert markup is not None, f"{place}: Static without markup="
        elif name in {"Option", "DiscoveryHit"}:
            assert is_text(call.args[0]), f"{place}: a plain str"
        elif name == "Hit":
            assert is_text(call.args[1]), f"{place}: a plain str"
        if name in {"Hit", "DiscoveryHit"}:
            assert is_unmarked(keyword(call, "help")), f"{place}: help is read as markup"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Assign(targets=targets, value=value):
                names = {part.attr for part in parts_of(targets) if isinstance(part, ast.Attribute)}
                assert not names & TITLES or is_text(value), f"{path}:{node.lineno}: a plain str"


def parts_of(targets: list[ast.expr]) -> Iterator[ast.expr]:
    for target in targets:
        yield from parts_of(target.elts) if isinstance(target, ast.Tuple) else [target]


def is_unmarked(node: ast.expr | None) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="escape")):
            return True
    return is_ours(node)


def test_nothing_opens_links() -> None:
    for path in FILES:
        text = path.read_text(encoding="utf-8").replace("def open_url(", "def refuse(")
        for way in ("webbrowser", "xdg-open", "startfile", "open_url", "[link", "[@click", "href"):
            assert way not in text, f"{path}: {way}"


def test_the_screen_runs_the_editor_and_nothing_else_and_nothing_goes_through_a_shell() -> None:
    for path in FILES:
        if path.is_relative_to(ROOT / "tui" / "ui") and path.name != "editor.py":
            assert "subprocess" not in path.read_text(encoding="utf-8"), path
        for name, call in calls(path):
            assert keyword(call, "shell") is None, path
            assert name not in {"system", "popen", "getoutput", "execvp", "execlp"}, path
