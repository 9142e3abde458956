"""Journals, and processes that write them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.saving import Savers, why_no_strace
from tests.program import Desk
from tests.ui.conftest import notes, open_workbench

__all__ = ["notes", "open_workbench"]


@pytest.fixture(scope="session")
def savers() -> Iterator[Savers]:
    """Where processes that save come from."""
    if sys.platform != "linux":
        pytest.skip("processes are forked, traced and killed here as Linux does it")
    found = Savers()
    yield found
    found.close()


@pytest.fixture(scope="session")
def _no_strace(savers: Savers, tmp_path_factory: pytest.TempPathFactory) -> str:
    return why_no_strace(savers, tmp_path_factory.mktemp("probe") / "tasks.jsonl")


@pytest.fixture
def strace(_no_strace: str) -> None:
    """Skip a test where strace is missing, or may not look at another process."""
    if _no_strace:
        pytest.skip(_no_strace)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a journal would be."""
    return tmp_path / ".workbench" / "tasks.jsonl"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A copy of the sample documents and an empty home."""
    return Desk(tmp_path)
