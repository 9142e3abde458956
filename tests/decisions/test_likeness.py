"""Whether a text is another one reworded."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tui.decisions.likeness import likeness, opposition

REWORDED = [
    ("Write the report", "Write the quarterly report"),
    ("Write the report", "Write the quarterly report and send it"),
    ("Call Ana", "Call Ana tomorrow at 5"),
    ("Hire a van.", "**Hire** a [[Car|van]] for Friday"),
    ("Review the implmentation plan", "Review the implementation plan"),
    ("Finalize the implementation of the new organizational structure.",
     "Finalise implementation of the new organisational structure"),
    ("Develop specific training modules for change management processes.",
     "Prepare specific training modules for change management"),
    ("Further detail the implementation phases for the proposed digital transformation ideas.",
     "Detail the implementation phases for the proposed ideas"),
    ("Ensure the alignment of all team members with the new policies and procedures.",
     "Ensure all team members are aligned with new policies and procedures"),
    ("Revisar la política de seguridad", "Revisar las políticas de seguridad en marzo"),
    ("Revisar la politica de seguridad", "Revisar la política de seguridad"),
    ("Write the lettre", "Write the letter"),
    ("Document the interface", "Describe the interface"),
    ("Documentation: Document the interface", "Describe the interface"),
    ("Ensure the plan covers costs", "Make sure that our plan covers costs"),
    ("Enviar el informe", "Compartir el informe con Eva"),
    ("Align the plans", "Alignment of the plans"),
    ("Review the plan for the move", "Review the plan regarding the move"),
    ("Write the annual report", "Write the annual report no later than Monday"),
    ("Write the annual cost report", "Write the annual cost report so that none waits without it"),
    ("Write the report", "Write the report and not only its summary"),
    ("Write the report.", "Write the report. 📅 2024-07-01"),
    ("Write the report.", "Write the report. #later"),
    ("Write the report", "Planning: write the report"),
    ("Draft the plan for the council", "For the council, draft the plan"),
    ("Write the report.", "Write the report. <!-- asked twice, no answer --> #later"),
    ("Write the [report](../a/long/way/to/the/report.md)", "Wriite the report"),
]  # fmt: skip
OTHERS = [
    ("Review the budget", "Review the plan"),
    ("Review the budget", "Approve the budget"),
    ("Review the annual budget", "Approve the annual budget"),
    ("Review the Q1 report", "Review the Q2 report"),
    ("Review phase 1 of the migration plan for the portal",
     "Review phase 2 of the migration plan for the portal"),
    ("Update the documentation", "Update the training"),
    ("Develop a training module for CCTV operators",
     "Develop a training module for SUAD operators"),
    ("Train the Rosario team on the new incident reporting system",
     "Train the Paraná team on the new incident reporting system"),
    ("Finalize the budget report", "Finalize the training plan"),
    ("Write unit tests for the parser module", "Write unit tests for the scanner module"),
    ("Update the policy handbook", "Update the police handbook"),
    ("Test the import of the payroll data", "Test the export of the payroll data"),
    ("Send the contract to the ministry", "Send the invoice to the ministry"),
    ("Write the report", "Do not write the report"),
    ("Write the report", "Don’t write the report"),
    ("Write the report", "Stop: write the report"),
    ("Write the report", "Write the report is no longer needed"),
    ("Write the report", "Write the report to save time is not needed"),
    ("Write the report", "Write the report as they wish is no longer required any more"),
    ("Write the annual report", "Write the annual report and further testing of the parser"),
    ("Move the cameras before the next release of sprint 14.",
     "Move the cameras before the next release of sprint 14 and open point: Thank the neighbours."),
    ("Move the cameras before the next release of sprint 14.",
     "Move the cameras before the next release of sprint 14 and **Cake:** Thank the neighbours."),
    ("Write the annual report", "Write the annual report and outline the layout of the new site"),
    ("Type safety for Eva", "Type safety for Eva and review the garden plan of the archive"),
    ("Deploy the server with tests", "Deploy the server without tests"),
    ("Enviar el informe", "No enviar el informe"),
    ("Обновить систему", "Не обновить систему"),
    ("Approve the long annual budget of the whole department for next year",
     "Reject the long annual budget of the whole department for next year"),
    ("Evaluate the reliable logging setup with sample data of the last year",
     "Evaluate the reliable payment setup with sample data of the last year"),
    ("Ensure that the routine covers reading, naming and compatibility",
     "Ensure that the routine covers writing, naming and compatibility"),
    ("Update the record of the office", "Update the document of the office"),
    ("Review the budget", "Keep the budget"),
    ("Write the report", "Write the report. Hire a new team for it."),
    ("Write the report", "Write the report; hire a new team"),
    ("Write the annual report", "Write the annual report this week. Hire a new team"),
    ("Write the annual report", "Wriite the annual report; hire a new team"),
    ("Write the report", "Hire a new team, then write the report"),
    ("Write the report", "Hire a new team and write the report"),
    ("**Costs:** Write the annual report",
     "Hire a team for Eva and **Costs:** Write the annual report"),
    ("“Write” the annual cost report", "Hire two teams and “write” the annual cost report"),
    ("Write the report", "Write the report and hire a new team for all the other offices in"
     " the town, the county and the country"),
    ("Migrate users from staging to production", "Migrate users from production to staging"),
    ("Move it from Ana to Bob at noon", "Move it from Bob to Ana at noon"),
    ("Keep the costs in view", "Keep the habits in view, and the costs"),
    ("Document the parser and the scanner, preparing the review", "Preparing the review"),
    ("Call Ana", "Call Bob"),
    ("Call", "Write"),
    ("the of to", "of the to"),
    ("", ""),
    ("👍", "👍"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), REWORDED)
def test_reworded(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.5
    assert likeness(other, one) == pytest.approx(likeness(one, other))


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_clearly_another(one: str, other: str) -> None:
    assert likeness(one, other) == 0
    assert likeness(other, one) == 0


@pytest.mark.parametrize(
    ("one", "other", "is_denied"),
    [
        ("Write the report", "Do not write the report", True),
        ("Write the report", "Write the report is not needed", True),
        ("Write the report", "Write the annual report", False),
        ("Write the report", "Do not hire a team", False),
    ],
)
def test_what_denies_what_the_other_says(one: str, other: str, is_denied: bool) -> None:
    assert (opposition(one, other) >= 0.5) == is_denied
    assert not (opposition(one, other) and likeness(one, other))


@given(st.text(max_size=60), st.text(max_size=60))
def test_it_is_a_share(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1


@given(st.lists(st.sampled_from(["hire", "van", "Ana", "42", "boxes"]), min_size=1))
def test_a_text_is_like_itself(words: list[str]) -> None:
    assert likeness(" ".join(words), " ".join(words)) == 1
