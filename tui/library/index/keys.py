"""What a task in a list is known by, and in which groups tasks are listed."""

from typing import Literal, NamedTuple, get_args

from tui.library.index.sql import PLACE_BITS

Grouping = Literal["none", "project", "label", "month", "age", "session", "assignee", "status"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)


def number_of(session: int, place: int) -> int:
    """The number of a task, from that of its session and its place in it, from 0."""
    return session << PLACE_BITS | place


class TaskKey(NamedTuple):
    """A task in a list, whatever list it is: the path of its session, and its id."""

    path: str
    task: str
