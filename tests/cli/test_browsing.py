"""The workbench in a real Chromium: a tab opens, filters and ticks, another one sees it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.chromium import chromium, needs_chromium, tab
from tests.cli.test_serving import served
from tests.program import Desk

pytestmark = needs_chromium


async def test_a_tick_in_a_tab_is_in_the_journal_and_in_the_other_tab(
    desk: Desk, tmp_path: Path
) -> None:
    journal = desk.notes / ".workbench" / "tasks.jsonl"
    with served(desk) as link, chromium(tmp_path / "profile") as debugging:
        async with tab(debugging, link) as one, tab(debugging, link) as other:
            await one.see("3 sessions")
            await other.see("3 sessions")
            await one.focus()
            await one.type("/transition\r")
            await one.see("2 of 3 sessions")
            await one.type("\t\t ")
            await other.see("1 done")
        record = json.loads(journal.read_bytes().split(b"\n")[0])
        assert (record["by"], record["set"]) == ("Ana", {"status": "done"})
