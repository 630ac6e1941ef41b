"""What begins in a stretch, and what lies inside of what, found without going through all of a page each time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from rasad.model import Span


class Placed(Protocol):
    """What begins somewhere."""

    @property
    def start(self) -> int:
        """The code point at which it begins."""


T = TypeVar("T", bound=Placed)
_START = attrgetter("start")


def beginning(some: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Give those that begin in [start, end) of some in the order in which they begin."""
    return some[bisect_left(some, start, key=_START) : bisect_left(some, end, key=_START)]


def last_begun(some: Sequence[Placed], at: int) -> int:
    """Give the number of the last of some in order that begins at a place or before it; -1 before the first."""
    return bisect_right(some, at, key=_START) - 1


class Cover:
    """Spans, each of somebody, of which is asked whether one lies around another span.

    >>> Cover([((0, 9), "a"), ((4, 6), "b")]).around((4, 6), "b")
    True
    """

    def __init__(self, spans: Iterable[tuple[Span, object]]) -> None:
        ordered = sorted(spans, key=lambda one: one[0])
        self.starts = [span[0] for span, _ in ordered]
        self.best: list[tuple[int, object]] = []
        """For each place the furthest end of the spans up to it, and whose it is; `next` is that of another one."""
        self.next: list[int] = []
        end, whose, other = -1, None, -1
        for (_, stop), owner in ordered:
            if stop > end:
                end, whose, other = stop, owner, (other if owner is whose else end)
            elif owner is not whose:
                other = max(other, stop)
            self.best.append((end, whose))
            self.next.append(other)

    def around(self, span: Span, but: object = None) -> bool:
        """Tell whether a span of somebody else holds this one."""
        return self._ends(bisect_right(self.starts, span[0]) - 1, but) >= span[1]

    def opened_before(self, span: Span) -> bool:
        """Tell whether a span holds this one and begins before it."""
        return self._ends(bisect_left(self.starts, span[0]) - 1, None) >= span[1]

    def _ends(self, at: int, but: object) -> int:
        if at < 0:
            return -1
        end, whose = self.best[at]
        return self.next[at] if but is not None and whose is but else end
