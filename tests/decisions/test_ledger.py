"""What a ledger keeps of decisions that come in one by one."""

from __future__ import annotations

from pathlib import Path

from msgspec import json

from tests.samples import decision
from tui.decisions import Decision, Ledger, Places

SAID_AGAIN = ("note", "by", "title", "text", "peers", "traces")


def read_anew(one: Decision) -> Decision:
    """As it comes from a journal: nothing of it is in memory yet."""
    return json.decode(json.encode(one), type=Decision)


def made(name: str, seq: int, **more: object) -> Decision:
    said = {"by": "Ana", "title": "Ideas", "peers": ("one", "two"), "traces": ("three",), **more}
    return read_anew(decision(id=name, seq=seq, task="t", **said))


def test_what_decisions_on_one_task_have_in_common_is_in_memory_once(tmp_path: Path) -> None:
    ledger = Ledger(Places(tmp_path / "tasks.jsonl"))
    first, second = made("a", 1), made("b", 2)
    assert all(getattr(first, one) is not getattr(second, one) for one in SAID_AGAIN)
    ledger.add([first])
    ledger.add([second])
    kept = ledger.last("t", "status")
    assert kept == second
    assert all(getattr(kept, one) is getattr(first, one) for one in SAID_AGAIN)


def test_a_decision_stays_what_it_says(tmp_path: Path) -> None:
    ledger = Ledger(Places(tmp_path / "tasks.jsonl"))
    second = made("b", 2, text="Reworded.", title="Another", by="eva")
    ledger.add([made("a", 1)])
    ledger.add([second])
    assert [past.decision for past in ledger.history()] == [second, made("a", 1)]
