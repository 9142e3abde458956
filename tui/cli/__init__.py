"""The command line: `commands` names them all, and the room in which each lives.

`options` is what commands share. `saying` turns what can go wrong into one plain line and an exit
status; `output` prints, and `decisions` prints decisions.
"""

from tui.cli.commands import main

__all__ = ["main"]
