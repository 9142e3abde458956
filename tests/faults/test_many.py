"""Several processes decide at once and are killed at random: nothing acknowledged is lost."""

from __future__ import annotations

import random
import select
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faults.saving import LONG, Savers, Saving
from tui.decisions import Journal

_KILLS = 1_000 if LONG else 60
_SHORTEST, _LONGEST = 0.002, 0.03  # seconds between two kills
_AT_LEAST = (0, 1, 2, 4)  # decisions acknowledged meanwhile


class Tally(NamedTuple):
    """What came of it."""

    kills: int
    acknowledged: list[str]
    seconds: float


def decide_and_kill(savers: Savers, path: Path, processes: int, seed: int) -> Tally:
    """Let processes decide; time and again kill one of them and start another in its place."""
    dice = random.Random(seed)  # noqa: S311
    acknowledged: list[str] = []
    names = iter(range(1 << 30))
    began = time.monotonic()

    def start() -> Saving:
        return savers.start(path, ("go_on", f"p{next(names)}"))

    running = [start() for _ in range(processes)]
    for _ in range(_KILLS):
        until = time.monotonic() + dice.uniform(_SHORTEST, _LONGEST)
        wanted = len(acknowledged) + dice.choice(_AT_LEAST)  # however busy the machine is
        while (left := until - time.monotonic()) > 0 or len(acknowledged) < wanted:
            sockets = [one.answers_socket for one in running]
            ready, _, _ = select.select(sockets, [], [], left if left > 0 else None)
            for one in running:
                if one.answers_socket in ready and (answer := one.next_answer()):
                    acknowledged += answer.ids
        victim = running.pop(dice.randrange(processes))
        victim.kill()
        acknowledged += [one for answer in victim.answers() for one in answer.ids]
        running.append(start())
    for one in running:
        one.kill()
        acknowledged += [name for answer in one.answers() for name in answer.ids]
    return Tally(_KILLS, acknowledged, time.monotonic() - began)


@pytest.mark.parametrize("processes", [2, 4])
def test_killed_at_random_while_others_decide(savers: Savers, path: Path, processes: int) -> None:
    tally = decide_and_kill(savers, path, processes, seed=processes)
    journal = Journal(path)
    found = journal.read_new()
    standing = [one.id for one in found]
    print(
        f"\n{processes} processes, {tally.kills} kills in {tally.seconds:.0f} s: "
        f"{len(tally.acknowledged)} decisions acknowledged, "
        f"{len(set(tally.acknowledged) - set(standing))} of them lost, {len(standing)} stand, "
        f"{len(journal.kept)} lines are not readable"
    )
    assert len(tally.acknowledged) > tally.kills
    assert set(tally.acknowledged) <= set(standing)
    assert len(set(standing)) == len(standing)
    # The system may cut the write of one that is killed, between two pages: that much is kept.
    lines = path.read_bytes().split(b"\n")
    pieces = [lines[kept.line - 1] for kept in journal.kept] + lines[-1:] * journal.torn
    assert len(pieces) <= tally.kills + processes
    assert all(b'{"v":1,"id":"p'.startswith(piece[:14]) for piece in pieces)
    # One after the other: nobody decided without having seen all that stood there.
    assert [one.seq for one in found] == list(range(1, len(found) + 1))
