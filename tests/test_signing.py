"""A session signed off: who, when, and whether it says something else since."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import misread, note
from tests.test_deciding import A, B, opened, redo, take, undo
from tui.workbench import Row, Signed, Workbench, parse_filter

TEXT = note(A, B) + "\nCórdoba — Málaga\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def row(bench: Workbench) -> Row:
    (found,) = bench.index.rows()
    return found


def sign(bench: Workbench, *, reviewed: bool = True) -> None:
    signed = bench.drafts.to_sign("a.md") if reviewed else None
    take(bench, bench.drafts.review(row(bench), reviewed=reviewed, signed=signed))


def is_changed(folder: Path) -> bool | None:
    bench = opened(folder)
    sign_off = bench.sign_off(row(bench))
    return sign_off.is_changed if sign_off else None


def change(folder: Path, before: str, after: str) -> None:
    path = folder / "a.md"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def test_who_signed_it_off_and_when(folder: Path) -> None:
    bench = opened(folder, "eva")
    assert bench.sign_off(row(bench)) is None
    sign(bench)
    found = bench.sign_off(row(bench))
    assert found is not None
    assert (found.by, found.is_changed) == ("eva", False)
    assert found.at.startswith("2")


def test_another_text_is_a_change_and_can_be_compared(folder: Path) -> None:
    sign(opened(folder))
    change(folder, A, "Hire two vans for the move.")
    assert is_changed(folder) is True
    bench = opened(folder)
    pairs = bench.signed_lines(row(bench))
    assert pairs is not None
    assert [(p.before, p.after) for p in pairs if p.before != p.after] == [
        (f"- {A}", "- Hire two vans for the move.")
    ]


def test_neither_healing_nor_the_head_is_a_change(folder: Path) -> None:
    (folder / "a.md").write_text(misread(TEXT, "mac_roman"), encoding="utf-8")
    sign(opened(folder))
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    assert is_changed(folder) is False
    change(folder, "Home, Plans", "Other, Labels")
    change(folder, "publish: false", "publish: true")
    assert is_changed(folder) is False


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Córdoba", "Cördoba"),
        ("Córdoba", "Cordoba"),
        ("— Málaga", "– Málaga"),
        ("It went to 1.12", "It went to 11.2"),
        ("### Further remarks", "### Other remarks"),
        ("an aside", "another aside"),
        ("Counted the boxes.", "Counted the boxes!"),
    ],
)
def test_every_sign_that_a_reviewer_saw_counts(folder: Path, before: str, after: str) -> None:
    more = "\n### Further remarks\nIt went to 1.12; an aside.\n"
    (folder / "a.md").write_text(TEXT + more, encoding="utf-8")
    sign(opened(folder))
    assert is_changed(folder) is False
    change(folder, before, after)
    assert is_changed(folder) is True
    bench = opened(folder)
    assert [one.path for one in bench.rows(parse_filter("is:changed"))] == ["a.md"]
    pairs = bench.signed_lines(row(bench))
    assert pairs is not None


def test_neither_space_nor_a_box_is_a_change(folder: Path) -> None:
    sign(opened(folder))
    text = (folder / "a.md").read_text(encoding="utf-8")
    spaced = text.replace("\n- ", "\n-  ").replace("\n###", "\n\n\n###").replace("\n", "\r\n")
    (folder / "a.md").write_bytes(spaced.encode())
    assert is_changed(folder) is False
    (folder / "a.md").write_text(text.replace(f"- {A}", f"- [x] {A}"), encoding="utf-8")
    boxes = is_changed(folder)
    (folder / "a.md").write_text(text.replace(f"- {A}", f"- [ ] {A}"), encoding="utf-8")
    assert boxes == is_changed(folder)


@pytest.mark.parametrize("other", ["mac_roman", "latin-1"])
def test_what_only_could_be_healed_in_part_is_not_changed_by_healing(
    folder: Path, other: str
) -> None:
    """A sign that is lost cannot be healed; the whole note, put back, says what it said."""
    hurt = misread(TEXT, other).replace(misread("ó", other), "\ufffd")
    (folder / "a.md").write_text(hurt, encoding="utf-8")
    sign(opened(folder))
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    assert is_changed(folder) is False


def test_signed_off_by_an_older_version_it_is_as_it_was(folder: Path) -> None:
    bench = opened(folder)
    signed = bench.drafts.to_sign("a.md")
    assert signed is not None
    older = Signed(signed.content, signed.text)
    take(bench, bench.drafts.review(row(bench), reviewed=True, signed=older))
    change(folder, "Córdoba", "Cördoba")
    assert is_changed(folder) is False
    change(folder, A, "Hire two vans for the move.")
    assert is_changed(folder) is True


def test_signed_off_again_it_is_not_changed(folder: Path) -> None:
    sign(opened(folder))
    change(folder, A, "Hire two vans for the move.")
    sign(opened(folder), reviewed=False)
    assert is_changed(folder) is None
    sign(opened(folder))
    assert is_changed(folder) is False


def test_to_undo_what_took_it_back_is_not_to_sign_what_it_says_now(folder: Path) -> None:
    sign(opened(folder))
    change(folder, A, "Hire two vans for the move.")
    sign(opened(folder), reviewed=False)
    undo(opened(folder))
    assert is_changed(folder) is True
    bench = opened(folder)
    assert bench.signed_lines(row(bench))
    redo(bench)
    assert is_changed(folder) is None


def test_signed_off_before_the_text_was_kept(folder: Path) -> None:
    bench = opened(folder)
    take(bench, bench.drafts.review(row(bench), reviewed=True))
    assert is_changed(folder) is False
    change(folder, A, "Hire two vans for the move.")
    assert is_changed(folder) is True
    bench = opened(folder)
    assert bench.signed_lines(row(bench)) is None


def test_a_note_that_is_gone_has_nothing_to_compare(folder: Path) -> None:
    bench = opened(folder)
    sign(bench)
    known = row(bench)
    (folder / "a.md").unlink()
    assert bench.signed_lines(known) == []
    assert bench.drafts.to_sign("a.md") is None
