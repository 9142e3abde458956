"""How well the healer does: made-up notes, damaged in every known way, and healed again.

    python -m benchmarks.heal                   # the table, on sentences the healer was not made on
    python -m benchmarks.heal --set draft -v    # while working on it: also what came back wrong
    python -m benchmarks.heal --set fresh       # a second judge, when the work is done
    python -m benchmarks.heal --set late        # a third, written when it was done
    python -m benchmarks.heal --set check --light --tables --form b --notes 100 --seed 7
    python -m benchmarks.heal --folder NOTES    # on notes of your own that are whole

Columns: share of notes whose whole text, whose every head field and whose task list came back
exactly; "silent" is the share with a wrong line that was not marked uncertain. For clean text,
100 % of "text" means that nothing was changed. With --alike one more: "text", where signs of which
the same bytes are left count as right, if nothing around them tells which of them it was.
"""

import argparse
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.drafts import DRAFT, FRESH, LATE
from benchmarks.phrases import CHECK, FIELD, PLAIN, QUOTING, WORK, Phrases
from tui.notes.parse import parse
from tui.notes.repair import Repaired, repair
from tui.notes.session import Session

TABLES = (
    "latin-1",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1257",
    "iso-8859-2",
    "mac-roman",
    "cp437",
    "cp850",
    "windows-1253+1252",
)
LOST = -1
HEADINGS = ("### {}", "### {}:", "**{}**", "**{}:**", "## {}")
SETS: dict[str, Phrases] = {
    "field": FIELD,
    "fresh": FRESH,
    "late": LATE,
    "check": CHECK,
    "work": WORK,
    "draft": DRAFT,
}
PROJECTS = ("Dev", "Business", "Teaching", "Other", "Health", "JobMarket")


# --- damage, written without the healer's own tables -------------------------------------------


def char_of(table: str, byte: int) -> str | None:
    """Return what a table shows for a byte, None where it has nothing."""
    name = "cp1253" if table == "windows-1253+1252" else table
    char = bytes([byte]).decode(name, "ignore")
    if not char and table == "windows-1253+1252":
        char = bytes([byte]).decode("cp1252", "ignore")
    return char or None


def misread(text: str, table: str, lost: Callable[[str | None, int], str]) -> str:
    return "".join(
        char
        if char.isascii()
        else "".join(lost(char_of(table, byte), byte) for byte in char.encode())
        for char in text
    )


def keep(char: str | None, byte: int) -> str:
    return char if char is not None else chr(byte)


def drop(char: str | None, _: int) -> str:
    return "" if char is None or char == "\xad" or "\x80" <= char < "\xa0" else char


def whole(text: str, table: str, _: random.Random) -> str:
    return misread(text, table, keep)


def lossy(text: str, table: str, _: random.Random) -> str:
    return misread(text, table, drop)


def undefined_lost(text: str, table: str, _: random.Random) -> str:
    """Only the undefined bytes are lost, as `decode(table, "ignore")` does."""
    return misread(text, table, lambda char, _: "" if char is None else char)


def hyphens_lost(text: str, table: str, _: random.Random) -> str:
    """Only the soft hyphens are lost, as where a program takes them for hints of its own."""
    return misread(text, table, lambda char, byte: "" if char == "\xad" else char or chr(byte))


def defined(text: str, table: str, _: random.Random) -> str:
    def hit(char: str) -> str:
        found = [char_of(table, byte) for byte in char.encode()]
        return char if char.isascii() or None in found else "".join(map(str, found))

    return "".join(map(hit, text))


def kind_of(char: str) -> str:
    if char in "’‘“”„«»":
        return "quotes"
    if char in "—–":
        return "dashes"
    if ord(char) > 0x2100:
        return "pictures"
    return "letters" if char.isalpha() else "signs"


def kinds(text: str, table: str, rng: random.Random) -> str:
    every = ["quotes", "dashes", "pictures", "letters", "signs"]
    some = set(rng.sample(every, rng.randint(1, 3)))
    return "".join(
        misread(char, table, keep) if not char.isascii() and kind_of(char) in some else char
        for char in text
    )


