"""Noticing what other programs do to a folder while it is open."""

from __future__ import annotations

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


class Watch:
    """Watches a folder and all below it, until it is told to stop.

    `notice` says in a sentence that there are no notifications, if so; it is known once
    `changes` has begun.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stop = threading.Event()
        self._starting = threading.Lock()
        self._child: Child | None = None
        self._has_missed = False
        self.notice = ""

    def stop(self) -> None:
        """End the watching; may be called from any thread."""
        self._stop.set()
        with self._starting:
            if self._child is not None:
                self._child.end()

    def changes(self, *, missed: bool = False) -> Iterator[set[str] | None]:
        """Yield paths at which something happened, relative to the folder, with `/` between parts.

        What stands at a path, a file, a folder or nothing, is to be looked up. None stands for
        anything at all: then the whole folder is to be looked through.

        Args:
            missed: whether something may have happened before; None is yielded then, as soon as
                nothing that happens is missed any more.
        """
        self._has_missed = missed
        while not self._stop.is_set():
            known = _identity(self._folder)
            if known is None:  # it has vanished; it may come back
                self._stop.wait(_MISSING_SECONDS)
                if _identity(self._folder) is not None:
                    yield None
            elif self.notice or is_silent(self._folder):
                yield from self._poll()
            else:
                yield from self._listen(known)
                if _identity(self._folder) not in {known, None}:
                    yield None  # another folder stands in its place

    def _listen(self, known: tuple[int, int]) -> Iterator[set[str] | None]:
        """Yield what the system tells, as long as the folder is the one that is listened to."""
        import msgspec

        from tui.library.frames import receive
        from tui.library.listening import Told

        child, told_of = self._begin_to_listen(), msgspec.msgpack.Decoder(Told)
        if child is None:
            return
        try:
            while (told := receive(child.from_, told_of)) is not None:
                if _identity(self._folder) != known:
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
        while not self._stop.wait(POLLING_SECONDS) and _identity(self._folder) is not None:
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


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
