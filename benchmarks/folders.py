"""The folders of notes that are measured, made once and kept."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from benchmarks.generate import generate, version

DATA = Path(__file__).parent / "data"


def notes_folder(count: int, *, clean: bool = False) -> Path:
    """A folder of invented notes; the one made earlier where it is still the same.

    Args:
        count: How many sessions.
        clean: Whether to keep to undamaged notes of the usual form.

    Returns:
        The folder.
    """
    name = f"{count}-clean" if clean else str(count)
    folder, stamp = DATA / name, DATA / f"{name}.json"
    made_of = {"version": version(), "count": count, "clean": clean}
    if folder.is_dir() and stamp.is_file() and json.loads(stamp.read_text()) == made_of:
        return folder
    print(f"writing {count:,} notes …", file=sys.stderr)
    stamp.unlink(missing_ok=True)
    if folder.exists():
        shutil.rmtree(folder)
    generate(folder, count, clean=clean)
    stamp.write_text(json.dumps(made_of))
    return folder