def twice(text: str, table: str, _: random.Random) -> str:
    return misread(misread(text, table, keep), table, keep)


def two_tables(text: str, table: str, rng: random.Random) -> str:
    other = rng.choice([name for name in TABLES if name != table])
    lines = text.split("\n")
    cut = rng.randint(4, max(5, len(lines) - 4))
    return "\n".join(
        misread(line, table if number < cut else other, keep) for number, line in enumerate(lines)
    )


def half_lines(text: str, table: str, rng: random.Random) -> str:
    return "\n".join(
        misread(line, table, keep) if rng.random() < 0.5 else line for line in text.split("\n")
    )


def half_lossy(text: str, table: str, rng: random.Random) -> str:
    return "\n".join(
        misread(line, table, drop) if rng.random() < 0.5 else line for line in text.split("\n")
    )


def replaced(text: str, table: str, _: random.Random) -> str:
    return misread(text, table, lambda char, _: "\ufffd" if char is None else char)


def asked(text: str, table: str, _: random.Random) -> str:
    return misread(text, table, lambda char, _: "?" if char is None else char)


def spaced(text: str, table: str, _: random.Random) -> str:
    return misread(text, table, keep).replace("\xa0", " ")


def _as_1252(line: str) -> bytes:
    try:
        return line.encode("cp1252")
    except UnicodeEncodeError:
        return line.encode()


def raw_file(text: str, table: str, rng: random.Random) -> str:
    """Half of the lines are Windows-1252 in a file of UTF-8, all read as Windows-1252."""
    data = b"\n".join(
        _as_1252(line) if rng.random() < 0.5 else line.encode() for line in text.split("\n")
    )
    try:
        return data.decode()
    except UnicodeDecodeError:
        return "".join(keep(char_of("windows-1252", byte), byte) for byte in data)


def raw_bytes(text: str, table: str, rng: random.Random) -> str:
    """Half of the lines are Windows-1252, kept as lone surrogates; the rest is damaged."""
    return "\n".join(
        _as_1252(line).decode("utf-8", "surrogateescape")
        if rng.random() < 0.5
        else misread(line, table, keep)
        for line in text.split("\n")
    )


def untouched(text: str, _table: str, _rng: random.Random) -> str:
    return text


Damage = Callable[[str, str, random.Random], str]
FORMS: dict[str, tuple[Damage, bool]] = {  # form -> damage, whether the notes quote mojibake
    "a whole": (whole, False),
    "a whole, quoting": (whole, True),
    "b lossy": (lossy, False),
    "b undefined lost": (undefined_lost, False),
    "b soft hyphens lost": (hyphens_lost, False),
    "c partial, defined": (defined, False),
    "c partial, kinds": (kinds, False),
    "d twice": (twice, False),
    "e clean": (untouched, False),
    "e clean, quoting": (untouched, True),
    "h two tables": (two_tables, False),
    "h half the lines": (half_lines, False),
    "h half, lossy": (half_lossy, False),
    "h U+FFFD for lost": (replaced, False),
    "h ? for lost": (asked, False),
    "h NBSP as space": (spaced, False),
    "h raw, read as 1252": (raw_file, False),
    "h raw, surrogates": (raw_bytes, False),
    "h head without signs": (whole, False),
    "h same, lossy": (lossy, False),
}
SIGNLESS = {"h head without signs", "h same, lossy"}
ONCE = {"e clean", "e clean, quoting", "h raw, read as 1252"}  # the table makes no difference


_LABEL = re.compile(r"[^\W_][\w’]*[^\W_]|[^\W_]")


# --- clean notes --------------------------------------------------------------------------------


