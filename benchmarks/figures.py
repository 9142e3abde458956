"""What was measured, and how it is shown."""

from __future__ import annotations

import os
import platform
import re
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Literal

Unit = Literal["ms", "MB"]


class NotAvailableError(Exception):
    """What was to be measured is not there; the message says what."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Repeated measurements of one thing.

    Attributes:
        values: The measurements, at least one: milliseconds or megabytes.
        unit: Which of the two.
    """

    values: tuple[float, ...]
    unit: Unit = "ms"

    @classmethod
    def of_seconds(cls, seconds: Iterable[float]) -> Sample:
        """A sample in milliseconds.

        Args:
            seconds: The measurements, in seconds.
        """
        return cls(tuple(1000 * value for value in seconds))

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    def percentile(self, share: float) -> Sample:
        """One value that a share of the others does not exceed, as a sample of its own.

        Args:
            share: Between 0 and 1.
        """
        rank = min(len(self.values) - 1, int(share * len(self.values)))
        return Sample((sorted(self.values)[rank],), self.unit)

    def __str__(self) -> str:
        middle = f"{_rounded(self.median)} {self.unit}"
        if len(self.values) == 1:
            return middle
        return f"{middle} ({_rounded(min(self.values))}–{_rounded(max(self.values))})"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a measurement should stay within.

    Attributes:
        limit: The most it may be.
        unit: "×" for a ratio to the yardstick; else what the limit is in.
    """

    limit: float
    unit: Unit | Literal["×"] = "×"

    def __str__(self) -> str:
        return f"≤ {self.limit:g} {self.unit}"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table.

    Attributes:
        name: What was measured.
        measured: The figures, or in words what stands in their place.
        yardstick: What it was measured beside, in the same run.
        beside: The yardstick's figures.
        goal: What it should stay within.
    """

    name: str
    measured: Sample | str
    yardstick: str = ""
    beside: Sample | None = None
    goal: Goal | None = None

    @property
    def ratio(self) -> float | None:
        """The measured median over the yardstick's; `None` where there are not two figures."""
        if self.beside is None or isinstance(self.measured, str):
            return None
        return self.measured.median / self.beside.median

    @property
    def met(self) -> bool | None:
        """Whether the goal was met; `None` where there is none or nothing was measured."""
        if self.goal is None or isinstance(self.measured, str):
            return None
        value = self.ratio if self.goal.unit == "×" else self.measured.median
        return None if value is None else value <= self.goal.limit

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as text, a cell for each of `HEADINGS`."""
        yardstick = f"{self.yardstick}: {self.beside}" if self.beside else self.yardstick
        return (
            self.name,
            str(self.measured),
            yardstick,
            "" if self.ratio is None else f"{self.ratio:.2f} ×",
            "" if self.goal is None else str(self.goal),
            "" if self.met is None else ("yes" if self.met else "no"),
        )


HEADINGS = ("measured", "median (min–max)", "beside", "ratio", "goal", "met")


def interleaved(
    runs: int, *measures: Callable[[], float], before: Callable[[], object] = int
) -> list[Sample]:
    """Measure several things in turn, so that what slows the machine down slows all of them.

    Args:
        runs: How often each is measured; one more round before that is thrown away.
        measures: Each does its work once and returns the seconds it took.
        before: Called before each of them, not measured.

    Returns:
        A sample for each of the measures.
    """
    taken: list[list[float]] = [[] for _ in measures]
    for _ in range(runs + 1):
        for values, measure in zip(taken, measures, strict=True):
            before()
            values.append(measure())
    return [Sample.of_seconds(values[1:]) for values in taken]


def table(rows: Sequence[Row], *, markdown: bool = False) -> str:
    """Rows as a table.

    Args:
        rows: The rows.
        markdown: Whether to draw it for a document instead of a terminal.

    Returns:
        The table's lines.
    """
    lines = [HEADINGS, *(row.cells for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = [
        [cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines
    ]
    ruler = ["-" * width for width in widths]
    padded.insert(1, ruler)
    if markdown:
        return "\n".join(f"| {' | '.join(line)} |" for line in padded)
    return "\n".join("  ".join(line).rstrip() for line in padded)


def machine() -> str:
    """What the figures were taken on, in one line."""
    return (
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()},"
        f" Python {platform.python_version()}, Textual {version('textual')}"
    )


def _processor() -> str:
    try:
        model = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        model = None
    return model[1] if model else platform.processor() or "unknown processor"


def _rounded(value: float) -> str:
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"
