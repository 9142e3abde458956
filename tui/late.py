"""Doors that import what is behind them when it is first asked for.

A package that leads to many rooms would have a start wait for all of them; it needs a third.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def opened_late(door: str, rooms: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a door: a name is imported when it is first asked for (PEP 562).

    Type checkers are told the same by imports that are never run (`TYPE_CHECKING`).

    Args:
        door: the name of the module.
        rooms: the names behind it, with spaces between them, by the module that each comes from.
    """
    room_of = {name: room for room, names in rooms.items() for name in names.split()}

    def enter(name: str) -> Any:
        if name not in room_of:
            raise AttributeError(f"module {door!r} has no attribute {name!r}")
        found = getattr(import_module(room_of[name]), name)
        setattr(sys.modules[door], name, found)
        return found

    return enter
