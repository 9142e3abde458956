"""What is wrong with a filter, where, and what may have been meant."""

from collections.abc import Iterable


class FilterError(ValueError):
    """A mistake in a filter: what is wrong, and where, as offsets into its text."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message, self.start, self.end = message, start, end


def hint(word: str, known: Iterable[str], after: str = "") -> str:
    """The known word that was meant, with `after` behind it; where none comes near, all of them."""
    from difflib import get_close_matches  # only a mistake is ever compared

    names = list(known)
    meant = get_close_matches(word.lower(), names, n=1)
    return f"did you mean {meant[0]}{after}?" if meant else f"known are {', '.join(names)}"
