"""What the elements of pictures are called, say, and ask for when they are entered."""

from datetime import date, timedelta
from typing import NamedTuple

from tui.library.progress import Age, Day, Month, Share, Tally
from tui.plain import plain
from tui.ui.cells import counted
from tui.ui.narrowing import besides, narrowed, term
from tui.workbench import FacetKind

_OPEN = ("is:open",)


class Element(NamedTuple):
    """Something that can be entered: its name and what is said of it, both plain.

    `value` is what a filter asks for, with its kind; `terms` what it asks for besides. `lists`
    says what is listed then, "" if nothing is.
    """

    name: str
    says: str
    lists: str = ""
    value: tuple[FacetKind, str] | None = None
    terms: tuple[str, ...] = ()

    def narrow(self, text: str) -> str:
        """Return the filter that lists what this stands for, of what another filter lists.

        "" if none can.
        """
        if not self.lists:
            return ""
        if self.value is not None:
            if not term(*self.value):
                return ""
            text = narrowed(text, *self.value)
        return besides(text, self.terms)


def of_share(kind: FacetKind, share: Share) -> Element:
    """A project, or a label."""
    is_open = share.tasks.open > 0
    return Element(
        plain(share.text) or f"(no {kind})",
        say_tally(share.tasks),
        "the open ones" if is_open else "them" if share.tasks.all else "",
        (kind, share.text),
        _OPEN if is_open else (),
    )


def of_month(month: Month) -> Element:
    """A month."""
    opened = f"{counted(month.opened, 'task')} opened"
    lists = "those opened" if month.opened else ""
    return Element(month.month, f"{opened}, {month.closed:,} closed", lists, ("month", month.month))


def of_day(day: Day) -> Element:
    """A day."""
    weekday = date.fromisoformat(day.day).strftime("%a")
    sessions = counted(day.sessions, "session") if day.sessions else "no session"
    says = f"{sessions}; {say_tally(day.tasks)}" if day.tasks.all else sessions
    lists = "its tasks" if day.tasks.all else ""
    return Element(f"{weekday} {day.day}", says, lists, ("month", day.day))


def of_age(age: Age) -> Element:
    """Open tasks about as old as each other."""
    terms = [f"after:{_beside(age.first, -1)}"] if age.first else []
    terms += [f"before:{_beside(age.last, 1)}"] if age.last else []
    return Element(
        _say_age(age),
        f"{counted(age.open, 'open task')} {_say_days(age)}".strip(),
        "them" if age.open else "",
        None,
        (*terms, *_OPEN),
    )


def say_tally(tasks: Tally) -> str:
    """Say how many tasks are what: "312 open, 188 done"."""
    counts = ((tasks.open, "open"), (tasks.done, "done"), (tasks.dropped, "dropped"))
    said = [f"{count:,} {what}" for count, what in counts if count or what == "open"]
    return ", ".join(said) if tasks.all else "no tasks"


def _say_age(age: Age) -> str:
    unit = age.unit.name
    if not age.first and not age.last:
        return "Of any age"
    if not age.least:
        return f"Less than a {unit} old"
    old = f"{counted(age.least, unit)} old"
    return old if age.first else f"{old} or more"


def _say_days(age: Age) -> str:
    if age.first and age.last:
        return f"from {age.first} to {age.last}" if age.first != age.last else f"of {age.first}"
    return f"since {age.first}" if age.first else f"until {age.last}" if age.last else ""


def _beside(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
