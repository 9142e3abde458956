"""A note as stored and as healed: side by side where there is room, else line under line."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, zip_longest

from rich.cells import cell_len
from textual.strip import Strip

from tui.plain import plain
from tui.ui.cells import fit, fold
from tui.ui.damage import Run, changes, codec_name, foreign
from tui.ui.glyphs import Glyphs
from tui.ui.looks import Part
from tui.ui.widgets.line_pane import LinePane
from tui.workbench import StoredLine

_WIDE = 90
_NUMBER, _SIGN, _GAP = 6, 2, 2
_NO_SIGN: Part = (" " * _SIGN, "")
_MINUS: Part = ("- ", "warning")
_PLUS: Part = ("+ ", "success")
_LONGEST = 20_000
_MOST_PAINTED = 400


class Comparison(LinePane):
    """Shows the lines of a note twice, in step, with what differs marked.

    How high a line is, is known of all of them; what differs is found out of those in view.
    """

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._glyphs = glyphs
        self._lines: Sequence[StoredLine] = ()
        self._is_healed = False
        self._found: int | None = None
        self._message: Sequence[str] = ()
        self._in_columns = False
        self._text_width = 8
        self._tops: list[int] = [0]
        self._painted: dict[int, list[list[Part]]] = {}

    def show(self, lines: Sequence[StoredLine]) -> None:
        """Show a note."""
        self._lines, self._message = lines, ()
        self._is_healed = any(line.stored != line.healed for line in lines)
        self._measure()

    def show_message(self, message: Sequence[str]) -> None:
        """Show, instead of a note, why there is none."""
        self._lines, self._message = (), message
        self._measure()

    # Moving ------------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Scroll by lines."""
        self.move_to(self.scroll_offset.y + by)

    def page(self, by: int) -> None:
        """Scroll by pages."""
        self.move(by * max(1, self.scrollable_content_region.height - 3))

    def move_to(self, line: int) -> None:
        """Scroll to a line."""
        self._found = None
        self.refresh()
        self.scroll_to(y=line, animate=False)

    def move_to_end(self) -> None:
        """Scroll to the last line."""
        self.move_to(self._tops[-1])

    def find(self, by: int) -> bool:
        """Point at the next line that was healed or is uncertain; tells whether there is one.

        Args:
            by: 1 to look down, from what was found last or is in view, -1 to look up.
        """
        if self._found is None:
            index = self._line_at(self.scroll_offset.y) - (by < 0)
        else:
            index = self._found + by
        while 0 <= index < len(self._lines):
            line = self._lines[index]
            if line.uncertain or line.stored != line.healed:
                self.move_to(self._tops[index])
                self._found = index
                return True
            index += by
        return False

    # Geometry ----------------------------------------------------------------------------

    def _line_at(self, y: int) -> int:
        return bisect_right(self._tops, y) - 1

    def on_resize(self) -> None:
        """Lines wrap anew; the one at the top stays there."""
        at, found = self._line_at(self.scroll_offset.y), self._found
        self._measure()
        if at < len(self._lines):
            self.move_to(self._tops[at])
            self._found = found

    def _measure(self) -> None:
        """Lay all lines out at the width there is now; they are painted at that one."""
        room = self.room - 1 - _NUMBER - _SIGN
        self._in_columns = self._is_healed and self.room >= _WIDE
        self._text_width = max(8, (room - _GAP - _SIGN) // 2 if self._in_columns else room)
        self._painted = {}
        self._tops = [0, *accumulate(map(self._height, self._lines))]
        self.lay_out(self._tops[-1] + self._is_healed)
        self.refresh()

    def _height(self, line: StoredLine) -> int:
        """How many lines painting will make of a line."""
        width = self._text_width
        healed = len(fold(shown(line.healed), width))
        if line.stored == line.healed:
            return healed + line.uncertain
        stored = len(fold(shown(line.stored), width))
        if self._in_columns:
            return max(stored, healed) + 1
        return stored + healed + 1 + line.uncertain

    # Drawing -----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return a line of what is in view (the line API)."""
        if self._message:
            return self.message_strip(self._message, y)
        if self._is_healed:
            if y == 0:
                return self.strip(self._heading())
            y -= 1
        y += self.scroll_offset.y
        index = self._line_at(y)
        if index >= len(self._lines):
            return self.strip(())
        if index not in self._painted:
            if len(self._painted) >= _MOST_PAINTED:
                self._painted.clear()
            paint = self._paint_beside if self._in_columns else self._paint_under
            self._painted[index] = list(paint(self._lines[index]))
        line = y - self._tops[index]
        points = index == self._found and line == 0
        pointer: Part = (self._glyphs.cursor if points else " "), "primary"
        return self.strip([pointer, *self._painted[index][line]])

    def _heading(self) -> Iterator[Part]:
        """What stands over a note that was healed, however far it is scrolled."""
        stored = "as stored"
        yield " " * (1 + _NUMBER), ""
        yield from (_MINUS, (stored, "heading"))
        width = self._text_width if self._in_columns else len(stored)
        yield " " * (width - len(stored) + _GAP), ""
        yield from (_PLUS, ("as healed", "heading"))

    def _paint_beside(self, line: StoredLine) -> Iterator[list[Part]]:
        stored, healed = self._texts(line)
        minus, plus = _signs(line)
        number, width = f"{line.number:>{_NUMBER - 1}} ", self._text_width
        for left, right in zip_longest(stored or healed, healed, fillvalue=()):
            room = " " * (width - sum(cell_len(text) for text, _ in left) + _GAP)
            yield [(number, "faint"), minus, *left, (room, ""), plus, *right]
            number, minus, plus = " " * _NUMBER, _NO_SIGN, _NO_SIGN
        misread, doubt = _notes(line)
        if misread or doubt:
            room = fit(misread, width + _GAP + _SIGN)
            yield [(number + _NO_SIGN[0], ""), (room, "aside"), (doubt, "aside")]

    def _paint_under(self, line: StoredLine) -> Iterator[list[Part]]:
        stored, healed = self._texts(line)
        number = f"{line.number:>{_NUMBER - 1}} "
        for side, sign in zip((stored, healed), _signs(line), strict=True):
            for text in side:
                yield [(number, "faint"), sign, *text]
                number, sign = " " * _NUMBER, _NO_SIGN
        for note in filter(None, _notes(line)):
            yield [(number + _NO_SIGN[0], ""), (note, "aside")]

    def _texts(self, line: StoredLine) -> tuple[list[list[Part]], list[list[Part]]]:
        """The lines of a line as stored, none if it is as healed, and those as healed."""
        healed = shown(line.healed)
        doubts = [(run, "uncertain") for run in foreign(healed)] if line.uncertain else []
        if line.stored == line.healed:
            return [], self._folded(healed, "dim", doubts)
        stored = shown(line.stored)
        left, right = changes(stored, healed)
        return (
            self._folded(stored, "", [(run, "stored") for run in left]),
            self._folded(healed, "", [*doubts, *((run, "healed") for run in right)]),
        )

    def _folded(self, text: str, base: str, marks: Iterable[tuple[Run, str]]) -> list[list[Part]]:
        roles = [base] * len(text)
        for (start, end), role in marks:
            roles[start:end] = [role] * (end - start)
        return [
            [
                ("".join(text[at] for at in piece), role)
                for role, piece in groupby(range(start, end), roles.__getitem__)
            ]
            for start, end in fold(text, self._text_width)
        ]


def shown(text: str) -> str:
    """Return a line of a note as it is drawn; what is longer than 20,000 characters says so."""
    text = plain(text.removesuffix("\r").replace("\t", "    "))
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]} … ({len(text) - _LONGEST:,} more characters)"
    return text


def _signs(line: StoredLine) -> tuple[Part, Part]:
    """What stands before a line as stored, and as healed."""
    if line.stored != line.healed:
        return _MINUS, _PLUS
    return _NO_SIGN, ("? ", "warning") if line.uncertain else _NO_SIGN


def _notes(line: StoredLine) -> tuple[str, str]:
    """What there is to say of a line as stored, and as healed."""
    misread = f"misread as {codec_name(line.codec)}" if line.stored != line.healed else ""
    return misread, "uncertain: it still looks damaged" if line.uncertain else ""
