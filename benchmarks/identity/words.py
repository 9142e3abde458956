"""What people write into a task when they edit it: a set to work with, and one held out.

No word of the second set was looked at while the rules of identity were made.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Wording(NamedTuple):
    """What is written into tasks.

    Attributes:
        adjectives: go before a noun.
        adverbs: go to the end.
        endings: go to the end, longer.
        deadlines: the same, with a day or a person in it.
        headings: go before the task, with a colon.
        verbs: pairs that say the same.
        other_verbs: say something else than any verb of the folder.
        words: pairs of other words that say the same.
        pins: names and numbers by which tasks of one kind are told apart.
        others: tasks that have nothing to do with any in the folder.
    """

    adjectives: tuple[str, ...]
    adverbs: tuple[str, ...]
    endings: tuple[str, ...]
    deadlines: tuple[str, ...]
    headings: tuple[str, ...]
    verbs: tuple[tuple[str, str], ...]
    other_verbs: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    pins: tuple[str, ...]
    others: tuple[str, ...]


WORK: Final = Wording(
    adjectives=("new", "detailed", "complete", "revised", "short", "joint", "improved"),
    adverbs=("soon", "carefully", "as agreed", "in the next session", "step by step"),
    endings=(
        "and share the result with everyone involved",
        "so that the next phase can start without delay",
        "including what was left open last time",
        "and write down what was decided",
    ),
    deadlines=("by 5 May", "before Friday", "with Eva", "until 2024-06-30", "(Eva and Jonas)"),
    headings=("Follow-up", "Next step", "Planning", "Documentation", "Quality", "Team work"),
    verbs=(
        ("develop", "create"),
        ("review", "check"),
        ("document", "describe"),
        ("implement", "carry out"),
        ("finalize", "finish"),
        ("evaluate", "assess"),
        ("prepare", "get ready"),
        ("explore", "look into"),
        ("define", "specify"),
    ),
    other_verbs=("Archive", "Present", "Reject", "Delete", "Print", "Buy"),
    words=(
        ("the", "our"),
        ("for", "regarding"),
        ("and", "as well as"),
        ("ensure", "make sure"),
        ("covers", "includes"),
        ("further", "more"),
        ("analyze", "analyse"),
        ("optimize", "optimise"),
        ("organization", "organisation"),
    ),
    pins=("phase 2", "Q1", "version 1.4", "in Córdoba", "for Marta", "room 12", "within 3 weeks"),
    others=(
        "Water the plants in the entrance hall.",
        "Call the landlord about the broken window.",
        "Book a table for twelve.",
        "Return the borrowed projector to the library.",
        "Renew the parking permit.",
    ),
)

HELD_OUT: Final = Wording(
    adjectives=("final", "updated", "broader", "initial", "practical", "common", "clear"),
    adverbs=("again", "together", "if possible", "this week", "thoroughly", "in small steps"),
    endings=(
        "and collect feedback from the people who use it",
        "as discussed at the end of the session",
        "to avoid doing the same work twice",
        "and report back to the group",
        "while keeping an eye on the costs",
    ),
    deadlines=("by end of June", "(owner: Tomás)", "after 12 March", "with the help of Ines",
               "no later than Monday"),
    headings=("Reminder", "Action", "To do", "Testing and review", "Integration", "Open point"),
    verbs=(
        ("develop", "build"), ("review", "go through"), ("draft", "write"), ("outline", "sketch"),
        ("validate", "verify"), ("refine", "polish"), ("test", "try out"), ("plan", "prepare"),
        ("summarize", "sum up"), ("schedule", "set a date for"),
    ),
    other_verbs=("Postpone", "Sell", "Disable", "Sign", "Export", "Measure", "Insure"),
    words=(
        ("the", "that"), ("for", "concerning"), ("and", "plus"), ("ensure that", "see to it that"),
        ("covers", "contains"), ("further", "continued"), ("standardize", "standardise"),
        ("finalize", "finalise"), ("with", "along with"),
    ),
    pins=("part 3", "2025", "step 7", "at Rosario", "for Henrik", "sprint 14", "level B2"),
    others=(
        "Order new chairs.",
        "Ask the bank for a copy of the statement.",
        "Find a dentist who is open on Saturdays.",
        "Repair the bicycle before the trip.",
        "Thank the neighbours for the cake.",
    ),
)  # fmt: skip
