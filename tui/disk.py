"""What a file system is asked for wherever something is written that must not be lost."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Mapping
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


def put_files(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Write files whole: each is written and flushed under another name before any is there.

    What is no file, as a pipe or a device, is written to as it is. A symbolic link stays one.

    Args:
        files: what each is to hold.
        force: whether one that is there is replaced, keeping its mode.

    Raises:
        FileExistsError: one is there, and none was written.
        OSError: the system refuses; what was there is as it was.
    """
    ready: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            real = Path(os.path.realpath(path))
            if real.exists() and not real.is_file() and not real.is_dir():
                with closed_after(os.open(real, os.O_WRONLY)) as descriptor:
                    write_all(descriptor, data)
                continue
            if not force and os.path.lexists(path):
                raise _there_is(path)
            ready[real] = _ready(real, data)
        for real, new in ready.items():
            _put(new, real, force=force)
    finally:
        for new in ready.values():
            new.unlink(missing_ok=True)
    for folder in {real.parent for real in ready}:
        flush_folder(folder)


def hidden_beside(path: Path) -> Path:
    """A name beside a file that nobody has, hidden, and of no note."""
    return path.with_name(f".workbench-{os.urandom(8).hex()}.tmp")


def _ready(path: Path, data: bytes) -> Path:
    """Write and flush a file beside another, with the mode that this has or would have."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    new = hidden_beside(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with closed_after(os.open(new, flags, 0o666)) as descriptor:
            write_all(descriptor, data)
            with contextlib.suppress(FileNotFoundError):
                new.chmod(stat.S_IMODE(path.stat().st_mode))
            os.fsync(descriptor)
    except BaseException as error:
        with contextlib.suppress(OSError):
            new.unlink()
        if isinstance(error, OSError):  # which file is meant, not the one beside it
            raise OSError(error.errno, error.strerror, os.fspath(path)) from error
        raise
    return new


def _put(new: Path, path: Path, *, force: bool) -> None:
    """Give a finished file its name; one that came there meanwhile stays, unless forced."""
    if force:
        new.replace(path)
        return
    try:
        os.link(new, path, follow_symlinks=False)
    except FileExistsError:
        raise _there_is(path) from None
    except (OSError, NotImplementedError):  # the file system knows no second names
        if os.path.lexists(path):
            raise _there_is(path) from None
        new.replace(path)


def _there_is(path: Path) -> FileExistsError:
    return FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path))
