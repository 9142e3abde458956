"""The config file: a theme, other keys, and saved views.

It is read here; only views are ever written to it (`tui.ui.views`).
"""

from pathlib import Path
from typing import Any, NamedTuple

from tui.resources import config_path as config_path
from tui.ui.actions import ACTIONS
from tui.workbench import SORTS


class View(NamedTuple):
    """A saved view: the text of a filter, and the name of an order."""

    filter: str = ""
    sort: str = SORTS[0].name


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
    known = [sort.name for sort in SORTS]
    for name, view in said.items():
        if not (isinstance(view, dict) and isinstance(view.get("filter", ""), str)):
            problem = f'{path}: the view {name} wants {{ filter = "…", sort = "…" }}'
        elif view.get("sort", known[0]) not in known:
            problem = f"{path}: the view {name} has a sort that is none of {', '.join(known)}"
        else:
            views[name] = View(view.get("filter", ""), view.get("sort", known[0]))
    return views, problem
