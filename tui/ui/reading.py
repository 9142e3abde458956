"""Reading a folder in a thread, a batch at a time, so that the first rows are there at once."""

from collections.abc import Callable
from itertools import islice
from time import monotonic

from tui.workbench import LeftOut, Row, Workbench

Found = list[Row | LeftOut]
_BATCH_SECONDS = 0.1
_AT_ONCE = 16


def read_folder(
    bench: Workbench,
    deliver: Callable[[Found, int, int], None],
    is_cancelled: Callable[[], bool],
) -> None:
    """Read every file of a folder.

    Args:
        bench: the workbench of the folder.
        deliver: called with what was found, how many files were read, and how many there are.
        is_cancelled: asked often; True ends the reading.

    Raises:
        FolderError: the folder cannot be listed.
    """
    files = bench.files()
    found = bench.read(files)
    done = 0
    deliver([], 0, len(files))
    while done < len(files) and not is_cancelled():
        batch: Found = []
        until = monotonic() + _BATCH_SECONDS
        while monotonic() < until and (some := list(islice(found, _AT_ONCE))):
            batch += some
            if is_cancelled():
                return
        done += len(batch)
        deliver(batch, done, len(files))