def writer(name: str, rng: random.Random, *, light: bool) -> Callable[[], str]:
    """Return what writes the sentences of one note.

    Args:
        name: of the set of sentences. Those with plain sentences of their own are always light.
        rng: makes every choice.
        light: mostly plain English, as most real notes are.
    """
    phrases = SETS[name]
    if "plain" in phrases:
        others = [other for other in phrases if other not in {"plain", "english", "spanish"}]
        second, share = rng.choices(
            [("english", 0.0), ("spanish", 0.7), (rng.choice(others), 0.6)], [75, 15, 10]
        )[0]
        plain, usual = phrases["plain"], 0.65
    else:
        second = rng.choice([other for other in phrases if other != "english"])
        share = rng.choice([0.0, 0.0, 0.0, 0.2, 0.6, 1.0])
        if second not in {"spanish", "portuguese", "french", "german"} and rng.random() < 0.6:
            second = "spanish"
        plain, usual = PLAIN, 0.75 if light else 0.0
        if light:
            second, share = "spanish", rng.choice([0.0, 0.0, 0.0, 0.5])

    def sentence() -> str:
        if rng.random() < share:
            return rng.choice(phrases[second])
        return rng.choice(plain if rng.random() < usual else phrases["english"])

    return sentence


def note(sentence: Callable[[], str], rng: random.Random, *, quoting: bool, signs: bool) -> str:
    """Write one clean note in one of the known forms."""

    def heading(name: str, style: str) -> str:
        return style.format(name)

    title = sentence().rstrip(".…?")
    day = f"20{rng.randint(20, 25)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    start, end = (f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}" for _ in "12")
    labels = ", ".join(_LABEL.search(sentence())[0] for _ in range(4))  # type: ignore[index]
    project = rng.choice(PROJECTS)
    bullets = {
        name: [sentence() for _ in range(rng.randint(1, 5))]
        for name in ("Key Activities", "Achievements", "Pending Tasks")
    }
    if quoting:
        for text in rng.sample(QUOTING, rng.randint(1, 2)):
            bullets[rng.choice(list(bullets))].append(text)
    goal = " ".join(sentence() for _ in range(3))
    form = rng.choice(["usual"] * 7 + ["plain", "later", "plain"])

    def mark(sign: str) -> str:
        return f"{sign} " if signs else ""

    if form == "usual":
        style = rng.choice(HEADINGS)
        lines = ["---", f'title: "{title}"', "tags: ['A', 'B']", f"created: {day}"]
        lines += ["publish: false", "---", "", f"## {mark('📅')}{day} — Session: {title}", ""]
        lines += [f"**{mark('🕒')}{start}–{end}**  ", f"**{mark('🏷️')}Labels**: {labels}  "]
        lines += [f"**{mark('📂')}Project**: {project}  ", f"**{mark('⭐')}Priority**: MEDIUM  "]
        lines += ["", "", heading("Session Goal", style), goal, ""]
        for name, texts in bullets.items():
            lines += [heading(name, style), *(f"- {text}" for text in texts), ""]
    elif form == "plain":
        lines = [f"{mark('📅')}{day} — Session: {title}", "", f"{mark('🕒')}{start}–{end}"]
        lines += [f"{mark('🏷️')}Labels: {labels}", f"{mark('📂')}Project: {project}"]
        lines += [f"{mark('⭐')}Priority: MEDIUM", "", "Session Goal:", "", goal, ""]
        for name, texts in bullets.items():
            lines += [f"{name}:", "", *(f"  • {text}" for text in texts), ""]
    else:
        lines = ["---", f'title: "{title}"', f"session_id: {rng.getrandbits(256):064x}"]
        lines += ["generated: true", "---", "", f"# {title}", "", f"- **Day**: {day}"]
        lines += [f"- **Time**: {start} to {end}", f"- **Project**: {project}"]
        lines += [f"- **Tags**: {labels}", "", "## Description", goal, ""]
        for name, texts in bullets.items():
            lines += [f"### {name}", *(f"- {text}" for text in texts), ""]
    return rng.choice(["\n", "\n", "\n", "\r\n"]).join(lines)


# --- comparison ---------------------------------------------------------------------------------

_HEAD = re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d|(?:Labels|Project|Priority|Tags|Time|Day|title)\W*:")
_HEADING = re.compile(r"\W*(Session Goal|Key Activities|Achievements|Pending Tasks)\W*$")


def parts(text: str) -> tuple[list[str], list[str]]:
    """Return the head lines and the pending bullets of a note."""
    head: list[str] = []
    tasks: list[str] = []
    section = ""
    for line in text.split("\n"):
        match = _HEADING.match(line)
        if match:
            section = match[1]
        elif not section and _HEAD.search(line):
            head.append(line)
        elif section == "Pending Tasks" and line.strip():
            tasks.append(line)
    return head, tasks


