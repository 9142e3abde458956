"""The fields that a decision sets, a row each: how a value is written, read, and told.

A field joins by a row here and an attribute of `Setting`, under which the journal stores it; where
a filter is to ask for it, by a row in `tui.library.filter.fields` as well.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Final, NamedTuple

from tui.decisions.decision import Field, Setting
from tui.decisions.due import FORMS, read_due, told_due


class Entry(NamedTuple):
    """How a field is typed: in a form with a title, and as an option of the command line.

    `read` makes of what was typed what is stored, and `comes_to` says what that is in a few words;
    both raise ValueError with a sentence where it comes to nothing. `lines` tells whether it may
    have several, where a terminal lets one write them.
    """

    title: str
    metavar: str
    help: str
    read: Callable[[str, date], str]
    comes_to: Callable[[str, date], str]
    lines: bool = False


class FieldRow(NamedTuple):
    """A field: what is told of it where something is set ("{}" stands for that), and where not.

    `entry` is how a task's is typed; None for what is chosen, or is not of a task in a note.
    """

    name: Field
    some: str
    none: str
    entry: Entry | None = None

    def told(self, value: Any) -> str:
        """Say what a value makes of what was decided on."""
        return self.some.format(value) if value else self.none


def _as_written(text: str, _: date) -> str:
    return text.strip()


ROWS: Final = (
    FieldRow("status", "{}", ""),
    FieldRow(
        "due",
        "due {}",
        "without a due date",
        Entry("Due", "DAY", f"{FORMS.replace(', or none', '')}; none takes it away.",
              read_due, told_due),
    ),
    FieldRow(
        "to",
        "assigned to {}",
        "assigned to nobody",
        Entry(
            "Assigned to", "NAME", "Who is to do it.", _as_written,
            lambda text, _: "enter assigns; up and down choose a name"
            if text.strip() else "assigned to nobody",
        ),
    ),
    FieldRow(
        "note",
        "with a note",
        "without a note",
        Entry(
            "Note", "TEXT", "What is to be added.", _as_written,
            lambda text, _: "enter keeps it" if text.strip() else "no note",
            lines=True,
        ),
    ),
    FieldRow("reviewed", "reviewed", "not reviewed"),
    FieldRow("stands_on", "attached to another task", "attached to no other"),
    FieldRow("archived", "archived", "not archived"),
)  # fmt: skip
TYPED: Final[dict[Field, Entry]] = {row.name: row.entry for row in ROWS if row.entry}
"""The fields of a task that are typed."""


def setting_told(setting: Setting) -> str:
    """Say what a setting makes of a task, or of a session: "done", "due 2026-12-31"."""
    set_ = setting.fields
    return ", ".join(row.told(getattr(setting, row.name)) for row in ROWS if row.name in set_)
