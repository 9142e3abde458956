"""What every transcript begins with."""

from pathlib import Path

import pytest

from tests.program import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A copy of the sample documents and an empty home."""
    return Desk(tmp_path)
