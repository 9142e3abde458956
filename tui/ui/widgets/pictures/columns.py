"""Open tasks by age, a column for each span of time: the histogram."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.strip import Strip

from tui.library.progress import Age
from tui.ui.glyphs import Glyphs
from tui.ui.looks import Part
from tui.ui.widgets.pictures.axis import Axis, axis_of
from tui.ui.widgets.pictures.picture import Picture, captions, merged

_AROUND = 2  # lines: the floor, and the ages
_NARROWEST = 2
_WIDEST = 12
_CAPTION = 3
_AXIS = 9


class _Shape(NamedTuple):
    """Columns beside an axis: how wide each is, with the gap at its right."""

    axis: Axis
    ages: Sequence[Age]
    step: int


class Columns(Picture):
    """Ages, the youngest at the left; how many there are depends on the width.

    Args:
        glyphs: the signs to draw with.
        divide: divides the open tasks into so many columns at most.
        id: the id of the widget.
    """

    def __init__(
        self,
        glyphs: Glyphs,
        divide: Callable[[int], Sequence[Age]],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(glyphs, id=id)
        self._divide = divide
        self._ages: Sequence[Age] = ()
        self._most = 0

    def show(self) -> None:
        """Divide anew."""
        self._most = max(1, (self.room - _AXIS) // _NARROWEST)
        before = self._ages[0].unit if self._ages else None
        self._ages = self._divide(self._most)
        if self._ages and self._ages[0].unit != before:
            self.forget_mark()
        fullest = max(range(len(self._ages)), key=lambda i: self._ages[i].open, default=0)
        self.show_numbers(0, len(self._ages) - 1, fullest)

    def on_resize(self) -> None:
        """As many columns as there is room for."""
        if max(1, (self.room - _AXIS) // _NARROWEST) != self._most:
            self.show()
            self.post_message(self.Moved())

    @property
    def age(self) -> Age | None:
        """The age that is marked."""
        return None if self._marked is None else self._ages[self._marked]

    def _shape(self) -> _Shape:
        height = self.scrollable_content_region.height - _AROUND
        axis = axis_of(max(age.open for age in self._ages), self.room - 1, max(1, height))
        return _Shape(axis, self._ages, max(1, min(_WIDEST, axis.width // len(self._ages))))

    def number_at(self, x: int, y: int) -> int | None:
        """The age at a column."""
        shape = self._shape()
        number = (x - shape.axis.left) // shape.step
        return number if 0 <= number < len(self._ages) else None

    def draw(self, y: int) -> Strip:
        """Return a line: columns, the floor, the ages."""
        shape, signs = self._shape(), self._glyphs.picture
        axis = shape.axis
        if y < axis.height:
            return self.strip([*axis.beside(y, signs.side), *self._row(shape, y)])
        if y == axis.height:
            floor: list[Part] = [(signs.floor, "faint")] * axis.width
            if self._marked is not None:
                floor[min(self._middle(shape, self._marked), axis.width - 1)] = (signs.up, "key")
            corner = [(" " * (axis.label + 1), ""), (signs.corner, "faint")]
            return self.strip([*corner, *merged(floor)])
        if y == axis.height + 1:
            every = next(n for n in (1, 2, 5, 10, 20, 50, 100) if n * shape.step >= _CAPTION)
            texts = [
                (
                    self._middle(shape, i),
                    str(age.least) if i == self._marked or not i % every else "",
                )
                for i, age in enumerate(self._ages)
            ]
            return self.strip([(" " * axis.left, ""), *captions(texts, axis.width, self._marked)])
        return self.strip(())

    def _middle(self, shape: _Shape, number: int) -> int:
        return number * shape.step + max(0, shape.step - 2) // 2

    def _row(self, shape: _Shape, y: int) -> list[Part]:
        heights, axis = self._glyphs.picture.heights, shape.axis
        steps = len(heights)
        from_floor = (axis.height - 1 - y) * steps
        parts: list[Part] = []
        for number, age in enumerate(shape.ages):
            filled = round(age.open / axis.top * axis.height * steps)
            filled = max(filled, 1 if age.open else 0) - from_floor
            sign = " " if filled <= 0 else heights[min(filled, steps) - 1]
            gap = 1 if shape.step > 1 else 0
            name = f"{self.mark_look} accent" if number == self._marked else "soft"
            parts += [(sign * (shape.step - gap), name), (" " * gap, "")]
        return parts
