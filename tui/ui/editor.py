"""Opening a note in the reviewer's own editor."""

import os
import shlex
import subprocess
from typing import Any

from textual.app import App, SuspendNotSupported


def edit(app: App[Any], path: str) -> str:
    """Run `$VISUAL` or `$EDITOR` on a note, given by its absolute path; waits until it ends.

    The editor is run as an argument list, never through a shell. Returns what went wrong, in a
    sentence, or "".
    """
    if app.is_web:
        return "An editor is opened in a terminal only, not in a browser."
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        return "No editor is set: set $EDITOR, for example to nano."
    try:
        arguments = [*shlex.split(command), path]
    except ValueError as error:
        return f"$EDITOR cannot be understood ({error})."
    try:
        with app.suspend():
            status = subprocess.run(arguments, check=False).returncode
    except SuspendNotSupported:
        return "This terminal cannot be handed to an editor."
    except OSError as error:
        return f"{arguments[0]} cannot be run ({error.strerror})."
    return f"{arguments[0]} ended with status {status}." if status else ""
