"""Names of actors to look them up by, in one text: to go through it takes a millisecond where a loop takes many."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_END = "\n"
"""What stands between two names; no folded name holds it."""


class Called:
    """The folded names of actors, each with the id of the actor."""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        names = [" ".join(name.split()) if _END in name else name for name, _ in keys]
        self._ids = [one for _, one in keys]
        self._text = _END.join(names)
        self._starts = list(accumulate((len(name) + 1 for name in names), initial=0))

    def holding(self, part: str) -> set[str]:
        """Give the ids of those whose name holds some letters.

        >>> sorted(Called([("ali", "a"), ("alireza", "b"), ("reza", "c")]).holding("ali"))
        ['a', 'b']
        """
        if not part:
            return set(self._ids)
        found: set[str] = set()
        at = self._text.find(part)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            found.add(self._ids[number])
            at = self._text.find(part, self._starts[number + 1])
        return found
