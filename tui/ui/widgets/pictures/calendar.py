"""A calendar of sessions: weeks side by side, a shade for how many a day had."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual.strip import Strip

from tui.library.progress import Day, Tally
from tui.ui.glyphs import Glyphs
from tui.ui.looks import Part
from tui.ui.widgets.pictures.picture import Picture, captions, merged

_WEEK = 7
_BAND = _WEEK + 1  # lines: the months, and the days of the week
_LEFT = 5
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class _Shape(NamedTuple):
    """Bands of weeks, one below the other; `cell` is how many columns a day takes."""

    first_week: int
    weeks: int
    bands: int
    cell: int
    gap: int


def _week(number: int) -> int:
    """Weeks begin on Mondays, as day 1 (0001-01-01) was one."""
    return (number - 1) // _WEEK


class Calendar(Picture):
    """Days by their number since the first there is, whether they had a session or not."""

    across = _WEEK

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(glyphs, id=id)
        self._days: dict[int, Day] = {}
        self._most = 1
        self._steps: tuple[int, ...] = (1, 1, 1, 1)
        self._shown_from: int | None = None

    def show(self, days: Sequence[Day]) -> None:
        """Show other days, in order."""
        self._days = {date.fromisoformat(day.day).toordinal(): day for day in days}
        self._most = max((day.sessions for day in days), default=1)
        self._steps = tuple(1 + (self._most - 1) * step // 3 for step in range(4))
        numbers = list(self._days)
        last = numbers[-1] if numbers else -1
        self.show_numbers(numbers[0] if numbers else 0, last, last)

    @property
    def day(self) -> Day | None:
        """The day that is marked."""
        if self._marked is None:
            return None
        marked = date.fromordinal(self._marked).isoformat()
        return self._days.get(self._marked, Day(marked, 0, Tally()))

    def page(self, by: int) -> None:
        """Mark the same day of the week, about a quarter of a year away."""
        self.move(by * _WEEK * 13)

    # Geometry ----------------------------------------------------------------------------

    def _shape(self) -> _Shape:
        width = max(1, self.room - _LEFT)
        height = self.scrollable_content_region.height
        bands = max(1, (height + 1) // (_BAND + 1))
        first, last = _week(self._first), _week(self._last)
        wanted = last - first + 1
        # Square days are worth it that some of the oldest are to be scrolled to.
        cell = 2 if wanted * 3 <= bands * (width // 2) * 4 else 1
        per_band = width // cell
        bands = min(bands, -(-wanted // per_band))
        in_view = bands * per_band
        marked = last if self._marked is None else _week(self._marked)
        start = last - in_view + 1 if self._shown_from is None else self._shown_from
        start = min(max(start, marked - in_view + 1), marked)
        self._shown_from = start = max(first, min(start, last - in_view + 1))
        return _Shape(start, per_band, bands, cell, int(height >= bands * (_BAND + 1) - 1))

    def number_at(self, x: int, y: int) -> int | None:
        """The day at a column and a line."""
        shape = self._shape()
        band, line = divmod(y, _BAND + shape.gap)
        column = (x - _LEFT) // shape.cell
        if not (0 <= column < shape.weeks and 1 <= line <= _WEEK and band < shape.bands):
            return None
        number = (shape.first_week + band * shape.weeks + column) * _WEEK + line
        return number if self._first <= number <= self._last else None

    # Drawing -----------------------------------------------------------------------------

    def draw(self, y: int) -> Strip:
        """Return a line: the months of a band, or a day of the week."""
        shape = self._shape()
        band, line = divmod(y, _BAND + shape.gap)
        if band >= shape.bands or line > _WEEK:
            return self.strip(())
        weeks = range(
            shape.first_week + band * shape.weeks, shape.first_week + (band + 1) * shape.weeks
        )
        if line == 0:
            more = self._glyphs.picture.more if weeks.start > _week(self._first) else ""
            return self.strip([(f"{more:<{_LEFT}}", "key"), *self._months(weeks, shape.cell)])
        cells = [self._cell(week * _WEEK + line, shape.cell) for week in weeks]
        here = self._marked is not None and (self._marked - 1) % _WEEK == line - 1
        here = here and self._marked is not None and _week(self._marked) in weeks
        pointer = self._glyphs.cursor if here else " "
        said = _DAYS[line - 1] if here or line % 2 else ""
        name = "strong" if here else "dim"
        return self.strip([(pointer, "primary"), (f"{said:<4}", name), *merged(cells)])

    def _cell(self, number: int, width: int) -> Part:
        if not self._first <= number <= self._last:
            return " " * width, ""
        day = self._days.get(number)
        level = sum(day.sessions >= step for step in self._steps) if day else 0
        sign = self._glyphs.picture.shades[level]
        text = sign * width if level else sign.ljust(width)
        name = f"heat-{level}" if level else "faint"
        return text, f"{self.mark_look} key" if number == self._marked else name

    def _months(self, weeks: range, cell: int) -> list[Part]:
        """The first month, those that begin in a week over it, a pointer over the marked one.

        A month of another year than the one before it has the year with it. One that there is no
        room for is left out, so that it is the next one that has it.
        """
        width = len(weeks) * cell
        marked = _week(self._marked) - weeks.start if self._marked is not None else -1
        pointer = marked * cell if marked in range(len(weeks)) else None
        texts: list[tuple[int, str]] = []
        free, year = 0, 0
        for place, week in enumerate(weeks):
            start = place * cell
            begun = date.fromordinal(min(week * _WEEK + _WEEK, date.max.toordinal()))
            begins = begun.day <= _WEEK and begun.toordinal() - begun.day < self._last
            if start < free or (place and not begins):
                continue
            said = _MONTHS[begun.month - 1]
            if begun.year != year:
                said = f"{said} {begun.year:04}"  # alone, it would be read with a month before it
            end = start + len(said)
            if end <= width and (pointer is None or not start - 1 <= pointer <= end):
                texts.append((start + len(said) // 2, said))
                free, year = end + 1, begun.year
        if pointer is not None:
            texts.append((pointer, self._glyphs.picture.down))
        return captions(texts, width, None if pointer is None else len(texts) - 1)

    def legend(self) -> str:
        """What the shades mean, as text."""
        shades, steps = self._glyphs.picture.shades, [*self._steps, 0]
        said = []
        for level in range(1, 5):
            least, most = steps[level - 1], steps[level] - 1
            if level == 4:
                said.append(f"{shades[level] * 2} {least}{'+' * (least < self._most)}")
            elif most >= least:
                span = f"{least}" if least == most else f"{least}-{most}"
                said.append(f"{shades[level] * 2} {span}")
        return "  ".join(filter(None, said)) + " a day"
