"""The command line: `calls` tells what is asked for, and in which room each command lives.

`commands` is click's view of them, `options` what they share. `saying` turns what can go wrong into
one plain line and an exit status; `output` prints, and `decisions` prints decisions. `entering`
leads to the screen.
"""

import gc
import sys


def main() -> None:
    """Run the command line; the entry point of `workbench`."""
    # Nothing of what is imported is garbage; to look for it takes a seventh of the start.
    gc.disable()
    from tui.cli.calls import usual_call
    from tui.cli.saying import INTERRUPTED, bear_all_text

    bear_all_text()
    asked = usual_call(sys.argv[1:])
    if asked is None:
        from tui.cli.commands import run

        run()
        return
    from tui.cli.entering import enter

    try:
        enter(asked.folder, asked.store)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


__all__ = ["main"]
