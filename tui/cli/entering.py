"""From the command line to the screen. Textual is imported here, and nowhere before."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.cli.hangup import end_with_terminal
from tui.cli.heap import keep_heap_small
from tui.cli.saying import WRONG_USE, fail, plain_errors
from tui.workbench import Workbench

_NO_TERMINAL = "the workbench needs a terminal; `workbench tasks` and `workbench sessions` do not"
_FRAMES = "TEXTUAL_FPS", "120"
"""How often a second Textual draws, at the most; with 60, what a key does waits twice as long."""
_TURN_SECONDS = 0.001
"""How long a thread that computes keeps others waiting, which by default is 5 ms.

The one that writes what was drawn waits so long wherever there is more to do after it.
"""


def enter(
    folder: Path,
    store: Path | None = None,
    by: str = "",
    *,
    follow: bool = False,
    only_ascii: bool = False,
    read_only: bool = False,
    is_served: bool = False,
) -> None:
    """Open the workbench, and return when it is closed.

    Args:
        folder: where the notes are.
        store: the journal, if it is not the folder's own.
        by: who decides, if that is not to be found out.
        follow: whether symbolic links to folders, and out of this one, are followed.
        only_ascii: whether it is drawn with ASCII characters only.
        read_only: whether nothing can be decided.
        is_served: whether it is drawn in a browser, and needs no terminal.
    """
    with plain_errors():
        bench = Workbench(folder, store, by, follow=follow, read_only=read_only)
        if not (is_served or (sys.stdin.isatty() and sys.stdout.isatty())):
            fail(_NO_TERMINAL, WRONG_USE)
        bench.begin_reading()
        keep_heap_small()
        import_asyncio_alone()
        bench.begin_recalling()
        sys.setswitchinterval(_TURN_SECONDS)
        with _said_to_textual():
            from tui.ui.app import WorkbenchApp

        if not is_served:
            end_with_terminal()
        WorkbenchApp(bench, only_ascii=only_ascii).run()


@contextmanager
def _said_to_textual() -> Iterator[None]:
    """Have Textual draw often; it looks into the environment once, when it is imported.

    What the reviewer's environment says of it holds. What we say is gone afterwards: an editor, and
    what is run in that, gets the environment that the workbench was given.
    """
    name, frames = _FRAMES
    if name in os.environ:
        yield
        return
    os.environ[name] = frames
    try:
        yield
    finally:
        os.environ.pop(name, None)


def import_asyncio_alone() -> None:
    """Import asyncio, on which Textual stands, without OpenSSL.

    It wants that for connections, of which there are none here, and works without it, as in a
    Python that was built without. Loading it takes 12 ms, a twentieth of a start. Whoever imports
    `ssl` afterwards gets it.
    """
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # makes its import fail
    try:
        import asyncio  # noqa: F401
    except ImportError:  # it does not do without any more
        pass
    finally:
        del sys.modules["ssl"]
