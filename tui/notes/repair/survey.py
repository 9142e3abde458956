"""What speaks for each table: the damage it explains, weighed against what stands whole."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from tui.notes.patterns import pattern
from tui.notes.repair import alphabet, cells, evidence, traces
from tui.notes.repair.cells import Losses
from tui.notes.repair.tables import SPACED, Table, table

SAMPLE: Final = 8_000  # characters looked at to find the tables; a note holds about 2,000
_HIGH = pattern(r"[^\x00-\x7f]")
_CONTROL = pattern(r"[\x80-\x9f]")
_RARE_ENOUGH: Final = 4  # so many characters of a script we know little of are no accident
RIVALS: Final = {  # tables with the same lead bytes that part ways in the second byte
    "windows-1250": ("iso-8859-2",),
    "iso-8859-2": ("windows-1250",),
    "cp437": ("cp850",),
    "cp850": ("cp437",),
}
_STRONG: Final = 3  # so many hurt places of a kind, and the kind is hurt all over
_LETTER: Final = 2  # bytes of a letter with an accent
_SIGN: Final = 3  # bytes of a sign
_TOP: Final = 9.0  # the weight of the commonest sign
_HEAVY_LOSS: Final = 30  # a table that loses so many bytes leaves one of a picture's four
_LITTLE: Final = 8  # places that are no more than one or two characters
_TABLES_TRIED: Final = 4


_TOLD: Final = b"\1" * 8  # a cell is no longer
_NOTHING: Final = frozenset("\ufffd\ufeff")  # what is read as these is spoken of: "ï¿½", "ï»¿"


class Survey(NamedTuple):
    """What speaks for a table.

    Attributes:
        points: how much; 0 for a table that is not believed.
        kinds: the kinds of character it is known to have hurt, with the number of places.
        entire: whether the table explains every character of the sample.
        places: where it explains what looks damaged, in characters of the sample.
        within: how many of the places of each kind stand within words.
        traced: a single byte left of a sign is believed to be one.
    """

    points: float
    kinds: dict[str, int]
    entire: bool
    places: frozenset[int]
    within: dict[str, int]
    traced: bool = False


class Found(NamedTuple):
    """What a table explains of a sample.

    Attributes:
        told: for each character of the sample, whether the table explains it.
        strange: the kinds of what looks damaged, with the number of places.
        shards: of these, the ones with no word around them; asked only where the head is whole.
        controls: the kinds of the strange ones with a C1 control, which nobody types.
        read: what the strange ones are read as.
        hints: what a sign of which bytes are lost counts, each by how common it is.
        bare: of these, the ones that are a letter but for what stands around them.
        again: of these, the ones in a word that had one before: one name may stand there often.
        signs: of the strange ones, those of three bytes and more.
        places: where it explains what looks damaged, in characters of the sample.
    """

    told: bytearray
    strange: Counter[str]
    shards: Counter[str]
    controls: frozenset[str]
    read: frozenset[str]
    hints: float
    bare: float
    again: float
    signs: int
    places: frozenset[int]


def survey(
    sample: list[str],
    code: list[list[tuple[int, int]]],
    chosen: Iterable[Table],
    votes: Counter[str],
    losses: Losses,
    *,
    head_clean: bool,
    known: dict[str, Found] | None = None,
) -> dict[str, Survey]:
    """Weigh the evidence for each of some tables; those that can explain nothing are left out.

    Args:
        sample: the lines that are not ASCII, or some of them.
        code: where code stands in each of these lines.
        chosen: the tables asked about.
        votes: how many signs of the head each table explains, by name.
        losses: what the file can have lost.
        head_clean: the head is there, and whole; or there is none, and code shows damage.
        known: what tables were found to explain of this sample before; more is added.
    """
    known = {} if known is None else known
    text = "".join(sample)
    present = frozenset(text)
    chosen = [by for by in chosen if votes[by.name] or not by.heads.isdisjoint(present)]
    for by in chosen:
        if by.name not in known:
            known[by.name] = _search(
                sample, code, by, cells.telling(by, losses), head_clean=head_clean
            )
    found = {by.name: known[by.name] for by in chosen}
    # A character that some table shows to be part of damage speaks against no other table.
    excused = set().union(*(of.places for of in found.values()))
    open_to = [at for match in _HIGH.finditer(text) if (at := match.start()) not in excused]
    bare = "\n".join(map(evidence.bare, sample)) if losses.controls else ""
    left = traces.traces(bare)
    if not left and not votes and traces.lettered(bare):  # "Abbâs" is no contraction, then
        found = {name: of._replace(hints=of.hints - of.bare) for name, of in found.items()}
    elif not votes and left < traces.SURE and _nothing_else(found.values(), bare):
        found = {name: of._replace(hints=of.hints - of.again) for name, of in found.items()}
    surveys = {
        name: _weigh(text, open_to, table(name), votes[name], found[name], head_clean=head_clean)
        for name in found
    }
    if not votes:
        surveys = {
            name: survey._replace(points=0.0) if _part_of_more(survey, surveys) else survey
            for name, survey in surveys.items()
        }
    return {
        name: _traced(survey, left, table(name), bare)
        if left and len(table(name).lost) > _HEAVY_LOSS
        else survey
        for name, survey in surveys.items()
    }


def _part_of_more(survey: Survey, surveys: dict[str, Survey]) -> bool:
    """Say whether the little a table explains is but a part of what another one does.

    So "Γ£" of "Γ£à", which is "✅" to another table, is no "ã".
    """
    mine = survey.places
    if not 0 < len(mine) <= _LITTLE:
        return False
    return any(mine < other.places and _next_to(mine, other.places) for other in surveys.values())


def _next_to(some: frozenset[int], more: frozenset[int]) -> bool:
    """Say whether all of some places touch others that are not among them."""
    return all({place - 1, place + 1, place + 2, place - 2} & (more - some) for place in some)


def _nothing_else(found: Collection[Found], bare: str) -> bool:
    """Say whether equal words with "â" in them are all that looks damaged in some lines."""
    again = any(of.again for of in found)
    return again and not any(of.strange for of in found) and not traces.traces(bare, names=False)


def _traced(survey: Survey, left: int, by: Table, text: str) -> Survey:
    """Return a survey of a table that leaves one byte of a sign, where such bytes were found."""
    if left < traces.SURE:  # not enough to believe in it, but to prefer it
        return survey._replace(points=survey.points and survey.points + left / traces.SURE)
    kinds = dict.fromkeys(("quote", "dash"), left // 2) | survey.kinds
    points = survey.points + 2 * left / traces.SURE
    points += traces.own(text, by.show("•", drop=by.lost), by.show("×", drop=by.lost))
    return survey._replace(points=points, kinds=kinds, traced=True)


def _search(
    sample: list[str],
    code: list[list[tuple[int, int]]],
    by: Table,
    losses: Losses,
    *,
    head_clean: bool,
) -> Found:
    strange: Counter[str] = Counter()
    shards: Counter[str] = Counter()
    rare: Counter[str] = Counter()
    controls: set[str] = set()
    chars: set[str] = set()
    hints = bare = again = 0.0
    met: set[str] = set()
    signs = 0
    told = bytearray(sum(map(len, sample)))
    places: set[int] = set()
    begins = 0
    for line, ranges in zip(sample, code, strict=True):
        read = cells.cells_of(line, by, losses)
        quoting = len(read) and evidence.quoting(line)
        for index, cell in enumerate(read):
            start, end, candidates, kind = cell
            told[begins + start : begins + end] = _TOLD[: end - start]
            odd = cells.unlike_writing(line, cell)
            if not odd and (kind < SPACED or not cells.lone(line, cell)):
                continue
            if cells.in_a_word(line, read, index) or not cells.fits(line, read, index, alone=False):
                continue
            if evidence.within(start, ranges):
                continue
            if quoting and evidence.quoted(line, start, end):
                continue
            char = candidates[0]
            if kind >= SPACED:
                hint = -1 if cells.turned(line, cell) else alphabet.weight(char) / _TOP
                hints += hint
                if line[start:end] == traces.SIGN:
                    bare += hint
                    word = evidence.word_at(line, start, end).lower()
                    again += hint * (word in met)
                    met |= {word} - {traces.SIGN}
            elif char not in _NOTHING:
                if alphabet.weight(char) > 1.0:
                    strange[alphabet.kind(char)] += 1
                    if head_clean and cells.shard(line, read, index):
                        shards[alphabet.kind(char)] += 1
                    if not losses.controls and _CONTROL.search(line, start, end):
                        controls.add(alphabet.kind(char))
                    places.update(range(begins + start, begins + end))
                elif alphabet.kind(char) == "far":
                    rare["far"] += 1
                else:
                    if end - start > _SIGN:  # a picture that few write
                        places.update(range(begins + start, begins + end))
                    continue
                chars.add(char)
                signs += end - start > _LETTER
        begins += len(line)
    if rare.total() >= _RARE_ENOUGH:
        strange.update(rare)
    read_as, at = frozenset(chars), frozenset(places)
    typed_by_none = frozenset(controls)
    return Found(told, strange, shards, typed_by_none, read_as, hints, bare, again, signs, at)


def _weigh(
    text: str,
    open_to: list[int],
    by: Table,
    votes: int,
    found: Found,
    *,
    head_clean: bool,
) -> Survey:
    """Weigh what a table explains.

    Args:
        text: the lines of the sample in one.
        open_to: the characters of it that are not ASCII and that no table shows to be damage.
        by: the table.
        votes: how many signs of the head it explains.
        found: what it explains of the sample.
        head_clean: the head is there, and whole; or there is none, and code shows damage.
    """
    told = found.told
    # Where the head is whole, so is mostly the note: "Ã¤, Ã¶" by themselves are spoken of.
    within, strange = found.strange, found.strange
    if found.shards:
        within = strange - found.shards
        strange = Counter({kind: strange[kind] for kind in within})
    whole = Counter([text[at] for at in open_to if not told[at]])
    if len(by.lost) > _HEAVY_LOSS:
        del whole[by.chars[0xF0]]
    plain: Counter[str] = Counter()
    others = 0  # whole signs that are none of the strange ones: "→" says nothing of "…"
    for char, count in whole.items():
        kind = alphabet.kind(char)
        plain[kind] += count
        others += count * (kind == "sign" and char not in found.read)
    # Pairs of letters in a text that is full of whole letters of their script are words.
    native = alphabet.script(by.chars[0xE2])
    if native in plain and native != "LATIN" and not found.signs and not votes:
        limit = 6 * strange.total()
        if plain[native] > limit:
            return Survey(0.0, {}, entire=False, places=frozenset(), within={})
    many = 1 if head_clean else 6  # half of the lines can be whole in a damaged file
    kinds = {
        kind: count
        for kind, count in strange.items()
        if kind in found.controls
        or (many if count < _STRONG else 6) * count >= plain[kind] - others * (kind == "sign")
    }
    if votes:
        for kind in ("picture", "dash"):
            kinds.setdefault(kind, votes)
    points = 3.0 * votes + sum(kinds.values())
    if found.shards:  # they are no proof, but where words are hurt they are hurt with them
        points -= sum(strange[kind] - within[kind] for kind in kinds)
    if not plain.total() and (points or found.hints > 1):
        points += 0.5 * found.hints
        for kind in alphabet.KINDS:
            kinds.setdefault(kind, 1)
    elif points:
        points += 0.1 * found.hints
    points = max(points - 0.01 * plain.total(), 0.01) if points else 0.0
    return Survey(points, kinds, not plain.total(), found.places, within)


def believed(surveys: dict[str, Survey]) -> list[str]:
    """Return the tables something speaks for, the best first."""
    found = [name for name, survey in surveys.items() if survey.points > 0]
    return sorted(found, key=lambda name: -surveys[name].points)


def few(order: list[str], surveys: dict[str, Survey]) -> list[str]:
    """Return the best table, and others that explain what those before them do not."""
    left = set().union(*(surveys[name].places for name in order))
    chosen: list[str] = []
    waiting = list(order)
    while waiting and len(chosen) < _TABLES_TRIED:
        best = (
            max(waiting, key=lambda name: len(surveys[name].places & left)) if chosen else order[0]
        )
        if chosen and not surveys[best].places & left:
            break
        chosen.append(best)
        waiting.remove(best)
        left -= surveys[best].places
    # Where another one explains as much, each line has to show which of them it was.
    rivals = {name for known in chosen for name in RIVALS.get(known, ())}
    return chosen + [name for name in waiting if name in rivals]


def sample_of(
    lines: list[str], code: list[list[tuple[int, int]]], size: int = SAMPLE
) -> tuple[list[str], list[list[tuple[int, int]]]]:
    """Return lines that are not ASCII, spread over the text, with where code stands in them.

    Args:
        lines: the whole text.
        code: where code stands in each line.
        size: how many characters are enough.
    """
    sample: list[str] = []
    ranges: list[list[tuple[int, int]]] = []
    total = sum(len(line) for line in lines if not line.isascii())
    step = total // size + 1
    room = size
    numbers = [number for number, line in enumerate(lines) if not line.isascii()]
    for number in numbers[::step]:
        sample.append(lines[number][:room])
        ranges.append(code[number])
        room -= len(sample[-1])
        if room <= 0:
            break
    return sample, ranges
