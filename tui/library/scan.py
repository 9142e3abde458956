"""What has changed in a folder since it was last read into an index."""

from pathlib import Path
from typing import NamedTuple

from tui.library.files import NoteFile, walk
from tui.library.index import Index

# A file written to in the moment it was read may have been written to once more in that moment:
# its times do not tell. FAT counts time in steps of two seconds.
_COARSEST_CLOCK = 2_000_000_000


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
    return _newest_first([file for file, _ in walk(folder, follow=follow)])


def find_changes(folder: Path, index: Index, *, follow: bool = False) -> Changes:
    """Compare a folder with its index, by the sizes and times of files; none of them is read.

    A file of which these do not tell is to be read; the digest of its bytes does.

    Raises:
        OSError: the folder cannot be listed.
    """
    known = index.stamps()
    files: list[NoteFile] = []
    of = 0
    for file, entry in walk(folder, follow=follow):
        of += 1
        stamp = known.pop(file.path, None)
        if stamp is None or entry is None:
            files.append(file)
            continue
        try:
            status = entry.stat()
        except OSError:  # it vanished, or is a link that leads nowhere: reading it will say so
            files.append(file)
            continue
        size, modified, read_at = stamp
        if (
            size != status.st_size
            or modified != status.st_mtime_ns
            or read_at - modified < _COARSEST_CLOCK
        ):
            files.append(file)
    return Changes(_newest_first(files), list(known), of)


def _newest_first(files: list[NoteFile]) -> list[NoteFile]:
    return sorted(files, key=lambda file: file.path.rpartition("/")[2], reverse=True)
