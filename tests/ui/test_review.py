"""Every key of the review screen, in the order a reviewer comes to it, and in the wrong one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest
from rich.color import Color

from tests.samples import note
from tests.ui.conftest import Open
from tests.ui.driver import Driver, settled, until
from tui.library.reading import read_some
from tui.library.scan import list_files
from tui.ui.actions import SCREENS, ScreenName, actions_on
from tui.ui.app import WorkbenchApp
from tui.ui.screens.shared.base import DeskScreen
from tui.workbench import Batch, Facet, FacetKind, LeftOut, Session, Workbench

FIRST, SECOND, THIRD = (
    "000_f6b27d4923622a3f.txt",
    "002_2cd8d79bcc1167fb.txt",
    "001_1b92bc54a7ff3cf0.txt",
)


def statuses(folder: Path) -> dict[str, str]:
    bench = Workbench(folder)
    bench.load()
    return {task.text: bench.status(task) for row in bench.index.rows() for task in row.tasks}


def done(folder: Path) -> int:
    return list(statuses(folder).values()).count("done")


async def test_the_list_is_newest_first_and_the_first_session_is_shown(
    open_workbench: Open,
) -> None:
    async with open_workbench() as at:
        assert list(at.sessions.keys) == [FIRST, SECOND, THIRD]
        assert at.session == FIRST
        assert "Developed IT Management Transition Framework" in at.shown
        assert "SESSION GOAL" in at.shown
        assert "3 sessions · 6 tasks · 0 done" in at.shown
        assert at.boxes[0].startswith("☐ Further detail")


@pytest.mark.parametrize(
    ("keys", "session"),
    [
        ("j", SECOND),
        ("down", SECOND),
        ("j j j j", THIRD),
        ("G", THIRD),
        ("end", THIRD),
        ("G k", SECOND),
        ("G up", SECOND),
        ("k", FIRST),
        ("G g g", FIRST),
        ("G g", THIRD),
        ("G home", FIRST),
        ("pagedown", THIRD),
        ("ctrl+d", THIRD),
        ("G pageup", FIRST),
        ("G ctrl+u", FIRST),
    ],
)
async def test_moving_in_the_list(open_workbench: Open, keys: str, session: str) -> None:
    async with open_workbench() as at:
        await at.press(*keys.split())
        assert at.session == session


async def test_detail_and_checklist_follow_the_cursor(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("j")
        assert "interoperability between governmental" in at.shown
        assert at.boxes[0].startswith("☐ Further exploration of legal frameworks")


@pytest.mark.parametrize(
    ("keys", "focus"),
    [
        ("tab", "detail"),
        ("l l", "tasks"),
        ("tab tab tab", "sessions"),
        ("shift+tab", "tasks"),
        ("h h", "detail"),
        ("enter", "detail"),
        ("enter enter", "tasks"),
        ("enter enter enter", "tasks"),
        ("enter enter escape", "detail"),
        ("enter escape escape escape", "sessions"),
    ],
)
@pytest.mark.parametrize("size", [(160, 50), (80, 24)])
async def test_panes(open_workbench: Open, keys: str, focus: str, size: tuple[int, int]) -> None:
    async with open_workbench(size=size) as at:
        await at.press(*keys.split())
        assert at.focus == focus


async def test_a_narrow_terminal_shows_one_pane_at_a_time(open_workbench: Open) -> None:
    async with open_workbench(size=(80, 24)) as at:
        assert [pane.display for pane in (at.sessions, at.detail, at.tasks)] == [True, False, False]
        await at.press("tab")
        assert [pane.display for pane in (at.sessions, at.detail, at.tasks)] == [False, True, False]
        await at.press("tab")
        assert [pane.display for pane in (at.sessions, at.detail, at.tasks)] == [False, False, True]


async def test_a_pane_that_is_alone_says_of_which_session_it_is(open_workbench: Open) -> None:
    async with open_workbench(size=(80, 24)) as at:
        await at.press("j", "enter")
        assert "Session 2 of 3" in at.shown
        await at.press("enter")
        assert "Pending tasks: Developed strategies for public safety" in at.shown
        await at.pilot.resize_terminal(160, 50)
        await at.press()
        assert "Pending tasks:" not in at.shown


async def test_resizing_keeps_the_pane_that_has_the_focus(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("j", "tab", "tab")
        await at.pilot.resize_terminal(80, 24)
        await at.press()
        assert (at.focus, at.session) == ("tasks", SECOND)
        assert [pane.display for pane in (at.sessions, at.tasks)] == [False, True]
        await at.pilot.resize_terminal(160, 50)
        await at.press()
        assert [pane.display for pane in (at.sessions, at.tasks)] == [True, True]
        assert at.focus == "tasks"


async def test_the_detail_scrolls_to_its_very_end(open_workbench: Open) -> None:
    async with open_workbench(size=(80, 24)) as at:
        await at.press("j", "enter", "G")
        assert "safety through technology." in at.shown
        await at.press("g", "g")
        assert "Developed strategies for public safety" in at.shown


async def test_space_ticks_the_task_and_writes_it_down(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("enter", "enter", "j", "space")
        assert at.boxes[1].startswith("☑ Develop specific training")
        assert at.closed == 1
        assert "1 of 2 done" in at.shown
        line = json.loads((notes / ".workbench/tasks.jsonl").read_text())
        assert line["set"] == {"status": "done"}
        assert line["by"] == "Ana"
        await at.press("space")
        assert at.boxes[1].startswith("☐")
    assert done(notes) == 0


async def test_space_in_the_list_ticks_only_what_can_be_seen(
    open_workbench: Open, notes: Path
) -> None:
    async with open_workbench(size=(80, 24)) as at:
        await at.press("space")
        assert (at.focus, at.closed) == ("tasks", 0)
        await at.press("space")
        assert at.closed == 1
    async with open_workbench(size=(160, 50)) as at:
        await at.press("j", "space")
        assert (at.focus, at.closed) == ("tasks", 2)
    assert done(notes) == 2


async def test_a_range_is_one_step(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("enter", "enter", "v", "j", "space")
        assert at.closed == 2
        assert not at.tasks.has_range
        await at.press("u")
        assert at.closed == 0
        await at.press("ctrl+r")
        assert at.closed == 2
        await at.press("v", "v", "v", "escape")
        assert not at.tasks.has_range
        assert at.focus == "tasks"
    assert done(notes) == 2


async def test_a_status_is_chosen_from_five(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("enter", "enter", "s", "j", "j", "enter")
        assert at.boxes[0].startswith("⊠")
        await at.press("s", "escape")
        assert at.boxes[0].startswith("⊠")
        await at.press("s", "end", "enter")
        assert at.boxes[0].startswith("☒")
        assert at.closed == 1
        assert "0 done · 1 dropped" in at.shown.split("\n")[0]
        assert "0 of 2 done · 1 dropped" in at.shown
    assert "dropped" in statuses(notes).values()


async def test_undo_and_redo_go_on_after_a_restart(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("space", "r")
        assert "✔" in at.shown
    async with open_workbench() as at:
        await at.press("u")
        assert "✔" not in at.shown
        await at.press("u")
        assert at.closed == 0
        await at.press("u")
        assert "Nothing to undo." in at.toasts
        await at.press("ctrl+r", "ctrl+r")
        assert at.closed == 1
        assert "✔" in at.shown
        await at.press("ctrl+r")
        assert "Nothing to redo." in at.toasts
    assert done(notes) == 1


async def test_undo_leaves_alone_what_someone_else_decided_since(
    open_workbench: Open, notes: Path
) -> None:
    async with open_workbench() as at:
        await at.press("enter", "enter", "space")
        other = Workbench(notes, by="Luis")
        other.load()
        row = other.index.cards.row(FIRST)
        assert row
        from tui.workbench import Setting

        other.decide(other.drafts.setting([(row, row.tasks[0])], Setting(status="blocked")))
        await until(at.pilot, lambda: at.boxes[0].startswith("⊠"), "the other's decision is shown")
        await at.press("u")
        assert at.boxes[0].startswith("⊠")
        assert any("left alone" in toast for toast in at.toasts)


async def test_reviewed_is_a_decision_on_the_session(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("r")
    bench = Workbench(notes)
    bench.load()
    row = bench.index.cards.row(FIRST)
    assert row
    assert bench.reviewed(row)


async def test_next_open_passes_over_what_is_closed(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("j", "enter", "enter", "v", "j", "space", "escape", "escape", "g", "g")
        assert at.session == FIRST
        await at.press("n")
        assert at.session == THIRD
        await at.press("n")
        assert at.session == THIRD
        assert any("further down" in toast for toast in at.toasts)
        await at.press("N")
        assert at.session == FIRST


async def test_the_filter_narrows_with_every_key(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("slash")
        await at.type("minist")
        assert list(at.sessions.keys) == [SECOND, THIRD]
        await at.type(" graphviz")
        assert list(at.sessions.keys) == [THIRD]
        assert "1 of 3 sessions" in at.shown
        await at.press("enter")
        assert (at.typing, at.focus) == (None, "sessions")
        await at.press("escape")
        assert len(at.sessions.keys) == 3


async def test_the_key_bar_shows_the_keys_that_work_while_typing(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("slash")
        assert "esc leave it as it was" in at.shown.split("\n")[-1]
        assert "space" not in at.shown.split("\n")[-1]
        await at.pilot.click("#keys", offset=(2, 0))
        assert at.closed == 0
        await at.press("enter")
        assert "space done" in at.shown.split("\n")[-1]


async def test_leaving_the_filter_brings_back_the_one_before(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("slash")
        await at.type("graphviz")
        await at.press("enter", "slash")
        await at.type("zzz")
        assert "No session matches." in at.shown
        await at.press("escape")
        assert list(at.sessions.keys) == [THIRD]
        assert at.typing is None


async def test_a_mistake_is_shown_and_the_list_keeps_its_last_good_result(
    open_workbench: Open,
) -> None:
    async with open_workbench() as at:
        await at.press("slash")
        await at.type('graphviz "')
        assert "a quotation mark is missing" in at.shown
        assert list(at.sessions.keys) == [THIRD]
        await at.type('x" projct:x')
        assert "there is no field projct: (did you mean project:?)" in at.shown


async def under_the_bar(at: Driver, text: str) -> list[str]:
    """The lines at the top after a filter was typed: the bar, and what lies over the panes."""
    await at.press("slash")
    await at.type(text)
    lines = at.shown.split("\n")[1:]
    end = next(number for number, line in enumerate(lines) if line.startswith(("╭", "│")))
    return [line.rstrip() for line in lines[:end]]


async def test_nothing_moves_while_a_filter_is_half_typed(open_workbench: Open) -> None:
    async with open_workbench(size=(80, 24)) as at:
        await at.press("slash")
        regions = [at.sessions.region, at.detail.region]
        await at.type("project:")
        assert "wants a value" in at.shown
        assert [at.sessions.region, at.detail.region] == regions


async def test_carets_stand_under_what_is_wrong(open_workbench: Open) -> None:
    async with open_workbench(size=(120, 40)) as at:
        bar, under = await under_the_bar(at, "graphviz projct:x or a")
        place = bar.index("projct:x")
        assert under.startswith(" " * place + "^^^^^^^^ there is no field")


async def test_a_long_sentence_on_a_mistake_stands_below_the_carets(open_workbench: Open) -> None:
    async with open_workbench(size=(80, 24)) as at:
        bar, carets, *says = await under_the_bar(at, "minist foo:x")
        assert carets == " " * bar.index("foo:x") + "^^^^^"
        assert "due-after)" in says[-1]
        await at.press("enter")
        assert "^^^^^" in at.shown
        await at.press("escape")
        assert "^" not in at.shown


async def test_carets_follow_a_filter_that_is_longer_than_its_field(open_workbench: Open) -> None:
    async with open_workbench(size=(80, 24)) as at:
        bar, under, *_ = await under_the_bar(at, "minist " * 9 + "foo:x")
        assert under.index("^") == bar.index("foo:x")


async def test_letters_typed_in_the_filter_are_not_keys(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("slash")
        await at.type("qur sen")
        assert at.typing == "qur sen"
    assert not (notes / ".workbench").exists()


async def test_the_same_order_again_turns_it_round(open_workbench: Open) -> None:
    async with open_workbench() as at:
        assert "Sessions 3 · newest first" in at.shown
        await at.press("o", "enter")
        assert list(at.sessions.keys) == [THIRD, SECOND, FIRST]
        assert at.session == FIRST
        assert "Sessions 3 · oldest first" in at.shown
        await at.press("o", "enter")
        assert list(at.sessions.keys) == [FIRST, SECOND, THIRD]
        await at.press("o", "escape")
        assert "newest first" in at.shown


@pytest.mark.parametrize(
    ("down", "once", "again"),
    [
        (1, "title", "title, last first"),
        (2, "project", "project, last first"),
        (3, "most open tasks", "fewest open tasks"),
        (4, "oldest open task", "newest open task"),
    ],
)
async def test_orders(open_workbench: Open, down: int, once: str, again: str) -> None:
    async with open_workbench() as at:
        await at.press("enter", "enter", "space", "escape", "escape")
        await at.press("o", *["j"] * down, "enter")
        assert f"Sessions 3 · {once} " in at.shown
        first = list(at.sessions.keys)
        await at.press("o", "enter")
        assert f"Sessions 3 · {again} " in at.shown
        assert sorted(at.sessions.keys) == sorted(first)
        if down != 2:  # they are all of one project, and stay as they are
            assert list(at.sessions.keys) != first
        assert at.session == FIRST


async def test_as_stored_and_as_healed(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("R")
        assert "üìÖ 2024-02-13" in at.shown
        assert "📅 2024-02-13" in at.shown
        assert "misread as" in at.shown
        await at.press("escape")
        assert at.focus == "sessions"


async def test_uncertain_places_are_underlined_in_text_and_tasks(
    open_workbench: Open, notes: Path
) -> None:
    (notes / "odd.md").write_text(
        "## 2030-01-01 — Session: Odd\n\n**10:00–11:00**\n\n### Session Goal\n"
        "The \ufffd\ufffd goal\n### Pending Tasks\n- A \ufffd\ufffd\ufffd task\n"
        "- A whole one — so it is\n"
    )
    async with open_workbench() as at:
        underlined = [text for text, style in at.styled if style.underline]
        assert underlined == ["\ufffd\ufffd", "\ufffd\ufffd\ufffd"]
        assert "uncertain: 2 lines (6, 8)" in at.shown
        await at.press("j")
        assert not any(style.underline for _, style in at.styled)


async def test_damage_is_marked_in_the_list(open_workbench: Open, notes: Path) -> None:
    lost = "## 2020-01-01 — Session: Lost \ufffd\ufffd\n\n### Pending Tasks\n- Find it\n"
    (notes / "lost.md").write_text(lost, encoding="utf-8")
    async with open_workbench(size=(80, 24)) as at:
        lines = [line for line in at.shown.split("\n") if "0/" in line]
        assert ["≈" in line for line in lines] == [True, True, True, False]
        assert ["?" in line for line in lines] == [False, False, False, True]
        await at.press("question_mark", "G")
        assert "its text was damaged, and is healed" in at.shown


async def test_what_is_left_out_is_one_key_away(open_workbench: Open, notes: Path) -> None:
    (notes / "index.md").write_text("# All sessions\n\n- [[one]]\n- [[two]]\n")
    (notes / "broken.md").symlink_to("broken.md")
    async with open_workbench() as at:
        await at.press("p")
        assert "index.md" in at.shown
        assert "no session head" in at.shown
        assert "broken.md" in at.shown
        assert "frontmatter: there is none" in at.shown
        await at.press("escape")
        assert at.focus == "sessions"


@pytest.mark.parametrize("screen", SCREENS)
async def test_help_names_every_key_of_a_screen(open_workbench: Open, screen: ScreenName) -> None:
    async with open_workbench(size=(120, 130)) as at:
        await at.press(str(1 + list(SCREENS).index(screen)), "tab")
        focus = at.focus
        await at.press("question_mark")
        for action in actions_on(screen):
            assert action.says in at.shown
        assert "tasks.jsonl" in at.page
        await at.press("q")
        assert at.focus == focus


async def test_the_palette_runs_an_action(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.press("ctrl+p")
        await until(at.pilot, lambda: "Undo your last step" in at.shown, "the palette is filled")
        await at.pilot.press(*"reviewed", "enter")
        await until(at.pilot, lambda: len(at.app.screen_stack) == 1, "the palette is closed")
        await until(at.pilot, lambda: "✔" in at.shown, "the session is reviewed")


async def test_enter_in_the_palette_takes_what_was_typed_however_long_it_takes_to_find(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()
    count = DeskScreen.count_all

    def slowly(screen: DeskScreen, kind: FacetKind) -> Sequence[Facet]:
        begun.set()
        assert go_on.wait(60)
        return count(screen, kind)

    monkeypatch.setattr(DeskScreen, "count_all", slowly)
    async with open_workbench() as at:
        await at.pilot.press("ctrl+p", *"reviewed")
        pressing = asyncio.create_task(at.pilot.press("enter"))
        await asyncio.to_thread(begun.wait)
        assert "✔" not in at.shown
        go_on.set()
        await pressing
        await until(at.pilot, lambda: "✔" in at.shown, "the session is reviewed")
        assert len(at.app.screen_stack) == 1


async def test_page_keys_in_a_palette_that_found_nothing(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.pilot.press("ctrl+p", *"qqqq")
        await until(at.pilot, lambda: "No matches found" in at.shown, "the search is done")
        await at.pilot.press("pagedown", "pageup", "escape")
        await until(at.pilot, lambda: len(at.app.screen_stack) == 1, "the palette is closed")
        await at.press("ctrl+p", "ctrl+p", "pagedown", "escape")
        assert len(at.app.screen_stack) == 1


async def test_the_editor_is_given_the_note(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with open_workbench() as at:
        await at.press("e")
        assert any("set $EDITOR" in toast for toast in at.toasts)


async def test_keys_pressed_before_the_folder_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config.toml"))
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(300):
        (folder / f"{n}.md").write_text(
            f"## 2024-01-{1 + n % 28:02} — Session: Number {n}\n\n### Pending Tasks\n- Do {n}\n"
        )
    app = WorkbenchApp(Workbench(folder, by="Ana"))
    async with app.run_test(size=(160, 50)) as pilot:
        at = Driver(pilot)
        for key in ("space", "r", "u", "n", "G", "R", "escape", "e", "v", "s", "o", "escape"):
            await pilot.press(key)
        await pilot.press("slash", *"number", "space", *"29")
        await settled(pilot)
        assert at.typing == "number 29"
        assert "11 of 300 sessions" in at.shown


async def test_quitting_while_the_folder_is_read_ends_the_reading(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config.toml"))
    is_stopped = Event()

    def batches(_: Workbench) -> Iterator[Batch]:
        yield Batch(done=3, of=10)
        assert is_stopped.wait(20)

    monkeypatch.setattr(Workbench, "batches", batches)
    monkeypatch.setattr(Workbench, "stop_reading", lambda _: is_stopped.set())
    monkeypatch.setattr(Workbench, "watch", lambda _: iter(()))  # ends by `stop_reading`, too
    app = WorkbenchApp(Workbench(notes, by="Ana"))
    async with app.run_test(size=(80, 24)) as pilot:
        at = Driver(pilot)
        await until(pilot, lambda: "reading 3/10 ▰▰▰▱▱▱▱▱▱▱  30%" in at.shown, "it counts")
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running, "it has ended")
    assert is_stopped.is_set()


async def test_sessions_are_listed_before_they_are_found_by_their_words(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config.toml"))
    go_on = Event()

    def batches(bench: Workbench) -> Iterator[Batch]:
        files = list_files(notes)
        bench.index.put(read_some(files, notes), words_later=True)
        bench.index.complete()
        yield Batch(len(files), len(files), len(files), waiting=len(bench.index))
        assert go_on.wait(20)
        assert bench.index.put_words() == len(bench.index)

    monkeypatch.setattr(Workbench, "batches", batches)
    app = WorkbenchApp(Workbench(notes, by="Ana"))
    async with app.run_test(size=(160, 50)) as pilot:
        at = Driver(pilot)
        said = "words of 3 more to come"
        await until(pilot, lambda: said in at.shown, "it says so")
        assert "reading" not in at.shown.split("\n")[0]
        await pilot.press("slash", *"ministry")
        await until(pilot, lambda: "0 of 3 sessions" in at.shown, "no word is found")
        go_on.set()
        await until(pilot, lambda: said not in at.shown, "all are known")
        await until(pilot, lambda: "2 of 3 sessions" in at.shown, "they are found")


async def test_an_empty_folder_offers_the_samples(open_workbench: Open, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with open_workbench(empty) as at:
        assert "No notes in this folder." in at.shown
        await at.press("space", "u", "r", "v", "s", "n", "j", "enter", "R", "e")
        assert "No notes in this folder." in at.shown
        await at.press("x")
        await until(at.pilot, lambda: len(at.sessions.keys) == 3, "the samples are open")
        await at.press("space")
        assert at.closed == 1
        assert at.review.desk.bench.index.path is None  # nothing of a throwaway copy is kept
    assert list(empty.iterdir()) == []


async def test_x_does_nothing_where_there_are_notes(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.press("x")
        assert "notes" in at.shown.split("\n")[0]


async def test_a_folder_without_sessions_says_where_to_look(
    open_workbench: Open, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.md").write_text("# A page\n")
    async with open_workbench(folder) as at:
        assert "No session among 1 file" in at.shown


async def test_another_workbench_s_tick_appears(open_workbench: Open, notes: Path) -> None:
    from tui.workbench import Setting

    async with open_workbench() as at:
        other = Workbench(notes, by="Luis")
        other.load()
        row = other.index.cards.row(FIRST)
        assert row
        other.decide(other.drafts.setting([(row, row.tasks[1])], Setting(status="done")))
        await until(at.pilot, lambda: at.closed == 1, "the tick is seen")
        assert "done by Luis" in at.shown


async def test_a_decision_that_cannot_be_saved_is_not_shown_as_done(
    open_workbench: Open, notes: Path
) -> None:
    async with open_workbench() as at:
        (notes / ".workbench").write_text("a file where the folder of the journal should be")
        await at.press("space")
        assert at.closed == 0
        assert at.boxes[0].startswith("☐")
        assert any("not saved" in toast for toast in at.toasts)
        (notes / ".workbench").unlink()
        await at.press("space")
        assert at.closed == 1


async def test_quitting_right_after_a_tick_loses_nothing(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        await at.pilot.press("space", "q")
    assert done(notes) == 1


async def test_tasks_that_change_while_their_pane_is_hidden_are_drawn_when_it_is_shown(
    open_workbench: Open, notes: Path
) -> None:
    async with open_workbench(size=(80, 24)) as at:
        await at.press("enter", "enter")
        assert len(at.boxes) == 2
        await at.press("escape", "escape", "j")
        (notes / SECOND).write_text("## 2024-02-04 — Session: A\n\n### Pending Tasks\n- One\n")
        await at.press("k", "j", "enter", "enter")
        assert at.boxes == ["☐ One"]
        assert "☐ One" in at.shown


async def test_a_note_that_is_read_too_late_is_not_shown(
    open_workbench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end, read = Event(), Workbench.session

    def read_slowly(bench: Workbench, path: str) -> Session | LeftOut:
        assert may_end.wait(20)
        return read(bench, path)

    async with open_workbench() as at:
        monkeypatch.setattr(Workbench, "session", read_slowly)
        await at.pilot.press("j", "slash", *"zzz")
        await until(at.pilot, lambda: not at.sessions.keys, "nothing matches")
        may_end.set()
        await at.press()
        assert "No session matches." in at.shown
        assert "SESSION GOAL" not in at.shown


async def test_a_note_that_vanished_says_so(open_workbench: Open, notes: Path) -> None:
    async with open_workbench() as at:
        (notes / SECOND).unlink()
        await at.press("j")
        assert "it vanished" in at.shown


async def test_clicks(open_workbench: Open) -> None:
    async with open_workbench() as at:
        await at.pilot.click("#sessions", offset=(10, 2))
        await at.press()
        assert at.session == SECOND
        await at.pilot.click("#tasks", offset=(2, 1))
        await at.press()
        assert at.closed == 1
        await at.pilot.click("#sessions", offset=(10, 1), times=2)
        await at.press()
        assert (at.session, at.focus) == (FIRST, "detail")


async def test_ascii_draws_nothing_else(open_workbench: Open) -> None:
    async with open_workbench(only_ascii=True) as at:
        assert [line for line in at.shown.split("\n") if not line.isascii()] == []
        await at.press("space", "question_mark")
        assert at.shown.isascii()


async def test_paste_into_a_list_does_nothing(open_workbench: Open, notes: Path) -> None:
    from textual.events import Paste

    async with open_workbench() as at:
        at.app.post_message(Paste("space r q u"))
        await at.press()
        assert at.session == FIRST
    assert not (notes / ".workbench").exists()


async def test_keys_and_theme_come_from_the_config_file(
    open_workbench: Open, tmp_path: Path
) -> None:
    (tmp_path / "config.toml").write_text('theme = "nord"\n[keys]\ntoggle_done = "d"\n')
    async with open_workbench() as at:
        assert at.app.theme == "nord"
        await at.press("space")
        assert at.closed == 0
        await at.press("d")
        assert at.closed == 1
        assert " d done" in at.shown


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ("theme = [", "cannot be read"),
        ('[keys]\nfly = "f"\n', "no action fly"),
        ('theme = "none such"', "no theme none such"),
    ],
)
async def test_a_mistaken_config_file_is_named_and_passed_over(
    open_workbench: Open, tmp_path: Path, config: str, says: str
) -> None:
    (tmp_path / "config.toml").write_text(config)
    async with open_workbench() as at:
        assert any(says in toast for toast in at.toasts)
        await at.press("space")
        assert at.closed == 1


@pytest.mark.parametrize(
    "theme",
    ["workbench", "workbench-paper", "nord", "gruvbox", "textual-light", "textual-ansi"],
)
async def test_every_theme_draws(open_workbench: Open, theme: str) -> None:
    async with open_workbench() as at:
        if theme not in at.app.available_themes:
            theme = "textual-dark"
        at.app.theme = theme
        await at.press("j")
        assert "Developed strategies" in at.shown


@pytest.mark.parametrize(
    "theme", ["workbench", "workbench-paper", "textual-light", "ansi-dark", "ansi-light"]
)
async def test_no_text_is_drawn_in_the_colour_behind_it(open_workbench: Open, theme: str) -> None:
    async with open_workbench() as at:
        at.app.theme = theme
        for keys in ("j", "enter enter", "space", "v j", "escape R", "escape question_mark"):
            await at.press(*keys.split())
            for text, style in at.styled:
                same = style.color == style.bgcolor and style.color != Color.default()
                assert not (text.strip() and same), (keys, text)


async def test_in_sixteen_colours_the_cursor_is_reversed(open_workbench: Open) -> None:
    async with open_workbench() as at:
        at.app.theme = "ansi-dark"
        await at.press("j")
        reversed_text = "".join(text for text, style in at.styled if style.reverse)
        assert "Developed strategies" in reversed_text
        assert "Developed IT Management" not in reversed_text


async def test_hostile_text_is_only_text(open_workbench: Open, notes: Path) -> None:
    (notes / "evil [bold].md").write_text(
        "## 📅 2030-01-01 — Session: [@click=app.quit]x[/] [/nonsense] "
        "\x1b]52;c;eA==\x07 \x9b2J\n\n"
        "**🕒 10:00–11:00**\n**📂 Project**: [red]\n\n### Session Goal\n[link=x]y \x1b[31m\n"
        "### Pending Tasks\n- [/nonsense] [@click=app.quit]go[/] \x1b[c \u202eabc\n"
    )
    async with open_workbench() as at:
        assert "[@click=app.quit]x[/] [/nonsense]" in at.shown
        await at.press("space", "r", "u", "R", "escape", "p", "escape")
        assert not any(char in at.shown for char in "\x1b\x07\x9b\u202e")
        assert at.closed == 1


async def test_a_note_read_ahead_is_shown_as_it_is_now(open_workbench: Open, notes: Path) -> None:
    for day in (1, 2):
        write(notes, day, "The old goal")
    async with open_workbench() as at:
        await at.press("j")
        assert "The old goal 1" in at.shown
        write(notes, 2, "The new goal")
        await at.press("k")
        assert "The new goal 2" in at.shown
        await at.press("j")
        assert "The old goal 1" in at.shown


def write(notes: Path, day: int, goal: str) -> None:
    text = f"## 2030-01-0{day} - Session: Day {day}\n\n### Session Goal\n{goal} {day}\n"
    (notes / f"{day}.md").write_text(text + "\n### Pending Tasks\n- Go on\n")


async def test_a_note_saved_elsewhere_is_on_the_screen_and_the_cursor_stays(
    open_workbench: Open, notes: Path
) -> None:
    async with open_workbench() as at:
        await at.press("j")
        here = at.session
        assert here is not None
        review = at.review
        (notes / "new.md").write_text(note("A new task.", title="Brand new", day="2031-01-01"))
        text = (notes / here).read_text(encoding="utf-8")
        more = "\n- One task more.\n\n### Conclusion\nAll is well.\n"
        (notes / here).write_text(text.rstrip() + more, encoding="utf-8")
        review.desk.bench.read_again(["new.md", here])
        review.desk.take_changes()
        await at.press()
        assert at.session == here
        assert at.sessions.cursor == 2
        assert "Brand new" in at.shown
        assert any("One task more" in box for box in at.boxes)
        await at.press("tab", "G")
        assert "All is well." in at.shown


async def test_what_other_programs_do_is_noticed(open_workbench: Open, notes: Path) -> None:
    async with open_workbench(watched=True) as at:
        for n in range(400):
            if "Brand new" in at.shown:
                break
            (notes / "new.md").write_text(note(f"Task {n}.", title="Brand new", day="2031-01-01"))
            await at.pilot.pause(0.05)
        assert "Brand new" in at.shown


async def test_a_known_folder_is_listed_before_it_is_looked_through(
    open_workbench: Open, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_workbench():
        pass
    monkeypatch.setattr(Workbench, "batches", lambda _: iter(()))
    async with open_workbench() as at:
        assert len(at.sessions.keys) == 3
        assert at.session is not None
