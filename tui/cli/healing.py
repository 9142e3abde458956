"""What `workbench heal` does: show what healing would change in notes, or change it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tui.cli import output
from tui.cli.bar import Bar
from tui.cli.diff import DiffLine, diff
from tui.cli.saying import NOT_READ_OR_WRITTEN, NOTHING_MATCHED, say
from tui.mending import Mended, MendedFile, files_at, mend_file, write_mended

_NAMED = 5  # lines; of more, the first


def show_healed(paths: Sequence[Path], *, as_json: bool) -> int:
    """Show what healing would change in notes; returns the exit status."""
    account = _Account()
    objects = []
    for file in account.bar.over(files_at(paths)):
        found = mend_file(file)
        account.take(found, done=found.is_changed)
        if as_json:
            objects.append(_object(found))
        elif found.mended and found.is_changed:
            with account.bar.aside():
                output.print_diff(_diff(found.path, found.mended))
    if as_json:
        output.print_json(objects, "json")
    return account.status


def write_healed(paths: Sequence[Path], *, as_json: bool, include_uncertain: bool) -> int:
    """Heal notes where they lie; returns the exit status.

    What was done is told at the end, also where an interrupt is the end of it.
    """
    account = _Account()
    objects: list[dict[str, Any]] = []
    try:
        for file in account.bar.over(files_at(paths)):
            found = write_mended(file, include_uncertain=include_uncertain)
            objects.append(_object(found))
            account.take(found, done=found.is_written)
            if found.is_left:
                lines = _lines(objects[-1]["uncertain"], "is uncertain", "are uncertain")
                account.say(f"{found.path}: left as it is, for {lines} (--include-uncertain)")
    finally:
        if as_json:
            output.print_json(objects, "json")
        else:
            for one in objects:
                if one["written"]:
                    output.print_fields("healed", one["path"], _summary(one["healed"]))
    return account.status


class _Account:
    """How it goes: the bar, what is said on the way, and the exit status by now."""

    def __init__(self) -> None:
        self.bar = Bar("healing")
        self._is_done = self._has_failed = False

    def take(self, found: MendedFile, *, done: bool) -> None:
        """Count a file in, and say what is wrong with it."""
        self._is_done |= done
        if found.problem:
            self._has_failed = True
            self.say(f"{found.path}: {found.problem}")
        elif found.mended and found.mended.uncertain and not found.is_changed:
            lines = _lines(found.mended.uncertain, "still looks damaged", "still look damaged")
            self.say(f"{found.path}: {lines}, and cannot be healed")

    def say(self, message: str) -> None:
        """Say one plain line on stderr."""
        with self.bar.aside():
            say(message)

    @property
    def status(self) -> int:
        """The exit status."""
        if self._has_failed:
            return NOT_READ_OR_WRITTEN
        return 0 if self._is_done else NOTHING_MATCHED


def _object(found: MendedFile) -> dict[str, Any]:
    return {
        "path": found.path,
        "healed": found.mended.healed if found.mended else (),
        "uncertain": found.mended.uncertain if found.mended else (),
        "changed": found.is_changed,
        "written": found.is_written,
        "problem": found.problem,
    }


def _diff(path: str, mended: Mended) -> Iterator[DiffLine]:
    """What heads a diff is no part of it, and passed over by programs that read such."""
    head = f"{path}: to heal: {_summary(mended.healed)}"
    if mended.uncertain:
        head += f"; {_lines(mended.uncertain, 'is uncertain', 'are uncertain')}"
    yield DiffLine("", head)
    yield from diff(path, mended.stored, mended.text)


def _summary(healed: Sequence[Any]) -> str:
    codecs = ", ".join(dict.fromkeys(mended.codec for mended in healed))
    return f"{len(healed)} line{'s' * (len(healed) != 1)} ({codecs})"


def _lines(numbers: Sequence[int], one: str, many: str) -> str:
    if len(numbers) == 1:
        return f"line {numbers[0]} {one}"
    named = ", ".join(map(str, numbers[:_NAMED]))
    more = f" and {len(numbers) - _NAMED} more" if len(numbers) > _NAMED else ""
    return f"lines {named}{more} {many}"
