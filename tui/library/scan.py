"""What has changed in a folder since it was last read into an index."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tui.library.files import NoteFile, Seen, look_at, walk
from tui.library.index import Index, stamp_in_one


class Changes(NamedTuple):
    """What of a folder is not as the index has it.

    `files` are to be read, the newest names first; `gone` are the paths of those that are not
    there any more; `of` is how many there are.
    """

    files: list[NoteFile]
    gone: list[str]
    of: int


def list_files(folder: Path, *, follow: bool = False) -> list[NoteFile]:
    """Return the files of a folder that may be notes, those with the newest names first.

    Raises:
        OSError: the folder cannot be listed.
    """
    return _newest_first(list(walk(folder, follow=follow)))


def find_changes(folder: Path, index: Index, *, follow: bool = False) -> Changes:
    """Compare a folder with its index, by the sizes and times of files; none of them is read.

    A file of which these do not tell is to be read; the digest of its bytes does.

    Raises:
        OSError: the folder cannot be listed.
    """
    known = index.stamps()
    changed: list[Seen] = []
    of = 0
    for of, seen in enumerate(walk(folder, follow=follow), 1):  # noqa: B007
        stamp = known.pop(seen[0], None)
        if stamp is None or stamp != _stamp_of(seen[1]):
            changed.append(seen)
    return Changes(_newest_first(changed), list(known), of)


def find_at(folder: Path, paths: Iterable[str], *, follow: bool = False) -> list[NoteFile]:
    """Return the files to read of what stands at some paths: files, or all in a folder."""
    seen = {one[0]: one for path in paths for one in look_at(folder, path, follow=follow)}
    return _newest_first(list(seen.values()))


def _stamp_of(place: "os.DirEntry[str] | str") -> int | None:
    """What size and time of a file tell; None if it vanished, or leads nowhere."""
    try:
        status = place.stat() if isinstance(place, os.DirEntry) else None
    except OSError:
        return None
    return status and stamp_in_one(status.st_size, status.st_mtime_ns)


def _newest_first(seen: list[Seen]) -> list[NoteFile]:
    seen.sort(key=lambda one: one[0].rpartition("/")[2], reverse=True)
    return [NoteFile(path, os.fspath(place), refused) for path, place, refused in seen]
