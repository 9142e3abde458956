"""Two counts by month: what was opened as a line, what was closed as an area below it."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.strip import Strip

from tui.library.progress import Month
from tui.ui.glyphs import Glyphs
from tui.ui.looks import Part
from tui.ui.widgets.pictures.axis import Axis, axis_of
from tui.ui.widgets.pictures.picture import Picture, captions, merged

BLANK = "\u2800"  # a cell without a dot
_EVERY = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)  # months from one caption to the next
_LABEL = 9
_AROUND = 3  # lines: the legend, the floor, and the months


def month_number(month: str) -> int:
    """Return how many months a month (YYYY-MM) is after the first there is."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def month_text(number: int) -> str:
    """Return the month (YYYY-MM) of a number."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


class _Drawn(NamedTuple):
    """What was drawn for some months, at a size."""

    months: range
    axis: Axis
    line: list[str]
    area: list[str]


class Lines(Picture):
    """Months in order, those without anything among them."""

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(glyphs, id=id)
        self._months: dict[int, Month] = {}
        self._drawn: _Drawn | None = None
        self._shown_from = 0

    def show(self, months: Sequence[Month]) -> None:
        """Show other months, in order."""
        self._months = {month_number(month.month): month for month in months}
        self._drawn = None
        numbers = list(self._months)
        busy = [number for number in numbers if self._months[number].opened]
        last = numbers[-1] if numbers else -1
        self.show_numbers(numbers[0] if numbers else 0, last, busy[-1] if busy else last)

    @property
    def month(self) -> Month | None:
        """The month that is marked."""
        if self._marked is None:
            return None
        return self._months.get(self._marked, Month(month_text(self._marked), 0, 0))

    # Geometry ----------------------------------------------------------------------------

    def _picture(self) -> _Drawn:
        """The months in view, drawn: anew only if they or the size are others."""
        width, height = self.room, self.scrollable_content_region.height - _AROUND
        most = max(max(month.opened, month.closed) for month in self._months.values())
        axis = axis_of(most, width - 1, max(1, height))
        count = max(1, min(self._last - self._first + 1, axis.width))
        marked = self._first if self._marked is None else self._marked
        start = max(self._shown_from, marked - count + 1)
        self._shown_from = max(self._first, min(start, marked, self._last - count + 1))
        months = range(self._shown_from, self._shown_from + count)
        if self._drawn is None or self._drawn[:2] != (months, axis):
            self._drawn = _Drawn(months, axis, *self._draw_in_dots(months, axis))
        return self._drawn

    def _draw_in_dots(self, months: range, axis: Axis) -> tuple[list[str], list[str]]:
        from tui.ui.plot import ACROSS, area, line  # not before there is something to draw

        if not axis.width:
            return [""] * axis.height, [""] * axis.height
        none = Month("", 0, 0)
        opened, closed = [], []
        for index, number in enumerate(months):
            month = self._months.get(number, none)
            x = int((index + 0.5) * axis.width * ACROSS / len(months))
            opened.append((x, month.opened / axis.top))
            closed.append((x, month.closed / axis.top))
        size = axis.width, axis.height
        return line(opened, *size), area(closed, *size)

    def _middle(self, number: int, drawn: _Drawn) -> int:
        """In which column of the picture a month stands."""
        return int((number - drawn.months.start + 0.5) * drawn.axis.width / len(drawn.months))

    def number_at(self, x: int, y: int) -> int | None:
        """The month at a column; one whose month is nearest."""
        drawn = self._picture()
        if not drawn.axis.left <= x < drawn.axis.left + drawn.axis.width:
            return None
        return drawn.months[(x - drawn.axis.left) * len(drawn.months) // drawn.axis.width]

    # Drawing -----------------------------------------------------------------------------

    def draw(self, y: int) -> Strip:
        """Return a line: the legend, dots, the floor, the months."""
        drawn, signs = self._picture(), self._glyphs.picture
        axis = drawn.axis
        if y == 0:
            legend: list[Part] = [
                (" " * axis.left, ""), (signs.line * 2, "accent"), (" opened   ", "dim"),
                (signs.area * 2, "success"), (" closed", "dim"),
            ]  # fmt: skip
            return self.strip(legend)
        row = y - 1
        marked = None if self._marked is None else self._middle(self._marked, drawn)
        if row < axis.height:
            return self.strip([*axis.beside(row, signs.side), *self._row(drawn, row, marked)])
        if row == axis.height:
            floor: list[Part] = [(signs.floor, "faint")] * axis.width
            if marked is not None and marked < axis.width:
                floor[marked] = (signs.up, "key")
            corner = [(" " * (axis.label + 1), ""), (signs.corner, "faint")]
            return self.strip([*corner, *merged(floor)])
        if row == axis.height + 1:
            wide = axis.width / len(drawn.months)
            every = next((n for n in _EVERY if n * wide >= _LABEL), _EVERY[-1])
            strong = None if self._marked is None else self._marked - drawn.months.start
            texts = [
                (
                    self._middle(number, drawn),
                    month_text(number) if index == strong or not number % every else "",
                )
                for index, number in enumerate(drawn.months)
            ]
            return self.strip([(" " * axis.left, ""), *captions(texts, axis.width, strong)])
        return self.strip(())

    def _row(self, drawn: _Drawn, row: int, marked: int | None) -> list[Part]:
        signs = self._glyphs.picture
        cells: list[Part] = []
        for x, (over, under) in enumerate(zip(drawn.line[row], drawn.area[row], strict=True)):
            if over != BLANK:
                cell = (over if signs.with_dots else signs.line), "accent"
            elif under != BLANK:
                cell = (under if signs.with_dots else signs.area), "success"
            else:
                cell = " ", ""
            cells.append((cell[0], f"{self.mark_look} {cell[1]}".strip()) if x == marked else cell)
        return merged(cells)
