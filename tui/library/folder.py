"""A folder of notes as it is now: read into its index, kept up to date, one note looked at whole.

`batches`, `read_again`, `watch`, `session`, `renew` and `stored_lines` may be run in another
thread.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from tui.library.index import Index, IndexFullError, index_path
from tui.library.watch import Watch, look_at_root

if TYPE_CHECKING:  # what few lists and commands need is imported when it is asked for
    from tui.library.files import NoteFile
    from tui.library.found import Found
    from tui.library.reader import Batch, Reader
    from tui.library.row import LeftOut
    from tui.notes import Session

T = TypeVar("T")


class FolderError(Exception):
    """A notes folder cannot be opened; says what, where and what to do, in a sentence."""


class Renewed(Struct, frozen=True):
    """A note that was read anew, whole; `is_news` tells that it was not what was known of it."""

    note: Session | LeftOut
    is_news: bool


class StoredLine(Struct, frozen=True):
    """A line of a note, from 1, as it is stored and as it is healed; `codec` did the damage."""

    number: int
    stored: str
    healed: str
    codec: str
    uncertain: bool


class Folder:
    """A folder of notes."""

    def __init__(self, path: Path, *, follow: bool = False, throwaway: bool = False) -> None:
        """Nothing is read yet.

        Args:
            path: where the notes are.
            follow: whether symbolic links to folders, and out of this one, are followed.
            throwaway: whether the folder is soon gone, and its index not worth a file.

        Raises:
            FolderError: there is no such folder.
        """
        self.path = _real_folder(path)
        self._follow = follow
        self._throwaway = throwaway
        self._reader: Reader | None = None
        self._watch = Watch(self.path)
        self._reading = threading.Lock()
        self._is_listed = threading.Event()  # not, while it is read for the first time
        self._is_listed.set()
        self._is_loaded = False

    @cached_property
    def index(self) -> Index:
        """What is known of the folder, as it was left by whoever looked at it last."""
        if self._throwaway:
            return Index(None)
        return Index.of(self.path, follow=self._follow)

    @property
    def is_known(self) -> bool:
        """Whether the folder was read before, so that the index answers at once."""
        return self._reader is None and self.index.is_complete

    @property
    def must_read(self) -> bool:
        """Whether the index was found damaged meanwhile, and the folder is to be read again."""
        return self.index.was_lost

    def notices(self) -> list[str]:
        """What a reviewer should know about the index and the watching, a sentence each."""
        return [notice for notice in (self.index.notice, self._watch.notice) if notice]

    @property
    def gone(self) -> str:
        """What to do, in a sentence, as the folder cannot be read any more; "" if it can."""
        why = self._watch.away
        return (
            why and f"{why}; see that {self.path} is there and may be read: it is read again then"
        )

    # The whole folder --------------------------------------------------------------------

    def load(self) -> None:
        """Read whatever has changed, here and now.

        Raises:
            FolderError: the folder cannot be listed.
        """
        try:
            self._update()
        except OSError as error:
            raise FolderError(f"{self.path}: cannot be listed ({error.strerror})") from error
        self._is_loaded = True

    def surely(self, ask: Callable[[], T]) -> T:
        """Ask again if the index turned out to be damaged, and is not read anew elsewhere."""
        answer = ask()
        if self._is_loaded and self.index.was_lost:
            self._update()
            answer = ask()
        return answer

    def _update(self) -> None:
        """Bring the index up to date; one that cannot be written is given up for one that can."""
        from tui.library.updating import update

        for _ in range(3):
            try:
                for _ in update(self.path, self.index, follow=self._follow):
                    pass
            except IndexFullError as error:
                if not self.index.was_lost:
                    self.index.move_to_memory(str(error))
            if not self.index.was_lost:
                return
            self.index.was_lost = False

    def begin_reading(self, *, prints: bool = True) -> None:
        """Begin to read a folder that was never read, in a process of its own.

        To be called while there is but one thread: then that process is there at once. It makes
        the index, too, where there is none: a screen has other things to do first.

        Args:
            prints: whether those of each note are needed at once (see `Row`).
        """
        path = None if self._throwaway else index_path(self.path, follow=self._follow)
        if path is None or path.exists():
            if self.index.is_complete:
                return
            path = self.index.path
        if path and "index" in self.__dict__:  # the process may be a copy of this one
            self.index.close()
            del self.index
        from tui.library.reader import Reader  # a folder that is known is listed without

        self._is_listed.clear()
        self._reader = Reader(self.path, path, follow=self._follow, prints=prints, copied=True)

    def batches(self) -> Iterator[Batch]:
        """Yield how far the reading is; what it found is in the index by then."""
        with self._reading:
            misses = 0
            self._reader = self._reader or self._new_reader()
            while (reader := self._reader) is not None:
                for batch in reader.batches():
                    if batch.waiting is not None or batch.is_last:
                        self._is_listed.set()
                    if batch.index_error:
                        self.index.move_to_memory(batch.index_error)
                        self._reader = self._new_reader()
                        break
                    batch.news = self.index.put(batch.found) if batch.found else batch.news
                    if batch.waiting and not self._has_arrived():
                        batch.waiting = None
                    yield batch
                else:
                    self._reader = None
                    if reader.index and reader.is_whole and not self._has_arrived():
                        if misses:
                            self.index.move_to_memory("another program writes there")
                        misses += 1
                        self._reader = self._new_reader()

    def _has_arrived(self) -> bool:
        """Whether what a reader has written, all of it, stands in the index that is open here.

        Another workbench, of another version say, may have put a file of its own in its place, or
        kept it from being opened.
        """
        if self.index.path is None:
            return False
        if not self.index.is_complete:
            self.index.look_again()
        return self.index.is_complete

    def _new_reader(self) -> Reader:
        from tui.library.reader import Reader

        self.index.was_lost = False
        return Reader(self.path, self.index.path, follow=self._follow)

    def stop_reading(self) -> None:
        """End the reading, finished or not, and the watching."""
        self._watch.stop()
        self._is_listed.set()
        if self._reader:
            self._reader.stop()

    def watch(self) -> Iterator[int]:
        """Yield, as other programs change the notes, how many of them are news.

        What they say is in the index by then. None are when the folder is `gone`, or has come
        back; while it is gone, what is known of it stays as it is.

        Of a folder that is being read for the first time that begins once all of it is listed, and
        what has changed meanwhile is found then: what watches would take the processor from what
        reads.
        """
        is_late = not self._is_listed.is_set()
        self._is_listed.wait()
        said = self._watch.away
        for paths in self._watch.changes(missed=is_late):
            if paths is None:
                news = sum(batch.news for batch in self.batches())
            else:
                news = self.read_again(paths) if paths else 0
            if news or self._watch.away != said:
                said = self._watch.away
                yield news

    def read_again(self, paths: Iterable[str]) -> int:
        """Read what stands at some paths now, files or folders; tells how much of it is news.

        Paths are relative to the folder. What is not there any more is forgotten, unless the folder
        itself is gone.
        """
        from tui.library.crew import read_all
        from tui.library.scan import find_at

        asked = set(paths)
        files = find_at(self.path, asked, follow=self._follow)
        if self._is_gone():
            return 0
        there = {file.path for file in files}
        gone = [
            known for path in asked for known in self.index.cards.below(path) if known not in there
        ]
        news = self._put([], gone) + len(gone) if gone else 0
        for found in read_all(files, self.path):
            if self._is_gone():
                break
            news += self._put(found)
        return news

    # One note ----------------------------------------------------------------------------

    def location(self, path: str) -> str:
        """What the operating system calls a note, as an absolute path."""
        return self._file(path).real

    def session(self, path: str) -> Session | LeftOut:
        """Read one note anew, whole."""
        from tui.library.reading import read_file

        return read_file(self._file(path))

    def stored_lines(self, path: str) -> list[StoredLine]:
        """Read a note line by line, as stored and as healed; empty if it cannot be read."""
        from tui.library.reading import read_both
        from tui.library.row import LeftOut

        both = read_both(self._file(path))
        if isinstance(both, LeftOut):
            return []
        text, session = both
        codecs = {mend.line: mend.codec for mend in session.healed}
        uncertain = set(session.uncertain)
        pairs = zip(text.split("\n"), session.text.split("\n"), strict=True)
        return [
            StoredLine(number, stored, healed, codecs.get(number, ""), number in uncertain)
            for number, (stored, healed) in enumerate(pairs, 1)
        ]

    def renew(self, path: str) -> Renewed:
        """Read one note anew, whole; what is not as it was known is in the index by then.

        One that cannot be read stays known while the folder itself is gone.
        """
        from tui.library.found import row_of, texts_of
        from tui.library.reading import found_of, read_whole
        from tui.library.row import LeftOut

        file = self._file(path)
        note, stamp = read_whole(file)
        known = self.index.cards.known(path)
        if isinstance(note, LeftOut):
            is_news = known is not None and not self._is_gone()
            if is_news:
                self._put([found_of(file, self.path, note, stamp)])
            return Renewed(note, is_news)
        row = row_of(note)
        is_news = row.differs_from(known)
        if is_news:
            self._put([found_of(file, self.path, row, stamp, texts_of(note))])
        return Renewed(note, is_news)

    def _file(self, path: str) -> NoteFile:
        from tui.library.files import NoteFile, refusal
        from tui.library.reading import usual_name

        known = self.index.cards.real(path)
        real = os.fsdecode(known) if known else usual_name(self.path, path)
        return NoteFile(path, real, refusal(self.path, real, follow=self._follow))

    def _is_gone(self) -> bool:
        return bool(look_at_root(self.path)[1])

    def _put(self, found: list[Found], gone: Sequence[str] = ()) -> int:
        try:
            if gone:
                self.index.remove(gone)
            return self.index.put(found)
        except IndexFullError as error:
            if not self.index.was_lost:
                self.index.move_to_memory(str(error))
                self.index.was_lost = True
            return 0


def _real_folder(folder: Path) -> Path:
    absolute = Path(os.path.abspath(folder))  # noqa: PTH100 - keeps symbolic links
    if not absolute.exists():
        raise FolderError(f"{folder}: there is no such folder; name the folder of your notes")
    if not absolute.is_dir():
        raise FolderError(f"{folder}: this is a file; name the folder it lies in")
    return absolute
