"""Listening to what the system tells of a folder, in a process of its own.

To begin with, every file below the folder is looked at: of a hundred thousand for a quarter of a
second, in which watchfiles lets no other thread of its process run, and no key would be answered.
"""

import gc
import os
import threading
from typing import IO

from msgspec import Struct

from tui.library.frames import send

_GROUPED_MS = 200
_QUIET_MS = 30
_LOOK_MS = 2000


class Told(Struct):
    """What happened: at which paths, relative to the folder, with `/` between parts.

    With `at_any`, anything may have happened. `error` says why nothing will be told any more. All
    are empty now and then, when it is time to look whether the folder is still there.
    """

    paths: list[str] = []
    at_any: bool = False
    error: str = ""


def main(asked: IO[bytes], pipe: IO[bytes], root: str) -> None:
    """Tell what happens below a folder, until nobody is there to hear it; what the child runs."""
    import logging

    from watchfiles import watch

    logging.getLogger("watchfiles").setLevel(logging.ERROR)
    gc.enable()  # it lives as long as the workbench
    stop = threading.Event()
    threading.Thread(target=_wait_for_the_end, args=(asked, stop), daemon=True).start()
    try:
        for happened in watch(
            root,
            watch_filter=None,
            debounce=_GROUPED_MS,
            step=_QUIET_MS,
            stop_event=stop,
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            paths = {_relative(path, root) for _, path in happened}
            seen = sorted(path for path in paths if path and not _is_hidden(path))
            send(pipe, Told(seen, at_any=None in paths))
    except BrokenPipeError:
        return
    except OSError as error:  # as when the system watches as much as it may already
        send(pipe, Told(error=error.strerror or str(error)))


def _wait_for_the_end(asked: IO[bytes], stop: threading.Event) -> None:
    asked.read()  # nothing is ever asked; it ends with whoever could
    stop.set()


def _relative(path: str, root: str) -> str | None:
    """A path within the folder; None for one whose bytes are no text, which is not told whole."""
    if "\N{REPLACEMENT CHARACTER}" in path:
        return None
    inside = os.path.relpath(path, root).replace(os.sep, "/")
    return "" if inside == "." else inside


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))
