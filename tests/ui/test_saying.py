"""What is said of decisions."""

from __future__ import annotations

import pytest

from tests.samples import decision
from tui.ui.desk.saying import again_said, done_said
from tui.workbench import Draft, Setting, setting_told


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (Setting(status="blocked"), "blocked"),
        (Setting(due="2026-12-31"), "due 2026-12-31"),
        (Setting(due=""), "without a due date"),
        (Setting(to="Eva"), "assigned to Eva"),
        (Setting(to=""), "assigned to nobody"),
        (Setting(note="Ask."), "with a note"),
        (Setting(note=""), "without a note"),
        (Setting(reviewed=True), "reviewed"),
        (Setting(reviewed=False), "not reviewed"),
        (Setting(status="done", to="Eva"), "done, assigned to Eva"),
    ],
)
def test_what_a_setting_makes_of_a_task(setting: Setting, said: str) -> None:
    assert setting_told(setting) == said


def test_what_was_done_to_how_many_and_how_to_take_it_back() -> None:
    one = decision(set=Setting(due="2026-12-31"), was=Setting(due=""))
    assert done_said(Draft((one,)), "u") == "Hire a van: due 2026-12-31. u takes it back."
    assert done_said(Draft((one, one)), "U") == "2 tasks: due 2026-12-31. U takes it back."
    assert done_said(Draft(()), "u") == "That holds already."


def test_what_undo_and_redo_did() -> None:
    undone = decision(set=Setting(status="pending"), was=Setting(status="done"))
    redone = decision(set=Setting(status="done"), was=Setting(status="pending"))
    assert again_said("undo", Draft((undone,) * 3)) == "Undone: 3 tasks: done."
    assert again_said("redo", Draft((redone,))) == "Redone: Hire a van: done."
    assert again_said("undo", None) == "Nothing to undo."
    kept = "1 left alone: decided since by someone else."
    assert again_said("undo", Draft((undone,), kept=1)) == f"Undone: Hire a van: done. {kept}"
    assert again_said("undo", Draft((), kept=1)) == kept


def test_a_session_is_called_by_its_title_and_a_long_text_is_cut() -> None:
    review = decision(task="", text="", title="Planned it", set=Setting(reviewed=True))
    assert done_said(Draft((review,)), "u").startswith("Planned it: reviewed.")
    long = decision(text="x" * 100, set=Setting(status="done"))
    assert done_said(Draft((long,)), "u").startswith("x" * 60 + "…: done")
