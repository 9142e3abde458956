"""A filter as a value: a tree of conditions on a session.

Words are folded (see `tui.library.words.words_of`): each after one space, so that " val" is the
start of a word, and " public saf" a word followed by the start of another.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from tui.notes import Status

Where = Literal["anywhere", "title", "text"]
ValueOf = Literal["project", "label", "priority", "by"]
FlagName = Literal[
    "reviewed", "healed", "uncertain", "published", "unpublished", "problem", "task", "label",
    "changed", "undone", "lost",
]  # fmt: skip
MarkName = Literal["due", "undue", "assigned", "unassigned", "note"]


class Says(Struct, frozen=True, tag=True):
    """The words stand, one after the other, in the session, its title or its text."""

    words: str
    where: Where = "anywhere"


class Valued(Struct, frozen=True, tag=True):
    """Its project, priority, one of its labels, or one who decided on it has these words."""

    of: ValueOf
    words: str


class Exactly(Struct, frozen=True, tag=True):
    """Its project, priority, one of its labels, or one who decided on it is this.

    `value` is as `same` makes it; of who decided, the words of the name.
    """

    of: ValueOf
    value: str


class Stands(Struct, frozen=True, tag=True):
    """One of its tasks has one of these statuses."""

    statuses: tuple[Status, ...]


class Due(Struct, frozen=True, tag=True):
    """One of its tasks is due, not before `first`, and before `end`, as in `Dated`.

    With `is_open` it is still to be done, too.
    """

    first: str = ""
    end: str = ""
    is_open: bool = False


class Assigned(Struct, frozen=True, tag=True):
    """One of its tasks is to be done by someone whose name has these words, or is exactly this."""

    words: str
    exactly: bool = False


class Marked(Struct, frozen=True, tag=True):
    """One of its tasks is due some day (or not), is someone's to do (or nobody's), has a note."""

    name: MarkName


class Flag(Struct, frozen=True, tag=True):
    """What is so or not so of a session; `problem`, `task` and `label`: it has one.

    `undone` and `lost` are of decisions only.
    """

    name: FlagName


class Dated(Struct, frozen=True, tag=True):
    """Its date is known, not before `first`, and before `end`; each `YYYY-MM-DD`, "" if open."""

    first: str = ""
    end: str = ""


class Not(Struct, frozen=True, tag=True):
    """The condition does not hold."""

    node: "Node"


class AllOf(Struct, frozen=True, tag=True):
    """Each of two or more conditions holds."""

    nodes: tuple["Node", ...]


class AnyOf(Struct, frozen=True, tag=True):
    """One of two or more conditions holds."""

    nodes: tuple["Node", ...]


OfTask = Stands | Due | Assigned | Marked
Node = Says | Valued | Exactly | OfTask | Flag | Dated | Not | AllOf | AnyOf


class Query(Struct, frozen=True):
    """A filter, read. Without a root it picks everything."""

    root: Node | None = None

    @property
    def asks_tasks(self) -> bool:
        """Whether it asks for what holds for tasks."""
        return any(isinstance(node, OfTask) for node, _ in self.leaves())

    @property
    def shown(self) -> tuple[Says, ...]:
        """The words it asks for, to be found again in what is shown."""
        return tuple(node for node, holds in self.leaves() if holds and isinstance(node, Says))

    def leaves(self) -> Iterator[tuple[Node, bool]]:
        """Yield the conditions without their joints, and whether they are to hold."""
        waiting: list[tuple[Node, bool]] = [(self.root, True)] if self.root else []
        while waiting:
            node, holds = waiting.pop(0)
            if isinstance(node, Not):
                waiting.append((node.node, not holds))
            elif isinstance(node, AllOf | AnyOf):
                waiting += [(inner, holds) for inner in node.nodes]
            else:
                yield node, holds
