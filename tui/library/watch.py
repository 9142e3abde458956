"""Noticing what other programs do to a folder while it is open."""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what only annotations name
    from tui.library.child import Child

# File systems on which what others do arrives without a notification (mount(8), filesystems(5)).
_SILENT = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "vboxsf", "vmhgfs",
    "fuse.sshfs", "fuse.rclone", "fuse.vmhgfs-fuse", "fuse.glusterfs", "virtiofs", "prl_fs",
}  # fmt: skip
_MOUNTS = Path("/proc/self/mounts")
POLLING_SECONDS = 5.0
_MISSING_SECONDS = 1.0
_NONE = (0, 0)
_PLAIN_ERRORS = {
    errno.ENOENT: "the folder is gone",
    errno.ENOTDIR: "a file is in the place of the folder",
}

Identity = tuple[int, int]
"""The device and the number of a folder there; of none, if it is not there."""


class Watch:
    """Watches a folder and all below it, until it is told to stop.

    Both are known once `changes` has begun: `notice` says in a sentence that there are no
    notifications, if so, and `away` in a few words why the folder is not there to be read now, ""
    if it is.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stop = threading.Event()
        self._starting = threading.Lock()
        self._child: Child | None = None
        self._has_missed = False
        self.notice = ""
        self.away = ""

    def stop(self) -> None:
        """End the watching; may be called from any thread."""
        self._stop.set()
        with self._starting:
            if self._child is not None:
                self._child.end()

    def changes(self, *, missed: bool = False) -> Iterator[set[str] | None]:
        """Yield paths at which something happened, relative to the folder, with `/` between parts.

        What stands at a path, a file, a folder or nothing, is to be looked up. None stands for
        anything at all: then the whole folder is to be looked through. No path at all is yielded
        when the folder has vanished, or may not be listed any more.

        Args:
            missed: whether something may have happened before; None is yielded then, as soon as
                nothing that happens is missed any more.
        """
        self._has_missed = missed
        while not self._stop.is_set():
            known, away = look_at_root(self._folder)
            if away != self.away:
                self.away = away
                if away:
                    yield set()
                else:
                    yield from self._look_through()
            if away:  # it may come back
                self._stop.wait(_MISSING_SECONDS)
            elif self.notice or is_silent(self._folder):
                yield from self._poll()
            else:
                yield from self._listen(known)
                another, away = look_at_root(self._folder)
                if another != known and not away:
                    yield from self._look_through()

    def _look_through(self) -> Iterator[None]:
        """Have a folder looked through that has come; more may come before it is listened to."""
        self._has_missed = True
        yield None

    def _listen(self, known: Identity) -> Iterator[set[str] | None]:
        """Yield what the system tells, as long as the folder is the one that is listened to."""
        import msgspec

        from tui.library.frames import receive
        from tui.library.listening import Told

        child, told_of = self._begin_to_listen(), msgspec.msgpack.Decoder(Told)
        if child is None:
            return
        try:
            while (told := receive(child.from_, told_of)) is not None:
                if look_at_root(self._folder) != (known, ""):
                    return
                if told.error:
                    self.notice = _polled(told.error)
                if told.at_any or self._has_missed:
                    self._has_missed = False
                    yield None
                elif told.paths:
                    yield set(told.paths)
        finally:
            child.end()
            child.close()
        if not (self.notice or self._stop.is_set()):
            self.notice = _polled("what listens to the system ended early")

    def _begin_to_listen(self) -> Child | None:
        """Start what listens; None if it is to stop already, or cannot."""
        from tui.library.child import Child

        with self._starting:
            if self._stop.is_set():
                return None
            try:
                self._child = Child("tui.library.listening", os.path.realpath(self._folder))
            except OSError as error:
                self.notice = _polled(error.strerror or str(error))
                return None
            return self._child

    def _poll(self) -> Iterator[None]:
        if not self.notice:
            self.notice = _polled("this file system does not tell of them")
        while not self._stop.wait(POLLING_SECONDS) and not look_at_root(self._folder)[1]:
            yield None


def is_silent(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether a folder lies on a file system that does not tell what happens to it."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return False
    place = os.path.realpath(folder)
    longest, kind = "", ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        at = fields[1].replace("\\040", " ")
        inside = at == "/" or place == at or place.startswith(f"{at}/")
        if inside and len(at) >= len(longest):
            longest, kind = at, fields[2]
    return kind in _SILENT


def _polled(why: str) -> str:
    return f"changes are looked for every {POLLING_SECONDS:.0f} seconds ({why})"


def look_at_root(folder: Path) -> tuple[Identity, str]:
    """Return what tells a folder from any other, and why it cannot be listed now, "" if it can.

    That takes as long however many notes there are.
    """
    try:
        os.scandir(folder).close()
        status = folder.stat()
    except OSError as error:
        why = f"the folder cannot be listed ({error.strerror or error})"
        return _NONE, _PLAIN_ERRORS.get(error.errno or 0, why)
    return (status.st_dev, status.st_ino), ""
