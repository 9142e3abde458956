"""The words of documents, the same in every form."""

from tui.notes.markup import pieces
from tui.plain import plain
from tui.reports.facts import TaskFact

_LONGEST = 2_000


def line_of(text: str) -> str:
    """Return a text as one line that can only be read; what is very long is cut, and says so."""
    line = plain(" ".join(text.split())) if "\n" in text else plain(text).strip()
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_LONGEST]} … ({len(line) - _LONGEST:,} more characters)"


def unmarked(text: str) -> str:
    """Return the words of a line of a note, without the marks that stand in it."""
    return "".join(piece for piece, _ in pieces(line_of(text)))


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its word, as `1 session` and `2,129 sessions`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def named(name: str, kind: str) -> str:
    """Return the name of a project or a label, or that there is none."""
    return line_of(name) or f"(no {kind})"


def about_unpublished(left_out: int, included: int, *, are_marked: bool = True) -> str:
    """Say what was left out because it says `publish: false`, or that it is here; "" if none is."""
    sessions = counted(left_out or included, "session")
    says = "says" if (left_out or included) == 1 else "say"
    if left_out:
        return f"Left out: {sessions} that {says} “publish: false”."
    if included:
        marked = ", marked “unpublished”" if are_marked else ""
        return f"Not for publication: {sessions} that {says} “publish: false” among these{marked}."
    return ""


def more_of(task: TaskFact, today: str) -> list[str]:
    """Return what else is to be said of a task, a few words each."""
    found = []
    if task.due and task.is_open:
        found.append(f"overdue since {task.due}" if task.is_overdue(today) else f"due {task.due}")
    if task.to:
        found.append(f"for {line_of(task.to)}")
    if task.note:
        found.append(f"note: {line_of(task.note)}")
    return found
