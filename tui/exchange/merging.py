"""What another tool says, laid over what holds here.

Only what was changed there since it was exported counts: what was decided here in the meantime is
not taken back by a file that knows nothing of it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from tui.decisions import Field, Setting
from tui.decisions.decision import setting_of
from tui.exchange.task import Incoming, NotRead, canonical, is_print_of, prints


class Change(NamedTuple):
    """What is to be set of a task; `overruled` are fields that were changed here since, too."""

    setting: Setting
    overruled: tuple[Field, ...] = ()


def change(said: Incoming, now: Setting) -> Change:
    """Return what changes where `now` holds.

    Where the text has lost what it was exported with, all that it says counts, but not what it
    leaves out.
    """
    was = prints(said.was)
    here = canonical(now)
    news: dict[Field, str] = {}
    overruled: list[Field] = []
    for field in said.says.fields:
        value = getattr(said.says, field)
        untouched = is_print_of(was.get(field, ""), field, value) if was else not value
        if untouched or value == getattr(here, field):
            continue
        news[field] = value
        if was and not is_print_of(was.get(field, ""), field, getattr(here, field) or ""):
            overruled.append(field)
    return Change(setting_of(news), tuple(overruled))


def one_each(said: Iterable[Incoming]) -> list[Incoming]:
    """Return what is said, once where it is said twice; all of it has an id.

    Raises:
        NotRead: two places say different things of a task.
    """
    found: dict[str, Incoming] = {}
    for one in said:
        other = found.setdefault(one.id, one)
        if (other.says, other.was) != (one.says, one.was):
            raise NotRead(f"{other.place} and {one.place} say different things of one task")
    return list(found.values())
