"""The journal folded: the order of its lines and their repetition change nothing."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tests.samples import decision
from tui.decisions import Decision, Setting, State
from tui.decisions.decision import FIELDS

SUBJECTS = ["t1", "t2", ""]
settings = st.builds(
    Setting,
    status=st.sampled_from([None, "pending", "doing", "blocked", "done", "dropped"]),
    reviewed=st.sampled_from([None, True, False]),
    due=st.sampled_from([None, "", "2026-12-31", "2027-01-01"]),
    to=st.sampled_from([None, "", "ana", "eva"]),
    note=st.sampled_from([None, "", "Ask first."]),
    stands_on=st.sampled_from([None, "", "t1", "t2"]),
    archived=st.sampled_from([None, True, False]),
)


@st.composite
def journals(draw: st.DrawFn) -> list[Decision]:
    """Decisions of several machines: counters and clocks may be equal, ids never are."""
    count = draw(st.integers(0, 12))
    return [
        decision(
            id=f"d{number}",
            seq=draw(st.integers(1, 5)),
            at=draw(st.sampled_from(["2024-01-01T00:00:00.000Z", "2023-01-01T00:00:00.000Z"])),
            task=draw(st.sampled_from(SUBJECTS)),
            set=draw(settings),
        )
        for number in range(count)
    ]


def folded(*parts: list[Decision]) -> dict[str, Setting]:
    state = State()
    for part in parts:
        state.add(part)
    return {subject: state.holds([subject]) for subject in state.subjects()}


@given(journals(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same(journal: list[Decision], random: object) -> None:
    shuffled = list(journal)
    assert hasattr(random, "shuffle")
    random.shuffle(shuffled)
    assert folded(shuffled) == folded(journal)


@given(journals(), journals())
def test_repeating_and_parting_changes_nothing(one: list[Decision], two: list[Decision]) -> None:
    assert folded(one, one) == folded(one)
    assert folded(one + one) == folded(one)
    both = [*one, *(decision(id=f"e{d.id}", seq=d.seq, set=d.set, task=d.task) for d in two)]
    assert folded(both[::2], both[1::2]) == folded(both)


@given(journals())
def test_the_last_writer_wins_field_by_field(journal: list[Decision]) -> None:
    for subject, holds in folded(journal).items():
        mine = sorted((d for d in journal if d.subject == subject), key=lambda d: d.order)
        for field in FIELDS:
            said = [getattr(d.set, field) for d in mine if getattr(d.set, field) is not None]
            assert getattr(holds, field) == (said[-1] if said else None)


def test_a_clock_that_jumps_back_changes_nothing() -> None:
    early = decision(seq=1, at="2030-01-01T00:00:00.000Z", set=Setting(status="done"))
    late = decision(seq=2, at="2020-01-01T00:00:00.000Z", set=Setting(status="dropped"))
    assert folded([late, early]) == {"t1": Setting(status="dropped")}


def test_the_fields_are_those_of_a_setting_in_its_order() -> None:
    assert Setting.__struct_fields__ == FIELDS
    assert Setting(note="", status="done", to="").fields == ("status", "to", "note")


def test_to_take_away_is_a_decision_too() -> None:
    state = State()
    state.add([decision(seq=1, set=Setting(due="2026-12-31", to="ana"))])
    assert state.add([decision(seq=2, set=Setting(due=""))]) == {"t1"}
    assert state.holds(["t1"]) == Setting(due="", to="ana")


def test_adding_tells_what_changed() -> None:
    state = State()
    first, second = decision(seq=1), decision(seq=2)
    assert state.add([second]) == {"t1"}
    assert state.add([first, second]) == set()
    assert state.latest("t1") == second
    assert len(state) == 1


def test_the_note_speaks_until_someone_decides() -> None:
    state = State()
    assert state.status(["t1"], "done") == "done"
    state.add([decision(set=Setting(status="pending"))])
    assert state.status(["t1"], "done") == "pending"


def test_a_review_is_no_status() -> None:
    state = State()
    state.add([decision(task="", set=Setting(reviewed=True))])
    assert state.value(["s1"], "reviewed", default=False) is True
    assert state.status(["s1"], "pending") == "pending"


def test_the_newest_of_several_names_counts() -> None:
    state = State()
    state.add([decision(seq=1, task="old")])
    state.add([decision(seq=2, task="new", set=Setting(status="doing"))])
    assert state.status(["new", "old"], "pending") == "doing"
    assert state.status(["old"], "pending") == "done"
    last = state.last(["new", "old"], "status")
    assert last is not None
    assert last.seq == 2


def test_values_in_use_the_most_usual_first() -> None:
    state = State()
    for number, name in enumerate(("Luis", "Eva", "Ana", "Eva", "Ana", "Eva")):
        state.add([decision(seq=number, task=f"t{number}", set=Setting(to=name))])
    state.add([decision(seq=9, task="t0", set=Setting(to="Ana"))])
    assert set(state.values("to")) == {"Ana", "Eva"}
    state.add([decision(seq=10, task="t3", set=Setting(to="Ana"))])
    assert state.values("to") == ["Ana", "Eva"]
    assert state.values("note") == []
