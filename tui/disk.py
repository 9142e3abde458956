"""What a file system is asked for wherever something is written that must not be lost."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

# A folder that its owner may not read, or on a file system that cannot flush one.
_CANNOT_BE_FLUSHED = frozenset(
    {errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
)


@contextlib.contextmanager
def closed_after(descriptor: int) -> Iterator[int]:
    """Close a descriptor in the end; what counts was flushed before, or refused."""
    try:
        yield descriptor
    finally:
        with contextlib.suppress(OSError):
            os.close(descriptor)


def write_all(descriptor: int, data: bytes) -> None:
    """Write until nothing is left.

    Raises:
        OSError: the system takes no more of it.
    """
    rest = memoryview(data)
    while rest:
        written = os.write(descriptor, rest)
        if not written:
            raise OSError(errno.EIO, "nothing more is taken")
        rest = rest[written:]


def flush_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows has no way to ask for it.

    Raises:
        OSError: the disk did not take them.
    """
    if os.name == "nt":
        return
    try:
        with closed_after(os.open(folder, os.O_RDONLY)) as descriptor:
            os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_BE_FLUSHED:
            raise
