"""The command line: `commands` names them all, and the room in which each lives.

`options` is what commands share. `saying` turns what can go wrong into one plain line and an exit
status; `output` prints, and `decisions` prints decisions.
"""

import gc


def main() -> None:
    """Run the command line; the entry point of `workbench`."""
    # Nothing of what is imported is garbage; to look for it takes a seventh of the start.
    gc.disable()
    from tui.cli.commands import run

    run()


__all__ = ["main"]
