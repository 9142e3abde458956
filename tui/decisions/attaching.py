"""Lost tasks that a reviewer attached to others by hand."""

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import asdict, replace

from tui.decisions.decision import Decision


def target_of(attached: Decision) -> Decision | None:
    """Return what a lost task was attached to, as if it had been decided on itself."""
    onto = attached.onto
    if onto is None or not onto.task or onto.task != attached.set.stands_on:
        return None
    return replace(attached, **asdict(onto))


def follow(
    attached: Mapping[str, str], is_lost: Callable[[str], bool], found: Mapping[str, str]
) -> dict[str, str]:
    """Return under which ids lost things stand now, with those that were attached by hand.

    The word of a reviewer counts for more than likeness: where what a task was attached to is
    lost, too, so is the task.

    Args:
        attached: the ids of tasks, with those that they were attached to.
        is_lost: whether an id stands in no note.
        found: the ids that were found again by what was decided, with those they have now.
    """
    by_hand = {task: _end_of(task, attached, is_lost, found) for task in attached if is_lost(task)}
    rest = {old: new for old, new in found.items() if old not in by_hand}
    return rest | {task: end for task, end in by_hand.items() if end is not None}


def _end_of(
    task: str, attached: Mapping[str, str], is_lost: Callable[[str], bool], found: Mapping[str, str]
) -> str | None:
    passed = {task}
    while is_lost(task):
        if task not in attached:
            return found.get(task)
        task = attached[task]
        if task in passed:
            return None
        passed.add(task)
    return task


def lost_among(attached: Iterable[Decision], lost: Iterable[str]) -> list[Decision]:
    """Return what tasks were attached to that is lost, each as if decided on (see `target_of`)."""
    asked = set(lost)
    targets = (target_of(decision) for decision in attached)
    return list({t.task: t for t in targets if t is not None and t.task in asked}.values())
