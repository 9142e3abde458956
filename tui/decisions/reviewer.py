"""Who decides, where nobody was named."""

from pathlib import Path


def reviewer_of(folder: Path) -> str:
    """Return git's `user.name` as it holds in a folder, else the login name."""
    import getpass  # only a decision needs to know who decides; listing starts without these
    import shutil
    import subprocess

    git = shutil.which("git")
    if git:
        asked = subprocess.run(
            [git, "-C", str(folder), "config", "user.name"],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            stdin=subprocess.DEVNULL,
        )
        if name := asked.stdout.strip():
            return name
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"
