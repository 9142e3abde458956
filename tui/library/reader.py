"""Reading a folder in a process of its own, so that the screen never waits for it.

The child brings the index up to date and tells how far it is; for an index in memory it sends
what it found. Killing it at any time loses nothing. What reads is imported there only.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import IO

import msgspec
from msgspec import Struct

from tui.library.child import Child
from tui.library.found import Found
from tui.library.frames import receive, send
from tui.library.index import Index, IndexFullError, NoIndexError


class Batch(Struct):
    """What was read since the last batch.

    `news` counts the files that are not as they were known; `found` holds them where the index is
    in memory. Of the files to be read, `done` are read. `waiting`, once all are, is how many
    sessions cannot be found by their words yet. `error` says why it ends early; `index_error` that
    it does because the index cannot be written.
    """

    news: int = 0
    done: int = 0
    of: int = 0
    waiting: int | None = None
    found: list[Found] = []
    error: str = ""
    index_error: str = ""
    is_last: bool = False


_FOLLOWING, _PRINTING = "follow", "prints"
_SECONDS = 0.2  # between what is told, once there is something to show

_batches = msgspec.msgpack.Decoder(Batch)


class Reader:
    """The child process that reads a folder; it is started at once.

    `is_whole` tells whether it has read all of it; `index` is the file that it writes to.
    """

    def __init__(
        self,
        folder: Path,
        index: Path | None = None,
        *,
        follow: bool = False,
        prints: bool = True,
        copied: bool = False,
    ) -> None:
        """Begin to read.

        Args:
            folder: where the notes are.
            index: the file of the index, None for one in memory.
            follow: whether symbolic links are followed.
            prints: whether those of each note are needed at once; of an index in memory they are.
            copied: whether the child may be a copy of this process, which has no index open.
        """
        self.index = index
        self.is_whole = False
        self._is_stopped = False
        how = (_FOLLOWING if follow else "", _PRINTING if prints else "")
        arguments = (os.fspath(folder), os.fspath(index or ""), *how)
        self._child = Child("tui.library.reader", *arguments, copied=copied, leads=True)

    def batches(self) -> Iterator[Batch]:
        """Yield batches until the folder is read, or `stop` is called from another thread."""
        is_ended = False
        while batch := receive(self._child.from_, _batches):
            is_ended = batch.is_last
            self.is_whole = is_ended and not (batch.error or batch.index_error)
            yield batch
        self._child.close()
        self._child.wait()
        if not is_ended and not self._is_stopped:
            yield Batch(error="the reading process ended early", is_last=True)

    def stop(self) -> None:
        """End the child and its workers, whatever they are doing."""
        self._is_stopped = True
        self._child.end()


def main(
    _asked: IO[bytes], pipe: IO[bytes], folder: str, index: str, follow: str, prints: str
) -> None:
    """Read a folder and write batches to a pipe; what the child runs."""
    try:
        send(pipe, Batch())
        if index:
            _update(Path(folder), Path(index), pipe, follow=bool(follow), prints=bool(prints))
        else:
            _read(Path(folder), pipe, follow=bool(follow))
    except BrokenPipeError:
        return
    except (IndexFullError, NoIndexError) as error:
        send(pipe, Batch(index_error=str(error), is_last=True))
    except OSError as error:
        why = error.strerror or type(error).__name__
        send(pipe, Batch(error=why, is_last=True))


def _update(folder: Path, path: Path, pipe: IO[bytes], *, follow: bool, prints: bool) -> None:
    from tui.library.updating import update

    index = Index(path)
    said = unsaid = done = of = 0
    next_at = 0.0
    for news, done, of, waiting in update(folder, index, follow=follow, prints=prints):
        unsaid += news
        is_due = waiting is not None or (unsaid and not said) or monotonic() >= next_at
        if is_due and (done < of or waiting):
            send(pipe, Batch(unsaid, done, of, waiting))
            said, unsaid = said + unsaid, 0
            next_at = monotonic() + _SECONDS
    index.close()
    send(pipe, Batch(unsaid, done, of, is_last=True))


def _read(folder: Path, pipe: IO[bytes], *, follow: bool) -> None:
    from tui.library.crew import read_all
    from tui.library.scan import list_files

    files = list_files(folder, follow=follow)
    done = 0
    for found in read_all(files, folder):
        done += len(found)
        send(pipe, Batch(len(found), done, len(files), found=found))
    send(pipe, Batch(0, done, len(files), is_last=True))
