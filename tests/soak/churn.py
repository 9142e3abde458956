"""Another program that keeps changing a folder of notes: `python -m tests.soak.churn FOLDER SEED`.

It ends, with every file whole, when its standard input does, and says how many changes it made.
"""

from __future__ import annotations

import random
import select
import sys
from collections.abc import Callable
from pathlib import Path

from tests.soak.folder import name_of, text_of

_PAUSE = 0.3  # seconds between two changes, on an average


class Churn:
    """Changes one note at a time, in one of the ways that programs have."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._random = random.Random(seed)
        self._next = 1 + max(int(path.stem.split()[-1]) for path in folder.rglob("*.md"))
        self._away: list[tuple[Path, bytes]] = []

    def step(self) -> None:
        """Change something."""
        ways: list[Callable[[Path], None]] = [
            self._edit, self._edit_in_place, self._move, self._take_away, self._bring_back,
            self._add, self._touch,
        ]  # fmt: skip
        paths = sorted(self._folder.rglob("*.md"))
        self._random.choice(ways)(self._random.choice(paths))

    def _edited(self, path: Path) -> bytes:
        more = f"- Said at {self._random.random()}.\n"
        return path.read_bytes().replace(b"### Achievements", more.encode() + b"### Achievements")

    def _edit(self, path: Path) -> None:
        """As editors do that put a whole new file in the place of the old one."""
        new = path.with_suffix(".new")
        new.write_bytes(self._edited(path))
        new.replace(path)

    def _edit_in_place(self, path: Path) -> None:
        """As those do that write over the old one, of which half is there for a moment."""
        data = self._edited(path)
        with path.open("wb") as file:
            file.write(data[: len(data) // 2])
            file.flush()
            file.write(data[len(data) // 2 :])

    def _move(self, path: Path) -> None:
        target = self._folder / f"Moved {self._random.randrange(5)}" / path.name
        target.parent.mkdir(exist_ok=True)
        path.rename(target)

    def _take_away(self, path: Path) -> None:
        self._away.append((path, path.read_bytes()))
        path.unlink()

    def _bring_back(self, _: Path) -> None:
        if self._away:
            path, data = self._away.pop(self._random.randrange(len(self._away)))
            path.write_bytes(data)

    def _add(self, _: Path) -> None:
        path = self._folder / name_of(self._next)
        path.parent.mkdir(exist_ok=True)
        tasks = self._random.randrange(4)
        path.write_text(text_of(self._next, tasks), encoding="utf-8")
        self._next += 1

    def _touch(self, path: Path) -> None:
        path.touch()


def main() -> None:
    """Change the folder until nobody holds the other end of standard input."""
    changes, churn = 0, Churn(Path(sys.argv[1]), int(sys.argv[2]))
    pauses = random.Random(int(sys.argv[2]))
    while not select.select([sys.stdin], [], [], pauses.uniform(0, 2 * _PAUSE))[0]:
        churn.step()
        changes += 1
    print(changes)


if __name__ == "__main__":
    main()
