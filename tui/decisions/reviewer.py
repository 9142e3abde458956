"""Who decides, where nobody was named."""

from pathlib import Path

_LONGEST_SECONDS = 2  # git reads what its settings include, which may be a pipe without end


def reviewer_of(folder: Path) -> str:
    """Return git's `user.name` as it holds in a folder, else the login name."""
    import getpass  # only a decision needs to know who decides; listing starts without it

    if name := _told_by_git(folder):
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


def _told_by_git(folder: Path) -> str:
    """Return git's `user.name`; "" if there is none, or no git that answers in time."""
    import shutil  # as above
    import subprocess

    git = shutil.which("git")
    if not git:
        return ""
    try:
        asked = subprocess.run(
            [git, "-C", str(folder), "config", "user.name"],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=_LONGEST_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.strip()
