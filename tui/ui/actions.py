"""The one table of what can be done: it makes bindings, key bar, help, palette and README list."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from textual.binding import Binding, BindingType

Group = Literal["Screens", "Move", "Decide", "Look", "Program"]
ScreenName = Literal["review", "tasks", "progress", "history"]

SCREENS: dict[ScreenName, str] = {
    "review": "Review", "tasks": "Tasks", "progress": "Progress", "history": "History",
}  # fmt: skip
"""What the screens are called, in the order of their keys."""


class Action(Struct, frozen=True):
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
    Action("review", ("1",), "Review: sessions, one in full, its tasks", "Screens",
           call="go('review')"),
    Action("tasks", ("2",), "Tasks: every task of every session", "Screens", call="go('tasks')"),
    Action("progress", ("3",), "Progress: how far the tasks are, in pictures", "Screens",
           call="go('progress')"),
    Action("history", ("4",), "History: every decision, newest first", "Screens",
           call="go('history')"),
    Action("down", ("j", "down"), "next line", "Move", bar="next", call="move(1)"),
    Action("up", ("k", "up"), "line before", "Move", bar="before", call="move(-1)"),
    Action("page_down", ("pagedown", "ctrl+d"), "a page down", "Move", call="page(1)"),
    Action("page_up", ("pageup", "ctrl+u"), "a page up", "Move", call="page(-1)"),
    Action("first", ("home",), "first line", "Move"),
    Action("last", ("G", "end"), "last line", "Move"),
    Action("g_prefix", ("g",), "g g: first line", "Move"),
    Action("next_pane", ("tab", "l"), "next pane", "Move", bar="pane"),
    Action("previous_pane", ("shift+tab", "h"), "pane before", "Move"),
    Action("enter", ("enter",), "further in: into a session, into its tasks", "Move", bar="list"),
    Action("back", ("escape",), "back: unmark, leave the pane, unfilter", "Move", bar="back"),
    Action("turn_left", ("left",), "mark what stands to the left", "Move", call="turn(-1)"),
    Action("turn_right", ("right",), "mark what stands to the right", "Move", call="turn(1)"),
    Action("next_open", ("n",), "next session, or task, that is open", "Move", bar="next open"),
    Action("previous_open", ("N",), "the one before that is open", "Move"),
    Action("next_unreviewed", ("ctrl+n",), "next session that is not reviewed", "Move"),
    Action("toggle_done", ("space",), "task done, or pending again", "Decide", bar="done"),
    Action("choose_status", ("s",), "choose a status", "Decide", bar="status"),
    Action("due", ("d",), "set the day a task is due", "Decide", bar="due"),
    Action("assign", ("a",), "say who is to do it", "Decide"),
    Action("note", ("t",), "write a note on a task", "Decide"),
    Action("mark", ("m",), "mark a task, or unmark it; the next action takes all marked", "Decide"),
    Action("range", ("v",), "start a range of tasks; again marks it", "Decide", bar="range"),
    Action("mark_all", ("ctrl+a",), "mark all tasks that are listed", "Decide"),
    Action("mark_similar", ("equals_sign",),
           "mark a task and the open ones similar to it", "Decide"),
    Action("toggle_reviewed", ("r",), "session reviewed, or not", "Decide", bar="reviewed"),
    Action("reverse", ("U",), "reverse a decision, whoever made it", "Decide", bar="reverse"),
    Action("undo", ("u",), "undo your last step", "Decide", bar="undo"),
    Action("redo", ("ctrl+r",), "redo what you undid", "Decide"),
    Action("move_store", ("W",), "keep decisions elsewhere, if they cannot be saved", "Decide"),
    Action("filter", ("slash",), "filter, on all screens alike; the history has its own", "Look",
           bar="filter"),
    Action("facets", ("f",), "narrow by a project, label, priority or month", "Look", bar="narrow"),
    Action("sort", ("o",), "sort; the same again turns the list round", "Look"),
    Action("group", ("b",), "group by project, label, month, age, …", "Look", bar="group"),
    Action("toggle_fold", ("z",), "fold up a group of tasks, or unfold it", "Look"),
    Action("fold", ("left",), "fold up a group", "Look"),
    Action("unfold", ("right",), "unfold a group", "Look"),
    Action("fold_all", ("Z",), "fold up all groups, or unfold them", "Look"),
    Action("similar", ("S",), "list the tasks similar to this one; esc goes back", "Look"),
    Action("edit", ("e",), "open the note in $EDITOR", "Look", bar="edit"),
    Action("stored", ("R",), "the note as stored, beside as healed", "Look", bar="stored"),
    Action("signed", ("D",), "the session as it was signed off, beside as it is", "Look"),
    Action("left_out", ("p",), "problems, and files that are not sessions", "Look"),
    Action("orphans", ("O",), "what was decided on and is in no note any more", "Look"),
    Action("samples", ("x",), "in an empty folder: try the sample documents", "Look"),
    Action("help", ("question_mark", "f1"), "this help", "Program", bar="help"),
    Action("palette", ("ctrl+p",), "command palette", "Program", call="app.command_palette"),
    Action("quit", ("q", "ctrl+q"), "quit", "Program", bar="quit", call="leave"),
)  # fmt: skip

_WHERE_TASKS_ARE = (
    "next_open", "previous_open", "next_unreviewed", "toggle_done", "choose_status", "due",
    "assign", "note", "mark", "range", "mark_all", "toggle_reviewed", "sort", "edit", "stored",
    "signed",
)  # fmt: skip
_WHERE_GROUPS_ARE = ("group", "toggle_fold", "fold", "unfold", "fold_all")
_ONLY_ON: dict[str, tuple[ScreenName, ...]] = {
    **dict.fromkeys(_WHERE_TASKS_ARE, ("review", "tasks")),
    **dict.fromkeys((*_WHERE_GROUPS_ARE, "mark_similar", "similar"), ("tasks",)),
    **dict.fromkeys(("turn_left", "turn_right"), ("progress",)),
    "samples": ("review",),
    "reverse": ("history",),
    "facets": ("review", "tasks", "progress"),
}

# What the key bar shows, the most wanted first; help and quit stay where there is little room.
BAR = (
    "toggle_done", "next_open", "reverse", "filter", "undo", "next_pane", "choose_status", "due",
    "range", "toggle_reviewed", "group", "facets", "edit", "stored", "help", "quit",
)  # fmt: skip

BAR_OF_PICTURES = ("next_pane", "enter", "down", "up", "filter", "facets", "back", "help", "quit")
"""What it shows where there are no tasks."""

_SHOWN = {
    "slash": "/", "question_mark": "?", "escape": "esc", "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End", "f1": "F1", "equals_sign": "=",
}  # fmt: skip


def shown(key: str) -> str:
    """Return how a key is written for people."""
    return _SHOWN.get(key, key)


def keys_of(action: Action) -> str:
    """Return the keys of an action as people write them."""
    keys = ["g g" if action.name == "g_prefix" else shown(key) for key in action.keys]
    return " ".join(keys)


def actions_on(screen: ScreenName, actions: Iterable[Action] = ACTIONS) -> tuple[Action, ...]:
    """Return what can be done on a screen."""
    return tuple(action for action in actions if screen in _ONLY_ON.get(action.name, SCREENS))


def bindings(screen: ScreenName) -> list[BindingType]:
    """Return Textual's bindings of a screen; their ids are the names that a config file uses.

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
        for action in actions_on(screen)
    ]


def remapped(keys: dict[str, str]) -> tuple[Action, ...]:
    """Return the table with the keys of a config file, as `name -> "key,key"`."""
    return tuple(
        replace(action, keys=tuple(key.strip() for key in keys[action.name].split(",")))
        if action.name in keys
        else action
        for action in ACTIONS
    )
