"""Opening a note in the reviewer's own editor."""

import os
import shlex
import shutil
import subprocess
from typing import Any

from textual.app import App, SuspendNotSupported


def edit(app: App[Any], path: str) -> str:
    """Run `$VISUAL` or `$EDITOR` on a note, given by its absolute path; waits until it ends.

    The editor is run as an argument list, never through a shell; one that names no program counts
    as not set. Returns what went wrong, in a sentence, or "".
    """
    if app.is_web:
        return "An editor is opened in a terminal only, not in a browser."
    try:
        command = _command("VISUAL") or _command("EDITOR")
    except ValueError as error:
        return str(error)
    if not command:
        return "No editor is set: set $EDITOR, for example to nano."
    if shutil.which(command[0]) is None:  # the screen need not be left to find that out
        return _cannot_be_run(command[0], "there is no such program")
    try:
        with app.suspend():
            return _run([*command, path])
    except SuspendNotSupported:
        return "This terminal cannot be handed to an editor."


def _command(variable: str) -> list[str]:
    """The program that a variable names, and its arguments; empty if it names none.

    Raises:
        ValueError: it cannot be understood; says so in a sentence.
    """
    try:
        command = shlex.split(os.environ.get(variable, ""))
    except ValueError as error:
        raise ValueError(f"${variable} cannot be understood ({error}).") from None
    return command if command and command[0].strip() else []


def _run(arguments: list[str]) -> str:
    """Run an editor; says what went wrong.

    Nothing is raised: the screen comes back only if what it was left for ends without an error.
    """
    try:
        status = subprocess.run(arguments, check=False).returncode
    except OSError as error:
        return _cannot_be_run(arguments[0], error.strerror or str(error))
    return f"{arguments[0]} ended with status {status}." if status else ""


def _cannot_be_run(program: str, why: str) -> str:
    return f"{program} cannot be run ({why}): set $EDITOR to another, for example to nano."
