"""Reading many files at once, in processes of their own.

A worker is handed files by message on its standard input and answers on its standard output with
what it found in them; it ends when its input does, however that comes about.
"""

import os
import queue
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import msgspec

from tui.library.child import Child
from tui.library.files import NoteFile
from tui.library.found import Found
from tui.library.frames import receive, send
from tui.library.reading import read_some

_AT_ONCE = 50
_ENOUGH = 300  # fewer are read sooner than workers start; what is needed but once is there then
_MOST = 8
_AHEAD = 64  # answers that may wait while others are put into an index, so that no worker does

_orders = msgspec.msgpack.Decoder(list[tuple[str, bytes, str]])
_answers = msgspec.msgpack.Decoder(list[Found])


def read_all(
    files: Sequence[NoteFile], folder: Path, *, prints: bool = True
) -> Iterator[list[Found]]:
    """Yield what is in files, some at a time, those at the front first.

    The first are read at once, here; if there are many more, workers read them. Prints may come
    later (see `Row`).
    """
    alone = min(len(files), _ENOUGH)
    for at in range(0, alone, _AT_ONCE):
        yield read_some(files[at : min(at + _AT_ONCE, alone)], folder, prints=prints)
    if alone == len(files):
        return
    crew = _Crew(folder, prints=prints)
    try:
        yield from crew.read(files[alone:])
    finally:
        crew.dismiss()


class _Crew:
    """As many workers as there are processors to keep busy."""

    def __init__(self, folder: Path, *, prints: bool) -> None:
        self._folder = folder
        self._prints = prints
        self._workers = [
            Child("tui.library.crew", os.fspath(folder), "prints" if prints else "", copied=True)
            for _ in range(min(os.cpu_count() or 1, _MOST))
        ]

    def read(self, files: Sequence[NoteFile]) -> Iterator[list[Found]]:
        """Yield what is in files, as the workers answer."""
        found: queue.Queue[list[Found] | BaseException | None] = queue.Queue(_AHEAD)
        orders = iter([files[at : at + _AT_ONCE] for at in range(0, len(files), _AT_ONCE)])
        turn = threading.Lock()

        def serve(worker: Child) -> None:
            try:
                while True:
                    with turn:
                        some = next(orders, None)
                    if some is None:
                        break
                    found.put(self._ask(worker, some))
            except BaseException as error:  # noqa: BLE001 - handed on to whoever waits
                found.put(error)
            found.put(None)

        for worker in self._workers:
            threading.Thread(target=serve, args=(worker,), daemon=True).start()
        at_work = len(self._workers)
        while at_work:
            answer = found.get()
            if isinstance(answer, BaseException):
                raise answer
            if answer is None:
                at_work -= 1
            else:
                yield answer

    def _ask(self, worker: Child, some: Sequence[NoteFile]) -> list[Found]:
        """Let a worker read files; where it is no more, they are read here."""
        answer = None
        try:
            send(worker.to, [(f.path, os.fsencode(f.real), f.refused) for f in some])
            answer = receive(worker.from_, _answers)
        except (OSError, ValueError):  # it has ended, or was dismissed
            answer = None
        if answer is None:
            return read_some(some, self._folder, prints=self._prints)
        return answer

    def dismiss(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.end()
        for worker in self._workers:
            worker.close()


def main(asked: IO[bytes], told: IO[bytes], folder: str, prints: str) -> None:
    """Read what is asked for until there is nobody to ask; what a worker runs."""
    while (orders := receive(asked, _orders)) is not None:
        files = [NoteFile(path, os.fsdecode(real), refused) for path, real, refused in orders]
        try:
            send(told, read_some(files, Path(folder), prints=bool(prints)))
        except BrokenPipeError:
            break
