"""What is a task, and what only says that there is none."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.samples import head, pending, read, task_texts
from tui.notes.pending import says_nothing_is_pending

NOTHING = """
None identified.
None.
None
N/A
n/a.
Nil
None at this time.
None at the moment.
None for now.
None so far.
None currently.
None of note.
None (all completed)
None - all done
None – everything was completed.
None pending.
None remaining.
None were identified in this session.
None were explicitly mentioned.
None mentioned in the session.
None explicitly stated.
None noted.
None documented
None identified; all planned work was completed.
None identified, but all planned tasks were completed.
None identified. The session was self-contained.
None identified in the provided context.
None specified in the session data.
None were recorded, all issues have been resolved.
None, as the session concluded successfully.
Nothing pending.
Nothing is pending at this time.
Nothing left to do.
Nothing outstanding.
Nothing further.
Nothing remains.
Nothing else to do.
No pending tasks.
No pending tasks were identified during this session.
No specific pending tasks were mentioned.
No explicit pending tasks were noted in the session.
No immediate pending tasks were identified.
No explicit or immediate pending tasks were identified.
No further tasks identified.
No tasks pending.
No tasks remain.
No tasks were left pending.
No tasks were explicitly left pending in this session.
No tasks identified for future sessions.
No tasks were deferred.
No tasks are pending as of now.
No outstanding issues.
No outstanding items remain.
No open items.
No action items.
No action required.
No further action is required.
No further action needed at this time.
No additional tasks were identified.
No remaining tasks.
No follow-up required.
No follow-ups.
No next steps were defined.
No unresolved issues.
No to-dos.
No TODOs left.
No work left.
No known issues.
No blockers.
No unfinished work.
No incomplete tasks.
No major pending tasks.
No pending tasks to report.
No pending tasks; all activities were completed successfully.
No pending tasks, as all work was completed.
No pending tasks were identified as the session was completed successfully.
No pending tasks remain from this session
No pending tasks. All is well.
No pending tasks were identified. All objectives were met.
No pending tasks; however, nothing else is required.
No pending tasks were identified beyond those already completed.
Zero pending tasks.
There are no pending tasks.
There are no pending tasks; all objectives were met.
There were no pending tasks identified at the end of this session.
There are currently no pending tasks.
There is nothing pending.
There's nothing left to do.
There aren't any pending tasks.
There are no further tasks to be completed.
Currently, no pending tasks.
At this time, there are no pending tasks.
As of now, no tasks remain.
The session did not identify any pending tasks.
The session concluded with no pending tasks.
The session concluded without any pending tasks.
All tasks were completed.
All tasks have been completed.
All tasks are complete.
All planned tasks for this session were completed successfully.
All objectives of the session were achieved.
All items were addressed in this session.
Everything is done.
Everything has been completed as planned.
Every task was completed.
All done.
All set.
Completed.
**None**
*None identified*
_None identified._
`None`
"None"
(None)
[None]
- None
Pending tasks: none.
**Pending tasks:** None identified.
--
—
…
...
Not applicable.
Not applicable for this session.
Ninguna.
Ninguna tarea pendiente.
No hay tareas pendientes.
No quedan tareas pendientes.
Sin tareas pendientes.
Nada pendiente.
None yet.
None at all.
None that I can think of.
None – task fully resolved.
None; report sent.
None 🎉
✅ None
✅ All done
<!-- none -->
N.A.
Not specified.
Not mentioned in the session.
Not explicitly stated.
No.
0
Empty.
Does not apply.
Pending: none
Tasks: none
Open items: 0
Next steps: none.
Nothing to add.
Nothing to follow up.
Nothing in particular.
Nothing needs to be done.
Nothing that I know of.
Currently none.
So far nothing.
To date, no pending tasks.
At present there is nothing outstanding.
After this session, no tasks remain.
Pending tasks were not explicitly identified.
Specific pending tasks were not identified in this session.
There is no mention of pending tasks.
No indication of pending tasks.
No evidence of outstanding work.
The session notes do not mention any pending tasks.
The session does not list any pending tasks.
There do not appear to be any pending tasks.
There don’t seem to be any open tasks.
Unable to identify any pending tasks.
I have no open tasks.
This session had no follow-ups.
The session's objectives were fully met, and no pending tasks were noted.
The session covered all planned topics, leaving no pending tasks.
The session was completed successfully without pending tasks.
The work is complete, with no pending tasks.
All planned changes were made and no follow-up is required.
Session completed; no follow-up required.
Work complete. Nothing pending.
Report submitted. No follow-up needed.
Bug fixed and deployed; no further action.
No pending tasks since the form was submitted.
No pending tasks, given that the session was only a reflection.
No pending tasks were identified, indicating completion of the session's objectives.
No loose ends.
No unfinished business.
No open points.
The task was completed during the session.
All questions were answered.
The task list is empty.
This section is intentionally left blank.
None that were raised in the conversation.
None (the user ended the conversation satisfied with the result).
No follow-ups were requested.
No pending tasks: the question was purely informational.
**No pending tasks** – everything requested was delivered.
Open items: none. Blockers: none.
All bugs fixed, all tests green, nothing left.
Nothing on my plate.
Because the project was cancelled, no tasks remain.
The user did not request any further work.
Keine offenen Aufgaben.
Aucune tâche en attente.
Nenhuma tarefa pendente.
Нет.
Brak.
""".strip().splitlines()

TASKS = """
Nonetheless, review the budget.
None of the servers was patched; patch them.
None of the servers have backups.
None; follow up with the ministry.
None, but call Ana.
None for now; revisit in March.
None identified, although the team should revisit the data model.
None identified. Consider adding tests.
None identified – call the ministry.
None-functional cameras to be replaced.
Nil-pointer crash in importer: fix.
N/A values in the dataset must be cleaned.
Nothing was decided about backups; decide next week.
Nothing works in the VPN: fix it.
Nothing-but-net campaign: approve.
Nothing pending from us; waiting for the ministry's answer.
No-code platform evaluation.
No. 5 of the contract: review.
No backup of the camera server exists: set one up.
No documentation exists for the API; write it.
No tests cover the workflow steps.
No issues should be closed without review.
No action was taken on the audit; schedule it.
No steps were taken on security; plan them.
No activity was logged on the SUAD; investigate.
No issue tracker is in use yet; choose one.
No work permit for the contractor: request it.
No items were delivered by the supplier; call them.
No items in the inventory have a label; label them.
No further work on module A until B is ready; finish B.
No pending tasks were identified, but further exploration of X could be beneficial.
No immediate pending tasks were identified, but further exploration of X could be valuable.
No pending tasks, but review the contract.
No pending tasks except reviewing the contract.
No pending tasks apart from the training plan.
No pending tasks other than finalizing the report.
No tasks are pending, aside from final testing.
No specific pending tasks were mentioned; however, continued monitoring is suggested.
No pending tasks were identified; finalize the budget.
No pending tasks. Finalize the budget.
No pending tasks were identified. Review the budget with Ana.
No pending tasks were identified. The training has not started.
There are no pending tasks in module A, but module B is open.
There is no task tracker; set one up.
Currently no task owner: appoint one.
All teams need training.
All tasks completed except the final review.
All but one of the cameras were installed.
All cameras must be completed by May.
All modules need to be completed.
All remaining modules should be finished.
All open issues are to be resolved.
All data must be migrated before the old system is closed.
All pending documents have to be finished.
All staff training has not been completed.
All work on the portal will be finished next week.
All requirements are to be reviewed and closed.
All 14 servers: patches need to be completed.
All completed modules must be documented.
All done tasks should be archived.
Every module needs to be finished before March.
Any pending tasks move to the next sprint.
Complete all pending tasks.
Completed modules: archive them.
Done with the draft, now send it.
Ensure all tasks are completed.
Verify that no tasks are left in the queue.
Set up a process so that nothing is pending.
Notify the team.
Nomination of the new CIO.
North wing cameras: install.
Not all teams have answered; chase them.
Not applicable fields should be hidden in the form.
Work on the non-functional requirements.
Nada que ver con el contrato; revisar.
None, only tests.
None, Eva to review.
None so far, review on Friday.
None, tests are missing though.
None (tests to be written).
None, with the exception of the tests.
None is patched.
No pending tasks, yet the documentation needs a review.
No pending tasks, deploy the fix.
No pending tasks save for the deployment.
No pending tasks; the tests fail on Windows.
No pending tasks. The UI still lacks a login page.
No pending tasks were documented, so ask Clara for the list.
No pending tasks widget on the dashboard.
No pending tasks as everything depends on the vendor's reply now.
No major pending tasks, only minor polishing of the slides.
No outstanding work here, the client owes us the logo.
No further action until the budget is approved.
No tasks assigned to Ben yet.
No tasks were completed today; everything carries over.
Nothing urgent, just clean up the repo.
Nothing more than writing tests.
Nothing in the report mentions the budget.
Everything is done but the tests.
All done, slides missing.
All tasks completed, follow up with Eva.
All tasks were completed, only the review is missing.
All done here, deploy on Monday.
The session concluded with no decision on the vendor.
Report submitted.
👍
???
Pending: deploy the fix.
Nothing left but the release notes.
Nothing is documented about the retry mechanism.
All tasks from the first milestone are finished, and work on milestone 2 can start.
Complete all outstanding items.
No hay documentación del sistema; escribirla.
""".strip().splitlines()


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_pending(text: str) -> None:
    assert says_nothing_is_pending(text)


@pytest.mark.parametrize("text", TASKS)
def test_something_is(text: str) -> None:
    assert not says_nothing_is_pending(text)


@pytest.mark.parametrize("change", [str.upper, str.lower, lambda text: f"**{text}**"])
def test_case_and_markup_change_nothing(change: object) -> None:
    assert callable(change)
    assert [text for text in NOTHING if not says_nothing_is_pending(change(text))] == []


@pytest.mark.parametrize("text", ["None identified.", "No pending tasks; all was completed."])
@pytest.mark.parametrize("form", ["- {}", "{}", "1. {}", "  • {}", "- [ ] {}", "**{}**", "\n\n{}"])
def test_no_task_in_any_form(text: str, form: str) -> None:
    assert task_texts(pending(form.format(text) + "\n")) == []


def test_tasks_beside_a_bullet_that_says_none() -> None:
    assert task_texts(pending("- None identified.\n- Hire a van.\n")) == ["Hire a van."]


def test_prose_without_a_none_is_a_task() -> None:
    (task,) = read(pending("Hire a van\nand load it.\n")).tasks
    assert (task.text, task.from_prose) == ("Hire a van and load it.", True)


def test_a_follow_up_behind_a_none_is_a_task_read_from_prose() -> None:
    text = "No immediate pending tasks were identified, but further study of X could be useful."
    (task,) = read(pending(f"{text}\n")).tasks
    assert (task.text, task.from_prose) == (text, True)


def test_bullets_are_not_from_prose() -> None:
    assert [task.from_prose for task in read(pending("- Hire a van.\n")).tasks] == [False]


def test_prose_beside_bullets_introduces_them() -> None:
    body = "What is left:\n\n- Hire a van.\n\nThat is all.\n"
    assert task_texts(pending(body)) == ["Hire a van."]


@pytest.mark.parametrize(
    "body",
    ["The backup must be tested.\n\n- Hire a van.\n", "The backup must be tested.\n- Hire a van.\n",
     "- Hire a van.\n\nThe backup must be tested.\n"],
)  # fmt: skip
def test_prose_beside_bullets_that_obliges_is_a_task(body: str) -> None:
    tasks = {task.text: task.from_prose for task in read(pending(body)).tasks}
    assert tasks == {"The backup must be tested.": True, "Hire a van.": False}
    assert [task.line for task in read(pending(body)).tasks] == sorted(
        task.line for task in read(pending(body)).tasks
    )


@pytest.mark.parametrize(
    "lead",
    ["The following tasks need to be completed.", "Two things must be done first.",
     "These steps have to be taken before May.", "What is left to do:"],
)  # fmt: skip
def test_prose_that_introduces_bullets_is_none(lead: str) -> None:
    assert task_texts(pending(f"{lead}\n\n- Hire a van.\n")) == ["Hire a van."]


def test_prose_after_a_bullet_that_says_none() -> None:
    assert task_texts(pending("- None identified.\n\nBut ask Eva.\n")) == ["But ask Eva."]
    assert task_texts(pending("- None identified.\n\nThe session was exploratory.\n")) == []


def test_a_section_with_nothing_in_it() -> None:
    assert task_texts(pending("\n\n")) == []
    assert task_texts(head() + "### Session Goal\nx\n### Pending Tasks") == []


@pytest.mark.parametrize(
    "text",
    [f"None{' ' * 60_000}but x", "No " + "a " * 30_000, "All " + "completex " * 10_000,
     "None" + " - " * 20_000, "*" * 60_000, "None" + "." * 60_000],
    ids=["spaces", "words", "all", "dashes", "stars", "dots"],
)  # fmt: skip
def test_a_text_made_to_cost_time_is_read_all_the_same(text: str) -> None:
    assert len(read(pending(f"- {text}\n")).sections) == 4


@given(st.text(max_size=80))
def test_no_text_makes_it_raise(text: str) -> None:
    assert says_nothing_is_pending(text) is says_nothing_is_pending(f" {text} ")


@given(st.lists(st.sampled_from([".", ";", " - ", "but", "none", "all", "done", "no", " "])))
def test_no_string_of_its_own_words_makes_it_raise(words: list[str]) -> None:
    text = " ".join(words)
    assert says_nothing_is_pending(text) is says_nothing_is_pending(text.upper())
