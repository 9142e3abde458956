"""What has changed in a folder since it was last read into an index."""

import os
from collections.abc import Iterable
from heapq import nlargest
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from tui.library.files import NoteFile, Seen, look_at, walk
from tui.library.index import Index, stamp_in_one


class Changes(NamedTuple):
    """What of a folder is not as the index has it.

    `seen` is to be read, in no order; `gone` are the paths of files that are not there any more;
    `of` is how many there are.
    """

    seen: list[Seen]
    gone: list[str]
    of: int

    @property
    def files(self) -> list[NoteFile]:
        """What is to be read: names that begin with a date first, the newest foremost."""
        return _as_files(sorted(self.seen, key=_name, reverse=True))

    def first(self, most: int) -> list[NoteFile]:
        """The first of `files`, without putting all of them in order."""
        return _as_files(nlargest(most, self.seen, key=_name))


def list_files(folder: Path, *, follow: bool = False) -> list[NoteFile]:
    """Return the files of a folder that may be notes, in the order of `Changes.files`.

    Raises:
        OSError: the folder cannot be listed.
    """
    return Changes(list(walk(folder, follow=follow)), [], 0).files


def first_met(folder: Path, seconds: float, *, follow: bool = False) -> Changes | None:
    """Return the files that are met in so many seconds; None if those are all.

    In a large folder they are looked for long before the newest of all are known.

    Raises:
        OSError: the folder cannot be listed.
    """
    until = monotonic() + seconds
    met: list[Seen] = []
    for seen in walk(folder, follow=follow):
        if monotonic() > until:
            return Changes(met, [], len(met))
        met.append(seen)
    return None


def find_changes(folder: Path, index: Index, *, follow: bool = False) -> Changes:
    """Compare a folder with its index, by the sizes and times of files; none of them is read.

    A file of which these do not tell is to be read; the digest of its bytes does.

    Raises:
        OSError: the folder cannot be listed.
    """
    known = index.cards.stamps()
    changed: list[Seen] = []
    of = 0
    for of, seen in enumerate(walk(folder, follow=follow), 1):  # noqa: B007
        stamp = known.pop(seen[0], None)
        if stamp is None or stamp != _stamp_of(seen[1]):
            changed.append(seen)
    return Changes(changed, list(known), of)


def find_at(folder: Path, paths: Iterable[str], *, follow: bool = False) -> list[NoteFile]:
    """Return the files to read of what stands at some paths: files, or all in a folder."""
    seen = {one[0]: one for path in paths for one in look_at(folder, path, follow=follow)}
    return Changes(list(seen.values()), [], 0).files


def _stamp_of(place: "os.DirEntry[str] | str") -> int | None:
    """What size and time of a file tell; None if it vanished, or leads nowhere."""
    try:
        status = place.stat() if isinstance(place, os.DirEntry) else None
    except OSError:
        return None
    return status and stamp_in_one(status.st_size, status.st_mtime_ns)


def _name(seen: Seen) -> tuple[bool, str]:
    """What files are put in order by: a name begins with a date, if it is that of a session."""
    name = seen[0].rpartition("/")[2]
    return name[:1].isdigit(), name


def _as_files(seen: list[Seen]) -> list[NoteFile]:
    return [NoteFile(path, os.fspath(place), refused) for path, place, refused in seen]
