"""How people edit the bullets of a note, each with what becomes of its tasks by the truth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from random import Random
from typing import NamedTuple

from benchmarks.identity.sheet import Line, Sheet
from benchmarks.identity.words import Wording
from benchmarks.talk import Talk
from benchmarks.vocabulary import PROJECTS, VERBS

_CHECKBOX = re.compile(r"\[[ xX]\]\s+$")
_VERBS = frozenset(verb.base.capitalize() for verb in VERBS)
_NUMBER = re.compile(r"\d+")


class Pen(NamedTuple):
    """Who edits: a source of choices, words to choose from, and numbers for new tasks.

    `twins` has tasks that were written a second time, word by word, by the number of the second.
    """

    rng: Random
    words: Wording
    numbers: Iterator[int]
    twins: dict[int, int]

    def task(self) -> str:
        """A task that nobody has written yet, on the same things as others are."""
        return Talk(self.rng, PROJECTS[self.rng.choice(list(PROJECTS))][1]).task()


Edit = Callable[[Pen, Sheet, Line], bool]


def new_pen(rng: Random, words: Wording, first: int) -> Pen:
    """Return a pen whose new tasks are numbered from `first`."""
    return Pen(rng, words, count(first), {})


# The same task in other words ----------------------------------------------------------------


def _typo(pen: Pen, _: Sheet, line: Line) -> bool:
    """One slip in one longer word: two letters swapped, one doubled, or one left out."""
    words = list(re.finditer(r"[a-z]{6,}", line.text))
    if not words:
        return False
    word = pen.rng.choice(words)
    at = pen.rng.randrange(word.start() + 1, word.end() - 1)
    a, b, rest = line.text[at], line.text[at + 1], line.text[at + 2 :]
    slip = pen.rng.choice((b + a, a + a + b, b))
    line.text = line.text[:at] + slip + rest
    return True


def _word_added(pen: Pen, _: Sheet, line: Line) -> bool:
    return _sub(line, r"\b(the|an?) ", rf"\1 {pen.rng.choice(pen.words.adjectives)} ")


def _word_dropped(pen: Pen, _: Sheet, line: Line) -> bool:
    words = line.text.split(" ")
    small = [n for n, w in enumerate(words) if n and w.isascii() and w.isalpha() and w.islower()]
    if len(words) < 5 or not small:
        return False
    del words[pen.rng.choice(small)]
    line.text = " ".join(words)
    return True


def _extended(pen: Pen, _: Sheet, line: Line) -> bool:
    return _ended(line, " " + pen.rng.choice(pen.words.endings))


def _adverb_added(pen: Pen, _: Sheet, line: Line) -> bool:
    return _ended(line, " " + pen.rng.choice(pen.words.adverbs))


def _deadline_added(pen: Pen, _: Sheet, line: Line) -> bool:
    return _ended(line, " " + pen.rng.choice(pen.words.deadlines))


def _clause_dropped(_: Pen, __: Sheet, line: Line) -> bool:
    """What stands after the last comma, or the last "for", is left out."""
    head, comma, _tail = line.text.rpartition(", ")
    if not comma or len(head.split()) < 4:
        head, comma, _tail = line.text.rpartition(" for ")
    if not comma or len(head.split()) < 4 or head.count("[[") != head.count("]]"):
        return False
    line.text = head + "."
    return True


def _heading_added(pen: Pen, _: Sheet, line: Line) -> bool:
    stars = pen.rng.choice(("", "**"))
    line.text = f"{stars}{pen.rng.choice(pen.words.headings)}:{stars} {line.text}"
    return True


def _marked_up(pen: Pen, _: Sheet, line: Line) -> bool:
    mark = pen.rng.choice(("**", "*", "`", "==", "__", "[["))
    close = "]]" if mark == "[[" else mark
    found = list(re.finditer(r"(?<![\w*`|[])[a-z]{5,}(?![\w*`|\]])", line.text))
    if not found:
        return False
    word = pen.rng.choice(found)
    line.text = f"{line.text[: word.start()]}{mark}{word[0]}{close}{line.text[word.end() :]}"
    return True


def _linked(pen: Pen, _: Sheet, line: Line) -> bool:
    """A word becomes a link, as Markdown or as a wiki has it."""
    found = list(re.finditer(r"(?<![\w*`|[])[a-z]{5,}(?![\w*`|\]])", line.text))
    if not found:
        return False
    word = pen.rng.choice(found)
    links = (
        f"[{word[0]}](../topics/{word[0]}.md)",
        f"[[Topics/{word[0]}|{word[0]}]]",
        f"[{word[0]}](https://example.org/wiki/{word[0]}?id=42)",
    )
    link = pen.rng.choice(links)
    line.text = line.text[: word.start()] + link + line.text[word.end() :]
    return True


def _stop_changed(pen: Pen, _: Sheet, line: Line) -> bool:
    line.text = line.text.rstrip(".") + ("" if line.text.endswith(".") else ".")
    return True


def _case_changed(_: Pen, __: Sheet, line: Line) -> bool:
    line.text = line.text[:1].swapcase() + line.text[1:]
    return True


def _tagged(pen: Pen, _: Sheet, line: Line) -> bool:
    tags = (
        " #followup",
        " ^3f2a9c",
        " 📅 2024-07-01",
        " ⏫",
        " <!-- asked twice -->",
        " ✅ 2024-05-02",
    )
    line.text += pen.rng.choice(tags)
    return True


def _verb_changed(pen: Pen, _: Sheet, line: Line) -> bool:
    return _swapped(pen, line, pen.words.verbs, r"^{}\b")


def _words_changed(pen: Pen, _: Sheet, line: Line) -> bool:
    return _swapped(pen, line, pen.words.words)


def _turned_around(_: Pen, __: Sheet, line: Line) -> bool:
    """Its end comes to its front: "Draft a plan for Ana." becomes "For Ana, draft a plan."."""
    head, word, tail = line.text.rstrip(".").rpartition(" for ")
    if not word or len(head.split()) < 3 or "[[" in line.text or "`" in line.text:
        return False
    line.text = f"For {tail}, {head[:1].lower()}{head[1:]}."
    return True


def _quotes_curled(_: Pen, __: Sheet, line: Line) -> bool:
    words = line.text.rstrip(".").split(" ")
    line.text = " ".join((*words[:-1], f"“{words[-1]}”")) + "."
    return True


# Where it stands -----------------------------------------------------------------------------


def _box_added(_: Pen, __: Sheet, line: Line) -> bool:
    if not line.lead or _CHECKBOX.search(line.lead):
        return False
    line.lead += "[ ] "
    return True


def _ticked_by_hand(_: Pen, __: Sheet, line: Line) -> bool:
    if not line.lead:
        return False
    line.lead = _CHECKBOX.sub("", line.lead) + "[x] "
    return True


def _marker_changed(pen: Pen, sheet: Sheet, line: Line) -> bool:
    if not line.lead:
        return False
    marker = pen.rng.choice(("* ", "+ ", "1. ", "  - ", "• "))
    for other in sheet.pending():
        box = _CHECKBOX.search(other.lead)
        other.lead = marker + (box[0] if box else "")
    return True


def _reordered(pen: Pen, sheet: Sheet, _: Line) -> bool:
    lines = sheet.pending()
    if len(lines) < 2:
        return False
    places = [sheet.lines.index(line) for line in lines]
    pen.rng.shuffle(lines)
    for place, line in zip(places, lines, strict=True):
        sheet.lines[place] = line
    return True


def _wrapped(_: Pen, __: Sheet, line: Line) -> bool:
    line.is_wrapped = bool(line.lead) and not line.is_wrapped
    return bool(line.lead)


def _another_added(pen: Pen, sheet: Sheet, line: Line) -> bool:
    if not line.lead:
        return False
    new = Line(line.lead, pen.task(), frozenset({next(pen.numbers)}))
    sheet.lines.insert(_place(sheet, line) + pen.rng.randint(0, 1), new)
    return True


def _near_twin_added(pen: Pen, sheet: Sheet, line: Line) -> bool:
    """Beside it, the same but for one word that matters; it is edited lightly itself, or not."""
    if not line.lead:
        return False
    twin = Line(line.lead, line.text, frozenset({next(pen.numbers)}))
    if not _one_word_exchanged(pen, twin):
        return False
    sheet.lines.insert(_place(sheet, line) + pen.rng.randint(0, 1), twin)
    if pen.rng.random() < 0.5:
        _stop_changed(pen, sheet, line)
    return True


def _twin_added(pen: Pen, sheet: Sheet, line: Line) -> bool:
    """The same text a second time; nobody can tell later which of the two was the first."""
    if not line.lead or len(line.tasks) > 1:
        return False
    twin = Line(line.lead, line.text, frozenset({next(pen.numbers)}))
    pen.twins[min(twin.tasks)] = min(line.tasks)
    sheet.lines.insert(_place(sheet, line) + 1, twin)
    return True


# Another task in its place, or none ----------------------------------------------------------


def _replaced(pen: Pen, _: Sheet, line: Line) -> bool:
    return _renewed(pen, line, pen.task())


def _replaced_by_far(pen: Pen, _: Sheet, line: Line) -> bool:
    return _renewed(pen, line, pen.rng.choice(pen.words.others))


def _one_word_replaced(pen: Pen, _: Sheet, line: Line) -> bool:
    text = line.text
    if not _one_word_exchanged(pen, line):
        return False
    now, line.text = line.text, text
    return _renewed(pen, line, now)


def _number_changed(pen: Pen, _: Sheet, line: Line) -> bool:
    known = set(_NUMBER.findall(line.first))
    found = next((m for m in _NUMBER.finditer(line.text) if m[0] in known), None)
    if found is None:
        return False
    number = str(int(found[0]) + pen.rng.randint(1, 3))
    return _renewed(pen, line, line.text[: found.start()] + number + line.text[found.end() :])


def _other_verb(pen: Pen, _: Sheet, line: Line) -> bool:
    first, *rest = line.text.split(" ")
    if first not in _VERBS or not rest:
        return False
    return _renewed(pen, line, " ".join((pen.rng.choice(pen.words.other_verbs), *rest)))


def _denied(pen: Pen, _: Sheet, line: Line) -> bool:
    first, *rest = line.text.split(" ")
    plain = first.isalpha() and rest
    ways = [f"Do not {first.lower()} {' '.join(rest)}", f"Stop: {line.text}"] if plain else []
    ways += [f"No longer: {line.text}", f"{line.text.rstrip('.')} is not needed."]
    return _renewed(pen, line, pen.rng.choice(ways), by="not stop no longer")


def _name_changed(pen: Pen, _: Sheet, line: Line) -> bool:
    found = next((pin for pin in pen.words.pins if pin in line.text), None)
    if found is None:
        return False
    other = pen.rng.choice([pin for pin in pen.words.pins if pin != found])
    return _renewed(pen, line, line.text.replace(found, other))


def _removed(_: Pen, sheet: Sheet, line: Line) -> bool:
    if len(sheet.pending()) < 2:
        return False
    del sheet.lines[_place(sheet, line)]
    return True


def _split(pen: Pen, sheet: Sheet, line: Line) -> bool:
    """In two, at an "and", a comma or a "for"; both are part of what was decided on."""
    if not line.lead or "[[" in line.text:
        return False
    found = [
        m for m in re.finditer(r",? and |, ", line.text) if 10 < m.start() < len(line.text) - 10
    ]
    if not found:
        return False
    at = pen.rng.choice(found)
    tail = line.text[at.end() :]
    new = Line(line.lead, tail[:1].upper() + tail[1:], line.tasks, exchange=line.exchange)
    sheet.lines.insert(_place(sheet, line) + 1, new)
    line.text = line.text[: at.start()] + "."
    return True


def _merged(pen: Pen, sheet: Sheet, _: Line) -> bool:
    """Two into one, the one text after the other."""
    lines = sheet.pending()
    if len(lines) < 2:
        return False
    one, other = pen.rng.sample(lines, 2)
    joint = pen.rng.choice(("; ", " and ", ". ", ", then "))
    tail = other.text if joint == ". " else other.text[:1].lower() + other.text[1:]
    one.text = one.text.rstrip(".") + joint + tail
    one.tasks |= other.tasks
    del sheet.lines[_place(sheet, other)]
    return True


SAME: dict[str, Edit] = {
    "typo": _typo, "word added": _word_added, "word dropped": _word_dropped,
    "extended": _extended, "a few words at the end": _adverb_added,
    "date or name added": _deadline_added, "last clause dropped": _clause_dropped,
    "heading with a colon": _heading_added, "bold, code, marks": _marked_up, "linked": _linked,
    "full stop": _stop_changed, "first letter's case": _case_changed, "tag or comment": _tagged,
    "verb: a synonym": _verb_changed, "small words changed": _words_changed,
    "turned around": _turned_around, "quotes": _quotes_curled, "box added": _box_added,
    "ticked by hand": _ticked_by_hand, "bullets changed": _marker_changed,
    "reordered": _reordered, "wrapped": _wrapped, "another task beside": _another_added,
    "near twin beside": _near_twin_added, "same text again": _twin_added,
}  # fmt: skip
"""Edits after which every task is the one that it was."""

OTHER: dict[str, Edit] = {
    "replaced by another": _replaced, "replaced by far another": _replaced_by_far,
    "one word replaced": _one_word_replaced, "number changed": _number_changed,
    "name changed": _name_changed, "another verb": _other_verb, "denied": _denied,
    "removed": _removed,
}  # fmt: skip
"""Edits after which another task stands in the place of one, or none."""

DOUBTFUL: dict[str, Edit] = {"split": _split, "merged": _merged}
"""Edits after which a task is part of two, or two are one."""


def pinned(pen: Pen, line: Line) -> None:
    """Write a name or a number into a task."""
    _ended(line, " " + pen.rng.choice(pen.words.pins))
    line.first = line.text


def _place(sheet: Sheet, line: Line) -> int:
    return next(n for n, other in enumerate(sheet.lines) if other is line)


def _sub(line: Line, pattern: str, to: str) -> bool:
    line.text, done = re.subn(pattern, to, line.text, count=1)
    return bool(done)


def _ended(line: Line, ending: str) -> bool:
    stop = "." if line.text.endswith(".") else ""
    line.text = line.text.removesuffix(".") + ending + stop
    return True


def _swapped(
    pen: Pen, line: Line, pairs: tuple[tuple[str, str], ...], where: str = r"\b{}\b"
) -> bool:
    for one, other in pen.rng.sample(pairs, len(pairs)):
        found = re.search(where.format(one), line.text, re.IGNORECASE)
        if found:
            new = other.capitalize() if found[0][0].isupper() else other
            line.text = line.text[: found.start()] + new + line.text[found.end() :]
            return True
    return False


def _renewed(pen: Pen, line: Line, text: str, by: str = "") -> bool:
    line.become(text, next(pen.numbers), by)
    return True


def _one_word_exchanged(pen: Pen, line: Line) -> bool:
    """A thing, a concern or a setting becomes another one of its kind.

    One that was only added since exchanges nothing of what was decided on.
    """
    fields = [field for _, field in PROJECTS.values()]
    known = [group for f in fields for group in (f.things, f.concerns, f.settings)]
    found = [
        (word, group)
        for group in known
        for word in group
        if all(re.search(rf"\b{re.escape(word)}\b", text) for text in (line.text, line.first))
    ]
    if not found:
        return False
    word, group = pen.rng.choice(found)
    others = [other for other in group if not {*other.split()} & {*word.split()}]
    if not others:
        return False
    line.text = re.sub(rf"\b{re.escape(word)}\b", pen.rng.choice(others), line.text)
    return True
