"""A list of sessions: their numbers, in order; what they are is fetched for those in view."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from tui.library.row import Row

_AROUND = 64
_REMEMBERED = 4096


class Listing(Sequence[str]):
    """The paths of sessions, in order.

    Holds eight bytes a session. A path is looked up when it is first asked for, with those around
    it, and remembered: a session that is gone or was read anew since keeps its place here. One
    that was never asked for before has no path then ("").
    """

    def __init__(
        self, ids: "array[int]", fetch: Callable[[Sequence[int]], dict[int, Row]],
        number: Callable[[str], int | None],
    ) -> None:  # fmt: skip
        self.ids = ids
        self._fetch = fetch
        self._number = number
        self._paths: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return self._look_up(self.ids[at])
        wanted = self.ids[at]
        if wanted not in self._paths:
            self._look_up(
                self.ids[max(0, at - _AROUND // 4) : at + _AROUND] if at >= 0 else [wanted]
            )
        return self._paths.get(wanted, "")

    def _look_up(self, ids: Sequence[int]) -> list[str]:
        missing = [id_ for id_ in ids if id_ not in self._paths]
        if missing:
            found = {id_: row.path for id_, row in self._fetch(missing).items()}
            if len(self._paths) > _REMEMBERED:
                kept = self._paths
                self._paths = {id_: kept[id_] for id_ in ids if id_ in kept}
            self._paths.update(found)
        return [self._paths.get(id_, "") for id_ in ids]

    def __iter__(self) -> Iterator[str]:
        for at in range(0, len(self.ids), _AROUND):
            yield from self[at : at + _AROUND]

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and (id_ := self._number(path)) is not None and id_ in self.ids

    def index(self, path: str, start: int = 0, stop: int | None = None) -> int:
        """Return where a session stands.

        Raises:
            ValueError: it is not in the list.
        """
        number = self._number(path)
        if number is None:
            raise ValueError(path)
        return self.ids.index(number, start, len(self.ids) if stop is None else stop)

    def __eq__(self, other: object) -> bool:
        return self.ids == other.ids if isinstance(other, Listing) else NotImplemented

    __hash__ = None  # type: ignore[assignment]
