"""Where the decisions on a folder are kept."""

import os
from pathlib import Path

from msgspec import Struct

from tui.notes.digests import digest


class Places(Struct, frozen=True):
    """Where decisions are kept, and a second journal whose decisions count as well.

    `other` is where they can be kept instead, and will count just the same.
    """

    store: Path
    inherited: Path | None = None
    is_fallback: bool = False
    other: Path | None = None


def places_of(folder: Path, store: Path | None) -> Places:
    """Keep decisions in the folder if it can be written, else in the user's data folder.

    Either way those in the other place count too: a folder may come to be writable, or cease to.

    Args:
        folder: where the notes are.
        store: the journal, where it is not in its usual place.
    """
    if store is not None:
        return Places(Path(os.path.abspath(store)))  # noqa: PTH100 - keeps symbolic links
    from platformdirs import user_data_path

    usual = folder / ".workbench" / "tasks.jsonl"
    name = f"{folder.name}-{digest(str(folder))}"
    own = user_data_path("session-workbench") / name / "tasks.jsonl"
    if _can_be_written(usual):
        return Places(usual, own if own.exists() else None, other=own)
    return Places(own, usual, is_fallback=True)


def _can_be_written(journal: Path) -> bool:
    """The lock lies beside the journal, so its folder must take new files, too."""
    room = journal.parent if journal.parent.exists() else journal.parent.parent
    return os.access(room, os.W_OK) and (not journal.exists() or os.access(journal, os.W_OK))
