"""The line at the top: where we are, how much there is, how far it is."""

from collections.abc import Iterable

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.ui.actions import SCREENS, ScreenName
from tui.ui.cells import WIDE, counted, fit, with_dropped
from tui.ui.glyphs import Glyphs
from tui.ui.looks import Part, look

_NAME = " Session Workbench "
_BAR = 10
_ROOM_FOR_NOTICE = 44  # columns, for which a bar makes way
_ROOM_FOR_FOLDER = 16
_LEAST_BESIDE = 8  # columns beside how much there is


class HeaderFacts(Struct, frozen=True):
    """What the header says. `reading` is (files read, files to read) while a folder is read.

    `closed` are the tasks that are done or dropped, `dropped` those of them that are dropped. Of
    several notices `notice` is the first; `more` is how many more there are, and `key` shows all.
    """

    folder: str = ""
    sessions: int = 0
    tasks: int = 0
    closed: int = 0
    dropped: int = 0
    reading: tuple[int, int] | None = None
    notice: str = ""
    more: int = 0
    key: str = ""


class Header(Widget):
    """One line; shortened from the middle where the terminal is narrow.

    Args:
        glyphs: the signs to draw with.
        screen_name: the screen it stands on; the others are named beside it, to be clicked.
        id: the id of the widget.
    """

    class Wanted(Message):
        """The name of a screen was clicked."""

        def __init__(self, screen_name: ScreenName) -> None:
            super().__init__()
            self.screen_name = screen_name

    def __init__(
        self,
        glyphs: Glyphs,
        screen_name: ScreenName,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._screen_name = screen_name
        self._facts = HeaderFacts(reading=(0, 0))

    @property
    def facts(self) -> HeaderFacts:
        """What is shown."""
        return self._facts

    def show(self, facts: HeaderFacts) -> None:
        """Show other facts."""
        if facts != self._facts:
            self._facts = facts
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line (the line API)."""
        width = self.size.width
        left = self._left()
        room = width - _cells(left)
        right = self._right(room)
        middle = self._middle(max(0, room - _cells(right)))
        base = self.rich_style
        return Strip(
            [Segment(text, look(self, style, base)) for text, style in [*left, middle, *right]]
        ).adjust_cell_length(width, base)

    def _left(self) -> list[Part]:
        """What the program is called, and the screens; of them only this one if room is short."""
        names = [
            (f" {title} ", "heading cursor" if name == self._screen_name else "dim")
            for name, title in SCREENS.items()
        ]
        if self.size.width >= WIDE:
            return [(_NAME, "heading"), *names]
        return [(f" {SCREENS[self._screen_name]} ", "heading cursor")]

    def on_click(self, event: events.Click) -> None:
        """Go to the screen whose name was clicked."""
        if self.size.width < WIDE:
            return
        end = cell_len(_NAME)
        for name, title in SCREENS.items():
            start, end = end, end + len(title) + 2
            if start <= event.x < end:
                self.post_message(self.Wanted(name))

    def _middle(self, room: int) -> Part:
        """The folder and a notice; the notice alone where there is room for no more.

        Where not all can be said of what there is to know, it ends in the key that shows it.
        """
        facts, ellipsis = self._facts, self._glyphs.ellipsis
        folder = f"  {facts.folder}"
        if not facts.notice:
            return fit(folder, room, ellipsis), ""
        said = f"{self._glyphs.problem} {facts.notice}"
        more = f" +{facts.more:,} ({facts.key})" if facts.more else ""
        for whole in (f"{folder}   {said}{more}", f"  {said}{more}"):
            if cell_len(whole) <= room:
                return fit(whole, room), "warning"
        more = more or f" ({facts.key})"
        cut = fit(f"  {said}", max(3, room - cell_len(more)), ellipsis)
        return fit(f"{cut}{more}", room, ellipsis), "warning"

    def _right(self, room: int) -> list[Part]:
        """How much there is and how far it is, so that there is room for the folder or a notice.

        Args:
            room: how many columns are left for it, and for what stands before it.
        """
        *ways, last = self._ways()
        folder = min(_ROOM_FOR_FOLDER, 2 + cell_len(self._facts.folder))
        beside = _ROOM_FOR_NOTICE if self._facts.notice else folder
        for parts in ways:
            if _cells(parts) + beside <= room:
                return parts
        return ways[-1] if _cells(ways[-1]) + _LEAST_BESIDE <= room else last

    def _ways(self) -> list[list[Part]]:
        """The ways to say how much there is and how far it is, the longest first."""
        facts, glyphs = self._facts, self._glyphs
        if facts.reading:
            done, of = facts.reading
            share = done / of if of else 0.0
            says = [f" reading {done:,}/{of:,} " if of else " reading "]
        else:
            share = facts.closed / facts.tasks if facts.tasks else 0.0
            tasks = counted(facts.tasks, "task")
            count = f" {counted(facts.sessions, 'session')} {glyphs.dot} {tasks} {glyphs.dot} "
            is_done = f"{facts.closed - facts.dropped:,} done"
            closed = with_dropped(is_done, facts.dropped, glyphs.dot)
            says = [f"{count}{closed} "]
            if facts.dropped:
                says.append(f"{count}{facts.closed:,} closed ")
        full = min(_BAR, int(share * _BAR + 0.5)) if share < 1 else _BAR
        percent: Part = (f" {_percent(share)} ", "")
        bar = [(glyphs.bar_full * full, "success"),
               (glyphs.bar_empty * (_BAR - full), "faint"), percent]  # fmt: skip
        return [*([(said, ""), *end] for end in (bar, []) for said in says), [percent]]


def _cells(parts: Iterable[Part]) -> int:
    return sum(cell_len(text) for text, _ in parts)


def _percent(share: float) -> str:
    """Never 100 % before all is done, nor 0 % after the first."""
    percent = round(share * 100)
    return f"{min(99, max(1, percent)) if 0 < share < 1 else percent}%".rjust(4)
