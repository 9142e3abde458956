"""The axis at the left of a picture, and the room beside it."""

from typing import NamedTuple

from tui.ui.looks import Part


class Axis(NamedTuple):
    """Counts from 0 up to `top`, over `height` lines, beside `width` cells of picture."""

    top: int
    height: int
    label: int
    width: int

    @property
    def left(self) -> int:
        """In which column the picture begins."""
        return self.label + 2

    def beside(self, y: int, side: str) -> list[Part]:
        """What stands left of a line: the top, half of it, or nothing, then the axis."""
        says = ""
        if y == 0:
            says = f"{self.top:,}"
        elif y == self.height // 2 and self.top % 2 == 0 and self.height >= 5:
            says = f"{self.top // 2:,}"
        return [(says.rjust(self.label), "dim"), (f" {side}", "faint")]


def axis_of(most: int, width: int, height: int) -> Axis:
    """Return an axis that reaches up to a round number.

    Args:
        most: the largest count.
        width: how many cells there are, with the axis.
        height: how many lines.
    """
    top = _round_up(most)
    label = len(f"{top:,}")
    return Axis(top, height, label, max(0, width - label - 2))


def _round_up(most: int) -> int:
    """The least of 2, 4, 6, 8, 10, 20, 40, … that is not less."""
    power = 1
    while True:
        for step in (2, 4, 6, 8, 10):
            if step * power >= most:
                return step * power
        power *= 10
