"""Where documents go, and how they lead back to the notes."""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote_from_bytes

from tui.disk import put_files
from tui.workbench import Workbench


class DocumentError(Exception):
    """A document could not be written; says why and what to do, in a sentence."""


class DocumentThereError(DocumentError):
    """There is a file of that name, which would have to be replaced."""


def links_from(bench: Workbench, document: Path | None) -> Callable[[str], str]:
    """Return what tells how to get from a document to the note at a path.

    A link is relative where there is such a way, percent-encoded, and nothing in it can be taken
    for anything but a path.

    Args:
        bench: knows where the notes are.
        document: the file that is to hold the links; None if it is printed, which counts from the
            current folder.
    """
    here = os.path.dirname(os.path.realpath(document)) if document else os.path.realpath(".")  # noqa: PTH120

    def link(path: str) -> str:
        note = bench.location(path)
        try:
            way = os.path.relpath(note, here)
        except ValueError:  # on another drive
            return Path(note).as_uri()
        if os.sep != "/":
            way = way.replace(os.sep, "/")
        return quote_from_bytes(os.fsencode(way), safe="/")

    return link


def write_document(bench: Workbench, document: Path, text: str, *, force: bool = False) -> None:
    """Write a document to a file, whole or not at all; notes and journal are never replaced.

    Args:
        bench: the workbench that it comes from.
        document: the file.
        text: what it is to hold.
        force: whether it may take the place of another file.

    Raises:
        DocumentError: it was not written, and what was there is as it was.
    """
    if reason := _is_ours(bench, document):
        raise DocumentError(f"{document}: not written, for it is {reason}; choose another name")
    try:
        put_files({document: text.encode("utf-8", "replace")}, force=force)
    except FileExistsError as error:
        raise DocumentThereError(
            f"{document}: not written, for there is such a file already; choose another name"
        ) from error
    except FileNotFoundError as error:
        raise DocumentError(
            f"{document}: not written, for there is no folder {document.parent}"
        ) from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise DocumentError(f"{document}: not written ({why}); nothing is left of it") from error


def _is_ours(bench: Workbench, document: Path) -> str:
    """What of the workbench a file is: a note or the journal; "" if it is neither."""
    real = Path(os.path.realpath(document))
    if real == Path(os.path.realpath(bench.store)):
        return "the journal"
    folder = Path(os.path.realpath(bench.folder))
    if folder in real.parents:
        path = real.relative_to(folder).as_posix().encode("utf-8", "backslashreplace").decode()
        if bench.index.cards.number(path) is not None:
            return "a note"
    return ""
