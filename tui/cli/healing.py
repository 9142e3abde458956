"""What `workbench heal` does: show what healing would change in notes, or change it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from tui.cli import output
from tui.cli.bar import Bar
from tui.cli.diff import DiffLine, diff
from tui.cli.options import folder_path
from tui.cli.saying import NOT_READ_OR_WRITTEN, NOTHING_MATCHED, plain_errors, say
from tui.mending import Mended, MendedFile, files_at, mend_file, write_mended

_NAMED = 5  # lines; of more, the first


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=folder_path)
@click.option("--diff", "as_diff", is_flag=True, help="Show what would change [the usual].")
@click.option("--json", "as_json", is_flag=True, help="One JSON array, an object a file.")
@click.option("--write", is_flag=True, help="Heal the files; the originals stay as NAME.orig.")
@click.option(
    "--include-uncertain",
    is_flag=True,
    help="With --write: files, too, in which a line is a guess.",
)
def heal(
    paths: tuple[Path, ...], as_diff: bool, as_json: bool, write: bool, include_uncertain: bool
) -> None:
    """Heal the files at PATH themselves: notes, or all the notes in a folder and below.

    Unless --write is given, nothing is changed. A note that holds a guess is left as it is; so is
    one beside which there is a NAME.orig already.

    \b
    workbench heal ~/notes                          what would change, as a diff
    workbench heal ~/notes --json                   the same, line by line, with each doubt
    workbench heal ~/notes --write                  heal what is certain
    workbench heal ~/notes/a.md --write --include-uncertain
    """  # noqa: D301
    with plain_errors():
        if as_diff and (as_json or write):
            raise click.UsageError("--diff goes without --json and --write")
        if include_uncertain and not write:
            raise click.UsageError("--include-uncertain goes with --write")
        if write:
            status = write_healed(paths, as_json=as_json, include_uncertain=include_uncertain)
        else:
            status = show_healed(paths, as_json=as_json)
        sys.exit(status)


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
