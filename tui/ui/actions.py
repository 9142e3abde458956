"""The one table of what can be done: it makes bindings, key bar, help, palette and README list."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from textual.binding import Binding, BindingType

Group = Literal["Move", "Decide", "Look", "Program"]


class Action(NamedTuple):
    """Something a key does.

    `name` is the method that does it (`action_<name>`), with arguments where it takes some, and
    what a config file calls it. `keys` are Textual's names. `bar` is its word in the key bar, ""
    for none.
    """

    name: str
    keys: tuple[str, ...]
    says: str
    group: Group
    bar: str = ""
    call: str = ""

    @property
    def action(self) -> str:
        """What Textual calls."""
        return self.call or self.name


ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), "next line", "Move", bar="next", call="move(1)"),
    Action("up", ("k", "up"), "line before", "Move", bar="before", call="move(-1)"),
    Action("page_down", ("pagedown", "ctrl+d"), "a page down", "Move", call="page(1)"),
    Action("page_up", ("pageup", "ctrl+u"), "a page up", "Move", call="page(-1)"),
    Action("first", ("home",), "first line", "Move"),
    Action("last", ("G", "end"), "last line", "Move"),
    Action("g_prefix", ("g",), "g g: first line", "Move"),
    Action("next_pane", ("tab", "l"), "next pane", "Move", bar="pane"),
    Action("previous_pane", ("shift+tab", "h"), "pane before", "Move"),
    Action("enter", ("enter",), "into the session, then into its tasks", "Move", bar="list"),
    Action(
        "back",
        ("escape",),
        "back: end the range, leave the pane, clear the filter",
        "Move",
        bar="back",
    ),
    Action("next_open", ("n",), "next session with open tasks", "Move", bar="next open"),
    Action("previous_open", ("N",), "session with open tasks before", "Move"),
    Action("toggle_done", ("space",), "task done, or pending again", "Decide", bar="done"),
    Action("choose_status", ("s",), "choose a status", "Decide", bar="status"),
    Action("range", ("v",), "start or end a range of tasks; the next action takes all", "Decide"),
    Action("toggle_reviewed", ("r",), "session reviewed, or not", "Decide", bar="reviewed"),
    Action("undo", ("u",), "undo your last step", "Decide", bar="undo"),
    Action("redo", ("ctrl+r",), "redo what you undid", "Decide"),
    Action("filter", ("slash",), "filter the sessions", "Look", bar="filter"),
    Action("facets", ("f",), "narrow by a project, label, priority or month", "Look", bar="narrow"),
    Action("progress", ("3",), "progress, in pictures", "Look"),
    Action("sort", ("o",), "sort the sessions; the same again turns them round", "Look"),
    Action("edit", ("e",), "open the note in $EDITOR", "Look", bar="edit"),
    Action("stored", ("R",), "the note as stored, beside as healed", "Look", bar="stored"),
    Action("left_out", ("p",), "problems, and files that are not sessions", "Look"),
    Action("samples", ("x",), "in an empty folder: try the sample documents", "Look"),
    Action("help", ("question_mark", "f1"), "this help", "Program", bar="help"),
    Action("palette", ("ctrl+p",), "command palette", "Program", call="app.command_palette"),
    Action("quit", ("q", "ctrl+q"), "quit", "Program", bar="quit", call="leave"),
)

# What the key bar shows, the most wanted first; help and quit stay where there is little room.
BAR = (
    "toggle_done", "next_open", "filter", "undo", "next_pane", "choose_status",
    "toggle_reviewed", "facets", "edit", "stored", "help", "quit",
)  # fmt: skip

ON_PROGRESS = tuple(
    action
    for action in ACTIONS
    if action.name in {
        "down", "up", "page_down", "page_up", "first", "last", "next_pane", "previous_pane",
        "enter", "back", "help", "palette", "quit",
    }
)  # fmt: skip
"""What can be done on the progress screen."""

BAR_ON_PROGRESS = ("next_pane", "enter", "down", "up", "back", "help", "quit")

_SHOWN = {
    "slash": "/", "question_mark": "?", "escape": "esc", "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End", "f1": "F1",
}  # fmt: skip


def shown(key: str) -> str:
    """Return how a key is written for people."""
    return _SHOWN.get(key, key)


def keys_of(action: Action) -> str:
    """Return the keys of an action as people write them."""
    keys = ["g g" if action.name == "g_prefix" else shown(key) for key in action.keys]
    return " ".join(keys)


def bindings(actions: Iterable[Action] = ACTIONS) -> list[BindingType]:
    """Return Textual's bindings; their ids are the names that a config file uses.

    With priority, a key is handled whole before the next one is looked at, so that keys pressed
    faster than the screen is drawn act on what they have reached.
    """
    return [
        Binding(
            ",".join(action.keys),
            action.action,
            action.says,
            show=False,
            id=action.name,
            priority=True,
        )
        for action in actions
    ]


def remapped(keys: dict[str, str]) -> tuple[Action, ...]:
    """Return the table with the keys of a config file, as `name -> "key,key"`."""
    return tuple(
        action._replace(keys=tuple(key.strip() for key in keys[action.name].split(",")))
        if action.name in keys
        else action
        for action in ACTIONS
    )
