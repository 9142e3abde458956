"""The pane that tells of the task, or of the group, under the cursor."""

from collections.abc import Iterator
from datetime import date

from tui.ui.desk import Desk
from tui.ui.desk.facts import facts_of
from tui.ui.document import Block
from tui.ui.screens.shared.following import Following
from tui.ui.screens.tasks.card import group_card, similar_card, task_card
from tui.ui.screens.tasks.listing import Tasks
from tui.ui.screens.tasks.similar import Similar
from tui.ui.widgets.detail import Detail
from tui.workbench import Row, Task, TaskKey


class TaskPane:
    """Shows what is known of the task on a line, or of the group that begins there.

    Args:
        desk: what knows of tasks.
        listing: the lines.
        following: the session of the task.
        similar: what knows of the tasks that say nearly the same.
    """

    def __init__(self, desk: Desk, listing: Tasks, following: Following, similar: Similar) -> None:
        self.detail = Detail(id="card")
        self._desk = desk
        self._listing = listing
        self._following = following
        self._similar = similar

    def show(self, line: int | None, marked: int) -> None:
        """Show what stands on a line.

        Args:
            line: the line; None if the cursor stands nowhere.
            marked: how many tasks are marked.
        """
        found, group = self._listing.task(line), self._listing.group(line)
        if found is not None:
            task, glyphs = found[1], self._desk.glyphs
            facts = facts_of(self._desk.bench, task, date.today())
            blocks = task_card(task, facts, self._following.doubts, glyphs)
            self.detail.show([*blocks, *self._of_similar(found)])
        elif group is not None:
            self.detail.show([*group_card(group, marked)])
        else:
            self.detail.show_message(())

    def _of_similar(self, found: tuple[Row, Task]) -> Iterator[Block]:
        """Yield what there is to say of the tasks that are similar to one."""
        group = self._similar.group_of(TaskKey(found[0].path, found[1].id))
        if group is not None:
            counts = self._similar.count(found)
            statuses = [self._desk.bench.status(task) for _, task in group.first]
            keys = self._desk.key_of("mark_similar"), self._desk.key_of("similar")
            yield from similar_card(counts, group.first, statuses, keys, self._desk.glyphs)
