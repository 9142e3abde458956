"""Draw the README's picture from the running program: `python -m docs.picture [--check]`.

With `--check`, nothing is written; the exit status tells whether the picture is up to date.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from pathlib import Path

from tests.ui.driver import Driver, settled
from tui.ui.app import WorkbenchApp
from tui.workbench import Query, Setting, Workbench

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "workbench.svg"
_FIXED_BY = "Ana"


async def draw(folder: Path) -> str:
    """Return the review screen on the sample documents, one task done, as SVG."""
    bench = Workbench(folder, by=_FIXED_BY)
    bench.load()
    row = bench.index.cards.row(bench.select(Query())[0])
    if row is not None:
        bench.decide(bench.drafts.setting([(row, row.tasks[0])], Setting(status="done")))
    app = WorkbenchApp(Workbench(folder, by=_FIXED_BY))
    async with app.run_test(size=(130, 36)) as pilot:
        await settled(pilot)
        await Driver(pilot).press("tab", "tab", "j")
        return stable(app.export_screenshot(title="workbench seeds"))


def stable(svg: str) -> str:
    """Return the picture without what differs from run to run: ids and the day of the tick.

    Nor does it fetch a font from elsewhere: whoever looks at it has one of fixed width.
    """
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    return re.sub(r"(done&#160;by&#160;Ana,&#160;)\d{4}-\d\d-\d\d", r"\g<1>2024-03-01", svg)


def main() -> None:
    """Draw, then write or compare."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "seeds"
        shutil.copytree(ROOT / "seeds", folder)
        svg = asyncio.run(draw(folder))
    if "--check" not in sys.argv:
        PICTURE.write_text(svg, encoding="utf-8")
    elif PICTURE.read_text(encoding="utf-8") != svg:
        sys.exit(f"{PICTURE.relative_to(ROOT)} is not what the program draws; run it again")


if __name__ == "__main__":
    main()
