"""Throw bytes at the reading of notes for as long as you like, led by the code they reach.

    pip install -e '.[fuzz]'
    python -m tests.fuzz.notes CORPUS -max_total_time=3600

CORPUS is a folder that is kept between runs; sample notes are put into it. The options are those of
libFuzzer (`-help=1`). What it finds is written as `crash-…` or `timeout-…` into the current folder,
or where `-artifact_prefix=` says; once mended it belongs into `tests/fuzz/found`, where an
ordinary test reads it.

What is damaged takes some milliseconds to heal, and the longer the longer, so inputs are short, and
notes to begin with are the shortest that the generator of notes writes, in every form and damage.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["tui.notes"]):
    import tui.notes.mend
    import tui.notes.parse  # noqa: F401 - loaded on first need, and then not instrumented
    from tui.notes.repair import heal

from benchmarks.damage import DAMAGES
from benchmarks.generate import generate
from tests.fuzz.check import check
from tests.hostile import ATTACKS, hostile_note
from tests.notes.test_reading import PIECES
from tests.samples import note

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
METADATA = (
    "title: Tea\ntags:\n  - a\n  - 'b'\ncreated: 2024-02-13\nsession_id: 00ff\npublish: true\n",
    "a: &a [x]\nb: *a\n<<: {c: 1}\n? d\n: !!set {e}\n",
    'title: "\\e[2J"\ncreated: 2024-13-45\ncontent: |\n  text\nhandler: >-\n  more\n',
    "n: 0x1f\nf: .inf\nd: 2024-02-13 10:00:00 +01:00\nb: !!binary aGk=\ns: 190:20:30\n",
    f"title: 0x{'f' * 600}\ntags: [0b1, 007]\nsession_id: 59:59:59\ncreated: !!timestamp soon\n",
)
SIGNS = "’“”•–—…é€📅🕒🏷️📂⭐çñüşжγ"
TOKENS = """
### Session Goal|### Key Activities|### Achievements|**Project**: |**Labels**: |**Priority**: HIGH|
- [ ] |- [/] |* |1. |  - |```|> |<!--|-->|[x](y)|**|`|a \N{BULLET} b|created: |title: |tags: |&amp;|
\u2028|\x85|\u0301|\u00ad|\ufeff|\ufffd|\u200b|2024-02-13|03:55
"""
OPTIONS = {"-max_len": "1024", "-timeout": "60", "-rss_limit_mb": "3072"}
_GENERATED, _SHORTEST = 400, 60


def fill(corpus: Path) -> None:
    """Put sample notes into a corpus, and what the fuzzer may make notes of."""
    corpus.mkdir(parents=True, exist_ok=True)
    samples = [path.read_bytes() for path in SEEDS.iterdir()]
    samples += [path.read_bytes() for path in (HERE / "found").iterdir()]
    samples += [hostile_note(attack).encode() for attack in ATTACKS.values()]
    samples += [f"---\n{block}---\nBody\n".encode() for block in METADATA]
    samples += [damage(note("Café – “tea” • it’s… 5 €.")) for damage in DAMAGES.values()]
    samples += _short_notes()
    for number, sample in enumerate(samples):
        (corpus / f"sample-{number:03}").write_bytes(sample)
    damaged = {damage(sign) for damage in DAMAGES.values() for sign in SIGNS}
    tokens = sorted({*PIECES, *TOKENS.encode().strip().split(b"|"), *damaged} - {b""})
    escaped = ("".join(f"\\x{byte:02x}" for byte in token) for token in tokens)
    (corpus.parent / f"{corpus.name}.dict").write_text("".join(f'"{one}"\n' for one in escaped))


def _short_notes() -> list[bytes]:
    with TemporaryDirectory() as place:
        generate(Path(place), _GENERATED)
        notes = [path.read_bytes() for path in Path(place).rglob("*") if path.is_file()]
    return sorted(notes, key=len)[:_SHORTEST]


def one(data: bytes) -> None:
    """Check one input, which is read in several ways and healed the same in all of them."""
    check(data)


def main() -> None:
    """Run libFuzzer."""
    heal.heal = lru_cache(maxsize=8)(heal.heal)
    corpus = Path(sys.argv[1])
    fill(corpus)
    given = {argument.partition("=")[0] for argument in sys.argv}
    options = [f"{name}={value}" for name, value in OPTIONS.items() if name not in given]
    dictionary = f"-dict={corpus.parent / corpus.name}.dict"
    atheris.Setup([*sys.argv, dictionary, *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
