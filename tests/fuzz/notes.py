"""Throw bytes at the reading of notes for as long as you like, led by the code they reach.

    pip install -e '.[fuzz]'
    python -m tests.fuzz.notes CORPUS -max_total_time=3600

CORPUS is a folder that is kept between runs; sample notes are put into it. The options are those of
libFuzzer (`-help=1`). What it finds is written as `crash-…` or `timeout-…` into the current folder,
or where `-artifact_prefix=` says; once mended it belongs into `tests/fuzz/found`, where an
ordinary test reads it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tui.notes"]):
    import tui.notes.mend
    import tui.notes.parse
    import tui.notes.repair.heal  # noqa: F401 - loaded on first need, and then not instrumented
    from tests.fuzz.check import check

from tests.hostile import ATTACKS, hostile_note
from tests.notes.test_reading import PIECES

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
METADATA = (
    "title: Tea\ntags:\n  - a\n  - 'b'\ncreated: 2024-02-13\nsession_id: 00ff\npublish: true\n",
    "a: &a [x]\nb: *a\n<<: {c: 1}\n? d\n: !!set {e}\n",
    'title: "\\e[2J"\ncreated: 2024-13-45\ncontent: |\n  text\nhandler: >-\n  more\n',
    "n: 0x1f\nf: .inf\nd: 2024-02-13 10:00:00 +01:00\nb: !!binary aGk=\ns: 190:20:30\n",
)
OPTIONS = {"-max_len": "4096", "-timeout": "60", "-rss_limit_mb": "3072"}


def fill(corpus: Path) -> None:
    """Put sample notes into a corpus, and what the fuzzer may make notes of."""
    corpus.mkdir(parents=True, exist_ok=True)
    samples = [path.read_bytes() for path in SEEDS.iterdir()]
    samples += [path.read_bytes() for path in (HERE / "found").iterdir()]
    samples += [hostile_note(attack).encode() for attack in ATTACKS.values()]
    samples += [f"---\n{block}---\nBody\n".encode() for block in METADATA]
    for number, sample in enumerate(samples):
        (corpus / f"sample-{number:03}").write_bytes(sample)
    escaped = ("".join(f"\\x{byte:02x}" for byte in piece) for piece in PIECES)
    (corpus.parent / f"{corpus.name}.dict").write_text("".join(f'"{one}"\n' for one in escaped))


def one(data: bytes) -> None:
    """Check one input."""
    check(data)


def main() -> None:
    """Run libFuzzer."""
    corpus = Path(sys.argv[1])
    fill(corpus)
    given = {argument.partition("=")[0] for argument in sys.argv}
    options = [f"{name}={value}" for name, value in OPTIONS.items() if name not in given]
    dictionary = f"-dict={corpus.parent / corpus.name}.dict"
    atheris.Setup([*sys.argv, dictionary, *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
