"""Every element of every picture of the progress screen lists exactly the tasks that it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.samples import frontmatter
from tests.ui.conftest import Open
from tests.ui.driver import Driver
from tui.ui.screens.progress import ProgressScreen
from tui.ui.screens.progress.elements import Element
from tui.ui.screens.tasks import TasksScreen
from tui.workbench import OPEN, Setting, Status, Workbench

PROJECTS = ("Dev", "Business", 'Say "when"', "a or (b)", "is:open", "-x", "Señal", "計画", "")
LABELS = ("Data Security", "Data", "data security plan", 'a "b" c', "or", "on:2024", "Ä-b", "50 %")
STATUSES: tuple[Status | None, ...] = ("done", "dropped", "doing", "blocked", None, None)
MARKS = ("", "", "", "[x] ", "[-] ", "[ ] ")
TODAY = date(2024, 3, 9)

Counted = dict[str, set[str]]
"""By the name of an element, what its tasks say."""


class Ninth(date):
    """A calendar on which it is always the same day."""

    @classmethod
    def today(cls) -> Ninth:
        return cls(TODAY.year, TODAY.month, TODAY.day)


@pytest.fixture(params=[44, 900], ids=["weeks", "years"])
def days(request: pytest.FixtureRequest) -> int:
    """Over how many days the sessions are spread."""
    return int(request.param)


@pytest.fixture
def sixty(tmp_path: Path, days: int) -> Path:
    """Sixty sessions, some of them without a date, or with the words of another."""
    rng, folder = Random(days), tmp_path / "sixty"  # noqa: S311 - the same notes each time
    folder.mkdir()
    for n in range(60):
        day = TODAY - timedelta(days=rng.randrange(days))
        said = "" if n % 15 == 7 else day.isoformat()
        project, labels = rng.choice(PROJECTS), rng.sample(LABELS, n % 4)
        head = f"## {said} — Session: {n}\n\n" if said else f"# Session: {n}\n\n"
        head += f"**🏷️ Labels**: {', '.join(labels)}  \n" if labels else ""
        head += f"**📂 Project**: {project}  \n" if project else ""
        tasks = "".join(f"- {rng.choice(MARKS)}Task {n} {m}\n" for m in range(n % 4))
        text = frontmatter(f"s{n}", "[]", said) if said else ""
        text += f"{head}\n### Pending Tasks\n{tasks}"
        (folder / f"s{n}.md").write_text(text, encoding="utf-8")
    bench = Workbench(folder, by="Ana")
    bench.load()
    pairs = [(row, task) for row in bench.index.rows() for task in row.tasks]
    for number, status in enumerate(STATUSES):
        if status is not None:
            some = pairs[number :: len(STATUSES)]
            bench.decide(bench.drafts.setting(some, Setting(status=status)))
    return folder


def what_is_counted(folder: Path) -> dict[str, Counted]:
    """What each element is to list, by the picture, worked out from the notes one by one."""
    found: dict[str, Counted] = defaultdict(lambda: defaultdict(set))
    bench = Workbench(folder)
    bench.load()
    every: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in bench.index.rows():
        for task in row.tasks:
            is_open = bench.status(task) in OPEN
            names = {"projects": [row.project], "labels": list(row.labels) or [""]}
            for picture in names:
                for name in names[picture]:
                    every[picture, name].add(task.text)
                    if is_open:
                        found[picture][name].add(task.text)
            if row.date:
                found["months"][row.date[:7]].add(task.text)
                found["calendar"][f"{date.fromisoformat(row.date):%a} {row.date}"].add(task.text)
                if is_open:
                    found["ages"][row.date].add(task.text)
    for (picture, name), texts in every.items():
        if picture == "projects":  # one that has nothing open lists what is closed
            found[picture].setdefault(name, texts)
    return found


def board_of(at: Driver) -> ProgressScreen:
    screen = at.app.screen
    assert isinstance(screen, ProgressScreen)
    return screen


def element_of(at: Driver) -> Element | None:
    return board_of(at).panes.element


def listed(at: Driver) -> set[str]:
    """What the tasks say that the Tasks screen lists."""
    screen = at.app.screen
    assert isinstance(screen, TasksScreen)
    rows = screen.listing.rows
    assert rows is not None
    found = [one[1].text for one in rows.listing.tasks(0, len(rows.listing)) if one]
    assert len(found) == len(set(found)) == len(rows.listing)
    return set(found)


def first_number(element: Element) -> int:
    """The number of tasks that an element says it lists."""
    says = element.says.partition("; ")[2] or element.says
    numbers = [int(word) for word in says.replace(",", "").split() if word.isdigit()]
    if element.lists in ("its tasks", "them") and "open task" not in says:
        return sum(numbers)
    return numbers[0]


async def walked(at: Driver, pane: str) -> Iterator[tuple[Element, set[str]]]:
    """Enter each element of a picture, and come back; what is listed of each."""
    await at.press("home")
    found = []
    while True:
        element = element_of(at)
        assert element is not None
        assert at.focus == pane
        await at.press("enter")
        if isinstance(at.app.screen, TasksScreen):
            found.append((element, listed(at)))
            await at.press("escape")
        else:
            found.append((element, set()))
        assert element_of(at) == element
        await at.press("down")
        if element_of(at) == element:
            return iter(found)


async def test_every_element_lists_what_it_counts(
    open_workbench: Open, sixty: Path, days: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.ui.screens.progress.screen.date", Ninth)
    expected = what_is_counted(sixty)
    async with open_workbench(sixty) as at:
        await at.press("3")
        for pane in ("projects", "months", "calendar", "ages", "labels"):
            if pane == "calendar" and days > 100:
                await at.press("tab")
                continue
            left = dict(expected[pane])
            for element, texts in await walked(at, pane):
                name = element.value[1] if element.value else ""
                if pane == "calendar":
                    name = element.name
                if pane == "ages":
                    first, last = (element.terms[0], element.terms[-2])
                    inside = {
                        day
                        for day in left
                        if (not first.startswith("after:") or day > first[6:])
                        and (not last.startswith("before:") or day < last[7:])
                    }
                    counted = set().union(*(left.pop(day) for day in inside))
                elif pane == "labels" and not name:
                    assert texts == set()  # no filter asks for sessions that have none
                    left.pop(name)
                    continue
                else:
                    counted = left.pop(name, set())
                assert texts == counted, (pane, element)
                assert not texts or len(texts) == first_number(element), element
            assert left == {}, pane
            await at.press("tab")