def fields(text: str) -> tuple[object, ...]:
    """Return what the workbench reads in the head of a healed note, its title aside."""
    read = parse("note.md", Repaired(text))
    if not isinstance(read, Session):
        return ()
    told = (read.date, read.start, read.end, read.labels, read.project, read.priority)
    return (*told, read.publish)


# Where all of their bytes but the first are gone, only the writer's taste tells these apart.
_DOUBLE_OR_SINGLE = ({"“", "‘"}, {"”", "’"})
_DASHES = {"—", "–"}
_LEFT_OF_A_PICTURE = {"ð", "đ"}
_PICTURES = "\U0001f000"  # from here on; another one may have been guessed


def alike(right: str, got: str) -> bool:
    """Say whether two texts differ only in signs that nothing tells apart."""
    if len(right) != len(got):
        return False
    for at, (one, two) in enumerate(zip(right, got, strict=True)):
        if one == two:
            continue
        before, after = right[at - 1 : at], right[at + 1 : at + 2]
        if {one, two} in _DOUBLE_OR_SINGLE and not (before.isalnum() and after.isalnum()):
            continue
        if {one, two} == _DASHES and before == after == " ":
            continue
        if kind_of(one) != "pictures" or not (two in _LEFT_OF_A_PICTURE or two >= _PICTURES):
            return False
    return True


class Score:
    def __init__(self) -> None:
        self.count = self.text = self.head = self.fields = self.tasks = 0
        self.silent = self.alike = 0
        self.seconds = 0.0

    def add(self, clean: str, got: Repaired) -> bool:
        """Count one note; return whether it has an error that was not marked."""
        self.count += 1
        right = got.text == clean
        self.text += right
        self.alike += right or alike(clean, got.text)
        heads, tasks = parts(clean)
        got_heads, got_tasks = parts(got.text)
        self.head += heads == got_heads
        self.fields += right or fields(clean) == fields(got.text)
        self.tasks += tasks == got_tasks
        if right:
            return False
        pairs = list(zip(clean.split("\n"), got.text.split("\n"), strict=True))
        wrong = {number for number, (one, two) in enumerate(pairs, 1) if one != two}
        silent = bool(wrong - set(got.uncertain))
        self.silent += silent
        return silent

    def share(self, value: int) -> str:
        return f"{100 * value / self.count:6.1f}"


def by_ftfy(text: str) -> Repaired:
    import ftfy

    text = text.encode("utf-8", "replace").decode()
    fixed = ftfy.fix_text(text)
    if fixed.count("\n") != text.count("\n"):
        fixed = "\n".join(ftfy.fix_text(line) for line in text.split("\n"))
    return Repaired(fixed if fixed.count("\n") == text.count("\n") else text)


def by_ftfy_lines(text: str) -> Repaired:
    import ftfy

    text = text.encode("utf-8", "replace").decode()
    fixed = "\n".join(ftfy.fix_encoding(line) for line in text.split("\n"))
    return Repaired(fixed if fixed.count("\n") == text.count("\n") else text)


def notes_in(folder: Path) -> list[str]:
    """Return the notes of a folder that are UTF-8, in the order of their names."""
    found = []
    for path in sorted(folder.rglob("*.md")):
        with suppress(UnicodeDecodeError):
            found.append(path.read_bytes().decode())
    return found


