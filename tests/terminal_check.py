"""Open an installed workbench in a real terminal: `python -m tests.terminal_check PROGRAM FOLDER`.

Used on the wheel, which is installed where nothing of the project is.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.terminal import Terminal


def main(program: str, folder: str) -> None:
    """Open the folder from another one, tick a task, quit; fails if a step does not show."""
    with Terminal().start([program, folder], size=(100, 30), cwd=Path("/")) as terminal:
        terminal.wait_for("3 sessions")
        terminal.press("space")
        terminal.wait_for("1 done")
        terminal.press("q")
        status = terminal.wait_exit()
    if status or not Path(folder, ".workbench/tasks.jsonl").exists():
        sys.exit(f"{program} ended with status {status}")
    print(f"{program}: opened, ticked, quit")


if __name__ == "__main__":
    main(*sys.argv[1:])
