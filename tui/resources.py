"""The files that come with the program, the sheet and the sample documents, and the config file.

Those stand at the top of the project; the wheel carries them inside the package.
"""

import os
import shutil
from pathlib import Path

_PACKAGE = Path(__file__).parent


def _find(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name


def stylesheet() -> Path:
    """Where `styles.tcss` lies."""
    return _find("styles.tcss")


def copy_samples(folder: Path) -> None:
    """Copy the sample documents into a folder that exists."""
    for document in sorted(_find("seeds").glob("*.txt")):
        shutil.copyfile(document, folder / document.name)


def config_path() -> Path:
    """Where the config file lies: `$WORKBENCH_CONFIG`, else in the user's config folder."""
    if named := os.environ.get("WORKBENCH_CONFIG"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("session-workbench") / "config.toml"
