"""What is done with the groups of the tasks, and with their order."""

import asyncio

from textual.worker import Worker, get_current_worker

from tui.ui.config import View
from tui.ui.screens.shared.tasking import TaskScreen
from tui.ui.screens.tasks.listing import Tasks
from tui.ui.screens.tasks.rows import task_of
from tui.workbench import GROUPINGS, Grouping, TaskSort

_FRAME_SECONDS = 0.05  # in which the choice is drawn
_GROUPED: dict[Grouping, str] = {
    "none": "nothing, one list", "project": "project", "label": "label", "month": "month",
    "age": "age of what is open", "session": "session", "assignee": "who is to do it",
    "status": "status",
}  # fmt: skip


class GroupedScreen(TaskScreen):
    """A screen with a list of tasks in groups; a subclass draws it."""

    VIEW_HAS = "the filter, the order and the groups"

    listing: Tasks
    """The lines of the list."""

    @property
    def view(self) -> View:
        """What is listed, to be saved."""
        listing = self.listing
        return View(self.filtering.filter, listing.sort.name, "tasks", listing.grouping)

    def take_view(self, view: View) -> None:
        """Take the filter, the order and the groups of a view of tasks."""
        self.filtering.take(view.filter)
        self.listing.arrange(view.sort, view.group)

    def fold(self, line: int | None, folded: bool | None = None) -> None:
        """Fold up the group that a line stands in, or unfold it (see `Tasks.fold`)."""
        if self.listing.fold(line, folded) and self.listing.rows is not None:
            self.tasks.show(self.listing.rows)
            self.follow()

    def action_toggle_fold(self) -> None:
        """Fold up the group that the cursor stands in, or unfold it."""
        self._fold_here(None)

    def action_fold(self) -> None:
        """Fold up the group that the cursor stands in."""
        self._fold_here(True)

    def action_unfold(self) -> None:
        """Unfold the group that the cursor stands on."""
        self._fold_here(False)

    def _fold_here(self, folded: bool | None) -> None:
        if self.tasks.cursor is not None:
            self.fold(self.tasks.cursor, folded)

    def action_fold_all(self) -> None:
        """Fold up all groups; if some are, unfold them."""
        self.fold(None)

    def action_group(self) -> None:
        """Choose what the tasks are grouped by."""
        from tui.ui.screens.choose import ChooseScreen

        preparing: Worker[None] = self.run_worker(self._prepare(), exclusive=True, group="prepare")

        def answered(answer: str | None) -> None:
            preparing.cancel()
            if answer is not None:
                self.listing.group_by(answer)
                # A group is nowhere in another grouping, a task is.
                self.list_filtered(from_top=task_of(self.tasks.cursor_key) is None)

        choices = [(grouping, _GROUPED[grouping]) for grouping in GROUPINGS]
        self.app.push_screen(ChooseScreen("Group by", choices, self.listing.grouping), answered)

    async def _prepare(self) -> None:
        """While one is chosen, work out what takes long; the choice is drawn first."""
        worker = get_current_worker()
        await asyncio.sleep(_FRAME_SECONDS)
        await asyncio.to_thread(self.listing.prepare, lambda: not worker.is_cancelled)

    def action_sort(self) -> None:
        """Choose an order; the one that holds is turned round."""
        from tui.ui.orders import TASK_ORDERS
        from tui.ui.screens.shared.ordering import choose_order

        def answered(sort: TaskSort) -> None:
            self.listing.sort = sort
            self.list_filtered(from_top=False)

        choose_order(self.app, TASK_ORDERS, self.listing.sort, answered)
