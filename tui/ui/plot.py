"""Lines and areas drawn in dots: two across and four down in each cell of a terminal.

plotille draws them; it is loaded with the first picture that has a line.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from plotille import Canvas

ACROSS, DOWN = 2, 4
BLANK = "\u2800"

Point = tuple[int, float]
"""How many dots from the left, and how high, from 0 to 1."""


def line(points: Sequence[Point], width: int, height: int) -> list[str]:
    """Return the rows of a line through points, in cells; a cell without a dot is `BLANK`."""
    canvas = _canvas(width, height)
    top = height * DOWN - 1
    for x, y in points[:1]:
        canvas.point(x, y * top)
    for (x0, y0), (x1, y1) in pairwise(points):
        canvas.line(x0, y0 * top, x1, y1 * top)
    return _rows(canvas)


def area(points: Sequence[Point], width: int, height: int) -> list[str]:
    """Return the rows of what lies below a line through points; where it is 0 there is no dot."""
    canvas = _canvas(width, height)
    top = height * DOWN
    for x, y in _between(points):
        if y * top >= 0.5:
            canvas.line(x, 0, x, round(y * top) - 1)
    return _rows(canvas)


def _between(points: Sequence[Point]) -> Iterable[Point]:
    yield from points[-1:]
    for (x0, y0), (x1, y1) in pairwise(points):
        for x in range(x0, x1):
            yield x, y0 + (y1 - y0) * (x - x0) / (x1 - x0)


def _canvas(width: int, height: int) -> Canvas:
    return Canvas(width, height, 0, 0, width * ACROSS, height * DOWN)


def _rows(canvas: Canvas) -> list[str]:
    rows: str = canvas.plot("\n")
    return rows.split("\n")
