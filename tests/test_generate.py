"""The invented notes: the same for the same seed, and of every form in its share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import shares
from benchmarks.damage import DAMAGES
from benchmarks.forms import Note
from benchmarks.generate import generate, notes

SAMPLE = 5000


@pytest.fixture(scope="module")
def sample() -> list[Note]:
    return list(notes(SAMPLE))


def written(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def counted(sample: list[Note], of: Callable[[Note], str]) -> Counter[str]:
    return Counter(map(of, sample))


def test_a_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("one", 3), ("again", 3), ("other", 4)):
        generate(tmp_path / name, 120, seed)
    one, again, other = (written(tmp_path / name) for name in ("one", "again", "other"))
    assert one == again
    assert one != other


def test_a_folder_holds_the_sessions_asked_for_and_pages_beside_them(tmp_path: Path) -> None:
    generate(tmp_path / "notes", 400)
    files = written(tmp_path / "notes")
    sessions = {path for path in files if Path(path).name.startswith("20") and path[0].isupper()}
    assert len(sessions) == 400
    assert len(files) == 400 + 15
    assert {path.split("/")[0] for path in files} >= {"Dev", "Business", "journal", "tags"}
    assert not any("Session:" in files[path].decode() for path in files.keys() - sessions)


def test_a_clean_folder_holds_only_undamaged_notes_of_the_usual_form(tmp_path: Path) -> None:
    generate(tmp_path / "notes", 300, clean=True)
    files = written(tmp_path / "notes")
    assert len(files) == 300
    for path, data in files.items():
        assert path.endswith(".md")
        assert "\n## 📅 20" in data.decode()
        assert "\n**⭐ Priority**: " in data.decode()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine")
    with pytest.raises(FileExistsError):
        generate(tmp_path, 5)
    assert written(tmp_path) == {"mine.md": b"mine"}


def test_a_small_folder_takes_two_years_and_a_big_one_more() -> None:
    def years(count: int, taken: int) -> float:
        days = [made.day for made, _ in zip(notes(count), range(taken), strict=False)]
        return (days[-1] - days[0]).days / 365.25 * count / taken

    assert years(2000, 2000) == pytest.approx(2, rel=0.01)
    assert years(100_000, 500) == pytest.approx(20, rel=0.05)


@pytest.mark.parametrize(
    ("of", "weights"),
    [
        pytest.param(lambda made: made.form, shares.FORM, id="form"),
        pytest.param(lambda made: made.pending, shares.PENDING, id="pending"),
        pytest.param(lambda made: made.project, shares.PROJECT, id="project"),
        pytest.param(lambda made: made.priority, shares.PRIORITY, id="priority"),
        pytest.param(lambda made: made.further, shares.FURTHER, id="further"),
    ],
)
def test_every_variant_occurs_in_its_share(
    sample: list[Note], of: Callable[[Note], str], weights: shares.Weighted[str]
) -> None:
    found = counted(sample, of)
    assert set(found) == set(weights.shares)
    for name, share in weights.shares.items():
        assert found[name] == pytest.approx(share * SAMPLE, rel=0.25, abs=12)


def test_headings_come_in_their_shares(sample: list[Note]) -> None:
    headed = [made for made in sample if made.heading]
    found = counted(headed, lambda made: made.heading)
    assert set(found) == set(shares.HEADING.shares)
    for name, share in shares.HEADING.shares.items():
        assert found[name] == pytest.approx(share * len(headed), rel=0.25, abs=12)


def test_six_in_a_hundred_notes_are_damaged_in_every_way(sample: list[Note]) -> None:
    damaged = [made for made in sample if made.damage]
    assert len(damaged) == pytest.approx(0.06 * SAMPLE, rel=0.2)
    assert {made.damage for made in damaged} == set(DAMAGES) == set(shares.DAMAGE.shares)
    assert all(made.data != made.text.encode() for made in damaged)
    assert all(made.data == made.text.encode() for made in sample if not made.damage)


def test_bullets_come_in_every_form(sample: list[Note]) -> None:
    text = "\n".join(made.text for made in sample)
    for sign in (
        "\n- ",
        "\n* ",
        "\n+ ",
        "\n• ",
        "\n– ",
        "\n1. ",
        "\n2) ",
        "\n  - ",
        "\n  • ",
        "- [ ] ",
        "- [x] ",
        "- **Budget:** ",
        " (see [[Python]]).",
        "|background]]",
        "using `",
    ):
        assert sign in text


def test_clocks_may_pass_midnight_or_stand_still(sample: list[Note]) -> None:
    assert sum(made.end < made.start for made in sample) == pytest.approx(56, rel=0.4)
    assert any(made.end == made.start for made in sample)


def test_a_note_says_what_it_was_made_of(sample: list[Note]) -> None:
    for made in sample:
        flat = " ".join(made.text.split())
        for said in (made.title, made.goal, *made.activities, *(task.text for task in made.tasks)):
            assert said in flat


def test_notes_are_as_long_as_real_ones_and_vary(sample: list[Note]) -> None:
    assert sum(len(made.data) for made in sample) / SAMPLE == pytest.approx(1780, rel=0.05)
    assert len({made.title for made in sample}) > 0.95 * SAMPLE
    tasks = [task.text for made in sample for task in made.tasks]
    assert len(tasks) / SAMPLE == pytest.approx(3760 / 2129, rel=0.05)
    assert len(set(tasks)) > 0.95 * len(tasks)


@pytest.mark.parametrize(
    ("damage", "text", "left"),
    [
        ("mac-roman", "📅 — ⭐ 03:55–04:35", "\uf8ffüìÖ ‚Äî ‚≠ê 03:55‚Äì04:35"),
        ("windows-1254-lossy", "📅 — 🏷️ ⭐", "ğŸ“… â€” ğŸ·ï¸ â"),
        ("windows-1253-partial", "📅 — 🏷️ ⭐ 1–2 it’s •", "πŸ“… β€” 🏷️ ⭐ 1–2 it’s •"),
        ("windows-1252", "señal — ⭐", "seÃ±al â€” â\N{SOFT HYPHEN}\x90"),
        ("windows-1252-twice", "é", "ÃƒÂ©"),
    ],
)
def test_damage_is_what_it_is_in_real_notes(damage: str, text: str, left: str) -> None:
    assert DAMAGES[damage](text).decode() == left
