"""What every test has: a cache folder of its own, and the same examples in every run.

`HYPOTHESIS_PROFILE=explore pytest …` looks for examples that were never tried.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from weakref import WeakSet

import pytest
from hypothesis import settings

from tui.library import Index

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a processor: most tests wait for a screen, a process or a disk."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Spread the files of each room evenly over the run; a file stays whole and in its order.

    Tests of the screen wait most of their time, those of commands compute: one room after the
    other, all workers would first want a processor at once, and at the end hardly any would.
    """
    rooms: dict[Path, list[Path]] = {}
    for path in dict.fromkeys(item.path for item in items):
        rooms.setdefault(path.parent, []).append(path)
    place = {
        path: (number + 0.5) / len(files)
        for files in rooms.values()
        for number, path in enumerate(files)
    }
    items.sort(key=lambda item: place[item.path])


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the user's cache folder."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: folder / name)
    return folder


@pytest.fixture(autouse=True)
def closed_indexes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no index stay open after its test: thousands of tests run in one process."""
    opened = WeakSet[Index]()
    open_index = Index.__init__

    def remembered(index: Index, path: Path | None = None) -> None:
        opened.add(index)
        open_index(index, path)

    monkeypatch.setattr(Index, "__init__", remembered)
    yield
    for index in list(opened):
        if hasattr(index, "_cards"):  # else it could not be opened
            index.close()
