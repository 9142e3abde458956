"""What a call of the program asks for: a command, or the workbench on a folder, as it mostly is."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOMS = {
    "opening": ("open_",),
    "listing": ("sessions", "tasks", "show"),
    "deciding": ("done", "reopen", "drop", "set_", "undo", "redo", "reverse", "history", "orphans"),
    "healing": ("heal",),
    "exchanging": ("export", "import_", "apply"),
    "reporting": ("report", "agenda", "graph"),
    "sharing": ("share",),
    "serving": ("serve",),
    "doctoring": ("doctor",),
    "completing": ("completion",),
}
"""The commands by the room they live in, by the names of their functions."""

PLACES = {name.rstrip("_"): (room, name) for room, names in ROOMS.items() for name in names}
"""The room and the function of each command."""

COMPLETING = "_WORKBENCH_COMPLETE"
"""The variable by which a shell asks what comes next (click's own name for it)."""


class Opening(NamedTuple):
    """The workbench is asked for on a folder, with a journal of its own or the folder's."""

    folder: Path
    store: Path | None = None


def usual_call(arguments: Sequence[str]) -> Opening | None:
    """Return what a call asks for that names a folder and a journal at the most, else None.

    Nearly every start is one. It is understood without click, which takes 8 ms to import; whatever
    else is asked for is click's, and so is every mistake.

    Args:
        arguments: what stands behind the name of the program.
    """
    if COMPLETING in os.environ or sys.platform == "win32":  # there click completes names itself
        return None
    rest = list(arguments)
    store = rest.pop() if len(rest) > 1 and rest[-2] == "--store" else ""
    if store:
        rest.pop()
    folder = rest.pop() if rest else "."
    if rest or not folder or folder in PLACES or folder[0] == "-" or store[:1] == "-":
        return None
    return Opening(Path(folder), Path(store) if store else None)
