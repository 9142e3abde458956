"""What a file system is asked for wherever something is written that must not be lost."""

import contextlib
import errno
import os
import secrets
import stat
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


def put_file(path: Path, data: bytes, *, replace: bool) -> None:
    """Write a whole file, flushed, or leave all as it was; a link to a file stays a link.

    The data is written under another name, and takes this one in a single step. What is no file,
    as a pipe or `/dev/stdout`, is written to as it stands.

    Args:
        path: the file; the folder must be there.
        data: what it is to hold.
        replace: whether it may take the place of a file, whose mode it then has.

    Raises:
        FileExistsError: there is a file, and it is not to be replaced.
        OSError: it could not be written.
    """
    real = Path(os.path.realpath(path))
    mode = _mode_of(real)
    if mode is not None and not stat.S_ISREG(mode):
        with closed_after(os.open(real, os.O_WRONLY | _BINARY)) as descriptor:
            write_all(descriptor, data)
        return
    if mode is not None and not replace:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path))
    written = real.with_name(f".workbench-{secrets.token_hex(8)}.tmp")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
        with closed_after(os.open(written, flags, 0o666)) as descriptor:
            write_all(descriptor, data)
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(descriptor, stat.S_IMODE(mode))
            os.fsync(descriptor)
        if replace:
            written.replace(real)
        else:
            _give_new_name(written, real)
    finally:
        written.unlink(missing_ok=True)


_BINARY = getattr(os, "O_BINARY", 0)


def _mode_of(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _give_new_name(written: Path, path: Path) -> None:
    """Give a file a name that nobody has; where there are no second names, as good as can be."""
    try:
        os.link(written, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        if os.path.lexists(path):
            raise FileExistsError(
                errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path)
            ) from None
        written.rename(path)
