"""Which files are healed, and what becomes of each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.library.test_files import unix
from tests.samples import misread, note
from tui.library.mending import files_at, mend_file, write_mended
from tui.notes.mend import Mended

HURT = misread(note("Ask Zoë."), "mac-roman").encode()


def there(*paths: Path) -> dict[str, str]:
    """The names of the files at paths, and why each is refused."""
    return {file.path: file.refused for file in files_at(paths)}


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(HURT)


def test_the_notes_of_a_folder_and_below_by_the_name_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(
        tmp_path / "notes",
        "b.md", "A.MD", "c.txt", "below/d.markdown", "e.html", "f.md.orig", ".hidden.md",
        ".git/g.md", "below/.trash/h.md",
    )  # fmt: skip
    monkeypatch.chdir(tmp_path)
    inside = ["A.MD", "b.md", "below/d.markdown", "c.txt"]
    assert list(there(Path("notes"))) == [str(Path("notes", name)) for name in inside]
    monkeypatch.chdir(tmp_path / "notes")
    assert list(there(Path())) == [str(Path(name)) for name in inside]
    assert set(there(Path()).values()) == {""}


def test_each_file_once_however_often_it_is_named(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "below/b.md")
    a, below = tmp_path / "a.md", tmp_path / "below"
    assert list(there(a, tmp_path, below, below / ".." / "a.md")) == [str(a), str(below / "b.md")]


def test_what_is_named_and_is_no_note_says_why(tmp_path: Path) -> None:
    make(tmp_path, "a.html", "b.md.orig", "c.md")
    names = ["a.html", "b.md.orig", "c.md", "d.md"]
    no_note = "not a note, whose name ends in .md, .markdown or .txt"
    assert there(*(tmp_path / name for name in names)) == dict(
        zip(
            [str(tmp_path / name) for name in ["c.md", "a.html", "b.md.orig", "d.md"]],
            ["", no_note, no_note, "there is no such file or folder"],
            strict=True,
        )
    )


@unix
def test_a_link_is_followed_only_inside_of_the_folder(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    make(tmp_path, "out.md", "notes/a.md", "notes/.kept/b.md", "elsewhere/c.md")
    (notes / "0-here.md").symlink_to("a.md")
    (notes / "kept.md").symlink_to(".kept/b.md")
    (notes / "out.md").symlink_to("../out.md")
    (notes / "inside.md").symlink_to("nowhere.md")
    (notes / "outside.md").symlink_to("../nowhere.md")
    (notes / "folder").symlink_to("../elsewhere")
    (tmp_path / "notes-link").symlink_to("notes")
    leads_out = "a symbolic link that leads out of the folder; heal the file it leads to"
    nowhere = "a symbolic link that leads nowhere"
    expected = {
        "a.md": "",
        "kept.md": "",
        "out.md": leads_out,
        "inside.md": nowhere,
        "outside.md": nowhere,
    }
    for folder in (notes, tmp_path / "notes-link"):
        found = {str(folder / name): why for name, why in expected.items()}
        assert there(folder) == found
    [kept] = [file for file in files_at([notes]) if file.path.endswith("kept.md")]
    assert write_mended(kept, include_uncertain=False).is_written
    assert (notes / "kept.md").is_symlink()
    assert sorted(path.name for path in (notes / ".kept").iterdir()) == ["b.md", "b.md.orig"]
    assert (tmp_path / "out.md").read_bytes() == HURT


@unix
def test_a_link_that_is_named_is_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    (tmp_path / "b.md").symlink_to("a.md")
    (tmp_path / "c.md").symlink_to("nowhere")
    asked = "a symbolic link; heal the file it leads to"
    assert list(there(tmp_path / "b.md", tmp_path / "c.md").values()) == [asked, asked]
    # The file itself, named beside its link, is healed.
    assert there(tmp_path / "b.md", tmp_path / "a.md") == {str(tmp_path / "a.md"): ""}


@pytest.mark.skipif("sys.platform in ('win32', 'darwin')", reason="names there are Unicode")
def test_a_name_that_is_no_text_is_spelled_out_and_found(tmp_path: Path) -> None:
    real = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.md"))
    real.write_bytes(HURT)
    [file] = files_at([tmp_path])
    assert file.path == str(tmp_path / "caf\\udce9.md")
    assert write_mended(file, include_uncertain=False).is_written


def test_a_folder_that_cannot_be_listed_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a.md")

    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert there(tmp_path) == {str(tmp_path): "cannot be listed (Permission denied)"}


def test_reading_changes_nothing(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    [file] = files_at([tmp_path])
    found = mend_file(file)
    assert (found.is_changed, found.is_written, found.problem) == (True, False, "")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == HURT


def test_a_note_that_would_be_healed_once_more_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a.md")

    def never_done(data: bytes) -> Mended:
        from tui.notes.mend import mend

        return mend(data)._replace(data=data + b"!", healed=mend(HURT).healed)

    monkeypatch.setattr("tui.library.mending.mend", never_done)
    [file] = files_at([tmp_path])
    found = write_mended(file, include_uncertain=True)
    assert not found.is_written
    assert found.problem == "not healed, for it would not read the same afterwards"
    assert (tmp_path / "a.md").read_bytes() == HURT
