"""The config file: a theme, and other keys. It is read, never written."""

import os
from pathlib import Path
from typing import NamedTuple

from tui.ui.actions import ACTIONS


class Config(NamedTuple):
    """What the config file says, and what is wrong with it ("" where nothing is)."""

    theme: str = ""
    keys: dict[str, str] = {}  # noqa: RUF012 - a NamedTuple's default, never changed
    problem: str = ""


def config_path() -> Path:
    """Where the config file lies: `$WORKBENCH_CONFIG`, else in the user's config folder."""
    if named := os.environ.get("WORKBENCH_CONFIG"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("session-workbench") / "config.toml"


def read_config(path: Path) -> Config:
    """Read a config file; one that is not there, or is mistaken, leaves the defaults."""
    if not path.is_file():
        return Config()
    import tomllib

    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return Config(problem=f"{path} cannot be read ({error})")
    theme, keys = said.get("theme", ""), said.get("keys", {})
    if not isinstance(theme, str) or not isinstance(keys, dict):
        return Config(problem=f'{path}: it wants theme = "NAME" and a table [keys]')
    known = {action.name for action in ACTIONS}
    strange = [name for name, key in keys.items() if name not in known or not isinstance(key, str)]
    if strange:
        return Config(theme, {}, f"{path}: [keys] has no action {strange[0]}")
    return Config(theme, keys)
