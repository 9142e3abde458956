"""The config file: a theme, other keys, and saved views.

It is read here; only views are ever written to it (`tui.ui.views`).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from msgspec import Struct

from tui.resources import config_path as config_path
from tui.ui.actions import ACTIONS
from tui.workbench import GROUPINGS, SORTS, TASK_SORTS

Of = Literal["sessions", "tasks"]
"""What a view lists."""

_OF: tuple[Of, ...] = get_args(Of)
_FORM = '{ filter = "…", sort = "…" }, and of tasks of = "tasks" and group = "…" besides'


class View(Struct, frozen=True):
    """A saved view: the text of a filter, the name of an order, what is listed, in which groups.

    Sessions have no groups.
    """

    filter: str = ""
    sort: str = SORTS[0].name
    of: Of = "sessions"
    group: str = GROUPINGS[0]

    @property
    def says(self) -> dict[str, str]:
        """What the config file says of it."""
        said = {"filter": self.filter, "sort": self.sort}
        return said if self.of == "sessions" else {"of": self.of, **said, "group": self.group}

    def __str__(self) -> str:
        """What it lists, in a few words."""
        said = [self.filter or f"all {self.of}", self.sort]
        if self.of == "tasks" and self.filter:
            said.insert(0, self.of)
        if self.group != GROUPINGS[0]:
            said.append(f"by {self.group}")
        return ", ".join(said)


class Config(NamedTuple):
    """What the config file says, and what is wrong with it ("" where nothing is)."""

    theme: str = ""
    keys: dict[str, str] = {}  # noqa: RUF012 - a NamedTuple's default, never changed
    problem: str = ""
    views: dict[str, View] = {}  # noqa: RUF012 - as above


def read_config(path: Path) -> Config:
    """Read a config file; one that is not there, or is mistaken, leaves the defaults."""
    if not path.is_file():
        return Config()
    import tomllib

    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return Config(problem=f"{path} cannot be read ({error})")
    except RecursionError:
        return Config(problem=f"{path} cannot be read (brackets within brackets without end)")
    theme, keys = said.get("theme", ""), said.get("keys", {})
    views, problem = _views(path, said.get("views", {}))
    if not isinstance(theme, str) or not isinstance(keys, dict):
        wants = f'{path}: it wants theme = "NAME" and a table [keys]'
        return Config(problem=wants, views=views)
    known = {action.name for action in ACTIONS}
    strange = [name for name, key in keys.items() if name not in known or not isinstance(key, str)]
    if strange:
        return Config(theme, {}, f"{path}: [keys] has no action {strange[0]}", views)
    return Config(theme, keys, problem, views)


def _views(path: Path, said: Any) -> tuple[dict[str, View], str]:
    """The views that can be opened, and what is wrong with another one, or ""."""
    if not isinstance(said, dict):
        return {}, f"{path}: views wants to be a table [views]"
    views, problem = {}, ""
    for name, view in said.items():
        try:
            views[name] = _view(view)
        except ValueError as error:
            problem = f"{path}: the view {name} {error}"
    return views, problem


def _view(said: Any) -> View:
    """Read a view.

    Raises:
        ValueError: it cannot be opened; says what is wrong with it.
    """
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise ValueError(f"wants {_FORM}")
    if strange := [key for key in said if key not in View.__struct_fields__]:
        raise ValueError(f"knows no {strange[0]}; it wants {_FORM}")
    of = next((known for known in _OF if known == said.get("of", _OF[0])), None)
    if of is None:
        raise ValueError(f"has an of that is none of {', '.join(_OF)}")
    sorts = [sort.name for sort in (SORTS if of == "sessions" else TASK_SORTS)]
    sort = _one_of(said, "sort", sorts, of)
    group = _one_of(said, "group", GROUPINGS if of == "tasks" else GROUPINGS[:1], of)
    return View(said.get("filter", ""), sort, of, group)


def _one_of(said: dict[str, str], key: str, known: Sequence[str], of: Of) -> str:
    value = said.get(key, known[0])
    if value in known:
        return value
    if len(known) == 1:
        raise ValueError(f'has a {key}, which only tasks have (of = "tasks")')
    raise ValueError(f"has a {key} that is none of {', '.join(known)}, as {of} have them")
