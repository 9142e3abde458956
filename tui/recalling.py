"""A long journal from one start to the next: what came of it is written down beside the index.

The next start answers from that, as soon as it is proven that the journal still begins with what
was read of it, byte for byte, and that the index is the same; what the journal gained since is laid
over it, and so is all that was decided over notes that were read since. The journal itself is read
afterwards, and is what counts.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from tui.decisions import Decision, Ledger
from tui.decisions.journal import Point
from tui.library import Decided, Index
from tui.library.index.laid import Laid, LaidOf, Standing

_FEW = 100_000  # bytes; as much as a journal may gain before it is worth writing down anew
_decoder = msgspec.json.Decoder(Decision)
_encoder = msgspec.json.Encoder()


class _WrittenDown(NamedTuple):
    """How much of the journal, over which state of the index."""

    length: int
    state: int
    now: dict[str, str]
    lost: dict[str, bool]


class Recalled(NamedTuple):
    """What was decided since it was written down, and the state that the index was in then."""

    gained: list[Decision]
    state: int


class _Proven(NamedTuple):
    """What was written down of the journal as it is, and what that gained since."""

    laid: Laid
    gained: list[Decision]


class Recalling:
    """What came of the journal the last time, and what does now.

    Args:
        ledger: what was decided.
        index: the index of the folder.
        decided: returns all that was decided, by the ids that things have now.
    """

    def __init__(
        self, ledger: Ledger, index: Index, decided: Callable[[], Iterable[Decided]]
    ) -> None:
        self._ledger = ledger
        self._index = index
        self._decided = decided
        self._last: _WrittenDown | None = None
        self._proof: list[_Proven | None] = []
        self._proving: threading.Thread | None = None

    def begin(self) -> None:
        """Begin to prove, in a thread, that what was written down is of the journal as it is."""
        self._proving = threading.Thread(target=self._prove, name="recall", daemon=True)
        self._proving.start()

    def _prove(self) -> None:
        laid = self._index.laid()
        if laid is None or laid.of.journal != str(self._ledger.store):
            self._proof.append(None)
            return
        gained = self._ledger.gained_since(Point(laid.of.length, laid.of.digest))
        self._proof.append(_Proven(laid, gained) if gained is not None else None)

    def recall(self) -> Recalled | None:
        """Answer from what was written down; the journal is to be read afterwards.

        Returns:
            What is to be laid over the sessions; None if nothing can be recalled.
        """
        if self._proving is None:
            self._prove()
        else:
            self._proving.join()
        proven = self._proof.pop() if self._proof else None
        self._proving = None
        if proven is None or not self._index.recall(proven.laid, self._decided):
            return None
        laid, gained = proven
        of, state = laid.of, laid.state
        point = Point(of.length, of.digest)
        self._ledger.recall(point, lambda ids: _decoded(laid.find(ids)), gained, of.now, of.lost)
        self._last = _WrittenDown(of.length, state, of.now, of.lost)
        return Recalled(gained, state)

    def to_write_down(self) -> Callable[[], None] | None:
        """Return what writes it down, to be run in any thread; None where it is not worth it."""
        ledger, point = self._ledger, self._ledger.point
        if not ledger.is_long or point is None:
            return None
        now = _WrittenDown(point.length, self._index.state, ledger.now, ledger.lost)
        last = self._last
        if last is not None and now[1:] == last[1:] and now.length - last.length < _FEW:
            return None
        self._last = now
        of = LaidOf(str(ledger.store), point.length, point.digest, now.now, now.lost)
        standing, decisions = ledger.standing(), self._index.decisions
        return lambda: self._index.write_down(of, _encoded(standing), decisions)


def _encoded(standing: Iterable[Decision]) -> Iterator[Standing]:
    """Decisions with what is asked of them before the journal is read."""
    for one in standing:
        signed = one.signed and replace(one.signed, text="")
        short = replace(one, peers=(), traces=(), onto=None, signed=signed)
        yield Standing(one.subject, _encoder.encode(short))


def _decoded(standing: Sequence[bytes]) -> list[Decision]:
    try:
        return [_decoder.decode(one) for one in standing]
    except msgspec.DecodeError:  # the file is damaged; the journal is read in a moment
        return []
