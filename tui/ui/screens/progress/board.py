"""The five pictures, and the line that says what the marked element is."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.message import Message

from tui.library.progress import Age, Progress, Share, ages
from tui.ui.cells import WIDE, counted
from tui.ui.glyphs import Glyphs
from tui.ui.screens.progress import elements
from tui.ui.screens.progress.elements import Element
from tui.ui.widgets.line_list import LineList
from tui.ui.widgets.line_pane import LinePane
from tui.ui.widgets.pictures import Bars, Calendar, Columns, Lines, Picture
from tui.ui.widgets.pictures.caption import Caption

_HIGH = 34  # lines of a terminal from which on there is room for all pictures at once
_NOTHING_OPEN = ("Nothing is open.",)
_NO_LABELS = ("Nothing that is open has a label.",)
_NO_DATES = ("No session has a date.",)


class Pictures(Grid):
    """The pictures; with nothing of its own to draw."""

    BLANK = True


class Board(Vertical):
    """Shows how far the tasks are; all pictures where there is room, else one at a time.

    Args:
        glyphs: the signs to draw with.
    """

    BLANK = True

    class Entered(Message):
        """An element was entered with the mouse."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="board")
        self._glyphs = glyphs
        self._progress = Progress()
        self._today = date.min
        self._shares: dict[str, dict[str, Share]] = {"project": {}, "label": {}}
        self._projects = Bars(self._shares["project"].__getitem__, glyphs, id="projects")
        self._months = Lines(glyphs, id="months")
        self._calendar = Calendar(glyphs, id="calendar")
        self._ages = Columns(glyphs, self._divide, id="ages")
        self._labels = Bars(self._shares["label"].__getitem__, glyphs, id="labels")
        self._labels.only_open = True
        self._caption = Caption(glyphs, id="caption")
        self._kept: tuple[str, dict[Picture, int | None]] = "", {}
        self.panes: tuple[LinePane, ...] = (
            self._projects, self._months, self._calendar, self._ages, self._labels,
        )  # fmt: skip

    def compose(self) -> ComposeResult:
        """Pictures, and the line below."""
        yield Pictures(*self.panes, id="pictures")
        yield self._caption

    # What is shown -----------------------------------------------------------------------

    def keep_marks(self, of: str) -> None:
        """Keep what is marked, for when the same is shown again: less has other elements.

        Args:
            of: the filter by which it is shown.
        """
        pictures = [pane for pane in self.panes if isinstance(pane, Picture)]
        self._kept = of, {picture: picture.marked for picture in pictures}

    def show(
        self, progress: Progress, today: date, of: str = "", why_empty: Sequence[str] = ()
    ) -> None:
        """Show how far the tasks are.

        Args:
            progress: that.
            today: the day that ages count from.
            of: the filter by which it was counted.
            why_empty: says why there are no sessions, if so, in lines.
        """
        self._progress, self._today = progress, today
        self._say_instead(() if progress.sessions else why_empty)
        self._show_shares(self._projects, "project", progress.projects)
        with_open = [share for share in progress.labels if share.tasks.open]
        self._show_shares(self._labels, "label", with_open)
        self._months.show(progress.months)
        self._calendar.show(progress.days)
        self._ages.show()
        if of == self._kept[0]:
            for picture, number in self._kept[1].items():
                picture.mark_again(number)
            self._kept = "", {}
        self.update_titles()

    def wait(self, message: Sequence[str]) -> None:
        """Say, in lines, what is being done, where nothing is shown yet."""
        for pane in self.panes:
            if isinstance(pane, LineList | Picture):
                pane.empty_text = message
                pane.refresh()

    def _say_instead(self, why_empty: Sequence[str]) -> None:
        self._projects.empty_text = why_empty or ("No tasks.",)
        nothing_open = why_empty or _NOTHING_OPEN
        self._labels.empty_text = self._ages.empty_text = nothing_open
        if self._progress.tasks.open:
            self._labels.empty_text = _NO_LABELS
        self._months.empty_text = self._calendar.empty_text = why_empty or _NO_DATES
        if self._progress.undated.tasks.open and not self._progress.days:
            self._ages.empty_text = _NO_DATES

    def _show_shares(self, bars: Bars, kind: str, shares: Sequence[Share]) -> None:
        known = self._shares[kind]
        known.clear()
        known.update((share.text, share) for share in shares)
        tallies = [share.tasks for share in shares]
        bars.most = max((t.open if bars.only_open else t.all for t in tallies), default=0)
        bars.show(list(known))

    def _divide(self, most: int) -> Sequence[Age]:
        return ages(self._progress.days, self._today, most)

    def update_titles(self) -> None:
        """Say in the titles what there is, and in the line what is marked."""
        progress, dot = self._progress, self._glyphs.dot
        tasks = progress.tasks
        opened = sum(month.opened for month in progress.months)
        closed = sum(month.closed for month in progress.months)
        self._entitle(
            self._projects,
            f"Projects {len(progress.projects):,}",
            f"{tasks.open:,} of {counted(tasks.all, 'task')} open",
        )
        elsewhen = progress.closed_elsewhen
        self._entitle(
            self._months,
            f"By month {dot} {counted(opened, 'task')} opened, {closed:,} closed",
            f"{elsewhen:,} more closed in the notes themselves" if elsewhen else "",
        )
        days = len(progress.days)
        undated = progress.undated
        self._entitle(
            self._calendar,
            f"Calendar {dot} {counted(progress.sessions - undated.sessions, 'session')}"
            f" on {counted(days, 'day')}",
            "  ".join(filter(None, [
                self._calendar.legend() if days else "",
                f"{undated.sessions:,} without a date" if undated.sessions else "",
            ])),
        )  # fmt: skip
        unit = self._ages.age.unit.name if self._ages.age else ""
        self._entitle(
            self._ages,
            f"Age of {counted(tasks.open - undated.tasks.open, 'open task')}"
            + (f", in {unit}s" if unit else ""),
            f"{undated.tasks.open:,} without a date" if undated.tasks.open else "",
        )
        self._entitle(
            self._labels, f"Labels {len(self._shares['label']):,} {dot} by open tasks", ""
        )
        element = self.element or Element("", "")
        self._caption.show(element.name, element.says, element.lists)

    def _entitle(self, pane: LinePane, title: str, subtitle: str) -> None:
        """One that is alone on the screen says which of them it is."""
        if self.is_narrow:
            place = f"{self.panes.index(pane) + 1} of {len(self.panes)}"
            subtitle = f"{subtitle}  {self._glyphs.dot} {place}" if subtitle else place
        pane.entitle(title, subtitle)

    # Which of them -----------------------------------------------------------------------

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one picture only."""
        size = self.app.size
        return size.width < WIDE or size.height < _HIGH

    @property
    def first(self) -> LinePane:
        """The picture that all others are reached from."""
        return self.panes[0]

    @property
    def here(self) -> LinePane:
        """The picture that has the focus; the first in view, where none of them has it."""
        focused = self.screen.focused
        in_view = (pane for pane in self.panes if pane.display)
        return next((pane for pane in self.panes if pane is focused), next(in_view, self.panes[0]))

    def lay_out(self) -> None:
        """Show what there is room for, and the picture that has the focus in any case."""
        self._lay_out(self.here)

    def _lay_out(self, shown: LinePane) -> None:
        self.set_class(self.is_narrow, "-narrow")
        for pane in self.panes:
            pane.display = pane is shown or not self.is_narrow
        self.update_titles()

    def go_to(self, pane: LinePane) -> None:
        """Give a picture the focus, and bring it into view."""
        self._lay_out(pane)
        self.screen.set_focus(pane)
        self.update_titles()

    def next_to_here(self, by: int) -> LinePane:
        """The picture so many after the one that has the focus; after the last comes the first."""
        return self.panes[(self.panes.index(self.here) + by) % len(self.panes)]

    def turn(self, by: int) -> None:
        """Mark what stands to the right; beside bars stands the next picture."""
        if isinstance(self.here, Picture):
            self.here.turn(by)
        else:
            self.go_to(self.next_to_here(by))

    # What is marked ----------------------------------------------------------------------

    @property
    def element(self) -> Element | None:
        """What is marked in the picture that has the focus."""
        here = self.here
        if here is self._months and self._months.month:
            return elements.of_month(self._months.month)
        if here is self._calendar and self._calendar.day:
            return elements.of_day(self._calendar.day)
        if here is self._ages and self._ages.age:
            return elements.of_age(self._ages.age)
        if here is self._projects and self._projects.cursor is not None:
            return elements.of_share("project", self._projects.shown(self._projects.cursor))
        if here is self._labels and self._labels.cursor is not None:
            return elements.of_share("label", self._labels.shown(self._labels.cursor))
        return None

    def on_descendant_focus(self) -> None:
        """Another picture has the focus."""
        self.update_titles()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Another bar is marked."""
        event.stop()
        self.update_titles()

    def on_picture_moved(self, event: Picture.Moved) -> None:
        """Another element is marked."""
        event.stop()
        self._kept = "", {}
        self.update_titles()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """A bar was clicked twice."""
        event.stop()
        self.post_message(self.Entered())

    def on_picture_chosen(self, event: Picture.Chosen) -> None:
        """An element was clicked twice."""
        event.stop()
        self.post_message(self.Entered())
