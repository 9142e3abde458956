"""Reading a folder beside the screen, which never waits for it.

A few files are read right here. For more, child processes each list the files, read their share
of them and write batches to their standard output: four bytes of length, big-endian, then a
`Batch` in MessagePack. Killing them at any time loses nothing.
"""

import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import IO, TYPE_CHECKING

import msgspec
from msgspec import Struct

from tui.library.files import NoteFile, find_notes
from tui.library.index import Row, row_of
from tui.library.scan import LeftOut, list_files, newest_first, read_file

if TYPE_CHECKING:
    import subprocess

_BATCH_SECONDS = 0.1
_FIRST_BATCH_SECONDS = 0.02
_LENGTH = 4
_MOST_READERS = 4
_FEW_FILES = 200  # read before another process has started

# The package is found where this copy of it lies; -P keeps the current folder, which may be the
# folder of the notes, from being imported from.
_ROOT = Path(__file__).parents[2]
_PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from tui.library.reader import main; main(*sys.argv[2:])"
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
    """Reads a folder once; `stop` may be called from another thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._is_stopped = False
        self._children: list[subprocess.Popen[bytes]] = []
        self._starting = Lock()

    def batches(self) -> Iterator[Batch]:
        """Yield batches until the folder is read, or `stop` is called."""
        few = _few_files(self._folder)
        yield from self._batches_of_children() if few is None else self._batches_here(few)

    def _batches_here(self, files: list[NoteFile]) -> Iterator[Batch]:
        for batch in _read(self._folder, files):
            if self._is_stopped:
                return
            yield batch

    def _batches_of_children(self) -> Iterator[Batch]:
        brought: SimpleQueue[tuple[int, Batch | None]] = SimpleQueue()

        def bring(number: int, child: "subprocess.Popen[bytes]") -> None:
            for batch in self._batches_of(child):
                brought.put((number, batch))
            brought.put((number, None))

        children = self._start()
        for number, child in enumerate(children):
            Thread(target=bring, args=(number, child), daemon=True).start()
        running = len(children)
        done, of = [0] * running, [0] * running
        while running:
            number, batch = brought.get()
            if batch is None:
                running -= 1
                continue
            done[number], of[number] = batch.done, batch.of
            batch.done, batch.of = sum(done), sum(of)
            yield batch

    def _start(self) -> "list[subprocess.Popen[bytes]]":
        import subprocess  # a small folder, and a listing, do without

        count = min(os.cpu_count() or 1, _MOST_READERS)
        program = [sys.executable, "-P", "-c", _PROGRAM, os.fspath(_ROOT), os.fspath(self._folder)]
        with self._starting:
            if not self._is_stopped:
                self._children = [
                    subprocess.Popen(
                        [*program, str(number), str(count)],
                        stdin=subprocess.DEVNULL,
                        stdout=subprocess.PIPE,
                        stderr=subprocess.DEVNULL,
                    )
                    for number in range(count)
                ]
        return self._children

    def _batches_of(self, child: "subprocess.Popen[bytes]") -> Iterator[Batch]:
        pipe = child.stdout
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
        child.wait()
        if not is_whole and not self._is_stopped:
            yield Batch([], [], 0, 0, [], error="the reading process ended early")

    def stop(self) -> None:
        """End the reading, whatever it is doing."""
        with self._starting:
            self._is_stopped = True
        for child in self._children:
            child.kill()
            child.wait()


def _few_files(folder: Path) -> list[NoteFile] | None:
    """Return the files of a folder that holds few, None for any other."""
    try:
        files = list(islice(find_notes(folder), _FEW_FILES + 1))
    except OSError:  # whoever reads it says so
        return None
    return newest_first(files) if len(files) <= _FEW_FILES else None


def main(folder: str, number: str, count: str) -> None:
    """Read a share of a folder and write batches to standard output; what a child runs.

    Args:
        folder: the folder.
        number: which of the children this is, from 0.
        count: how many there are.
    """
    import gc

    gc.disable()  # it lives for seconds, and nothing of ours is cyclic
    pipe = sys.stdout.buffer
    try:
        files = list_files(Path(folder))[int(number) :: int(count)]
        for batch in _read(Path(folder), files):
            _send(pipe, batch)
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            why = error.strerror or type(error).__name__
            said = "" if int(number) else why  # once is enough
            _send(pipe, Batch([], [], 0, 0, [], error=said, is_last=True))


def _read(folder: Path, files: list[NoteFile]) -> Iterator[Batch]:
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
            yield batch
            batch = Batch([], [], done, len(files), [])
            until = monotonic() + _BATCH_SECONDS
    batch.done, batch.is_last = len(files), True
    yield batch


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