def cases(
    name: str, seed: int, notes: int, wanted: str, *, light: bool, given: Sequence[str] = ()
) -> Iterator[tuple[str, str, str, str]]:
    """Yield form, table, clean text and damaged text.

    Args:
        name: of the set of sentences.
        seed: makes every choice.
        notes: for each form and table.
        wanted: what the names of forms begin with.
        light: mostly plain English notes.
        given: clean notes to take some of; none is written then, nor what only written ones show.
    """
    for form, (damage, quoting) in FORMS.items():
        if (wanted and not form.startswith(wanted)) or (given and (quoting or form in SIGNLESS)):
            continue
        for table in TABLES:
            rng = random.Random(f"{seed} {form} {table}")
            if form in ONCE and table != "latin-1":
                continue
            for _ in range(notes * (6 if form in ONCE else 1)):
                if given:
                    clean = rng.choice(given)
                else:
                    sentence = writer(name, rng, light=light)
                    clean = note(sentence, rng, quoting=quoting, signs=form not in SIGNLESS)
                hurt = damage(clean, table, rng)
                yield form, table, clean, hurt


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=list(SETS), default="field")
    parser.add_argument("--folder", type=Path, help="damage notes of this folder; they are whole")
    parser.add_argument("--notes", type=int, default=20, help="notes per form and table")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--form", default="", help="only the forms whose name starts with this")
    parser.add_argument("--table", default="", help="only this table")
    parser.add_argument("--tables", action="store_true", help="one row per form and table")
    parser.add_argument("--light", action="store_true", help="mostly plain English notes")
    parser.add_argument("--no-ftfy", action="store_true")
    parser.add_argument("--alike", action="store_true", help="one more column, see above")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what came back wrong")
    parser.add_argument("--silent", action="store_true", help="print unmarked errors only")
    asked_for = parser.parse_args()
    healers: dict[str, Callable[[str], Repaired]] = {"healer": repair}
    if not asked_for.no_ftfy:
        healers |= {"ftfy": by_ftfy, "ftfy, lines": by_ftfy_lines}
    scores: dict[tuple[str, str], dict[str, Score]] = defaultdict(lambda: defaultdict(Score))
    slowest = 0.0
    given = notes_in(asked_for.folder) if asked_for.folder else []
    if asked_for.folder and not given:
        parser.error(f"{asked_for.folder} holds no notes")
    for form, table, clean, hurt in cases(
        asked_for.set,
        asked_for.seed,
        asked_for.notes,
        asked_for.form,
        light=asked_for.light,
        given=given,
    ):
        if asked_for.table and table != asked_for.table:
            continue
        row = (form, table if asked_for.tables or form == "b lossy" else "")
        for name, healer in healers.items():
            started = time.process_time()
            got = healer(hurt)
            took = time.process_time() - started
            score = scores[row][name]
            score.seconds += took
            silent = score.add(clean, got)
            if name != "healer":
                continue
            slowest = max(slowest, took)
            if got.text != clean and (asked_for.verbose or (asked_for.silent and silent)):
                show(form, table, clean, hurt, got)
    print("| form | table | text | head | fields | tasks | silent | ms |", end="")
    print(" alike |" if asked_for.alike else "", end="")
    print(" ftfy text | tasks | ftfy lines text | tasks |" if len(healers) > 1 else "")
    print("|---|---|---|---|---|---|---|---|" + ("---|" if asked_for.alike else ""), end="")
    print("---|---|---|---|" if len(healers) > 1 else "")
    for (form, table), found in scores.items():
        own = found["healer"]
        cellsout = [own.share(own.text), own.share(own.head), own.share(own.fields)]
        cellsout += [
            own.share(own.tasks),
            own.share(own.silent),
            f"{1000 * own.seconds / own.count:5.2f}",
        ]
        if asked_for.alike:
            cellsout.append(own.share(own.alike))
        for name in list(healers)[1:]:
            other = found[name]
            cellsout += [other.share(other.text), other.share(other.tasks)]
        print(f"| {form} | {table} | " + " | ".join(cellsout) + " |")
    print(f"\nslowest note: {1000 * slowest:.1f} ms")


def show(form: str, table: str, clean: str, hurt: str, got: Repaired) -> None:
    print(f"--- {form}, {table}, healed by {sorted({mend.codec for mend in got.healed})}")
    rows = zip(clean.split("\n"), hurt.split("\n"), got.text.split("\n"), strict=True)
    for number, (right, stored, healed) in enumerate(rows, 1):
        if right != healed:
            sure = "marked" if number in got.uncertain else "SILENT"
            print(f"  {number} {sure}", f"    is     {stored!r}", sep="\n")
            print(f"    should {right!r}", f"    got    {healed!r}", sep="\n")


if __name__ == "__main__":
    main()
