"""Places that Textual has computed with are kept while they are of use."""

from __future__ import annotations

import pytest
from rich.cells import cached_cell_len, cell_len
from rich.segment import Segment
from textual.geometry import Region

from tests.ui.conftest import Open
from tests.ui.driver import until
from tui.ui import app as app_module
from tui.ui.places import caches_of_places, forget_places

MANY, FEW = 600, 20


def keep(places: int) -> int:
    """Ask of so many places where they meet; returns how many answers are kept."""
    for row in range(places):
        Region(0, row, 10, 10).intersection(Region(5, row, 10, 10))
    return Region.intersection.cache_info().currsize


def test_textual_has_such_caches() -> None:
    assert Region.intersection in list(caches_of_places())
    assert len(list(caches_of_places())) > 8


def test_those_of_many_places_are_emptied_and_others_kept() -> None:
    Region.intersection.cache_clear()
    assert keep(FEW) == FEW
    forget_places()
    assert Region.intersection.cache_info().currsize == FEW
    assert keep(MANY) == MANY
    forget_places()
    assert Region.intersection.cache_info().currsize == 0


def test_so_are_the_widths_of_many_texts() -> None:
    for number in range(MANY):
        cell_len(f"{number} — so wide")
    assert cached_cell_len.cache_info().currsize >= MANY
    forget_places()
    assert cached_cell_len.cache_info().currsize == 0


def test_so_is_what_was_cut_of_many_texts() -> None:
    forget_places()
    cuts = next(cache for cache in caches_of_places() if "_split_cells" in repr(cache))
    for number in range(MANY):
        Segment(f"☐ {number}").split_cells(2)
    assert cuts.cache_info().currsize >= MANY
    forget_places()
    assert cuts.cache_info().currsize == 0


async def test_the_workbench_does_so_now_and_then(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "_LET_GO_SECONDS", 0.01)
    async with open_workbench() as at:
        assert keep(MANY) >= MANY

        def few() -> bool:
            return Region.intersection.cache_info().currsize < MANY

        await until(at.pilot, few, "the places are forgotten")
