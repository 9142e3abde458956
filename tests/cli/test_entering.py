"""The way to the screen: the usual call is understood as any other, and little is loaded for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.program import ROOT
from tui.cli.calls import COMPLETING, PLACES, Opening, usual_call
from tui.cli.commands import workbench
from tui.cli.opening import open_

NOT_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="there click reads every call")


def as_click_reads(arguments: list[str]) -> dict[str, object]:
    """What is asked for, by the name of the option."""
    return open_.make_context("open", list(arguments)).params


@NOT_WINDOWS
@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["."],
        ["notes"],
        ["./tasks"],
        ["notes", "--store", "journal.jsonl"],
        ["--store", "journal.jsonl"],
        ["a folder", "--store", "open"],
    ],
)
def test_the_usual_call_asks_for_what_click_reads_in_it(arguments: list[str]) -> None:
    asked = usual_call(arguments)
    assert asked is not None
    said = as_click_reads(arguments)
    assert (said.pop("folder"), said.pop("store")) == asked
    assert not any(said.values())


@pytest.mark.parametrize(
    "arguments",
    [
        *([name] for name in PLACES),
        ["--help"],
        ["-h"],
        ["--version"],
        ["notes", "--ascii"],
        ["--by", "Eva"],
        ["notes", "--by", "Eva"],
        ["notes", "--store"],
        ["--store"],
        ["notes", "--store", "-x"],
        ["notes", "--store", ""],
        ["notes", "--store=journal.jsonl"],
        ["one", "two"],
        ["one", "two", "--store", "three"],
        ["tasks", "--store", "journal.jsonl"],
        ["", "--store", "journal.jsonl"],
        [""],
        ["--", "notes"],
        ["-x", "--store", "journal.jsonl"],
    ],
)
def test_every_other_call_is_for_click(arguments: list[str]) -> None:
    assert usual_call(arguments) is None


def test_a_shell_that_completes_is_for_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COMPLETING, "bash_complete")
    assert usual_call(["notes"]) is None


def test_where_names_are_completed_by_click_itself_it_reads_every_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(COMPLETING, raising=False)
    monkeypatch.setattr("tui.cli.calls.sys.platform", "linux")
    assert usual_call(["notes"]) == Opening(Path("notes"))
    monkeypatch.setattr("tui.cli.calls.sys.platform", "win32")
    assert usual_call(["notes"]) is None


def test_every_command_has_its_room() -> None:
    context = click.Context(workbench)
    for name in PLACES:
        command = workbench.get_command(context, name)
        assert command is not None
        assert command.name == name


_LOADED = """
import sys
from tui.cli.calls import usual_call
from tui.cli.entering import import_asyncio_alone
assert usual_call(["notes"])
import_asyncio_alone()
import tui.ui.app
later = {
    "click", "ssl", "_ssl", "_hashlib", "frontmatter", "ftfy", "yaml", "tui.drafting",
    "tui.library.files", "tui.library.filter.reading", "tui.library.index.facets",
    "tui.library.index.tasks", "tui.library.index.writing", "tui.library.reader",
    "tui.library.words", "tui.ui.document", "tui.ui.screens.over",
}
print(sorted(later & {*sys.modules}))
import asyncio, ssl
async def there(): return ssl.OPENSSL_VERSION
print(asyncio.run(there()))
"""


def test_neither_click_nor_openssl_is_loaded_and_ssl_can_be_later() -> None:
    said = subprocess.run(
        [sys.executable, "-c", _LOADED], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert said.stderr == ""
    loaded, version = said.stdout.splitlines()
    assert loaded == "[]"
    assert "SSL" in version
