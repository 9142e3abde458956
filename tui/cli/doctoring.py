"""`workbench doctor`: what to paste into a bug report, without a word of any note."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import output
from tui.cli.options import notes_option
from tui.cli.saying import NOT_READ_OR_WRITTEN, plain_errors, say

if TYPE_CHECKING:
    from tui.health import Fact

_PACKAGES = (
    "textual", "rich", "click", "msgspec", "python-frontmatter", "PyYAML", "ftfy", "platformdirs",
    "filelock", "watchfiles", "textual-serve",
)  # fmt: skip
_OF_TERMINAL = ("TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "LANG", "LC_ALL")


@click.command()
@notes_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def doctor(notes: Path, store: Path | None, follow: bool, as_json: bool) -> None:
    """Tell what state things are in: versions, terminal, notes, journal, index, config, problems.

    Paste it into a bug report. No text of your notes is in it, no title, label, task, name of a
    note or of a reviewer; but where the folder of your notes lies is: look at the paths first.
    Nothing is changed by looking. Exit status 3 if something is wrong, said on stderr.

    \b
    workbench doctor --notes ~/notes
    workbench doctor --notes ~/notes --json
    """  # noqa: D301
    with plain_errors():
        from tui.health import examine

        health = examine(notes, store, follow=follow)
        facts = {"versions": _versions(), "terminal": _terminal(), **health.facts}
        if as_json:
            output.print_object({**facts, "wrong": health.wrong})
        else:
            for about, found in facts.items():
                for name, fact in found.items():
                    output.print_fields(about, name, _written(fact))
        for each in health.wrong:
            say(each)
        if health.wrong:
            sys.exit(NOT_READ_OR_WRITTEN)


def _written(fact: "Fact") -> str:
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    return f"{fact:,}" if isinstance(fact, int) else fact


def _versions() -> "dict[str, Fact]":
    import platform
    import shutil
    import sqlite3
    from importlib import metadata

    from tui import __version__

    found: dict[str, Fact] = {
        "workbench": __version__,
        "python": f"{platform.python_version()} ({platform.python_implementation()})",
        "system": platform.platform(),
        "sqlite": sqlite3.sqlite_version,
        "git": bool(shutil.which("git")),
    }
    for package in _PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[package] = "not installed"
    return found


def _terminal() -> "dict[str, Fact]":
    import shutil

    size = shutil.get_terminal_size()
    found: dict[str, Fact] = {
        "stdin is one": sys.stdin.isatty(),
        "stdout is one": sys.stdout.isatty(),
        "size": f"{size.columns} x {size.lines}",
        "encoding": str(sys.stdout.encoding),
        "colours": _colours(),
        "NO_COLOR": bool(os.environ.get("NO_COLOR")),
        "in tmux or screen": bool(os.environ.get("TMUX") or os.environ.get("STY")),
        "over ssh": bool(os.environ.get("SSH_CONNECTION")),
        "editor is set": bool(os.environ.get("VISUAL") or os.environ.get("EDITOR")),
    }
    return found | {name: os.environ.get(name, "") for name in _OF_TERMINAL}


def _colours() -> str:
    """What the terminal says it can draw, by the usual variables."""
    if os.environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        return "16 million"
    term = os.environ.get("TERM", "")
    if term in {"", "dumb"}:
        return "none"
    return "256" if "256color" in term else "16"
