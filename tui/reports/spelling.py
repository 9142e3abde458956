"""Names that differ only in case are one, in their most usual spelling."""

from collections import Counter, defaultdict
from collections.abc import Iterable


def usual_spellings(names: Iterable[str]) -> dict[str, str]:
    """Return the most usual spelling of each name, by its fold (`str.casefold`)."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        found[name.casefold()][name] += 1
    return {fold: spellings.most_common(1)[0][0] for fold, spellings in found.items()}
