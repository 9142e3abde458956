"""Reading a folder in a process of its own, so that the screen never waits for it.

The child lists the files, reads them and writes batches to its standard output: four bytes of
length, big-endian, then a `Batch` in MessagePack. Killing it at any time loses nothing.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import IO

import msgspec
from msgspec import Struct

from tui.library.files import NoteFile
from tui.library.index import Row, row_of
from tui.library.scan import LeftOut, list_files, read_file

_BATCH_SECONDS = 0.1
_FIRST_BATCH_SECONDS = 0.02
_LENGTH = 4

# The package is found where this copy of it lies; -P keeps the current folder, which may be the
# folder of the notes, from being imported from.
_ROOT = Path(__file__).parents[2]
_PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from tui.library.reader import main; main(sys.argv[2])"
)


class Batch(Struct):
    """What was read since the last batch, and how many files of all are read.

    `odd_names` are the notes whose path is not what the operating system calls them, with what
    it does, in bytes. `error` says why it ends early.
    """

    rows: list[Row]
    left_out: list[LeftOut]
    done: int
    of: int
    odd_names: list[tuple[str, bytes]]
    error: str = ""
    is_last: bool = False


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Batch)


class Reader:
    """The child process that reads a folder; it is started at once."""

    def __init__(self, folder: Path) -> None:
        self._is_stopped = False
        import subprocess  # only the workbench reads in a child; listing starts without it

        self._child = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM, os.fspath(_ROOT), os.fspath(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def batches(self) -> Iterator[Batch]:
        """Yield batches until the folder is read, or `stop` is called from another thread."""
        pipe = self._child.stdout
        if pipe is None:
            return
        is_whole = False
        with pipe:
            while (head := pipe.read(_LENGTH)) and len(head) == _LENGTH:
                body = pipe.read(int.from_bytes(head, "big"))
                try:
                    batch = _decoder.decode(body)
                except msgspec.DecodeError:  # it ended in the middle of a batch
                    break
                is_whole = batch.is_last
                yield batch
        self._child.wait()
        if not is_whole and not self._is_stopped:
            yield Batch([], [], 0, 0, [], error="the reading process ended early")

    def stop(self) -> None:
        """End the child, whatever it is doing."""
        self._is_stopped = True
        self._child.kill()
        self._child.wait()


def main(folder: str) -> None:
    """Read a folder and write batches to standard output; what the child runs."""
    import gc

    gc.disable()  # it lives for seconds, and nothing of ours is cyclic
    pipe = sys.stdout.buffer
    try:
        _send(pipe, Batch([], [], 0, 0, []))
        _read_all(Path(folder), pipe)
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            why = error.strerror or type(error).__name__
            _send(pipe, Batch([], [], 0, 0, [], error=why, is_last=True))


def _read_all(folder: Path, pipe: IO[bytes]) -> None:
    files = list_files(folder)
    batch = Batch([], [], 0, len(files), _odd_names(folder, files))
    until = monotonic() + _FIRST_BATCH_SECONDS
    for done, file in enumerate(files, 1):
        found = read_file(file)
        if isinstance(found, LeftOut):
            batch.left_out.append(found)
        else:
            batch.rows.append(row_of(found))
        if monotonic() >= until:
            batch.done = done
            _send(pipe, batch)
            batch = Batch([], [], done, len(files), [])
            until = monotonic() + _BATCH_SECONDS
    batch.done, batch.is_last = len(files), True
    _send(pipe, batch)


def _odd_names(folder: Path, files: list[NoteFile]) -> list[tuple[str, bytes]]:
    usual = os.path.join(folder, "")  # noqa: PTH118 - a hundred thousand of them
    return [
        (file.path, os.fsencode(file.real))
        for file in files
        if usual + file.path.replace("/", os.sep) != file.real
    ]


def _send(pipe: IO[bytes], batch: Batch) -> None:
    body = _encoder.encode(batch)
    pipe.write(len(body).to_bytes(_LENGTH, "big") + body)
    pipe.flush()
